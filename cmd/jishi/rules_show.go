package main

import (
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"github.com/rivo/uniseg"
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
			ruleShow{e.out, e.words, x, rules[i]}.show(rules)
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

// ruleShow prints a rule in a language.
type ruleShow struct {
	io.Writer
	phrasebook
	x *extract.Extractor
	r *rule.Rule
}

func (s ruleShow) show(all []*rule.Rule) {
	for i, part := range s.r.Written() {
		what := ""
		if i > 0 {
			what = s.say(", which changes it")
		}
		fmt.Fprintf(s, "%s:%d%s\n\n%s\n", part.File, part.Line, what, part.Text)
	}
	const width = 10
	for _, line := range s.describe(all) {
		if line[1] != "" {
			label := s.titleOrText(line[0])
			fmt.Fprintf(s, "%s%s %s\n", label, strings.Repeat(" ", max(width-uniseg.StringWidth(label), 0)), line[1])
		}
	}
	fmt.Fprintf(s, "\n%s\n", s.title("examples"))
	for _, example := range s.r.Examples {
		s.example(example)
	}
	if len(s.r.Not) > 0 {
		fmt.Fprintf(s, "\n%s\n", s.title("not"))
	}
	for _, text := range s.r.Not {
		facts := slices.DeleteFunc(s.x.Facts(text), func(f schema.Fact) bool { return f.Rule != s.r.Name })
		s.verdict(len(facts) == 0, text)
		s.facts(facts)
	}
}

func (s ruleShow) verdict(holds bool, text string) {
	word := s.title("FAILS")
	if holds {
		word = s.title("ok")
	}
	fmt.Fprintf(s, "  %s%s  %s\n", word, strings.Repeat(" ", max(5-uniseg.StringWidth(word), 0)), text)
}

// example prints what an example gives, and what it should give and does not.
func (s ruleShow) example(example rule.Example) {
	facts := s.x.Facts(example.Text)
	var missing []string
	for _, want := range example.Facts {
		e, err := rule.ParseExpectation(want)
		if err != nil || !slices.ContainsFunc(facts, e.Meets) {
			missing = append(missing, want)
		}
	}
	s.verdict(len(missing) == 0, example.Text)
	s.facts(facts)
	for _, want := range missing {
		fmt.Fprintln(s, s.f("         missing %s", want))
	}
}

func (s ruleShow) facts(facts []schema.Fact) {
	for _, f := range facts {
		fmt.Fprintln(s, s.f("         gives %s, by %s", rule.Telling(f), f.Rule))
	}
}

// describe says what a rule's keys mean, as names and texts; a text is empty where there is nothing to say.
func (s ruleShow) describe(all []*rule.Rule) [][2]string {
	r := s.r
	relation, _ := s.x.Ontology().Relation(r.Relation)
	between := s.f("%s from %s to %s", r.Relation, joined(relation.From), joined(relation.To))
	if relation.Symmetric {
		between = s.f("%s from %s to %s; the two are equals", r.Relation, joined(relation.From), joined(relation.To))
	}
	var order []string
	before, after := rivals(r, all)
	if len(before) > 0 {
		order = append(order, s.f("after %s", strings.Join(before, ", ")))
	}
	if len(after) > 0 {
		order = append(order, s.f("before %s", strings.Join(after, ", ")))
	}
	if len(order) > 0 {
		order[0] = s.f("of the rules of %s on these words it is tried %s", r.Relation, order[0])
	}
	return [][2]string{
		{"reads", r.Doc},
		{"relation", between},
		{"waits for", strings.Join(r.Triggers, " ")},
		{"subject", s.say(map[string]string{"": "in the pattern, else whoever acts there", "named": "in the pattern alone", "team": "the country of the team"}[r.Subject])},
		{"object", s.object(r.Object)},
		{"parties", s.say(map[bool]string{true: "the countries that those named act for"}[r.States])},
		{"items", s.say(map[bool]string{true: "the supplies in the match and in the rest of its clause"}[r.Items])},
		{"needs", strings.Join(r.Needs, ", ")},
		{"unless", strings.Join(r.Unless, " ")},
		{"own cues", pairsOf(r.Body.Cues)},
		{"modality", s.modality()},
		{"conditions", s.conditions()},
		{"attributes", strings.TrimPrefix(pairsOf(r.Set)+", "+s.when(), ", ")},
		{"order", strings.Join(order, ", ")},
	}
}

// conditions are the rule's further keys, as its file writes them: docs/rules.md says what they mean.
func (s ruleShow) conditions() string {
	r, parts := s.r, []string(nil)
	for _, key := range []struct {
		name string
		set  bool
	}{{"nearest", r.Nearest}, {"verbal", r.Verbal}, {"nominal", r.Nominal}, {"mutual", r.Mutual}, {"remote", r.Remote}, {"undated", r.Undated}, {"itemsBefore", r.ItemsBefore}} {
		if key.set {
			parts = append(parts, key.name+": true")
		}
	}
	for name, value := range map[string]string{"within": r.Within, "wish": r.Wish, "contains": pairsOf(r.Contains), "lacks": pairsOf(r.Lacks)} {
		if value != "" {
			parts = append(parts, name+": "+value)
		}
	}
	slices.Sort(parts)
	return strings.Join(parts, ", ")
}

func (s ruleShow) object(mode string) string {
	switch mode {
	case "":
		return s.say("in the pattern")
	case "open":
		return s.say("in the pattern, else left open")
	}
	if id, ok := strings.CutPrefix(mode, "="); ok {
		return s.f("in the pattern, else %s", id)
	}
	return s.f("in the pattern, else found as docs/rules.md says of object: %s", mode)
}

func (s ruleShow) modality() string {
	switch {
	case s.r.Always != "":
		return s.f("%s, whatever stands around", s.r.Always)
	case s.r.Modality != "":
		return s.f("by the words around; where none says, %s", s.r.Modality)
	}
	return ""
}

func (s ruleShow) when() string {
	var parts []string
	for _, word := range slices.Sorted(maps.Keys(s.r.When)) {
		parts = append(parts, s.f("%s where %s stands", s.r.When[word], word))
	}
	return strings.Join(parts, ", ")
}

func pairsOf(m map[string]string) string {
	var parts []string
	for _, key := range slices.Sorted(maps.Keys(m)) {
		parts = append(parts, key+"="+m[key])
	}
	return strings.Join(parts, " ")
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
