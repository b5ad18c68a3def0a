package schema_test

import (
	"testing"

	"jishi/schema"
)

func TestDayString(t *testing.T) {
	for _, c := range []struct {
		day  schema.Day
		want string
	}{
		{schema.Day{}, ""},
		{schema.Day{Year: 2017, Month: 8, Day: 9}, "2017-08-09"},
		{schema.Day{Year: 2017, Month: 8}, "2017-08"},
		{schema.Day{Year: 2017}, "2017"},
		{schema.Day{Year: 987, Month: 1, Day: 2}, "0987-01-02"},
		{schema.Day{Month: 8, Day: 9}, "--08-09"},
		{schema.Day{Month: 11}, "--11"},
	} {
		if got := c.day.String(); got != c.want {
			t.Errorf("%#v is %q, want %q", c.day, got, c.want)
		}
		if c.day.IsZero() != (c.want == "") {
			t.Errorf("IsZero of %#v is %v", c.day, c.day.IsZero())
		}
	}
}

func TestDayValid(t *testing.T) {
	for _, c := range []struct {
		day  schema.Day
		want bool
	}{
		{schema.Day{}, true},
		{schema.Day{Year: 2019}, true},
		{schema.Day{Year: 2019, Month: 12, Day: 31}, true},
		{schema.Day{Year: 2019, Month: 4, Day: 31}, false},
		{schema.Day{Year: 2019, Month: 4, Day: 30}, true},
		{schema.Day{Year: 2019, Month: 13}, false},
		{schema.Day{Year: 2019, Month: 1, Day: 32}, false},
		{schema.Day{Year: 2019, Day: 5}, false},
		{schema.Day{Day: 5}, false},
		{schema.Day{Year: -1}, false},
		{schema.Day{Year: 10000}, false},
		{schema.Day{Month: -1}, false},
		{schema.Day{Month: 1, Day: -1}, false},
		{schema.Day{Month: 2, Day: 29}, true}, // of a year that may be a leap year
		{schema.Day{Month: 2, Day: 30}, false},
		{schema.Day{Year: 2020, Month: 2, Day: 29}, true},
		{schema.Day{Year: 2019, Month: 2, Day: 29}, false},
		{schema.Day{Year: 2000, Month: 2, Day: 29}, true},
		{schema.Day{Year: 1900, Month: 2, Day: 29}, false},
	} {
		if got := c.day.Valid(); got != c.want {
			t.Errorf("Valid of %#v is %v", c.day, got)
		}
	}
}

func TestDateString(t *testing.T) {
	first, last := schema.Day{Year: 2020, Month: 3, Day: 1}, schema.Day{Year: 2020, Month: 3, Day: 4}
	for _, c := range []struct {
		date schema.Date
		want string
	}{
		{schema.Date{}, ""},
		{schema.Date{First: first}, "2020-03-01"},
		{schema.Date{First: first, Last: first}, "2020-03-01"},
		{schema.Date{First: first, Last: last}, "2020-03-01--2020-03-04"},
		{schema.Date{First: schema.Day{Month: 3, Day: 1}, Last: schema.Day{Month: 3, Day: 4}}, "--03-01----03-04"},
		{schema.Date{First: first, Basis: schema.FromSentence}, "2020-03-01"},
	} {
		if got := c.date.String(); got != c.want {
			t.Errorf("%#v is %q, want %q", c.date, got, c.want)
		}
	}
}

func TestParseDay(t *testing.T) {
	for _, s := range []string{"2020-03-26", "2020-03", "2020", "--03-26", "--03"} {
		if d, ok := schema.ParseDay(s); !ok || d.String() != s {
			t.Errorf("%s: %q, %v", s, d, ok)
		}
	}
	for _, s := range []string{"", "-", "--", "2020-3-26", "2020-13", "2020-02-30", "2020-03-26-1", "-2020", "20200326", "甲", "+020"} {
		if d, ok := schema.ParseDay(s); ok {
			t.Errorf("%s: %q", s, d)
		}
	}
}
