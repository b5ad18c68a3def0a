package source

import (
	"strings"
	"sync"
	"testing"
	"unicode/utf8"

	"jishi/schema"
)

func TestDecodeNormal(t *testing.T) {
	tests := []struct{ name, raw, decoded, normal string }{
		{"plain", "斐济总理访问汤加。", "斐济总理访问汤加。", "斐济总理访问汤加。"},
		{"byte order mark", "\uFEFF3月2日", "3月2日", "3月2日"},
		{"carriage returns stay", "甲。\r\n乙。", "甲。\r\n乙。", "甲。\r\n乙。"},
		{"full width", "　２０１８年Ｎ９５口罩，３．５吨", "　２０１８年Ｎ９５口罩，３．５吨", " 2018年N95口罩，3.5吨"},
		{"quotes", "他說：「好。『甲』」", "他說：「好。『甲』」", "他说：“好。‘甲’”"},
		{"traditional", "薩摩亞總理會見湯加國王，雙方簽署協議", "薩摩亞總理會見湯加國王，雙方簽署協議", "萨摩亚总理会见汤加国王，双方签署协议"},
		{"forms of Hong Kong and Taiwan", "國家衞生計畫委員會敍述，隨著條件改善，答覆函電", "國家衞生計畫委員會敍述，隨著條件改善，答覆函電", "国家卫生计划委员会叙述，随着条件改善，答复函电"},
		{"words that only look regional", "著名學者的畫作與覆蓋全國的股份", "著名學者的畫作與覆蓋全國的股份", "著名学者的画作与覆盖全国的股份"},
		{"traditional without marks in a line", "與會者發言。\n丁于于", "與會者發言。\n丁于于", "与会者发言。\n丁于于"},
		{"dots of names", "若泽・席尔瓦與‧若澤‧席爾瓦、阿‧里•穆．沙", "若泽・席尔瓦與‧若澤‧席爾瓦、阿‧里•穆．沙", "若泽·席尔瓦与·若泽·席尔瓦、阿·里·穆·沙"},
		{"bullet dots stay", "• 甲\n・乙", "• 甲\n・乙", "• 甲\n・乙"},
		{"zero width", "瓦努\u200B阿图", "瓦努\u200B阿图", "瓦努阿图"},
		{"small forms", "甲﹐乙﹑丙﹔丁", "甲﹐乙﹑丙﹔丁", "甲，乙、丙；丁"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, _, err := Decode("x.txt", []byte(tt.raw), "")
			if err != nil {
				t.Fatal(err)
			}
			if got.Decoded != tt.decoded {
				t.Errorf("decoded %q, want %q", got.Decoded, tt.decoded)
			}
			if got.Normal != tt.normal {
				t.Errorf("normal %q, want %q", got.Normal, tt.normal)
			}
			checkPieces(t, got)
		})
	}
}

// checkPieces holds the promises of schema.Text: the pieces cover Normal in order, and each leads back to its origin.
func checkPieces(t *testing.T, x schema.Text) {
	t.Helper()
	at, doc := 0, 0
	for i, p := range x.Pieces {
		if p.At.Start != at || p.At.End <= p.At.Start {
			t.Fatalf("piece %d starts at %d, want %d: %+v", i, p.At.Start, at, p)
		}
		if p.Doc.Start < doc || p.Doc.End <= p.Doc.Start || p.Doc.End > len(x.Decoded) {
			t.Fatalf("piece %d leads out of order: %+v", i, p)
		}
		if gap := x.Decoded[doc:p.Doc.Start]; strings.TrimFunc(gap, invisible) != "" {
			t.Fatalf("piece %d leaves out %q", i, gap)
		}
		normal, origin := x.Normal[p.At.Start:p.At.End], x.Decoded[p.Doc.Start:p.Doc.End]
		if !utf8.ValidString(normal) || !utf8.ValidString(origin) {
			t.Fatalf("piece %d cuts a character: %q from %q", i, normal, origin)
		}
		if len(normal) == len(origin) {
			for j := range normal {
				if !utf8.RuneStart(origin[j]) {
					t.Fatalf("piece %d is not linear: %q from %q", i, normal, origin)
				}
			}
		} else if utf8.RuneCountInString(normal) != 1 {
			t.Fatalf("piece %d changes length over more than a character: %q from %q", i, normal, origin)
		}
		at, doc = p.At.End, p.Doc.End
	}
	if at != len(x.Normal) {
		t.Fatalf("the pieces end at %d of %d", at, len(x.Normal))
	}
}

func TestDecodeErrors(t *testing.T) {
	tests := []struct {
		name, raw    string
		offset       int
		line, column int
		says         string
	}{
		{"empty", "", 0, 1, 1, "empty"},
		{"mark alone", "\uFEFF", 0, 1, 1, "empty"},
		{"white space alone", " \r\n　\n", 0, 1, 1, "empty"},
		{"nul", "甲\n乙\x00丙", 7, 2, 2, "binary"},
		{"png", "\x89PNG\r\n\x1a\n\x00", 0, 1, 1, "PNG"},
		{"pdf", "%PDF-1.4\n", 0, 1, 1, "PDF"},
		{"control characters", "\x01\x02\x03甲", 0, 1, 1, "binary"},
		{"utf-16 of an odd number of bytes", "\xFF\xFE2\x00\x4E", 4, 1, 2, "ends inside a character"},
		{"half a surrogate", "\xFF\xFE\x2D\x4E\x0A\x00\x00\xD8\x2D\x4E\xFD\xFF\x2D\x4E", 6, 2, 1, "not the bytes here"},
		{"one broken byte", "甲乙。\n丙\xFF丁。", 13, 2, 2, "the text is UTF-8, but not the bytes here"},
		{"none", "\xFF\xFF\xCD\xA8\xFF\xFE", 0, 1, 1, "none of UTF-8, UTF-16, GB18030 and Big5"},
		{"cut off", "甲乙。\n丙\xE4\xBA", 13, 2, 2, "cut off"},
		{"column after a mark", "\uFEFF甲\xFF乙", 6, 1, 2, "not the bytes here"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, _, err := Decode("a/b.txt", []byte(tt.raw), "")
			e, ok := err.(*Error)
			if !ok {
				t.Fatalf("error %v, want *Error", err)
			}
			if e.Name != "a/b.txt" || e.Offset != tt.offset || e.Line != tt.line || e.Column != tt.column {
				t.Errorf("at %s:%d:%d offset %d, want %d:%d offset %d", e.Name, e.Line, e.Column, e.Offset, tt.line, tt.column, tt.offset)
			}
			if !strings.Contains(err.Error(), tt.says) {
				t.Errorf("%q does not say %q", err, tt.says)
			}
		})
	}
}

func TestFewPieces(t *testing.T) {
	x, _, err := Decode("x", []byte(strings.Repeat("兩國總統會談，「甲」。\n", 1000)), "")
	if err != nil {
		t.Fatal(err)
	}
	if len(x.Pieces) != 1 {
		t.Errorf("%d pieces where no length changes, want 1", len(x.Pieces))
	}
}

func FuzzDecode(f *testing.F) {
	for _, s := range []string{"\uFEFF３月２日\r\n「萬國」", "甲\u200B乙\u200B\u200B", "\u200B\uFEFF甲", "鍾錶麼・麼", "a\x00", "\xC3\x28", "乾隆皇帝為幹部", "𠀀會𡻕"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, raw []byte) {
		x, _, err := Decode("f", raw, "")
		if err != nil {
			if e := err.(*Error); e.Offset > len(raw) || e.Line < 1 || e.Column < 1 || e.Remedy == "" {
				t.Fatalf("error without a place: %+v", e)
			}
			return
		}
		checkPieces(t, x)
	})
}

func BenchmarkDecode(b *testing.B) {
	for _, unit := range []struct{ name, text string }{
		{"simplified", "斐济总理访问汤加，双方签署协议。"}, {"traditional", "薩摩亞總理會見湯加國王，雙方簽署協議。"}, {"fullwidth", "２０１８年Ｎ９５口罩，３．５吨"},
	} {
		for _, mb := range []int{1, 4} {
			raw := []byte(strings.Repeat(unit.text, mb<<20/len(unit.text)))
			b.Run(unit.name+"/"+string(rune('0'+mb))+"MB", func(b *testing.B) {
				b.SetBytes(int64(len(raw)))
				b.ReportAllocs()
				for b.Loop() {
					if _, _, err := Decode("b", raw, ""); err != nil {
						b.Fatal(err)
					}
				}
			})
		}
	}
}

// TestDecodeConcurrently reads traditional texts side by side: under -race it shows that the converter is shared safely.
func TestDecodeConcurrently(t *testing.T) {
	raw := []byte(strings.Repeat("薩摩亞總理會見湯加國王。\n", 200))
	want, _, err := Decode("a", raw, "")
	if err != nil {
		t.Fatal(err)
	}
	var group sync.WaitGroup
	for range 4 {
		group.Go(func() {
			if got, _, err := Decode("b", raw, ""); err != nil || got.Normal != want.Normal {
				t.Errorf("another text, or %v", err)
			}
		})
	}
	group.Wait()
}
