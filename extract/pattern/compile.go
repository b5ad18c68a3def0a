package pattern

import (
	"regexp"
	"strconv"
	"strings"

	"jishi/schema"
)

// Alphabet gives each token a symbol: one for each word that some pattern names, one for each type of mention, one for
// all else. It is made once from all patterns and then only read.
type Alphabet struct {
	words map[string]rune
	types map[string]rune // a single mention
	lists map[string]rune // a list of mentions of one type
	mixed rune            // a list of actors of several types
	other rune
}

// base is the first symbol. All symbols take three bytes, so that a byte offset is three times a token's index.
const (
	base  = 0x4E00
	width = 3
)

// The most tokens that the gaps ... and .. and >> take.
const (
	longestGap      = 25
	longestShortGap = 3
	longestLongGap  = 40
)

// upTo is a repetition of n times at most, as few as possible.
func upTo(n int) string { return "{0," + strconv.Itoa(n) + "}?" }

// clauseMarks end a clause.
const clauseMarks = "，；。：！？"

// NewAlphabet numbers the words in the order given and the entity types.
func NewAlphabet(words, types []string) *Alphabet {
	a := &Alphabet{words: map[string]rune{}, types: map[string]rune{}, lists: map[string]rune{}}
	next := rune(base)
	take := func() rune { next++; return next - 1 }
	a.other, a.mixed = take(), take()
	for _, t := range types {
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
	return a
}

// Symbol is a token's symbol.
func (a *Alphabet) Symbol(t schema.Token) rune {
	switch len(t.Mentions) {
	case 0:
		if r, ok := a.words[t.Word]; ok {
			return r
		}
		return a.other
	case 1:
		if r, ok := a.types[t.Mentions[0].Type]; ok {
			return r
		}
		return a.other
	}
	first := t.Mentions[0].Type
	for _, m := range t.Mentions[1:] {
		if m.Type != first {
			return a.mixed
		}
	}
	if r, ok := a.lists[first]; ok {
		return r
	}
	return a.other
}

// Sentence is a sentence's symbols in both directions.
type Sentence struct {
	forward, backward string
	n                 int
}

// Read gives a sentence's symbols.
func (a *Alphabet) Read(tokens []schema.Token) Sentence {
	symbols := make([]rune, len(tokens))
	reversed := make([]rune, len(tokens))
	for i, t := range tokens {
		symbols[i] = a.Symbol(t)
		reversed[len(tokens)-1-i] = symbols[i]
	}
	return Sentence{forward: string(symbols), backward: string(reversed), n: len(tokens)}
}

// Compiled is a pattern ready to match.
type Compiled struct {
	left, right *regexp.Regexp
	leftRoles   []slot // of the capture groups, in order
	rightRoles  []slot

	pattern  *Pattern // for Trace
	alphabet *Alphabet
}

type slot struct {
	role  string
	types []string
	word  bool
}

// Compile turns the pattern into two expressions, one for each side of the trigger.
func (a *Alphabet) Compile(p *Pattern) (*Compiled, error) {
	c := &Compiled{pattern: p, alphabet: a}
	var err error
	build := &builder{alphabet: a, reverse: true}
	if c.left, err = regexp.Compile("^" + build.row(p.left)); err != nil {
		return nil, err
	}
	c.leftRoles = build.slots
	build = &builder{alphabet: a}
	if c.right, err = regexp.Compile("^" + build.row(p.right)); err != nil {
		return nil, err
	}
	c.rightRoles = build.slots
	return c, nil
}

type builder struct {
	alphabet *Alphabet
	reverse  bool
	slots    []slot
}

func (b *builder) row(es []element) string {
	var out strings.Builder
	for i := range es {
		e := es[i]
		if b.reverse {
			e = es[len(es)-1-i]
		}
		s := b.element(e)
		if e.optional {
			s = "(?:" + s + ")?"
		}
		out.WriteString(s)
	}
	return out.String()
}

func (b *builder) element(e element) string {
	switch e.kind {
	case words:
		return b.class(e.words)
	case wordCapture:
		b.slots = append(b.slots, slot{role: e.role, word: true})
		return "(" + b.class(e.words) + ")"
	case capture:
		b.slots = append(b.slots, slot{role: e.role, types: e.types})
		return "(" + b.mentions(e) + ")"
	case gap:
		return b.inClause() + upTo(longestGap)
	case shortGap:
		return b.inClause() + upTo(longestShortGap)
	case longGap:
		return "." + upTo(longestLongGap)
	case clauseBegin, clauseEnd:
		return "(?:" + b.class(strings.Split(clauseMarks+"“”", "")) + "|$)"
	case group:
		rows := make([]string, len(e.rows))
		for i, r := range e.rows {
			rows[i] = b.row(r)
		}
		return "(?:" + strings.Join(rows, "|") + ")"
	}
	return ""
}

func (b *builder) class(list []string) string {
	var out strings.Builder
	out.WriteByte('[')
	for _, w := range list {
		if w == "" {
			continue
		}
		if r, ok := b.alphabet.words[w]; ok {
			out.WriteRune(r)
		} else {
			out.WriteRune(0xFFFD) // a word that the alphabet does not have occurs in no sentence
		}
	}
	out.WriteByte(']')
	return out.String()
}

func (b *builder) inClause() string {
	return "[^" + strings.Trim(b.class(strings.Split(clauseMarks, "")), "[]") + "]"
}

func (b *builder) mentions(e element) string {
	var out strings.Builder
	out.WriteByte('[')
	actors := false
	for _, t := range e.types {
		list := []string{t}
		if t == "actor" {
			list = []string{"leader", "country", "organization", "group", "team"}
		}
		for _, t := range list {
			actors = actors || schema.IsActor(t)
			if r, ok := b.alphabet.types[t]; ok && !e.list {
				out.WriteRune(r)
			}
			if r, ok := b.alphabet.lists[t]; ok {
				out.WriteRune(r)
			}
		}
	}
	if actors {
		out.WriteRune(b.alphabet.mixed)
	}
	if out.Len() == 1 {
		out.WriteRune(0xFFFD) // a type that the ontology does not have occurs in no sentence
	}
	out.WriteByte(']')
	return out.String()
}
