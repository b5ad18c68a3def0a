package extract_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"flag"
	"os"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"

	"jishi/extract"
	"jishi/schema"
)

var update = flag.Bool("update", false, "write the golden files anew")

// lending is an extractor with relations and rules of its own, so that what it tries does not change with the shipped rules.
var lending = sync.OnceValues(func() (*extract.Extractor, error) {
	return extract.New(extract.Options{Data: "testdata/explain"})
})

func lender(t testing.TB) *extract.Extractor {
	t.Helper()
	x, err := lending()
	if err != nil {
		t.Fatal(err)
	}
	return x
}

// lent is the document of testdata/explain.
func lent(t testing.TB) schema.Document {
	t.Helper()
	raw, err := os.ReadFile("testdata/explain/text.txt")
	if err != nil {
		t.Fatal(err)
	}
	doc, err := lender(t).Read(extract.Input{ID: "text", Name: "text.txt", Raw: raw})
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

// steady takes out the lines of the gazetteers, which move with every new record.
func steady(s string) string {
	return regexp.MustCompile(`(extract/[a-z]+/data/[a-z-]+\.yaml):[0-9]+`).ReplaceAllString(s, "$1:N")
}

func TestExplanationGolden(t *testing.T) {
	e := lender(t).Explain(lent(t))
	for name, write := range map[string]func(*bytes.Buffer) error{
		"text.golden": func(b *bytes.Buffer) error { return e.WriteText(b, nil) },
		"json.golden": func(b *bytes.Buffer) error { return e.WriteJSON(b) },
		"html.golden": func(b *bytes.Buffer) error { return e.WriteHTML(b, "", nil) },
	} {
		t.Run(name, func(t *testing.T) {
			var b bytes.Buffer
			if err := write(&b); err != nil {
				t.Fatal(err)
			}
			golden(t, "testdata/explain/"+name, steady(b.String()))
		})
	}
}

func golden(t *testing.T, file, got string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("%s differs (go test -update writes it anew):\n%s", file, firstDifference(got, string(want)))
	}
}

func firstDifference(got, want string) string {
	a, b := strings.Split(got, "\n"), strings.Split(want, "\n")
	for i := range a {
		if i >= len(b) || a[i] != b[i] {
			return "got  " + a[i] + "\nwant " + strings.Join(b[min(i, len(b)):min(i+1, len(b))], "")
		}
	}
	return "it ends too soon"
}

// JSON reads back as what was written, and no list is null.
func TestExplanationJSON(t *testing.T) {
	e := lender(t).Explain(lent(t))
	var b bytes.Buffer
	if err := e.WriteJSON(&b); err != nil {
		t.Fatal(err)
	}
	var again extract.Explanation
	d := json.NewDecoder(bytes.NewReader(b.Bytes()))
	d.DisallowUnknownFields()
	if err := d.Decode(&again); err != nil {
		t.Fatal(err)
	}
	var c bytes.Buffer
	if err := again.WriteJSON(&c); err != nil {
		t.Fatal(err)
	}
	var plain, plainAgain map[string]any
	if err := errors.Join(json.Unmarshal(b.Bytes(), &plain), json.Unmarshal(c.Bytes(), &plainAgain)); err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(plain, plainAgain) {
		t.Error("what is read back is another explanation")
	}
	// Only these may be null: what there is none of.
	may := []string{"whyNot", "match", "modality", "cue", "subject", "object", "said", "by", "sentence", "start", "end", "quantity"}
	var walk func(key string, v any)
	walk = func(key string, v any) {
		switch v := v.(type) {
		case nil:
			if !slices.Contains(may, key) {
				t.Errorf("%s is null", key)
			}
		case map[string]any:
			for k, one := range v {
				walk(k, one)
			}
		case []any:
			for _, one := range v {
				walk(key, one)
			}
		}
	}
	walk("", plain)
}

// Whoever asks why gets the same facts as whoever does not; each has a sentence, a rule that was tried there, and its
// evidence in it. No rule is without its reason.
func TestExplanationIsWhole(t *testing.T) {
	x := extractor(t)
	texts := []string{smallChronicle}
	for _, r := range writtenRules(t) {
		for _, example := range r.Examples {
			texts = append(texts, example.Text)
		}
		texts = append(texts, r.Not...)
	}
	outcomes := map[string]int{}
	for _, text := range texts {
		doc := read(t, text)
		e := x.Explain(doc)
		var got []string
		for _, entry := range e.Entries {
			told := map[string]bool{}
			for _, s := range entry.Sentences {
				whole(t, s, outcomes)
				for _, id := range s.Facts {
					told[id] = true
				}
			}
			for _, f := range entry.Facts {
				got = append(got, f.ID+" "+f.Written)
				if !told[f.ID] {
					t.Errorf("%q: no sentence tells %s", text, f.Written)
				}
			}
		}
		var want []string
		for _, f := range x.Extract(doc, 1).Facts {
			want = append(want, f.ID+" "+extract.Written(f))
		}
		if !slices.Equal(got, want) {
			t.Errorf("%q: explained as\n%s\nextracted as\n%s", text, strings.Join(got, "\n"), strings.Join(want, "\n"))
		}
	}
	for _, o := range []string{extract.OutcomeFact, extract.OutcomeRefused, extract.OutcomeStopped, extract.OutcomeBehind} {
		if outcomes[o] < 10 {
			t.Errorf("%d tries end in %s: too few to tell", outcomes[o], o)
		}
	}
}

func whole(t *testing.T, s extract.ExplainedSentence, outcomes map[string]int) {
	t.Helper()
	for _, try := range s.Tries {
		outcomes[try.Outcome]++
		switch try.Outcome {
		case extract.OutcomeStopped:
			for _, p := range try.Patterns {
				if len(p.Stops) == 0 || p.Passed >= p.Of {
					t.Errorf("%q: %s stops nowhere: %+v", s.Text, try.Rule, p)
				}
			}
			if len(try.Patterns) == 0 {
				t.Errorf("%q: %s stops and has no pattern", s.Text, try.Rule)
			}
		case extract.OutcomeBehind:
			if try.Behind == "" {
				t.Errorf("%q: %s is behind nobody", s.Text, try.Rule)
			}
		case extract.OutcomeRefused:
			if len(try.Match.Refused) == 0 {
				t.Errorf("%q: %s fits, gives no fact, and nobody says why", s.Text, try.Rule)
			}
		case extract.OutcomeFact:
			if try.Match.Modality == nil || try.Match.Modality.Why == "" || try.Match.Subject.How == "" {
				t.Errorf("%q: %s does not say how it came to its fact: %+v", s.Text, try.Rule, try.Match)
			}
			for _, id := range try.Match.Facts {
				if !slices.Contains(s.Facts, id) {
					t.Errorf("%q: %s gives %s, which the sentence does not list", s.Text, try.Rule, id)
				}
			}
		default:
			t.Errorf("unknown outcome %q", try.Outcome)
		}
	}
}

func TestExplainSomeEntries(t *testing.T) {
	doc := lent(t)
	e := lender(t).Explain(doc, doc.Entries[1].Hash)
	if len(e.Entries) != 1 || e.Entries[0].Label != "2021-05-04#2" {
		t.Fatalf("%+v", e.Entries)
	}
	id := e.Entries[0].Facts[0].ID
	if !e.Only(id) || len(e.Entries) != 1 || len(e.Entries[0].Sentences) != 1 || len(e.Entries[0].Facts) != 1 {
		t.Errorf("only %s leaves %+v", id, e.Entries)
	}
	if e.Only("0123456789abcdef") {
		t.Error("a fact that is not there was found")
	}
}

// docs/explain.md names every key of the JSON, and every answer.
func TestManualIsWhole(t *testing.T) {
	raw, err := os.ReadFile("../docs/explain.md")
	if err != nil {
		t.Fatal(err)
	}
	_, shape, _ := strings.Cut(string(raw), "\n## JSON\n")
	shape, _, _ = strings.Cut(shape, "\n## ")
	fact := reflect.TypeFor[schema.FactRecord]()
	var check func(typ reflect.Type)
	check = func(typ reflect.Type) {
		switch typ.Kind() {
		case reflect.Pointer, reflect.Slice:
			check(typ.Elem())
		case reflect.Struct:
			for i := range typ.NumField() {
				f := typ.Field(i)
				key, _, _ := strings.Cut(f.Tag.Get("json"), ",")
				if !f.IsExported() || f.Type == fact {
					continue
				}
				if !strings.Contains(shape, "`"+key+"`") {
					t.Errorf("%s has the key %s, which docs/explain.md does not tell of", typ.Name(), key)
				}
				check(f.Type)
			}
		}
	}
	check(reflect.TypeFor[extract.Explanation]())
	for _, c := range whyNotSamples() {
		if !strings.Contains(string(raw), "\n| `"+c.answer+"` |") {
			t.Errorf("docs/explain.md does not tell what the answer %s means", c.answer)
		}
	}
}
