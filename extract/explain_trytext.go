package extract

import (
	"fmt"
	"strings"
)

// tryText prints one rule at one trigger: where it stopped, or how the match became facts or not.
func (s ExplainedSentence) tryText(b *strings.Builder, t ExplainedTry) {
	switch t.Outcome {
	case OutcomeBehind:
		line(b, "rule", "%s at %s: not asked, %s comes first", t.Rule, s.trigger(t), t.Behind)
	case OutcomeStopped:
		line(b, "rule", "%s at %s: no pattern fits", t.Rule, s.trigger(t))
		if p := t.Nearest(); p != nil {
			under(b, "%s", p.Pattern)
			for _, stop := range p.Stops {
				under(b, "stops %s", stop)
			}
		}
	default:
		line(b, "rule", "%s at %s: fits %s", t.Rule, s.trigger(t), s.Words(t.Match.From, t.Match.To))
		for _, l := range t.Match.Lines() {
			under(b, "%s", l)
		}
		for _, why := range t.Match.Refused {
			line(b, "no fact", "%s: %s", t.Rule, why.Text)
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
func (s ExplainedStop) String() string {
	edge := "the end of the sentence"
	if s.Side == "left" {
		edge = "the beginning of the sentence"
	}
	at := fmt.Sprintf("(characters %d–%d)", s.Start+1, s.End)
	if s.End <= s.Start+1 {
		at = fmt.Sprintf("(character %d)", s.Start+1)
	}
	wants := fmt.Sprintf("%s of the trigger, wants %s", s.Side, s.Wanted)
	switch {
	case s.Beside != "" && s.Side == "left":
		wants += " before " + s.Beside
	case s.Beside != "":
		wants += " behind " + s.Beside
	}
	switch {
	case s.Tokens == 0:
		return fmt.Sprintf("%s: there is %s", wants, edge)
	case s.Tokens == 1 && !s.AtEdge:
		return fmt.Sprintf("%s: there stands %s %s", wants, s.Stood, at)
	}
	return fmt.Sprintf("%s: there is none in %s %s", wants, s.Stood, at)
}

// Lines say who the parties are and how they were found, and the modality with its reason.
func (m *ExplainedMatch) Lines() []string {
	var out []string
	for _, side := range []struct {
		role string
		ExplainedSide
	}{{"subject", m.Subject}, {"object", m.Object}} {
		if len(side.Parties) > 0 {
			out = append(out, fmt.Sprintf("%s %s: %s%s", side.role, names(side.Parties), side.How, side.where()))
		}
	}
	if m.Modality != nil {
		word := m.Modality.Modality
		if m.Modality.Unreal {
			word = "unreal"
		}
		why := word + ": " + m.Modality.Why
		if m.Modality.Cue != nil {
			why += "; scope: " + m.Modality.Scope
		}
		out = append(out, why)
	}
	return out
}

// where names the words behind a party that another place of the text names.
func (s ExplainedSide) where() string {
	if s.How == byPattern {
		return ""
	}
	for _, p := range s.Parties {
		if p.Text != "" && p.Sentence != nil {
			return fmt.Sprintf(" (%s in sentence %d)", p.Text, *p.Sentence+1)
		}
	}
	return ""
}
