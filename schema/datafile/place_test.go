package datafile_test

import (
	"strings"
	"testing"

	"jishi/schema/datafile"
)

// A fault inside a text has its place however the text is written.
func TestProblemInside(t *testing.T) {
	for _, c := range []struct {
		name, file string
		character  int
		place      string
	}{
		{"plain", "- zh: 甲乙丙\n", 2, "f.yaml:1:9"},
		{"plain, its begin", "- zh: 甲乙丙\n", 0, "f.yaml:1:7"},
		{"plain, behind its end", "- zh: 甲乙丙\n", 9, "f.yaml:1:10"},
		{"double quotes", "- zh: \"甲乙丙\"\n", 2, "f.yaml:1:10"},
		{"double quotes with an escape", `- zh: "甲\"乙\u4e19丁"` + "\n", 4, "f.yaml:1:18"},
		{"single quotes with an escape", "- zh: '甲''乙丙'\n", 3, "f.yaml:1:12"},
		{"blanks", "- zh: \"甲  乙\"\n", 3, "f.yaml:1:11"},
		{"at a blank", "- zh: \"甲 乙\"\n", 1, "f.yaml:1:9"},
		{"the next line of a plain text", "- zh: 甲乙\n    丙丁\n", 4, "f.yaml:2:6"},
		{"the next line of a quoted text", "- zh: \"甲乙\n    丙丁\"\n", 3, "f.yaml:2:5"},
		{"folded", "- zh: >\n    甲乙\n    丙丁\n", 4, "f.yaml:3:6"},
		{"literal", "- zh: |\n    甲乙\n\n    丙丁\n", 5, "f.yaml:4:6"},
		{"in a record on one line", "- {id: x, zh: \"甲乙\"}\n", 1, "f.yaml:1:17"},
		{"no text", "- zh: [甲, 乙]\n", 1, "f.yaml:1:7"},
	} {
		t.Run(c.name, func(t *testing.T) {
			records, problems := datafile.Parse("f.yaml", []byte(c.file))
			if len(problems) > 0 {
				t.Fatal(problems)
			}
			if got := records[0].ProblemInside(c.character, "zh", "bad", "").Error(); got != c.place+": bad" {
				t.Errorf("got %s, want %s", got, c.place)
			}
		})
	}
}

// What is at fault can be underlined: the line is there, and how many of its characters.
func TestSourceAndLength(t *testing.T) {
	for _, c := range []struct{ file, key, source, marked string }{
		{"- id: a\n  zh: 甲乙丙 # why\n", "zh", "  zh: 甲乙丙 # why", "甲乙丙"},
		{"- {zh: \"甲\\\"乙\", id: a}\r\n", "zh", "- {zh: \"甲\\\"乙\", id: a}", "\"甲\\\"乙\""},
		{"- {zh: '甲''乙'}\n", "zh", "- {zh: '甲''乙'}", "'甲'"},
		{"- zh: [甲, 乙]\n", "zh", "- zh: [甲, 乙]", "["},
		{"\ufeff- zh: 甲\n", "zh", "- zh: 甲", "甲"},
	} {
		records, problems := datafile.Parse("f.yaml", []byte(c.file))
		if len(problems) > 0 {
			t.Fatal(problems)
		}
		p := records[0].Problem(c.key, "bad", "")
		if p.Source != c.source {
			t.Errorf("%q: the line is %q, want %q", c.file, p.Source, c.source)
		}
		if line := []rune(p.Source); string(line[p.Column-1:p.Column-1+p.Length]) != c.marked {
			t.Errorf("%q: marked is %q, want %q", c.file, string(line[p.Column-1:p.Column-1+p.Length]), c.marked)
		}
	}
}

// A record that two layers write: a fault names the file that has the value.
func TestProblemOfALaidOverRecord(t *testing.T) {
	records, problems := datafile.Read([]datafile.Layer{
		layer("ours", false, map[string]string{"things.yaml": "# head\n- id: a\n  zh: 甲\n  size: x\n\n# of b\n- id: b\n"}),
		layer("mine", true, map[string]string{"things.yaml": "\n- id: a\n  names: y\n"}),
	}, "id")
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	var v thing
	want := "mine/things.yaml:3:10: want a list; write names: [y]\nours/things.yaml:4:9: want a whole number, not \"x\"; write size: VALUE"
	if got := records[0].Decode(&v).Error(); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if got := records[0].Problem("zh", "bad", "").Error(); got != "ours/things.yaml:3:7: bad" {
		t.Errorf("got %s", got)
	}
	if v.Zh != "甲" {
		t.Errorf("what can be read is not filled in: %+v", v)
	}
	var got []string
	for _, w := range records[0].Written() {
		got = append(got, w.File, strings.ReplaceAll(w.Text, "\n", "/"))
	}
	if strings.Join(got, " ") != "ours/things.yaml - id: a/  zh: 甲/  size: x/ mine/things.yaml - id: a/  names: y/" {
		t.Errorf("written: %q", got)
	}
}
