// Package damage spoils texts as printing, scanning and copying do, for tests. A text is spoiled the same way for the same
// seed. Nothing that is done to it changes what it tells: the gold annotation of the whole text stays that of the spoiled
// one, since labels of entries, dates and canonical names (in simplified characters, half-width figures) do not change;
// only the characters of quotations do. No part of the program imports it.
package damage

import (
	"fmt"
	"math/rand/v2"
	"slices"
)

// Kind is one way of spoiling a text.
type Kind struct {
	Name, Doc string
	spoil     func(r *rand.Rand, s *sheet) error
}

// Kinds are all ways of spoiling, in the order in which they are done: what is said, how it is written, how it is laid
// out, bytes.
func Kinds() []Kind {
	return []Kind{
		{"bullets", "another sign before every entry: ●, ■, · …", bullets},
		{"quotes", "pull quotes: words of one entry as a paragraph in the midst of another", quotes},
		{"traditional", "traditional characters, as OpenCC writes them", script("s2t")},
		{"hongkong", "traditional characters in the forms of Hong Kong", script("s2hk")},
		{"taiwan", "traditional characters in the forms of Taiwan", script("s2tw")},
		{"fullwidth", "full-width figures and letters", fullWidth},
		{"spaces", "spaces between Chinese characters and figures or letters", spaces},
		{"indents", "two ideographic spaces before every paragraph", indents},
		{"wrap", "lines of 20 to 40 characters, broken inside words", wrap},
		{"pages", "running headers and page numbers, in mid-entry and mid-sentence", pages},
		{"noblank", "blank lines lost", noBlank},
		{"doubled", "blank lines doubled", doubled},
		{"zerowidth", "zero-width characters inside words", zeroWidth},
		{"crlf", "line ends of carriage return and line feed", crlf},
		{"bom", "a byte order mark", byteOrderMark},
	}
}

// Find gives the kinds of these names; an unknown name is an error.
func Find(names ...string) ([]Kind, error) {
	var out []Kind
	for _, n := range names {
		i := slices.IndexFunc(Kinds(), func(k Kind) bool { return k.Name == n })
		if i < 0 {
			return nil, fmt.Errorf("no kind of damage is called %q", n)
		}
		out = append(out, Kinds()[i])
	}
	return out, nil
}

// Spoil spoils a text in the ways given, in the order of Kinds whatever theirs, with choices that follow from the seed. A
// text may have any layout in which a line is a paragraph; lines end in line feeds. The error is the converter's.
func Spoil(text string, seed uint64, kinds ...Kind) (string, error) {
	s := read(text)
	for i, k := range Kinds() {
		if !slices.ContainsFunc(kinds, func(given Kind) bool { return given.Name == k.Name }) {
			continue
		}
		// Each kind draws from a source of its own, so that one more kind leaves the choices of the others alone.
		if err := k.spoil(rand.New(rand.NewPCG(seed, uint64(i))), s); err != nil {
			return "", err
		}
	}
	return s.String(), nil
}
