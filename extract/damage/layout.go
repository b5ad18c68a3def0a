package damage

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"unicode"
)

// indents sets ideographic spaces before the first line of every paragraph, as books do.
func indents(_ *rand.Rand, s *sheet) error {
	for i := range s.paras {
		p := &s.paras[i]
		if p.sign != "" {
			p.sign = "　　" + p.sign
		} else if p.prose {
			p.lines[0] = "　　" + p.lines[0]
		}
	}
	return nil
}

// wrap breaks the paragraphs at one width, whatever word stands there.
func wrap(r *rand.Rand, s *sheet) error {
	width := 20 + r.IntN(21)
	for i := range s.paras {
		p := &s.paras[i]
		if !p.prose {
			continue
		}
		var lines []string
		line, used := []rune{}, float64(len([]rune(p.sign)))
		for _, c := range strings.Join(p.lines, "") {
			if used >= float64(width) && !strings.ContainsRune(stops, c) {
				lines, line, used = append(lines, string(line)), nil, 0
			}
			if used == 0 && lines != nil && unicode.IsSpace(c) {
				continue // no line begins with a word space
			}
			line = append(line, c)
			used += columns(c)
		}
		p.lines = append(lines, string(line))
	}
	return nil
}

// stops are the characters with which no line begins.
const stops = "。，、；：？！”’）》」』"

// mayBreak reports whether a line may be broken before its kth character.
func mayBreak(line []rune, k int) bool { return k < len(line) && !strings.ContainsRune(stops, line[k]) }

// columns is the room that a character takes, of a Chinese one.
func columns(c rune) float64 {
	if c < 0x1100 {
		return 0.5
	}
	return 1
}

// pages cuts the text into pages, with a number and a running header between each two. A page may end in mid-entry, and
// in mid-sentence.
func pages(r *rand.Rand, s *sheet) error {
	b := newBreak(r, s)
	onPage, size := 0, b.size(r)
	for i := 0; i < len(s.paras); i++ {
		p := s.paras[i]
		if onPage += len(p.lines) + p.gap; onPage < size || i == 0 {
			continue
		}
		at := i + 1
		if p.prose && r.IntN(3) > 0 { // in mid-entry
			n, k := r.IntN(len(p.lines)), 0
			if len(p.lines) == 1 {
				k = min(4, len([]rune(p.lines[0]))) + r.IntN(max(1, len([]rune(p.lines[0]))-4)) // not between a number and its stop
			}
			if n+k == 0 {
				n = 1
			}
			if n < len(p.lines) && mayBreak([]rune(p.lines[n]), k) {
				s.split(i, n, k, b.gap)
			}
		}
		furniture := b.print()
		s.insert(at, furniture...)
		i = at + len(furniture) - 1
		onPage, size = 0, b.size(r)
	}
	return nil
}

// pageBreak is how a document prints the end of a page and the beginning of the next.
type pageBreak struct {
	headers [2]string // of even and odd pages
	number  string    // form of the page number; "" in the header
	feed    string    // before the next page
	gap     int
	lines   int // of a page, about
	page    int
}

func newBreak(r *rand.Rand, s *sheet) *pageBreak {
	title := "对外往来资料汇编"
	if len(s.paras) > 0 && !s.paras[0].prose && r.IntN(2) == 0 {
		title = s.paras[0].lines[0]
	}
	b := &pageBreak{headers: [2]string{title, title}, gap: r.IntN(3), page: 1 + r.IntN(200)}
	if r.IntN(2) == 0 {
		b.headers[1] = "对外往来大事"
	}
	b.number = []string{"%d", "— %d —", "第%d页", "-%d-", "%d/366", ""}[r.IntN(6)]
	if r.IntN(3) == 0 {
		b.feed = "\f"
	}
	total := 0
	for _, p := range s.paras {
		total += len(p.lines) + p.gap
	}
	b.lines = max(4, min(30, total/8)) // a header that stands there once could be anything
	return b
}

func (b *pageBreak) size(r *rand.Rand) int { return b.lines + r.IntN(b.lines/2+1) }

// print gives the foot of a page and the head of the next.
func (b *pageBreak) print() []para {
	b.page++
	header := b.headers[b.page%2]
	if b.number == "" {
		if b.page%2 == 0 {
			return []para{{lines: []string{fmt.Sprintf("%s%s　%d", b.feed, header, b.page)}, gap: b.gap}}
		}
		return []para{{lines: []string{fmt.Sprintf("%s%d　%s", b.feed, b.page, header)}, gap: b.gap}}
	}
	return []para{
		{lines: []string{fmt.Sprintf(b.number, b.page)}, gap: b.gap},
		{lines: []string{b.feed + header}, gap: b.gap},
	}
}

// noBlank takes the blank lines away.
func noBlank(_ *rand.Rand, s *sheet) error {
	for i := range s.paras {
		s.paras[i].gap = 0
	}
	return nil
}

// doubled doubles them, and sets some where there are none.
func doubled(_ *rand.Rand, s *sheet) error {
	for i := range s.paras {
		s.paras[i].gap = 2*s.paras[i].gap + 1
	}
	return nil
}

func crlf(_ *rand.Rand, s *sheet) error {
	s.eol = "\r\n"
	return nil
}

func byteOrderMark(_ *rand.Rand, s *sheet) error {
	s.lead = "\ufeff"
	return nil
}
