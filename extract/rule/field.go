package rule

import (
	"slices"
	"strconv"
	"strings"

	"jishi/schema"
	"jishi/schema/datafile"
)

// checkFields compares the fields that take words of a closed list with it, and the examples with the ontology.
func (rule *Rule) checkFields(r datafile.Record, ontology *schema.Ontology) datafile.Problems {
	var out datafile.Problems
	want := func(key, value string, list ...string) {
		out = append(out, r.Unknown(key, key, value, list)...)
	}
	if rule.Within != "" {
		want("within", rule.Within, "speech", "telling")
	}
	if rule.Subject != "" {
		want("subject", rule.Subject, "team", "named")
	}
	if rule.Object != "" && !strings.HasPrefix(rule.Object, "=") {
		want("object", rule.Object, "carried", "oblique", "partner", "speaker", "meeting", "facility", "open")
	}
	roles := []string{"items", "subject", "object", "sum"}
	for _, p := range rule.Patterns {
		for role := range p.Roles() {
			roles = append(roles, role)
		}
	}
	slices.Sort(roles)
	for _, need := range rule.Needs {
		want("needs", need, slices.Compact(slices.Clone(roles))...)
	}
	for i, w := range rule.Triggers {
		if w == "" || strings.ContainsAny(w, " \t\n") {
			out = append(out, r.Problem("trigger", "the trigger "+strconv.Quote(w)+" can never stand in a text", "write one word without blanks", i))
		}
	}
	for word, pair := range rule.When {
		if key, value, ok := strings.Cut(pair, "="); !ok || key == "" || value == "" {
			out = append(out, r.Problem("when", "the word "+word+" gives "+strconv.Quote(pair), "write WORD: attribute=value"))
		}
	}
	return append(out, rule.checkExamples(r, ontology)...)
}

func (rule *Rule) checkExamples(r datafile.Record, ontology *schema.Ontology) datafile.Problems {
	var out datafile.Problems
	for i, example := range rule.Examples {
		for _, f := range example.Facts {
			e, err := ParseExpectation(f)
			if err != nil {
				out = append(out, r.Problem("examples", err.Error(), "write RELATION(SUBJECT, OBJECT) MODALITY key=value", i))
				continue
			}
			if _, ok := ontology.Relation(e.Relation); !ok {
				out = append(out, r.Problem("examples", "the example expects the unknown relation "+strconv.Quote(e.Relation), "name a relation of the ontology", i))
			}
		}
	}
	return out
}
