package schema

import "fmt"

// Day is a calendar day of which parts may be unknown: 0 is what the text does not say. A time.Time cannot say that.
type Day struct{ Year, Month, Day int }

// IsZero reports whether nothing is known.
func (d Day) IsZero() bool { return d == Day{} }

// String is YYYY-MM-DD, YYYY-MM, YYYY, --MM-DD or --MM (year unknown), or empty.
func (d Day) String() string {
	switch {
	case d.IsZero():
		return ""
	case d.Year == 0 && d.Day == 0:
		return fmt.Sprintf("--%02d", d.Month)
	case d.Year == 0:
		return fmt.Sprintf("--%02d-%02d", d.Month, d.Day)
	case d.Month == 0:
		return fmt.Sprintf("%04d", d.Year)
	case d.Day == 0:
		return fmt.Sprintf("%04d-%02d", d.Year, d.Month)
	}
	return fmt.Sprintf("%04d-%02d-%02d", d.Year, d.Month, d.Day)
}

// Valid reports whether the parts that are known can be those of a day.
func (d Day) Valid() bool {
	if d.Year < 0 || d.Year > 9999 || d.Month < 0 || d.Month > 12 || d.Day < 0 || d.Day > 31 {
		return false
	}
	if d.Day > 0 {
		return d.Month > 0 && d.Day <= daysIn(d.Year, d.Month)
	}
	return true
}

// daysIn is the length of a month; February of an unknown year may have 29 days.
func daysIn(year, month int) int {
	switch month {
	case 4, 6, 9, 11:
		return 30
	case 2:
		if year == 0 || year%4 == 0 && (year%100 != 0 || year%400 == 0) {
			return 29
		}
		return 28
	}
	return 31
}

// Basis says where a date comes from.
type Basis string

// The bases of a date.
const (
	FromSentence Basis = "sentence" // the sentence names the day
	FromHeading  Basis = "heading"  // inherited from the entry
	FromNothing  Basis = "none"     // the text does not say
)

// Date is a day, or a range of days when Last is set. The zero Date is unknown.
type Date struct {
	First, Last Day
	Basis       Basis
}

// String is the first day; a range is written FIRST--LAST.
func (d Date) String() string {
	if d.Last.IsZero() || d.Last == d.First {
		return d.First.String()
	}
	return d.First.String() + "--" + d.Last.String()
}
