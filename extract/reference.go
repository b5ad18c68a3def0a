package extract

import (
	"slices"

	"jishi/schema"
)

// nearest are the country and the person named last, at a point in a sentence.
type nearest struct{ country, person *actor }

// resolve puts the one who is meant in place of each referring expression of a sentence, and reports whether there was any. What
// cannot be resolved stays a reference, which no rule takes for a party.
func (r *reading) resolve(s *sentence) (any bool) {
	near := nearest{r.scene.country, r.scene.person}
	r.meeting = r.scene.meeting
	for i := range s.tokens {
		t := &s.tokens[i]
		var out []schema.Mention
		changed := false
		any = r.countedAt(s, i) || any
		for j := range t.Mentions {
			any = r.holder(s, i, j) || any
			m := t.Mentions[j]
			r.owners(m, near)
			if n := counted(m); n > 0 && len(t.Mentions) == 1 {
				if all := r.severalNamed(m, n); all != nil {
					for k := range all {
						all[k].At, all[k].By = m.At, "reference"
					}
					r.trace.refer(s, i, m, all, origin{how: "all countries that the entry names before it, just as many"})
					out, changed = all, true
					continue
				}
			}
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
			t.Mentions, any = out, true
		}
	}
	return any
}

// holder puts the person in place of an office that the entry has named him with, and reports whether it did; it notes who
// holds which.
func (r *reading) holder(s *sentence, i, j int) (changed bool) {
	t := &s.tokens[i]
	if t.Mentions[j].Office != "" && len(t.Mentions) == 1 {
		if who := r.bearer(t.Mentions[j]); who != nil { // 文莱苏丹: the one whom the entry has named
			t.Mentions, changed = []schema.Mention{*who}, true
		}
	}
	m := t.Mentions[j]
	if m.Type == "leader" && len(m.Titles) > 0 && m.Titles[0].At.Start < m.At.Start {
		r.scene.bearers = append(r.scene.bearers, actor{m, s})
	}
	if m.Type == "leader" && m.Country == "" && len(t.Mentions) == 1 {
		r.settle(s, i)
	}
	return changed
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
	for _, t := range m.Titles {
		if m.Type == "leader" && t.Of.Type == "organization" {
			r.organizations = append(r.organizations, &actor{t.Of, s})
		}
	}
	if m.Type == "organization" && m.Office != "" { // 加纳红十字会秘书长说，该会…
		of := m
		of.Office = ""
		r.organizations = append(r.organizations, r.scene.keep(of, s))
	}
	switch {
	case m.Type == "organization" && m.Office == "":
		r.organizations = append(r.organizations, a)
	case m.Type == "leader" && (near.person == nil || near.person.in != s || r.subjectAt(s, i)):
		near.person = a
	case m.Type == "meeting" && (r.meeting == nil || !isCeremony(m.Name)):
		r.meeting = a
	}
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

// bothSides are the countries of the two parties, or the two countries that the entry names when it names no more. Where two
// states are meant, or a third speaks, parties of whom one is no state are not those.
func (r *reading) bothSides(m schema.Mention) ([]schema.Mention, origin) {
	states := m.Name == "两国"
	if len(r.scene.sides) == 2 && !(r.stateless() && (states || r.third())) {
		one, other := &r.scene.sides[0], &r.scene.sides[1]
		a, b := r.countryOf(*one), r.countryOf(*other)
		if len(a) == 1 && len(b) == 1 && (a[0].Type == "leader") != (b[0].Type == "leader") { // of one nobody knows whose side he is
			return nil, origin{}
		}
		if len(a) == 1 && len(b) == 1 && a[0].Entity != b[0].Entity {
			return []schema.Mention{a[0], b[0]}, origin{"the countries of the two sides of the call, meeting or letter", one, other}
		}
		return nil, origin{}
	}
	if p := r.twoActing(); p != nil {
		return p, origin{how: "the two who act in an earlier clause"}
	}
	if p := r.scene.pair; len(p) == 2 && (!states || p[0].Type == "country" && p[1].Type == "country") {
		return []schema.Mention{p[0].bare(), p[1].bare()}, origin{"the two of what was told last of two", &p[0], &p[1]}
	}
	if two := r.severalNamed(m, 2); two != nil && m.Name != "双边" && m.Name != "彼此" {
		return two, origin{how: "the only two countries that the sentence names before it"}
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

// stateless reports whether one of the two sides is of no country.
func (r *reading) stateless() bool {
	return slices.ContainsFunc(r.scene.sides, func(a actor) bool {
		of := r.countryOf(a)
		return len(of) == 1 && of[0].Type != "country"
	})
}

// third reports whether somebody speaks who is of neither side.
func (r *reading) third() bool {
	sp := r.scene.speaker
	return sp != nil && !slices.ContainsFunc(r.scene.sides, func(a actor) bool {
		return a.Entity == sp.Entity || a.Country != "" && a.Country == sp.Country
	})
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
