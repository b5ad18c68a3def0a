package damage

import (
	"strings"
)

// sheet is a text as its layout shows it.
type sheet struct {
	paras []para
	eol   string // behind each line
	lead  string // before all
}

// para is a paragraph: a line, until it is wrapped.
type para struct {
	lines []string
	gap   int  // blank lines before it
	prose bool // sentences; no heading, title or page header
	sign  string
}

const signs = "◆●■·"

// read takes a text apart. A line is prose where it holds the end of a sentence, or is long.
func read(text string) *sheet {
	const longHeading = 30 // characters
	s := &sheet{eol: "\n"}
	gap := 0
	for _, line := range strings.Split(strings.TrimPrefix(text, "\ufeff"), "\n") {
		line = strings.TrimSpace(line)
		if line == "" {
			gap++
			continue
		}
		p := para{gap: gap}
		for _, sign := range signs {
			if rest, ok := strings.CutPrefix(line, string(sign)); ok {
				p.sign, line = string(sign), rest
			}
		}
		p.prose = p.sign != "" || strings.ContainsRune(line, '。') || len([]rune(line)) > longHeading
		p.lines = []string{line}
		s.paras = append(s.paras, p)
		gap = 0
	}
	return s
}

func (s *sheet) String() string {
	var b strings.Builder
	b.WriteString(s.lead)
	for _, p := range s.paras {
		b.WriteString(strings.Repeat(s.eol, p.gap))
		for i, line := range p.lines {
			if i == 0 {
				b.WriteString(p.sign)
			}
			b.WriteString(line + s.eol)
		}
	}
	return b.String()
}

// each changes every line.
func (s *sheet) each(change func(line string) string) {
	for i := range s.paras {
		for k, line := range s.paras[i].lines {
			s.paras[i].lines[k] = change(line)
		}
	}
}

// insert puts paragraphs before the paragraph i.
func (s *sheet) insert(i int, more ...para) {
	s.paras = append(s.paras[:i:i], append(more, s.paras[i:]...)...)
}

// split cuts a paragraph behind n lines and k characters of the next, so that its second half is the paragraph i+1.
func (s *sheet) split(i, n, k, gap int) {
	p := s.paras[i]
	first := append([]string{}, p.lines[:n]...)
	var second []string
	if n < len(p.lines) {
		cut := []rune(p.lines[n])
		if k > 0 {
			first = append(first, string(cut[:k]))
		}
		second = append([]string{string(cut[k:])}, p.lines[n+1:]...)
	}
	s.paras[i].lines = first
	s.insert(i+1, para{lines: second, gap: gap, prose: p.prose})
}
