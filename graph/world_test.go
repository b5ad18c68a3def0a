package graph

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"jishi/schema"
)

// scribe writes a document of invented sentences and the facts that they tell, with their places.
type scribe struct {
	id    string
	text  strings.Builder
	doc   schema.Document
	facts []schema.Fact
	names map[string]schema.Entity
}

func newScribe(id string) *scribe {
	s := &scribe{id: id, names: map[string]schema.Entity{}}
	s.doc.ID = id
	return s
}

// entry begins an entry of a day with a text.
func (s *scribe) entry(date schema.Date, text string) {
	s.text.WriteString("◆ ")
	start := s.text.Len()
	s.text.WriteString(text)
	label := date.String()
	if label == "" {
		label = "undated"
	}
	n := 1
	for _, e := range s.doc.Entries {
		if strings.HasPrefix(e.Label, label+"#") {
			n++
		}
	}
	s.doc.Entries = append(s.doc.Entries, schema.Entry{Label: fmt.Sprintf("%s#%d", label, n), Hash: schema.Hash(s.id, label, text),
		Date: date, At: schema.Span{Start: start, End: s.text.Len()}})
	s.text.WriteString("\n")
}

// span is where words stand in the last entry.
func (s *scribe) span(words string) []schema.Span {
	e := s.doc.Entries[len(s.doc.Entries)-1]
	i := strings.Index(s.text.String()[e.At.Start:], words)
	if i < 0 || words == "" {
		return nil
	}
	return []schema.Span{{Start: e.At.Start + i, End: e.At.Start + i + len(words)}}
}

// party names an entity as the last entry does.
func (s *scribe) party(typ, id, name, english, behalf string) schema.Party {
	s.names[id] = schema.Entity{ID: id, Type: typ, Name: name, English: english}
	return schema.Party{Type: typ, Entity: id, Name: name, OnBehalfOf: behalf, At: s.span(name)}
}

// tell adds a fact of the last entry.
func (s *scribe) tell(f schema.Fact) {
	e := s.doc.Entries[len(s.doc.Entries)-1]
	f.Doc, f.Entry, f.EntryHash = s.id, e.Label, e.Hash
	if f.Evidence == nil {
		f.Evidence = []schema.Span{e.At}
	}
	if f.Date == (schema.Date{}) {
		f.Date = e.Date
		f.Date.Basis = schema.FromHeading
	}
	if f.Rule == "" {
		f.Rule = "a-rule"
	}
	f.ID = f.Identify(len(s.facts))
	if f.Event == "" && f.Relation != schema.HoldsOffice {
		f.Event = schema.Hash("event", f.ID)
	}
	s.facts = append(s.facts, f)
}

func (s *scribe) result() schema.Result {
	r := schema.Result{Document: s.doc, Facts: s.facts}
	r.Document.Text = s.text.String()
	r.Document.Title = "题目 " + s.id
	for _, e := range s.names {
		r.Entities = append(r.Entities, e)
	}
	slices.SortFunc(r.Entities, func(a, b schema.Entity) int { return strings.Compare(a.ID, b.ID) })
	return r
}

// rulesOf are rules of the invented documents.
func testRules() []schema.Rule {
	return []schema.Rule{{Name: "a-rule", Relation: "called", File: "rules/calls.yaml", Hash: "0011"}, {Name: "never@fires", Hash: "22"}}
}

func date(y, m, d int) schema.Date { return schema.Date{First: schema.Day{Year: y, Month: m, Day: d}} }

// spring is a small world: two leaders, three countries, deeds and promises, one of an unknown day.
func spring(id string) *scribe {
	s := newScribe(id)
	s.entry(date(2017, 5, 4), "挪威首相林海同智利总统白石通电话。挪威愿向秘鲁提供帐篷。")
	lin := s.party("leader", "lin-hai", "林海", "Lin Hai", "NO")
	bai := s.party("leader", "CL/白石", "白石", "", "CL")
	norway, peru := s.party("country", "NO", "挪威", "Norway", ""), schema.Party{}
	chile := s.party("country", "CL", "智利", "Chile", "")
	peru = s.party("country", "PE", "秘鲁", "Peru", "")
	s.tell(schema.Fact{Relation: "called", Modality: schema.Actual, Subject: lin, Object: bai, Attributes: []schema.Attribute{{Key: "medium", Values: []string{"telephone"}}}})
	s.tell(schema.Fact{Relation: "donatedTo", Modality: schema.Pledged, Subject: norway, Object: peru, Said: lin,
		Items: []schema.Item{{Name: "帐篷", Entity: "tent"}}, Evidence: s.span("挪威愿向秘鲁提供帐篷。")})
	s.names["tent"] = schema.Entity{ID: "tent", Type: "supply", Name: "帐篷", English: "tent", Broader: "shelter"}
	s.tell(schema.Fact{Relation: schema.HoldsOffice, Modality: schema.Actual, Subject: lin, Object: norway,
		Attributes: []schema.Attribute{{Key: "office", Values: []string{"首相"}}}})
	s.tell(schema.Fact{Relation: schema.HoldsOffice, Modality: schema.Actual, Subject: bai, Object: chile,
		Attributes: []schema.Attribute{{Key: "office", Values: []string{"总统"}}}})
	s.entry(date(2017, 5, 6), "挪威向秘鲁捐赠帐篷30顶。挪威第二批专家组此前飞抵秘鲁。")
	norway, peru = s.party("country", "NO", "挪威", "Norway", ""), s.party("country", "PE", "秘鲁", "Peru", "")
	s.tell(schema.Fact{Relation: "donatedTo", Modality: schema.Actual, Subject: norway, Object: peru,
		Items: []schema.Item{{Name: "帐篷", Entity: "tent", Quantity: "30", Unit: "顶"}}})
	s.tell(schema.Fact{Relation: "sentExpertsTo", Modality: schema.Actual, Subject: norway, Object: peru,
		Date: schema.Date{Basis: schema.FromNothing}, Attributes: []schema.Attribute{{Key: "batch", Values: []string{"2"}}}})
	return s
}

// generate makes up a document whose facts have all that a fact can have.
func generate(r *rand.Rand, id string) schema.Result {
	s := newScribe(id)
	pick := func(of ...string) string { return of[r.IntN(len(of))] }
	days := []schema.Day{{}, {Year: 2016}, {Year: 2016, Month: 2}, {Year: 2016, Month: 2, Day: 29}, {Month: 3}, {Month: 2, Day: 29}}
	for range 1 + r.IntN(4) {
		d := schema.Date{First: days[r.IntN(len(days))]}
		if d.First.Day > 0 && r.IntN(3) == 0 {
			d.Last = d.First
			d.Last.Day++
		}
		s.entry(d, fmt.Sprintf("甲\t“乙\\丙”\r第%d条𠮷丁\u00a0。", r.IntN(1e6)))
		e := s.doc.Entries[len(s.doc.Entries)-1]
		for range r.IntN(5) {
			party := func() schema.Party {
				switch r.IntN(4) {
				case 0:
					return schema.Party{}
				case 1:
					return schema.Party{Type: "group", Name: pick("89个国家", "a \"b\""), At: s.span(pick("甲", "丁", ""))}
				}
				p := s.party(pick("leader", "country"), pick("FR", "CL/白 石", "lin-hai", "a/b%2F", "..", "甲\u3000"), pick("白石", "林\n海"), "", pick("", "FR", "un"))
				p.At = append(s.span(pick("甲", "乙\\", "")), s.span(pick("丁", "𠮷", ""))...)
				return p
			}
			f := schema.Fact{Relation: pick("called", "donatedTo", schema.HoldsOffice), Modality: pick(schema.Actual, schema.Pledged, schema.Negated),
				Subject: party(), Object: party(), Said: party(), Rule: pick("a-rule", "b/c", "never@fires", "x y"),
				Date: schema.Date{First: days[r.IntN(len(days))], Basis: schema.Basis(pick("sentence", "heading", "none"))}}
			f.Evidence = append(s.span(pick("甲", "")), s.span("第")...)
			if r.IntN(4) == 0 {
				f.Evidence = []schema.Span{e.At}
			}
			for range r.IntN(12) {
				f.Items = append(f.Items, schema.Item{Name: pick("帐篷", ""), Entity: pick("tent", ""), Quantity: pick("", "30", "1.50", "-2", "约3"), Unit: pick("顶", "")})
			}
			for _, key := range []string{"kind", "place", "team 二", "同"} {
				if r.IntN(2) == 0 {
					f.Attributes = append(f.Attributes, schema.Attribute{Key: key, Values: [][]string{{"b", "a"}, {"a"}, {"a", "a", "b"}, {"a", "b"}, nil, {""}}[r.IntN(6)]})
				}
			}
			s.tell(f)
		}
	}
	return s.result()
}

// TestRoundTrip: what is written as quads reads back as the same facts in the same order.
func TestRoundTrip(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for i := range 300 {
		doc := []string{"甲/乙 丙", "a..b/../c", "100%", "新闻/2016"}[i%4]
		result := generate(r, doc)
		checkRoundTrip(t, names{[]string{DefaultBase, "https://example.org/图/"}[i%2]}, result)
	}
}

func checkRoundTrip(t *testing.T, n names, result schema.Result) {
	t.Helper()
	qs, repeated, err := encode(n, result, testRules())
	if err != nil || len(repeated) > 0 {
		t.Fatal(err, repeated)
	}
	var read []statement
	lines := canonical(qs)
	if err := readQuads(strings.Join(lines, "\n"), func(q statement) { read = append(read, q) }); err != nil {
		t.Fatal(err)
	}
	back, err := decode(n, read, func(string) (string, error) { return result.Document.Text, nil })
	if err != nil {
		t.Fatal(err)
	}
	if len(back) != len(result.Facts) {
		t.Fatalf("%d facts came back as %d", len(result.Facts), len(back))
	}
	for i := range back {
		got, want := fmt.Sprintf("%#v", back[i]), fmt.Sprintf("%#v", result.Facts[i])
		if got != want {
			t.Fatalf("fact %d came back as\n%s\nwant\n%s", i, got, want)
		}
	}
}
