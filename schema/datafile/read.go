// Package datafile reads the project's editable data: lists of YAML records that ship with the program and are overlaid,
// record by record, from a folder of the user's. It is strict (an unknown or repeated key is a fault) and it knows for
// every record and key the file, line and column it came from.
package datafile

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"sort"
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
	file *file
	next int // the line on which the next record of the file begins; 0 for the last
	// Of a record that was laid over others: those, and the file of each value that is theirs.
	under []Record
	owner map[*yaml.Node]*file
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
	if before, ok := seen[id]; ok {
		o.problems = append(o.problems, r.Problem(o.key, fmt.Sprintf("the %s %q stands already at %s", o.key, id, before.Place()), "give one of them another "+o.key))
		return
	}
	seen[id] = r
	i, known := o.at[id]
	switch {
	case known && o.kindOf(o.records[i]) != o.kindOf(r) && r.Value("disabled") != "true":
		o.problems = append(o.problems, r.Problem(o.key, fmt.Sprintf("the %s %q is of another kind of record, at %s", o.key, id, o.records[i].Place()),
			"give the new record another "+o.key+", or put it in a file named like that one"))
	case known:
		o.records[i] = merge(o.records[i], r)
	case r.User && r.Value("disabled") == "true":
		o.problems = append(o.problems, r.Problem(o.key, fmt.Sprintf("the %s %q is to be disabled, but no record has it", o.key, id), "mend the "+o.key))
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
	f := &file{shown: shown, raw: string(raw)}
	list, problems := f.records()
	var out []Record
	for i, n := range list {
		if n.Kind != yaml.MappingNode {
			problems = append(problems, f.at(n, "want a record (key: value)", "see FORMAT.md beside the data"))
			continue
		}
		r := Record{File: shown, Kind: kindOf(path.Base(shown)), node: n, file: f}
		if i+1 < len(list) {
			r.next = list[i+1].Line
		}
		out = append(out, r)
	}
	return out, problems
}

func kindOf(base string) string {
	return base[:strings.IndexAny(base+".", "-.")]
}
