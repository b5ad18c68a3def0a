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
			say, err := sheetWords(labelsOf(cmd, newChoice("", nil), "xlsx"))
			if err != nil {
				return err
			}
			return sample(e, c.store, o, wanted, d, out, say)
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

func sample(e *env, dir string, o *schema.Ontology, s export.Selection, d eval.Draw, out string, say func(string) string) (err error) {
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
	drawn := eval.Sample(data.Facts, d)
	if len(drawn) == 0 {
		return fmt.Errorf("%s: holds no such facts; nothing was written", dir)
	}
	how := d.Describe(len(drawn), len(data.Facts))
	t := export.Table{Name: "sample", Columns: sampleColumns(data.Units())}
	for _, x := range drawn {
		t.Rows = append(t.Rows, sampleRow(x, data.Texts[x.Doc], data.Units(), how))
	}
	if err := writeSheet(e.out, out, t.Titled(say)); err != nil {
		return err
	}
	fmt.Fprintf(e.err, "%s: %s; mark them in the first column: 1 right, 0 wrong, ? cannot be decided; then run `jishi eval --marked %s`\n", out, how, out)
	return nil
}

// sampleColumns are those of a sample from files that are divided by units.
func sampleColumns(units []string) []export.Column {
	var columns []export.Column
	names := []string{eval.ColumnMark, "comment", eval.ColumnRelation, "modality", "date", "subject", "object", "items", "said", "sentence", "document", "entry"}
	for _, name := range slices.Concat(names, units, []string{eval.ColumnID, eval.ColumnStratum, eval.ColumnOf, eval.ColumnSample}) {
		columns = append(columns, export.Column{Name: name})
	}
	return columns
}

func sampleRow(x eval.Drawn, text string, units []string, how string) []any {
	row := []any{"", "", x.Relation, x.Modality, dateWords(x.Date), x.Subject.Name, x.Object.Name, schema.ItemWords(x.Items), x.Said.Name,
		oneLine(schema.Passages(text, x.Evidence)), x.Doc, x.Entry}
	for _, unit := range units {
		row = append(row, x.Part.In(unit))
	}
	return append(row, x.ID, x.Stratum, x.Of, how)
}

func dateWords(d schema.Date) string {
	if d.Last.IsZero() || d.Last == d.First {
		return d.First.String()
	}
	return d.First.String() + " to " + d.Last.String()
}
