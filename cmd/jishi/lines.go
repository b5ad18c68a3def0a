package main

import (
	"jishi/extract"
	"jishi/schema"
)

// printLines reads the texts and prints their facts, or mentions, as JSON, one a line. Of a text nothing is kept but its
// lines and what it takes to tell which events are told again; they wait in a spool for the last text, which may hold the
// first telling.
func printLines(e *env, r *reading, v values, mentions bool) error {
	r.streaming(v.jobs)
	out := newSpool()
	defer out.close()
	tellings := schema.NewTellings(r.x.Ontology())
	bar := newProgress(e.err, len(r.inputs))
	err := inOrder(len(r.inputs), v.jobs, func(i int) ([]lines, error) {
		doc, err := readOne(v.year, r.inputs[i])
		if err != nil {
			return nil, err
		}
		if mentions {
			return mentionLines(r.x, &doc, v.jobs), nil
		}
		return factLines(r.x, &doc, v.jobs, tellings), nil
	}, func(all []lines) error {
		for _, l := range all {
			tellings.Add(l.told)
			if err := out.add(l); err != nil {
				return err
			}
		}
		bar.done()
		return nil
	})
	bar.end()
	if err != nil {
		return err
	}
	return out.print(e.out, tellings.Link())
}

// lines are those of a stretch of entries.
type lines struct {
	bytes []byte
	gaps  []gap
	told  schema.Stretch
}

// gap is where a line is to say which event it tells again.
type gap struct{ at, telling int }

func factLines(x *extract.Extractor, doc *schema.Document, jobs int, tellings *schema.Tellings) []lines {
	index := schema.NewRuneIndex(doc.Text)
	return extract.Stretches(x, doc, jobs, func(s extract.Stretch) lines {
		l := lines{told: tellings.Note(s.Facts)}
		const usual = 700 // bytes of a line
		l.bytes = make([]byte, 0, len(s.Facts)*usual)
		for i := range s.Facts {
			var at int
			l.bytes, at = s.Facts[i].AppendJSON(l.bytes, doc.Text, index)
			if telling := l.told.Telling(i); telling >= 0 {
				l.gaps = append(l.gaps, gap{at, telling})
			}
		}
		return l
	})
}

func mentionLines(x *extract.Extractor, doc *schema.Document, jobs int) []lines {
	index := schema.NewRuneIndex(doc.Text)
	return extract.Stretches(x, doc, jobs, func(s extract.Stretch) lines {
		var l lines
		for i := range s.Mentions {
			l.bytes = s.Mentions[i].AppendJSON(l.bytes, doc.ID, doc.Text, index)
		}
		return l
	})
}
