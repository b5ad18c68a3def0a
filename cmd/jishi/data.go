package main

import (
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"jishi/extract"
)

func dataCommand(e *env) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "data",
		Short: "Look at ontology and gazetteers, lay them out to be edited, add to them",
		Args:  noSuchCommand,
		RunE:  func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	cmd.AddCommand(dataLintCommand(e), dataWriteCommand(e), dataAddCommand(e))
	return cmd
}

func dataLintCommand(e *env) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "lint [DIR]",
		Short: "Look for faults in ontology and gazetteers",
		Long: `Look for faults in ontology and gazetteers: what a build refuses, and what loads but is
wrong or will never be found. Two persons in one office at the same time; a name that two
records claim and do not declare; references to what is not there; missing labels; days
out of order; persons without an office; names in traditional characters.

DIR is a folder as --data takes it: its schema and lexicon overlay the shipped ones, and
the whole is looked at. Each fault is a line FILE:LINE:COLUMN: fault; remedy, on standard
output. Exit status 1 when there is one.`,
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
			return lintData(e, data)
		},
	}
	addSettings(cmd, "data")
	return cmd
}

func lintData(e *env, data string) error {
	problems, err := extract.Lint(extract.Options{Data: data})
	if err != nil {
		return err
	}
	for _, p := range problems {
		fmt.Fprintln(e.spoken(), p.Error())
	}
	if len(problems) > 0 {
		return partly{errors.New(count(len(problems), "fault"))}
	}
	fmt.Fprintln(e.err, "no faults")
	return nil
}
