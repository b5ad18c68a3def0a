// Package datafile reads the project's editable data: lists of YAML records that ship with the program and are overlaid,
// record by record, from a folder of the user's. It is strict (an unknown or repeated key is a fault) and it knows for
// every record and key the file, line and column it came from.
package datafile

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"path"
	"sort"
	"strconv"
	"strings"

	"gopkg.in/yaml.v3"
)

// Layer is a folder of data files. Shown is put before a file's name in messages.
type Layer struct {
	FS    fs.FS
	Shown string
	User  bool // an overlay, as opposed to what ships
}

// Record is one element of a file's list.
type Record struct {
	File string // as shown in messages
	Kind string // the file's name up to the first '-' or '.': leaders-cn.yaml holds leaders
	User bool   // it comes, at least in part, from the user's overlay
	node *yaml.Node
}

// Read gives the records of all *.yaml files of the layers, in order of layer and file name. A record whose id an earlier
// layer has is merged into it key by key; `disabled: true` removes it. Two records of one layer with the same id are a
// fault, and so is an overlay of a record of another kind, or the disabling of one that is not there. key names the
// identifying key (id, or name for rules); a record without it is never merged.
func Read(layers []Layer, key string) ([]Record, Problems) {
	return ReadAs(layers, key, func(r Record) string { return r.Kind })
}

// ReadAs is Read where kindOf says what kind a record is of, instead of its file's name.
func ReadAs(layers []Layer, key string, kindOf func(Record) string) ([]Record, Problems) {
	o := overlay{key: key, kindOf: kindOf, at: map[string]int{}}
	for _, layer := range layers {
		records, problems := readLayer(layer)
		o.problems = append(o.problems, problems...)
		seen := map[string]Record{}
		for _, r := range records {
			o.lay(r, seen)
		}
	}
	kept := o.records[:0]
	for _, r := range o.records {
		if r.Value("disabled") != "true" {
			kept = append(kept, r)
		}
	}
	return kept, o.problems
}

// overlay is the records of the layers so far.
type overlay struct {
	key      string
	kindOf   func(Record) string
	records  []Record
	at       map[string]int // id → place in records
	problems Problems
}

// lay adds a record, or lays it over the one of its id. seen are the records of its own layer.
func (o *overlay) lay(r Record, seen map[string]Record) {
	id := r.Value(o.key)
	if id == "" {
		o.records = append(o.records, r)
		return
	}
	quoted := "the " + o.key + " " + strconv.Quote(id)
	if before, ok := seen[id]; ok {
		o.problems = append(o.problems, r.Problem(o.key, quoted+" stands already at "+before.Place(), "give one of them another "+o.key))
		return
	}
	seen[id] = r
	i, known := o.at[id]
	switch {
	case known && o.kindOf(o.records[i]) != o.kindOf(r) && r.Value("disabled") != "true":
		o.problems = append(o.problems, r.Problem(o.key, quoted+" is of another kind of record, at "+o.records[i].Place(),
			"give the new record another "+o.key+", or put it in a file named like that one"))
	case known:
		o.records[i] = merge(o.records[i], r)
	case r.User && r.Value("disabled") == "true":
		o.problems = append(o.problems, r.Problem(o.key, quoted+" is to be disabled, but no record has it", "mend the "+o.key))
	default:
		o.at[id] = len(o.records)
		o.records = append(o.records, r)
	}
}

func readLayer(layer Layer) ([]Record, Problems) {
	var out []Record
	var problems Problems
	entries, err := fs.ReadDir(layer.FS, ".")
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, Problems{{File: layer.Shown, Fault: err.Error()}}
	}
	sort.Slice(entries, func(i, j int) bool { return entries[i].Name() < entries[j].Name() })
	for _, e := range entries {
		if e.IsDir() || path.Ext(e.Name()) != ".yaml" {
			continue
		}
		raw, err := fs.ReadFile(layer.FS, e.Name())
		shown := path.Join(layer.Shown, e.Name())
		if err != nil {
			problems = append(problems, Problem{File: shown, Fault: err.Error()})
			continue
		}
		records, ps := Parse(shown, raw)
		for i := range records {
			records[i].User = layer.User
		}
		out, problems = append(out, records...), append(problems, ps...)
	}
	return out, problems
}

// Parse reads one file: a list of mappings.
func Parse(shown string, raw []byte) ([]Record, Problems) {
	root, problems := parse(shown, raw)
	if root == nil {
		return nil, problems // an empty file, or comments alone
	}
	if root.Kind != yaml.SequenceNode {
		return nil, Problems{{File: shown, Line: root.Line, Column: root.Column,
			Fault: "want a list of records", Remedy: "begin each record with '- '"}}
	}
	var out []Record
	for _, n := range root.Content {
		if n.Kind != yaml.MappingNode {
			problems = append(problems, Problem{File: shown, Line: n.Line, Column: n.Column,
				Fault: "want a record (key: value)", Remedy: "see FORMAT.md beside the data"})
			continue
		}
		out = append(out, Record{File: shown, Kind: kindOf(path.Base(shown)), node: n})
	}
	return out, problems
}

// parse gives the root of a file's one document, nil when there is none.
func parse(shown string, raw []byte) (*yaml.Node, Problems) {
	decoder := yaml.NewDecoder(bytes.NewReader(raw))
	var doc, next yaml.Node
	if err := decoder.Decode(&doc); errors.Is(err, io.EOF) {
		return nil, nil
	} else if err != nil {
		return nil, Problems{syntaxProblem(shown, raw, err)}
	}
	if err := decoder.Decode(&next); err == nil {
		return nil, Problems{{File: shown, Line: next.Line, Column: next.Column, Fault: "a second document begins here",
			Remedy: "remove the line ---"}}
	} else if !errors.Is(err, io.EOF) {
		return nil, Problems{syntaxProblem(shown, raw, err)}
	}
	if len(doc.Content) == 0 {
		return nil, nil
	}
	return doc.Content[0], nil
}

func kindOf(base string) string {
	return base[:strings.IndexAny(base+".", "-.")]
}

// syntaxProblem finds the line in yaml's message; its messages carry no column, so the column is the line's first
// character that is not white space.
func syntaxProblem(shown string, raw []byte, err error) Problem {
	p := Problem{File: shown, Line: 1, Column: 1, Fault: strings.TrimPrefix(err.Error(), "yaml: "), Remedy: "mend the YAML"}
	if rest, ok := strings.CutPrefix(p.Fault, "line "); ok {
		if number, fault, ok := strings.Cut(rest, ": "); ok {
			if line, err := strconv.Atoi(number); err == nil {
				p.Line, p.Fault = line, fault
			}
		}
	}
	lines := strings.Split(string(raw), "\n")
	if p.Line <= len(lines) {
		text := lines[p.Line-1]
		p.Column = len([]rune(text)) - len([]rune(strings.TrimLeft(text, " \t"))) + 1
	}
	return p
}
