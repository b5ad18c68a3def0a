package rule

import (
	"slices"

	"jishi/schema"
)

// Scope is where a found match stands, for the decision on its modality.
type Scope struct {
	Tokens  []schema.Token
	Clauses []Clause
	Trigger int
	Subject int    // token of the match's subject, or -1 when it is carried from elsewhere
	Said    bool   // the trigger stands in what somebody says
	Speech  int    // token of the verb of saying, or -1 when the speech began in an earlier sentence
	Always  string // the modality that the rule fixes, or ""
	Talk    bool   // it is said to the other side of a talk
	Noun    bool   // the trigger is a noun: a 的 behind it makes no clause about another
	Settled bool   // what was done stays done when it is called off: an agreement
	Own     bool   // who acts is the speaker's own side, or nobody else is named
}

// Verdict is a modality, the token of the cue that decided it (-1: none), or that there is no fact.
type Verdict struct {
	Modality string
	Cue      int
	Unreal   bool
	Undated  bool
}

// Modality decides how a match is meant: the nearest cue before the trigger, in its clause or in an earlier clause of
// the sentence whose scope nothing has closed. A new subject closes a scope, and so does a mark that something is done.
func (c *Cues) Modality(s Scope, own map[string]string) Verdict {
	v := Verdict{Modality: schema.Actual, Cue: -1}
	if s.Always != "" {
		v.Modality = s.Always
		return v
	}
	at := ClauseOf(s.Clauses, s.Trigger)
	marks := c.marks(s, own, at)
	v.Unreal, v.Undated = marks.unreal || c.conditional(s, at), marks.undated
	if cue := c.thwarted(s, s.Clauses[at]); cue >= 0 { // 原定访问…，因故取消
		v.Unreal, v.Modality, v.Cue = false, schema.Negated, cue
		return v
	}
	if cue := c.calledOff(s, s.Clauses[at]); cue >= 0 { // 两国总理的视频会晤改期
		v.Modality, v.Cue = schema.Negated, cue
		return v
	}
	first, inside := s.Clauses[at].Start, !s.Noun && c.attributive(s)
	if inside { // 将落实双方达成的协议: what governs the main verb says nothing of the clause about the thing
		first = s.relativeStart(s.Clauses[at])
	}
	if cue := c.denied(s, first, inside); cue >= 0 {
		v.Modality, v.Cue = schema.Negated, cue
		return v
	}
	if m, cue := c.reaches(s, own, at, first, inside, marks.done); m != "" {
		v.Modality, v.Cue = m, cue
	}
	return v
}

// marks are what the words of a trigger's clause say beside its modality.
type marks struct{ unreal, done, undated bool }

// marks reads the trigger's clause up to the word behind the trigger, and a short clause of time before it: 过去十年，. A word to which
// the rule itself gives a modality makes nothing unreal.
func (c *Cues) marks(s Scope, own map[string]string, at int) marks {
	var m marks
	clause := s.Clauses[at]
	for i := clause.Start; i < min(clause.End, s.Trigger+2); i++ {
		w := s.Tokens[i].Word
		if len(s.Tokens[i].Mentions) > 0 || w == "" {
			continue
		}
		m.unreal = m.unreal || c.has(w, "unreal") && own[w] == "" && i < s.Trigger && !s.likeness(i)
		m.done = m.done || c.has(w, "done")
		m.undated = m.undated || c.has(w, "undated")
	}
	if at == 0 {
		return m
	}
	switch s.Tokens[clause.Start].Word {
	case "同", "与", "和", "向", "为", "对", "并", "还", "也": // 已同5国签约，同3国开展合作
		for i := s.Clauses[at-1].Start; i < s.Clauses[at-1].End; i++ {
			w := s.Tokens[i].Word
			m.undated = m.undated || len(s.Tokens[i].Mentions) == 0 && (w == "已" || w == "已经" || w == "累计") && i > s.Speech
		}
	}
	if before := s.Clauses[at-1]; before.End-before.Start <= 4 && before.Subject < 0 {
		for i := before.Start; i < before.End; i++ {
			m.undated = m.undated || len(s.Tokens[i].Mentions) == 0 && c.has(s.Tokens[i].Word, "undated")
		}
	}
	return m
}

// likeness reports whether 如 at i only compares: 没有如外界预期那样提供.
func (s Scope) likeness(i int) bool {
	if s.Tokens[i].Word != "如" {
		return false
	}
	for k := i + 1; k < s.Trigger && k <= i+6; k++ {
		switch s.Tokens[k].Word {
		case "那样", "一样", "预期", "期", "所料", "此":
			return true
		}
	}
	return false
}

// denied is the first negation between first and the trigger that reaches it, or -1: 不, 无 alone reach no further than the next
// tokens, 未 and 没 some more.
func (c *Cues) denied(s Scope, first int, inside bool) int {
	found := -1
	for i := s.Trigger - 1; i >= first; i-- {
		w := s.Tokens[i].Word
		if len(s.Tokens[i].Mentions) > 0 || !c.has(w, schema.Negated) {
			continue
		}
		if c.has(w, "undoes") && i > 0 && s.Tokens[i-1].Word == "已" && s.ofBetween(i) { // 推进已推迟数年的合作项目
			continue
		}
		if i+1 < s.Trigger && forgets(s.Tokens[i+1]) { // 不会忘记该国提供的帮助: it was given
			continue
		}
		if inside && s.Settled && c.has(w, "undoes") { // 取消与该国签署的协议: the agreement was signed
			continue
		}
		if len(w) > 3 || i >= s.Trigger-4 || (w == "未" || w == "没") && i >= s.Trigger-12 {
			found = i
		}
	}
	return found
}

// ofBetween reports whether a 的 stands between token i and the trigger, so that i tells of a thing.
func (s Scope) ofBetween(i int) bool {
	return slices.ContainsFunc(s.Tokens[i:s.Trigger], func(t schema.Token) bool { return t.Word == "的" && len(t.Mentions) == 0 })
}

// forgets reports whether a word behind a denial makes of it that something is kept in mind.
func forgets(t schema.Token) bool {
	return len(t.Mentions) == 0 && (t.Word == "忘记" || t.Word == "忘却" || t.Word == "忘怀")
}

// reaches is the nearest cue whose scope reaches the trigger, with its modality; "" where none does.
func (c *Cues) reaches(s Scope, own map[string]string, at, first int, inside, done bool) (string, int) {
	weak, weakAt := "", -1 // 争取, where nothing before it says whether it is promised or asked for
	for k := at; k >= 0; k-- {
		clause := s.Clauses[k]
		from, to := clause.Start, clause.End
		if k == at {
			from, to = max(first, from), s.Trigger
		}
		for i := to - 1; i >= from && !(s.Said && i < s.Speech); i-- {
			m := c.cueAt(s, i, own)
			if i == s.Speech && own[s.Tokens[i].Word] != "" && c.doneSince(s, i) { // 宣布两万欧元已汇给
				continue
			}
			if m == schema.Planned && s.carriedOut(k == at, i) {
				continue
			}
			if m != "" && c.has(s.Tokens[i].Word, "strives") {
				if weak == "" {
					weak, weakAt = m, i
				}
			} else if m != "" {
				return m, i
			}
		}
		if by := clause.Subject; done || inside || by >= 0 && !(by > 0 && s.Tokens[by-1].Word == "由") { // 商定由加纳派遣: the clause is what was agreed
			if !done && !inside && s.Speech < clause.Start {
				if m := s.announced(own); m != "" {
					return m, s.Speech
				}
			}
			return weak, weakAt
		}
		if k < at && c.closes(s, k) {
			return weak, weakAt
		}
	}
	return weak, weakAt
}

// doneSince reports whether a word between i and the trigger says that it is done.
func (c *Cues) doneSince(s Scope, i int) bool {
	return slices.ContainsFunc(s.Tokens[i+1:s.Trigger], func(t schema.Token) bool {
		return len(t.Mentions) == 0 && c.has(t.Word, "done")
	})
}

// announced is the modality that the rule itself gives to the verb of saying, or "": 外交部宣布，智利向斐济捐款50万美元.
func (s Scope) announced(own map[string]string) string {
	if !s.Said || s.Speech < 0 {
		return ""
	}
	return own[s.Tokens[s.Speech].Word]
}

// thwarted is the word in the trigger's clause or one of the next two that says of what was once planned that it did not come
// to it, or -1.
func (c *Cues) thwarted(s Scope, clause Clause) int {
	planned := false
	for i := clause.Start; i < s.Trigger; i++ {
		planned = planned || len(s.Tokens[i].Mentions) == 0 && c.has(s.Tokens[i].Word, "once-planned")
	}
	if !planned {
		return -1
	}
	clauses := 0
	for i := s.Trigger + 1; i < len(s.Tokens) && clauses < 3; i++ {
		w := s.Tokens[i].Word
		if len(s.Tokens[i].Mentions) > 0 {
			continue
		}
		if c.has(w, schema.Negated) {
			return i
		}
		if isClauseMark(w) {
			clauses++
		}
	}
	return -1
}

// calledOff is the word at the end of the trigger's clause that says of the trigger, a noun behind 的, that it did not come to
// it, or -1: 对加纳的访问已推迟.
func (c *Cues) calledOff(s Scope, clause Clause) int {
	if s.Trigger <= clause.Start || s.Tokens[s.Trigger-1].Word != "的" || clause.End-s.Trigger > 6 {
		return -1
	}
	for i := s.Trigger + 1; i < clause.End; i++ {
		if len(s.Tokens[i].Mentions) > 0 || s.Tokens[i].Word == "的" {
			return -1
		}
		if c.has(s.Tokens[i].Word, "called-off") {
			return i
		}
	}
	return -1
}

// conditional reports whether an earlier clause of the sentence, in the same speech, begins with a condition.
func (c *Cues) conditional(s Scope, at int) bool {
	for k := 0; k < at; k++ {
		first := s.Clauses[k].Start
		if s.Said && s.Speech >= first && s.Speech < s.Clauses[k].End {
			first = s.Speech + 1
		}
		for i := first; i < min(first+3, s.Clauses[k].End); i++ {
			if len(s.Tokens[i].Mentions) == 0 && c.has(s.Tokens[i].Word, "condition") && (!s.Said || i > s.Speech) {
				return true
			}
		}
	}
	return false
}

// attributive reports whether the trigger belongs to a clause about the noun behind it: 援建的医院.
func (c *Cues) attributive(s Scope) bool {
	i := s.Trigger + 1
	if i < len(s.Tokens) && s.Tokens[i].Word == "了" {
		i++
	}
	if i < len(s.Tokens) && len(s.Tokens[i].Mentions) == 0 && s.Tokens[i].Word == "的" {
		return true
	}
	for k := s.Trigger + 1; k+2 < len(s.Tokens) && k < s.Trigger+6; k++ { // 致信总统时提出的建议
		if s.Tokens[k].Word == "时" && (s.Tokens[k+2].Word == "的" || k+3 < len(s.Tokens) && s.Tokens[k+3].Word == "的") {
			return true
		}
		if isClauseMark(s.Tokens[k].Word) {
			break
		}
	}
	return false
}

// relativeStart is where a clause about a noun begins: at who acts in it, else just before its verb.
func (s Scope) relativeStart(clause Clause) int {
	if s.Subject >= clause.Start && s.Subject < s.Trigger {
		return s.Subject
	}
	return max(clause.Start, s.Trigger-3)
}

// closes reports whether clause k tells of something done: a wish before it does not reach beyond.
func (c *Cues) closes(s Scope, k int) bool {
	for i := s.Clauses[k].Start; i < s.Clauses[k].End; i++ {
		if len(s.Tokens[i].Mentions) == 0 && c.has(s.Tokens[i].Word, "done") {
			return true
		}
	}
	return false
}
