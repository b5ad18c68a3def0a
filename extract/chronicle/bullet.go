package chronicle

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// class is a kind of bullet; lines of one class stand on one level.
type class rune

const (
	none   class = 0
	strong class = '◆' // all signs that are nothing but bullets
	listed class = '…' // of a list within an entry
)

// isStrong reports whether a sign at the beginning of a line is a bullet whatever else the text holds.
func isStrong(r rune) bool {
	switch r {
	case '◆', '◇', '●', '■', '□', '▲', '△', '▼', '▽', '★', '☆', '◎', '▶', '►', '▪', '▫', '◼', '◾', '♦', '➢', '➤', '※', '⬥', '◉', '❖', '✦', '•':
		return true
	}
	return r >= 0xF06C && r <= 0xF0FE // bullets of symbol fonts
}

// weakSize is the length of a sign at the beginning of a line that is a bullet only if the document uses it so, or 0.
func weakSize(text string) int {
	for _, w := range []string{"——", "—", "–", "·", "-", "*", "+", "○", "→", "∙", "・", "‧", "⋅"} {
		if !strings.HasPrefix(text, w) {
			continue
		}
		rest := text[len(w):]
		if rest == "" || strings.HasPrefix(rest, w) || w != "·" && rest[0] >= '0' && rest[0] <= '9' {
			return 0
		}
		return len(w)
	}
	return 0
}

// number is a number that may be a bullet.
type number struct {
	size  int // bytes with the sign behind it; 0: none
	value int
	class class
}

// numberBullet reads 1. 1、 (1) （一） 一、 ① at the beginning of a line.
func numberBullet(text string) number {
	r, size := utf8.DecodeRuneInString(text)
	if r >= '①' && r <= '⑳' {
		return number{size, int(r-'①') + 1, '①'}
	}
	open := 0
	if r == '（' || r == '(' || r == '[' {
		open = size
	}
	value, digits, chinese := figures(text[open:])
	if digits == 0 {
		return number{}
	}
	end := open + digits
	r, size = utf8.DecodeRuneInString(text[end:])
	rest := text[end+size:]
	switch {
	case r == '）' || r == ')' || r == ']':
	case open > 0:
		return number{}
	case r == '.' && chinese, r != '.' && r != '、':
		return number{}
	case r == '.' && rest != "" && isFigure(rest[0]) && !beginsDate(rest):
		return number{} // 1.5亿
	case r == '、' && !chinese && rest != "" && isFigure(rest[0]):
		return number{} // 3、4月
	}
	if rest == "" {
		return number{}
	}
	c := class(r)
	if chinese {
		c += 0x10000
	}
	if open > 0 {
		c += 0x20000
	}
	return number{end + size, value, c}
}

// beginsDate reports whether figures are followed by a unit of dates: 1.2019年3月5日.
func beginsDate(s string) bool {
	rest := strings.TrimLeft(s, "0123456789")
	return len(s)-len(rest) == 4 && strings.HasPrefix(rest, "年") || len(s)-len(rest) <= 2 && (strings.HasPrefix(rest, "月") || strings.HasPrefix(rest, "日"))
}

// figures reads up to three Arabic figures, or a Chinese number below 100.
func figures(s string) (value, size int, chinese bool) {
	for size < len(s) && isFigure(s[size]) {
		value = value*10 + int(s[size]-'0')
		size++
		if size > 3 {
			return 0, 0, false
		}
	}
	if size > 0 {
		return value, size, false
	}
	tens := false
	for count := 0; count < 4; count++ {
		r, n := utf8.DecodeRuneInString(s[size:])
		switch d := strings.IndexRune("一二三四五六七八九", r); {
		case r == '十' && !tens:
			tens, value = true, max(value, 1)*10
		case d >= 0 && (tens && value%10 == 0 || value == 0):
			value += d/3 + 1
		default:
			return value, size, true
		}
		size += n
	}
	return 0, 0, false
}

// markBullets finds the bullets of a document. Signs of other uses, and numbers, are bullets only where the document
// uses them so: more than once and at places where a paragraph may begin; numbers in their order.
func markBullets(text string, lines []line) {
	weak := map[class][]int{}
	numbers := map[class][]int{}
	for i := range lines {
		l := &lines[i]
		if l.role != plain {
			continue
		}
		s := text[l.start:l.end]
		r, size := utf8.DecodeRuneInString(s)
		if isStrong(r) {
			setBullet(text, l, size, strong)
		} else if n := weakSize(s); n > 0 {
			c := class(r)
			if n > size {
				c = '='
			}
			weak[c] = append(weak[c], i)
		} else if n := numberBullet(s); n.size > 0 {
			l.number = n.value
			numbers[n.class] = append(numbers[n.class], i)
		}
	}
	for c, at := range weak {
		if c != '=' && opens(text, lines, at) || c == '=' && len(at) > 1 {
			for _, i := range withoutDots(text, lines, at, c) {
				setBullet(text, &lines[i], weakSize(text[lines[i].start:lines[i].end]), c)
			}
		}
	}
	for c, at := range numbers {
		at = inOrder(lines, at)
		if len(at) > 1 || len(at) == 1 && at[0] > 0 && lines[at[0]-1].role == heading {
			for _, i := range at {
				setBullet(text, &lines[i], numberBullet(text[lines[i].start:lines[i].end]).size, c)
			}
		}
	}
}

// setBullet makes a line a bulleted one, if text follows the bullet.
func setBullet(text string, l *line, size int, c class) {
	rest := strings.TrimLeft(text[l.start+size:l.end], " \t")
	if rest == "" {
		l.role, l.aside = kept, "bullet"
		return
	}
	l.role, l.class, l.lead, l.text = bulleted, c, l.end-len(rest), l.end-len(rest)
}

// opens reports whether lines that begin with a sign mostly stand where a paragraph may begin, and are no lone case
// without a space behind the sign.
func opens(text string, lines []line, at []int) bool {
	good := 0
	for _, i := range at {
		if i == 0 || lines[i].gap || lines[i-1].role != plain || lines[i-1].final {
			good++
		}
	}
	after := at[0] > 0 && lines[at[0]-1].role == heading
	return good*2 > len(at) && (len(at) > 1 || isSpaced(text, lines[at[0]]) || after)
}

// withoutDots leaves out of the lines that begin with a sign those in which it is the dot of a name that the line before
// breaks off: they alone have no white space behind it; or, few as they are, they alone stand under a line of full width that
// is not finished, and is no quotation.
func withoutDots(text string, lines []line, at []int, c class) []int {
	const most = 16
	if c != '·' {
		return at
	}
	blank := slices.DeleteFunc(slices.Clone(at), func(i int) bool { return !isSpaced(text, lines[i]) })
	if len(blank)*2 > len(at) {
		return blank
	}
	w := wrap(text, lines)
	under := slices.DeleteFunc(slices.Clone(at), func(i int) bool { return !goesUnder(text, lines, i, w) })
	if len(under) > most {
		return at
	}
	whole := dense(text)
	quoted := func(words []rune) bool { return strings.Count(whole, string(words)) > 1 }
	dots := slices.DeleteFunc(under, func(i int) bool {
		before := []rune(dense(text[lines[i-1].text:lines[i-1].end]))
		half := len(before) / 2 // a page may end within the words quoted
		return quoted(before[:half]) || quoted(before[half:])
	})
	if len(dots)*5 > len(at) {
		return at
	}
	return slices.DeleteFunc(slices.Clone(at), func(i int) bool { return slices.Contains(dots, i) })
}

// goesUnder reports whether a line stands right under an unfinished one of full width, in a document that breaks lines at w.
func goesUnder(text string, lines []line, i, w int) bool {
	if w == 0 || i == 0 || lines[i].gap || lines[i].indent {
		return false
	}
	before := lines[i-1]
	return before.role == plain && !before.final && full(text, before, w)
}

// isSpaced reports whether white space stands behind the sign with which a line begins.
func isSpaced(text string, l line) bool {
	rest := text[l.start:l.end][weakSize(text[l.start:l.end]):]
	return strings.HasPrefix(rest, " ") || strings.HasPrefix(rest, "\t") || strings.HasPrefix(rest, "\u3000") || strings.HasPrefix(rest, "\u00A0")
}

// inOrder keeps the numbered lines that count up by one, or begin again at one.
func inOrder(lines []line, at []int) []int {
	var out []int
	last := 0
	for _, i := range at {
		if n := lines[i].number; n == last+1 || n == 1 {
			out, last = append(out, i), n
		}
	}
	return out
}
