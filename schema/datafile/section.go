package datafile

import (
	"slices"
	"strconv"

	"gopkg.in/yaml.v3"
)

// Section is a named list of records in a file that holds several.
type Section struct {
	Name    string
	Line    int
	Records []Record
}

// Sections reads a file that is a mapping of names to lists of records.
func Sections(shown string, raw []byte) ([]Section, Problems) {
	root, problems := parse(shown, raw)
	if root == nil {
		return nil, problems
	}
	if root.Kind != yaml.MappingNode {
		return nil, Problems{{File: shown, Line: root.Line, Column: root.Column,
			Fault: "want named lists of records", Remedy: "write a name, a colon, and below it the records"}}
	}
	var out []Section
	for i := 0; i+1 < len(root.Content); i += 2 {
		s := Section{Name: root.Content[i].Value, Line: root.Content[i].Line}
		list := root.Content[i+1]
		if list.Kind != yaml.SequenceNode {
			problems = append(problems, Problem{File: shown, Line: list.Line, Column: list.Column,
				Fault: "want a list of records below " + s.Name, Remedy: "begin each record with '- '"})
			continue
		}
		for _, n := range list.Content {
			if n.Kind != yaml.MappingNode {
				problems = append(problems, Problem{File: shown, Line: n.Line, Column: n.Column, Fault: "want a record (key: value)"})
				continue
			}
			r := Record{File: shown, Kind: s.Name, node: n}
			if i := slices.IndexFunc(s.Records, func(o Record) bool { return o.Value("id") != "" && o.Value("id") == r.Value("id") }); i >= 0 {
				problems = append(problems, r.Problem("id", "the id "+strconv.Quote(r.Value("id"))+" stands already at "+s.Records[i].Place(), "give one of them another id"))
				continue
			}
			s.Records = append(s.Records, r)
		}
		out = append(out, s)
	}
	return out, problems
}
