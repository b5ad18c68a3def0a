package graph

import (
	"archive/tar"
	"compress/gzip"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"
)

// suite gives the files of a W3C test suite by name.
func suite(t *testing.T, name string) map[string]string {
	t.Helper()
	f, err := os.Open(filepath.Join("testdata", "w3c", name))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	files := map[string]string{}
	for r := tar.NewReader(z); ; {
		h, err := r.Next()
		if errors.Is(err, io.EOF) {
			return files
		}
		if err != nil {
			t.Fatal(err)
		}
		raw, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		files[filepath.Base(h.Name)] = string(raw)
	}
}

// TestW3C holds the reader to the suites of the standard: a name with "bad" must be refused, all others read, written
// and read again to the same.
func TestW3C(t *testing.T) {
	for _, s := range []struct {
		file, ext string
		cases     int
	}{{"nquad_tests.tar.gz", ".nq", 87}, {"ntriple_tests.tar.gz", ".nt", 70}} {
		cases := 0
		for name, doc := range suite(t, s.file) {
			if filepath.Ext(name) != s.ext {
				continue
			}
			cases++
			t.Run(name, func(t *testing.T) {
				var got []statement
				err := readQuads(doc, func(q statement) { got = append(got, q) })
				if bad := strings.Contains(name, "-bad-"); bad != (err != nil) {
					t.Fatalf("refused: %v, want %v: %v\n%s", err != nil, bad, err, doc)
				}
				if err == nil {
					again(t, got)
				}
			})
		}
		if cases != s.cases {
			t.Errorf("%s has %d cases, want %d", s.file, cases, s.cases)
		}
	}
}

// again writes statements and reads them back.
func again(t *testing.T, qs []statement) {
	t.Helper()
	lines := canonical(qs)
	var back []statement
	if err := readQuads(strings.Join(lines, "\n"), func(q statement) { back = append(back, q) }); err != nil {
		t.Fatalf("cannot read what was written: %v\n%s", err, strings.Join(lines, "\n"))
	}
	if second := canonical(back); strings.Join(second, "\n") != strings.Join(lines, "\n") {
		t.Fatalf("written again it differs:\n%s\n%s", strings.Join(lines, "\n"), strings.Join(second, "\n"))
	}
}

func TestReadQuadsErrors(t *testing.T) {
	for _, c := range []struct{ doc, want string }{
		{"<a:b> <a:b> \"甲\" <a:g> x .", "1:23: want a dot"},
		{"<a:b> <a:b> <a:c> .\r\n<a:b> <b> <a:c> .", "2:7: an IRI must be absolute"},
		{"<a:b> <a:b> \"甲乙\\q\" .", "1:16: an unknown escape"},
		{"<a:b> <a:b> \"\\uD800\" .", "1:14: an escape that names no character"},
		{"<a:b> <a:b> \"\\u12", "1:13: a literal without its closing"},
		{"<a:b> <a:b> \"x\xff\" .", "1:14: broken UTF-8"},
		{"<a:b> <a:\xff> \"x\" .", "1:10: a character that no IRI may hold"},
		{"<a:b> <a:b> <a:\\u0020> .", "1:13: an escaped character that no IRI may hold"},
		{"<a:b> <a:b\\> .", "1:11: an escape without its character"},
		{"\"a\" <a:b> <a:c> .", "1:1: want a subject"},
		{"<a:b> _:p <a:c> .", "1:7: want a predicate"},
		{"<a:b> <a:p> \"x\"@ .", "1:17: a language tag"},
		{"<a:b> <a:p> \"x\"@en- .", "1:20: a language tag"},
		{"<a:b> <a:p> \"x\"^^xsd:int .", "1:18: want the IRI of a datatype"},
		{"<a:b> <a:p> _: .", "1:15: a blank node without a label"},
		{"<a:b> <a:p> <a:o> . <a:b>", "1:21: nothing but a comment"},
		{"<a:b> <a:p> <a:o> <a:g>", "1:24: want a dot"},
		{"<a:b> <a:p> <a:o", "1:13: an IRI without its >"},
	} {
		err := readQuads(c.doc, func(statement) {})
		if err == nil || !strings.HasPrefix(err.Error(), c.want) {
			t.Errorf("%q: %v, want %s", c.doc, err, c.want)
		}
	}
}

func TestCanonicalTerm(t *testing.T) {
	for _, c := range []struct {
		t    term
		want string
	}{
		{text("a\"b\\c\n\r\t\b\f\x00\x7f甲"), `"a\"b\\c\n\r\t\b\f\u0000\u007F甲"`},
		{text("\xff"), "\"\uFFFD\""},
		{inLanguage("法国", "zh"), `"法国"@zh`},
		{typed("1", xsd+"integer"), `"1"^^<http://www.w3.org/2001/XMLSchema#integer>`},
		{iri("urn:jishi:法国"), "<urn:jishi:法国>"},
		{term{kind: isBlank, value: "b1"}, "_:b1"},
	} {
		if got := string(appendTerm(nil, c.t)); got != c.want {
			t.Errorf("%s, want %s", got, c.want)
		}
	}
}

// FuzzReadQuads: whatever is read can be written and read again to the same; nothing panics.
func FuzzReadQuads(f *testing.F) {
	for _, seed := range []string{
		"<a:b> <a:p> \"x\"@en <a:g> . # c", "_:a.b <a:p> _:0 .", "<a:b> <a:p> \"\\u00e9\\n\"^^<a:t> .\n\n#\n<", "\\", "\"",
		"<a:b><a:p><a:o>.", "<a:b> <a:p> \"x\"^^", "_:\xff", "<a:\\U0010FFFF> <a:p> \"\\U0010FFFF\" .",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, doc string) {
		var got []statement
		if err := readQuads(doc, func(q statement) { got = append(got, q) }); err != nil {
			return
		}
		for _, q := range got {
			if !utf8.ValidString(q.line()) {
				t.Fatalf("%q: not UTF-8", q.line())
			}
		}
		again(t, got)
	})
}
