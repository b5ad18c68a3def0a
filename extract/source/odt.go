package source

import (
	"encoding/xml"
	"strconv"
	"strings"
)

// odt gives the text of an OpenDocument text: the body, without notes, comments and deleted words.
func odt(raw []byte, o *Origin) (string, error) {
	z, err := unzip(raw)
	if err != nil {
		return "", err
	}
	r := odtReader{bodies: newBodies(), out: o}
	if err := eachToken(z, "content.xml", r.token); err != nil {
		return "", err
	}
	return r.text(), nil
}

// odtReader follows the tokens of content.xml.
type odtReader struct {
	bodies
	inside int  // paragraphs that are open
	listed bool // the next text begins an item of a list
	out    *Origin
}

func (r *odtReader) token(t xml.Token) {
	if r.passes(t, r.leaves) {
		return
	}
	switch t := t.(type) {
	case xml.StartElement:
		r.start(t)
	case xml.EndElement:
		r.end(t.Name.Local)
	case xml.CharData:
		if r.inside > 0 {
			r.begin(string(t))
			r.body().flowing(string(t))
		}
	}
}

// leaves reports whether an element holds what is no text of the document.
func (r *odtReader) leaves(name string) bool {
	switch name {
	case "note":
		r.out.leave("notes")
	case "annotation":
		r.out.leave("comments")
	case "tracked-changes":
		r.out.leave("deleted words")
	case "font-face-decls", "automatic-styles", "scripts", "forms", "sequence-decls", "table-of-content", "ruby-text":
	default:
		return false
	}
	return true
}

func (r *odtReader) start(t xml.StartElement) {
	switch t.Name.Local {
	case "p", "h":
		r.body().end()
		r.inside++
	case "list":
		r.body().lists++
	case "list-item":
		r.body().end()
		r.listed = true
	case "s":
		n := 1
		for _, a := range t.Attr {
			if v, err := strconv.Atoi(a.Value); err == nil && a.Name.Local == "c" && v > 0 && v < 1000 {
				n = v
			}
		}
		r.body().exactly(strings.Repeat(" ", n))
	case "tab":
		r.body().exactly("\t")
	case "line-break":
		r.body().breakLine()
	case "table-row":
		r.beginRow()
	case "table-cell":
		r.beginCell()
	}
}

// begin puts the sign before an item of a list.
func (r *odtReader) begin(text string) {
	if r.listed && strings.TrimSpace(text) != "" {
		r.body().item(text)
		r.listed = false
	}
}

func (r *odtReader) end(name string) {
	switch name {
	case "p", "h":
		r.body().end()
		r.inside = max(0, r.inside-1)
	case "list":
		r.body().lists--
		r.listed = false
	case "table-cell":
		r.endCell()
	case "table-row":
		r.endRow()
	}
}
