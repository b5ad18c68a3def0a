package chronicle

import (
	"time"

	"jishi/extract/timex"
	"jishi/schema"
)

// reported is the date of what a date line heads.
func reported(day schema.Day) schema.Date {
	if day.IsZero() {
		return schema.Date{Basis: schema.FromNothing}
	}
	return schema.Date{First: day, Basis: schema.FromHeading}
}

// reportDay gives a date line what it leaves out. known is the date that the document has otherwise: an agency writes 6日电 or
// 3月6日电, and the page or the file's name says the rest.
func (d *document) reportDay(w *dated, known schema.Date) schema.Day {
	known = d.ofTitle(known)
	day, near := w.first, known.First
	oneMonth := known.Last.IsZero() || known.Last.Year == near.Year && known.Last.Month == near.Month
	switch {
	case day.Year > 0:
	case day.Month > 0:
		day.Year = near.Year
		if near.Month > 0 && day.Month-near.Month > 6 {
			day.Year-- // a December report in a file of January
		}
	case oneMonth:
		const ahead = 1 // days: it is tomorrow there already
		return monthOf(day.Day, near, ahead)
	default:
		return schema.Day{}
	}
	return clamp(day)
}

// ofTitle is the date of a document, but the title's where that is of a time of its own: 2016年要闻, put into a file in 2018.
func (d *document) ofTitle(known schema.Date) schema.Date {
	if first, last := period(d.Title); first.Year > 0 && first.Year != known.First.Year {
		return schema.Date{First: first, Last: last}
	}
	if year := yearIn(d.Title + "\n" + d.subtitle); year > 0 && known.First.Month == 0 {
		return schema.Date{First: schema.Day{Year: year}}
	}
	return known
}

// nextReport settles the date line of a further report: one with a bare day is of the days around the one before.
func (c *calendar) nextReport(day schema.Day) schema.Day {
	if day.Month == 0 && day.Year == 0 && c.last.Day > 0 {
		const halfMonth = 15
		if d := monthOf(day.Day, c.last, halfMonth); !d.IsZero() {
			c.last = d
			return d
		}
	}
	return c.settle(&dated{first: day}).First
}

// monthOf is the latest day of that number that is not more than ahead days after the known one; of a known month without
// a day the one in it. It is zero where the month is unknown.
func monthOf(day int, known schema.Day, ahead int) schema.Day {
	if known.Year == 0 || known.Month == 0 {
		return schema.Day{}
	}
	if known.Day == 0 {
		return clamp(schema.Day{Year: known.Year, Month: known.Month, Day: day})
	}
	latest := time.Date(known.Year, time.Month(known.Month), known.Day+ahead, 0, 0, 0, 0, time.UTC)
	const months = 3 // of two in a row one has 31 days, but for 30 in February and March
	for back := range months {
		first := time.Date(latest.Year(), latest.Month()-time.Month(back), 1, 0, 0, 0, 0, time.UTC)
		d := schema.Day{Year: first.Year(), Month: int(first.Month()), Day: day}
		if d.Valid() && (back > 0 || day <= latest.Day()) {
			return d
		}
	}
	return schema.Day{}
}

// fullDay is the first day with a year that a line names; zero: it names none.
func fullDay(s string) schema.Day {
	for _, t := range timex.Find(s) {
		if t.Kind == timex.Day && t.First.Year > 0 && t.First.Day > 0 {
			return t.First
		}
	}
	return schema.Day{}
}
