package extract

import (
	"strings"

	"jishi/extract/timex"
	"jishi/schema"
)

// days is what an entry's date expressions have named so far: 当天 is the day named last, 同月 the month, 同年1月 of the year named last, and
// so is 9月 where the entry has no date.
type days struct {
	day   *schema.Date
	month schema.Day // the month named last, its day left out
	year  int
	dated string // the sentence that has named its month with the year last
}

// resolve gives the date that an expression names, against the entry's date and what stands before it.
func (c *days) resolve(text string, t timex.Timex, heading schema.Date) schema.Date {
	if t.Anaphoric && c.day != nil {
		return t.Resolve(*c.day)
	}
	if w := text[t.At.Start:]; c.year > 0 && (heading.First.IsZero() || strings.HasPrefix(w, "同年") || strings.HasPrefix(w, "当年")) {
		heading = schema.Date{First: schema.Day{Year: c.year}, Basis: schema.FromSentence}
	}
	if t.Anaphoric && t.Unit == timex.Months && c.month.Month > 0 {
		return t.Resolve(schema.Date{First: c.month})
	}
	if t.First.Year == 0 && t.First.Month >= c.month.Month && c.dated == text && c.month.Year == c.year && !ahead(text[:t.At.Start]) { // 2016年3月，…；4月，…
		heading = schema.Date{First: schema.Day{Year: c.year}, Basis: schema.FromSentence}
	}
	d := t.Resolve(heading)
	if t.First.Year > 0 && t.First.Month > 0 {
		c.dated = text
	}
	if d.First.Month > 0 {
		c.month = schema.Day{Year: d.First.Year, Month: d.First.Month}
	}
	if t.First.Year > 0 {
		c.year = t.First.Year
	}
	if (t.Kind == timex.Day || t.Kind == timex.Relative && t.Unit == timex.Days) && d.First.Day > 0 && d.Last.IsZero() && near(d.First, heading.First) {
		c.day = &d
	}
	return d
}

// ahead reports whether a text ends with a word that puts the date behind it into the future.
func ahead(text string) bool {
	for _, w := range []string{"将于", "将在", "定于", "拟于", "计划于"} {
		if strings.HasSuffix(text, w) {
			return true
		}
	}
	return false
}

// near reports whether a day is at most some ten days before another, or of the month that is all a heading says: what is
// told goes on from such a day, not from one long past or still to come.
func near(a, b schema.Day) bool {
	if b.Day == 0 && b.Month > 0 {
		return a.Month == b.Month && a.Year == b.Year
	}
	return b.Day > 0 && daysBefore(a, b, 10)
}

// daysBefore reports whether a is b or one of the most days before it; a month counts as 31.
func daysBefore(a, b schema.Day, most int) bool {
	n := (a.Year-b.Year)*372 + (a.Month-b.Month)*31 + a.Day - b.Day
	return -most <= n && n <= 0
}
