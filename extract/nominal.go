package extract

import (
	"slices"
	"strings"

	"jishi/extract/rule"
	"jishi/schema"
)

// nominal says why a trigger that is a noun (合作) tells no deed: its clause is only the subject of a judgement, the purpose or
// the matter of something else, or what others do with somebody's support.
func (r *reading) nominal(d *draft) refusal {
	clause := d.s.clauses[d.clause]
	switch {
	case r.judged(d, clause):
		return refusal{"nominal", "the sentence only judges it", ""}
	case d.word(r, "predicts", clause.Start, d.Trigger, "") >= 0:
		return refusal{"nominal", "somebody only expects it", ""}
	case d.word(r, "preposition", clause.Start, d.Trigger, "为") >= 0 && d.word(r, "supplies", d.Trigger+1, clause.End, "") >= 0:
		return refusal{"nominal", "it is only what something is given for", ""}
	case d.word(r, "discusses", clause.Start, d.Trigger, "") >= 0:
		return refusal{"nominal", "it is only what they talk about", ""}
	case r.ofNoun(d):
		return refusal{"nominal", "it only tells of what kind something is", ""}
	case r.backed(d):
		return refusal{"nominal", "others do it, with somebody's support", ""}
	}
	return refusal{}
}

// borneOut reports whether a word says that what a noun names was done or goes on: 开展了合作, 一直保持合作, 正加强合作, 合作研制疫苗. 加强合作
// alone is what somebody wants, or judges, more often than what was done; what nobody says is news: 两国开展合作.
func (r *reading) borneOut(d *draft) bool {
	cues, c := r.x.rules.Cues, d.s.clauses[d.clause]
	if d.Match.End > d.Trigger+1 && d.Trigger+1 < c.End || d.speech == nil && d.Token("object") == d.Trigger-1 { // 合作研制, 同加方合作: a verb
		return true
	}
	if d.word(r, "lacking", c.Start, d.Trigger, "") >= 0 {
		return false
	}
	if f := d.word(r, "furthers", c.Start, d.Trigger, ""); f >= 0 && d.word(r, "performs", f, d.Trigger, "") < 0 && d.word(r, "lasting", f, d.Trigger, "") < 0 { // 有力推动了合作
		return false
	}
	who := max(d.Token("subject"), d.Token("both"))
	if d.speech == nil && who >= 0 && who == c.Subject && d.word(r, "performs", who, d.Trigger, "") >= 0 && d.word(r, "invites", c.Start, who, "") < 0 {
		return true
	}
	for i := c.Start; i < min(d.Trigger+2, c.End); i++ {
		t := d.s.tokens[i]
		switch {
		case len(t.Mentions) > 0:
			if t.Mentions[0].Type == schema.TypeDate && d.s.untilNow(rule.Clause{Start: c.Start, End: i + 1}) {
				return true
			}
		case t.Word == "了" || t.Word == "过": // 展现了双方加强合作的决心 says nothing of it
			if i > who {
				return true
			}
		case i < d.Trigger && (cues.Has(t.Word, "done") || cues.Has(t.Word, "undated") || cues.Has(t.Word, "lasting")):
			return true
		}
	}
	return r.sums(d)
}

// ofNoun reports whether the trigger, with 的 behind it, tells of what kind a noun is (加强合作的决心), and the noun does not
// measure the deed (拓展合作的深度).
func (r *reading) ofNoun(d *draft) bool {
	i := d.Trigger + 1
	if d.Trigger > 0 && i+1 < len(d.s.tokens) && (d.s.tokens[i].Word == "和" || d.s.tokens[i].Word == "、") { // 应该合作和能够合作的领域
		if of := d.s.of(i+1, min(i+4, d.s.clauses[d.clause].End)); of > 0 && d.s.tokens[of-1].Word == d.s.tokens[d.Trigger].Word {
			return true
		}
	}
	if i < len(d.s.tokens) && d.s.tokens[i].Word == "的" && d.wordIn(d.Trigger-1, d.Trigger, "能够", "可以", "应该", "应当", "能") >= 0 { // 能够合作的领域
		return true
	}
	return i+1 < len(d.s.tokens) && d.s.tokens[i].Word == "的" && !r.x.rules.Cues.Has(d.s.tokens[i+1].Word, "measure")
}

// partnership reports whether the trigger only names relations: 合作伙伴关系.
func (d *draft) partnership() bool {
	return strings.HasPrefix(d.s.Text[d.s.tokens[d.Trigger].At.End:], "伙伴")
}

// backsBody reports whether a clause tells that somebody backs firms or other bodies: 支持本国企业扩大投资，与智方加强合作. A word for what is
// wanted or to come behind it begins one's own doing: 支持秘方发展经济，愿同秘方加强合作.
func (d *draft) backsBody(r *reading, c rule.Clause) bool {
	b := d.word(r, "backs", c.Start, c.End, "")
	if b < 0 || d.word(r, "body", b+1, min(b+4, c.End), "") >= 0 {
		return b >= 0
	}
	if b+1 >= c.End || len(d.s.tokens[b+1].Mentions) != 1 || !schema.IsActor(d.s.tokens[b+1].Mentions[0].Type) {
		return false
	}
	for _, m := range d.Mentions("object", d.s.tokens) { // 一如既往支持秘方，同秘方加强合作
		if m.Entity == d.s.tokens[b+1].Mentions[0].Entity {
			return false
		}
	}
	return !slices.ContainsFunc(d.s.tokens[b+1:d.Trigger], func(t schema.Token) bool {
		return len(t.Mentions) == 0 && r.x.rules.Cues.Ahead(t.Word)
	})
}

// word is the first token of [from:to) that is a cue of a kind, and that very word where one is given; -1 where there is none.
func (d *draft) word(r *reading, kind string, from, to int, only string) int {
	for i := from; i < to; i++ {
		t := d.s.tokens[i]
		if len(t.Mentions) == 0 && r.x.rules.Cues.Has(t.Word, kind) && (only == "" || t.Word == only) {
			return i
		}
	}
	return -1
}

// judged reports whether a judgement follows in the clause of the trigger, or begins the next: 加强合作，有利于增进互信.
func (r *reading) judged(d *draft, clause rule.Clause) bool {
	if d.word(r, "judges", d.Trigger+1, clause.End, "") >= 0 {
		return true
	}
	if d.clause+1 >= len(d.s.clauses) {
		return false
	}
	next := d.s.clauses[d.clause+1]
	if d.s.tokens[next.Start].Word == "对" && d.wordIn(next.Start+1, next.End, "具有", "意义", "意义重大", "有着", "起到", "发挥") >= 0 { // 深化合作，对地区具有重要意义
		return true
	}
	return d.word(r, "judges", next.Start, min(next.Start+1, next.End), "") >= 0
}

// backed reports whether who acts stands behind a word of backing (支持智利企业同挪方合作), or somebody else stands there, joined to the
// object (推动二十国集团同非盟的合作, 支持企业同智方合作).
func (r *reading) backed(d *draft) bool {
	start := d.s.clauses[d.clause].Start
	backs := d.word(r, "backs", start, d.Trigger, "")
	if o := d.Token("object"); o >= 2 && (d.s.tokens[o-2].Word == "”" || d.s.tokens[o-2].Word == "倡议") { // “一带一路”同欧亚经济联盟对接合作
		return true
	}
	if d.clause > 0 && d.Token("subject") < start && d.backsBody(r, d.s.clauses[d.clause-1]) {
		return true
	}
	if b := d.Token("both"); backs >= 0 && backs < b {
		return true
	}
	from := max(backs, d.word(r, "furthers", start, d.Trigger, ""))
	if from < 0 {
		return false
	}
	if s := d.Token("subject"); s > from && (d.word(r, "backs", s-1, s, "") >= 0 || d.word(r, "furthers", s-1, s, "") >= 0) {
		return true
	}
	for i := from + 1; i+2 < d.Trigger; i++ {
		if w := d.s.tokens[i+1].Word; w != "同" && w != "与" && w != "和" || len(d.s.tokens[i+2].Mentions) == 0 {
			continue
		}
		if m := d.s.tokens[i].Mentions; len(m) > 0 && schema.IsActor(m[0].Type) {
			return i != d.Token("subject")
		}
		return r.x.rules.Cues.Has(d.s.tokens[i].Word, "body")
	}
	return false
}
