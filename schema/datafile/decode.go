package datafile

import (
	"reflect"
	"sort"
	"strconv"
	"strings"
	"unicode"

	"gopkg.in/yaml.v3"
)

// ToFill stands in a value that somebody has still to write: a fault wherever it is.
const ToFill = "TODO"

// Decode fills the struct that v points to. Keys that it has no field for, keys given twice, and values of the wrong kind
// are faults; what can be read is filled in all the same.
func (r Record) Decode(v any) Problems {
	problems := r.check(r.node, r.file, "", reflect.TypeOf(v).Elem())
	if err := r.node.Decode(v); err != nil && len(problems) == 0 {
		problems = Problems{r.file.at(r.node, strings.TrimPrefix(err.Error(), "yaml: "), "see FORMAT.md beside the data")}
	}
	return problems
}

// check compares a node, and those below it, with a type: the keys with its fields, the values with what they must be.
// name is the key that the node stands under, f its file.
func (r Record) check(n *yaml.Node, f *file, name string, t reflect.Type) Problems {
	for t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	if n.Kind == yaml.AliasNode || isNull(n) || readsItself(t) {
		return nil
	}
	var problems Problems
	switch t.Kind() {
	case reflect.Slice:
		if n.Kind != yaml.SequenceNode {
			return Problems{f.at(n, "want a list", "write "+name+": ["+sample(n)+"]")}
		}
		for _, c := range n.Content {
			problems = append(problems, r.check(c, f, name, t.Elem())...)
		}
	case reflect.Map:
		if n.Kind != yaml.MappingNode {
			return Problems{f.at(n, "want pairs", "write "+name+": {KEY: VALUE}")}
		}
		for i := 0; i+1 < len(n.Content); i += 2 {
			problems = append(problems, r.check(n.Content[i+1], f, n.Content[i].Value, t.Elem())...)
		}
	case reflect.Struct:
		if n.Kind != yaml.MappingNode {
			return Problems{f.at(n, "want a record (key: value)", "see FORMAT.md beside the data")}
		}
		return r.checkKeys(n, f, t)
	default:
		return checkScalar(n, f, name, t)
	}
	return problems
}

// isNull reports whether a key is left without a value, which is as if it were not there.
func isNull(n *yaml.Node) bool { return n.Kind == yaml.ScalarNode && n.ShortTag() == "!!null" }

// sample is what a value could look like as the element of a list.
func sample(n *yaml.Node) string {
	if n.Kind == yaml.ScalarNode && n.Style&(yaml.DoubleQuotedStyle|yaml.SingleQuotedStyle) != 0 {
		return strconv.Quote(n.Value)
	}
	if n.Kind == yaml.ScalarNode {
		return strings.NewReplacer("，", ", ", "、", ", ").Replace(n.Value)
	}
	return "…"
}

func (r Record) checkKeys(n *yaml.Node, f *file, t reflect.Type) Problems {
	var problems Problems
	fields := fieldsOf(t)
	seen := map[string]bool{}
	for i := 0; i+1 < len(n.Content); i += 2 {
		key, value := n.Content[i], n.Content[i+1]
		at := f
		if n == r.node {
			at = r.fileOf(value)
		}
		field, known := fields[key.Value]
		switch {
		case key.Value == "disabled" && n == r.node:
			problems = append(problems, checkScalar(value, at, "disabled", reflect.TypeFor[bool]())...)
		case seen[key.Value]:
			problems = append(problems, at.at(key, "the key "+strconv.Quote(key.Value)+" stands twice", "remove one"))
		case !known:
			problems = append(problems, at.at(key, "unknown key "+strconv.Quote(key.Value), suggest(key.Value, fields)))
		default:
			problems = append(problems, r.check(value, at, key.Value, field)...)
		}
		seen[key.Value] = true
	}
	return problems
}

// checkScalar tells of a value that is no text, number or truth value where one is wanted.
func checkScalar(n *yaml.Node, f *file, name string, t reflect.Type) Problems {
	if n.Kind != yaml.ScalarNode && strings.HasPrefix(from(f.line(n.Line), n.Column), "“") { // the line is sought from the file's begin
		return Problems{f.at(n, "“ ” are no quotation marks of YAML", `write "…"`)}
	}
	if n.Kind != yaml.ScalarNode {
		fault := "want one value, not a list"
		if n.Kind == yaml.MappingNode {
			fault = "want one value, not a record"
		}
		return Problems{f.at(n, fault, "write "+name+": VALUE, and put a text that begins with { or [ into quotation marks")}
	}
	if strings.Contains(n.Value, ToFill) {
		return Problems{f.at(n, "what stands under "+name+" is still to be filled in", "write your own in place of "+ToFill)}
	}
	want, tag := "text", ""
	switch {
	case t.Kind() == reflect.Bool:
		want, tag = "true or false", "!!bool"
	case t.Kind() >= reflect.Int && t.Kind() <= reflect.Uint64:
		want, tag = "a whole number", "!!int" // the library would cut 1.5 off
	case t.Kind() == reflect.Float32 || t.Kind() == reflect.Float64:
		want = "a number"
	}
	switch {
	case t.Kind() == reflect.String && n.ShortTag() != "!!binary": // any other scalar is text as it stands
		return nil
	case n.Decode(reflect.New(t).Interface()) == nil && (tag == "" || n.ShortTag() == tag):
		return nil
	}
	remedy := "write " + name + ": VALUE"
	if t.Kind() == reflect.Bool {
		remedy = "write " + name + ": " + truth(n.Value)
	}
	return Problems{f.at(n, "want "+want+", not "+strconv.Quote(n.Value), remedy)}
}

// truth is what somebody means who writes a truth value otherwise.
func truth(value string) string {
	switch strings.ToLower(value) {
	case "no", "n", "off", "0", "否", "不", "无", "假", "f":
		return "false"
	}
	return "true"
}

// readsItself reports whether a type has a way of its own to be read from YAML, with the library's node or without it.
func readsItself(t reflect.Type) bool {
	p := reflect.PointerTo(t)
	return p.Implements(reflect.TypeFor[yaml.Unmarshaler]()) || p.Implements(reflect.TypeFor[interface {
		UnmarshalYAML(unmarshal func(any) error) error
	}]())
}

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
	near := Nearest(key, names)
	switch {
	case near != "":
		return "did you mean " + strconv.Quote(near) + "?"
	case strings.ContainsFunc(key, func(r rune) bool { return r > unicode.MaxASCII }):
		return "put a text that holds a comma into quotation marks; known keys: " + strings.Join(names, ", ")
	}
	return "known keys: " + strings.Join(names, ", ")
}

// longestWord is how many letters a word may have for which a name like it is sought.
const longestWord = 60

// Nearest is the name that differs from word by at most a third of its letters, or "".
func Nearest(word string, names []string) string {
	if len(word) > longestWord {
		return ""
	}
	best, least := "", len([]rune(word))/3+1
	for _, name := range names {
		if d := distance([]rune(word), []rune(name)); d < least {
			best, least = name, d
		}
	}
	return best
}

// distance is how many letters must be put in, left out, changed, or exchanged with their neighbour.
func distance(a, b []rune) int {
	rows := make([][]int, len(a)+1)
	for i := range rows {
		rows[i] = make([]int, len(b)+1)
		rows[i][0] = i
	}
	for j := range rows[0] {
		rows[0][j] = j
	}
	for i := 1; i <= len(a); i++ {
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			rows[i][j] = min(rows[i-1][j-1]+cost, rows[i-1][j]+1, rows[i][j-1]+1)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				rows[i][j] = min(rows[i][j], rows[i-2][j-2]+1)
			}
		}
	}
	return rows[len(a)][len(b)]
}
