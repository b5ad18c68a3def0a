package extract

import (
	"jishi/extract/rule"
	"jishi/schema"
)

// date is when it was. A promise or a request bears the entry's day. What was done is of the day that its clause names,
// else that an earlier clause names by itself, else that the telling has reached; of no known day when it is told as
// habit, as a sum, or by somebody in a speech; else of the entry's.
func (r *reading) date(d *draft) schema.Date {
	heading := r.heading()
	unknown := schema.Date{Basis: schema.FromNothing}
	if d.verdict.Modality != schema.Actual {
		return r.undone(d, heading)
	}
	if d.Rule.Always != "" && d.vague() {
		return unknown
	}
	if !r.thereNow(d) && r.sums(d) || r.overBefore(d) || d.reportedOn() {
		return unknown
	}
	if m := r.named(d); m != nil {
		switch {
		case m.Vague || m.Time == nil:
			return unknown
		case m.Continues:
			out := heading
			out.Last = m.Time.Last
			return out
		}
		out := *m.Time
		out.Basis = schema.FromSentence
		return out
	}
	if w := r.heldAt(d); w.day != nil && d.speech == nil {
		return *w.day
	}
	if day := r.toldDay(d); day != nil {
		return *day
	}
	if r.thereNow(d) {
		return r.made(d, heading)
	}
	if d.Rule.Undated || d.verdict.Undated || d.Rule.Object == "speaker" && r.thanker(d) != nil || d.thanked(r) || d.agreedBefore() || d.speech != nil && !d.relation.Said {
		return unknown
	}
	if d.speech != nil {
		return r.made(d, heading)
	}
	if r.scene.day != nil {
		return *r.scene.day
	}
	if r.scene.vague && (d.clause == 0 || r.scene.item.day == nil) || r.scene.past {
		return unknown
	}
	if d.Rule.Always != "" && r.scene.item.day == nil { // who came for some days was invited before them
		return heading
	}
	return r.onItem(heading)
}

// undone is the day of what was not done: that for which it is planned, or on which it is denied, else the day on which that was said.
func (r *reading) undone(d *draft, heading schema.Date) schema.Date {
	if d.verdict.Modality == schema.Planned {
		if m := r.named(d); m != nil && !m.Vague && m.Time != nil && (m.Time.First.Day > 0 && (d.after(m) || r.ahead(m.Time.First)) || !m.Continues && d.after(m) && r.beyond(m.Time.First)) {
			out := *m.Time
			out.Basis = schema.FromSentence
			return out
		}
	}
	if d.verdict.Modality == schema.Planned && d.relation.Meeting && len(d.objects) == 1 {
		if day := r.comes(d.objects[0]); day != nil {
			return *day
		}
	}
	if d.verdict.Modality == schema.Negated {
		if m := r.named(d); m != nil && !m.Vague && !m.Continues && m.Time != nil {
			out := *m.Time
			out.Basis = schema.FromSentence
			return out
		}
		if d.verdict.Undated {
			return schema.Date{Basis: schema.FromNothing}
		}
	}
	return r.made(d, heading)
}

// ahead reports whether a day is after the entry's: 3月7日，他将出席峰会 plans the day, 3日，他宣布将出席 does not.
func (r *reading) ahead(day schema.Day) bool {
	heading := r.entry.Date.First
	if last := r.entry.Date.Last; last.Day > 0 {
		heading = last
	}
	return heading.Day > 0 && day.Day > 0 && heading.Before(day)
}

// beyond reports whether a month or a year comes after the one of the entry's date: 计划下月访问 plans it for that month, 年内 says no
// more than the heading.
func (r *reading) beyond(t schema.Day) bool {
	heading := r.entry.Date.First
	if t.Year != heading.Year || t.Month == 0 {
		return t.Year > heading.Year
	}
	return t.Month > heading.Month
}

// heldAt is when and where a meeting takes place that the draft has not named itself.
func (r *reading) heldAt(d *draft) where {
	if !d.relation.Meeting || len(d.objects) != 1 {
		return where{}
	}
	w := r.scene.held[d.objects[0].Entity]
	if at := d.Token("object"); at >= 0 {
		if d.s.tokens[at].Mentions[0].By != "reference" { // 此次峰会 is the one named before
			return where{}
		}
		w.place = ""
	}
	return w
}

// made is the day on which something was promised, asked for or denied: the one that the speech or the clause names
// before it, else the one that the telling has reached, else the entry's.
func (r *reading) made(d *draft, heading schema.Date) schema.Date {
	day := r.scene.talk
	if d.speech != nil && d.speech.day != nil {
		day = d.speech.day
	} else if d.speech == nil && d.verdict.Cue >= 0 {
		for i := d.verdict.Cue - 1; i >= d.s.clauses[rule.ClauseOf(d.s.clauses, d.verdict.Cue)].Start; i-- {
			if m := d.dateAt(i); m != nil && onDay(m) {
				out := *m.Time
				out.Basis = schema.FromSentence
				return out
			}
		}
	}
	if day == nil && d.speech == nil && r.undecided() {
		day = d.s.opensOn()
	}
	if day == nil && (r.scene.vague || d.s.opensVaguely()) {
		return schema.Date{Basis: schema.FromNothing}
	}
	if day == nil && heading.First.IsZero() {
		day = d.s.opensIn()
	}
	if day == nil {
		return r.onItem(heading)
	}
	return *day
}

// onDay reports whether a date expression names one day.
func onDay(m *schema.Mention) bool {
	return !m.Vague && !m.Continues && m.Time != nil && m.Time.First.Day > 0 && m.Time.Last.IsZero()
}

// named is the date expression that goes with the trigger.
func (r *reading) named(d *draft) *schema.Mention {
	for k := d.clause; k >= 0; k-- {
		clause := d.s.clauses[k]
		if k < d.clause && (d.speech != nil && clause.Start <= d.speech.verb || !d.sets(k) && !d.carried) {
			break
		}
		last := clause.End
		if k == d.clause {
			last = d.Trigger
		}
		for i := last - 1; i >= clause.Start; i-- {
			if m := d.dateAt(i); m != nil && (k == d.clause || !r.verbBefore(d.s, clause.Start, i) && !d.s.isYearOf(i)) && !d.asksFor(i) {
				if k < d.clause && d.s.endsAfter(clause) && m.Time != nil && m.Time.First.Day == 0 && r.entry.Date.First.Day > 0 { // 上个月当选后，他访问该国: since then
					return &schema.Mention{Type: schema.TypeDate, Name: m.Name, At: m.At, Vague: true}
				}
				return m
			}
		}
		if k == d.clause {
			attributive := d.attributive() && !d.agreedBefore() // 签署的协定昨天生效: not the day of the signing
			inside := d.Token("object")                         // 出席14日举行的会议: the day of the meeting
			for i := d.Trigger + 1; i < clause.End; i++ {
				if m := d.dateAt(i); m != nil && (m.Continues || attributive || d.relation.Meeting && i < inside) {
					return m
				}
			}
		}
	}
	if c := d.s.clauses[0]; d.clause > 0 && d.speech == nil && c.End-c.Start <= 4 { // 10日晚，…，…
		if m := d.dateAt(c.Start); m != nil && !m.Vague {
			return m
		}
	}
	return nil
}

// endsAfter reports whether a clause ends by saying that what follows was after it.
func (s *sentence) endsAfter(c rule.Clause) bool {
	w := s.tokens[c.End-1].Word
	return w == "后" || w == "之后" || w == "以后"
}

// isYearOf reports whether a clause only says of what a year or day is one, which is no time of what follows: 今年是两国建交50周年.
func (s *sentence) isYearOf(i int) bool {
	if i+1 >= len(s.tokens) || len(s.tokens[i+1].Mentions) > 0 {
		return false
	}
	switch s.tokens[i+1].Word {
	case "是", "系", "恰逢", "正值", "适逢", "恰是", "正是":
		return true
	}
	return false
}

// asksFor reports whether the date at token i is that of the visit to which somebody is invited: 转达对总统明年访问的邀请.
func (d *draft) asksFor(i int) bool {
	o := d.Token("object")
	return d.relation.Dialogue && d.Rule.Always != "" && o >= 0 && o < i && d.behind(o, "对")
}

// attributive reports whether the trigger belongs to a clause about the goods: 援助加纳灾区的物资日前运抵.
func (d *draft) attributive() bool {
	last := d.Trigger + 1
	if i := d.Token("items"); i > d.Trigger {
		last = i - 1
	}
	for i := d.Trigger + 1; i <= last && i < len(d.s.tokens); i++ {
		if d.s.tokens[i].Word == "的" {
			return true
		}
	}
	return false
}

// sets reports whether clause k is short and has nobody who acts: 3月2日上午， sets the day of what follows.
func (d *draft) sets(k int) bool {
	c := d.s.clauses[k]
	return c.End-c.Start <= 12
}

func (d *draft) dateAt(i int) *schema.Mention {
	for k := range d.s.tokens[i].Mentions {
		m := &d.s.tokens[i].Mentions[k]
		if m.Type == schema.TypeDate && !(d.speech != nil && i <= d.speech.verb) && !d.yearOfName(i, m) {
			return m
		}
	}
	return nil
}

// yearOfName reports whether a year only belongs to the name behind it: 2016年二十国集团主席国.
func (d *draft) yearOfName(i int, m *schema.Mention) bool {
	if m.Time == nil || m.Time.First.Month > 0 || m.Time.First.Year == 0 || i+1 >= len(d.s.tokens) {
		return false
	}
	next := d.s.tokens[i+1].Mentions
	return len(next) > 0 && (next[0].Type == "organization" || next[0].Type == "meeting" || next[0].Type == "group")
}

// after reports whether a date stands behind the cue that makes the fact a plan: it is the day planned, not the day of
// the planning.
func (d *draft) after(m *schema.Mention) bool {
	return d.verdict.Cue >= 0 && m.At.Start > d.s.tokens[d.verdict.Cue].At.Start
}

// verbBefore reports whether a verb stands in tokens [from:to): a date behind it belongs to what that verb takes.
func (r *reading) verbBefore(s *sentence, from, to int) bool {
	found := false
	for i := from; i < to; i++ {
		if len(s.tokens[i].Mentions) > 0 {
			continue
		}
		if s.tokens[i].Word == "的" { // the verb before it belongs to a clause about a noun
			found = false
		}
		found = found || r.x.rules.Cues.Has(s.tokens[i].Word, "verb") && !r.x.rules.Cues.Ahead(s.tokens[i].Word)
	}
	return found
}
