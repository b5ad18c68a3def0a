package graph

import (
	"strings"

	"jishi/schema"
)

// rules describes the rules that gave a fact, in the graph "rules". They are given by their IRIs.
func (d *describer) rules(all map[string]schema.Rule) {
	d.graph = d.names.graph("rules")
	for value, r := range all {
		node := iri(value)
		d.add(node, rdf+"type", iri(prov+"Plan"))
		d.add(node, rdfs+"label", text(d.ruleOf(node)))
		if r.Relation != "" {
			d.own(node, termRelation, d.term(escape(r.Relation)))
		}
		if r.File != "" {
			d.own(node, termFile, text(r.File))
		}
		if r.Hash != "" {
			d.own(node, termHash, text(r.Hash))
		}
	}
}

// ontology describes relations, modalities and types, in the graph "ontology".
func (d *describer) ontology(o *schema.Ontology) {
	d.graph = d.names.graph("ontology")
	for _, t := range o.Entities {
		node := d.kind(t.ID)
		d.add(node, rdf+"type", iri(rdfs+"Class"))
		d.label(node, t)
		if class := classOf(t.ID); class != "" {
			d.add(node, rdfs+"subClassOf", iri(class))
		}
	}
	for _, t := range o.Modalities {
		node := d.names.modality(t.ID)
		d.add(node, rdf+"type", iri(skos+"Concept"))
		d.label(node, t)
	}
	for _, r := range o.Relations {
		d.relations(o, r)
	}
}

// relations describes a relation's predicates: the bare one, and one a modality that is no deed.
func (d *describer) relations(o *schema.Ontology, r schema.Relation) {
	node := d.term(escape(r.ID))
	d.label(node, schema.Term{Zh: r.Zh, En: r.En, Doc: r.Doc})
	d.add(node, rdf+"type", iri(rdf+"Property"))
	if r.PLOVER != "" {
		d.own(node, termPLOVER, text(r.PLOVER))
	}
	if r.CAMEO != "" {
		d.own(node, termCAMEO, text(r.CAMEO))
	}
	if r.Symmetric {
		d.own(node, termSymmetric, typed("true", xsd+"boolean"))
	}
	for _, m := range o.Modalities {
		if m.ID == schema.Actual {
			continue
		}
		p := d.relation(r.ID, m.ID, schema.Actual)
		d.add(p, rdf+"type", iri(rdf+"Property"))
		d.label(p, schema.Term{Zh: r.Zh + "（" + m.Zh + "）", En: strings.TrimSpace(r.En + " (" + m.En + ")")})
		d.own(p, termRelation, node)
		d.own(p, termModality, d.names.modality(m.ID))
	}
}

func (d *describer) label(node term, t schema.Term) {
	if t.Zh != "" {
		d.add(node, rdfs+"label", inLanguage(t.Zh, "zh"))
	}
	if t.En != "" {
		d.add(node, rdfs+"label", inLanguage(t.En, "en"))
	}
	if t.Doc != "" {
		d.add(node, rdfs+"comment", inLanguage(t.Doc, "en"))
	}
}

// documents describes each document, in the graph "documents".
func (d *describer) documents(docs []DocumentInfo) {
	d.graph = d.names.graph("documents")
	for _, x := range docs {
		node := d.document(x.ID)
		d.own(node, termID, text(x.ID))
		d.add(node, rdf+"type", d.term(termDocument))
		d.add(node, rdf+"type", iri(nif+"Context"))
		if x.Title != "" {
			d.add(node, dcterms+"title", text(x.Title))
		}
		if x.Hash != "" {
			d.own(node, termHash, text(x.Hash))
		}
	}
}

// dataset describes the whole, in the graph "dataset". Nothing of the run goes in: the same facts give the same words.
// quads counts those of all other graphs.
func (d *describer) dataset(docs []DocumentInfo, entities, quads int) {
	d.graph = d.names.graph("dataset")
	node := d.term("dataset")
	for _, class := range []string{void + "Dataset", dcat + "Dataset", prov + "Entity"} {
		d.add(node, rdf+"type", iri(class))
	}
	d.add(node, dcterms+"title", inLanguage("Facts read by jishi", "en"))
	d.add(node, void+"uriSpace", text(d.base))
	d.add(node, void+"triples", integer(quads))
	d.add(node, void+"entities", integer(entities))
	d.add(node, void+"documents", integer(len(docs)))
	d.add(node, void+"feature", iri("http://www.w3.org/ns/formats/N-Quads"))
	for _, v := range []string{sem, prov, nif, org, owltime, skos, schemas} {
		d.add(node, void+"vocabulary", iri(v))
	}
	for _, x := range docs {
		d.add(node, prov+"wasDerivedFrom", d.document(x.ID))
	}
}

// same writes which event is told first where, in a graph of its own.
func (d *describer) same(links map[string]string) {
	d.graph = d.names.graph(termSameEvent)
	for from, to := range links {
		d.own(d.event(from), termSameEvent, d.event(to))
	}
}
