package datafile

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"gopkg.in/yaml.v3"
)

// file is a data file as it was read: a problem shows the line that it is about.
type file struct {
	shown string // its name in messages
	raw   string

	searched int // bytes read in search of broken lines
}

// line is the text of a line, counted from 1, without its end; "" where there is none.
func (f *file) line(n int) string {
	if f == nil || n < 1 {
		return ""
	}
	rest, _, _ := strings.Cut(f.after(n-1), "\n")
	return strings.TrimPrefix(strings.TrimSuffix(rest, "\r"), "\ufeff")
}

// after is what follows a line.
func (f *file) after(n int) string {
	rest := f.raw
	for ; n > 0; n-- {
		end := strings.IndexByte(rest, '\n')
		if end < 0 {
			return ""
		}
		rest = rest[end+1:]
	}
	return rest
}

// problem is a fault at a line and column, of so many characters.
func (f *file) problem(line, column, length int, fault, remedy string) Problem {
	return Problem{File: f.shown, Line: line, Column: column, Length: length, Source: f.line(line), Fault: fault, Remedy: remedy}
}

// at is a fault of a node.
func (f *file) at(n *yaml.Node, fault, remedy string) Problem {
	return f.problem(n.Line, n.Column, f.extent(n), fault, remedy)
}

// extent is how many characters of its line a scalar takes, quotation marks included; 1 of all else.
func (f *file) extent(n *yaml.Node) int {
	if n.Kind != yaml.ScalarNode {
		return 1
	}
	rest := from(f.line(n.Line), n.Column)
	switch {
	case n.Style&(yaml.DoubleQuotedStyle|yaml.SingleQuotedStyle) != 0:
		for i, r := range rest {
			if i > 0 && byte(r) == rest[0] && (rest[0] == '\'' || rest[i-1] != '\\') {
				return utf8.RuneCountInString(rest[:i+1])
			}
		}
	case strings.HasPrefix(rest, n.Value):
		return max(1, utf8.RuneCountInString(n.Value))
	}
	return 1
}

// inside is a fault at a character of a scalar's value, counted from 0, where the file writes it: behind the quotation
// mark, over escapes, in a later line of a folded text. Where the file cannot be followed, it is the scalar's begin.
func (f *file) inside(n *yaml.Node, character int, fault, remedy string) Problem {
	c := f.open(n)
	value := []rune(n.Value)
	character = min(character, len(value))
	for _, want := range value[:character] {
		if unicode.IsSpace(want) { // blanks of any number, and line ends, are one blank to YAML: they are passed over
			continue
		}
		c.blanks()
		if !c.step(want) {
			return f.at(n, fault, remedy)
		}
	}
	if character < len(value) && !unicode.IsSpace(value[character]) {
		c.blanks()
	}
	return f.problem(c.line, c.column, 1, fault, remedy)
}

// cursor walks over a scalar as it is written.
type cursor struct {
	rest         string
	line, column int
	quote        byte // 0 if there is none
}

// open is the cursor at the first character of a scalar.
func (f *file) open(n *yaml.Node) cursor {
	c := cursor{line: n.Line, column: n.Column}
	c.rest = from(f.line(n.Line), n.Column) + "\n" + f.after(n.Line)
	switch {
	case n.Style&yaml.DoubleQuotedStyle != 0:
		c.quote = '"'
	case n.Style&yaml.SingleQuotedStyle != 0:
		c.quote = '\''
	case n.Style&(yaml.LiteralStyle|yaml.FoldedStyle) != 0: // the text begins on the line below | or >
		c.rest, c.line, c.column = f.after(n.Line), n.Line+1, 1
	}
	if c.quote != 0 {
		c.take()
	}
	return c
}

// take passes over a character.
func (c *cursor) take() {
	r, size := utf8.DecodeRuneInString(c.rest)
	c.rest = c.rest[size:]
	c.column++
	if r == '\n' {
		c.line, c.column = c.line+1, 1
	}
}

func (c *cursor) blanks() {
	for r, _ := utf8.DecodeRuneInString(c.rest); c.rest != "" && unicode.IsSpace(r); r, _ = utf8.DecodeRuneInString(c.rest) {
		c.take()
	}
}

// step passes over what writes a character of the value, and reports whether it does.
func (c *cursor) step(want rune) bool {
	width := 1
	switch {
	case c.quote == '\'' && strings.HasPrefix(c.rest, "''"):
		width = 2
	case c.quote == '"' && strings.HasPrefix(c.rest, `\`):
		width = 2
		if len(c.rest) > 1 {
			width += map[byte]int{'x': 2, 'u': 4, 'U': 8}[c.rest[1]]
		}
	}
	if r, _ := utf8.DecodeRuneInString(c.rest); c.rest == "" || width == 1 && r != want {
		return false
	}
	for range width {
		c.take()
	}
	return true
}

// from is a line from a column on.
func from(line string, column int) string {
	for i := range line {
		if column--; column == 0 {
			return line[i:]
		}
	}
	return ""
}
