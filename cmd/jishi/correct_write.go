package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
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
	file string
}

// wish is a correction to be written.
type wish struct {
	schema.Correction
	to correction.Statement
}

// write adds corrections to the file and applies it. Nothing is written unless all of them can be.
func (w *correcting) write(wishes []wish, dryRun bool) error {
	raw, err := os.ReadFile(w.file)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("%s: cannot be read: %w", w.file, reason(err))
	}
	if err := w.mayWrite(err != nil); err != nil {
		return err
	}
	next, err := w.added(raw, wishes)
	if err != nil {
		return err
	}
	c, err := w.read(next)
	if err != nil {
		return err
	}
	change, err := graph.Update(w.store, graph.Build{Ontology: w.x.Ontology(), Rules: w.x.Rules(), Correct: c.hook(), DryRun: true})
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
		_, err := w.out.Write(next[len(raw):])
		return err
	}
	if now, err := os.ReadFile(w.file); err == nil && !bytes.Equal(now, raw) || err != nil && len(raw) > 0 {
		return fmt.Errorf("%s: somebody else has just written to it; run the command again", w.file)
	}
	if err := replace(w.file, func(out io.Writer) error { _, err := out.Write(next); return err }); err != nil {
		return err
	}
	_, err = graph.Update(w.store, graph.Build{Ontology: w.x.Ontology(), Rules: w.x.Rules(), Correct: c.hook()})
	for _, o := range fresh {
		fmt.Fprintf(w.err, "%s: %s %s\n", o.Place(), o.Verdict, o.Fact)
	}
	return err
}

// mayWrite refuses to begin a file anew for a store that has corrections from another one: they would be taken back.
func (w *correcting) mayWrite(missing bool) error {
	_, before, err := storedEntities(w.store)
	if err == nil && missing && len(before) > 0 {
		err = fmt.Errorf("%s: there is no such file, and the store %s has %s; put the file back, name it with --corrections, or make an empty one to take them back", w.file, w.store, count(len(before), "correction"))
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
		next, _, err := correction.Write(filepath.ToSlash(w.file), raw, wish.Correction, was, wish.to)
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
		return nil, fmt.Errorf("%s: is corrected already, %s; change it in %s, then run `jishi correct --apply`", id, c.Words(), w.file)
	}
	return &t.Facts[i], nil
}

// read reads a file of corrections as it stands in raw.
func (w *correcting) read(raw []byte) (*corrections, error) {
	known, _, err := storedEntities(w.store)
	if err != nil {
		return nil, err
	}
	records, err := correction.Read(filepath.ToSlash(w.file), raw, correction.Options{Ontology: w.x.Ontology(), Find: finder(w.x, known)})
	return &corrections{file: w.file, x: w.x, records: records}, err
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
	c.show(w.env.err)
	if dryRun {
		return nil
	}
	_, err = graph.Update(w.store, graph.Build{Ontology: w.x.Ontology(), Rules: w.x.Rules(), Correct: c.hook()})
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
		return nil, graph.Change{}, fmt.Errorf("%s: there are no corrections; `jishi correct FACT --reject --why WHY` writes one", w.file)
	}
	change, err := graph.Update(w.store, graph.Build{Ontology: w.x.Ontology(), Rules: w.x.Rules(), Correct: c.hook(), DryRun: true})
	return c, change, err
}

// list shows each correction with what became of it.
func (w *correcting) list(format string) error {
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
