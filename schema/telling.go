package schema

import (
	"hash/maphash"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Tellings is what must be remembered of facts to find the events that are told more than once: some fifty bytes each, so
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
	keys     []key   // of the facts, telling by telling
	of       []int32 // the telling of each fact, or -1; not kept
}

// telling is one event as one entry tells it.
type telling struct {
	event [16]byte // its id: a Hash
	day   int32    // of the entry, in the stretch's days
	entry int32    // told apart within the stretch
	keys  int32    // how many keys the tellings up to this one have
}

func (t *telling) id() string { return strings.TrimRight(string(t.event[:]), "\x00") }

// key is the hash of what a fact tells, by which another telling of it is known; its last bits say what is in it.
type key uint64

const (
	byDay      key = iota + 1 // the day of the fact
	byWords                   // the words of its entry, for want of a day
	withWords                 // the same, of a fact that has a day: for others to be known by
	kindOfKeys key = 3
)

func (k key) kind() key { return k & kindOfKeys }

func (k key) hash() uint64 { return uint64(k &^ kindOfKeys) }

// Items gives the text of an entry, by its document and hash; "" where it is not known. nil knows none.
type Items func(doc, entry string) string

// Items gives the texts of the document's entries.
func (d *Document) Items() Items {
	at := make(map[string]Span, len(d.Entries))
	for _, e := range d.Entries {
		at[e.Hash] = e.At
	}
	return func(_, entry string) string { return d.Text[at[entry].Start:at[entry].End] }
}

// Note gathers what is to be remembered of facts: whole entries of one document, in order; items has their texts. It is safe
// for concurrent use.
func (t *Tellings) Note(facts []Fact, items Items) Stretch {
	s := Stretch{of: make([]int32, len(facts))}
	type event struct{ id, entry string }
	at, days, entries := map[event]int32{}, map[string]int32{}, map[string]int32{}
	words := t.wordsOf(items)
	keys := make([][2]key, len(facts)) // 0: none
	for i := range facts {
		f := &facts[i]
		s.doc, s.of[i] = f.Doc, -1
		if f.Event == "" || f.Subject.IsZero() || f.Object.IsZero() {
			continue
		}
		if keys[i] = t.keysOf(f, words(f)); keys[i] == [2]key{} {
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
		for _, key := range keys[i] {
			if key != 0 {
				s.tellings[k].keys++
			}
		}
	}
	next, all := make([]int32, len(s.tellings)), int32(0) // the facts of a telling need not stand together: their keys do
	for k := range s.tellings {
		next[k] = all
		all += s.tellings[k].keys
		s.tellings[k].keys = all
	}
	s.keys = make([]key, all)
	for i, k := range s.of {
		for _, key := range keys[i] {
			if key != 0 {
				s.keys[next[k]] = key
				next[k]++
			}
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

func (s Stretch) keysOf(telling int) []key {
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
	words              uint64 // of the entry, in place of the day
}

// keysOf are the keys of a fact: by its day, if it has one, and by the words of its entry, if they are known.
func (t *Tellings) keysOf(f *Fact, words uint64) (keys [2]key) {
	told := f.told(t.symmetric)
	dated := told.day.Day > 0
	if dated {
		keys[0] = t.keyOf(told, byDay)
	}
	if told.day, told.words = (Day{}), words; words != 0 && dated {
		keys[1] = t.keyOf(told, withWords)
	} else if words != 0 {
		keys[1] = t.keyOf(told, byWords)
	}
	return keys
}

// keyOf is never 0, which is no key.
func (t *Tellings) keyOf(what told, kind key) key {
	return key(maphash.Comparable(t.seed, what))&^kindOfKeys | kind
}

// wordsOf gives a hash of the words of a fact's entry: of its letters and figures, so that neither bullets nor the breaks of
// lines count. It is 0 where they are not known, or so few that two may be alike by chance.
func (t *Tellings) wordsOf(items Items) func(f *Fact) uint64 {
	const fewest = 20
	known := map[string]uint64{}
	return func(f *Fact) uint64 {
		if items == nil {
			return 0
		}
		if sum, ok := known[f.EntryHash]; ok {
			return sum
		}
		var h maphash.Hash
		h.SetSeed(t.seed)
		n, text := 0, items(f.Doc, f.EntryHash)
		for i, r := range text {
			if unicode.IsLetter(r) || unicode.IsDigit(r) {
				h.WriteString(text[i : i+utf8.RuneLen(r)])
				n++
			}
		}
		known[f.EntryHash] = 0
		if n >= fewest {
			known[f.EntryHash] = h.Sum64() | 1
		}
		return known[f.EntryHash]
	}
}

func (f *Fact) told(symmetric map[string]bool) told {
	a, b := f.Subject.key(), f.Object.key()
	if symmetric[f.Relation] && b < a {
		a, b = b, a
	}
	return told{relation: f.Relation, modality: f.Modality, day: f.Date.First, a: a, b: b}
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
