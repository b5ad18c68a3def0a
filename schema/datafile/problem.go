package datafile

import (
	"fmt"
	"sort"
	"strings"
)

// Problem is one fault of a data file: where, what, and what to do about it.
type Problem struct {
	File         string
	Line, Column int    // from 1, columns in characters; 0 where the fault has no place
	Length       int    // how many characters are at fault, where that is known
	Source       string // the line, where it is known
	Fault        string
	Remedy       string // "" when the fault says it all
}

// Error is FILE:LINE:COLUMN: fault; remedy.
func (p Problem) Error() string {
	var b strings.Builder
	b.WriteString(p.File)
	if p.Line > 0 {
		fmt.Fprintf(&b, ":%d:%d", p.Line, max(p.Column, 1))
	}
	b.WriteString(": " + p.Fault)
	if p.Remedy != "" {
		b.WriteString("; " + p.Remedy)
	}
	return b.String()
}

// Problems are all the faults of a set of files, reported at once.
type Problems []Problem

// Error is one line a problem, sorted by place.
func (ps Problems) Error() string {
	lines := make([]string, len(ps))
	for i, p := range ps.Sorted() {
		lines[i] = p.Error()
	}
	return strings.Join(lines, "\n")
}

// Sorted is a copy in order of file, line and column.
func (ps Problems) Sorted() Problems {
	out := append(Problems(nil), ps...)
	sort.SliceStable(out, func(i, j int) bool {
		a, b := out[i], out[j]
		if a.File != b.File {
			return a.File < b.File
		}
		if a.Line != b.Line {
			return a.Line < b.Line
		}
		if a.Column != b.Column {
			return a.Column < b.Column
		}
		return a.Fault < b.Fault
	})
	return out
}

// Err is nil when there is no problem, else the problems.
func (ps Problems) Err() error {
	if len(ps) == 0 {
		return nil
	}
	return ps
}
