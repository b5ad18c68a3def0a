package export

import (
	"archive/zip"
	"bytes"
	"cmp"
	"fmt"
	"io"
	"slices"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"
)

// WriteXLSX writes a workbook with a sheet each. Text is text, never a formula or a day that a program made of it; control
// characters, which no workbook can hold, go. The same tables give the same bytes. More rows than a sheet can have are an
// error that says so.
func WriteXLSX(w io.Writer, tables ...Table) error {
	f := excelize.NewFile()
	defer f.Close()
	for i, t := range tables {
		if len(t.Rows) >= excelize.TotalRows {
			return fmt.Errorf("sheet %s: %d rows, and a sheet of XLSX can have %d; select less (--since, --relation …), or take --format csv", t.Name, len(t.Rows), excelize.TotalRows-1)
		}
		if i == 0 {
			if err := f.SetSheetName("Sheet1", t.Name); err != nil {
				return err
			}
		} else if _, err := f.NewSheet(t.Name); err != nil {
			return err
		}
		if err := writeSheet(f, t); err != nil {
			return fmt.Errorf("sheet %s: %w", t.Name, err)
		}
	}
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		return err
	}
	return inOrder(w, b.Bytes())
}

// writeSheet writes a head that stays in view, and the rows below it.
func writeSheet(f *excelize.File, t Table) error {
	out, err := f.NewStreamWriter(t.Name)
	if err != nil {
		return err
	}
	bold, err := f.NewStyle(&excelize.Style{Font: &excelize.Font{Bold: true}})
	if err != nil {
		return err
	}
	head := make([]any, len(t.Columns))
	for i, c := range t.Columns {
		head[i] = excelize.Cell{StyleID: bold, Value: c.Name}
		if err := out.SetColWidth(i+1, i+1, widthOf(t, i)); err != nil {
			return err
		}
	}
	if err := out.SetPanes(&excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"}); err != nil {
		return err
	}
	if err := out.SetRow("A1", head); err != nil {
		return err
	}
	for i, row := range t.Rows {
		cells := make([]any, len(row))
		for j, cell := range row {
			cells[j] = cell
			if s, ok := cell.(string); ok {
				cells[j] = nil
				if s = fitting(visible(s)); s != "" {
					cells[j] = s
				}
			}
		}
		if err := out.SetRow(fmt.Sprintf("A%d", i+2), cells); err != nil {
			return err
		}
	}
	return out.Flush()
}

// widthOf is enough for the first rows of a column, up to a line of 60 characters.
func widthOf(t Table, column int) float64 {
	widest := len(t.Columns[column].Name)
	for _, row := range t.Rows[:min(len(t.Rows), 100)] {
		widest = max(widest, len(fmt.Sprint(row[column]))*2/3) // a Chinese character has three bytes and two places
	}
	return float64(min(widest, 60) + 2)
}

// fitting cuts what is longer than a cell can be, and says so in it.
func fitting(s string) string {
	const mark = " … (cut: longer than a cell can be; the CSV has all)"
	if len(s) <= excelize.TotalCellChars {
		return s
	}
	units := 0
	for i, r := range s {
		if units += utf16.RuneLen(r); units > excelize.TotalCellChars {
			return cut(s[:i], len([]rune(mark))) + mark
		}
	}
	return s
}

// cut takes n characters away from the end.
func cut(s string, n int) string {
	for range n {
		_, size := utf8.DecodeLastRuneInString(s)
		s = s[:len(s)-size]
	}
	return s
}

// inOrder packs the parts of a workbook anew, in one order and without a time: excelize takes them as a map gives them.
func inOrder(w io.Writer, workbook []byte) error {
	r, err := zip.NewReader(bytes.NewReader(workbook), int64(len(workbook)))
	if err != nil {
		return err
	}
	const first = "[Content_Types].xml" // some readers look for it there
	slices.SortFunc(r.File, func(a, b *zip.File) int {
		switch first {
		case a.Name:
			return -1
		case b.Name:
			return 1
		}
		return cmp.Compare(a.Name, b.Name)
	})
	out := zip.NewWriter(w)
	for _, f := range r.File {
		if err := repack(out, f); err != nil {
			return err
		}
	}
	return out.Close()
}

func repack(out *zip.Writer, f *zip.File) error {
	from, err := f.Open()
	if err != nil {
		return err
	}
	defer from.Close()
	to, err := out.CreateHeader(&zip.FileHeader{Name: f.Name, Method: zip.Deflate})
	if err != nil {
		return err
	}
	_, err = io.Copy(to, from)
	return err
}
