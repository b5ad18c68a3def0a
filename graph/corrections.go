package graph

import "jishi/schema"

// corrections describes what people have said of facts, in the graph "corrections": each correction is a prov:Activity, its
// author a prov:Agent. A rejected fact has no statements but that it was invalidated. What was read before a fact was amended
// is a node of its own, of which the fact is a revision.
func (d *describer) corrections(all []schema.Correction) {
	d.graph = d.names.graph("corrections")
	for _, c := range all {
		node, fact, agent := d.names.correction(c.ID), d.fact(c.Fact), d.agent(c.By)
		d.add(node, rdf+"type", iri(prov+"Activity"))
		d.add(node, rdf+"type", d.term(termCorrected))
		d.own(node, termVerdict, text(c.Verdict))
		d.own(node, termFactID, text(c.Fact))
		d.add(node, rdfs+"comment", text(c.Why))
		d.add(node, dcterms+"date", day(c.On))
		if c.Sentence != "" {
			d.own(node, termSentence, text(c.Sentence))
		}
		if c.Hash != "" {
			d.own(node, termHash, text(c.Hash))
		}
		d.own(node, termDocumentOf, d.document(c.Doc))
		d.add(node, prov+"wasAssociatedWith", agent)
		d.add(agent, rdf+"type", iri(prov+"Agent"))
		d.add(agent, rdfs+"label", text(c.By))
		if c.Read != "" {
			d.own(node, termReadAs, text(c.Read))
		}
		switch c.Verdict {
		case schema.Reject:
			d.add(fact, prov+"wasInvalidatedBy", node)
		case schema.Amend:
			before := iri(fact.value + "/read")
			d.add(node, prov+"used", before)
			d.add(before, rdfs+"label", text(c.Read))
			d.add(before, prov+"wasInvalidatedBy", node)
			d.add(fact, prov+"wasRevisionOf", before)
			d.add(node, prov+"generated", fact)
		case schema.Add:
			d.add(node, prov+"generated", fact)
		default:
			d.add(node, prov+"used", fact)
		}
	}
}

// correctionOf reads back what was said of a fact; nil where nothing was. Statements of an entry alone give its id.
func (d *decoder) correctionOf(fact term) *schema.Correction {
	node := d.own(fact, termCorrection)
	if node.kind == isNothing {
		return nil
	}
	c := d.correction(node)
	c.Fact = d.id(fact, "fact/")
	return &c
}

func (d *decoder) correction(node term) schema.Correction {
	return schema.Correction{
		ID: d.id(node, "correction/"), Verdict: d.own(node, termVerdict).value, Read: d.own(node, termReadAs).value,
		Doc: d.id(d.own(node, termDocumentOf), "doc/"), Sentence: d.own(node, termSentence).value, Hash: d.own(node, termHash).value,
		Why: d.get(node, rdfs+"comment").value, By: d.id(d.get(node, prov+"wasAssociatedWith"), "agent/"),
		On: parseDay(d.get(node, dcterms+"date").value),
	}
}

// Corrections lists the corrections that the store tells of, by document and fact.
func (s *Store) Corrections() []schema.Correction { return s.m.Corrections }
