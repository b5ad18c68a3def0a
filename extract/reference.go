package extract

import (
	"slices"

	"jishi/schema"
)

// nearest are the country and the person named last, at a point in a sentence.
type nearest struct{ country, person *actor }

// resolve puts the one who is meant in place of each referring expression of a sentence. What cannot be resolved stays
// a reference, which no rule takes for a party.
func (r *reading) resolve(s *sentence) {
	near := nearest{r.scene.country, r.scene.person}
	r.meeting = r.scene.meeting
	for i := range s.tokens {
		t := &s.tokens[i]
		var out []schema.Mention
		changed := false
		for j := range t.Mentions {
			r.holder(s, i, j)
			m := t.Mentions[j]
			r.owners(m, near)
			if m.Type != schema.TypeRefer {
				if changed {
					out = append(out, m)
				}
				r.remember(s, i, m, &near)
				continue
			}
			found, by := r.refer(m, near.country, near.person)
			r.trace.refer(s, i, m, found, by)
			if len(found) == 0 {
				if changed {
					out = append(out, m)
				}
				continue
			}
			if !changed {
				out, changed = append(out, t.Mentions[:j]...), true
			}
			for _, f := range found {
				f.At, f.By = m.At, "reference"
				out = append(out, f)
			}
		}
		if changed {
			t.Mentions = out
		}
	}
}

// holder puts the person in place of an office that the entry has named him with, and notes who holds which.
func (r *reading) holder(s *sentence, i, j int) {
	t := &s.tokens[i]
	if t.Mentions[j].Office != "" && len(t.Mentions) == 1 {
		if who := r.bearer(t.Mentions[j]); who != nil { // 文莱苏丹: the one whom the entry has named
			t.Mentions = []schema.Mention{*who}
		}
	}
	m := t.Mentions[j]
	if m.Type == "leader" && len(m.Titles) > 0 {
		r.scene.bearers = append(r.scene.bearers, actor{m, s})
	}
	if m.Type == "leader" && m.Country == "" && len(t.Mentions) == 1 {
		r.settle(s, i)
	}
}

// owners finds of whom the offices are that a referring expression begins: 该国总统.
func (r *reading) owners(m schema.Mention, near nearest) {
	for k := range m.Titles {
		of := &m.Titles[k].Of
		if of.Type != schema.TypeRefer {
			continue
		}
		if found, _ := r.refer(*of, near.country, near.person); len(found) == 1 {
			if found[0].At.Len() > 0 { // where it was named before is in another sentence
				found[0].At = of.At
			}
			*of = found[0]
		}
	}
}

// remember keeps a mention for the referring expressions behind it.
func (r *reading) remember(s *sentence, i int, m schema.Mention, near *nearest) {
	if m.Country == "" && m.Type != "organization" && m.Type != "leader" && m.Type != "meeting" {
		return
	}
	a := r.scene.keep(m, s)
	if m.Country != "" && m.Type != "meeting" && !(near.country != nil && r.subjectAt(s, i)) {
		near.country = a // 挪威还向该国捐赠: who acts is not 该国, unless nobody else is
	}
	if there := r.country(goesTo(m)); there != nil { // 援加纳医疗队队长…: 当地 is 加纳
		near.country = r.scene.keep(there[0], s)
	}
	switch {
	case m.Type == "organization" && m.Office == "":
		r.organization = a
	case m.Type == "leader" && (near.person == nil || near.person.in != s || r.subjectAt(s, i)):
		near.person = a
		for _, t := range m.Titles {
			if t.Of.Type == "organization" {
				r.organization = &actor{t.Of, s}
			}
		}
	case m.Type == "meeting" && (r.meeting == nil || !isCeremony(m.Name)):
		r.meeting = a
	}
}

// origin is where those who are meant by a referring expression come from, for explanations: at most two actors.
type origin struct {
	how       string
	one, more *actor
}

// refer finds who is meant by m.
func (r *reading) refer(m schema.Mention, last, person *actor) ([]schema.Mention, origin) {
	switch m.Refer.Kind {
	case schema.ReferSide:
		return r.side(m)
	case schema.ReferBoth:
		if two := r.listBefore(m); two != nil {
			return two, origin{how: "the two of a list before it"}
		}
		return r.bothSides()
	case schema.ReferOther:
		if other := r.addressee(); other != nil {
			return r.countryOf(*other), origin{how: "the side that the speaker speaks to", one: other}
		}
	case schema.ReferAddressee:
		if other := r.addressee(); other != nil {
			if isState(m.Name) {
				return r.countryOf(*other), origin{how: "the country of the one who is spoken to", one: other}
			}
			return []schema.Mention{other.bare()}, origin{how: "the one who is spoken to", one: other}
		}
	case schema.ReferRegion:
		if !r.begins(m) { // 支持特区政府: who supports it is too often nobody known
			break
		}
		m.Refer.Among, m.Refer.Default = []string{"HK", "MO"}, "HK"
		return r.side(m)
	case schema.ReferFormer:
		if two := r.twoBefore(m); two != nil {
			return two[:1], origin{how: "the first of the two whom the sentence names before it"}
		}
	case schema.ReferLatter:
		if two := r.twoBefore(m); two != nil {
			return two[1:], origin{how: "the second of the two whom the sentence names before it"}
		}
		for _, two := range [][]actor{r.scene.sides, r.scene.pair} {
			if len(two) == 2 {
				return []schema.Mention{two[1].bare()}, origin{how: "the second of the two named last", one: &two[1]}
			}
		}
	case schema.ReferMeeting:
		if a := r.scene.assembly; a != nil && r.meeting != nil && isCeremony(r.meeting.Name) && (m.Name == "会议" || m.Name == "大会") { // 开幕式…。会议由…主持
			return []schema.Mention{a.bare()}, origin{how: "the meeting named last", one: a}
		}
		if r.meeting != nil {
			return []schema.Mention{r.meeting.bare()}, origin{how: "the meeting named last", one: r.meeting}
		}
		if isCeremony(m.Name) { // 在仪式上致辞: there was one, whatever it is called
			m.Type, m.Entity, m.Refer = "meeting", "-/"+m.Name, schema.Reference{}
			return []schema.Mention{m}, origin{how: "a ceremony that the text does not name"}
		}
	case schema.ReferBothLeaders:
		if s := r.scene.sides; len(s) == 2 && s[0].Type == "leader" && s[1].Type == "leader" {
			return []schema.Mention{s[0].bare(), s[1].bare()}, origin{"the two persons of the call, meeting or letter", &s[0], &s[1]}
		}
		if found := r.twoBearers(); found != nil {
			return found, origin{how: "the only two holders of an office that the entry names"}
		}
	case schema.ReferThat:
		if last != nil {
			return r.countryOf(*last), origin{how: "the country named last", one: last}
		}
	case schema.ReferThatOrganization:
		if found := r.thatOrganization(m.Name); found != nil {
			return []schema.Mention{found.bare()}, origin{how: "the organization named last", one: found}
		}
	case schema.ReferPerson:
		if other := r.spokenOf(m, person); other != nil {
			return []schema.Mention{other.bare()}, origin{how: "the other of the two sides", one: other}
		}
		if person != nil {
			return []schema.Mention{person.bare()}, origin{how: "the person named last", one: person}
		}
	case schema.ReferSpeaker:
		if sp := r.scene.speaker; sp != nil {
			if m.Name == "我" && sp.Type == "leader" {
				return []schema.Mention{sp.bare()}, origin{how: "the one who speaks", one: sp}
			}
			return r.countryOf(*sp), origin{how: "the side of the one who speaks", one: sp}
		}
		if m.Name == "我国" { // told, not said: who writes speaks of his own country
			return r.country(r.writers()), origin{how: "the country of those who write"}
		}
	}
	return nil, origin{}
}

func isState(word string) bool { return word == "贵国" || word == "贵方" || word == "你方" }

// bare is the mention without its titles: they have been told where it stands.
func (a actor) bare() schema.Mention {
	m := a.Mention
	m.Titles, m.Inside = nil, nil
	return m
}

// side decides which country a one-character form stands for: one of the sides, else the one that the entry names first,
// else the form's usual country.
func (r *reading) side(m schema.Mention) ([]schema.Mention, origin) {
	for i := range r.scene.sides {
		if a := &r.scene.sides[i]; slices.Contains(m.Refer.Among, a.Country) {
			return r.country(a.Country), origin{how: "of the countries that this form can stand for, the one of the call, meeting or letter", one: a}
		}
	}
	best, order := "", -1
	for _, id := range m.Refer.Among {
		if n, ok := r.context.Countries()[id]; ok && (order < 0 || n < order) {
			best, order = id, n
		}
	}
	if best == "" {
		return r.country(m.Refer.Default), origin{how: "the country that this form usually stands for"}
	}
	return r.country(best), origin{how: "of the countries that this form can stand for, the one that the entry names first"}
}

// country is a mention of a country or organization by its id.
func (r *reading) country(id string) []schema.Mention {
	e, ok := r.x.lexicon.Entity(id)
	if !ok {
		return nil
	}
	m := schema.Mention{Type: e.Type, Entity: e.ID, Name: e.Name, By: "reference", Country: e.Country}
	if e.Type == "country" {
		m.Country = e.ID
	}
	return []schema.Mention{m}
}

// countryOf is the side that somebody acts for: of a person the country whose office he holds, or that of the organization
// whose it is; the organization itself when it is of no country.
func (r *reading) countryOf(a actor) []schema.Mention {
	if of := r.leads(a); of != nil {
		return []schema.Mention{*of}
	}
	if a.Type == "leader" {
		for _, t := range a.Titles {
			if t.Of.Type == "organization" && t.Of.Country == "" && t.Status == "" && (a.Country == "" || r.country(t.Of.Entity) != nil) {
				return []schema.Mention{actor{t.Of, a.in}.bare()}
			}
		}
		if of := r.country(r.behalf(a.Mention)); of != nil {
			if of[0].Country != "" {
				return r.country(of[0].Country)
			}
			return of
		}
	}
	if a.Type == "country" || a.Country == "" {
		return []schema.Mention{a.bare()}
	}
	return r.country(a.Country)
}

// bothSides are the countries of the two parties, or the two countries that the entry names when it names no more.
func (r *reading) bothSides() ([]schema.Mention, origin) {
	if len(r.scene.sides) == 2 {
		one, other := &r.scene.sides[0], &r.scene.sides[1]
		a, b := r.countryOf(*one), r.countryOf(*other)
		if len(a) == 1 && len(b) == 1 && a[0].Entity != b[0].Entity {
			return []schema.Mention{a[0], b[0]}, origin{"the countries of the two sides of the call, meeting or letter", one, other}
		}
		return nil, origin{}
	}
	if p := r.twoActing(); p != nil {
		return p, origin{how: "the two who act in an earlier clause"}
	}
	if p := r.scene.pair; len(p) == 2 {
		return []schema.Mention{p[0].bare(), p[1].bare()}, origin{"the two of what was told last of two", &p[0], &p[1]}
	}
	if len(r.context.Countries()) == 2 {
		ids := make([]string, 2)
		for id, n := range r.context.Countries() {
			ids[min(n, 1)] = id
		}
		a, b := r.country(ids[0]), r.country(ids[1])
		if len(a) == 1 && len(b) == 1 {
			return []schema.Mention{a[0], b[0]}, origin{how: "the only two countries that the entry names"}
		}
	}
	return nil, origin{}
}

// addressee is the party that the present speaker speaks to.
func (r *reading) addressee() *actor {
	sides, speaker := r.scene.sides, r.scene.speaker
	if len(sides) != 2 || speaker == nil {
		return nil
	}
	for i := range sides {
		if sides[i].Entity == speaker.Entity || sides[i].Country != "" && sides[i].Country == speaker.Country {
			return &sides[1-i]
		}
	}
	return nil
}

// subjectAt reports whether token i is what its clause begins with.
func (r *reading) subjectAt(s *sentence, i int) bool {
	for _, c := range s.clauses {
		if c.Subject == i {
			return true
		}
	}
	return false
}
