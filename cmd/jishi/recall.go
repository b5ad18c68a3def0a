package main

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"slices"

	"jishi/extract/source"
	"jishi/graph"
	"jishi/schema"
)

// before is what the user said of the documents of a store when they were built last.
type before struct {
	store string
	docs  map[string]graph.DocumentInfo // by id
}

// toldBefore asks a store. yearSaid leaves the years out: this run has one of its own, or none.
func toldBefore(store string, yearSaid bool) (before, error) {
	b := before{store, map[string]graph.DocumentInfo{}}
	s, err := graph.Open(store)
	if errors.Is(err, graph.ErrNoStore) {
		return b, nil
	}
	if err != nil {
		return b, err
	}
	for _, d := range s.Documents() {
		if yearSaid {
			d.Said.Year = 0
		}
		b.docs[d.ID] = d
	}
	return b, s.Close()
}

// of is what was said of a text: not where its document was built from another folder, whose file of that name may be another
// text.
func (b before) of(in *input) graph.Said {
	d := b.docs[in.doc]
	if d.Said == (graph.Said{}) || d.Origin == "" || in.root == "" {
		return d.Said
	}
	if root, err := seenFrom(b.store, in.root); err != nil || root != d.Origin {
		return graph.Said{}
	}
	return d.Said
}

// settle gives a text what the flags say of it, or else what an earlier build was told of its document. A flag with an empty
// value says that nothing is known.
func (c *collector) settle(in *input, key string) {
	before := c.before.of(in)
	day, said := ofFlag(c, c.days, key)
	if in.day = day; !said {
		in.day, _ = schema.ParseDay(before.Date)
		in.recalled.Date = before.Date
	}
	encoding, said := ofFlag(c, c.encodings, key)
	if in.encoding = encoding; !said && before.Encoding != "" {
		in.encoding, _ = source.ParseEncoding(before.Encoding)
		in.recalled.Encoding = before.Encoding
	}
	year, said := ofFlag(c, c.years, key)
	if in.year = year; !said {
		in.year, in.recalled.Year = before.Year, before.Year
	}
}

// ofFlag is the value that a flag has for a text: its own, else that for all texts.
func ofFlag[T any](c *collector, values map[string]T, key string) (value T, said bool) {
	if value, said = values[key]; said {
		c.used[key] = true
		return value, true
	}
	value, said = values[""]
	return value, said
}

// said is what the user says of a text, now or before.
func (in input) said() graph.Said {
	s := graph.Said{Encoding: string(in.encoding), Year: in.year}
	if !in.day.IsZero() {
		s.Date = in.day.String()
	}
	return s
}

// showRecalled tells which texts are read with what an earlier build was told of them, a line a value.
func showRecalled(w io.Writer, texts []input) {
	type value struct{ flag, value string }
	docs := map[value][]string{}
	for _, in := range texts {
		year := ""
		if in.recalled.Year != 0 {
			year = fmt.Sprintf("%04d", in.recalled.Year)
		}
		for _, v := range []value{{"date", in.recalled.Date}, {"encoding", in.recalled.Encoding}, {"year", year}} {
			if v.value != "" {
				docs[v] = append(docs[v], in.doc)
			}
		}
	}
	var order []value
	for v := range docs {
		order = append(order, v)
	}
	slices.SortFunc(order, func(a, b value) int { return cmp.Or(cmp.Compare(a.flag, b.flag), cmp.Compare(a.value, b.value)) })
	for _, v := range order {
		fmt.Fprintf(w, "as the store was told before, --%s %s for %s; a new --%s says otherwise\n", v.flag, v.value, someNames(docs[v]), v.flag)
	}
}
