package rule

import (
	"cmp"
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
	for key := range e.Attributes {
		if !e.Has(f, key) {
			return false
		}
	}
	return true
}

// Has reports whether a fact has what is expected of an attribute; an empty value expects none.
func (e Expectation) Has(f schema.Fact, key string) bool {
	have := Values(f, key)
	for _, w := range e.Attributes[key] {
		if !slices.Contains(have, w) && (w != "" || len(have) > 0 && have[0] != "") {
			return false
		}
	}
	return true
}

// Values are those of a fact's attribute as examples name it: the names of its items are "items", its day is "date".
func Values(f schema.Fact, key string) []string {
	switch key {
	case "items":
		var names []string
		for _, it := range f.Items {
			names = append(names, it.Name)
		}
		return names
	case "date":
		return []string{f.Date.First.String()}
	}
	return f.Attribute(key)
}

// Expects reports whether a fact is among those that the example expects.
func (e Example) Expects(f schema.Fact) bool {
	return slices.ContainsFunc(e.Facts, func(want string) bool {
		x, err := ParseExpectation(want)
		return err == nil && x.Meets(f)
	})
}

// Problem is a fault of the rule at a key of its record, or deeper.
func (r *Rule) Problem(key, fault, remedy string, deeper ...any) datafile.Problem {
	return r.record.Problem(key, fault, remedy, deeper...)
}

// Replaces gives the place, FILE:LINE, and the triggers of a shipped rule whose name a user's rule has and of whose triggers and
// patterns it keeps none: what the shipped one reads, nothing reads any more.
func (r *Rule) Replaces() (place string, triggers []string, ok bool) {
	for _, under := range r.record.Under() {
		triggers = under.Values("trigger")
		patterns := append(under.Values("patterns"), under.Values("pattern")...)
		if !under.User && !slices.ContainsFunc(triggers, func(w string) bool { return slices.Contains(r.Triggers, w) }) &&
			!slices.ContainsFunc(patterns, func(p string) bool { return p == r.Pattern || slices.Contains(r.Body.Patterns, p) }) {
			return under.Place(), triggers, true
		}
	}
	return "", nil, false
}

// Written is the rule as its files write it: what ships first, then what is laid over it.
func (r *Rule) Written() []datafile.Written { return r.record.Written() }

func named(p schema.Party, want string) bool {
	return want == "?" && p.IsZero() || p.Name == want
}

// Check runs every example of the rules through a function from text to facts. user limits it to rules of the user's
// folder.
func (s *Set) Check(user bool, run func(text string) []schema.Fact) datafile.Problems {
	var out datafile.Problems
	for _, r := range s.Rules {
		if !user || r.User {
			out = append(out, r.Check(run)...)
		}
	}
	return out
}

// Check runs the rule's examples. Of a counter-example the rule itself may give nothing.
func (r *Rule) Check(run func(text string) []schema.Fact) datafile.Problems {
	var out datafile.Problems
	for i, example := range r.Examples {
		facts := run(example.Text)
		for j, want := range example.Facts {
			if e, err := ParseExpectation(want); err != nil || !slices.ContainsFunc(facts, e.Meets) {
				out = append(out, r.Problem("examples", fmt.Sprintf("rule %s: the example %q does not give %s", r.Name, example.Text, want),
					gives(facts), i, "facts", j))
			}
		}
	}
	for i, text := range r.Not {
		for _, f := range run(text) {
			if f.Rule == r.Name {
				out = append(out, r.Problem("not", fmt.Sprintf("rule %s: the counter-example %q gives a fact", r.Name, text),
					"it gives "+tell([]schema.Fact{f}), i))
			}
		}
	}
	return out
}

// gives says what an example gives instead, and where nothing, how to see why.
func gives(facts []schema.Fact) string {
	if len(facts) == 0 {
		return "it gives nothing; `jishi explain --data DIR TEXT` says why"
	}
	return "it gives " + tell(facts)
}

// tell lists facts as examples write them, each with its rule.
func tell(facts []schema.Fact) string {
	var parts []string
	for _, f := range facts {
		parts = append(parts, Telling(f)+" ["+f.Rule+"]")
	}
	return strings.Join(parts, "; ")
}

// Telling is a fact as an example writes it: RELATION(SUBJECT, OBJECT) MODALITY key=value….
func Telling(f schema.Fact) string {
	object := cmp.Or(f.Object.Name, "?")
	words := []string{fmt.Sprintf("%s(%s, %s) %s", f.Relation, f.Subject.Name, object, f.Modality)}
	if len(f.Items) > 0 {
		names := make([]string, len(f.Items))
		for i, it := range f.Items {
			names[i] = it.Name
		}
		words = append(words, "items="+strings.Join(names, ","))
	}
	for _, a := range f.Attributes {
		words = append(words, a.Key+"="+strings.Join(a.Values, ","))
	}
	return strings.Join(words, " ")
}
