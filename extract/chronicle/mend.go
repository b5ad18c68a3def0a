package chronicle

import (
	"slices"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"jishi/schema"
)

// mended is the text of a paragraph put together from its parts.
type mended struct {
	text  string
	parts []span
	at    []int // where each part begins in text
}

// mend joins the parts of a paragraph. A single part is not copied.
func mend(normal string, parts []span) mended {
	parts = closeUp(normal, parts)
	if len(parts) == 1 {
		return mended{normal[parts[0].start:parts[0].end], parts, []int{0}}
	}
	m := mended{parts: parts, at: make([]int, len(parts))}
	var b strings.Builder
	for i, p := range parts {
		m.at[i] = b.Len()
		if p.blank {
			b.WriteByte(' ')
		} else {
			b.WriteString(normal[p.start:p.end])
		}
	}
	m.text = b.String()
	return m
}

// closeUp leaves out the spaces that some typesetters put between Chinese characters and the figures or letters beside them:
// 80 多个国家 and 80多个国家 are one name.
func closeUp(normal string, parts []span) []span {
	spaced := func(p span) bool { return !p.blank && strings.IndexByte(normal[p.start:p.end], ' ') >= 0 }
	if !slices.ContainsFunc(parts, spaced) {
		return parts
	}
	var out []span
	for _, p := range parts {
		for i := p.start; !p.blank && i < p.end; i++ {
			if normal[i] != ' ' {
				continue
			}
			to := i + 1
			for to < p.end && normal[to] == ' ' {
				to++
			}
			if i > p.start && to < p.end && isSetOff(normal, i, to) {
				out = append(out, span{start: p.start, end: i})
				p.start = to
			}
			i = to
		}
		out = append(out, p)
	}
	return out
}

// isSetOff reports whether the space between two bytes has a Chinese character on one side, a figure or letter on the other.
func isSetOff(text string, from, to int) bool {
	before, _ := utf8.DecodeLastRuneInString(text[:from])
	after, _ := utf8.DecodeRuneInString(text[to:])
	return isWord(before) && unicode.Is(unicode.Han, after) || unicode.Is(unicode.Han, before) && isWord(after)
}

func isWord(r rune) bool {
	return r < utf8.RuneSelf && (isFigure(byte(r)) || r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z')
}

// way leads from the normalised text back to the decoded one: the pieces of schema.Text, in order.
type way []schema.Piece

// from is the index of the first piece that ends behind a byte of Normal.
func (w way) from(at int) int {
	return sort.Search(len(w), func(i int) bool { return w[i].At.End > at })
}

// back gives the pieces of the part [from:to) of a mended text, offsets counted from its beginning.
func (w way) back(m mended, from, to int) []schema.Piece {
	k := sort.Search(len(m.at), func(i int) bool { return m.at[i] > from }) - 1
	var out []schema.Piece
	for ; k < len(m.parts) && m.at[k] < to; k++ {
		p := m.parts[k]
		lo, hi := p.start+max(0, from-m.at[k]), min(p.end, p.start+to-m.at[k])
		shift := m.at[k] - p.start - from // from Normal to the sentence
		for i := w.from(lo); i < len(w) && w[i].At.Start < hi; i++ {
			piece := clip(w[i], lo, hi)
			piece.At.Start += shift
			piece.At.End += shift
			out = append(out, piece)
		}
	}
	return out
}

// clip cuts a piece to a range of Normal. One whose length differs from its origin's is a single character, never cut.
func clip(p schema.Piece, lo, hi int) schema.Piece {
	if p.At.Len() != p.Doc.End-p.Doc.Start {
		return p
	}
	left, right := max(0, lo-p.At.Start), max(0, p.At.End-hi)
	return schema.Piece{
		At:  schema.Local{Start: p.At.Start + left, End: p.At.End - right},
		Doc: schema.Span{Start: p.Doc.Start + left, End: p.Doc.End - right},
	}
}

// span is where a range of Normal stands in the document; ok is false for an empty one.
func (w way) span(from, to int) (at schema.Span, ok bool) {
	i, j := w.from(from), w.from(to-1)
	if from >= to || i >= len(w) || j >= len(w) {
		return at, false
	}
	return schema.Span{Start: clip(w[i], from, to).Doc.Start, End: clip(w[j], from, to).Doc.End}, true
}
