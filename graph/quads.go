package graph

import (
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"jishi/schema"
)

// encoder turns the facts of one document into statements. One named graph holds all that an entry says: its facts,
// events and spans, and the shortcut from subject to object.
type encoder struct {
	names
	doc     schema.Document
	index   *schema.RuneIndex
	entries map[string]schema.Entry // by hash
	rules   map[string]string       // rule name -> content hash
	places  map[string]string       // name of a place -> entity id
	out     []statement

	graph term // of the entry at hand
	hash  string
	first int // code points before the entry
	spans map[schema.Span]bool
}

// encode gives the statements of a document, and "DOC: FACT" for every fact whose id came before. A fact of an entry that
// the document does not have is an error.
func encode(n names, r schema.Result, rules []schema.Rule) (out []statement, repeated []string, err error) {
	e := &encoder{names: n, doc: r.Document, index: schema.NewRuneIndex(r.Document.Text), entries: map[string]schema.Entry{},
		rules: map[string]string{}, places: map[string]string{}}
	for _, rule := range rules {
		e.rules[rule.Name] = rule.Hash
	}
	for _, x := range r.Entities {
		if x.Type == "place" {
			e.places[x.Name] = x.ID
		}
	}
	facts, mentions := map[string][]schema.Fact{}, map[string][]schema.EntryMention{}
	seen := map[string]bool{}
	for _, f := range r.Facts {
		if seen[f.ID] {
			repeated = append(repeated, f.Doc+": "+f.ID)
			continue
		}
		seen[f.ID] = true
		facts[f.EntryHash] = append(facts[f.EntryHash], f)
	}
	for _, m := range r.Mentions {
		mentions[m.EntryHash] = append(mentions[m.EntryHash], m)
	}
	for _, entry := range r.Document.Entries {
		e.entry(entry)
		for _, m := range mentions[entry.Hash] {
			if m.Entity != "" {
				e.add(e.graph, e.term(termMentions), e.entity(m.Entity))
			}
		}
		for i, f := range facts[entry.Hash] {
			e.fact(f, i)
		}
		delete(facts, entry.Hash)
	}
	for hash, lost := range facts {
		return nil, nil, fmt.Errorf("document %s: fact %s stands in an entry %s (%s) that the document does not have", e.doc.ID, lost[0].ID, lost[0].Entry, hash)
	}
	return e.out, repeated, nil
}

func (e *encoder) add(s, p, o term) { e.out = append(e.out, statement{s, p, o, e.graph}) }

func (e *encoder) own(s term, name string, o term) { e.add(s, e.term(name), o) }

func (e *encoder) entry(x schema.Entry) {
	e.graph = e.names.entry(e.doc.ID, x.Date.String(), x.Hash)
	e.hash, e.first, e.spans = x.Hash, e.index.At(x.At.Start), map[schema.Span]bool{}
	e.add(e.graph, iri(rdf+"type"), e.term(termEntry))
	e.add(e.graph, iri(rdfs+"label"), text(x.Label))
	e.own(e.graph, termDocumentOf, e.document(e.doc.ID))
	e.date(e.graph, x.Date)
	e.add(e.graph, iri(nif+"beginIndex"), integer(e.first))
	e.add(e.graph, iri(nif+"endIndex"), integer(e.index.At(x.At.End)))
}

func integer(n int) term { return typed(strconv.Itoa(n), xsd+"integer") }

// decimal is typed only when it is one.
func decimal(s string) term {
	whole, fraction, point := strings.Cut(strings.TrimPrefix(s, "-"), ".")
	digits := func(s string) bool { return s != "" && strings.Trim(s, "0123456789") == "" }
	if !digits(whole) || point && !digits(fraction) {
		return text(s)
	}
	return typed(s, xsd+"decimal")
}

// date writes the first day, the last of a range, and where they come from.
func (e *encoder) date(s term, d schema.Date) {
	if !d.First.IsZero() {
		e.own(s, termDate, day(d.First))
	}
	if !d.Last.IsZero() {
		e.own(s, termUntil, day(d.Last))
	}
	if d.Basis != "" {
		e.own(s, termBasis, text(string(d.Basis)))
	}
}

// day is typed by its precision.
func day(d schema.Day) term {
	switch {
	case d.Year == 0 && d.Day == 0:
		return typed(d.String(), xsd+"gMonth")
	case d.Year == 0:
		return typed(d.String(), xsd+"gMonthDay")
	case d.Month == 0:
		return typed(d.String(), xsd+"gYear")
	case d.Day == 0:
		return typed(d.String(), xsd+"gYearMonth")
	}
	return typed(d.String(), xsd+"date")
}

// span gives the node of a place in the document, and describes it once an entry.
func (e *encoder) span(s schema.Span) term {
	begin, end := e.index.At(s.Start), e.index.At(s.End)
	node := e.names.span(e.hash, begin-e.first, end-e.first)
	if e.spans[s] {
		return node
	}
	e.spans[s] = true
	e.add(node, iri(rdf+"type"), iri(nif+"Phrase"))
	e.add(node, iri(nif+"beginIndex"), integer(begin))
	e.add(node, iri(nif+"endIndex"), integer(end))
	e.add(node, iri(nif+"anchorOf"), text(e.doc.Text[s.Start:s.End]))
	e.add(node, iri(nif+"referenceContext"), e.document(e.doc.ID))
	if part := e.doc.Parts.Of([]schema.Span{s}); part.Unit != "" {
		first, last := e.partTerms(part.Unit)
		e.add(node, first, integer(part.First))
		if part.Last != part.First {
			e.add(node, last, integer(part.Last))
		}
	}
	return node
}

func (e *encoder) fact(f schema.Fact, position int) {
	node := e.names.fact(f.ID)
	rule := e.rule(f.Rule, e.rules[f.Rule])
	e.add(node, iri(rdf+"type"), e.term(termFact))
	e.own(node, termEntryOf, e.graph)
	e.own(node, termPosition, integer(position))
	e.own(node, termRelation, e.term(escape(f.Relation)))
	e.own(node, termModality, e.modality(f.Modality))
	e.date(node, f.Date)
	for _, role := range [...]struct {
		name  string
		party schema.Party
	}{{termSubject, f.Subject}, {termObject, f.Object}, {termSaid, f.Said}} {
		e.party(node, role.name, role.party)
	}
	for _, s := range f.Evidence {
		e.add(node, iri(prov+"wasDerivedFrom"), e.span(s))
	}
	if f.Rule != "" {
		e.add(node, iri(prov+"wasGeneratedBy"), rule)
	}
	for i, it := range f.Items {
		e.item(node, i, it)
	}
	for _, a := range f.Attributes {
		e.attributes(node, a)
	}
	if f.Correction != nil {
		e.own(node, termCorrection, e.names.correction(f.Correction.ID))
	}
	if f.Event != "" {
		e.event(f, node)
	}
	if f.Subject.Entity != "" && f.Object.Entity != "" {
		e.add(e.entity(f.Subject.Entity), e.names.relation(f.Relation, f.Modality, schema.Actual), e.entity(f.Object.Entity))
	}
}

// party writes a role of its own for a side of the fact, since the name, the mention and the office that a party acts by
// belong to the role and not to the party. The fact leads to the party itself, or to the role where it has no identity.
func (e *encoder) party(fact term, name string, p schema.Party) {
	if p.IsZero() && p.Type == "" && p.OnBehalfOf == "" && len(p.At) == 0 {
		return
	}
	role := e.role(fact, name)
	e.own(fact, termRole, role)
	e.own(fact, name, e.actor(fact, name, p))
	e.add(role, iri(rdf+"type"), iri(sem+"Role"))
	e.add(role, iri(sem+"roleType"), e.term(name))
	if p.Entity != "" {
		e.add(role, iri(rdf+"value"), e.entity(p.Entity))
	}
	if p.Name != "" {
		e.own(role, termName, text(p.Name))
	}
	if p.Type != "" {
		e.own(role, termType, e.kind(p.Type))
	}
	if p.OnBehalfOf != "" {
		e.own(role, termOnBehalfOf, e.entity(p.OnBehalfOf))
		if name != termSaid {
			e.own(fact, termOnBehalfOf, e.entity(p.OnBehalfOf))
		}
	}
	for _, s := range p.At {
		e.own(role, termMention, e.span(s))
	}
}

func (e *encoder) actor(fact term, name string, p schema.Party) term {
	if p.Entity != "" {
		return e.entity(p.Entity)
	}
	return e.role(fact, name)
}

func (e *encoder) item(fact term, i int, it schema.Item) {
	node := e.names.item(fact, i)
	e.own(fact, termItem, node)
	if it.Name != "" {
		e.own(node, termName, text(it.Name))
	}
	if it.Entity != "" {
		e.own(node, termSupply, e.entity(it.Entity))
	}
	if it.Quantity != "" {
		e.own(node, termQuantity, decimal(it.Quantity))
	}
	if it.Unit != "" {
		e.own(node, termUnit, text(it.Unit))
	}
}

// attributes writes a key's values under a predicate of its own. RDF knows no order: where the values are not sorted and
// distinct, their order is written down beside them.
func (e *encoder) attributes(fact term, a schema.Attribute) {
	for _, v := range a.Values {
		e.add(fact, e.attribute(a.Key), text(v))
	}
	if sorted := slices.Compact(slices.Sorted(slices.Values(a.Values))); len(sorted) != len(a.Values) || !slices.Equal(sorted, a.Values) || len(sorted) == 0 {
		order, _ := json.Marshal(append([]string{a.Key}, a.Values...)) // strings always marshal
		e.own(fact, termOrder, text(string(order)))
	}
}

// event gathers what the facts of one event say: who took part, when, where, with what.
func (e *encoder) event(f schema.Fact, fact term) {
	node := e.names.event(f.Event)
	e.own(fact, termEvent, node)
	e.add(node, iri(rdf+"type"), iri(sem+"Event"))
	e.add(node, iri(sem+"eventType"), e.term(escape(f.Relation)))
	e.own(node, termEntryOf, e.graph)
	e.own(node, termModality, e.modality(f.Modality))
	if !f.Date.First.IsZero() {
		e.add(node, iri(sem+"hasTimeStamp"), day(f.Date.First))
	}
	if !f.Subject.IsZero() {
		e.add(node, iri(sem+"hasActor"), e.actor(fact, termSubject, f.Subject))
	}
	if !f.Object.IsZero() {
		e.add(node, iri(sem+"hasActor"), e.actor(fact, termObject, f.Object))
	}
	for _, p := range [...]schema.Party{f.Subject, f.Object} {
		if p.OnBehalfOf != "" {
			e.own(node, termOnBehalfOf, e.entity(p.OnBehalfOf))
		}
	}
	for _, name := range f.Attribute("place") {
		if id := e.places[name]; id != "" {
			e.add(node, iri(sem+"hasPlace"), e.entity(id))
		}
	}
	for i := range f.Items {
		e.own(node, termItem, e.names.item(fact, i))
	}
	for _, s := range f.Evidence {
		e.add(node, iri(prov+"wasDerivedFrom"), e.span(s))
	}
	if f.Rule != "" {
		e.add(node, iri(prov+"wasGeneratedBy"), e.rule(f.Rule, e.rules[f.Rule]))
	}
}
