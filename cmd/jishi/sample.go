package main

import (
	"errors"
	"fmt"
	"slices"

	"github.com/spf13/cobra"

	"jishi/extract/eval"
	"jishi/graph"
	"jishi/graph/export"
	"jishi/schema"
)

func sampleCommand(e *env) *cobra.Command {
	d := eval.Draw{}
	by := newChoice("", eval.Strata())
	var s export.Selection
	var out string
	cmd := &cobra.Command{
		Use:   "sample",
		Short: "Draw random facts with their sentences, to be marked right or wrong",
		Long: `Draw random facts with their sentences, to be marked right or wrong.

Open the table in Excel or LibreOffice and write into its first column 1 where the fact
is what the sentence says, 0 where it is not, ? where that cannot be decided (对, 错 and
yes, no do too). Then ` + "`jishi eval --marked FILE`" + ` tells the precision, each relation's with
its interval. The same store and seed give the same sample.

With --by each relation, modality or year gets the same number of facts, as far as it has
so many; eval weighs them back.`,
		Example: "  jishi sample --n 200 -o sample.xlsx\n  jishi sample --n 300 --by relation --seed 7 -o sample.csv\n  jishi eval --marked sample.xlsx",
		Args:    exactly(0, "no arguments"),
		RunE: func(cmd *cobra.Command, _ []string) error {
			c, err := configure(cmd)
			if err != nil {
				return err
			}
			if d.N < 1 {
				return fmt.Errorf("--n %d: draw one fact at least", d.N)
			}
			o, err := ontology(c.data)
			if err != nil {
				return err
			}
			wanted, err := chosen(o, s)
			if err != nil {
				return err
			}
			d.By = by.value
			return sample(e, c.store, o, wanted, d, out, labelsOf(cmd, newChoice("", nil), "xlsx"))
		},
	}
	cmd.Flags().IntVar(&d.N, "n", 200, "how many facts to draw")
	addChoice(cmd, "by", by, "draw as many of each")
	cmd.Flags().IntVar(&d.Seed, "seed", 1, "number that decides which facts are drawn")
	cmd.Flags().StringVarP(&out, "output", "o", "sample.csv", "FILE.csv or FILE.xlsx to write, - for standard output (CSV)")
	addTermFlags(cmd, &s)
	addSettings(cmd, "store", "data")
	return cmd
}

func sample(e *env, dir string, o *schema.Ontology, s export.Selection, d eval.Draw, out, language string) (err error) {
	if err := sheetName(out); err != nil {
		return err
	}
	st, err := graph.Open(dir)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, st.Close()) }()
	data, err := export.Load(st, o, s)
	if err != nil {
		return err
	}
	say, err := sheetWords(language)
	if err != nil {
		return err
	}
	data = export.View(data, export.ByActor, language)
	drawn := eval.Sample(data.Facts, d)
	if len(drawn) == 0 {
		return fmt.Errorf("%s: holds no such facts; nothing was written", dir)
	}
	t := export.Table{Name: "sample", Columns: sampleColumns(data.Units())}
	inCells := sampleWords{sampleTerms(o), language, d.Describe(len(drawn), len(data.Facts), language)}
	for _, x := range drawn {
		t.Rows = append(t.Rows, inCells.row(x, data.Texts[x.Doc], data.Units()))
	}
	if err := writeSheet(e.out, out, t.Titled(say)); err != nil {
		return err
	}
	how := d.Describe(len(drawn), len(data.Facts), schema.English)
	fmt.Fprintf(e.err, "%s: %s; mark them in the first column: 1 right, 0 wrong, ? cannot be decided; then run `jishi eval --marked %s`\n", out, how, out)
	return nil
}

// sampleColumns are those of a sample from files that are divided by units.
func sampleColumns(units []string) []export.Column {
	var columns []export.Column
	names := []string{eval.ColumnMark, "comment", eval.ColumnRelation, "modality", "date", "subject", "object", "items", "attributes", "said", "sentence", "document", "entry"}
	for _, name := range slices.Concat(names, units, []string{eval.ColumnID, eval.ColumnStratum, eval.ColumnOf, eval.ColumnSample}) {
		columns = append(columns, export.Column{Name: name})
	}
	return columns
}

// sampleWords are what the cells of a sample say in a language; "" has relations and modalities by id.
type sampleWords struct {
	terms    []schema.Term
	language string
	how      string // it was drawn
}

// sampleTerms are relations, modalities and what else a sample can be divided into.
func sampleTerms(o *schema.Ontology) []schema.Term {
	return slices.Concat(relationTerms(o), o.Modalities, eval.OtherStrata())
}

func (w sampleWords) row(x eval.Drawn, text string, units []string) []any {
	row := []any{"", "", w.term(x.Relation), w.term(x.Modality), w.date(x.Date), x.Subject.Name, x.Object.Name, schema.ItemWords(x.Items),
		schema.AttributeWords(x.Attributes), x.Said.Name, oneLine(schema.Passages(text, x.Evidence)), x.Doc, x.Entry}
	for _, unit := range units {
		row = append(row, x.Part.In(unit))
	}
	return append(row, x.ID, w.term(x.Stratum), x.Of, w.how)
}

// term is the label of a relation, a modality or another stratum.
func (w sampleWords) term(id string) string {
	at := slices.IndexFunc(w.terms, func(t schema.Term) bool { return t.ID == id })
	if w.language == "" || at < 0 {
		return id
	}
	return w.terms[at].Label(w.language)
}

func (w sampleWords) date(d schema.Date) string {
	switch {
	case d.Last.IsZero() || d.Last == d.First:
		return d.First.String()
	case w.language == chinese:
		return d.First.String() + " 至 " + d.Last.String()
	}
	return d.First.String() + " to " + d.Last.String()
}
