package extract

import (
	"slices"

	"jishi/schema"
)

// onlyHelped reports whether the deed stands in a frame that says who is helped with it: 为该国运送粮食提供帮助 gives nobody the grain.
func (d *draft) onlyHelped() bool {
	end := d.s.clauses[d.clause].End
	if !d.Rule.Items || end-2 <= d.Trigger || d.wordIn(d.s.clauses[d.clause].Start, d.Trigger, "为") < 0 {
		return false
	}
	verb, noun := d.s.tokens[end-2].Word, d.s.tokens[end-1].Word
	return slices.Contains([]string{"提供", "给予", "予以"}, verb) && slices.Contains([]string{"帮助", "支持", "协助", "便利", "保障"}, noun)
}

// ofCarriers reports whether the trigger begins a clause and only says what a vehicle carries: 运送物资的车队由政府组织 does not say for whom.
func (d *draft) ofCarriers() bool {
	at := d.Token("items")
	if d.Rule.Object != "carried" || d.Trigger != d.s.clauses[d.clause].Start || at < d.Trigger || at+2 >= len(d.s.tokens) || d.s.tokens[at+1].Word != "的" {
		return false
	}
	return slices.ContainsFunc([]string{"车队", "车辆", "卡车", "货车", "飞机", "专机", "货机", "包机", "船只", "货船", "船", "列车", "航班"}, func(w string) bool {
		return w == d.s.tokens[at+2].Word
	})
}

// purpose reports whether the trigger begins a clause that only says for what the money of the one before it is:
// 宣布捐款300万欧元，支持该国救灾.
func (d *draft) purpose() bool {
	if !d.relation.Said || d.clause == 0 || d.Trigger != d.s.clauses[d.clause].Start {
		return false
	}
	c := d.s.clauses[d.clause-1]
	return slices.ContainsFunc(d.s.tokens[c.Start:c.End], func(t schema.Token) bool {
		return slices.ContainsFunc(t.Mentions, func(m schema.Mention) bool { return m.Type == schema.TypeAmount && m.Amount.Money })
	})
}
