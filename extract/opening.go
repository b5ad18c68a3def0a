package extract

import "jishi/schema"

// heading is the entry's day: of one under a month or a range of days the day with which its text opens (2014年1月 … 6日，…).
func (r *reading) heading() schema.Date {
	out := r.entry.Date
	out.Basis = schema.FromHeading
	if r.undecided() && len(r.sentences) > 0 && len(r.sentences[0].clauses) > 0 {
		if day := r.sentences[0].opensOn(); day != nil {
			return *day
		}
	}
	return out
}

// undecided reports whether the entry stands under a month or a range of days.
func (r *reading) undecided() bool {
	d := r.entry.Date
	return d.First.Month > 0 && (d.First.Day == 0 || !d.Last.IsZero())
}

// opensVaguely reports whether a sentence opens with a day that nobody can tell: 日前，, not 当前，.
func (s *sentence) opensVaguely() bool {
	first := s.tokens[0].Mentions
	return len(first) > 0 && first[0].Type == schema.TypeDate && first[0].Vague && (first[0].Name == "日前" || first[0].Name == "近日")
}

// opensIn is the month or year with which a sentence of an entry without a date opens: 2014年9月，双方宣布古巴将派遣医生.
func (s *sentence) opensIn() *schema.Date {
	for k := range s.tokens[0].Mentions {
		if m := &s.tokens[0].Mentions[k]; m.Type == schema.TypeDate && !m.Vague && !m.Continues && m.Time != nil && m.Time.Last.IsZero() {
			day := *m.Time
			day.Basis = schema.FromSentence
			return &day
		}
	}
	return nil
}

// opensOn is the day with which a sentence opens, as a clause of its own: 9日，…
func (s *sentence) opensOn() *schema.Date {
	if len(s.clauses) < 2 || s.clauses[0].End-s.clauses[0].Start > 2 {
		return nil
	}
	for k := range s.tokens[0].Mentions {
		if m := &s.tokens[0].Mentions[k]; m.Type == schema.TypeDate && onDay(m) {
			day := *m.Time
			day.Basis = schema.FromSentence
			return &day
		}
	}
	return nil
}
