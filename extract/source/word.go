package source

import (
	"encoding/xml"
	"strings"
)

// word gives the text of a DOCX: the body with its tables and text boxes, without headers, footers, notes, comments and
// deleted words.
func word(raw []byte, o *Origin) (string, error) {
	z, err := unzip(raw)
	if err != nil {
		return "", err
	}
	for _, f := range z.File {
		for _, p := range [][2]string{{"word/header", "headers"}, {"word/footer", "footers"}, {"word/footnotes.xml", "footnotes"}, {"word/endnotes.xml", "endnotes"}, {"word/comments.xml", "comments"}} {
			if strings.HasPrefix(f.Name, p[0]) {
				o.leave(p[1])
			}
		}
	}
	w := wordReader{bodies: []*paragraphs{{}}, out: o}
	if err := eachToken(z, "word/document.xml", w.token); err != nil {
		return "", err
	}
	return w.bodies[0].text(), nil
}

// leave notes what is not in the text, once.
func (o *Origin) leave(what string) {
	for _, l := range o.Left {
		if l == what {
			return
		}
	}
	o.Left = append(o.Left, what)
}

// wordReader follows the tokens of word/document.xml. The cells of a row are read into a body each.
type wordReader struct {
	bodies []*paragraphs // the document's, and those of the table cells that are open
	rows   [][][]string  // the rows that are open, cell by cell
	run    bool          // inside a w:t
	listed bool          // the paragraph is an item of a list
	begun  bool          // the paragraph has text
	skip   int           // elements open inside one that is left out
	out    *Origin
}

func (w *wordReader) body() *paragraphs { return w.bodies[len(w.bodies)-1] }

func (w *wordReader) token(t xml.Token) {
	switch t := t.(type) {
	case xml.StartElement:
		if w.skip > 0 || isLeftOut(t.Name.Local) {
			w.skip++
			if t.Name.Local == "del" {
				w.out.leave("deleted words")
			}
			return
		}
		if strings.Contains(t.Name.Space, "wordprocessingml") {
			w.start(t)
		}
	case xml.EndElement:
		if w.skip > 0 {
			w.skip--
			return
		}
		if strings.Contains(t.Name.Space, "wordprocessingml") {
			w.end(t.Name.Local)
		}
	case xml.CharData:
		if w.run && w.skip == 0 {
			w.write(string(t))
		}
	}
}

// isLeftOut reports whether an element of a DOCX holds what is no text of the document: what was deleted or moved away, and
// the second form that text boxes are kept in for old programs.
func isLeftOut(name string) bool {
	switch name {
	case "del", "moveFrom", "delText", "instrText", "delInstrText", "Fallback", "rt":
		return true
	}
	return false
}

func (w *wordReader) start(t xml.StartElement) {
	switch t.Name.Local {
	case "p":
		w.body().end() // a text box stands inside a paragraph
		w.listed, w.begun = false, false
	case "numPr":
		w.listed = true
	case "numId":
		for _, a := range t.Attr {
			w.listed = w.listed && !(a.Name.Local == "val" && a.Value == "0")
		}
	case "t":
		w.run = true
	case "tab":
		if w.begun { // else it is a tab stop of the paragraph's properties, or an indent
			w.write("\t")
		}
	case "br", "cr":
		w.body().breakLine()
	case "noBreakHyphen":
		w.write("-")
	case "tr":
		w.rows = append(w.rows, nil)
	case "tc":
		if len(w.rows) > 0 { // a cell of no row would swallow all behind it
			w.bodies = append(w.bodies, &paragraphs{})
		}
	}
}

func (w *wordReader) write(text string) {
	text = strings.NewReplacer("\r\n", " ", "\n", " ", "\r", " ").Replace(text)
	if !w.begun && w.listed {
		w.body().item(text)
	}
	w.begun = true
	w.body().exactly(text)
}

func (w *wordReader) end(name string) {
	switch name {
	case "p":
		w.body().end()
		w.listed = false
	case "t":
		w.run = false
	case "tc":
		if n := len(w.bodies) - 1; n > 0 && len(w.rows) > 0 {
			w.body().end()
			if cell := w.body().done; len(cell) > 0 {
				row := len(w.rows) - 1
				w.rows[row] = append(w.rows[row], cell)
			}
			w.bodies = w.bodies[:n]
		}
	case "tr":
		if n := len(w.rows) - 1; n >= 0 {
			row := w.rows[n]
			w.rows = w.rows[:n]
			w.body().row(row)
		}
	}
}
