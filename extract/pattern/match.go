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
func (c *Compiled) Match(s *Sentence, i int) (Match, bool) {
	if i < 0 || i >= len(s.symbols) {
		return Match{}, false
	}
	var room [2][16]int
	left, right := c.sides(s, i, room[0][:0], room[1][:0])
	before, ok := left.find()
	if !ok {
		return Match{}, false
	}
	behind, ok := right.find()
	if !ok {
		return Match{}, false
	}
	m := Match{Start: i - before, End: i + 1 + behind}
	for g := len(left.filled) - 1; g >= 0; g-- {
		if p := left.filled[g]; p >= 0 {
			m.Bindings = append(m.Bindings, c.left.slots[g].bind(i-1-p))
		}
	}
	for g, p := range right.filled {
		if p >= 0 {
			m.Bindings = append(m.Bindings, c.right.slots[g].bind(i+1+p))
		}
	}
	return m, true
}

// sides are the two programs about to run around a trigger; room is for what their slots are filled with.
func (c *Compiled) sides(s *Sentence, i int, leftRoom, rightRoom []int) (left, right run) {
	left = run{program: &c.left, s: s, from: i - 1, by: -1, n: min(i, window), filled: leftRoom}
	right = run{program: &c.right, s: s, from: i + 1, by: 1, n: min(len(s.symbols)-i-1, window), filled: rightRoom}
	for range c.left.slots {
		left.filled = append(left.filled, -1)
	}
	for range c.right.slots {
		right.filled = append(right.filled, -1)
	}
	return left, right
}

func (s slot) bind(token int) Binding {
	return Binding{Role: s.role, Types: s.types, Token: token, Word: s.word}
}

// Fits are the mentions of a bound token that the element meant. Most often all are: then they are the token's own, which
// nobody may change.
func (b Binding) Fits(t schema.Token) []schema.Mention {
	n := 0
	for n < len(t.Mentions) && schema.Accepts(b.Types, t.Mentions[n].Type) {
		n++
	}
	out := t.Mentions[:n:n]
	for i := n; i < len(t.Mentions); i++ {
		if m, ok := t.Mentions[i].As(b.Types); ok {
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
