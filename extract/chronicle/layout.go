package chronicle

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// markHeaders finds page numbers and running headers: short lines without final punctuation that stand in the document
// more than once, figures aside. The title's first place is the title's own.
func markHeaders(text string, lines []line) {
	const longest = 120 // bytes
	seen := map[string]int{}
	key := func(l line) string {
		if l.role != plain || l.final || l.end-l.start > longest || endsOpen(text[l.start:l.end]) {
			return ""
		}
		k := withoutFigures(dense(text[l.start:l.end]))
		if bare := strings.Trim(k, "#—–-·|/第页"); bare != "" {
			return bare
		}
		return k
	}
	punctuated := mostlyFinal(lines)
	for _, l := range lines {
		if k := key(l); k != "" {
			seen[k]++
		}
	}
	title := ""
	if len(lines) > 0 {
		title = key(lines[0])
	}
	for i := range lines {
		l := &lines[i]
		s := text[l.start:l.end]
		switch k := key(*l); {
		case k == "":
		case isPageNumber(s):
			l.role, l.aside = kept, "page number"
		case i > 0 && (seen[k] > 1 || repeatsTitle(title, k)) && punctuated && bulletSize(s)+weakSize(s)+numberBullet(s).size == 0:
			l.role, l.aside = kept, "running header"
		}
	}
}

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
// does, a line without final punctuation is text like the others.
func mostlyFinal(lines []line) bool {
	n, final := 0, 0
	for i, l := range lines {
		if l.role != plain && l.role != bulleted || i == 0 {
			continue
		}
		n++
		if l.final {
			final++
		}
	}
	return final*3 >= n && final > 0
}

// wrap is the width in columns at which the lines of a document are broken, or 0 where a line is a paragraph.
func wrap(text string, lines []line) int {
	const fewest, widest = 3, 240
	var widths []int
	open := 0
	for i := 0; i+1 < len(lines); i++ {
		if l := lines[i]; follows(lines, i) && (l.role == plain || l.role == bulleted) {
			widths = append(widths, width(text[l.start:min(l.end, l.start+widest)]))
			if !l.final {
				open++
			}
		}
	}
	if len(widths) < fewest || open*2 < len(widths) {
		return 0
	}
	slices.Sort(widths)
	w := widths[len(widths)*9/10]
	full := 0
	for _, x := range widths {
		if x*100 >= w*85 {
			full++
		}
	}
	if full*10 < len(widths)*8 || w >= widest {
		return 0
	}
	return w
}

// follows reports whether the line after i is plain text that stands directly under it.
func follows(lines []line, i int) bool {
	next := lines[i+1]
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
}

// paragraphs puts the lines of a document together where they are broken at a fixed width.
func paragraphs(text string, lines []line) []paragraph {
	w := wrap(text, lines)
	out := make([]paragraph, 0, len(lines))
	for i, l := range lines {
		if k := len(out) - 1; w > 0 && k >= 0 && l.role == plain && !l.gap {
			p, before := &out[k], lines[i-1]
			full := width(text[before.start:min(before.end, before.start+4*w)])*100 >= w*80
			if (p.role == plain || p.role == bulleted) && (before.role == plain || before.role == bulleted) && (full || !before.final) && (!l.indent || before.indent && i-1 > p.head) {
				p.extend(text, span{start: l.start, end: l.end})
				p.end, p.final = l.end, l.final
				continue
			}
		}
		out = append(out, paragraph{line: l, head: i})
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
