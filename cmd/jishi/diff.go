package main

import (
	"errors"
	"fmt"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"jishi/extract"
	"jishi/graph"
	"jishi/schema"
)

func diffCommand(e *env) *cobra.Command {
	var files inputFlags
	var data []string
	format := newChoice("table", rowFormats())
	cmd := &cobra.Command{
		Use:   "diff STORE STORE | --data A --data B TEXT…",
		Short: "Compare the facts of two stores, or of two rule sets on texts",
		Long: `Compare the facts of two stores, or of two rule sets on texts, fact by fact.

With two STOREs, those they hold are compared. With --data twice, each TEXT is read by
both rule sets: A and B are folders as --data takes them elsewhere, - is what ships. A
TEXT is a file, a folder, - for standard input, or a sentence that ends with 。！ or ？.

A fact is gained, lost, or changed: the same relation, parties and words of the same
document, but another modality, date, attribute, or other items or evidence. The rule
that read it is not compared. Exit status 0 when nothing differs, 1 when something does,
2 when the two could not be compared.`,
		Example: "  jishi diff before after\n  jishi diff --data - --data mine chronicle.txt --year 2020\n  jishi diff --data old --data new texts/ --format csv > changes.csv",
		Args:    atLeast(1, "two STOREs, or --data twice and a TEXT"),
		RunE: func(cmd *cobra.Command, args []string) error {
			c, err := configure(cmd)
			if err != nil {
				return err
			}
			var pair comparison
			switch {
			case len(data) == 0 && len(args) == 2:
				pair, err = compareStores(args[0], args[1])
			case len(data) == 0:
				err = usageError(cmd, fmt.Sprintf("takes two STOREs, got %s; to compare rule sets on texts, give --data twice", count(len(args), "argument")))
			case len(data) != 2:
				err = usageError(cmd, "takes --data twice, - for what ships")
			default:
				pair, err = compareRules(e, c.values, data, args, files)
			}
			if err != nil {
				return err
			}
			return pair.show(e, format.value)
		},
	}
	cmd.Flags().StringArrayVar(&data, "data", nil, "folder whose schema, lexicon and rules overlay the shipped ones, - for none; give it twice")
	files.add(cmd)
	addChoice(cmd, "format", format, "how to print")
	files.addYear(cmd)
	addSettings(cmd, "jobs")
	return cmd
}

// comparison is two tellings, and what was left out of both.
type comparison struct {
	a, b     extract.Telling
	ontology *schema.Ontology
	partly   error
}

func compareStores(a, b string) (comparison, error) {
	var out comparison
	var errs []error
	for _, side := range []struct {
		dir string
		to  *extract.Telling
	}{{a, &out.a}, {b, &out.b}} {
		var err error
		*side.to, err = stored(side.dir)
		errs = append(errs, err)
	}
	var err error
	out.ontology, err = schema.LoadOntology(nil, "")
	return out, errors.Join(append(errs, err)...)
}

// stored reads the facts and texts of a store.
func stored(dir string) (t extract.Telling, err error) {
	s, err := graph.Open(dir)
	if err != nil {
		return t, err
	}
	defer func() { err = errors.Join(err, s.Close()) }()
	return tellingOf(s)
}

func tellingOf(s *graph.Store) (t extract.Telling, err error) {
	t = extract.Telling{Texts: map[string]string{}}
	if t.Facts, err = s.Facts(); err != nil {
		return t, err
	}
	for _, d := range s.Documents() {
		if t.Texts[d.ID], err = s.Text(d.ID); err != nil {
			return t, err
		}
	}
	return t, nil
}

// compareRules reads the texts by both rule sets.
func compareRules(e *env, v values, data, args []string, files inputFlags) (comparison, error) {
	var out comparison
	var xs [2]*extract.Extractor
	var errs []error
	for i, dir := range data {
		side := v
		if side.data = dir; dir == "-" {
			side.data = ""
		}
		x, err := compile(side)()
		if err == nil {
			xs[i] = x.FactsOnly()
		}
		errs = append(errs, err)
	}
	if err := errors.Join(errs...); err != nil {
		return out, err
	}
	r, err := readSentencesOrInputs(e, xs[0], v, args, files)
	if err != nil {
		return out, err
	}
	out.a, out.ontology, out.partly = told(r.results), xs[1].Ontology(), r.partly()
	again := make([]schema.Result, len(r.results))
	inTurn(len(again), v.jobs, func(i int) { again[i] = xs[1].Extract(r.results[i].Document, v.jobs) })
	out.b = told(again)
	return out, nil
}

func told(results []schema.Result) extract.Telling {
	t := extract.Telling{Texts: map[string]string{}}
	for _, r := range results {
		t.Facts = append(t.Facts, r.Facts...)
		t.Texts[r.Document.ID] = r.Document.Text
	}
	return t
}

// readSentencesOrInputs reads the arguments: sentences, if all of them are and none is a file, else files and folders.
func readSentencesOrInputs(e *env, x *extract.Extractor, v values, args []string, files inputFlags) (*reading, error) {
	for _, arg := range args {
		if _, err := os.Stat(arg); err == nil || !isSentence(arg) {
			return readInputs(e, func() (*extract.Extractor, error) { return x, nil }, v, args, files)
		}
	}
	r := &reading{x: x}
	for i, arg := range args {
		id := "text"
		if i > 0 {
			id = fmt.Sprintf("text-%d", i+1)
		}
		doc, err := extract.Read(extract.Input{ID: id, Name: id, Raw: []byte(arg)}, v.year)
		if err != nil {
			return nil, err
		}
		r.results = append(r.results, x.Extract(doc, v.jobs))
	}
	return r, nil
}

func isSentence(arg string) bool {
	return strings.HasSuffix(arg, "。") || strings.HasSuffix(arg, "！") || strings.HasSuffix(arg, "？")
}

// show prints the differences, and ends with status 1 when there are some.
func (c comparison) show(e *env, format string) error {
	differences, alike := extract.Diff(c.a, c.b, c.ontology)
	rows := graph.Rows{Columns: []string{"change", "date", "modality", "subject", "relation", "object", "changes", "document", "entry", "id_a", "id_b", "sentence"}}
	kinds := map[string]int{}
	for _, d := range differences {
		kinds[d.Kind]++
		rows.Rows = append(rows.Rows, differenceRow(d, format, e.words))
	}
	if format != "table" || len(rows.Rows) > 0 {
		if err := writeRows(e.out, format, rows); err != nil {
			return err
		}
	}
	if len(differences) == 0 {
		fmt.Fprintf(e.err, "no difference: %s in both\n", count(alike, "fact"))
		return c.partly
	}
	return errors.Join(c.partly, partly{fmt.Errorf("%d gained, %d lost, %d changed; %s alike",
		kinds[extract.Gained], kinds[extract.Lost], kinds[extract.Changed], count(alike, "fact"))})
}

// differenceRow has the columns of show. In JSON the changes are a list of objects, elsewhere words.
func differenceRow(d extract.Difference, format string, w phrasebook) []any {
	kind := d.Kind
	if format == "table" {
		kind = w.title(kind)
	}
	f := d.Fact()
	id := func(f *schema.Fact) any {
		if f == nil {
			return nil
		}
		return f.ID
	}
	var changes any = d.Changes
	if format != "json" {
		words := make([]string, len(d.Changes))
		for i, c := range d.Changes {
			words[i] = fmt.Sprintf("%s: %s → %s", c.Field, orNone(c.Old), orNone(c.New))
		}
		changes = strings.Join(words, "; ")
	} else if d.Changes == nil {
		changes = []extract.Change{}
	}
	return []any{kind, f.Date.First.String(), f.Modality, f.Subject.Name, f.Relation, f.Object.Name, changes, f.Doc, f.Entry, id(d.A), id(d.B), d.Words}
}

func orNone(s string) string {
	if s == "" {
		return "none"
	}
	return s
}
