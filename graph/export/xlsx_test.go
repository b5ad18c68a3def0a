package export

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// awkward is a table of all that programs are known to change: formulas, leading zeros, ids that look like numbers, days,
// spaces, line ends, quotes, signs outside the first plane.
func awkward() Table {
	return Table{Name: "awkward", Columns: []Column{{Name: "甲"}, {Name: "n"}, {Name: "b"}}, Rows: [][]any{
		{"=1+1", 1, "041"}, {"-药品", -20, "653e12"}, {"@x", 0, "2020-03"}, {"+86", 7, "2-8"}, {" 前后 ", 1 << 40, "2020-03-26"}, {"两\n行", 2, "_x_"},
		{`"引"，,;`, 3, "TRUE"}, {"𠮷&<>'", 4, "--05-03"}, {"", 5, "1234567890123456"}, {"a\tb", 6, "0.50"},
	}}
}

// seen is a table as a reader must give it: header and all cells as text.
func seen(t Table) [][]string {
	rows := [][]string{t.Plain().Columns}
	for _, row := range t.Rows {
		var line []string
		for _, cell := range row {
			line = append(line, fmt.Sprint(cell))
		}
		rows = append(rows, line)
	}
	return rows
}

func same(t *testing.T, who string, got, want [][]string) {
	t.Helper()
	if len(got) != len(want) {
		t.Errorf("%s: %d rows, want %d", who, len(got), len(want))
		return
	}
	for i := range want {
		if !slices.Equal(got[i], want[i]) {
			t.Errorf("%s, row %d:\n%q, want\n%q", who, i+1, got[i], want[i])
		}
	}
}

// outside runs a program that reads a file of ours.
func outside(t *testing.T, name string, args ...string) string {
	t.Helper()
	var faults bytes.Buffer
	cmd := exec.Command(name, args...)
	cmd.Stderr = &faults
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("%s (make tools installs what is missing): %v\n%s", name, err, &faults)
	}
	return string(out)
}

func file(t *testing.T, name string, write func(f *os.File) error) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	f, err := os.Create(path)
	if err == nil {
		err = write(f)
	}
	if err == nil {
		err = f.Close()
	}
	if err != nil {
		t.Fatal(err)
	}
	return path
}

// openpyxl prints each sheet as lists of cells; a whole number comes as one, so that text and numbers do not mix.
const openpyxl = `
import json, sys, openpyxl
book = openpyxl.load_workbook(sys.argv[1])
rows = {s.title: [[c.value for c in r] for r in s.iter_rows()] for s in book.worksheets}
assert all(c.data_type != "f" for s in book.worksheets for r in s.iter_rows() for c in r)
print(json.dumps([book.sheetnames, rows]))`

// TestWorkbookReadBack: two programs read from each sheet what was written, cell by cell.
func TestWorkbookReadBack(t *testing.T) {
	tables, err := Tables(load(t, Selection{}))
	if err != nil {
		t.Fatal(err)
	}
	tables = append(tables, awkward())
	path := file(t, "world.xlsx", func(f *os.File) error { return WriteXLSX(f, tables...) })
	var names []string
	sheets := map[string][][]any{}
	out := json.NewDecoder(strings.NewReader(outside(t, "/usr/bin/python3", "-c", openpyxl, path)))
	out.UseNumber()
	if err := out.Decode(&[]any{&names, &sheets}); err != nil {
		t.Fatal(err)
	}
	if got := strings.Join(names, " "); got != "facts events actors dyad-months codebook awkward" {
		t.Errorf("sheets %s", got)
	}
	office := libreOffice(t, path)
	for _, table := range tables {
		for j, row := range sheets[table.Name] {
			for k, cell := range row {
				_, number := cell.(json.Number)
				if j == 0 || cell == nil {
					continue
				}
				if _, want := table.Rows[j-1][k].(int); number != want {
					t.Errorf("openpyxl, %s row %d column %d: %v is a number: %v, want %v", table.Name, j+1, k+1, cell, number, want)
				}
			}
		}
		same(t, "openpyxl, "+table.Name, plain(sheets[table.Name]), seen(table))
		same(t, "LibreOffice, "+table.Name, office[table.Name], seen(table))
	}
}

// libreOffice gives what LibreOffice reads from a workbook, the cells of each sheet; or from a CSV, of which it makes
// formulas, numbers and days as it does when somebody opens it.
func libreOffice(t *testing.T, path string) map[string][][]string {
	t.Helper()
	dir := t.TempDir()
	const (
		opened     = "--infilter=CSV:44,34,76,1,,0,false,true"                                        // comma, quote, UTF-8, numbers detected
		everySheet = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1" // values, not what is shown
	)
	outside(t, "soffice", "-env:UserInstallation=file://"+filepath.Join(dir, "settings"), "--headless", opened, "--convert-to", everySheet, "--outdir", dir, path)
	files, err := filepath.Glob(filepath.Join(dir, "*.csv"))
	if err != nil || len(files) == 0 {
		t.Fatalf("LibreOffice gave nothing: %v", err)
	}
	sheets := map[string][][]string{}
	for _, f := range files {
		raw, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		sheet := strings.TrimPrefix(strings.TrimSuffix(filepath.Base(f), ".csv"), strings.TrimSuffix(filepath.Base(path), filepath.Ext(path))+"-")
		if sheets[sheet], err = csv.NewReader(bytes.NewReader(raw)).ReadAll(); err != nil {
			t.Fatal(err)
		}
	}
	return sheets
}

func plain(rows [][]any) (out [][]string) {
	for _, row := range rows {
		line := make([]string, len(row))
		for i, cell := range row {
			if cell != nil {
				line[i] = fmt.Sprint(cell)
			}
		}
		out = append(out, line)
	}
	return out
}

// TestWorkbookSameBytes: the same store gives the same file.
func TestWorkbookSameBytes(t *testing.T) {
	d := load(t, Selection{})
	first := written(t, "xlsx", d)
	for range 5 {
		if written(t, "xlsx", d) != first {
			t.Fatal("two workbooks of one store differ")
		}
	}
}

// TestFitting: what is longer than a cell can be says so; signs of two units are not torn.
func TestFitting(t *testing.T) {
	for _, unit := range []string{"a", "字", "𠮷"} {
		got := fitting(strings.Repeat(unit, 40_000))
		if n := len([]rune(got)); n > 32_767 || !strings.HasSuffix(got, "the CSV has all)") || strings.ContainsRune(got, '\ufffd') {
			t.Errorf("%s: %d characters, …%s", unit, n, got[len(got)-60:])
		}
	}
	if whole := strings.Repeat("字", 32_767); fitting(whole) != whole {
		t.Error("what fits was cut")
	}
}

// TestCSVReadBack: two programs read from the CSV what was written, cell by cell; Python and LibreOffice read Excel's, of
// which a spreadsheet changes nothing.
func TestCSVReadBack(t *testing.T) {
	d := load(t, Selection{})
	table, err := facts(d)
	if err != nil {
		t.Fatal(err)
	}
	want := seen(table)
	const python = `
import csv, json, sys
print(json.dumps(list(csv.reader(open(sys.argv[1], encoding=sys.argv[2], newline="")))))`
	path := file(t, "world.csv", func(f *os.File) error { return writeCSV(f, d) })
	same(t, "python", decoded(t, outside(t, "/usr/bin/python3", "-c", python, path, "utf-8")), want)
	lines := outside(t, "sqlite3", ":memory:", ".mode csv", ".import '"+path+"' facts", ".headers on", ".mode json", "SELECT * FROM facts")
	same(t, "sqlite3", objects(t, lines, want[0]), want)

	excel := awkward()
	path = file(t, "excel.csv", func(f *os.File) error {
		return WriteCSV(f, excel.Plain(), true, func(v any) string { return fmt.Sprint(v) })
	})
	raw, err := os.ReadFile(path)
	if err != nil || !bytes.HasPrefix(raw, []byte(byteOrderMark)) || !bytes.Contains(raw, []byte("\r\n")) {
		t.Errorf("no mark, or no CRLF: %q, %v", raw[:min(len(raw), 20)], err)
	}
	want = seen(excel)
	for _, row := range want[1:] {
		row[0], row[2] = unchanged()(row[0]), unchanged()(row[2])
	}
	for _, table := range libreOffice(t, path) {
		same(t, "LibreOffice, Excel's", table, want)
	}
	same(t, "python, Excel's", decoded(t, outside(t, "/usr/bin/python3", "-c", python, path, "utf-8-sig")), unbroken(want))
}

// unbroken writes line breaks within a cell as CSV for Excel has them.
func unbroken(rows [][]string) [][]string {
	for _, row := range rows {
		for i := range row {
			row[i] = strings.ReplaceAll(row[i], "\n", "\r\n")
		}
	}
	return rows
}

func decoded(t *testing.T, text string) (rows [][]string) {
	t.Helper()
	if err := json.Unmarshal([]byte(text), &rows); err != nil {
		t.Fatal(err)
	}
	return rows
}

// objects are rows as sqlite3 prints them.
func objects(t *testing.T, text string, columns []string) [][]string {
	t.Helper()
	var list []map[string]string
	if err := json.Unmarshal([]byte(text), &list); err != nil {
		t.Fatalf("%v: %s", err, text)
	}
	rows := [][]string{columns}
	for _, o := range list {
		var row []string
		for _, c := range columns {
			row = append(row, o[c])
		}
		rows = append(rows, row)
	}
	return rows
}
