package graph

import (
	"archive/zip"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"jishi/schema"
)

// PackError is a file that is no pack, or not what was packed. Its text names the file and says what to do.
type PackError struct {
	File, Fault, Remedy string
	Err                 error // the cause, or nil
}

// Error is FILE: FAULT; REMEDY.
func (e *PackError) Error() string { return e.File + ": " + e.Fault + "; " + e.Remedy }

// Unwrap gives the cause.
func (e *PackError) Unwrap() error { return e.Err }

// Unpack makes a new store of a pack, which is checked against its hashes before anything is written. name is what errors
// call the file; a folder that holds a store already is a *StoreError.
func Unpack(name string, file io.ReaderAt, size int64, dir string) (Change, error) {
	p := &unpacking{name: name, size: size}
	if err := p.read(file); err != nil {
		return Change{}, err
	}
	if err := p.check(); err != nil {
		return Change{}, err
	}
	if exists(dir) == nil {
		return Change{}, &StoreError{dir, "there is a store already", "name another folder with --store", nil}
	}
	unlock, err := prepare(dir)
	if err != nil {
		return Change{}, err
	}
	defer unlock()
	m := &p.g.manifest
	c := Change{Documents: len(m.Documents), Quads: m.Quads, Generation: m.Generation}
	for _, d := range m.Documents {
		c.Added = append(c.Added, d.ID)
		c.Entries += d.Entries
		c.Facts += d.Facts
	}
	return c, write(dir, p.g)
}

// unpacking is a pack that is being read.
type unpacking struct {
	name  string
	size  int64 // of the file
	parts map[string]string
	g     generation
}

func (p *unpacking) damaged(what string, err error) error {
	return &PackError{p.name, what, "ask for the file again, and compare its SHA-256 with the sender's", err}
}

// most is how much a pack may hold unpacked. What jishi packs shrinks to a tenth or so.
func (p *unpacking) most() int64 { return max(64<<20, 100*p.size) }

func (p *unpacking) read(file io.ReaderAt) error {
	z, err := zip.NewReader(file, p.size)
	if err != nil {
		return &PackError{p.name, "this is no pack of jishi", "name a file that `jishi pack` wrote", err}
	}
	p.parts = map[string]string{}
	left := p.most()
	for _, f := range z.File {
		if _, twice := p.parts[f.Name]; twice || !slices.Contains([]string{packFile, manifestFile, graphFile, textsFile}, f.Name) {
			return &PackError{p.name, fmt.Sprintf("it holds %q, which no pack has", f.Name), "name a file that `jishi pack` wrote", nil}
		}
		part, err := f.Open()
		if err != nil {
			return p.damaged(f.Name+" cannot be unpacked", err)
		}
		raw, err := io.ReadAll(io.LimitReader(part, left+1))
		if err = errors.Join(err, part.Close()); err != nil {
			return p.damaged(f.Name+" cannot be unpacked: "+err.Error(), err)
		}
		if left -= int64(len(raw)); left < 0 {
			return &PackError{p.name, fmt.Sprintf("it would unpack to more than %d MB", p.most()>>20), "open only packs whose sender you know", nil}
		}
		p.parts[f.Name] = string(raw)
	}
	return p.head()
}

// head reads what the pack says of itself.
func (p *unpacking) head() error {
	var h packHead
	if err := json.Unmarshal([]byte(p.parts[packFile]), &h); err != nil || h.Pack != "jishi" || h.Format < 1 {
		return &PackError{p.name, "this is no pack of jishi", "name a file that `jishi pack` wrote", err}
	}
	if h.Format > packFormat {
		return &PackError{p.name, fmt.Sprintf("a newer jishi wrote it (layout %d, this one knows %d)", h.Format, packFormat), "open it with that version", nil}
	}
	raw := p.parts[manifestFile]
	if hashOf([]byte(raw)) != h.Manifest {
		return p.damaged(manifestFile+" is not what was packed", nil)
	}
	m := &p.g.manifest
	if err := json.Unmarshal([]byte(raw), m); err != nil {
		return p.damaged(manifestFile+" cannot be read", err)
	}
	if m.Format > formatVersion {
		return &PackError{p.name, fmt.Sprintf("a newer jishi wrote it (layout %d, this one knows %d)", m.Format, formatVersion), "open it with that version", nil}
	}
	if err := checkBase(m.Base); err != nil || m.Format < 1 || m.Generation != 1 {
		return p.damaged(manifestFile+" is not as jishi writes it", err)
	}
	return nil
}

// check compares texts and graph with the manifest, and reads all facts.
func (p *unpacking) check() error {
	if err := p.texts(); err != nil {
		return err
	}
	m := &p.g.manifest
	if sumOf(p.parts[graphFile]) != m.Graph {
		return p.damaged(graphFile+" is not what was packed", nil)
	}
	var qs []statement
	if err := readQuads(p.parts[graphFile], func(q statement) { qs = append(qs, q) }); err != nil {
		return p.damaged(graphFile+":"+err.Error(), err)
	}
	p.g.lines = canonical(qs)
	if len(p.g.lines) != m.Quads || joinLines(p.g.lines) != p.parts[graphFile] {
		return p.damaged(graphFile+" is not as jishi writes it", nil)
	}
	facts, err := decode(names{m.Base}, qs, p.g.textOf)
	if err != nil {
		return p.damaged("its facts cannot be read: "+err.Error(), err)
	}
	if err := p.placed(facts); err != nil {
		return err
	}
	for _, d := range m.Documents {
		if d.Read == nil {
			continue
		}
		if err := p.placed(d.Read.Facts); err != nil {
			return err
		}
	}
	return nil
}

// placed refuses facts that say they stand where their document has no text.
func (p *unpacking) placed(facts []schema.Fact) error {
	for _, f := range facts {
		text, err := p.g.textOf(f.Doc)
		if err != nil {
			return p.damaged("fact "+f.ID+" is of no document", err)
		}
		for _, s := range slices.Concat(f.Evidence, f.Subject.At, f.Object.At, f.Said.At) {
			if s.Start < 0 || s.End < s.Start || s.End > len(text) {
				return p.damaged("fact "+f.ID+" stands outside its document", nil)
			}
		}
	}
	return nil
}

// texts puts the documents' texts together, signs for those that were withheld.
func (p *unpacking) texts() error {
	m := &p.g.manifest
	wrong := func(what string) error { return p.damaged(manifestFile+": "+what, nil) }
	rest, at, last := p.parts[textsFile], int64(0), ""
	if m.Texts.Size > p.most() {
		return wrong("its texts are larger than a pack of this size can have")
	}
	for i, d := range m.Documents {
		length := d.End - d.Start
		if d.Start != at || length < 0 || d.End > m.Texts.Size || i > 0 && d.ID <= last || d.Built > 1 {
			return wrong(fmt.Sprintf("document %q is out of place", d.ID))
		}
		at, last = d.End, d.ID
		if d.Withheld {
			p.g.texts = append(p.g.texts, strings.Repeat(schema.Withheld, int(length)/len(schema.Withheld)))
			continue
		}
		if length > int64(len(rest)) {
			return p.damaged("texts are missing", nil)
		}
		t := rest[:length]
		rest = rest[length:]
		if hashOf([]byte(t)) != d.Hash || !utf8.ValidString(t) {
			return p.damaged(fmt.Sprintf("the text of %q is not what was packed", d.ID), nil)
		}
		p.g.texts = append(p.g.texts, t)
	}
	if rest != "" || sumOf(strings.Join(p.g.texts, "")) != m.Texts {
		return p.damaged("the texts are not what was packed", nil)
	}
	return nil
}
