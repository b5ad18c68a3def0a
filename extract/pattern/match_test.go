package pattern

import (
	"fmt"
	"strings"
	"testing"

	"jishi/schema"
)

// sentence makes tokens of words with blanks between: the name of a type is a mention of that type, with + a list of two
// such, "mixed" a list of a country and an organization.
func sentence(text string) []schema.Token {
	var out []schema.Token
	at := 0
	for _, w := range strings.Fields(text) {
		tok := schema.Token{At: schema.Local{Start: at, End: at + len(w)}}
		at += len(w) + 1
		typ, list := strings.CutSuffix(w, "+")
		switch {
		case typ == "mixed":
			tok.Mentions = []schema.Mention{{Type: "country"}, {Type: "organization"}}
		case typ != "" && strings.Trim(typ, "abcdefghijklmnopqrstuvwxyz") == "":
			tok.Mentions = []schema.Mention{{Type: typ}}
			if list {
				tok.Mentions = append(tok.Mentions, schema.Mention{Type: typ})
			}
		default:
			tok.Word = w
		}
		out = append(out, tok)
	}
	return out
}

func within(t *testing.T, m Match, trigger, n int) {
	t.Helper()
	if m.Start < 0 || m.Start > trigger || m.End <= trigger || m.End > n {
		t.Errorf("a match of the trigger %d reaches from %d to %d of %d tokens", trigger, m.Start, m.End, n)
	}
	for i, b := range m.Bindings {
		if b.Token < 0 || b.Token >= n || b.Token == trigger {
			t.Errorf("%s is bound to token %d of %d, the trigger is %d", b.Role, b.Token, n, trigger)
		}
		if i > 0 && m.Bindings[i-1].Token > b.Token {
			t.Errorf("bindings are not from left to right: %v", m.Bindings)
		}
	}
}

func TestMatch(t *testing.T) {
	for _, c := range []struct{ pattern, sentence, want string }{
		{"@", "TT", "0-1"},
		{"{subject} @", "leader TT", "0-2 subject=0"},
		{"{subject} @", "甲 TT", ""},
		{"{subject} @", "supply TT", ""}, // things do not act
		{"{subject} ... @", "leader 同 甲 乙 TT", "0-5 subject=0"},
		{"{subject} ... @", "leader ， 甲 TT", ""}, // a gap stays in its clause
		{"{subject} ... @", "leader 。 TT", ""},
		{"{subject} >> @", "leader ， 甲 ， TT", "0-5 subject=0"},
		{"{subject} .. @", "leader 甲 乙 丙 TT", "0-5 subject=0"},
		{"{subject} .. @", "leader 甲 乙 丙 丁 TT", ""},
		{"{subject} ... @ ... {object}", "country leader TT 甲 country leader", "1-5 subject=1 object=4"}, // the nearest on both sides
		{"({subject} ...)? 同 {object} ... @", "leader 同 country 甲 TT", "0-5 subject=0 object=2"},
		{"({subject} ...)? 同 {object} ... @", "同 country 甲 TT", "0-4 object=1"},
		{"({subject} ...)? 同 {object} ... @", "leader ， 同 country 甲 TT", "2-6 object=3"},
		{"同|与 {object} @", "与 leader TT", "0-3 object=1"},
		{"同|与 {object} @", "和 leader TT", ""},
		{"{both: actor+} @", "country+ TT", "0-2 both=0"},
		{"{both: actor+} @", "mixed TT", "0-2 both=0"},
		{"{both: actor+} @", "country TT", ""},
		{"{subject} @", "country+ TT", "0-2 subject=0"}, // one who acts may be a list
		{"{subject: leader} @", "country TT", ""},
		{"{object: country|place} @", "place TT", "0-2 object=0"},
		{"@ {items: supply}", "TT supply+", "0-2 items=1"},
		{"@ {items: supply}", "TT mixed", ""},
		{"@ ... <kind: 贺电|唁电>", "TT 了 唁电", "0-3 kind=2w"},
		{"@ 了? {object}", "TT 了 leader", "0-3 object=2"},
		{"@ 了? {object}", "TT leader", "0-2 object=1"},
		{"@ ({a: place} | {b: country}) 了", "TT country 了", "0-3 b=1"},
		{"^ {subject} @", "甲 ， leader TT", "1-4 subject=2"},
		{"^ {subject} @", "甲 leader TT", ""},
		{"^ {subject} @", "leader TT", "0-2 subject=0"},
		{"@ $", "TT", "0-1"},
		{"@ $", "TT 。", "0-2"},
		{"@ $", "TT 了", ""},
		{"@ ... {object}", "TT " + strings.Repeat("甲 ", 25) + "leader", "0-27 object=26"},
		{"@ ... {object}", "TT " + strings.Repeat("甲 ", 26) + "leader", ""},
		{"@ >> {object}", "TT " + strings.Repeat("， ", 40) + "leader", "0-42 object=41"},
		{"@ >> {object}", "TT " + strings.Repeat("， ", 41) + "leader", ""},
		{"@ {date: date} {sum: amount} {who: reference}", "TT date amount reference", "0-4 date=1 sum=2 who=3"},
	} {
		p, err := Parse(c.pattern)
		if err != nil {
			t.Errorf("%s: %v", c.pattern, err)
			continue
		}
		tokens := sentence(c.sentence)
		a := NewAlphabet(append(p.Words(), "TT"), types())
		compiled := a.Compile(p)
		trigger := 0
		for i, tok := range tokens {
			if tok.Word == "TT" {
				trigger = i
			}
		}
		m, ok := compiled.Match(a.Read(tokens), trigger)
		got := ""
		if ok {
			within(t, m, trigger, len(tokens))
			got = fmt.Sprintf("%d-%d", m.Start, m.End)
			for _, b := range m.Bindings {
				got += fmt.Sprintf(" %s=%d", b.Role, b.Token)
				if b.Word {
					got += "w"
				}
			}
		}
		if got != c.want {
			t.Errorf("%s on %q: %q, want %q", c.pattern, c.sentence, got, c.want)
		}
	}
}

func types() []string {
	return strings.Fields("date amount reference leader country organization supply place group team meeting facility document")
}

func TestMatchOutsideTheSentence(t *testing.T) {
	p, err := Parse("... @ ...")
	if err != nil {
		t.Fatal(err)
	}
	a := NewAlphabet(nil, types())
	c := a.Compile(p)
	for _, s := range []string{"", "甲", "甲 乙"} {
		tokens := sentence(s)
		for _, i := range []int{-1, len(tokens), len(tokens) + 7} {
			if m, ok := c.Match(a.Read(tokens), i); ok {
				t.Errorf("%q at %d: %v", s, i, m)
			}
		}
	}
}

// Only the mentions of the types that the element names are meant, not all of a mixed list.
func TestFits(t *testing.T) {
	tok := schema.Token{Mentions: []schema.Mention{{Type: "country"}, {Type: "organization"}, {Type: "country"}}}
	for _, c := range []struct {
		types []string
		want  int
	}{{[]string{"country"}, 2}, {[]string{"actor"}, 3}, {[]string{"leader"}, 0}, {[]string{"leader", "organization"}, 1}} {
		if got := (Binding{Types: c.types}).Fits(tok); len(got) != c.want {
			t.Errorf("%v: %d mentions, want %d", c.types, len(got), c.want)
		}
	}
}

// A type that no entity has must be a fault, never a pattern that matches something else.
func TestUnknownTypeIsNoPattern(t *testing.T) {
	for _, text := range []string{"@ {x: plaec}", "@ {x: plaec} ... {object}", "{x: plaec}? ... 同 @"} {
		p, err := Parse(text)
		if err != nil {
			t.Fatal(err)
		}
		a := NewAlphabet(p.Words(), types())
		c := a.Compile(p)
		tokens := sentence("甲 同 TT 甲 leader ， leader")
		if m, ok := c.Match(a.Read(tokens), 2); ok && strings.Contains(fmt.Sprint(m.Bindings), "{x ") {
			t.Errorf("%s matches: %+v", text, m)
		}
	}
}

// The trigger's window bounds the work for a sentence full of triggers.
func TestAMatchReachesNoFartherThanItsWindow(t *testing.T) {
	p, err := Parse("{subject} >> 甲 >> 甲 >> 甲 >> 甲 @")
	if err != nil {
		t.Fatal(err)
	}
	a := NewAlphabet(p.Words(), types())
	c := a.Compile(p)
	gap := strings.Repeat("乙 ", 39)
	text := "leader " + strings.Repeat(gap+"甲 ", 4)
	tokens := sentence(text + "TT")
	if m, ok := c.Match(a.Read(tokens), len(tokens)-1); ok && m.Start < len(tokens)-1-window {
		t.Errorf("a match begins %d tokens before its trigger", len(tokens)-1-m.Start)
	}
}
