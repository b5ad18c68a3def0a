package export

import (
	"bufio"
	"encoding/csv"
	"io"
	"regexp"
	"strconv"
	"strings"

	"jishi/graph"
)

// byteOrderMark tells Excel that a CSV file is UTF-8.
const byteOrderMark = "\ufeff"

// newCSV begins a CSV file. For Excel it has a byte order mark and CRLF, and guard keeps every cell as it is.
func newCSV(w io.Writer, excel bool) (guard func(string) string, out *csv.Writer, buf *bufio.Writer, err error) {
	buf = bufio.NewWriter(w)
	guard, out = harmless, csv.NewWriter(buf)
	if excel {
		guard, out.UseCRLF = unchanged(), true
		_, err = buf.WriteString(byteOrderMark)
	}
	return guard, out, buf, err
}

// WriteExcelCSV writes rows as Excel opens them by a double click. text shows a cell that is no string; numbers stay.
func WriteExcelCSV(w io.Writer, rows graph.Rows, text func(any) string) error {
	guard, out, buf, err := newCSV(w, true)
	if err != nil {
		return err
	}
	if err := out.Write(rows.Columns); err != nil {
		return err
	}
	line := make([]string, len(rows.Columns))
	for _, row := range rows.Rows {
		for i, cell := range row {
			line[i] = text(cell)
			if _, isText := cell.(string); isText {
				line[i] = guard(line[i])
			}
		}
		if err := out.Write(line); err != nil {
			return err
		}
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

// unchanged gives what puts an apostrophe before all that Excel would change as it reads: formulas; ids such as 653e12 and
// codes such as 041, of which it makes other numbers; 2020-03 and 2-8, of which it makes days. Whole days and plain
// numbers stay.
func unchanged() func(string) string {
	days := regexp.MustCompile(`^[0-9]{1,4}[-/][0-9]{1,2}$`)
	return func(cell string) string {
		if h := harmless(cell); h != cell {
			return h
		}
		n, err := strconv.ParseFloat(cell, 64)
		if err == nil && strconv.FormatFloat(n, 'f', -1, 64) != cell || len(cell) > 15 && err == nil || days.MatchString(cell) {
			return "'" + cell
		}
		return cell
	}
}
