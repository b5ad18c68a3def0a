package extract

import (
	"slices"
	"strings"

	"jishi/schema"
)

// findObject takes the named object, or what the rule says stands for it.
func (r *reading) findObject(d *draft) {
	if named := d.Mentions("object", d.s.tokens); len(named) > 0 {
		d.objects, d.objectBy = d.actors(named), byPattern
		r.placed(d)
		return
	}
	defer r.placed(d)
	switch mode := d.Rule.Object; {
	case mode == "carried" && r.toFacility(d):
	case mode == "carried" && d.toIt() >= 0:
		d.objects, d.objectBy = r.meantByIt(d), byOblique
	case mode == "carried" && d.toStranger():
	case mode == "carried":
		r.carriedObject(d)
	case mode == "speaker":
		if d.objects, d.objectBy = r.thanker(d), byReceiver; d.objects != nil {
			return
		}
		if d.objects, d.objectBy = r.oblique(d), byOblique; d.objects == nil && d.speech != nil && d.speech.speaker != nil {
			d.objects, d.objectBy = d.sideOf(r, *d.speech.speaker), bySpeaker
		}
		if d.objects == nil && d.speech == nil && (d.Token("items") >= 0 || d.Token("team") >= 0) {
			d.objects, d.objectBy = r.afflicted(d), byDisaster
		}
	case mode == "toward":
		d.objects, d.objectBy = r.toward(d), byToward
	case mode == "host":
		d.objects, d.objectBy = r.hosts(d), byOffice
	case mode == "oblique":
		d.objects, d.objectBy = r.oblique(d), byOblique
	case mode == "partner":
		if d.objects, d.objectBy = r.oblique(d), byOblique; d.objects == nil && d.speech != nil {
			d.objects, d.objectBy = r.listener(d), byListener
		}
	case mode == "giver":
		d.objects, d.objectBy = r.giver(d), byGiver
	case mode == "other-side":
		if d.objects, d.objectBy = r.otherSide(d), byListener; d.objects == nil {
			d.objects, d.objectBy = r.helper(d), byGiver
		}
	case mode == "audience":
		if d.objects, d.objectBy = r.otherSide(d), byListener; d.objects == nil {
			d.objects = r.listener(d)
		}
	case mode == "acting":
		d.objects, d.objectBy = r.carriedSubject(d), byReceiver
	case mode == "meeting":
		d.objects, d.objectBy = d.wholes(r.lastMeeting(d)), byMeeting
	case mode == "facility":
		d.objectBy = byFacility
		for _, find := range []func(*reading, *draft) []actor{(*reading).site, (*reading).teller, (*reading).ground, (*reading).thanker} {
			if d.objects = find(r, d); d.objects != nil {
				break
			}
		}
	case strings.HasPrefix(mode, "="):
		d.objectBy = byRule
		for _, m := range r.country(mode[1:]) {
			d.objects = append(d.objects, actor{m, nil})
		}
	}
}

// site is the country that the name of the facility holds, or where it is known to stand.
func (r *reading) site(d *draft) []actor {
	var out []actor
	for _, m := range append(d.Mentions("facility", d.s.tokens), d.Mentions("with", d.s.tokens)...) {
		if m.Type == "country" {
			out = d.actors([]schema.Mention{m})
		} else if len(m.Inside) > 0 {
			out = d.actors(m.Inside)
		} else if found := r.country(m.Country); found != nil {
			found[0].At = m.At
			out = d.actors(found)
		}
	}
	return out
}

// placed takes the country of a city for what is sent to the city. Where a deed is done at its object, the city is its place too.
func (r *reading) placed(d *draft) {
	if !d.relation.Open && !d.relation.Journey {
		return
	}
	for i, a := range d.objects {
		if a.Type != "place" {
			continue
		}
		d.cities = append(d.cities, a.Mention)
		if a.Country == schema.Home && d.compatriot() { // 香港向河南捐款
			continue
		}
		if found := r.country(a.Country); d.relation.Open && found != nil {
			found[0].At = a.At
			d.objects[i] = actor{found[0], a.in}
		}
	}
}

// city is the name of the city by which an object was named, or "".
func (d *draft) city(object actor) string {
	for _, m := range d.cities {
		if m.At == object.At {
			return m.Name
		}
	}
	return ""
}

// compatriot reports whether who acts is of 香港, 澳门 or 台湾: to such a one a province or city of the home country is a
// party of its own.
func (d *draft) compatriot() bool {
	return slices.ContainsFunc(d.subjects, func(a actor) bool {
		return a.Country == "HK" || a.Country == "MO" || a.Country == "TW"
	})
}

// carriedObject takes the first of those who can be meant where the match names nobody.
func (r *reading) carriedObject(d *draft) {
	for _, way := range []struct {
		find func(*reading, *draft) []actor
		by   string
	}{
		{(*reading).oblique, byOblique},
		{(*reading).toward, byToward},
		{(*reading).receiver, byReceiver},
		{(*reading).asker, byAsker},
		{(*reading).listener, byListener},
		{(*reading).goal, byGoal},
		{(*reading).afflicted, byDisaster},
		{(*reading).teller, byHome},
		{(*reading).theme, byTheme},
	} {
		if d.objects, d.objectBy = way.find(r, d), way.by; d.objects != nil && schema.Accepts(d.relation.To, d.objects[0].Type) {
			return
		}
		d.objects, d.objectBy = nil, ""
	}
}

// toFacility takes the country of a hospital or the like to which something is given, and reports whether the clause names one.
func (r *reading) toFacility(d *draft) bool {
	for i := d.s.clauses[d.clause].Start; i < d.Trigger-1; i++ {
		if w := d.s.tokens[i].Word; w != "向" && w != "给" || len(d.s.tokens[i+1].Mentions) == 0 {
			continue
		}
		m := d.s.tokens[i+1].Mentions[0]
		if m.Type != "facility" {
			return false
		}
		if found := r.country(m.Country); found != nil {
			found[0].At = m.At
			d.objects, d.objectBy = d.actors(found), byFacility
		}
		return true
	}
	return false
}

// toIt is the token of 其 in 向其, 为其 and the like before the trigger in its clause, or -1.
func (d *draft) toIt() int {
	for i := d.Trigger - 1; d.Rule.Items && i > d.s.clauses[d.clause].Start; i-- {
		if len(d.s.tokens[i].Mentions) > 0 || d.s.tokens[i].Word != "其" {
			continue
		}
		switch d.s.tokens[i-1].Word {
		case "向", "给", "为", "对":
			return i
		}
	}
	return -1
}

// meantByIt is whom 其 means behind 向: the one whom the sentence has named with 向, 对 and the like, else the one named last before
// it who does not act, else who acted in the sentence before.
func (r *reading) meantByIt(d *draft) []actor {
	if found := r.oblique(d); found != nil {
		return found
	}
	for i := d.toIt() - 1; i >= 0; i-- {
		m := d.s.tokens[i].Mentions
		if len(m) == 0 || m[0].Type == "team" || !schema.Accepts(d.relation.To, m[0].Type) || d.acts(actor{m[0], d.s}) {
			continue
		}
		if d.ofSubjects(m[0]) { // 挪威外长, where 挪威 acts
			continue
		}
		return d.actors(m)
	}
	if a := r.scene.subject; a != nil && !d.acts(*a) && !d.ofSubjects(a.Mention) && schema.Accepts(d.relation.To, a.Type) {
		return []actor{{a.bare(), a.in}}
	}
	return nil
}

// ofSubjects reports whether somebody is of the country of one who acts.
func (d *draft) ofSubjects(m schema.Mention) bool {
	return m.Country != "" && slices.ContainsFunc(d.subjects, func(a actor) bool { return a.Country == m.Country })
}

// toStranger reports whether the clause says to whom, and it is nobody known: 向移民收容站捐赠.
func (d *draft) toStranger() bool {
	clause := d.s.clauses[d.clause]
	for i := clause.Start; i < d.Trigger-1; i++ {
		w := d.s.tokens[i].Word
		if w == "对外" {
			return true
		}
		if w != "向" && w != "给" {
			continue
		}
		if d.s.tokens[i+1].Word == "其" { // 尚未向其移交: the one who says it
			return false
		}
		if len(d.s.tokens[i+1].Mentions) == 0 && (i+2 >= d.Trigger || len(d.s.tokens[i+2].Mentions) == 0) {
			return true
		}
	}
	return false
}
