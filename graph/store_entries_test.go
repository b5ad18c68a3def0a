package graph

import (
	"cmp"
	"slices"
	"testing"

	"jishi/schema"
)

// Every entry is there under its hash, one without facts too.
func TestEntries(t *testing.T) {
	a, b := one("north/a", "挪威同秘鲁通电话。"), newScribe("b")
	b.entry(date(2017, 5, 5), "天气很好。")
	b.entry(date(2017, 5, 5), "仍然很好。")
	quiet := b.result()
	dir := t.TempDir()
	mustUpdate(t, dir, Build{Results: []schema.Result{a, quiet}})
	s, err := Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	got, err := s.Entries()
	if err != nil {
		t.Fatal(err)
	}
	slices.SortFunc(got, func(x, y Entry) int { return cmp.Or(cmp.Compare(x.Doc, y.Doc), cmp.Compare(x.Label, y.Label)) })
	want := []Entry{
		{"b", quiet.Document.Entries[0].Hash, "2017-05-05#1"}, {"b", quiet.Document.Entries[1].Hash, "2017-05-05#2"},
		{"north/a", a.Document.Entries[0].Hash, "2017-05-04#1"},
	}
	if !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
}
