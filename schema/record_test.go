package schema_test

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"jishi/schema"
)

const recordText = "é挪威向智利捐赠\n30顶帐篷。"

// at finds a part of recordText.
func at(part string) []schema.Span {
	i := strings.Index(recordText, part)
	return []schema.Span{{Start: i, End: i + len(part)}}
}

func record(t *testing.T, f schema.Fact) map[string]any {
	t.Helper()
	raw, err := json.Marshal(f.Record(recordText, schema.NewRuneIndex(recordText)))
	if err != nil {
		t.Fatal(err)
	}
	var out map[string]any
	if err := json.Unmarshal(raw, &out); err != nil {
		t.Fatal(err)
	}
	return out
}

func keys(m map[string]any) string {
	var out []string
	for k := range m {
		out = append(out, k)
	}
	slices.Sort(out)
	return strings.Join(out, " ")
}

const factKeys = "attributes date doc entry event evidence id modality object relation rule said sameEvent subject"

func TestRecordOfAFullFact(t *testing.T) {
	f := sampleFact()
	f.ID, f.Event, f.SameEvent = "i", "e", "s"
	f.Subject.At, f.Object.At, f.Said = at("挪威"), at("智利"), f.Subject
	f.Subject.OnBehalfOf = "NO"
	f.Evidence = at("挪威向智利捐赠\n30顶帐篷")
	f.Attributes = []schema.Attribute{{Key: "place", Values: []string{"奥斯陆"}}}
	f.Items = []schema.Item{{Name: "帐篷", Entity: "tent", Quantity: "30", Unit: "顶"}, {Name: "药品"}}
	r := record(t, f)
	if got := keys(r); got != factKeys {
		t.Errorf("keys are %s", got)
	}
	subject := r["subject"].(map[string]any)
	if got := keys(subject); got != "end id mention name onBehalfOf start type" {
		t.Errorf("a party's keys are %s", got)
	}
	if subject["mention"] != "挪威" || subject["start"] != 1.0 || subject["end"] != 3.0 || subject["onBehalfOf"] != "NO" {
		t.Errorf("subject is %v", subject)
	}
	evidence := r["evidence"].(map[string]any)
	if evidence["text"] != "挪威向智利捐赠30顶帐篷" || evidence["start"] != 1.0 || evidence["end"] != 14.0 {
		t.Errorf("evidence is %v", evidence)
	}
	attributes := r["attributes"].(map[string]any)
	raw, err := json.Marshal(attributes["items"])
	if err != nil {
		t.Fatal(err)
	}
	want := `[{"id":"tent","name":"帐篷","quantity":30,"unit":"顶"},{"id":"","name":"药品","quantity":null,"unit":""}]`
	if string(raw) != want {
		t.Errorf("items are %s, want %s", raw, want)
	}
	if r["date"] != "2017-05-02" || r["sameEvent"] != "s" {
		t.Errorf("date %v, sameEvent %v", r["date"], r["sameEvent"])
	}
}

func TestRecordSaysNullWhereUnknown(t *testing.T) {
	r := record(t, schema.Fact{Relation: "donatedTo", Modality: schema.Pledged, Subject: schema.Party{Type: "country", Entity: "NO", Name: "挪威"}})
	if got := keys(r); got != factKeys {
		t.Errorf("keys are %s", got)
	}
	for _, key := range []string{"object", "said"} {
		if r[key] != nil {
			t.Errorf("%s is %v, want null", key, r[key])
		}
	}
	for _, key := range []string{"id", "doc", "event", "entry", "date", "rule", "sameEvent"} {
		if r[key] != "" {
			t.Errorf("%s is %v, want \"\"", key, r[key])
		}
	}
	if a, ok := r["attributes"].(map[string]any); !ok || len(a) != 0 {
		t.Errorf("attributes are %v, want {}", r["attributes"])
	}
	subject := r["subject"].(map[string]any) // understood, not named
	if subject["start"] != nil || subject["end"] != nil || subject["mention"] != "" || keys(subject) != "end id mention name onBehalfOf start type" {
		t.Errorf("subject is %v", subject)
	}
	evidence := r["evidence"].(map[string]any)
	if keys(evidence) != "end start text" || evidence["start"] != nil || evidence["text"] != "" {
		t.Errorf("evidence is %v", evidence)
	}
}

func TestRecordListsPartsThatMoreThanWhiteSpaceSeparates(t *testing.T) {
	f := sampleFact()
	f.Evidence = []schema.Span{at("挪威")[0], at("捐赠")[0], at("30顶")[0]}
	evidence := record(t, f)["evidence"].(map[string]any)
	raw, err := json.Marshal(evidence["spans"])
	if err != nil {
		t.Fatal(err)
	}
	if want := `[{"end":3,"start":1},{"end":12,"start":6}]`; string(raw) != want {
		t.Errorf("spans are %s, want %s", raw, want)
	}
	if evidence["text"] != "挪威捐赠30顶" || evidence["start"] != 1.0 || evidence["end"] != 12.0 {
		t.Errorf("evidence is %v", evidence)
	}
}

func TestRecordOfARangeGivesItsFirstDay(t *testing.T) {
	f := sampleFact()
	f.Date.Last = schema.Day{Year: 2017, Month: 5, Day: 9}
	if got := record(t, f)["date"]; got != "2017-05-02" {
		t.Errorf("date is %v", got)
	}
}

func TestMentionRecord(t *testing.T) {
	m := schema.EntryMention{Entry: "2017-05-02#1", Type: "country", Entity: "CL", Name: "智利", At: at("智利")}
	r := m.Record("d", recordText, schema.NewRuneIndex(recordText))
	raw, err := json.Marshal(r)
	if err != nil {
		t.Fatal(err)
	}
	want := `{"doc":"d","entry":"2017-05-02#1","type":"country","id":"CL","name":"智利","mention":"智利","start":4,"end":6}`
	if string(raw) != want {
		t.Errorf("got  %s\nwant %s", raw, want)
	}
}
