package main

import (
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/rivo/uniseg"

	"jishi/schema/datafile"
)

// tellError prints an error. Faults of data files, wherever they stand among others, are shown in their line.
func tellError(w io.Writer, err error) {
	switch err := err.(type) {
	case partly:
		tellError(w, err.error)
	case interface{ Unwrap() []error }:
		for _, one := range err.Unwrap() {
			tellError(w, one)
		}
	case datafile.Problems:
		for _, p := range err.Sorted() {
			fmt.Fprint(w, p.Error(), "\n", excerpt(p))
		}
	default:
		fmt.Fprintln(w, err)
	}
}

// excerptWidth is how many places of a terminal an excerpt takes at most, its margin aside.
const excerptWidth = 100

// excerpt is the line that a fault is in, with carets below what is at fault; "" where the line is not known. A Chinese
// character takes two places of a terminal, so carets are set by width. Of a long line it is the part about the fault.
func excerpt(p datafile.Problem) string {
	if p.Source == "" || p.Column < 1 {
		return ""
	}
	line := []rune(visible(p.Source))
	at := min(p.Column-1, len(line))
	end := min(at+max(p.Length, 1), len(line))
	from, to := window(line, at, end)
	before, after := "", ""
	if from > 0 {
		before = "…"
	}
	if to < len(line) {
		after = "…"
	}
	number := strconv.Itoa(p.Line)
	blanks := uniseg.StringWidth(before + string(line[from:at]))
	carets := max(uniseg.StringWidth(string(line[at:min(end, to)])), 1)
	return fmt.Sprintf("  %s | %s%s%s\n  %s | %s%s\n", number, before, string(line[from:to]), after,
		strings.Repeat(" ", len(number)), strings.Repeat(" ", blanks), strings.Repeat("^", carets))
}

// window is the part of a line to show: all of it, or what lies about a stretch of it.
func window(line []rune, at, end int) (from, to int) {
	width := func(from, to int) int { return uniseg.StringWidth(string(line[from:to])) }
	if len(line) <= excerptWidth && width(0, len(line)) <= excerptWidth {
		return 0, len(line)
	}
	from = max(0, at-excerptWidth)
	for from < at && width(from, at) > excerptWidth/3 {
		from++
	}
	most := min(len(line), from+2*excerptWidth) // of what has no width, too
	for to = from; to < most && width(from, to+1) <= excerptWidth; {
		to++
	}
	if to == len(line) { // the end of the line has room for more before it
		for from > 0 && width(from-1, to) <= excerptWidth {
			from--
		}
	}
	return from, max(to, min(at, len(line)))
}

// visible puts a blank for each character that cannot be seen, so that the others stay where they are.
func visible(line string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' || r >= 0x7f && r < 0xa0 || r == utf8.RuneError || r == '\u2028' || r == '\u2029' {
			return ' '
		}
		return r
	}, line)
}
