package main

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/rivo/uniseg"

	"jishi/schema/datafile"
)

// The carets stand below what is at fault, whatever the width of what stands before it.
func TestExcerpt(t *testing.T) {
	for _, c := range []struct {
		name    string
		problem datafile.Problem
		want    string
	}{
		{"narrow", datafile.Problem{Line: 3, Column: 3, Length: 2, Source: "abcdef"}, "  3 | abcdef\n    |   ^^\n"},
		{"wide before", datafile.Problem{Line: 3, Column: 3, Length: 2, Source: "甲乙cdef"}, "  3 | 甲乙cdef\n    |     ^^\n"},
		{"wide at fault", datafile.Problem{Line: 12, Column: 2, Length: 2, Source: "a甲乙丙"}, "  12 | a甲乙丙\n     |  ^^^^\n"},
		{"full-width marks", datafile.Problem{Line: 1, Column: 3, Length: 1, Source: "ａ，b"}, "  1 | ａ，b\n    |     ^\n"},
		{"a combining mark", datafile.Problem{Line: 1, Column: 3, Length: 1, Source: "e\u0301x"}, "  1 | e\u0301x\n    |  ^\n"},
		{"a tab", datafile.Problem{Line: 1, Column: 2, Length: 1, Source: "\tx"}, "  1 |  x\n    |  ^\n"},
		{"behind the end", datafile.Problem{Line: 1, Column: 9, Length: 4, Source: "甲"}, "  1 | 甲\n    |   ^\n"},
		{"no length", datafile.Problem{Line: 1, Column: 1, Source: "甲乙"}, "  1 | 甲乙\n    | ^^\n"},
		{"no line", datafile.Problem{Line: 1, Column: 1}, ""},
		{"no place", datafile.Problem{Source: "x"}, ""},
	} {
		if got := excerpt(c.problem); got != c.want {
			t.Errorf("%s: got\n%swant\n%s", c.name, got, c.want)
		}
	}
}

// Of a line that no screen holds, the part about the fault is shown.
func TestExcerptOfALongLine(t *testing.T) {
	line := strings.Repeat("甲", 5000) + "XY" + strings.Repeat("乙", 5000)
	for _, p := range []datafile.Problem{
		{Line: 1, Column: 5001, Length: 2, Source: line},
		{Line: 1, Column: 1, Length: 9999, Source: line},
		{Line: 1, Column: 10002, Length: 1, Source: line},
		{Line: 1, Column: 3, Length: 1, Source: "ab" + strings.Repeat("\u0301", 1<<20)},
	} {
		lines := strings.Split(excerpt(p), "\n")
		if w := uniseg.StringWidth(lines[0]); w > excerptWidth+20 {
			t.Errorf("column %d: %d places", p.Column, w)
		}
		if uniseg.StringWidth(lines[1]) > uniseg.StringWidth(lines[0])+1 {
			t.Errorf("column %d: the carets stand behind the line:\n%s\n%s", p.Column, lines[0], lines[1])
		}
	}
	shown := strings.Split(excerpt(datafile.Problem{Line: 1, Column: 5001, Length: 2, Source: line}), "\n")
	at := strings.Index(shown[0], "XY")
	if at < 0 || uniseg.StringWidth(shown[0][:at]) != strings.Index(shown[1], "^") {
		t.Errorf("the caret is not below XY:\n%s\n%s", shown[0], shown[1])
	}
}

// Faults of data files are shown in their line beside errors of other kinds.
func TestTellError(t *testing.T) {
	a := datafile.Problem{File: "a.yaml", Line: 2, Column: 1, Length: 3, Source: "zhh: x", Fault: "unknown key", Remedy: "mend it"}
	b := datafile.Problem{File: "a.yaml", Line: 1, Column: 1, Fault: "bad"}
	var out bytes.Buffer
	tellError(&out, partly{errors.Join(datafile.Problems{a, b}, fmt.Errorf("in.txt: %w", errors.New("no text")))})
	want := "a.yaml:1:1: bad\na.yaml:2:1: unknown key; mend it\n  2 | zhh: x\n    | ^^^\nin.txt: no text\n"
	if out.String() != want {
		t.Errorf("got\n%swant\n%s", out.String(), want)
	}
}
