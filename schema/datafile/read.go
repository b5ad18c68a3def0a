// Package datafile reads the project's editable data: lists of YAML records that ship with the program and are overlaid,
// record by record, from a folder of the user's. It is strict (an unknown or repeated key is a fault) and it knows for
// every record and key the file, line and column it came from.
package datafile

import (
	"errors"
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
// fault. key names the identifying key (id, or name for rules); without a record's key the record is never merged.
func Read(layers []Layer, key string) ([]Record, Problems) {
	var out []Record
	var problems Problems
	at := map[string]int{}
	for _, layer := range layers {
		records, ps := readLayer(layer)
		problems = append(problems, ps...)
		seen := map[string]Record{}
		for _, r := range records {
			id := r.Kind + "\x00" + r.Value(key)
			if r.Value(key) == "" {
				out = append(out, r)
				continue
			}
			if before, ok := seen[id]; ok {
				problems = append(problems, r.Problem(key, "the "+key+" "+strconv.Quote(r.Value(key))+" stands already at "+before.Place(),
					"give one of them another "+key))
				continue
			}
			seen[id] = r
			if i, ok := at[id]; ok {
				out[i] = merge(out[i], r)
				continue
			}
			at[id] = len(out)
			out = append(out, r)
		}
	}
	kept := out[:0]
	for _, r := range out {
		if r.Value("disabled") != "true" {
			kept = append(kept, r)
		}
	}
	return kept, problems
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
	var doc yaml.Node
	if err := yaml.Unmarshal(raw, &doc); err != nil {
		return nil, Problems{syntaxProblem(shown, raw, err)}
	}
	if len(doc.Content) == 0 {
		return nil, nil // an empty file, or comments alone
	}
	root := doc.Content[0]
	if root.Kind != yaml.SequenceNode {
		return nil, Problems{{File: shown, Line: root.Line, Column: root.Column,
			Fault: "want a list of records", Remedy: "begin each record with '- '"}}
	}
	var out []Record
	var problems Problems
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
