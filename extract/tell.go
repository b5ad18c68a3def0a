package extract

import (
	"slices"

	"jishi/schema"
)

// pair is who does it, and whom it is done to.
type pair struct{ subject, object *actor }

// tell turns a complete draft into facts: every subject with every object, or the pairs of a list.
func (r *reading) tell(d *draft) {
	if why := d.ofOneself(); why != (refusal{}) {
		r.trace.refused(d, why)
		return
	}
	if d.oneOfBoth() {
		d.objects = nil
	}
	parted := d.apart()
	for i, p := range d.pairs() {
		if d.atHome(p) {
			r.trace.refused(d, refusal{"home", "it is done at home:", p.object.Name})
			continue
		}
		if d.relation.Dialogue && r.toldBefore(d, *p.subject, *p.object) {
			continue
		}
		if r.visitTold(d, p) {
			r.trace.refused(d, refusal{"told", "the entry has told of the visit", ""})
			continue
		}
		f := r.fact(d, *p.subject, *p.object)
		parted.give(&f, i)
		if why := r.x.ontology.Check(f); why != "" {
			r.trace.refused(d, refusal{"ontology", why, ""})
			continue
		}
		r.trace.told(d, r.add(f, d.s.base+d.s.tokens[d.Trigger].At.Start))
	}
	r.stage(d)
	r.meets(d)
	r.leave(d)
}

// oneOfBoth reports whether the two who act together do so with each other, whatever other party was found for them in another clause: 双方应推动企业合作
// is between them.
func (d *draft) oneOfBoth() bool {
	if !d.relation.Symmetric || d.relation.Dialogue || len(d.subjects) != 2 || len(d.objects) != 1 || d.Token("object") >= 0 {
		return false
	}
	return d.subjects[0].By == "reference" && d.subjects[1].By == "reference" || slices.ContainsFunc(d.subjects, func(a actor) bool { // 双方推动倡议同该组织对接
		return a.Type == "country" && (d.objects[0].Entity == a.Entity || d.objects[0].Country == a.Entity)
	})
}

// atHome reports whether a country, or somebody of it, gives or sends at home, or supports a body of its own (中国支持中国企业). An organization of no known country is of the home
// country where 当地 means that: 文明办向当地捐赠.
func (d *draft) atHome(p pair) bool {
	if d.relation.Said && p.object.Type == "organization" && p.object.Country != "" && p.object.Country == p.subject.Entity {
		return true
	}
	if d.relation.Said && p.subject.Type == "organization" && p.object.Type == "country" && p.object.Entity == p.subject.Country {
		return true
	}
	if !d.relation.Open || p.object.Entity == "" {
		return false
	}
	if p.subject.Type == "country" && p.object.Type == "organization" && p.object.Country == p.subject.Entity { // 只有向该国军队提供帮助的顾问: not it gives
		return true
	}
	return p.object.Entity == p.subject.Country ||
		p.object.Entity == schema.Home && p.object.By == "reference" && p.subject.Type == "organization" && p.subject.Country == ""
}

// pairs are who with whom: the members of a list among themselves, member by member, or each with each; the other way round
// too where the rule is mutual.
func (d *draft) pairs() []pair {
	var out []pair
	switch {
	case d.objects == nil && len(d.subjects) > 1:
		for i := range d.subjects {
			for j := i + 1; j < len(d.subjects); j++ {
				out = append(out, pair{&d.subjects[i], &d.subjects[j]})
			}
		}
	case d.objects == nil:
		for i := range d.subjects {
			out = append(out, pair{&d.subjects[i], &actor{}})
		}
	case d.pairwise():
		for i := range d.subjects {
			out = append(out, pair{&d.subjects[i], &d.objects[i]})
		}
	default:
		for i := range d.subjects {
			for k := range d.objects {
				out = append(out, pair{&d.subjects[i], &d.objects[k]})
			}
		}
	}
	if d.Rule.Mutual {
		for _, p := range slices.Clone(out) {
			out = append(out, pair{p.object, p.subject})
		}
	}
	return out
}

// ofOneself says why what is for both sides is no deed of one of them to the other: 双方支持两国企业, 为两国合作提供支持.
func (d *draft) ofOneself() refusal {
	if !d.relation.Symmetric && d.crossed() {
		return refusal{"oneself", "the two would do it to each other, but it is for both", ""}
	}
	if d.homeward() {
		return refusal{"home", "nobody visits his own country", ""}
	}
	if d.countryGoes() {
		return refusal{"carried", "no country goes anywhere, and nobody of it is named", ""}
	}
	if !d.relation.Open && !d.relation.Said || len(d.subjects) != 1 || len(d.objects) < 2 {
		return refusal{}
	}
	for _, o := range d.objects {
		if o.Entity == d.subjects[0].Entity || o.Entity == d.subjects[0].Country {
			return refusal{"oneself", "one of those who receive is the one who acts:", o.Name}
		}
	}
	return refusal{}
}

// leave notes for the sentences behind it the speech's mood, the day, and to whom something went.
func (r *reading) leave(d *draft) {
	if r.scene.mood = ""; d.speech != nil && (d.verdict.Modality == schema.Pledged || d.verdict.Modality == schema.Requested) {
		r.scene.mood = d.verdict.Modality
	}
	told := d.speech == nil && d.verdict.Modality == schema.Actual
	if day := r.date(d); told && day.Basis == schema.FromSentence && r.carries(day) {
		r.scene.day = &day
		r.toldOn(day)
	}
	if told && r.scene.day == nil && r.longAgo(r.date(d)) { // 今年3月，他访问智利。在利马，…
		r.scene.past = true
	}
	if told && d.s.opensVaguely() && d.clause <= 1 && d.relation.Dialogue {
		r.scene.vague = true
	}
	if (len(d.subjects) == 1 || d.verdict.Modality == schema.Requested) && len(d.objects) == 1 && d.objects[0].Type == "country" && d.relation.Open {
		r.scene.goal, r.scene.goalBy = &d.objects[0], d.subjects
	}
}

// longAgo reports whether a day that a sentence has named is only a month or a year, or one that is long past.
func (r *reading) longAgo(day schema.Date) bool {
	return day.Basis == schema.FromSentence && day.Last.IsZero() && r.entry.Date.First.Day > 0 && (day.First.Day == 0 || !near(day.First, r.entry.Date.First) && !r.ahead(day.First))
}

// carries reports whether what follows is of a day that a sentence has named: a day, or in an entry without a date a month.
func (r *reading) carries(day schema.Date) bool {
	return day.Last.IsZero() && (day.First.Day > 0 || day.First.Month > 0 && r.entry.Date.First.IsZero())
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

// stage lets a call, a meeting or a letter set the two sides of the entry, and a dated event the day of what follows.
func (r *reading) stage(d *draft) {
	if d.relation.Symmetric && d.verdict.Modality == schema.Actual && d.speech == nil {
		switch {
		case len(d.subjects) == 1 && len(d.objects) == 1:
			r.scene.pair = r.two(d.subjects[0], d.objects[0])
		case len(d.subjects) == 2 && len(d.objects) == 0:
			r.scene.pair = r.two(d.subjects[0], d.subjects[1])
		default:
			r.scene.pair = nil
		}
	}
	if d.relation.Meeting && d.verdict.Modality == schema.Actual && d.speech == nil && len(d.subjects) == 2 {
		if one, other := d.sideOf(r, d.subjects[0]), d.sideOf(r, d.subjects[1]); len(one) == 1 && len(other) == 1 && one[0].Entity != other[0].Entity {
			r.scene.pair = r.two(one[0], other[0]) // 甲同乙共同主持会议，双方还签署了协议
		}
	}
	if d.relation.Dialogue && d.verdict.Modality == schema.Actual && d.speech == nil {
		switch {
		case len(d.subjects) == 1 && len(d.objects) == 1:
			r.scene.sides = r.two(d.subjects[0], d.objects[0])
		case len(d.subjects) == 2 && len(d.objects) == 0:
			r.scene.sides = r.two(d.subjects[0], d.subjects[1])
		}
		r.scene.present = d.relation.Symmetric && d.Rule.Set["medium"] == ""
		if d.Token("meeting") < 0 { // who takes part now takes part in the talks
			r.scene.meeting, r.scene.assembly = nil, nil
		}
		if day := r.date(d); day.Basis == schema.FromSentence && (r.entry.Date.First.IsZero() || near(day.First, r.entry.Date.First)) { // 2014年，两国元首会晤 is not the talk that goes on
			r.scene.talk = &day
		} else {
			r.scene.talk = nil
		}
	}
}

// two are the sides of something, kept for the entry.
func (r *reading) two(a, b actor) []actor {
	out := r.scene.actors.Slice(2)
	out[0], out[1] = a, b
	return out
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
