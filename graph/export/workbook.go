package export

import (
	"fmt"
	"io"
	"strconv"

	"jishi/schema"
)

// writeWorkbook writes all sheets of a workbook.
func writeWorkbook(w io.Writer, d Data) error {
	tables, err := Tables(d)
	if err != nil {
		return err
	}
	return WriteXLSX(w, tables...)
}

// Tables is the sheets of a workbook: facts, events, actors, dyad-months by country, corrections where there
// are some, and the codebook that explains them.
func Tables(d Data) ([]Table, error) {
	f, err := facts(d)
	if err != nil {
		return nil, err
	}
	dyads, left := Dyads(d, ByMonth, ByCountry)
	tables := []Table{f, events(d), actors(d), dyads}
	if len(d.Corrections) > 0 {
		tables = append(tables, corrections(d))
	}
	return append(tables, codebook(d, tables, left)), nil
}

// facts is one row a fact, with the columns of the CSV. Text stands as it is: no cell of a workbook becomes a formula.
func facts(d Data) (Table, error) {
	t := Table{Name: "facts"}
	cols := columns(d)
	for _, c := range cols {
		t.Columns = append(t.Columns, c.Column)
	}
	err := eachRecord(d, func(f schema.Fact, r schema.FactRecord) error {
		row := make([]any, len(cols))
		for i, c := range cols {
			cell := c.cell(d, f, r)
			row[i] = cell
			if n, err := strconv.Atoi(cell); err == nil && c.number {
				row[i] = n
			}
		}
		t.Rows = append(t.Rows, row)
		return nil
	})
	return t, err
}

// codebook says what the sheets hold: their columns, and the words that stand in them.
func codebook(d Data, tables []Table, left []Left) Table {
	t := Table{Name: "codebook", Columns: []Column{{"of", "what the row explains: a sheet's column, or a word of the vocabulary", "所释对象：某表的列，或词汇"},
		{"name", "its name", "名称"}, {"zh", "in Chinese", "中文"}, {"en", "in English", "英文"}, {"meaning", "what it is", "说明"},
		{"plover", "PLOVER code", "PLOVER 代码"}, {"cameo", "CAMEO code", "CAMEO 代码"}}}
	add := func(of, name, zh, en, meaning, plover, cameo string) {
		t.Rows = append(t.Rows, []any{of, name, zh, en, meaning, plover, cameo})
	}
	for _, x := range append(tables, t) {
		for _, c := range x.Columns {
			add("column of "+x.Name, c.Name, c.Zh, c.En, "", "", "")
		}
	}
	for _, r := range d.Ontology.Relations {
		add("relation", r.ID, r.Zh, r.En, r.Doc, r.PLOVER, r.CAMEO)
	}
	for _, list := range []struct {
		of    string
		terms []schema.Term
	}{{"modality", d.Ontology.Modalities}, {"entity type", d.Ontology.Entities}} {
		for _, x := range list.terms {
			add(list.of, x.ID, x.Zh, x.En, x.Doc, "", "")
		}
	}
	for _, l := range left {
		add("left out of dyad-months", fmt.Sprintf("%d facts", l.Facts), "", "", l.Why, "", "")
	}
	return t
}
