package main

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"

	"jishi/graph/export"
)

// A sheet is a table that people fill in with a spreadsheet program: its first row names the columns.

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

// writeSheet writes a file that is not there yet, XLSX or CSV for Excel by its name; "-" is out.
func writeSheet(out io.Writer, path string, t export.Table) error {
	if path == "-" {
		return export.WriteCSV(out, t.Plain(), true, cellText)
	}
	var b bytes.Buffer
	var err error
	if strings.EqualFold(filepath.Ext(path), ".xlsx") {
		err = export.WriteXLSX(&b, t)
	} else {
		err = export.WriteCSV(&b, t.Plain(), true, cellText)
	}
	if err == nil {
		err = writeNew(path, b.Bytes())
	}
	switch {
	case errors.Is(err, fs.ErrExist):
		return fmt.Errorf("%s: is there already, and may hold your work; give another name with -o, or delete it", path)
	case err != nil:
		return fmt.Errorf("%s: cannot be written: %w", path, reason(err))
	}
	return nil
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
		return strings.TrimPrefix(string(raw), "\ufeff"), nil
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
