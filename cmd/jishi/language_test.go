package main

import (
	"errors"
	"fmt"
	"strings"
	"testing"
)

func TestLanguageOf(t *testing.T) {
	for _, c := range []struct {
		name    string
		args    string
		env     map[string]string
		display string
		want    string
	}{
		{"nothing says", "", nil, "", english},
		{"the locale", "", map[string]string{"LANG": "zh_CN.UTF-8"}, "", chinese},
		{"Taiwan's too", "", map[string]string{"LANG": "zh_TW.Big5"}, "", chinese},
		{"LC_ALL is stronger", "", map[string]string{"LANG": "zh_CN.UTF-8", "LC_ALL": "C.UTF-8"}, "", english},
		{"for messages alone", "", map[string]string{"LANG": "en_US.UTF-8", "LC_MESSAGES": "zh_CN.UTF-8"}, "", chinese},
		{"Windows' menus", "", nil, "zh-CN", chinese},
		{"our own variable", "", map[string]string{"JISHI_LANG": "en", "LANG": "zh_CN.UTF-8"}, "", english},
		{"the flag", "build x --lang zh", map[string]string{"JISHI_LANG": "en"}, "", chinese},
		{"the flag in one word", "--lang=en build", map[string]string{"LANG": "zh_CN.UTF-8"}, "", english},
		{"the last one counts", "--lang en --lang zh", nil, "", chinese},
		{"behind -- it is an argument", "explain -- --lang zh", nil, "", english},
		{"without a value", "build --lang", nil, "", english},
		{"another flag", "--language zh", nil, "", english},
	} {
		t.Run(c.name, func(t *testing.T) {
			m := machine{env: func(key string) string { return c.env[key] }, display: c.display}
			if got := languageOf(strings.Fields(c.args), m); got != c.want {
				t.Errorf("%s, want %s", got, c.want)
			}
		})
	}
}

// TestSay: a message is recognised by its format, with what stands in it; what nobody said before stays as it is.
func TestSay(t *testing.T) {
	w := chineseWords(t)
	for _, c := range []struct{ en, zh string }{
		{"3 facts", "3 条事实"},
		{"1 fact", "1 条事实"},
		{"some facts", "some facts"},
		{"a: b.txt: cannot be read: permission denied", "a: b.txt：无法读取：没有权限"},
		{"graph: there is no such folder; build one with `jishi build INPUT… --store graph`, or name another folder",
			"graph: 没有这个文件夹；请用 `jishi build INPUT… --store graph` 建立，或指定其他文件夹"},
		{"x.txt:3:7: the file is empty; give a text file", "x.txt:3:7: 文件是空的；请给出文本文件"},
		{"mine.yaml:1:1: nobody said this; nor that", "mine.yaml:1:1: nobody said this; nor that"},
		{"read 2 documents, 1 entry, 5 facts; 2 added, 0 replaced, 0 unchanged, 0 removed; the store holds 2 documents, 1 entry, 5 facts; 0.2 s",
			"读取 2 份文献、1 个条目、5 条事实；新增 2，替换 0，未变 0，删除 0；图谱库现有 2 份文献、1 个条目、5 条事实；用时 0.2 秒"},
		{`invalid argument "x" for "--year" flag: is "x"; want a whole number from 0 to 9999`, `选项 "--year" 的值 "x" 无效：为 "x"；应为 0 至 9999 的整数`},
		{"", ""},
		{"facts", "facts"}, // a document may be called so
		{"挪威向秘鲁捐赠帐篷。", "挪威向秘鲁捐赠帐篷。"},
	} {
		if got := w.say(c.en); got != c.zh {
			t.Errorf("%q: %q, want %q", c.en, got, c.zh)
		}
		if got := (phrasebook{}).say(c.en); got != c.en {
			t.Errorf("in English %q is said as %q", c.en, got)
		}
	}
}

// TestSpeaker: line breaks about a message stay, lines that are no messages too.
func TestSpeaker(t *testing.T) {
	var b strings.Builder
	w := chineseWords(t).to(&b)
	for _, text := range []string{"\nno rows\n", "no faults\n  3 | 挪威\n    ^^\n", "\n", "", "\r\x1b[K"} {
		if n, err := fmt.Fprint(w, text); n != len(text) || err != nil {
			t.Errorf("%q: %d %v", text, n, err)
		}
	}
	if want := "\n没有结果\n没有问题\n  3 | 挪威\n    ^^\n\n\r\x1b[K"; b.String() != want {
		t.Errorf("%q, want %q", b.String(), want)
	}
	if _, err := fmt.Fprintln(chineseWords(t).to(noSpace{}), "no rows"); err == nil {
		t.Error("a failed write is not told")
	}
}

// noSpace is a full disk.
type noSpace struct{}

func (noSpace) Write([]byte) (int, error) { return 0, errors.New("no space left on device") }

// FuzzSay: whatever a text holds, it is said, and in English it is the text itself.
func FuzzSay(f *testing.F) {
	w, err := wordsOf(chinese)
	if err != nil {
		f.Fatal(err)
	}
	for _, seed := range []string{"3 facts", "%s: %d; %w", "a: b; c: d; e", "\xff: cannot be read: \x00", "give give give "} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if out := w.say(text); out == "" && text != "" {
			t.Errorf("%q is lost", text)
		}
	})
}
