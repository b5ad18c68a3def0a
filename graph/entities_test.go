package graph

import (
	"maps"
	"reflect"
	"slices"
	"strings"
	"testing"

	"jishi/schema"
)

// TestDescribe: an entity with all that one can have, each as one statement that is looked for by its end.
func TestDescribe(t *testing.T) {
	d := &describer{names: names{DefaultBase}}
	d.entities(map[string]schema.Entity{
		"NO": {ID: "NO", Type: "country", Name: "挪威", English: "Norway", Aliases: []string{"挪威王国"}, ISO3: "NOR", Wikidata: "Q20"},
		"lin-hai": {ID: "lin-hai", Type: "leader", Name: "林海", Country: "NO", Former: []string{"NO/林海"}, Offices: []schema.Office{
			{Of: "NO", Title: "首相", Since: schema.Day{Year: 2015, Month: 3, Day: 1}, Until: schema.Day{Year: 2018}},
			{Of: "un", Title: "特使", Seen: [2]schema.Day{{Year: 2019, Month: 2}, {Year: 2019, Month: 5, Day: 6}}}}},
		"tent": {ID: "tent", Type: "supply", Name: "帐篷", Broader: "shelter", HS: "6306"},
		"g":    {ID: "g", Type: "group", English: "two", Members: []string{"NO", "PE"}},
		"odd":  {ID: "odd", Type: "comet"},
	})
	got := strings.ReplaceAll(strings.Join(canonical(d.out), "\n"), " <urn:jishi:graph/entities> .", "")
	for prefix, full := range prefixes(DefaultBase) {
		got = strings.ReplaceAll(got, "<"+full, "<"+prefix+":")
	}
	for _, want := range []string{
		`<j:entity/NO> <rdf:type> <schema:Country>`, `<j:entity/NO> <rdfs:label> "Norway"@en`, `<j:entity/NO> <skos:altLabel> "挪威王国"@zh`,
		`<j:entity/NO> <j:name> "挪威王国"`, `<j:entity/NO> <j:iso2> "NO"`, `<j:entity/NO> <j:iso3> "NOR"`,
		`<j:entity/NO> <schema:sameAs> <http://www.wikidata.org/entity/Q20>`, `<j:entity/lin-hai> <owl:sameAs> <j:entity/NO/林海>`,
		`<j:entity/lin-hai> <j:country> <j:entity/NO>`, `<org:member> <j:entity/lin-hai>`, `<org:organization> <j:entity/un>`,
		`<j:title> "首相"`, `<time:hasBeginning> `, `<time:inXSDDate> "2015-03-01"^^<xsd:date>`, `<time:inXSDgYear> "2018"^^<xsd:gYear>`,
		`<j:firstSeen> "2019-02"^^<xsd:gYearMonth>`, `<j:lastSeen> "2019-05-06"^^<xsd:date>`, `<j:entity/tent> <skos:broader> <j:entity/shelter>`,
		`<j:entity/tent> <rdf:type> <skos:Concept>`, `<j:entity/tent> <j:hs> "6306"`, `<j:entity/g> <org:hasMember> <j:entity/PE>`,
		`<j:entity/g> <j:label> "two"`, `<j:entity/odd> <rdf:type> <j:type/comet>`, `<j:entity/odd> <j:label> "odd"`,
	} {
		if !strings.Contains(got, want) {
			t.Errorf("no %s", want)
		}
	}
	if strings.Count(got, "hasBeginning") != 1 {
		t.Errorf("a mention is no term")
	}
	if t.Failed() {
		t.Log(got)
	}
}

func TestMergeEntities(t *testing.T) {
	got := mergeEntities([]schema.Entity{
		{ID: "a", Type: "leader", Name: "新", Aliases: []string{"甲"}, Offices: []schema.Office{{Of: "NO", Title: "首相", Seen: [2]schema.Day{{Year: 2017}, {Year: 2017}}}}},
		{ID: "a", Type: "leader", Name: "旧", English: "A", Aliases: []string{"乙", "甲"}, Offices: []schema.Office{{Of: "NO", Title: "首相", Seen: [2]schema.Day{{Year: 2016}, {Year: 2018}}}}},
		{ID: "b"},
	})
	want := schema.Entity{ID: "a", Type: "leader", Name: "新", English: "A", Aliases: []string{"甲", "乙"},
		Offices: []schema.Office{{Of: "NO", Title: "首相", Seen: [2]schema.Day{{Year: 2016}, {Year: 2018}}}}}
	if !reflect.DeepEqual(got["a"], want) || !slices.Equal(slices.Sorted(maps.Keys(got)), []string{"a", "b"}) {
		t.Errorf("%+v", got)
	}
}

// TestSeen: facts give offices the days on which they are told, save those that have a term.
func TestSeen(t *testing.T) {
	term := schema.Office{Of: "NO", Title: "首相", Since: schema.Day{Year: 2015}}
	all := map[string]schema.Entity{"a": {ID: "a", Offices: []schema.Office{term}}, "b": {ID: "b"}}
	fact := func(who, of, title string, d schema.Day) schema.Fact {
		return schema.Fact{Relation: schema.HoldsOffice, Subject: schema.Party{Entity: who}, Object: schema.Party{Entity: of},
			Date: schema.Date{First: d}, Attributes: []schema.Attribute{{Key: "office", Values: []string{title}}}}
	}
	seen(all, []schema.Fact{
		fact("a", "NO", "首相", schema.Day{Year: 2017, Month: 5, Day: 4}), fact("a", "NO", "议员", schema.Day{Month: 5, Day: 4}),
		fact("b", "PE", "总统", schema.Day{Year: 2017, Month: 5, Day: 4}), fact("b", "PE", "总统", schema.Day{Year: 2016, Month: 1, Day: 9}), fact("b", "PE", "总统", schema.Day{}),
		fact("unknown", "PE", "总统", schema.Day{Year: 2017}),
	})
	want := map[string]schema.Entity{"a": {ID: "a", Offices: []schema.Office{term, {Of: "NO", Title: "议员"}}},
		"b": {ID: "b", Offices: []schema.Office{{Of: "PE", Title: "总统", Seen: [2]schema.Day{{Year: 2016, Month: 1, Day: 9}, {Year: 2017, Month: 5, Day: 4}}}}}}
	if !reflect.DeepEqual(all, want) {
		t.Errorf("%+v", all)
	}
}

// TestWriteQuadsOfRun: extract's N-Quads are those of a store, without what only a store can say.
func TestWriteQuadsOfRun(t *testing.T) {
	r := spring("春").result()
	s := built(t, r)
	var run, store strings.Builder
	if err := WriteQuads(&run, "", []schema.Result{r}, testRules()); err != nil {
		t.Fatal(err)
	}
	if err := s.WriteQuads(&store); err != nil {
		t.Fatal(err)
	}
	var want []string
	for _, line := range strings.SplitAfter(store.String(), "\n") {
		if !strings.Contains(line, "jishi:graph/ontology") && !strings.Contains(line, "jishi:graph/dataset") {
			want = append(want, line)
		}
	}
	if run.String() != strings.Join(want, "") {
		t.Errorf("got\n%s\nwant\n%s", run.String(), strings.Join(want, ""))
	}
	if err := WriteQuads(&run, "no base", nil, nil); err == nil {
		t.Error("a base that is no IRI is taken")
	}
}
