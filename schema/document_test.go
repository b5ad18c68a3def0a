package schema_test

import (
	"reflect"
	"strings"
	"testing"
	"unicode/utf8"

	"jishi/schema"
)

// A sentence that stands broken in its document, with a full-width number whose ASCII form is shorter:
//
//	甲国捐１０
//	顶帐篷。
const brokenText = "甲国捐１０\n顶帐篷。"

func brokenSentence() schema.Sentence {
	return schema.Sentence{Text: "甲国捐10顶帐篷。", Pieces: []schema.Piece{
		{At: schema.Local{Start: 0, End: 9}, Doc: schema.Span{Start: 0, End: 9}},
		{At: schema.Local{Start: 9, End: 11}, Doc: schema.Span{Start: 9, End: 15}}, // １０
		{At: schema.Local{Start: 11, End: 23}, Doc: schema.Span{Start: 16, End: 28}},
	}}
}

func TestSentenceSpans(t *testing.T) {
	s := brokenSentence()
	for _, c := range []struct {
		part  string
		want  []schema.Span
		quote string
	}{
		{"甲国", []schema.Span{{Start: 0, End: 6}}, "甲国"},
		{"捐", []schema.Span{{Start: 6, End: 9}}, "捐"},
		{"10", []schema.Span{{Start: 9, End: 15}}, "１０"},
		{"1", []schema.Span{{Start: 9, End: 15}}, "１０"}, // a stretch of another length is never cut
		{"捐10", []schema.Span{{Start: 6, End: 15}}, "捐１０"},
		{"10顶", []schema.Span{{Start: 9, End: 15}, {Start: 16, End: 19}}, "１０顶"},
		{"帐篷", []schema.Span{{Start: 19, End: 25}}, "帐篷"},
		{"甲国捐10顶帐篷。", []schema.Span{{Start: 0, End: 15}, {Start: 16, End: 28}}, "甲国捐１０顶帐篷。"},
	} {
		i := strings.Index(s.Text, c.part)
		got := s.Spans(schema.Local{Start: i, End: i + len(c.part)})
		if !reflect.DeepEqual(got, c.want) {
			t.Errorf("Spans of %s: %v, want %v", c.part, got, c.want)
		}
		if q := schema.Quote(brokenText, got); q != c.quote {
			t.Errorf("Quote of %s: %q, want %q", c.part, q, c.quote)
		}
	}
	if got := s.Spans(schema.Local{Start: 23, End: 23}); len(got) != 0 {
		t.Errorf("an empty part at the end has spans %v", got)
	}
	if got := s.Spans(schema.Local{Start: 3, End: 3}); len(got) > 0 && got[0].End-got[0].Start != 0 {
		t.Errorf("an empty part has spans %v", got)
	}
}

func TestLocal(t *testing.T) {
	a := schema.Local{Start: 3, End: 9}
	for _, c := range []struct {
		b                  schema.Local
		contains, overlaps bool
	}{
		{schema.Local{Start: 3, End: 9}, true, true},
		{schema.Local{Start: 6, End: 9}, true, true},
		{schema.Local{Start: 0, End: 3}, false, false},
		{schema.Local{Start: 9, End: 12}, false, false},
		{schema.Local{Start: 0, End: 4}, false, true},
		{schema.Local{Start: 8, End: 10}, false, true},
		{schema.Local{Start: 0, End: 12}, false, true},
	} {
		if a.Contains(c.b) != c.contains || a.Overlaps(c.b) != c.overlaps || c.b.Overlaps(a) != c.overlaps {
			t.Errorf("%v and %v: contains %v, overlaps %v and %v", a, c.b, a.Contains(c.b), a.Overlaps(c.b), c.b.Overlaps(a))
		}
	}
	if a.Len() != 6 {
		t.Errorf("Len is %d", a.Len())
	}
}

func TestJoin(t *testing.T) {
	text := "甲乙\n 丙　丁x戊"
	at := func(part string) schema.Span {
		i := strings.Index(text, part)
		return schema.Span{Start: i, End: i + len(part)}
	}
	for _, c := range []struct {
		name  string
		spans []schema.Span
		want  []schema.Span
		quote string
	}{
		{"none", nil, nil, ""},
		{"line break and space", []schema.Span{at("甲乙"), at("丙")}, []schema.Span{{Start: 0, End: at("丙").End}}, "甲乙丙"},
		{"full-width space", []schema.Span{at("丙"), at("丁")}, []schema.Span{{Start: at("丙").Start, End: at("丁").End}}, "丙　丁"},
		{"a letter between", []schema.Span{at("丁"), at("戊")}, []schema.Span{at("丁"), at("戊")}, "丁戊"},
		{"adjoining", []schema.Span{at("甲"), at("乙")}, []schema.Span{at("甲乙")}, "甲乙"},
	} {
		got := schema.Join(text, c.spans)
		if !reflect.DeepEqual(got, c.want) {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
		if q := schema.Quote(text, got); q != c.quote {
			t.Errorf("%s: quote %q, want %q", c.name, q, c.quote)
		}
	}
}

func TestQuoteLeavesOutTheWhiteSpaceOfBrokenLines(t *testing.T) {
	text := "　　甲国总\r\n  \t 统抵达　\r\n\r\n乙国。"
	if got := schema.Quote(text, []schema.Span{{Start: 0, End: len(text)}}); got != "甲国总统抵达乙国。" {
		t.Errorf("quote is %q", got)
	}
}

func TestRuneIndex(t *testing.T) {
	for _, text := range []string{
		"", "a", "中", strings.Repeat("a", 511), strings.Repeat("a", 512), strings.Repeat("a", 1024),
		strings.Repeat("中", 400), "ab" + strings.Repeat("中文é𠀀", 300), strings.Repeat("𠀀", 128),
	} {
		x := schema.NewRuneIndex(text)
		for i := range text {
			if got, want := x.At(i), utf8.RuneCountInString(text[:i]); got != want {
				t.Fatalf("text of %d bytes, byte %d: %d code points, want %d", len(text), i, got, want)
			}
		}
		n := utf8.RuneCountInString(text)
		if x.At(len(text)) != n || x.At(len(text)+99) != n || x.At(-1) != 0 {
			t.Errorf("text of %d bytes: end %d, beyond %d, before %d; want %d, %d, 0", len(text), x.At(len(text)), x.At(len(text)+99), x.At(-1), n, n)
		}
	}
}
