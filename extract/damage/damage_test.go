package damage_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"jishi/extract"
	"jishi/extract/damage"
	"jishi/extract/eval"
	"jishi/extract/source"
	"jishi/schema"
)

var (
	seeds  = flag.Uint64("seeds", 6, "how many spoiled texts of each kind")
	show   = flag.String("show", "", "KIND/SEED: print how that text was read, and what differs")
	folder = flag.String("texts", "", "folder with texts/NAME.txt and gold/NAME.facts.tsv to try too; nothing is asserted of them")
)

const allowed = 0.02 // of F1

// annotated is a text with its gold.
type annotated struct {
	name, text      string
	facts, entities string // paths; entities may be ""
	asserted        bool
}

func texts(t *testing.T) []annotated {
	t.Helper()
	const data = "../../testdata/"
	list := []annotated{
		{"chronicle", read(t, data+"chronicle/2020-03-23--31.txt"), data + "gold/facts.tsv", data + "gold/entities.tsv", true},
		{"second text", read(t, data+"gold/second.txt"), data + "gold/second.facts.tsv", "", true},
	}
	if *folder == "" {
		return list
	}
	golds, err := filepath.Glob(filepath.Join(*folder, "gold", "*.facts.tsv"))
	if err != nil {
		t.Fatal(err)
	}
	for _, gold := range golds {
		name := strings.TrimSuffix(filepath.Base(gold), ".facts.tsv")
		list = append(list, annotated{name, read(t, filepath.Join(*folder, "texts", name+".txt")), gold, "", false})
	}
	return list
}

func read(t *testing.T, path string) string {
	t.Helper()
	raw, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(raw)
}

// trial is a way of spoiling texts.
type trial struct {
	name  string
	kinds []string
}

// trials are the kinds alone, and together as they come.
func trials() []trial {
	var list []trial
	for _, k := range damage.Kinds() {
		list = append(list, trial{name: k.Name, kinds: []string{k.Name}})
	}
	return append(list,
		trial{"printed", []string{"quotes", "wrap", "pages", "indents"}},
		trial{"printed close", []string{"quotes", "wrap", "pages", "noblank"}},
		trial{"copied", []string{"spaces", "zerowidth", "noblank", "crlf", "bom"}},
		trial{"abroad", []string{"bullets", "taiwan", "fullwidth", "indents", "doubled"}},
		trial{"all", []string{"bullets", "quotes", "hongkong", "fullwidth", "spaces", "indents", "wrap", "pages", "doubled", "zerowidth", "crlf", "bom"}},
		trial{"all close", []string{"bullets", "quotes", "traditional", "fullwidth", "wrap", "pages", "noblank", "zerowidth", "crlf", "bom"}},
	)
}

// TestDamaged spoils the annotated texts and reads them again: what is found may hardly differ.
func TestDamaged(t *testing.T) {
	for _, text := range texts(t) {
		whole := score(t, text, text.text, nil)
		t.Run(text.name, func(t *testing.T) {
			rows := []string{fmt.Sprintf("%-16s %6.3f", "undamaged", whole.f1())}
			results := make([]string, len(trials()))
			t.Run("kinds", func(t *testing.T) {
				for i, trial := range trials() {
					t.Run(trial.name, func(t *testing.T) {
						t.Parallel()
						results[i] = try(t, text, whole, trial)
					})
				}
			})
			t.Logf("F1 of facts: lowest and mean of %d seeds\n%s", *seeds, strings.Join(append(rows, results...), "\n"))
		})
	}
}

// try scores the seeds of a trial, and gives its line of the table.
func try(t *testing.T, text annotated, whole scores, trial trial) string {
	kinds, err := damage.Find(trial.kinds...)
	if err != nil {
		t.Fatal(err)
	}
	lowest, sum := 1.0, 0.0
	for seed := range *seeds {
		spoiled, err := damage.Spoil(text.text, seed, kinds...)
		if err != nil {
			t.Fatal(err)
		}
		var notes *bytes.Buffer
		if *show == fmt.Sprintf("%s/%d", trial.name, seed) {
			notes = &bytes.Buffer{}
		}
		got := score(t, text, spoiled, notes)
		if notes != nil {
			t.Logf("%s\n%s", spoiled, notes)
		}
		lowest, sum = min(lowest, got.f1()), sum+got.f1()
		if text.asserted {
			got.check(t, whole, trial, seed)
		}
	}
	mean := sum / float64(*seeds)
	if text.asserted && mean < whole.f1()-allowed {
		t.Errorf("mean F1 of facts %.3f, undamaged %.3f", mean, whole.f1())
	}
	return fmt.Sprintf("%-16s %6.3f %6.3f", trial.name, lowest, mean)
}

// scores are those of a text.
type scores struct {
	facts    eval.Report
	spans    eval.SpanReport
	entities *eval.Report
}

func (s scores) f1() float64 { return s.facts.Total().F1() }

func (s scores) check(t *testing.T, whole scores, trial trial, seed uint64) {
	t.Helper()
	if s.f1() < whole.f1()-allowed {
		t.Errorf("seed %d: F1 of facts %.3f, undamaged %.3f (-show %q tells why)", seed, s.f1(), whole.f1(), fmt.Sprintf("%s/%d", trial.name, seed))
	}
	if found := s.facts.Facts.AttributesFound; found*100 < s.facts.Facts.AttributesWanted*95 {
		t.Errorf("seed %d: %d of %d attributes found", seed, found, s.facts.Facts.AttributesWanted)
	}
	if s.spans.Bad+s.facts.Facts.Repeats > 0 {
		t.Errorf("seed %d: %d spans do not give back their text, %d facts are told twice; want none", seed, s.spans.Bad, s.facts.Facts.Repeats)
	}
	if s.entities != nil && s.entities.Total().F1() < whole.entities.Total().F1()-allowed {
		t.Errorf("seed %d: F1 of entities %.3f, undamaged %.3f", seed, s.entities.Total().F1(), whole.entities.Total().F1())
	}
}

// score reads a spoiled text and compares with the gold of the whole one.
func score(t *testing.T, text annotated, spoiled string, notes *bytes.Buffer) scores {
	t.Helper()
	x, err := shipped()
	if err != nil {
		t.Fatal(err)
	}
	doc, err := x.Read(extract.Input{ID: text.name, Name: text.name + ".txt", Raw: []byte(spoiled)})
	if err != nil {
		t.Fatal(err)
	}
	if notes != nil {
		layout(notes, doc)
	}
	result := x.Extract(doc, 1)
	index := schema.NewRuneIndex(doc.Text)
	o := eval.Options{Symmetric: map[string]bool{}, Meeting: map[string]bool{}, Source: &doc.Text}
	for _, r := range x.Ontology().Relations {
		o.Symmetric[r.ID], o.Meeting[r.ID] = r.Symmetric, r.Meeting
	}
	var s scores
	gold, err := eval.ReadFactGold(text.facts, strings.NewReader(read(t, text.facts)))
	if err != nil {
		t.Fatal(err)
	}
	record := func(f schema.Fact) schema.FactRecord { return f.Record(doc.Text, index) }
	asTold, err := eval.Facts(gold, results(t, result.Facts, func(f schema.Fact) any { return record(f) }), o)
	if err != nil {
		t.Fatal(err)
	}
	s.spans = *asTold.Spans
	o.Source = nil
	if notes != nil {
		o.Notes = notes
	}
	facts := results(t, result.Facts, func(f schema.Fact) any {
		r := record(f)
		for _, p := range []*schema.PartyRecord{r.Subject, r.Object} {
			if p != nil {
				p.Mention = normal(t, p.Mention)
			}
		}
		return r
	})
	if s.facts, err = eval.Facts(gold, facts, o); err != nil {
		t.Fatal(err)
	}
	if text.entities != "" {
		s.entities = entities(t, text, doc, result.Mentions, o)
	}
	return s
}

func entities(t *testing.T, text annotated, doc schema.Document, mentions []schema.EntryMention, o eval.Options) *eval.Report {
	t.Helper()
	gold, err := eval.ReadEntityGold(text.entities, strings.NewReader(read(t, text.entities)))
	if err != nil {
		t.Fatal(err)
	}
	index := schema.NewRuneIndex(doc.Text)
	rep := eval.Entities(gold, results(t, mentions, func(m schema.EntryMention) any {
		r := m.Record(doc.ID, doc.Text, index)
		r.Mention = normal(t, r.Mention)
		return r
	}), o)
	return &rep
}

// normal undoes what spoiling does to the characters of a mention: where the gold takes another name than the canonical one,
// it has that of the whole text.
func normal(t *testing.T, mention string) string {
	t.Helper()
	if mention == "" {
		return ""
	}
	text, _, err := source.Decode("mention", []byte(mention), source.UTF8)
	if err != nil {
		t.Fatal(err)
	}
	return strings.Map(func(r rune) rune {
		if r == ' ' {
			return -1
		}
		return r
	}, text.Normal)
}

// layout tells how a spoiled text was read.
func layout(notes *bytes.Buffer, doc schema.Document) {
	for _, a := range doc.Asides {
		if a.Kind != "bullet" {
			fmt.Fprintf(notes, "ASIDE   %s: %s\n", a.Kind, doc.Text[a.At.Start:a.At.End])
		}
	}
	for _, e := range doc.Entries {
		for _, s := range e.Sentences {
			fmt.Fprintf(notes, "ENTRY   %s %d %s\n", e.Label, s.Paragraph, s.Text)
		}
	}
}

// shipped is made once: it is only read.
var shipped = sync.OnceValues(func() (*extract.Extractor, error) { return extract.New(extract.Options{Year: 2020}) })

// results turns records into what the scorer reads.
func results[T any](t *testing.T, records []T, record func(T) any) []eval.Result {
	t.Helper()
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	for _, r := range records {
		if err := e.Encode(record(r)); err != nil {
			t.Fatal(err)
		}
	}
	out, err := eval.ReadResults("results", &b)
	if err != nil {
		t.Fatal(err)
	}
	return out
}
