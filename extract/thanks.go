package extract

import (
	"jishi/extract/rule"
	"jishi/schema"
)

// thanker is the side of who thanks for what has come: 加纳外长会见挪威外长，感激挪方运来的氧气瓶.
func (r *reading) thanker(d *draft) []actor {
	if d.speech != nil {
		return nil
	}
	clause := d.s.clauses[d.clause]
	last := d.Trigger
	if d.wordIn(clause.Start, d.Trigger, "对") >= 0 { // 对挪方给予的帮助表示感谢
		last = clause.End
	}
	for i := clause.Start; i < last; i++ {
		if len(d.s.tokens[i].Mentions) > 0 || !r.x.rules.Cues.Has(d.s.tokens[i].Word, "thanks") {
			continue
		}
		for k := d.clause; k >= 0; k-- {
			if at := d.s.clauses[k].Subject; at >= 0 && at < min(i, d.Trigger) && len(d.s.tokens[at].Mentions) == 1 {
				return d.sideOf(r, actor{d.s.tokens[at].Mentions[0], d.s})
			}
		}
	}
	return nil
}

// thanksOther reports whether who begins an earlier clause, at token i, thanks somebody there for what the clauses behind it
// tell: 我赞赏总统先生重视两国关系，支持非洲. A word for what is wanted or to come begins his own doing.
func (r *reading) thanksOther(d *draft, i int) bool {
	if d.adds() {
		return false
	}
	c := d.s.clauses[rule.ClauseOf(d.s.clauses, i)]
	t := d.word(r, "thanks", i+1, c.End, "")
	if t < 0 || t+1 >= c.End || len(d.s.tokens[t+1].Mentions) == 0 || !schema.IsActor(d.s.tokens[t+1].Mentions[0].Type) && d.s.tokens[t+1].Mentions[0].Type != schema.TypeRefer {
		return false
	}
	for k := c.End; k < d.Trigger; k++ {
		if len(d.s.tokens[k].Mentions) == 0 && r.x.rules.Cues.Ahead(d.s.tokens[k].Word) {
			return false
		}
	}
	return true
}

// thankedOne is who is thanked, right behind the word of thanks, for what the trigger tells in the same clause or one that goes on
// from there: 感谢中方支持我们抗疫，及时提供疫苗. It is what he has done, unless a word says that it is still to come.
func (r *reading) thankedOne(d *draft) []actor {
	if rel := d.relation; !rel.Open || rel.Symmetric || rel.Said || rel.Meeting || rel.Journey {
		return nil
	}
	first := 0
	if d.speech != nil {
		first = d.speech.verb + 1
	}
	for i := d.Trigger - 1; i >= first; i-- {
		t := d.s.tokens[i]
		if len(t.Mentions) > 0 {
			continue
		}
		if r.x.rules.Cues.Ahead(t.Word) || t.Word == "并" {
			return nil
		}
		if !r.x.rules.Cues.Has(t.Word, "thanks") {
			continue
		}
		m := d.s.tokens[i+1].Mentions
		if i+1 >= d.Trigger || len(m) == 0 || !schema.IsActor(m[0].Type) {
			return nil
		}
		for k := rule.ClauseOf(d.s.clauses, i) + 1; k <= d.clause; k++ {
			if s := d.s.clauses[k].Subject; s >= 0 && s < d.Trigger {
				return nil
			}
		}
		return d.actors(m)
	}
	return nil
}

// thankedSide is who is thanked for his deed, the other side of the letter or the talk: 致函加纳，感谢其捐赠的帐篷.
func (r *reading) thankedSide(d *draft) (other []actor, thanked bool) {
	c := d.s.clauses[d.clause]
	i := d.Trigger - 1
	if i <= c.Start || len(d.s.tokens[i].Mentions) > 0 || d.s.tokens[i].Word != "其" || d.word(r, "thanks", c.Start, i, "") < 0 {
		return nil, false
	}
	for k := d.clause; k >= 0; k-- {
		at, sides := d.s.clauses[k].Subject, r.scene.sides
		if at < 0 || len(sides) != 2 {
			continue
		}
		for n := range sides {
			if sides[n].Entity == d.s.tokens[at].Mentions[0].Entity {
				return []actor{sides[1-n]}, true
			}
		}
	}
	return nil, true
}

// thanked reports whether the trigger's clause only thanks for what was done: 感谢中方提供的帮助, 对中方提供的帮助表示感谢.
func (d *draft) thanked(r *reading) bool {
	c := d.s.clauses[d.clause]
	return d.Trigger+1 < c.End && d.s.tokens[d.Trigger+1].Word == "的" && d.word(r, "thanks", c.Start, c.End, "") >= 0
}
