package export

import (
	"encoding/csv"
	"slices"
	"strings"
	"testing"

	"jishi/schema"
)

func TestCSV(t *testing.T) {
	d := load(t, Selection{})
	rows, err := csv.NewReader(strings.NewReader(written(t, "csv", d))).ReadAll()
	if err != nil || len(rows) != len(d.Facts)+1 {
		t.Fatalf("%d rows, %v", len(rows), err)
	}
	cell := func(row int, name string) string { return rows[row][slices.Index(rows[0], name)] }
	for _, c := range []struct {
		row        int
		name, want string
	}{{1, "cameo", "041"}, {2, "plover", "AID"}, {3, "cameo", ""}, {4, "date", ""}, {4, "sentence", "有关人士向\"89个国家\"捐赠口罩10只。"},
		{5, "date", "--05-03"}, {5, "object", ""}, {2, "items", "帐篷 30顶, -药品"}, {1, "subject_on_behalf_of", "NO"}, {2, "said", "林海"}} {
		if got := cell(c.row, c.name); got != c.want {
			t.Errorf("row %d, %s: %q, want %q", c.row, c.name, got, c.want)
		}
	}
}

// TestCSVJoins: for programs every cell stays as it is, whatever it begins with, so that tables join. The passages of a
// sentence stand apart, each with its place.
func TestCSVJoins(t *testing.T) {
	d := load(t, Selection{})
	f := d.Facts[0]
	f.Subject.Entity, f.Subject.Name, f.Object.OnBehalfOf, f.Doc, f.Entry = "-/某会议", "-某会议", "-/某国", "-文", "--05-03#1"
	f.Date = schema.Date{First: schema.Day{Month: 5, Day: 3}}
	f.Evidence = []schema.Span{at("挪威首相林海")[0], at("通电话")[0]}
	d.Facts, d.Texts = []schema.Fact{f}, map[string]string{"-文": text}
	rows, err := csv.NewReader(strings.NewReader(written(t, "csv", d))).ReadAll()
	if err != nil || len(rows) != 2 {
		t.Fatalf("%d rows, %v", len(rows), err)
	}
	for name, want := range map[string]string{"subject_id": "-/某会议", "subject": "-某会议", "object_on_behalf_of": "-/某国", "document": "-文",
		"entry": "--05-03#1", "date": "--05-03", "sentence": "挪威首相林海 … 通电话", "start": "2", "end": "18", "spans": "2-8 15-18"} {
		if got := rows[1][slices.Index(rows[0], name)]; got != want {
			t.Errorf("%s: %q, want %q", name, got, want)
		}
	}
}
