package main

import (
	"slices"
	"strconv"

	"github.com/spf13/cobra"

	"jishi/extract/rule"
	"jishi/graph"
)

func rulesListCommand(e *env) *cobra.Command {
	var relation, trigger string
	format := newChoice("table", rowFormats())
	cmd := &cobra.Command{
		Use:   "list",
		Short: "List the rules: relation, examples, where each stands, the words it waits for",
		Long: `List the rules: relation, examples, where each stands, the words it waits for. The
column overlay says which are new, and which changed, by the folder that --data names.`,
		Example: "  jishi rules list --relation met\n  jishi rules list --trigger 提供\n  jishi rules list --data mine --format csv > rules.csv",
		Args:    exactly(0, "no arguments"),
		RunE: func(cmd *cobra.Command, _ []string) error {
			x, err := loadRules(cmd)
			if err != nil {
				return err
			}
			if relation != "" {
				if relation, err = termID("relation", relation, relationTerms(x.Ontology())); err != nil {
					return err
				}
			}
			rows := graph.Rows{Columns: []string{"rule", "relation", "examples", "source", "overlay", "trigger"}}
			for _, r := range x.RulesInFull() {
				if (relation == "" || r.Relation == relation) && (trigger == "" || slices.Contains(r.Triggers, trigger)) {
					rows.Rows = append(rows.Rows, listed(r))
				}
			}
			return writeRows(e.out, format.value, rows)
		},
	}
	cmd.Flags().StringVar(&relation, "relation", "", "only rules of this relation")
	cmd.Flags().StringVar(&trigger, "trigger", "", "only rules that wait for this word")
	addChoice(cmd, "format", format, "how to print")
	addSettings(cmd, "data")
	return cmd
}

func listed(r *rule.Rule) []any {
	triggers := make([]any, len(r.Triggers))
	for i, w := range r.Triggers {
		triggers[i] = w
	}
	return []any{r.Name, r.Relation, float64(len(r.Examples)), r.File + ":" + strconv.Itoa(r.Line), overlaid(r), triggers}
}
