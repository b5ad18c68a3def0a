package extract

import (
	"maps"
	"slices"
	"sync"
	"sync/atomic"

	"jishi/schema"
)

// Stretch is what a run of entries told, in the order of the text. It is its reader's until he returns: the next stretch
// is read in the same memory. Of the work on the entries nothing else stays: the readings, many times as large as
// what is read, would have to be kept, and searched for garbage, up to the end.
type Stretch struct {
	Facts    []schema.Fact
	Mentions []schema.EntryMention
	entities map[string]schema.Entity
}

// Stretches reads the entries of a document with up to jobs workers. do is called with each stretch, for several at the
// same time; what it makes of them comes back in the document's order.
func Stretches[T any](x *Extractor, doc *schema.Document, jobs int, do func(Stretch) T) []T {
	const largest, shares = 64, 16 // entries: one is too little work to ask for; stretches a worker, so that all end at about the same time
	jobs = max(1, jobs)
	size := min(max(1, len(doc.Entries)/(jobs*shares)), largest)
	out := make([]T, (len(doc.Entries)+size-1)/size)
	var next atomic.Int64
	var workers sync.WaitGroup
	for range min(jobs, len(out)) {
		workers.Go(func() {
			w := worker{reading: x.reading()}
			for i := int(next.Add(1)) - 1; i < len(out); i = int(next.Add(1)) - 1 {
				out[i] = do(w.read(doc, doc.Entries[i*size:min((i+1)*size, len(doc.Entries))]))
			}
		})
	}
	workers.Wait()
	return out
}

// worker reads entries in memory of its own, again and again.
type worker struct {
	reading  *reading
	facts    []schema.Fact
	mentions []schema.EntryMention
}

func (w *worker) read(doc *schema.Document, entries []schema.Entry) Stretch {
	r, entities := w.reading, map[string]schema.Entity{}
	w.facts, w.mentions = w.facts[:0], w.mentions[:0]
	for i := range entries {
		r.begin(doc, &entries[i], entities)
		r.facts, r.mentions = w.facts[len(w.facts):], w.mentions // the entry's facts grow behind those before them
		r.read()
		w.facts, w.mentions = append(w.facts, r.facts...), r.mentions
	}
	return Stretch{Facts: w.facts, Mentions: w.mentions, entities: entities}
}

// gather reads a whole document.
func (x *Extractor) gather(doc *schema.Document, jobs int) Stretch {
	parts := Stretches(x, doc, jobs, func(s Stretch) Stretch {
		s.Facts, s.Mentions = slices.Clone(s.Facts), slices.Clone(s.Mentions)
		return s
	})
	facts, mentions := 0, 0
	for _, s := range parts {
		facts += len(s.Facts)
		mentions += len(s.Mentions)
	}
	all := Stretch{make([]schema.Fact, 0, facts), make([]schema.EntryMention, 0, mentions), map[string]schema.Entity{}}
	for i, s := range slices.Backward(parts) { // of an entity without a record the first mention counts
		maps.Copy(all.entities, s.entities)
		parts[i].entities = nil
	}
	for i, s := range parts {
		all.Facts = append(all.Facts, s.Facts...)
		all.Mentions = append(all.Mentions, s.Mentions...)
		parts[i] = Stretch{}
	}
	return all
}
