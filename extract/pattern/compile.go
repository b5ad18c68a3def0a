package pattern

import (
	"slices"
	"strings"

	"jishi/schema"
)

// Alphabet gives each token a symbol: one for each word that some pattern names, one for each type of mention, one for
// all else. It is made once from all patterns and then only read.
type Alphabet struct {
	words map[string]symbol
	types map[string]symbol // a single mention
	lists map[string]symbol // a list of mentions of one type
	mixed symbol            // a list of actors of several types
	other symbol

	marks, edges set // clause marks; these and quotation marks
}

// symbol is what a pattern sees of a token.
type symbol int32

// The most tokens that the gaps ... and .. and >> take.
const (
	longestGap      = 25
	longestShortGap = 3
	longestLongGap  = 40
)

// clauseMarks end a clause.
const clauseMarks = "，；。：！？"

// NewAlphabet numbers the words in the order given and the entity types.
func NewAlphabet(words, types []string) *Alphabet {
	a := &Alphabet{words: map[string]symbol{}, types: map[string]symbol{}, lists: map[string]symbol{}}
	next := symbol(0)
	take := func() symbol { next++; return next - 1 }
	a.other, a.mixed = take(), take()
	for _, t := range append([]string{schema.ByRegion}, types...) {
		a.types[t], a.lists[t] = take(), take()
	}
	for _, mark := range clauseMarks + "“”、（）" {
		a.words[string(mark)] = take()
	}
	for _, w := range words {
		if _, ok := a.words[w]; !ok {
			a.words[w] = take()
		}
	}
	a.marks = a.setOf(strings.Split(clauseMarks, ""))
	a.edges = a.setOf(strings.Split(clauseMarks+"“”", ""))
	return a
}

// symbol is a token's symbol.
func (a *Alphabet) symbol(t *schema.Token) symbol {
	switch len(t.Mentions) {
	case 0:
		if r, ok := a.words[t.Word]; ok {
			return r
		}
		return a.other
	case 1:
		if r, ok := a.types[typeOf(&t.Mentions[0])]; ok {
			return r
		}
		return a.other
	}
	first := typeOf(&t.Mentions[0])
	for i := range t.Mentions[1:] {
		if t.Mentions[i+1].Type != t.Mentions[0].Type {
			return a.mixed
		}
		if typeOf(&t.Mentions[i+1]) != first { // among organizations a region is one
			first = t.Mentions[0].Type
		}
	}
	if r, ok := a.lists[first]; ok {
		return r
	}
	return a.other
}

// typeOf is the type of a mention; of a region, which fills the roles of places and of organizations, a type of its own.
func typeOf(m *schema.Mention) string {
	if m.By == schema.ByRegion {
		return m.By
	}
	return m.Type
}

// set is some symbols, sorted.
type set []symbol

func (s set) has(x symbol) bool {
	if len(s) > 8 {
		_, ok := slices.BinarySearch(s, x)
		return ok
	}
	return slices.Contains(s, x)
}

// setOf are the symbols of words. A word that the alphabet does not have occurs in no sentence.
func (a *Alphabet) setOf(words []string) set {
	var out set
	for _, w := range words {
		if x, ok := a.words[w]; ok {
			out = append(out, x)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// takes are the symbols that an element takes one of.
func (a *Alphabet) takes(e element) set {
	switch e.kind {
	case words, wordCapture:
		return a.setOf(e.words)
	case clauseBegin, clauseEnd:
		return a.edges
	}
	var out set
	actors := false
	for _, t := range e.types {
		list := []string{t}
		if t == "actor" {
			list = []string{"leader", "country", "organization", "group", "team"}
		}
		if slices.Contains(list, "organization") || t == "place" {
			list = append(list, schema.ByRegion)
		}
		for _, t := range list {
			actors = actors || schema.IsActor(t)
			if x, ok := a.types[t]; ok && !e.list {
				out = append(out, x)
			}
			if x, ok := a.lists[t]; ok {
				out = append(out, x)
			}
		}
	}
	if actors {
		out = append(out, a.mixed)
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// Sentence is a sentence's symbols, and room for the work on it.
type Sentence struct {
	symbols []symbol
	tried   []uint64
}

// Read gives a sentence's symbols.
func (a *Alphabet) Read(tokens []schema.Token) *Sentence {
	s := &Sentence{symbols: make([]symbol, len(tokens))}
	for i := range tokens {
		s.symbols[i] = a.symbol(&tokens[i])
	}
	return s
}

// Compiled is a pattern ready to match.
type Compiled struct {
	left, right program

	pattern  *Pattern // for Trace
	alphabet *Alphabet
}

// slot is a role to be filled.
type slot struct {
	role  string
	types []string
	word  bool
}

// Compile turns the pattern into two programs, one for each side of the trigger.
func (a *Alphabet) Compile(p *Pattern) *Compiled {
	c := &Compiled{pattern: p, alphabet: a}
	c.left.compile(a, p.left, true)
	c.right.compile(a, p.right, false)
	return c
}
