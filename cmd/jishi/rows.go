package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"slices"
	"strconv"
	"strings"

	"jishi/graph"
	"jishi/graph/export"
)

// rowFormats are the ways to print rows.
func rowFormats() []string { return []string{"table", "json", "csv"} }

// sheetFormats are those of commands that write a workbook too.
func sheetFormats() []string { return append(rowFormats(), "xlsx") }

// whole reads a number that has no fraction and that every program holds exactly.
func whole(v any) (int, bool) {
	switch v := v.(type) {
	case int:
		return v, true
	case json.Number:
		n, err := strconv.Atoi(v.String())
		return n, err == nil && max(n, -n) < 1<<53
	}
	return 0, false
}

// writeRows prints rows in one of rowFormats.
func writeRows(w io.Writer, format string, rows graph.Rows) error {
	switch format {
	case "json":
		return writeJSON(w, rows)
	case "csv":
		return export.WriteCSV(w, rows, false, cellText)
	}
	if len(rows.Columns) == 0 {
		return nil
	}
	t := table{columns: rows.Columns}
	for _, row := range rows.Rows {
		t.rows = append(t.rows, cells(row))
	}
	return t.write(w)
}

// writeJSON prints one array, an object a row, a row a line; keys in the order of the columns.
func writeJSON(w io.Writer, rows graph.Rows) error {
	var b bytes.Buffer
	b.WriteString("[")
	for i, row := range rows.Rows {
		if i > 0 {
			b.WriteString(",")
		}
		b.WriteString("\n  {")
		for j, cell := range row {
			if j > 0 {
				b.WriteString(", ")
			}
			if err := appendJSON(&b, rows.Columns[j]); err != nil {
				return err
			}
			b.WriteString(": ")
			if err := appendJSON(&b, cell); err != nil {
				return err
			}
		}
		b.WriteString("}")
	}
	if len(rows.Rows) > 0 {
		b.WriteString("\n")
	}
	b.WriteString("]\n")
	_, err := w.Write(b.Bytes())
	return err
}

func appendJSON(b *bytes.Buffer, v any) error {
	enc := json.NewEncoder(b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(v); err != nil {
		return fmt.Errorf("a value that JSON cannot hold: %w", err)
	}
	b.Truncate(b.Len() - 1) // the encoder's line feed
	return nil
}

func cells(row []any) []string {
	out := make([]string, len(row))
	for i, v := range row {
		out[i] = cellText(v)
	}
	return out
}

// cellText writes a value for people: a list by its members, an object by its keys and values.
func cellText(v any) string {
	switch v := v.(type) {
	case nil:
		return ""
	case string:
		return v
	case float64:
		return strconv.FormatFloat(v, 'f', -1, 64)
	case []any:
		parts := make([]string, len(v))
		for i, one := range v {
			parts[i] = cellText(one)
		}
		return strings.Join(parts, ", ")
	case map[string]any:
		var parts []string
		for _, key := range slices.Sorted(maps.Keys(v)) {
			parts = append(parts, key+"="+cellText(v[key]))
		}
		return strings.Join(parts, " ")
	}
	return fmt.Sprint(v)
}
