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
	free bool // words of a text, which may look like a formula; ids and dates stay as they are, so that they join
	cell func(d Data, f schema.Fact, r schema.FactRecord) string
}

func columns() []column {
	return []column{
		{"id", false, func(_ Data, f schema.Fact, _ schema.FactRecord) string { return f.ID }},
		{"date", false, func(_ Data, f schema.Fact, _ schema.FactRecord) string { return f.Date.First.String() }},
		{"until", false, func(_ Data, f schema.Fact, _ schema.FactRecord) string { return f.Date.Last.String() }},
		{"date_basis", false, func(_ Data, f schema.Fact, _ schema.FactRecord) string { return string(f.Date.Basis) }},
		{"modality", false, func(_ Data, f schema.Fact, _ schema.FactRecord) string { return f.Modality }},
		{"relation", false, func(_ Data, f schema.Fact, _ schema.FactRecord) string { return f.Relation }},
		{"plover", false, func(d Data, f schema.Fact, _ schema.FactRecord) string { return relation(d, f).PLOVER }},
		{"cameo", false, func(d Data, f schema.Fact, _ schema.FactRecord) string { return relation(d, f).CAMEO }},
		{"subject_id", false, func(_ Data, f schema.Fact, _ schema.FactRecord) string { return f.Subject.Entity }},
		{"subject", true, func(_ Data, f schema.Fact, _ schema.FactRecord) string { return f.Subject.Name }},
		{"subject_type", false, func(_ Data, f schema.Fact, _ schema.FactRecord) string { return f.Subject.Type }},
		{"subject_on_behalf_of", false, func(_ Data, f schema.Fact, _ schema.FactRecord) string { return f.Subject.OnBehalfOf }},
		{"object_id", false, func(_ Data, f schema.Fact, _ schema.FactRecord) string { return f.Object.Entity }},
		{"object", true, func(_ Data, f schema.Fact, _ schema.FactRecord) string { return f.Object.Name }},
		{"object_type", false, func(_ Data, f schema.Fact, _ schema.FactRecord) string { return f.Object.Type }},
		{"object_on_behalf_of", false, func(_ Data, f schema.Fact, _ schema.FactRecord) string { return f.Object.OnBehalfOf }},
		{"items", true, func(_ Data, f schema.Fact, _ schema.FactRecord) string { return schema.ItemWords(f.Items) }},
		{"attributes", true, func(_ Data, f schema.Fact, _ schema.FactRecord) string { return attributes(f) }},
		{"said_id", false, func(_ Data, f schema.Fact, _ schema.FactRecord) string { return f.Said.Entity }},
		{"said", true, func(_ Data, f schema.Fact, _ schema.FactRecord) string { return f.Said.Name }},
		{"event", false, func(_ Data, f schema.Fact, _ schema.FactRecord) string { return f.Event }},
		{"same_event", false, func(_ Data, f schema.Fact, _ schema.FactRecord) string { return f.SameEvent }},
		{"document", false, func(_ Data, f schema.Fact, _ schema.FactRecord) string { return f.Doc }},
		{"entry", false, func(_ Data, f schema.Fact, _ schema.FactRecord) string { return f.Entry }},
		{"start", false, func(_ Data, _ schema.Fact, r schema.FactRecord) string { return number(r.Evidence.Start) }},
		{"end", false, func(_ Data, _ schema.Fact, r schema.FactRecord) string { return number(r.Evidence.End) }},
		{"spans", false, func(_ Data, _ schema.Fact, r schema.FactRecord) string { return spans(r.Evidence) }},
		{"sentence", true, func(d Data, f schema.Fact, _ schema.FactRecord) string {
			return schema.Passages(d.Texts[f.Doc], f.Evidence)
		}},
		{"rule", false, func(_ Data, f schema.Fact, _ schema.FactRecord) string { return f.Rule }},
	}
}

// writeCSV writes RFC 4180 with a header, UTF-8 without a mark, every row ended by a line feed. An apostrophe goes before
// free text that begins like a formula (= + - @).
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
			if row[i] = c.cell(d, f, r); c.free {
				row[i] = harmless(row[i])
			}
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
// it themselves.
func harmless(cell string) string {
	if cell == "" || !strings.ContainsRune("=+-@\t\r", rune(cell[0])) {
		return cell
	}
	return "'" + cell
}

// spans says where each passage of the sentence stands: 12-29 40-52.
func spans(e schema.EvidenceRecord) string {
	if len(e.Spans) == 0 && e.Start != nil {
		return number(e.Start) + "-" + number(e.End)
	}
	parts := make([]string, len(e.Spans))
	for i, s := range e.Spans {
		parts[i] = number(&s.Start) + "-" + number(&s.End)
	}
	return strings.Join(parts, " ")
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

// attributes is key=value,value;key=value, as gold annotations have it.
func attributes(f schema.Fact) string {
	parts := make([]string, len(f.Attributes))
	for i, a := range f.Attributes {
		parts[i] = a.Key + "=" + strings.Join(a.Values, ",")
	}
	return strings.Join(parts, ";")
}
