package source

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"os"
	"strings"
	"testing"
)

// pdfOf makes a PDF of objects, numbered from 1, of which the first is the catalogue.
func pdfOf(objects ...string) []byte {
	var b bytes.Buffer
	b.WriteString("%PDF-1.4\n")
	var at []int
	for i, o := range objects {
		at = append(at, b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	start := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(at)+1)
	for _, offset := range at {
		fmt.Fprintf(&b, "%010d 00000 n \n", offset)
	}
	fmt.Fprintf(&b, "trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n", len(at)+1, start)
	return b.Bytes()
}

const (
	catalogue = "<< /Type /Catalog /Pages 2 0 R >>"
	onePage   = "<< /Type /Pages /Kids [3 0 R] /Count 1 >>"
	itsPage   = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Resources << /Font << /F 5 0 R >> >> /Contents 4 0 R >>"
	itsFont   = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
)

func stream(content string) string {
	return fmt.Sprintf("<< /Length %d >>\nstream\n%s\nendstream", len(content), content)
}

func packed(t testing.TB, content string) string {
	t.Helper()
	var b bytes.Buffer
	z := zlib.NewWriter(&b)
	if _, err := z.Write([]byte(content)); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return fmt.Sprintf("<< /Length %d /Filter /FlateDecode >>\nstream\n%s\nendstream", b.Len(), b.String())
}

// page of Latin text: a text in Chinese takes a font, and is in extract/testdata/documents.
func pdfPage(content string) []byte {
	return pdfOf(catalogue, onePage, itsPage, stream(content), itsFont)
}

func TestPDFLines(t *testing.T) {
	for _, tt := range []struct{ name, content, want string }{
		{"a line", "BT /F 12 Tf 50 700 Td (one) Tj ET", "one"},
		{"stretches of a line", "BT /F 12 Tf 50 700 Td [(o) -20 (n) 30 (e)] TJ ET", "one"},
		{"two paragraphs", "BT /F 12 Tf 50 700 Td (one) Tj 0 -30 Td (two) Tj ET", "one\n\ntwo"},
		{"a paragraph broken at the margin", "BT /F 12 Tf 50 700 Td (to be or not to be that is) Tj 0 -15 Td (to be or not to be that it) Tj 0 -15 Td (one) Tj ET", "to be or not to be that is to be or not to be that it one"},
		{"moved by matrices", "q 2 0 0 2 0 0 cm BT /F 6 Tf 1 0 0 1 25 350 Tm (one) Tj ET Q BT /F 12 Tf 1 0 0 1 70 700 Tm (two) Tj ET", "onetwo"},
		{"columns of a table", "BT /F 12 Tf 50 700 Td (3 May) Tj 100 0 Td (one) Tj ET", "3 May\tone"},
		{"lines by leading", "BT /F 12 Tf 20 TL 50 700 Td (one) Tj T* (two) Tj (three) ' ET", "one\n\ntwo\n\nthree"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got, _, err := Open("a.pdf", pdfPage(tt.content), "")
			if err != nil || got != tt.want {
				t.Errorf("%q, %v; want %q", got, err, tt.want)
			}
		})
	}
}

func TestPDFFurniture(t *testing.T) {
	objects := []string{catalogue, "<< /Type /Pages /Kids [3 0 R 4 0 R 5 0 R] /Count 3 >>"}
	for i := range 3 {
		objects = append(objects, fmt.Sprintf("<< /Type /Page /Parent 2 0 R /Resources << /Font << /F 9 0 R >> >> /Contents %d 0 R >>", 6+i))
	}
	for i := range 3 {
		objects = append(objects, stream(fmt.Sprintf("BT /F 12 Tf 50 780 Td (Yearbook) Tj 0 -80 Td (text %c) Tj 0 -600 Td (page %d) Tj ET", 'a'+i, i+1)))
	}
	got, o, err := Open("a.pdf", pdfOf(append(objects, itsFont)...), "")
	if err != nil || got != "text a\n\ntext b\n\ntext c" || strings.Join(o.Left, "") != "headers and page numbers" {
		t.Errorf("%q, %v, %v", got, o.Left, err)
	}
}

// A page may begin with the day of which it tells: what differs in no more than figures is a header only if it is no day.
func TestWithoutFigures(t *testing.T) {
	for _, c := range []struct {
		a, b   string
		header bool
	}{
		{"大事记 第 3 页", "大事记 第 14 页", true},
		{"- 3 -", "- 14 -", true},
		{"2018年5月3日", "2018年5月4日", false},
		{"5 月 3 日", "5 月 13 日", false},
		{"2018-05-03", "2018-05-04", false},
		{"3 May 2018", "4 May 2018", false},
		{"May 3, 2018", "May 4, 2018", false},
		{"2018年5月3日 第1版", "2018年5月3日 第12版", true},
		{"2018年5月3日", "2018年5月3日", true},
	} {
		if got := withoutFigures(c.a) == withoutFigures(c.b); got != c.header {
			t.Errorf("%s, %s: alike %v, want %v", c.a, c.b, got, c.header)
		}
	}
}

// TestPDFSharedFont: a font counts once, on however many pages it is set.
func TestPDFSharedFont(t *testing.T) {
	objects := []string{catalogue, "<< /Type /Pages /Kids [3 0 R 4 0 R 5 0 R] /Count 3 >>"}
	for i := range 3 {
		objects = append(objects, fmt.Sprintf("<< /Type /Page /Parent 2 0 R /Resources << /Font << /F 9 0 R >> >> /Contents %d 0 R >>", 6+i))
	}
	for _, letters := range []string{"a", "ab", "abb"} {
		objects = append(objects, stream("BT /F 12 Tf 50 700 Td ("+letters+") Tj ET"))
	}
	cmap := "1 begincodespacerange <00> <FF> endcodespacerange 2 beginbfchar <61> <0078> <62> <0079> endbfchar " + strings.Repeat(" ", largestPages/2)
	objects = append(objects, "<< /Type /Font /Subtype /Type0 /Encoding /Identity-H /ToUnicode 10 0 R >>", packed(t, cmap))
	got, _, err := Open("a.pdf", pdfOf(objects...), "")
	if want := "x\n\nxy\n\nxyy"; err != nil || got != want {
		t.Errorf("%q, %v; want %q", got, err, want)
	}
}

// TestHostilePDF: what was made to exhaust the reader is refused in a line.
func TestHostilePDF(t *testing.T) {
	for _, tt := range []struct {
		name string
		raw  []byte
		says string
	}{
		{"bomb", pdfOf(catalogue, onePage, itsPage, packed(t, strings.Repeat("(a) Tj\n", largestPages/7+10)), itsFont), "its pages unpack to more than 64 MB"},
		{"pages in a circle", pdfOf(catalogue, "<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 9 >>"), "or is broken"},
		{"parents in a circle", pdfOf(catalogue, "<< /Type /Pages /Kids [3 0 R] /Count 1 /Parent 2 0 R >>", itsPage, stream("BT ET"), itsFont), "its pages form a circle"},
		{"more objects than bytes", bytes.Replace(pdfPage("BT ET"), []byte("/Size 6"), []byte("/Size 99999999999"), 1), "it says to hold more than it does"},
		{"a table of many objects", bytes.Replace(pdfPage("BT ET"), []byte("xref\n0 6"), []byte("xref\n999999999 6"), 1), "it says to hold more than it does"},
		{"a broken page", pdfPage("BT /F 12 Tf ( ET"), "holds no text"},
		{"no text", pdfPage("0 0 100 100 re f"), "holds no text: if it shows one, that is an image"},
		{"cut off", pdfPage("BT ET")[:300], "missing %%EOF"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			_, _, err := Open("a.pdf", tt.raw, "")
			if _, ok := err.(*Error); !ok || !strings.Contains(err.Error(), tt.says) || strings.Contains(err.Error(), "\n") {
				t.Errorf("%v, want %q in a line", err, tt.says)
			}
		})
	}
}

func FuzzPDF(f *testing.F) {
	f.Add(pdfPage("q 1 0 0 1 0 0 cm BT /F 12 Tf 50 700 Td [(o) -20 (n)] TJ T* (a) ' ET Q"))
	f.Add(pdfOf(catalogue, onePage, itsPage, packed(f, "BT /F 1 Tf (a) Tj ET"), itsFont))
	if raw, err := os.ReadFile("../testdata/documents/published/office.pdf"); err == nil {
		f.Add(raw)
	}
	f.Fuzz(func(t *testing.T, raw []byte) {
		if x, _, err := Read("a.pdf", raw, ""); err == nil {
			checkPieces(t, x)
		}
	})
}
