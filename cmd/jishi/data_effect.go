package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"jishi/extract"
	"jishi/extract/source"
	"jishi/graph"
	"jishi/schema/datafile"
)

// tryData reads by the user's folder as it would be with a file of the given content, and refuses it when something is
// wrong with it: all that a build refuses, and what lint finds from a line on.
func tryData(v values, shown string, content []byte, line int) (_ *extract.Extractor, err error) {
	dir, err := os.MkdirTemp("", "jishi-data-")
	if err != nil {
		return nil, fmt.Errorf("a temporary folder cannot be made: %w", reason(err))
	}
	defer func() { err = errors.Join(err, os.RemoveAll(dir)) }()
	if err := copyData(v.data, dir); err != nil {
		return nil, err
	}
	trial := filepath.Join(dir, "lexicon", filepath.Base(filepath.FromSlash(shown)))
	if err := os.MkdirAll(filepath.Dir(trial), 0o777); err != nil {
		return nil, fmt.Errorf("%s: cannot be made: %w", filepath.Dir(trial), reason(err))
	}
	if err := os.WriteFile(trial, content, 0o666); err != nil {
		return nil, fmt.Errorf("%s: cannot be written: %w", trial, reason(err))
	}
	at := func(problems datafile.Problems) datafile.Problems { // as they will stand in the user's folder
		problems = slices.Clone(problems)
		for i, p := range problems {
			p.File = strings.Replace(p.File, filepath.ToSlash(dir), filepath.ToSlash(v.data), 1)
			p.Fault = strings.ReplaceAll(p.Fault, filepath.ToSlash(dir), filepath.ToSlash(v.data))
			problems[i] = p
		}
		return problems
	}
	x, err := extract.New(extract.Options{Data: dir})
	var problems datafile.Problems
	if errors.As(err, &problems) {
		return nil, at(problems)
	}
	if err != nil {
		return nil, err
	}
	found, err := extract.Lint(extract.Options{Data: dir})
	if err != nil {
		return nil, err
	}
	found = slices.DeleteFunc(at(found), func(p datafile.Problem) bool { return p.File != shown || p.Line < line })
	return x, found.Err()
}

// copyData copies the data files of a folder, as far as it is there.
func copyData(from, to string) error {
	for _, part := range []string{"schema", "lexicon", "rules"} {
		files, err := filepath.Glob(filepath.Join(from, part, "*.yaml"))
		if err != nil {
			return fmt.Errorf("%s: cannot be read: %w", from, err)
		}
		for _, name := range files {
			raw, err := os.ReadFile(name)
			if errors.Is(err, fs.ErrNotExist) {
				continue
			}
			if err != nil {
				return fmt.Errorf("%s: cannot be read: %w", name, reason(err))
			}
			if err := os.MkdirAll(filepath.Join(to, part), 0o777); err != nil {
				return fmt.Errorf("%s: cannot be made: %w", to, reason(err))
			}
			if err := os.WriteFile(filepath.Join(to, part, filepath.Base(name)), raw, 0o666); err != nil {
				return fmt.Errorf("%s: cannot be written: %w", to, reason(err))
			}
		}
	}
	return nil
}

// showEffect lists the facts of a store that would be read otherwise: of the documents in whose texts a new name stands.
func showEffect(e *env, v values, before, after *extract.Extractor, record map[string][]string) (err error) {
	s, err := graph.Open(v.store)
	if errors.Is(err, graph.ErrNoStore) {
		return nil
	}
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, s.Close()) }()
	entries, err := s.Entries()
	if err != nil {
		return err
	}
	names := slices.Concat(record["zh"], record["aliases"], record["char"])
	was, is := extract.Telling{Texts: map[string]string{}}, extract.Telling{Texts: map[string]string{}}
	for _, d := range s.Documents() {
		text, err := s.Text(d.ID)
		if err != nil {
			return err
		}
		if s.Withheld(d.ID) || !holdsOne(text, names) {
			continue
		}
		doc, err := readAgain(d.ID, text, v.year, entries)
		if err != nil {
			return err
		}
		was.Texts[d.ID], is.Texts[d.ID] = text, text
		was.Facts = append(was.Facts, before.FactsOnly().Extract(doc, v.jobs).Facts...)
		is.Facts = append(is.Facts, after.FactsOnly().Extract(doc, v.jobs).Facts...)
	}
	p := newPlan(was, is, after.Ontology())
	for _, doc := range p.documents() {
		p.show(e.spoken(), doc)
	}
	fmt.Fprintf(e.err, "%s: the names stand in %s; read again, %s\n", v.store, count(len(was.Texts), "document"), p.totals())
	return nil
}

// holdsOne reports whether one of the names stands in a text, in whichever characters it is written.
func holdsOne(text string, names []string) bool {
	simplified, err := source.Simplified(text)
	if err != nil {
		simplified = text
	}
	return slices.ContainsFunc(names, func(n string) bool { return n != "" && (strings.Contains(text, n) || strings.Contains(simplified, n)) })
}
