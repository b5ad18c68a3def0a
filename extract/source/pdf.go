package source

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"regexp"
	"strconv"
	"sync"

	"github.com/ledongthuc/pdf"

	"jishi/schema"
)

const (
	largestPDF   = 64 << 20 // bytes
	largestPages = 64 << 20 // bytes that its pages and fonts unpack to
	mostPages    = 5000
	deepestPages = 40 // nodes of the page tree above a page
)

const convertPDF = "convert it: open it in Word or WPS and save it as DOCX, or run pdftotext -layout on it, and see that the characters are right"

// pdfText gives the text layer of a PDF: its lines put together to paragraphs, without what is printed on every page.
func pdfText(raw []byte, o *Origin) (text string, err error) {
	defer func() {
		if recover() != nil { // the library panics on much that is broken
			text, err = "", errors.New("it is broken or of a form that is not read; "+convertPDF)
		}
	}()
	if len(raw) > largestPDF {
		return "", fmt.Errorf("it has more than %d MB; divide it, or %s", largestPDF>>20, convertPDF)
	}
	if boasts(raw) {
		return "", errors.New("it says to hold more than it does: it is broken; " + convertPDF)
	}
	r, err := pdf.NewReader(bytes.NewReader(raw), int64(len(raw)))
	switch {
	case errors.Is(err, pdf.ErrInvalidPassword):
		return "", errors.New("it is locked by a password; save it without")
	case err != nil:
		return "", fmt.Errorf("it is broken (%w); %s", err, convertPDF)
	}
	w := pageWalk{fonts: newFontShelf()}
	if err := w.walk(r.Trailer().Key("Root").Key("Pages"), 0); err != nil {
		return "", err
	}
	var pages [][]printedLine
	for n, p := range w.pages {
		lines, err := printedLines(p, &w.fonts)
		if err != nil {
			return "", err
		}
		w.fonts.release(p)
		for i := range lines {
			lines[i].page = n + 1
		}
		pages = append(pages, lines)
	}
	text, o.Parts.Starts = reflow(withoutFurniture(pages, o), len(pages))
	o.Parts.Unit = schema.Page
	return text, nil
}

// sizes finds the numbers of objects that a PDF says to have.
var sizes = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`/(?:Size|Count|Columns|N)\s+([0-9]{1,19})|xref\s+([0-9]{1,19})\s+([0-9]{1,19})`)
})

// boasts reports whether a PDF says to hold more objects than it has bytes: the library would make room for them.
func boasts(raw []byte) bool {
	for _, m := range sizes().FindAllSubmatch(raw, -1) {
		for _, number := range m[1:] {
			if n, err := strconv.ParseInt(string(number), 10, 64); len(number) > 0 && (err != nil || n > int64(len(raw))) {
				return true
			}
		}
	}
	return false
}

// pageWalk lists the pages of a PDF in their order. The tree may be a circle, and the pages may unpack to anything.
type pageWalk struct {
	pages    []pdf.Page
	fonts    fontShelf
	nodes    int
	unpacked int64
}

func (w *pageWalk) walk(node pdf.Value, depth int) error {
	if w.nodes++; depth > deepestPages || w.nodes > 2*mostPages {
		return fmt.Errorf("it has more than %d pages, or is broken; %s", mostPages, convertPDF)
	}
	if node.Key("Type").Name() == "Page" {
		page := pdf.Page{V: node}
		if err := w.fits(page); err != nil {
			return err
		}
		w.pages = append(w.pages, page)
		return nil
	}
	kids := node.Key("Kids")
	for i := range kids.Len() {
		if err := w.walk(kids.Index(i), depth+1); err != nil {
			return err
		}
	}
	return nil
}

// fits refuses a page whose parents form a circle, or with which the pages unpack to more than they may. What is read again
// for each page counts again: its content; a font that pages share is read once.
func (w *pageWalk) fits(page pdf.Page) error {
	n := 0
	for v := page.V; !v.IsNull(); v = v.Key("Parent") {
		if n++; n > deepestPages {
			return errors.New("its pages form a circle: it is broken; " + convertPDF)
		}
	}
	streams := []pdf.Value{page.V.Key("Contents")}
	if all := streams[0]; all.Kind() == pdf.Array {
		streams = nil
		for i := range all.Len() {
			streams = append(streams, all.Index(i))
		}
	}
	for _, name := range page.Fonts() {
		if font := page.Font(name); w.fonts.expect(font) {
			streams = append(streams, font.V.Key("ToUnicode"))
		}
	}
	for _, s := range streams {
		if s.Kind() != pdf.Stream {
			continue
		}
		size, err := io.Copy(io.Discard, io.LimitReader(s.Reader(), largestPages-w.unpacked+1))
		if w.unpacked += size; w.unpacked > largestPages {
			return fmt.Errorf("its pages unpack to more than %d MB; divide it, or %s", largestPages>>20, convertPDF)
		}
		if err != nil {
			return fmt.Errorf("a page of it is broken (%w); %s", err, convertPDF)
		}
	}
	return nil
}
