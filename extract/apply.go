package extract

import (
	"strings"

	"jishi/extract/rule"
	"jishi/schema"
)

// draft is a match on its way to facts.
type draft struct {
	rule.Found
	s        *sentence
	relation schema.Relation
	clause   int
	speech   *speech
	subjects []actor
	objects  []actor
	carried  bool   // the subject is not in the match
	place    string // the city that the object was named by
	verdict  rule.Verdict

	subjectBy, objectBy string // how the parties were found, for explanations
}

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

// apply runs the rules on a sentence. A match that lacks a party looks for it in earlier clauses, in the speech, in the
// entry.
func (r *reading) apply(s *sentence) {
	var tried func(rule.Try)
	if r.trace != nil {
		tried = func(t rule.Try) { r.trace.tried(s, t) }
	}
	found := r.x.rules.Apply(s.tokens, tried)
	for _, f := range found {
		if rule.Covered(f, found) {
			r.trace.refused(&draft{Found: f, s: s}, refusal{"covered", "a rule of higher priority reads the same things", ""})
			continue
		}
		d := &draft{Found: f, s: s, clause: rule.ClauseOf(s.clauses, f.Trigger), speech: r.scene.speechAt(f.Trigger)}
		d.relation, _ = r.x.ontology.Relation(f.Rule.Relation)
		if why := r.complete(d); why != (refusal{}) {
			r.trace.refused(d, why)
			continue
		}
		r.tell(d)
	}
}

// complete fills a draft's parties and modality; the result says why there is no fact, or is zero.
func (r *reading) complete(d *draft) refusal {
	if why := r.excluded(d); why != (refusal{}) {
		return why
	}
	both := d.Mentions("both", d.s.tokens)
	if len(both) > 1 {
		if t := d.Token("both"); t+1 < len(d.s.tokens) && len(d.s.tokens[t+1].Mentions) == 0 {
			if w := d.s.tokens[t+1].Word; w == "同" || w == "与" || w == "和" || w == "跟" || w == "会同" { // 芬兰与瑞典同三国合作: not with each other
				return refusal{"members", "the list acts with somebody else", ""}
			}
		}
		if t := d.Token("both"); t+1 < len(d.s.tokens) && d.s.tokens[t+1].Word == "组成" {
			return refusal{"members", "the list only says of whom a group is made", ""}
		}
		if r.governed(d, "both") {
			return refusal{"governed", "the list stands behind a preposition", ""}
		}
		d.subjects, d.objects, d.subjectBy = d.actors(both), nil, byPattern
	} else {
		r.findSubject(d)
		r.findObject(d)
		d.subjects = r.nobodys(d)
		if len(d.subjects) == 0 {
			return refusal{"subject", "nobody is found who acts", ""}
		}
		if len(d.objects) == 0 && d.Rule.Object != "open" && !(d.carried && d.relation.Symmetric && r.together(d)) {
			return refusal{"object", "the other party is not found", ""}
		}
	}
	if d.Rule.States {
		r.states(d)
	}
	d.verdict = r.x.rules.Cues.Modality(rule.Scope{
		Tokens: d.s.tokens, Clauses: d.s.clauses, Trigger: d.Trigger, Subject: d.subjectToken(),
		Always: d.Rule.Always, Said: d.speech != nil, Speech: d.speechVerb(), Own: r.own(d), Talk: r.talks(d),
	}, d.Rule.Cues)
	r.mood(d)
	if m := d.Rule.Wish; m != "" && d.verdict.Modality == schema.Requested && d.wishes(r) {
		d.verdict.Modality = m
	}
	if d.verdict.Unreal {
		return refusal{"unreal", "it is a question or a condition", ""}
	}
	if why := r.asked(d); why != (refusal{}) {
		return why
	}
	if s := d.Token("subject"); d.verdict.Cue > s && s >= 0 && d.verdict.Modality == schema.Requested && d.Rule.Cues[d.s.tokens[d.verdict.Cue].Word] == schema.Requested && d.verdict.Cue < d.Trigger {
		return refusal{"asked", "nobody is named who is invited", ""}
	}
	if d.verdict.Cue < 0 && d.Rule.Modality != "" {
		d.verdict.Modality = d.Rule.Modality
	}
	return refusal{}
}

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
	if other == nil {
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
// without a subject goes on as the speech has begun.
func (r *reading) mood(d *draft) {
	v := &d.verdict
	if v.Cue >= 0 && r.x.rules.Cues.Has(d.s.tokens[v.Cue].Word, "invites") && r.scene.present && len(d.subjects) == 1 && r.isSide(d.subjects[0]) && !d.later() {
		v.Modality = schema.Actual
	}
	if v.Modality == schema.Actual && v.Cue < 0 && !v.Undated && d.carried && d.speech != nil && d.speech.verb < 0 && r.scene.mood != "" && d.clause == 0 {
		v.Modality = r.scene.mood
	}
}

// wishes reports whether the subject wishes it of himself: 期待访问中国.
func (d *draft) wishes(r *reading) bool {
	s := d.Token("subject")
	if s > d.verdict.Cue || d.verdict.Cue < 0 || d.verdict.Cue > d.Trigger || !r.x.rules.Cues.Has(d.s.tokens[d.verdict.Cue].Word, schema.Requested) {
		return false
	}
	for i := d.verdict.Cue + 1; i < d.Trigger; i++ {
		if m := d.s.tokens[i].Mentions; len(m) > 0 && (m[0].Type == "leader" || m[0].Type == "team") {
			return false
		}
	}
	return true
}

// later reports whether words between cue and trigger put the visit off: 欢迎再次访华.
func (d *draft) later() bool {
	for i := d.verdict.Cue + 1; i < d.Trigger; i++ {
		switch d.s.tokens[i].Word {
		case "再次", "早日", "年内", "尽早", "适时", "方便", "尽快":
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

func (r *reading) isSide(a actor) bool {
	for _, s := range r.scene.sides {
		if s.Entity == a.Entity {
			return true
		}
	}
	return false
}

// nobodys leaves out teams that nobody is known to have sent: they do not act for anybody.
func (r *reading) nobodys(d *draft) []actor {
	if d.Rule.Subject != "team" && !d.relation.Meeting {
		return d.subjects
	}
	var out []actor
	for _, a := range d.subjects {
		if a.Type == "team" && a.Country == "" && len(a.Inside) == 0 {
			continue
		}
		out = append(out, a)
	}
	return out
}

// together reports whether the subjects are the two sides, whom one word of an earlier clause names: 双方要…，争取签署协议.
func (r *reading) together(d *draft) bool {
	s := d.subjects
	return len(s) == 2 && s[0].in == d.s && s[1].in == d.s && s[0].At == s[1].At && s[0].Entity != s[1].Entity
}

// states puts the countries that the parties act for in place of the parties.
func (r *reading) states(d *draft) {
	for _, list := range [][]actor{d.subjects, d.objects} {
		for i, a := range list {
			if found := d.sideOf(r, a); len(found) == 1 {
				list[i] = found[0]
			}
		}
	}
}

// excluded says which of the rule's own conditions a match fails.
func (r *reading) excluded(d *draft) refusal {
	clause := d.s.clauses[d.clause]
	start, end := min(clause.Start, d.Match.Start), max(clause.End, d.Match.End)
	for _, w := range d.Rule.Unless {
		if w == "items" && r.items(d, nil) != nil {
			return refusal{"unless", "supplies are named", ""}
		}
		for i := start; i < end; i++ {
			if len(d.s.tokens[i].Mentions) == 0 && d.s.tokens[i].Word == w && i != d.Trigger {
				return refusal{"unless", "the clause holds", w}
			}
		}
	}
	if d.Rule.Always == "" && r.x.rules.Cues.Topic(d.s.tokens, clause, d.Trigger) {
		return refusal{"topic", "it is only what they talk about", ""}
	}
	if d.Rule.Nearest && d.othersBetween() {
		return refusal{"nearest", "somebody else stands nearer to the trigger", ""}
	}
	if d.named() {
		return refusal{"name", "the trigger is part of a quoted name", ""}
	}
	if d.bodyOfBoth(r) {
		return refusal{"body", "only bodies of the two countries are meant", ""}
	}
	if d.nameGoesOn() {
		return refusal{"cut", "the name of who acts goes on behind it", ""}
	}
	if d.quoted(d.Token("subject")) {
		return refusal{"name", "who acts is part of a quoted name", ""}
	}
	if d.otherActs() {
		return refusal{"other", "somebody else acts in the clause", ""}
	}
	if d.relation.Meeting && r.relative(d) {
		return refusal{"relative", "the meeting belongs to a clause about somebody else", ""}
	}
	if d.Rule.Verbal && d.Trigger > 0 {
		if w := d.s.tokens[d.Trigger-1].Word; w == "的" || w == "重要" {
			return refusal{"verbal", "the trigger is a noun", ""}
		}
	}
	for role, list := range d.Rule.Contains {
		if !d.holds(role, list) {
			return refusal{"contains", "not of the kind that the rule wants is the", role}
		}
	}
	for role, list := range d.Rule.Lacks {
		if d.holds(role, list) {
			return refusal{"lacks", "of another kind than the rule wants is the", role}
		}
	}
	switch {
	case d.Rule.Within == "speech" && d.speech == nil:
		return refusal{"within", "nobody says it", ""}
	case d.Rule.Within == "telling" && d.speech != nil:
		return refusal{"within", "somebody says it", ""}
	}
	for _, role := range d.Rule.Needs {
		if role == "items" && r.items(d, nil) == nil || role != "items" && d.Token(role) < 0 {
			return refusal{"needs", "the rule needs, and there is no", role}
		}
	}
	if d.Token("sum") >= 0 {
		for _, m := range d.Mentions("sum", d.s.tokens) {
			if !m.Amount.Money {
				return refusal{"money", "the amount is no money", ""}
			}
		}
	}
	return refusal{}
}

// holds reports whether the name that fills a role holds one of the words, which | divides.
func (d *draft) holds(role, list string) bool {
	for _, m := range d.Mentions(role, d.s.tokens) {
		for _, w := range strings.Split(list, "|") {
			if strings.Contains(m.Name, w) {
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

// bodyOfBoth reports whether the object is 两国 before a word for some of their people: 支持两国企业.
func (d *draft) bodyOfBoth(r *reading) bool {
	i := d.Token("object")
	if i < 0 || i+1 >= len(d.s.tokens) || len(d.s.tokens[i].Mentions) < 2 || d.s.tokens[i].Mentions[0].By != "reference" {
		return false
	}
	next := d.s.tokens[i+1]
	return len(next.Mentions) == 0 && r.x.rules.Cues.Has(next.Word, "body")
}

// nameGoesOn reports whether two characters or more that no word has stand directly behind a country or organization that
// is to act: 中国海军和平方舟医院船 is neither.
func (d *draft) nameGoesOn() bool {
	i := d.Token("subject")
	if i < 0 || i >= d.Trigger || len(d.s.tokens[i].Mentions) != 1 || d.s.tokens[i].Mentions[0].Type != "country" && d.s.tokens[i].Mentions[0].Type != "organization" || d.s.tokens[i].Mentions[0].Office != "" {
		return false
	}
	n := 0
	for k := i + 1; k < d.Trigger && len(d.s.tokens[k].Mentions) == 0 && d.s.tokens[k].Word == "" && d.s.tokens[k].At.Start == d.s.tokens[k-1].At.End; k++ {
		n++
	}
	return n >= 3
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

// relative reports whether the meeting stands in a clause about who follows: 会见出席论坛的客人. The one who acts in the
// main clause did not attend.
func (r *reading) relative(d *draft) bool {
	i := d.Token("object")
	clause := d.s.clauses[d.clause]
	of := i + 1
	for of < clause.End && of <= i+4 && d.s.tokens[of].Word != "的" {
		of++
	}
	if d.Token("subject") < 0 && i > d.Trigger && of < clause.End && d.s.tokens[of].Word == "的" && !(of+1 < clause.End && len(d.s.tokens[of+1].Mentions) > 0 && d.s.tokens[of+1].Mentions[0].Type == "meeting") {
		return true // 参加仪式的学生们: whoever acts is not the one before
	}
	if i <= d.Trigger || of >= clause.End || d.s.tokens[of].Word != "的" || d.Token("subject") > i {
		return false
	}
	for k := clause.Start; k < d.Trigger; k++ {
		if w := d.s.tokens[k].Word; len(d.s.tokens[k].Mentions) == 0 && (w == "会见" || w == "同" || w == "与" || w == "分别会见" || w == "接见") {
			return true
		}
	}
	return false
}

func (d *draft) actors(mentions []schema.Mention) []actor {
	out := make([]actor, len(mentions))
	for i, m := range mentions {
		out[i] = actor{m, d.s}
	}
	return out
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

func (d *draft) speechVerb() int {
	if d.speech == nil {
		return -1
	}
	return d.speech.verb
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
