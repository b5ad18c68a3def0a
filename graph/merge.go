package graph

import (
	"cmp"
	"slices"

	"jishi/schema"
)

// mergeEntities makes one description of each entity out of those that documents bring. The newest build's words win
// where there can be only one, then the first document's; lists are united. descriptions stand in that order.
func mergeEntities(descriptions []schema.Entity) map[string]schema.Entity {
	all := map[string]schema.Entity{}
	for _, x := range descriptions {
		m, ok := all[x.ID]
		if !ok {
			m = schema.Entity{ID: x.ID}
		}
		for _, f := range [...]struct{ to, from *string }{{&m.Type, &x.Type}, {&m.Name, &x.Name}, {&m.English, &x.English},
			{&m.Country, &x.Country}, {&m.ISO3, &x.ISO3}, {&m.Wikidata, &x.Wikidata}, {&m.Broader, &x.Broader}, {&m.HS, &x.HS}} {
			if *f.to == "" {
				*f.to = *f.from
			}
		}
		m.Aliases = unite(m.Aliases, x.Aliases)
		m.Members = unite(m.Members, x.Members)
		m.Former = unite(m.Former, x.Former)
		for _, o := range x.Offices {
			m.Offices = addOffice(m.Offices, o)
		}
		all[x.ID] = m
	}
	return all
}

func unite(a, b []string) []string {
	out := slices.Clone(a)
	for _, s := range b {
		if !slices.Contains(out, s) {
			out = append(out, s)
		}
	}
	return out
}

// addOffice adds a tenure, or widens the days on which it was seen.
func addOffice(list []schema.Office, o schema.Office) []schema.Office {
	list = slices.Clone(list)
	for i, x := range list {
		if x.Of == o.Of && x.Title == o.Title && x.Since == o.Since && x.Until == o.Until {
			list[i].Seen = [2]schema.Day{earlier(x.Seen[0], o.Seen[0]), later(x.Seen[1], o.Seen[1])}
			return list
		}
	}
	return append(list, o)
}

func earlier(a, b schema.Day) schema.Day {
	if a.IsZero() || !b.IsZero() && b.String() < a.String() {
		return b
	}
	return a
}

func later(a, b schema.Day) schema.Day {
	if a.IsZero() || !b.IsZero() && b.String() > a.String() {
		return b
	}
	return a
}

// seen adds to the entities the offices that facts tell of, with the first and last day on which they do. An office that
// has a term in the tables gets none.
func seen(all map[string]schema.Entity, facts []schema.Fact) {
	for _, f := range facts {
		holder, ok := all[f.Subject.Entity]
		if f.Relation != schema.HoldsOffice || !ok {
			continue
		}
		titles := f.Attribute("office")
		if len(titles) == 0 {
			titles = []string{""}
		}
		for _, title := range titles {
			if slices.ContainsFunc(holder.Offices, func(o schema.Office) bool {
				return o.Of == f.Object.Entity && (o.Title == title || title == "") && !(o.Since.IsZero() && o.Until.IsZero())
			}) {
				continue
			}
			o := schema.Office{Of: f.Object.Entity, Title: title}
			if f.Date.First.Year > 0 {
				o.Seen = [2]schema.Day{f.Date.First, cmp.Or(f.Date.Last, f.Date.First)}
			}
			holder.Offices = addOffice(holder.Offices, o)
		}
		all[f.Subject.Entity] = holder
	}
}
