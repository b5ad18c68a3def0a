package token_test

import (
	"reflect"
	"strings"
	"sync"
	"testing"
	"unicode"
	"unicode/utf8"

	"jishi/extract/token"
	"jishi/schema"
)

func segmenter(t testing.TB, words ...string) *token.Segmenter {
	t.Helper()
	var list []token.Word
	for _, w := range words {
		list = append(list, token.Word{Text: w})
	}
	s, err := token.New(list)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func words(tokens []schema.Token) string {
	var out []string
	for _, t := range tokens {
		out = append(out, t.Word)
	}
	return strings.Join(out, "|")
}

func TestCut(t *testing.T) {
	s := segmenter(t, "同", "共同", "沿海", "沿海地区", "海地", "地区", "通", "通话", "通电话", "电话", "N95口罩", "口罩", "专家", "专家组", "·")
	for _, c := range []struct{ text, want string }{
		{"", ""},
		{"共同通电话", "共同|通电话"},
		{"同海地通话", "同|海地|通话"},
		{"沿海地区专家组", "沿海地区|专家组"},
		{"30只N95口罩", "30|只|N95口罩"},
		{"30只n95口罩", "30|只|n95口罩"},
		{"甲，乙。", "甲|，|乙|。"},
		{"哈桑·图", "哈|桑|·|图"},
		{"a b　c\n丁", "a|b|c|丁"},
		{"COVID-19疫苗", "COVID|-|19|疫|苗"},
		{"1.5万", "1|.|5|万"},
	} {
		got := s.Cut(c.text)
		if words(got) != c.want {
			t.Errorf("%q is cut %s, want %s", c.text, words(got), c.want)
		}
		covers(t, c.text, got)
	}
}

// covers checks what Cut promises: every byte that is no white space lies in exactly one token, in order.
func covers(t *testing.T, text string, tokens []schema.Token) {
	t.Helper()
	at := 0
	for _, tok := range tokens {
		if tok.At.Start < at || tok.At.End <= tok.At.Start || tok.At.End > len(text) {
			t.Fatalf("%q: a token at %v after byte %d", text, tok.At, at)
		}
		if between := text[at:tok.At.Start]; strings.TrimFunc(between, unicode.IsSpace) != "" {
			t.Fatalf("%q: %q lies in no token", text, between)
		}
		if tok.Word != text[tok.At.Start:tok.At.End] {
			t.Fatalf("%q: the word %q at %v is not the text's", text, tok.Word, tok.At)
		}
		if utf8.ValidString(text) && !utf8.ValidString(tok.Word) {
			t.Fatalf("%q: the token %q cuts a character", text, tok.Word)
		}
		at = tok.At.End
	}
	if rest := text[at:]; strings.TrimFunc(rest, unicode.IsSpace) != "" {
		t.Fatalf("%q: %q lies in no token", text, rest)
	}
}

func TestNewSkipsWhatIsNoWord(t *testing.T) {
	for _, list := range [][]string{nil, {""}, {"a b", "x\ty", "p\nq"}} {
		if got := words(segmenter(t, list...).Cut("甲乙")); got != "甲|乙" {
			t.Errorf("%q: cut %s", list, got)
		}
	}
}

func TestCutIsTheSameWhateverTheOrderOfTheDictionary(t *testing.T) {
	list := []string{"中国", "国家", "中国国家", "主席", "国家主席", "席位"}
	reversed := make([]string, len(list))
	for i, w := range list {
		reversed[len(list)-1-i] = w
	}
	text := "中国国家主席席位国家"
	a, b := segmenter(t, list...).Cut(text), segmenter(t, reversed...).Cut(text)
	if !reflect.DeepEqual(a, b) {
		t.Errorf("%s and %s", words(a), words(b))
	}
}

func TestCutFromManyGoroutines(t *testing.T) {
	s := segmenter(t, "通电话", "电话")
	want := words(s.Cut("甲通电话乙电话"))
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			for range 50 {
				if got := words(s.Cut("甲通电话乙电话")); got != want {
					t.Errorf("cut %s, want %s", got, want)
					return
				}
			}
		})
	}
	wg.Wait()
}

func FuzzCut(f *testing.F) {
	for _, seed := range []string{"", "共同通电话", "a b　c\n丁", "N95口罩１０", "\xff\xfe甲", "甲\xe4\xb8", "é́ñ", "👨‍👩‍👧", "\u200b\ufeff", "1.5万－３", strings.Repeat("同", 300)} {
		f.Add(seed)
	}
	s := segmenter(f, "同", "共同", "通电话", "电话", "口罩", "N95口罩")
	f.Fuzz(func(t *testing.T, text string) { covers(t, text, s.Cut(text)) })
}
