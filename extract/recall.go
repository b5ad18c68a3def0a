package extract

import (
	"sort"
	"strings"

	"jishi/extract/lexicon"
	"jishi/extract/timex"
	"jishi/schema"
)

// recalled is how far back in the document an entry looks for who somebody is, in bytes of text.
const recalled = 128 << 10

// recall teaches the entry who the persons are that it names without a word on them, if an entry before has introduced them
// by their offices: a chronicle does so once. It looks at the text alone, so that entries can still be read in any order.
func (r *reading) recall(words []lexicon.Words) {
	var asked map[string]bool
	for i := range words {
		for _, name := range r.x.lexicon.Strangers(words[i]) {
			if asked[name] {
				continue
			}
			if asked == nil {
				asked = map[string]bool{}
			}
			asked[name] = true
			if m, ok := r.introduced(name); ok && r.unmistakable(name, m.Name) {
				r.context.Known[name] = m
			}
		}
	}
}

// introduced finds the first entry in reach before this one that gives the bearer of a name his office.
func (r *reading) introduced(name string) (schema.Mention, bool) {
	const tries = 3 // sentences that hold the name
	first, last := r.reach()
	n := 0
	for i := first; i < last; i++ {
		entry := &r.doc.Entries[i]
		for k := range entry.Sentences {
			text := entry.Sentences[k].Text
			if !strings.Contains(text, name) {
				continue
			}
			if m, ok := r.bearerAt(place{name, i, k}, text, entry.Date); ok {
				return m, true
			}
			if n++; n == tries {
				return schema.Mention{}, false
			}
		}
	}
	return schema.Mention{}, false
}

// place is a name in a sentence of an entry of the document.
type place struct {
	name            string
	entry, sentence int
}

// bearerAt is bearerOf, which is asked again and again: a name that one entry knows nothing of is in many.
func (r *reading) bearerAt(at place, text string, day schema.Date) (schema.Mention, bool) {
	const most = 4096 // that are kept
	m, known := r.bearers[at]
	if !known {
		m, _ = r.bearerOf(at.name, text, day)
		if r.bearers == nil || len(r.bearers) >= most {
			r.bearers = map[place]schema.Mention{}
		}
		r.bearers[at] = m
	}
	return m, m.Type != ""
}

// reach is the range of the document's entries that this one looks back to.
func (r *reading) reach() (first, last int) {
	last = sort.Search(len(r.doc.Entries), func(i int) bool { return r.doc.Entries[i].At.Start >= r.entry.At.Start })
	size := 0
	for first = last; first > 0 && size < recalled; first-- {
		for k := range r.doc.Entries[first-1].Sentences {
			size += len(r.doc.Entries[first-1].Sentences[k].Text)
		}
	}
	return first, last
}

// bearerOf is the person in a sentence who goes by a name, the whole or the first or last part of it, and has an office there.
func (r *reading) bearerOf(name, text string, day schema.Date) (schema.Mention, bool) {
	dates := r.memory.dated[:0]
	for _, t := range timex.Find(text) {
		if t.Kind != timex.Clock {
			dates = append(dates, schema.Mention{Type: schema.TypeDate, Name: text[t.At.Start:t.At.End], At: t.At, By: "date"})
		}
	}
	r.memory.dated = dates
	r.earlier.Reset(day.First)
	words := r.x.lexicon.Cut(text, dates, r.earlier)
	if !words.HaveOffice() {
		return schema.Mention{}, false
	}
	for _, t := range r.x.lexicon.Recognise(words, r.earlier) {
		for _, m := range t.Mentions {
			if m.Type != "leader" || len(m.Titles) == 0 || m.Name != name && !strings.HasPrefix(m.Name, name+"·") && !strings.HasSuffix(m.Name, "·"+name) {
				continue
			}
			m.Titles, m.Inside, m.At = nil, nil, schema.Local{}
			return m, true
		}
	}
	return schema.Mention{}, false
}

// unmistakable reports whether the entry writes a name by itself, or as a part of the whole name, but in no other.
func (r *reading) unmistakable(name, whole string) bool {
	for k := range r.entry.Sentences {
		rest := strings.ReplaceAll(r.entry.Sentences[k].Text, whole, "")
		if strings.Contains(rest, name+"·") || strings.Contains(rest, "·"+name) {
			return false
		}
	}
	return true
}
