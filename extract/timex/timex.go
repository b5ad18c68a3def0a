// Package timex finds Chinese date expressions in normalised text and says which day, month, year or range they name,
// on their own or against the date of the entry they stand in.
package timex

import (
	"strings"
	"unicode/utf8"

	"jishi/schema"
)

// Kind says what an expression names.
type Kind string

// The kinds of date expressions.
const (
	Day        Kind = "day"        // 3月23日, 23日: parts may be missing
	Month      Kind = "month"      // 2014年10月, 3月底
	Year       Kind = "year"       // 2019年
	Range      Kind = "range"      // 8日至9日, 至4月1日
	Relative   Kind = "relative"   // 昨天, 去年5月, 下周: counted from a day
	Vague      Kind = "vague"      // 日前, 近日, 此前: not the heading's day, and no other
	Cumulative Kind = "cumulative" // 截至3月26日, 今年以来: up to a day, never on it
	Clock      Kind = "clock"      // 上午: no date of its own
)

// Unit is what a relative expression counts in.
type Unit int

// The units of relative expressions.
const (
	Days Unit = iota
	Weeks
	Months
	Years
)

// Timex is one date expression. First and Last hold the parts as written, 0 where the text leaves them out; Last is set
// for ranges. A relative one moves Shift units from the day it is counted from, and First holds the parts that follow
// (去年5月: one year back, month 5).
type Timex struct {
	At          schema.Local // half-open bytes of the text searched
	Kind        Kind
	First, Last schema.Day
	Unit        Unit
	Shift       int
	Weekday     int  // 1 Monday … 7 Sunday; 0 none
	Until       bool // the range begins on the heading's day: 至4月1日
	Anaphoric   bool // counted from the day last named, the heading's where none is: 当日, 次日
}

// Find returns the date expressions of normalised text, in order, without overlap. Its time is linear in the text.
func Find(normal string) []Timex {
	var out []Timex
	s := scanner{text: normal, wordList: vocabulary()}
	for i := 0; i < len(normal); {
		b := normal[i]
		if b < utf8.RuneSelf && !isFigure(b) {
			i++
			continue
		}
		if b >= utf8.RuneSelf {
			r, size := utf8.DecodeRuneInString(normal[i:])
			if !s.opens.has(r) {
				i += size
				continue
			}
			if !s.alone.has(r) {
				if next, _ := utf8.DecodeRuneInString(normal[i+size:]); !s.second.has(next) {
					i += size
					continue
				}
			}
		}
		t, end, ok := s.at(i)
		if ok {
			out = append(out, t)
		}
		i = max(end, i+1)
	}
	return out
}

// scanner reads one expression at a time from a text.
type scanner struct {
	text string
	*wordList
}

// at reads the expression that begins at byte i. Where there is none, end is the byte from which to go on.
func (s scanner) at(i int) (t Timex, end int, ok bool) {
	r, size := utf8.DecodeRuneInString(s.text[i:])
	if r == '《' {
		return t, s.title(i, size), false
	}
	if lead := s.lead(i, r); lead > 0 {
		if t, end, ok = s.after(i, i+lead); ok {
			return t, end, true
		}
	}
	if t, end, ok = s.written(i, r); ok || end > i+size {
		return t, end, ok
	}
	if t, end, ok = s.word(i, r); ok {
		return t, end, true
	}
	return t, max(end, i+size), false
}

// title passes over the title of a work, whose dates are a name: 《2030年…议程》.
func (s scanner) title(i, size int) int {
	const longest = 300 // bytes
	inside := s.text[i:min(i+longest, len(s.text))]
	if n := strings.Index(inside, "》"); n > 0 {
		return i + n + len("》")
	}
	return i + size
}

// leads are the first characters of the words that make one expression with the date after them.
const leads = "截至当北自从"

// lead is the length of such a word at i, or 0.
func (s scanner) lead(i int, r rune) int {
	if strings.ContainsRune(leads, r) {
		for _, w := range []string{"截至到", "截止到", "截至", "截止", "当地时间", "北京时间", "自", "从", "至"} {
			if strings.HasPrefix(s.text[i:], w) {
				return len(w)
			}
		}
	}
	return 0
}

// after reads a date behind a leading word that begins at i and ends at from.
func (s scanner) after(i, from int) (t Timex, end int, ok bool) {
	for from < len(s.text) && s.text[from] == ' ' {
		from++
	}
	if from >= len(s.text) {
		return t, 0, false
	}
	r, _ := utf8.DecodeRuneInString(s.text[from:])
	t, end, ok = s.written(from, r)
	if !ok {
		t, end, ok = s.word(from, r)
	}
	lead := s.text[i:from]
	switch {
	case !ok:
		return t, 0, false
	case strings.HasPrefix(lead, "截"):
		t.Kind = Cumulative
	case strings.HasPrefix(lead, "自"), strings.HasPrefix(lead, "从"):
		if t.Kind != Cumulative { // 自3月1日起 is that day, 自去年以来 is not
			return t, 0, false
		}
	case strings.HasPrefix(lead, "至"):
		if t.Kind == Vague || t.Kind == Clock || t.Kind == Cumulative || t.Kind == Range || !s.lasting(i, end) {
			return t, 0, false
		}
		if t.Kind != Relative {
			t.Last, t.First = t.First, schema.Day{}
			t.Kind, t.Until = Range, true
		}
	}
	t.At.Start = i
	return t, end, true
}

// lasting reports whether 至 before a date says how long something lasts: in brackets of its own, or after a verb of
// lasting. After 推迟, 延期 it names a new day.
func (s scanner) lasting(i, end int) bool {
	before := s.text[max(0, i-30):i]
	if strings.HasSuffix(before, "（") || strings.HasSuffix(before, "(") {
		return true
	}
	for _, verb := range []string{"持续", "延续", "一直", "延长", "进行"} {
		if strings.HasSuffix(before, verb) {
			return true
		}
	}
	return false
}
