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

	held   int     // parties that the sentence names
	close  int     // parties that its entry names
	astray int     // parties in whose stead the trigger takes somebody else
	took   int     // parties that the pattern took for their roles
	rank   int     // how far it came: see progress
	share  float64 // of the pattern's elements that found what they want
}

func (c candidate) record() WhyNotTry {
	return WhyNotTry{Entry: c.entry.Label, Sentence: c.s.Number, Text: c.s.Text, Try: *c.ExplainedTry, at: c.s}
}

// rank puts the attempts of the relation's rules in order: by the parties that their sentence and entry name; a trigger that
// tells of somebody else behind one that does not; then by how far they came.
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
			q.tried(entry, &entry.Sentences[k], near)
		}
	}
	slices.SortStableFunc(q.tries, func(a, b candidate) int {
		return cmp.Or(b.held-a.held, b.close-a.close, a.astray-b.astray, b.took-a.took, b.rank-a.rank, cmp.Compare(b.share, a.share))
	})
}

// tried adds the attempts of the relation's rules in a sentence. near is how many parties its entry names.
func (q *question) tried(entry *ExplainedEntry, s *ExplainedSentence, near int) {
	held := q.heldBy(s)
	for j := range s.Tries {
		t := &s.Tries[j]
		if t.Relation != q.Relation {
			continue
		}
		t.nearest = q.nearestPattern(s, t)
		c := candidate{ExplainedTry: t, entry: entry, s: s, held: held, close: near, astray: q.astray(s, t.Trigger), took: q.took(s, t)}
		c.rank, c.share = progress(t)
		q.tries = append(q.tries, c)
	}
}

// heldBy counts the parties that a sentence names.
func (q *question) heldBy(s *ExplainedSentence) int {
	held := 0
	for _, p := range q.named() {
		if p.within(s) {
			held++
		}
	}
	return held
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
	n := 0
	for _, p := range q.named() {
		if p.takenBy(s, t, p.is) {
			n++
		}
	}
	return n
}

// astray counts the parties whose role at a trigger somebody else has taken. Whoever acts for a party is no other.
func (q *question) astray(s *ExplainedSentence, trigger int) int {
	n := 0
	for _, p := range q.named() {
		for i := range s.Tries {
			t := &s.Tries[i]
			anybody := func(string, string) bool { return true }
			if t.Relation == q.Relation && t.Trigger == trigger && t.Behind == "" && p.takenBy(s, t, anybody) && !p.takenBy(s, t, p.is) && !p.actsIn(s, t) {
				n++
				break
			}
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
		lost = append(lost, fmt.Sprintf("%s is not found: %s", p.Asked, p.Text))
		if out.Answer = AnswerNotNamed; p.misread {
			out.Answer = AnswerNotRecognised
		}
	}
	switch {
	case len(lost) > 0:
		out.Text = strings.Join(lost, "; ")
	case len(q.tries) == 0 || q.tries[0].held == 0 && len(q.named()) > 0:
		q.noTrigger(out, "no sentence that names a party has a trigger of %s: %s", q.Relation)
	case q.tries[0].held < len(q.named()) && q.together() != "":
		q.noTrigger(out, "%s names both parties, but has no trigger of %s: %s", q.together(), q.Relation)
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
		out.Text += "; " + fmt.Sprintf("of the two the text tells %s", strings.Join(told, ", "))
	}
}

// together is the first sentence that names all parties, or "": where no rule was tried in it, no other one is the nearest.
func (q *question) together() string {
	place := ""
	q.e.each(func(entry *ExplainedEntry, s *ExplainedSentence) {
		if place == "" && q.heldBy(s) == len(q.named()) {
			place = placeOf(entry, s)
		}
	})
	return place
}

// shownTriggers is how many of a relation's triggers an answer lists.
const shownTriggers = 20

// noTrigger says that no rule was tried where the parties stand: in a format that takes the triggers last.
func (q *question) noTrigger(out *WhyNot, format string, args ...any) {
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
	list := strings.Join(triggers[:min(shownTriggers, len(triggers))], ", ")
	if more := len(triggers) - shownTriggers; more > 0 {
		list = fmt.Sprintf("%s and %d more, which `jishi rules list --relation %s` lists", list, more, q.Relation)
	}
	out.Answer, out.Text = AnswerNoTrigger, fmt.Sprintf(format, append(args, list)...)
	q.hidden(out, triggers)
}

// hidden answers, where the characters of a trigger stand in a sentence that names as many of the parties as any, what they
// were read as.
func (q *question) hidden(out *WhyNot, triggers []string) {
	most := 0
	q.e.each(func(_ *ExplainedEntry, s *ExplainedSentence) { most = max(most, q.heldBy(s)) })
	q.e.each(func(entry *ExplainedEntry, s *ExplainedSentence) {
		for _, w := range triggers {
			i := strings.Index(s.Text, w)
			if i < 0 || out.Answer == AnswerTriggerHidden || q.heldBy(s) < most {
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
	at := fmt.Sprintf("the rule that comes nearest is %s (%s), at %s of %s", c.Rule, c.Place, c.Word, placeOf(c.entry, c.s))
	if c.held < len(q.named()) {
		at = fmt.Sprintf("no sentence with a trigger of %s names both parties", q.Relation) + "; " + at
	}
	at += ": "
	switch c.Outcome {
	case OutcomeStopped:
		out.Answer, out.Text = AnswerStopped, "no pattern fits"
		if p := c.Nearest(); p != nil && len(p.Stops) > 0 {
			out.Text = fmt.Sprintf("its pattern stops %s", p.Stops[0])
		}
	case OutcomeBehind:
		out.Answer, out.Text = AnswerBehind, c.behind()
	case OutcomeRefused:
		out.Answer, out.Text = AnswerRefused, fmt.Sprintf("its pattern fits, but %s", c.reasons())
	case OutcomeFact:
		out.Answer = AnswerOtherParty
		out.Text = strings.Join(append([]string{"the fact that it gives is about somebody else"}, q.others(c)...), "; ")
		for _, f := range c.entry.Facts {
			if slices.Contains(c.Match.Facts, f.ID) {
				out.Facts = append(out.Facts, f)
			}
		}
	}
	out.Text = at + out.Text
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
		format string
		p      *askedParty
		ExplainedSide
	}{{"its subject is %s, %s", &q.subject, c.Match.Subject}, {"its object is %s, %s", &q.object, c.Match.Object}} {
		if len(side.Parties) == 0 || slices.ContainsFunc(side.Parties, func(o ExplainedParty) bool { return side.p.is(o.ID, o.Name) }) {
			continue
		}
		text := fmt.Sprintf(side.format, names(side.Parties), side.found())
		for _, r := range c.s.References {
			if slices.ContainsFunc(side.Parties, func(o ExplainedParty) bool { return o.Text != "" && o.Text == r.Text }) {
				text = fmt.Sprintf("%s (%s is resolved to %s: %s)", text, r.Text, names(r.To), r.Why())
			}
		}
		out = append(out, text)
	}
	if len(out) == 0 {
		out = append(out, "its pairs are others")
	}
	return out
}
