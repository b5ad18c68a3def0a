package timex

import (
	"time"

	"jishi/schema"
)

// unknown is the date of what the text leaves open: not the heading's day, and no other.
func unknown() schema.Date { return schema.Date{Basis: schema.FromNothing} }

// Resolve gives the date that the expression names in a sentence that tells of the past, against the date of its entry:
// 28日 under 2 March is 28 February, 12月 under a January heading is of the year before. Parts that neither knows stay
// unknown. Vague and cumulative expressions name no date: Basis none. A time of day leaves the heading's date as it is.
func (t Timex) Resolve(heading schema.Date) schema.Date { return t.resolve(heading, false) }

// ResolveAhead is Resolve for a sentence that tells of what is to come: 3日 under 28 March is 3 April.
func (t Timex) ResolveAhead(heading schema.Date) schema.Date { return t.resolve(heading, true) }

func (t Timex) resolve(heading schema.Date, ahead bool) schema.Date {
	switch t.Kind {
	case Clock:
		return heading
	case Vague, Cumulative:
		return unknown()
	case Relative:
		return t.relative(heading, ahead)
	case Range:
		return t.span(heading, ahead)
	}
	d := settle(t.First, heading, ahead)
	if d.IsZero() {
		return unknown()
	}
	return schema.Date{First: d, Basis: schema.FromSentence}
}

// span resolves a range.
func (t Timex) span(heading schema.Date, ahead bool) schema.Date {
	first := heading.First
	if !t.Until {
		first = settle(t.First, heading, ahead)
	}
	if first.IsZero() {
		return unknown()
	}
	return lasting(first, t.Last)
}

// lasting is the range from a day to one that may leave out what both share.
func lasting(first, last schema.Day) schema.Date {
	if last.Month == 0 && last.Day > 0 {
		last.Month = first.Month
		if last.Day < first.Day && first.Month > 0 {
			last.Month = first.Month%12 + 1
		}
	}
	if last.Year == 0 && first.Year > 0 {
		last.Year = first.Year
		if last.Month < first.Month {
			last.Year++
		}
	}
	if !last.Valid() || last.IsZero() {
		return unknown()
	}
	return schema.Date{First: first, Last: last, Basis: schema.FromSentence}
}

// settle fills the parts that a date leaves out from the heading, or gives the zero Day.
func settle(d schema.Day, heading schema.Date, ahead bool) schema.Day {
	h := heading.First
	if d.Year > 0 {
		return valid(d)
	}
	if d.Month == 0 {
		return valid(settleDay(d.Day, heading, ahead))
	}
	d.Year = h.Year
	if h.Year > 0 && h.Month > 0 {
		switch distance := d.Month - h.Month; {
		case !ahead && distance > 6:
			d.Year--
		case ahead && distance < -6:
			d.Year++
		}
	}
	return valid(d)
}

// settleDay gives a bare day its month.
func settleDay(day int, heading schema.Date, ahead bool) schema.Day {
	const much = 10 // days by which a day may lie ahead without being last month's
	h := heading.First
	if h.Month == 0 {
		return schema.Day{}
	}
	d := schema.Day{Year: h.Year, Month: h.Month, Day: day}
	last := heading.Last
	if last.Month > 0 && (last.Month != h.Month) {
		if day < h.Day {
			return schema.Day{Year: last.Year, Month: last.Month, Day: day}
		}
		return d
	}
	if h.Day == 0 {
		return d
	}
	switch {
	case !ahead && day > max(h.Day, last.Day)+much || !d.Valid():
		if before := shiftMonth(d, -1); before.Valid() {
			return before
		}
	case ahead && day < h.Day:
		if after := shiftMonth(d, 1); after.Valid() {
			return after
		}
	}
	return d
}

func valid(d schema.Day) schema.Day {
	if !d.Valid() {
		return schema.Day{}
	}
	return d
}

// shiftMonth moves a day by months; the year follows where it is known.
func shiftMonth(d schema.Day, by int) schema.Day {
	m := d.Month - 1 + by
	years := m / 12
	if m%12 < 0 {
		years--
	}
	d.Month = m - years*12 + 1
	if d.Year > 0 {
		d.Year += years
	}
	return d
}

// relative resolves an expression that is counted from a day.
func (t Timex) relative(heading schema.Date, ahead bool) schema.Date {
	h := heading.First
	at := schema.Day{}
	switch t.Unit {
	case Days:
		switch {
		case t.Weekday > 0:
			at = weekdayFrom(h, t.Weekday, ahead)
		case t.Shift == 0:
			if h.IsZero() {
				return unknown()
			}
			return schema.Date{First: h, Last: heading.Last, Basis: schema.FromSentence}
		case heading.Last.IsZero() || heading.Last == h:
			at = shiftDay(h, t.Shift)
		}
	case Weeks:
		return t.week(h)
	case Months:
		if h.Month > 0 {
			at = shiftMonth(schema.Day{Year: h.Year, Month: h.Month}, t.Shift)
			at.Day = t.First.Day
		}
	case Years:
		at = t.First
		if h.Year > 0 {
			at.Year = h.Year + t.Shift
		}
	}
	if at = valid(at); at.IsZero() {
		return unknown()
	}
	if !t.Last.IsZero() {
		return lasting(at, t.Last)
	}
	return schema.Date{First: at, Basis: schema.FromSentence}
}

// week resolves 上周, 下周三: a range from Monday to Sunday, or a day of it.
func (t Timex) week(h schema.Day) schema.Date {
	if h.Year == 0 || h.Month == 0 || h.Day == 0 {
		return unknown()
	}
	monday := shiftDay(h, t.Shift*7-(weekdayOf(h)-1))
	if t.Weekday > 0 {
		return schema.Date{First: shiftDay(monday, t.Weekday-1), Basis: schema.FromSentence}
	}
	return schema.Date{First: monday, Last: shiftDay(monday, 6), Basis: schema.FromSentence}
}

// weekdayFrom is the nearest such weekday up to the day, or from the day on.
func weekdayFrom(h schema.Day, weekday int, ahead bool) schema.Day {
	if h.Year == 0 || h.Month == 0 || h.Day == 0 {
		return schema.Day{}
	}
	back := (weekdayOf(h) - weekday + 7) % 7
	if ahead {
		return shiftDay(h, (7-back)%7)
	}
	return shiftDay(h, -back)
}

// weekdayOf counts from 1, Monday, to 7, Sunday.
func weekdayOf(d schema.Day) int {
	w := int(time.Date(d.Year, time.Month(d.Month), d.Day, 0, 0, 0, 0, time.UTC).Weekday())
	return (w+6)%7 + 1
}

// shiftDay moves a day. Over the end of February of an unknown year only the month is known; a day of which parts are
// missing cannot be moved.
func shiftDay(d schema.Day, by int) schema.Day {
	if d.Month == 0 || d.Day == 0 {
		return schema.Day{}
	}
	move := func(year int) schema.Day {
		t := time.Date(year, time.Month(d.Month), d.Day, 0, 0, 0, 0, time.UTC).AddDate(0, 0, by)
		return schema.Day{Year: t.Year(), Month: int(t.Month()), Day: t.Day()}
	}
	if d.Year > 0 {
		return move(d.Year)
	}
	leap, common := move(2000), move(2001)
	leap.Year, common.Year = 0, 0
	if leap == common {
		return leap
	}
	if leap.Month == common.Month {
		return schema.Day{Month: leap.Month}
	}
	return schema.Day{}
}
