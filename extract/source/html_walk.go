package source

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// walk adds the text that readers of a page see.
func (p *paragraphs) walk(n *html.Node) {
	switch n.Type {
	case html.TextNode:
		p.flowing(n.Data)
		return
	case html.CommentNode, html.DoctypeNode:
		return
	case html.ElementNode:
		if isUnseen(n) {
			return
		}
	}
	switch n.DataAtom {
	case atom.Br:
		p.breakLine()
	case atom.Pre:
		p.end()
		for i, line := range strings.Split(strings.ReplaceAll(content(n), "\r\n", "\n"), "\n") {
			if i > 0 {
				p.breakLine()
			}
			p.exactly(line)
		}
		p.end()
	case atom.Tr:
		p.tableRow(n)
	case atom.Ul, atom.Ol:
		p.end()
		p.lists++
		p.children(n)
		p.lists--
	case atom.Li:
		p.end()
		p.item(beginning(n))
		p.children(n)
		p.end()
	default:
		block := isBlock(n.DataAtom)
		if block {
			p.end()
		}
		p.children(n)
		if block {
			p.end()
		}
	}
}

func (p *paragraphs) children(n *html.Node) {
	for c := range n.ChildNodes() {
		p.walk(c)
	}
}

// tableRow adds a row of a table.
func (p *paragraphs) tableRow(n *html.Node) {
	var cells [][]string
	for c := range n.ChildNodes() {
		if c.DataAtom != atom.Td && c.DataAtom != atom.Th {
			continue
		}
		var cell paragraphs
		cell.children(c)
		cell.end()
		if len(cell.done) > 0 {
			cells = append(cells, cell.done)
		}
	}
	p.row(cells)
}

// content is all text below a node.
func content(n *html.Node) string {
	var b strings.Builder
	for c := range n.Descendants() {
		if c.Type == html.TextNode {
			b.WriteString(c.Data)
		}
	}
	return b.String()
}

// beginning is the text with which a node begins, behind white space: some sixty bytes of it, which show the sign of an item or
// hold a date. Nodes stand in nodes: to read all below each of them would take the square of the page.
func beginning(n *html.Node) string {
	const most = 60
	text := ""
	for c := range n.Descendants() {
		if c.Type != html.TextNode {
			continue
		}
		data := c.Data
		if text == "" {
			data = strings.TrimLeft(data, " \t\r\n\u00A0\u3000")
		}
		text += data[:min(len(data), most-len(text))]
		if len(text) == most {
			break
		}
	}
	return text
}

// isUnseen reports whether a page does not show an element, or shows it as no text of its own.
func isUnseen(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Head, atom.Script, atom.Style, atom.Noscript, atom.Template, atom.Iframe, atom.Object, atom.Svg, atom.Math, atom.Button, atom.Select,
		atom.Textarea, atom.Input, atom.Nav, atom.Rt, atom.Rp, atom.Audio, atom.Video, atom.Canvas:
		return true
	}
	for _, a := range n.Attr {
		if a.Key == "hidden" || a.Key == "style" && strings.Contains(strings.ReplaceAll(a.Val, " ", ""), "display:none") {
			return true
		}
	}
	return false
}

func isBlock(a atom.Atom) bool {
	switch a {
	case atom.P, atom.Div, atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.Table, atom.Thead, atom.Tbody, atom.Tfoot, atom.Caption, atom.Td, atom.Th,
		atom.Blockquote, atom.Section, atom.Article, atom.Header, atom.Footer, atom.Main, atom.Aside, atom.Dl, atom.Dt, atom.Dd, atom.Figure, atom.Figcaption,
		atom.Hr, atom.Body, atom.Address, atom.Form, atom.Fieldset, atom.Center, atom.Details, atom.Summary, atom.Html:
		return true
	}
	return false
}
