package datafile_test

import (
	"strings"
	"testing"

	"jishi/schema/datafile"
)

// FuzzParse: no file makes the reader panic, and every problem has its place.
func FuzzParse(f *testing.F) {
	for _, seed := range []string{
		"", "- {id: a, zh: 甲, names: [x, y], size: 3}\n", "- id: a\n  parts:\n    - {of: b, count: 2}\n", "a: b\n", "- - -\n",
		"- &x {id: a}\n- *x\n", "- <<: {id: a}\n  zh: b\n", "- {id: a, id: b}\n", "- ? [x]\n  : y\n", "- !!binary aGk=\n", "--- \n- {id: a}\n---\n- {id: b}\n",
		"- id: !t a\n  size: 0x10\n  names: [~, null, 1.5]\n", "- {id: a, disabled: true}\n- {id: a, disabled: yes}\n", "\xef\xbb\xbf- {id: a}\n", "- {id: \"\\uD800\"}\n", "%YAML 9\n",
		"- id: &a a\n  names: [*a, *a]\n", "-\n", "- id:\n", "- {1: 2}\n", "- &r {id: *r}\n", "- &r [*r]\n", "- &r {parts: *r}\n",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		records, problems := datafile.Parse("things.yaml", []byte(text))
		for _, r := range records {
			var v thing
			problems = append(problems, r.Decode(&v)...)
			if r.Line() < 1 || !strings.HasPrefix(r.Place(), "things.yaml:") {
				t.Errorf("a record at %s", r.Place())
			}
			_ = r.Raw()
		}
		for _, p := range problems {
			if p.File != "things.yaml" || p.Line < 1 || p.Column < 1 || p.Fault == "" {
				t.Errorf("a problem without its place: %+v", p)
			}
		}
		if _, problems := datafile.Sections("things.yaml", []byte(text)); len(problems) > 0 && problems[0].Line < 1 {
			t.Errorf("a problem without its place: %+v", problems[0])
		}
		read, _ := datafile.Read([]datafile.Layer{
			layer("a", false, map[string]string{"things.yaml": "- {id: a, zh: 甲}\n"}), layer("b", true, map[string]string{"things.yaml": text}),
		}, "id")
		for _, r := range read {
			var v thing
			_ = r.Decode(&v)
		}
	})
}
