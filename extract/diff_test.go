package extract_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"jishi/extract"
	"jishi/schema"
)

// toldIn reads a text for a comparison.
func toldIn(t *testing.T, x *extract.Extractor, text string) extract.Telling {
	t.Helper()
	doc, err := x.Read(extract.Input{ID: "d", Name: "d.txt", Raw: []byte(text)})
	if err != nil {
		t.Fatal(err)
	}
	return extract.Telling{Facts: x.Extract(doc, 1).Facts, Texts: map[string]string{"d": doc.Text}}
}

// shownDifferences writes differences in lines: the kind, the fact, what changed.
func shownDifferences(ds []extract.Difference) []string {
	var out []string
	for _, d := range ds {
		line := d.Kind + " " + extract.Written(*d.Fact())
		for _, c := range d.Changes {
			line += fmt.Sprintf(" | %s: %s → %s", c.Field, c.Old, c.New)
		}
		out = append(out, line+" | "+d.Words)
	}
	return out
}

func TestDiff(t *testing.T) {
	const day = "2021年5月4日\n\n◆"
	const nothing = day + "天气很好。"
	for _, c := range []struct {
		a, b  string
		alike int
		want  []string
	}{
		{nothing, nothing, 0, nil},
		{day + "挪威向智利租借帐篷。", day + "挪威向智利租借帐篷。", 1, nil},
		{day + "挪威向智利租借帐篷。", nothing, 0, []string{"lost lentTo(挪威, 智利) actual 2021-05-04 items=帐篷 | 挪威向智利租借帐篷"}},
		{nothing, day + "挪威向智利租借帐篷。", 0, []string{"gained lentTo(挪威, 智利) actual 2021-05-04 items=帐篷 | 挪威向智利租借帐篷"}},
		{day + "挪威向智利租借帐篷。", day + "挪威向秘鲁租借帐篷。", 0, []string{
			"lost lentTo(挪威, 智利) actual 2021-05-04 items=帐篷 | 挪威向智利租借帐篷",
			"gained lentTo(挪威, 秘鲁) actual 2021-05-04 items=帐篷 | 挪威向秘鲁租借帐篷"}},
		// An entry before it moves the text and the label, and changes nothing.
		{day + "挪威向智利租借帐篷。", day + "秘鲁来了。\n\n◆挪威向智利租借帐篷。", 1, nil},
		// The same words under another day.
		{day + "挪威向智利租借帐篷。", "2021年5月6日\n\n◆挪威向智利租借帐篷。", 0, []string{
			"changed lentTo(挪威, 智利) actual 2021-05-06 items=帐篷 | date: 2021-05-04 → 2021-05-06 | 挪威向智利租借帐篷"}},
	} {
		x := lender(t)
		ds, alike := extract.Diff(toldIn(t, x, c.a), toldIn(t, x, c.b), x.Ontology())
		if got := shownDifferences(ds); alike != c.alike || !slices.Equal(got, c.want) {
			t.Errorf("%q, %q: %d alike, want %d;\n%s\nwant\n%s", c.a, c.b, alike, c.alike, strings.Join(got, "\n"), strings.Join(c.want, "\n"))
		}
	}
}

// Each field that a fact has can change, and is told by its name; what moves with the text or the rules is not compared.
func TestDiffFields(t *testing.T) {
	text := "挪威首相索尔贝格向智利捐赠帐篷，说。"
	whole := schema.Fact{ID: "1", Doc: "d", EntryHash: "e", Entry: "2021-05-04#1", Relation: "lentTo", Modality: schema.Actual,
		Subject: schema.Party{Entity: "NO", Name: "挪威"}, Object: schema.Party{Entity: "CL", Name: "智利"},
		Date: schema.Date{First: schema.Day{Year: 2021, Month: 5, Day: 4}, Basis: schema.FromHeading}, Rule: "lends",
		Items: []schema.Item{{Name: "帐篷", Quantity: "40", Unit: "顶"}}, Attributes: []schema.Attribute{{Key: "place", Values: []string{"奥斯陆"}}},
		Evidence: []schema.Span{{Start: 0, End: strings.Index(text, "，")}}}
	for _, c := range []struct {
		name   string
		change func(f *schema.Fact)
		want   string
	}{
		{"nothing", func(f *schema.Fact) {}, ""},
		{"rule", func(f *schema.Fact) { f.Rule = "other" }, ""},
		{"label", func(f *schema.Fact) { f.Entry = "2021-05-04#2" }, ""},
		{"basis", func(f *schema.Fact) { f.Date.Basis = schema.FromSentence }, ""},
		{"id", func(f *schema.Fact) { f.ID = "2" }, ""},
		{"modality", func(f *schema.Fact) { f.ID, f.Modality = "2", schema.Pledged }, "modality: actual → pledged"},
		{"date", func(f *schema.Fact) { f.Date.First.Day = 5 }, "date: 2021-05-04 → 2021-05-05"},
		{"until", func(f *schema.Fact) { f.Date.Last = schema.Day{Year: 2021, Month: 5, Day: 9} }, "until:  → 2021-05-09"},
		{"items", func(f *schema.Fact) { f.Items = []schema.Item{{Name: "帐篷", Quantity: "41", Unit: "顶"}} }, "items: 帐篷 40顶 → 帐篷 41顶"},
		{"no items", func(f *schema.Fact) { f.Items = nil }, "items: 帐篷 40顶 → "},
		{"attribute", func(f *schema.Fact) { f.Attributes = []schema.Attribute{{Key: "batch", Values: []string{"2"}}} }, "batch:  → 2; place: 奥斯陆 → "},
		{"said", func(f *schema.Fact) { f.Said = schema.Party{Name: "索尔贝格"} }, "said:  → 索尔贝格"},
		{"name", func(f *schema.Fact) { f.Subject.Name = "挪威王国" }, "subject: 挪威 → 挪威王国"},
		{"behalf", func(f *schema.Fact) { f.Object.OnBehalfOf = "UN" }, "object.onBehalfOf:  → UN"},
		{"evidence", func(f *schema.Fact) { f.Evidence = []schema.Span{{Start: 0, End: len(text)}} },
			"evidence: 挪威首相索尔贝格向智利捐赠帐篷 → 挪威首相索尔贝格向智利捐赠帐篷，说。"},
	} {
		other := whole
		c.change(&other)
		texts := map[string]string{"d": text}
		ds, alike := extract.Diff(extract.Telling{Facts: []schema.Fact{whole}, Texts: texts}, extract.Telling{Facts: []schema.Fact{other}, Texts: texts}, lender(t).Ontology())
		var got []string
		for _, d := range ds {
			if d.Kind != extract.Changed {
				t.Errorf("%s: %s", c.name, d.Kind)
			}
			for _, change := range d.Changes {
				got = append(got, change.Field+": "+change.Old+" → "+change.New)
			}
		}
		if strings.Join(got, "; ") != c.want || alike != 1-len(ds) {
			t.Errorf("%s: %d alike, %q, want %q", c.name, alike, got, c.want)
		}
	}
}

// Of a symmetric relation, the parties may be exchanged.
func TestDiffOfEquals(t *testing.T) {
	a := schema.Fact{ID: "1", Doc: "d", Relation: "clinkedGlassesWith", Subject: schema.Party{Entity: "NO", Name: "挪威"}, Object: schema.Party{Entity: "CL", Name: "智利"}}
	b := a
	b.ID, b.Subject, b.Object = "2", a.Object, a.Subject
	if ds, alike := extract.Diff(extract.Telling{Facts: []schema.Fact{a}}, extract.Telling{Facts: []schema.Fact{b}}, lender(t).Ontology()); alike != 1 {
		t.Errorf("%v", shownDifferences(ds))
	}
	a.Relation, b.Relation = "lentTo", "lentTo"
	if ds, _ := extract.Diff(extract.Telling{Facts: []schema.Fact{a}}, extract.Telling{Facts: []schema.Fact{b}}, lender(t).Ontology()); len(ds) != 2 {
		t.Errorf("%v", shownDifferences(ds))
	}
}

// A telling is never other than itself, and what is lost one way is gained the other way.
func TestDiffOfTheChronicle(t *testing.T) {
	x := extractor(t)
	whole := toldIn(t, x, smallChronicle)
	if ds, alike := extract.Diff(whole, whole, x.Ontology()); len(ds) > 0 || alike != len(whole.Facts) || alike == 0 {
		t.Errorf("%d of %d alike, %v", alike, len(whole.Facts), shownDifferences(ds))
	}
	half := whole
	half.Facts = whole.Facts[:len(whole.Facts)/2]
	lost, _ := extract.Diff(whole, half, x.Ontology())
	gained, _ := extract.Diff(half, whole, x.Ontology())
	if len(lost) != len(whole.Facts)-len(half.Facts) || len(gained) != len(lost) {
		t.Errorf("%d lost, %d gained", len(lost), len(gained))
	}
}
