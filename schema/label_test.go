package schema

import (
	"reflect"
	"testing"
)

func labelWorld() map[string]Entity {
	return map[string]Entity{
		"NO": {ID: "NO", Type: "country", Name: "挪威", English: "Norway"}, "KE": {ID: "KE", Type: "country", Name: "肯尼亚", English: "Kenya"},
		"KE/朱马": {ID: "KE/朱马", Type: "leader", Name: "朱马", Country: "KE"}, "tent": {ID: "tent", Type: "supply", Name: "帐篷", English: "tent"},
		"un": {ID: "un", Type: "organization", Name: "联合国", English: "United Nations"},
	}
}

func TestInLanguage(t *testing.T) {
	f := Fact{Subject: Party{Entity: "NO", Name: "挪方"}, Object: Party{Entity: "KE/朱马", Name: "朱马"}, Items: []Item{{Name: "救灾帐篷", Entity: "tent"}, {Name: "药品"}}}
	for language, want := range map[string][]string{English: {"Norway", "朱马", "tent", "药品"}, Chinese: {"挪威", "朱马", "救灾帐篷", "药品"}} {
		g := f.InLanguage(language, labelWorld())
		if got := []string{g.Subject.Name, g.Object.Name, g.Items[0].Name, g.Items[1].Name}; !reflect.DeepEqual(got, want) {
			t.Errorf("%s: %q, want %q", language, got, want)
		}
	}
	if f.Items[0].Name != "救灾帐篷" {
		t.Error("the fact itself was changed")
	}
}

func TestForCountries(t *testing.T) {
	day := Date{First: Day{Year: 2019, Month: 6, Day: 3}}
	f := Fact{Date: day, Subject: Party{Type: "leader", Entity: "KE/朱马", Name: "朱马", OnBehalfOf: "KE"}, Object: Party{Type: "organization", Entity: "un", Name: "联合国"}}
	g := f.ForCountries(labelWorld())
	if g.Subject.Entity != "KE" || g.Subject.Name != "肯尼亚" || g.Subject.Type != "country" || g.Subject.OnBehalfOf != "" || g.Object.Entity != "un" {
		t.Errorf("%+v", g)
	}
	if f.Subject.Entity != "KE/朱马" {
		t.Error("the fact itself was changed")
	}
}

func TestTermLabel(t *testing.T) {
	o := &Ontology{Relations: []Relation{{ID: "called", Zh: "通电话", En: "telephoned"}, {ID: "bare"}}, Modalities: []Term{{ID: Pledged, Zh: "承诺"}}}
	for id, want := range map[string][2]string{"called": {"通电话", "telephoned"}, "bare": {"bare", "bare"}, Pledged: {"承诺", Pledged}, "none": {"none", "none"}} {
		if got := [2]string{o.TermLabel(id, Chinese), o.TermLabel(id, English)}; got != want {
			t.Errorf("%s: %q, want %q", id, got, want)
		}
	}
}
