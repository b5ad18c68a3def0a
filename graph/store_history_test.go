package graph

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"jishi/schema"
)

func TestHistory(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "store")
	a, b := one("甲", "挪威同秘鲁通电话。"), one("乙", "挪威昨天同秘鲁通电话。")
	mustUpdate(t, dir, Build{Results: []schema.Result{a, b}})
	mustUpdate(t, dir, Build{Results: []schema.Result{one("甲", "挪威再次同秘鲁通电话。"), one("丙", "挪威同秘鲁通电话。")}})
	mustUpdate(t, dir, Build{Remove: []string{"乙"}})
	all, err := History(dir)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, g := range all {
		got = append(got, fmt.Sprint(g.Number, g.Current, g.First, len(g.Documents), g.Added, g.Changed, g.Removed))
		if g.Quads == 0 || g.Written.IsZero() {
			t.Errorf("%+v", g)
		}
	}
	want := []string{"1 false true 2 [] [] []", "2 false false 3 [丙] [甲] []", "3 true false 2 [] [] [乙]"}
	if !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}

// What is restored is what was; and the restoring can be undone.
func TestRestore(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "store")
	mustUpdate(t, dir, Build{Results: []schema.Result{one("甲", "挪威同秘鲁通电话。")}})
	first := state(t, dir)
	mustUpdate(t, dir, Build{Results: []schema.Result{one("甲", "挪威再次同秘鲁通电话。"), one("乙", "挪威同秘鲁通电话。")}})
	second := state(t, dir)
	c, err := Restore(dir, 1)
	if err != nil {
		t.Fatal(err)
	}
	if c.Generation != 3 || !slices.Equal(c.Removed, []string{"乙"}) || !slices.Equal(c.Replaced, []string{"甲"}) || c.Facts != 1 || c.Entries != 1 {
		t.Errorf("%+v", c)
	}
	if got := state(t, dir); got != first {
		t.Errorf("restored\n%s\nwant\n%s", got, first)
	}
	if c, err = Restore(dir, 2); err != nil || c.Generation != 4 || !slices.Equal(c.Added, []string{"乙"}) {
		t.Errorf("%+v %v", c, err)
	}
	if got := state(t, dir); got != second {
		t.Errorf("restored\n%s\nwant\n%s", got, second)
	}
	// the same again changes nothing, nor does a generation of the same content
	before := fmt.Sprint(files(t, dir))
	for _, n := range []int{4, 2} {
		if c, err = Restore(dir, n); err != nil || c.Generation != 4 {
			t.Errorf("%d: %+v %v", n, c, err)
		}
	}
	if fmt.Sprint(files(t, dir)) != before {
		t.Error("restoring what is there changes files")
	}
	// a build goes on from what was restored
	if c := mustUpdate(t, dir, Build{Results: []schema.Result{one("乙", "挪威同秘鲁通电话。")}}); c.Generation != 4 || !slices.Equal(c.Unchanged, []string{"乙"}) {
		t.Errorf("%+v", c)
	}
}

// The oldest generation that is kept can be had back, although writing it clears its own place.
func TestRestoreOldest(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "store")
	states := map[int]string{}
	for i := range 7 {
		mustUpdate(t, dir, Build{Results: []schema.Result{one("甲", strings.Repeat("今天", i)+"挪威同秘鲁通电话。")}})
		states[i+1] = state(t, dir)
	}
	all, err := History(dir)
	if err != nil || len(all) != keptGenerations || all[0].Number != 3 {
		t.Fatalf("%+v %v", all, err)
	}
	if _, err := Restore(dir, 3); err != nil {
		t.Fatal(err)
	}
	if got := state(t, dir); got != states[3] {
		t.Errorf("restored\n%s\nwant\n%s", got, states[3])
	}
	if _, err := Restore(dir, 2); err == nil || !strings.Contains(err.Error(), "there is no generation 2, or it cannot be read; `jishi history` lists") {
		t.Error(err)
	}
}

// A damaged store goes back to the generation before; a damaged generation cannot be had back.
func TestRestoreDamaged(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "store")
	for _, text := range []string{"挪威同秘鲁通电话。", "挪威再次同秘鲁通电话。", "挪威第三次同秘鲁通电话。"} {
		mustUpdate(t, dir, Build{Results: []schema.Result{one("甲", text)}})
	}
	spoil := func(n int, name string) {
		if err := os.WriteFile(filepath.Join(generationDir(dir, n), name), []byte("{}"), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	spoil(3, manifestFile)
	spoil(2, graphFile)
	if _, err := Open(dir); err == nil || !strings.Contains(err.Error(), "`jishi history`") {
		t.Error(err)
	}
	all, err := History(dir)
	if err != nil || len(all) != 2 {
		t.Errorf("%+v %v", all, err)
	}
	if _, err := Restore(dir, 2); err == nil || !strings.Contains(err.Error(), "graph.nq of generation 2 has 2 bytes") {
		t.Error(err)
	}
	if c, err := Restore(dir, 1); err != nil || c.Generation != 4 {
		t.Errorf("%+v %v", c, err)
	}
	if !strings.Contains(state(t, dir), "挪威同秘鲁") {
		t.Error("the first generation is not back")
	}
	if _, err := History(filepath.Join(dir, "none")); !isNoStore(err) {
		t.Error(err)
	}
	if _, err := Restore(filepath.Join(dir, "none"), 1); !isNoStore(err) {
		t.Error(err)
	}
}

// Corrections in a row count as one of the builds that are kept, though the last five states are there whatever they are.
func TestOutlived(t *testing.T) {
	for _, c := range []struct {
		states string // from the first on: b is a build, c a correction
		want   []int
	}{
		{"bbbbb", nil},
		{"bbbbbb", []int{1}},
		{"bbbbccccc", []int{}},
		{"bbbbcccccc", []int{5}},
		{"bbbbbccccccccc", []int{1, 6, 7, 8, 9}},
		{"bccccccbcccbcb", []int{1, 2, 3, 4, 5, 6, 7, 9}},
		{"bcbcbcbcb", []int{1, 2, 3, 4}},
		{"cccccc", []int{1}},
	} {
		var all []int
		for n := range c.states {
			all = append(all, n+1)
		}
		got := outlived(all, func(n int) bool { return c.states[n-1] == 'c' })
		slices.Sort(got)
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, want %v", c.states, got, c.want)
		}
	}
}

// A hundred corrections push no build out of the history, and are few states themselves.
func TestCorrectionsInARow(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "store")
	for i := range 4 {
		mustUpdate(t, dir, Build{Results: []schema.Result{one("甲", strings.Repeat("今天", i)+"挪威同秘鲁通电话。")}})
	}
	for i := range 100 {
		mustUpdate(t, dir, Build{Correct: func(rs []schema.Result) ([]schema.Result, []schema.Correction, error) {
			return rs, []schema.Correction{{ID: fmt.Sprint(i), Verdict: schema.Accept, Doc: "甲", By: "李"}}, nil
		}, CorrectionsFile: fmt.Sprintf("# %d\n", i)})
	}
	all, err := History(dir)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, g := range all {
		got = append(got, fmt.Sprint(g.Number, " ", g.Corrections, g.TakenBack))
	}
	if want := []string{"1 0 0", "2 0 0", "3 0 0", "4 0 0", "100 1 0", "101 1 1", "102 1 1", "103 1 1", "104 1 1"}; !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}

// Each state keeps the file of corrections that it was made with, and restoring gives it back.
func TestCorrectionsFile(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "store")
	file := func() string {
		s, err := Open(dir)
		if err != nil {
			t.Fatal(err)
		}
		text, known, err := s.CorrectionsFile()
		if err = errors.Join(err, s.Close()); err != nil || !known {
			t.Error(known, err)
		}
		return text
	}
	correct := func(id, text string) Build {
		return Build{CorrectionsFile: text, Correct: func(rs []schema.Result) ([]schema.Result, []schema.Correction, error) {
			return rs, []schema.Correction{{ID: id, Verdict: schema.Accept, Doc: "甲", By: "李"}}, nil
		}}
	}
	mustUpdate(t, dir, Build{Results: []schema.Result{one("甲", "挪威同秘鲁通电话。")}})
	for _, step := range []struct {
		do   func() error
		want string
	}{
		{func() error { return nil }, ""},
		{func() error { _, err := Update(dir, correct("1", "- 一\n")); return err }, "- 一\n"},
		{func() error { _, err := Update(dir, correct("2", "- 一\n- 二\n")); return err }, "- 一\n- 二\n"},
		{func() error {
			_, err := Update(dir, Build{Results: []schema.Result{one("乙", "挪威同秘鲁通电话。")}})
			return err
		}, "- 一\n- 二\n"},
		{func() error { _, err := Restore(dir, 2); return err }, "- 一\n"},
		{func() error { _, err := Restore(dir, 1); return err }, ""},
		{func() error { _, err := Restore(dir, 4); return err }, "- 一\n- 二\n"},
	} {
		if err := step.do(); err != nil {
			t.Fatal(err)
		}
		if got := file(); got != step.want {
			t.Errorf("%q, want %q", got, step.want)
		}
	}
	if err := os.WriteFile(filepath.Join(generationDir(dir, 7), fixesFile), []byte("- 三\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	if h := Examine(dir); len(h.Faults) != 1 || !strings.Contains(h.Faults[0].Error(), "corrections.yaml is not what was written") {
		t.Errorf("%+v", h)
	}
}
