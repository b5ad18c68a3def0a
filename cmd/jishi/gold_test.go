package main

import (
	"os"
	"strings"
	"testing"

	"jishi/extract/eval"
)

// floors are what extraction must reach on the annotated texts. Missed and Wrong are limits for one relation, the others
// for the whole text.
type floors struct {
	text, gold, mentions    string // mentions: gold of the entities, or ""
	exact                   []string
	missed, wrong           int // of each relation in exact
	precision, recall       float64
	pledged                 float64 // share of the pledges found; 0: not asked
	attributes, wrongValues float64 // at least, at most
	entityF1                float64
}

func goldFloors() []floors {
	const gold = "../../testdata/gold/"
	return []floors{
		{
			text: "../../testdata/chronicle/2020-03-23--31.txt", gold: gold + "facts.tsv", mentions: gold + "entities.tsv",
			exact:  []string{"called", "sentExpertsTo", "donatedTo", "wroteTo", "holdsOffice"},
			missed: 1, wrong: 1, precision: 0.90, recall: 0.80, pledged: 0.7, attributes: 0.85, wrongValues: 0.05, entityF1: 0.93,
		},
		{
			text: gold + "second.txt", gold: gold + "second.facts.tsv",
			precision: 0.90, recall: 0.75, attributes: 0.85, wrongValues: 0.05,
		},
	}
}

// TestGoldFloors reads the annotated texts as a user would, and holds the score to the floors.
func TestGoldFloors(t *testing.T) {
	for _, f := range goldFloors() {
		t.Run(f.gold, func(t *testing.T) {
			facts := scored(t, f, "facts", f.gold)
			checkFacts(t, f, facts)
			if f.mentions == "" {
				return
			}
			entities := scored(t, f, "entities", f.mentions)
			if got := entities.Total().F1(); got < f.entityF1 {
				t.Errorf("F1 of entities %.3f, want %.3f", got, f.entityF1)
			}
			if entities.Spans.Bad > 0 {
				t.Errorf("%d spans of mentions do not give back their text", entities.Spans.Bad)
			}
		})
	}
}

func checkFacts(t *testing.T, f floors, r eval.Report) {
	t.Helper()
	for _, key := range f.exact {
		if row := r.Row(key); row.Gold-row.Found > f.missed || row.Wrong > f.wrong {
			t.Errorf("%s: %d missed and %d wrong, want at most %d and %d", key, row.Gold-row.Found, row.Wrong, f.missed, f.wrong)
		}
	}
	total := r.Total()
	wantShare(t, "precision", total.Precision(), f.precision)
	wantShare(t, "recall", total.Recall(), f.recall)
	if r.Facts == nil {
		t.Fatal("no facts")
	}
	for _, m := range r.Facts.Modalities {
		if m.Key == "pledged" {
			wantShare(t, "recall of pledges", m.Recall(), f.pledged)
		}
	}
	wantShare(t, "attributes found", share(r.Facts.AttributesFound, r.Facts.AttributesWanted), f.attributes)
	if got := share(r.Facts.AttributesWrong, r.Facts.AttributesGiven); got > f.wrongValues {
		t.Errorf("%.3f of the attributes are wrong, want at most %.3f", got, f.wrongValues)
	}
	if r.Spans.Bad+r.Spans.Long+r.Facts.ByMention+r.Facts.Repeats > 0 {
		t.Errorf("%d spans do not give back their text, %d are too long, %d names are not the entity's, %d facts are told twice; want none",
			r.Spans.Bad, r.Spans.Long, r.Facts.ByMention, r.Facts.Repeats)
	}
}

func wantShare(t *testing.T, what string, got, want float64) {
	t.Helper()
	if got < want {
		t.Errorf("%s %.3f, want %.3f", what, got, want)
	}
}

func share(part, whole int) float64 {
	if whole == 0 {
		return 0
	}
	return float64(part) / float64(whole)
}

// scored extracts from a text and compares with a gold file.
func scored(t *testing.T, f floors, kind, gold string) eval.Report {
	t.Helper()
	args := []string{"extract", "--year", "2020", f.text}
	if kind == "entities" {
		args = append(args, "--mentions")
	}
	code, out, errs := jishi(t, "", args...)
	if code != exitDone {
		t.Fatal(errs)
	}
	raw, err := os.ReadFile(f.text)
	if err != nil {
		t.Fatal(err)
	}
	source := string(raw)
	o, err := ontology("")
	if err != nil {
		t.Fatal(err)
	}
	e := &env{in: strings.NewReader(out)}
	rep, err := score(e, kind, gold, "-", scoring(o, eval.Options{Source: &source}))
	if err != nil {
		t.Fatal(err)
	}
	return rep
}
