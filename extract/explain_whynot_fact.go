package extract

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"jishi/extract/rule"
)

// facts answers where a fact of the relation and the parties is there, as it was asked for or otherwise.
func (q *question) facts(out *WhyNot) bool {
	best, least := ExplainedFact{}, -1
	for _, entry := range q.e.Entries {
		for _, f := range entry.Facts {
			if f.Relation != q.Relation || !q.between(f, false) && !(q.relation.Symmetric && q.between(f, true)) {
				continue
			}
			differs := len(q.differences(f))
			if differs == 0 {
				out.Facts = append(out.Facts, f)
			}
			if least < 0 || differs < least {
				best, least = f, differs
			}
		}
	}
	switch {
	case len(out.Facts) > 0:
		out.Answer, out.Text = AnswerGiven, "the fact is given, by "+byRules(out.Facts)
	case least > 0:
		out.Facts = append(out.Facts, best)
		out.Answer = AnswerAttribute
		if q.Modality != "" && q.Modality != best.Modality {
			out.Answer = AnswerModality
		}
		out.Text = "the fact is given otherwise: " + strings.Join(q.differences(best), "; ")
	default:
		return q.otherwise(out)
	}
	q.by(out, out.Facts[0])
	return true
}

// otherwise answers where the fact is told the other way round, or of persons who act for the parties.
func (q *question) otherwise(out *WhyNot) bool {
	for _, entry := range q.e.Entries {
		for _, f := range entry.Facts {
			if f.Relation != q.Relation {
				continue
			}
			switch {
			case q.between(f, true):
				out.Facts = append(out.Facts, f)
				if q.elsewhere(f) {
					return false
				}
				out.Answer, out.Text = AnswerReversed, "the fact is given the other way round, by "+f.Rule
				q.by(out, f)
				return true
			case q.forThem(f):
				out.Answer, out.Text = AnswerOnBehalf, "the fact is given for those who act on behalf of the parties, by "+f.Rule
			default:
				continue
			}
			out.Facts = append(out.Facts, f)
			q.by(out, f)
			return true
		}
	}
	return false
}

// elsewhere reports whether a rule was tried in a sentence with both parties that does not tell a fact; it then forgets
// those that were tried where it is told.
func (q *question) elsewhere(f ExplainedFact) bool {
	rest := slices.DeleteFunc(slices.Clone(q.tries), func(c candidate) bool { return slices.Contains(c.s.Facts, f.ID) })
	if len(rest) == 0 || rest[0].held < len(q.named()) {
		return false
	}
	q.tries = rest
	return true
}

// between reports whether a fact's parties are those that are asked for, or those exchanged.
func (q *question) between(f ExplainedFact, exchanged bool) bool {
	a, b := f.fact.Subject, f.fact.Object
	if exchanged {
		a, b = b, a
	}
	return q.subject.is(a.Entity, a.Name) && q.object.is(b.Entity, b.Name)
}

// forThem reports whether each party of a fact is asked for, or acts on behalf of the one who is.
func (q *question) forThem(f ExplainedFact) bool {
	a, b := f.fact.Subject, f.fact.Object
	return (q.subject.is(a.Entity, a.Name) || slices.Contains(q.subject.IDs, a.OnBehalfOf)) &&
		(q.object.is(b.Entity, b.Name) || slices.Contains(q.object.IDs, b.OnBehalfOf))
}

// differences says in which fields a fact of the same parties is not the one that is asked for.
func (q *question) differences(f ExplainedFact) []string {
	var out []string
	if q.Modality != "" && q.Modality != f.Modality {
		why := ""
		if m := q.modalityOf(f.ID); m != nil {
			why = ": " + m.Why
		}
		out = append(out, fmt.Sprintf("it is %s, not %s%s", f.Modality, q.Modality, why))
	}
	for _, key := range slices.Sorted(maps.Keys(q.Attributes)) {
		if q.Has(f.fact, key) {
			continue
		}
		have := cmp.Or(strings.Join(rule.Values(f.fact, key), ","), "missing")
		text := fmt.Sprintf("%s is %s, not %s", key, have, cmp.Or(strings.Join(q.Attributes[key], ","), "missing"))
		if key == "date" {
			text += map[string]string{"heading": ", the day of the heading", "sentence": ", the day that the sentence names"}[f.DateFrom]
		}
		out = append(out, text)
	}
	return out
}

// modalityOf finds why a fact is meant as it is.
func (q *question) modalityOf(fact string) *ExplainedModality {
	var out *ExplainedModality
	q.e.each(func(_ *ExplainedEntry, s *ExplainedSentence) {
		for _, t := range s.Tries {
			if out == nil && t.Match != nil && slices.Contains(t.Match.Facts, fact) {
				out = t.Match.Modality
			}
		}
	})
	return out
}

// by shows the try that gave a fact.
func (q *question) by(out *WhyNot, f ExplainedFact) {
	for _, c := range q.tries {
		if c.Match != nil && slices.Contains(c.Match.Facts, f.ID) {
			out.Nearest = append(out.Nearest, c.record())
			return
		}
	}
}

func byRules(facts []ExplainedFact) string {
	var out []string
	for _, f := range facts {
		if !slices.Contains(out, f.Rule) {
			out = append(out, f.Rule)
		}
	}
	return strings.Join(out, " and ")
}
