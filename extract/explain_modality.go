package extract

import (
	"fmt"
	"strings"

	"jishi/extract/rule"
	"jishi/schema"
)

// ExplainedModality is how a match is meant, and why.
type ExplainedModality struct {
	Modality string        `json:"modality"`
	Unreal   bool          `json:"unreal"` // a question or a condition: no fact
	Cue      *ExplainedCue `json:"cue"`    // the word that decided it, or null
	From     int           `json:"from"`   // the scope: tokens from the cue, or from the first clause that was searched, …
	To       int           `json:"to"`     // … to the end of the trigger's clause
	Scope    string        `json:"scope"`  // their words
	Why      string        `json:"why"`
}

// ExplainedCue is a word that decides how the words behind it are meant.
type ExplainedCue struct {
	Token   int      `json:"token"`
	Word    string   `json:"word"`
	Records []string `json:"records"` // of cues.yaml, each as NAME (KIND)
}

func (v sentenceView) modality(d *draft) *ExplainedModality {
	out := v.decided(d)
	out.Scope = v.words(out.From, out.To)
	return out
}

func (v sentenceView) decided(d *draft) *ExplainedModality {
	clause := v.s.clauses[d.clause]
	out := &ExplainedModality{Modality: d.verdict.Modality, Unreal: d.verdict.Unreal, From: clause.Start, To: clause.End}
	if d.verdict.Unreal {
		if i := v.cueBefore(clause.Start, d.Trigger, "unreal"); i >= 0 {
			out.Cue, out.From = v.cue(i), i
			out.Why = out.Cue.Word + " in the trigger's clause makes it a question or a condition"
		} else if i := v.cueBefore(0, clause.Start, "unreal"); i >= 0 {
			out.Cue, out.From = v.cue(i), i
			out.Why = out.Cue.Word + " in a clause before makes it a question or a condition"
		}
		return out
	}
	if i := d.verdict.Cue; i >= 0 {
		out.Cue, out.From = v.cue(i), i
		out.Why = v.whyCue(d, i)
		return out
	}
	noun := v.x.rules.Cues.AsNoun(v.s.tokens, clause.Start, d.Trigger)
	switch {
	case d.Rule.Always != "":
		out.Why = "the rule says so, whatever stands around (always)"
	case d.Rule.Modality != "":
		out.Why = "no cue reaches the trigger, and the rule says what it is then (modality)"
	case noun != "":
		out.Why = fmt.Sprintf("no cue reaches the trigger, since %s is read as a noun here", noun)
	default:
		out.Why = "no cue reaches the trigger"
	}
	return out
}

func (v sentenceView) cueBefore(from, to int, kind string) int {
	for i := from; i < to; i++ {
		if len(v.s.tokens[i].Mentions) == 0 && v.x.rules.Cues.Has(v.s.tokens[i].Word, kind) {
			return i
		}
	}
	return -1
}

func (v sentenceView) cue(i int) *ExplainedCue {
	w := v.s.tokens[i].Word
	return &ExplainedCue{Token: i, Word: w, Records: v.x.rules.Cues.Of(w)}
}

// whyCue says what a cue is, and over how many clauses it reaches.
func (v sentenceView) whyCue(d *draft, i int) string {
	w := v.s.tokens[i].Word
	kind := strings.Join(v.x.rules.Cues.Of(w), ", ")
	if d.Rule.Body.Cues[w] != "" && d.verdict.Modality != schema.Negated {
		kind = "a cue of the rule itself"
	}
	switch over := d.clause - rule.ClauseOf(v.s.clauses, i); {
	case over == 1:
		return fmt.Sprintf("%s, %s, stands in the clause before, and nothing closes its scope", w, kind)
	case over > 1:
		return fmt.Sprintf("%s, %s, stands %d clauses before, and nothing closes its scope", w, kind, over)
	}
	return fmt.Sprintf("%s, %s, stands before the trigger in its clause", w, kind)
}
