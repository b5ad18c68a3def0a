package damage

import (
	"math/rand/v2"
	"strings"
	"unicode"

	"github.com/longbridgeapp/opencc"
)

// script writes the text in traditional characters, and its quotation marks as corner brackets in every second text.
func script(conversion string) func(r *rand.Rand, s *sheet) error {
	return func(r *rand.Rand, s *sheet) error {
		cc, err := opencc.New(conversion)
		if err != nil {
			return err
		}
		marks := strings.NewReplacer("“", "「", "”", "」", "‘", "『", "’", "』")
		corners := r.IntN(2) == 0
		s.each(func(line string) string {
			out, failed := cc.Convert(line)
			if failed != nil {
				err = failed
			}
			if corners {
				out = marks.Replace(out)
			}
			return out
		})
		return err
	}
}

// fullWidth writes figures and letters as wide as a Chinese character: all of them, or those of every second line.
func fullWidth(r *rand.Rand, s *sheet) error {
	all := r.IntN(2) == 0
	s.each(func(line string) string {
		if !all && r.IntN(2) == 0 {
			return line
		}
		return strings.Map(func(c rune) rune {
			if isFigure(c) || isLetter(c) {
				return c + 0xFEE0
			}
			return c
		}, line)
	})
	return nil
}

// spaces sets figures and letters off from the Chinese characters around them.
func spaces(r *rand.Rand, s *sheet) error {
	space := []string{" ", "\u00A0", "\u2009"}[r.IntN(3)]
	s.each(func(line string) string {
		var b strings.Builder
		last := rune(0)
		for _, c := range line {
			if isWide(last) != isWide(c) && (isFigure(last) || isLetter(last) || isFigure(c) || isLetter(c)) && (unicode.Is(unicode.Han, last) || unicode.Is(unicode.Han, c)) {
				b.WriteString(space)
			}
			b.WriteRune(c)
			last = c
		}
		return b.String()
	})
	return nil
}

// zeroWidth strews characters without width over the text, one in thirty.
func zeroWidth(r *rand.Rand, s *sheet) error {
	sprinkled := []rune{'\u200B', '\u200C', '\u200D', '\u2060', '\uFEFF', '\u00AD'}
	s.each(func(line string) string {
		var b strings.Builder
		for _, c := range line {
			b.WriteRune(c)
			if r.IntN(30) == 0 {
				b.WriteRune(sprinkled[r.IntN(len(sprinkled))])
			}
		}
		return b.String()
	})
	return nil
}

// bullets writes another sign before the entries.
func bullets(r *rand.Rand, s *sheet) error {
	sign := []string{"●", "■", "·", "▲", "• ", "● ", "·　"}[r.IntN(7)]
	for i := range s.paras {
		if s.paras[i].sign != "" {
			s.paras[i].sign = sign
		}
	}
	return nil
}

func isFigure(c rune) bool {
	return c >= '0' && c <= '9' || c >= '０' && c <= '９'
}

func isLetter(c rune) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= 'ａ' && c <= 'ｚ' || c >= 'Ａ' && c <= 'Ｚ'
}

func isWide(c rune) bool { return unicode.Is(unicode.Han, c) }
