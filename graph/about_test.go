package graph

import (
	"context"
	"errors"
	"strings"
	"testing"

	"jishi/schema"
)

// ministries is a world in which others than leaders act for a country.
func ministries() schema.Result {
	s := newScribe("部委")
	s.entry(date(2018, 6, 1), "挪威卫生部、奥斯陆、挪威渔业公司、林海、白石、青山向秘鲁捐赠。秘鲁红十字会致谢。")
	peru := s.party("country", "PE", "秘鲁", "Peru", "")
	norway := s.party("country", "NO", "挪威", "Norway", "")
	of := func(typ, id, name, behalf string) schema.Party {
		p := s.party(typ, id, name, "", behalf)
		e := s.names[id]
		e.Country = "NO"
		s.names[id] = e
		return p
	}
	cross := s.party("organization", "PE/红十字会", "秘鲁红十字会", "", "")
	e := s.names["PE/红十字会"]
	e.Country = "PE"
	s.names["PE/红十字会"] = e
	s.names["un"] = schema.Entity{ID: "un", Type: "organization", Name: "联合国"}
	s.names["tent"] = schema.Entity{ID: "tent", Type: "supply", Name: "帐篷"}
	s.names["FR"] = schema.Entity{ID: "FR", Type: "country", Name: "法国"} // nothing is told of it
	ministry := of("organization", "NO/卫生部", "挪威卫生部", "")
	for i, giver := range []schema.Party{ministry, of("place", "NO/奥斯陆", "奥斯陆", ""), of("organization", "NO/渔业", "挪威渔业公司", ""),
		of("leader", "lin", "林海", ""), of("leader", "bai", "白石", "un"), of("leader", "qing", "青山", "NO/卫生部")} {
		to := peru
		if i%2 == 1 {
			to = cross
		}
		s.tell(schema.Fact{Relation: "donatedTo", Modality: schema.Actual, Subject: giver, Object: to, Items: []schema.Item{{Name: "帐篷", Entity: "tent"}}})
	}
	s.tell(schema.Fact{Relation: "donatedTo", Modality: schema.Pledged, Subject: ministry, Object: peru})
	s.tell(schema.Fact{Relation: schema.HoldsOffice, Modality: schema.Actual, Subject: of("leader", "lin", "林海", ""), Object: norway,
		Attributes: []schema.Attribute{{Key: "office", Values: []string{"大臣"}}}, Date: schema.Date{First: schema.Day{Month: 6, Day: 1}}})
	lin := s.names["lin"]
	lin.Offices = []schema.Office{{Of: "NO", Title: "首相", Since: schema.Day{Year: 2010}}, {Of: "NO", Title: "大臣", Since: schema.Day{Year: 2015}}}
	s.names["lin"] = lin
	return s.result()
}

func shipped(t *testing.T, s *Store, name string, args ...string) (Rows, error) {
	t.Helper()
	for _, q := range Queries() {
		if q.Name == name {
			return s.Run(context.Background(), q.With(args...))
		}
	}
	t.Fatalf("no query %s", name)
	return Rows{}, nil
}

// column gives the cells of a column.
func columnOf(r Rows, name string) string {
	var cells []string
	for _, row := range r.Rows {
		for i, c := range r.Columns {
			if s, ok := row[i].(string); ok && c == name {
				cells = append(cells, s)
			}
		}
	}
	return strings.Join(cells, " ")
}

// TestCountsForItsCountry: ministries, firms, cities and whoever acts for them count for their country; who acts for an
// international body does not. export.Selection has the same cases.
func TestCountsForItsCountry(t *testing.T) {
	s := built(t, ministries())
	for _, c := range []struct {
		query, name, want string
	}{
		{"donations", "挪威", "挪威卫生部 奥斯陆 挪威渔业公司 林海 青山"},
		{"donations", "联合国", "白石"},
		{"donations", "挪威卫生部", "挪威卫生部 青山"},
		{"donations", "秘鲁", "挪威卫生部 奥斯陆 挪威渔业公司 林海 白石 青山"},
		{"donations", "秘鲁红十字会", "奥斯陆 林海 青山"},
		{"engaged", "NO", "挪威卫生部 奥斯陆 挪威渔业公司 林海 青山 挪威卫生部"},
		{"promised", "Norway", "挪威卫生部"},
	} {
		rows, err := shipped(t, s, c.query, c.name)
		if err != nil {
			t.Fatal(err)
		}
		if got := columnOf(rows, "subject"); got != c.want {
			t.Errorf("%s %s: %s, want %s", c.query, c.name, got, c.want)
		}
	}
	for name, want := range map[string]string{"counts": "donatedTo|actual|5|5\ndonatedTo|pledged|1|1\nholdsOffice|actual|1|0\n"} {
		rows, err := shipped(t, s, name, "挪威")
		if err != nil || strings.Join(strings.SplitAfter(show(rows), "\n")[1:], "") != want {
			t.Errorf("%s: %v\n%s", name, err, show(rows))
		}
	}
	rows, err := shipped(t, s, "timeline", "2018-06", "2018", "挪威")
	if err != nil || len(rows.Rows) != 5 {
		t.Errorf("timeline: %v\n%s", err, show(rows))
	}
}

// TestEntitiesAndOffices list what texts say, not what the tables know besides.
func TestEntitiesAndOffices(t *testing.T) {
	s := built(t, ministries())
	rows, err := shipped(t, s, "entities")
	if err != nil {
		t.Fatal(err)
	}
	got := show(rows)
	for _, want := range []string{"NO|country|挪威|Norway|0|7\n", "PE|country|秘鲁|Peru|0|7\n", "NO/卫生部|organization|挪威卫生部||0|3\n", "tent|supply|帐篷||0|6\n"} {
		if !strings.Contains(got, want) {
			t.Errorf("no row %s", want)
		}
	}
	if strings.Contains(got, "法国") {
		t.Error("what nobody names is listed")
	}
	if t.Failed() {
		t.Log(got)
	}
	rows, err = shipped(t, s, "offices")
	if want := "name|office|of|firstSeen|lastSeen|facts\n林海|大臣|挪威|||1\n"; err != nil || show(rows) != want {
		t.Errorf("offices: %v\n%s", err, show(rows))
	}
}

// TestArguments: what a shipped query refuses is said of the argument, without a place in a script nobody wrote.
func TestArguments(t *testing.T) {
	s := built(t, spring("春").result())
	for _, c := range []struct {
		args []string
		want string
	}{
		{[]string{"timeline", "abc"}, "timeline: abc is no date; write YYYY, YYYY-MM or YYYY-MM-DD"},
		{[]string{"timeline", "2022-13"}, "timeline: 2022-13 is no date; write YYYY, YYYY-MM or YYYY-MM-DD"},
		{[]string{"timeline", "2021-02-29"}, "timeline: 2021-02-29 is no date; write YYYY, YYYY-MM or YYYY-MM-DD"},
		{[]string{"timeline", "2017", "x"}, "timeline: x is no date; write YYYY, YYYY-MM or YYYY-MM-DD"},
		{[]string{"timeline", "", "", "火星"}, "timeline: nothing in this store is called 火星; `jishi query --name entities` lists the names"},
		{[]string{"engaged", "火星"}, "engaged: nothing in this store is called 火星; `jishi query --name entities` lists the names"},
		{[]string{"engaged", "火; 星"}, "engaged: nothing in this store is called 火; 星; `jishi query --name entities` lists the names"},
		{[]string{"engaged", ""}, "engaged: the NAME is empty; give a name or an id"},
		{[]string{"evidence", "none"}, "evidence: no fact, event or entry is called none; ids stand in the columns id and entry"},
		{[]string{"entities", "foo"}, "entities: no rows: nothing in this store is of the type foo; there are country, leader, supply"},
	} {
		_, err := shipped(t, s, c.args[0], c.args[1:]...)
		var e *GizmoError
		if !errors.As(err, &e) || e.Error() != c.want {
			t.Errorf("%q: %v\nwant %s", c.args, err, c.want)
		}
	}
}

// TestTimeline compares as far as both days are known.
func TestTimeline(t *testing.T) {
	s := built(t, spring("春").result())
	for _, c := range []struct {
		args []string
		rows int
	}{{nil, 3}, {[]string{"2017"}, 2}, {[]string{"2017-05", "2017-05"}, 2}, {[]string{"2017-05-05"}, 1}, {[]string{"", "2017-05-05"}, 1}, {[]string{"2018"}, 0}, {[]string{"", ""}, 3}} {
		rows, err := shipped(t, s, "timeline", c.args...)
		if err != nil || len(rows.Rows) != c.rows {
			t.Errorf("%q: %d rows, %v", c.args, len(rows.Rows), err)
		}
	}
}
