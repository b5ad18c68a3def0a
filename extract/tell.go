package extract

import (
	"slices"
	"sort"
	"strings"
	"unicode/utf8"

	"jishi/extract/rule"
	"jishi/schema"
)

// tell turns a complete draft into facts: every subject with every object, or the pairs of a list.
func (r *reading) tell(d *draft) {
	type pair struct{ subject, object actor }
	var pairs []pair
	if d.objects == nil && len(d.subjects) > 1 {
		for i := range d.subjects {
			for j := i + 1; j < len(d.subjects); j++ {
				pairs = append(pairs, pair{d.subjects[i], d.subjects[j]})
			}
		}
	} else {
		if d.pairwise() {
			for i := range d.subjects {
				pairs = append(pairs, pair{d.subjects[i], d.objects[i]})
			}
		} else {
			for _, s := range d.subjects {
				if d.objects == nil {
					pairs = append(pairs, pair{s, actor{}})
				}
				for _, o := range d.objects {
					pairs = append(pairs, pair{s, o})
				}
			}
		}
	}
	if d.Rule.Mutual {
		for _, p := range slices.Clone(pairs) {
			pairs = append(pairs, pair{p.object, p.subject})
		}
	}
	if !d.relation.Symmetric && d.crossed() {
		r.trace.refused(d, refusal{"oneself", "the two would do it to each other, but it is for both", ""})
		return
	}
	if (d.relation.Open || d.relation.Said) && len(d.subjects) == 1 && len(d.objects) > 1 {
		for _, o := range d.objects {
			if o.Entity == d.subjects[0].Entity || o.Entity == d.subjects[0].Country { // 为两国合作提供支持: no gift to oneself and the other
				r.trace.refused(d, refusal{"oneself", "one of those who receive is the one who acts:", o.Name})
				return
			}
		}
	}
	counts := r.respective(d)
	for i, p := range pairs {
		if d.relation.Open && p.object.Entity != "" && p.object.Entity == p.subject.Country { // what a country does at home
			r.trace.refused(d, refusal{"home", "it is done at home:", p.object.Name})
			continue
		}
		if d.relation.Dialogue && r.toldBefore(d, p.subject, p.object) {
			continue
		}
		f := r.fact(d, p.subject, p.object)
		if counts != nil && i < len(counts) {
			f.Attributes = setAttribute(f.Attributes, "count", counts[i])
		}
		if why := r.x.ontology.Check(f); why != "" {
			r.trace.refused(d, refusal{"ontology", why, ""})
			continue
		}
		r.trace.told(d, r.add(f, d.s.base+d.s.tokens[d.Trigger].At.Start))
	}
	r.stage(d)
	r.meets(d)
	if r.scene.mood = ""; d.speech != nil && (d.verdict.Modality == schema.Pledged || d.verdict.Modality == schema.Requested) {
		r.scene.mood = d.verdict.Modality
	}
	if day := r.date(d); d.speech == nil && d.verdict.Modality == schema.Actual && day.Basis == schema.FromSentence && day.First.Day > 0 && day.Last.IsZero() {
		r.scene.day = &day
	}
	if d.speech == nil && d.verdict.Modality == schema.Actual && d.s.opensVaguely() && d.clause <= 1 && d.relation.Dialogue {
		r.scene.vague = true
	}
	if len(d.subjects) == 1 && len(d.objects) == 1 && d.objects[0].Type == "country" && d.relation.Open {
		r.scene.goal, r.scene.goalBy = &d.objects[0], d.subjects[0].Entity
	}
}

// crossed reports whether the two sides are those who act and, by a word for both (not 彼此), those for whom: 双方支持两国企业.
func (d *draft) crossed() bool {
	if len(d.subjects) != 2 || len(d.objects) != 2 || d.objects[0].At != d.objects[1].At || d.objects[0].in == nil {
		return false
	}
	at := d.objects[0].At
	switch d.objects[0].in.Text[at.Start:at.End] {
	case "两国", "双方", "两党", "两军", "双边":
		return true
	}
	return false
}

// pairwise reports whether two lists of the same length go together member by member: A、B分别同C、D通电话.
func (d *draft) pairwise() bool {
	if len(d.subjects) < 2 || len(d.subjects) != len(d.objects) {
		return false
	}
	c := d.s.clauses[d.clause]
	for i := c.Start; i < d.Trigger; i++ {
		if d.s.tokens[i].Word == "分别" {
			return true
		}
	}
	return false
}

// toldBefore reports whether a talk that is only spoken of, or named as the time of something (会见客人时), is one that the
// entry has told.
func (r *reading) toldBefore(d *draft, subject, object actor) bool {
	if d.speech == nil && !(d.Token("subject") < 0 && r.hostBehind(d) != nil) && !r.endsAdjunct(d) {
		return false
	}
	for i := range r.facts {
		f := &r.facts[i]
		if f.Relation == d.relation.ID && (f.Subject.Entity == subject.Entity && f.Object.Entity == object.Entity || f.Subject.Entity == object.Entity && f.Object.Entity == subject.Entity) {
			return true
		}
	}
	return false
}

// stage lets a call, a meeting or a letter set the two sides of the entry, and a dated event the day of what follows.
func (r *reading) stage(d *draft) {
	if d.relation.Symmetric && d.verdict.Modality == schema.Actual && d.speech == nil {
		switch {
		case len(d.subjects) == 1 && len(d.objects) == 1:
			r.scene.pair = []actor{d.subjects[0], d.objects[0]}
		case len(d.subjects) == 2 && len(d.objects) == 0:
			r.scene.pair = []actor{d.subjects[0], d.subjects[1]}
		default:
			r.scene.pair = nil
		}
	}
	if d.relation.Dialogue && d.verdict.Modality == schema.Actual && d.speech == nil {
		switch {
		case len(d.subjects) == 1 && len(d.objects) == 1:
			r.scene.sides = []actor{d.subjects[0], d.objects[0]}
		case len(d.subjects) == 2 && len(d.objects) == 0:
			r.scene.sides = []actor{d.subjects[0], d.subjects[1]}
		}
		r.scene.present = d.relation.Symmetric && d.Rule.Set["medium"] == ""
		r.scene.meeting, r.scene.assembly = nil, nil                                                                                                  // who takes part now takes part in the talks
		if day := r.date(d); day.Basis == schema.FromSentence && (day.First.Year == r.entry.Date.First.Year || near(day.First, r.entry.Date.First)) { // 2014年，两国元首会晤 is not the talk that goes on
			r.scene.talk = &day
		} else {
			r.scene.talk = nil
		}
	}
}

func (r *reading) fact(d *draft, subject, object actor) schema.Fact {
	f := schema.Fact{
		Doc: r.doc.ID, Entry: r.entry.Label, EntryHash: r.entry.Hash,
		Relation: d.relation.ID, Subject: r.party(subject), Object: r.party(object),
		Modality: d.verdict.Modality, Date: r.date(d), Items: r.itemsOf(d), Evidence: d.evidence(), Rule: d.Rule.Name,
	}
	if d.speech != nil && d.speech.speaker != nil {
		f.Said = r.party(*d.speech.speaker)
	}
	f.Attributes = r.attributes(d, subject, object)
	return f
}

// party is an actor as a fact names it. A leader acts on behalf of the country or organization whose office he holds.
func (r *reading) party(a actor) schema.Party {
	if a.Type == "" {
		return schema.Party{}
	}
	r.know(a.Mention)
	p := schema.Party{Type: a.Type, Entity: a.Entity, Name: a.Name, At: a.spans()}
	if a.Type == "leader" {
		p.OnBehalfOf = r.behalf(a.Mention)
		if e, ok := r.x.lexicon.Entity(p.OnBehalfOf); ok {
			r.know(schema.Mention{Type: e.Type, Entity: e.ID, Name: e.Name})
		}
	}
	return p
}

// behalf is the country or organization that a person acts for: by his title where he is named, by the one that the entry has
// named him with, by the gazetteer's offices on that day, else his country.
func (r *reading) behalf(m schema.Mention) string {
	titles := m.Titles
	for i := len(r.scene.bearers) - 1; i >= 0 && len(titles) == 0; i-- {
		if r.scene.bearers[i].Entity == m.Entity {
			titles = r.scene.bearers[i].Titles
		}
	}
	for _, t := range titles {
		if t.Status == "" && (t.Of.Type == "country" || t.Of.Type == "organization") {
			return t.Of.Entity
		}
	}
	if e, ok := r.x.lexicon.Entity(m.Entity); ok {
		if of := e.InOffice(r.entry.Date.First); of != "" {
			return of
		}
	}
	return m.Country
}

// add records a fact, or lets it join the same statement of its entry, and gives its place among the facts.
func (r *reading) add(f schema.Fact, offset int) int {
	key := strings.Join([]string{f.Relation, f.Modality, f.Date.String(), f.Subject.Entity, f.Object.Entity}, "\x00")
	if f.Relation == schema.HoldsOffice {
		key += "\x00" + strings.Join(f.Attribute("office"), "\x00")
	} else if rel, _ := r.x.ontology.Relation(f.Relation); rel.Symmetric {
		if i, ok := r.places[strings.Join([]string{f.Relation, f.Modality, f.Date.String(), f.Object.Entity, f.Subject.Entity}, "\x00")]; ok {
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
	rel, _ := r.x.ontology.Relation(f.Relation)
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

// longest is how many code points of evidence a reader can take in.
const longest = 300

// evidence is the clauses from the first word that the match needs to the last; when that is too long, the trigger's
// clause; when that is too long, its part around the trigger.
func (d *draft) evidence() []schema.Span {
	from, to := d.clause, d.clause
	take := func(token int) {
		k := rule.ClauseOf(d.s.clauses, token)
		from, to = min(from, k), max(to, k)
	}
	for _, b := range d.Match.Bindings {
		take(b.Token)
	}
	if d.carried {
		for k := d.clause; k >= 0; k-- {
			if d.s.clauses[k].Subject >= 0 {
				from = min(from, k)
				break
			}
		}
	}
	at := d.between(from, to)
	if utf8.RuneCountInString(d.s.Text[at.Start:at.End]) > longest {
		at = d.between(d.clause, d.clause)
	}
	if text := d.s.Text[at.Start:at.End]; utf8.RuneCountInString(text) > longest {
		at = around(d.s.Text, at, d.s.tokens[d.Trigger].At)
	}
	return d.s.Spans(at)
}

func (d *draft) between(from, to int) schema.Local {
	first, last := d.s.clauses[from], d.s.clauses[to]
	return schema.Local{Start: d.s.tokens[first.Start].At.Start, End: d.s.tokens[max(last.End-1, last.Start)].At.End}
}

// around is at most longest code points of at, half of them on each side of the trigger.
func around(text string, at, trigger schema.Local) schema.Local {
	out := trigger
	for n := 0; n < longest/2-10; n++ {
		if out.Start > at.Start {
			_, size := utf8.DecodeLastRuneInString(text[:out.Start])
			out.Start -= size
		}
		if out.End < at.End {
			_, size := utf8.DecodeRuneInString(text[out.End:])
			out.End += size
		}
	}
	return out
}
