package chronicle

import (
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
			for _, i := range at {
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
	first := lines[at[0]]
	size := weakSize(text[first.start:first.end])
	spaced := strings.HasPrefix(text[first.start+size:], " ")
	after := at[0] > 0 && lines[at[0]-1].role == heading
	return good*2 > len(at) && (len(at) > 1 || spaced || after)
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
