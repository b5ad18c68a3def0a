package export

import (
	"strings"
	"testing"

	"jishi/schema"
)

// TestTakesPart: who counts for whom. Gizmo's factsAbout has the same cases.
func TestTakesPart(t *testing.T) {
	all := map[string]schema.Entity{"NO": {ID: "NO", Type: "country"}, "ministry": {ID: "ministry", Type: "organization", Country: "NO"},
		"oslo": {ID: "oslo", Type: "place", Country: "NO"}, "un": {ID: "un", Type: "organization"}, "lin": {ID: "lin", Type: "leader", Country: "NO"}}
	for _, c := range []struct {
		party schema.Party
		want  bool
	}{
		{schema.Party{Entity: "NO"}, true}, {schema.Party{Entity: "ministry"}, true}, {schema.Party{Entity: "oslo"}, true},
		{schema.Party{Entity: "un"}, false}, {schema.Party{Entity: "lin"}, true}, {schema.Party{Entity: "lin", OnBehalfOf: "NO"}, true},
		{schema.Party{Entity: "lin", OnBehalfOf: "ministry"}, true}, {schema.Party{Entity: "lin", OnBehalfOf: "un"}, false},
		{schema.Party{Entity: "ministry", OnBehalfOf: "un"}, true}, {schema.Party{Name: "某国"}, false}, {schema.Party{}, false},
	} {
		if got := takesPart(c.party, map[string]bool{"NO": true}, all); got != c.want {
			t.Errorf("%+v: %v", c.party, got)
		}
	}
}

// TestJoins: between several, both sides of a fact must be of them, and of two of them.
func TestJoins(t *testing.T) {
	all := map[string]schema.Entity{"NO": {ID: "NO", Type: "country"}, "CL": {ID: "CL", Type: "country"}, "PE": {ID: "PE", Type: "country"},
		"ministry": {ID: "ministry", Type: "organization", Country: "NO"}}
	for _, c := range []struct {
		between, subject, object string
		want                     bool
	}{
		{"NO CL", "NO", "CL", true}, {"NO CL", "CL", "NO", true}, {"NO CL", "ministry", "CL", true},
		{"NO CL", "NO", "PE", false}, {"NO CL PE", "PE", "CL", true}, {"NO CL", "NO", "ministry", false},
		{"NO ministry", "NO", "ministry", true}, {"NO CL", "NO", "", false},
	} {
		var w wanted
		for _, id := range strings.Fields(c.between) {
			w.between = append(w.between, map[string]bool{id: true})
		}
		if got := w.joins(schema.Fact{Subject: schema.Party{Entity: c.subject}, Object: schema.Party{Entity: c.object}}, all); got != c.want {
			t.Errorf("between %s: %s and %s: %v", c.between, c.subject, c.object, got)
		}
	}
}
