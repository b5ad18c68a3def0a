package lexicon_test

import (
	"runtime"
	"runtime/debug"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"jishi/extract/lexicon"
	"jishi/schema"
)

// wellFormed checks what every sentence's tokens obey: in order, inside the text, apart, on character boundaries, no text
// but white space left out, and mentions within the sentence.
func wellFormed(t testing.TB, text string, tokens []schema.Token) {
	t.Helper()
	at := 0
	for _, tok := range tokens {
		if tok.At.Start < at || tok.At.End <= tok.At.Start || tok.At.End > len(text) {
			t.Fatalf("%q: a token at %v behind byte %d", text, tok.At, at)
		}
		if strings.TrimFunc(text[at:tok.At.Start], unicode.IsSpace) != "" {
			t.Fatalf("%q: %q lies in no token", text, text[at:tok.At.Start])
		}
		if utf8.ValidString(text) && !utf8.ValidString(text[tok.At.Start:tok.At.End]) {
			t.Fatalf("%q: a token at %v cuts a character", text, tok.At)
		}
		if tok.Word != "" && tok.Word != text[tok.At.Start:tok.At.End] {
			t.Fatalf("%q: the word %q does not stand at %v", text, tok.Word, tok.At)
		}
		if tok.Word != "" && len(tok.Mentions) > 0 {
			t.Fatalf("%q: the token %q is a word and a mention", text, tok.Word)
		}
		for _, m := range tok.Mentions {
			mentionFits(t, text, tok, m)
		}
		at = tok.At.End
	}
	if strings.TrimFunc(text[at:], unicode.IsSpace) != "" {
		t.Fatalf("%q: %q lies in no token", text, text[at:])
	}
}

func mentionFits(t testing.TB, text string, tok schema.Token, m schema.Mention) {
	t.Helper()
	if m.Type == "" {
		t.Fatalf("%q: a mention without a type in the token at %v", text, tok.At)
	}
	if m.At.Start < 0 || m.At.End > len(text) || m.At.End < m.At.Start {
		t.Fatalf("%q: %s %s at %v is outside the text", text, m.Type, m.Name, m.At)
	}
	if utf8.ValidString(text) && !utf8.ValidString(text[m.At.Start:m.At.End]) {
		t.Fatalf("%q: %s %s at %v cuts a character", text, m.Type, m.Name, m.At)
	}
	if !tok.At.Contains(m.At) {
		t.Fatalf("%q: %s %s at %v lies outside its token at %v", text, m.Type, m.Name, m.At, tok.At)
	}
	for _, title := range m.Titles {
		if title.Office == "" || title.At.Start < 0 || title.At.End > len(text) {
			t.Fatalf("%q: %s has the title %+v", text, m.Name, title)
		}
	}
}

func FuzzParse(f *testing.F) {
	for _, rows := range tables() {
		for _, r := range rows {
			f.Add(r.text)
		}
	}
	for _, seed := range []string{
		"", "、、、", "第", "第一", "等等等", "包括", "包括在内的", "总统总统总统", "前前前总统", "·–—", "法方方方", "一二三万亿", "“论坛”会议", "”会议", "《会议", "中中中法",
		"国家主席国家主席", "A B", "\u3000", "\xff\xfe", "甲\xe4\xb8", "兼兼", "的的的的", "国国国", "1,2,3,4", "...", "部部部", "专家专家组专家", "和和和", "法国、、德国",
	} {
		f.Add(seed)
	}
	l := load(f)
	f.Fuzz(func(t *testing.T, text string) {
		ctx := lexicon.NewContext(schema.Day{Year: 2018, Month: 5, Day: 2})
		wellFormed(t, text, l.Parse(text, nil, ctx))
		wellFormed(t, text, l.Parse(text, nil, ctx)) // with what the first time taught
	})
}

// crowded are stretches that long sentences are made of, each hard for another recogniser.
func crowded() map[string]string {
	return map[string]string{
		"leaders":    "法国总统马克龙同挪威首相索尔贝格通电话，",
		"unknown":    "挪威外长林德奎斯特–贝里抵达，",
		"supplies":   "向加纳捐赠30顶帐篷、20万只口罩，",
		"list":       "挪威、",
		"titles":     "国家主席、",
		"modifiers":  "卫生医疗公共服务",
		"heads":      "专家组论坛委员会",
		"triggers":   "通电话捐赠会见",
		"numerals":   "一二三",
		"digits":     "123,",
		"references": "双方同中方",
		"quotes":     "“会议”",
		"and":        "和卫生",
	}
}

func TestALongSentenceEnds(t *testing.T) {
	l := load(t)
	for name, unit := range crowded() {
		size := 1 << 14
		if name == "numerals" || name == "supplies" {
			size = 1 << 12
		}
		text := strings.Repeat(unit, size/len(unit))
		ctx := lexicon.NewContext(schema.Day{Year: 2018})
		wellFormed(t, text, l.Parse(text, nil, ctx))
	}
}

// Work is counted in bytes allocated, which do not depend on the machine: twice the text takes twice the work, not four
// times.
func TestWorkIsLinearInTheSentence(t *testing.T) {
	l := load(t)
	once := func(text string) uint64 {
		ctx := lexicon.NewContext(schema.Day{Year: 2018})
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		l.Parse(text, nil, ctx)
		runtime.ReadMemStats(&after)
		return after.TotalAlloc - before.TotalAlloc
	}
	work := func(text string) uint64 { // the least of several: a processor that the text has not run on makes room anew
		least := once(text)
		for range 4 {
			least = min(least, once(text))
		}
		return least
	}
	for name, unit := range crowded() {
		t.Run(name, func(t *testing.T) {
			defer debug.SetGCPercent(debug.SetGCPercent(-1)) // which would take away the room that the first run leaves
			text := strings.Repeat(unit, 6000/len(unit))
			large, small := work(strings.Repeat(text, 4)), work(text)
			if float64(large) > 6*float64(small) {
				t.Errorf("four times the text takes %.1f times the memory", float64(large)/float64(small))
			}
		})
	}
}
