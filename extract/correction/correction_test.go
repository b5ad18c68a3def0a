package correction

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"jishi/schema"
)

// known are the entities of the tests.
func known() []schema.Entity {
	return []schema.Entity{
		{ID: "NO", Type: "country", Name: "挪威", English: "Norway"},
		{ID: "CL", Type: "country", Name: "智利", English: "Chile", Aliases: []string{"智国"}},
		{ID: "PE", Type: "country", Name: "秘鲁", English: "Peru"},
		{ID: "lin-hai", Type: "leader", Name: "林海", Country: "NO", Offices: []schema.Office{{Of: "NO", Title: "首相", Seen: [2]schema.Day{{Year: 2017}, {Year: 2018}}}}},
		{ID: "PE/林海", Type: "leader", Name: "林海", Country: "PE"},
		{ID: "tent", Type: "supply", Name: "帐篷"},
	}
}

func find(word string) []schema.Entity {
	var out []schema.Entity
	for _, e := range known() {
		if e.ID == word || e.Name == word || slices.Contains(e.Aliases, word) {
			out = append(out, e)
		}
	}
	return out
}

func ontology(t testing.TB) *schema.Ontology {
	t.Helper()
	o, err := schema.LoadOntology(nil, "")
	if err != nil {
		t.Fatal(err)
	}
	return o
}

const text = "5月4日\n挪威愿向智利捐\n赠40顶帐篷。双方没有签署协议。\n5月6日\n秘鲁总统林海访问智利。\n"

// told is a document with the facts that rules read: by default as they were read when the corrections were made.
func told(id string, change ...func(fs []schema.Fact) []schema.Fact) []schema.Result {
	doc := schema.Document{ID: id, Text: text}
	at := func(words string) schema.Span {
		i := strings.Index(text, words)
		return schema.Span{Start: i, End: i + len(words)}
	}
	for i, words := range []string{"挪威愿向智利捐\n赠40顶帐篷。双方没有签署协议。", "秘鲁总统林海访问智利。"} {
		day := schema.Day{Year: 2017, Month: 5, Day: 4 + 2*i}
		doc.Entries = append(doc.Entries, schema.Entry{Label: day.String() + "#1", Hash: fmt.Sprint("entry", i), Date: schema.Date{First: day}, At: at(words)})
	}
	country := func(id, name string) schema.Party { return schema.Party{Type: "country", Entity: id, Name: name} }
	fact := func(id string, entry int, relation, modality string, subject, object schema.Party, words string) schema.Fact {
		e := doc.Entries[entry]
		return schema.Fact{ID: id, Doc: doc.ID, Entry: e.Label, EntryHash: e.Hash, Event: "e" + id, Relation: relation, Modality: modality, Date: e.Date,
			Subject: subject, Object: object, Evidence: []schema.Span{at(words)}, Rule: "r"}
	}
	fs := []schema.Fact{
		fact("f1", 0, "donatedTo", schema.Pledged, country("NO", "挪威"), country("CL", "智利"), "挪威愿向智利捐\n赠40顶帐篷"),
		fact("f2", 0, "signedAgreementWith", schema.Negated, country("NO", "挪威"), country("CL", "智利"), "双方没有签署协议"),
		fact("f3", 1, "visited", schema.Actual, schema.Party{Type: "leader", Entity: "PE/林海", Name: "林海"}, country("CL", "智利"), "秘鲁总统林海访问智利"),
	}
	fs[0].Items = []schema.Item{{Name: "帐篷", Entity: "tent", Quantity: "40", Unit: "顶"}}
	for _, c := range change {
		fs = c(fs)
	}
	return []schema.Result{{Document: doc, Facts: fs}}
}

const by = "  why: 原句如此\n  by: Li Hua\n  date: 2026-11-25\n"

func reject(fact, sentence, read string) string {
	return "- verdict: reject\n  fact: " + fact + "\n  document: d\n  sentence: " + sentence + "\n  read: " + read + "\n" + by
}

func amend(fact, sentence, read, to string) string {
	return strings.Replace(reject(fact, sentence, read), "reject", "amend", 1) + "  to: " + to + "\n"
}

const (
	donation  = "{relation: donatedTo, subject: \"NO\", object: CL, modality: pledged, date: 2017-05-04, items: [{name: 帐篷, quantity: 40, unit: 顶}]}"
	agreement = "{relation: signedAgreementWith, subject: \"NO\", object: CL, modality: negated}"
	tents     = "挪威愿向智利捐赠40顶帐篷"
)

// shown is facts and outcomes in words.
func shown(results []schema.Result, outcomes []Outcome) string {
	var b strings.Builder
	for _, o := range outcomes {
		fmt.Fprintf(&b, "%s %v", o.Verdict, o.State)
		if o.Now != "" {
			fmt.Fprintf(&b, " now %s", o.Now)
		}
		b.WriteString("\n")
	}
	for _, r := range results {
		for _, f := range r.Facts {
			fmt.Fprintf(&b, "%s %s", f.ID, statement(&f))
			if f.Subject.OnBehalfOf != "" {
				fmt.Fprintf(&b, " for %s", f.Subject.OnBehalfOf)
			}
			if len(f.Items) > 0 {
				fmt.Fprintf(&b, " items %s", schema.ItemWords(f.Items))
			}
			if f.Correction != nil {
				fmt.Fprintf(&b, " [%s, read as %q]", f.Correction.Verdict, f.Correction.Read)
			}
			b.WriteString("\n")
		}
	}
	return b.String()
}

func TestApply(t *testing.T) {
	without := func(id string) func([]schema.Fact) []schema.Fact {
		return func(fs []schema.Fact) []schema.Fact {
			return slices.DeleteFunc(fs, func(f schema.Fact) bool { return f.ID == id })
		}
	}
	turned := func(fs []schema.Fact) []schema.Fact { // the agreement is read from its other side
		fs[1].Subject, fs[1].Object = fs[1].Object, fs[1].Subject
		return fs
	}
	until := func(day schema.Day) func([]schema.Fact) []schema.Fact {
		return func(fs []schema.Fact) []schema.Fact {
			fs[0].Date.Last = day
			return fs
		}
	}
	otherwise := func(change func(f *schema.Fact)) func([]schema.Fact) []schema.Fact { // the rules read the donation otherwise
		return func(fs []schema.Fact) []schema.Fact {
			fs[0].ID = "new"
			change(&fs[0])
			return fs
		}
	}
	modality := func(m string) func([]schema.Fact) []schema.Fact {
		return otherwise(func(f *schema.Fact) { f.Modality = m })
	}
	const rest = "f2 signedAgreementWith(挪威, 智利) negated 2017-05-04\nf3 visited(林海, 智利) actual 2017-05-06\n"
	accept := strings.Replace(reject("f1", tents, donation), "reject", "accept", 1)
	for _, c := range []struct {
		name, file string
		change     func([]schema.Fact) []schema.Fact
		want       string
	}{
		{"accept", accept, nil,
			"accept applied\nf1 donatedTo(挪威, 智利) pledged 2017-05-04 items 帐篷 40顶 [accept, read as \"donatedTo(挪威, 智利) pledged 2017-05-04\"]\n" + rest},
		{"reject", reject("f1", tents, donation), nil, "reject applied\n" + rest},
		{"amend the modality", amend("f1", tents, donation, "{modality: actual}"), nil,
			"amend applied\nf1 donatedTo(挪威, 智利) actual 2017-05-04 items 帐篷 40顶 [amend, read as \"donatedTo(挪威, 智利) pledged 2017-05-04\"]\n" + rest},
		{"amend all else", amend("f1", tents, donation, "{subject: lin-hai, object: 秘鲁, date: 2017-05-05, items: [{name: 帐篷, quantity: 4}]}"), nil,
			"amend applied\nf1 donatedTo(林海, 秘鲁) pledged 2017-05-05 for NO items 帐篷 4 [amend, read as \"donatedTo(挪威, 智利) pledged 2017-05-04\"]\n" + rest},
		{"add", "- verdict: add\n  document: d\n  sentence: 秘鲁总统林海访问智利。\n  to: {relation: met, subject: PE/林海, object: 智国}\n" + by, nil,
			"add applied\nf1 donatedTo(挪威, 智利) pledged 2017-05-04 items 帐篷 40顶\n" + rest +
				schema.Hash("added", "entry1", "met", "actual", "2017-05-06", "PE/林海", "CL") + " met(林海, 智利) actual 2017-05-06 for PE [add, read as \"\"]\n"},
		{"an addition that is read by now", "- verdict: add\n  document: d\n  sentence: 林海访问智利\n  to: {relation: visited, subject: PE/林海, object: CL}\n" + by, nil,
			"add agrees\nf1 donatedTo(挪威, 智利) pledged 2017-05-04 items 帐篷 40顶\nf2 signedAgreementWith(挪威, 智利) negated 2017-05-04\nf3 visited(林海, 智利) actual 2017-05-06 [add, read as \"\"]\n"},

		{"reject what has another id", reject("f1", tents, donation), modality(schema.Pledged), "reject applied\n" + rest},
		{"reject what is read otherwise", reject("f1", tents, donation), modality(schema.Planned), "reject moved now donatedTo(挪威, 智利) planned 2017-05-04\n" + rest},
		{"reject what is read no longer", reject("f1", tents, donation), without("f1"), "reject agrees\n" + rest},
		{"reject, while the sentence gives another fact", reject("f1", tents, donation), otherwise(func(f *schema.Fact) { f.Subject.Entity = "PE" }),
			"reject agrees\nnew donatedTo(挪威, 智利) pledged 2017-05-04 items 帐篷 40顶\n" + rest},
		{"accept what is read otherwise", accept, modality(schema.Planned),
			"accept moved now donatedTo(挪威, 智利) planned 2017-05-04\nnew donatedTo(挪威, 智利) pledged 2017-05-04 items 帐篷 40顶 [accept, read as \"donatedTo(挪威, 智利) pledged 2017-05-04\"]\n" + rest},
		{"accept what is read no longer", accept, without("f1"),
			"accept restored\nf1 donatedTo(挪威, 智利) pledged 2017-05-04 items 帐篷 40顶 [accept, read as \"donatedTo(挪威, 智利) pledged 2017-05-04\"]\n" + rest},
		{"amend what is read otherwise", amend("f1", tents, donation, "{modality: actual}"), modality(schema.Planned),
			"amend moved now donatedTo(挪威, 智利) planned 2017-05-04\nnew donatedTo(挪威, 智利) actual 2017-05-04 items 帐篷 40顶 [amend, read as \"donatedTo(挪威, 智利) pledged 2017-05-04\"]\n" + rest},
		{"amend what the rules have learned", amend("f1", tents, donation, "{modality: actual}"), modality(schema.Actual),
			"amend agrees now donatedTo(挪威, 智利) actual 2017-05-04\nnew donatedTo(挪威, 智利) actual 2017-05-04 items 帐篷 40顶 [amend, read as \"donatedTo(挪威, 智利) pledged 2017-05-04\"]\n" + rest},
		{"amend the items of what is read otherwise", amend("f1", tents, donation, "{items: [{name: 帐篷, quantity: 4, unit: 顶}]}"), modality(schema.Actual),
			"amend moved now donatedTo(挪威, 智利) actual 2017-05-04\nnew donatedTo(挪威, 智利) actual 2017-05-04 items 帐篷 4顶 [amend, read as \"donatedTo(挪威, 智利) pledged 2017-05-04\"]\n" + rest},
		{"amend a party that is another by now", amend("f1", tents, donation, "{subject: PE}"), otherwise(func(f *schema.Fact) { f.Subject = schema.Party{Type: "leader", Entity: "lin-hai", Name: "林海"} }),
			"amend moved now donatedTo(林海, 智利) pledged 2017-05-04\nnew donatedTo(秘鲁, 智利) pledged 2017-05-04 items 帐篷 40顶 [amend, read as \"donatedTo(挪威, 智利) pledged 2017-05-04\"]\n" + rest},
		{"amend what is read no longer", amend("f1", tents, donation, "{modality: actual}"), without("f1"),
			"amend restored\nf1 donatedTo(挪威, 智利) actual 2017-05-04 items 帐篷 40顶 [amend, read as \"donatedTo(挪威, 智利) pledged 2017-05-04\"]\n" + rest},
		{"a symmetric relation, the other way round", reject("g", "双方没有签署协议", "{relation: signedAgreementWith, subject: CL, object: \"NO\", modality: negated}"), without("f3"),
			"reject applied\nf1 donatedTo(挪威, 智利) pledged 2017-05-04 items 帐篷 40顶\n"},

		{"amend a side of a symmetric relation, the other way round", amend("f2", "双方没有签署协议", agreement, "{object: PE}"), turned,
			"amend applied\nf1 donatedTo(挪威, 智利) pledged 2017-05-04 items 帐篷 40顶\nf2 signedAgreementWith(挪威, 秘鲁) negated 2017-05-04 [amend, read as \"signedAgreementWith(智利, 挪威) negated 2017-05-04\"]\nf3 visited(林海, 智利) actual 2017-05-06\n"},
		{"the same, of another id and party", amend("g", "双方没有签署协议", agreement, "{object: PE}"), func(fs []schema.Fact) []schema.Fact {
			fs = turned(fs)
			fs[1].Subject = schema.Party{Type: "leader", Entity: "PE/林海", Name: "林海"}
			return fs
		},
			"amend moved now signedAgreementWith(林海, 挪威) negated 2017-05-04\nf1 donatedTo(挪威, 智利) pledged 2017-05-04 items 帐篷 40顶\nf2 signedAgreementWith(挪威, 秘鲁) negated 2017-05-04 [amend, read as \"signedAgreementWith(挪威, 智利) negated\"]\nf3 visited(林海, 智利) actual 2017-05-06\n"},
		{"the first day of a range alone", amend("f1", tents, donation, "{date: 2017-05-04}"), until(schema.Day{Year: 2017, Month: 5, Day: 8}),
			"amend applied\nf1 donatedTo(挪威, 智利) pledged 2017-05-04 items 帐篷 40顶 [amend, read as \"donatedTo(挪威, 智利) pledged 2017-05-04--2017-05-08\"]\n" + rest},
		{"the last day of a range", amend("f1", tents, donation, "{until: 2017-05-06}"), until(schema.Day{Year: 2017, Month: 5, Day: 8}),
			"amend applied\nf1 donatedTo(挪威, 智利) pledged 2017-05-04--2017-05-06 items 帐篷 40顶 [amend, read as \"donatedTo(挪威, 智利) pledged 2017-05-04--2017-05-08\"]\n" + rest},

		{"a sentence that is gone", reject("f9", "挪威向智利捐赠了船", donation), without("f1"), "reject gone\n" + rest},
		{"a document that is not there", strings.Replace(reject("f9", "挪威向智利捐赠了船", donation), "document: d", "document: e", 1), without("f1"), "reject absent\n" + rest},
		{"a document that has another name", strings.Replace(reject("f9", tents, donation), "document: d", "document: e", 1), nil,
			"reject applied\n" + rest},
		{"a person of whom nobody knows any more", strings.NewReplacer("reject", "accept", "PE", "XX/无名").Replace(reject("f9", "秘鲁总统林海访问智利", "{relation: visited, subject: PE, object: CL, modality: actual}")), without("f3"),
			"accept lost\nf1 donatedTo(挪威, 智利) pledged 2017-05-04 items 帐篷 40顶\nf2 signedAgreementWith(挪威, 智利) negated 2017-05-04\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			records, err := Read("c.yaml", []byte(c.file), Options{Ontology: ontology(t), Find: find})
			if err != nil {
				t.Fatal(err)
			}
			if c.change == nil {
				c.change = func(fs []schema.Fact) []schema.Fact { return fs }
			}
			results, before := told("d", c.change), told("d", c.change)
			got, outcomes, err := Apply(results, records, ontology(t))
			if err != nil {
				t.Fatal(err)
			}
			if s := shown(got, outcomes); s != c.want {
				t.Errorf("got\n%s\nwant\n%s", s, c.want)
			}
			if !reflect.DeepEqual(results, before) {
				t.Error("what was given has changed")
			}
		})
	}
}

// Two corrections of one sentence, which the rules no longer read as they did, take a fact each.
func TestApplyTakesAFactOnce(t *testing.T) {
	file := amend("f1", tents, donation, "{modality: actual}") + amend("f9", tents, donation, "{modality: planned}")
	records, err := Read("c.yaml", []byte(file), Options{Ontology: ontology(t), Find: find})
	if err != nil {
		t.Fatal(err)
	}
	got, outcomes, err := Apply(told("d"), records, ontology(t))
	if err != nil || outcomes[0].State != Applied || outcomes[1].State != Restored || len(got[0].Facts) != 4 {
		t.Errorf("%v: %s", err, shown(got, outcomes))
	}
}

func TestApplyRefuses(t *testing.T) {
	for _, c := range []struct{ name, file, want string }{
		{"what the ontology does", amend("f1", tents, donation, "{object: \"NO\"}"),
			"c.yaml:9:7: the corrected fact is not possible: subject and object are the same; mend what stands under to, or the ontology"},
		{"a range that ends before the day of its entry", "- verdict: add\n  sentence: 林海访问智利\n  to: {relation: visited, subject: PE/林海, object: PE, until: 2017-05-05}\n" + by,
			"c.yaml:3:62: until is 2017-05-05, which is before the day 2017-05-06; write the last day of the range, or leave until out"},
	} {
		records, err := Read("c.yaml", []byte(c.file), Options{Ontology: ontology(t), Find: find})
		if err != nil {
			t.Fatal(err)
		}
		if _, _, err = Apply(told("d"), records, ontology(t)); err == nil || err.Error() != c.want {
			t.Errorf("%s: %v, want %s", c.name, err, c.want)
		}
	}
}
