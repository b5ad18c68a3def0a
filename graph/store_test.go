package graph

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"jishi/schema"
)

// one is a document of one entry and one fact.
func one(id, text string) schema.Result {
	s := newScribe(id)
	s.entry(date(2017, 5, 4), text)
	s.tell(schema.Fact{Relation: "called", Modality: schema.Actual,
		Subject: s.party("country", "NO", "挪威", "Norway", ""), Object: s.party("country", "PE", "秘鲁", "Peru", "")})
	return s.result()
}

func mustUpdate(t *testing.T, dir string, b Build) Change {
	t.Helper()
	c, err := Update(dir, b)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// state is all that can be read of a store, as text.
func state(t *testing.T, dir string) string {
	t.Helper()
	out, err := readState(dir)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func readState(dir string) (string, error) {
	s, err := Open(dir)
	if err != nil {
		return "", err
	}
	defer s.Close()
	var b strings.Builder
	for _, d := range s.Documents() {
		text, err := s.Text(d.ID)
		if err != nil {
			return "", err
		}
		fmt.Fprintf(&b, "%+v %q\n", d, text)
	}
	if err := s.WriteQuads(&b); err != nil {
		return "", err
	}
	facts, err := s.Facts()
	if err != nil {
		return "", err
	}
	for _, f := range facts {
		correction := f.Correction
		f.Correction = nil // a pointer says nothing
		fmt.Fprintf(&b, "%#v %+v\n", f, correction)
	}
	return b.String(), nil
}

// files lists a folder's files with their contents.
func files(t *testing.T, dir string) map[string]string {
	t.Helper()
	out := map[string]string{}
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		raw, err := os.ReadFile(path)
		out[strings.TrimPrefix(path, dir)] = string(raw)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func TestUpdate(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "a", "store")
	a, b := one("甲", "挪威同秘鲁通电话。"), one("乙", "挪威昨天同秘鲁通电话。")
	c := mustUpdate(t, dir, Build{Results: []schema.Result{a, b}, Rules: testRules()})
	if !slices.Equal(c.Added, []string{"乙", "甲"}) || c.Documents != 2 || c.Entries != 2 || c.Facts != 2 || c.Generation != 1 {
		t.Errorf("first build: %+v", c)
	}
	before := files(t, dir)
	c = mustUpdate(t, dir, Build{Results: []schema.Result{b, a}, Rules: testRules()})
	if !slices.Equal(c.Unchanged, []string{"乙", "甲"}) || len(c.Added)+len(c.Replaced) > 0 || c.Generation != 1 || c.Quads == 0 {
		t.Errorf("the same again: %+v", c)
	}
	if after := files(t, dir); fmt.Sprint(before) != fmt.Sprint(after) {
		t.Error("the same again changes files")
	}

	changed := one("甲", "挪威再次同秘鲁通电话。")
	c = mustUpdate(t, dir, Build{Results: []schema.Result{changed}, Rules: testRules()})
	if !slices.Equal(c.Replaced, []string{"甲"}) || c.Generation != 2 || c.Documents != 2 || c.Facts != 2 {
		t.Errorf("a changed text: %+v", c)
	}
	both := filepath.Join(t.TempDir(), "both")
	mustUpdate(t, both, Build{Results: []schema.Result{b, changed}, Rules: testRules()})
	if got, want := state(t, dir), state(t, both); got != want {
		t.Errorf("step by step the store is\n%s\nat once\n%s", got, want)
	}

	c = mustUpdate(t, dir, Build{Remove: []string{"乙"}})
	if !slices.Equal(c.Removed, []string{"乙"}) || c.Documents != 1 || c.Generation != 3 {
		t.Errorf("remove: %+v", c)
	}
	alone := filepath.Join(t.TempDir(), "alone")
	mustUpdate(t, alone, Build{Results: []schema.Result{changed}, Rules: testRules()})
	if got, want := state(t, dir), state(t, alone); got != want {
		t.Errorf("after removal the store is\n%s\nwant\n%s", got, want)
	}
	c = mustUpdate(t, dir, Build{Remove: []string{"甲"}})
	if c.Documents != 0 || c.Facts != 0 {
		t.Errorf("remove the last: %+v", c)
	}
	if s := state(t, dir); strings.Contains(s, "entity/") {
		t.Errorf("an empty store still holds\n%s", s)
	}
}

// TestRulesChange: the same text read by a changed rule is a change.
func TestRulesChange(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "store")
	r := one("甲", "挪威同秘鲁通电话。")
	mustUpdate(t, dir, Build{Results: []schema.Result{r}, Rules: testRules()})
	rules := testRules()
	rules[0].Hash = "99"
	if c := mustUpdate(t, dir, Build{Results: []schema.Result{r}, Rules: rules}); !slices.Equal(c.Replaced, []string{"甲"}) || c.Generation != 2 {
		t.Errorf("%+v", c)
	}
	if s := state(t, dir); !strings.Contains(s, "rule/a-rule@99> <urn:jishi:file> \"rules/calls.yaml\"") || strings.Contains(s, "@0011") || strings.Contains(s, "never") {
		t.Errorf("rules of the store:\n%s", s)
	}
}

func TestMissingAndPrune(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "store")
	a, b, lone := one("甲", "挪威同秘鲁通电话。"), one("乙", "挪威昨天同秘鲁通电话。"), one("丙", "挪威明天同秘鲁通电话。")
	from := map[string]string{"甲": "/texts", "乙": "/texts", "丙": ""}
	mustUpdate(t, dir, Build{Results: []schema.Result{a, b, lone}, Roots: []string{"/texts"}, Origin: from})
	for _, step := range []struct {
		name                       string
		b                          Build
		missing, removed, unchange []string
		documents                  int
	}{
		{"another folder", Build{Roots: []string{"/other"}}, nil, nil, nil, 3},
		{"the folder again, a file unreadable", Build{Results: []schema.Result{a}, Roots: []string{"/texts"}, Origin: from, Present: map[string]bool{"乙": true}}, nil, nil, []string{"甲"}, 3},
		{"the folder again, a file gone", Build{Results: []schema.Result{a}, Roots: []string{"/texts"}, Origin: from}, []string{"乙"}, nil, []string{"甲"}, 3},
		{"the same with prune, dry", Build{Results: []schema.Result{a}, Roots: []string{"/texts"}, Origin: from, Prune: true, DryRun: true}, []string{"乙"}, []string{"乙"}, []string{"甲"}, 2},
		{"the same with prune", Build{Results: []schema.Result{a}, Roots: []string{"/texts"}, Origin: from, Prune: true}, []string{"乙"}, []string{"乙"}, []string{"甲"}, 2},
		{"and again", Build{Results: []schema.Result{a}, Roots: []string{"/texts"}, Origin: from, Prune: true}, nil, nil, []string{"甲"}, 2},
	} {
		c := mustUpdate(t, dir, step.b)
		if !slices.Equal(c.Missing, step.missing) || !slices.Equal(c.Removed, step.removed) || !slices.Equal(c.Unchanged, step.unchange) || c.Documents != step.documents {
			t.Errorf("%s: %+v", step.name, c)
		}
	}
}

func TestDryRun(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "store")
	r := one("甲", "挪威同秘鲁通电话。")
	c := mustUpdate(t, dir, Build{Results: []schema.Result{r}, DryRun: true})
	if !slices.Equal(c.Added, []string{"甲"}) || c.Facts != 1 || c.Generation != 1 {
		t.Errorf("%+v", c)
	}
	if _, err := os.Stat(dir); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("a dry run makes a folder: %v", err)
	}
	mustUpdate(t, dir, Build{Results: []schema.Result{r}})
	before := files(t, dir)
	c = mustUpdate(t, dir, Build{Results: []schema.Result{one("甲", "挪威没有同秘鲁通电话。")}, DryRun: true})
	if !slices.Equal(c.Replaced, []string{"甲"}) || c.Generation != 2 {
		t.Errorf("%+v", c)
	}
	if fmt.Sprint(before) != fmt.Sprint(files(t, dir)) {
		t.Error("a dry run writes")
	}
}

func TestGenerations(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "store")
	mustUpdate(t, dir, Build{Results: []schema.Result{one("甲", "挪威第0次同秘鲁通电话。")}})
	reader, err := Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer reader.Close()
	for i := range 8 {
		mustUpdate(t, dir, Build{Results: []schema.Result{one("甲", fmt.Sprintf("挪威第%d次同秘鲁通电话。", i+1))}})
	}
	got, err := generations(dir)
	slices.Sort(got)
	if err != nil || !slices.Equal(got, []int{5, 6, 7, 8, 9}) {
		t.Errorf("generations %v %v, want the last five", got, err)
	}
	if text, err := reader.Text("甲"); err != nil || !strings.Contains(text, "第0次") {
		t.Errorf("an open store reads %q, %v", text, err)
	}
	if facts, err := reader.Facts(); err != nil || len(facts) != 1 {
		t.Errorf("an open store reads %d facts, %v", len(facts), err)
	}
}

// TestSameEventAcrossBuilds: links are drawn anew over the whole store, whoever came first.
func TestSameEventAcrossBuilds(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "store")
	mustUpdate(t, dir, Build{Results: []schema.Result{one("乙", "挪威同秘鲁通电话。")}})
	mustUpdate(t, dir, Build{Results: []schema.Result{one("甲", "秘鲁同挪威通电话。")}})
	s, err := Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	facts, err := s.Facts()
	if err != nil || len(facts) != 2 || facts[0].Doc != "乙" || facts[0].SameEvent != "" || facts[1].SameEvent != facts[0].Event {
		t.Errorf("%v\n%+v", err, facts)
	}
	mustUpdate(t, dir, Build{Remove: []string{"乙"}})
	if s := state(t, dir); strings.Contains(s, "<urn:jishi:sameEvent>") {
		t.Errorf("a link to what is gone:\n%s", s)
	}
}

func TestBase(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "store")
	r := one("甲", "挪威同秘鲁通电话。")
	mustUpdate(t, dir, Build{Results: []schema.Result{r}, Base: "https://example.org/g/"})
	if s := state(t, dir); !strings.Contains(s, "<https://example.org/g/fact/") || strings.Contains(s, "urn:jishi") {
		t.Error(s)
	}
	if c := mustUpdate(t, dir, Build{Results: []schema.Result{r}}); c.Generation != 1 {
		t.Errorf("without a base the store's own counts: %+v", c)
	}
	for _, base := range []string{"https://example.org/h/", "not absolute", "https://example.org/x"} {
		if _, err := Update(dir, Build{Results: []schema.Result{r}, Base: base}); err == nil {
			t.Errorf("base %q is taken", base)
		}
	}
}

func TestRepeatedFact(t *testing.T) {
	r := one("甲", "挪威同秘鲁通电话。")
	r.Facts = append(r.Facts, r.Facts[0])
	c := mustUpdate(t, filepath.Join(t.TempDir(), "store"), Build{Results: []schema.Result{r}})
	if !slices.Equal(c.Repeated, []string{"甲: " + r.Facts[0].ID}) || c.Facts != 1 {
		t.Errorf("%+v", c)
	}
}

func TestFactWithoutEntry(t *testing.T) {
	r := one("甲", "挪威同秘鲁通电话。")
	r.Facts[0].EntryHash = "x"
	dir := filepath.Join(t.TempDir(), "store")
	if _, err := Update(dir, Build{Results: []schema.Result{r}}); err == nil || !strings.Contains(err.Error(), "does not have") {
		t.Error(err)
	}
	if _, err := Open(dir); !errors.Is(err, ErrNoStore) {
		t.Errorf("after a failed first build: %v", err)
	}
}
