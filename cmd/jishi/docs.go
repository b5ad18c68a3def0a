package main

import (
	"cmp"
	"errors"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"jishi/graph"
)

func docsCommand(e *env) *cobra.Command {
	format := newChoice("table", rowFormats())
	cmd := &cobra.Command{
		Use:   "docs",
		Short: "List the documents of a graph store",
		Long: `List the documents of a graph store: days of the first and the last entry, how many entries
and facts, the folder it was found below as seen from the store, and the title.`,
		Example: "  jishi docs --store graph\n  jishi docs --format csv > documents.csv",
		Args:    exactly(0, "no arguments"),
		RunE: func(cmd *cobra.Command, _ []string) error {
			c, err := configure(cmd)
			if err != nil {
				return err
			}
			rows, err := documentRows(c.store)
			if err != nil {
				return err
			}
			return writeRows(e.out, format.value, rows)
		},
	}
	addChoice(cmd, "format", format, "how to print")
	addSettings(cmd, "store")
	return cmd
}

func documentRows(dir string) (rows graph.Rows, err error) {
	s, err := graph.Open(dir)
	if err != nil {
		return rows, err
	}
	defer func() { err = errors.Join(err, s.Close()) }()
	days, err := daysOf(s)
	if err != nil {
		return rows, err
	}
	rows.Columns = []string{"document", "first", "last", "entries", "facts", "folder", "title"}
	for _, d := range s.Documents() {
		first, last := "", ""
		if all := days[d.ID]; len(all) > 0 {
			slices.SortFunc(all, func(a, b string) int { return cmp.Compare(yearlessLast(a), yearlessLast(b)) })
			first, last = all[0], all[len(all)-1]
		}
		rows.Rows = append(rows.Rows, []any{d.ID, first, last, d.Entries, d.Facts, d.Origin, d.Title})
	}
	return rows, nil
}

// daysOf gives the days of a store's entries, document by document; those without a date have none.
func daysOf(s *graph.Store) (map[string][]string, error) {
	entries, err := s.Entries()
	days := map[string][]string{}
	for _, x := range entries {
		if day, _, _ := strings.Cut(x.Label, "#"); day != "undated" {
			days[x.Doc] = append(days[x.Doc], day)
		}
	}
	return days, err
}

// yearlessLast sorts days without a year (--03-26) after the others.
func yearlessLast(day string) string {
	if strings.HasPrefix(day, "-") {
		return "~" + day
	}
	return day
}
