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
	w := wordReader{bodies: newBodies(), out: o}
	if err := eachToken(z, "word/document.xml", w.token); err != nil {
		return "", err
	}
	return w.text(), nil
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

// wordReader follows the tokens of word/document.xml.
type wordReader struct {
	bodies
	run    bool // inside a w:t
	listed bool // the paragraph is an item of a list
	begun  bool // the paragraph has text
	out    *Origin
}

func (w *wordReader) token(t xml.Token) {
	if w.passes(t, w.leaves) {
		return
	}
	switch t := t.(type) {
	case xml.StartElement:
		if strings.Contains(t.Name.Space, "wordprocessingml") {
			w.start(t)
		}
	case xml.EndElement:
		if strings.Contains(t.Name.Space, "wordprocessingml") {
			w.end(t.Name.Local)
		}
	case xml.CharData:
		if w.run {
			w.write(string(t))
		}
	}
}

// leaves reports whether an element holds what is no text of the document: what was deleted or moved away, and the second
// form that text boxes are kept in for old programs.
func (w *wordReader) leaves(name string) bool {
	switch name {
	case "del":
		w.out.leave("deleted words")
	case "moveFrom", "delText", "instrText", "delInstrText", "Fallback", "rt":
	default:
		return false
	}
	return true
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
		w.beginRow()
	case "tc":
		w.beginCell()
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
		w.endCell()
	case "tr":
		w.endRow()
	}
}
