package main

import (
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"jishi/extract"
	"jishi/extract/rule"
	"jishi/schema"
)

func rulesShowCommand(e *env) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "show NAME",
		Short: "Show a rule: as it is written, what it waits for and needs, what its examples give",
		Args:  exactly(1, "the NAME of a rule"),
		RunE: func(cmd *cobra.Command, args []string) error {
			x, err := loadRules(cmd)
			if err != nil {
				return err
			}
			rules := x.RulesInFull()
			i := slices.IndexFunc(rules, func(r *rule.Rule) bool { return r.Name == args[0] })
			switch {
			case i < 0 && slices.ContainsFunc(x.Rules(), func(r schema.Rule) bool { return r.Name == args[0] }):
				return fmt.Errorf("%s is no rule of a file: it is the program's own reading of the offices in names' titles", args[0])
			case i < 0:
				return noSuchRule(args[0], rules)
			}
			showRule(e.spoken(), x, rules[i], rules)
			return nil
		},
		ValidArgsFunction: func(cmd *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
			x, err := loadRules(cmd)
			if err != nil || len(args) > 0 {
				return nil, cobra.ShellCompDirectiveNoFileComp
			}
			var names []string
			for _, r := range x.RulesInFull() {
				names = append(names, r.Name)
			}
			return names, cobra.ShellCompDirectiveNoFileComp
		},
	}
	addSettings(cmd, "data")
	return cmd
}

func showRule(w io.Writer, x *extract.Extractor, r *rule.Rule, all []*rule.Rule) {
	for i, part := range r.Written() {
		what := ""
		if i > 0 {
			what = ", which changes it"
		}
		fmt.Fprintf(w, "%s:%d%s\n\n%s\n", part.File, part.Line, what, part.Text)
	}
	for _, line := range describeRule(x.Ontology(), r, all) {
		if line[1] != "" {
			fmt.Fprintf(w, "%-10s %s\n", line[0], line[1])
		}
	}
	fmt.Fprintln(w, "\nexamples")
	for _, example := range r.Examples {
		showExample(w, x, r, example)
	}
	if len(r.Not) > 0 {
		fmt.Fprintln(w, "\nnot")
	}
	for _, text := range r.Not {
		facts := slices.DeleteFunc(x.Facts(text), func(f schema.Fact) bool { return f.Rule != r.Name })
		fmt.Fprintf(w, "  %s  %s\n", verdict(len(facts) == 0), text)
		showFacts(w, facts)
	}
}

func verdict(holds bool) string {
	if holds {
		return "ok   "
	}
	return "FAILS"
}

// showExample prints what an example gives, and what it should give and does not.
func showExample(w io.Writer, x *extract.Extractor, r *rule.Rule, example rule.Example) {
	facts := x.Facts(example.Text)
	var missing []string
	for _, want := range example.Facts {
		e, err := rule.ParseExpectation(want)
		if err != nil || !slices.ContainsFunc(facts, e.Meets) {
			missing = append(missing, want)
		}
	}
	fmt.Fprintf(w, "  %s  %s\n", verdict(len(missing) == 0), example.Text)
	showFacts(w, facts)
	for _, want := range missing {
		fmt.Fprintf(w, "         missing %s\n", want)
	}
}

func showFacts(w io.Writer, facts []schema.Fact) {
	for _, f := range facts {
		fmt.Fprintf(w, "         gives %s, by %s\n", rule.Telling(f), f.Rule)
	}
}

// describeRule says what a rule's keys mean, as names and texts; a text is empty where there is nothing to say.
func describeRule(o *schema.Ontology, r *rule.Rule, all []*rule.Rule) [][2]string {
	relation, _ := o.Relation(r.Relation)
	between := "from " + joined(relation.From) + " to " + joined(relation.To)
	if relation.Symmetric {
		between += "; the two are equals"
	}
	order := ""
	if before, after := rivals(r, all); len(before)+len(after) > 0 {
		order = "of the rules of " + r.Relation + " on these words it is tried"
		if len(before) > 0 {
			order += " after " + strings.Join(before, ", ")
		}
		if len(before) > 0 && len(after) > 0 {
			order += " and"
		}
		if len(after) > 0 {
			order += " before " + strings.Join(after, ", ")
		}
	}
	return [][2]string{
		{"reads", r.Doc},
		{"relation", r.Relation + " " + between},
		{"waits for", strings.Join(r.Triggers, " ")},
		{"subject", map[string]string{"": "in the pattern, else whoever acts there", "named": "in the pattern alone", "team": "the country of the team"}[r.Subject]},
		{"object", objectWords(r.Object)},
		{"items", map[bool]string{true: "the supplies in the match and in the rest of its clause"}[r.Items]},
		{"needs", strings.Join(r.Needs, ", ")},
		{"unless", strings.Join(r.Unless, " ")},
		{"own cues", pairsOf(r.Body.Cues)},
		{"modality", modalityWords(r)},
		{"attributes", strings.TrimPrefix(pairsOf(r.Set)+", "+whenWords(r.When), ", ")},
		{"order", order},
	}
}

func objectWords(mode string) string {
	switch mode {
	case "":
		return "in the pattern"
	case "open":
		return "in the pattern, else left open"
	}
	if id, ok := strings.CutPrefix(mode, "="); ok {
		return "in the pattern, else " + id
	}
	return "in the pattern, else found as docs/rules.md says of object: " + mode
}

func modalityWords(r *rule.Rule) string {
	switch {
	case r.Always != "":
		return r.Always + ", whatever stands around"
	case r.Modality != "":
		return "by the words around; where none says, " + r.Modality
	}
	return ""
}

func pairsOf(m map[string]string) string {
	var parts []string
	for _, key := range slices.Sorted(maps.Keys(m)) {
		parts = append(parts, key+"="+m[key])
	}
	return strings.Join(parts, " ")
}

func whenWords(m map[string]string) string {
	var parts []string
	for _, word := range slices.Sorted(maps.Keys(m)) {
		parts = append(parts, m[word]+" where "+word+" stands")
	}
	return strings.Join(parts, ", ")
}

// rivals are the rules of the same relation that wait for one of the same words, in the order in which they are tried:
// those before the rule, and those after it, each with its priority.
func rivals(r *rule.Rule, all []*rule.Rule) (before, after []string) {
	shares := func(o *rule.Rule) bool {
		return o.Relation == r.Relation && slices.ContainsFunc(o.Triggers, func(w string) bool { return slices.Contains(r.Triggers, w) })
	}
	tried := slices.Clone(all)
	slices.SortFunc(tried, func(a, b *rule.Rule) int { return a.Turn - b.Turn })
	for _, o := range tried {
		name := fmt.Sprintf("%s (priority %d)", o.Name, o.Priority)
		switch {
		case !shares(o) || o.Name == r.Name:
		case o.Turn < r.Turn:
			before = append(before, name)
		default:
			after = append(after, name)
		}
	}
	return before, after
}
