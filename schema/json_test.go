package schema_test

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"
	"unicode/utf8"

	"jishi/schema"
)

// encoded is the line that encoding/json makes of a record.
func encoded(t *testing.T, record any) string {
	t.Helper()
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(record); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// odd are strings that JSON writes in other characters than their own.
const odd = "\"\\/<&>\x00\x01\b\t\n\f\r\x1f\x7f\xff\u2027\u2028\u2029\u202a é\xe4\xb8 挪威\ufffd"

func facts() map[string]schema.Fact {
	full := sampleFact()
	full.ID, full.Doc, full.Event, full.SameEvent, full.Rule = "i", "d", "e", "s", "r"
	full.Subject.At, full.Object.At, full.Said = at("挪威"), at("智利"), full.Subject
	full.Subject.OnBehalfOf = "NO"
	full.Evidence = at("挪威向智利捐赠\n30顶帐篷")
	full.Attributes = []schema.Attribute{{Key: "count", Values: []string{"3", "4"}}, {Key: "place", Values: []string{"奥斯陆"}}}
	full.Items = []schema.Item{{Name: "帐篷", Entity: "tent", Quantity: "30.5", Unit: "顶"}, {Name: "药品"}}
	apart := full
	apart.Evidence = []schema.Span{at("挪威")[0], at("捐赠")[0], at("30顶")[0]}
	apart.Subject.At = apart.Evidence[:2]
	apart.Attributes = []schema.Attribute{{Key: "value", Values: nil}, {Key: "a", Values: []string{}}}
	itemsLast := full
	itemsLast.Attributes = full.Attributes[:1]
	itemsFirst := full
	itemsFirst.Attributes = full.Attributes[1:]
	strange := full
	strange.ID, strange.Rule, strange.Subject.Name = odd, odd, odd
	strange.Items, strange.Attributes = nil, []schema.Attribute{{Key: odd, Values: []string{odd}}}
	corrected := full
	corrected.Correction = &schema.Correction{ID: "h", Verdict: schema.Amend, Read: odd, Why: odd, By: odd, On: schema.Day{Year: 2020, Month: 3, Day: 4}}
	onPage, overPages, inParagraph := full, apart, full
	onPage.Part = schema.Part{Unit: schema.Page, First: 3, Last: 3}
	overPages.Part = schema.Part{Unit: schema.Page, First: 3, Last: 4}
	inParagraph.Part = schema.Part{Unit: schema.Paragraph, First: 12, Last: 12}
	return map[string]schema.Fact{"corrected": corrected, "on a page": onPage, "over pages": overPages, "in a paragraph": inParagraph, "zero": {}, "full": full, "apart": apart, "items last": itemsLast, "items first": itemsFirst, "strange": strange,
		"understood": {Relation: "donatedTo", Subject: schema.Party{Type: "country", Entity: "NO", Name: "挪威"}, Items: full.Items}}
}

func TestAppendJSONIsTheRecord(t *testing.T) {
	index := schema.NewRuneIndex(recordText)
	for name, f := range facts() {
		want := encoded(t, f.Record(recordText, index))
		line, same := f.AppendJSON([]byte("before"), recordText, index)
		if got := string(line); got != "before"+want {
			t.Errorf("%s:\n got %s\nwant %s", name, got, want)
		}
		f.SameEvent += "0123456789abcdef"
		want = encoded(t, f.Record(recordText, index))
		if got := string(line[:same]) + "0123456789abcdef" + string(line[same:]); got != "before"+want {
			t.Errorf("%s, with an event put in:\n got %s\nwant %s", name, got, want)
		}
	}
	for _, m := range []schema.EntryMention{
		{Entry: "2017-05-02#1", Type: "country", Entity: "CL", Name: "智利", At: at("智利")},
		{Entry: odd, Type: odd, Entity: odd, Name: odd, At: []schema.Span{at("挪威")[0], at("30顶")[0]}},
	} {
		want := encoded(t, m.Record("d", recordText, index))
		if got := string(m.AppendJSON(nil, "d", recordText, index)); got != want {
			t.Errorf("got %s, want %s", got, want)
		}
	}
}

func FuzzAppendJSON(f *testing.F) {
	f.Add("甲\n乙", odd, 0, 4)
	f.Add(" \t甲\r\n\u3000乙 ", "items", 3, 11)
	f.Fuzz(func(t *testing.T, text, word string, from, to int) {
		text = strings.ToValidUTF8(text, "?") // as every document is, and spans hold whole characters
		place := func(i int) int {
			i = (i%(len(text)+1) + len(text) + 1) % (len(text) + 1)
			for i < len(text) && !utf8.RuneStart(text[i]) {
				i--
			}
			return i
		}
		from, to = place(from), place(to)
		span := schema.Span{Start: min(from, to), End: max(from, to)}
		fact := schema.Fact{ID: word, Subject: schema.Party{Entity: word, At: []schema.Span{span}}, Evidence: []schema.Span{{End: span.Start}, span},
			Attributes: []schema.Attribute{{Key: "place", Values: []string{word}}}, Items: []schema.Item{{Name: word}}}
		index := schema.NewRuneIndex(text)
		line, _ := fact.AppendJSON(nil, text, index)
		if want := encoded(t, fact.Record(text, index)); string(line) != want {
			t.Errorf("got %s, want %s", line, want)
		}
	})
}
