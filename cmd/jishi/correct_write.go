package main

import (
	"errors"
	"fmt"
	"path/filepath"
	"slices"

	"jishi/extract"
	"jishi/extract/correction"
	"jishi/graph"
	"jishi/schema"
)

// correcting is the work on a store and its file of corrections.
type correcting struct {
	*env
	values
	x    *extract.Extractor
	file correctionsFile
}

// wish is a correction to be written.
type wish struct {
	schema.Correction
	to correction.Statement
}

// write adds corrections to the file and applies it. Nothing is written unless all of them can be.
func (w *correcting) write(wishes []wish, dryRun bool) error {
	if err := w.mayWrite(); err != nil {
		return err
	}
	next, err := w.added(w.file.raw, wishes)
	if err != nil {
		return err
	}
	c, err := w.read(next)
	if err != nil {
		return err
	}
	change, err := w.update(c, true)
	if err != nil {
		return err
	}
	fresh := c.outcomes[len(c.outcomes)-len(wishes):]
	if err := nowhere(fresh); err != nil {
		return err
	}
	if err := showPlan(w.env, w.store, w.x.Ontology(), change, c.results(nil)); err != nil {
		return err
	}
	if dryRun {
		_, err := w.out.Write(next[len(w.file.raw):])
		return err
	}
	if err := w.file.save(next); err != nil {
		return err
	}
	_, err = w.update(c, false)
	w.file.showShared(w.err, w.store)
	for _, o := range fresh {
		fmt.Fprintf(w.err, "%s: written: %s %s\n", o.Place(), o.Verdict, o.Fact)
	}
	return err
}

// update brings the store up to date with corrections alone.
func (w *correcting) update(c *corrections, dryRun bool) (graph.Change, error) {
	return graph.Update(w.store, graph.Build{Ontology: w.x.Ontology(), Rules: w.x.Rules(), Correct: c.hook(), CorrectionsFile: c.text(), DryRun: dryRun})
}

// mayWrite refuses to begin a file anew for a store that has corrections from another one: they would be taken back.
func (w *correcting) mayWrite() error {
	_, before, err := storedEntities(w.store)
	if err == nil && w.file.raw == nil && len(before) > 0 {
		err = fmt.Errorf("%s: there is no such file, and the store %s has %s; put the file back, name it with --corrections, or make an empty one to take them back", w.file.path, w.store, count(len(before), "correction"))
	}
	return err
}

// nowhere refuses corrections that find nothing to correct.
func nowhere(fresh []correction.Outcome) error {
	var faults []error
	for _, o := range fresh {
		switch o.State {
		case correction.Gone:
			faults = append(faults, fmt.Errorf("--sentence %s: %s does not have these words in an entry; copy them from the text", o.Sentence, orAny(o.Doc)))
		case correction.Absent:
			faults = append(faults, fmt.Errorf("%s: the store has no such document (`jishi docs` lists them), or not its text", o.Doc))
		}
	}
	return errors.Join(faults...)
}

// added is the file with the corrections at its end.
func (w *correcting) added(raw []byte, wishes []wish) ([]byte, error) {
	before, err := stored(w.store)
	if err != nil {
		return nil, err
	}
	var faults []error
	for _, wish := range wishes {
		was := correction.Statement{}
		if wish.Verdict != schema.Add {
			f, err := w.fact(before, wish.Fact)
			if err != nil {
				faults = append(faults, err)
				continue
			}
			was, wish.Doc, wish.Sentence = correction.StatementOf(*f), f.Doc, schema.Passages(before.Texts[f.Doc], f.Evidence)
		}
		next, _, err := correction.Write(filepath.ToSlash(w.file.path), raw, wish.Correction, was, wish.to)
		if err != nil {
			return nil, err
		}
		raw = next
	}
	return raw, errors.Join(faults...)
}

// fact finds a fact that no correction has touched.
func (w *correcting) fact(t extract.Telling, id string) (*schema.Fact, error) {
	i := slices.IndexFunc(t.Facts, func(f schema.Fact) bool { return f.ID == id })
	if i < 0 {
		return nil, fmt.Errorf("%s: the store %s has no such fact (`jishi correct --list` shows the rejected ones); the column id of queries and tables has them", id, w.store)
	}
	if c := t.Facts[i].Correction; c != nil {
		return nil, fmt.Errorf("%s: is corrected already, %s; change it in %s, then run `jishi correct --apply`", id, c.Words(), w.file.path)
	}
	return &t.Facts[i], nil
}

// read reads a file of corrections as it stands in raw.
func (w *correcting) read(raw []byte) (*corrections, error) {
	known, _, err := storedEntities(w.store)
	if err != nil {
		return nil, err
	}
	c := &corrections{file: w.file, x: w.x}
	c.file.raw = raw
	return c, c.read(known)
}

// applyFile applies the file as it stands.
func (w *correcting) applyFile(dryRun bool) error {
	c, change, err := w.try()
	if err != nil {
		return err
	}
	if err := showPlan(w.env, w.store, w.x.Ontology(), change, c.results(nil)); err != nil {
		return err
	}
	c.show(w.env.err, w.store)
	if dryRun {
		return nil
	}
	_, err = w.update(c, false)
	return err
}

// try finds out what the file does to the store, and changes nothing.
func (w *correcting) try() (*corrections, graph.Change, error) {
	if _, err := stored(w.store); err != nil {
		return nil, graph.Change{}, err
	}
	c, err := loadCorrections(w.values, w.x, nil)
	if err != nil {
		return nil, graph.Change{}, err
	}
	if c == nil {
		return nil, graph.Change{}, fmt.Errorf("%s: there are no corrections; `jishi correct FACT --reject --why WHY` writes one", w.file.path)
	}
	change, err := w.update(c, true)
	return c, change, err
}

// list shows each correction with what became of it.
func (w *correcting) list(format string) error {
	if _, err := stored(w.store); err == nil && w.file.raw == nil {
		fmt.Fprintf(w.err, "%s: there are no corrections; `jishi correct FACT --reject --why WHY` writes one\n", w.file.path)
		return nil
	}
	c, _, err := w.try()
	if err != nil {
		return err
	}
	rows := graph.Rows{Columns: []string{"verdict", "state", "fact", "read", "why", "by", "date", "document", "place", "sentence"}}
	for _, o := range c.outcomes {
		rows.Rows = append(rows.Rows, []any{o.Verdict, o.State.String(), o.Fact, o.Read, o.Why, o.By, o.On.String(), o.Doc, o.Place(), o.Sentence})
	}
	return writeRows(w.out, format, rows)
}
