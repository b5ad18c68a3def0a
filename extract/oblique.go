package extract

import (
	"slices"

	"jishi/extract/rule"
	"jishi/schema"
)

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
