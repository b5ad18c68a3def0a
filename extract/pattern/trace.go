package pattern

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// Trace is how far a pattern came at a trigger.
type Trace struct {
	Pattern    string
	Stops      []Stop // at most one a side, the left one first; none: the pattern fits
	Passed, Of int    // elements that are not optional: how many found what they want, of how many
}

// Stop is the element at which one side of a pattern came to an end.
type Stop struct {
	Left    bool   // of the trigger
	Element string // as the pattern writes it
	Wanted  string // the same in words
	Beside  string // the element between it and the trigger that found what it wants, or "": it is the first
	Tokens  []int  // where it was looked for, from the trigger outwards
	End     bool   // it was looked for at the sentence's end, or beginning, too
}

// Trace says where the pattern stops with the trigger at token i. It finds what Match finds, step by step and more slowly:
// it is for explanations.
func (c *Compiled) Trace(s *Sentence, i int) Trace {
	t := Trace{Pattern: c.pattern.String()}
	n := len(s.symbols)
	if i < 0 || i >= n {
		return t
	}
	left := walk{alphabet: c.alphabet, symbols: slices.Clone(s.symbols[max(0, i-window):i]), reverse: true}
	slices.Reverse(left.symbols)
	right := walk{alphabet: c.alphabet, symbols: s.symbols[i+1 : min(n, i+1+window)]}
	for _, side := range []struct {
		walk
		row []element
	}{{left, c.pattern.left}, {right, c.pattern.right}} {
		_, failed := side.rowFrom(side.row, start(len(side.symbols)))
		t.Of += needed(side.row)
		if failed == nil {
			t.Passed += needed(side.row)
			continue
		}
		t.Passed += failed.passed
		t.Stops = append(t.Stops, side.stop(failed, i))
	}
	return t
}

// needed counts the elements of a row that want a token and are not optional.
func needed(es []element) int {
	n := 0
	for _, e := range es {
		if !e.optional && !e.isGap() {
			n++
		}
	}
	return n
}

func (e element) isGap() bool { return e.kind == gap || e.kind == shortGap || e.kind == longGap }

// places are the numbers of symbols that a row may have taken so far: places[n] for n of them.
type places []bool

func start(n int) places {
	p := make(places, n+1)
	p[0] = true
	return p
}

func (p places) any() bool { return slices.Contains(p, true) }

func (p places) add(o places) {
	for i, ok := range o {
		p[i] = p[i] || ok
	}
}

// failure is an element that found nothing at any of the places where it could stand.
type failure struct {
	element element
	at      places
	passed  int    // elements of its row before it that found what they want
	beside  string // the last of these
}

// walk follows one side of a pattern along the symbols of a sentence, from the trigger outwards.
type walk struct {
	alphabet *Alphabet
	symbols  []symbol
	reverse  bool
}

func (w walk) rowFrom(es []element, at places) (places, *failure) {
	passed, beside := 0, ""
	for i := range es {
		e := es[i]
		if w.reverse {
			e = es[len(es)-1-i]
		}
		next, failed := w.elementFrom(e, at)
		if e.optional {
			next.add(at)
		} else if !next.any() {
			failed.passed += passed
			failed.beside = cmp.Or(failed.beside, beside)
			return next, failed
		} else if !e.isGap() {
			passed, beside = passed+1, e.String()
		}
		at = next
	}
	return at, nil
}

// elementFrom gives the places behind an element, and where there is none, what failed: of a group's rows the one that
// came furthest, or the group when none came anywhere.
func (w walk) elementFrom(e element, at places) (places, *failure) {
	next := make(places, len(at))
	failed, furthest := failure{element: e, at: at}, 0
	switch e.kind {
	case group:
		for _, row := range e.rows {
			ends, f := w.rowFrom(row, at)
			next.add(ends)
			if f != nil && f.passed > furthest {
				failed.element, failed.at, failed.beside, furthest = f.element, f.at, f.beside, f.passed
			}
		}
	case gap, shortGap, longGap:
		w.overGap(e.kind, at, next)
	case clauseBegin, clauseEnd:
		w.over(w.alphabet.edges, at, next)
		next[len(next)-1] = next[len(next)-1] || at[len(at)-1]
	default:
		w.over(w.alphabet.takes(e), at, next)
	}
	return next, &failed
}

// over steps over one symbol of a set.
func (w walk) over(one set, at, next places) {
	for i, x := range w.symbols {
		next[i+1] = next[i+1] || at[i] && one.has(x)
	}
}

func (w walk) overGap(k kind, at, next places) {
	most, marks := map[kind]int{gap: longestGap, shortGap: longestShortGap, longGap: longestLongGap}[k], w.alphabet.marks
	if k == longGap {
		marks = nil
	}
	for from, ok := range at {
		for n := 0; ok && n <= most && from+n < len(next); n++ {
			next[from+n] = true
			if from+n < len(w.symbols) && marks.has(w.symbols[from+n]) {
				break
			}
		}
	}
}

// stop tells of a failure with the sentence's own numbers; the trigger is token i.
func (w walk) stop(f *failure, i int) Stop {
	s := Stop{Left: w.reverse, Element: f.element.String(), Wanted: f.element.wanted(), Beside: f.beside}
	for n, ok := range f.at {
		switch {
		case !ok:
		case n == len(w.symbols):
			s.End = true
		case w.reverse:
			s.Tokens = append(s.Tokens, i-1-n)
		default:
			s.Tokens = append(s.Tokens, i+1+n)
		}
	}
	return s
}

// wanted says in words what an element takes.
func (e element) wanted() string {
	switch e.kind {
	case words, wordCapture:
		if len(e.words) == 1 {
			return e.words[0]
		}
		return "one of " + strings.Join(e.words, ", ")
	case capture:
		types := strings.Join(e.types, " or ")
		if e.list {
			return fmt.Sprintf("a list of type %s, as %s", types, e.role)
		}
		return fmt.Sprintf("a mention of type %s, as %s", types, e.role)
	case clauseBegin:
		return "the beginning of a clause"
	case clauseEnd:
		return "the end of a clause"
	}
	return "one of " + e.String()
}
