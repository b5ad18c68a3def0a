package schema_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"jishi/schema"
)

func ontology(t *testing.T) *schema.Ontology {
	t.Helper()
	o, err := schema.LoadOntology(nil, "")
	if err != nil {
		t.Fatal(err)
	}
	return o
}

func TestShippedOntology(t *testing.T) {
	o := ontology(t)
	for _, id := range strings.Fields("called met wroteTo visited heldVideoConferenceWith attended hosted chaired spokeAt invited sentExpertsTo donatedTo aided builtFor sharedInformationWith cooperatedWith signedAgreementWith expressedSupportFor holdsOffice") {
		r, ok := o.Relation(id)
		if !ok {
			t.Errorf("no relation %s", id)
			continue
		}
		if len(r.From) == 0 || len(r.To) == 0 || r.Zh == "" || r.En == "" {
			t.Errorf("%s lacks domain, range or labels: %+v", id, r)
		}
		if id != schema.HoldsOffice && (r.PLOVER == "" || r.CAMEO == "") {
			t.Errorf("%s has no code", id)
		}
	}
	if _, ok := o.Relation("nonsense"); ok {
		t.Error("there is a relation nonsense")
	}
	var modalities []string
	for _, m := range o.Modalities {
		modalities = append(modalities, m.ID)
	}
	if got := strings.Join(modalities, " "); got != "actual pledged planned requested negated" {
		t.Errorf("modalities are %s", got)
	}
}

func overlaid(t *testing.T, file string) (*schema.Ontology, error) {
	t.Helper()
	return schema.LoadOntology(fstest.MapFS{"ontology.yaml": {Data: []byte(file)}}, "mine/schema")
}

func TestOntologyOverlay(t *testing.T) {
	o, err := overlaid(t, `relations:
  - {id: called, zh: 打电话}
  - {id: chaired, disabled: true}
  - {id: tradedWith, zh: 贸易, en: traded with, from: [country], to: [vessel]}
entities:
  - {id: vessel, zh: 船, en: vessel}
`)
	if err != nil {
		t.Fatal(err)
	}
	called, _ := o.Relation("called")
	if called.Zh != "打电话" || called.En != "called" || !called.Symmetric || len(called.From) != 1 {
		t.Errorf("called is not laid over key by key: %+v", called)
	}
	if _, ok := o.Relation("chaired"); ok {
		t.Error("chaired is still there")
	}
	if _, ok := o.Relation("tradedWith"); !ok {
		t.Error("tradedWith is not there")
	}
	if _, ok := ontology(t).Relation("chaired"); !ok {
		t.Error("an overlay changes what ships")
	}
}

func TestOntologyProblemsAllAtOnce(t *testing.T) {
	_, err := overlaid(t, `relations:
  - {id: tradedWith, zh: 贸易, symetric: true, from: [country], to: [country]}
  - {zh: 无名, from: [country], to: [country]}
entitys:
  - {id: vessel}
`)
	if err == nil {
		t.Fatal("no error")
	}
	want := `mine/schema/ontology.yaml:2:30: unknown key "symetric"; did you mean "symmetric"?
mine/schema/ontology.yaml:3:5: the record has no id; give it one
mine/schema/ontology.yaml:4:1: unknown section "entitys"; did you mean "entities"?`
	if err.Error() != want {
		t.Errorf("got\n%v\nwant\n%s", err, want)
	}
}

// A folder may hold a file for each theme: all are read, and a relation stands in one of them.
func TestOntologyOfSeveralFiles(t *testing.T) {
	file := func(relation string) *fstest.MapFile {
		return &fstest.MapFile{Data: []byte("relations:\n  - {id: " + relation + ", from: [country], to: [country]}\n")}
	}
	o, err := schema.LoadOntology(fstest.MapFS{"ontology.yaml": file("sailedTo"), "trade.yaml": file("tradedWith")}, "mine/schema")
	if err != nil {
		t.Fatal(err)
	}
	for _, id := range []string{"sailedTo", "tradedWith"} {
		if _, ok := o.Relation(id); !ok {
			t.Errorf("%s is not there", id)
		}
	}
	_, err = schema.LoadOntology(fstest.MapFS{"a.yaml": file("sailedTo"), "b.yaml": file("sailedTo")}, "mine/schema")
	if want := `mine/schema/b.yaml:2:10: the relation "sailedTo" stands already at mine/schema/a.yaml:2; keep one of the two`; err == nil || err.Error() != want {
		t.Errorf("got %v, want %s", err, want)
	}
}

func TestOntologyRelationWithoutSides(t *testing.T) {
	_, err := overlaid(t, "relations:\n  - {id: sailedTo, from: [country]}\n")
	want := "mine/schema/ontology.yaml:2:10: the relation sailedTo has no to; write to: [country], or another type of entity"
	if err == nil || err.Error() != want {
		t.Errorf("got %v, want %s", err, want)
	}
}

func TestOntologyDisablesOnlyWhatIsThere(t *testing.T) {
	_, err := overlaid(t, "relations:\n  - {id: chiared, disabled: true}\n")
	if err == nil || !strings.Contains(err.Error(), `2:10: "chiared" is to be disabled, but no record has it`) {
		t.Errorf("got %v", err)
	}
}

// A user must find the place of every fault.
func TestOntologyUnknownTypeHasItsPlace(t *testing.T) {
	_, err := overlaid(t, "relations:\n  - {id: sailed, from: [vessel], to: [country]}\n")
	if err == nil || !strings.Contains(err.Error(), "mine/schema/ontology.yaml:2:") {
		t.Errorf("the error does not name file and line: %v", err)
	}
}

func TestOntologySameIDTwiceInOneFile(t *testing.T) {
	_, err := overlaid(t, "entities:\n  - {id: vessel, zh: 船}\n  - {id: vessel, zh: 舰}\n")
	if err == nil || !strings.Contains(err.Error(), "ontology.yaml:3:") {
		t.Errorf("two records of one id are not refused: %v", err)
	}
}

func TestCheck(t *testing.T) {
	o := ontology(t)
	party := func(typ, id string) schema.Party { return schema.Party{Type: typ, Entity: id, Name: id} }
	country, leader, meeting := party("country", "NO"), party("leader", "x"), party("meeting", "m")
	for _, c := range []struct {
		name            string
		relation        string
		subject, object schema.Party
		modality, want  string
	}{
		{"good", "called", leader, country, schema.Actual, ""},
		{"open object", "donatedTo", country, schema.Party{}, schema.Pledged, ""},
		{"group acts", "met", party("group", "g"), party("team", "t"), schema.Actual, ""},
		{"name without id", "called", schema.Party{Type: "leader", Name: "某人"}, schema.Party{Type: "leader", Name: "某人"}, schema.Actual, ""},
		{"unknown relation", "phoned", leader, country, schema.Actual, `unknown relation "phoned"`},
		{"unknown modality", "called", leader, country, "wished", `unknown modality "wished"`},
		{"no subject", "called", schema.Party{}, country, schema.Actual, "no subject"},
		{"domain", "called", meeting, country, schema.Actual, "called does not go from a meeting"},
		{"no object", "called", leader, schema.Party{}, schema.Actual, "no object"},
		{"range", "attended", leader, country, schema.Actual, "attended does not go to a country"},
		{"both the same", "called", country, country, schema.Actual, "subject and object are the same"},
	} {
		f := schema.Fact{Relation: c.relation, Subject: c.subject, Object: c.object, Modality: c.modality}
		if got := o.Check(f); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

func TestAccepts(t *testing.T) {
	for _, c := range []struct {
		side []string
		typ  string
		want bool
	}{
		{[]string{"actor"}, "leader", true},
		{[]string{"actor"}, "team", true},
		{[]string{"actor"}, "place", false},
		{[]string{"actor", "place"}, "place", true},
		{[]string{"meeting"}, "leader", false},
		{nil, "leader", false},
	} {
		if got := schema.Accepts(c.side, c.typ); got != c.want {
			t.Errorf("Accepts(%v, %s) is %v", c.side, c.typ, got)
		}
	}
}
