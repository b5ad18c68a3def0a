package main

import (
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"jishi/graph/export"
)

func exportCommand(e *env) *cobra.Command {
	var s selectionFlags
	var o outputFlags
	formats := listFormats(export.Formats(), func(f export.Format) (name, ending, doc string) { return f.Name, f.Extension, f.Doc })
	format, by := newChoice("nquads", formats.names), byChoice()
	var labels *choice
	cmd := &cobra.Command{
		Use:   "export",
		Short: "Write a graph store, or a selection of it, for other programs",
		Long: "Write a graph store, or a selection of it, for other programs.\n\nFormats:" + formats.help +
			"\n\nA flag given several times, or with commas, selects any of its values; different\nflags must all hold.",
		Example: "  jishi export --format graphml > graph.graphml\n  jishi export -o facts.xlsx\n  jishi export --format csv --relation called,met --modality actual --since 2020-03 --entity FR",
		Args:    exactly(0, "no arguments"),
		RunE: func(cmd *cobra.Command, _ []string) error {
			c, err := o.configure(cmd, format, formats.endings)
			if err != nil {
				return err
			}
			if err := checkView(format.value, by.value, labels.value); err != nil {
				return err
			}
			f, err := writerOf(format.value)
			if err != nil {
				return err
			}
			language := labelsOf(cmd, labels, format.value)
			say, err := sheetWords(language)
			if err != nil {
				return err
			}
			return s.with(c.values, func(d export.Data) error {
				d = export.View(d, by.value, language)
				d.Excel, d.Say = o.excel, say
				return o.write(e, func(w io.Writer) error { return f.Write(w, d) })
			})
		},
	}
	addChoice(cmd, "format", format, "how to write")
	addChoice(cmd, "by", by, "parties as the text names them, or as the countries for which they count")
	labels = addLabels(cmd)
	s.add(cmd)
	o.add(cmd)
	addSettings(cmd, "store", "data")
	return cmd
}

func writerOf(name string) (export.Format, error) {
	for _, f := range export.Formats() {
		if f.Name == name {
			return f, nil
		}
	}
	return export.Format{}, fmt.Errorf("no format %q", name)
}
