package main

import (
	"io"
	"strings"

	"github.com/spf13/cobra"
)

func explainCommand(e *env) *cobra.Command {
	cmd := &cobra.Command{
		Use:     "explain TEXT",
		Short:   "Show how one sentence is read: tokens, mentions, references, rules tried, facts",
		Example: "  jishi explain 甲国总统某某同乙国总理某某通电话。\n  jishi explain - < sentence.txt",
		Args:    atLeast(1, "a TEXT, or - for standard input"),
		RunE: func(cmd *cobra.Command, args []string) error {
			c, err := configure(cmd)
			if err != nil {
				return err
			}
			text := strings.Join(args, " ")
			if text == "-" {
				raw, err := io.ReadAll(e.in)
				if err != nil {
					return err
				}
				text = string(raw)
			}
			if strings.TrimSpace(text) == "" {
				return usageError(cmd, "the TEXT is empty")
			}
			x, err := newExtractor(c.values)
			if err != nil {
				return err
			}
			explanation, err := x.Explain(text)
			if err != nil {
				return err
			}
			return explanation.WriteText(e.out)
		},
	}
	addSettings(cmd, "data", "year")
	return cmd
}
