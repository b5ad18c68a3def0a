package export

import (
	"slices"

	"jishi/schema"
)

// View gives data as somebody wants to see them. by ByCountry has each party as the country for which it counts at the
// fact's date; offices, which are no deeds, are then left out, and there are no quads. labels, zh or en, has names, relations
// and modalities in a language; "" leaves names as the texts have them, relations and modalities by id.
func View(d Data, by, labels string) Data {
	facts := slices.Clone(d.Facts)
	if by == ByCountry {
		facts = slices.DeleteFunc(facts, func(f schema.Fact) bool { return f.Relation == schema.HoldsOffice })
		d.Quads = nil
	}
	for i := range facts {
		if by == ByCountry {
			facts[i] = facts[i].ForCountries(d.Entities)
		}
		if labels != "" {
			facts[i] = facts[i].InLanguage(labels, d.Entities)
		}
	}
	d.Facts, d.Labels = facts, labels
	return d
}

// term shows a relation or a modality.
func (d Data) term(id string) string {
	if d.Labels == "" || d.Ontology == nil {
		return id
	}
	return d.Ontology.TermLabel(id, d.Labels)
}

// label is what an entity is called.
func (d Data) label(e schema.Entity) string {
	for _, name := range []string{e.Label(d.Labels), e.Name, e.English} {
		if name != "" {
			return name
		}
	}
	return ""
}
