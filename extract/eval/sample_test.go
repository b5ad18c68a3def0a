package eval

import (
	"fmt"
	"slices"
	"testing"

	"jishi/schema"
)

// population is facts of three relations: 100, 10 and 1.
func population() []schema.Fact {
	var out []schema.Fact
	for i := range 111 {
		f := schema.Fact{ID: fmt.Sprintf("%03d", i), Relation: "many", Modality: schema.Actual, Date: schema.Date{First: schema.Day{Year: 2019 + i%2}}}
		switch {
		case i >= 110:
			f.Relation, f.Date = "one", schema.Date{}
		case i >= 100:
			f.Relation, f.Modality = "some", schema.Pledged
		}
		out = append(out, f)
	}
	return out
}

func TestSample(t *testing.T) {
	for _, c := range []struct {
		draw Draw
		want map[string]int // stratum -> facts drawn
	}{
		{Draw{N: 30}, map[string]int{"all": 30}},
		{Draw{N: 1000}, map[string]int{"all": 111}},
		{Draw{N: 30, By: "relation"}, map[string]int{"many": 19, "some": 10, "one": 1}},
		{Draw{N: 10, By: "relation"}, map[string]int{"many": 5, "some": 4, "one": 1}},
		{Draw{N: 2, By: "relation"}, map[string]int{"many": 1, "some": 1}},
		{Draw{N: 20, By: "modality"}, map[string]int{schema.Actual: 10, schema.Pledged: 10}},
		{Draw{N: 5, By: "year"}, map[string]int{"2019": 2, "2020": 2, "no year": 1}},
	} {
		got, seen := map[string]int{}, map[string]bool{}
		for _, x := range Sample(population(), c.draw) {
			got[x.Stratum]++
			if seen[x.ID] {
				t.Errorf("%v: %s is drawn twice", c.draw, x.ID)
			}
			seen[x.ID] = true
		}
		if fmt.Sprint(got) != fmt.Sprint(c.want) {
			t.Errorf("%v: %v, want %v", c.draw, got, c.want)
		}
	}
}

// The sample depends on the seed and the facts, not on their order, and every fact is drawn as often as another.
func TestSampleIsRandom(t *testing.T) {
	facts := population()
	ids := func(facts []schema.Fact, seed int) (out []string) {
		for _, x := range Sample(facts, Draw{N: 20, Seed: seed}) {
			out = append(out, x.ID)
		}
		return out
	}
	first := ids(facts, 1)
	slices.Reverse(facts)
	if !slices.Equal(first, ids(facts, 1)) {
		t.Error("the order of the facts matters")
	}
	if slices.Equal(first, ids(facts, 2)) {
		t.Error("the seed does not matter")
	}
	times := map[string]int{}
	const seeds = 1110
	for seed := range seeds {
		for _, id := range ids(facts, seed) {
			times[id]++
		}
	}
	for id, n := range times { // 200 expected; 80 is six standard deviations
		if n < 120 || n > 280 {
			t.Errorf("%s is drawn %d times of %d", id, n, seeds)
		}
	}
	if len(times) != len(facts) {
		t.Errorf("%d facts are ever drawn", len(times))
	}
}
