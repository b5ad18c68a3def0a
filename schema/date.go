package schema

import (
	"strconv"
	"strings"
)

// Day is a calendar day of which parts may be unknown: 0 is what the text does not say. A time.Time cannot say that.
type Day struct{ Year, Month, Day int }

// IsZero reports whether nothing is known.
func (d Day) IsZero() bool { return d == Day{} }

// Before reports whether d is earlier than e, as far as both are known.
func (d Day) Before(e Day) bool {
	switch {
	case d.Year != e.Year:
		return d.Year < e.Year
	case d.Month != e.Month:
		return d.Month < e.Month
	}
	return d.Day < e.Day
}

// String is YYYY-MM-DD, YYYY-MM, YYYY, --MM-DD or --MM (year unknown), or empty.
func (d Day) String() string {
	if d.IsZero() {
		return ""
	}
	return string(d.append(make([]byte, 0, len("2020-03-26"))))
}

func (d Day) append(b []byte) []byte {
	switch {
	case d.Year == 0:
		b = append(b, '-')
	case d.Month == 0:
		return digits(b, d.Year, 4)
	default:
		b = digits(b, d.Year, 4)
	}
	b = digits(append(b, '-'), d.Month, 2)
	if d.Day != 0 {
		b = digits(append(b, '-'), d.Day, 2)
	}
	return b
}

// digits appends a number with zeros before it.
func digits(b []byte, n, width int) []byte {
	s := strconv.Itoa(n)
	for range width - len(s) {
		b = append(b, '0')
	}
	return append(b, s...)
}

// ParseDay reads what String writes: 2020-03-26, 2020-03, 2020, --03-26 or --03.
func ParseDay(s string) (d Day, ok bool) {
	fields := strings.Split(strings.TrimPrefix(s, "-"), "-") // of --03-26 the first is empty
	for i, part := range []*int{&d.Year, &d.Month, &d.Day} {
		if i < len(fields) {
			*part, _ = strconv.Atoi(fields[i])
		}
	}
	return d, d.Valid() && !d.IsZero() && d.String() == s
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

// Earliest is the first day that a day of which parts are unknown can be, as the number YYYYMMDD; 101 when nothing is known.
func (d Day) Earliest() int { return d.Year*10000 + max(d.Month, 1)*100 + max(d.Day, 1) }

// Latest is the last day that it can be; no month is shorter than its 31st.
func (d Day) Latest() int {
	month, day := d.Month, d.Day
	if month == 0 {
		month = 12
	}
	if day == 0 {
		day = 31
	}
	return d.Year*10000 + month*100 + day
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
