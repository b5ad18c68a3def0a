package graph

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"time"

	"jishi/schema"
)

// Generation is one state of a store that can be had back.
type Generation struct {
	Number                  int
	Current                 bool
	Written                 time.Time // as the file system has it
	Documents               []DocumentInfo
	Quads                   int
	Added, Changed, Removed []string // doc ids, against the generation before where that is kept, else empty
	Corrections, TakenBack  int      // made since then, and taken back
	First                   bool     // nothing is kept to compare it with
}

// History lists the generations that a store keeps, the oldest first. One that cannot be read is left out: it cannot be
// had back.
func History(dir string) ([]Generation, error) {
	if err := checkMarker(dir); err != nil {
		return nil, err
	}
	current, _, err := readCurrent(dir)
	if current == 0 {
		return nil, err
	}
	all, err := generations(dir)
	if err != nil {
		return nil, explain(dir, err)
	}
	slices.Sort(all)
	var out []Generation
	var before *manifest
	for _, n := range all {
		if n > current { // unfinished: no pointer ever led there
			break
		}
		m, written, err := readManifest(dir, n)
		if err != nil {
			continue
		}
		g := Generation{Number: n, Current: n == current, Written: written, Quads: m.Quads, First: before == nil}
		for _, d := range m.Documents {
			g.Documents = append(g.Documents, d.DocumentInfo)
		}
		if before != nil {
			g.Added, g.Changed, g.Removed = between(before, m)
			g.Corrections, g.TakenBack = more(before.Corrections, m.Corrections), more(m.Corrections, before.Corrections)
		}
		out, before = append(out, g), m
	}
	return out, nil
}

// readManifest reads what a generation says of itself. Its hash is known of the current one alone; those of graph and
// texts stand in it.
func readManifest(dir string, n int) (*manifest, time.Time, error) {
	path := filepath.Join(generationDir(dir, n), manifestFile)
	raw, err := readWhole(path)
	if err != nil {
		return nil, time.Time{}, err
	}
	m := &manifest{}
	if err := json.Unmarshal(raw, m); err != nil {
		return nil, time.Time{}, err
	}
	if m.Generation != n {
		return nil, time.Time{}, fmt.Errorf("%s is of generation %d", path, m.Generation)
	}
	info, err := os.Stat(path)
	if err != nil {
		return nil, time.Time{}, err
	}
	return m, info.ModTime(), nil
}

// between says which documents one generation has and the other has not, or has from another reading.
func between(a, b *manifest) (added, changed, removed []string) {
	old := map[string]documentRecord{}
	for _, d := range a.Documents {
		old[d.ID] = d
	}
	for _, d := range b.Documents {
		switch before, ok := old[d.ID]; {
		case !ok:
			added = append(added, d.ID)
		case before.DocumentInfo != d.DocumentInfo || before.Built != d.Built:
			changed = append(changed, d.ID)
		}
		delete(old, d.ID)
	}
	for id := range old {
		removed = append(removed, id)
	}
	slices.Sort(removed)
	return added, changed, removed
}

// more is how many corrections b has beyond a.
func more(a, b []schema.Correction) int {
	known := map[string]bool{}
	for _, c := range a {
		known[c.ID] = true
	}
	n := 0
	for _, c := range b {
		if !known[c.ID] {
			n++
		}
	}
	return n
}

// OpenGeneration opens a generation that History lists.
func OpenGeneration(dir string, n int) (*Store, error) {
	if err := checkMarker(dir); err != nil {
		return nil, err
	}
	m, _, err := readManifest(dir, n)
	if err != nil {
		return nil, &StoreError{dir, fmt.Sprintf("there is no generation %d, or it cannot be read", n), "`jishi history` lists those that can be had back", err}
	}
	return openGeneration(dir, n, m)
}

// Restore makes an earlier generation the current one again. It is written anew under the next number, so that what was
// current stays in the history; where both say the same, nothing is written. It also helps where the current generation is
// damaged.
func Restore(dir string, n int) (Change, error) {
	if err := checkMarker(dir); err != nil {
		return Change{}, err
	}
	unlock, err := prepare(dir)
	if err != nil {
		return Change{}, err
	}
	defer unlock()
	current, now, err := readCurrent(dir)
	if current == 0 {
		return Change{}, err
	}
	s, err := OpenGeneration(dir, n)
	if err != nil {
		return Change{}, err
	}
	g, err := s.again()
	if err = errors.Join(err, s.Close()); err != nil {
		return Change{}, err
	}
	m := &g.manifest
	c := Change{Documents: len(m.Documents), Quads: m.Quads, Generation: current}
	for _, d := range m.Documents {
		c.Entries += d.Entries
		c.Facts += d.Facts
	}
	if now == nil {
		now = &manifest{}
	}
	c.Added, c.Replaced, c.Removed = between(now, m)
	if n == current || now.Graph == m.Graph && now.Texts == m.Texts && len(c.Added)+len(c.Replaced)+len(c.Removed) == 0 {
		return c, nil
	}
	m.Generation, m.Corrected = current+1, false
	c.Generation = m.Generation
	return c, write(dir, g)
}

// again gives the whole generation, checked against its sums, to be written once more.
func (s *Store) again() (generation, error) {
	g := generation{manifest: *s.m}
	if _, err := s.statements(); err != nil {
		return g, err
	}
	g.lines = s.lines()
	var err error
	if g.fixes, _, err = s.CorrectionsFile(); err != nil {
		return g, err
	}
	for _, d := range s.m.Documents {
		t, err := s.Text(d.ID)
		if err != nil {
			return g, err
		}
		g.texts = append(g.texts, t)
	}
	return g, nil
}
