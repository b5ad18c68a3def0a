package chronicle

import (
	"slices"
	"unicode/utf8"
)

// Kinds of asides that stand in the midst of a paragraph.
const (
	pageNumber    = "page number"
	runningHeader = "running header"
	pullQuote     = "pull quote"
)

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
