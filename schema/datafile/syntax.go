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

// parse gives the root of a file's one document, nil when there is none. Behind a broken line it reads on, if it knows what
// was meant.
func (f *file) parse() (*yaml.Node, Problems) {
	if p, ok := f.encoding(); !ok {
		return nil, Problems{p}
	}
	var problems Problems
	read := &file{shown: f.shown, raw: f.raw, searched: f.searched}
	defer func() { f.searched = read.searched }()
	for {
		root, second, err := document(read.raw)
		switch {
		case err == nil && second != nil:
			return nil, append(problems, f.second(second))
		case err == nil:
			return root, problems
		}
		p, mended := read.syntax(err)
		p.Source = f.line(p.Line)
		problems = append(problems, p)
		if mended == "" || len(problems) > mendable {
			return nil, problems
		}
		read.raw = mended
	}
}

// encoding tells of a file that is no UTF-8. One that begins with the mark of UTF-16 the library reads.
func (f *file) encoding() (Problem, bool) {
	if utf8.ValidString(f.raw) || strings.HasPrefix(f.raw, "\xff\xfe") || strings.HasPrefix(f.raw, "\xfe\xff") {
		return Problem{}, true
	}
	good := 0
	for r, size := utf8.DecodeRuneInString(f.raw); r != utf8.RuneError || size > 1; r, size = utf8.DecodeRuneInString(f.raw[good:]) {
		good += size
	}
	before := f.raw[:good]
	return Problem{File: f.shown, Line: strings.Count(before, "\n") + 1, Column: utf8.RuneCountInString(before[strings.LastIndexByte(before, '\n')+1:]) + 1,
		Fault: "the file is not in UTF-8", Remedy: "save it again in the editor, with the encoding UTF-8"}, false
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

// syntax gives a fault of the YAML its place, and the text as it was meant, or "". The library names the line at which it gave
// up, or at which the list or record began that it could not end. The line that breaks the text is the one up to which no text
// is whole: behind the longest prefix that can be read.
func (f *file) syntax(err error) (Problem, string) {
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
	if b, ok := f.looks(line, fault); ok {
		p := f.problem(b.line, b.column, b.length, b.fault, b.remedy)
		if b.mended == "" {
			return p, ""
		}
		above, below := f.raw[:len(f.raw)-len(f.after(b.line-1))], f.after(b.line)
		return p, above + b.mended + "\n" + below
	}
	text := f.line(line)
	blanks := utf8.RuneCountInString(text) - utf8.RuneCountInString(strings.TrimLeft(text, " \t"))
	return f.problem(line, blanks+1, utf8.RuneCountInString(text)-blanks, fault, "mend the YAML"), ""
}

// breaks is the line behind the longest run of lines, from the first on, that is YAML; 0 when it is not found.
func (f *file) breaks() int {
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

// Faults of a line that can be mended.
const (
	noColon  = "a key without its colon"
	noColumn = "the line begins in a column in which nothing begins above it"
)

func wordings() []wording {
	const quote = `put a text that holds , : # [ ] { } into quotation marks: "…"`
	return []wording{
		{"did not find expected ',' or ']'", "a list that begins with [ does not end, or a comma is missing", "add ] at its end; " + quote},
		{"did not find expected ',' or '}'", "a record that begins with { does not end, or a comma is missing", "add } at its end; " + quote},
		{"found character that cannot start any token", "a text may not begin with this character", `put it into quotation marks: "…"`},
		{"did not find expected alphabetic or numeric character", "a text may not begin with * or &", `put it into quotation marks: "…"`},
		{"did not find expected key", "something stands behind the end of a value", `put the whole value into quotation marks: "…"`},
		{"mapping values are not allowed in this context", "a colon with a blank stands where no key is", "begin the keys of a record in one column; " + quote},
		{"could not find expected ':'", noColon, "write KEY: VALUE, with a blank behind the colon"},
		{"found unexpected end of stream", "a quotation mark is not closed", `add " at the end of the text`},
		{"did not find expected '-' indicator", noColumn, "begin the keys of a record in one column, and each record with '- '"},
		{"found a tab character that violates indentation", "a tab", "indent with blanks"},
		{"found a tab character where an indentation space is expected", "a tab", "indent with blanks"},
		{"found unknown escape character", `a \ between quotation marks`, `remove it, or write '…' for "…"`},
	}
}

// records gives the records of a file's list. Where the YAML of one is broken, those of the others are given all the
// same, so that all faults of a file are told at once.
func (f *file) records() ([]*yaml.Node, Problems) {
	if p, ok := f.encoding(); !ok {
		return nil, Problems{p}
	}
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
	if len(problems) == 0 {
		p, _ := f.syntax(err)
		return nil, Problems{p}
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
