package extract

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode/utf8"

	"jishi/extract/lexicon"
	"jishi/extract/rule"
	"jishi/schema"
	"jishi/schema/datafile"
)

// CheckRules runs all examples and counter-examples, and tells of words of rules that no text can have, of shipped rules that a
// user's have put out of the way by their names, and of rules that stand in each other's way: two that read a place of an example into different facts which it does not both expect, and
// one that no example needs.
func (x *Extractor) CheckRules() datafile.Problems {
	all := newCoverage(x.rules.Rules, 0)
	var problems datafile.Problems
	failing := map[string]bool{}
	for _, r := range x.rules.Rules {
		problems = append(problems, x.names(r)...)
		problems = append(problems, replaced(r)...)
		failed := r.Check(x.Facts)
		failing[r.Name] = len(failed) > 0
		problems = append(problems, failed...)
		for i, example := range r.Examples {
			problems = append(problems, x.atOdds(r, i, example, &all)...)
		}
	}
	for _, use := range all.Rules() {
		if p, ok := shadow(use, all); ok && !failing[use.Name] {
			problems = append(problems, p)
		}
	}
	return problems
}

// replaced tells of a user's rule that took the name of a shipped one by mistake.
func replaced(r *rule.Rule) datafile.Problems {
	place, triggers, ok := r.Replaces()
	if !ok {
		return nil
	}
	const shown = 3
	if len(triggers) > shown {
		triggers = append(slices.Clone(triggers[:shown]), "…")
	}
	return datafile.Problems{r.Problem("name", fmt.Sprintf("the rule %s takes the place of the one of that name at %s: nothing waits for %s any more", r.Name, place, strings.Join(triggers, ", ")),
		"give it another name; if the shipped one is to go, disable it and add this one under another name")}
}

// names tells of words of a rule that are read as names, wherever they stand: no token is such a word. Of a word of one
// character, and of one that may point to somebody, what stands around it decides.
func (x *Extractor) names(r *rule.Rule) datafile.Problems {
	var out datafile.Problems
	for _, w := range r.Words() {
		if utf8.RuneCountInString(w.Text) < 2 {
			continue
		}
		tokens := x.lexicon.Parse(w.Text, nil, lexicon.NewContext(schema.Day{}))
		if len(tokens) != 1 || len(tokens[0].Mentions) == 0 || tokens[0].Mentions[0].Type == schema.TypeRefer {
			continue
		}
		typ := tokens[0].Mentions[0].Type
		remedy := "in a pattern, {role: " + typ + "} takes it; else remove it"
		if w.Key == "unless" {
			remedy = "remove it; lacks: {ROLE: " + w.Text + "} keeps out what fills a role and has it in its name"
		}
		out = append(out, r.Problem(w.Key, "the word "+w.Text+" is read as a name ("+typ+"): it is never a word of its own", remedy, w.Deeper...))
	}
	return out
}

// covered reads an example and takes it in.
func (x *Extractor) covered(text string, c *Coverage) []*reading {
	doc, err := x.example(text)
	if err != nil {
		return nil
	}
	var out []*reading
	for i := range doc.Entries {
		r := x.readTraced(&doc, &doc.Entries[i])
		c.entry(r)
		out = append(out, r)
	}
	return out
}

// atOdds tells of two rules that are at odds over an example.
func (x *Extractor) atOdds(of *rule.Rule, i int, example rule.Example, c *Coverage) datafile.Problems {
	var out datafile.Problems
	for _, r := range x.covered(example.Text, c) {
		for _, o := range r.conflicts() {
			if example.Expects(r.facts[o.at[0]]) && example.Expects(r.facts[o.at[1]]) {
				continue
			}
			out = append(out, of.Problem("examples",
				fmt.Sprintf("the rules %s and %s read one place into different facts: %s; %s", o.rules[0], o.rules[1], o.facts[0], o.facts[1]),
				"narrow one of them (unless, needs, another trigger); if both facts are meant, let the example expect both", i, "text"))
		}
	}
	return out
}

// shadow tells of a rule that gives no fact over the examples of all rules, its own among them.
func shadow(use RuleUse, all Coverage) (datafile.Problem, bool) {
	switch {
	case use.Facts > 0:
		return datafile.Problem{}, false
	case !use.Shadowed():
		return use.Problem("name", "no example is read by the rule "+use.Name+": its own are read by others, or not at all",
			"give it an example that only it reads, or remove it"), true
	}
	before := slices.Sorted(maps.Keys(use.Behind))
	why := "of the same priority, but read before it"
	for _, name := range before {
		if all.rules[name].Priority > use.Priority {
			why = "of higher priority"
		}
	}
	return use.Problem("name", fmt.Sprintf("the rule %s is never taken: in each example that it fits, %s is, %s", use.Name, strings.Join(before, " or "), why),
		"give it an example that only it reads, raise its priority, narrow the other, or remove it"), true
}
