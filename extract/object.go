package extract

import (
	"slices"
	"strings"

	"jishi/extract/rule"
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

// oblique is the party that the sentence has last named before the trigger with 同, 向, 为 and the like, or as the place
// where somebody arrives.
func (r *reading) oblique(d *draft) []actor {
	for i := d.Trigger - 1; i > 0; i-- {
		t := d.s.tokens[i]
		if len(t.Mentions) > 0 && d.word(r, "apposition", d.s.clauses[rule.ClauseOf(d.s.clauses, i)].Start, i, "") >= 0 { // 作为国际社会的一员
			continue
		}
		if k := rule.ClauseOf(d.s.clauses, i); k < d.clause && d.actsAlone(k) {
			return nil
		}
		if len(t.Mentions) == 0 || len(d.s.tokens[i-1].Mentions) > 0 || !r.x.rules.Cues.Has(d.s.tokens[i-1].Word, "oblique") {
			continue
		}
		if d.relation.Symmetric && t.Mentions[0].Type != "country" && d.helps(i-1) { // 感谢该国支持利马办会，希望加强合作: not with 利马
			continue
		}
		if d.s.reached(i) { // 落实我同总统先生达成的共识
			continue
		}
		if w := d.s.tokens[max(i-2, 0)].Word; (w == "”" || w == "倡议" || (w == "建设" || w == "规划" || w == "战略") && d.s.wordAt(i-3) == "”") && t.Mentions[0].Type != "country" { // “蓝海”倡议同非洲联盟对接: plans fit, nobody acts
			continue
		}
		if k := rule.ClauseOf(d.s.clauses, i); k < d.clause && d.s.tokens[i-1].Word == "为" && t.Mentions[0].Type != "country" && d.word(r, "supplies", i+1, d.s.clauses[k].End, "") >= 0 { // 为中国企业投资提供便利，深化合作
			continue
		}
		var out []actor
		for _, a := range d.actors(t.Mentions) {
			if schema.Accepts(d.relation.To, a.Type) && !d.acts(a) && a.Type != "team" {
				out = append(out, a)
			}
		}
		if len(out) > 0 {
			return out
		}
	}
	return nil
}

// helps reports whether the word at token i says that something is done for who stands behind it.
func (d *draft) helps(i int) bool {
	switch d.s.tokens[i].Word {
	case "支持", "帮助", "驰援", "支援", "为":
		return true
	}
	return false
}

// reached reports whether who stands at token i is only with whom something was agreed, in a clause about that: 同总统先生达成的共识.
func (s *sentence) reached(i int) bool {
	for k := i + 1; k+1 < len(s.tokens) && k <= i+3; k++ {
		switch s.tokens[k].Word {
		case "达成", "商定", "确定", "签署", "签订", "共同达成":
			return s.tokens[k+1].Word == "的"
		}
	}
	return false
}

// actsAlone reports whether the trigger's clause names who acts, and it is another than in clause k.
func (d *draft) actsAlone(k int) bool {
	own := d.s.clauses[d.clause].Subject
	other := d.s.clauses[k].Subject
	if own < 0 || own >= d.Trigger {
		return false
	}
	if other < 0 {
		return false
	}
	return d.s.tokens[own].Mentions[0].Entity != d.s.tokens[other].Mentions[0].Entity
}

// toward is the country that a team's name says it goes to.
func (r *reading) toward(d *draft) []actor {
	for i := d.Trigger - 1; i >= 0; i-- {
		for _, m := range d.s.tokens[i].Mentions {
			if m.Type == "team" && m.Toward != "" {
				found := r.country(m.Toward)
				if found == nil {
					return nil
				}
				found[0].At = m.At
				return d.actors(found)
			}
		}
	}
	return nil
}

// hosts are the countries where somebody of the match holds his office: 加纳驻汤加大使. Who acts comes first.
func (r *reading) hosts(d *draft) []actor {
	var out []actor
	take := func(m schema.Mention) bool {
		for _, id := range m.Hosts {
			for _, found := range r.country(id) {
				found.At = m.At
				out = append(out, actor{found, d.s})
			}
		}
		return len(out) > 0
	}
	for _, a := range d.subjects {
		if a.in == d.s && take(a.Mention) {
			return out
		}
	}
	for i := d.Match.Start; i < d.Match.End; i++ {
		if slices.ContainsFunc(d.s.tokens[i].Mentions, take) {
			return out
		}
	}
	return nil
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
