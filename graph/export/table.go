package export

import (
	"jishi/graph"
)

// Table is a table with what its columns mean. A cell is a string or an int.
type Table struct {
	Name    string // of its sheet
	Columns []Column
	Rows    [][]any
}

// Column is a column's name and what it holds, in English and Chinese.
type Column struct{ Name, En, Zh string }

// Plain gives the table as rows without the meaning of their columns.
func (t Table) Plain() graph.Rows {
	rows := graph.Rows{Rows: t.Rows}
	for _, c := range t.Columns {
		rows.Columns = append(rows.Columns, c.Name)
	}
	return rows
}
