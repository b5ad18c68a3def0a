package main

import (
	"fmt"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"jishi/graph"
)

func historyCommand(e *env) *cobra.Command {
	format := newChoice("table", rowFormats())
	cmd := &cobra.Command{
		Use:   "history",
		Short: "List the states of a graph store that can be had back",
		Long: `List the states of a graph store that can be had back, the newest first. A store keeps its
last five states, and so many before them as make five when corrections in a row count as
one: every build, correct, remove or restore that changes something writes one. The column
changes says what became of its documents since the state before.`,
		Example: "  jishi history --store graph\n  jishi restore 3 --store graph",
		Args:    exactly(0, "no arguments"),
		RunE: func(cmd *cobra.Command, _ []string) error {
			c, err := configure(cmd)
			if err != nil {
				return err
			}
			all, err := graph.History(c.store)
			if err != nil {
				return err
			}
			return writeRows(e.out, format.value, historyRows(e.words, format.value, all))
		},
	}
	addChoice(cmd, "format", format, "how to print")
	addSettings(cmd, "store")
	return cmd
}

// historyRows has a row for each state, the newest first. A table is for people, and in their language.
func historyRows(w phrasebook, format string, all []graph.Generation) graph.Rows {
	rows := graph.Rows{Columns: []string{"state", "current", "written", "documents", "entries", "facts", "changes"}}
	if format != "table" {
		w = phrasebook{}
	}
	for i := len(all) - 1; i >= 0; i-- {
		g := all[i]
		entries, facts, current := 0, 0, ""
		for _, d := range g.Documents {
			entries += d.Entries
			facts += d.Facts
		}
		if g.Current {
			current = "current"
		}
		rows.Rows = append(rows.Rows, []any{g.Number, w.title(current), g.Written.Format(time.DateTime), len(g.Documents), entries, facts, w.say(changeWords(g))})
	}
	return rows
}

// changeWords says what became of the documents, with some of their names.
func changeWords(g graph.Generation) string {
	var parts []string
	for _, c := range []struct {
		what string
		docs []string
	}{{"%d added: %s", g.Added}, {"%d changed: %s", g.Changed}, {"%d removed: %s", g.Removed}} {
		if len(c.docs) > 0 {
			parts = append(parts, fmt.Sprintf(c.what, len(c.docs), someNames(c.docs)))
		}
	}
	if n := g.Corrections; n > 0 {
		parts = append(parts, count(n, "new correction"))
	}
	if n := g.TakenBack; n > 0 {
		parts = append(parts, count(n, "withdrawn correction"))
	}
	if len(parts) == 0 && !g.First {
		return "documents as before; rules or ontology differ"
	}
	return strings.Join(parts, "; ")
}

// someNames lists the first names, and says how many there are besides.
func someNames(names []string) string {
	if len(names) <= shownNames {
		return strings.Join(names, ", ")
	}
	return fmt.Sprintf("%s and %d more", strings.Join(names[:shownNames], ", "), len(names)-shownNames)
}
