package graph

import (
	"strings"

	"jishi/schema"
)

// closure picks the statements that tell of some facts: their nodes with roles, items, events and spans, the entries they
// stand in, the shortcuts between their parties, the descriptions of all that these name, and the ontology.
type closure struct {
	names
	want  map[string]bool // subjects
	named map[string]bool // what the statements picked so far lead to
	short map[statement]bool
}

func (s *Store) closure(qs []statement, facts []schema.Fact) []statement {
	c := &closure{names: s.names, want: map[string]bool{}, named: map[string]bool{}, short: map[statement]bool{}}
	for _, f := range facts {
		c.want[s.fact(f.ID).value] = true
	}
	for _, q := range qs {
		rest, ok := s.cut(q.s, "fact/")
		if owner, _, _ := strings.Cut(rest, "/"); ok && c.want[s.base+"fact/"+owner] {
			c.want[q.s.value] = true
			if c.part(q.o) {
				c.want[q.o.value] = true
			}
		}
	}
	c.shortcuts(qs, facts)
	var out []statement
	for _, q := range qs {
		if c.inEntry(q) {
			out = append(out, q)
			c.named[q.o.value] = true
			c.named[q.s.value] = true
		}
	}
	return append(out, c.descriptions(qs)...)
}

// part reports whether a fact's, a role's or an item's object belongs to the fact.
func (c *closure) part(o term) bool {
	for _, prefix := range [...]string{"fact/", "event/", "span/", "entry/"} {
		if _, ok := c.cut(o, prefix); ok {
			return true
		}
	}
	return false
}

// shortcuts finds those of the wanted facts.
func (c *closure) shortcuts(qs []statement, facts []schema.Fact) {
	graphs := map[string]term{}
	for _, q := range qs {
		if c.want[q.s.value] && q.p.value == c.base+termEntryOf {
			graphs[q.s.value] = q.g
		}
	}
	for _, f := range facts {
		if f.Subject.Entity != "" && f.Object.Entity != "" {
			c.short[statement{c.entity(f.Subject.Entity), c.relation(f.Relation, f.Modality, schema.Actual),
				c.entity(f.Object.Entity), graphs[c.fact(f.ID).value]}] = true
		}
	}
}

// inEntry reports whether a statement of an entry's graph is wanted. An event or an entry may tell more than the wanted
// facts do: that is left out.
func (c *closure) inEntry(q statement) bool {
	if _, ok := c.documentOf(q.g.value); !ok {
		return false
	}
	if c.short[q] {
		return true
	}
	if !c.want[q.s.value] || q.p.value == c.base+termMentions {
		return false
	}
	return !c.part(q.o) || c.want[q.o.value]
}

// descriptions picks from the other graphs what is named, and what that names in turn.
func (c *closure) descriptions(qs []statement) []statement {
	ontology, dataset := c.graph("ontology"), c.graph("dataset")
	var rest, out []statement
	for _, q := range qs {
		switch _, entry := c.documentOf(q.g.value); {
		case entry, q.g == dataset:
		case q.g == ontology:
			out = append(out, q)
		default:
			rest = append(rest, q)
		}
	}
	for picked := true; picked; {
		picked = false
		left := rest[:0]
		for _, q := range rest {
			owner, _, _ := strings.Cut(q.s.value, "/office/")
			if !c.named[owner] || q.g == c.graph(termSameEvent) && !c.named[q.o.value] {
				left = append(left, q)
				continue
			}
			out = append(out, q)
			picked = picked || !c.named[q.o.value]
			c.named[q.o.value] = true
		}
		rest = left
	}
	return out
}
