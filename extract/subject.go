package extract

import (
	"slices"
	"strings"

	"jishi/extract/rule"
	"jishi/schema"
)

// findSubject takes the named subject, the country of a team, the subject of an earlier clause, the speaker's side, or
// who acted in the sentence before.
func (r *reading) findSubject(d *draft) {
	if d.Rule.Subject == "team" && r.governed(d, "team") { // 随该组织队伍赴灾区
		return
	}
	if d.Rule.Subject == "team" {
		for _, m := range d.Mentions("team", d.s.tokens) {
			if found := r.teamOf(m); found != nil {
				d.subjects = append(d.subjects, found...)
				d.subjectBy = byTeam
			}
		}
		if len(d.subjects) > 0 {
			return
		}
	}
	named := d.Mentions("subject", d.s.tokens)
	if len(named) == 0 {
		named = d.holders()
	}
	if d.relation.Meeting && len(named) > 0 {
		if who := d.readsOut(); who != nil {
			named = who
		}
	}
	if len(named) > 0 && (d.Rule.Subject == "named" || !r.governed(d, "subject") || r.framed(d) || d.partners() != nil) {
		d.subjects, d.subjectBy = append(d.partners(), d.actors(named)...), byPattern
	} else if d.Rule.Subject != "named" && !slices.Contains(d.Rule.Needs, "subject") && (d.Token("subject") < 0 || len(named) > 0) { // nobody of a list acts that has none of the type
		d.carried = true
		d.subjects = r.carriedSubject(d)
	}
	r.sender(d)
	r.companions(d)
	for i, a := range d.subjects {
		if a.Type == "team" && !d.relation.Meeting {
			if found := r.teamOf(a.Mention); len(found) > 0 {
				found[0].At, found[0].in = a.At, a.in
				d.subjects[i] = found[0]
			}
		}
	}
}

// readsOut is who acts where the one next to the trigger only owns what that one reads out: 外长宣读首相的贺信并致辞.
func (d *draft) readsOut() []schema.Mention {
	i, first := d.Token("subject"), d.s.clauses[d.clause].Subject
	if first < 0 || first >= i || i+2 >= d.Trigger || len(d.s.tokens[i+1].Mentions) > 0 || d.s.tokens[i+1].Word != "的" || d.wordIn(first+1, i, "宣读", "宣读了", "转达", "转达了", "代读", "代读了") < 0 {
		return nil
	}
	return d.s.tokens[first].Mentions
}

// partners are who does a deed together with the one named for it: A与B联合向C捐赠 is the deed of A too.
func (d *draft) partners() []actor {
	i := d.Token("subject")
	if i < 2 || i+1 >= len(d.s.tokens) || d.relation.Symmetric || d.relation.Dialogue || d.relation.Meeting || d.relation.Journey || len(d.s.tokens[i-1].Mentions) > 0 {
		return nil
	}
	switch d.s.tokens[i-1].Word {
	case "与", "同", "和", "会同", "携手":
	default:
		return nil
	}
	switch d.s.tokens[i+1].Word {
	case "联合", "共同", "一道", "一起", "联手", "携手":
	default:
		return nil
	}
	m := d.s.tokens[i-2].Mentions
	if len(m) == 0 || !schema.IsActor(m[0].Type) {
		return nil
	}
	return d.actors(m)
}

// holders are those of a list in the role of who acts who stand for an office without a name: 荷兰首相、联合国秘书长还将访华.
func (d *draft) holders() []schema.Mention {
	at := d.Token("subject")
	if at < 0 {
		return nil
	}
	for _, m := range d.s.tokens[at].Mentions {
		if m.Office != "" {
			return d.s.tokens[at].Mentions
		}
	}
	return nil
}

// nobodys leaves out teams that nobody is known to have sent, where they would act for the sender: in a relation of teams,
// in a meeting, and where they are carried into a relation that leaves its object open.
func (r *reading) nobodys(d *draft) []actor {
	if d.Rule.Subject != "team" && !d.relation.Meeting && !(d.relation.Open && d.carried) {
		return d.subjects
	}
	ofNobody := func(a actor) bool { return a.Type == "team" && a.Country == "" && len(a.Inside) == 0 }
	if !slices.ContainsFunc(d.subjects, ofNobody) {
		return d.subjects
	}
	return slices.DeleteFunc(slices.Clone(d.subjects), ofNobody)
}

// governed reports whether what fills a role stands behind a preposition, which no one who acts does (由 and 被 aside).
func (r *reading) governed(d *draft, role string) bool {
	i := d.Token(role) - 1
	if i >= 0 && d.text(i+1) == "当地" { // 他当地26日会见
		return true
	}
	if i >= 0 && strings.HasPrefix(d.s.Text[d.s.tokens[i+1].At.End:], "框架") { // 在双边及非盟框架内
		return true
	}
	if i < 0 || len(d.s.tokens[i].Mentions) > 0 && d.s.tokens[i].Mentions[0].Type != "place" {
		return false
	}
	for i > 0 && len(d.s.tokens[i].Mentions) > 0 && d.s.tokens[i].Mentions[0].Type == "place" { // 在河内越共中央驻地
		i--
	}
	if role == "subject" && d.s.helpedBy(i) {
		return true
	}
	w := d.s.tokens[i].Word
	if role == "subject" && d.Rule.Always == "" && r.amongInviters(d, i+1) {
		return true
	}
	if w == "的" && i > 0 && d.s.tokens[i-1].Word == "在内" { // 愿同包括该党在内的智利各政党加强合作
		if k := d.wordIn(d.s.clauses[d.clause].Start+1, i, "包括"); k > 0 && r.x.rules.Cues.Has(d.s.tokens[k-1].Word, "preposition") {
			return true
		}
	}
	for _, b := range d.Match.Bindings {
		if b.Token == i && b.Word {
			return false
		}
	}
	cues := r.x.rules.Cues
	if w == "在" && (d.Rule.Object == "meeting" && len(d.s.tokens[i+1].Mentions) > 1 || r.endsAdjunct(d)) { // 中国在各国的官员与会
		return false
	}
	switch {
	case w == "为" && d.s.sufferedAt(d.Trigger): // 为挪威所捐
		return false
	case (w == "把" || w == "将") && role == "subject" && d.Token("subject") == d.Trigger-1 && d.Trigger+1 < len(d.s.tokens) && d.s.tokens[d.Trigger+1].Word == "的": // 把挪威送来的帐篷转运至
		return false
	case w == "在" && role == "subject" && d.relation.Open && !d.relation.Meeting && d.below(): // 在挪威的帮助下
		return false
	case w == "对" && role == "subject" && d.relation.Open && d.word(r, "thanks", d.Trigger, d.s.clauses[d.clause].End, "") >= 0: // 对挪威的援助表示感谢
		return false
	case w == "向" && role == "subject" && d.Rule.Always == schema.Requested: // 向挪威请求提供
		return false
	}
	if w == "驻" || w == "常驻" { // 中国驻捷克、斯洛伐克使馆: they are where its missions are
		return true
	}
	if (w == "应" || w == "受") && d.Rule.Always == "" { // who is invited acts, not who invites
		return true
	}
	if w == "将" && len(d.s.tokens[i+1].Mentions) > 1 { // 将双方友谊转化为互信
		return true
	}
	return w != "由" && w != "被" && w != "应" && w != "受" && w != "来自" && cues.Has(w, "preposition") || i != d.Trigger && cues.Has(w, "takes-object") && !d.convened()
}

// convened reports whether the trigger only says who holds the meeting behind it: 出席国际移民组织召集的会议.
func (d *draft) convened() bool {
	return d.relation.Meeting && d.Token("subject") == d.Trigger-1 && d.Trigger+1 < len(d.s.tokens) && d.s.tokens[d.Trigger+1].Word == "的"
}

// sufferedAt reports whether the verb at token i has 所 before it, so that 为 names who acts: 为挪威所捐, 为各国所用.
func (s *sentence) sufferedAt(i int) bool {
	return strings.HasPrefix(s.tokens[i].Word, "所") || i > 0 && s.tokens[i-1].Word == "所"
}

// below reports whether 下 closes the phrase of who acts, behind the trigger or before it: 在挪威的帮助下, 在挪威资助下重建.
func (d *draft) below() bool {
	from := d.Token("subject") + 1
	k := d.wordIn(from, min(from+6, len(d.s.tokens)), "下")
	return k > from && (k-1 == d.Trigger || slices.Contains([]string{"资助", "援助", "帮助", "支持", "支援", "协助"}, d.s.tokens[k-1].Word))
}

// amongInviters reports whether the one at token i stands among those at whose invitation somebody acts: 应智利总统和大会主席穆尼奥斯邀请，出席大会.
func (r *reading) amongInviters(d *draft, i int) bool {
	c := d.s.clauses[rule.ClauseOf(d.s.clauses, i)]
	if c.End > d.Trigger {
		return false
	}
	at := d.wordIn(c.Start, i, "应", "受")
	return at >= 0 && d.wordIn(i+1, c.End, "邀请", "的邀请", "盛情邀请") == c.End-1
}

// helpedBy reports whether who stands behind token i is one for whom something is done: 为支持智利发展提供帮助, 为世界上其他国家提供帮助.
func (s *sentence) helpedBy(i int) bool {
	for k := i - 1; k >= 0 && k >= i-2; k-- {
		t := s.tokens[k]
		if len(t.Mentions) > 0 || t.Word == "，" || t.Word == "的" {
			return false
		}
		if t.Word == "为" {
			return len(s.tokens[i].Mentions) == 0 && s.tokens[i].Word != "此"
		}
	}
	return false
}

// text is what stands at token i.
func (d *draft) text(i int) string {
	at := d.s.tokens[i].At
	return d.s.Text[at.Start:at.End]
}

// endsAdjunct reports whether the trigger ends an adjunct: 在马克龙总统访华期间.
func (r *reading) endsAdjunct(d *draft) bool {
	return d.Trigger+1 < len(d.s.tokens) && r.x.rules.Cues.Has(d.s.tokens[d.Trigger+1].Word, "adjunct")
}

// framed reports whether the subject stands behind 对 in a frame: 对卢拉访华表示欢迎.
func (r *reading) framed(d *draft) bool {
	i := d.Token("subject")
	if i < 1 || d.s.tokens[i-1].Word != "对" || d.Trigger-i > 4 {
		return false
	}
	for k := d.Trigger + 1; k < d.s.clauses[d.clause].End; k++ {
		if w := d.s.tokens[k].Word; w == "表示" || w == "感到" || w == "给予" {
			return true
		}
	}
	return false
}

func (d *draft) subjectToken() int {
	if d.carried {
		return -1
	}
	if t := d.Token("subject"); t >= 0 {
		return t
	}
	return d.Token("both")
}
