package extract_test

import (
	"fmt"
	"os"
	"path/filepath"
	"sort"
	"strings"
	"sync"
	"testing"
	"unicode"

	"gopkg.in/yaml.v3"

	"jishi/extract"
	"jishi/extract/lexicon"
	"jishi/extract/pattern"
	"jishi/extract/timex"
	"jishi/schema"
)

// shipped is the extractor of what ships, made once for all tests: it is only read.
var shipped = sync.OnceValues(func() (*extract.Extractor, error) { return extract.New(extract.Options{}) })

func extractor(t testing.TB) *extract.Extractor {
	t.Helper()
	x, err := shipped()
	if err != nil {
		t.Fatal(err)
	}
	return x
}

// written is a rule as its file has it.
type written struct {
	Name, Pattern, Kind    string
	Trigger, Patterns, Not []string
	Examples               []struct{ Text string }
	file                   string
}

// writtenRules reads the rule files by themselves, so that the tests do not depend on how they are loaded.
func writtenRules(t testing.TB) []written {
	t.Helper()
	files, err := filepath.Glob("rule/data/*.yaml")
	if err != nil || len(files) == 0 {
		t.Fatalf("%v, %v", files, err)
	}
	var out []written
	for _, name := range files {
		raw, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		var rules []written
		if err := yaml.Unmarshal(raw, &rules); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		for _, r := range rules {
			if r.Kind == "" {
				r.file = filepath.Base(name)
				out = append(out, r)
			}
		}
	}
	return out
}

// Every example and counter-example of every rule holds: one subtest a file.
func TestExamples(t *testing.T) {
	failures := map[string][]string{}
	for _, p := range extractor(t).RunExamples(false) {
		base := filepath.Base(p.File)
		failures[base] = append(failures[base], p.Error())
	}
	files := map[string]bool{}
	for _, r := range writtenRules(t) {
		files[r.file] = true
	}
	if len(files) < 3 {
		t.Fatalf("rule files: %v", files)
	}
	for file := range files {
		t.Run(file, func(t *testing.T) {
			for _, f := range failures[file] {
				t.Error(f)
			}
			delete(failures, file)
		})
	}
	for file, f := range failures {
		t.Errorf("%s: %v", file, f)
	}
}

// Rules speak of kinds, never of persons and countries.
func TestNoRuleNamesAPersonOrACountry(t *testing.T) {
	l, err := lexicon.Load(lexicon.Options{Number: timex.Number})
	if err != nil {
		t.Fatal(err)
	}
	names := map[string]string{}
	for _, e := range l.Entities() {
		if e.Type == "leader" || e.Type == "country" {
			for _, n := range append([]string{e.Name}, e.Aliases...) {
				if len([]rune(n)) > 1 {
					names[n] = e.ID
				}
			}
		}
	}
	if names["法国"] == "" {
		t.Fatal("the gazetteers name no country")
	}
	words := 0
	for _, r := range writtenRules(t) {
		list := append([]string{}, r.Trigger...)
		for _, text := range append(r.Patterns, r.Pattern) {
			if text == "" {
				continue
			}
			p, err := pattern.Parse(text)
			if err != nil {
				t.Fatalf("%s: %v", r.Name, err)
			}
			list = append(list, p.Words()...)
		}
		for _, w := range list {
			words++
			for n := range names {
				if strings.Contains(w, n) {
					t.Errorf("%s: rule %s: the word %s names %s (%s)", r.file, r.Name, w, n, names[n])
				}
			}
			if side := strings.TrimSuffix(w, "方"); side != w && len([]rune(side)) == 1 && strings.Contains("中法德美俄日韩英", side) {
				t.Errorf("%s: rule %s: the word %s names a country", r.file, r.Name, w)
			}
		}
	}
	if words < 200 {
		t.Errorf("only %d words looked at", words)
	}
}

// bare leaves the Han characters, letters and digits of a text.
func bare(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
		return -1
	}, s)
}

// Examples are invented: none stands in the texts that rules are measured with, and no clause of those stands in one.
func TestNoExampleIsASentenceOfTheGold(t *testing.T) {
	gold := ""
	for _, name := range []string{"../testdata/gold/second.txt", "../testdata/chronicle/2020-03-23--31.txt"} {
		raw, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		gold += bare(string(raw)) + "\x00"
	}
	n := 0
	for _, r := range writtenRules(t) {
		texts := append([]string{}, r.Not...)
		for _, e := range r.Examples {
			texts = append(texts, e.Text)
		}
		for _, text := range texts {
			n++
			if text = strings.TrimSpace(text); bare(text) == "" {
				t.Errorf("%s: rule %s: an example without text", r.file, r.Name)
				continue
			}
			if strings.Contains(gold, bare(text)) {
				t.Errorf("%s: rule %s: the example %s stands in the gold", r.file, r.Name, text)
			}
			for _, clause := range strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune("，。；：！？", r) }) {
				if len([]rune(bare(clause))) >= 12 && strings.Contains(gold, bare(clause)) {
					t.Errorf("%s: rule %s: the clause %s stands in the gold", r.file, r.Name, clause)
				}
			}
		}
	}
	if n < 60 {
		t.Errorf("only %d examples", n)
	}
}

func TestRulesAreSortedAndWhole(t *testing.T) {
	rules := extractor(t).Rules()
	if !sort.SliceIsSorted(rules, func(i, j int) bool { return rules[i].Name < rules[j].Name }) {
		t.Error("rules are not sorted by name")
	}
	seen := map[string]bool{}
	for _, r := range rules {
		if r.Name == "" || r.Relation == "" || r.File == "" || r.Hash == "" || seen[r.Name] {
			t.Errorf("a rule twice, or not whole: %+v", r)
		}
		seen[r.Name] = true
	}
	if !seen["title"] {
		t.Error("the reading of titles is not among the rules")
	}
}

// telling prints a fact like an example: RELATION(SUBJECT, OBJECT) MODALITY DATE key=value….
func telling(f schema.Fact) string {
	object := f.Object.Name
	if f.Object.IsZero() {
		object = "?"
	}
	s := fmt.Sprintf("%s(%s, %s) %s", f.Relation, f.Subject.Name, object, f.Modality)
	if d := f.Date.String(); d != "" {
		s += " " + d
	}
	return s
}
