package export

import (
	"bufio"
	"io"
	"strings"

	"jishi/schema"
)

// writeDOT writes a directed graph. Deeds are drawn solid, all else dashed, so that no picture takes a promise for a deed.
func writeDOT(w io.Writer, d Data) error {
	n := connect(d)
	out := bufio.NewWriter(w)
	out.WriteString("digraph jishi {\n  charset=\"UTF-8\";\n  node [shape=box];\n")
	for _, x := range n.nodes {
		label := x.label
		if label == "" {
			label = "?"
		}
		out.WriteString("  " + quote(x.id) + " [label=" + quote(label) + ", class=" + quote(x.typ) + "];\n")
	}
	for _, x := range n.edges {
		f := x.fact
		label, style := d.term(f.Relation), "solid"
		if f.Modality != schema.Actual {
			label, style = label+" ("+d.term(f.Modality)+")", "dashed"
		}
		if day := f.Date.First.String(); day != "" {
			label += "\n" + day
		}
		out.WriteString("  " + quote(x.from) + " -> " + quote(x.to) + " [id=" + quote(f.ID) + ", label=" + quote(label) +
			", style=" + style + ", tooltip=" + quote(x.sentence) + "];\n")
	}
	out.WriteString("}\n")
	return out.Flush()
}

// quote makes a string of DOT. Backslashes are doubled, since Graphviz reads escapes in labels; a line feed becomes one.
func quote(s string) string {
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`, "\n", `\n`, "\r", "", "\x00", "").Replace(s) + `"`
}
