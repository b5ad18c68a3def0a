package lexicon_test

import (
	"testing"
	"testing/fstest"

	"jishi/extract/lexicon"
)

// Where an office abroad is held is known of who holds it; several host countries are a list, and the office is no part of it.
func TestOfficesAbroad(t *testing.T) {
	l := load(t)
	for text, want := range map[string]string{
		"加纳驻汤加大使出席":           "[country 加纳 in=加纳 as=加纳驻汤加大使 at=TO]",
		"加纳驻汤加和斐济临时代办出席":      "[country 加纳 in=加纳 as=加纳驻汤加和斐济临时代办 at=TO at=FJ]",
		"加纳驻汤加、斐济及萨摩亚大使马哈马出席": "[leader 马哈马 {加纳:驻汤加、斐济及萨摩亚大使} at=TO at=FJ at=WS]",
		"会见驻汤加大使":             "[country 汤加]",
		"会见驻汤加和斐济大使":          "[country 汤加 | country 斐济]",
		"会见汤加和斐济大使":           "[country 汤加 | country 斐济 in=斐济 as=斐济大使]",
	} {
		if got := show(parse(l, text)); got != want {
			t.Errorf("%s: %s, want %s", text, got, want)
		}
	}
}

// What a word is, is what a user's folder says, whatever ships: 紧急 ships as a noun.
func TestWordsOfAUsersOwn(t *testing.T) {
	noun := func(files fstest.MapFS) bool {
		o := options()
		if files != nil {
			o.User, o.UserShown = files, "mine/lexicon"
		}
		l, err := lexicon.Load(o)
		if err != nil {
			t.Fatal(err)
		}
		for _, token := range parse(l, "加纳紧急会见") {
			if token.Word == "紧急" {
				return token.Noun
			}
		}
		t.Fatal("no word 紧急")
		return false
	}
	for _, c := range []struct {
		name  string
		files fstest.MapFS
		want  bool
	}{
		{"as it ships", nil, true},
		{"an adverb", fstest.MapFS{"words.yaml": {Data: []byte("- {id: hurry, pos: a, words: [紧急]}\n")}}, false},
		{"of two of one's own the first", fstest.MapFS{"words.yaml": {Data: []byte("- {id: hurry, pos: a, words: [紧急]}\n- {id: things, pos: n, words: [紧急]}\n")}}, false},
	} {
		if got := noun(c.files); got != c.want {
			t.Errorf("%s: a noun is %v, want %v", c.name, got, c.want)
		}
	}
}
