package source

import "encoding/xml"

// bodies are the texts that are open while the XML of a document is read: its own, and that of each table cell around the
// place, for a cell may hold a table. The cells of a row are kept until the row ends, since short ones stand in one line.
type bodies struct {
	open []*paragraphs // the document's, and those of the cells that are open
	rows [][][]string  // the rows that are open, cell by cell
	skip int           // elements open inside one that is left out
}

func newBodies() bodies { return bodies{open: []*paragraphs{{}}} }

// body is the innermost text.
func (b *bodies) body() *paragraphs { return b.open[len(b.open)-1] }

// passes reports whether a token stands in what is left out. leaves says of an element that it begins such a part.
func (b *bodies) passes(t xml.Token, leaves func(name string) bool) bool {
	switch t := t.(type) {
	case xml.StartElement:
		if b.skip > 0 || leaves(t.Name.Local) {
			b.skip++
			return true
		}
	case xml.EndElement:
		if b.skip > 0 {
			b.skip--
			return true
		}
	}
	return b.skip > 0
}

func (b *bodies) beginRow() { b.rows = append(b.rows, nil) }

// beginCell opens a text for a cell. A cell of no row gets none: it would swallow all behind it.
func (b *bodies) beginCell() {
	if len(b.rows) > 0 {
		b.open = append(b.open, &paragraphs{})
	}
}

func (b *bodies) endCell() {
	n, row := len(b.open)-1, len(b.rows)-1
	if n == 0 || row < 0 {
		return
	}
	b.body().end()
	if cell := b.body().done; len(cell) > 0 {
		b.rows[row] = append(b.rows[row], cell)
	}
	b.open = b.open[:n]
}

func (b *bodies) endRow() {
	if n := len(b.rows) - 1; n >= 0 {
		row := b.rows[n]
		b.rows = b.rows[:n]
		b.body().row(row)
	}
}

// text is the document's, when all is read.
func (b *bodies) text() string { return b.open[0].text() }
