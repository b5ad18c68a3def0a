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
	tellings := tell(facts, o)
	slices.SortStableFunc(tellings, func(a, b telling) int {
		return cmp.Or(cmp.Compare(a.entryDay, b.entryDay), cmp.Compare(a.doc, b.doc), a.position-b.position)
	})
	same := map[string]string{}
	first := map[string]telling{} // by what is told
	for _, t := range tellings {
		for _, key := range t.keys {
			earlier, ok := first[key]
			if !ok {
				first[key] = t
				earlier = t
			}
			if same[t.event] == "" && earlier.entry != t.entry {
				same[t.event] = cmp.Or(same[earlier.event], earlier.event)
			}
		}
	}
	return same
}

// telling is one event as one entry tells it.
type telling struct {
	event, entry, doc string
	entryDay          string
	position          int
	keys              []string // relation, modality, day and parties of each of its facts
}

func tell(facts []Fact, o *Ontology) []telling {
	var out []telling
	at := map[string]int{}
	for i, f := range facts {
		if f.Event == "" || f.Date.First.Day == 0 || f.Subject.IsZero() || f.Object.IsZero() {
			continue
		}
		j, ok := at[f.Event]
		if !ok {
			j = len(out)
			at[f.Event] = j
			day, _, _ := strings.Cut(f.Entry, "#")
			out = append(out, telling{event: f.Event, entry: f.EntryHash, doc: f.Doc, entryDay: day, position: i})
		}
		out[j].keys = append(out[j].keys, f.told(o))
	}
	return out
}

// told is what a fact tells, apart from where and in which words.
func (f Fact) told(o *Ontology) string {
	a, b := f.Subject.key(), f.Object.key()
	if o != nil {
		if r, ok := o.Relation(f.Relation); ok && r.Symmetric && b < a {
			a, b = b, a
		}
	}
	return Hash(f.Relation, f.Modality, f.Date.First.String(), a, b)
}

// key is a party's identity, else its name.
func (p Party) key() string {
	if p.Entity != "" {
		return p.Entity
	}
	return "\x00" + p.Name
}
