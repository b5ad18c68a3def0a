package datafile

import (
	"strings"
	"testing"
)

func TestEntry(t *testing.T) {
	got, err := Entry(Pairs{{"id", "NO"}, {"zh", "挪威"}, {"en", ""}, {"date", "2019-06-03"}, {"why", "a: b # c\n“d”"}, {"aliases", []string{"諾威", "yes", "[x]"}},
		{"none", []string(nil)}, {"empty", []string{}}, {"read", Pairs{{"subject", "NO"}, {"items", []Pairs{{{"name", "帐篷"}, {"quantity", "40"}}}}}}, {"to", Pairs{}}})
	if err != nil {
		t.Fatal(err)
	}
	want := `- id: "NO"
  zh: 挪威
  date: 2019-06-03
  why: |-
    a: b # c
    “d”
  aliases: [諾威, "yes", '[x]']
  empty: []
  read: {subject: "NO", items: [{name: 帐篷, quantity: 40}]}
`
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if _, err := Entry(Pairs{{"n", 3}}); err == nil {
		t.Error("a number is no value")
	}
}

func TestAppend(t *testing.T) {
	const entry = "- id: b\n  zh: 乙\n"
	for _, c := range []struct {
		name, raw, want string
		line            int
	}{
		{"nothing", "", entry, 1},
		{"a comment alone", "# mine\n", "# mine\n" + entry, 2},
		{"records and comments", "# mine\n- id: a # first\n\n# last\n", "# mine\n- id: a # first\n\n# last\n" + entry, 5},
		{"no line end", "- {id: a}", "- {id: a}\n" + entry, 2},
		{"line ends of Windows", "- id: a\r\n", "- id: a\r\n- id: b\r\n  zh: 乙\r\n", 2},
		{"an indented list", "  - id: a\n    zh: 甲\n", "  - id: a\n    zh: 甲\n  - id: b\n    zh: 乙\n", 3},
	} {
		got, line, err := Append("f.yaml", []byte(c.raw), entry)
		if err != nil || string(got) != c.want || line != c.line {
			t.Errorf("%s: line %d, %v\n%q, want\n%q", c.name, line, err, got, c.want)
		}
	}
	for raw, want := range map[string]string{
		"[{id: a}]\n":        "f.yaml:1:1: the list stands in brackets",
		"id: a\n":            "f.yaml:1:1: want a list of records",
		"- id: a\n zh: [a\n": "f.yaml:2",
	} {
		if got, _, err := Append("f.yaml", []byte(raw), entry); err == nil || !strings.HasPrefix(err.Error(), want) || got != nil {
			t.Errorf("%q: %q, %v, want %s", raw, got, err, want)
		}
	}
}

// What is there stays, and one record more can be read, whatever the file and the words.
func FuzzAppend(f *testing.F) {
	f.Add("# mine\n- id: a\n", "乙", "a: b\n\n # c")
	f.Add("- {id: a}", "NO", "'")
	f.Add("- id: a\r\n\r\n", "---", "...")
	f.Add("  - id: a\n", "- x", "\t")
	f.Fuzz(func(t *testing.T, raw, id, why string) {
		entry, err := Entry(Pairs{{"id", id}, {"why", why}, {"list", []string{id, why}}, {"in", Pairs{{"why", why}}}})
		if err != nil {
			return
		}
		before, _ := Parse("f.yaml", []byte(raw))
		got, _, err := Append("f.yaml", []byte(raw), entry)
		if err != nil {
			return
		}
		if !strings.HasPrefix(string(got), raw) {
			t.Fatalf("%q is no longer as it was: %q", raw, got)
		}
		after, problems := Parse("f.yaml", got)
		if len(problems) > 0 || len(after) != len(before)+1 {
			t.Fatalf("%q: %d records, %v", got, len(after), problems)
		}
	})
}
