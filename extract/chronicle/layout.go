package chronicle

import (
	"slices"
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

// Kinds of asides that stand in the midst of a paragraph.
const (
	pageNumber    = "page number"
	runningHeader = "running header"
	pullQuote     = "pull quote"
)

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

// wrap is the width in columns at which the lines of a document are broken, or 0 where a line is a paragraph. Lines that end
// as sentences do may be short: they may end paragraphs.
func wrap(text string, lines []line) int {
	const fewest, widest = 3, 240
	all, unfinished := 0, 0 // lines with another directly under them
	counts := func(i int) bool { return (lines[i].role == plain || lines[i].role == bulleted) && follows(lines, i) }
	for i := 0; i+1 < len(lines); i++ {
		if counts(i) {
			all++
			if !lines[i].final {
				unfinished++
			}
		}
	}
	if all < fewest || unfinished*2 < all {
		return 0
	}
	widths, open := make([]int, 0, all), make([]int, 0, unfinished)
	for i := 0; i+1 < len(lines); i++ {
		if !counts(i) {
			continue
		}
		l := &lines[i]
		n := width(text[l.start:min(l.end, l.start+widest)])
		if widths = append(widths, n); !l.final {
			open = append(open, n)
		}
	}
	slices.Sort(widths)
	w := widths[len(widths)*9/10]
	full := 0
	for _, n := range open {
		if n*100 >= w*85 {
			full++
		}
	}
	if full*10 < len(open)*7 || w >= widest {
		return 0
	}
	return w
}

// follows reports whether the line after i is plain text that stands directly under it.
func follows(lines []line, i int) bool {
	next := &lines[i+1]
	return next.role == plain && !next.gap
}

// span is a half-open range of bytes of Normal; blank says that it stands for a single space.
type span struct {
	start, end int
	blank      bool
}

// paragraph is what the layout sets as one: a line, or the lines of a text broken at a fixed width.
type paragraph struct {
	line
	parts []span // only where there are several
	head  int    // index of its first line
	same  bool   // the layout has torn it off the paragraph before
}

// paragraphs puts the lines of a document together where they are broken at a fixed width. A page that ends in the midst of
// a paragraph does not end it.
func paragraphs(text string, lines []line) []paragraph {
	w := wrap(text, lines)
	var ends []bool
	if w > 0 {
		ends = findEnd(lines)
	}
	out := make([]paragraph, 0, len(lines))
	open, last := -1, 0 // the paragraph that may go on, and its last line
	for i, l := range lines {
		if w > 0 && open >= 0 && l.role == plain {
			p, before := &out[open], lines[last]
			if goesOn(text, w, before, l, last > p.head, last == i-1) && (!before.final || ends[i]) {
				p.extend(text, span{start: l.start, end: l.end})
				p.end, p.final = l.end, l.final
				last = i
				continue
			}
		}
		out = append(out, paragraph{line: l, head: i})
		switch {
		case l.role == plain || l.role == bulleted:
			open, last = len(out)-1, i
		case !endsPage(l) && l.aside != pullQuote:
			open = -1
		}
	}
	return out
}

// goesOn reports whether a line continues the paragraph of the line before. second says that this one is not the first of
// its paragraph, next that nothing stands between the two.
func goesOn(text string, w int, before, l line, second, next bool) bool {
	switch {
	case l.indent && !(before.indent && second):
		return false
	case !next:
		return full(text, before, w) && !before.final
	}
	return full(text, before, w) && !l.gap
}

// full reports whether a line is about as wide as lines are in a document that breaks them at w columns.
func full(text string, l line, w int) bool {
	return width(text[l.start:min(l.end, l.start+4*w)])*100 >= w*80
}

// findEnd says for each line whether it, or one of those of text that follow it, ends as a sentence does. Words behind a
// finished sentence that find no end are no part of its paragraph.
func findEnd(lines []line) []bool {
	out := make([]bool, len(lines))
	for i := len(lines) - 1; i >= 0; i-- {
		out[i] = lines[i].final && lines[i].role == plain
		if i+1 < len(lines) && (lines[i+1].role == plain || endsPage(lines[i+1])) {
			out[i] = out[i] || out[i+1]
		}
	}
	return out
}

// spans gives the parts of a paragraph's text.
func (p *paragraph) spans() []span {
	if p.parts == nil {
		return []span{{start: p.text, end: p.end}}
	}
	return p.parts
}

// extend adds a part that continues the paragraph. Between Latin words the line break stands for a space.
func (p *paragraph) extend(text string, more ...span) {
	if p.parts == nil {
		p.parts = p.spans()
	}
	last := p.parts[len(p.parts)-1].end
	if isLatin(text, last-1) && isLatin(text, more[0].start) && text[last] < utf8.RuneSelf {
		p.parts = append(p.parts, span{last, last + 1, true})
	}
	p.parts = append(p.parts, more...)
}

func isLatin(text string, i int) bool {
	c := text[i]
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == ','
}
