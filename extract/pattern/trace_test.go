package pattern

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

func TestTrace(t *testing.T) {
	for _, c := range []struct{ pattern, sentence, want string }{
		{"{subject} ... @ {object}", "leader 甲 TT leader", "2/2"},
		{"{subject} @", "甲 TT", "0/1 left {subject} at 0"},
		{"{subject} @", "TT", "0/1 left {subject} at the end"},
		{"@ 了? {object}", "TT 了 甲 leader", "0/1 right {object} at 1 2"},
		{"({subject} ...)? 同 {object} ... @", "leader 向 country 甲 TT", "1/2 left 同 beside {object} at 1 the end"},
		{"({subject} ...)? 同 {object} ... @", "leader 向 甲 TT", "1/2 left 同 beside {object} at the end"}, // the object is found, but nothing before it
		{"({subject} ...)? 同 {object} ... @", "甲 ， 乙 TT", "0/2 left {object} at 2 1"},                   // a gap ends at a clause mark
		{"{subject} >> @", "甲 ， 乙 TT", "0/1 left {subject} at 2 1 0 the end"},
		{"@ {a: place} 甲 {object}", "TT place 甲 supply", "2/3 right {object} beside 甲 at 3"},
		{"@ ( 甲 乙 | 丙 )", "TT 甲 丁", "0/1 right 乙 beside 甲 at 2"}, // of the rows, the one that came furthest
		{"@ ( 甲 乙 | 丙 )", "TT 丁", "0/1 right ( 甲 乙 | 丙 ) at 1"},
		{"@ ( 甲 乙 | 丙 )? 丁", "TT 甲 丁", "0/1 right 丁 at 1"},
		{"{subject} @ ... {object}", "甲 TT 乙", "0/2 left {subject} at 0; right {object} at 2 the end"},
		{"@ $", "TT 了", "0/1 right $ at 1"},
	} {
		got := fmt.Sprint(traceOf(t, c.pattern, c.sentence))
		if got != c.want {
			t.Errorf("%s on %q: %s, want %s", c.pattern, c.sentence, got, c.want)
		}
	}
}

// shown is a trace as the table writes it.
type shown struct{ Trace }

func (s shown) String() string {
	sides := []string{}
	for _, stop := range s.Stops {
		side := "right"
		if stop.Left {
			side = "left"
		}
		text := side + " " + stop.Element
		if stop.Beside != "" {
			text += " beside " + stop.Beside
		}
		text += " at"
		for _, i := range stop.Tokens {
			text += fmt.Sprintf(" %d", i)
		}
		if stop.End {
			text += " the end"
		}
		sides = append(sides, text)
	}
	return strings.TrimSpace(fmt.Sprintf("%d/%d %s", s.Passed, s.Of, strings.Join(sides, "; ")))
}

func traceOf(t *testing.T, text, words string) shown {
	t.Helper()
	p, err := Parse(text)
	if err != nil {
		t.Fatal(err)
	}
	a := NewAlphabet(append(p.Words(), "TT"), types())
	c := a.Compile(p)
	tokens := sentence(words)
	for i, tok := range tokens {
		if tok.Word == "TT" {
			return shown{c.Trace(a.Read(tokens), i)}
		}
	}
	t.Fatalf("%q holds no trigger", words)
	return shown{}
}

// The trace and the match are two ways to read one pattern: they agree, on all patterns that ship and sentences at random.
func TestTraceStopsWhereNothingMatches(t *testing.T) {
	random := rand.New(rand.NewPCG(4, 2))
	matched, stopped := 0, 0
	patterns := shippedPatterns(t)
	for _, file := range slices.Sorted(maps.Keys(patterns)) {
		for _, text := range patterns[file] {
			p, err := Parse(text)
			if err != nil {
				t.Fatal(err)
			}
			vocabulary := append(append(p.Words(), "甲", "，", "。", "“", "的", "同"), types()...)
			vocabulary = append(vocabulary, "country+", "leader+", "mixed", "country", "leader", "leader", "country")
			a := NewAlphabet(append(p.Words(), "TT"), types())
			c := a.Compile(p)
			for range 60 {
				words := make([]string, 1+random.IntN(12))
				for i := range words {
					words[i] = vocabulary[random.IntN(len(vocabulary))]
				}
				at := random.IntN(len(words))
				words[at] = "TT"
				s := a.Read(sentence(strings.Join(words, " ")))
				_, ok := c.Match(s, at)
				trace := c.Trace(s, at)
				if ok != (len(trace.Stops) == 0) || ok && trace.Passed != trace.Of {
					t.Fatalf("%s: %s on %q: matches %v, trace %s", file, text, words, ok, shown{trace})
				}
				if ok {
					matched++
				} else {
					stopped++
				}
			}
		}
	}
	if matched < 100 || stopped < 100 {
		t.Errorf("%d matches and %d stops: too few to tell", matched, stopped)
	}
}
