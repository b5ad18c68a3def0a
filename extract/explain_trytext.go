package extract

import (
	"fmt"
	"strings"
)

// tryText prints one rule at one trigger: where it stopped, or how the match became facts or not.
func (s ExplainedSentence) tryText(l *lines, t ExplainedTry) {
	at := l.text(s.trigger(t))
	switch t.Outcome {
	case OutcomeBehind:
		l.line("rule", l.f("%s at %s: not asked, %s comes first", t.Rule, at, t.Behind))
	case OutcomeStopped:
		l.line("rule", l.f("%s at %s: no pattern fits", t.Rule, at))
		if p := t.Nearest(); p != nil {
			l.under(p.Pattern)
			for _, stop := range p.Stops {
				l.under(l.f("stops %s", l.text(stop.String())))
			}
		}
	default:
		l.line("rule", l.f("%s at %s: fits %s", t.Rule, at, s.Words(t.Match.From, t.Match.To)))
		for _, text := range t.Match.Lines() {
			l.under(l.text(text))
		}
		for _, why := range t.Match.Refused {
			l.line("no fact", t.Rule+": "+l.text(why.Text))
		}
	}
}

// trigger is a trigger with its place, where the sentence has the word more than once.
func (s ExplainedSentence) trigger(t ExplainedTry) string {
	if strings.Count(s.Text, t.Word) < 2 {
		return t.Word
	}
	return fmt.Sprintf("%s (character %d)", t.Word, s.Tokens[t.Trigger].Start+1)
}

// Nearest is the pattern that came furthest, the first of equals, or the one nearest to what is asked for; nil when there is
// none.
func (t ExplainedTry) Nearest() *ExplainedPattern {
	best := t.nearest
	for i := range t.Patterns {
		if p := &t.Patterns[i]; t.nearest == nil && (best == nil || p.further(best)) {
			best = p
		}
	}
	return best
}

// further reports whether a pattern came further than another one.
func (p *ExplainedPattern) further(than *ExplainedPattern) bool {
	return p.Passed*than.Of > than.Passed*p.Of || p.Passed*than.Of == than.Passed*p.Of && len(p.Stops) < len(than.Stops)
}

// String says where a pattern stops, what it wants, and what stands there.
func (s ExplainedStop) String() string { return s.wants() + ": " + s.there() }

func (s ExplainedStop) wants() string {
	beside := strings.ReplaceAll(s.Beside, ": ", ":") // of what is wanted; a colon with a blank divides this from what is there
	switch {
	case s.Side == "left" && s.Beside != "":
		return fmt.Sprintf("left of the trigger, wants %s before %s", s.Wanted, beside)
	case s.Side == "left":
		return "left of the trigger, wants " + s.Wanted
	case s.Beside != "":
		return fmt.Sprintf("right of the trigger, wants %s behind %s", s.Wanted, beside)
	}
	return "right of the trigger, wants " + s.Wanted
}

func (s ExplainedStop) there() string {
	one, single := s.Tokens == 1 && !s.AtEdge, s.End <= s.Start+1
	switch {
	case s.Tokens == 0 && s.Side == "left":
		return "there is the beginning of the sentence"
	case s.Tokens == 0:
		return "there is the end of the sentence"
	case one && single:
		return fmt.Sprintf("there stands %s (character %d)", s.Stood, s.Start+1)
	case one:
		return fmt.Sprintf("there stands %s (characters %d–%d)", s.Stood, s.Start+1, s.End)
	case single:
		return fmt.Sprintf("there is none in %s (character %d)", s.Stood, s.Start+1)
	}
	return fmt.Sprintf("there is none in %s (characters %d–%d)", s.Stood, s.Start+1, s.End)
}

// Lines say who the parties are and how they were found, and the modality with its reason.
func (m *ExplainedMatch) Lines() []string {
	var out []string
	for _, side := range []struct {
		format string
		ExplainedSide
	}{{"subject %s: %s", m.Subject}, {"object %s: %s", m.Object}} {
		if len(side.Parties) > 0 {
			out = append(out, fmt.Sprintf(side.format, names(side.Parties), side.found()))
		}
	}
	if m.Modality != nil {
		word := m.Modality.Modality
		if m.Modality.Unreal {
			word = "unreal"
		}
		why := word + ": " + m.Modality.Why
		if m.Modality.Cue != nil {
			why += "; " + fmt.Sprintf("scope: %s", m.Modality.Scope)
		}
		out = append(out, why)
	}
	return out
}

// found says how a side was found, and the words behind one that another place of the text names.
func (s ExplainedSide) found() string {
	for _, p := range s.Parties {
		if s.How != byPattern && p.Text != "" && p.Sentence != nil {
			return fmt.Sprintf("%s (%s in sentence %d)", s.How, p.Text, *p.Sentence+1)
		}
	}
	return s.How
}
