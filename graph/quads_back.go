package graph

import (
	"cmp"
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"unicode/utf8"

	"jishi/schema"
)

// decoder reads facts back from statements, each of which it wants once.
type decoder struct {
	names
	at    map[string][]statement // by subject
	texts map[string]*runeOffsets
	same  map[string]string // event id -> id of its first telling
}

// decode gives the facts in the order of documents and of places in them. text gives a document's decoded text.
func decode(n names, qs []statement, text func(doc string) (string, error)) ([]schema.Fact, error) {
	d := &decoder{names: n, at: map[string][]statement{}, texts: map[string]*runeOffsets{}, same: map[string]string{}}
	factType, sameGraph := n.term(termFact), n.graph(termSameEvent)
	var facts []term
	for _, q := range qs {
		d.at[q.s.value] = append(d.at[q.s.value], q)
		if q.o == factType && q.p.value == rdf+"type" {
			facts = append(facts, q.s)
		}
		if q.g == sameGraph {
			from, _ := n.cut(q.s, "event/")
			to, _ := n.cut(q.o, "event/")
			d.same[unescape(from)] = unescape(to)
		}
	}
	type placed struct {
		fact            schema.Fact
		begin, position int
	}
	out := make([]placed, 0, len(facts))
	for _, node := range facts {
		entry := d.get(node, n.base+termEntryOf)
		doc, ok := n.documentOf(entry.value)
		if !ok {
			return nil, fmt.Errorf("fact %s has no entry", node.value)
		}
		if d.texts[doc] == nil {
			t, err := text(doc)
			if err != nil {
				return nil, err
			}
			d.texts[doc] = newRuneOffsets(t)
		}
		out = append(out, placed{d.fact(node, entry, doc), d.number(entry, nif+"beginIndex"), d.number(node, n.base+termPosition)})
	}
	slices.SortStableFunc(out, func(a, b placed) int {
		return cmp.Or(cmp.Compare(a.fact.Doc, b.fact.Doc), a.begin-b.begin, cmp.Compare(a.fact.EntryHash, b.fact.EntryHash), a.position-b.position, cmp.Compare(a.fact.ID, b.fact.ID))
	})
	result := make([]schema.Fact, len(out))
	for i, p := range out {
		result[i] = p.fact
	}
	return result, nil
}

// all gives the objects of a subject's predicate.
func (d *decoder) all(s term, predicate string) []term {
	var out []term
	for _, q := range d.at[s.value] {
		if q.p.value == predicate {
			out = append(out, q.o)
		}
	}
	return out
}

func (d *decoder) get(s term, predicate string) term {
	for _, q := range d.at[s.value] {
		if q.p.value == predicate {
			return q.o
		}
	}
	return term{}
}

func (d *decoder) own(s term, name string) term { return d.get(s, d.base+name) }

func (d *decoder) number(s term, predicate string) int {
	i, _ := strconv.Atoi(d.get(s, predicate).value)
	return i
}

// id takes what stands below a prefix out of an IRI; "" for no term.
func (d *decoder) id(t term, prefix string) string {
	rest, _ := d.cut(t, prefix)
	return unescape(rest)
}

func (d *decoder) fact(node, entry term, doc string) schema.Fact {
	evidence := d.all(node, prov+"wasDerivedFrom")
	event := d.id(d.own(node, termEvent), "event/")
	return schema.Fact{
		ID: d.id(node, "fact/"), Doc: doc, Entry: d.get(entry, rdfs+"label").value,
		EntryHash: d.entryHash(entry),
		Event:     event, SameEvent: d.same[event],
		Relation: d.id(d.own(node, termRelation), ""), Modality: d.id(d.own(node, termModality), "modality/"),
		Subject: d.party(node, termSubject, doc), Object: d.party(node, termObject, doc), Said: d.party(node, termSaid, doc),
		Date:  d.date(node),
		Items: d.items(node), Attributes: d.attributes(node),
		Evidence: d.spans(evidence, doc), Part: d.part(evidence),
		Rule: d.ruleOf(d.get(node, prov+"wasGeneratedBy")), Correction: d.correctionOf(node),
	}
}

func (d *decoder) date(node term) schema.Date {
	return schema.Date{First: parseDay(d.own(node, termDate).value), Last: parseDay(d.own(node, termUntil).value),
		Basis: schema.Basis(d.own(node, termBasis).value)}
}

// parseDay reads a day that the store has written.
func parseDay(s string) schema.Day {
	d, _ := schema.ParseDay(s)
	return d
}

func (d *decoder) party(fact term, name, doc string) schema.Party {
	role := d.role(fact, name)
	return schema.Party{
		Type: d.id(d.own(role, termType), "type/"), Entity: d.id(d.get(role, rdf+"value"), "entity/"),
		Name: d.own(role, termName).value, OnBehalfOf: d.id(d.own(role, termOnBehalfOf), "entity/"),
		At: d.spans(d.all(role, d.base+termMention), doc),
	}
}

// spans gives places of the document in order.
func (d *decoder) spans(nodes []term, doc string) []schema.Span {
	var out []schema.Span
	x := d.texts[doc]
	for _, node := range nodes {
		begin := d.number(node, nif+"beginIndex")
		out = append(out, schema.Span{Start: x.at(begin), End: x.at(max(begin, d.number(node, nif+"endIndex")))})
	}
	slices.SortFunc(out, func(a, b schema.Span) int { return cmp.Or(a.Start-b.Start, a.End-b.End) })
	return out
}

func (d *decoder) items(fact term) []schema.Item {
	var out []schema.Item
	for i := range d.all(fact, d.base+termItem) {
		node := d.item(fact, i)
		out = append(out, schema.Item{Name: d.own(node, termName).value, Entity: d.id(d.own(node, termSupply), "entity/"),
			Quantity: d.own(node, termQuantity).value, Unit: d.own(node, termUnit).value})
	}
	return out
}

func (d *decoder) attributes(fact term) []schema.Attribute {
	values := map[string][]string{}
	for _, q := range d.at[fact.value] {
		if key, ok := d.cut(q.p, "attribute/"); ok {
			values[unescape(key)] = append(values[unescape(key)], q.o.value)
		}
	}
	for _, vs := range values {
		slices.Sort(vs)
	}
	for _, o := range d.all(fact, d.base+termOrder) {
		var order []string
		if json.Unmarshal([]byte(o.value), &order) == nil && len(order) > 0 {
			values[order[0]] = order[1:]
		}
	}
	var out []schema.Attribute
	for key, vs := range values {
		if len(vs) == 0 {
			vs = nil
		}
		out = append(out, schema.Attribute{Key: key, Values: vs})
	}
	slices.SortFunc(out, func(a, b schema.Attribute) int { return cmp.Compare(a.Key, b.Key) })
	return out
}

// runeOffsets turns code point offsets of a text into byte offsets.
type runeOffsets struct {
	text  string
	marks []int // byte offset of code point i*offsetStride
}

const offsetStride = 256

func newRuneOffsets(s string) *runeOffsets {
	x := &runeOffsets{text: s}
	n := 0
	for i := range s {
		if n%offsetStride == 0 {
			x.marks = append(x.marks, i)
		}
		n++
	}
	return x
}

// at is the byte where code point n begins; the text's length when there are not so many.
func (x *runeOffsets) at(n int) int {
	if n < 0 || n/offsetStride >= len(x.marks) {
		return len(x.text)
	}
	b := x.marks[n/offsetStride]
	for range n % offsetStride {
		_, size := utf8.DecodeRuneInString(x.text[b:])
		b += size
	}
	return b
}
