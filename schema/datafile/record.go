package datafile

import (
	"errors"
	"reflect"
	"slices"
	"sort"
	"strconv"
	"strings"

	"gopkg.in/yaml.v3"
)

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

// Values are the scalars under a key: of a list every element, of anything else itself.
func (r Record) Values(key string) []string {
	n := r.find(key)
	if n == nil {
		return nil
	}
	if n.Kind != yaml.SequenceNode {
		return []string{n.Value}
	}
	out := make([]string, len(n.Content))
	for i, c := range n.Content {
		out[i] = c.Value
	}
	return out
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

// Unknown is a fault of the value of a key when it is not in a closed list: at the ith element where the value is a list.
func (r Record) Unknown(key, what, value string, list []string, i ...int) Problems {
	if slices.Contains(list, value) {
		return nil
	}
	remedy := "want one of: " + strings.Join(list, ", ")
	if near := Nearest(value, list); near != "" {
		remedy = "did you mean " + strconv.Quote(near) + "?"
	}
	return Problems{r.Problem(key, "unknown "+what+" "+strconv.Quote(value), remedy, i...)}
}

// Quoted reports whether the value of a key (or the ith of its list) is written in quotation marks.
func (r Record) Quoted(key string, i int) bool {
	n := r.find(key)
	if n != nil && n.Kind == yaml.SequenceNode && i < len(n.Content) {
		n = n.Content[i]
	}
	return n != nil && n.Style&(yaml.DoubleQuotedStyle|yaml.SingleQuotedStyle) != 0
}

// Raw is the record's YAML in a canonical layout, for hashing.
func (r Record) Raw() string {
	b, err := yaml.Marshal(plain(r.node))
	if err != nil {
		return ""
	}
	return string(b)
}

// plain is a node without comments and without the style it was written in.
func plain(n *yaml.Node) *yaml.Node {
	out := *n
	out.Style, out.HeadComment, out.LineComment, out.FootComment = 0, "", "", ""
	out.Content = make([]*yaml.Node, len(n.Content))
	for i, c := range n.Content {
		out.Content[i] = plain(c)
	}
	return &out
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
