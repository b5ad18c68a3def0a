package main

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"jishi/graph"
	"jishi/graph/export"
	"jishi/schema"
)

func exportCommand(e *env) *cobra.Command {
	var s export.Selection
	var names, docs []string
	for _, f := range export.Formats() {
		names = append(names, f.Name)
		docs = append(docs, fmt.Sprintf("  %-8s %s", f.Name, f.Doc))
	}
	format := newChoice("nquads", names)
	cmd := &cobra.Command{
		Use:   "export",
		Short: "Write a graph store, or a selection of it, for other programs",
		Long: "Write a graph store, or a selection of it, for other programs.\n\nFormats:\n" + strings.Join(docs, "\n") +
			"\n\nA flag given several times, or with commas, selects any of its values; different\nflags must all hold.",
		Example: "  jishi export --format graphml > graph.graphml\n  jishi export --format csv --relation called,met --modality actual --since 2020-03 --entity FR",
		Args:    exactly(0, "no arguments"),
		RunE: func(cmd *cobra.Command, _ []string) error {
			c, err := configure(cmd)
			if err != nil {
				return err
			}
			o, err := ontology(c.data)
			if err != nil {
				return err
			}
			if err := checkSelection(o, s); err != nil {
				return err
			}
			return exportTo(e, c.store, o, format.value, s)
		},
	}
	addChoice(cmd, "format", format, "how to write")
	cmd.Flags().StringSliceVar(&s.Relations, "relation", nil, "only these relations")
	cmd.Flags().StringSliceVar(&s.Modalities, "modality", nil, "only these modalities")
	cmd.Flags().StringVar(&s.Since, "since", "", "only what is dated on this day or later: YYYY, YYYY-MM or YYYY-MM-DD")
	cmd.Flags().StringVar(&s.Until, "until", "", "only what is dated on this day or earlier")
	cmd.Flags().StringSliceVar(&s.Entities, "entity", nil, "only what these take part in: ids or names")
	addSettings(cmd, "store", "data")
	if o, err := schema.LoadOntology(nil, ""); err == nil {
		completeWith(cmd, "relation", relationIDs(o))
		completeWith(cmd, "modality", modalityIDs(o))
	}
	return cmd
}

func exportTo(e *env, dir string, o *schema.Ontology, name string, s export.Selection) (err error) {
	st, err := graph.Open(dir)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, st.Close()) }()
	data, err := export.Load(st, o, s)
	if err != nil {
		return err
	}
	for _, f := range export.Formats() {
		if f.Name == name {
			return f.Write(e.out, data)
		}
	}
	return fmt.Errorf("no format %q", name)
}

// checkSelection refuses what nothing could match, all at once.
func checkSelection(o *schema.Ontology, s export.Selection) error {
	var faults []error
	known := func(flag string, given, ids []string) {
		for _, g := range given {
			if !slices.Contains(ids, g) {
				faults = append(faults, fmt.Errorf("--%s %s: unknown; there are %s", flag, g, strings.Join(ids, ", ")))
			}
		}
	}
	known("relation", s.Relations, relationIDs(o))
	known("modality", s.Modalities, modalityIDs(o))
	for _, d := range []struct{ flag, day string }{{"since", s.Since}, {"until", s.Until}} {
		if d.day != "" && !isDay(d.day) {
			faults = append(faults, fmt.Errorf("--%s %s: is no date; write YYYY, YYYY-MM or YYYY-MM-DD", d.flag, d.day))
		}
	}
	return errors.Join(faults...)
}

func relationIDs(o *schema.Ontology) []string {
	var ids []string
	for _, r := range o.Relations {
		ids = append(ids, r.ID)
	}
	return ids
}

func modalityIDs(o *schema.Ontology) []string {
	var ids []string
	for _, m := range o.Modalities {
		ids = append(ids, m.ID)
	}
	return ids
}

// isDay reports whether s is YYYY, YYYY-MM or YYYY-MM-DD, and there is such a day.
func isDay(s string) bool {
	var d schema.Day
	parts := strings.Split(s, "-")
	for i, to := range []*int{&d.Year, &d.Month, &d.Day} {
		if i >= len(parts) {
			break
		}
		if _, err := fmt.Sscanf(parts[i], "%d", to); err != nil || *to == 0 {
			return false
		}
	}
	return d.Valid() && d.String() == s
}
