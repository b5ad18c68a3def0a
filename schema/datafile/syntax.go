package datafile

import (
	"bytes"
	"errors"
	"io"
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"

	"gopkg.in/yaml.v3"
)

// parse gives the root of a file's one document, nil when there is none.
func (f *file) parse() (*yaml.Node, Problems) {
	root, second, err := document(f.raw)
	switch {
	case err != nil:
		return nil, Problems{f.syntax(err)}
	case second != nil:
		return nil, Problems{f.second(second)}
	}
	return root, nil
}

func (f *file) second(n *yaml.Node) Problem {
	return f.problem(n.Line, n.Column, 1, "a second document begins here", "remove the line ---")
}

// document reads YAML; second is the node of a second document.
func document(raw string) (root, second *yaml.Node, err error) {
	decoder := yaml.NewDecoder(bytes.NewReader([]byte(raw)))
	var doc, next yaml.Node
	if err := decoder.Decode(&doc); errors.Is(err, io.EOF) {
		return nil, nil, nil
	} else if err != nil {
		return nil, nil, err
	}
	if err := decoder.Decode(&next); err == nil {
		return nil, &next, nil
	} else if !errors.Is(err, io.EOF) {
		return nil, nil, err
	}
	if len(doc.Content) == 0 {
		return nil, nil, nil
	}
	return doc.Content[0], nil, nil
}

// searchable is how many bytes are read, again and again, in search of the lines that break the YAML of one file.
const searchable = 8 << 20

// syntax gives a fault of the YAML its place. The library names the line at which it gave up, or at which the list or
// record began that it could not end. The line that breaks the text is the one up to which no text is whole: behind
// the longest prefix that can be read.
func (f *file) syntax(err error) Problem {
	fault := strings.TrimPrefix(err.Error(), "yaml: ")
	line := 1
	if rest, ok := strings.CutPrefix(fault, "line "); ok {
		if number, text, ok := strings.Cut(rest, ": "); ok {
			if n, err := strconv.Atoi(number); err == nil {
				line, fault = n, text
			}
		}
	}
	if n := f.breaks(); n > 0 {
		line = n
	}
	if line, column := f.wideColon(line); line > 0 {
		return f.problem(line, column, 1, "a full-width colon stands behind the key", "write : and a blank")
	}
	text := f.line(line)
	blanks := utf8.RuneCountInString(text) - utf8.RuneCountInString(strings.TrimLeft(text, " \t"))
	return f.problem(line, blanks+1, utf8.RuneCountInString(text)-blanks, plainly(fault), remedyOf(fault))
}

// breaks is the line behind the longest run of lines, from the first on, that is YAML; 0 when it is not found.
func (f *file) breaks() int {
	if !utf8.ValidString(f.raw) {
		return 0
	}
	end := len(f.raw)
	for {
		end = strings.LastIndexByte(f.raw[:max(end-1, 0)], '\n') + 1
		if f.searched += end; f.searched > searchable {
			return 0
		}
		if _, _, err := document(f.raw[:end]); err == nil {
			return strings.Count(f.raw[:end], "\n") + 1
		}
		if end == 0 {
			return 0
		}
	}
}

// wideColon finds a key that ends in ： in a line or the one before, or gives 0.
func (f *file) wideColon(line int) (int, int) {
	for _, n := range []int{line - 1, line} {
		if m := regexp.MustCompile(`^[ \t-]*[A-Za-z]+：`).FindString(f.line(n)); m != "" {
			return n, utf8.RuneCountInString(m)
		}
	}
	return 0, 0
}

// wording is how a message of the library reads to somebody who does not know YAML.
type wording struct{ message, fault, remedy string }

func wordings() []wording {
	const quote = `put a text that holds , : # [ ] { } into quotation marks: "…"`
	return []wording{
		{"did not find expected ',' or ']'", "a list that begins with [ does not end, or a comma is missing", "add ] at its end; " + quote},
		{"did not find expected ',' or '}'", "a record that begins with { does not end, or a comma is missing", "add } at its end; " + quote},
		{"found character that cannot start any token", "a text may not begin with this character", `put it into quotation marks: "…"`},
		{"did not find expected alphabetic or numeric character", "a text may not begin with * or &", `put it into quotation marks: "…"`},
		{"did not find expected key", "something stands behind the end of a value", `put the whole value into quotation marks: "…"`},
		{"mapping values are not allowed in this context", "a colon with a blank stands where no key is", "begin the keys of a record in one column; " + quote},
		{"could not find expected ':'", "a key without its colon", "write KEY: VALUE, with a blank behind the colon"},
		{"found unexpected end of stream", "a quotation mark is not closed", `add " at the end of the text`},
		{"did not find expected '-' indicator", "the line begins in a column in which nothing begins above it", "begin the keys of a record in one column, and each record with '- '"},
		{"found a tab character that violates indentation", "a tab", "indent with blanks"},
		{"found a tab character where an indentation space is expected", "a tab", "indent with blanks"},
		{"found unknown escape character", `a \ between quotation marks`, `remove it, or write '…' for "…"`},
	}
}

// plainly is a message of the YAML library in words for a user.
func plainly(message string) string {
	for _, w := range wordings() {
		if w.message == message {
			return w.fault
		}
	}
	return message
}

func remedyOf(message string) string {
	for _, w := range wordings() {
		if w.message == message {
			return w.remedy
		}
	}
	return "mend the YAML"
}

// records gives the records of a file's list. Where the YAML of one is broken, those of the others are given all the
// same, so that all faults of a file are told at once.
func (f *file) records() ([]*yaml.Node, Problems) {
	root, second, err := document(f.raw)
	switch {
	case err != nil:
		return f.rescue(err)
	case second != nil:
		return nil, Problems{f.second(second)}
	case root == nil:
		return nil, nil // an empty file, or comments alone
	case root.Kind != yaml.SequenceNode:
		return nil, Problems{f.problem(root.Line, root.Column, 1, "want a list of records", "begin each record with '- '")}
	}
	return root.Content, nil
}

// parts cuts a file before each line that begins with '- ', the first line's comments included.
func (f *file) parts() []string {
	var out []string
	start, at := 0, 0
	for line := range strings.Lines(f.raw) {
		if strings.HasPrefix(line, "-") && !strings.HasPrefix(line, "---") && at > start {
			out = append(out, f.raw[start:at])
			start = at
		}
		at += len(line)
	}
	return append(out, f.raw[start:])
}

// rescue reads the parts one by one. If none is broken by itself, the fault is of the whole.
func (f *file) rescue(err error) (list []*yaml.Node, problems Problems) {
	line := 0
	parts := f.parts()
	for _, text := range parts {
		part := &file{shown: f.shown, raw: text, searched: f.searched}
		root, faults := part.parse()
		f.searched = part.searched
		for _, p := range faults {
			p.Line += line
			problems = append(problems, p)
		}
		if root != nil && root.Kind == yaml.SequenceNode {
			for _, n := range root.Content {
				lower(n, line)
				list = append(list, n)
			}
		}
		line += strings.Count(text, "\n")
	}
	if len(problems) == 0 || len(parts) == 1 {
		return nil, Problems{f.syntax(err)}
	}
	return list, problems
}

// lower moves a node down by some lines.
func lower(n *yaml.Node, lines int) {
	n.Line += lines
	for _, c := range n.Content {
		lower(c, lines)
	}
}
