package extract

import (
	"jishi/extract/rule"
	"jishi/schema"
	"strings"
)

// sums reports whether the sentence counts what has been done up to now, in the clause of the trigger (先后7次) or before it
// (三年来，; 该机制建立以来，): it has no day.
func (r *reading) sums(d *draft) bool {
	for i := d.s.clauses[d.clause].Start; i+2 < d.Trigger; i++ {
		if d.s.tokens[i].Word == "先后" && len(d.s.tokens[i+1].Mentions) > 0 && strings.HasPrefix(d.s.Text[d.s.tokens[i+2].At.Start:], "次") {
			return true
		}
	}
	for k := d.clause - 1; k >= 0; k-- {
		c := d.s.clauses[k]
		if d.speech != nil && c.Start <= d.speech.verb {
			return false
		}
		if c.End > c.Start && d.s.untilNow(c) {
			return true
		}
	}
	return false
}

// toldDay is the day on which the entry has told that the same two met, spoke or one went there: told again without its day
// it is the same event.
func (r *reading) toldDay(d *draft) *schema.Date {
	if !d.relation.Journey && !d.relation.Dialogue || len(d.subjects) != 1 || len(d.objects) != 1 {
		return nil
	}
	for i := range r.facts {
		f := &r.facts[i]
		if f.Relation == d.relation.ID && f.Modality == schema.Actual && (f.Date.Basis == schema.FromSentence || d.relation.Journey && f.Date.Basis == schema.FromHeading) && f.Subject.Entity == d.subjects[0].Entity && f.Object.Entity == d.objects[0].Entity {
			return &f.Date
		}
	}
	return nil
}

// agreedBefore reports whether something agreed is only spoken of: 落实双方达成的协议, 两国元首会晤达成的共识.
func (d *draft) agreedBefore() bool {
	i := d.Trigger + 1
	if !d.relation.Symmetric || i >= len(d.s.tokens) {
		return false
	}
	if d.relation.Dialogue {
		return d.s.tokens[i].Word == "达成" && i+1 < len(d.s.tokens) && d.s.tokens[i+1].Word == "的"
	}
	return d.s.tokens[i].Word == "的"
}

// overBefore reports whether something is told only as over before something else, without its day: 结束对该国的访问，于13日抵达;
// 在结束访问，出席会议后，他回到首都.
func (r *reading) overBefore(d *draft) bool {
	c := d.s.clauses[d.clause]
	if d.datedIn(c) {
		return false
	}
	if d.wordIn(d.Trigger+1, c.End, "后", "之后") >= 0 && d.over(0, d.Trigger) {
		return true
	}
	if !d.relation.Journey || d.clause+1 >= len(d.s.clauses) {
		return false
	}
	return d.over(c.Start, d.Trigger) && d.datedIn(d.s.clauses[d.clause+1])
}

// over reports whether tokens [from:to) say that something has ended.
func (d *draft) over(from, to int) bool {
	for i := from; i < to; i++ {
		if d.s.tokens[i].Word == "结束" {
			return true
		}
	}
	return false
}

// reportedOn reports whether the trigger's clause tells of a paper or talk about the deed, which was before: 审议他访问该国情况的报告.
func (d *draft) reportedOn() bool {
	if d.relation.Meeting && d.Token("object") < 0 {
		return false
	}
	c := d.s.clauses[d.clause]
	if d.wordIn(c.Start, d.Trigger, "审议", "审议了", "听取", "听取了", "审阅", "讨论", "讨论了", "研究") < 0 {
		return false
	}
	return d.wordIn(d.Trigger+1, c.End, "情况", "报告", "汇报", "通报", "书面报告") >= 0
}

func (d *draft) datedIn(c rule.Clause) bool {
	for i := c.Start; i < c.End; i++ {
		if m := d.dateAt(i); m != nil && m.Time != nil {
			return true
		}
	}
	return false
}

// untilNow reports whether a clause sets a time that lasts until now: 三年来, 建交以来, 自2013年以来.
func (s *sentence) untilNow(c rule.Clause) bool {
	last := s.tokens[c.End-1]
	if len(last.Mentions) > 0 {
		m := last.Mentions[0]
		return m.Type == schema.TypeDate && (strings.HasSuffix(m.Name, "来") || strings.HasSuffix(m.Name, "至今"))
	}
	return last.Word == "以来" || last.Word == "来" && c.Subject < 0 && c.End-c.Start <= 6
}

// vague reports whether the sentence names its time so that nobody can tell the day.
func (d *draft) vague() bool {
	for _, t := range d.s.tokens {
		for _, m := range t.Mentions {
			if m.Type == schema.TypeDate && m.Vague {
				return true
			}
		}
	}
	return false
}
