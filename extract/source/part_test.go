package source

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
)

// Each page of a PDF begins where its text does; what is printed on all of them is on none.
func TestPagesOfPDF(t *testing.T) {
	content := func(lines ...string) string {
		var b strings.Builder
		for i, line := range lines {
			fmt.Fprintf(&b, "BT /F 12 Tf 100 %d Td (%s) Tj ET\n", 760-40*i, line)
		}
		return stream(b.String())
	}
	page := func(contents int) string {
		return fmt.Sprintf("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Resources << /Font << /F 3 0 R >> >> /Contents %d 0 R >>", contents)
	}
	raw := pdfOf(catalogue, "<< /Type /Pages /Kids [4 0 R 6 0 R 8 0 R 10 0 R] /Count 4 >>", itsFont,
		page(5), content("Bulletin 1", "alpha one", "alpha two", "end of one", "p. 1"),
		page(7), content("Bulletin 2", "p. 2"),
		page(9), content("Bulletin 3", "beta one", "beta two", "end of three", "p. 3"),
		page(11), content("Bulletin 4", "gamma", "delta", "epsilon", "p. 4"))
	text, o, err := Open("a.pdf", raw, "")
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for i, start := range o.Parts.Starts {
		end := len(text)
		if i+1 < len(o.Parts.Starts) {
			end = o.Parts.Starts[i+1]
		}
		got = append(got, strings.Join(strings.Fields(text[start:end]), " "))
	}
	want := []string{"alpha one alpha two end of one", "", "beta one beta two end of three", "gamma delta epsilon"}
	if o.Parts.Unit != "page" || !slices.Equal(got, want) {
		t.Errorf("%s %q, want %q", o.Parts.Unit, got, want)
	}
}

// What has no pages is counted by its paragraphs; plain text is its own file.
func TestParagraphs(t *testing.T) {
	for _, c := range []struct{ name, content, want string }{
		{"a.md", "# 大事记\n\n第一段\n接着\n\n\n第二段\n", "大事记|第一段\n接着|第二段"},
		{"a.html", "<html><body><h1>大事记</h1><p>第一段</p><p>第二段</p></body></html>", "大事记|第一段|第二段"},
		{"a.txt", "大事记\n\n第一段\n", ""},
	} {
		text, o, err := Open(c.name, []byte(c.content), "")
		if err != nil {
			t.Fatal(err)
		}
		var parts []string
		for i, start := range o.Parts.Starts {
			end := len(text)
			if i+1 < len(o.Parts.Starts) {
				end = o.Parts.Starts[i+1]
			}
			parts = append(parts, strings.TrimSpace(text[start:end]))
		}
		if got := strings.Join(parts, "|"); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

// The same text as an office and a converter write it; a book has a page for its title besides.
func TestPartsOfDocuments(t *testing.T) {
	for file, want := range map[string]string{"office.pdf": "page 3", "office.docx": "paragraph 10", "office.odt": "paragraph 10", "book.epub": "paragraph 11", "wrapped.txt": " 0"} {
		raw, err := os.ReadFile("../testdata/documents/chronicle/" + file)
		if err != nil {
			t.Fatal(err)
		}
		_, o, err := Open(file, raw, "")
		if got := fmt.Sprint(o.Parts.Unit, " ", len(o.Parts.Starts)); err != nil || got != want {
			t.Errorf("%s: %s, want %s (%v)", file, got, want, err)
		}
	}
}
