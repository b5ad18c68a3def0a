package datafile_test

import (
	"strings"
	"testing"

	"jishi/schema/datafile"
)

// What somebody who does not know YAML gets wrong is told at its line, in plain words, with what to do.
func TestWhatBreaksYAML(t *testing.T) {
	for _, c := range []struct{ name, file, place, says string }{
		{"a list without its end", "- id: a\n  names: [x, y\n  zh: 甲\n", "f.yaml:2:3", "does not end"},
		{"a record without its end", "- id: a\n  parts:\n  - {of: \"x\", count: 1\n  zh: 甲\n", "f.yaml:3:3", "does not end"},
		{"no quotation marks about braces", "- id: a\n  zh: {subject} ... @\n", "f.yaml:2:3", "quotation marks"},
		{"no quotation marks about @", "- id: a\n  zh: @ {object}\n", "f.yaml:2:3", "quotation marks"},
		{"braces in a list", "- id: a\n  names: [({subject} ...)? @ {object}]\n", "f.yaml:2:3", "quotation marks"},
		{"a colon in a text", "- id: a\n  zh: A: B\n", "f.yaml:2:3", "quotation marks"},
		{"a quotation mark without its end", "- id: a\n  zh: \"甲\n  size: 3\n", "f.yaml:2:7", "not closed"},
		{"a quotation mark without its end in a list", "- id: a\n  parts:\n    - \"x\n    - \"y\"\n", "f.yaml:3:7", "not closed"},
		{"one in a record", "- id: a\n  parts: [{of: \"x, count: 1}]\n", "f.yaml:2:16", "not closed"},
		{"a tab before an element", "- id: a\n  names:\n\t- x\n", "f.yaml:3:1", "a tab"},
		{"a quotation mark inside", "- id: a\n  zh: 'it's so'\n", "f.yaml:2:3", "quotation marks"},
		{"too far left", "- id: a\n zh: 甲\n", "f.yaml:2:2", "one column"},
		{"too far right", "- id: a\n   zh: 甲\n", "f.yaml:2:4", "one column"},
		{"a tab", "- id: a\n\tzh: 甲\n", "f.yaml:2:1", "blanks"},
		{"no blank behind the colon", "- id: a\n  names:[x]\n", "f.yaml:2:3", "a blank behind the colon"},
		{"a full-width colon", "- id： a\n  zh: 甲\n", "f.yaml:1:5", "full-width"},
		{"a star", "- id: a\n  names: [*]\n", "f.yaml:2:3", "quotation marks"},
		{"an escape", "- id: a\n  zh: \"\\@\"\n", "f.yaml:2:3", `\`},
		{"behind a whole list over lines", "- id: a\n  names: [x,\n    y]\n  zh: {甲\n", "f.yaml:4:3", "does not end"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, problems := datafile.Parse("f.yaml", []byte(c.file))
			if len(problems) != 1 {
				t.Fatalf("problems: %v", problems)
			}
			if got := problems.Error(); !strings.HasPrefix(got, c.place+": ") || !strings.Contains(got, c.says) {
				t.Errorf("got %s; want %s and %q", got, c.place, c.says)
			}
			if p := problems[0]; p.Source == "" || p.Remedy == "" || p.Length < 1 {
				t.Errorf("%+v", p)
			}
		})
	}
}

// A broken line hides not what is broken behind it, where it is plain what was meant.
func TestBrokenLinesAreToldAtOnce(t *testing.T) {
	for file, want := range map[string][]string{
		"- id： a\n  zh: 甲\n   size: 3\n":                            {"1:5: a full-width colon", "3:4: the line begins in a column"},
		"- id: a\n\tzh: 甲\n\tsize: 3\n":                             {"2:1: a tab", "3:1: a tab"},
		"- id: a\n  names:\n    - \"x\n    - \"y\n  zh：甲\n":         {"3:7: a quotation mark", "4:7: a quotation mark", "5:5: a full-width colon"},
		"-id: a\n  zh: 甲\n  size:3\n":                               {"1:1: a blank is missing behind the -", "3:3: a key without its colon"},
		"- id: a\n zh: 甲\n- id: b\n\tzh: 乙\n":                       {"2:2: the line begins in a column", "4:1: a tab"},
		"- id: a\n  zh: {甲\n":                                       {"2:3: a record that begins with {"},
		"- id: a\n  zh: \xd6\xd0\n":                                 {"2:7: the file is not in UTF-8; save it again in the editor, with the encoding UTF-8"},
		"- id: a\n  names:\n  - \"x: [\n" + strings.Repeat("\t", 3): {"3:5: a quotation mark", "4:1: a tab"},
	} {
		_, problems := datafile.Parse("f.yaml", []byte(file))
		if len(problems) != len(want) {
			t.Errorf("%q: %v; want %v", file, problems, want)
			continue
		}
		for i, p := range problems.Sorted() {
			if !strings.HasPrefix(p.Error(), "f.yaml:"+want[i]) {
				t.Errorf("%q: %v; want %v", file, p, want[i])
			}
		}
	}
}

// A broken record hides neither the faults of the others nor the others.
func TestBrokenRecordsAmongGoodOnes(t *testing.T) {
	records, problems := datafile.Parse("f.yaml", []byte("# head\n- id: a\n  zh: @x\n- id: b\n  zh: 乙\n\n- {id: c, names: [x}\n- {id: d, zh: 丁}\n"))
	var got []string
	for _, r := range records {
		got = append(got, r.Value("id")+" "+r.Place())
	}
	if strings.Join(got, ", ") != "b f.yaml:4, d f.yaml:8" {
		t.Errorf("records: %v", got)
	}
	if len(problems) != 2 || problems[0].Line != 3 || problems[1].Line != 7 {
		t.Errorf("problems: %v", problems)
	}
}
