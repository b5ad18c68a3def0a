package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"
	"golang.org/x/term"

	"jishi/graph"
	"jishi/graph/export"
)

// outputFlags say where results go, and whether a CSV is for Excel.
type outputFlags struct {
	file  string
	excel bool
}

func (o *outputFlags) add(cmd *cobra.Command) {
	cmd.Flags().StringVarP(&o.file, "output", "o", "", "file to write (default: standard output)")
	cmd.Flags().BoolVar(&o.excel, "excel", false, "CSV that Excel opens by a double click: byte order mark; an apostrophe before what it would change")
}

// check refuses what does not go together, before any work.
func (o outputFlags) check(format string, binary bool) error {
	if o.excel && format != "csv" {
		return fmt.Errorf("--excel goes with --format csv; --format xlsx needs no such care")
	}
	if binary && o.file == "" && term.IsTerminal(int(os.Stdout.Fd())) {
		return fmt.Errorf("--format %s is nothing for a terminal; name a file with -o FILE", format)
	}
	return nil
}

// write lets a function write the results. A file is there whole or not at all.
func (o outputFlags) write(e *env, write func(io.Writer) error) (err error) {
	if o.file == "" {
		return write(e.out)
	}
	f, err := os.CreateTemp(filepath.Dir(o.file), filepath.Base(o.file)+".*.tmp")
	if err != nil {
		return fmt.Errorf("%s: cannot be written: %w", o.file, reason(err))
	}
	defer func() {
		if err != nil {
			err = errors.Join(err, os.Remove(f.Name()))
		}
	}()
	if err := errors.Join(write(f), f.Chmod(0o644), f.Close()); err != nil {
		return err
	}
	if err := os.Rename(f.Name(), o.file); err != nil {
		return fmt.Errorf("%s: cannot be written; close the program that has it open, or name another file: %w", o.file, reason(err))
	}
	return nil
}

// rows writes a table in one of sheetFormats.
func (o outputFlags) rows(e *env, format, sheet string, rows graph.Rows) error {
	return o.write(e, func(w io.Writer) error {
		switch {
		case format == "xlsx":
			return export.WriteXLSX(w, sheetOf(sheet, rows))
		case o.excel:
			return export.WriteExcelCSV(w, rows, cellText)
		}
		return writeRows(w, format, rows)
	})
}

// sheetOf makes rows a sheet: whole numbers stay numbers, all else is text.
func sheetOf(name string, rows graph.Rows) export.Table {
	t := export.Table{Name: name}
	for _, c := range rows.Columns {
		t.Columns = append(t.Columns, export.Column{Name: c})
	}
	for _, row := range rows.Rows {
		cells := make([]any, len(row))
		for i, v := range row {
			cells[i] = cellText(v)
			if n, ok := whole(v); ok {
				cells[i] = n
			}
		}
		t.Rows = append(t.Rows, cells)
	}
	return t
}
