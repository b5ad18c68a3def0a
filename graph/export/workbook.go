package export

import (
	"fmt"
	"io"
	"strconv"
	"strings"

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
// are some, and the codebook that explains them. Their titles and the codebook are in the language of d.Say.
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
	tables = append(tables, codebook(d, tables, left))
	for i, t := range tables {
		tables[i] = t.Titled(d.Say)
	}
	return tables, nil
}

// Titled gives the table as a sheet whose title and columns say puts into a language; nil leaves them.
func (t Table) Titled(say func(string) string) Table {
	if say == nil {
		return t
	}
	out := Table{Name: titleOf(t.Name, say), Rows: t.Rows}
	for _, c := range t.Columns {
		c.Name = columnTitle(t.Name, c.Name, say)
		out.Columns = append(out.Columns, c)
	}
	return out
}

// columnTitle is a column's title: of "actors.name" where a sheet has its own, of "dyad.source" in dyad-months and the
// like, else of "name".
func columnTitle(sheet, column string, say func(string) string) string {
	sheet, _, _ = strings.Cut(sheet, "-")
	if title := say(sheet + "." + column); title != sheet+"."+column {
		return title
	}
	return say(column)
}

// titleOf is a sheet's title: of "sheet facts", since a column may be called facts too.
func titleOf(sheet string, say func(string) string) string {
	if title := say("sheet " + sheet); title != "sheet "+sheet {
		return title
	}
	return sheet
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

// codebook says what the sheets hold: their columns, and the words that stand in them. name is how a sheet has it, id how
// CSV, JSON and scripts have it.
func codebook(d Data, tables []Table, left []Left) Table {
	t := Table{Name: "codebook", Columns: []Column{{"of", "what the row explains: a sheet's column, or a word of the vocabulary", "所释对象：某表的列，或词汇"},
		{"name", "its name", "名称"}, {"zh", "in Chinese", "中文"}, {"en", "in English", "英文"}, {"meaning", "what it is", "说明"},
		{"plover", "PLOVER code", "PLOVER 代码"}, {"cameo", "CAMEO code", "CAMEO 代码"}, {"id", "its name in CSV, JSON and scripts", "在 CSV、JSON 和脚本中的名称"}}}
	say := d.Say
	if say == nil {
		say = func(text string) string { return text }
	}
	add := func(of, name, zh, en, meaning, plover, cameo, id string) {
		t.Rows = append(t.Rows, []any{of, name, zh, en, meaning, plover, cameo, id})
	}
	for _, x := range append(tables, t) {
		of := say("column of " + titleOf(x.Name, say))
		for _, c := range x.Columns {
			add(of, columnTitle(x.Name, c.Name, say), c.Zh, c.En, "", "", "", c.Name)
		}
	}
	for _, r := range d.Ontology.Relations {
		add(say("relation"), d.term(r.ID), r.Zh, r.En, say(r.Doc), r.PLOVER, r.CAMEO, r.ID)
	}
	for _, x := range d.Ontology.Modalities {
		add(say("modality"), d.term(x.ID), x.Zh, x.En, say(x.Doc), "", "", x.ID)
	}
	for _, x := range d.Ontology.Entities {
		add(say("entity type"), x.ID, x.Zh, x.En, say(x.Doc), "", "", x.ID)
	}
	for _, l := range left {
		add(say("left out of "+titleOf("dyad-months", say)), say(fmt.Sprintf("%d facts", l.Facts)), "", "", say(l.Why), "", "", "")
	}
	return t
}
