package main

import (
	"errors"
	"fmt"
	"io"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

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
	o.addFile(cmd)
	cmd.Flags().BoolVar(&o.excel, "excel", false, "CSV that Excel opens by a double click: byte order mark; an apostrophe before what it would change")
}

// addFile is for commands that write no CSV.
func (o *outputFlags) addFile(cmd *cobra.Command) {
	cmd.Flags().StringVarP(&o.file, "output", "o", "", "file to write; its ending says the format (default: standard output)")
}

// rowEndings are the endings of files in each of sheetFormats.
func rowEndings() map[string]string {
	return map[string]string{".txt": "table", ".json": "json", ".csv": "csv", ".xlsx": "xlsx"}
}

// fileFormats are the formats in which a command writes files.
type fileFormats struct {
	names   []string
	endings map[string]string // of files → names
	help    string            // a line for each
}

// listFormats makes fileFormats of a list of them; tell says what each is called, how its files end, and what it is for.
func listFormats[F any](all []F, tell func(F) (name, ending, doc string)) fileFormats {
	f, longest := fileFormats{endings: map[string]string{}}, 0
	for _, x := range all {
		name, ending, _ := tell(x)
		f.names = append(f.names, name)
		f.endings[ending] = name
		longest = max(longest, len(name))
	}
	for i, x := range all {
		_, _, doc := tell(x)
		f.help += fmt.Sprintf("\n  %-*s  %s", longest, f.names[i], doc)
	}
	return f
}

// configure reads the settings, and chooses the format.
func (o outputFlags) configure(cmd *cobra.Command, format *choice, endings map[string]string) (*configuration, error) {
	c, err := configure(cmd)
	if err != nil {
		return nil, err
	}
	return c, o.choose(cmd, format, endings)
}

// choose lets the ending of the file's name say the format where --format does not, and refuses what does not go
// together, before any work.
func (o outputFlags) choose(cmd *cobra.Command, format *choice, endings map[string]string) error {
	ending := strings.ToLower(filepath.Ext(o.file))
	if f, ok := endings[ending]; ok && !cmd.Flags().Changed("format") {
		format.value = f
	}
	if _, ok := endings[ending]; o.toFile() && !ok && ending != "" && !cmd.Flags().Changed("format") {
		return fmt.Errorf("-o %s: no format ends in %s; known are %s, or name one with --format", o.file, ending, strings.Join(slices.Sorted(maps.Keys(endings)), " "))
	}
	switch workbook := format.value == "xlsx"; {
	case o.excel && format.value != "csv":
		return fmt.Errorf("--excel goes with --format csv; --format xlsx needs no such care")
	case o.toFile() && workbook != (ending == ".xlsx"):
		return fmt.Errorf("-o %s: what --format %s writes would not open under that name; let it end in %s", o.file, format.value, endingOf(format.value, endings))
	case workbook && !o.toFile() && term.IsTerminal(int(os.Stdout.Fd())):
		return fmt.Errorf("--format xlsx is nothing for a terminal; name a file with -o FILE.xlsx")
	}
	return nil
}

func endingOf(format string, endings map[string]string) string {
	for ending, f := range endings {
		if f == format {
			return ending
		}
	}
	return "." + format
}

func (o outputFlags) toFile() bool { return o.file != "" && o.file != "-" }

// write lets a function write the results. A file is there whole or not at all; a device or a pipe is written to.
func (o outputFlags) write(e *env, write func(io.Writer) error) error {
	if !o.toFile() {
		return write(e.out)
	}
	path := o.file
	if at, err := filepath.EvalSymlinks(path); err == nil {
		path = at
	}
	if info, err := os.Stat(path); err == nil && !info.Mode().IsRegular() {
		f, err := os.OpenFile(path, os.O_WRONLY, 0)
		if err != nil {
			return fmt.Errorf("%s: cannot be written: %w", o.file, reason(err))
		}
		return errors.Join(write(f), f.Close())
	}
	return replace(path, write)
}

// replace writes a file beside the one that is wanted, then puts it in its place.
func replace(path string, write func(io.Writer) error) (err error) {
	if real, err := filepath.EvalSymlinks(path); err == nil { // what a link leads to is replaced, not the link
		path = real
	}
	f, err := os.CreateTemp(filepath.Dir(path), filepath.Base(path)+".*.tmp")
	if err != nil {
		return fmt.Errorf("%s: cannot be written: %w", path, reason(err))
	}
	defer func() {
		if err != nil {
			err = errors.Join(err, os.Remove(f.Name()))
		}
	}()
	if err := errors.Join(write(f), f.Chmod(0o644), f.Close()); err != nil {
		return err
	}
	if err := os.Rename(f.Name(), path); err != nil {
		return fmt.Errorf("%s: cannot be written; close the program that has it open, or name another file: %w", path, reason(err))
	}
	return nil
}

// writeNew writes a file that is not there yet, whole or not at all.
func writeNew(path string, text []byte) error {
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
	if err != nil {
		return err
	}
	_, err = f.Write(text)
	if err = errors.Join(err, f.Close()); err != nil {
		return errors.Join(err, os.Remove(path))
	}
	return nil
}

// rows writes a table in one of sheetFormats. labels is the language of its names, and of the titles of a workbook.
func (o outputFlags) rows(e *env, format, sheet, labels string, rows graph.Rows) error {
	return o.write(e, func(w io.Writer) error {
		switch {
		case format == "xlsx":
			say, err := sheetWords(labels)
			if err != nil {
				return err
			}
			return export.WriteXLSX(w, sheetOf(sheet, rows).Titled(say))
		case o.excel:
			return export.WriteCSV(w, rows, true, cellText)
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
