package schema

import (
	"cmp"
	"slices"
)

// The languages of labels.
const (
	Chinese = "zh"
	English = "en"
)

// Label is an entity's name in a language; where the tables have none, "".
func (e Entity) Label(language string) string {
	if language == English {
		return e.English
	}
	return e.Name
}

// Label is a term's label in a language; where it has none, its id.
func (t Term) Label(language string) string {
	if language == English {
		return cmp.Or(t.En, t.ID)
	}
	return cmp.Or(t.Zh, t.ID)
}

// TermLabel is the label of a relation or a modality; an id that the ontology does not have stays.
func (o *Ontology) TermLabel(id, language string) string {
	for _, t := range o.Modalities {
		if t.ID == id {
			return t.Label(language)
		}
	}
	r, _ := o.Relation(id)
	return Term{ID: id, Zh: r.Zh, En: r.En}.Label(language)
}

// InLanguage gives the fact with its parties and items by their names in a language; whoever has none there keeps his.
func (f Fact) InLanguage(language string, all map[string]Entity) Fact {
	for _, p := range []*Party{&f.Subject, &f.Object, &f.Said} {
		p.Name = cmp.Or(all[p.Entity].Label(language), p.Name)
	}
	f.Items = slices.Clone(f.Items)
	for i, item := range f.Items {
		if label := all[item.Entity].Label(language); label != "" && language == English {
			f.Items[i].Name = label // the Chinese one is more exact as it stands
		}
	}
	return f
}

// ForCountries gives the fact with each party as the country for which it counts at the fact's date. One that counts for
// none stays who it is.
func (f Fact) ForCountries(all map[string]Entity) Fact {
	for _, p := range []*Party{&f.Subject, &f.Object} {
		if id := CountryOf(*p, f.Date.First, all); id != "" && id != p.Entity {
			e := all[id]
			*p = Party{Type: "country", Entity: id, Name: cmp.Or(e.Name, e.English, id), At: p.At}
		}
	}
	return f
}
