package schema

import (
	"maps"
	"slices"
	"strings"
	"testing"
)

// tale makes a fact of an event: doc, entry, event, date, and who did what to whom.
func tale(doc, entry, event string, date Day, subject, relation, object string) Fact {
	return Fact{Doc: doc, Entry: entry, EntryHash: Hash(doc, entry), Event: event, Relation: relation, Modality: Actual,
		Date: Date{First: date, Basis: FromHeading}, Subject: Party{Entity: subject}, Object: Party{Entity: object}}
}

func TestSameEvents(t *testing.T) {
	o := &Ontology{Relations: []Relation{{ID: "called", Symmetric: true}, {ID: "wroteTo"}}}
	may4, may5 := Day{2017, 5, 4}, Day{2017, 5, 5}
	with := func(f Fact, change func(*Fact)) Fact { change(&f); return f }
	for _, c := range []struct {
		name  string
		facts []Fact
		want  map[string]string
	}{
		{"two documents tell one call, the parties exchanged", []Fact{
			tale("b", "2017-05-04#1", "e2", may4, "NO", "called", "CL"), tale("a", "2017-05-04#1", "e1", may4, "CL", "called", "NO"),
		}, map[string]string{"e2": "e1"}},
		{"a letter has a direction", []Fact{
			tale("a", "2017-05-04#1", "e1", may4, "CL", "wroteTo", "NO"), tale("b", "2017-05-04#1", "e2", may4, "NO", "wroteTo", "CL"),
		}, nil},
		{"the first telling is the one of the earlier entry, not of the earlier document", []Fact{
			tale("a", "2017-05-05#1", "e1", may4, "CL", "called", "NO"), tale("b", "2017-05-04#1", "e2", may4, "CL", "called", "NO"),
		}, map[string]string{"e1": "e2"}},
		{"next day's call is another", []Fact{
			tale("a", "2017-05-04#1", "e1", may4, "CL", "called", "NO"), tale("a", "2017-05-05#1", "e2", may5, "CL", "called", "NO"),
		}, nil},
		{"a promise is not its deed", []Fact{
			tale("a", "2017-05-04#1", "e1", may4, "CL", "called", "NO"),
			with(tale("b", "2017-05-04#1", "e2", may4, "CL", "called", "NO"), func(f *Fact) { f.Modality = Planned }),
		}, nil},
		{"an unknown day, a month, an open party: nothing is known to be the same", []Fact{
			tale("a", "undated#1", "e1", Day{}, "CL", "called", "NO"), tale("b", "undated#1", "e2", Day{}, "CL", "called", "NO"),
			tale("a", "2017-05#1", "e3", Day{2017, 5, 0}, "CL", "called", "NO"), tale("b", "2017-05#1", "e4", Day{2017, 5, 0}, "CL", "called", "NO"),
			tale("a", "2017-05-04#1", "e5", may4, "CL", "wroteTo", ""), tale("b", "2017-05-04#1", "e6", may4, "CL", "wroteTo", ""),
		}, nil},
		{"a day whose year is not known", []Fact{
			tale("a", "--05-04#1", "e1", Day{0, 5, 4}, "CL", "called", "NO"), tale("b", "--05-04#1", "e2", Day{0, 5, 4}, "CL", "called", "NO"),
		}, map[string]string{"e2": "e1"}},
		{"all later tellings lead to the first", []Fact{
			tale("a", "2017-05-04#1", "e1", may4, "CL", "called", "NO"), tale("b", "2017-05-04#1", "e2", may4, "NO", "called", "CL"),
			tale("c", "2017-05-04#1", "e3", may4, "CL", "called", "NO"),
		}, map[string]string{"e2": "e1", "e3": "e1"}},
		{"an event of several facts, known by one; a chain leads to its head", []Fact{
			tale("a", "2017-05-04#1", "e1", may4, "CL", "called", "NO"),
			tale("b", "2017-05-04#1", "e2", may4, "CL", "called", "NO"), tale("b", "2017-05-04#1", "e2", may4, "CL", "called", "PE"),
			tale("c", "2017-05-04#1", "e3", may4, "CL", "called", "PE"),
		}, map[string]string{"e2": "e1", "e3": "e1"}},
		{"one entry tells each of its events once", []Fact{
			tale("a", "2017-05-04#1", "e1", may4, "CL", "called", "NO"), tale("a", "2017-05-04#1", "e2", may4, "CL", "called", "NO"),
		}, nil},
		{"an office is no event", []Fact{
			tale("a", "2017-05-04#1", "", may4, "x", HoldsOffice, "NO"), tale("b", "2017-05-04#1", "", may4, "x", HoldsOffice, "NO"),
		}, nil},
		{"somebody without identity is known by name", []Fact{
			with(tale("a", "2017-05-04#1", "e1", may4, "CL", "called", ""), func(f *Fact) { f.Object.Name = "甲" }),
			with(tale("b", "2017-05-04#1", "e2", may4, "CL", "called", ""), func(f *Fact) { f.Object.Name = "甲" }),
			with(tale("c", "2017-05-04#1", "e3", may4, "CL", "called", ""), func(f *Fact) { f.Object.Name = "乙" }),
		}, map[string]string{"e2": "e1"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := SameEvents(c.facts, nil, o); !maps.Equal(got, c.want) {
				t.Errorf("%v, want %v", got, c.want)
			}
			slices.Reverse(c.facts) // documents may come in any order
			if got := SameEvents(c.facts, nil, o); c.name[0] != 'o' && !maps.Equal(got, c.want) {
				t.Errorf("in another order: %v, want %v", got, c.want)
			}
		})
	}
}

// An event of which nobody says the day is the same only where two documents tell it in one item, word for word.
func TestSameEventsOfUnknownDay(t *testing.T) {
	const item = "◆挪威向智利捐赠了30顶帐篷，\n智利外长表示感谢。双方还商定了今后的合作。"
	call := func(doc, label, event string, date Day) Fact {
		return tale(doc, label, event, date, "NO", "donatedTo", "CL")
	}
	may4 := Day{2017, 5, 4}
	for _, c := range []struct {
		name  string
		facts []Fact
		items map[string]string // by document and label
		want  map[string]string
	}{
		{"the same item, broken otherwise", []Fact{call("a", "undated#1", "e1", Day{}), call("b", "undated#1", "e2", Day{})},
			map[string]string{"aundated#1": item, "bundated#1": strings.ReplaceAll(strings.ReplaceAll(item, "\n", ""), "◆", "● ")}, map[string]string{"e2": "e1"}},
		{"one with a day", []Fact{call("a", "undated#1", "e1", Day{}), call("b", "2017-05-04#1", "e2", may4)},
			map[string]string{"aundated#1": item, "b2017-05-04#1": item}, map[string]string{"e1": "e2"}},
		{"both with a day, and not the same", []Fact{call("a", "2017-05-04#1", "e1", may4), call("b", "2017-05-05#1", "e2", Day{2017, 5, 5})},
			map[string]string{"a2017-05-04#1": item, "b2017-05-05#1": item}, nil},
		{"a word more", []Fact{call("a", "undated#1", "e1", Day{}), call("b", "undated#1", "e2", Day{})},
			map[string]string{"aundated#1": item, "bundated#1": item + "又及"}, nil},
		{"another party", []Fact{call("a", "undated#1", "e1", Day{}), tale("b", "undated#1", "e2", Day{}, "FI", "donatedTo", "CL")},
			map[string]string{"aundated#1": item, "bundated#1": item}, nil},
		{"twice in one document", []Fact{call("a", "undated#1", "e1", Day{}), call("a", "undated#2", "e2", Day{})},
			map[string]string{"aundated#1": item, "aundated#2": item}, nil},
		{"too few words to be no chance", []Fact{call("a", "undated#1", "e1", Day{}), call("b", "undated#1", "e2", Day{})},
			map[string]string{"aundated#1": "挪威向智利捐赠帐篷。", "bundated#1": "挪威向智利捐赠帐篷。"}, nil},
		{"a text that is withheld", []Fact{call("a", "undated#1", "e1", Day{}), call("b", "undated#1", "e2", Day{})},
			map[string]string{"aundated#1": strings.Repeat(Withheld, 40), "bundated#1": strings.Repeat(Withheld, 40)}, nil},
	} {
		items := map[[2]string]string{}
		for _, f := range c.facts {
			items[[2]string{f.Doc, f.EntryHash}] = c.items[f.Doc+f.Entry]
		}
		got := SameEvents(c.facts, func(doc, entry string) string { return items[[2]string{doc, entry}] }, nil)
		if !maps.Equal(got, c.want) {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
}

func TestSameEventsWithoutOntology(t *testing.T) {
	facts := []Fact{
		tale("a", "2017-05-04#1", "e1", Day{2017, 5, 4}, "CL", "called", "NO"),
		tale("b", "2017-05-04#1", "e2", Day{2017, 5, 4}, "NO", "called", "CL"),
		tale("c", "2017-05-04#1", "e3", Day{2017, 5, 4}, "NO", "called", "CL"),
	}
	if got, want := SameEvents(facts, nil, nil), (map[string]string{"e3": "e2"}); !maps.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
}

func TestLinkEventsToldByFactsOfNoDay(t *testing.T) {
	may4 := Day{2017, 5, 4}
	a := []Fact{tale("a", "2017-05-04#1", "e1", may4, "CL", "called", "NO")}
	b := []Fact{tale("b", "2017-05-05#1", "e2", may4, "CL", "called", "NO"), tale("b", "2017-05-05#1", "e2", Day{}, "CL", "praised", "NO")}
	tellings := NewTellings(nil)
	tellings.Add(tellings.Note(a, nil))
	stretch := tellings.Note(b, nil)
	tellings.Add(stretch)
	links := tellings.Link()
	for i := range b { // the second fact is of the event, though no day makes it known
		if got := links.SameEvent(1, stretch.Telling(i)); got != "e1" {
			t.Errorf("fact %d: told again %q, want e1", i, got)
		}
	}
	if got := links.SameEvent(0, 0); got != "" {
		t.Errorf("the first telling tells %q again", got)
	}
	results := []Result{{Facts: a}, {Facts: b}}
	LinkEvents(results, nil)
	if a[0].SameEvent != "" || b[0].SameEvent != "e1" || b[1].SameEvent != "e1" {
		t.Errorf("linked to %q, %q, %q", a[0].SameEvent, b[0].SameEvent, b[1].SameEvent)
	}
}
