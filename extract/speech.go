package extract

import (
	"strings"

	"jishi/extract/rule"
	"jishi/schema"
)

// speech is what somebody says: tokens from verb+1 up to end.
type speech struct {
	verb, end int // verb is -1 when the speech began in an earlier sentence
	speaker   *actor
	others    []schema.Mention // who say it with him: 挪威、丹麦表示
	day       *schema.Date     // on which it was said, where the text names it
}

// speechAt is the speech that holds token i, or nil.
func (c *scene) speechAt(i int) *speech {
	for k := len(c.speeches) - 1; k >= 0; k-- {
		if sp := &c.speeches[k]; i > sp.verb && i < sp.end {
			return sp
		}
	}
	return nil
}

// speeches finds what is said in a sentence and by whom. A speech reaches to the end of its sentence, or to the closing
// quotation mark, and goes on in the next sentence unless that tells of somebody else's doing.
func (r *reading) speeches(s *sentence) {
	c := &r.scene
	cues := r.x.rules.Cues
	if strings.HasPrefix(s.Text, "答：") { // a ministry's spokesman speaks for his country
		if home := r.country(schema.Home); home != nil {
			c.speaker = &actor{home[0], nil}
		}
	}
	if c.speaker != nil && r.goesOn(s) {
		c.speeches = append(c.speeches, speech{verb: -1, end: len(s.tokens), speaker: c.speaker, day: c.spoken})
	} else {
		c.speaker, c.spoken, c.mood = nil, nil, ""
	}
	for _, clause := range s.clauses {
		for i := clause.Start; i < clause.End; i++ {
			t := s.tokens[i]
			if len(t.Mentions) > 0 || !cues.Has(t.Word, "saying") || r.feels(s, clause, i) || i == 0 && strings.HasPrefix(s.Text, "答：") {
				continue
			}
			who := r.speakerOf(s, clause, i)
			if who == nil || c.speechAt(i) != nil && joined(s, clause) {
				continue
			}
			if before := c.speechAt(i); before != nil && clause.Subject < 0 {
				who = before.speaker
			} else if before != nil {
				before.end = clause.Start
			}
			if day := spokenOn(s, clause, i); day != nil {
				c.spoken = day
			} else if day := s.opensOn(); day != nil && r.undecided() {
				c.spoken = day
			} else if c.spoken == nil && c.voice != nil && c.voice.Entity == who.Entity { // “…”，X昨天说。X还表示…
				c.spoken = c.voiceDay
			}
			c.voice, c.voiceDay = who, c.spoken
			c.speeches = append(c.speeches, speech{verb: i, end: s.turns(clause, who), speaker: who, others: othersOf(s, clause, i), day: c.spoken})
			if c.speaker == nil || c.speaker.Entity != who.Entity {
				c.mood = ""
			}
			c.speaker = who
			r.speaksTo(s, i, who)
			if from := r.quotedBefore(s, clause); from >= 0 {
				c.speeches = append(c.speeches, speech{verb: from, end: clause.Start, speaker: who})
			}
			break
		}
	}
}

// turns is the token before which a speech ends: 甲表示，…；乙则邀请他来访 goes on with what another person does.
func (s *sentence) turns(said rule.Clause, who *actor) int {
	for _, c := range s.clauses {
		if c.Start <= said.Start || c.Subject < 0 || s.tokens[c.Start-1].Word != "；" && s.tokens[c.Start-1].Word != "，" {
			continue
		}
		m := s.tokens[c.Subject].Mentions[0]
		if next := c.Subject + 1; m.Type == "leader" && m.Entity != who.Entity && next < c.End && s.tokens[next].Word == "则" {
			return c.Start
		}
	}
	return len(s.tokens)
}

// speaksTo makes the two the sides of a talk where a leader speaks to his guest: 在里加对到访的约旦首相恩苏尔说.
func (r *reading) speaksTo(s *sentence, verb int, who *actor) {
	if verb < 2 || who.Type != "leader" {
		return
	}
	to := s.tokens[verb-1].Mentions
	if len(to) != 1 || to[0].Type != "leader" || to[0].Entity == who.Entity {
		return
	}
	k := verb - 2
	if k < 2 || s.tokens[k].Word != "的" || s.tokens[k-1].Word != "来访" && s.tokens[k-1].Word != "到访" {
		return
	}
	if w := s.tokens[k-2].Word; w == "对" || w == "向" {
		r.scene.sides = []actor{*who, {to[0], s}}
	}
}

// joined reports whether the first who is named in a clause is only joined to somebody: 和他共同宣布.
func joined(s *sentence, clause rule.Clause) bool {
	w := s.tokens[clause.Start].Word
	return len(s.tokens[clause.Start].Mentions) == 0 && (w == "和" || w == "同" || w == "与")
}

// othersOf are those who say something together with the first of a list.
func othersOf(s *sentence, clause rule.Clause, verb int) []schema.Mention {
	if clause.Subject < 0 || clause.Subject >= verb {
		return nil
	}
	return s.tokens[clause.Subject].Mentions[1:]
}

// feels reports whether 表示 at i only tells of a feeling, with its noun behind it: 向他表示祝贺. What follows is no speech.
func (r *reading) feels(s *sentence, clause rule.Clause, i int) bool {
	n := clause.End - i - 1
	if s.tokens[i].Word != "表示" || n < 1 || n > 4 {
		return false
	}
	cues := r.x.rules.Cues
	for k := i + 1; k < clause.End; k++ {
		if len(s.tokens[k].Mentions) > 0 || cues.Ahead(s.tokens[k].Word) || cues.Has(s.tokens[k].Word, schema.Negated) { // 表示未收到邀请
			return false
		}
	}
	return true
}

// spokenOn is the day that a clause names before its verb of saying, or nil.
func spokenOn(s *sentence, clause rule.Clause, verb int) *schema.Date {
	for i := clause.Start; i < verb; i++ {
		for k := range s.tokens[i].Mentions {
			if m := &s.tokens[i].Mentions[k]; m.Type == schema.TypeDate && onDay(m) {
				day := *m.Time
				day.Basis = schema.FromSentence
				return &day
			}
		}
	}
	return nil
}

// speakerOf is who says: the clause's own subject, else who acted before.
func (r *reading) speakerOf(s *sentence, clause rule.Clause, verb int) *actor {
	if clause.Subject >= 0 && clause.Subject < verb {
		m := s.tokens[clause.Subject].Mentions[0]
		if m.Type == schema.TypeRefer {
			for k := rule.ClauseOf(s.clauses, verb) - 1; k >= 0; k-- { // 会长率队抵达；她对记者说
				if i := s.clauses[k].Subject; i >= 0 && s.tokens[i].Mentions[0].Type == "leader" && m.Refer.Kind == schema.ReferPerson {
					return r.scene.keep(s.tokens[i].Mentions[0], s)
				}
			}
			return r.scene.person
		}
		return r.scene.keep(m, s)
	}
	for k := rule.ClauseOf(s.clauses, verb) - 1; k >= 0; k-- {
		if i := s.clauses[k].Subject; i >= 0 && s.tokens[i].Mentions[0].Type != schema.TypeRefer {
			return r.scene.keep(s.tokens[i].Mentions[0], s)
		}
	}
	if m := r.inClause(s, clause, "meeting"); m >= 0 && m < verb {
		return r.scene.keep(s.tokens[m].Mentions[0], s)
	}
	return r.scene.subject
}

func (r *reading) inClause(s *sentence, clause rule.Clause, typ string) int {
	for i := clause.Start; i < clause.End; i++ {
		if len(s.tokens[i].Mentions) > 0 && s.tokens[i].Mentions[0].Type == typ {
			return i
		}
	}
	return -1
}

// quotedBefore is the token of the opening mark when the clause that says stands behind a quotation: “…。”X说.
func (r *reading) quotedBefore(s *sentence, clause rule.Clause) int {
	if clause.Start == 0 || s.tokens[0].Word != "“" {
		return -1
	}
	for i := clause.Start; i >= clause.Start-2 && i >= 0; i-- {
		if i < len(s.tokens) && s.tokens[i].Word == "”" {
			return 0
		}
	}
	return -1
}

// goesOn reports whether a sentence continues the speech before it: it begins with a side, a group, a meeting or nobody,
// not with a person or an organization that does something.
func (r *reading) goesOn(s *sentence) bool {
	if c := s.clauses; len(c) > 1 && c[0].Subject < 0 && c[0].End > c[0].Start && c[0].End-c[0].Start <= 4 && r.leadsBack(s.tokens[c[0].End-1]) {
		return false
	}
	if s.attended() || s.goesOnTelling() {
		return false
	}
	for _, clause := range s.clauses {
		if clause.Subject < 0 {
			continue
		}
		if first := s.tokens[clause.Start]; len(first.Mentions) == 0 && r.x.rules.Cues.Has(first.Word, "apposition") { // 作为该组织主席国，
			continue
		}
		m := s.tokens[clause.Subject].Mentions[0]
		if m.Type == schema.TypeRefer && m.Refer.Kind == schema.ReferPerson {
			return false
		}
		return m.Type != "leader" && m.Type != "organization" && m.Type != "team"
	}
	return true
}

// goesOnTelling reports whether a sentence begins by telling what two have done besides: 双方还签署了协议.
func (s *sentence) goesOnTelling() bool {
	c := s.clauses[0]
	if c.Subject != c.Start || c.Start+1 >= c.End || s.tokens[c.Start+1].Word != "还" {
		return false
	}
	switch at := s.tokens[c.Start].At; s.Text[at.Start:at.End] {
	case "双方", "两国", "两人", "三方", "三国":
	default:
		return false
	}
	for _, t := range s.tokens[c.Start:c.End] {
		if len(t.Mentions) == 0 && strings.HasSuffix(t.Word, "了") {
			return true
		}
	}
	return false
}

// attended reports whether a sentence begins by telling who was there, which nobody tells the others in a speech: 三国代表与会.
func (s *sentence) attended() bool {
	c := s.clauses[0]
	if c.Subject < 0 || c.End-c.Start < 2 {
		return false
	}
	for _, t := range s.tokens[c.Subject:c.End] {
		if strings.Contains(t.Word, "派") || strings.Contains(t.Word, "将") || t.Word == "确认" || t.Word == "同意" { // 三国已确认派员参加
			return false
		}
	}
	switch s.tokens[c.End-1].Word {
	case "与会", "参会", "在线参会", "在线与会", "到会", "列席", "旁听", "出席", "参加":
		return len(s.tokens[c.End-1].Mentions) == 0
	}
	return false
}

// leadsBack reports whether a token ends an adjunct that leads back to what is told: 会谈后, 当天, 其间.
func (r *reading) leadsBack(t schema.Token) bool {
	return r.x.rules.Cues.Has(t.Word, "adjunct") || len(t.Mentions) > 0 && t.Mentions[0].Type == schema.TypeDate
}
