package extract

import (
	"maps"
	"slices"
	"strings"

	"jishi/schema"
)

// refusal is why a match gives no fact: a condition, what it says, and the word or role that it turned on. The zero refusal
// is none.
type refusal struct{ kind, text, on string }

// String is the reason in words.
func (f refusal) String() string {
	if f.on == "" {
		return f.text
	}
	return f.text + " " + f.on
}

// excluded says which of the rule's own conditions a match fails, or what in the sentence keeps it from being told.
func (r *reading) excluded(d *draft) refusal {
	if why := r.conditions(d); why != (refusal{}) {
		return why
	}
	clause := d.s.clauses[d.clause]
	switch {
	case d.Rule.Always == "" && r.x.rules.Cues.Topic(d.s.tokens, clause, d.Trigger):
		return refusal{"topic", "it is only what they talk about", ""}
	case d.compound(r):
		return refusal{"compound", "with the word behind it the trigger is a noun", ""}
	case d.named():
		return refusal{"name", "the trigger is part of a quoted name", ""}
	case d.bodyOfBoth(r):
		return refusal{"body", "only bodies of the two countries are meant", ""}
	case d.nameGoesOn():
		return refusal{"cut", "the name of who acts goes on behind it", ""}
	case !d.relation.Open && d.goesOn(r, "subject") != "" && !r.governed(d, "subject"):
		return refusal{"cut", "a noun behind who acts goes on with the name, or does for all jishi knows:", d.goesOn(r, "subject")}
	case d.relation.Dialogue && d.goesOn(r, "object") != "":
		return refusal{"cut", "a noun behind the other party goes on with the name, or does for all jishi knows:", d.goesOn(r, "object")}
	case d.relation.Symmetric && !d.Rule.Nominal && d.partnerGoesOn(r):
		return refusal{"cut", "a name goes on behind the", "object"}
	case r.ofOthers(d) != (refusal{}):
		return r.ofOthers(d)
	case d.owned():
		return refusal{"owned", "what is of somebody acts, not he himself, the", "subject"}
	case d.remark():
		return refusal{"remark", "it only says which one it was", ""}
	case d.received(r):
		return refusal{"relative", "it only says who those are who are met, the", "object"}
	case r.misaddressed(d):
		return refusal{"cut", "a phrase goes on that says to whom it is or for what, behind the", "object"}
	case d.adverbial():
		return refusal{"adverbial", "the trigger belongs to an adjunct, not to what is told", ""}
	case r.contradicted(d):
		return refusal{"contradicted", "it is only reported, and denied", ""}
	case r.inPlace(d):
		return refusal{"cut", "it is only where the thing stands that somebody sees, the", "object"}
	case d.amidst():
		return refusal{"amidst", "what is told was done at the meeting, by somebody who need not hold it", ""}
	case d.madeBy():
		return refusal{"make", "the country only says whose make the goods are", ""}
	case d.jointly():
		return refusal{"body", "what the two have together is meant", ""}
	case d.quoted(d.Token("subject")):
		return refusal{"name", "who acts is part of a quoted name", ""}
	case d.otherActs():
		return refusal{"other", "somebody else acts in the clause", ""}
	case d.relation.Meeting && r.relative(d):
		return refusal{"relative", "the meeting belongs to a clause about somebody else", ""}
	case d.paidFor(r):
		return refusal{"paid", "the sentence speaks of payment", ""}
	case d.onlyHelped():
		return refusal{"framed", "somebody is only helped with it", ""}
	case d.ofCarriers():
		return refusal{"relative", "it only says what a vehicle carries", ""}
	case d.purpose():
		return refusal{"purpose", "it only says for what the money is", ""}
	case d.sumOfThings():
		return refusal{"money", "the amount is no money", ""}
	}
	return refusal{}
}

// conditions says which of those that the rule states a match fails.
func (r *reading) conditions(d *draft) refusal {
	if w := r.unless(d); w == "items" {
		return refusal{"unless", "supplies are named", ""}
	} else if w != "" {
		return refusal{"unless", "the clause holds", w}
	}
	switch {
	case d.Rule.Nearest && d.othersBetween():
		return refusal{"nearest", "somebody else stands nearer to the trigger", ""}
	case d.Rule.Verbal && d.noun():
		return refusal{"verbal", "the trigger is a noun", ""}
	case d.Rule.Nominal && r.nominal(d) != (refusal{}):
		return r.nominal(d)
	case d.Rule.Within == "speech" && d.speech == nil:
		return refusal{"within", "nobody says it", ""}
	case d.Rule.Within == "telling" && d.speech != nil:
		return refusal{"within", "somebody says it", ""}
	}
	for _, role := range slices.Sorted(maps.Keys(d.Rule.Contains)) {
		if !d.holds(role, d.Rule.Contains[role]) {
			return refusal{"contains", "not of the kind that the rule wants is the", role}
		}
	}
	for _, role := range slices.Sorted(maps.Keys(d.Rule.Lacks)) {
		if d.holds(role, d.Rule.Lacks[role]) {
			return refusal{"lacks", "of another kind than the rule wants is the", role}
		}
	}
	for _, role := range d.Rule.Needs {
		if role == "items" && r.items(d, nil) == nil || role != "items" && d.Token(role) < 0 {
			return refusal{"needs", "the rule needs, and there is no", role}
		}
	}
	return refusal{}
}

// unless is the first word of the rule's unless that the clause holds, or empty; items stands for any supplies, meeting for
// any meeting.
func (r *reading) unless(d *draft) string {
	clause := d.s.clauses[d.clause]
	start, end := min(clause.Start, d.Match.Start), max(clause.End, d.Match.End)
	for _, w := range d.Rule.Unless {
		if w == "items" && r.items(d, nil) != nil {
			return w
		}
		for i := start; i < end; i++ {
			if w == "meeting" && isMeeting(d.s.tokens[i]) {
				return w
			}
			if len(d.s.tokens[i].Mentions) == 0 && d.s.tokens[i].Word == w && i != d.Trigger {
				return w
			}
		}
	}
	return ""
}

// noun reports whether the word before the trigger makes a noun of it: 中国的援助.
func (d *draft) noun() bool {
	if d.Trigger == 0 {
		return false
	}
	w := d.s.tokens[d.Trigger-1].Word
	return w == "的" || w == "重要"
}

// compound reports whether what the rule matched ends in a noun with another noun behind it: 向该国提供支持能力.
func (d *draft) compound(r *reading) bool {
	i := d.Match.End
	if behind := d.s.Text[d.s.tokens[d.Trigger].At.End:]; d.relation.Open && (strings.HasPrefix(behind, "商，") || strings.HasPrefix(behind, "商。") || strings.HasPrefix(behind, "商—") || strings.HasPrefix(behind, "商、") || strings.HasPrefix(behind, "者")) { // 系统提供商
		return true
	}
	if d.Rule.Nominal && i == d.Trigger+1 && strings.HasPrefix(d.s.Text[d.s.tokens[d.Trigger].At.End:], "者") { // 做多边合作的协作者
		return true
	}
	return i < len(d.s.tokens) && i > 0 && len(d.s.tokens[i].Mentions) == 0 && d.s.tokens[i].At.Start == d.s.tokens[i-1].At.End && r.x.rules.Cues.Has(d.s.tokens[i].Word, "compound")
}

// sumOfThings reports whether what stands for a sum counts something else than money.
func (d *draft) sumOfThings() bool {
	if d.Token("sum") < 0 {
		return false
	}
	return slices.ContainsFunc(d.Mentions("sum", d.s.tokens), func(m schema.Mention) bool { return !m.Amount.Money })
}

// paidFor reports whether the sentence says of things given that somebody pays for them: 供应药品，印方按市价付款.
func (d *draft) paidFor(r *reading) bool {
	return (d.Rule.Items || d.Token("sum") >= 0) && slices.ContainsFunc(d.s.tokens, func(t schema.Token) bool {
		return len(t.Mentions) == 0 && r.x.rules.Cues.Has(t.Word, "paid")
	})
}

// holds reports whether the name that fills a role holds one of the words, which | divides.
func (d *draft) holds(role, list string) bool {
	for _, m := range d.Mentions(role, d.s.tokens) {
		for _, w := range strings.Split(list, "|") {
			if strings.Contains(m.Name, w) || m.By != "reference" && strings.Contains(m.Office, w) {
				return true
			}
		}
	}
	return false
}

// othersBetween reports whether an actor whom the match does not hold stands between subject and trigger: 中方支持法国主办.
func (d *draft) othersBetween() bool {
	s := d.Token("subject")
	if s < 0 {
		return false
	}
	for i := s + 1; i < d.Trigger; i++ {
		m := d.s.tokens[i].Mentions
		if len(m) == 0 || !schema.IsActor(m[0].Type) || m[0].Type == "team" || d.Match.Holds(i) {
			continue
		}
		return true
	}
	return false
}

// named reports whether the trigger begins a short quoted name: “支持恐怖主义国家名单”.
func (d *draft) named() bool {
	if d.Trigger == 0 || d.s.tokens[d.Trigger-1].Word != "“" {
		return false
	}
	if d.relation.Said && d.Token("subject") == d.Trigger-2 { // 加纳“坚定支持汤加维护主权”: his own words
		return false
	}
	for i := d.Trigger + 1; i < len(d.s.tokens) && i < d.Trigger+8; i++ {
		switch d.s.tokens[i].Word {
		case "”":
			return true
		case "，", "。":
			return false
		}
	}
	return false
}

// bodyOfBoth reports whether the object, or both sides, are 两国 before a word for some of their people: 支持两国企业.
func (d *draft) bodyOfBoth(r *reading) bool {
	i := d.Token("object")
	if i < 0 {
		i = d.Token("both")
	}
	if i < 0 || i+1 >= len(d.s.tokens) || len(d.s.tokens[i].Mentions) < 2 || d.s.tokens[i].Mentions[0].By != "reference" {
		return false
	}
	next := d.s.tokens[i+1]
	return len(next.Mentions) == 0 && r.x.rules.Cues.Has(next.Word, "body")
}

// quoted reports whether token i stands in a short quotation that closes before the trigger: “支持乌克兰自由法案”.
func (d *draft) quoted(i int) bool {
	if i < 0 || i > d.Trigger {
		return false
	}
	for k := i - 1; k >= 0 && k >= i-8; k-- {
		switch d.s.tokens[k].Word {
		case "”", "，", "。", "：":
			return false
		case "“":
			for e := i + 1; e < d.Trigger && e < i+8; e++ {
				if d.s.tokens[e].Word == "”" {
					return true
				}
			}
			return false
		}
	}
	return false
}

// otherActs reports whether the subject of the match stands in an earlier clause, while the trigger's clause begins with
// somebody whom the match does not hold.
func (d *draft) otherActs() bool {
	s := d.Token("subject")
	clause := d.s.clauses[d.clause]
	if s < 0 || s >= clause.Start || clause.Subject < 0 || clause.Subject >= d.Trigger {
		return false
	}
	for _, b := range d.Match.Bindings {
		if b.Token == clause.Subject {
			return false
		}
	}
	return true
}
