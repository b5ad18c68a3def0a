package graph

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"

	"jishi/schema"
	"jishi/schema/find"
)

// Store is one generation of a store, open for reading. It is safe for concurrent use, and stays what it is while the
// store is written.
type Store struct {
	names
	dir          string
	m            *manifest
	graph, texts *os.File

	load struct { // the graph, read at first need
		sync.Once
		raw string
		qs  []statement
		err error
	}
	read struct { // all texts
		sync.Once
		raw string
		err error
	}
	split struct { // statements by document
		sync.Once
		byDoc map[string][]statement
	}
	facts struct {
		sync.Once
		list []schema.Fact
		err  error
	}
	index struct { // what entities are called, in any script
		sync.Once
		names *find.Index
		err   error
	}
	memory memory
}

// Open opens the current generation. A folder in which nothing was built is an error that wraps ErrNoStore; a folder that
// is not ours, half there, or of a newer version is a *StoreError that says what to do.
func Open(dir string) (*Store, error) {
	if err := checkMarker(dir); err != nil {
		return nil, err
	}
	for range 10 { // a writer may clear away what the pointer just named
		n, m, err := readCurrent(dir)
		if err == nil {
			var s *Store
			if s, err = openGeneration(dir, n, m); err == nil {
				return s, nil
			}
		}
		if again, _, _ := readCurrent(dir); again == n {
			return nil, err
		}
	}
	return nil, &StoreError{dir, "the store changes all the time", "run the command again when nobody writes to it", nil}
}

func openGeneration(dir string, n int, m *manifest) (*Store, error) {
	if m.Format > formatVersion {
		return nil, damaged(dir, "its generation is of a newer layout than the folder", nil)
	}
	s := &Store{names: names{m.Base}, dir: dir, m: m}
	for _, f := range []struct {
		name string
		sum  fileSum
		to   **os.File
	}{{graphFile, m.Graph, &s.graph}, {textsFile, m.Texts, &s.texts}} {
		file, err := os.Open(filepath.Join(generationDir(dir, n), f.name))
		if errors.Is(err, fs.ErrNotExist) {
			err = damaged(dir, fmt.Sprintf("half of it is missing: generation %d has no file %s", n, f.name), err)
		}
		if err == nil {
			*f.to = file
			var info os.FileInfo
			if info, err = file.Stat(); err == nil && info.Size() != f.sum.Size {
				err = damaged(dir, fmt.Sprintf("%s of generation %d has %d bytes, want %d", f.name, n, info.Size(), f.sum.Size), nil)
			}
		}
		if err != nil {
			s.Close()
			return nil, explain(dir, err)
		}
	}
	return s, nil
}

// Close releases the files.
func (s *Store) Close() error {
	var err error
	for _, f := range []*os.File{s.graph, s.texts} {
		if f != nil {
			err = errors.Join(err, f.Close())
		}
	}
	return err
}

// Base is the base IRI the store was built under.
func (s *Store) Base() string { return s.m.Base }

// Generation counts the store's changes from 1.
func (s *Store) Generation() int { return s.m.Generation }

// Documents lists the documents by id.
func (s *Store) Documents() []DocumentInfo {
	out := make([]DocumentInfo, len(s.m.Documents))
	for i, d := range s.m.Documents {
		out[i] = d.DocumentInfo
	}
	return out
}

// whole reads a file of the generation and checks that it is what was written.
func (s *Store) whole(f *os.File, sum fileSum) (string, error) {
	raw, err := io.ReadAll(io.NewSectionReader(f, 0, sum.Size))
	if err != nil {
		return "", explain(s.dir, err)
	}
	if hashOf(raw) != sum.SHA256 {
		return "", damaged(s.dir, filepath.Base(f.Name())+" is not what was written", nil)
	}
	return string(raw), nil
}

// Text is a document's decoded text.
func (s *Store) Text(doc string) (string, error) {
	s.read.Do(func() { s.read.raw, s.read.err = s.whole(s.texts, s.m.Texts) })
	if s.read.err != nil {
		return "", s.read.err
	}
	for _, d := range s.m.Documents {
		if d.ID == doc {
			return s.read.raw[d.Start:d.End], nil
		}
	}
	return "", &StoreError{s.dir, fmt.Sprintf("there is no document %q", doc), "name a document of the store", nil}
}

// statements gives the whole graph in canonical order.
func (s *Store) statements() ([]statement, error) {
	s.load.Do(func() {
		s.load.raw, s.load.err = s.whole(s.graph, s.m.Graph)
		s.load.qs = make([]statement, 0, s.m.Quads)
		if s.load.err != nil {
			return
		}
		if err := readQuads(s.load.raw, func(q statement) { s.load.qs = append(s.load.qs, q) }); err != nil {
			s.load.err = damaged(s.dir, graphFile+":"+err.Error(), err)
		}
	})
	return s.load.qs, s.load.err
}

// lines gives the graph's lines; nil when it cannot be read.
func (s *Store) lines() []string {
	if _, err := s.statements(); err != nil {
		return nil
	}
	return strings.Split(strings.TrimSuffix(s.load.raw, "\n"), "\n")
}

// CorrectionsFile is the user's file of corrections as it was when the generation was made; "" where there was none. known is
// false of a generation with corrections from a time when the file was not kept.
func (s *Store) CorrectionsFile() (file string, known bool, err error) {
	if s.m.Fixes == (fileSum{}) {
		return "", len(s.m.Corrections) == 0, nil
	}
	raw, err := readWhole(filepath.Join(generationDir(s.dir, s.m.Generation), fixesFile))
	switch {
	case err != nil:
		return "", false, explain(s.dir, err)
	case hashOf(raw) != s.m.Fixes.SHA256:
		return "", false, damaged(s.dir, fixesFile+" is not what was written", nil)
	}
	return string(raw), true, nil
}

// quadsOf gives the statements of a document's entries.
func (s *Store) quadsOf(doc string) []statement {
	s.split.Do(func() {
		s.split.byDoc = map[string][]statement{}
		qs, _ := s.statements()
		for _, q := range qs {
			if d, ok := s.documentOf(q.g.value); ok {
				s.split.byDoc[d] = append(s.split.byDoc[d], q)
			}
		}
	})
	return s.split.byDoc[doc]
}

// Facts reads all facts back from the quads, in the order of documents and of places in them. The list is shared: do not
// change it.
func (s *Store) Facts() ([]schema.Fact, error) {
	s.facts.Do(func() {
		qs, err := s.statements()
		if err == nil {
			s.facts.list, err = decode(s.names, qs, s.Text)
		}
		s.facts.err = err
	})
	return s.facts.list, s.facts.err
}

// Entities gives the entities by id, with the offices that facts tell of.
func (s *Store) Entities() (map[string]schema.Entity, error) {
	facts, err := s.Facts()
	if err != nil {
		return nil, err
	}
	all := mergeEntities(s.m.descriptions())
	seen(all, facts)
	return all, nil
}

// WriteQuads writes the whole graph as sorted N-Quads.
func (s *Store) WriteQuads(w io.Writer) error {
	if _, err := s.statements(); err != nil {
		return err
	}
	_, err := io.WriteString(w, s.load.raw)
	return err
}

// WriteFacts writes the quads that stand for some of the store's facts: those of their entries that tell of them, and the
// descriptions of what they name.
func (s *Store) WriteFacts(w io.Writer, facts []schema.Fact) error {
	qs, err := s.statements()
	if err != nil {
		return err
	}
	return writeLines(w, canonical(s.closure(qs, facts)))
}
