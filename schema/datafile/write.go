package datafile

import (
	"bytes"
	"errors"
	"fmt"
	"regexp"
	"strings"

	"gopkg.in/yaml.v3"
)

// Pair is a key of a record with its value: a string, a []string, a Pairs, or a []Pairs.
type Pair struct {
	Key   string
	Value any
}

// Pairs are the keys of a record in the order in which they are written.
type Pairs []Pair

// Entry writes a record as an element of a file's list: a key a line, lists and records in it on the line of their key. Keys
// of an empty value are left out.
func Entry(pairs Pairs) (string, error) {
	record, err := mapping(pairs)
	if err != nil {
		return "", err
	}
	for i := 1; i < len(record.Content); i += 2 {
		if record.Content[i].Kind != yaml.ScalarNode {
			record.Content[i].Style = yaml.FlowStyle
		}
	}
	var b bytes.Buffer
	enc := yaml.NewEncoder(&b)
	enc.SetIndent(2)
	if err := enc.Encode(&yaml.Node{Kind: yaml.SequenceNode, Content: []*yaml.Node{record}}); err != nil {
		return "", err
	}
	return b.String(), enc.Close()
}

func mapping(pairs Pairs) (*yaml.Node, error) {
	out := &yaml.Node{Kind: yaml.MappingNode}
	for _, p := range pairs {
		value, err := valueNode(p.Value)
		if err != nil {
			return nil, err
		}
		if value == nil {
			continue
		}
		key := &yaml.Node{}
		if err := key.Encode(p.Key); err != nil {
			return nil, err
		}
		out.Content = append(out.Content, key, value)
	}
	return out, nil
}

// valueNode is a value as YAML has it; nil of an empty one.
func valueNode(v any) (*yaml.Node, error) {
	switch v := v.(type) {
	case string:
		if v == "" {
			return nil, nil
		}
		return scalar(v)
	case []string:
		list := &yaml.Node{Kind: yaml.SequenceNode}
		for _, s := range v {
			n, err := scalar(s)
			if err != nil {
				return nil, err
			}
			list.Content = append(list.Content, n)
		}
		return notEmpty(list, v == nil), nil
	case Pairs:
		n, err := mapping(v)
		return notEmpty(n, len(v) == 0), err
	case []Pairs:
		list := &yaml.Node{Kind: yaml.SequenceNode}
		for _, one := range v {
			n, err := mapping(one)
			if err != nil {
				return nil, err
			}
			list.Content = append(list.Content, n)
		}
		return notEmpty(list, v == nil), nil
	}
	return nil, fmt.Errorf("a value of a record may not be a %T", v)
}

// scalar is a text as YAML has it. Days and whole numbers need no quotation marks: what reads them takes any scalar for text.
func scalar(s string) (*yaml.Node, error) {
	n := &yaml.Node{}
	if err := n.Encode(s); err != nil {
		return nil, err
	}
	bare := func(pattern string) bool { return regexp.MustCompile(pattern).MatchString(s) }
	switch {
	case bare(`^\d{4}-\d{2}-\d{2}$`):
		n.Tag, n.Style = "!!timestamp", 0
	case bare(`^[1-9]\d{0,8}$`):
		n.Tag, n.Style = "!!int", 0
	}
	return n, nil
}

func notEmpty(n *yaml.Node, empty bool) *yaml.Node {
	if empty {
		return nil
	}
	return n
}

// Append adds an entry to the end of a file's list, and gives the file and the line on which the entry begins. All that stands
// there stays as it is, comments, order and line ends. shown is the file's name in messages; a file whose list is broken, or is
// written in brackets, is refused.
func Append(shown string, raw []byte, entry string) (out []byte, line int, err error) {
	before, problems := Parse(shown, raw)
	if err := problems.Err(); err != nil {
		return nil, 0, err
	}
	f := &file{shown: shown, raw: string(raw)}
	root, _, _ := document(f.raw)
	if root != nil && root.Style&yaml.FlowStyle != 0 {
		return nil, 0, Problems{f.at(root, "the list stands in brackets", "begin each record with '- ' on a line of its own")}
	}
	end := "\n"
	if strings.Contains(f.raw, "\r\n") {
		end = "\r\n"
	}
	text := f.raw
	if text != "" && !strings.HasSuffix(text, "\n") {
		text += end
	}
	if root != nil {
		entry = indent(entry, root.Column-1)
	}
	line = strings.Count(text, "\n") + 1
	text += strings.ReplaceAll(entry, "\n", end)
	after, problems := Parse(shown, []byte(text))
	if err := problems.Err(); err != nil {
		return nil, 0, err
	}
	if len(after) != len(before)+1 {
		return nil, 0, errors.New(shown + ": the record cannot be added to what stands there; begin each record with '- ' in one column")
	}
	return []byte(text), line, nil
}

// indent puts blanks before each line.
func indent(text string, blanks int) string {
	if blanks <= 0 {
		return text
	}
	var b strings.Builder
	for l := range strings.Lines(text) {
		b.WriteString(strings.Repeat(" ", blanks) + l)
	}
	return b.String()
}
