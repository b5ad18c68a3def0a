package extract

import (
	"jishi/extract/rule"
	"slices"
	"strings"

	"jishi/schema"
)

// resolve puts the one who is meant in place of each referring expression of a sentence. What cannot be resolved stays
// a reference, which no rule takes for a party.
func (r *reading) resolve(s *sentence) {
	last := r.scene.country
	person := r.scene.person
	r.meeting = r.scene.meeting
	for i := range s.tokens {
		t := &s.tokens[i]
		var out []schema.Mention
		changed := false
		for j, m := range t.Mentions {
			if m.Office != "" && len(t.Mentions) == 1 {
				if who := r.bearer(m); who != nil { // 文莱苏丹: the one whom the entry has named
					t.Mentions = []schema.Mention{*who}
					m = *who
				}
			}
			if m.Type == "leader" && len(m.Titles) > 0 {
				r.scene.bearers = append(r.scene.bearers, actor{m, s})
			}
			if m.Type == "leader" && m.Country == "" && len(t.Mentions) == 1 {
				r.settle(s, i)
				m = t.Mentions[j]
			}
			for k := range m.Titles {
				if of := &m.Titles[k].Of; of.Type == schema.TypeRefer {
					if found := r.refer(*of, last, person); len(found) == 1 {
						m.Titles[k].Of = found[0]
					}
				}
			}
			if m.Type != schema.TypeRefer {
				if changed {
					out = append(out, m)
				}
				if m.Country == "" && m.Type != "organization" && m.Type != "leader" && m.Type != "meeting" {
					continue
				}
				a := &actor{m, s}
				if m.Country != "" && m.Type != "meeting" && !(last != nil && r.subjectAt(s, i)) {
					last = a // 挪威还向该国捐赠: who acts is not 该国, unless nobody else is
				}
				switch {
				case m.Type == "organization" && m.Office == "":
					r.organization = a
				case m.Type == "leader":
					person = a
					for _, t := range m.Titles {
						if t.Of.Type == "organization" {
							r.organization = &actor{t.Of, s}
						}
					}
				case m.Type == "meeting":
					r.meeting = a
				}
				continue
			}
			found := r.refer(m, last, person)
			if r.trace != nil {
				r.trace.refer(s, m, found)
			}
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

// spokenOf is the other of the two sides where 他 stands as the object of what the first does: 巴切莱特向他表示祝贺，并邀请他访问.
func (r *reading) spokenOf(m schema.Mention, person *actor) *actor {
	s := r.scene.now
	sides := r.scene.sides
	if s == nil || person == nil || person.in != s || len(sides) != 2 {
		return nil
	}
	for _, c := range s.clauses {
		if c.Subject >= 0 && s.tokens[c.Subject].At == m.At || c.Subject >= 0 && len(s.tokens[c.Subject].Mentions) > 0 && s.tokens[c.Subject].Mentions[0].At == m.At {
			return nil
		}
	}
	for i := range sides {
		if sides[i].Entity == person.Entity {
			return &sides[1-i]
		}
	}
	return nil
}

// twoBearers are the persons whom the entry has named with their offices, when they are two, of two countries.
func (r *reading) twoBearers() []schema.Mention {
	var out []schema.Mention
	for _, b := range r.scene.bearers {
		if b.Country == "" || len(out) > 0 && slices.ContainsFunc(out, func(m schema.Mention) bool { return m.Entity == b.Entity }) {
			continue
		}
		out = append(out, b.bare())
	}
	if len(out) != 2 || out[0].Country == out[1].Country {
		return nil
	}
	return out
}

// bearer is the person whom the entry has named as the holder of the office that m names without him, or nil.
func (r *reading) bearer(m schema.Mention) *schema.Mention {
	for k := len(r.scene.bearers) - 1; k >= 0; k-- {
		b := r.scene.bearers[k]
		for _, t := range b.Titles {
			if t.Status == "" && t.Of.Entity == m.Entity && t.Of.Entity != "" && strings.HasSuffix(m.Office, t.Office) {
				who := b.bare()
				who.At, who.By = m.At, "reference"
				return &who
			}
		}
	}
	return nil
}

// settle gives a person whose office names no country the country of who acts in an earlier clause: 冰岛外交部说，外长索尔达松….
func (r *reading) settle(s *sentence, i int) {
	m := &s.tokens[i].Mentions[0]
	if home, ok := r.scene.homes[m.Entity]; ok {
		m.Country = home
		return
	}
	if len(m.Titles) != 1 || m.Titles[0].Of.Type != "" || !strings.HasPrefix(m.Entity, "-/") {
		return
	}
	for k := rule.ClauseOf(s.clauses, i) - 1; k >= 0; k-- {
		at := s.clauses[k].Subject
		if at < 0 || s.tokens[at].Mentions[0].Country == "" {
			continue
		}
		if of := r.country(s.tokens[at].Mentions[0].Country); of != nil {
			m.Country, m.Titles[0].Of = of[0].Country, of[0]
			if r.scene.homes == nil {
				r.scene.homes = map[string]string{}
			}
			r.scene.homes[m.Entity] = m.Country
		}
		return
	}
}

// refer finds who is meant by m.
func (r *reading) refer(m schema.Mention, last, person *actor) []schema.Mention {
	switch m.Refer.Kind {
	case schema.ReferSide:
		return r.side(m)
	case schema.ReferBoth:
		return r.bothSides()
	case schema.ReferOther:
		if other := r.addressee(); other != nil {
			return r.countryOf(*other)
		}
	case schema.ReferAddressee:
		if other := r.addressee(); other != nil {
			if isState(m.Name) {
				return r.countryOf(*other)
			}
			return []schema.Mention{other.bare()}
		}
	case schema.ReferMeeting:
		if r.meeting != nil {
			return []schema.Mention{r.meeting.bare()}
		}
	case schema.ReferBothLeaders:
		if s := r.scene.sides; len(s) == 2 && s[0].Type == "leader" && s[1].Type == "leader" {
			return []schema.Mention{s[0].bare(), s[1].bare()}
		}
		return r.twoBearers()
	case schema.ReferThat:
		if last != nil {
			return r.countryOf(*last)
		}
	case schema.ReferThatOrganization:
		return r.thatOrganization(m.Name)
	case schema.ReferPerson:
		if other := r.spokenOf(m, person); other != nil {
			return []schema.Mention{other.bare()}
		}
		if person != nil {
			return []schema.Mention{person.bare()}
		}
	case schema.ReferSpeaker:
		if sp := r.scene.speaker; sp != nil {
			if m.Name == "我" && sp.Type == "leader" {
				return []schema.Mention{sp.bare()}
			}
			return r.countryOf(*sp)
		}
		if m.Name == "我国" { // told, not said: the press speaks of its own country
			return r.country("CN")
		}
	}
	return nil
}

// thatOrganization is who acted in the sentence before, if the word can mean him (该会 is no bank), else the organization
// named last.
func (r *reading) thatOrganization(word string) []schema.Mention {
	kind := strings.TrimPrefix(word, "该")
	for _, a := range []*actor{r.scene.subject, r.organization} {
		if a == nil {
			continue
		}
		if a.Type == "organization" && strings.HasSuffix(a.Name, kind) {
			return []schema.Mention{a.bare()}
		}
		for _, t := range a.Titles {
			if t.Of.Type == "organization" && strings.HasSuffix(t.Of.Name, kind) {
				return []schema.Mention{actor{t.Of, a.in}.bare()}
			}
		}
	}
	if r.organization != nil {
		return []schema.Mention{r.organization.bare()}
	}
	return nil
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
func (r *reading) side(m schema.Mention) []schema.Mention {
	for _, a := range r.scene.sides {
		if slices.Contains(m.Refer.Among, a.Country) {
			return r.country(a.Country)
		}
	}
	best, order := "", -1
	for _, id := range m.Refer.Among {
		if n, ok := r.context.Countries[id]; ok && (order < 0 || n < order) {
			best, order = id, n
		}
	}
	if best == "" {
		best = m.Refer.Default
	}
	return r.country(best)
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

// countryOf is the side that somebody acts for.
func (r *reading) countryOf(a actor) []schema.Mention {
	if a.Type == "country" || a.Country == "" {
		return []schema.Mention{a.bare()}
	}
	return r.country(a.Country)
}

// twoOf are the two who act in an earlier clause of the sentence, by one list, or the two of what was last told of both.
func (r *reading) twoOf() []schema.Mention {
	if p := r.scene.pair; len(p) == 2 {
		return []schema.Mention{p[0].bare(), p[1].bare()}
	}
	return nil
}

// bothSides are the countries of the two parties, or the two countries that the entry names when it names no more.
func (r *reading) bothSides() []schema.Mention {
	if len(r.scene.sides) == 2 {
		a, b := r.countryOf(r.scene.sides[0]), r.countryOf(r.scene.sides[1])
		if len(a) == 1 && len(b) == 1 && a[0].Entity != b[0].Entity {
			return []schema.Mention{a[0], b[0]}
		}
		return nil
	}
	if found := r.twoOf(); found != nil {
		return found
	}
	if len(r.context.Countries) == 2 {
		ids := make([]string, 2)
		for id, n := range r.context.Countries {
			ids[min(n, 1)] = id
		}
		a, b := r.country(ids[0]), r.country(ids[1])
		if len(a) == 1 && len(b) == 1 {
			return []schema.Mention{a[0], b[0]}
		}
	}
	return nil
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
