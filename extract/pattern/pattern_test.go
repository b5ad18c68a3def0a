package pattern

import (
	"io/fs"
	"reflect"
	"strings"
	"testing"

	"gopkg.in/yaml.v3"

	"os"
)

// shippedPatterns are the patterns of the rule files beside this package, by file and rule.
func shippedPatterns(t testing.TB) map[string][]string {
	t.Helper()
	folder := os.DirFS("../rule/data")
	files, err := fs.Glob(folder, "*.yaml")
	if err != nil || len(files) == 0 {
		t.Fatalf("%v, %v", files, err)
	}
	out := map[string][]string{}
	for _, name := range files {
		raw, err := fs.ReadFile(folder, name)
		if err != nil {
			t.Fatal(err)
		}
		var rules []struct {
			Name     string
			Pattern  string
			Patterns []string
		}
		if err := yaml.Unmarshal(raw, &rules); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		for _, r := range rules {
			if r.Pattern != "" {
				r.Patterns = append(r.Patterns, r.Pattern)
			}
			out[name+" "+r.Name] = append(out[name+" "+r.Name], r.Patterns...)
		}
	}
	return out
}

func roundTrip(t *testing.T, text string) {
	t.Helper()
	p, err := Parse(text)
	if err != nil {
		t.Errorf("%q: %v", text, err)
		return
	}
	printed := p.String()
	again, err := Parse(printed)
	if err != nil {
		t.Errorf("%q is printed as %q: %v", text, printed, err)
		return
	}
	if !reflect.DeepEqual(p, again) {
		t.Errorf("%q is printed as %q, which is another pattern", text, printed)
	}
	if again.String() != printed {
		t.Errorf("%q is printed as %q, then as %q", text, printed, again.String())
	}
}

func TestShippedPatternsPrintAsThemselves(t *testing.T) {
	n := 0
	for _, patterns := range shippedPatterns(t) {
		for _, text := range patterns {
			roundTrip(t, text)
			n++
		}
	}
	if n < 50 {
		t.Errorf("only %d patterns", n)
	}
}

// goodPatterns with what they are printed as.
func goodPatterns() []struct{ text, printed string } {
	return []struct{ text, printed string }{
		{"@", "@"},
		{" @ ", "@"},
		{"{subject} @", "{subject} @"},
		{"{subject:actor}@{object:country|place}", "{subject} @ {object: country|place}"},
		{"{both: actor+} ... @", "{both: actor+} ... @"},
		{"{both: country+}? @", "{both: country+}? @"},
		{"同|与|和 {object} .. @ >> $", "同|与|和 {object} .. @ >> $"},
		{"^ 由? {subject} @ 了?", "^ 由? {subject} @ 了?"},
		{"(由 {subject} ...)? @", "( 由 {subject} ... )? @"},
		{"( 在 {place: place} | {date: date} | 联合|共同 )? @", "( 在 {place: place} | {date: date} | 联合|共同 )? @"},
		{"(a(b(c)?)?)? @", "( a ( b ( c )? )? )? @"},
		{"@ <kind: 贺电|唁电>", "@ <kind: 贺电|唁电>"},
		{"@ <kind:贺电>?", "@ <kind: 贺电>?"},
		{"\u3000同\t@\n{object}", "同 @ {object}"},
		{"，? @ 。", "，? @ 。"},
	}
}

func TestParseAndPrint(t *testing.T) {
	for _, c := range goodPatterns() {
		p, err := Parse(c.text)
		if err != nil {
			t.Errorf("%q: %v", c.text, err)
			continue
		}
		if got := p.String(); got != c.printed {
			t.Errorf("%q is printed as %q, want %q", c.text, got, c.printed)
		}
		roundTrip(t, c.text)
	}
}

// badPatterns with the position, counted in characters from 0, and a part of the fault.
func badPatterns() []struct {
	text  string
	at    int
	fault string
} {
	return []struct {
		text  string
		at    int
		fault string
	}{
		{"", 0, "the trigger @ is missing"},
		{"{subject} 同", 0, "the trigger @ is missing"},
		{"{subject} @ 同 @", 14, "the trigger @ stands twice"},
		{"同 (@ 了)", 4, "the trigger @ stands in brackets"},
		{"@ 同)", 3, "a closing bracket without an opening one"},
		{"@ (同", 2, "a bracket is not closed"},
		{"(同 {subject} @", 0, "a bracket is not closed"},
		{"{subject: place 市 同 {object: place} @", 0, "a bracket is not closed"},
		{"同 <kind: 贺电 {object} > @", 2, "a bracket is not closed"},
		{"{subject} …… @", 10, "… is no sign of a pattern"},
		{"@ ()", 3, "an alternative is empty"},
		{"@ (同|)", 5, "a word is missing"},
		{"@ ( | 同)", 4, "an alternative is empty"},
		{"@ | 同", 2, "alternatives stand outside brackets"},
		{"同 {subject @", 2, "a bracket is not closed"},
		{"同 <kind: 贺电 @", 2, "a bracket is not closed"},
		{"同 {主语} @", 2, `a role's name is "主语"`},
		{"同 {} @", 2, `a role's name is ""`},
		{"同 {subject: } @", 2, `an entity type is ""`},
		{"同 {subject: a|} @", 2, `an entity type is ""`},
		{"同 <贺电> @", 2, "want <key: word|word>"},
		{"同 <kind: > @", 2, "a word is missing"},
		{"同 <kind: a||b> @", 2, "a word is missing"},
		{"同| @", 2, "a word is missing"},
		{"@ ?", 2, "a word is missing"},
		{"@? 同", 1, ""},
		{"@ ...?", 5, ""},
		{"@ 同 }", 4, ""},
		{strings.Repeat("(", 30) + "同" + strings.Repeat(")", 30) + "@", 21, "brackets are nested too deep"},
	}
}

func TestErrorsHaveTheirPosition(t *testing.T) {
	for _, c := range badPatterns() {
		p, err := Parse(c.text)
		if err == nil {
			t.Errorf("%q is taken as %q", c.text, p)
			continue
		}
		e, ok := err.(*Error)
		if !ok {
			t.Errorf("%q: %T", c.text, err)
			continue
		}
		if e.At != c.at || !strings.Contains(e.Fault, c.fault) || e.Remedy == "" {
			t.Errorf("%q: at %d %q (%q), want at %d %q", c.text, e.At, e.Fault, e.Remedy, c.at, c.fault)
		}
	}
}

func TestErrorMessage(t *testing.T) {
	_, err := Parse("@ 同)")
	if want := "at character 4 of the pattern: a closing bracket without an opening one; remove it"; err == nil || err.Error() != want {
		t.Errorf("got %v, want %s", err, want)
	}
}

func TestWordsAndRoles(t *testing.T) {
	p, err := Parse("(由|经 {subject})? 同 @ <kind: 贺电|唁电> ({object: country} | {object: place+} 内)")
	if err != nil {
		t.Fatal(err)
	}
	if got := strings.Join(p.Words(), " "); got != "由 经 同 贺电 唁电 内" {
		t.Errorf("words are %s", got)
	}
	want := map[string][]string{"subject": {"actor"}, "kind": nil, "object": {"country", "place"}}
	if got := p.Roles(); !reflect.DeepEqual(got, want) {
		t.Errorf("roles are %v, want %v", got, want)
	}
}

func FuzzParse(f *testing.F) {
	for _, patterns := range shippedPatterns(f) {
		for _, text := range patterns {
			f.Add(text)
		}
	}
	for _, c := range goodPatterns() {
		f.Add(c.text)
	}
	for _, c := range badPatterns() {
		f.Add(c.text)
	}
	for _, text := range []string{"@{a:x}", "@{a:x}{b:y}", "{a:x}{b:y}@{c:z}", "@{a:x}..{b}", "@{a:x}{b:leader}{c:y}", "{b:leader+}@{a:x|leader}?{c}", "(..){A:A}@"} { // types that are none
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		p, err := Parse(text)
		if err != nil {
			if e, ok := err.(*Error); !ok || e.At < 0 || e.At > len([]rune(text)) || e.Fault == "" {
				t.Errorf("%q: %v", text, err)
			}
			return
		}
		roundTrip(t, text)
		if len(text) > 300 {
			return // what is too long to compile gets an error, which takes its time
		}
		a := NewAlphabet(p.Words(), []string{"leader", "country", "organization", "place", "supply", "team", "group", "meeting", "date", "amount"})
		c := a.Compile(p)
		tokens := sentence("甲 leader 同 country ， 同 @ 了 supply 。")
		s := a.Read(tokens)
		for i := range tokens {
			if m, ok := c.Match(s, i); ok {
				within(t, m, i, len(tokens))
			}
		}
	})
}
