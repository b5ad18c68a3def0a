package main

import (
	"errors"
	"fmt"
	"maps"
	"slices"

	"github.com/spf13/cobra"

	"jishi/graph"
	"jishi/schema/datafile"
)

func removeCommand(e *env) *cobra.Command {
	var dryRun bool
	cmd := &cobra.Command{
		Use:     "remove DOC…",
		Short:   "Drop documents from a graph store",
		Example: "  jishi remove 2020-03-23--31 --store graph",
		Args:    atLeast(1, "a DOC: the name of a document, as `jishi docs` lists them"),
		RunE: func(cmd *cobra.Command, args []string) error {
			c, err := configure(cmd)
			if err != nil {
				return err
			}
			if err := allThere(c.store, args); err != nil {
				return err
			}
			o, err := ontology(c.data)
			if err != nil {
				return err
			}
			change, err := graph.Update(c.store, graph.Build{Ontology: o, Remove: args, DryRun: dryRun})
			if err != nil {
				return err
			}
			if dryRun {
				if err := showPlan(e, c.store, o, change, nil); err != nil {
					return err
				}
				fmt.Fprintf(e.err, "%d would be removed; %s\n", len(change.Removed), holdings(change, dryRun))
				return nil
			}
			fmt.Fprintf(e.err, "%d removed; %s\n", len(change.Removed), holdings(change, dryRun))
			return nil
		},
	}
	cmd.Flags().BoolVar(&dryRun, "dry-run", false, "only say what would be dropped")
	addSettings(cmd, "store", "data")
	return cmd
}

// allThere refuses names that no document bears, all at once, before anything is dropped.
func allThere(dir string, docs []string) error {
	s, err := graph.Open(dir)
	if err != nil {
		return err
	}
	known := map[string]bool{}
	for _, d := range s.Documents() {
		known[d.ID] = true
	}
	if err := s.Close(); err != nil {
		return err
	}
	var faults []error
	for _, doc := range docs {
		if !known[doc] {
			faults = append(faults, fmt.Errorf("%s: the store %s has no such document; %s", doc, dir, datafile.Suggest(doc, slices.Sorted(maps.Keys(known)))))
		}
	}
	return errors.Join(faults...)
}
