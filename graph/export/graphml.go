package export

import (
	"bufio"
	"encoding/xml"
	"io"
	"strings"

	"jishi/schema"
)

// attribute is one attribute of the nodes or edges: a GraphML key.
type attribute[T any] struct {
	name  string
	value func(T) string
}

func nodeAttributes() []attribute[node] {
	return []attribute[node]{
		{"label", func(n node) string { return n.label }},
		{"english", func(n node) string { return n.english }},
		{"type", func(n node) string { return n.typ }},
		{"country", func(n node) string { return n.country }},
		{"wikidata", func(n node) string { return n.wikidata }},
	}
}

func edgeAttributes() []attribute[edge] {
	return []attribute[edge]{
		{"relation", func(e edge) string { return e.fact.Relation }},
		{"label", func(e edge) string { return e.relation.Zh }},
		{"modality", func(e edge) string { return e.fact.Modality }},
		{"date", func(e edge) string { return e.fact.Date.First.String() }},
		{"until", func(e edge) string { return e.fact.Date.Last.String() }},
		{"plover", func(e edge) string { return e.relation.PLOVER }},
		{"cameo", func(e edge) string { return e.relation.CAMEO }},
		{"items", func(e edge) string { return schema.ItemWords(e.fact.Items) }},
		{"attributes", func(e edge) string { return schema.AttributeWords(e.fact.Attributes) }},
		{"subjectOnBehalfOf", func(e edge) string { return e.fact.Subject.OnBehalfOf }},
		{"objectOnBehalfOf", func(e edge) string { return e.fact.Object.OnBehalfOf }},
		{"said", func(e edge) string { return e.fact.Said.Name }},
		{"event", func(e edge) string { return e.fact.Event }},
		{"sameEvent", func(e edge) string { return e.fact.SameEvent }},
		{"document", func(e edge) string { return e.fact.Doc }},
		{"entry", func(e edge) string { return e.fact.Entry }},
		{"sentence", func(e edge) string { return e.sentence }},
		{"rule", func(e edge) string { return e.fact.Rule }},
	}
}

// writeGraphML writes a directed graph in which several edges may join two nodes. An empty attribute is left out.
func writeGraphML(w io.Writer, d Data) error {
	n := connect(d)
	out := &xmlWriter{w: bufio.NewWriter(w)}
	out.raw(`<?xml version="1.0" encoding="UTF-8"?>` + "\n" + `<graphml xmlns="http://graphml.graphdrawing.org/xmlns"` +
		` xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"` +
		` xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">` + "\n")
	for _, a := range nodeAttributes() {
		out.key("n_", "node", a.name)
	}
	for _, a := range edgeAttributes() {
		out.key("e_", "edge", a.name)
	}
	out.raw(`  <graph id="jishi" edgedefault="directed">` + "\n")
	for _, x := range n.nodes {
		out.raw(`    <node id="`, x.id).raw(`">` + "\n")
		for _, a := range nodeAttributes() {
			out.data("n_"+a.name, a.value(x))
		}
		out.raw("    </node>\n")
	}
	for _, x := range n.edges {
		out.raw(`    <edge id="`, x.fact.ID).raw(`" source="`, x.from).raw(`" target="`, x.to).raw(`">` + "\n")
		for _, a := range edgeAttributes() {
			out.data("e_"+a.name, a.value(x))
		}
		out.raw("    </edge>\n")
	}
	out.raw("  </graph>\n</graphml>\n")
	return out.w.Flush()
}

// xmlWriter writes markup as it is and text escaped; the error comes at Flush.
type xmlWriter struct{ w *bufio.Writer }

func (x *xmlWriter) raw(markup string, text ...string) *xmlWriter {
	x.w.WriteString(markup)
	for _, t := range text {
		_ = xml.EscapeText(x.w, []byte(visible(t)))
	}
	return x
}

func (x *xmlWriter) key(prefix, of, name string) {
	x.raw(`  <key id="` + prefix + name + `" for="` + of + `" attr.name="` + name + `" attr.type="string"/>` + "\n")
}

func (x *xmlWriter) data(key, value string) {
	if value != "" {
		x.raw(`      <data key="`+key+`">`, value).raw("</data>\n")
	}
}

// visible takes out what XML cannot hold, even escaped.
func visible(s string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' && r != '\t' && r != '\n' && r != '\r' || r == 0xFFFE || r == 0xFFFF {
			return -1
		}
		return r
	}, s)
}
