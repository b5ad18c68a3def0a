package main

import (
	"fmt"
	"slices"

	"github.com/spf13/cobra"

	"jishi/schema/datafile"
)

// atLeast wants n arguments or more; what names them.
func atLeast(n int, what string) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if len(args) < n {
			return usageError(cmd, "give "+what)
		}
		return nil
	}
}

// exactly wants n arguments.
func exactly(n int, what string) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if len(args) != n {
			return usageError(cmd, fmt.Sprintf("takes %s, got %d arguments", what, len(args)))
		}
		return nil
	}
}

// atMost wants no more than n arguments.
func atMost(n int, what string) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if len(args) > n {
			return usageError(cmd, fmt.Sprintf("takes %s, got %d arguments", what, len(args)))
		}
		return nil
	}
}

func usageError(cmd *cobra.Command, fault string) error {
	return fmt.Errorf("%s: %s; see `%s --help`", cmd.CommandPath(), fault, cmd.CommandPath())
}

// choice is a flag that takes one of a list of words, or what a catalogue calls one of them in Chinese.
type choice struct {
	value string
	words []string
}

// newChoice makes a choice among words, with its default.
func newChoice(standard string, words []string) *choice { return &choice{standard, words} }

func (c *choice) String() string { return c.value }

func (c *choice) Type() string { return "WORD" }

// Set refuses a word that is not in the list. What is kept is the word of the list.
func (c *choice) Set(word string) error {
	if slices.Contains(c.words, word) {
		c.value = word
		return nil
	}
	chinese, err := choiceWords()
	if err != nil {
		return err
	}
	known := slices.Clone(c.words)
	for _, w := range c.words {
		if slices.Contains(chinese[w], word) {
			c.value = w
			return nil
		}
		known = append(known, chinese[w]...)
	}
	if near := datafile.Nearest(word, known); near != "" {
		return fmt.Errorf("want one of %s; did you mean %s?", joined(c.words), near)
	}
	return fmt.Errorf("want one of %s", joined(c.words))
}

// addChoice gives a command a flag of choice, with completion.
func addChoice(cmd *cobra.Command, name string, c *choice, doc string) {
	cmd.Flags().Var(c, name, doc+": "+joined(c.words))
	completeWith(cmd, name, c.words)
}

func completeWith(cmd *cobra.Command, flag string, words []string) {
	complete := cobra.FixedCompletions(words, cobra.ShellCompDirectiveNoFileComp)
	if err := cmd.RegisterFlagCompletionFunc(flag, complete); err != nil {
		panic(err) // the flag was not defined: found by any test that runs the command
	}
}

func joined(words []string) string {
	out := ""
	for i, w := range words {
		switch {
		case i == 0:
		case i == len(words)-1:
			out += " or "
		default:
			out += ", "
		}
		out += w
	}
	return out
}
