package chronicle

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"jishi/extract/timex"
)

// role is what a line is in the document.
type role uint8

const (
	plain    role = iota // text
	heading              // a date that dates what follows
	kept                 // kept out of all sentences: an aside
	bulleted             // text behind a bullet
)

// line is one line of the normalised text, white space trimmed off; empty ones are left out.
type line struct {
	start, end int    // bytes of Normal
	lead       int    // end of the bullet or date, where the text begins
	text       int    // start of the text, date line aside
	gap        bool   // an empty line stands before it
	indent     bool   // white space stands before it
	final      bool   // it ends as a sentence does
	role       role   //
	class      class  // of its bullet
	number     int    // of its bullet, where that is a number
	dated      *dated // the date of a heading
	aside      string // kind, where role is kept
}

// commonSize is the number of bytes of a common Chinese character.
const commonSize = 3

// isCommon reports whether a character of U+4000 to U+9FFF begins at byte i: it is neither a mark nor a break, and nothing
// else that a scan of the text would stop at.
func isCommon(text string, i int) bool {
	return text[i] >= 0xE4 && text[i] <= 0xE9 && i+commonSize <= len(text)
}

// isBreak reports whether a character ends a line.
func isBreak(r rune) bool {
	switch r {
	case '\n', '\r', '\v', '\f', '\u0085', '\u2028', '\u2029':
		return true
	}
	return false
}

// cutLines cuts text into its lines that are not empty. A bullet that stands in the line behind a finished sentence
// begins a line too, as does the date before it: texts lose their line breaks on the way.
func cutLines(text string) []line {
	var out []line
	start, empty := 0, 0
	add := func(from, to int, last bool) {
		part := text[from:to]
		left := strings.TrimLeftFunc(part, unicode.IsSpace)
		from += len(part) - len(left)
		to = from + len(strings.TrimRightFunc(left, unicode.IsSpace))
		if from < to {
			out = append(out, line{start: from, lead: from, text: from, end: to, gap: empty > 0, indent: isIndent(part[:len(part)-len(left)]), final: endsSentence(text[from:to])})
			empty = 0
		} else if last {
			empty++
		}
	}
	for i := 0; i < len(text); {
		if isCommon(text, i) {
			i += commonSize
			continue
		}
		r, size := rune(text[i]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(text[i:])
		}
		switch {
		case isBreak(r):
			add(start, i, true)
			if r == '\r' && strings.HasPrefix(text[i+1:], "\n") {
				size++
			}
			start = i + size
		case i > start && isStrong(r) && closesBefore(text[start:i]):
			date := dateBefore(text[start:i])
			add(start, i-date, false)
			add(i-date, i, false)
			start = i
		}
		i += size
	}
	add(start, len(text), true)
	return out
}

// isIndent reports whether white space before a line sets it in: one space is a slip, or a word space that a break has left.
func isIndent(space string) bool { return len(space) > 1 || space == "\t" }

// closesBefore reports whether what stands before an inner bullet is finished: a sentence, or a date.
func closesBefore(before string) bool {
	return endsSentence(strings.TrimRight(before, " ")) || dateBefore(before) > 0
}

// dateBefore is the length of the date between the last finished sentence and an inner bullet, or 0.
func dateBefore(before string) int {
	const longest = 60 // bytes
	tail := before[max(0, len(before)-longest):]
	if i := strings.LastIndexAny(tail, "。！？”"); i >= 0 {
		_, size := utf8.DecodeRuneInString(tail[i:])
		tail = tail[i+size:]
	} else if len(tail) < len(before) {
		return 0
	}
	if trimmed := strings.TrimSpace(tail); trimmed == "" || readHeading(trimmed) == nil {
		return 0
	}
	return len(tail)
}

// endsSentence reports whether text ends with final punctuation, closing quotes and brackets aside.
func endsSentence(text string) bool {
	for text != "" {
		r, size := utf8.DecodeLastRuneInString(text)
		switch r {
		case '。', '！', '？', '…', '!', '?', '；', ';':
			return true
		case '”', '’', '）', ')', '】', ']', '"', ' ', '\'':
			text = text[:len(text)-size]
		default:
			return false
		}
	}
	return false
}

// width is the number of columns a line takes: two for a Chinese character.
func width(text string) int {
	n := 0
	for _, r := range text {
		n++
		if r >= 0x1100 {
			n++
		}
	}
	return n
}

// dense is text without white space.
func dense(text string) string {
	if strings.IndexFunc(text, unicode.IsSpace) < 0 {
		return text
	}
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, text)
}

// appendDense appends the characters of text but white space.
func appendDense(out []rune, text string) []rune {
	for _, r := range text {
		if r >= hanFirst && r <= hanLast || !unicode.IsSpace(r) {
			out = append(out, r)
		}
	}
	return out
}

// hanFirst and hanLast are the common Chinese characters, as most are: neither white space nor a sign.
const hanFirst, hanLast = '\u4E00', '\u9FFF'

// runes is the number of characters.
func runes(text string) int { return utf8.RuneCountInString(text) }

// yearIn is the first year that a line names, or 0.
func yearIn(text string) int {
	for _, t := range timex.Find(text) {
		if t.First.Year > 0 {
			return t.First.Year
		}
	}
	for i := 0; i+4 <= len(text); i++ {
		y, ok := bareYear(text[i : i+4])
		before, after := i > 0 && isFigure(text[i-1]), i+4 < len(text) && isFigure(text[i+4])
		if ok && !before && !after {
			return y
		}
	}
	return 0
}

// bareYear reads four figures as a year of our times.
func bareYear(s string) (year int, ok bool) {
	if len(s) != 4 {
		return 0, false
	}
	for _, c := range []byte(s) {
		if !isFigure(c) {
			return 0, false
		}
		year = year*10 + int(c-'0')
	}
	return year, year >= 1900 && year < 2100
}

func isFigure(c byte) bool { return c >= '0' && c <= '9' }
