package eval

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"

	"jishi/schema"
)

// Draw says how facts are to be drawn.
type Draw struct {
	N    int    // how many; all where there are no more
	By   string // one of Strata, or "": from all facts together
	Seed int    // another seed, another sample
}

// Drawn is a fact of a sample.
type Drawn struct {
	schema.Fact
	Stratum string // the relation, modality or year it stands for; "all" where there is no stratum
	Of      int    // how many facts the stratum has, drawn or not
}

// Strata are the properties by which a sample can be divided.
func Strata() []string { return []string{"relation", "modality", "year"} }

// Sample draws facts at random, without replacement. With strata each gets the same number of facts, as far as it has so
// many, and what is left over goes to the larger ones; they come in the order of their names, each in random order. A
// fact's place depends on the seed and its id alone: the same store and seed give the same sample, on any machine, and a
// store to which facts were added gives nearly the same.
func Sample(facts []schema.Fact, d Draw) []Drawn {
	groups, place := map[string][]Drawn{}, make(map[string]string, len(facts))
	for _, f := range facts {
		s := stratum(f, d.By)
		groups[s] = append(groups[s], Drawn{Fact: f, Stratum: s})
		place[f.ID] = schema.Hash(strconv.Itoa(d.Seed), f.ID)
	}
	names, sizes := []string{}, map[string]int{}
	for name, group := range groups {
		names, sizes[name] = append(names, name), len(group)
	}
	slices.Sort(names)
	var out []Drawn
	for i, n := range allot(d.N, names, sizes) {
		group := groups[names[i]]
		slices.SortFunc(group, func(a, b Drawn) int { return cmp.Or(cmp.Compare(place[a.ID], place[b.ID]), cmp.Compare(a.ID, b.ID)) })
		for _, x := range group[:n] {
			x.Of = len(group)
			out = append(out, x)
		}
	}
	return out
}

// Strata that are no relation, modality or year.
const (
	allFacts = "all"
	noYear   = "no year"
)

func stratum(f schema.Fact, by string) string {
	switch {
	case by == "relation":
		return f.Relation
	case by == "modality":
		return f.Modality
	case by == "year" && f.Date.First.Year > 0:
		return fmt.Sprintf("%04d", f.Date.First.Year)
	case by == "year":
		return noYear
	}
	return allFacts
}

// allot gives each stratum its number of facts: the small ones all they have, the others equal parts of the rest.
func allot(n int, names []string, sizes map[string]int) []int {
	out := make([]int, len(names))
	for left := n; left > 0; {
		var open []int // with facts still to be drawn, the larger ones first
		for i, name := range names {
			if out[i] < sizes[name] {
				open = append(open, i)
			}
		}
		if len(open) == 0 {
			break
		}
		slices.SortStableFunc(open, func(a, b int) int { return sizes[names[b]] - sizes[names[a]] })
		share := max(1, left/len(open))
		for _, i := range open {
			take := min(share, sizes[names[i]]-out[i], left)
			out[i] += take
			left -= take
		}
	}
	return out
}
