package rule

import (
	"fmt"
	"slices"
	"strings"

	"jishi/schema"
	"jishi/schema/datafile"
)

// Expectation is a fact as an example writes it.
type Expectation struct {
	Relation, Subject, Object, Modality string // "?" is a party left open
	Attributes                          map[string][]string
}

// ParseExpectation reads RELATION(SUBJECT, OBJECT) MODALITY key=value,value key=value.
func ParseExpectation(s string) (Expectation, error) {
	e := Expectation{Attributes: map[string][]string{}}
	relation, rest, ok := strings.Cut(s, "(")
	parties, rest, ok2 := strings.Cut(rest, ")")
	subject, object, ok3 := strings.Cut(parties, ",")
	if !ok || !ok2 || !ok3 {
		return e, fmt.Errorf("the expected fact %q is not understood", s)
	}
	e.Relation, e.Subject, e.Object = strings.TrimSpace(relation), strings.TrimSpace(subject), strings.TrimSpace(object)
	for i, field := range strings.Fields(rest) {
		key, value, pair := strings.Cut(field, "=")
		switch {
		case i == 0 && !pair:
			e.Modality = field
		case pair:
			e.Attributes[key] = strings.Split(value, ",")
		default:
			return e, fmt.Errorf("the expected fact %q has %q where key=value is wanted", s, field)
		}
	}
	if e.Modality == "" {
		return e, fmt.Errorf("the expected fact %q has no modality", s)
	}
	return e, nil
}

// Meets reports whether a fact is the one expected. Parties are named by their canonical names.
func (e Expectation) Meets(f schema.Fact) bool {
	if f.Relation != e.Relation || f.Modality != e.Modality || !named(f.Subject, e.Subject) || !named(f.Object, e.Object) {
		return false
	}
	for key, want := range e.Attributes {
		have := f.Attribute(key)
		switch key {
		case "items":
			have = nil
			for _, it := range f.Items {
				have = append(have, it.Name)
			}
		case "date":
			have = []string{f.Date.First.String()}
		}
		for _, w := range want {
			if !slices.Contains(have, w) && (w != "" || len(have) > 0 && have[0] != "") {
				return false
			}
		}
	}
	return true
}

func named(p schema.Party, want string) bool {
	return want == "?" && p.IsZero() || p.Name == want
}

// Check runs every example of the rules through a function from text to facts. Of a counter-example the rule itself may
// give nothing. user limits it to rules of the user's folder.
func (s *Set) Check(user bool, run func(text string) []schema.Fact) datafile.Problems {
	var out datafile.Problems
	for _, r := range s.Rules {
		if user && !r.User {
			continue
		}
		problem := func(fault, remedy string) {
			out = append(out, datafile.Problem{File: r.File, Line: r.Line, Column: 1, Fault: "rule " + r.Name + ": " + fault, Remedy: remedy})
		}
		for _, example := range r.Examples {
			facts := run(example.Text)
			for _, want := range example.Facts {
				e, err := ParseExpectation(want)
				if err != nil || !slices.ContainsFunc(facts, e.Meets) {
					problem(fmt.Sprintf("the example %q does not give %s", example.Text, want), "it gives "+tell(facts))
				}
			}
		}
		for _, text := range r.Not {
			for _, f := range run(text) {
				if f.Rule == r.Name {
					problem(fmt.Sprintf("the counter-example %q gives a fact", text), "it gives "+tell([]schema.Fact{f}))
				}
			}
		}
	}
	return out
}

func tell(facts []schema.Fact) string {
	if len(facts) == 0 {
		return "nothing"
	}
	var parts []string
	for _, f := range facts {
		object := f.Object.Name
		if f.Object.IsZero() {
			object = "?"
		}
		parts = append(parts, fmt.Sprintf("%s(%s, %s) %s [%s]", f.Relation, f.Subject.Name, object, f.Modality, f.Rule))
	}
	return strings.Join(parts, "; ")
}
