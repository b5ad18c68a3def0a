package main

import (
	"errors"
	"slices"

	"github.com/spf13/cobra"

	"jishi/graph"
	"jishi/schema"
)

func extractCommand(e *env) *cobra.Command {
	var files inputFlags
	var mentions bool
	format := newChoice("jsonl", []string{"jsonl", "table", "nquads"})
	cmd := &cobra.Command{
		Use:   "extract INPUT…",
		Short: "Read texts and print their facts, without a store",
		Long: `Read texts and print their facts, without a store.

An INPUT is a file, a folder or a .zip or .tar.gz with all below it, or - for standard input.`,
		Example: "  jishi extract chronicle.txt --format table\n  jishi extract texts/ > facts.jsonl\n  jishi extract chronicle.txt --mentions > mentions.jsonl",
		Args:    atLeast(1, "an INPUT: files, folders, or - for standard input"),
		RunE: func(cmd *cobra.Command, args []string) error {
			if mentions && format.value == "nquads" {
				return usageError(cmd, "--mentions are no quads; take --format jsonl or table")
			}
			c, err := configure(cmd)
			if err != nil {
				return err
			}
			compiled := compile(c.values)
			if !mentions && format.value != "nquads" {
				compiled = factsOnly(compiled)
			}
			if format.value == "jsonl" {
				r, err := openInputs(e, compiled, c.values, args, files)
				if err != nil {
					return err
				}
				return errors.Join(printLines(e, r, c.values, mentions), r.partly())
			}
			r, err := readInputs(e, compiled, c.values, args, files)
			if err != nil {
				return err
			}
			schema.LinkEvents(r.results, r.x.Ontology())
			return errors.Join(printResults(e, c.values, r, format.value, mentions), r.partly())
		},
	}
	files.add(cmd)
	files.addYear(cmd)
	addChoice(cmd, "format", format, "how to print")
	cmd.Flags().BoolVar(&mentions, "mentions", false, "print the mentions of entities, and no facts")
	addSettings(cmd, "data", "jobs", "base")
	return cmd
}

func printResults(e *env, v values, r *reading, format string, mentions bool) error {
	switch {
	case format == "nquads":
		return graph.WriteQuads(e.out, v.base, r.results, r.x.Rules())
	case mentions:
		return mentionTable(r.results).write(e.out)
	}
	return factTable(r.results).write(e.out)
}

func mentionTable(results []schema.Result) table {
	t := table{columns: []string{"document", "entry", "type", "id", "name", "mention"}}
	for _, r := range results {
		index := schema.NewRuneIndex(r.Document.Text)
		for _, m := range r.Mentions {
			rec := m.Record(r.Document.ID, r.Document.Text, index)
			t.rows = append(t.rows, []string{rec.Doc, rec.Entry, rec.Type, rec.ID, rec.Name, rec.Mention})
		}
	}
	return t
}

// factTable has the columns of the shipped queries.
func factTable(results []schema.Result) table {
	units := unitsOf(results)
	t := table{columns: slices.Concat([]string{"date", "modality", "subject", "relation", "object", "items", "document", "entry"}, units, []string{"id", "sentence"})}
	for _, r := range results {
		for _, f := range r.Facts {
			row := []string{f.Date.First.String(), f.Modality, f.Subject.Name, f.Relation, f.Object.Name, schema.ItemWords(f.Items), f.Doc, f.Entry}
			for _, unit := range units {
				row = append(row, f.Part.In(unit))
			}
			t.rows = append(t.rows, append(row, f.ID, schema.Passages(r.Document.Text, f.Evidence)))
		}
	}
	return t
}

// unitsOf are the ways in which the files of documents are divided.
func unitsOf(results []schema.Result) []string {
	return slices.DeleteFunc([]string{schema.Page, schema.Paragraph}, func(unit string) bool {
		return !slices.ContainsFunc(results, func(r schema.Result) bool { return r.Document.Parts.Unit == unit })
	})
}
