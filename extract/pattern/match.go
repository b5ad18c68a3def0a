package pattern

import "jishi/schema"

// window is how many tokens on either side of a trigger a pattern may reach: it bounds the time for a sentence that is
// full of triggers.
const window = 120

// Binding is a role filled by a token.
type Binding struct {
	Role  string
	Types []string // of the element that matched: members of a mixed list that have another type are not meant
	Token int
	Word  bool // an attribute's word, not a mention
}

// Match is what a pattern found.
type Match struct {
	Bindings   []Binding // from left to right
	Start, End int       // tokens, half open, the trigger included
}

// Match tries the pattern with the trigger at token i.
func (c *Compiled) Match(s Sentence, i int) (Match, bool) {
	if i < 0 || i >= s.n {
		return Match{}, false
	}
	low, high := max(0, i-window), min(s.n, i+1+window)
	left := c.left.FindStringSubmatchIndex(s.backward[(s.n-i)*width : (s.n-low)*width])
	if left == nil {
		return Match{}, false
	}
	right := c.right.FindStringSubmatchIndex(s.forward[(i+1)*width : high*width])
	if right == nil {
		return Match{}, false
	}
	m := Match{Start: i - left[1]/width, End: i + 1 + right[1]/width}
	for g := len(c.leftRoles) - 1; g >= 0; g-- {
		if at := left[2*g+2]; at >= 0 {
			m.Bindings = append(m.Bindings, c.leftRoles[g].bind(i-1-at/width))
		}
	}
	for g, slot := range c.rightRoles {
		if at := right[2*g+2]; at >= 0 {
			m.Bindings = append(m.Bindings, slot.bind(i+1+at/width))
		}
	}
	return m, true
}

func (s slot) bind(token int) Binding {
	return Binding{Role: s.role, Types: s.types, Token: token, Word: s.word}
}

// Fits are the mentions of a bound token that the element meant.
func (b Binding) Fits(t schema.Token) []schema.Mention {
	var out []schema.Mention
	for _, m := range t.Mentions {
		if schema.Accepts(b.Types, m.Type) {
			out = append(out, m)
		}
	}
	return out
}

// Holds reports whether a token fills a role or an attribute of the match.
func (m Match) Holds(token int) bool {
	for _, b := range m.Bindings {
		if b.Token == token {
			return true
		}
	}
	return false
}
