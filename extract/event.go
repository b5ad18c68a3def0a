package extract

import (
	"jishi/schema"
	"slices"
	"sort"
	"strings"
)

// toldBefore reports whether a talk that is only spoken of, or named as the time of something (会见客人时), is one that the
// entry has told.
func (r *reading) toldBefore(d *draft, subject, object actor) bool {
	aside := d.Token("subject") < 0 && d.Token("both") < 0 && d.ends(r, "adjunct") // 会见客人时，双方…: who met him is not named
	if d.speech == nil && !aside && !r.endsAdjunct(d) {
		return false
	}
	for i := range r.facts {
		f := &r.facts[i]
		if aside && f.Relation == d.relation.ID && f.Modality == schema.Actual && (f.Subject.Entity == object.Entity || f.Object.Entity == object.Entity) {
			return true
		}
		if f.Relation == d.relation.ID && (f.Subject.Entity == subject.Entity && f.Object.Entity == object.Entity || f.Subject.Entity == object.Entity && f.Object.Entity == subject.Entity) {
			return true
		}
	}
	return false
}

// ends reports whether the trigger's clause ends in a word of a kind.
func (d *draft) ends(r *reading, kind string) bool {
	c := d.s.clauses[d.clause]
	last := d.s.tokens[c.End-1]
	return len(last.Mentions) == 0 && r.x.rules.Cues.Has(last.Word, kind)
}

// saying is what a fact says, whoever says it how often.
type saying struct{ relation, modality, date, subject, object, office string }

// add records a fact, or lets it join the same statement of its entry, and gives its place among the facts.
func (r *reading) add(f schema.Fact, offset int) int {
	rel, _ := r.x.ontology.Relation(f.Relation)
	key := saying{f.Relation, f.Modality, f.Date.String(), f.Subject.Entity, f.Object.Entity, ""}
	if f.Relation == schema.HoldsOffice {
		key.office = strings.Join(f.Attribute("office"), "\x00")
	} else if rel.Symmetric {
		turned := key
		turned.subject, turned.object = key.object, key.subject
		if i, ok := r.places[turned]; ok {
			merge(&r.facts[i], f)
			return i
		}
	}
	if i, ok := r.places[key]; ok {
		merge(&r.facts[i], f)
		return i
	}
	f.ID = f.Identify(offset)
	if f.Relation == schema.HoldsOffice { // two offices of one person stand at one place
		f.ID = schema.Hash(append([]string{f.ID}, f.Attribute("office")...)...)
	}
	f.Event = rel.EventOf(f)
	r.places[key] = len(r.facts)
	r.facts = append(r.facts, f)
	return len(r.facts) - 1
}

// merge adds to a fact what a second telling of it has more.
func merge(f *schema.Fact, g schema.Fact) {
	for _, it := range g.Items {
		if !slices.ContainsFunc(f.Items, func(o schema.Item) bool { return o.Name == it.Name }) {
			f.Items = append(f.Items, it)
		}
	}
	for _, a := range g.Attributes {
		if f.Attribute(a.Key) == nil {
			f.Attributes = setAttribute(f.Attributes, a.Key, a.Values...)
		}
	}
	if both := union(f.Evidence, g.Evidence); length(both) <= 3*longest {
		f.Evidence = both
	}
}

// length is the number of bytes of the spans; a Chinese character has three.
func length(spans []schema.Span) int {
	n := 0
	for _, s := range spans {
		n += s.End - s.Start
	}
	return n
}

func union(a, b []schema.Span) []schema.Span {
	out := append(slices.Clone(a), b...)
	sort.Slice(out, func(i, j int) bool { return out[i].Start < out[j].Start })
	merged := out[:0]
	for _, s := range out {
		if n := len(merged); n > 0 && s.Start <= merged[n-1].End {
			merged[n-1].End = max(merged[n-1].End, s.End)
			continue
		}
		merged = append(merged, s)
	}
	return merged
}

func setAttribute(list []schema.Attribute, key string, values ...string) []schema.Attribute {
	if len(values) == 0 || values[0] == "" {
		return list
	}
	for i := range list {
		if list[i].Key == key {
			list[i].Values = values
			return list
		}
	}
	list = append(list, schema.Attribute{Key: key, Values: values})
	sort.Slice(list, func(i, j int) bool { return list[i].Key < list[j].Key })
	return list
}
