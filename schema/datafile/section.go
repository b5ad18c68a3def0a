package datafile

import (
	"slices"
	"strconv"

	"gopkg.in/yaml.v3"
)

// Section is a named list of records in a file that holds several.
type Section struct {
	Name    string
	Records []Record
	name    *yaml.Node
	file    *file
}

// Problem is a fault of the section's name.
func (s Section) Problem(fault, remedy string) Problem { return s.file.at(s.name, fault, remedy) }

// Sections reads a file that is a mapping of names to lists of records.
func Sections(shown string, raw []byte) ([]Section, Problems) {
	f := &file{shown: shown, raw: string(raw)}
	root, problems := f.parse()
	if root == nil {
		return nil, problems
	}
	if root.Kind != yaml.MappingNode {
		return nil, Problems{f.problem(root.Line, root.Column, 1, "want named lists of records", "write a name, a colon, and below it the records")}
	}
	var out []Section
	for i := 0; i+1 < len(root.Content); i += 2 {
		s := Section{Name: root.Content[i].Value, name: root.Content[i], file: f}
		if list := root.Content[i+1]; list.Kind == yaml.SequenceNode {
			problems = append(problems, s.read(list)...)
		} else if !isNull(list) {
			problems = append(problems, f.at(list, "want a list of records below "+s.Name, "begin each record with '- '"))
			continue
		}
		out = append(out, s)
	}
	return out, problems
}

// read takes the records of a section's list.
func (s *Section) read(list *yaml.Node) Problems {
	var problems Problems
	for i, n := range list.Content {
		if n.Kind != yaml.MappingNode {
			problems = append(problems, s.file.at(n, "want a record (key: value)", "see FORMAT.md beside the data"))
			continue
		}
		r := Record{File: s.file.shown, Kind: s.Name, node: n, file: s.file}
		if i+1 < len(list.Content) {
			r.next = list.Content[i+1].Line
		}
		same := func(o Record) bool { return o.Value("id") != "" && o.Value("id") == r.Value("id") }
		if i := slices.IndexFunc(s.Records, same); i >= 0 {
			problems = append(problems, r.Problem("id", "the id "+strconv.Quote(r.Value("id"))+" stands already at "+s.Records[i].Place(), "give one of them another id"))
			continue
		}
		s.Records = append(s.Records, r)
	}
	return problems
}
