package extract

import (
	"slices"
	"strings"

	"jishi/extract/rule"
	"jishi/schema"
)

// lastMeeting is the meeting named last before the trigger; for 与会 and speeches no ceremony, if there is another.
func (r *reading) lastMeeting(d *draft) []actor {
	next := ""
	if d.Trigger+1 < len(d.s.tokens) {
		next = d.s.tokens[d.Trigger+1].Word
	}
	ceremony := next == "仪式" || next == "典礼" || next == "活动" || next == "开幕式"
	var second, nameless []actor
	for i := d.Trigger - 1; i >= 0; i-- {
		m := d.s.tokens[i].Mentions
		if len(m) == 0 || m[0].Type != "meeting" || !d.s.opens(i) {
			continue
		}
		if isPointer(m[0].Name) {
			nameless = d.actors(m[:1])
			continue
		}
		if ceremony || !isCeremony(m[0].Name) || r.scene.assembly == nil {
			return d.actors(m[:1])
		}
		if second == nil {
			second = d.actors(m[:1])
		}
	}
	if c := d.s.clauses[0]; second == nil && d.clause == 1 && c.End-c.Start >= 2 && d.s.tokens[c.End-1].Word == "期间" && isMeeting(d.s.tokens[c.End-2]) {
		return d.actors(d.s.tokens[c.End-2].Mentions[:1]) // 峰会期间，…会见来京与会的…
	}
	switch {
	case !ceremony && r.scene.assembly != nil:
		return []actor{*r.scene.assembly}
	case second != nil:
		return second
	case r.scene.meeting != nil:
		return []actor{*r.scene.meeting}
	}
	return nameless // 会议由…主持，…参加: whatever it is called
}

// wholes are the meetings that the word behind the trigger says: 主持峰会 after 渔业峰会开幕式 is 渔业峰会.
func (d *draft) wholes(found []actor) []actor {
	i := d.Trigger + 1
	if len(found) != 1 || i >= len(d.s.tokens) || d.s.tokens[i].Word == "" || beginsCeremony(d.s.Text[d.s.tokens[i].At.End:]) {
		return found
	}
	found[0].Mention = wholeOf(found[0].Mention, d.s.tokens[i].Word)
	return found
}

// wholeOf is the meeting of which a mention is the opening or a feast, where the word for it says so.
func wholeOf(m schema.Mention, word string) schema.Mention {
	at := strings.LastIndex(m.Name, word)
	if at <= 0 {
		return m
	}
	if beginsCeremony(m.Name[at+len(word):]) {
		m.Name = m.Name[:at+len(word)]
		m.Entity = "-/" + m.Name
	}
	return m
}

// beginsCeremony reports whether a text begins with a word for the opening, the end or a feast of a meeting.
func beginsCeremony(text string) bool {
	return slices.ContainsFunc([]string{"开幕式", "闭幕式", "开幕仪式", "闭幕仪式", "开幕典礼", "闭幕典礼", "欢迎晚宴", "欢迎宴会", "欢迎仪式", "开幕会", "闭幕会"}, func(w string) bool {
		return strings.HasPrefix(text, w)
	})
}

// isPointer reports whether a meeting's name only points to one named before: 此次会议.
func isPointer(name string) bool {
	switch strings.TrimPrefix(strings.TrimPrefix(strings.TrimPrefix(name, "此次"), "本次"), "上述") {
	case "届峰会", "届会议", "届论坛", "会议", "论坛", "峰会", "大会", "会", "活动":
		return true
	}
	return false
}

// isCeremony reports whether a meeting is a part of another, or an act that people watch.
func isCeremony(name string) bool {
	return strings.HasSuffix(name, "式") || strings.HasSuffix(name, "典礼") || strings.HasSuffix(name, "记者会") || strings.HasSuffix(name, "发布会") || strings.HasSuffix(name, "吹风会")
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
	return d.s.receives(clause.Start, d.Trigger)
}

// receives reports whether tokens [from:to) tell that somebody meets guests.
func (s *sentence) receives(from, to int) bool {
	for k := from; k < to; k++ {
		if len(s.tokens[k].Mentions) > 0 {
			continue
		}
		switch s.tokens[k].Word {
		case "会见", "会见了", "同", "与", "分别会见", "接见", "看望", "欢迎", "宴请", "款待", "为":
			return true
		}
	}
	return false
}

// takesPlace lets the day on which a sentence says that a meeting is held, or that somebody chairs it, be that of what follows:
// 论坛7日在利马举行。挪威首相出席。
func (r *reading) takesPlace(s *sentence) {
	for k, c := range s.clauses {
		meeting := r.inClause(s, c, "meeting")
		if meeting >= 0 {
			r.toBeHeld(s, c, meeting)
		}
		if meeting < 0 || r.scene.speechAt(meeting) != nil || !s.held(c, meeting) {
			continue
		}
		undated := r.entry.Date.First.IsZero()
		day := s.dayIn(c, undated)
		if before := k - 1; day == nil && before >= 0 && s.clauses[before].End-s.clauses[before].Start <= 3 { // 7日下午，挪威首相主持召开论坛
			day = s.dayIn(s.clauses[before], undated)
		}
		if day == nil || !undated && !near(day.First, r.entry.Date.First) {
			continue
		}
		id := s.tokens[meeting].Mentions[0].Entity
		if w := r.scene.held[id]; w.day == nil {
			if w.day = day; r.scene.held == nil {
				r.scene.held = map[string]where{}
			}
			r.scene.held[id] = w
		}
		if r.scene.day == nil {
			r.scene.day = day
		}
	}
}

// toBeHeld keeps the days on which a clause says that a meeting will be held, for those of whom it is told that they will be there:
// 论坛将于17日至18日在利马举行。挪威首相将出席论坛。
func (r *reading) toBeHeld(s *sentence, c rule.Clause, meeting int) {
	id := s.tokens[meeting].Mentions[0].Entity
	if _, told := r.scene.coming[id]; told || id == "" || s.willHold(c, meeting) < 0 {
		return
	}
	for i := c.Start; i < c.End; i++ {
		for k := range s.tokens[i].Mentions {
			m := &s.tokens[i].Mentions[k]
			if m.Type != schema.TypeDate || m.Vague || m.Continues || m.Time == nil || m.Time.First.Day == 0 || !r.ahead(m.Time.First) {
				continue
			}
			day := *m.Time
			day.Basis = schema.FromSentence
			if r.scene.coming == nil {
				r.scene.coming = map[string]schema.Date{}
			}
			r.scene.coming[id] = day
			return
		}
	}
}

// comes are the days on which a meeting will be held, by its name or the end of it (开幕式); or nil.
func (r *reading) comes(meeting actor) *schema.Date {
	if day, told := r.scene.coming[meeting.Entity]; told {
		return &day
	}
	var found *schema.Date
	for id, day := range r.scene.coming {
		if !strings.HasSuffix(id, meeting.Name) {
			continue
		}
		if found != nil { // it can be either
			return nil
		}
		found = &day
	}
	return found
}

// willHold is the word of a clause that says that the meeting at a token will be held, or -1.
func (s *sentence) willHold(c rule.Clause, meeting int) int {
	will := false
	for i := c.Start; i < c.End; i++ {
		switch s.tokens[i].Word {
		case "将", "将于", "定于", "拟于":
			will = true
		case "举行", "召开", "举办":
			if will && i > meeting && !(i+1 < c.End && s.tokens[i+1].Word == "的") {
				return i
			}
		}
	}
	return -1
}

// opens lets the day with which a sentence opens be that of what the paragraph goes on to tell.
func (r *reading) opens(s *sentence) {
	if s.opening != nil && near(s.opening.First, r.entry.Date.First) {
		day := *s.opening
		day.Basis = schema.FromSentence
		r.scene.day = &day
	}
	if !s.plain && r.scene.item.seen == 1 && s.opensVaguely() { // 近日，论坛在利马举行。挪威首相出席。
		r.scene.vague = true
	}
}

// held reports whether a clause says that the meeting at a token is held, or that somebody chairs it.
func (s *sentence) held(c rule.Clause, meeting int) bool {
	for i := c.Start; i < c.End; i++ {
		switch s.tokens[i].Word {
		case "将", "将于", "的":
			return false
		case "主持召开", "主持":
			return true
		case "举行", "召开", "举办":
			if i > meeting && !(i+1 < c.End && s.tokens[i+1].Word == "的") {
				return true
			}
		}
	}
	return false
}

// dayIn is the first day that a clause names, or month or year where those count, or nil.
func (s *sentence) dayIn(c rule.Clause, longer bool) *schema.Date {
	for i := c.Start; i < c.End; i++ {
		for k := range s.tokens[i].Mentions {
			if m := &s.tokens[i].Mentions[k]; m.Type == schema.TypeDate && (onDay(m) || longer && !m.Vague && !m.Continues && m.Time != nil) {
				day := *m.Time
				day.Basis = schema.FromSentence
				return &day
			}
		}
	}
	return nil
}

// meets remembers when and where a meeting takes place, for those who are told later to have been there.
func (r *reading) meets(d *draft) {
	if !d.relation.Meeting || len(d.objects) != 1 || d.verdict.Modality == schema.Planned {
		return
	}
	id := d.objects[0].Entity
	w := r.scene.held[id]
	if day := r.date(d); w.day == nil && day.Basis == schema.FromSentence {
		w.day = &day
	}
	if w.place == "" && len(r.facts) > 0 {
		if last := r.facts[len(r.facts)-1]; last.Object.Entity == id && len(last.Attribute("place")) > 0 {
			w.place = last.Attribute("place")[0]
		}
	}
	if r.scene.held == nil {
		r.scene.held = map[string]where{}
	}
	r.scene.held[id] = w
}

// atConference reports whether the entry has told of a conference, which is no ceremony: what is told there, the others hear.
func (r *reading) atConference() bool {
	if r.scene.assembly != nil {
		return true
	}
	for i := range r.facts {
		if rel, _ := r.x.ontology.Relation(r.facts[i].Relation); rel.Shared {
			return true
		}
	}
	return false
}
