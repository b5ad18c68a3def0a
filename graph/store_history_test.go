package graph

import (
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
