package main

import (
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"jishi/graph/export"
)

func dyadsCommand(e *env) *cobra.Command {
	var s selectionFlags
	var o outputFlags
	unit := newChoice(export.ByMonth, export.Units())
	by := byChoice()
	var labels *choice
	format := newChoice("table", sheetFormats())
	cmd := &cobra.Command{
		Use:   "dyads",
		Short: "Count who did what with whom, by month, quarter or year",
		Long: `Count who did what with whom, by month, quarter or year.

One row a stretch of time, pair of sides, relation and modality, with the ISO 3166 codes of both sides. n counts
events: one that two texts tell is one. facts counts tellings. The sides of a relation between equals (directed: no)
stand in the order of their codes.

With --by country, what a leader, a ministry or a firm does counts for the country as of that date. What cannot be
counted is told on standard error: facts without a second side, of an international body, within one country, of an
unknown month. Offices are no events.`,
		Example: "  jishi dyads --by country --unit month --format csv > dyad-months.csv\n  jishi dyads --by country --unit year --relation met,called --modality actual --entity 法国",
		Args:    exactly(0, "no arguments"),
		RunE: func(cmd *cobra.Command, _ []string) error {
			c, err := o.configure(cmd, format, rowEndings())
			if err != nil {
				return err
			}
			data, err := s.load(c.values)
			if err != nil {
				return err
			}
			language := labelsOf(cmd, labels, format.value)
			dyads, left := export.Dyads(export.View(data, export.ByActor, language), unit.value, by.value)
			tellLeft(e.err, left)
			sayIfNone(e, dyads.Plain(), true)
			return o.rows(e, format.value, dyads.Name, language, dyads.Plain())
		},
	}
	addChoice(cmd, "unit", unit, "stretch of time")
	addChoice(cmd, "by", by, "sides as the text names them, or their countries")
	addChoice(cmd, "format", format, "how to print")
	labels = addLabels(cmd)
	s.add(cmd)
	o.add(cmd)
	addSettings(cmd, "store", "data")
	return cmd
}

// tellLeft says what a table leaves out.
func tellLeft(w io.Writer, left []export.Left) {
	for _, l := range left {
		fmt.Fprintf(w, "left out: %s: %s\n", count(l.Facts, "fact"), l.Why)
	}
}
