package source

import (
	"errors"
	"math"
	"regexp"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/ledongthuc/pdf"
)

// printedLine is a line of a page. Lengths are points.
type printedLine struct {
	text  string
	x, y  float64 // where it begins: from the left, from below
	body  float64 // where its text begins, behind a bullet
	right float64 // where it ends
	size  float64 // of its characters
	page  int     // from 1
}

// printedLines reads the lines of a page in the order in which they were set.
func printedLines(page pdf.Page, fonts *fontShelf) ([]printedLine, error) {
	var lines []printedLine
	var open strings.Builder
	end := func() {
		if n := len(lines); n > 0 {
			lines[n-1].text = strings.TrimRight(open.String(), " \t")
			if lines[n-1].text == "" {
				lines = lines[:n-1]
			}
		}
		open.Reset()
	}
	total, unknown := 0, 0
	for _, g := range glyphsOf(page, fonts) {
		if g.char < ' ' {
			continue
		}
		if g.char == utf8.RuneError || unicode.Is(unicode.Co, g.char) && !isSymbol(g.char) {
			unknown++
		}
		total++
		if n := len(lines); n == 0 || math.Abs(lines[n-1].y-g.y) > g.size*0.45 || g.x < lines[n-1].x-g.size {
			if g.char == ' ' {
				continue
			}
			end()
			lines = append(lines, printedLine{x: g.x, y: g.y, body: g.x, right: g.x, size: g.size})
		}
		l := &lines[len(lines)-1]
		lead := isBulletAlone(open.String())
		switch {
		case lead && g.char != ' ':
			l.body = g.x
		case !lead && g.x > l.right+2*g.size && open.Len() > 0:
			open.WriteByte('\t')
		}
		open.WriteRune(symbol(g.char))
		l.right = max(l.right, g.x+g.width)
	}
	end()
	const most = 50 // one character in so many may be unknown
	if unknown*most > total {
		return nil, errors.New("its fonts do not say which characters they show; " + convertPDF)
	}
	return lines, nil
}

// reckoned is the width of a character in parts of its size, where its font does not tell it, as many do not.
func reckoned(r rune) float64 {
	if isWideRune(r) {
		return 1
	}
	return 0.5
}

// isSymbol reports whether a character of private use is the bullet of a symbol font.
func isSymbol(r rune) bool { return r >= 0xE000 && r < 0xE100 || r >= 0xF000 && r < 0xF100 }

func symbol(r rune) rune {
	if isSymbol(r) {
		return '•'
	}
	return r
}

func isBulletAlone(text string) bool {
	text = strings.TrimSpace(text)
	r, size := utf8.DecodeRuneInString(text)
	return size > 0 && size == len(text) && strings.ContainsRune("•◆●■▪·–-○", r)
}

// withoutFurniture takes the lines out that stand at the same edge of most pages, or are a page number there.
func withoutFurniture(pages [][]printedLine, o *Origin) []printedLine {
	seen := map[string]int{}
	for _, lines := range pages {
		for i := range lines {
			if edge := edgeOf(i, len(lines)); edge != "" {
				seen[edge+withoutFigures(lines[i].text)]++
			}
		}
	}
	var out []printedLine
	for _, lines := range pages {
		for i, l := range lines {
			edge := edgeOf(i, len(lines))
			if edge != "" && len(pages) > 1 && seen[edge+withoutFigures(l.text)]*2 > len(pages) && seen[edge+withoutFigures(l.text)] > 1 {
				o.leave("headers and page numbers")
				continue
			}
			out = append(out, l)
		}
	}
	return out
}

// edgeOf names the place of a line among the first and the last ones of its page, "" in between.
func edgeOf(i, n int) string {
	switch {
	case i == 0:
		return "first "
	case i == n-1:
		return "last "
	case i == 1: // headers and footers are set before the text, or behind it
		return "second "
	case i == n-2:
		return "last but one "
	}
	return ""
}

// withoutFigures is a line without the figures that may number its page. Those of a day stay: a page may begin with the day of
// which it tells.
func withoutFigures(text string) string {
	text = strings.Join(strings.Fields(text), "")
	var b strings.Builder
	at := 0
	for _, day := range days().FindAllStringIndex(text, -1) {
		b.WriteString(strings.Map(noFigure, text[at:day[0]]))
		b.WriteString(text[day[0]:day[1]])
		at = day[1]
	}
	b.WriteString(strings.Map(noFigure, text[at:]))
	return b.String()
}

// days finds the days in a line without white space: 2018年5月3日, 5月3日, 2018-05-03, 3 May 2018.
var days = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?:[0-9]+年)?[0-9]+月[0-9]+日|[0-9]{4}[-/.][0-9]{1,2}[-/.][0-9]{1,2}|[0-9]{1,2}[A-Z][a-z]+[0-9]{4}|[A-Z][a-z]+[0-9]{1,2},[0-9]{4}`)
})

func noFigure(r rune) rune {
	if r >= '0' && r <= '9' {
		return -1
	}
	return r
}

// reflow puts lines together to paragraphs: one that reaches the right margin goes on in the next, unless that is set in, or
// further below than lines are, or in another size. starts is where the text of each page begins.
func reflow(lines []printedLine, pages int) (text string, starts []int) {
	const shortest = 10 // characters of a line that is broken at the margin
	margin := 0.0
	for _, l := range lines {
		margin = max(margin, l.right)
	}
	pitch := pitchOf(lines)
	var b strings.Builder
	for i, l := range lines {
		if i > 0 {
			before := lines[i-1]
			full := before.right > margin-2.5*before.size && before.right-before.x > shortest*before.size
			switch {
			case !full || l.x > before.body+before.size/2 || before.y-l.y > pitch*1.25 || math.Abs(l.size-before.size) > before.size/10 || isBulletAlone(firstOf(l.text)):
				b.WriteString("\n\n")
			case needsSpace(before.text, l.text):
				b.WriteByte(' ')
			}
		}
		for len(starts) < l.page {
			starts = append(starts, b.Len())
		}
		b.WriteString(l.text)
	}
	for len(starts) < pages {
		starts = append(starts, b.Len())
	}
	return b.String(), starts
}

// pitchOf is the distance of two lines of a paragraph: a small one of those that occur.
func pitchOf(lines []printedLine) float64 {
	var all []float64
	for i, l := range lines[min(1, len(lines)):] {
		if down := lines[i].y - l.y; down > l.size/2 {
			all = append(all, down)
		}
	}
	if len(all) == 0 {
		return 0
	}
	slices.Sort(all)
	return all[len(all)/5]
}

func firstOf(text string) string {
	_, size := utf8.DecodeRuneInString(text)
	return text[:size]
}

// needsSpace reports whether a line break stands for a space: between words of Latin letters.
func needsSpace(before, after string) bool {
	r, _ := utf8.DecodeLastRuneInString(before)
	next, _ := utf8.DecodeRuneInString(after)
	return r < utf8.RuneSelf && next < utf8.RuneSelf && unicode.IsLetter(next)
}
