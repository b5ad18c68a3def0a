package pattern

import (
	"math/rand/v2"
	"reflect"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"jishi/schema"
)

// firstRune is that of symbol 0. All take three bytes, so that a byte offset is three times a token's number.
const (
	firstRune = 0x4E00
	width     = 3
)

func spelt(of map[string]symbol, name string) (rune, bool) {
	x, ok := of[name]
	return firstRune + rune(x), ok
}

// upTo is a repetition of n times at most, as few as possible.
func upTo(n int) string { return "{0," + strconv.Itoa(n) + "}?" }

// spelling writes one side of a pattern as a regular expression over one character a token.
type spelling struct {
	alphabet *Alphabet
	reverse  bool
	slots    []slot
}

func (b *spelling) row(es []element) string {
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

func (b *spelling) element(e element) string {
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

func (b *spelling) class(list []string) string {
	var out strings.Builder
	out.WriteByte('[')
	for _, w := range list {
		if w == "" {
			continue
		}
		if r, ok := spelt(b.alphabet.words, w); ok {
			out.WriteRune(r)
		} else {
			out.WriteRune(0xFFFD) // a word that the alphabet does not have occurs in no sentence
		}
	}
	out.WriteByte(']')
	return out.String()
}

func (b *spelling) inClause() string {
	return "[^" + strings.Trim(b.class(strings.Split(clauseMarks, "")), "[]") + "]"
}

func (b *spelling) mentions(e element) string {
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
			if r, ok := spelt(b.alphabet.types, t); ok && !e.list {
				out.WriteRune(r)
			}
			if r, ok := spelt(b.alphabet.lists, t); ok {
				out.WriteRune(r)
			}
		}
	}
	if actors {
		out.WriteRune(firstRune + rune(b.alphabet.mixed))
	}
	if out.Len() == 1 {
		out.WriteRune(0xFFFD) // a type that the ontology does not have occurs in no sentence
	}
	out.WriteByte(']')
	return out.String()
}

// byRegexp matches as Match does, by two regular expressions.
func byRegexp(t *testing.T, a *Alphabet, p *Pattern, s *Sentence, i int) (Match, bool) {
	t.Helper()
	side := func(row []element, reverse bool, from, by, n int) ([]int, []slot) {
		b := &spelling{alphabet: a, reverse: reverse}
		e := regexp.MustCompile("^" + b.row(row))
		var text strings.Builder
		for k := range n {
			text.WriteRune(firstRune + rune(s.symbols[from+k*by]))
		}
		return e.FindStringSubmatchIndex(text.String()), b.slots
	}
	left, leftRoles := side(p.left, true, i-1, -1, min(i, window))
	right, rightRoles := side(p.right, false, i+1, 1, min(len(s.symbols)-i-1, window))
	if left == nil || right == nil {
		return Match{}, false
	}
	m := Match{Start: i - left[1]/width, End: i + 1 + right[1]/width}
	for g := len(leftRoles) - 1; g >= 0; g-- {
		if at := left[2*g+2]; at >= 0 {
			m.Bindings = append(m.Bindings, leftRoles[g].bind(i-1-at/width))
		}
	}
	for g, slot := range rightRoles {
		if at := right[2*g+2]; at >= 0 {
			m.Bindings = append(m.Bindings, slot.bind(i+1+at/width))
		}
	}
	return m, true
}

// A pattern finds what a regular expression of the same elements finds.
func TestMatchIsThatOfARegularExpression(t *testing.T) {
	random := rand.New(rand.NewPCG(5, 6))
	pick := func(list []string) string { return list[random.IntN(len(list))] }
	elements := []string{"同", "同|与", "{a}", "{b: country|place}", "{c: actor+}", "<d: 甲|乙>", "...", "..", ">>", "^", "$", "了"}
	var row func(deep int) string
	row = func(deep int) string {
		var out []string
		for range 1 + random.IntN(4) {
			e := pick(elements)
			if deep > 0 && random.IntN(5) == 0 {
				e = "( " + row(deep-1) + " | " + row(deep-1) + " )"
			}
			if random.IntN(4) == 0 {
				e += "?"
			}
			out = append(out, e)
		}
		return strings.Join(out, " ")
	}
	words := []string{"同", "与", "甲", "乙", "了", "丙", "，", "”", "leader", "country", "country+", "mixed", "place", "supply", "的"}
	tried, found := 0, 0
	for range 3000 {
		p, err := Parse(row(2) + " @ " + row(2))
		if err != nil {
			continue
		}
		a := NewAlphabet(p.Words(), []string{"leader", "country", "organization", "group", "team", "place", "supply"})
		c := a.Compile(p)
		var text []string
		for range 3 + random.IntN(40) {
			text = append(text, pick(words))
		}
		s := a.Read(sentence(strings.Join(text, " ")))
		for i := range text {
			tried++
			got, ok := c.Match(s, i)
			want, wantOK := byRegexp(t, a, p, s, i)
			if ok != wantOK || !reflect.DeepEqual(got, want) {
				t.Fatalf("%s\nat %d of %s:\n got %v %+v\nwant %v %+v", p, i, strings.Join(text, " "), ok, got, wantOK, want)
			}
			if ok {
				found++
			}
		}
	}
	if tried < 1000 || found < 100 {
		t.Errorf("%d places tried, %d found", tried, found)
	}
}
