package extract

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"jishi/extract/rule"
	"jishi/schema"
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

// otherwise answers where the fact is told the other way round, of persons who act for the parties, or of those for whom the
// parties act.
func (q *question) otherwise(out *WhyNot) bool {
	for _, way := range []struct {
		answer, text string
		is           func(ExplainedFact) bool
	}{
		{AnswerReversed, "the fact is given the other way round, by %s", func(f ExplainedFact) bool { return q.between(f, true) }},
		{AnswerOnBehalf, "the fact is given for those who act on behalf of the parties, by %s", func(f ExplainedFact) bool { return q.forThem(f, false) }},
		{AnswerForWhom, "the fact is given for those for whom the parties act, by %s", q.forTheirs},
		{AnswerReversed, "the fact is given the other way round, for those who act on behalf of the parties, by %s", func(f ExplainedFact) bool { return q.forThem(f, true) }},
	} {
		for _, entry := range q.e.Entries {
			for _, f := range entry.Facts {
				if f.Relation != q.Relation || !way.is(f) {
					continue
				}
				if way.answer == AnswerReversed && q.elsewhere(f) {
					out.Facts = append(out.Facts, f)
					return false
				}
				out.Facts = append(out.Facts, f)
				out.Answer, out.Text = way.answer, fmt.Sprintf(way.text, f.Rule)
				q.by(out, f)
				return true
			}
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

// forThem reports whether each party of a fact, or those exchanged, is asked for, or acts on behalf of the one who is.
func (q *question) forThem(f ExplainedFact, exchanged bool) bool {
	a, b := f.fact.Subject, f.fact.Object
	if exchanged {
		a, b = b, a
	}
	return (q.subject.is(a.Entity, a.Name) || slices.Contains(q.subject.IDs, a.OnBehalfOf)) &&
		(q.object.is(b.Entity, b.Name) || slices.Contains(q.object.IDs, b.OnBehalfOf))
}

// forTheirs reports whether each party of a fact is asked for, or is the one for whom the text has the one who is act; that
// of a relation between equals, either way round.
func (q *question) forTheirs(f ExplainedFact) bool {
	stands := func(p *askedParty, x schema.Party) bool {
		return p.is(x.Entity, x.Name) || slices.Contains(q.actsFor(p), x.Entity)
	}
	a, b := f.fact.Subject, f.fact.Object
	return stands(&q.subject, a) && stands(&q.object, b) || q.relation.Symmetric && stands(&q.subject, b) && stands(&q.object, a)
}

// actsFor are the ids of those for whom a party acts, as his titles in the text say.
func (q *question) actsFor(p *askedParty) []string {
	var out []string
	q.e.each(func(_ *ExplainedEntry, s *ExplainedSentence) {
		for _, m := range s.Mentions {
			if m.Type != "leader" || !p.is(m.ID, m.Name) {
				continue
			}
			if m.Country != "" {
				out = append(out, m.Country)
			}
			for _, t := range m.Titles {
				if t.OfID != "" {
					out = append(out, t.OfID)
				}
			}
		}
	})
	return out
}

// differences says in which fields a fact of the same parties is not the one that is asked for.
func (q *question) differences(f ExplainedFact) []string {
	var out []string
	if q.Modality != "" && q.Modality != f.Modality {
		text := fmt.Sprintf("it is %s, not %s", f.Modality, q.Modality)
		if m := q.modalityOf(f.ID); m != nil {
			text += ": " + m.Why
		}
		out = append(out, text)
	}
	for _, key := range slices.Sorted(maps.Keys(q.Attributes)) {
		if q.Has(f.fact, key) {
			continue
		}
		have := cmp.Or(strings.Join(rule.Values(f.fact, key), ","), "missing")
		text := fmt.Sprintf("%s is %s, not %s", key, have, cmp.Or(strings.Join(q.Attributes[key], ","), "missing"))
		switch {
		case key == "date" && f.DateFrom == "heading":
			text = fmt.Sprintf("%s, the day of the heading", text)
		case key == "date" && f.DateFrom == "sentence":
			text = fmt.Sprintf("%s, the day that the sentence names", text)
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
	return strings.Join(out, ", ")
}
