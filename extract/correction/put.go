package correction

import (
	"slices"
	"strings"

	"jishi/schema"
)

// put makes of a fact what a statement says, as far as it says something.
func (a *applier) put(d *desk, f *schema.Fact, at place, s Statement, known sides) {
	if s.Relation != "" && s.Relation != f.Relation {
		f.Relation = s.Relation
		relation, _ := a.ontology.Relation(s.Relation)
		defer func() { f.Event = relation.EventOf(*f) }()
	}
	if s.Modality != "" {
		f.Modality = s.Modality
	}
	if day, _ := schema.ParseDay(s.Date); !day.IsZero() && (day != f.Date.First || s.Until == "" && ranges(f.Date)) {
		f.Date = schema.Date{First: day, Basis: schema.FromSentence}
	}
	if day, _ := schema.ParseDay(s.Until); !day.IsZero() {
		f.Date.Last = day
	}
	for _, side := range [...]struct {
		word   string
		entity *schema.Entity
		party  *schema.Party
	}{{s.Subject, known.subject, &f.Subject}, {s.Object, known.object, &f.Object}, {s.Said, known.said, &f.Said}} {
		switch {
		case side.entity != nil:
			*side.party = partyOf(side.entity, f.Date.First)
			side.party.At = at.named(d.result.Document.Text, side.entity)
			d.knows(side.entity)
		case side.word == Nobody:
			*side.party = schema.Party{}
		}
	}
	if s.Items != nil {
		f.Items = nil
		for i, it := range s.Items {
			out := schema.Item{Name: it.Name, Quantity: it.Quantity, Unit: it.Unit}
			if e := known.items[i]; e != nil {
				out.Entity = e.ID
				d.knows(e)
			}
			f.Items = append(f.Items, out)
		}
	}
	f.Attributes = attributes(f.Attributes, s.Attributes)
}

// ranges reports whether a date is more than one day.
func ranges(d schema.Date) bool { return !d.Last.IsZero() && d.Last != d.First }

// check compares a corrected fact with the ontology, and its last day with the first one, which may be that of the text.
func (a *applier) check(f *schema.Fact, r *Record) {
	if why := reversed(f.Date.First, f.Date.Last); why != "" && r.To.Until != "" {
		a.problems = append(a.problems, r.source.Problem("to", why, keepOrder, "until"))
	}
	if why := a.ontology.Check(*f); why != "" {
		a.problems = append(a.problems, r.source.Problem("to", "the corrected fact is not possible: "+why, "mend what stands under to, or the ontology"))
	}
}

// partyOf is an entity as a side of a fact of a day. A leader acts on behalf of whose office he holds.
func partyOf(e *schema.Entity, day schema.Day) schema.Party {
	p := schema.Party{Type: e.Type, Entity: e.ID, Name: e.Name}
	if p.Name == "" {
		p.Name = e.English
	}
	if e.Type == "leader" {
		if p.OnBehalfOf = e.InOffice(day); p.OnBehalfOf == "" {
			p.OnBehalfOf = e.Country
		}
	}
	return p
}

// attributes lays new ones over those there are, sorted by key.
func attributes(list []schema.Attribute, over map[string][]string) []schema.Attribute {
	if over == nil {
		return list
	}
	var out []schema.Attribute
	for _, a := range list {
		if _, ok := over[a.Key]; !ok {
			out = append(out, a)
		}
	}
	for key, values := range over {
		if len(values) > 0 {
			out = append(out, schema.Attribute{Key: key, Values: values})
		}
	}
	slices.SortFunc(out, func(a, b schema.Attribute) int { return strings.Compare(a.Key, b.Key) })
	return out
}
