package export

import (
	"cmp"
	"slices"

	"jishi/schema"
)

// network is what both graph formats write: entities, and facts between them. A party that the text does not name, or
// that has no identity, is a node of its own for each fact.
type network struct {
	nodes []node // by id
	edges []edge // in the order of the facts
}

type node struct {
	id, label, english, typ, country, wikidata string
}

type edge struct {
	from, to string
	fact     schema.Fact
	sentence string
	relation schema.Relation
}

func connect(d Data) network {
	var n network
	seen := map[string]bool{}
	add := func(p schema.Party, f schema.Fact, side string) string {
		x := node{id: p.Entity, label: p.Name, typ: p.Type}
		if p.Entity == "" {
			x.id = "fact/" + f.ID + "/" + side
		}
		if seen[x.id] {
			return x.id
		}
		seen[x.id] = true
		if e, ok := d.Entities[p.Entity]; ok {
			x.label, x.english, x.typ = cmp.Or(d.label(e), x.label), e.English, cmp.Or(e.Type, x.typ)
			x.country, x.wikidata = e.Country, e.Wikidata
		}
		n.nodes = append(n.nodes, x)
		return x.id
	}
	for _, f := range d.Facts {
		n.edges = append(n.edges, edge{add(f.Subject, f, "subject"), add(f.Object, f, "object"), f, schema.Passages(d.Texts[f.Doc], f.Evidence), relation(d, f)})
	}
	slices.SortFunc(n.nodes, func(a, b node) int { return cmp.Compare(a.id, b.id) })
	return n
}
