package export

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"jishi/graph"
	"jishi/schema"
)

var update = flag.Bool("update", false, "write the golden files anew")

const text = "◆ 挪威首相林海同智利总统白石通电话，=1+1。挪威愿向秘鲁提供帐篷<30>顶。\n◆ 有关人士向\"89个国家\"\r\n捐赠口罩10只。\n"

// at is where words stand in the text.
func at(words string) []schema.Span {
	i := strings.Index(text, words)
	return []schema.Span{{Start: i, End: i + len(words)}}
}

// world is one document with a deed, a promise, an office and a gift of an unknown day to nobody with an identity.
func world() schema.Result {
	day := schema.Day{Year: 2017, Month: 5, Day: 4}
	heading := schema.Date{First: day, Basis: schema.FromHeading}
	e1 := schema.Entry{Label: "2017-05-04#1", Hash: "aaaa", Date: schema.Date{First: day}, At: at(text[:strings.Index(text, "\n")])[0]}
	e2 := schema.Entry{Label: "2017-05-04#2", Hash: "bbbb", Date: schema.Date{First: day}, At: at("有关人士向\"89个国家\"\r\n捐赠口罩10只。")[0]}
	lin := schema.Party{Type: "leader", Entity: "lin-hai", Name: "林海", OnBehalfOf: "NO", At: at("林海")}
	bai := schema.Party{Type: "leader", Entity: "CL/白石", Name: "白石", OnBehalfOf: "CL", At: at("白石")}
	norway := schema.Party{Type: "country", Entity: "NO", Name: "挪威", At: at("挪威")}
	peru := schema.Party{Type: "country", Entity: "PE", Name: "秘鲁", At: at("秘鲁")}
	fact := func(e schema.Entry, id, relation, modality string, s, o schema.Party) schema.Fact {
		f := schema.Fact{ID: id, Doc: "新闻/春", Entry: e.Label, EntryHash: e.Hash, Event: "e" + id, Relation: relation, Modality: modality,
			Subject: s, Object: o, Date: heading, Evidence: []schema.Span{e.At}, Rule: "a-rule"}
		if relation == schema.HoldsOffice {
			f.Event = ""
		}
		return f
	}
	call := fact(e1, "f1", "called", schema.Actual, lin, bai)
	call.Attributes = []schema.Attribute{{Key: "medium", Values: []string{"telephone"}}}
	call.Evidence = at("挪威首相林海同智利总统白石通电话，=1+1。")
	promise := fact(e1, "f2", "donatedTo", schema.Pledged, norway, peru)
	promise.Items = []schema.Item{{Name: "帐篷", Entity: "tent", Quantity: "30", Unit: "顶"}, {Name: "-药品"}}
	promise.Evidence, promise.Said = at("挪威愿向秘鲁提供帐篷<30>顶。"), lin
	office := fact(e1, "f3", schema.HoldsOffice, schema.Actual, lin, norway)
	office.Attributes = []schema.Attribute{{Key: "office", Values: []string{"首相"}}}
	gift := fact(e2, "f4", "donatedTo", schema.Actual, schema.Party{Type: "leader", Entity: "CL/白石", Name: "白石"}, schema.Party{Type: "group", Name: "89个国家", At: at("89个国家")})
	gift.Date = schema.Date{Basis: schema.FromNothing}
	gift.Items = []schema.Item{{Name: "口罩", Quantity: "10", Unit: "只"}}
	open := fact(e2, "f5", "donatedTo", schema.Actual, norway, schema.Party{})
	open.Date = schema.Date{First: schema.Day{Month: 5, Day: 3}, Basis: schema.FromSentence}
	return schema.Result{
		Document: schema.Document{ID: "新闻/春", Text: text, Entries: []schema.Entry{e1, e2}},
		Facts:    []schema.Fact{call, promise, office, gift, open},
		Entities: []schema.Entity{{ID: "CL", Type: "country", Name: "智利", English: "Chile"}, {ID: "CL/白石", Type: "leader", Name: "白石", Country: "CL"},
			{ID: "NO", Type: "country", Name: "挪威", English: "Norway", Wikidata: "Q20", ISO3: "NOR"}, {ID: "PE", Type: "country", Name: "秘鲁", English: "Peru"},
			{ID: "lin-hai", Type: "leader", Name: "林海", English: "Lin Hai", Country: "NO", Aliases: []string{"老林"}}, {ID: "tent", Type: "supply", Name: "帐篷", English: "tent"}},
	}
}

// ontology is one that no edit of the shipped one changes.
func ontology() *schema.Ontology {
	return &schema.Ontology{
		Entities:   []schema.Term{{ID: "leader", Zh: "人物", En: "leader"}},
		Modalities: []schema.Term{{ID: schema.Actual, Zh: "已发生", En: "actual"}, {ID: schema.Pledged, Zh: "承诺", En: "pledged"}},
		Relations: []schema.Relation{{ID: "called", Zh: "通电话", En: "called", Symmetric: true, PLOVER: "CONSULT", CAMEO: "041"},
			{ID: "donatedTo", Zh: "捐赠", En: "donated to", PLOVER: "AID", CAMEO: "071"}, {ID: schema.HoldsOffice, Zh: "任职", En: "holds office"}},
	}
}

func open(t *testing.T) *graph.Store {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "store")
	if _, err := graph.Update(dir, graph.Build{Results: []schema.Result{world()}, Ontology: ontology()}); err != nil {
		t.Fatal(err)
	}
	s, err := graph.Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

func load(t *testing.T, s Selection) Data {
	t.Helper()
	d, err := Load(open(t), ontology(), s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func written(t *testing.T, name string, d Data) string {
	t.Helper()
	for _, f := range Formats() {
		if f.Name == name {
			var b bytes.Buffer
			if err := f.Write(&b, d); err != nil {
				t.Fatal(err)
			}
			return b.String()
		}
	}
	t.Fatalf("no format %s", name)
	return ""
}

func TestGolden(t *testing.T) {
	d := load(t, Selection{})
	for _, f := range Formats() {
		if f.Name == "xlsx" { // other programs read it, cell by cell: TestWorkbookReadBack
			continue
		}
		t.Run(f.Name, func(t *testing.T) {
			file := filepath.Join("testdata", "world"+f.Extension)
			got := written(t, f.Name, d)
			if *update {
				if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			if got != string(want) {
				t.Errorf("%s differs (go test -update writes it):\n%s", file, got)
			}
		})
	}
}

// TestJSONL: what comes out of a store is what the documents gave.
func TestJSONL(t *testing.T) {
	r := world()
	index := schema.NewRuneIndex(text)
	var want bytes.Buffer
	enc := json.NewEncoder(&want)
	enc.SetEscapeHTML(false)
	for _, f := range r.Facts {
		if err := enc.Encode(f.Record(text, index)); err != nil {
			t.Fatal(err)
		}
	}
	if got := written(t, "jsonl", load(t, Selection{})); got != want.String() {
		t.Errorf("%s\nwant\n%s", got, want.String())
	}
}

// TestGraphML: the file is well formed, every fact is an edge, and every edge joins nodes that are there.
func TestGraphML(t *testing.T) {
	d := load(t, Selection{})
	d.Facts[0].Attributes[0].Values = []string{"a\x01]]>&\"\n"}
	var doc struct {
		Keys []struct {
			ID string `xml:"id,attr"`
		} `xml:"key"`
		Graph struct {
			Nodes []struct {
				ID   string `xml:"id,attr"`
				Data []struct {
					Key  string `xml:"key,attr"`
					Text string `xml:",chardata"`
				} `xml:"data"`
			} `xml:"node"`
			Edges []struct {
				ID     string `xml:"id,attr"`
				Source string `xml:"source,attr"`
				Target string `xml:"target,attr"`
				Data   []struct {
					Key  string `xml:"key,attr"`
					Text string `xml:",chardata"`
				} `xml:"data"`
			} `xml:"edge"`
		} `xml:"graph"`
	}
	if err := xml.Unmarshal([]byte(written(t, "graphml", d)), &doc); err != nil {
		t.Fatal(err)
	}
	ids, keys := map[string]bool{}, map[string]bool{}
	for _, k := range doc.Keys {
		keys[k.ID] = true
	}
	for _, n := range doc.Graph.Nodes {
		if ids[n.ID] {
			t.Errorf("node %s twice", n.ID)
		}
		ids[n.ID] = true
	}
	if len(doc.Graph.Edges) != len(d.Facts) {
		t.Errorf("%d edges, want %d", len(doc.Graph.Edges), len(d.Facts))
	}
	for _, e := range doc.Graph.Edges {
		if !ids[e.Source] || !ids[e.Target] {
			t.Errorf("edge %s from %s to %s joins nothing", e.ID, e.Source, e.Target)
		}
		for _, x := range e.Data {
			if !keys[x.Key] {
				t.Errorf("no key %s", x.Key)
			}
			if x.Key == "e_attributes" && e.ID == "f1" && x.Text != "medium=a]]>&\"\n" {
				t.Errorf("%q", x.Text)
			}
		}
	}
}

func TestSelection(t *testing.T) {
	for _, c := range []struct {
		s    Selection
		want string
	}{
		{Selection{}, "f1 f2 f3 f4 f5"},
		{Selection{Relations: []string{"donatedTo", "called"}}, "f1 f2 f4 f5"},
		{Selection{Relations: []string{"donatedTo"}, Modalities: []string{schema.Actual}}, "f4 f5"},
		{Selection{Since: "2017"}, "f1 f2 f3"},
		{Selection{Since: "2017-05-04", Until: "2017-05-04"}, "f1 f2 f3"},
		{Selection{Since: "2017-05-05"}, ""},
		{Selection{Until: "2017-04"}, ""},
		{Selection{Until: "2017-05"}, "f1 f2 f3"},
		{Selection{Entities: []string{"挪威"}}, "f1 f2 f3 f5"},
		{Selection{Entities: []string{"norway"}}, "f1 f2 f3 f5"},
		{Selection{Entities: []string{"PE"}}, "f2"},
		{Selection{Entities: []string{"老林"}}, "f1 f3"},
		{Selection{Entities: []string{"89个国家", "PE"}}, "f2 f4"},
	} {
		var got []string
		for _, f := range load(t, c.s).Facts {
			got = append(got, f.ID)
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("%+v: %v, want %s", c.s, got, c.want)
		}
	}
	if _, err := Load(open(t), nil, Selection{Entities: []string{"PE", "无人", "x"}}); err == nil || !strings.Contains(err.Error(), "called 无人; ") || !strings.Contains(err.Error(), "called x; ") {
		t.Errorf("unknown names: %v", err)
	}
}

func TestWantsDate(t *testing.T) {
	march := schema.Date{First: schema.Day{Year: 2020, Month: 3, Day: 30}, Last: schema.Day{Year: 2020, Month: 4, Day: 2}}
	for _, c := range []struct {
		d            schema.Date
		since, until string
		want         bool
	}{
		{march, "2020-04", "", true}, {march, "2020-04-03", "", false}, {march, "", "2020-03", true}, {march, "", "2020-03-29", false},
		{schema.Date{First: schema.Day{Year: 2020}}, "2020-03", "2020-03", true}, {schema.Date{First: schema.Day{Year: 2019}}, "2020-03", "", false},
		{schema.Date{}, "2020", "", false}, {schema.Date{}, "", "", true}, {schema.Date{First: schema.Day{Month: 3, Day: 1}}, "", "2020", false},
	} {
		if got := (Selection{Since: c.since, Until: c.until}).wantsDate(c.d); got != c.want {
			t.Errorf("%v since %q until %q: %v", c.d, c.since, c.until, got)
		}
	}
}

// TestSelectedQuads: a selection's quads tell of its facts, and of no others.
func TestSelectedQuads(t *testing.T) {
	got := written(t, "nquads", load(t, Selection{Modalities: []string{schema.Pledged}}))
	for _, want := range []string{"<urn:jishi:fact/f2> <urn:jishi:relation>", "<urn:jishi:pledged-donatedTo> <urn:jishi:entity/PE>", "<urn:jishi:event/ef2>",
		"<urn:jishi:fact/f2/item/1>", "<urn:jishi:entity/PE> <http://www.w3.org/2000/01/rdf-schema#label>", "<urn:jishi:entity/tent>",
		"<urn:jishi:entity/lin-hai>", "<urn:jishi:doc/新闻/春>", "nif-core#anchorOf> \"挪威愿"} {
		if !strings.Contains(got, want) {
			t.Errorf("%s is not in it", want)
		}
	}
	for _, not := range []string{"fact/f1", "event/ef1", "fact/f4", "通电话，", "<urn:jishi:entity/NO> <urn:jishi:called>", "bbbb", "<urn:jishi:dataset>"} {
		if strings.Contains(got, not) {
			t.Errorf("%s is in it", not)
		}
	}
	if t.Failed() {
		t.Log(got)
	}
	all := written(t, "nquads", load(t, Selection{}))
	for _, line := range strings.Split(strings.TrimSpace(got), "\n") {
		if !strings.Contains(all, line+"\n") {
			t.Errorf("not in the store: %s", line)
		}
	}
}

func TestDOT(t *testing.T) {
	if got := quote("甲\"\\N\n乙\r"); got != `"甲\"\\N\n乙"` {
		t.Error(got)
	}
	got := written(t, "dot", load(t, Selection{Modalities: []string{schema.Pledged}}))
	if !strings.Contains(got, `label="donatedTo (pledged)\n2017-05-04", style=dashed`) {
		t.Error(got)
	}
}
