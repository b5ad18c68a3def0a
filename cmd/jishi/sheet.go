package main

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"
)

// A sheet is a table that people fill in with a spreadsheet program: rows of text, the first with the columns' names.

const byteOrderMark = "\ufeff" // without it, Excel takes a CSV file for one in the system's old encoding

// sheetName refuses a name by which it cannot be told how to write.
func sheetName(path string) error {
	switch strings.ToLower(filepath.Ext(path)) {
	case ".csv", ".xlsx":
		return nil
	}
	if path == "-" {
		return nil
	}
	return fmt.Errorf("-o %s: let its name end in .csv or .xlsx", path)
}

// writeSheet writes a file, CSV or XLSX by its name; "-" is out.
func writeSheet(out io.Writer, path string, rows [][]string) error {
	if path == "-" {
		return sheetCSV(out, rows)
	}
	var b bytes.Buffer
	write := sheetCSV
	if strings.EqualFold(filepath.Ext(path), ".xlsx") {
		write = sheetXLSX
	}
	if err := write(&b, rows); err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	switch {
	case os.IsExist(err):
		return fmt.Errorf("%s: is there already, and may hold your work; give another name with -o, or delete it", path)
	case err != nil:
		return fmt.Errorf("%s: cannot be written: %w", path, reason(err))
	}
	_, err = f.Write(b.Bytes())
	if closed := f.Close(); err == nil {
		err = closed
	}
	if err != nil {
		os.Remove(path)
		return fmt.Errorf("%s: cannot be written: %w", path, reason(err))
	}
	return nil
}

func sheetCSV(w io.Writer, rows [][]string) error {
	if _, err := io.WriteString(w, byteOrderMark); err != nil {
		return err
	}
	out := csv.NewWriter(w)
	out.UseCRLF = true
	for _, row := range rows {
		cells := make([]string, len(row))
		for i, cell := range row {
			cells[i] = noFormula(oneLine(cell))
		}
		if err := out.Write(cells); err != nil {
			return err
		}
	}
	out.Flush()
	return out.Error()
}

// noFormula keeps a spreadsheet from taking words of a text for a formula.
func noFormula(cell string) string {
	if cell != "" && strings.ContainsRune("=+-@", rune(cell[0])) {
		return "'" + cell
	}
	return cell
}

// sheetXLSX writes all cells as text, so that no program makes a number or a date of an id.
func sheetXLSX(w io.Writer, rows [][]string) error {
	f := excelize.NewFile()
	defer f.Close()
	const sheet = "Sheet1"
	for i, row := range rows {
		for j, cell := range row {
			name, err := excelize.CoordinatesToCellName(j+1, i+1)
			if err != nil {
				return err
			}
			if err := f.SetCellStr(sheet, name, oneLine(cell)); err != nil {
				return err
			}
		}
	}
	if err := f.SetPanes(sheet, &excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"}); err != nil {
		return err
	}
	_, err := f.WriteTo(w)
	return err
}

// readSheet reads a CSV or XLSX file as a spreadsheet program saves it: of an XLSX file the first sheet; CSV in UTF-8,
// UTF-16 or GB18030, with commas, semicolons or tabs.
func readSheet(path string) ([][]string, error) {
	raw, err := os.ReadFile(path)
	if err != nil {
		return nil, fmt.Errorf("%s: cannot be read: %w", path, reason(err))
	}
	if bytes.HasPrefix(raw, []byte("PK\x03\x04")) {
		return readXLSX(path, raw)
	}
	text, err := sheetText(raw)
	if err != nil {
		return nil, fmt.Errorf("%s: is no table: neither XLSX nor text in UTF-8 or GB18030; save it as CSV UTF-8 or XLSX", path)
	}
	r := csv.NewReader(strings.NewReader(text))
	r.Comma, r.FieldsPerRecord, r.LazyQuotes = separator(text), -1, true
	rows, err := r.ReadAll()
	if err != nil {
		return nil, fmt.Errorf("%s: %w; save it as CSV UTF-8 or XLSX", path, err)
	}
	return rows, nil
}

func readXLSX(path string, raw []byte) ([][]string, error) {
	const most = 64 << 20 // bytes, unpacked
	f, err := excelize.OpenReader(bytes.NewReader(raw), excelize.Options{UnzipSizeLimit: most, UnzipXMLSizeLimit: most})
	if err != nil {
		return nil, fmt.Errorf("%s: is no XLSX table: %w; save it anew, or as CSV UTF-8", path, err)
	}
	defer f.Close()
	rows, err := f.GetRows(f.GetSheetName(0))
	if err != nil {
		return nil, fmt.Errorf("%s: its first sheet cannot be read: %w; save it as CSV UTF-8", path, err)
	}
	return rows, nil
}

func sheetText(raw []byte) (string, error) {
	decoder := simplifiedchinese.GB18030.NewDecoder()
	switch {
	case bytes.HasPrefix(raw, []byte("\xff\xfe")) || bytes.HasPrefix(raw, []byte("\xfe\xff")):
		decoder = unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewDecoder()
	case utf8.Valid(raw):
		return strings.TrimPrefix(string(raw), byteOrderMark), nil
	}
	text, err := decoder.Bytes(raw)
	if err == nil && bytes.ContainsRune(text, utf8.RuneError) {
		err = fmt.Errorf("holds what is no text")
	}
	return string(text), err
}

// separator is the sign that the first line has most.
func separator(text string) rune {
	line, _, _ := strings.Cut(text, "\n")
	best := ','
	for _, r := range ";\t" {
		if strings.Count(line, string(r)) > strings.Count(line, string(best)) {
			best = r
		}
	}
	return best
}
