package correction

import (
	"strings"
	"testing"

	"jishi/schema"
)

// All faults of a file are told at once, each with its place and what to do.
func TestReadFaults(t *testing.T) {
	file := `- verdict: rejekt
  fact: a
  sentence: 原句
  read: {relation: donatedTo, subject: "NO", date: 2017-13-01}
  why: w
  by: b
  date: 2017-05-32
- verdict: reject
  fact: a
  read: {relation: donatedTo, subject: "NO"}
  to: {modality: actual}
- verdict: amend
  fact: b
  document: d
  sentence: 原句
  read: {relation: donatedTo, subject: "NO"}
  why: w
  by: b
  date: 2017-05-04
- verdict: amend
  fact: c
  sentence: 原句
  to: {relation: gaveTo, modality: pleged, subject: 林海, object: 无名, said: 林海, items: [{quantity: many}]}
  why: w
  by: b
  date: 2017-05-04
- verdict: add
  fact: d
  sentence: 原句
  to: {relation: met, object: 帐篷}
  why: w
  by: b
  date: 2017-05-04
- {verdict: add, sentence: 原句, to: {relation: met, subject: lin-hai}, why: w, by: b, date: 2017-05-04, vrdict: x}
- {verdict: add, sentence: 原句, to: {relation: met, subject: lin-hai}, why: w, by: b, date: 2017-05-04}
- {verdict: reject, sentence: 原句, why: w, by: b, date: 2017-05-04}
- verdict: amend
  fact: e
  sentence: 原句
  read: {relation: donatedTo, subject: "NO", date: 2017-05-04, until: 2017-05-03}
  to: {until: 2017-04}
  why: w
  by: b
  date: 2017-05-04
- {verdict: add, sentence: 原句, to: {relation: met, subject: lin-hai, object: CL, date: 2017-06, until: 2017-06-02}, why: w, by: b, date: 2017-05-04}
- {verdict: add, sentence: 原句, to: {relation: met, subject: lin-hai, object: CL, date: 2017-06, until: 2017-05}, why: w, by: b, date: 2017-05-04}
`
	want := `c.yaml:1:12: unknown verdict "rejekt"; did you mean "reject"?
c.yaml:4:52: "2017-13-01" is no day; write YYYY-MM-DD, YYYY-MM or YYYY
c.yaml:7:9: "2017-05-32" is no day; write YYYY-MM-DD, YYYY-MM or YYYY
c.yaml:8:3: the correction has no by; say who corrects
c.yaml:8:3: the correction has no date; write the day on which it was made, YYYY-MM-DD
c.yaml:8:3: the correction has no sentence; write the words of the text that the correction is about: by them it is found again
c.yaml:8:3: the correction has no why; say why, for those who come after you
c.yaml:9:9: the fact a is corrected already at c.yaml:1; keep one of the two
c.yaml:11:7: to stands in a correction that changes nothing; remove it, or write verdict: amend
c.yaml:12:12: the correction does not say what is to be amended; write to: {modality: …}, or whatever is otherwise
c.yaml:20:3: the correction does not say how the fact was read; write read: {relation: …, subject: …, object: …, modality: …}, or let ` + "`jishi correct`" + ` write it
c.yaml:23:18: unknown relation "gaveTo"; want one of: `
	_, err := Read("c.yaml", []byte(file), Options{Ontology: ontology(t), Find: find})
	if err == nil {
		t.Fatal("no fault")
	}
	got := strings.Split(err.Error(), "\n")
	for i, line := range strings.Split(want, "\n") {
		if i >= len(got) || !strings.HasPrefix(got[i], line) {
			t.Fatalf("fault %d is\n%s\nwant\n%s\nall:\n%s", i, got[min(i, len(got)-1)], line, err)
		}
	}
	for _, rest := range []string{
		`c.yaml:23:36: unknown modality "pleged"; did you mean "pledged"?`,
		`c.yaml:23:53: "林海" may be any of PE/林海, lin-hai; write the id of the one that is meant`,
		`c.yaml:23:65: nobody is called "无名"; write an id or a name`,
		`c.yaml:23:75: "林海" may be any of`,
		`c.yaml:23:87: an item has no name; write {name: 帐篷`,
		`c.yaml:23:98: "many" is no quantity; write an Arabic number`,
		`c.yaml:28:9: a fact that is added has no id yet`,
		`c.yaml:30:7: the fact to be added has no subject`,
		`c.yaml:30:31: 帐篷 is of the type supply, which the relation does not take as object; it takes actor`,
		`c.yaml:34:104: unknown key "vrdict"; did you mean "verdict"?`,
		`c.yaml:35:36: met needs an object; write object: …`,
		`c.yaml:36:13: the correction does not say which fact it is about`,
		`c.yaml:36:3: the correction does not say how the fact was read`,
		`c.yaml:40:71: until is 2017-05-03, which is before the day 2017-05-04; write the last day of the range, or leave until out`,
		`c.yaml:41:15: until is 2017-04, which is before the day 2017-05-04`,
		`c.yaml:46:104: until is 2017-05, which is before the day 2017-06`,
	} {
		if !strings.Contains(err.Error(), rest) {
			t.Errorf("lacks %s\nall:\n%s", rest, err)
		}
	}
	if strings.Contains(err.Error(), "c.yaml:45:") {
		t.Errorf("a range that begins in a month and ends on a day of it is a fault:\n%s", err)
	}
}

// What is written is read back as it was meant, whatever stands in it.
func TestWriteAndRead(t *testing.T) {
	was := Statement{Relation: "donatedTo", Subject: "NO", Object: "CL", Modality: schema.Pledged, Date: "2017-05", Said: "lin-hai",
		Items: []Item{{"帐篷", "40", "顶"}, {Name: "no"}}, Attributes: map[string][]string{"place": {"奥斯陆", "b: c"}, "batch": {}}}
	var raw []byte
	var err error
	for _, c := range []struct {
		schema.Correction
		was, to Statement
	}{
		{schema.Correction{Verdict: schema.Amend, Fact: "f1", Doc: "a/b", Sentence: "甲 … “乙”: # 丙", Why: "- it\nis", By: "NO", On: schema.Day{Year: 2020, Month: 2, Day: 3}}, was, Statement{Items: []Item{}, Object: "-"}},
		{schema.Correction{Verdict: schema.Add, Doc: "d", Sentence: "s", Why: "'", By: "b", On: schema.Day{Year: 2020}}, Statement{}, Statement{Relation: "met", Subject: "NO", Object: "CL"}},
	} {
		if raw, _, err = Write("c.yaml", raw, c.Correction, c.was, c.to); err != nil {
			t.Fatal(err)
		}
	}
	if !strings.HasPrefix(string(raw), Head) {
		t.Errorf("a new file begins with %q", raw[:20])
	}
	records, err := Read("c.yaml", raw, Options{Ontology: ontology(t), Find: find})
	if err != nil || len(records) != 2 {
		t.Fatalf("%v\n%s", err, raw)
	}
	r := records[0]
	if r.Sentence != "甲 … “乙”: # 丙" || r.Why != "- it\nis" || r.By != "NO" || r.On != (schema.Day{Year: 2020, Month: 2, Day: 3}) || r.Place() != "c.yaml:3" {
		t.Errorf("%+v", r.Correction)
	}
	if got, want := r.Was, was; got.Said != want.Said || got.Items[0] != want.Items[0] || len(got.Items) != 2 || got.Attributes["place"][1] != "b: c" || got.Attributes["batch"] == nil {
		t.Errorf("%+v, want %+v", got, want)
	}
	if r.To.Items == nil || len(r.To.Items) != 0 || r.To.Object != Nobody || records[1].To.Modality != schema.Actual {
		t.Errorf("%+v %+v", r.To, records[1].To)
	}
}

// No file ends the program, and what is read can be applied.
func FuzzRead(f *testing.F) {
	f.Add(reject("f1", tents, donation))
	f.Add(amend("f1", tents, donation, "{modality: actual, subject: PE, items: [{name: 帐篷}], attributes: {place: [利马]}}"))
	f.Add("- verdict: add\n  document: d\n  sentence: 林海 … 智利\n  to: {relation: visited, subject: PE/林海, object: CL}\n" + by)
	f.Add("- {verdict: accept, fact: ~, read: [], to: {items: {}}}")
	f.Add("# nothing\n")
	o := ontology(f)
	f.Fuzz(func(t *testing.T, file string) {
		records, err := Read("c.yaml", []byte(file), Options{Ontology: o, Find: find})
		if err != nil {
			return
		}
		results, outcomes, err := Apply(told("d"), records, o)
		if err != nil {
			return
		}
		if len(outcomes) != len(records) || len(results) != 1 {
			t.Fatalf("%d outcomes of %d records", len(outcomes), len(records))
		}
		for _, fact := range results[0].Facts {
			if why := o.Check(fact); why != "" {
				t.Errorf("a fact that is not possible: %s: %+v", why, fact)
			}
		}
	})
}

func TestPlaces(t *testing.T) {
	doc := told("d")[0].Document
	for sentence, want := range map[string]string{
		"挪威愿向智利捐赠40顶帐篷": "0:挪威愿向智利捐\n赠40顶帐篷",
		"挪威 愿向\n智利捐赠":   "0:挪威愿向智利捐\n赠",
		"挪威 … 帐篷 … 签署":  "0:挪威|帐篷|签署",
		"签署 … 挪威":       "",
		"智利":            "0:智利 1:智利",
		"协议。5月6日":       "",
		"":              "",
		" … ":           "",
	} {
		var got []string
		for _, p := range newFinder(&doc).find(sentence) {
			var parts []string
			for _, s := range p.passages {
				parts = append(parts, text[s.Start:s.End])
			}
			got = append(got, string(rune('0'+p.entry))+":"+strings.Join(parts, "|"))
		}
		if s := strings.Join(got, " "); s != want {
			t.Errorf("%q stands at %q, want %q", sentence, s, want)
		}
	}
}
