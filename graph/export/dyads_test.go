package export

import (
	"fmt"
	"strings"
	"testing"

	"jishi/schema"
)

// told is a dyad's row as one line: period, sides, relation, modality, events, facts.
func told(d Data, unit, by string) (lines []string, left []Left) {
	rows, left := Dyads(d, unit, by)
	for _, r := range rows.Rows {
		lines = append(lines, strings.Join(strings.Fields(fmt.Sprint(r[0], " ", r[1], "/", r[2], " ", r[5], "/", r[6], " ", r[9], " ", r[10], " ", r[11], " ", r[12], " ", r[13])), " "))
	}
	return lines, left
}

func check(t *testing.T, got []string, want ...string) {
	t.Helper()
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

// TestDyadsByCountry: a leader's deed counts for his country; what cannot be counted is told.
func TestDyadsByCountry(t *testing.T) {
	lines, left := told(load(t, Selection{}), ByMonth, ByCountry)
	check(t, lines, "2017-05 CL/ NO/NOR called actual no 1 1", "2017-05 NO/NOR PE/ donatedTo pledged yes 1 1")
	want := []Left{{noSide, 1}, {noCountry, 1}}
	if fmt.Sprint(left) != fmt.Sprint(want) {
		t.Errorf("left out %v, want %v", left, want)
	}
}

func TestDyadsByActor(t *testing.T) {
	lines, left := told(load(t, Selection{}), ByQuarter, ByActor)
	check(t, lines, "2017-Q2 CL/白石/ lin-hai/NOR called actual no 1 1", "2017-Q2 NO/NOR PE/ donatedTo pledged yes 1 1")
	want := []Left{{noSide, 1}, {noPeriod, 1}}
	if fmt.Sprint(left) != fmt.Sprint(want) {
		t.Errorf("left out %v, want %v", left, want)
	}
}

// TestDyadsCountEvents: two who act for one country in one event are one event, and so is one that is told twice; equals
// are one pair whoever is named first; a gift there is not a gift back.
func TestDyadsCountEvents(t *testing.T) {
	day := schema.Date{First: schema.Day{Year: 2021, Month: 11}}
	norway, ministry := schema.Party{Type: "country", Entity: "NO"}, schema.Party{Type: "organization", Entity: "ministry"}
	chile, firm := schema.Party{Type: "country", Entity: "CL"}, schema.Party{Type: "organization", Entity: "firm"}
	fact := func(relation, event, same string, s, o schema.Party) schema.Fact {
		return schema.Fact{Relation: relation, Event: event, SameEvent: same, Modality: schema.Actual, Subject: s, Object: o, Date: day}
	}
	d := Data{Ontology: ontology(), Entities: map[string]schema.Entity{"NO": {ID: "NO", Type: "country", ISO3: "NOR"}, "CL": {ID: "CL", Type: "country", ISO3: "CHL"},
		"ministry": {ID: "ministry", Type: "organization", Country: "NO"}, "firm": {ID: "firm", Type: "organization", Country: "CL"}},
		Facts: []schema.Fact{fact("called", "e1", "", norway, chile), fact("called", "e1", "", ministry, chile), fact("called", "e2", "e1", chile, norway),
			fact("called", "e3", "", firm, ministry), fact("donatedTo", "e4", "", firm, norway), fact("donatedTo", "e5", "", ministry, firm),
			fact("donatedTo", "e6", "", ministry, norway), fact(schema.HoldsOffice, "", "", norway, chile)}}
	lines, left := told(d, ByYear, ByCountry)
	check(t, lines, "2021 CL/CHL NO/NOR called actual no 2 4", "2021 CL/CHL NO/NOR donatedTo actual yes 1 1", "2021 NO/NOR CL/CHL donatedTo actual yes 1 1")
	if fmt.Sprint(left) != fmt.Sprint([]Left{{oneSide, 1}}) {
		t.Errorf("left out %v", left)
	}
}

func TestPeriodOf(t *testing.T) {
	for _, c := range []struct {
		day  schema.Day
		want string
	}{
		{schema.Day{Year: 2020, Month: 3, Day: 31}, "2020-03 2020-Q1 2020"}, {schema.Day{Year: 2020, Month: 4}, "2020-04 2020-Q2 2020"},
		{schema.Day{Year: 987, Month: 12, Day: 1}, "0987-12 0987-Q4 0987"}, {schema.Day{Year: 2020}, "  2020"}, {schema.Day{Month: 3, Day: 1}, "  "}, {schema.Day{}, "  "},
	} {
		var got []string
		for _, unit := range Units() {
			got = append(got, periodOf(c.day, unit))
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("%v: %q, want %q", c.day, got, c.want)
		}
	}
}
