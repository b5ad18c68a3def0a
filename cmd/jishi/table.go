package main

import (
	"io"
	"strings"

	"github.com/rivo/uniseg"
)

// table is text in columns. Chinese characters take two places of a terminal each, so widths are counted, not lengths.
type table struct {
	columns []string
	rows    [][]string
}

// write prints the columns' names and the rows, aligned; the last column is not padded. Line breaks and tabs in a cell
// become spaces, what else cannot be seen goes.
func (t table) write(w io.Writer) error {
	columns := t.columns
	if r, ok := w.(*results); ok {
		columns = r.words.titled(columns)
	}
	rows := append([][]string{columns}, t.rows...)
	widths := make([]int, len(t.columns))
	for r, row := range rows {
		shown := make([]string, len(row))
		for i, cell := range row {
			shown[i] = oneLine(cell)
			widths[i] = max(widths[i], uniseg.StringWidth(shown[i]))
		}
		rows[r] = shown
	}
	var b strings.Builder
	for _, row := range rows {
		b.Reset()
		for i, cell := range row {
			b.WriteString(cell)
			if i < len(row)-1 {
				b.WriteString(strings.Repeat(" ", widths[i]-uniseg.StringWidth(cell)+2))
			}
		}
		if _, err := io.WriteString(w, strings.TrimRight(b.String(), " ")+"\n"); err != nil {
			return err
		}
	}
	return nil
}

func oneLine(cell string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\t':
			return ' '
		case r < ' ' || r >= 0x7f && r < 0xa0:
			return -1
		}
		return r
	}, cell)
}
