package source

import (
	"math"
	"unicode/utf8"

	"github.com/ledongthuc/pdf"
)

// glyph is a character on a page. Lengths are points.
type glyph struct {
	char        rune
	x, y        float64 // from the left, from below
	size, width float64
}

// plane is a transformation of a page: x' = a·x + c·y + e, y' = b·x + d·y + f.
type plane struct{ a, b, c, d, e, f float64 }

// then is the transformation by p, and after it by q.
func (p plane) then(q plane) plane {
	return plane{p.a*q.a + p.b*q.c, p.a*q.b + p.b*q.d, p.c*q.a + p.d*q.c, p.c*q.b + p.d*q.d, p.e*q.a + p.f*q.c + q.e, p.e*q.b + p.f*q.d + q.f}
}

// pen is the state of a page's text while its operators run. The library's own reading of a page adds a character to each
// stretch of text, so that its interpreter alone is used.
type pen struct {
	page    pdf.Page
	fonts   map[string]pdf.Font // by what the page calls them
	shelf   *fontShelf
	glyphs  []glyph
	saved   []plane
	ground  plane // of the page
	line    plane // where the line begins
	text    plane // where the next character stands
	font    pdf.Font
	decode  pdf.TextEncoding
	size    float64
	leading float64
	scale   float64 // of widths
}

// glyphsOf gives the characters of a page in the order in which they were set. It panics on what is broken.
func glyphsOf(page pdf.Page, fonts *fontShelf) []glyph {
	if page.V.Key("Contents").Kind() == pdf.Null {
		return nil
	}
	one := plane{a: 1, d: 1}
	p := &pen{page: page, fonts: map[string]pdf.Font{}, shelf: fonts, ground: one, line: one, text: one, scale: 1}
	pdf.Interpret(page.V.Key("Contents"), p.do)
	return p.glyphs
}

// do runs an operator. Those that show no text are passed over.
func (p *pen) do(stack *pdf.Stack, operator string) {
	args := make([]pdf.Value, stack.Len())
	for i := len(args) - 1; i >= 0; i-- {
		args[i] = stack.Pop()
	}
	number := func(i int) float64 {
		if i < len(args) {
			return args[i].Float64()
		}
		return 0
	}
	switch operator {
	case "q":
		p.saved = append(p.saved, p.ground)
	case "Q":
		if n := len(p.saved); n > 0 {
			p.ground, p.saved = p.saved[n-1], p.saved[:n-1]
		}
	case "cm":
		p.ground = plane{number(0), number(1), number(2), number(3), number(4), number(5)}.then(p.ground)
	case "BT":
		p.line = plane{a: 1, d: 1}
		p.text = p.line
	case "Tf":
		p.choose(args)
	case "Tz":
		p.scale = number(0) / 100
	case "TL":
		p.leading = number(0)
	case "Tm":
		p.line = plane{number(0), number(1), number(2), number(3), number(4), number(5)}
		p.text = p.line
	case "TD":
		p.leading = -number(1)
		p.move(number(0), number(1))
	case "Td":
		p.move(number(0), number(1))
	case "T*":
		p.move(0, -p.leading)
	case "'", "\"":
		p.move(0, -p.leading)
		p.show(args)
	case "Tj":
		p.show(args)
	case "TJ":
		if len(args) > 0 {
			p.showAll(args[0])
		}
	}
}

func (p *pen) move(x, y float64) {
	p.line = plane{1, 0, 0, 1, x, y}.then(p.line)
	p.text = p.line
}

// choose takes a font and its size.
func (p *pen) choose(args []pdf.Value) {
	if len(args) < 2 {
		return
	}
	name := args[0].Name()
	font, known := p.fonts[name]
	if !known {
		font = p.shelf.read(p.page.Font(name))
		p.fonts[name] = font
	}
	p.font, p.decode, p.size = font, font.Encoder(), args[1].Float64()
}

func (p *pen) show(args []pdf.Value) {
	if len(args) > 0 {
		p.write(args[len(args)-1].RawString())
	}
}

// showAll shows strings with gaps between them.
func (p *pen) showAll(list pdf.Value) {
	for i := range list.Len() {
		switch v := list.Index(i); v.Kind() {
		case pdf.String:
			p.write(v.RawString())
		case pdf.Integer, pdf.Real:
			p.advance(-v.Float64() / 1000)
		}
	}
}

func (p *pen) advance(ems float64) {
	p.text = plane{1, 0, 0, 1, ems * p.size * p.scale, 0}.then(p.text)
}

func (p *pen) write(raw string) {
	if p.decode == nil {
		return
	}
	decoded := p.decode.Decode(raw)
	single := utf8.RuneCountInString(decoded) == len(raw) // each byte is a character: the font's widths are theirs
	i := 0
	for _, r := range decoded {
		width := reckoned(r)
		if single {
			if w := p.font.Width(int(raw[i])); w > 0 {
				width = w / 1000
			}
		}
		i++
		at := p.text.then(p.ground)
		size := math.Abs(p.size) * math.Hypot(at.c, at.d)
		p.glyphs = append(p.glyphs, glyph{char: r, x: at.e, y: at.f, size: max(size, 1), width: width * math.Abs(p.size) * math.Hypot(at.a, at.b) * p.scale})
		p.advance(width)
	}
}
