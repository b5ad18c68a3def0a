package rule

import (
	"jishi/extract/pattern"
	"jishi/schema"
)

// Found is one match of a rule: roles and words bound to tokens, not yet a fact.
type Found struct {
	Rule    *Rule
	Trigger int // token
	Match   pattern.Match
}

// Mentions are what fills a role, in the order of the text; empty when the role is open. Those of a single token are its own,
// which nobody may change.
func (f Found) Mentions(role string, tokens []schema.Token) []schema.Mention {
	var out []schema.Mention
	for _, b := range f.Match.Bindings {
		if b.Role != role || b.Word {
			continue
		}
		if fits := b.Fits(tokens[b.Token]); out == nil {
			out = fits
		} else {
			out = append(out, fits...)
		}
	}
	return out
}

// Token is the first token that fills a role, or -1.
func (f Found) Token(role string) int {
	for _, b := range f.Match.Bindings {
		if b.Role == role {
			return b.Token
		}
	}
	return -1
}

// Covered reports whether a match of a rule of higher priority for the same relation reads the same goods or team at another
// trigger: in 收到挪威承诺捐赠的药品 nothing but 收到 tells.
func Covered(f Found, all []Found) bool {
	for _, g := range all {
		if g.Rule.Relation != f.Rule.Relation || g.Rule.Priority <= f.Rule.Priority || f.Trigger == g.Trigger {
			continue
		}
		for _, role := range []string{"items", "team"} {
			if t := g.Token(role); t >= 0 && t == f.Token(role) {
				return true
			}
		}
	}
	return false
}

// Try is one rule's attempt at one trigger, for explanations.
type Try struct {
	Rule    *Rule
	Trigger int             // token
	Found   bool            // a pattern fits
	Match   pattern.Match   // of the one that fits
	Traces  []pattern.Trace // of each pattern, where none fits
	Behind  *Rule           // the rule of the same relation that was taken before it; nil: none
}

// Apply gives what the rules find in a sentence: for each trigger, of the rules of one relation the first by priority
// whose pattern matches. tried, when not nil, is told of every attempt.
func (s *Set) Apply(tokens []schema.Token, tried func(Try)) []Found {
	var out []Found
	var sentence *pattern.Sentence
	for i := range tokens {
		t := &tokens[i]
		if len(t.Mentions) > 0 || t.Word == "" {
			continue
		}
		rules := s.byWord[t.Word]
		if len(rules) == 0 {
			continue
		}
		if sentence == nil {
			sentence = s.alphabet.Read(tokens)
		}
		first := len(out)
		for _, r := range rules {
			before := taken(out[first:], r.Relation)
			if before != nil && tried == nil {
				continue
			}
			m, ok := r.match(sentence, i)
			if tried != nil {
				tried(r.try(sentence, Try{Rule: r, Trigger: i, Found: ok, Match: m, Behind: before}))
			}
			if ok && before == nil {
				out = append(out, Found{Rule: r, Trigger: i, Match: m})
			}
		}
	}
	return out
}

// taken is the rule of a relation among those that have been found, or nil.
func taken(found []Found, relation string) *Rule {
	for i := range found {
		if found[i].Rule.Relation == relation {
			return found[i].Rule
		}
	}
	return nil
}

func (r *Rule) try(s *pattern.Sentence, t Try) Try {
	if !t.Found {
		for _, c := range r.compiled {
			t.Traces = append(t.Traces, c.Trace(s, t.Trigger))
		}
	}
	return t
}

func (r *Rule) match(s *pattern.Sentence, i int) (pattern.Match, bool) {
	for _, c := range r.compiled {
		if m, ok := c.Match(s, i); ok {
			return m, true
		}
	}
	return pattern.Match{}, false
}
