package token

import (
	"unicode"
	"unicode/utf8"
)

// unit is what words are made of: a character, or a run of Latin letters and digits.
type unit struct {
	start int32 // byte of the text
	code  rune  // the character; of a run its number in the trie; foreign for what no word holds
}

// foreign is the code of a unit that no word holds.
const foreign = -1

// units appends the units of text. add gives runs that the trie does not know yet a number.
func units(out []unit, text string, t *trie, add bool) []unit {
	run := -1 // where the open run begins
	for i := 0; i < len(text); {
		r, size := rune(text[i]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(text[i:])
		}
		if size <= 2 && inRun(r) {
			if run < 0 {
				run = i
			}
			i += size
			continue
		}
		if run >= 0 {
			out = append(out, unit{int32(run), t.run(text[run:i], add)})
			run = -1
		}
		if r == utf8.RuneError && size == 1 {
			r = foreign
		}
		out = append(out, unit{int32(i), r})
		i += size
	}
	if run >= 0 {
		out = append(out, unit{int32(run), t.run(text[run:], add)})
	}
	return out
}

// inRun reports whether a character of one or two bytes belongs to a run.
func inRun(r rune) bool {
	if r < utf8.RuneSelf {
		return r >= '0' && r <= '9' || r|0x20 >= 'a' && r|0x20 <= 'z'
	}
	return unicode.IsLetter(r) || unicode.IsNumber(r)
}

// lower gives a run the form that the dictionary has: only ASCII letters are changed, as gse does.
func lower(s string) string {
	for i := range len(s) {
		if s[i] >= 'A' && s[i] <= 'Z' {
			b := []byte(s)
			for k, c := range b {
				if c >= 'A' && c <= 'Z' {
					b[k] = c | 0x20
				}
			}
			return string(b)
		}
	}
	return s
}

// step is how the cheapest way up to and including a unit ends.
type step struct {
	cost  float64
	units int32 // of its last word
	word  int32 // or Unknown
}

// path is the work on one text.
type path struct {
	units []unit
	best  []step // by the last unit
}

// unknownCost is that of a unit of which no word is made, as gse has it.
const unknownCost = 32

// sameCost is how far apart two sums of costs are that only rounding parts.
const sameCost = 1e-6

// find fills best: of all ways the cheapest, and of two of one cost that whose last word is the longer, as words that are
// sought from the end are more often right. So the same words are cut alike wherever they stand; gse compares sums that
// were rounded, and what stands before decides there.
func (p *path) find(s *Segmenter) {
	n := len(p.units)
	if cap(p.best) < n {
		p.best = make([]step, n+n/2)
	}
	p.best = p.best[:n]
	clear(p.best)
	t := &s.trie
	before := 0.0
	for i := range n {
		alone := false // a word of this unit alone
		node := t.first(p.units[i].code)
		for j := i; node > 0; {
			at := &t.nodes[node]
			if w := at.word; w >= 0 {
				p.reach(j, before+s.costs[w], int32(j-i+1), w)
				alone = alone || j == i
			}
			if j++; j >= n || !at.leads(p.units[j].code) {
				break
			}
			node = t.next(node, p.units[j].code)
		}
		if !alone {
			p.reach(i, before+unknownCost, 1, Unknown)
		}
		before = p.best[i].cost
	}
}

// reach notes a way to unit i if it is the first or a cheaper one: ways come with the longest last word first. A cost of 0 is
// that of a unit not reached yet.
func (p *path) reach(i int, cost float64, units, word int32) {
	if b := &p.best[i]; b.cost == 0 || cost < b.cost-sameCost {
		*b = step{cost, units, word}
	}
}
