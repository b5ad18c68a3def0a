package datafile

import "gopkg.in/yaml.v3"

// Section is a named list of records in a file that holds several.
type Section struct {
	Name    string
	Line    int
	Records []Record
}

// Sections reads a file that is a mapping of names to lists of records.
func Sections(shown string, raw []byte) ([]Section, Problems) {
	var doc yaml.Node
	if err := yaml.Unmarshal(raw, &doc); err != nil {
		return nil, Problems{syntaxProblem(shown, raw, err)}
	}
	if len(doc.Content) == 0 {
		return nil, nil
	}
	root := doc.Content[0]
	if root.Kind != yaml.MappingNode {
		return nil, Problems{{File: shown, Line: root.Line, Column: root.Column,
			Fault: "want named lists of records", Remedy: "write a name, a colon, and below it the records"}}
	}
	var out []Section
	var problems Problems
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
			s.Records = append(s.Records, Record{File: shown, Kind: s.Name, node: n})
		}
		out = append(out, s)
	}
	return out, problems
}
