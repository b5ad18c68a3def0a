package schema

import (
	"hash/maphash"
	"strings"
)

// Tellings is what must be remembered of facts to find the events that are told more than once: some forty bytes each, so
// that a long row of documents can be worked through without keeping one.
type Tellings struct {
	symmetric map[string]bool
	seed      maphash.Seed
	stretches []Stretch
}

// NewTellings begins without any. o says which relations are symmetric; it may be nil.
func NewTellings(o *Ontology) *Tellings {
	return &Tellings{symmetric: o.symmetric(), seed: maphash.MakeSeed()}
}

// Stretch is what is remembered of the facts of some entries of one document.
type Stretch struct {
	doc      string
	days     []string // of the entries, each once
	tellings []telling
	keys     []uint64 // of the facts, telling by telling: see told
	of       []int32  // the telling of each fact, or -1; not kept
}

// telling is one event as one entry tells it.
type telling struct {
	event [16]byte // its id: a Hash
	day   int32    // of the entry, in the stretch's days
	entry int32    // told apart within the stretch
	keys  int32    // how many keys the tellings up to this one have
}

func (t *telling) id() string { return strings.TrimRight(string(t.event[:]), "\x00") }

// Note gathers what is to be remembered of facts: whole entries of one document, in order. It is safe for concurrent use.
func (t *Tellings) Note(facts []Fact) Stretch {
	s := Stretch{of: make([]int32, len(facts))}
	type event struct{ id, entry string }
	at, days, entries := map[event]int32{}, map[string]int32{}, map[string]int32{}
	for i := range facts {
		f := &facts[i]
		s.doc, s.of[i] = f.Doc, -1
		if f.Event == "" || f.Date.First.Day == 0 || f.Subject.IsZero() || f.Object.IsZero() {
			continue
		}
		k, ok := at[event{f.Event, f.EntryHash}]
		if !ok {
			day, _, _ := strings.Cut(f.Entry, "#")
			if _, known := days[day]; !known {
				s.days = append(s.days, day)
			}
			k = int32(len(s.tellings))
			at[event{f.Event, f.EntryHash}] = k
			this := telling{day: number(days, day), entry: number(entries, f.EntryHash)}
			copy(this.event[:], f.Event)
			s.tellings = append(s.tellings, this)
		}
		s.of[i] = k
		s.tellings[k].keys++
	}
	next, all := make([]int32, len(s.tellings)), int32(0) // the facts of a telling need not stand together: their keys do
	for k := range s.tellings {
		next[k] = all
		all += s.tellings[k].keys
		s.tellings[k].keys = all
	}
	s.keys = make([]uint64, all)
	for i, k := range s.of {
		if k >= 0 {
			s.keys[next[k]] = maphash.Comparable(t.seed, facts[i].told(t.symmetric))
			next[k]++
		}
	}
	for i := range facts { // a fact by which no event is known belongs to it all the same
		if k, ok := at[event{facts[i].Event, facts[i].EntryHash}]; ok {
			s.of[i] = k
		}
	}
	return s
}

// number gives each name the next number, once.
func number(names map[string]int32, name string) int32 {
	n, ok := names[name]
	if !ok {
		n = int32(len(names))
		names[name] = n
	}
	return n
}

// Telling is the number of the telling that a fact of the stretch belongs to, or -1. It is known until Add.
func (s Stretch) Telling(fact int) int { return int(s.of[fact]) }

func (s Stretch) keysOf(telling int) []uint64 {
	from := int32(0)
	if telling > 0 {
		from = s.tellings[telling-1].keys
	}
	return s.keys[from:s.tellings[telling].keys]
}

// Add takes in the next stretch, in the order of the entries. Documents may come in any order, each as a whole.
func (t *Tellings) Add(s Stretch) {
	s.of = nil
	t.stretches = append(t.stretches, s)
}

// told is what a fact tells, apart from where and in which words. A hash of it stands for it: that two of a million are
// alike by chance is a matter of one in ten million.
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
