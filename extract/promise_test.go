package extract_test

import (
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"unicode/utf8"

	"jishi/extract"
	"jishi/schema"
)

const smallChronicle = `大事记

2018年3月5日

◆挪威首相索尔贝格应约同智利总统皮涅拉通电话。索尔贝格表示，挪方愿向智方提供30顶帐篷，分享地震监
测经验。

◆约旦农业大臣哈桑·图拉比在安曼会见瑞典外交大臣林德奎斯特–贝里。双方签署粮食安全合作协定。

◆挪威第三批地震救援队抵达智利首都圣地亚哥。

2018年3月6日

◆阿根廷同玻利维亚、巴拉圭举行登革热防治专家视频会议。乌拉圭的官员以及世界粮食计划署代表与会。

◆匈牙利总统阿戴尔就地震致电新西兰总督雷迪，表示慰问。

◆日前，希腊红十字会将１００箱药品送往约旦。
`

func read(t testing.TB, text string) schema.Document {
	t.Helper()
	doc, err := extractor(t).Read(extract.Input{ID: "d", Name: "d.txt", Raw: []byte(text)})
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

// asJSON is what a user sees of a result, every byte.
func asJSON(t testing.TB, r schema.Result) []byte {
	t.Helper()
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	index := schema.NewRuneIndex(r.Document.Text)
	for _, f := range r.Facts {
		if err := e.Encode(f.Record(r.Document.Text, index)); err != nil {
			t.Fatal(err)
		}
	}
	for _, m := range r.Mentions {
		if err := e.Encode(m.Record(r.Document.ID, r.Document.Text, index)); err != nil {
			t.Fatal(err)
		}
	}
	if err := e.Encode(r.Entities); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func bigger(t testing.TB) string {
	raw, err := os.ReadFile("../testdata/chronicle/2020-03-23--31.txt")
	if err != nil {
		t.Fatal(err)
	}
	return string(raw)
}

func TestJobsNeverChangeAByte(t *testing.T) {
	x := extractor(t)
	for name, text := range map[string]string{"small": smallChronicle, "chronicle": bigger(t)} {
		doc := read(t, text)
		one := x.Extract(doc, 1)
		if len(one.Facts) == 0 || len(one.Mentions) == 0 || len(one.Entities) == 0 {
			t.Fatalf("%s: no facts, mentions or entities", name)
		}
		for _, jobs := range []int{1, 4, 0, 64} {
			other := x.Extract(read(t, text), jobs)
			if !reflect.DeepEqual(one, other) {
				t.Errorf("%s: %d jobs give another result", name, jobs)
			}
			if !bytes.Equal(asJSON(t, one), asJSON(t, other)) {
				t.Errorf("%s: %d jobs give other JSON", name, jobs)
			}
		}
	}
}

func TestAnotherExtractorGivesTheSame(t *testing.T) {
	x, err := extract.New(extract.Options{})
	if err != nil {
		t.Fatal(err)
	}
	a, b := extractor(t).Extract(read(t, bigger(t)), 2), x.Extract(read(t, bigger(t)), 3)
	if !bytes.Equal(asJSON(t, a), asJSON(t, b)) {
		t.Error("two extractors of the same data differ")
	}
}

func TestOneExtractorForManyDocumentsAtOnce(t *testing.T) {
	x := extractor(t)
	want := asJSON(t, x.Extract(read(t, smallChronicle), 1))
	done := make(chan []byte)
	for range 4 {
		go func() {
			doc, err := x.Read(extract.Input{ID: "d", Name: "d.txt", Raw: []byte(smallChronicle)})
			if err != nil {
				done <- nil
				return
			}
			r := x.Extract(doc, 4)
			done <- asJSON(t, r)
		}()
	}
	for range 4 {
		if !bytes.Equal(<-done, want) {
			t.Error("a document read beside others gives another result")
		}
	}
}

// Extract does not change the document that it is given.
func TestExtractIsPure(t *testing.T) {
	doc, same := read(t, smallChronicle), read(t, smallChronicle)
	extractor(t).Extract(doc, 4)
	if !reflect.DeepEqual(doc, same) {
		t.Error("the document has changed")
	}
}

// An entry put before others, or a document's title, renames no fact.
func TestIDsOutliveAnInsertedEntry(t *testing.T) {
	x := extractor(t)
	before := x.Extract(read(t, smallChronicle), 1)
	changed := strings.Replace(smallChronicle, "2018年3月5日\n\n", "2018年3月5日\n\n◆丹麦援建乌干达的水厂在坎帕拉启用。\n\n", 1)
	after := x.Extract(read(t, changed), 1)
	ids, labels := map[string]schema.Fact{}, 0
	for _, f := range after.Facts {
		if _, ok := ids[f.ID]; ok {
			t.Errorf("two facts have the id %s", f.ID)
		}
		ids[f.ID] = f
	}
	for _, f := range before.Facts {
		g, ok := ids[f.ID]
		if !ok {
			t.Errorf("%s %s has lost its id", f.Entry, telling(f))
			continue
		}
		if telling(f) != telling(g) || f.EntryHash != g.EntryHash || f.Event != g.Event {
			t.Errorf("%s: %s has become %s", f.ID, telling(f), telling(g))
		}
		if f.Entry != g.Entry {
			labels++
		}
	}
	if labels == 0 || len(after.Facts) <= len(before.Facts) {
		t.Errorf("the inserted entry has moved no label (%d) or given no fact", labels)
	}
}

// The year that a user gives changes dates but not the identity of entries.
func TestYearChangesNoEntrysIdentity(t *testing.T) {
	with, err := extract.New(extract.Options{Year: 2018})
	if err != nil {
		t.Fatal(err)
	}
	text := "3月5日\n\n◆挪威首相索尔贝格同智利总统皮涅拉通电话。\n"
	a := extractor(t).Extract(read(t, text), 1)
	doc, err := with.Read(extract.Input{ID: "d", Name: "d.txt", Raw: []byte(text)})
	if err != nil {
		t.Fatal(err)
	}
	b := with.Extract(doc, 1)
	if len(a.Facts) == 0 || len(a.Facts) != len(b.Facts) {
		t.Fatalf("%d and %d facts", len(a.Facts), len(b.Facts))
	}
	for i := range a.Facts {
		if a.Facts[i].EntryHash != b.Facts[i].EntryHash {
			t.Errorf("%s: entry %s and %s", telling(a.Facts[i]), a.Facts[i].EntryHash, b.Facts[i].EntryHash)
		}
	}
	if b.Facts[0].Date.First.Year != 2018 || a.Facts[0].Date.First.Year != 0 {
		t.Errorf("dates are %s and %s", a.Facts[0].Date, b.Facts[0].Date)
	}
}

// Traditional characters give the facts of the simplified text; names are simplified, quotations stand as they are.
func TestTraditionalCharacters(t *testing.T) {
	simplified := "2018年3月5日\n\n◆挪威首相索尔贝格应约同智利总统皮涅拉通电话。索尔贝格表示，挪威愿向智利提供30顶帐篷和医疗设备。\n\n◆约旦农业大臣哈桑·图拉比会见瑞典外交大臣林德奎斯特。\n"
	traditional := "2018年3月5日\n\n◆挪威首相索爾貝格應約同智利總統皮涅拉通電話。索爾貝格表示，挪威願向智利提供30頂帳篷和醫療設備。\n\n◆約旦農業大臣哈桑·圖拉比會見瑞典外交大臣林德奎斯特。\n"
	x := extractor(t)
	a, b := x.Extract(read(t, simplified), 1), x.Extract(read(t, traditional), 1)
	if len(a.Facts) < 5 {
		t.Fatalf("only %d facts", len(a.Facts))
	}
	var one, two []string
	for _, f := range a.Facts {
		one = append(one, telling(f))
	}
	for _, f := range b.Facts {
		two = append(two, telling(f))
	}
	if !reflect.DeepEqual(one, two) {
		t.Errorf("simplified  %q\ntraditional %q", one, two)
	}
	all := string(asJSON(t, b))
	for _, want := range []string{`"mention":"索爾貝格"`, `"name":"索尔贝格"`, `"mention":"哈桑·圖拉比"`, `"name":"哈桑·图拉比"`, "同智利總統皮涅拉通電話", `"name":"帐篷"`} {
		if !strings.Contains(all, want) {
			t.Errorf("the traditional text's JSON lacks %s", want)
		}
	}
	if strings.Contains(all, "通电话") {
		t.Error("a quotation has been simplified")
	}
	promises(t, b)
}

func TestPromisesOfEveryResult(t *testing.T) {
	for _, text := range []string{smallChronicle, bigger(t)} {
		promises(t, extractor(t).Extract(read(t, text), 2))
	}
}

// promises checks what every result keeps, whatever the text.
func promises(t *testing.T, r schema.Result) {
	t.Helper()
	text := r.Document.Text
	index := schema.NewRuneIndex(text)
	runes := []rune(text)
	entities := map[string]bool{}
	for _, e := range r.Entities {
		entities[e.ID] = true
	}
	ids, told := map[string]bool{}, map[string]bool{}
	for _, f := range r.Facts {
		if why := extractor(t).Ontology().Check(f); why != "" {
			t.Errorf("%s: %s", telling(f), why)
		}
		if ids[f.ID] {
			t.Errorf("%s: the id %s stands twice", telling(f), f.ID)
		}
		ids[f.ID] = true
		if key := f.EntryHash + telling(f) + strings.Join(f.Attribute("office"), ","); told[key] {
			t.Errorf("%s: %s is told twice", f.Entry, telling(f))
		} else {
			told[key] = true
		}
		if !f.Date.First.Valid() || !f.Date.Last.Valid() {
			t.Errorf("%s: no day", telling(f))
		}
		if (f.Event == "") != (f.Relation == schema.HoldsOffice) || f.Rule == "" || f.Doc != r.Document.ID {
			t.Errorf("%s: event %q, rule %q, doc %q", telling(f), f.Event, f.Rule, f.Doc)
		}
		if len(f.Evidence) == 0 {
			t.Errorf("%s: no evidence", telling(f))
		}
		for _, p := range []schema.Party{f.Subject, f.Object, f.Said} {
			if !p.IsZero() && (p.Entity == "" || !entities[p.Entity]) {
				t.Errorf("%s: nothing describes %s (%q)", telling(f), p.Name, p.Entity)
			}
		}
		rec := f.Record(text, index)
		if n := utf8.RuneCountInString(rec.Evidence.Text); n > 300 {
			t.Errorf("%s: evidence of %d characters", telling(f), n)
		}
		for _, p := range []*schema.PartyRecord{rec.Subject, rec.Object, rec.Said} {
			if p != nil && p.Start != nil && len(p.Spans) == 0 {
				if got := tidy(string(runes[*p.Start:*p.End])); got != tidy(p.Mention) {
					t.Errorf("%s: the span of %s gives %q", telling(f), p.Mention, got)
				}
			}
		}
	}
	for _, m := range r.Mentions {
		rec := m.Record(r.Document.ID, text, index)
		if got := tidy(string(runes[rec.Start:rec.End])); len(rec.Spans) == 0 && got != tidy(rec.Mention) || rec.Mention == "" {
			t.Errorf("the span of %s gives %q", rec.Mention, got)
		}
		if !entities[m.Entity] {
			t.Errorf("nothing describes %s (%q)", m.Name, m.Entity)
		}
	}
}

func tidy(s string) string { return strings.Join(strings.Fields(s), "") }

func TestTwoOfficesOfOnePersonAreTwoFacts(t *testing.T) {
	r := extractor(t).Extract(read(t, "◆挪威副首相兼外长瑟雷德抵达圣地亚哥。"), 1)
	ids := map[string]string{}
	for _, f := range r.Facts {
		if f.Relation == schema.HoldsOffice {
			ids[f.ID] = strings.Join(f.Attribute("office"), ",")
		}
	}
	if len(ids) != 2 {
		t.Errorf("offices by id: %v", ids)
	}
}

func TestTextWithoutAnything(t *testing.T) {
	for _, text := range []string{"。", "2018年3月5日\n", "◆\n◆\n", "通电话。", "，，，。。。", "愿将已", "“”《》（）", "abc"} {
		r := extractor(t).Extract(read(t, text), 4)
		if len(r.Facts) != 0 {
			t.Errorf("%q gives %s", text, telling(r.Facts[0]))
		}
	}
}

func FuzzExtract(f *testing.F) {
	for _, line := range strings.Split(smallChronicle, "\n") {
		f.Add(line)
	}
	for _, seed := range []string{smallChronicle, "双方愿同双方通电话。", "他他他会见她。", "，通电话，", "应邀请", "中方方方愿", "A同B通电话", "“中方愿”，他说，“愿”。", "分别同、和、等", "法国法国总统法国", "挪威首相总统贝监", "挪威副首相兼外长瑟雷德抵达圣地亚哥。"} {
		f.Add(seed)
	}
	x := extractor(f)
	f.Fuzz(func(t *testing.T, text string) {
		doc, err := x.Read(extract.Input{ID: "d", Name: "d.txt", Raw: []byte(text)})
		if err != nil || len(text) > 3000 {
			return
		}
		promises(t, x.Extract(doc, 2))
		if e, err := x.ExplainText(text); err == nil {
			var b bytes.Buffer
			if err := e.WriteText(&b, nil); err != nil {
				t.Error(err)
			}
			if want, err := x.ParseWanted("called(" + cmp.Or(strings.Trim(text, ",，()（） \n"), "?") + ", 法国)"); err == nil {
				e.WhyNot = x.WhyNot(e, want)
			}
			if err := errors.Join(e.WriteText(&b, nil), e.WriteJSON(&b), e.WriteHTML(&b, "", nil)); err != nil {
				t.Error(err)
			}
		}
	})
}

func TestNewReportsTheFaultsOfAUsersFolder(t *testing.T) {
	folder := t.TempDir()
	for name, text := range map[string]string{
		"rules/a.yaml":         "- {name: x, relation: calld}\n",
		"lexicon/leaders.yaml": "- {id: x-y, zh: 泽布伦, contry: CL}\n",
		"schema/ontology.yaml": "entitys: []\n",
	} {
		path := filepath.Join(folder, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	_, err := extract.New(extract.Options{Data: folder})
	if err == nil {
		t.Fatal("no error")
	}
	for _, want := range []string{"rules/a.yaml:1:23: unknown relation", "lexicon/leaders.yaml:1:22: unknown key", "schema/ontology.yaml:1:1: unknown section"} {
		if !strings.Contains(err.Error(), want) {
			t.Errorf("the error does not hold %s:\n%v", want, err)
		}
	}
	if _, err := extract.New(extract.Options{Data: filepath.Join(folder, "nowhere")}); err == nil || !strings.Contains(err.Error(), "nowhere") {
		t.Errorf("a folder that is not there: %v", err)
	}
}

func TestAMentionStandsInItsOwnSentence(t *testing.T) {
	r := extractor(t).Extract(read(t, "2019年5月6日\n\n◆乌拉圭红十字会昨天成立一支救援队，队员来自全国各地，人数超过五百人，都受过训练。该会主席佩雷拉表示满意。"), 1)
	promises(t, r)
	index := schema.NewRuneIndex(r.Document.Text)
	for _, m := range r.Mentions {
		if m.Type == "organization" && m.Record("", r.Document.Text, index).Mention == "该会" {
			return
		}
	}
	t.Errorf("that 该会 names an organization is in no mention: %+v", r.Mentions)
}
