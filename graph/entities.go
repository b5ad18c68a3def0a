package graph

import (
	"cmp"

	"jishi/schema"
)

// describer writes the graphs of a store that belong to no entry: entities, rules, ontology, documents, the dataset.
type describer struct {
	names
	graph term
	out   []statement
}

func (d *describer) add(s term, p string, o term) {
	d.out = append(d.out, statement{s, iri(p), o, d.graph})
}

func (d *describer) own(s term, name string, o term) { d.add(s, d.base+name, o) }

// classOf is the standard class of an entity type; a type that is not here has only its own.
func classOf(typ string) string {
	switch typ {
	case "leader":
		return schemas + "Person"
	case "country":
		return schemas + "Country"
	case "organization", "facility", "team":
		return org + "Organization"
	case "supply":
		return skos + "Concept"
	case "place":
		return schemas + "Place"
	case "meeting":
		return schemas + "Event"
	case "document":
		return schemas + "CreativeWork"
	}
	return ""
}

// entities describes each entity in the graph "entities".
func (d *describer) entities(all map[string]schema.Entity) {
	d.graph = d.names.graph("entities")
	for _, x := range all {
		d.describe(x)
	}
}

func (d *describer) describe(x schema.Entity) {
	node := d.entity(x.ID)
	d.own(node, termID, text(x.ID))
	d.labels(node, x)
	if x.Type != "" {
		d.own(node, termTypeName, text(x.Type))
		d.add(node, rdf+"type", d.kind(x.Type))
		if class := classOf(x.Type); class != "" {
			d.add(node, rdf+"type", iri(class))
		}
	}
	if x.Type == "country" && len(x.ID) == 2 {
		d.own(node, termISO2, text(x.ID))
	}
	if x.ISO3 != "" {
		d.own(node, termISO3, text(x.ISO3))
	}
	if x.HS != "" {
		d.own(node, termHS, text(x.HS))
	}
	if x.Wikidata != "" {
		d.add(node, schemas+"sameAs", iri(wikidata+escape(x.Wikidata)))
	}
	if x.Country != "" {
		d.own(node, termCountry, d.entity(x.Country))
	}
	if x.Broader != "" {
		d.add(node, skos+"broader", d.entity(x.Broader))
	}
	for _, m := range x.Members {
		d.add(node, org+"hasMember", d.entity(m))
	}
	for _, f := range x.Former {
		d.add(node, owl+"sameAs", d.entity(f))
	}
	for _, o := range x.Offices {
		d.office(node, o)
	}
}

// labels writes the labels with their language, and every name as a plain string, so that a script finds an entity by
// whatever it is called.
func (d *describer) labels(node term, x schema.Entity) {
	if label := cmp.Or(x.Name, x.English, x.ID); label != "" {
		d.own(node, termLabel, text(label)) // one, whatever there is: what a row of a table shows
	}
	if x.Name != "" {
		d.add(node, rdfs+"label", inLanguage(x.Name, "zh"))
		d.own(node, termName, text(x.Name))
	}
	if x.English != "" {
		d.add(node, rdfs+"label", inLanguage(x.English, "en"))
		d.own(node, termEnglish, text(x.English))
		d.own(node, termName, text(x.English))
	}
	for _, a := range x.Aliases {
		d.add(node, skos+"altLabel", inLanguage(a, "zh"))
		d.own(node, termName, text(a))
	}
}

// office is a membership by W3C ORG, its term by OWL-Time. Days on which the office was only mentioned are no term.
func (d *describer) office(holder term, o schema.Office) {
	node := iri(holder.value + "/office/" + schema.Hash(o.Of, o.Title, o.Since.String(), o.Until.String()))
	d.add(node, rdf+"type", iri(org+"Membership"))
	d.add(node, org+"member", holder)
	if o.Of != "" {
		d.add(node, org+"organization", d.entity(o.Of))
	}
	d.own(node, termTitle, text(o.Title))
	if !o.Since.IsZero() || !o.Until.IsZero() {
		term := iri(node.value + "/term")
		d.add(node, org+"memberDuring", term)
		d.add(term, rdf+"type", iri(owltime+"Interval"))
		d.instant(term, "hasBeginning", "begin", o.Since)
		d.instant(term, "hasEnd", "end", o.Until)
	}
	for i, name := range [...]string{termFirstSeen, termLastSeen} {
		if !o.Seen[i].IsZero() {
			d.own(node, name, day(o.Seen[i]))
		}
	}
}

// instant writes one end of a term, as precisely as the table has it.
func (d *describer) instant(interval term, property, name string, at schema.Day) {
	if at.IsZero() {
		return
	}
	node := iri(interval.value + "/" + name)
	d.add(interval, owltime+property, node)
	d.add(node, rdf+"type", iri(owltime+"Instant"))
	t := day(at)
	property, ok := map[string]string{xsd + "date": "inXSDDate", xsd + "gYearMonth": "inXSDgYearMonth", xsd + "gYear": "inXSDgYear"}[t.tag]
	if ok {
		d.add(node, owltime+property, t)
	}
}
