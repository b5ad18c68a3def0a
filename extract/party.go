package extract

import (
	"jishi/extract/rule"
	"jishi/schema"
	"strings"
)

// findSubject takes the named subject, the country of a team, the subject of an earlier clause, the speaker's side, or
// who acted in the sentence before.
func (r *reading) findSubject(d *draft) {
	if d.Rule.Subject == "team" && r.governed(d, "team") { // 随该组织队伍赴灾区
		return
	}
	if d.Rule.Subject == "team" {
		for _, m := range d.Mentions("team", d.s.tokens) {
			if found := r.teamCountry(m); found != nil {
				d.subjects = append(d.subjects, *found)
				d.subjectBy = byTeam
			}
		}
		if len(d.subjects) > 0 {
			return
		}
	}
	if named := d.Mentions("subject", d.s.tokens); len(named) > 0 && (!r.governed(d, "subject") || r.framed(d)) {
		d.subjects, d.subjectBy = d.actors(named), byPattern
	} else if d.Rule.Subject != "named" {
		d.carried = true
		d.subjects = r.carriedSubject(d)
	}
	r.sender(d)
	for i, a := range d.subjects {
		if a.Type == "team" && !d.relation.Meeting {
			if found := r.teamCountry(a.Mention); found != nil {
				found.At, found.in = a.At, a.in
				d.subjects[i] = *found
			}
		}
	}
}

// sender takes for 代表团 without a name, who is sent to a meeting, the one who sends it: 希望加纳派代表团出席.
func (r *reading) sender(d *draft) {
	t := d.Token("subject")
	if t > 0 && len(d.subjects) == 1 && d.subjects[0].Type == "team" { // 卡瓦尼率代表团访问: who leads it
		if w := d.s.tokens[t-1].Word; w == "率" || w == "率领" || w == "带领" {
			if at := d.s.clauses[rule.ClauseOf(d.s.clauses, t)].Subject; at >= 0 && at < t {
				d.subjects = d.actors(d.s.tokens[at].Mentions)
				return
			}
		}
	}
	if t < 1 || !d.relation.Meeting || len(d.subjects) != 1 || d.subjects[0].Type != "team" || d.subjects[0].Country != "" {
		return
	}
	for i := t - 1; i >= d.s.clauses[d.clause].Start && i >= t-3; i-- {
		if !strings.Contains(d.s.tokens[i].Word, "派") {
			continue
		}
		for k := i - 1; k >= d.s.clauses[d.clause].Start && k >= i-2; k-- {
			if m := d.s.tokens[k].Mentions; len(m) > 0 && schema.IsActor(m[0].Type) {
				d.subjects = d.actors(m)
				return
			}
		}
	}
}

// governed reports whether what fills a role stands behind a preposition, which no one who acts does (由 and 被 aside).
func (r *reading) governed(d *draft, role string) bool {
	i := d.Token(role) - 1
	if i < 0 || len(d.s.tokens[i].Mentions) > 0 {
		return false
	}
	w := d.s.tokens[i].Word
	for _, b := range d.Match.Bindings {
		if b.Token == i && b.Word {
			return false
		}
	}
	cues := r.x.rules.Cues
	if w == "在" && (d.Rule.Object == "meeting" && len(d.s.tokens[i+1].Mentions) > 1 || r.endsAdjunct(d)) { // 中国在各国的官员与会
		return false
	}
	if w == "应" && d.Rule.Always == "" { // who is invited acts, not who invites
		return true
	}
	return w != "由" && w != "被" && w != "应" && w != "来自" && cues.Has(w, "preposition") || i != d.Trigger && cues.Has(w, "takes-object")
}

// endsAdjunct reports whether the trigger ends an adjunct: 在马克龙总统访华期间.
func (r *reading) endsAdjunct(d *draft) bool {
	return d.Trigger+1 < len(d.s.tokens) && r.x.rules.Cues.Has(d.s.tokens[d.Trigger+1].Word, "adjunct")
}

// teamCountry is the country that a team is of: the one in its name, the one that the team named before is of.
func (r *reading) teamCountry(m schema.Mention) *actor {
	if len(m.Inside) > 0 {
		return &actor{m.Inside[0], r.scene.now}
	}
	if m.Country != "" {
		if found := r.country(m.Country); found != nil {
			found[0].At = m.At
			return &actor{found[0], r.scene.now}
		}
	}
	for _, t := range r.scene.now.tokens {
		for _, o := range t.Mentions {
			if o.Type == "team" && o.Country != "" && o.At.Start < m.At.Start {
				return r.teamCountry(o)
			}
		}
	}
	if r.scene.team != nil && r.scene.team.Country != "" {
		if found := r.country(r.scene.team.Country); found != nil {
			return &actor{found[0], nil}
		}
	}
	return nil
}

func (r *reading) carriedSubject(d *draft) []actor {
	if next := r.hostBehind(d); next != nil {
		return next
	}
	for k := d.clause; k >= 0; k-- {
		i := d.s.clauses[k].Subject
		if i < 0 || i >= d.Trigger || len(d.s.tokens[i].Mentions) == 0 {
			continue
		}
		if d.speech != nil && i <= d.speech.verb { // the speaker: in what he says, his side acts, or whom he names first
			if named := d.namedFirst(); named != nil {
				return named
			}
			break
		}
		m := d.s.tokens[i].Mentions
		if m[0].Type == schema.TypeRefer {
			return nil
		}
		d.subjectBy = byClause
		return d.actors(m)
	}
	if d.speech != nil {
		d.subjectBy = bySpeaker
		if d.speech.speaker == nil {
			return nil
		}
		if d.relation.Dialogue && d.speech.speaker.Type == "leader" { // 很高兴同总统先生通话: who says it has talked, not his country
			return []actor{{d.speech.speaker.bare(), d.speech.speaker.in}}
		}
		var out []actor
		for _, m := range r.countryOf(*d.speech.speaker) {
			a := actor{m, d.speech.speaker.in}
			a.At = d.speech.speaker.At
			out = append(out, a)
		}
		for _, other := range d.speech.others {
			out = append(out, d.sideOf(r, actor{other, d.s})...)
		}
		return out
	}
	if r.scene.subject != nil && !d.strangerActs() {
		a := *r.scene.subject
		a.Titles = nil
		d.subjectBy = byScene
		return []actor{a}
	}
	return nil
}

// strangerActs reports whether the sentence begins with characters of which no word is made: somebody acts whom nobody
// knows, not the one before.
func (d *draft) strangerActs() bool {
	first := d.s.clauses[0]
	n := 0
	for i := first.Start; i < min(first.End, d.Trigger) && len(d.s.tokens[i].Mentions) == 0 && d.s.tokens[i].Word == ""; i++ {
		n++
	}
	return n >= 2
}

// namedFirst is who acts by the first words of a speech: X表示，葡方愿…, X表示葡方愿….
func (d *draft) namedFirst() []actor {
	i := d.speech.verb + 1
	if d.speech.verb < 0 || i >= d.Trigger || i+1 >= len(d.s.tokens) {
		return nil
	}
	m := d.s.tokens[i].Mentions
	if len(m) == 0 || !schema.IsActor(m[0].Type) || d.s.tokens[i+1].Word == "的" || rule.ClauseOf(d.s.clauses, i) == d.clause {
		return nil
	}
	return d.actors(m)
}

// hostBehind is who acts in the next clause where the trigger's clause is but its time: 会见克里时，王毅说….
func (r *reading) hostBehind(d *draft) []actor {
	c := d.s.clauses[d.clause]
	if c.Subject >= 0 || d.clause+1 >= len(d.s.clauses) || c.End == 0 || d.speech != nil && d.speech.verb >= c.Start {
		return nil
	}
	if w := d.s.tokens[c.End-1].Word; w != "时" && w != "期间" && w != "之际" && w != "后" {
		return nil
	}
	if i := d.s.clauses[d.clause+1].Subject; i >= 0 && len(d.s.tokens[i].Mentions) == 1 && d.s.tokens[i].Mentions[0].Type == "leader" {
		return d.actors(d.s.tokens[i].Mentions)
	}
	return nil
}

// framed reports whether the subject stands behind 对 in a frame: 对卢拉访华表示欢迎.
func (r *reading) framed(d *draft) bool {
	i := d.Token("subject")
	if i < 1 || d.s.tokens[i-1].Word != "对" || d.Trigger-i > 4 {
		return false
	}
	for k := d.Trigger + 1; k < d.s.clauses[d.clause].End; k++ {
		if w := d.s.tokens[k].Word; w == "表示" || w == "感到" || w == "给予" {
			return true
		}
	}
	return false
}

// findObject takes the named object, or what the rule says stands for it.
func (r *reading) findObject(d *draft) {
	if named := d.Mentions("object", d.s.tokens); len(named) > 0 {
		d.objects, d.objectBy = d.actors(named), byPattern
		r.placed(d)
		return
	}
	defer r.placed(d)
	switch mode := d.Rule.Object; {
	case mode == "carried" && d.toStranger():
	case mode == "carried":
		r.carriedObject(d)
	case mode == "speaker":
		if d.objects, d.objectBy = r.oblique(d), byOblique; d.objects == nil && d.speech != nil && d.speech.speaker != nil {
			d.objects, d.objectBy = d.sideOf(r, *d.speech.speaker), bySpeaker
		}
	case mode == "oblique":
		d.objects, d.objectBy = r.oblique(d), byOblique
	case mode == "partner":
		if d.objects, d.objectBy = r.oblique(d), byOblique; d.objects == nil && d.speech != nil {
			d.objects, d.objectBy = r.listener(d), byListener
		}
	case mode == "meeting":
		d.objects, d.objectBy = r.lastMeeting(d), byMeeting
	case mode == "facility":
		d.objectBy = byFacility
		for _, m := range d.Mentions("facility", d.s.tokens) {
			if len(m.Inside) > 0 {
				d.objects = d.actors(m.Inside)
			} else if found := r.country(m.Country); found != nil {
				found[0].At = m.At
				d.objects = d.actors(found)
			}
		}
		if d.objects == nil {
			d.objects = r.teller(d)
		}
		if d.objects == nil {
			d.objects = r.ground(d)
		}
	case strings.HasPrefix(mode, "="):
		d.objectBy = byRule
		for _, m := range r.country(mode[1:]) {
			d.objects = append(d.objects, actor{m, nil})
		}
	}
}

// ground is the country of the place that a short clause before names: 在布隆迪首都基特加，由中国援建的医院启用.
func (r *reading) ground(d *draft) []actor {
	if d.clause == 0 {
		return nil
	}
	c := d.s.clauses[d.clause-1]
	if c.End-c.Start > 5 || d.s.tokens[c.Start].Word != "在" {
		return nil
	}
	for i := c.Start + 1; i < c.End; i++ {
		for _, m := range d.s.tokens[i].Mentions {
			if m.Country != "" && (m.Type == "country" || m.Type == "place") && !d.acts(actor{m, d.s}) {
				return d.sideOf(r, actor{m, d.s})
			}
		}
	}
	return nil
}

// placed takes the country of a city for what is sent to the city.
func (r *reading) placed(d *draft) {
	for i, a := range d.objects {
		if a.Type != "place" {
			continue
		}
		d.place = a.Name
		if found := r.country(a.Country); d.relation.Open && found != nil && found[0].Entity != "CN" {
			found[0].At = a.At
			d.objects[i] = actor{found[0], a.in}
		}
	}
}

// teller is the country of who speaks of something built for it, or sent to it, by others.
func (r *reading) teller(d *draft) []actor {
	if d.speech == nil || d.speech.speaker == nil || len(d.subjects) == 0 || d.speech.speaker.Country == d.subjects[0].Country {
		return nil
	}
	return d.sideOf(r, *d.speech.speaker)
}

// afflicted is the country of which the sentence, or the first of the entry, has told a disaster.
func (r *reading) afflicted(d *draft) []actor {
	for _, s := range []*sentence{d.s, r.sentences[0]} {
		last := len(s.tokens)
		if s == d.s {
			last = d.Trigger
		}
		for i := 1; i < last; i++ {
			if len(s.tokens[i].Mentions) > 0 || !r.x.rules.Cues.Has(s.tokens[i].Word, "disaster") {
				continue
			}
			for k := i - 1; k >= s.clauses0(i); k-- {
				m := s.tokens[k].Mentions
				if len(m) != 1 || m[0].Type != "country" && m[0].Type != "place" || m[0].Country == "" || d.acts(actor{m[0], s}) {
					continue
				}
				for _, a := range d.subjects {
					if a.Country == m[0].Country {
						return nil
					}
				}
				return d.sideOf(r, actor{m[0], s})
			}
		}
	}
	return nil
}

// theme is the one country that the entry names besides those of who acts, for goods and teams.
func (r *reading) theme(d *draft) []actor {
	if d.Token("items") < 0 && d.Token("team") < 0 && d.Token("sum") < 0 || len(r.context.Countries()) > 3 {
		return nil
	}
	found := ""
	for id := range r.context.Countries() {
		own := !r.namedBefore(id, d)
		for _, a := range d.subjects {
			own = own || a.Country == id || a.Entity == id
		}
		if own || d.speech != nil && d.speech.speaker != nil && d.speech.speaker.Country == id {
			continue
		}
		if found != "" {
			return nil
		}
		found = id
	}
	if found == "" || found == "CN" {
		return nil
	}
	return d.actors(r.country(found))
}

// namedBefore reports whether the entry has named a country, or somebody of it, before the trigger.
func (r *reading) namedBefore(id string, d *draft) bool {
	for _, s := range r.sentences {
		for i, t := range s.tokens {
			if s == d.s && i >= d.Trigger {
				return false
			}
			for _, m := range t.Mentions {
				if m.Country == id {
					return true
				}
			}
		}
		if s == d.s {
			return false
		}
	}
	return false
}

// clauses0 is the first token of the clause that holds token i, by its marks alone.
func (s *sentence) clauses0(i int) int {
	for k := i - 1; k >= 0; k-- {
		if w := s.tokens[k].Word; len(s.tokens[k].Mentions) == 0 && (w == "，" || w == "；" || w == "。" || w == "：") {
			return k + 1
		}
	}
	return 0
}

// receiver is who acts in a clause of receiving: 海地收到挪威捐赠的大米和丹麦捐赠的药品.
func (r *reading) receiver(d *draft) []actor {
	clause := d.s.clauses[d.clause]
	if clause.Subject < 0 {
		return nil
	}
	for i := clause.Subject + 1; i < d.Trigger; i++ {
		if len(d.s.tokens[i].Mentions) == 0 && r.x.rules.Cues.Has(d.s.tokens[i].Word, "receives") && !d.acts(actor{d.s.tokens[clause.Subject].Mentions[0], d.s}) {
			return d.actors(d.s.tokens[clause.Subject].Mentions)
		}
	}
	return nil
}

// toStranger reports whether the clause says to whom, and it is nobody known: 向移民收容站捐赠.
func (d *draft) toStranger() bool {
	clause := d.s.clauses[d.clause]
	for i := clause.Start; i < d.Trigger-1; i++ {
		if w := d.s.tokens[i].Word; w != "向" && w != "给" {
			continue
		}
		if len(d.s.tokens[i+1].Mentions) == 0 && (i+2 >= d.Trigger || len(d.s.tokens[i+2].Mentions) == 0) {
			return true
		}
	}
	return false
}

// carriedObject takes the first of those who can be meant where the match names nobody.
func (r *reading) carriedObject(d *draft) {
	if d.objects, d.objectBy = r.oblique(d), byOblique; d.objects != nil {
		return
	}
	if d.objects, d.objectBy = r.toward(d), byToward; d.objects != nil {
		return
	}
	if d.objects, d.objectBy = r.receiver(d), byReceiver; d.objects != nil {
		return
	}
	if d.objects, d.objectBy = r.asker(d), byAsker; d.objects != nil {
		return
	}
	if d.objects, d.objectBy = r.listener(d), byListener; d.objects != nil {
		return
	}
	if d.objects, d.objectBy = r.goal(d), byGoal; d.objects != nil {
		return
	}
	if d.objects, d.objectBy = r.afflicted(d), byDisaster; d.objects != nil {
		return
	}
	if d.objects, d.objectBy = r.teller(d), byHome; d.objects != nil {
		return
	}
	d.objects, d.objectBy = r.theme(d), byTheme
}

// oblique is the party that the sentence has last named before the trigger with 同, 向, 为 and the like, or as the place
// where somebody arrives.
func (r *reading) oblique(d *draft) []actor {
	for i := d.Trigger - 1; i > 0; i-- {
		t := d.s.tokens[i]
		if k := rule.ClauseOf(d.s.clauses, i); k < d.clause && d.actsAlone(k) {
			return nil
		}
		if len(t.Mentions) == 0 || len(d.s.tokens[i-1].Mentions) > 0 || !r.x.rules.Cues.Has(d.s.tokens[i-1].Word, "oblique") {
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

func (d *draft) acts(a actor) bool {
	for _, s := range d.subjects {
		if s.Entity == a.Entity {
			return true
		}
	}
	return false
}

// asker is who asks for what the subject is to do: 智利请求挪威提供帐篷.
func (r *reading) asker(d *draft) []actor {
	first := d.s.clauses[d.clause].Subject
	named := d.Token("subject")
	if d.speech != nil && d.speech.speaker != nil && named > 0 && r.x.rules.Cues.Has(d.s.tokens[named-1].Word, schema.Requested) {
		return d.sideOf(r, *d.speech.speaker) // X说，希望对方提供…: for his own side
	}
	if first < 0 || named <= first {
		return nil
	}
	for i := first + 1; i < named; i++ {
		if len(d.s.tokens[i].Mentions) == 0 && r.x.rules.Cues.Has(d.s.tokens[i].Word, schema.Requested) {
			var out []actor
			for _, a := range d.actors(d.s.tokens[first].Mentions) {
				out = append(out, d.sideOf(r, a)...)
			}
			return out
		}
	}
	return nil
}

// sideOf is the country that somebody acts for, found where he is named.
func (d *draft) sideOf(r *reading, a actor) []actor {
	var out []actor
	for _, m := range r.countryOf(a) {
		m.At = a.At
		out = append(out, actor{m, a.in})
	}
	return out
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

// goal is where the entry has last told that the same side sent or gave something.
func (r *reading) goal(d *draft) []actor {
	g := r.scene.goal
	if g == nil || len(d.subjects) == 0 || d.subjects[0].Entity != r.scene.goalBy {
		return nil
	}
	return []actor{*g}
}

// listener is the side of the one who is spoken to.
func (r *reading) listener(d *draft) []actor {
	sides := r.scene.sides
	if len(sides) != 2 || len(d.subjects) != 1 {
		return nil
	}
	for i := range sides {
		if sides[i].Country == d.subjects[0].Country && sides[i].Country != "" || sides[i].Entity == d.subjects[0].Entity {
			other := sides[1-i]
			var out []actor
			for _, m := range r.countryOf(other) {
				m.At = other.At
				out = append(out, actor{m, other.in})
			}
			return out
		}
	}
	return nil
}

// lastMeeting is the meeting named last before the trigger; for 与会 and speeches no ceremony, if there is another.
func (r *reading) lastMeeting(d *draft) []actor {
	next := ""
	if d.Trigger+1 < len(d.s.tokens) {
		next = d.s.tokens[d.Trigger+1].Word
	}
	ceremony := next == "仪式" || next == "典礼" || next == "活动" || next == "开幕式"
	var second []actor
	for i := d.Trigger - 1; i >= 0; i-- {
		m := d.s.tokens[i].Mentions
		if len(m) == 0 || m[0].Type != "meeting" || isPointer(m[0].Name) || !d.s.opens(i) {
			continue
		}
		if ceremony || !isCeremony(m[0].Name) || r.scene.assembly == nil {
			return d.actors(m[:1])
		}
		if second == nil {
			second = d.actors(m[:1])
		}
	}
	switch {
	case !ceremony && r.scene.assembly != nil:
		return []actor{*r.scene.assembly}
	case second != nil:
		return second
	case r.scene.meeting != nil:
		return []actor{*r.scene.meeting}
	}
	return nil
}

// isPointer reports whether a meeting's name only points to one named before: 此次会议.
func isPointer(name string) bool {
	switch strings.TrimPrefix(strings.TrimPrefix(strings.TrimPrefix(name, "此次"), "本次"), "上述") {
	case "届峰会", "届会议", "届论坛", "会议", "论坛", "峰会", "大会", "会", "活动":
		return true
	}
	return false
}
