package main

import (
	"sync"

	"jishi/extract"
	"jishi/schema"
)

// printLines reads the texts and prints their facts, or mentions, as JSON, one a line. Of a text nothing is kept but its
// lines and what it takes to tell which events are told again; they wait in a spool for the last text, which may hold the
// first telling.
func printLines(e *env, r *reading, v values, mentions bool) error {
	r.streaming(v.jobs)
	p := printer{x: r.x, jobs: v.jobs, spool: newSpool(), tellings: schema.NewTellings(r.x.Ontology())}
	defer p.spool.close()
	bar := newProgress(e.err, len(r.inputs))
	var order []int // of what is in the spool
	err := inOrder(len(r.inputs), v.jobs, func(i int) ([]spooled, error) {
		doc, err := r.document(i)
		if err != nil {
			return nil, err
		}
		return p.read(&doc, mentions)
	}, func(all []spooled) error {
		for _, s := range all {
			p.tellings.Add(s.told)
			order = append(order, s.number)
		}
		bar.done()
		p.garbage.again()
		return nil
	})
	bar.end()
	if err != nil {
		return err
	}
	return p.spool.print(e.out, order, p.tellings.Link())
}

// printer makes lines of texts, several at a time.
type printer struct {
	x        *extract.Extractor
	jobs     int
	spool    *spool
	tellings *schema.Tellings
	room     sync.Pool // of *lines, for their memory
	garbage  room
}

// lines are those of a stretch of entries.
type lines struct {
	bytes []byte
	gaps  []gap
}

// gap is where a line is to say which event it tells again.
type gap struct{ at, telling int }

// spooled is what stays of a stretch of entries when its lines are in the spool.
type spooled struct {
	number int
	told   schema.Stretch
	err    error
}

// read puts the lines of a text into the spool.
func (p *printer) read(doc *schema.Document, mentions bool) ([]spooled, error) {
	index, items := schema.NewRuneIndex(doc.Text), doc.Items()
	all := extract.Stretches(p.x, doc, p.jobs, func(s extract.Stretch) (out spooled) {
		l, _ := p.room.Get().(*lines)
		if l == nil {
			l = &lines{}
		}
		l.bytes, l.gaps = l.bytes[:0], l.gaps[:0]
		if mentions {
			l.mentions(doc, index, s)
		} else {
			out.told = p.tellings.Note(s.Facts, items)
			l.facts(doc, index, s, out.told)
		}
		out.number, out.err = p.spool.put(*l)
		p.room.Put(l)
		p.garbage.again()
		return out
	})
	for _, s := range all {
		if s.err != nil {
			return nil, s.err
		}
	}
	return all, nil
}

func (l *lines) facts(doc *schema.Document, index *schema.RuneIndex, s extract.Stretch, told schema.Stretch) {
	for i := range s.Facts {
		var at int
		l.bytes, at = s.Facts[i].AppendJSON(l.bytes, doc.Text, index)
		if telling := told.Telling(i); telling >= 0 {
			l.gaps = append(l.gaps, gap{at, telling})
		}
	}
}

func (l *lines) mentions(doc *schema.Document, index *schema.RuneIndex, s extract.Stretch) {
	for i := range s.Mentions {
		l.bytes = s.Mentions[i].AppendJSON(l.bytes, doc.ID, doc.Text, index)
	}
}
