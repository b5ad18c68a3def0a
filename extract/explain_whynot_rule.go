package extract

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"jishi/schema"
)

// shownTries is how many of the nearest rules an answer has.
const shownTries = 3

// candidate is a rule's attempt with what makes it near or far.
type candidate struct {
	*ExplainedTry
	entry *ExplainedEntry
	s     *ExplainedSentence

	held  int     // parties that the sentence names
	close int     // parties that its entry names
	took  int     // parties that the pattern took for their roles
	rank  int     // how far it came: see progress
	share float64 // of the pattern's elements that found what they want
}

func (c candidate) record() WhyNotTry {
	return WhyNotTry{Entry: c.entry.Label, Sentence: c.s.Number, Text: c.s.Text, Try: *c.ExplainedTry, at: c.s}
}

// rank puts the attempts of the relation's rules in order: by the parties that their sentence and entry name, then by how
// far they came.
func (q *question) rank() {
	for i := range q.e.Entries {
		entry := &q.e.Entries[i]
		near := 0
		for _, p := range q.named() {
			if slices.ContainsFunc(entry.Sentences, func(s ExplainedSentence) bool { return p.within(&s) }) {
				near++
			}
		}
		for k := range entry.Sentences {
			s := &entry.Sentences[k]
			held := 0
			for _, p := range q.named() {
				if p.within(s) {
					held++
				}
			}
			for j := range s.Tries {
				if t := &s.Tries[j]; t.Relation == q.Relation {
					c := candidate{ExplainedTry: t, entry: entry, s: s, held: held, close: near, took: q.took(s, t)}
					c.rank, c.share = progress(t)
					q.tries = append(q.tries, c)
				}
			}
		}
	}
	slices.SortStableFunc(q.tries, func(a, b candidate) int {
		return cmp.Or(b.held-a.held, b.close-a.close, b.took-a.took, b.rank-a.rank, cmp.Compare(b.share, a.share))
	})
}

// named are the parties that were asked for by name.
func (q *question) named() []*askedParty {
	var out []*askedParty
	for _, p := range []*askedParty{&q.subject, &q.object} {
		if !p.open {
			out = append(out, p)
		}
	}
	return out
}

// progress says how far a try came: 0 stopped, 1 fits behind another rule, 2 refused, 3 a fact.
func progress(t *ExplainedTry) (int, float64) {
	switch t.Outcome {
	case OutcomeFact:
		return 3, 1
	case OutcomeRefused:
		return 2, 1
	}
	if t.Match != nil {
		return 1, 1
	}
	p := t.Nearest()
	if p == nil || p.Of == 0 {
		return 0, 0
	}
	return 0, float64(p.Passed) / float64(p.Of)
}

// took counts the parties that the pattern bound to the roles for which they were asked.
func (q *question) took(s *ExplainedSentence, t *ExplainedTry) int {
	if t.Match == nil {
		return 0
	}
	n := 0
	for _, p := range q.named() {
		if slices.ContainsFunc(t.Match.Roles, func(r ExplainedRole) bool {
			return (r.Role == p.Role || r.Role == "both") && slices.ContainsFunc(s.Mentions, func(m ExplainedMention) bool { return m.Token == r.Token && p.is(m.ID, m.Name) })
		}) {
			n++
		}
	}
	return n
}

// answer says what the nearest rule lacked; before that, that a party is not in the text at all.
func (q *question) answer(out *WhyNot) {
	for _, c := range q.tries[:min(shownTries, len(q.tries))] {
		if c.held == 0 && len(q.named()) > 0 {
			break // what rules made of others is no answer
		}
		out.Nearest = append(out.Nearest, c.record())
	}
	var lost []string
	for _, p := range q.named() {
		if p.Found {
			continue
		}
		lost = append(lost, p.Asked+" is not found: "+p.Text)
		if out.Answer = AnswerNotNamed; strings.Contains(p.Text, "was read as") {
			out.Answer = AnswerNotRecognised
		}
	}
	switch {
	case len(lost) > 0:
		out.Text = strings.Join(lost, "; ")
	case len(q.tries) == 0 || q.tries[0].held == 0 && len(q.named()) > 0:
		q.noTrigger(out)
	default:
		q.lacked(out, q.tries[0])
	}
	q.related(out)
}

// related adds what the text tells of the two in other relations, where it has told nothing else.
func (q *question) related(out *WhyNot) {
	var told []string
	for _, entry := range q.e.Entries {
		for _, f := range entry.Facts {
			if len(q.named()) == 2 && len(told) < shownTries && f.Relation != q.Relation && (q.between(f, false) || q.between(f, true)) {
				told = append(told, f.Written)
				out.Facts = append(out.Facts, f)
			}
		}
	}
	if len(told) > 0 {
		out.Text += "; of the two the text tells " + strings.Join(told, "; ")
	}
}

// noTrigger says that no rule was tried where the parties stand.
func (q *question) noTrigger(out *WhyNot) {
	if q.Relation == schema.HoldsOffice {
		out.Answer, out.Text = AnswerNoTitle, "an office is read from a title before or after a name, and the text has none of this kind"
		return
	}
	var triggers []string
	for _, r := range q.x.rules.Rules {
		if r.Relation == q.Relation {
			triggers = append(triggers, r.Triggers...)
		}
	}
	slices.Sort(triggers)
	triggers = slices.Compact(triggers)
	if len(triggers) == 0 {
		out.Answer, out.Text = AnswerNoRule, "no rule reads "+q.Relation
		return
	}
	out.Answer, out.Text = AnswerNoTrigger, "no sentence that names a party has a trigger of "+q.Relation+": "+strings.Join(triggers, ", ")
	q.e.each(func(entry *ExplainedEntry, s *ExplainedSentence) {
		for _, w := range triggers {
			i := strings.Index(s.Text, w)
			if i < 0 || out.Answer == AnswerTriggerHidden || !q.subject.within(s) && !q.object.within(s) {
				continue
			}
			from := len([]rune(s.Text[:i]))
			out.Answer = AnswerTriggerHidden
			out.Text = fmt.Sprintf("the trigger %s stands in %s, but was read as %s", w, placeOf(entry, s), s.covering(from, from+len([]rune(w))))
		}
	})
}

// lacked says where the nearest rule came to its end.
func (q *question) lacked(out *WhyNot, c candidate) {
	at := fmt.Sprintf("the rule that comes nearest is %s (%s), at %s of %s: ", c.Rule, c.Place, c.Word, placeOf(c.entry, c.s))
	if c.held < len(q.named()) {
		at = "no sentence with a trigger of " + q.Relation + " names both parties; " + at
	}
	switch c.Outcome {
	case OutcomeStopped:
		out.Answer, out.Text = AnswerStopped, at+"no pattern fits"
		if p := c.Nearest(); p != nil && len(p.Stops) > 0 {
			out.Text = at + "its pattern stops " + p.Stops[0].String()
		}
	case OutcomeBehind:
		out.Answer, out.Text = AnswerBehind, at+c.behind()
	case OutcomeRefused:
		out.Answer, out.Text = AnswerRefused, at+"its pattern fits, but "+c.reasons()
	case OutcomeFact:
		out.Answer, out.Text = AnswerOtherParty, at+"it gives a fact about somebody else; "+strings.Join(q.others(c), "; ")
		for _, f := range c.entry.Facts {
			if slices.Contains(c.Match.Facts, f.ID) {
				out.Facts = append(out.Facts, f)
			}
		}
	}
}

// behind says which rule was taken in a rule's place, and whether this one would have been.
func (c candidate) behind() string {
	if c.Match == nil {
		return c.Behind + " of higher priority was taken, and no pattern of this one fits"
	}
	return "its pattern fits, but " + c.Behind + " of higher priority was taken"
}

// reasons are those for which a match is no fact.
func (c candidate) reasons() string {
	var out []string
	for _, why := range c.Match.Refused {
		text := why.Text
		if m := c.Match.Modality; m != nil && m.Unreal && m.Why != "" {
			text += ": " + m.Why
		}
		out = append(out, text)
	}
	return cmp.Or(strings.Join(out, "; "), "it gives no fact")
}

// others says for each side of a match that is not the one asked for who it is, and how he was found.
func (q *question) others(c candidate) []string {
	var out []string
	for _, side := range []struct {
		p *askedParty
		ExplainedSide
	}{{&q.subject, c.Match.Subject}, {&q.object, c.Match.Object}} {
		if len(side.Parties) == 0 || slices.ContainsFunc(side.Parties, func(o ExplainedParty) bool { return side.p.is(o.ID, o.Name) }) {
			continue
		}
		text := fmt.Sprintf("its %s is %s, %s%s", side.p.Role, names(side.Parties), side.How, side.where())
		for _, r := range c.s.References {
			if slices.ContainsFunc(side.Parties, func(o ExplainedParty) bool { return o.Text != "" && o.Text == r.Text }) {
				text += fmt.Sprintf(" (%s is resolved to %s: %s)", r.Text, names(r.To), r.Why())
			}
		}
		out = append(out, text)
	}
	if len(out) == 0 {
		out = append(out, "its pairs are others")
	}
	return out
}
