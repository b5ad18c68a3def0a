package export

import (
	"strings"
	"testing"

	"jishi/schema"
)

// TestView: by country a leader's deed is his country's, and offices are no deeds; labels are in a language; the data that
// were viewed stay.
func TestView(t *testing.T) {
	d := load(t, Selection{})
	shown := func(v Data) string {
		var lines []string
		for _, f := range v.Facts {
			lines = append(lines, v.term(f.Relation)+"("+f.Subject.Name+", "+f.Object.Name+") "+v.term(f.Modality))
		}
		return strings.Join(lines, "\n")
	}
	before := shown(d)
	for _, c := range []struct{ by, labels, want string }{
		{ByActor, "", "called(林海, 白石) actual"}, {ByCountry, "", "called(挪威, 智利) actual"},
		{ByCountry, schema.English, "called(Norway, Chile) actual"}, {ByActor, schema.Chinese, "通电话(林海, 白石) 已发生"},
		{ByActor, schema.Chinese, "捐赠(挪威, 秘鲁) 承诺"},
	} {
		v := View(d, c.by, c.labels)
		if got := shown(v); !strings.Contains(got, c.want) {
			t.Errorf("by %s, labels %q:\n%s\nwant %s", c.by, c.labels, got, c.want)
		}
		if offices := strings.Contains(shown(v), schema.HoldsOffice) || strings.Contains(shown(v), "首相"); offices && c.by == ByCountry {
			t.Errorf("offices among what countries did:\n%s", shown(v))
		}
	}
	if shown(d) != before {
		t.Error("the data that were viewed have changed")
	}
}
