package extract

import (
	"sort"
	"strings"

	"jishi/extract/rule"
	"jishi/schema"
)

// itemDay is the day on which a piece of news happened, which its first sentences name once for all that it tells: 李强3日出席会议。
// 李强在讲话中表示…. An entry may hold several pieces, each under a headline of its own.
type itemDay struct {
	day  *schema.Date // nil while nothing has named one
	next *schema.Date // that of the sentences behind this one
	span *schema.Date // the days of which it tells, where it names no one of them: 他1日至3日访问该国
	seen int          // sentences of the piece so far
	para int          // the paragraph of the last one
	off  bool         // it is made of questions and answers
}

// openings is how many sentences open a piece of news: one of them may name its day.
const openings = 3

// dayOfItem notes, before a sentence is read, the day that it names for its piece of news.
func (r *reading) dayOfItem(s *sentence) {
	it := &r.scene.item
	if r.headline(s) {
		*it = itemDay{para: -1}
	}
	if strings.HasPrefix(s.Text, "答：") || strings.HasPrefix(s.Text, "问：") { // answers go back to many days
		it.off, it.day = true, nil
	}
	if it.off {
		return
	}
	if it.seen < openings && it.span == nil && !s.plain {
		it.span = r.opensSpan(s)
	}
	if it.next != nil {
		it.day, it.next = it.next, nil
	}
	begins := it.para != s.Paragraph
	it.para, it.seen = s.Paragraph, it.seen+1
	switch {
	case it.seen <= openings && it.day == nil && !s.plain:
		it.day = r.opensTelling(s)
	case begins && (it.day != nil || it.span != nil) && s.day != nil && r.newsOf(s.day.Time.First) && !r.saidAt(s, s.day.At):
		day := *s.day.Time
		day.Basis = schema.FromSentence
		it.day = &day
	}
}

// lookBack reports whether a sentence only says when something was that is known: 他是2日抵达该国的。
func (s *sentence) lookBack() bool {
	return strings.HasSuffix(strings.TrimSuffix(s.Text, "。"), "的") && strings.Contains(s.Text, "是")
}

// newsOf reports whether the entry can tell of a day as its news: it is the entry's or one of the few before it.
func (r *reading) newsOf(day schema.Day) bool {
	heading := r.entry.Date.First
	return heading.Day > 0 && day.Day > 0 && !r.undecided() && daysBefore(day, heading, 4)
}

// saidAt reports whether what stands there is part of what somebody says.
func (r *reading) saidAt(s *sentence, at schema.Local) bool {
	i := s.tokenAt(at)
	return i >= 0 && r.scene.speechAt(i) != nil
}

// toldOn notes the day that a fact names: what follows is of that day, in the next paragraphs too.
func (r *reading) toldOn(day schema.Date) {
	if day.Last.IsZero() && r.newsOf(day.First) && !r.scene.item.off && !r.scene.now.lookBack() {
		r.scene.item.day = &day
	}
}

// headline reports whether a headline, which is kept out of the sentences, stands right before a sentence.
func (r *reading) headline(s *sentence) bool {
	if len(s.Pieces) == 0 {
		return false
	}
	start, asides := s.Pieces[0].Doc.Start, r.doc.Asides
	for i := sort.Search(len(asides), func(i int) bool { return asides[i].At.Start >= start }) - 1; i >= 0; i-- {
		if strings.TrimSpace(r.doc.Text[asides[i].At.End:start]) != "" {
			return false
		}
		if asides[i].Kind == "headline" {
			return true
		}
	}
	return false
}

// opensTelling is the day, no later than the entry's and at most three days before it, that a sentence names before any verb of its
// clause, in what is told and not said; or nil.
func (r *reading) opensTelling(s *sentence) *schema.Date {
	for i := range s.tokens {
		for k := range s.tokens[i].Mentions {
			m := &s.tokens[i].Mentions[k]
			if m.Type != schema.TypeDate || !onDay(m) {
				continue
			}
			c := s.clauses[rule.ClauseOf(s.clauses, i)]
			if r.scene.speechAt(i) != nil || s.lookBack() || r.verbBefore(s, c.Start, i) || r.aheadIn(s, c) || !r.newsOf(m.Time.First) {
				return nil
			}
			day := *m.Time
			day.Basis = schema.FromSentence
			if s.actsBefore(i) {
				r.scene.item.next = &day
				return nil
			}
			return &day
		}
	}
	return nil
}

// actsBefore reports whether somebody acts in a clause before that of token i: of 加纳获赠药品，药品昨日运抵 only the latter is of that day.
func (s *sentence) actsBefore(i int) bool {
	for _, c := range s.clauses[:rule.ClauseOf(s.clauses, i)] {
		if c.Subject >= 0 {
			return true
		}
	}
	return false
}

// opensSpan are the days that a sentence names as those of what it tells, before any verb of its clause, all of them past by the entry's
// day and in the month before it; or nil.
func (r *reading) opensSpan(s *sentence) *schema.Date {
	heading := r.entry.Date.First
	for i := range s.tokens {
		for k := range s.tokens[i].Mentions {
			m := &s.tokens[i].Mentions[k]
			if m.Type != schema.TypeDate || m.Vague || m.Continues || m.Time == nil || m.Time.First.Day == 0 || m.Time.Last.Day == 0 {
				continue
			}
			c := s.clauses[rule.ClauseOf(s.clauses, i)]
			if r.undecided() || r.scene.speechAt(i) != nil || r.verbBefore(s, c.Start, i) || r.aheadIn(s, c) || !daysBefore(m.Time.Last, heading, 20) || !daysBefore(m.Time.First, heading, 31) {
				return nil
			}
			span := *m.Time
			span.Basis = schema.FromSentence
			return &span
		}
	}
	return nil
}

// onItem is the day of the piece of news that is being told, else its days, else the entry's.
func (r *reading) onItem(heading schema.Date) schema.Date {
	if day := r.scene.item.day; day != nil {
		return *day
	}
	if span := r.scene.item.span; span != nil {
		return *span
	}
	return heading
}

// aheadIn reports whether a clause has a word for what is to come.
func (r *reading) aheadIn(s *sentence, c rule.Clause) bool {
	for i := c.Start; i < c.End; i++ {
		if len(s.tokens[i].Mentions) == 0 && r.x.rules.Cues.Ahead(s.tokens[i].Word) {
			return true
		}
	}
	return false
}
