package datafile_test

import (
	"testing"

	"jishi/schema/datafile"
)

func TestSections(t *testing.T) {
	sections, problems := datafile.Sections("f.yaml", []byte("first:\n  - {id: a}\n  - {id: b}\nsecond: []\n"))
	if len(problems) > 0 || len(sections) != 2 {
		t.Fatalf("%v, %v", sections, problems)
	}
	if s := sections[0]; s.Name != "first" || s.Problem("x", "").Line != 1 || len(s.Records) != 2 || s.Records[1].Place() != "f.yaml:3" || s.Records[1].Kind != "first" {
		t.Errorf("%+v", s)
	}
	if s := sections[1]; s.Name != "second" || s.Problem("x", "").Line != 4 || len(s.Records) != 0 {
		t.Errorf("%+v", s)
	}
}

func TestSectionsProblems(t *testing.T) {
	for _, c := range []struct{ file, want string }{
		{"- {id: a}\n", "f.yaml:1:1: want named lists of records; write a name, a colon, and below it the records"},
		{"first: 3\nsecond:\n  - a\n  - {id: b}\n", "f.yaml:1:8: want a list of records below first; begin each record with '- '\nf.yaml:3:5: want a record (key: value); see FORMAT.md beside the data"},
		{"", ""},
		{"# nothing\n", ""},
	} {
		_, problems := datafile.Sections("f.yaml", []byte(c.file))
		if got := problems.Error(); got != c.want {
			t.Errorf("%q: got\n%s\nwant\n%s", c.file, got, c.want)
		}
	}
	if _, problems := datafile.Sections("f.yaml", []byte("first: [\n")); len(problems) != 1 || problems[0].Line < 1 {
		t.Errorf("broken YAML: %v", problems)
	}
}
