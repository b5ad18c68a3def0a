package main

import (
	"errors"
	"fmt"
	"strconv"

	"github.com/spf13/cobra"

	"jishi/extract/correction"
	"jishi/graph"
)

func restoreCommand(e *env) *cobra.Command {
	var dryRun, keep bool
	cmd := &cobra.Command{
		Use:   "restore [STATE]",
		Short: "Bring an earlier state of a graph store back",
		Long: `Bring an earlier state of a graph store back: STATE is its number in ` + "`jishi history`" + `, the one
before the current if none is given. It becomes a new state, so that restoring can be
undone. The file of corrections becomes what it was then, too, or else the next build would
apply it again; what it was until now is kept beside it. With --dry-run the facts that would
be gained, lost or changed are listed.`,
		Example: "  jishi restore --dry-run\n  jishi restore 3\n  jishi restore 3 --keep-corrections",
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
			return restore(e, c.values, n, keep)
		},
	}
	cmd.Flags().BoolVar(&dryRun, "dry-run", false, "only say what would change")
	cmd.Flags().BoolVar(&keep, "keep-corrections", false, "leave the file of corrections as it is")
	addSettings(cmd, "store", "data", "corrections")
	return cmd
}

// restore brings a state back, and with it the file of corrections.
func restore(e *env, v values, n int, keep bool) error {
	file, err := findCorrections(v, nil)
	if err != nil {
		return err
	}
	then, known, err := correctionsThen(v.store, n)
	if err != nil {
		return err
	}
	change, err := graph.Restore(v.store, n)
	if err != nil {
		return err
	}
	differs := known && file.differs(then)
	if change.Generation != n {
		fmt.Fprintf(e.err, "state %d is back, as state %d: %d added, %d replaced, %d removed; %s\n", n, change.Generation,
			len(change.Added), len(change.Replaced), len(change.Removed), holdings(change, false))
	} else if !differs || keep {
		fmt.Fprintf(e.err, "state %d is the current one; nothing to do\n", n)
	}
	switch {
	case !known:
		fmt.Fprintf(e.err, "%s: stays as it is, since state %d is from a version that did not keep it; the next build applies it\n", file.path, n)
	case differs && keep:
		fmt.Fprintf(e.err, "%s: is not as it was with state %d; the next build applies it as it stands\n", file.path, n)
	case differs:
		return putBack(e, v, file, then, n)
	}
	return nil
}

// correctionsThen is the file of corrections as it was with a state; it is not known of a state of an earlier version.
func correctionsThen(store string, n int) (text string, known bool, err error) {
	s, err := graph.OpenGeneration(store, n)
	if err != nil {
		return "", false, err
	}
	text, known, err = s.CorrectionsFile()
	return text, known, errors.Join(err, s.Close())
}

// putBack makes the file of corrections what it was then. What it is now is kept beside it first; one that serves the stores
// beside this one stays, and this one gets its own.
func putBack(e *env, v values, file correctionsFile, then string, n int) error {
	if file.shared == nil {
		kept, err := file.keepAside(n, then)
		if err != nil {
			return err
		}
		if kept != "" {
			fmt.Fprintf(e.err, "%s: a copy of %s as it was until now\n", kept, file.path)
		}
	} else {
		own, err := ownCorrections(v.store)
		if err != nil {
			return err
		}
		file = correctionsFile{path: own}
	}
	if then == "" {
		then = correction.Head
	}
	if err := file.save([]byte(then)); err != nil {
		return err
	}
	fmt.Fprintf(e.err, "%s: is as it was then\n", file.path)
	return nil
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
	if file, err := findCorrections(v, nil); err != nil {
		return err
	} else if text, known, err := s.CorrectionsFile(); err != nil {
		return err
	} else if known && file.differs(text) {
		fmt.Fprintf(e.err, "%s: would be as it was then; a copy of it as it is would be kept\n", file.path)
	}
	fmt.Fprintf(e.err, "state %d would be back: %s; the store would hold %s, %s\n", n, p.totals(), count(len(s.Documents()), "document"), count(len(then.Facts), "fact"))
	return nil
}
