package main

import (
	"errors"
	"fmt"
	"strconv"
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
last five states: every build, remove or restore that changes something writes one. The
column changes says what became of its documents since the state before.`,
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
	if len(parts) == 0 && !g.First {
		return "documents as before; rules, ontology or corrections differ"
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

func restoreCommand(e *env) *cobra.Command {
	var dryRun bool
	cmd := &cobra.Command{
		Use:   "restore [STATE]",
		Short: "Bring an earlier state of a graph store back",
		Long: `Bring an earlier state of a graph store back: STATE is its number in ` + "`jishi history`" + `, the one
before the current if none is given. It becomes a new state, so that restoring can be
undone. With --dry-run the facts that would be gained, lost or changed are listed.`,
		Example: "  jishi restore --dry-run\n  jishi restore 3",
		Args:    atMost(1, "one STATE at most"),
		RunE: func(cmd *cobra.Command, args []string) error {
			c, err := configure(cmd)
			if err != nil {
				return err
			}
			n, err := stateOf(c.store, args)
			if err != nil {
				return err
			}
			if dryRun {
				return planRestore(e, c.values, n)
			}
			change, err := graph.Restore(c.store, n)
			if err != nil {
				return err
			}
			if change.Generation == n {
				fmt.Fprintf(e.err, "state %d is the current one; nothing to do\n", n)
				return nil
			}
			fmt.Fprintf(e.err, "state %d is back, as state %d: %d added, %d replaced, %d removed; %s\n", n, change.Generation,
				len(change.Added), len(change.Replaced), len(change.Removed), holdings(change, false))
			return nil
		},
	}
	cmd.Flags().BoolVar(&dryRun, "dry-run", false, "only say what would change")
	addSettings(cmd, "store", "data")
	return cmd
}

// stateOf reads the number of a state; without one, it is the one before the current.
func stateOf(dir string, args []string) (int, error) {
	all, err := graph.History(dir)
	if err != nil {
		return 0, err
	}
	if len(args) == 1 {
		n, err := strconv.Atoi(args[0])
		if err != nil || n < 1 {
			return 0, fmt.Errorf("%q is no state; `jishi history --store %s` lists their numbers", args[0], dir)
		}
		return n, nil
	}
	last := 0
	for _, g := range all {
		if !g.Current {
			last = g.Number
		}
	}
	if last == 0 {
		return 0, fmt.Errorf("%s: has one state alone; there is nothing to go back to", dir)
	}
	return last, nil
}

// planRestore lists what restoring would do to the facts.
func planRestore(e *env, v values, n int) (err error) {
	o, err := ontology(v.data)
	if err != nil {
		return err
	}
	now, err := stored(v.store)
	if err != nil {
		return err
	}
	s, err := graph.OpenGeneration(v.store, n)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, s.Close()) }()
	then, err := tellingOf(s)
	if err != nil {
		return err
	}
	p := newPlan(now, then, o)
	for _, doc := range p.documents() {
		p.show(e.spoken(), doc)
	}
	fmt.Fprintf(e.err, "state %d would be back: %s; the store would hold %s, %s\n", n, p.totals(), count(len(s.Documents()), "document"), count(len(then.Facts), "fact"))
	return nil
}
