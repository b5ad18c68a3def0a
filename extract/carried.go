package extract

import (
	"strings"

	"jishi/extract/rule"
	"jishi/schema"
)

// carriedSubject is who acts where the match does not say: the first of a clause, the side that speaks, who acted before.
func (r *reading) carriedSubject(d *draft) []actor {
	if one := r.thankedOne(d); one != nil {
		d.subjectBy = byThanks
		return one
	}
	if before := r.beforePreposition(d); before != nil {
		d.subjectBy = byBefore
		return before
	}
	if other, thanked := r.thankedSide(d); thanked {
		d.subjectBy = byScene
		return other
	}
	if next := r.hostBehind(d); next != nil {
		d.subjectBy = byNext
		return next
	}
	for k := d.clause; k >= 0; k-- {
		i := d.s.clauses[k].Subject
		if i < 0 || i >= d.Trigger || len(d.s.tokens[i].Mentions) == 0 {
			continue
		}
		if d.speech != nil && i <= d.speech.verb { // the speaker: in what he says, his side acts, or whom he names first
			if named := d.namedFirst(); named != nil {
				d.subjectBy = byClause
				return named
			}
			break
		}
		m := d.s.tokens[i].Mentions
		if k < d.clause && r.asksOf(d, k) { // 希望该国参与，也愿同智利合作: who hopes is willing
			continue
		}
		if m[0].Type == schema.TypeRefer {
			return nil
		}
		if k < d.clause && len(m) > 1 && d.authoritiesAct() {
			return nil
		}
		if k < d.clause && r.thanksOther(d, i) {
			return nil
		}
		d.subjectBy = byClause
		return d.actors(m)
	}
	if r.personsAct(d) {
		return nil
	}
	if d.speech != nil {
		if d.strangerAt(d.speech.verb + 1) {
			return nil
		}
		d.subjectBy = bySpeaker
		return r.speakers(d)
	}
	if r.scene.subject != nil && !d.strangerActs() {
		a := *r.scene.subject
		a.Titles = nil
		d.subjectBy = byScene
		return []actor{a}
	}
	return nil
}

// asksOf reports whether the subject of clause k is only asked for something, and the trigger's clause is willing, which is
// who asks.
func (r *reading) asksOf(d *draft, k int) bool {
	c := d.s.clauses[k]
	if c.Subject == c.Start || !r.x.rules.Cues.Has(d.s.tokens[c.Subject-1].Word, schema.Requested) {
		return false
	}
	own := d.s.clauses[d.clause]
	for i := own.Start; i < own.Start+3 && i < d.Trigger; i++ {
		if t := d.s.tokens[i]; len(t.Mentions) == 0 && strings.HasPrefix(t.Word, "愿") {
			return true
		}
	}
	return false
}

// beforePreposition is who stands directly before the preposition that governs the one whom the pattern took for who acts: in
// 不会忘记肯尼亚向卢旺达提供的粮食 it is 肯尼亚, wherever the clause begins.
func (r *reading) beforePreposition(d *draft) []actor {
	i := d.Token("subject") - 2
	if i < d.s.clauses[d.clause].Start || !r.x.rules.Cues.Has(d.s.tokens[i+1].Word, "oblique") {
		return nil
	}
	m := d.s.tokens[i].Mentions
	if len(m) == 0 || !schema.IsActor(m[0].Type) || i > 0 && r.x.rules.Cues.Has(d.s.tokens[i-1].Word, "preposition") {
		return nil
	}
	return d.actors(m)
}

// speakers are the sides of those who speak.
func (r *reading) speakers(d *draft) []actor {
	speaker := d.speech.speaker
	if speaker == nil {
		return nil
	}
	if d.relation.Journey && !strings.Contains(d.s.tokens[d.Trigger].Word, "访") && d.wordIn(d.s.clauses[d.clause].Start, d.Trigger, "我") < 0 { // 参观者人数增加: not he
		return nil
	}
	if (d.relation.Dialogue || d.relation.Journey) && speaker.Type == "leader" { // 很高兴同总统先生通话: who says it has talked, not his country
		return []actor{{speaker.bare(), speaker.in}}
	}
	out := d.sideOf(r, *speaker)
	for _, other := range d.speech.others {
		out = append(out, d.sideOf(r, actor{other, d.s})...)
	}
	return out
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

// authoritiesAct reports whether the trigger's clause begins with authorities of one country, which several cannot be: A、B派队，当局未邀请他国.
func (d *draft) authoritiesAct() bool {
	t := d.s.tokens[d.s.clauses[d.clause].Start]
	return len(t.Mentions) == 0 && (t.Word == "当局" || t.Word == "政府" || t.Word == "官方" || t.Word == "警方" || t.Word == "军方")
}
