package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"jishi/extract"
	"jishi/extract/rule"
	"jishi/schema/datafile"
)

func rulesCommand(e *env) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "rules",
		Short: "Work on the rules",
		Long: `Work on the rules: write one, test them, look at them, and see what they miss on texts.
docs/rules.md teaches the language.`,
		Args: noSuchRulesCommand,
		RunE: func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	cmd.AddCommand(rulesNewCommand(e), rulesCheckCommand(e), rulesListCommand(e), rulesShowCommand(e), rulesCoverageCommand(e))
	return cmd
}

func noSuchRulesCommand(_ *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	return fmt.Errorf("jishi rules: no command %q; %s", args[0], datafile.Suggest(args[0], []string{"new", "check", "list", "show", "coverage"}))
}

func rulesCheckCommand(e *env) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "check [DIR]",
		Short: "Load every rule file, run every example in it, and look for rules in each other's way",
		Long: `Load every rule file, run every example in it, and look for rules that stand in each
other's way: two that read one place of an example into different facts, and one that
no example needs, because another is taken wherever it fits.

DIR is a folder as --data takes it: its schema, lexicon and rules overlay the shipped
ones. Exit status 1 when an example fails or a rule is in the way, 2 when a file cannot
be loaded.`,
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
	if err := x.CheckRules().Err(); err != nil {
		return partly{err}
	}
	rules, examples, not := 0, 0, 0
	for _, r := range x.RulesInFull() {
		if data == "" || r.User {
			rules, examples, not = rules+1, examples+len(r.Examples), not+len(r.Not)
		}
	}
	if data == "" {
		fmt.Fprintf(e.err, "%s, %s and %s: all examples hold\n", count(rules, "rule"), count(examples, "example"), count(not, "counter-example"))
		return nil
	}
	fmt.Fprintf(e.err, "%s: %s, %s and %s: all examples hold, and so do those that ship\n", data, count(rules, "rule"), count(examples, "example"), count(not, "counter-example"))
	return nil
}

// loadRules compiles what ships and a user's folder. The examples need not hold: whoever looks at a rule may be mending it.
func loadRules(cmd *cobra.Command) (*extract.Extractor, error) {
	c, err := configure(cmd)
	if err != nil {
		return nil, err
	}
	return extract.New(extract.Options{Data: c.data})
}

// overlaid says whether a rule is the user's, new or changed; "" when it is as it ships.
func overlaid(r *rule.Rule) string {
	written := r.Written()
	switch {
	case !r.User:
		return ""
	case len(written) > 1:
		return "changed"
	}
	return "new"
}

// noSuchRule is the error for a name that no rule has.
func noSuchRule(name string, rules []*rule.Rule) error {
	names := make([]string, len(rules))
	for i, r := range rules {
		names[i] = r.Name
	}
	remedy := "`jishi rules list` lists them"
	if near := datafile.Nearest(name, names); near != "" {
		remedy = "did you mean " + near + "?"
	} else if parts := containing(names, name); len(parts) > 0 {
		remedy = "did you mean " + joined(parts) + "?"
	}
	return fmt.Errorf("no rule is called %q; %s", name, remedy)
}

func containing(names []string, part string) []string {
	var out []string
	for _, n := range names {
		if part != "" && strings.Contains(n, part) {
			out = append(out, n)
		}
	}
	return out
}
