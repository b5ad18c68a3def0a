package export

import (
	"bufio"
	"encoding/csv"
	"io"
	"strconv"
	"strings"

	"jishi/schema"
)

// column is one column of the table.
type column struct {
	name string
	cell func(d Data, f schema.Fact, r schema.FactRecord) string
}

func columns() []column {
	return []column{
		{"id", func(_ Data, f schema.Fact, _ schema.FactRecord) string { return f.ID }},
		{"date", func(_ Data, f schema.Fact, _ schema.FactRecord) string { return f.Date.First.String() }},
		{"until", func(_ Data, f schema.Fact, _ schema.FactRecord) string { return f.Date.Last.String() }},
		{"date_basis", func(_ Data, f schema.Fact, _ schema.FactRecord) string { return string(f.Date.Basis) }},
		{"modality", func(_ Data, f schema.Fact, _ schema.FactRecord) string { return f.Modality }},
		{"relation", func(_ Data, f schema.Fact, _ schema.FactRecord) string { return f.Relation }},
		{"plover", func(d Data, f schema.Fact, _ schema.FactRecord) string { return relation(d, f).PLOVER }},
		{"cameo", func(d Data, f schema.Fact, _ schema.FactRecord) string { return relation(d, f).CAMEO }},
		{"subject_id", func(_ Data, f schema.Fact, _ schema.FactRecord) string { return f.Subject.Entity }},
		{"subject", func(_ Data, f schema.Fact, _ schema.FactRecord) string { return f.Subject.Name }},
		{"subject_type", func(_ Data, f schema.Fact, _ schema.FactRecord) string { return f.Subject.Type }},
		{"subject_on_behalf_of", func(_ Data, f schema.Fact, _ schema.FactRecord) string { return f.Subject.OnBehalfOf }},
		{"object_id", func(_ Data, f schema.Fact, _ schema.FactRecord) string { return f.Object.Entity }},
		{"object", func(_ Data, f schema.Fact, _ schema.FactRecord) string { return f.Object.Name }},
		{"object_type", func(_ Data, f schema.Fact, _ schema.FactRecord) string { return f.Object.Type }},
		{"object_on_behalf_of", func(_ Data, f schema.Fact, _ schema.FactRecord) string { return f.Object.OnBehalfOf }},
		{"items", func(_ Data, f schema.Fact, _ schema.FactRecord) string { return items(f) }},
		{"attributes", func(_ Data, f schema.Fact, _ schema.FactRecord) string { return attributes(f) }},
		{"said_id", func(_ Data, f schema.Fact, _ schema.FactRecord) string { return f.Said.Entity }},
		{"said", func(_ Data, f schema.Fact, _ schema.FactRecord) string { return f.Said.Name }},
		{"event", func(_ Data, f schema.Fact, _ schema.FactRecord) string { return f.Event }},
		{"same_event", func(_ Data, f schema.Fact, _ schema.FactRecord) string { return f.SameEvent }},
		{"document", func(_ Data, f schema.Fact, _ schema.FactRecord) string { return f.Doc }},
		{"entry", func(_ Data, f schema.Fact, _ schema.FactRecord) string { return f.Entry }},
		{"start", func(_ Data, _ schema.Fact, r schema.FactRecord) string { return number(r.Evidence.Start) }},
		{"end", func(_ Data, _ schema.Fact, r schema.FactRecord) string { return number(r.Evidence.End) }},
		{"sentence", func(_ Data, _ schema.Fact, r schema.FactRecord) string { return r.Evidence.Text }},
		{"rule", func(_ Data, f schema.Fact, _ schema.FactRecord) string { return f.Rule }},
	}
}

// writeCSV writes RFC 4180 with a header, UTF-8 without a mark, every row ended by a line feed.
func writeCSV(w io.Writer, d Data) error {
	buf := bufio.NewWriter(w)
	out := csv.NewWriter(buf)
	cols := columns()
	row := make([]string, len(cols))
	for i, c := range cols {
		row[i] = c.name
	}
	if err := out.Write(row); err != nil {
		return err
	}
	err := eachRecord(d, func(f schema.Fact, r schema.FactRecord) error {
		for i, c := range cols {
			row[i] = harmless(c.cell(d, f, r))
		}
		return out.Write(row)
	})
	if err != nil {
		return err
	}
	out.Flush()
	if err := out.Error(); err != nil {
		return err
	}
	return buf.Flush()
}

// harmless keeps a spreadsheet from taking words of a text for a formula: an apostrophe before them, as spreadsheets have
// it themselves. A date of an unknown year begins with two hyphens and is none.
func harmless(cell string) string {
	if cell == "" || !strings.ContainsRune("=+-@\t\r", rune(cell[0])) || strings.HasPrefix(cell, "--") && strings.Trim(cell, "-0123456789") == "" {
		return cell
	}
	return "'" + cell
}

func number(n *int) string {
	if n == nil {
		return ""
	}
	return strconv.Itoa(*n)
}

func relation(d Data, f schema.Fact) schema.Relation {
	if d.Ontology == nil {
		return schema.Relation{}
	}
	r, _ := d.Ontology.Relation(f.Relation)
	return r
}

// items is what was given, in words: 口罩 10000只, 帐篷 30顶.
func items(f schema.Fact) string {
	words := make([]string, len(f.Items))
	for i, it := range f.Items {
		words[i] = strings.TrimSpace(it.Name + " " + it.Quantity + it.Unit)
	}
	return strings.Join(words, ", ")
}

// attributes is key=value,value;key=value, as gold annotations have it.
func attributes(f schema.Fact) string {
	parts := make([]string, len(f.Attributes))
	for i, a := range f.Attributes {
		parts[i] = a.Key + "=" + strings.Join(a.Values, ",")
	}
	return strings.Join(parts, ";")
}
