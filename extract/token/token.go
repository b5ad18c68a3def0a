// Package token cuts text into words. It stands between the project and gse: the dictionary is what the caller gives
// (the rules' words, function words, common words), never gse's own, which takes seconds to load.
package token

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/go-ego/gse"

	"jishi/schema"
)

// Segmenter cuts text by one dictionary. It is safe for concurrent use.
type Segmenter struct{ gse gse.Segmenter }

// Word is an entry of the dictionary. A name weighs more than a word of its length: in 中方向 it is 中方 and 向, not 方向.
type Word struct {
	Text string
	Name bool
}

// New makes a segmenter that knows words. Longer words weigh more, so that 共同 is found before 同.
func New(words []Word) (*Segmenter, error) {
	var dict strings.Builder
	for _, w := range words {
		if w.Text == "" || strings.ContainsAny(w.Text, " \t\n") {
			continue
		}
		// A frequency below 2 drops the word. Weight grows with length, as the cost of a path is a sum over its words.
		weight := []int{10, 100, 1000, 5000}[min(utf8.RuneCountInString(w.Text), 4)-1]
		if w.Name {
			weight *= 3
		}
		dict.WriteString(w.Text + " " + strconv.Itoa(weight) + " n\n")
	}
	s := &Segmenter{}
	s.gse.SkipLog = true
	if dict.Len() == 0 {
		dict.WriteString("的 10 n\n")
	}
	if err := s.gse.LoadDictStr(dict.String()); err != nil {
		return nil, err
	}
	return s, nil
}

// Cut gives the words of text in order, without white space: every byte that is no white space lies in one token.
// Word is set for every token; a run of Latin letters or digits is one token.
func (s *Segmenter) Cut(text string) []schema.Token {
	segments := s.gse.Segment([]byte(text))
	out := make([]schema.Token, 0, len(segments))
	for _, seg := range segments {
		at := schema.Local{Start: seg.Start(), End: seg.End()}
		word := text[at.Start:at.End]
		if strings.TrimFunc(word, unicode.IsSpace) == "" {
			continue
		}
		out = append(out, schema.Token{At: at, Word: word})
	}
	return out
}
