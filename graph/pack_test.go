package graph

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"jishi/schema"
)

// sender is a store with a history, of the sender's own folders.
func sender(t *testing.T) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "store")
	rules := []schema.Rule{{Name: "a-rule", Relation: "called", File: "/home/wang/mine/rules/calls.yaml", Hash: "0011"}}
	mustUpdate(t, dir, Build{Results: []schema.Result{one("乙", "挪威昨天同秘鲁通电话。")}, Rules: rules})
	mustUpdate(t, dir, Build{Results: []schema.Result{spring("甲/春").result()}, Rules: rules, Origin: map[string]string{"甲/春": "../wang/新闻"}})
	return dir
}

func packOf(t *testing.T, dir string, texts bool) (pack []byte, digest string) {
	t.Helper()
	s, err := Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	var b bytes.Buffer
	if err := s.Pack(&b, texts); err != nil {
		t.Fatal(err)
	}
	if digest, err = s.Digest(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes(), digest
}

func unpacked(t *testing.T, pack []byte) (dir string) {
	t.Helper()
	dir = filepath.Join(t.TempDir(), "received")
	if _, err := Unpack("x.jishi", bytes.NewReader(pack), int64(len(pack)), dir); err != nil {
		t.Fatal(err)
	}
	return dir
}

// partsOf is all that a pack holds, unpacked.
func partsOf(t *testing.T, pack []byte) map[string]string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(pack), int64(len(pack)))
	if err != nil {
		t.Fatal(err)
	}
	parts := map[string]string{}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		var b bytes.Buffer
		if _, err := b.ReadFrom(r); err != nil {
			t.Fatal(err)
		}
		parts[f.Name] = b.String()
	}
	return parts
}

// What is received is what was sent: the same pack, the same facts, the same digest, and nothing of the sender's folders.
func TestPackRoundTrip(t *testing.T) {
	dir := sender(t)
	want := facts(t, dir)
	for _, texts := range []bool{true, false} {
		pack, digest := packOf(t, dir, texts)
		received := unpacked(t, pack)
		again, same := packOf(t, received, true)
		if !bytes.Equal(again, pack) || same != digest {
			t.Errorf("texts %v: packed again it is another file, or another data set: %s, %s", texts, digest, same)
		}
		if got := facts(t, received); got != want && texts || len(strings.Split(got, "\n")) != len(strings.Split(want, "\n")) {
			t.Errorf("texts %v:\n%s\nwant\n%s", texts, got, want)
		}
		for name, part := range partsOf(t, pack) {
			for _, secret := range []string{"wang", "mine"} {
				if strings.Contains(part, secret) {
					t.Errorf("texts %v: %s tells of %s", texts, name, secret)
				}
			}
			if sentence := strings.Contains(part, "通电话。"); sentence && !texts {
				t.Errorf("%s holds a sentence", name)
			}
		}
	}
}

// facts are a store's, each a line of JSON.
func facts(t *testing.T, dir string) string {
	t.Helper()
	s, err := Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	list, err := s.Facts()
	if err != nil {
		t.Fatal(err)
	}
	var lines []string
	for _, f := range list {
		text, err := s.Text(f.Doc)
		if err != nil {
			t.Fatal(err)
		}
		raw, err := json.Marshal(f.Record(text, schema.NewRuneIndex(text)))
		if err != nil {
			t.Fatal(err)
		}
		lines = append(lines, string(raw))
	}
	return strings.Join(lines, "\n")
}

// Without its texts a store tells every place and quotes nothing; whoever has the text puts it back by reading it.
func TestPackWithoutText(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "store")
	document := one("甲", "挪威同秘鲁通电话。")
	mustUpdate(t, dir, Build{Results: []schema.Result{document}})
	full, digest := packOf(t, dir, true)
	pack, _ := packOf(t, dir, false)
	received := unpacked(t, pack)
	got := facts(t, received)
	if !strings.Contains(got, `"evidence":{"text":"","start":2,"end":11}`) {
		t.Error(got)
	}
	c := mustUpdate(t, received, Build{Results: []schema.Result{document}})
	if again, same := packOf(t, received, true); !bytes.Equal(again, full) || same != digest || len(c.Replaced) != 1 {
		t.Errorf("read again it is another data set: %s, want %s; %+v", same, digest, c)
	}
}

// The digest is that of the facts, not of the way to them.
func TestDigest(t *testing.T) {
	straight, round := filepath.Join(t.TempDir(), "a"), filepath.Join(t.TempDir(), "b")
	a, b := one("甲", "挪威同秘鲁通电话。"), one("乙", "挪威昨天同秘鲁通电话。")
	mustUpdate(t, straight, Build{Results: []schema.Result{a, b}})
	mustUpdate(t, round, Build{Results: []schema.Result{one("丙", "挪威同秘鲁通电话。"), b}})
	mustUpdate(t, round, Build{Results: []schema.Result{a}, Remove: []string{"丙"}})
	_, first := packOf(t, straight, true)
	_, second := packOf(t, round, true)
	if first != second {
		t.Errorf("%s and %s", first, second)
	}
	mustUpdate(t, round, Build{Results: []schema.Result{one("甲", "挪威再次同秘鲁通电话。")}})
	if _, other := packOf(t, round, true); other == first {
		t.Error("other sentences have the same digest")
	}
}

// repacked changes parts of a pack; where its manifest is to be believed, that gets its hash.
func repacked(t *testing.T, pack []byte, change func(parts map[string]string)) []byte {
	t.Helper()
	parts := partsOf(t, pack)
	change(parts)
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, name := range []string{packFile, manifestFile, graphFile, textsFile, "../evil"} {
		content, ok := parts[name]
		if !ok {
			continue
		}
		w, err := z.Create(name)
		if err == nil {
			_, err = w.Write([]byte(content))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestUnpackRefuses(t *testing.T) {
	dir := sender(t)
	pack, _ := packOf(t, dir, true)
	manifestIs := func(edit func(*manifest)) func(map[string]string) {
		return func(parts map[string]string) {
			var m manifest
			if err := json.Unmarshal([]byte(parts[manifestFile]), &m); err != nil {
				t.Fatal(err)
			}
			edit(&m)
			raw, err := json.Marshal(m)
			if err != nil {
				t.Fatal(err)
			}
			head, err := json.Marshal(packHead{"jishi", 1, hashOf(raw)})
			if err != nil {
				t.Fatal(err)
			}
			parts[manifestFile], parts[packFile] = string(raw), string(head)
		}
	}
	for want, change := range map[string]func(map[string]string){
		"this is no pack of jishi":              func(p map[string]string) { delete(p, packFile) },
		"a newer jishi wrote it (layout 9":      func(p map[string]string) { p[packFile] = `{"pack":"jishi","format":9}` },
		"manifest.json is not what was packed":  func(p map[string]string) { p[manifestFile] += " " },
		"graph.nq is not what was packed":       func(p map[string]string) { p[graphFile] += "\n" },
		`the text of "乙" is not what`:           func(p map[string]string) { p[textsFile] = strings.Replace(p[textsFile], "挪", "那", 3) },
		"texts are missing":                     func(p map[string]string) { p[textsFile] = "" },
		`it holds "../evil", which no pack has`: func(p map[string]string) { p["../evil"] = "x" },
		"it would unpack to more than 64 MB":    func(p map[string]string) { p[textsFile] = strings.Repeat("x", 65<<20) },
		`document "乙" is out of place`:          manifestIs(func(m *manifest) { m.Documents[0].End = -5 }),
		"larger than a pack of this size":       manifestIs(func(m *manifest) { m.Texts.Size = 1 << 40 }),
		"is not as jishi writes it":             manifestIs(func(m *manifest) { m.Base = "no IRI" }),
	} {
		bad, target := repacked(t, pack, change), filepath.Join(t.TempDir(), "new")
		_, err := Unpack("x.jishi", bytes.NewReader(bad), int64(len(bad)), target)
		var fault *PackError
		if !errors.As(err, &fault) || !strings.Contains(err.Error(), want) || fault.Remedy == "" {
			t.Errorf("%v, want %s", err, want)
		}
		if _, err := os.Stat(target); err == nil {
			t.Errorf("%s: something was written", want)
		}
	}
	if _, err := Unpack("x.jishi", bytes.NewReader(pack), int64(len(pack)), dir); err == nil || !strings.Contains(err.Error(), "there is a store already") {
		t.Errorf("over a store: %v", err)
	}
}

// FuzzUnpack: no file ends the program, and what is opened can be read.
func FuzzUnpack(f *testing.F) {
	dir := filepath.Join(f.TempDir(), "store")
	if _, err := Update(dir, Build{Results: []schema.Result{one("甲", "挪威同秘鲁通电话。")}}); err != nil {
		f.Fatal(err)
	}
	s, err := Open(dir)
	if err != nil {
		f.Fatal(err)
	}
	defer s.Close()
	for _, texts := range []bool{true, false} {
		var b bytes.Buffer
		if err := s.Pack(&b, texts); err != nil {
			f.Fatal(err)
		}
		f.Add(b.Bytes())
		f.Add(b.Bytes()[:b.Len()/2])
	}
	f.Fuzz(func(t *testing.T, pack []byte) {
		dir := filepath.Join(t.TempDir(), "new")
		if _, err := Unpack("x.jishi", bytes.NewReader(pack), int64(len(pack)), dir); err != nil {
			return
		}
		s, err := Open(dir)
		if err != nil {
			t.Fatal(err)
		}
		defer s.Close()
		if _, err := s.verify(); err != nil {
			t.Error(err)
		}
	})
}
