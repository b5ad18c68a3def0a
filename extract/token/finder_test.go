package token

import (
	"fmt"
	"strings"
	"testing"
)

func TestFinder(t *testing.T) {
	words := []string{"通电话", "", "电话", "话", "总统", "NATO", "𠀀甲", "电话"}
	f := NewFinder(words)
	for _, c := range []struct{ text, want string }{
		{"", ""},
		{"甲通电话乙", "通电话@12 电话@12 话@12"},
		{"副总统。", "总统@9"},
		{"通电", ""},
		{"xNATO𠀀甲", "NATO@5 𠀀甲@12"},
		{"nato", ""},
		{"\xe9\x80", ""},
	} {
		var got []string
		f.Find(c.text, func(word, end int) bool {
			got = append(got, fmt.Sprintf("%s@%d", words[word], end))
			if !strings.HasSuffix(c.text[:end], words[word]) {
				t.Errorf("%q: %s does not end at %d", c.text, words[word], end)
			}
			return true
		})
		if s := strings.Join(got, " "); s != c.want {
			t.Errorf("%q: found %s, want %s", c.text, s, c.want)
		}
	}
	calls := 0
	f.Find("话话话", func(int, int) bool { calls++; return calls < 2 })
	if calls != 2 {
		t.Errorf("called %d times, want 2", calls)
	}
}
