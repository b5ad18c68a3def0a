package extract

import (
	"jishi/extract/rule"
	"jishi/schema"
)

// he is 他, 她: not who acts in its clause, where it stands as an object there (挪威首相同他会谈).
func (r *reading) he(m schema.Mention, person *actor) ([]schema.Mention, origin) {
	if own := r.saysOfHimself(m); own != nil {
		return []schema.Mention{own.bare()}, origin{how: "the one who says it", one: own}
	}
	if other := r.spokenOf(m, person); other != nil {
		return []schema.Mention{other.bare()}, origin{how: "the other of the two sides", one: other}
	}
	if actor := r.actsOn(m); actor != nil && person != nil && person.Entity == actor.Entity {
		if person = r.personBefore(m, actor.Entity); person != nil {
			return []schema.Mention{person.bare()}, origin{how: "the person named last before the one who acts", one: person}
		}
		return nil, origin{}
	}
	if person != nil {
		return []schema.Mention{person.bare()}, origin{how: "the person named last", one: person}
	}
	return nil, origin{}
}

// actsOn is who acts on m, where that is an object: it stands behind a verb or a preposition, and neither begins a clause nor
// is followed by 的. He is named last before it in its clause, or begins one before.
func (r *reading) actsOn(m schema.Mention) *schema.Mention {
	s, cues := r.scene.now, r.x.rules.Cues
	i := s.tokenAt(m.At)
	if i < 1 || r.begins(m) || len(s.tokens[i-1].Mentions) > 0 || i+1 < len(s.tokens) && s.tokens[i+1].Word == "的" {
		return nil
	}
	if w := s.tokens[i-1].Word; cues.Has(w, "saying") || w == "由" || w == "被" || w != "了" && !cues.Has(w, "verb") && !cues.Has(w, "preposition") {
		return nil
	}
	c := rule.ClauseOf(s.clauses, i)
	for k := i - 1; k >= s.clauses[c].Start; k-- {
		switch p := s.tokens[k].Mentions; {
		case len(p) > 0 && schema.IsActor(p[0].Type):
			return &p[0]
		case len(p) > 0 && p[0].Type == schema.TypeRefer: // 对方邀请她: nobody knows who acts
			return nil
		}
	}
	for c--; c >= 0; c-- {
		if at := s.clauses[c].Subject; at >= 0 {
			return &s.tokens[at].Mentions[0]
		}
	}
	return nil
}

// personBefore is the person other than one whom the sentence names last before m, else the entry.
func (r *reading) personBefore(m schema.Mention, other string) *actor {
	s := r.scene.now
	for i := s.tokenAt(m.At) - 1; i >= 0; i-- {
		for _, p := range s.tokens[i].Mentions {
			if p.Type == "leader" && p.Entity != other {
				return &actor{p, s}
			}
		}
	}
	for k := len(r.scene.bearers) - 1; k >= 0; k-- {
		if b := &r.scene.bearers[k]; b.in != s && b.Entity != other {
			return b
		}
	}
	return nil
}

// saysOfHimself is who speaks where 他 is the first word of what he says: 新任外长复电，说他计划来访.
func (r *reading) saysOfHimself(m schema.Mention) *actor {
	s := r.scene.now
	if s == nil {
		return nil
	}
	at := s.tokenAt(m.At)
	sp := r.scene.speechAt(at)
	if at < 1 || sp == nil || sp.verb != at-1 || sp.speaker == nil || sp.speaker.Type != "leader" {
		return nil
	}
	return sp.speaker
}

// spokenOf is the other of the two sides where 他 stands as the object of what the first does: 巴切莱特向他表示祝贺，并邀请他访问.
func (r *reading) spokenOf(m schema.Mention, person *actor) *actor {
	s := r.scene.now
	sides := r.scene.sides
	if s == nil || person == nil || person.in != s || len(sides) != 2 {
		return nil
	}
	if r.begins(m) {
		return nil
	}
	for i := range sides {
		if sides[i].Entity == person.Entity {
			return &sides[1-i]
		}
	}
	return nil
}

// asking is who asks somebody else, right behind the word of asking, for what the clause of m tells, or nil: 海地外交部请求智利为该国医院提供帐篷.
func (r *reading) asking(m schema.Mention) *actor {
	s := r.scene.now
	if s == nil {
		return nil
	}
	at := s.tokenAt(m.At)
	if at < 0 {
		return nil
	}
	c := s.clauses[rule.ClauseOf(s.clauses, at)]
	for i := c.Start; i+1 < at; i++ {
		t := s.tokens[i]
		if len(t.Mentions) > 0 || !r.x.rules.Cues.Has(t.Word, schema.Requested) || len(s.tokens[i+1].Mentions) != 1 || !schema.IsActor(s.tokens[i+1].Mentions[0].Type) {
			continue
		}
		if c.Subject >= 0 && c.Subject < i {
			return r.scene.keep(s.tokens[c.Subject].Mentions[0], s)
		}
		for k := rule.ClauseOf(s.clauses, at) - 1; k >= 0; k-- {
			if b := s.clauses[k].Subject; b >= 0 {
				return r.scene.keep(s.tokens[b].Mentions[0], s)
			}
		}
		return nil
	}
	return nil
}

// acrossFrom is the one of the two sides who does not act in the clause of m, or in one before it: 甲向对方介绍.
func (r *reading) acrossFrom(m schema.Mention) *actor {
	s, sides := r.scene.now, r.scene.sides
	if s == nil || len(sides) != 2 {
		return nil
	}
	at := s.tokenAt(m.At)
	if at < 0 {
		return nil
	}
	for k := rule.ClauseOf(s.clauses, at); k >= 0; k-- {
		i := s.clauses[k].Subject
		if i < 0 || i >= at {
			continue
		}
		if len(s.tokens[i].Mentions) > 1 { // 双方支持对方
			return nil
		}
		for j := range sides {
			if sides[j].Entity == s.tokens[i].Mentions[0].Entity {
				return &sides[1-j]
			}
		}
		return nil
	}
	return nil
}
