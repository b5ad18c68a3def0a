package datafile

import (
	"fmt"
	"slices"
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
	out := Record{File: over.File, Kind: under.Kind, User: over.User, node: &node, file: over.file, next: over.next}
	out.under = append(slices.Clone(under.under), under.alone())
	out.owner = map[*yaml.Node]*file{}
	for i := 1; i < len(under.node.Content); i += 2 {
		out.owner[under.node.Content[i]] = under.fileOf(under.node.Content[i])
	}
	return out
}

// Under are the records over which this one is laid, those that ship first, as they are written.
func (r Record) Under() []Record { return r.under }

// alone is a record without those that it was laid over.
func (r Record) alone() Record {
	r.under, r.owner = nil, nil
	return r
}

// fileOf is the file that a value of the record stands in.
func (r Record) fileOf(value *yaml.Node) *file {
	if f, ok := r.owner[value]; ok {
		return f
	}
	return r.file
}

// Written is a record, or the part of one that a file has, as it stands there.
type Written struct {
	File string
	Line int
	User bool
	Text string // whole lines, without the blank lines and the comments behind it
}

// Written gives the record as it is written: first what ships, then what is laid over it.
func (r Record) Written() []Written {
	var out []Written
	for _, one := range append(slices.Clone(r.under), r.alone()) {
		text := one.file.after(one.node.Line - 1)
		if one.next > one.node.Line {
			text = text[:len(text)-len(one.file.after(one.next-1))]
		}
		lines := strings.Split(text, "\n")
		for len(lines) > 1 && (strings.TrimSpace(lines[len(lines)-1]) == "" || strings.HasPrefix(lines[len(lines)-1], "#")) {
			lines = lines[:len(lines)-1]
		}
		out = append(out, Written{File: one.File, Line: one.node.Line, User: one.User, Text: strings.Join(lines, "\n") + "\n"})
	}
	return out
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

// Problem is a fault of the record at the value of a key; at the record's begin when it has no such key. What is deeper
// leads into the value: a number is a position in a list, a text a key.
func (r Record) Problem(key, fault, remedy string, deeper ...any) Problem {
	n, f := r.at(key, deeper)
	return f.at(n, fault, remedy)
}

// ProblemInside is a fault at a character, counted from 0, of a text in the record.
func (r Record) ProblemInside(character int, key, fault, remedy string, deeper ...any) Problem {
	n, f := r.at(key, deeper)
	if n.Kind != yaml.ScalarNode {
		return f.at(n, fault, remedy)
	}
	return f.inside(n, character, fault, remedy)
}

// at is the node that a key and what is deeper lead to, as far as they lead, and its file.
func (r Record) at(key string, deeper []any) (*yaml.Node, *file) {
	n := r.find(key)
	if n == nil {
		return r.node, r.file
	}
	f := r.fileOf(n)
	for _, step := range deeper {
		switch step := step.(type) {
		case int:
			if n.Kind == yaml.SequenceNode && step < len(n.Content) {
				n = n.Content[step]
			}
		case string:
			for i := 0; n.Kind == yaml.MappingNode && i+1 < len(n.Content); i += 2 {
				if n.Content[i].Value == step {
					n = n.Content[i+1]
				}
			}
		}
	}
	return n, f
}

// Unknown is a fault of the value of a key, or of one deeper in it, when it is not in a closed list.
func (r Record) Unknown(key, what, value string, list []string, deeper ...any) Problems {
	if slices.Contains(list, value) {
		return nil
	}
	return Problems{r.Problem(key, fmt.Sprintf("unknown %s %q", what, value), Suggest(value, list), deeper...)}
}

// Suggest is the remedy for a word that is not in a list: the nearest of it, or else all.
func Suggest(word string, list []string) string {
	if near := Nearest(word, list); near != "" {
		return fmt.Sprintf("did you mean %s?", strconv.Quote(near))
	}
	return fmt.Sprintf("want one of: %s", strings.Join(list, ", "))
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
