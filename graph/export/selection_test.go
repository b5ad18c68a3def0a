package export

import (
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
