package main

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"compress/gzip"
	"compress/zlib"
	"fmt"
	"io"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"testing"
)

func block() []byte { return []byte(strings.Repeat("汤加国王。\n", 1<<14)) }

// bombed writes so many megabytes of one text.
func bombed(t *testing.T, w io.Writer, megabytes int) {
	t.Helper()
	block := block()
	for n := 0; n <= megabytes<<20; n += len(block) {
		if _, err := w.Write(block); err != nil {
			t.Fatal(err)
		}
	}
}

// bombZip is a ZIP of parts, each with a head and so many megabytes behind it.
func bombZip(t *testing.T, megabytes int, parts ...[2]string) string {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, part := range parts {
		w, err := z.Create(part[0])
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.WriteString(w, part[1]); err != nil {
			t.Fatal(err)
		}
		bombed(t, w, megabytes)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func bombTar(t *testing.T, megabytes int) string {
	t.Helper()
	var b bytes.Buffer
	g := gzip.NewWriter(&b)
	z := tar.NewWriter(g)
	if err := z.WriteHeader(&tar.Header{Name: "a.txt", Size: int64(megabytes<<20/len(block())+1) * int64(len(block())), Mode: 0o600}); err != nil {
		t.Fatal(err)
	}
	bombed(t, z, megabytes)
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	if err := g.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func bombPDF(t *testing.T, megabytes int) string {
	t.Helper()
	var packed, b bytes.Buffer
	z := zlib.NewWriter(&packed)
	bombed(t, z, megabytes)
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	b.WriteString("%PDF-1.4\n")
	var at [3]int
	for i, object := range []string{"<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Page /Contents 3 0 R >>", fmt.Sprintf("<< /Length %d /Filter /FlateDecode >>\nstream\n%s\nendstream", packed.Len(), packed.String())} {
		at[i] = b.Len()
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, object)
	}
	start := b.Len()
	fmt.Fprintf(&b, "xref\n0 4\n0000000000 65535 f \n%010d 00000 n \n%010d 00000 n \n%010d 00000 n \ntrailer\n<< /Size 4 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n", at[0], at[1], at[2], start)
	return b.String()
}

// between is the word between two others.
func between(text, before, after string) string {
	_, text, _ = strings.Cut(text, before)
	text, _, _ = strings.Cut(text, after)
	return strings.TrimSpace(text)
}

// laughs is a document type of entities, of which each is ten of the one before.
func laughs() string {
	var b strings.Builder
	b.WriteString(`<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a0 "哈">`)
	for i := range 12 {
		fmt.Fprintf(&b, `<!ENTITY a%d "%s">`, i+1, strings.Repeat(fmt.Sprintf("&a%d;", i), 10))
	}
	b.WriteString("]>")
	return b.String()
}

// sparse makes a file of so many gigabytes that takes no room.
func sparse(t *testing.T, path, head string, gigabytes int64) {
	t.Helper()
	write(t, path, head)
	if err := os.Truncate(path, gigabytes<<30); err != nil {
		t.Fatal(err)
	}
}

// TestHostile: what was made to harm costs a line each, and no more than 300 MB; the text beside it is read.
func TestHostile(t *testing.T) {
	const word, body = "word/document.xml", `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>`
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	many := make([][2]string, 12)
	for i := range many {
		many[i] = [2]string{fmt.Sprintf("%d.txt", i), ""}
	}
	tree(t, map[string]string{
		"t/2018-05-04.txt": meeting, "t/bomb.docx": bombZip(t, 200, [2]string{word, body}), "t/bomb.zip": bombZip(t, 200, [2]string{"a.txt", ""}), "t/bombs.zip": bombZip(t, 12, many...),
		"t/bomb.tar.gz": bombTar(t, 100), "t/bombed.pdf": bombPDF(t, 200), "t/laughs.docx": zipOf(t, word, laughs()+body+"&a12;</w:t></w:r></w:p></w:body></w:document>"),
		"t/laughter.odt": zipOf(t, "mimetype", "application/vnd.oasis.opendocument.text", "content.xml", laughs()+"<o><p>&a12;</p></o>"),
		"t/out.zip":      zipOf(t, "../../out.txt", meeting, "/etc/out.txt", meeting), "t/line\nfeed.txt": meeting, "t/\xb5\xda.txt": meeting,
	})
	sparse(t, "t/huge.txt", meeting, 2)
	sparse(t, "t/huge.docx", "PK\x03\x04", 2)
	for name, target := range map[string]string{"t/loop": ".", "t/first": "second", "t/second": "first"} {
		if err := os.Symlink(target, name); err != nil {
			t.Fatal(err)
		}
	}
	var out, errs bytes.Buffer
	cmd := exec.Command(self, "extract", "t", "--jobs", "2")
	cmd.Args[0], cmd.Stdout, cmd.Stderr = "measured", &out, &errs
	if err := cmd.Run(); cmd.ProcessState == nil || cmd.ProcessState.ExitCode() != exitPart {
		t.Errorf("%v\n%s", err, errs.String())
	}
	used, err := strconv.Atoi(between(errs.String(), "VmHWM:", "kB"))
	if err != nil {
		t.Fatal(err)
	}
	const most = 300
	if used /= 1 << 10; used > most {
		t.Errorf("%d MB, want %d at most", used, most)
	}
	t.Logf("%d MB", used)
	if !strings.Contains(out.String(), `"doc":"2018-05-04"`) || strings.Contains(out.String(), "out") {
		t.Errorf("the facts are\n%s", out.String())
	}
	for _, line := range []string{
		"t/bomb.docx: the DOCX cannot be read: a part of it unpacks to more than 16 MB", "t/bomb.zip/a.txt: cannot be read: it unpacks to more than 16 MB", "t/bombs.zip: cannot be read: its files unpack to more than 96 MB",
		"t/bomb.tar.gz/a.txt: cannot be read: it unpacks to more than 16 MB", "t/bombed.pdf: the PDF cannot be read: its pages unpack to more than 64 MB", "t/laughs.docx: the DOCX cannot be read: its part word/document.xml is broken",
		"t/laughter.odt: the ODT cannot be read: its part content.xml is broken", "t/out.zip/../../out.txt: cannot be read: its name leads out", "t/out.zip//etc/out.txt: cannot be read: its name leads out",
		`"t/line\nfeed.txt": its name holds a control character`, `"t/\xb5\xda.txt": its name is no UTF-8`, "passed over t/huge.txt: no text", "t/huge.docx: cannot be read: it has 2048 MB",
		"passed over t/loop: a link to a folder", "t/first: cannot be read: too many levels of symbolic links", "t/second: cannot be read: too many levels",
	} {
		if n := strings.Count("\n"+errs.String(), "\n"+line); n != 1 {
			t.Errorf("%d lines say %q in\n%s", n, line, errs.String())
		}
	}
}
