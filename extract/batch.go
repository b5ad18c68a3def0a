package extract

import (
	"slices"
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
			r := room{reading: x.reading()}
			for i := int(next.Add(1)) - 1; i < len(out); i = int(next.Add(1)) - 1 {
				out[i] = x.batch(doc, doc.Entries[i*size:min((i+1)*size, len(doc.Entries))], &r)
			}
		})
	}
	workers.Wait()
	return out
}

// room is what a worker works in, entry by entry and batch by batch. Facts stand there until it is known how many there are.
type room struct {
	reading      *reading
	entry, batch []schema.Fact
}

// batch reads some entries of a document.
func (x *Extractor) batch(doc *schema.Document, entries []schema.Entry, room *room) batch {
	b := batch{entities: map[string]schema.Entity{}}
	r := room.reading
	for i := range entries {
		r.begin(doc, &entries[i], b.entities)
		r.facts = room.entry[:0]
		r.read()
		room.entry, room.batch = r.facts, append(room.batch, r.facts...)
		b.mentions = append(b.mentions, r.mentions...)
	}
	b.facts = slices.Clone(room.batch)
	room.batch = room.batch[:0]
	return b
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
