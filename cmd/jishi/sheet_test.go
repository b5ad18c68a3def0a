package main

import (
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"

	"jishi/graph/export"
)

// What was written is read back, whatever a spreadsheet program made of the encoding and the separator.
func TestSheet(t *testing.T) {
	rows := [][]string{{"mark", "sentence"}, {"1", "挪威同智利通电话，“顺利”, 会后"}, {"", "会"}}
	table := export.Table{Name: "sample", Columns: []export.Column{{Name: "mark"}, {Name: "sentence"}}, Rows: [][]any{{1, rows[1][1]}, {"", "会"}}}
	dir := t.TempDir()
	for _, name := range []string{"a.csv", "b.xlsx"} {
		path := filepath.Join(dir, name)
		if err := writeSheet(nil, path, table); err != nil {
			t.Fatal(err)
		}
		if got, err := readSheet(path); err != nil || !reflect.DeepEqual(got, rows) {
			t.Errorf("%s: %q %v", name, got, err)
		}
		if err := writeSheet(nil, path, table); err == nil || !strings.Contains(err.Error(), "is there already") {
			t.Errorf("%s is written over: %v", name, err)
		}
	}
	gbk, err := simplifiedchinese.GBK.NewEncoder().String("mark;sentence\r\n1;\"挪威同智利通电话，“顺利”, 会后\"\r\n;会\r\n")
	if err != nil {
		t.Fatal(err)
	}
	utf16, err := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().String("mark\tsentence\n1\t挪威同智利通电话，“顺利”, 会后\n\t会\n")
	if err != nil {
		t.Fatal(err)
	}
	for name, text := range map[string]string{"gbk.csv": gbk, "utf16.txt": utf16} {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		if got, err := readSheet(path); err != nil || !reflect.DeepEqual(got, rows) {
			t.Errorf("%s: %q %v", name, got, err)
		}
	}
}

func FuzzReadSheet(f *testing.F) {
	f.Add([]byte("mark,relation\n1,called\n"))
	f.Add([]byte("PK\x03\x04"))
	f.Add([]byte("\xff\xfea\x00"))
	dir := f.TempDir()
	f.Fuzz(func(t *testing.T, raw []byte) {
		path := filepath.Join(dir, "x")
		if err := os.WriteFile(path, raw, 0o644); err != nil {
			t.Fatal(err)
		}
		if _, err := readSheet(path); err != nil && !strings.HasPrefix(err.Error(), path+": ") {
			t.Error(err)
		}
	})
}
