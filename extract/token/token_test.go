package token

import (
	"math"
	"math/rand/v2"
	"reflect"
	"strings"
	"sync"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/go-ego/gse"

	"jishi/schema"
)

func segmenter(t testing.TB, words ...string) *Segmenter {
	t.Helper()
	s, err := New(list(words))
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func list(words []string) []Word {
	var out []Word
	for i, w := range words {
		out = append(out, Word{Text: w, Name: i%3 == 0})
	}
	return out
}

// cut gives the words of a text, with | between.
func cut(s *Segmenter, text string) string { return strings.Join(words(s, text), "|") }

func words(s *Segmenter, text string) []string {
	var out []string
	for _, p := range s.Cut(nil, text) {
		out = append(out, text[p.At.Start:p.At.End])
	}
	return out
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
		if got := cut(s, c.text); got != c.want {
			t.Errorf("%q is cut %s, want %s", c.text, got, c.want)
		}
		covers(t, s, c.text)
	}
}

// covers checks what Cut promises: every byte that is no white space lies in exactly one piece, in order, and a piece that
// has a number is spelled as that word.
func covers(t *testing.T, s *Segmenter, text string) {
	t.Helper()
	at := 0
	for _, p := range s.Cut(nil, text) {
		if p.At.Start < at || p.At.End <= p.At.Start || p.At.End > len(text) {
			t.Fatalf("%q: a piece at %v after byte %d", text, p.At, at)
		}
		if between := text[at:p.At.Start]; strings.TrimFunc(between, unicode.IsSpace) != "" {
			t.Fatalf("%q: %q lies in no piece", text, between)
		}
		word := text[p.At.Start:p.At.End]
		if p.Word != Unknown && word != s.words[p.Word].Text {
			t.Fatalf("%q: %q at %v is not the word %q", text, word, p.At, s.words[p.Word].Text)
		}
		if utf8.ValidString(text) && !utf8.ValidString(word) {
			t.Fatalf("%q: the piece %q cuts a character", text, word)
		}
		at = p.At.End
	}
	if rest := text[at:]; strings.TrimFunc(rest, unicode.IsSpace) != "" {
		t.Fatalf("%q: %q lies in no piece", text, rest)
	}
}

func TestCutNumbersTheWords(t *testing.T) {
	s := segmenter(t, "口罩", "WHO", "Who", "世卫")
	text := "口罩WHO who Who世卫甲"
	want := []Piece{{schema.Local{Start: 0, End: 6}, 0}, {schema.Local{Start: 6, End: 9}, 1}, {schema.Local{Start: 10, End: 13}, Unknown},
		{schema.Local{Start: 14, End: 17}, 2}, {schema.Local{Start: 17, End: 23}, 3}, {schema.Local{Start: 23, End: 26}, Unknown}}
	if got := s.Cut(nil, text); !reflect.DeepEqual(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
	if got := s.Cut([]Piece{{Word: 7}}, "甲"); len(got) != 2 || got[0].Word != 7 {
		t.Errorf("what was there is lost: %v", got)
	}
}

func TestNewSkipsWhatIsNoWord(t *testing.T) {
	for _, list := range [][]string{nil, {""}, {"a b", "x\ty", "p\nq"}} {
		if got := cut(segmenter(t, list...), "甲乙"); got != "甲|乙" {
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
	if a, b := cut(plain(t, list), text), cut(plain(t, reversed), text); a != b {
		t.Errorf("%s and %s", a, b)
	}
}

func TestCutFromManyGoroutines(t *testing.T) {
	s := segmenter(t, "通电话", "电话")
	want := cut(s, "甲通电话乙电话")
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			for range 50 {
				if got := cut(s, "甲通电话乙电话"); got != want {
					t.Errorf("cut %s, want %s", got, want)
					return
				}
			}
		})
	}
	wg.Wait()
}

// plain is a segmenter of words of which none is a name.
func plain(t *testing.T, words []string) *Segmenter {
	t.Helper()
	var list []Word
	for _, w := range words {
		list = append(list, Word{Text: w})
	}
	s, err := New(list)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// crossed is a segmenter of words that overlap in every way, so that the cut depends on costs; and gse with the same dictionary.
func crossed(t testing.TB) (*Segmenter, *gse.Segmenter) {
	t.Helper()
	words := list([]string{"同", "共同", "通", "通电话", "电话", "口罩", "N95口罩", "甲乙", "乙丙", "丙丁", "丁甲", "甲乙丙", "丙丁甲", "乙丙丁甲", "丁", "·",
		"who", "WHO", "1", "é"})
	s, err := New(words)
	if err != nil {
		t.Fatal(err)
	}
	dict, err := load(words)
	if err != nil {
		t.Fatal(err)
	}
	return s, &gse.Segmenter{SkipLog: true, Dict: dict}
}

// asGse cuts a text by gse alone.
func asGse(g *gse.Segmenter, text string) []string {
	var out []string
	for _, seg := range g.Segment([]byte(text)) {
		if w := text[seg.Start():seg.End()]; strings.TrimFunc(w, unicode.IsSpace) != "" {
			out = append(out, w)
		}
	}
	return out
}

// price is what gse's costs of the words of a cut add up to.
func price(d *gse.Dictionary, words []string) float64 {
	sum, cost := 0.0, costs(d)
	for _, w := range words {
		if freq, _, ok := d.Find([]byte(lower(w))); ok && freq > 0 {
			sum += cost(freq)
		} else {
			sum += unknownCost
		}
	}
	return sum
}

// alike fails if the two cuts of a text differ by more than what gse's rounding can hide.
func alike(t *testing.T, s *Segmenter, g *gse.Segmenter, text string) {
	t.Helper()
	const least = 0.05 // less than any two sums of these words differ by
	got, want := words(s, text), asGse(g, text)
	if strings.Join(got, "") != strings.Join(want, "") || math.Abs(price(g.Dict, got)-price(g.Dict, want)) > least {
		t.Fatalf("%q\nis cut  %q\ngse has %q", text, got, want)
	}
}

func TestCutCostsWhatThatOfGseDoes(t *testing.T) {
	s, g := crossed(t)
	random := rand.New(rand.NewPCG(1, 2))
	signs := []rune("甲乙丙丁甲乙丙丁同共通电话口罩N95whoWHO1é·， \u3000戊")
	for range 200 {
		text := make([]rune, random.IntN(400))
		for i := range text {
			text[i] = signs[random.IntN(len(signs))]
		}
		alike(t, s, g, string(text))
	}
}

// What stands before a name may not change how it is cut; rounded sums of costs did that.
func TestWaysOfOneCostAreCutAlikeWhereverTheyStand(t *testing.T) {
	s, err := New([]Word{{Text: "法国", Name: true}, {Text: "法国国民议会", Name: true}, {Text: "国民议会议长"}, {Text: "议长"}, {Text: "会见"}, {Text: "在"},
		{Text: "战胜"}, {Text: "胜利"}, {Text: "战"}, {Text: "利"}})
	if err != nil {
		t.Fatal(err)
	}
	for n := range 300 {
		before := strings.Repeat("在会见", n)
		if got := cut(s, before+"法国国民议会议长战胜利"); !strings.HasSuffix(got, "法国国民议会|议长|战|胜利") {
			t.Fatalf("behind %d words: %s", 2*n, got)
		}
	}
}

func FuzzCut(f *testing.F) {
	for _, seed := range []string{"", "共同通电话", "a b　c\n丁", "N95口罩１０", "\xff\xfe甲", "甲\xe4\xb8", "é́ñ", "👨‍👩‍👧", "\u200b\ufeff", "1.5万－３", strings.Repeat("同", 300), "甲乙丙丁甲乙"} {
		f.Add(seed)
	}
	s, g := crossed(f)
	f.Fuzz(func(t *testing.T, text string) {
		covers(t, s, text)
		if strings.ContainsRune(text, 0) { // which ends a key for gse
			return
		}
		alike(t, s, g, text)
	})
}
