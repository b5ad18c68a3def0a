package graph

import (
	"io"

	"jishi/schema"
)

// WriteQuads writes the sorted N-Quads of a run: its entries, what they name, the rules, and the first tellings that the
// facts name. The descriptions of the ontology and of the dataset belong to a store. base "" is DefaultBase.
func WriteQuads(w io.Writer, base string, results []schema.Result, rules []schema.Rule) error {
	if base == "" {
		base = DefaultBase
	}
	if err := checkBase(base); err != nil {
		return err
	}
	d := &describer{names: names{base}}
	var (
		docs     []DocumentInfo
		entities []schema.Entity
		facts    []schema.Fact
	)
	first, used := map[string]string{}, map[string]schema.Rule{}
	for _, r := range results {
		qs, _, err := encode(d.names, r, rules)
		if err != nil {
			return err
		}
		d.out = append(d.out, qs...)
		docs = append(docs, DocumentInfo{ID: r.Document.ID, Title: r.Document.Title, Hash: hashOf([]byte(r.Document.Text))})
		entities = append(entities, r.Entities...)
		facts = append(facts, r.Facts...)
	}
	given := map[string]bool{}
	for _, f := range facts {
		given[f.Rule] = true
		if f.SameEvent != "" {
			first[f.Event] = f.SameEvent
		}
	}
	for _, r := range rules {
		if given[r.Name] {
			used[d.rule(r.Name, r.Hash).value] = r
		}
	}
	all := mergeEntities(entities)
	seen(all, facts)
	d.entities(all)
	d.rules(used)
	d.documents(docs)
	d.same(first)
	return writeLines(w, canonical(d.out))
}
