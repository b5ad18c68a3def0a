package export

import (
	"bufio"
	"encoding/csv"
	"io"

	"jishi/graph"
	"jishi/schema"
)

// csvFile is a CSV file that is being written: RFC 4180 in UTF-8. For programs every cell is what it is, and a line feed
// ends a row; for Excel there are a byte order mark and CRLF, and guard keeps cells from being changed.
type csvFile struct {
	buf   *bufio.Writer
	out   *csv.Writer
	guard func(string) string
}

func newCSV(w io.Writer, excel bool) (*csvFile, error) {
	buf := bufio.NewWriter(w)
	c := &csvFile{buf: buf, out: csv.NewWriter(buf), guard: func(cell string) string { return cell }}
	if !excel {
		return c, nil
	}
	c.guard, c.out.UseCRLF = unchanged(), true
	_, err := buf.WriteString(byteOrderMark)
	return c, err
}

// text writes a row of words.
func (c *csvFile) text(row []string) error {
	for i := range row {
		row[i] = c.guard(row[i])
	}
	return c.out.Write(row)
}

func (c *csvFile) close() error {
	c.out.Flush()
	if err := c.out.Error(); err != nil {
		return err
	}
	return c.buf.Flush()
}

// WriteCSV writes rows with a header, for programs or as Excel opens them by a double click. text shows a cell.
func WriteCSV(w io.Writer, rows graph.Rows, excel bool, text func(any) string) error {
	c, err := newCSV(w, excel)
	if err != nil {
		return err
	}
	line := make([]string, len(rows.Columns))
	if copy(line, rows.Columns) > 0 {
		if err := c.text(line); err != nil {
			return err
		}
	}
	for _, row := range rows.Rows {
		for i, cell := range row {
			line[i] = text(cell)
			if _, words := cell.(string); words { // a number below zero is no formula
				line[i] = c.guard(line[i])
			}
		}
		if err := c.out.Write(line); err != nil {
			return err
		}
	}
	return c.close()
}

// writeCSV writes one fact a row.
func writeCSV(w io.Writer, d Data) error {
	c, err := newCSV(w, d.Excel)
	if err != nil {
		return err
	}
	cols := columns(d)
	row := make([]string, len(cols))
	for i, x := range cols {
		row[i] = x.Name
	}
	if err := c.text(row); err != nil {
		return err
	}
	err = eachRecord(d, func(f schema.Fact, r schema.FactRecord) error {
		for i, x := range cols {
			row[i] = x.cell(d, f, r)
		}
		return c.text(row)
	})
	if err != nil {
		return err
	}
	return c.close()
}
