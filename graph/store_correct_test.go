package graph

import (
	"context"
	"errors"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"jishi/schema"
)

// asBefore corrects nothing.
func asBefore(rs []schema.Result) ([]schema.Result, []schema.Correction, error) { return rs, nil, nil }

// mended rejects the pledge of a donation, and makes of the experts' sending something planned.
func mended(rs []schema.Result) ([]schema.Result, []schema.Correction, error) {
	var list []schema.Correction
	out := slices.Clone(rs)
	for i := range out {
		var facts []schema.Fact
		for _, f := range out[i].Facts {
			c := &schema.Correction{ID: schema.Hash("correction", f.ID), Fact: f.ID, Doc: f.Doc, Read: f.Statement(), Sentence: "原句", Why: "因为 \"它\"", By: "李 华",
				On: schema.Day{Year: 2018, Month: 1, Day: 2}}
			switch {
			case f.Relation == "donatedTo" && f.Modality == schema.Pledged:
				c.Verdict = schema.Reject
			case f.Relation == "sentExpertsTo":
				c.Verdict, f.Modality, f.Correction = schema.Amend, schema.Planned, c
			default:
				c = nil
			}
			if c != nil {
				list = append(list, *c)
			}
			if c == nil || c.Verdict != schema.Reject {
				facts = append(facts, f)
			}
		}
		if out[i].Document.ID == "春" { // one document alone
			out[i].Facts = facts
			out[i].Entities = append(slices.Clone(out[i].Entities), schema.Entity{ID: "new", Type: "country", Name: "新国"})
		}
	}
	return out, slices.DeleteFunc(list, func(c schema.Correction) bool { return c.Doc != "春" }), nil
}

// TestCorrect: what a store says depends on the texts and the corrections, not on when either came; corrections taken back
// leave no trace.
func TestCorrect(t *testing.T) {
	build := func(steps ...Build) (dir string) {
		dir = filepath.Join(t.TempDir(), "store")
		for _, b := range steps {
			b.Rules = testRules()
			mustUpdate(t, dir, b)
		}
		return dir
	}
	texts := []schema.Result{spring("春").result(), spring("夏").result()}
	plain, corrected := state(t, build(Build{Results: texts})), state(t, build(Build{Results: texts, Correct: mended}))
	if plain == corrected {
		t.Fatal("the corrections do nothing")
	}
	for name, c := range map[string]struct {
		want  string
		steps []Build
	}{
		"no corrections":             {plain, []Build{{Results: texts, Correct: asBefore}}},
		"none of what stays":         {plain, []Build{{Results: texts}, {Correct: asBefore}}},
		"of what stays":              {corrected, []Build{{Results: texts}, {Correct: mended}}},
		"of what is partly replaced": {corrected, []Build{{Results: texts, Correct: mended}, {Results: texts[:1], Correct: mended}, {Results: texts[1:], Correct: mended}}},
		"again":                      {corrected, []Build{{Results: texts, Correct: mended}, {Correct: mended}}},
		"nobody corrects: they stay": {corrected, []Build{{Results: texts, Correct: mended}, {Results: texts[1:]}}},
		"taken back":                 {plain, []Build{{Results: texts, Correct: mended}, {Correct: asBefore}}},
		"taken back, twice":          {corrected, []Build{{Results: texts, Correct: mended}, {Correct: asBefore}, {Correct: mended}}},
		"read anew by nobody":        {plain, []Build{{Results: texts, Correct: mended}, {Results: texts}}},
	} {
		if got := state(t, build(c.steps...)); got != c.want {
			t.Errorf("%s: %s", name, differing(got, c.want))
		}
	}
	dir := build(Build{Results: texts, Correct: mended})
	before := generationOf(t, dir)
	if c := mustUpdate(t, dir, Build{Rules: testRules(), Correct: mended}); len(c.Replaced)+len(c.Unchanged) > 0 || c.Generation != before {
		t.Errorf("the same corrections again: %+v", c)
	}
	if c := mustUpdate(t, dir, Build{Rules: testRules(), Correct: asBefore}); !slices.Equal(c.Replaced, []string{"春"}) {
		t.Errorf("what changes without having been read is not told: %+v", c)
	}
	refused := errors.New("refused")
	if _, err := Update(dir, Build{Correct: func([]schema.Result) ([]schema.Result, []schema.Correction, error) { return nil, nil, refused }}); !errors.Is(err, refused) {
		t.Errorf("%v, want the error of the corrections", err)
	}
}

// differing is the lines that only one of two texts has.
func differing(got, want string) string {
	var out []string
	a, b := strings.Split(got, "\n"), strings.Split(want, "\n")
	for _, l := range a {
		if !slices.Contains(b, l) {
			out = append(out, "has "+l)
		}
	}
	for _, l := range b {
		if !slices.Contains(a, l) {
			out = append(out, "lacks "+l)
		}
	}
	return strings.Join(out, "\n")
}

func generationOf(t *testing.T, dir string) int {
	t.Helper()
	s, err := Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	return s.Generation()
}

// TestCorrectionsInTheGraph: who has said what of a fact, and why, comes back from the quads and can be asked for.
func TestCorrectionsInTheGraph(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "store")
	mustUpdate(t, dir, Build{Results: []schema.Result{spring("春").result()}, Rules: testRules(), Correct: mended})
	s, err := Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	facts, err := s.Facts()
	if err != nil {
		t.Fatal(err)
	}
	var amended []schema.Fact
	for _, f := range facts {
		if f.Correction != nil {
			amended = append(amended, f)
		}
		if f.Relation == "donatedTo" && f.Modality == schema.Pledged {
			t.Errorf("the rejected fact is there")
		}
	}
	list := s.Corrections()
	i := slices.IndexFunc(list, func(c schema.Correction) bool { return c.Verdict == schema.Amend })
	if len(amended) != 1 || len(list) != 2 || *amended[0].Correction != list[i] || amended[0].Modality != schema.Planned {
		t.Fatalf("%+v, want %+v", amended, list)
	}
	rejected, kept := list[1-i], amended[0]
	for script, want := range map[string]string{
		`g.V("<j:fact/` + rejected.Fact + `>").out("<prov:wasInvalidatedBy>").out("<rdfs:comment>").all()`:                              "id\n因为 \"它\"\n",
		`g.V("<j:fact/` + kept.ID + `>").out("<prov:wasRevisionOf>").out("<rdfs:label>").all()`:                                         "id\nsentExpertsTo(挪威, 秘鲁) actual\n",
		`g.V("<j:fact/` + kept.ID + `>").out("<j:correction>").out("<prov:wasAssociatedWith>").out("<rdfs:label>").unique().all()`:      "id\n李 华\n",
		`g.V("<j:fact/` + kept.ID + `>").out("<j:correction>").and(g.V("<j:Correction>").in("<rdf:type>")).out("<dcterms:date>").all()`: "id\n2018-01-02\n",
	} {
		rows, err := s.Run(context.Background(), Query{Script: script})
		if err != nil || show(rows) != want {
			t.Errorf("%s: %v\n%s\nwant\n%s", script, err, show(rows), want)
		}
	}
	rows, err := s.Run(context.Background(), Query{Script: `emitFacts(g.V("<j:fact/` + kept.ID + `>"))`})
	if err != nil || !strings.Contains(show(rows), "|amend: 因为 \"它\" (李 华, 2018-01-02)|") {
		t.Errorf("%v\n%s", err, show(rows))
	}
	var b strings.Builder // a selection takes what was said of its facts along, and nothing of others
	if err := s.WriteFacts(&b, amended); err != nil {
		t.Fatal(err)
	}
	if text := b.String(); !strings.Contains(text, "wasRevisionOf") || strings.Contains(text, rejected.Fact) {
		t.Errorf("the selection\n%s", text)
	}
}

// TestCorrectionsAreSent: a pack has the corrections; without texts, their sentences are hashes like all others, and they
// stay as they are until the text is there.
func TestCorrectionsAreSent(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "store")
	rules := []schema.Rule{{Name: "a-rule", File: "/home/wang/mine/rules/calls.yaml", Hash: "0011"}}
	mustUpdate(t, dir, Build{Results: []schema.Result{spring("春").result()}, Rules: rules, Correct: mended})
	whole, digest := packOf(t, dir, true)
	bare, same := packOf(t, dir, false)
	if digest != same {
		t.Errorf("without texts it is another data set")
	}
	for name, text := range partsOf(t, bare) {
		if strings.Contains(text, "原句") || strings.Contains(text, "wang") {
			t.Errorf("%s holds what is not to be sent", name)
		}
	}
	if !strings.Contains(partsOf(t, whole)[graphFile], "原句") {
		t.Errorf("the pack with texts has no sentences")
	}
	received := unpacked(t, bare)
	before := state(t, received)
	rules[0].File = "calls.yaml" // the receiver's own
	mustUpdate(t, received, Build{Results: []schema.Result{spring("夏").result()}, Rules: rules, Correct: asBefore})
	mustUpdate(t, received, Build{Remove: []string{"夏"}})
	if got := state(t, received); got != before {
		t.Error(differing(got, before))
	}
	if got := state(t, unpacked(t, whole)); got == before {
		t.Error("both packs are the same")
	}
	received = unpacked(t, whole)
	mustUpdate(t, received, Build{Correct: asBefore})
	plain := filepath.Join(t.TempDir(), "store")
	mustUpdate(t, plain, Build{Results: []schema.Result{spring("春").result()}, Rules: []schema.Rule{{Name: "a-rule", File: "calls.yaml", Hash: "0011"}}})
	if got, want := state(t, received), state(t, plain); got != want {
		t.Errorf("taken back by the receiver: %s", differing(got, want))
	}
}
