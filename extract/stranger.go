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

// personsAct reports whether the trigger's clause begins with persons who are nobody known: 元首们, 留学生.
func (r *reading) personsAct(d *draft) bool {
	c := d.s.clauses[d.clause]
	return d.word(r, "persons", c.Start, min(c.Start+3, d.Trigger), "") >= 0
}
