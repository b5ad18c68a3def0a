package main

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/rivo/uniseg"

	"jishi/graph"
)

// TestTableAligns: a column begins at the same place of the terminal in each row, whatever widths stand before it.
func TestTableAligns(t *testing.T) {
	tab := table{columns: []string{"name", "item", "end"}, rows: [][]string{
		{"法国", "N95口罩", "X"}, {"a", "（１）", "X"}, {"é·–", "", "X"}, {"한국", "ひらがな", "X"}, {"line\nbreak\tand\x1b[31m", "x", "X"}, {"👩‍🔬", "z", "X"},
	}}
	var b strings.Builder
	if err := tab.write(&b); err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(strings.TrimSuffix(b.String(), "\n"), "\n")
	if len(lines) != len(tab.rows)+1 {
		t.Fatalf("%d lines:\n%s", len(lines), b.String())
	}
	want := uniseg.StringWidth(strings.TrimSuffix(lines[0], "end"))
	for _, l := range lines[1:] {
		if got := uniseg.StringWidth(strings.TrimSuffix(l, "X")); got != want {
			t.Errorf("the last column stands at %d, want %d: %q", got, want, l)
		}
	}
}

func sampleRows() graph.Rows {
	return graph.Rows{Columns: []string{"b", "a"}, Rows: [][]any{
		{"法国", nil}, {"<x> & \"y\", z", 3.0}, {[]any{"口罩", json.Number("30")}, map[string]any{"k": true, "j": 1.5}},
	}}
}

func TestWriteRows(t *testing.T) {
	for format, want := range map[string]string{
		"json":  "[\n  {\"b\": \"法国\", \"a\": null},\n  {\"b\": \"<x> & \\\"y\\\", z\", \"a\": 3},\n  {\"b\": [\"口罩\",30], \"a\": {\"j\":1.5,\"k\":true}}\n]\n",
		"csv":   "b,a\n法国,\n\"<x> & \"\"y\"\", z\",3\n\"口罩, 30\",j=1.5 k=true\n",
		"table": "b             a\n法国\n<x> & \"y\", z  3\n口罩, 30      j=1.5 k=true\n",
	} {
		var b strings.Builder
		if err := writeRows(&b, format, sampleRows()); err != nil || b.String() != want {
			t.Errorf("%s: %v\n%s\nwant\n%s", format, err, b.String(), want)
		}
	}
	var b strings.Builder
	if err := writeRows(&b, "json", graph.Rows{Columns: []string{"a"}}); err != nil || b.String() != "[]\n" {
		t.Errorf("no rows: %q, %v", b.String(), err)
	}
}

func TestPick(t *testing.T) {
	got, err := pick(sampleRows(), []string{"a", "b", "a"}, phrasebook{}.titled)
	if err != nil || len(got.Rows[1]) != 3 || got.Rows[1][0] != 3.0 || got.Rows[1][2] != 3.0 {
		t.Errorf("%v, %v", got, err)
	}
	if _, err := pick(sampleRows(), []string{"c"}, phrasebook{}.titled); err == nil || !strings.Contains(err.Error(), "there are b, a") {
		t.Error(err)
	}
}

func TestIsDay(t *testing.T) {
	for s, want := range map[string]bool{"2020": true, "2020-03": true, "2020-03-26": true, "2020-02-30": false, "": false, "20": false, "2020-3": false, "2020-03-26-1": false, "2020-00": false, "+020": false, "x": false} {
		if got := isDay(s); got != want {
			t.Errorf("%q: %v", s, got)
		}
	}
}
