package schema

import "testing"

// TestCountryOf: for which country a party counts, and when.
func TestCountryOf(t *testing.T) {
	all := map[string]Entity{
		"NO": {ID: "NO", Type: "country"}, "CL": {ID: "CL", Type: "country"},
		"ministry": {ID: "ministry", Type: "organization", Country: "NO"},
		"un":       {ID: "un", Type: "organization"},
		"oslo":     {ID: "oslo", Type: "place", Country: "NO"},
		"lin": {ID: "lin", Type: "leader", Country: "NO", Offices: []Office{
			{Of: "CL", Since: Day{Year: 2015}, Until: Day{Year: 2017, Month: 6}}, {Of: "un", Since: Day{Year: 2018}},
			{Of: "CL", Seen: [2]Day{{Year: 2010}, {Year: 2012}}}}},
	}
	for _, c := range []struct {
		party Party
		on    Day
		want  string
	}{
		{Party{Type: "country", Entity: "NO"}, Day{}, "NO"},
		{Party{Type: "organization", Entity: "ministry"}, Day{}, "NO"},
		{Party{Type: "place", Entity: "oslo"}, Day{}, "NO"},
		{Party{Type: "organization", Entity: "un"}, Day{}, ""},
		{Party{Type: "leader", Entity: "lin", OnBehalfOf: "NO"}, Day{Year: 2016}, "NO"},
		{Party{Type: "leader", Entity: "lin", OnBehalfOf: "ministry"}, Day{Year: 2016}, "NO"},
		{Party{Type: "leader", Entity: "lin", OnBehalfOf: "un"}, Day{Year: 2016}, ""},
		{Party{Type: "organization", Entity: "ministry", OnBehalfOf: "un"}, Day{}, "NO"},
		{Party{Type: "leader", Entity: "lin"}, Day{Year: 2016, Month: 3, Day: 1}, "CL"},
		{Party{Type: "leader", Entity: "lin"}, Day{Year: 2017, Month: 6, Day: 9}, "CL"},
		{Party{Type: "leader", Entity: "lin"}, Day{Year: 2017, Month: 7}, "NO"},
		{Party{Type: "leader", Entity: "lin"}, Day{Year: 2019}, ""},
		{Party{Type: "leader", Entity: "lin"}, Day{Year: 2011}, "NO"},
		{Party{Type: "leader", Entity: "lin"}, Day{Month: 3, Day: 1}, "NO"},
		{Party{Type: "group", Name: "89个国家"}, Day{}, ""},
		{Party{}, Day{}, ""},
	} {
		if got := CountryOf(c.party, c.on, all); got != c.want {
			t.Errorf("%+v on %v: %q, want %q", c.party, c.on, got, c.want)
		}
	}
}
