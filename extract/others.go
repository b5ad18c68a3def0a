package extract

import "jishi/schema"

// ofOthers says why a name that a match holds is not that of a party: it only says whose members or persons, or from where
// or sent by whom, somebody else is.
func (r *reading) ofOthers(d *draft) refusal {
	for _, role := range []string{"subject", "object", "both"} {
		if i := d.Token(role); i >= 0 && r.followedBy(d, i, "member") {
			return refusal{"members", "only members of it are meant, not the", role}
		}
	}
	if o := d.Token("object"); o > 0 && o < d.Trigger && d.behind(o, "对") && d.word(r, "thanks", d.Trigger, d.s.clauses[d.clause].End, "") >= 0 {
		return refusal{"thanks", "thanked is, who does it, the", "object"}
	}
	if d.relation.Said && d.embedded(r) {
		return refusal{"relative", "it belongs to a clause about a noun", ""}
	}
	i := d.Token("subject")
	switch {
	case i < 0 || i > d.Trigger:
	case d.relation.Journey && i+1 < d.Trigger && len(d.s.tokens[i+1].Mentions) == 0 && r.x.rules.Cues.Has(d.s.tokens[i+1].Word, "invites"): // 他欢迎各国使节来访
		return refusal{"host", "others are welcomed by the", "subject"}
	case r.followedBy(d, i, "persons"):
		return refusal{"persons", "only persons of it act, not the", "subject"}
	case d.behind(i, "由") && (d.relation.Meeting || d.relation.Journey) && d.relativeOf(i):
		return refusal{"persons", "those who act are only sent by the", "subject"}
	}
	return refusal{}
}

// embedded reports whether who acts stands behind another's verb, and a 的 behind the object makes both a clause about a noun:
// 该国将参与中国支持非洲发展的计划.
func (d *draft) embedded(r *reading) bool {
	s, o := d.Token("subject"), d.Token("object")
	c := d.s.clauses[d.clause]
	v := -1
	for i := c.Start; i < s; i++ { // 重申秘方支持…的努力: what is said is no clause about the noun
		if t := d.s.tokens[i]; len(t.Mentions) == 0 && r.x.rules.Cues.Has(t.Word, "verb") && !r.x.rules.Cues.Has(t.Word, "saying") {
			v = i
		}
	}
	if s <= c.Start || o < s || v < 0 { // an object before both is what the sentence is about: 汤加受到加纳的制裁
		return false
	}
	return d.s.of(o+1, c.End-1) >= 0
}

// followedBy reports whether a word of a kind stands directly behind token i, which names a country, group or organization.
func (r *reading) followedBy(d *draft, i int, kind string) bool {
	m := d.s.tokens[i].Mentions
	if i+1 >= len(d.s.tokens) || len(m) == 0 || m[0].Type == "leader" || m[0].Office != "" {
		return false
	}
	next := d.s.tokens[i+1]
	return len(next.Mentions) == 0 && next.At.Start == d.s.tokens[i].At.End && r.x.rules.Cues.Has(next.Word, kind)
}

func (d *draft) behind(i int, word string) bool {
	return i > 0 && len(d.s.tokens[i-1].Mentions) == 0 && d.s.tokens[i-1].Word == word
}

// relativeOf reports whether a 的 between token i and the trigger makes what is between a clause about somebody else.
func (d *draft) relativeOf(i int) bool {
	k := d.s.of(i+1, d.Trigger)
	return k >= 0 && k+1 < len(d.s.tokens) && !isMeeting(d.s.tokens[k+1])
}

// of is the first 的 in tokens [from:to), or -1.
func (s *sentence) of(from, to int) int {
	for i := from; i < to; i++ {
		if len(s.tokens[i].Mentions) == 0 && s.tokens[i].Word == "的" {
			return i
		}
	}
	return -1
}

func isMeeting(t schema.Token) bool { return len(t.Mentions) > 0 && t.Mentions[0].Type == "meeting" }
