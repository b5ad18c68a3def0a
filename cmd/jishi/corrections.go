package main

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"maps"
	"path/filepath"
	"slices"
	"strings"

	"jishi/extract"
	"jishi/extract/correction"
	"jishi/graph"
	"jishi/schema"
)

// corrections is the file of corrections at work.
type corrections struct {
	file     correctionsFile
	x        *extract.Extractor
	records  []correction.Record
	told     []schema.Result      // the documents as corrected
	outcomes []correction.Outcome // of the records, in their order
	back     int                  // corrections that the store has from elsewhere, and the file has not
}

// loadCorrections reads the file of corrections. It is nil where there are none, neither there nor in the store. results are
// those of the run: their entities can be named too.
func loadCorrections(v values, x *extract.Extractor, results []schema.Result) (*corrections, error) {
	c := &corrections{x: x}
	var err error
	if c.file, err = findCorrections(v, results); err != nil {
		return nil, err
	}
	missing := c.file.raw == nil
	if missing && c.file.named {
		return nil, fmt.Errorf("%s: there is no such file; name the file of corrections, or leave --corrections out", c.file.path)
	}
	known, before, err := storedEntities(v.store)
	switch {
	case err != nil:
		return nil, err
	case missing:
		return nil, c.gone(v.store, results, before)
	}
	for _, r := range results {
		known = append(known, r.Entities...)
	}
	if err = c.read(known); err != nil {
		return nil, err
	}
	if len(c.records) == 0 && len(before) == 0 {
		return nil, nil
	}
	for _, x := range before {
		if !slices.ContainsFunc(c.records, func(r correction.Record) bool {
			return r.ID == x.ID || r.Verdict == x.Verdict && r.Sentence == x.Sentence
		}) {
			c.back++
		}
	}
	return c, nil
}

// read reads the file as it stands; known are the entities that it may name beside those of the gazetteers.
func (c *corrections) read(known []schema.Entity) (err error) {
	c.records, err = correction.Read(filepath.ToSlash(c.file.path), c.file.raw,
		correction.Options{Ontology: c.x.Ontology(), Find: finder(c.x, known), Docs: c.file.shared})
	return err
}

// text is the file's, for the store to keep; "" where nothing is corrected.
func (c *corrections) text() string {
	if c == nil {
		return ""
	}
	return string(c.file.raw)
}

// gone refuses to read documents anew whose corrections would be lost, since the file is not there.
func (c *corrections) gone(store string, results []schema.Result, before []schema.Correction) error {
	n := 0
	for _, x := range before {
		if slices.ContainsFunc(results, func(r schema.Result) bool { return r.Document.ID == x.Doc }) {
			n++
		}
	}
	if n == 0 {
		return nil
	}
	return fmt.Errorf("%s: there is no such file, and the store %s has %s of these documents; put the file back, name it with --corrections, or make an empty one to take them back",
		c.file.path, store, count(n, "correction"))
}

// storedEntities gives the entities of a store, sorted by id, and the corrections that it tells of.
func storedEntities(dir string) (entities []schema.Entity, corrections []schema.Correction, err error) {
	s, err := graph.Open(dir)
	if errors.Is(err, graph.ErrNoStore) {
		return nil, nil, nil
	}
	if err != nil {
		return nil, nil, err
	}
	defer func() { err = errors.Join(err, s.Close()) }()
	all, err := s.Entities()
	for _, id := range slices.Sorted(maps.Keys(all)) {
		entities = append(entities, all[id])
	}
	return entities, s.Corrections(), err
}

// finder finds entities by what they are called, sorted by id: first those of the gazetteers, then those that only texts know.
func finder(x *extract.Extractor, texts []schema.Entity) func(word string) []schema.Entity {
	gazetteers, before := x.Entities(), map[string][]schema.Entity{}
	return func(word string) []schema.Entity {
		found, ok := before[word]
		for i := 0; i < 2 && len(found) == 0 && !ok; i++ {
			found = called(word, [...][]schema.Entity{gazetteers, texts}[i])
		}
		before[word] = found
		return found
	}
}

// called gives the entities of a list that bear a name, sorted by id; the one whose id it is stands alone.
func called(word string, list []schema.Entity) []schema.Entity {
	found := map[string]schema.Entity{}
	for _, e := range list {
		if e.ID == word {
			return []schema.Entity{e}
		}
		if e.Called(word) {
			found[e.ID] = e
		}
	}
	return slices.SortedFunc(maps.Values(found), func(a, b schema.Entity) int { return strings.Compare(a.ID, b.ID) })
}

// hook is what an update of the store calls; nil where nothing is corrected.
func (c *corrections) hook() func([]schema.Result) ([]schema.Result, []schema.Correction, error) {
	if c == nil {
		return nil
	}
	return func(read []schema.Result) (_ []schema.Result, _ []schema.Correction, err error) {
		if c.told, c.outcomes, err = correction.Apply(read, c.records, c.x.Ontology()); err != nil {
			return nil, nil, err
		}
		for i := range c.told {
			if len(c.told[i].Entities) > len(read[i].Entities) {
				c.told[i].Entities = c.x.Complete(c.told[i].Entities)
			}
		}
		return c.told, correction.Told(c.outcomes), nil
	}
}

// results are the documents as corrected; those of the run where nothing is corrected.
func (c *corrections) results(run []schema.Result) []schema.Result {
	if c == nil {
		return run
	}
	return c.told
}

// show says how many corrections hold, and tells of each that must be looked at again.
func (c *corrections) show(w io.Writer, store string) {
	if c == nil {
		return
	}
	c.file.showShared(w, store)
	if c.back > 0 {
		fmt.Fprintf(w, "%s: %s of the store not in the file: taken back\n", c.file.path, count(c.back, "correction"))
	}
	if len(c.outcomes) == 0 {
		return
	}
	verdicts := map[string]int{}
	held, absent := 0, 0
	for _, o := range c.outcomes {
		switch {
		case o.State < correction.Lost:
			held++
			verdicts[o.Verdict]++
		case o.State == correction.Absent:
			absent++
		}
		showTrouble(w, o)
	}
	if held > 0 {
		fmt.Fprintf(w, "%s: %d of %s in force: %s\n", c.file.path, held, count(len(c.outcomes), "correction"), tally(verdicts))
	} else {
		fmt.Fprintf(w, "%s: none of %s in force\n", c.file.path, count(len(c.outcomes), "correction"))
	}
	if absent > 0 {
		fmt.Fprintf(w, "%s: %s of documents that are not in the store, or whose text is not\n", c.file.path, count(absent, "correction"))
	}
}

// showTrouble tells of a correction that must be looked at again.
func showTrouble(w io.Writer, o correction.Outcome) {
	switch o.State {
	case correction.Moved:
		fmt.Fprintf(w, "%s: the sentence is read otherwise by now, as %s, not as %s; the correction was applied to that: see whether it should be\n", o.Place(), o.Now, o.Read)
	case correction.Restored:
		fmt.Fprintf(w, "%s: the rules no longer read %s; it stands as the correction has it\n", o.Place(), o.Read)
	case correction.Lost:
		fmt.Fprintf(w, "%s: the rules no longer read this fact, and a name of it is not known; see the keys read and to\n", o.Place())
	case correction.Gone:
		fmt.Fprintf(w, "%s: its sentence is gone from %s: %s; mend the sentence, or remove the correction\n", o.Place(), orAny(o.Doc), o.Sentence)
	}
}

// orAny is the document where a sentence is sought.
func orAny(doc string) string { return cmp.Or(doc, "any document") }
