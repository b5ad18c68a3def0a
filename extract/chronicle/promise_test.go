package chronicle

import (
	"strings"
	"testing"
	"unicode"

	"jishi/extract/source"
	"jishi/schema"
)

// checkDocument holds the promises that every document keeps: sentences lead back to the text whose normal form they are,
// in order; asides and entries lie within the text; labels and hashes are unique.
func checkDocument(t *testing.T, text schema.Text, d schema.Document) {
	t.Helper()
	normal := normalForms(text)
	seen := map[string]bool{}
	covered := make([]bool, len(d.Text))
	for _, e := range d.Entries {
		if seen[e.Label] || seen[e.Hash] || e.Label == "" || e.Hash == "" {
			t.Fatalf("label %s or hash %s is not unique", e.Label, e.Hash)
		}
		seen[e.Label], seen[e.Hash] = true, true
		if len(e.Sentences) == 0 {
			t.Fatalf("%s has no sentence", e.Label)
		}
		if e.Date.First.IsZero() != (e.Date.Basis == schema.FromNothing) || !e.Date.First.Valid() || !e.Date.Last.Valid() {
			t.Fatalf("%s has the date %+v", e.Label, e.Date)
		}
		for _, s := range e.Sentences {
			checkSentence(t, normal, d.Text, s)
			for _, span := range s.Spans(schema.Local{End: len(s.Text)}) {
				if span.Start < e.At.Start || span.End > e.At.End {
					t.Fatalf("%s: %q lies outside the entry", e.Label, s.Text)
				}
				for i := span.Start; i < span.End; i++ {
					if covered[i] {
						t.Fatalf("%s: %q is read twice", e.Label, s.Text)
					}
					covered[i] = true
				}
			}
		}
	}
	for _, a := range d.Asides {
		if a.At.Start >= a.At.End || a.At.End > len(d.Text) || a.Kind == "" {
			t.Fatalf("aside %+v", a)
		}
		for i := a.At.Start; i < a.At.End; i++ {
			if covered[i] {
				t.Fatalf("aside %q is in a sentence too, or twice", d.Text[a.At.Start:a.At.End])
			}
			covered[i] = true
		}
	}
	for i, r := range d.Text {
		if !covered[i] && !unicode.IsSpace(r) && !isInvisible(r) {
			t.Fatalf("%q at %d is neither in a sentence nor aside", r, i)
		}
	}
}

func isInvisible(r rune) bool { return unicode.Is(unicode.Cf, r) || r == '\uFEFF' }

// normalForms maps the places of the decoded text to their normal form.
func normalForms(text schema.Text) map[schema.Span]string {
	out := map[schema.Span]string{}
	for _, p := range text.Pieces {
		if p.At.Len() != p.Doc.End-p.Doc.Start {
			out[p.Doc] = text.Normal[p.At.Start:p.At.End]
			continue
		}
		for i, r := range text.Normal[p.At.Start:p.At.End] {
			at := p.Doc.Start + i
			out[schema.Span{Start: at, End: at + len(string(r))}] = string(r)
		}
	}
	return out
}

func checkSentence(t *testing.T, normal map[schema.Span]string, text string, s schema.Sentence) {
	t.Helper()
	if s.Text == "" || strings.TrimSpace(s.Text) != s.Text {
		t.Fatalf("sentence %q is empty or not trimmed", s.Text)
	}
	end, last := 0, 0
	for _, p := range s.Pieces {
		if p.At.Start != end || p.Doc.Start < last {
			t.Fatalf("%q: pieces out of order: %+v", s.Text, s.Pieces)
		}
		end, last = p.At.End, p.Doc.End
	}
	if end != len(s.Text) {
		t.Fatalf("%q: pieces end at %d", s.Text, end)
	}
	for i, r := range s.Text {
		size := len(string(r))
		spans := s.Spans(schema.Local{Start: i, End: i + size})
		if len(spans) != 1 {
			t.Fatalf("%q: %q leads to %v", s.Text, r, spans)
		}
		got, ok := normal[spans[0]]
		if !ok || got != string(r) && !(r == ' ' && unicode.IsSpace([]rune(got)[0])) {
			t.Fatalf("%q: %q leads to %q, normal form %q", s.Text, r, text[spans[0].Start:spans[0].End], got)
		}
	}
}

func FuzzSplit(f *testing.F) {
	for _, s := range []string{
		"海岛纪事\n\n3月2日\n◆斐济总理访问汤加。\n\n2月29日—3月1日\n1. 甲国\n\n外长\n2. 乙。",
		"新华社苏瓦3月26日电（记者某甲）斐济总理说：“好。很好！”\n\nFiji and\nTonga，\n（新华社苏瓦3月27日电）",
		"２０２１年７月１日\r\n●湯加國王「來」訪\u200B。\r◆瑙魯\u2028總統",
		"甲乙丙丁戊己庚辛壬癸\n\n◆甲乙丙丁戊己庚辛壬癸子丑。\n甲乙丙丁戊己庚辛壬癸\n\n— 3 —\n\n第2页",
		"12月31日\n·甲。\n·乙。\n1月1日\n——丙\n一、丁\n（一）戊", "3月2日　甲。\n3月3日：乙。", "“（《", "：“。”，", "新华社电", "。◆", "◆3月2日", "((3月2日", "A\nB\nC\n",
		"0年0月0日\n2020\n\n2月30日\n99日\n", "“甲。”说“乙。", "\"a。\"\"b\"。\"",
	} {
		f.Add(s, 2020)
		f.Add(s, 0)
	}
	f.Fuzz(func(t *testing.T, s string, year int) {
		text, _, err := source.Decode("f", []byte(s), source.UTF8)
		if err != nil {
			return
		}
		if year < 0 || year > 9999 {
			year = 0
		}
		checkDocument(t, text, Split("f", text, Options{Year: year, File: FileDay(s)}))
	})
}
