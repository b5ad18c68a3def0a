package extract

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"jishi/extract/pattern"
	"jishi/extract/rule"
	"jishi/schema"
)

// ExplainedTry is one rule at one trigger.
type ExplainedTry struct {
	Rule     string             `json:"rule"`
	Relation string             `json:"relation"`
	Place    string             `json:"place"`   // FILE:LINE of the rule
	Trigger  int                `json:"trigger"` // token
	Word     string             `json:"word"`
	Outcome  string             `json:"outcome"` // one of the outcomes below
	Patterns []ExplainedPattern `json:"patterns"`
	Behind   string             `json:"behind"` // the rule of the same relation that came first and fits, or ""
	Match    *ExplainedMatch    `json:"match"`  // null unless a pattern fits; where another rule came first, of the pattern alone

	nearest *ExplainedPattern // to what somebody asks for, where that is known
}

// The outcomes of a try.
const (
	OutcomeFact    = "fact"    // a pattern fits, and there is a fact
	OutcomeRefused = "refused" // a pattern fits, but it is no fact
	OutcomeStopped = "stopped" // no pattern fits
	OutcomeBehind  = "behind"  // another rule of the relation was taken for this trigger
)

// ExplainedPattern is a pattern and where each side of the trigger stopped. Both sides of a pattern that fits have no stop.
type ExplainedPattern struct {
	Pattern string          `json:"pattern"`
	Passed  int             `json:"passed"` // elements that are not optional and found what they want
	Of      int             `json:"of"`
	Stops   []ExplainedStop `json:"stops"`
}

// ExplainedStop is the element at which one side of a pattern stopped.
type ExplainedStop struct {
	Side    string `json:"side"`    // left or right of the trigger
	Element string `json:"element"` // as the pattern writes it
	Wanted  string `json:"wanted"`
	Beside  string `json:"beside"` // the element next to it on the way from the trigger, or ""
	Tokens  int    `json:"tokens"` // at how many tokens it was looked for
	AtEdge  bool   `json:"atEdge"` // it was looked for at the sentence's end, or beginning, too
	Stood   string `json:"stood"`  // what stood there; of a long stretch, both ends
	Start   int    `json:"start"`  // of what stood there
	End     int    `json:"end"`
}

// ExplainedMatch is a match on its way to facts.
type ExplainedMatch struct {
	From     int                `json:"from"` // tokens that the pattern covers
	To       int                `json:"to"`
	Roles    []ExplainedRole    `json:"roles"`
	Subject  ExplainedSide      `json:"subject"`
	Object   ExplainedSide      `json:"object"`
	Modality *ExplainedModality `json:"modality"` // null when it was not asked for any more
	Refused  []ExplainedRefusal `json:"refused"`  // why there is no fact: of the match, or of some of its pairs
	Facts    []string           `json:"facts"`    // ids
}

// ExplainedRole is what an element of the pattern took.
type ExplainedRole struct {
	Role  string `json:"role"`
	Token int    `json:"token"`
	Text  string `json:"text"`
}

// ExplainedSide is one side of the facts, and how it was found.
type ExplainedSide struct {
	How     string           `json:"how"`
	Parties []ExplainedParty `json:"parties"`
}

// ExplainedRefusal is why there is no fact. Kind is one word for programs.
type ExplainedRefusal struct {
	Kind string `json:"kind"`
	Text string `json:"text"`
}

func (v sentenceView) tries() []ExplainedTry {
	out := []ExplainedTry{}
	type key struct {
		rule    *rule.Rule
		trigger int
	}
	matches := map[key]matched{}
	for _, m := range v.notes.matches {
		matches[key{m.Rule, m.Trigger}] = m
	}
	for _, t := range v.notes.tries {
		try := ExplainedTry{Rule: t.Rule.Name, Relation: t.Rule.Relation, Place: t.Rule.File + ":" + strconv.Itoa(t.Rule.Line),
			Trigger: t.Trigger, Word: v.s.tokens[t.Trigger].Word, Outcome: OutcomeStopped, Patterns: []ExplainedPattern{}}
		for _, p := range t.Traces {
			try.Patterns = append(try.Patterns, v.pattern(p))
		}
		if t.Behind != nil {
			try.Outcome, try.Behind = OutcomeBehind, t.Behind.Name
			if t.Found {
				try.Match = v.taken(t.Match)
			}
		} else if t.Found {
			try.Match = v.match(t.Match, matches[key{t.Rule, t.Trigger}])
			try.Outcome = OutcomeRefused
			if len(try.Match.Facts) > 0 {
				try.Outcome = OutcomeFact
			}
		}
		out = append(out, try)
	}
	return out
}

func (v sentenceView) pattern(p pattern.Trace) ExplainedPattern {
	out := ExplainedPattern{Pattern: p.Pattern, Passed: p.Passed, Of: p.Of, Stops: []ExplainedStop{}}
	for _, s := range p.Stops {
		stop := ExplainedStop{Side: "right", Element: s.Element, Wanted: s.Wanted, Beside: s.Beside, Tokens: len(s.Tokens), AtEdge: s.End, Stood: v.stood(s.Tokens)}
		if s.Left {
			stop.Side = "left"
		} else {
			stop.Start = v.index.At(len(v.s.Text))
			stop.End = stop.Start
		}
		if len(s.Tokens) > 0 {
			stop.Start, stop.End = v.index.At(v.s.tokens[slices.Min(s.Tokens)].At.Start), v.index.At(v.s.tokens[slices.Max(s.Tokens)].At.End)
		}
		out.Stops = append(out.Stops, stop)
	}
	return out
}

// stood quotes tokens in the order of the text, those that adjoin in one go, and of a long stretch its ends.
func (v sentenceView) stood(tokens []int) string {
	const most, end = 40, 15 // characters
	tokens = slices.Sorted(slices.Values(tokens))
	var parts []string
	for i := 0; i < len(tokens); {
		j := i + 1
		for j < len(tokens) && tokens[j] == tokens[j-1]+1 {
			j++
		}
		parts = append(parts, v.words(tokens[i], tokens[j-1]+1))
		i = j
	}
	out := []rune(strings.Join(parts, ", "))
	if len(out) <= most {
		return string(out)
	}
	return string(out[:end]) + "…" + string(out[len(out)-end:])
}

// words are the characters of tokens from one up to another.
func (v sentenceView) words(from, to int) string {
	if from >= to {
		return ""
	}
	return v.s.Text[v.s.tokens[from].At.Start:v.s.tokens[to-1].At.End]
}

// taken is what the elements of a pattern took.
func (v sentenceView) taken(m pattern.Match) *ExplainedMatch {
	none := ExplainedSide{Parties: []ExplainedParty{}}
	out := &ExplainedMatch{From: m.Start, To: m.End, Roles: []ExplainedRole{}, Subject: none, Object: none, Refused: []ExplainedRefusal{}, Facts: []string{}}
	for _, b := range m.Bindings {
		out.Roles = append(out.Roles, ExplainedRole{b.Role, b.Token, v.words(b.Token, b.Token+1)})
	}
	return out
}

// match is a match with its note; one that neither tells nor is refused has none.
func (v sentenceView) match(taken pattern.Match, m matched) *ExplainedMatch {
	out := v.taken(taken)
	if m.draft == nil {
		return out
	}
	out.Subject = ExplainedSide{How: m.subjectBy, Parties: v.parties(m.subjects)}
	out.Object = ExplainedSide{How: m.objectBy, Parties: v.parties(m.objects)}
	if m.verdict.Modality != "" {
		out.Modality = v.modality(m.draft)
	}
	for _, why := range m.why {
		out.Refused = append(out.Refused, ExplainedRefusal{why.kind, why.String()})
	}
	for _, f := range m.facts {
		out.Facts = append(out.Facts, v.r.facts[f].ID)
	}
	return out
}

// Written is a fact in one line, as the examples of rules write it: RELATION(SUBJECT, OBJECT) MODALITY DATE key=value.
func Written(f schema.Fact) string {
	name := func(p schema.Party) string {
		if p.IsZero() {
			return "?"
		}
		return p.Name
	}
	words := []string{fmt.Sprintf("%s(%s, %s)", f.Relation, name(f.Subject), name(f.Object)), f.Modality}
	if day := f.Date.First.String(); day != "" {
		words = append(words, day)
	}
	if len(f.Items) > 0 {
		words = append(words, "items="+schema.ItemWords(f.Items))
	}
	for _, a := range f.Attributes {
		words = append(words, a.Key+"="+strings.Join(a.Values, ","))
	}
	return strings.Join(words, " ")
}
