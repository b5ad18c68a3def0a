package schema

import (
	"cmp"
	"slices"
)

// SameEvents finds events that are told more than once, by several documents or again next day. It gives, for each later
// telling, the id of the first: the same relation, parties and modality, and the same day; or a later telling that names
// the day of which the first is told. Parties may be exchanged where o says that a relation is symmetric; o may be nil.
// An event of an unknown day is the same as one that an entry of another document tells in the same words from its beginning
// to its end, as items gives them, whatever day that is of: nothing less is safe (docs/codebook.md has the measure).
//
// Tellings are put in order by their entry's day, document and place; facts of one document are given in the order of
// their places. Offices are never the same, nor are facts that leave a party open. Events of one entry are told once each.
func SameEvents(facts []Fact, items Items, o *Ontology) map[string]string {
	t := NewTellings(o)
	for from := 0; from < len(facts); {
		to := from + 1
		for to < len(facts) && facts[to].Doc == facts[from].Doc {
			to++
		}
		t.Add(t.Note(facts[from:to], items))
		from = to
	}
	return t.Link().events()
}

// LinkEvents sets SameEvent in the facts of all results, of which each is one document's.
func LinkEvents(results []Result, o *Ontology) {
	t := NewTellings(o)
	for _, r := range results {
		t.Add(t.Note(r.Facts, r.Document.Items()))
	}
	first := t.Link().events()
	for _, r := range results {
		for i := range r.Facts {
			r.Facts[i].SameEvent = first[r.Facts[i].Event]
		}
	}
}

// Link finds the first telling of each event, when all have been added.
func (t *Tellings) Link() Links {
	l := Links{stretches: t.stretches, first: make([][]place, len(t.stretches))}
	for i, s := range t.stretches {
		l.first[i] = make([]place, len(s.tellings))
	}
	first := map[uint64]place{}
	for _, at := range t.order() {
		s := t.stretches[at.stretch-1]
		same := &l.first[at.stretch-1][at.telling]
		for _, key := range s.keysOf(int(at.telling)) {
			earlier, ok := first[key.hash()]
			switch {
			case !ok:
				first[key.hash()] = at
			case *same == place{} && t.areTwo(key, earlier, at):
				*same = cmp.Or(l.first[earlier.stretch-1][earlier.telling], earlier)
			}
		}
	}
	return l
}

// areTwo reports whether two tellings with a key in common are two tellings of an event: by entries of their own, and where it
// is their words that are alike, by documents of their own, and the later one names no day.
func (t *Tellings) areTwo(key key, earlier, at place) bool {
	a, b := t.stretches[earlier.stretch-1], t.stretches[at.stretch-1]
	switch key.kind() {
	case byDay:
		return earlier.stretch != at.stretch || a.tellings[earlier.telling].entry != b.tellings[at.telling].entry
	case byWords:
		return a.doc != b.doc
	}
	return false
}

// order gives all tellings by their entry's day, document and place.
func (t *Tellings) order() []place {
	n := 0
	for _, s := range t.stretches {
		n += len(s.tellings)
	}
	out := make([]place, 0, n)
	for i, s := range t.stretches {
		for k := range s.tellings {
			out = append(out, place{int32(i + 1), int32(k)})
		}
	}
	slices.SortStableFunc(out, func(a, b place) int {
		s, u := t.stretches[a.stretch-1], t.stretches[b.stretch-1]
		return cmp.Or(cmp.Compare(s.days[s.tellings[a.telling].day], u.days[u.tellings[b.telling].day]), cmp.Compare(s.doc, u.doc))
	})
	return out
}

// place is where a telling stands; the zero place is nowhere.
type place struct{ stretch, telling int32 } // stretch counted from 1

// Links say which tellings are of an event that has been told before.
type Links struct {
	stretches []Stretch
	first     [][]place // of the tellings of each stretch; nowhere for a first telling
}

// SameEvent is the id of the first telling of an event elsewhere, or "": stretch counts the calls of Add, telling is the
// number that Stretch.Telling gave.
func (l Links) SameEvent(stretch, telling int) string {
	if telling < 0 || l.first[stretch][telling] == (place{}) {
		return ""
	}
	at := l.first[stretch][telling]
	return l.stretches[at.stretch-1].tellings[at.telling].id()
}

// events gives for each later telling the id of the first.
func (l Links) events() map[string]string {
	out := map[string]string{}
	for i, s := range l.stretches {
		for k := range s.tellings {
			if first := l.SameEvent(i, k); first != "" {
				out[s.tellings[k].id()] = first
			}
		}
	}
	return out
}
