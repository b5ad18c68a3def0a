package source

import (
	"strings"
	"unicode/utf8"
)

// paragraphs puts the text of a formatted document together: paragraphs with a blank line between them, so that none is
// taken for the rest of a broken line.
type paragraphs struct {
	done  []string
	open  strings.Builder
	last  rune // of the open paragraph
	space rune // white space that is not written yet: ' ' or '\n'
	lists int  // that are open
}

// flowing adds text of which white space counts as one space, and between Chinese characters, where it comes from a
// line end of the file, as none.
func (p *paragraphs) flowing(text string) {
	for _, r := range text {
		switch r {
		case '\n', '\r':
			p.space = '\n'
		case ' ', '\t', '\f':
			if p.space == 0 {
				p.space = ' '
			}
		default:
			if p.space != 0 && p.last != 0 && p.last != '\n' && (p.space == ' ' || !isWideRune(p.last) || !isWideRune(r)) {
				p.open.WriteByte(' ')
			}
			p.space = 0
			p.open.WriteRune(r)
			p.last = r
		}
	}
}

// exactly adds text as it stands.
func (p *paragraphs) exactly(text string) {
	p.open.WriteString(text)
	if r, size := utf8.DecodeLastRuneInString(text); size > 0 {
		p.last, p.space = r, 0
	}
}

// breakLine begins another line of the paragraph; twice, another paragraph.
func (p *paragraphs) breakLine() {
	if p.last == '\n' {
		p.end()
		return
	}
	if p.last != 0 {
		p.exactly("\n")
	}
}

// end closes the paragraph.
func (p *paragraphs) end() {
	text := strings.Trim(p.open.String(), " \t\r\n\u00A0\u3000")
	if text != "" {
		p.done = append(p.done, text)
	}
	p.open.Reset()
	p.last, p.space = 0, 0
}

// item begins an item of the innermost list with the sign that readers see, unless its text begins with one.
func (p *paragraphs) item(text string) {
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(text, " \t\r\n\u00A0\u3000"))
	switch {
	case strings.ContainsRune("◆◇●■□▲△▼▽★☆◎▶►▪▫※•·（(【", r):
	case p.lists > 1:
		p.exactly("·")
	default:
		p.exactly("◆")
	}
}

// row adds the cells of a table's row, each given as its paragraphs. Short cells, such as that of the date, stand before the next
// one in one line.
func (p *paragraphs) row(cells [][]string) {
	const short = 24 // characters
	p.end()
	lead := ""
	for _, cell := range cells {
		for _, text := range cell {
			switch {
			case lead == "":
				lead = text
			case utf8.RuneCountInString(lead) <= short && !strings.Contains(lead, "\n"):
				lead += "\t" + text
			default:
				p.done = append(p.done, lead)
				lead = text
			}
			if len(cell) > 1 {
				p.done = append(p.done, lead)
				lead = ""
			}
		}
	}
	if lead != "" {
		p.done = append(p.done, lead)
	}
}

func (p *paragraphs) text() string {
	p.end()
	return strings.Join(p.done, "\n\n")
}

// paragraphStarts finds where the paragraphs of such a text begin.
func paragraphStarts(text string) []int {
	starts := []int{0}
	for i := 0; i < len(text); {
		gap := strings.Index(text[i:], "\n\n")
		if gap < 0 {
			break
		}
		for i += gap; i < len(text) && text[i] == '\n'; i++ {
		}
		starts = append(starts, i)
	}
	return starts
}

// isWideRune reports whether a character is one of Chinese writing, its punctuation among them.
func isWideRune(r rune) bool {
	return isHan(r) || r >= 0x3000 && r <= 0x303F || r >= 0xFF00 && r <= 0xFFEF || r >= 0x2014 && r <= 0x2026
}
