package graph

import (
	"strings"
	"testing"
)

func TestEscape(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"法国", "法国"}, {"a b", "a%20b"}, {"100%", "100%25"}, {"<x>", "%3Cx%3E"}, {"a?b#c", "a%3Fb%23c"},
		{"..", "%2E%2E"}, {".", "%2E"}, {"a.b", "a.b"}, {"\xff", "%FF"}, {"\u3000", "%E3%80%80"}, {"\u202e", "%E2%80%AE"},
		{"\ue000", "%EE%80%80"}, {"·–", "·–"}, {"a[1]", "a%5B1%5D"}, {"\ufffd", "%EF%BF%BD"}, {"a\\b", "a%5Cb"}, {"x@y", "x@y"},
	} {
		if got := escape(c.in); got != c.want {
			t.Errorf("escape(%q) is %q, want %q", c.in, got, c.want)
		}
	}
	if got := escapePath("2020/三月 a/.."); got != "2020/三月%20a/%2E%2E" {
		t.Error(got)
	}
}

func TestCheckBase(t *testing.T) {
	for base, ok := range map[string]bool{
		DefaultBase: true, "https://example.org/g/": true, "https://例.org/g#": true, "": false, "jishi/": false, "http://a b/": false,
		"https://example.org/g": false, "1a:b:": false, "http://a/<": false,
	} {
		if err := checkBase(base); (err == nil) != ok {
			t.Errorf("%q: %v", base, err)
		}
	}
}

// FuzzIRI: every IRI is one that a strict reader takes, and a document's id comes back from its entries' names.
func FuzzIRI(f *testing.F) {
	for _, s := range []string{"2020/三月", "a b", "..", "%41", "\xff", "/", "", "\U000E0001", "a//b", "x\ufffdy"} {
		f.Add(s)
	}
	n := names{DefaultBase}
	f.Fuzz(func(t *testing.T, doc string) {
		entry := n.entry(doc, "2020-03-26", "ab12")
		if back, ok := n.documentOf(entry.value); !ok || back != doc {
			t.Fatalf("%q came back as %q from %s", doc, back, entry.value)
		}
		if strings.Count(escape(doc), "/") > 0 {
			t.Fatalf("%q: escape leaves a slash", doc)
		}
		line := statement{n.document(doc), n.entity(doc), n.item(n.fact(doc), 1), entry}.line()
		if err := readQuads(line, func(statement) {}); err != nil {
			t.Fatalf("%s: %v", line, err)
		}
	})
}
