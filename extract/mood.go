package extract

import (
	"strings"

	"jishi/extract/rule"
	"jishi/schema"
)

// asked settles who is to do what somebody asks for without a word for whom: the other side of the talk or letter. The one who
// asks is then helped, where nobody else is named.
func (r *reading) asked(d *draft) refusal {
	v := d.verdict
	if !d.relation.Open || d.relation.Symmetric || d.relation.Meeting || v.Modality != schema.Requested || v.Cue < 0 || v.Cue > d.Trigger || d.Token("both") >= 0 {
		return refusal{}
	}
	if s := d.Token("subject"); !d.carried && s > v.Cue || !r.x.rules.Cues.Has(d.s.tokens[v.Cue].Word, schema.Requested) || rule.ClauseOf(d.s.clauses, v.Cue) != d.clause {
		return refusal{}
	}
	for i := v.Cue + 1; i < d.Trigger; i++ { // 希望中方派遣专家赴加纳: he is named
		if m := d.s.tokens[i].Mentions; len(m) > 0 && schema.IsActor(m[0].Type) && m[0].Type != "team" && i != d.Token("object") {
			return refusal{}
		}
	}
	other := r.listener(d)
	if other == nil || d.unknownAt(v.Cue+1) {
		return refusal{"asked", "nobody is named who is asked", ""}
	}
	if len(d.objects) == 0 || d.objects[0].Entity == other[0].Entity {
		var own []actor
		for _, a := range d.subjects {
			own = append(own, d.sideOf(r, a)...)
		}
		d.objects = own
	}
	d.subjects = other // 致信世界粮食计划署，要求派遣专家
	return refusal{}
}

// mood corrects a verdict by what the cue alone does not say: a guest who is there is greeted, not asked to come; a sentence
// without a subject goes on as the speech has begun; what will be on a day after the entry's has not been done.
func (r *reading) mood(d *draft) {
	v := &d.verdict
	if v.Cue >= 0 && r.x.rules.Cues.Has(d.s.tokens[v.Cue].Word, "invites") && r.scene.present && len(d.subjects) == 1 && r.isSide(d.subjects[0]) && !d.later() {
		v.Modality = schema.Actual
	}
	if v.Modality == schema.Requested && d.speech == nil && d.relation.Dialogue && !d.relation.Symmetric && d.adds() {
		v.Modality, v.Cue = schema.Actual, -1
	}
	if v.Modality == schema.Actual && v.Cue < 0 && !v.Undated && d.carried && d.speech != nil && d.speech.verb < 0 && r.scene.mood != "" && d.nobodyBegins() {
		v.Modality = r.scene.mood
	}
	if v.Modality == schema.Actual && d.relation.Meeting && d.leaves() { // 乘专机离开首都，出席在利马举行的峰会
		v.Modality = schema.Planned
	}
	if (v.Modality == schema.Pledged || v.Modality == schema.Planned) && d.relation.Said && v.Cue >= 0 && v.Cue < d.s.clauses[d.clause].Start && d.carried && r.stance(d) { // 将继续提供帮助，坚定支持该国
		v.Modality, v.Cue = schema.Actual, -1
	}
	if v.Modality == schema.Actual && d.Rule.Always == "" && d.decided() { // 作出向该国派遣救援队的决定
		v.Modality = schema.Planned
	}
	if v.Modality == schema.Actual && d.relation.Journey && d.during(r) && r.toldDay(d) == nil { // 访问该国期间，他将会见总统
		v.Modality = schema.Planned
	}
	if v.Modality == schema.Actual && d.Rule.Always == "" && v.Cue < 0 && d.nextTime() { // 下月访问利马
		v.Modality = schema.Planned
	}
	if cue := max(d.underWay(r, "will"), d.underWay(r, schema.Planned)); cue >= 0 && v.Modality == schema.Actual && d.Rule.Always == "" {
		v.Modality, v.Cue = schema.Planned, cue
	}
	if v.Modality == schema.Actual && v.Cue < 0 && d.Rule.Always == "" && r.entry.Date.First.Day > 0 && !v.Undated { // 专家于下月前往
		if m := r.named(d); m != nil && !m.Vague && !m.Continues && m.Time != nil && m.Time.First.Day == 0 && m.Time.First.Month > 0 && r.beyond(m.Time.First) {
			v.Modality = schema.Planned
		}
	}
	if v.Modality == schema.Actual && d.Rule.Always == "" && r.ahead(r.date(d).First) && d.willBe(r) { // 抵达利马，出席将于6日举行的大会
		v.Modality = schema.Planned
	}
}

// nextTime reports whether the trigger's clause says before the trigger that it is still to come, 下月, 明天, and nothing there
// that it is done.
func (d *draft) nextTime() bool {
	if d.Trigger+1 < len(d.s.tokens) && (d.s.tokens[d.Trigger+1].Word == "了" || d.s.tokens[d.Trigger+1].Word == "的") {
		return false
	}
	for i := d.s.clauses[d.clause].Start; i < d.Trigger; i++ {
		m := d.s.tokens[i].Mentions
		if len(m) == 0 || m[0].Type != schema.TypeDate {
			continue
		}
		at := d.s.tokens[i].At
		for _, word := range []string{"下月", "下周", "下个月", "下星期", "明天", "明日", "明年", "后天", "本月底", "月底"} {
			if strings.HasPrefix(d.s.Text[at.Start:at.End], word) {
				return d.s.of(i, d.Trigger) < 0
			}
		}
	}
	return false
}

// leaves reports whether who is to be at a meeting only sets out for it, in a clause before the trigger's or in it.
func (d *draft) leaves() bool {
	if d.Rule.Always != "" || d.speech != nil || d.Token("subject") > d.Trigger {
		return false
	}
	from := 0
	if d.clause > 0 {
		from = d.s.clauses[d.clause-1].Start
	}
	at := d.wordIn(from, d.Trigger, "离开", "启程", "动身")
	switch d.s.tokens[d.Trigger].Word {
	case "出席", "参加", "列席":
		return at >= 0 && d.wordIn(at, d.Trigger, "前", "后", "时", "之前", "之后", "抵达", "回到", "返回") < 0
	}
	return false
}

// believed reports whether somebody says of others that he believes they will do it: 相信对方将支持该国.
func (d *draft) believed(r *reading) bool {
	if d.speech == nil || d.speech.verb < 0 || d.relation.Journey || d.relation.Meeting || r.own(d) || d.verdict.Modality != schema.Pledged && d.verdict.Modality != schema.Planned || d.Token("subject") < d.speech.verb {
		return false
	}
	switch d.s.tokens[d.speech.verb].Word {
	case "相信", "坚信":
		return true
	}
	return false
}

// stance reports whether the trigger, with which its clause begins, says how firmly somebody stands: that is no part of what a clause before
// it promises.
func (r *reading) stance(d *draft) bool {
	return d.Trigger == d.s.clauses[d.clause].Start && strings.HasPrefix(d.s.tokens[d.Trigger].Word, "坚")
}

// inviterCarried reports whether who acts is only carried over a word of inviting in the trigger's clause, behind which nobody is
// known: 她邀请两国派代表出席.
func (d *draft) inviterCarried() bool {
	cue := d.verdict.Cue
	if d.verdict.Modality != schema.Requested || cue < d.s.clauses[d.clause].Start || cue > d.Trigger || d.Rule.Cues[d.s.tokens[cue].Word] != schema.Requested {
		return false
	}
	for _, t := range d.s.tokens[cue+1 : d.Trigger] {
		if len(t.Mentions) > 0 && schema.IsActor(t.Mentions[0].Type) {
			return false
		}
	}
	return true
}

// adds reports whether the trigger's clause adds another deed to what a clause before it wishes: 希望加强合作，并邀请他来访.
func (d *draft) adds() bool {
	c := d.s.clauses[d.clause]
	if d.verdict.Cue >= c.Start && d.verdict.Modality != "" || c.Start >= d.Trigger {
		return false
	}
	switch d.s.tokens[c.Start].Word {
	case "并", "并且", "同时", "还", "又":
		return true
	}
	return false
}

// nobodyBegins reports whether no clause of the sentence, up to the trigger's, begins with somebody.
func (d *draft) nobodyBegins() bool {
	for _, c := range d.s.clauses[:d.clause+1] {
		if c.Subject >= 0 {
			return false
		}
	}
	return true
}

// willBe reports whether the trigger's clause has a word for what is to come, wherever it stands.
func (d *draft) willBe(r *reading) bool {
	c := d.s.clauses[d.clause]
	for i := c.Start; i < c.End; i++ {
		if t := d.s.tokens[i]; len(t.Mentions) == 0 && (r.x.rules.Cues.Has(t.Word, "will") || r.x.rules.Cues.Has(t.Word, schema.Planned)) {
			return true
		}
	}
	return false
}

// underWay is the cue of a kind under which what is given, built or sent gets there, behind the 的 after the trigger, or -1:
// 捐赠的帐篷将于下月运抵海地.
func (d *draft) underWay(r *reading, kind string) int {
	if !d.relation.Open || d.Trigger+1 >= len(d.s.tokens) || d.s.tokens[d.Trigger+1].Word != "的" {
		return -1
	}
	return d.word(r, kind, d.Trigger+1, min(d.Match.End, d.s.clauses[d.clause].End), "")
}

// decided reports whether the trigger is what a decision behind it is about: 作出向该国派遣救援队的决定.
func (d *draft) decided() bool {
	c := d.s.clauses[d.clause]
	of := d.wordIn(d.Trigger+1, c.End-1, "的")
	if d.wordIn(c.Start, d.Trigger, "作出", "做出", "宣布", "通过") < 0 {
		return false
	}
	for ; of >= 0; of = d.wordIn(of+1, c.End-1, "的") {
		if w := d.s.tokens[of+1].Word; w == "决定" || w == "承诺" || w == "计划" {
			return true
		}
	}
	return false
}

// wishes reports whether the subject wishes it of himself: 期待访问中国.
func (d *draft) wishes(r *reading) bool {
	s := d.Token("subject")
	if s > d.verdict.Cue || d.verdict.Cue < 0 || d.verdict.Cue > d.Trigger || !r.x.rules.Cues.Has(d.s.tokens[d.verdict.Cue].Word, schema.Requested) {
		return false
	}
	switch d.s.tokens[d.verdict.Cue].Word {
	case "提议", "建议", "呼吁", "要求", "请求", "敦促": // it is asked of the other
		return !d.relation.Symmetric
	}
	for i := d.verdict.Cue + 1; i < d.Trigger; i++ {
		if m := d.s.tokens[i].Mentions; len(m) > 0 && (m[0].Type == "leader" || m[0].Type == "team") && i != d.Token("object") {
			return false
		}
	}
	return true
}

// later reports whether words between cue and trigger put the visit off: 欢迎再次访华.
func (d *draft) later() bool {
	for i := d.verdict.Cue + 1; i < d.Trigger; i++ {
		switch d.s.tokens[i].Word {
		case "再次", "早日", "有机会", "年内", "尽早", "适时", "方便", "尽快":
			return true
		}
		for _, m := range d.s.tokens[i].Mentions {
			if m.Type == schema.TypeDate {
				return true
			}
		}
	}
	return false
}

// talks reports whether the trigger stands in what one side of a talk says to the other.
func (r *reading) talks(d *draft) bool {
	return d.speech != nil && d.speech.speaker != nil && len(r.scene.sides) == 2 && r.isSide(*d.speech.speaker)
}

// own reports whether the speaker's own side acts, or nobody is named: 将 is then a promise.
func (r *reading) own(d *draft) bool {
	if d.speech == nil || d.speech.speaker == nil {
		return false
	}
	if d.Token("both") >= 0 {
		return false
	}
	for _, a := range d.subjects {
		if a.Country != d.speech.speaker.Country && a.Entity != d.speech.speaker.Entity {
			return false
		}
	}
	return true
}

func (d *draft) speechVerb() int {
	if d.speech == nil {
		return -1
	}
	return d.speech.verb
}
