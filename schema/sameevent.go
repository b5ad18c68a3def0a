package schema

import (
	"cmp"
	"slices"
	"strings"
)

// SameEvents finds events that are told more than once, by several documents or again next day. It gives, for each later
// telling, the id of the first: the same relation, parties and modality, and the same day; or a later telling that names
// the day of which the first is told. Parties may be exchanged where o says that a relation is symmetric; o may be nil.
//
// Tellings are put in order by their entry's day, document and place; facts of one document are given in the order of
// their places. Events of an unknown day, and offices, are never the same, nor are facts that leave
// a party open. Events of one entry are told once each.
func SameEvents(facts []Fact, o *Ontology) map[string]string {
	return sameEvents([]Result{{Facts: facts}}, o)
}

// LinkEvents sets SameEvent in the facts of all results, of which each is one document's.
func LinkEvents(results []Result, o *Ontology) {
	first := sameEvents(results, o)
	for _, r := range results {
		for i := range r.Facts {
			r.Facts[i].SameEvent = first[r.Facts[i].Event]
		}
	}
}

func sameEvents(results []Result, o *Ontology) map[string]string {
	tellings := tell(results)
	slices.SortStableFunc(tellings, func(a, b telling) int {
		return cmp.Or(cmp.Compare(a.entryDay, b.entryDay), cmp.Compare(a.facts[0].Doc, b.facts[0].Doc), a.position-b.position)
	})
	symmetric := o.symmetric()
	same := map[string]string{}
	first := make(map[told]*Fact, len(tellings)) // the first fact of the telling
	for _, t := range tellings {
		event, entry := t.facts[0].Event, t.facts[0].EntryHash
		for _, f := range t.facts {
			key := f.told(symmetric)
			earlier, ok := first[key]
			switch {
			case !ok:
				first[key] = t.facts[0]
			case same[event] == "" && earlier.EntryHash != entry:
				same[event] = cmp.Or(same[earlier.Event], earlier.Event)
			}
		}
	}
	return same
}

// telling is one event as one entry tells it.
type telling struct {
	facts    []*Fact // at least one
	entryDay string
	position int
}

func tell(results []Result) []telling {
	var out []telling
	at := map[string]int{}
	position := 0
	for _, r := range results {
		for i := range r.Facts {
			f := &r.Facts[i]
			position++
			if f.Event == "" || f.Date.First.Day == 0 || f.Subject.IsZero() || f.Object.IsZero() {
				continue
			}
			j, ok := at[f.Event]
			if !ok {
				j = len(out)
				at[f.Event] = j
				day, _, _ := strings.Cut(f.Entry, "#")
				out = append(out, telling{entryDay: day, position: position})
			}
			out[j].facts = append(out[j].facts, f)
		}
	}
	return out
}

// told is what a fact tells, apart from where and in which words.
type told struct {
	relation, modality string
	day                Day
	a, b               string // keys of the parties
}

func (f *Fact) told(symmetric map[string]bool) told {
	a, b := f.Subject.key(), f.Object.key()
	if symmetric[f.Relation] && b < a {
		a, b = b, a
	}
	return told{f.Relation, f.Modality, f.Date.First, a, b}
}

// symmetric names the relations whose parties may be exchanged; o may be nil.
func (o *Ontology) symmetric() map[string]bool {
	out := map[string]bool{}
	if o != nil {
		for _, r := range o.Relations {
			out[r.ID] = r.Symmetric
		}
	}
	return out
}

// key is a party's identity, else its name.
func (p Party) key() string {
	if p.Entity != "" {
		return p.Entity
	}
	return "\x00" + p.Name
}
