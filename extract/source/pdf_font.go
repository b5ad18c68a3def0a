package source

import "github.com/ledongthuc/pdf"

// fontShelf keeps the fonts of a PDF from the first page that has them to the last, so that one that all pages share is read
// once. Fonts are the same whose dictionaries are, with the objects to which they refer.
type fontShelf struct {
	pages map[string]int // that have the font and are still to be read
	fonts map[string]pdf.Font
}

func newFontShelf() fontShelf {
	return fontShelf{pages: map[string]int{}, fonts: map[string]pdf.Font{}}
}

// expect notes a page's use of a font, and reports whether it is the first one.
func (s *fontShelf) expect(font pdf.Font) bool {
	key := font.V.String()
	s.pages[key]++
	return s.pages[key] == 1
}

// read gives a font with what its encoding says. It panics on what is broken.
func (s *fontShelf) read(font pdf.Font) pdf.Font {
	key := font.V.String()
	if known, ok := s.fonts[key]; ok {
		return known
	}
	font.Encoder() // a font keeps what it has read, its copies too
	s.fonts[key] = font
	return font
}

// release lets go of the fonts that no page behind this one has.
func (s *fontShelf) release(page pdf.Page) {
	for _, name := range page.Fonts() {
		key := page.Font(name).V.String()
		if s.pages[key]--; s.pages[key] <= 0 {
			delete(s.fonts, key)
		}
	}
}
