package main

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// tree makes files in a fresh folder, and goes there.
func tree(t *testing.T, files map[string]string) {
	t.Helper()
	t.Chdir(t.TempDir())
	for path, text := range files {
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		write(t, path, text)
	}
}

func TestCollect(t *testing.T) {
	for _, c := range []struct {
		name        string
		files       map[string]string
		args, docs  []string
		encodings   []string
		dates       []string
		want        string // doc=path, in order
		passed      string
		lone, found string // parts of the errors
	}{
		{name: "one file", files: map[string]string{"a/b.txt": "甲"}, args: []string{"a/b.txt"}, want: "b=a/b.txt"},
		{name: "no extension", files: map[string]string{"2020.03.26": "甲", "x.2.md": "乙"}, args: []string{"2020.03.26", "x.2.md"}, want: "2020.03.26=2020.03.26 x.2=x.2.md"},
		{name: "standard input", args: []string{"-"}, want: "stdin=-"},
		{name: "standard input renamed", args: []string{"-"}, docs: []string{"甲/乙"}, want: "甲/乙=-"},
		{name: "folder", files: map[string]string{"t/b.txt": "甲", "t/a/c.txt": "乙", "t/a.txt": "丙", "t/.git/x": "丁", "t/.h": "戊", "t/e.txt": "", "t/w.txt": " \n\u3000", "t/i.png": "\x89PNG\r\n\x1a\n", "t/z.bin": "a\x00b"},
			args: []string{"t/"}, want: "a/c=t/a/c.txt a=t/a.txt b=t/b.txt", passed: "t/.git: hidden|t/.h: hidden|t/e.txt: an empty file|t/i.png: an image|t/w.txt: an empty file|t/z.bin: no text"},
		{name: "a broken text is a text", files: map[string]string{"t/g.txt": "\xb5\xda\xd2\xbb", "t/u.txt": "\xff\xfe\x2d\x4e\x00\x4e"}, args: []string{"t"}, want: "g=t/g.txt u=t/u.txt"},
		{name: "missing", files: map[string]string{"a": "甲"}, args: []string{"b", "a", "c/d", ""}, want: "a=a", lone: "b: there is no such file or folder|c/d: there is no such|: there is no such"},
		{name: "collision of files", files: map[string]string{"x/a.txt": "甲", "y/a.md": "乙"}, args: []string{"x/a.txt", "y/a.md"}, want: "a=x/a.txt",
			lone: `y/a.md: its document would be called "a", as that of x/a.txt; give --doc y/a.md=NAME`},
		{name: "collision resolved", files: map[string]string{"x/a.txt": "甲", "y/a.md": "乙"}, args: []string{"x/a.txt", "y/a.md"}, docs: []string{"y/a.md=b"}, want: "a=x/a.txt b=y/a.md"},
		{name: "collision in a folder", files: map[string]string{"x/a.md": "甲", "x/a.txt": "乙"}, args: []string{"x"}, want: "a=x/a.md a.txt=x/a.txt"},
		{name: "collision of folders", files: map[string]string{"x/a.txt": "甲", "y/a.txt": "乙"}, args: []string{"x", "y"}, want: "a=x/a.txt", found: `y/a.txt: its document would be called "a", as that of x/a.txt`},
		{name: "given twice", files: map[string]string{"x/a.txt": "甲", "x/s/b.txt": "乙"}, args: []string{"x", "x/a.txt", "x/s", "./x/../x/a.txt"}, want: "a=x/a.txt s/b=x/s/b.txt"},
		{name: "one name for several", files: map[string]string{"a": "甲", "b": "乙"}, args: []string{"a", "b"}, docs: []string{"c"}, want: "a=a b=b", lone: "--doc c: there are several inputs; write --doc PATH=NAME"},
		{name: "one name for a folder", files: map[string]string{"t/a": "甲"}, args: []string{"t"}, docs: []string{"c"}, want: "a=t/a", lone: "--doc c: there are several inputs"},
		{name: "name for nothing", files: map[string]string{"a": "甲"}, args: []string{"a"}, docs: []string{"z=c"}, want: "a=a", lone: "--doc z=c: no input is called z"},
		{name: "encodings", files: map[string]string{"a": "甲", "t/b": "乙"}, args: []string{"a", "t"}, encodings: []string{"t/b=gbk", "big5"}, want: "a=a(Big5) b=t/b(GB18030)"},
		{name: "encoding for nothing", files: map[string]string{"a": "甲"}, args: []string{"a"}, encodings: []string{"z=gbk"}, want: "a=a", lone: "--encoding z=GB18030: no input is called z"},
		{name: "no such encoding", files: map[string]string{"a": "甲"}, args: []string{"a"}, encodings: []string{"latin1", "a=koi8"}, want: "a=a", lone: "--encoding latin1: no such encoding; it takes UTF-8|--encoding a=koi8: no such"},
		{name: "days", files: map[string]string{"a": "甲", "t/b": "乙"}, args: []string{"a", "t"}, dates: []string{"t/b=2018-05-04", "2018-05"}, want: "a=a(2018-05) b=t/b(2018-05-04)"},
		{name: "no such day", files: map[string]string{"a": "甲"}, args: []string{"a"}, dates: []string{"2018-02-30", "5月4日", "--05-04"}, want: "a=a", lone: "--date 2018-02-30: no such day; write 2020-03-26|--date 5月4日: no such|--date --05-04: no such"},
		{name: "a day for nothing", files: map[string]string{"a": "甲"}, args: []string{"a"}, dates: []string{"z=2018"}, want: "a=a", lone: "--date z=2018: no input is called z"},
		{name: "bad names", files: map[string]string{"a": "甲", "b": "乙"}, args: []string{"a", "b"}, docs: []string{"a=", "b=x\ny"}, lone: "--doc a=: the name is empty|--doc b=x\ny: the name holds a control character|a: its name is empty|b: its name holds"},
	} {
		t.Run(c.name, func(t *testing.T) {
			tree(t, c.files)
			got := collect(c.args, inputFlags{docs: c.docs, encodings: c.encodings, dates: c.dates}, 0, strings.NewReader("文"))
			var texts []string
			for _, in := range got.texts {
				text := in.doc + "=" + filepath.ToSlash(in.path)
				if in.encoding != "" {
					text += "(" + string(in.encoding) + ")"
				}
				if !in.day.IsZero() {
					text += "(" + in.day.String() + ")"
				}
				texts = append(texts, text)
			}
			if s := strings.Join(texts, " "); s != c.want {
				t.Errorf("texts %q, want %q", s, c.want)
			}
			if s := filepath.ToSlash(strings.Join(got.passed, "|")); s != c.passed {
				t.Errorf("passed over %q, want %q", s, c.passed)
			}
			for _, e := range []struct {
				errs []error
				want string
			}{{got.lone, c.lone}, {got.found, c.found}} {
				parts := strings.Split(e.want, "|")
				if e.want == "" {
					parts = nil
				}
				if len(parts) != len(e.errs) {
					t.Errorf("errors %v, want %q", errors.Join(e.errs...), e.want)
					continue
				}
				for i, want := range parts {
					if !strings.Contains(filepath.ToSlash(e.errs[i].Error()), want) {
						t.Errorf("error %v, want %q", e.errs[i], want)
					}
				}
			}
		})
	}
}

func TestLinks(t *testing.T) {
	tree(t, map[string]string{"t/a.txt": "甲", "elsewhere/b.txt": "乙"})
	for link, to := range map[string]string{"t/link.txt": "../elsewhere/b.txt", "t/folder": "../elsewhere", "t/gone.txt": "nowhere", "t/loop": "loop"} {
		if err := os.Symlink(to, link); err != nil {
			t.Fatal(err)
		}
	}
	got := collect([]string{"t"}, inputFlags{}, 0, nil)
	if len(got.texts) != 2 || got.texts[1].doc != "link" {
		t.Errorf("texts %+v", got.texts)
	}
	if len(got.passed) != 1 || len(got.found) != 2 || strings.Join(got.unread, " ") != "gone loop" {
		t.Errorf("passed %q, found %v, unread %q", got.passed, got.found, got.unread)
	}
}

func TestSeenFrom(t *testing.T) {
	tree(t, nil)
	for _, c := range [][3]string{{"store", "texts", "../texts"}, {"a/b/store", "texts/", "../../../texts"}, {"s", ".", ".."}} {
		if got, err := seenFrom(c[0], c[1]); err != nil || got != c[2] {
			t.Errorf("from %s %s is %q, want %q (%v)", c[0], c[1], got, c[2], err)
		}
	}
}
