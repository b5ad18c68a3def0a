package main

import (
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"jishi/graph"
	"jishi/graph/export"
	"jishi/schema"
)

// selectionFlags are the flags that say which facts are wanted.
type selectionFlags struct{ export.Selection }

func (s *selectionFlags) add(cmd *cobra.Command) {
	addTermFlags(cmd, &s.Selection)
	cmd.Flags().StringVar(&s.Since, "since", "", "only what is dated on this day or later: YYYY, YYYY-MM or YYYY-MM-DD")
	cmd.Flags().StringVar(&s.Until, "until", "", "only what is dated on this day or earlier")
	cmd.Flags().StringSliceVar(&s.Entities, "entity", nil, "only what these take part in: ids, or names in Chinese, English or pinyin")
	cmd.Flags().StringSliceVar(&s.Between, "between", nil, "only what is between these, two or more: ids or names, as for --entity")
}

// addTermFlags gives a command the flags that select by relation and modality.
func addTermFlags(cmd *cobra.Command, s *export.Selection) {
	cmd.Flags().StringSliceVar(&s.Relations, "relation", nil, "only these relations, by id or label")
	cmd.Flags().StringSliceVar(&s.Modalities, "modality", nil, "only these modalities, by id or label")
	if o, err := ontology(""); err == nil {
		completeWith(cmd, "relation", relationIDs(o))
		completeWith(cmd, "modality", modalityIDs(o))
	}
}

// load reads what is wanted from the store of the settings. Its N-Quads can no longer be written.
func (s selectionFlags) load(v values) (d export.Data, err error) {
	err = s.with(v, func(read export.Data) error { d = read; return nil })
	return d, err
}

// with gives what is wanted while the store is open.
func (s selectionFlags) with(v values, do func(export.Data) error) (err error) {
	o, err := ontology(v.data)
	if err != nil {
		return err
	}
	wanted, err := chosen(o, s.Selection)
	if err != nil {
		return err
	}
	st, err := graph.Open(v.store)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, st.Close()) }()
	data, err := export.Load(st, o, wanted)
	if err != nil {
		return err
	}
	return do(data)
}

// chosen gives a selection by ids, and refuses what nothing could match, all at once.
func chosen(o *schema.Ontology, s export.Selection) (export.Selection, error) {
	var faults [3]error
	s.Relations, faults[0] = termIDs("relation", s.Relations, relationTerms(o))
	s.Modalities, faults[1] = termIDs("modality", s.Modalities, o.Modalities)
	for _, d := range []struct{ flag, day string }{{"since", s.Since}, {"until", s.Until}} {
		if d.day != "" && !isDay(d.day) {
			faults[2] = errors.Join(faults[2], fmt.Errorf("--%s %s: is no date; write YYYY, YYYY-MM or YYYY-MM-DD", d.flag, d.day))
		}
	}
	return s, errors.Join(faults[:]...)
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
func isDay(s string) bool { return !dayOf(s).IsZero() }

// dayOf reads YYYY, YYYY-MM or YYYY-MM-DD; what is no such day is zero.
func dayOf(s string) schema.Day {
	d, ok := schema.ParseDay(s)
	if !ok || d.Year == 0 {
		return schema.Day{}
	}
	return d
}
