package chronicle

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// markHeaders finds page numbers and running headers: short lines without final punctuation that stand in the document
// more than once, figures aside, and not always before the same words, or beside every page number. The title's first place
// is the title's own.
func markHeaders(text string, lines []line) {
	seen := map[string]int{}
	numbers := 0
	for i := range lines {
		l := &lines[i]
		switch k := headerKey(text, *l); {
		case k == "":
		case isPageNumber(text[l.start:l.end]):
			l.role, l.aside = kept, pageNumber
			numbers++
		default:
			seen[k]++
		}
	}
	title := ""
	if len(lines) > 0 {
		title = headerKey(text, lines[0])
	}
	told := toldTwice(text, lines, seen)
	repeated := func(l line) bool {
		k := headerKey(text, l)
		return k != "" && (seen[k] > 1 && !told[k] || repeatsTitle(title, k))
	}
	if wrap(text, lines) == 0 && !mostlyFinal(lines, repeated) {
		return
	}
	for i := range lines {
		l := &lines[i]
		if i > 0 && repeated(*l) && !isBulleted(text[l.start:l.end]) {
			l.role, l.aside = kept, runningHeader
		}
	}
	if numbers > 1 {
		markBeside(text, lines, -1)
		markBeside(text, lines, +1)
	}
}

// toldTwice says of the keys that several lines have whether the same words follow each of those lines: so it is with a text
// that somebody quotes, and not with what is printed on every page.
func toldTwice(text string, lines []line, seen map[string]int) map[string]bool {
	const compared = 4 // characters
	first, told := map[string]string{}, map[string]bool{}
	next := -1 // the line behind, those aside that several have
	for i := len(lines) - 1; i >= 0; i-- {
		l := &lines[i]
		k := headerKey(text, *l)
		if seen[k] < 2 {
			if l.aside != pageNumber {
				next = i
			}
			continue
		}
		behind := ""
		if next >= 0 {
			behind = beginning(text[lines[next].text:lines[next].end], compared)
		}
		if words, ok := first[k]; !ok {
			first[k], told[k] = behind, behind != ""
		} else if !strings.HasPrefix(words, behind) && !strings.HasPrefix(behind, words) { // a quotation may end before
			told[k] = false
		}
	}
	return told
}

// beginning is the first n characters of a text, white space aside.
func beginning(text string, n int) string {
	var out []rune
	for _, r := range text {
		if len(out) == n {
			break
		}
		if !unicode.IsSpace(r) {
			out = append(out, r)
		}
	}
	return string(out)
}

// headerKey is what a running header has in common with the others of its kind, or "" where a line is none.
func headerKey(text string, l line) string {
	const longest = 120 // bytes
	if l.role != plain || l.final || l.end-l.start > longest || endsOpen(text[l.start:l.end]) {
		return ""
	}
	k := withoutFigures(dense(text[l.start:l.end]))
	if bare := strings.Trim(k, "#—–-·|/第页"); bare != "" {
		return bare
	}
	return k
}

// markBeside takes the lines before the page numbers (-1), or behind them (+1), for running headers, if all are like headers.
func markBeside(text string, lines []line, side int) {
	const longest = 20 // characters
	var found []int
	for i, l := range lines {
		k := i + side
		if l.role != kept || l.aside != pageNumber || k <= 0 || k >= len(lines) {
			continue
		}
		next := lines[k]
		s := text[next.start:next.end]
		if next.role != kept && (headerKey(text, next) == "" || isBulleted(s) || runes(s) > longest || strings.ContainsAny(s, "，。；：、！？“”")) {
			return
		}
		found = append(found, k)
	}
	if len(found) < 2 {
		return
	}
	for _, k := range found {
		if lines[k].role != kept {
			lines[k].role, lines[k].aside = kept, runningHeader
		}
	}
}

// isBulleted reports whether a line may begin with a bullet.
func isBulleted(s string) bool { return bulletSize(s)+weakSize(s)+numberBullet(s).size > 0 }

// repeatsTitle reports whether a line is the beginning of the title: the title without 上, 下.
func repeatsTitle(title, s string) bool {
	const shortest = 4 // characters
	return strings.HasPrefix(title, s) && runes(s) >= shortest
}

// endsOpen reports whether a line announces what follows: such lines repeat for other reasons.
func endsOpen(s string) bool { return hasAnySuffix(s, "：", ":", "，", "、") }

// withoutFigures writes every number as one sign, so that headers with page numbers are alike.
func withoutFigures(s string) string {
	if strings.IndexFunc(s, func(r rune) bool { return r < utf8.RuneSelf && isFigure(byte(r)) }) < 0 {
		return s
	}
	var b strings.Builder
	for i, r := range s {
		if r >= utf8.RuneSelf || !isFigure(byte(r)) {
			b.WriteRune(r)
		} else if i == 0 || !isFigure(s[i-1]) {
			b.WriteByte('#')
		}
	}
	return b.String()
}

// isPageNumber reads 3, — 3 —, 第3页, 3/12, Page 3.
func isPageNumber(s string) bool {
	s = strings.ToLower(dense(s))
	s = strings.Trim(s, "—–-·•()（）[]【】~")
	for _, w := range []string{"第", "page", "p."} {
		s = strings.TrimPrefix(s, w)
	}
	if i := strings.Index(s, "页"); i > 0 {
		rest := strings.Trim(s[i+len("页"):], "，,/共总0123456789页")
		if rest != "" {
			return false
		}
		s = s[:i]
	}
	s, _, _ = strings.Cut(s, "/")
	return s != "" && len(s) <= 4 && strings.Trim(s, "0123456789") == ""
}

// mostlyFinal reports whether the document's lines of text end as sentences do, at least every third one: where hardly any
// does, a line without final punctuation is text like the others. Those that furniture takes for page headers or numbers do
// not count, if they are fewer.
func mostlyFinal(lines []line, furniture func(line) bool) bool {
	n, final, printed := 0, 0, 0
	for i, l := range lines {
		switch {
		case l.role != plain && l.role != bulleted || i == 0:
		case l.final:
			final++
		case furniture(l):
			printed++
		default:
			n++
		}
	}
	if printed > final {
		n += printed
	}
	return final*3 >= n+final && final > 0
}
