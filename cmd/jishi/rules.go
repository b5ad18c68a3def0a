package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"jishi/extract"
)

func rulesCommand(e *env) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "rules",
		Short: "Work on the rules",
		Args:  noSuchCommand,
		RunE:  func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	cmd.AddCommand(rulesCheckCommand(e))
	return cmd
}

func rulesCheckCommand(e *env) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "check [DIR]",
		Short: "Load every rule file and run every example in it",
		Long: `Load every rule file and run every example in it.

DIR is a folder as --data takes it: its schema, lexicon and rules overlay the shipped
ones. Exit status 1 when an example fails, 2 when a file cannot be loaded.`,
		Args: atMost(1, "one DIR at most"),
		RunE: func(cmd *cobra.Command, args []string) error {
			c, err := configure(cmd)
			if err != nil {
				return err
			}
			data := c.data
			if len(args) == 1 {
				data = args[0]
			}
			return checkRules(e, data)
		},
	}
	addSettings(cmd, "data")
	return cmd
}

func checkRules(e *env, data string) error {
	x, err := extract.New(extract.Options{Data: data})
	if err != nil {
		return err
	}
	if err := x.RunExamples(false).Err(); err != nil {
		return partly{err}
	}
	fmt.Fprintf(e.err, "%s, all examples hold\n", count(len(x.Rules()), "rule"))
	return nil
}
