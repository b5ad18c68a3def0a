package schema_test

import (
	"testing"

	"jishi/schema"
)

// The identity of entries and facts stands in stores and citations: these values never change.
func TestHashIsStable(t *testing.T) {
	for _, c := range []struct {
		parts []string
		want  string
	}{
		{nil, "e3b0c44298fc1c14"},
		{[]string{""}, "ba768b331fd86cec"},
		{[]string{"a", "b"}, "facdde7abf1eac5b"},
		{[]string{"纪事", "2020-03-26"}, "5f3a26b28ba4a2ba"},
	} {
		if got := schema.Hash(c.parts...); got != c.want {
			t.Errorf("Hash(%q) is %s, want %s", c.parts, got, c.want)
		}
	}
}

func TestHashTellsListsApart(t *testing.T) {
	seen := map[string][]string{}
	for _, parts := range [][]string{{}, {""}, {"", ""}, {"ab"}, {"a", "b"}, {"a", "", "b"}, {"b", "a"}, {"1:a"}, {"a1:b"}, {"a", "1:b"}, {"甲", "乙"}, {"甲乙"}} {
		h := schema.Hash(parts...)
		if len(h) != 16 {
			t.Errorf("Hash(%q) is %q: want 16 digits", parts, h)
		}
		if other, ok := seen[h]; ok {
			t.Errorf("Hash(%q) and Hash(%q) are the same", parts, other)
		}
		seen[h] = parts
	}
}

func sampleFact() schema.Fact {
	return schema.Fact{
		Doc: "d", Entry: "2017-05-02#1", EntryHash: "0123456789abcdef", Relation: "called", Modality: schema.Actual,
		Subject: schema.Party{Type: "country", Entity: "NO", Name: "挪威"}, Object: schema.Party{Type: "country", Entity: "IS", Name: "冰岛"},
		Date: schema.Date{First: schema.Day{Year: 2017, Month: 5, Day: 2}}, Rule: "r",
	}
}

func TestIdentify(t *testing.T) {
	base := sampleFact().Identify(12)
	if base != "7e36edc077289e8e" {
		t.Errorf("the id is %s: ids stand in citations and must not change", base)
	}
	for name, change := range map[string]func(*schema.Fact){
		"entry":    func(f *schema.Fact) { f.EntryHash = "x" },
		"relation": func(f *schema.Fact) { f.Relation = "met" },
		"modality": func(f *schema.Fact) { f.Modality = schema.Pledged },
		"date":     func(f *schema.Fact) { f.Date.First.Day++ },
		"last day": func(f *schema.Fact) { f.Date.Last = schema.Day{Year: 2017, Month: 5, Day: 9} },
		"subject":  func(f *schema.Fact) { f.Subject.Entity = "SE" },
		"object":   func(f *schema.Fact) { f.Object.Entity = "SE" },
		"order":    func(f *schema.Fact) { f.Subject, f.Object = f.Object, f.Subject },
	} {
		f := sampleFact()
		change(&f)
		if f.Identify(12) == base {
			t.Errorf("another %s gives the same id", name)
		}
	}
	if sampleFact().Identify(13) == base {
		t.Error("another place in the entry gives the same id")
	}
	for name, change := range map[string]func(*schema.Fact){
		"rule":     func(f *schema.Fact) { f.Rule = "other" },
		"label":    func(f *schema.Fact) { f.Entry = "2017-05-02#7" },
		"name":     func(f *schema.Fact) { f.Subject.Name = "挪威王国" },
		"basis":    func(f *schema.Fact) { f.Date.Basis = schema.FromSentence },
		"evidence": func(f *schema.Fact) { f.Evidence = []schema.Span{{Start: 1, End: 4}} },
	} {
		f := sampleFact()
		change(&f)
		if f.Identify(12) != base {
			t.Errorf("another %s gives another id", name)
		}
	}
}

func TestFactAttribute(t *testing.T) {
	f := schema.Fact{Attributes: []schema.Attribute{{Key: "kind", Values: []string{"贺电"}}, {Key: "place", Values: []string{"奥斯陆"}}}}
	if got := f.Attribute("place"); len(got) != 1 || got[0] != "奥斯陆" {
		t.Errorf("place is %v", got)
	}
	if got := f.Attribute("count"); got != nil {
		t.Errorf("count is %v", got)
	}
}
