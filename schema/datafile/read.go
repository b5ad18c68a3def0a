// Package datafile reads the project's editable data: lists of YAML records that ship with the program and are overlaid,
// record by record, from a folder of the user's. It is strict (an unknown or repeated key is a fault) and it knows for
// every record and key the file, line and column it came from.
package datafile

import (
	"errors"
	"io/fs"
	"path"
	"reflect"
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

// merge lays over upon under, key by key.
func merge(under, over Record) Record {
	node := *under.node
	node.Content = append([]*yaml.Node(nil), under.node.Content...)
next:
	for i := 0; i+1 < len(over.node.Content); i += 2 {
		for j := 0; j+1 < len(node.Content); j += 2 {
			if node.Content[j].Value == over.node.Content[i].Value {
				node.Content[j], node.Content[j+1] = over.node.Content[i], over.node.Content[i+1]
				continue next
			}
		}
		node.Content = append(node.Content, over.node.Content[i], over.node.Content[i+1])
	}
	node.Line, node.Column = over.node.Line, over.node.Column
	return Record{File: over.File, Kind: under.Kind, User: over.User, node: &node}
}

// Value is the scalar under a key, or "".
func (r Record) Value(key string) string {
	if n := r.find(key); n != nil && n.Kind == yaml.ScalarNode {
		return n.Value
	}
	return ""
}

func (r Record) find(key string) *yaml.Node {
	for i := 0; i+1 < len(r.node.Content); i += 2 {
		if r.node.Content[i].Value == key {
			return r.node.Content[i+1]
		}
	}
	return nil
}

// Line is the line of the file on which the record begins.
func (r Record) Line() int { return r.node.Line }

// Place is FILE:LINE.
func (r Record) Place() string { return r.File + ":" + strconv.Itoa(r.node.Line) }

// Problem is a fault of the record at the value of a key; at the record's begin when it has no such key. Further keys
// lead deeper: a number is a position in a list.
func (r Record) Problem(key, fault, remedy string, deeper ...int) Problem {
	n := r.node
	if found := r.find(key); found != nil {
		n = found
		for _, i := range deeper {
			if n.Kind == yaml.SequenceNode && i < len(n.Content) {
				n = n.Content[i]
			}
		}
	}
	return Problem{File: r.File, Line: n.Line, Column: n.Column, Fault: fault, Remedy: remedy}
}

// Raw is the record's YAML in a canonical layout, for hashing.
func (r Record) Raw() string {
	b, err := yaml.Marshal(r.node)
	if err != nil {
		return ""
	}
	return string(b)
}

// Decode fills the struct that v points to. Keys that it has no field for, keys given twice, and values of the wrong kind
// are faults.
func (r Record) Decode(v any) Problems {
	problems := r.check(r.node, reflect.TypeOf(v).Elem())
	if len(problems) > 0 {
		return problems
	}
	if err := r.node.Decode(v); err != nil {
		var typeError *yaml.TypeError
		if !errors.As(err, &typeError) {
			return Problems{{File: r.File, Line: r.node.Line, Column: r.node.Column, Fault: err.Error()}}
		}
		for _, message := range typeError.Errors {
			p := syntaxProblem(r.File, nil, errors.New(message))
			p.Column, p.Remedy = r.columnAt(p.Line), "see FORMAT.md beside the data"
			problems = append(problems, p)
		}
	}
	return problems
}

// columnAt is the column of the first value of the record that stands on a line.
func (r Record) columnAt(line int) int {
	var walk func(n *yaml.Node) int
	walk = func(n *yaml.Node) int {
		if n.Line == line && n.Kind == yaml.ScalarNode {
			return n.Column
		}
		start, step := 0, 1
		if n.Kind == yaml.MappingNode {
			start, step = 1, 2
		}
		for i := start; i < len(n.Content); i += step {
			if c := walk(n.Content[i]); c > 0 {
				return c
			}
		}
		return 0
	}
	return max(walk(r.node), 1)
}

// check compares the keys of a node, and of the nodes below it, with the fields of a type.
func (r Record) check(n *yaml.Node, t reflect.Type) Problems {
	for t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	var problems Problems
	switch {
	case t.Kind() == reflect.Slice && n.Kind == yaml.SequenceNode:
		for _, c := range n.Content {
			problems = append(problems, r.check(c, t.Elem())...)
		}
	case t.Kind() == reflect.Struct && n.Kind == yaml.MappingNode && !reflect.PointerTo(t).Implements(unmarshaler()):
		fields := fieldsOf(t)
		seen := map[string]bool{}
		for i := 0; i+1 < len(n.Content); i += 2 {
			key := n.Content[i]
			field, known := fields[key.Value]
			switch {
			case key.Value == "disabled" && n == r.node:
			case seen[key.Value]:
				problems = append(problems, Problem{r.File, key.Line, key.Column, "the key " + strconv.Quote(key.Value) + " stands twice", "remove one"})
			case !known:
				problems = append(problems, Problem{r.File, key.Line, key.Column, "unknown key " + strconv.Quote(key.Value), suggest(key.Value, fields)})
			default:
				problems = append(problems, r.check(n.Content[i+1], field)...)
			}
			seen[key.Value] = true
		}
	}
	return problems
}

func unmarshaler() reflect.Type { return reflect.TypeOf((*yaml.Unmarshaler)(nil)).Elem() }

func fieldsOf(t reflect.Type) map[string]reflect.Type {
	out := map[string]reflect.Type{}
	for i := range t.NumField() {
		f := t.Field(i)
		name, _, _ := strings.Cut(f.Tag.Get("yaml"), ",")
		if name == "-" || !f.IsExported() {
			continue
		}
		if name == "" {
			name = strings.ToLower(f.Name)
		}
		out[name] = f.Type
	}
	return out
}

func suggest(key string, fields map[string]reflect.Type) string {
	names := make([]string, 0, len(fields))
	for name := range fields {
		names = append(names, name)
	}
	sort.Strings(names)
	if near := Nearest(key, names); near != "" {
		return "did you mean " + strconv.Quote(near) + "?"
	}
	return "known keys: " + strings.Join(names, ", ")
}

// Nearest is the name that differs from word by at most a third of its letters, or "".
func Nearest(word string, names []string) string {
	best, least := "", len([]rune(word))/3+1
	for _, name := range names {
		if d := distance([]rune(word), []rune(name)); d < least {
			best, least = name, d
		}
	}
	return best
}

// distance is Levenshtein's.
func distance(a, b []rune) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range a {
		diagonal := row[0]
		row[0] = i + 1
		for j := range b {
			cost := 1
			if a[i] == b[j] {
				cost = 0
			}
			diagonal, row[j+1] = row[j+1], min(diagonal+cost, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(b)]
}
