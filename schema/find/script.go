package find

import (
	"slices"
	"strings"
	"unicode"

	"github.com/longbridgeapp/opencc"
	gopinyin "github.com/mozillazg/go-pinyin"
	"golang.org/x/text/unicode/norm"
)

// script knows in how many ways a name is written.
type script struct {
	simplifier *opencc.OpenCC
	tried      bool // to load it
}

// key is what all spellings of a form share: simplified characters, small letters without accents, nothing between them.
func (s *script) key(form string) string {
	var b strings.Builder
	han := false
	for _, r := range norm.NFKD.String(form) {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			b.WriteRune(unicode.ToLower(r))
			han = han || unicode.Is(unicode.Han, r)
		}
	}
	if han {
		return s.simplified(b.String())
	}
	return b.String()
}

// simplified gives back what it cannot convert.
func (s *script) simplified(text string) string {
	if !s.tried {
		s.tried = true
		if c, err := opencc.New("t2s"); err == nil { // its tables are part of the program
			s.simplifier = c
		}
	}
	if s.simplifier == nil {
		return text
	}
	if out, err := s.simplifier.Convert(text); err == nil {
		return out
	}
	return text
}

const (
	longestPinyin = 12 // characters of a name
	mostReadings  = 32 // of a name whose characters have several each
)

// pinyin gives the readings of a form of Chinese characters alone, without tones and blanks; ü is u and v.
func (s *script) pinyin(form string) []string {
	characters := []rune(s.key(form))
	if len(characters) == 0 || len(characters) > longestPinyin || !slices.ContainsFunc(characters, func(r rune) bool { return unicode.Is(unicode.Han, r) }) {
		return nil
	}
	how := gopinyin.NewArgs()
	how.Heteronym = true
	readings := []string{""}
	for _, r := range characters {
		syllables := gopinyin.SinglePinyin(r, how)
		if len(syllables) == 0 {
			return nil
		}
		for _, y := range syllables {
			if u := strings.ReplaceAll(y, "v", "u"); u != y {
				syllables = append(syllables, u)
			}
		}
		slices.Sort(syllables)
		syllables = slices.Compact(syllables)
		if len(readings)*len(syllables) > mostReadings {
			syllables = gopinyin.SinglePinyin(r, how)[:1] // the most frequent
		}
		var longer []string
		for _, before := range readings {
			for _, y := range syllables {
				longer = append(longer, before+y)
			}
		}
		readings = longer
	}
	return readings
}

// isPart reports whether a name is a word of a longer one, or several: Macron of Emmanuel Macron, 马克龙 of 埃马纽埃尔·马克龙.
func (s *script) isPart(key, name, form string) bool {
	words := s.words(form)
	if len(words) < 2 {
		return false
	}
	if slices.Contains(words, key) {
		return true
	}
	given := s.words(name)
	return len(given) > 1 && !slices.ContainsFunc(given, func(w string) bool { return !slices.Contains(words, w) })
}

func (s *script) words(form string) []string {
	var out []string
	for _, w := range strings.FieldsFunc(form, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) }) {
		out = append(out, s.key(w))
	}
	return out
}
