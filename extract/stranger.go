package extract

import (
	"jishi/extract/rule"
	"jishi/schema"
)

// strangerActs reports whether the sentence begins with characters of which no word is made: somebody acts whom nobody
// knows, not the one before.
func (d *draft) strangerActs() bool {
	return d.strangerAt(d.s.clauses[0].Start)
}

// strangerAt reports whether somebody whom nobody knows stands at token i, behind a mark or not.
func (d *draft) strangerAt(i int) bool {
	if i < d.Trigger && (d.s.tokens[i].Word == "，" || d.s.tokens[i].Word == "：") {
		i++
	}
	return d.unknownAt(i)
}

// unknownAt reports whether at least two characters of which no word is made stand at token i.
func (d *draft) unknownAt(i int) bool {
	n := 0
	for ; i < d.Trigger && len(d.s.tokens[i].Mentions) == 0 && d.s.tokens[i].Word == ""; i++ {
		n++
	}
	return n >= 2
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

// personsAct reports whether the trigger's clause begins with persons who are nobody known: 元首们, 留学生.
func (r *reading) personsAct(d *draft) bool {
	c := d.s.clauses[d.clause]
	return d.word(r, "persons", c.Start, min(c.Start+3, d.Trigger), "") >= 0
}
