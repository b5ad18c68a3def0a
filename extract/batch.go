package extract

import (
	"sync"
	"sync/atomic"

	"jishi/schema"
)

// batch is what a run of entries gave. Of the work on them nothing else stays: the readings, many times as large as what
// is read, would have to be kept in memory, and searched for garbage, up to the end.
type batch struct {
	facts    []schema.Fact
	mentions []schema.EntryMention
	entities map[string]schema.Entity
}

// batches reads the entries of a document with up to jobs workers, and gives what they said in the document's order.
// A worker takes a batch at a time: one entry is too little work to ask for.
func (x *Extractor) batches(doc *schema.Document, jobs int) []batch {
	const largest, shares = 64, 16 // entries; batches for each worker, so that all end at about the same time
	jobs = max(1, jobs)
	size := min(max(1, len(doc.Entries)/(jobs*shares)), largest)
	out := make([]batch, (len(doc.Entries)+size-1)/size)
	var next atomic.Int64
	var workers sync.WaitGroup
	for range min(jobs, len(out)) {
		workers.Go(func() {
			var facts []schema.Fact // room that one entry leaves to the next
			for i := int(next.Add(1)) - 1; i < len(out); i = int(next.Add(1)) - 1 {
				out[i], facts = x.batch(doc, doc.Entries[i*size:min((i+1)*size, len(doc.Entries))], facts)
			}
		})
	}
	workers.Wait()
	return out
}

// batch reads some entries of a document. It works in room, which it gives back.
func (x *Extractor) batch(doc *schema.Document, entries []schema.Entry, room []schema.Fact) (batch, []schema.Fact) {
	b := batch{entities: map[string]schema.Entity{}}
	for i := range entries {
		r := x.reading(doc, &entries[i])
		r.facts, r.entities = room[:0], b.entities
		r.read()
		b.facts = append(b.facts, r.facts...)
		b.mentions = append(b.mentions, r.mentions...)
		room = r.facts
		clear(room)
	}
	return b, room
}

// gather puts the batches together.
func gather(batches []batch) batch {
	all := batch{entities: map[string]schema.Entity{}}
	facts, mentions := 0, 0
	for _, b := range batches {
		facts += len(b.facts)
		mentions += len(b.mentions)
	}
	all.facts = make([]schema.Fact, 0, facts)
	all.mentions = make([]schema.EntryMention, 0, mentions)
	for i, b := range batches {
		all.facts = append(all.facts, b.facts...)
		all.mentions = append(all.mentions, b.mentions...)
		for id, e := range b.entities {
			if _, ok := all.entities[id]; !ok {
				all.entities[id] = e
			}
		}
		batches[i] = batch{}
	}
	return all
}
