package main

import (
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"strings"
	"testing"
)

// TestDocuments: what LibreOffice, pandoc and a browser save of a chronicle gives the same lines, with the same ids and
// places, as its plain text; but only these have paragraphs to lead back to.
func TestDocuments(t *testing.T) {
	const folder = "testdata/documents"
	code, want, errs := jishi(t, "", "extract", filepath.Join(folder, "chronicle.txt"), "--doc", "d")
	if code != 0 || strings.Count(want, "\n") < 6 {
		t.Fatalf("exit %d, %s%s", code, want, errs)
	}
	files, err := filepath.Glob(filepath.Join(folder, "*"))
	if err != nil || len(files) < 7 {
		t.Fatal(files, err)
	}
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			code, got, errs := jishi(t, "", "extract", file, "--doc", "d")
			divided := strings.Count(got, `,"paragraph":`) == strings.Count(got, "\n")
			got = regexp.MustCompile(`,"paragraph":[0-9]+`).ReplaceAllString(got, "")
			if plain := strings.HasSuffix(file, ".txt"); code != 0 || errs != "" || got != want || divided == plain {
				t.Errorf("exit %d, %s\n%s\nwant\n%s", code, errs, got, want)
			}
		})
	}
}

// TestFolderOfAll: of a folder as a scholar has it, what can be read is read, each fault is told in a line, and what is no
// text is passed over.
func TestFolderOfAll(t *testing.T) {
	plain, err := os.ReadFile("testdata/documents/chronicle.docx")
	if err != nil {
		t.Fatal(err)
	}
	files := map[string]string{
		"t/a.docx": string(plain), "t/~$a.docx": "x", "t/cut.docx": string(plain[:900]), "t/scan.pdf": "%PDF-1.5\n%\xe2\xe3", "t/old.doc": "\xD0\xCF\x11\xE0\xA1\xB1\x1a\xe1",
		"t/page.htm": "<html><body><p>2018年5月4日</p><p>汤加国王图普六世会见萨摩亚总理图伊拉埃帕。</p></body></html>", "t/page_files/x.js": "var a", "t/page_files/x.css": "p{}",
		"t/s.xlsx": "PK\x03\x04xl",
	}
	if runtime.GOOS != "windows" {
		files["t/odd\nname.txt"] = "汤加国王会见萨摩亚总理。"
	}
	tree(t, files)
	huge, err := os.Create("t/huge.txt")
	if err != nil {
		t.Fatal(err)
	}
	if _, err = huge.WriteString("甲"); err == nil {
		err = huge.Truncate(2 << 30) // a hole: it takes no room
	}
	if err := huge.Close(); err != nil {
		t.Fatal(err)
	}
	if err != nil {
		t.Fatal(err)
	}
	code, out, errs := jishi(t, "", "extract", "t")
	if code != exitPart || !strings.Contains(out, `"doc":"a"`) || !strings.Contains(out, `"doc":"page"`) {
		t.Errorf("exit %d\n%s", code, out)
	}
	for _, line := range []string{
		"t/cut.docx: the ZIP cannot be read: it is cut off or broken", "t/scan.pdf: the PDF cannot be read: it is broken (not a PDF file: missing %%EOF); convert it",
		"t/old.doc:1:1: the file is binary (old Office document) (byte offset 0): open it in Word",
		`"t/odd\nname.txt": its name holds a control character`, "passed over t/~$a.docx: ", "passed over t/page_files/x.js: a part of a web page",
		"passed over t/page_files/x.css: a part of a web page", "passed over t/s.xlsx: no text", "passed over t/huge.txt: no text",
	} {
		if !strings.Contains("\n"+filepath.ToSlash(errs), "\n"+line) {
			t.Errorf("nothing says %q in\n%s", line, errs)
		}
	}
	if code, _, errs = jishi(t, "", "extract", "t/huge.txt"); code != exitRefused || !strings.Contains(errs, "it has 2048 MB, and no more than 256 are read; divide it") {
		t.Errorf("exit %d, %s", code, errs)
	}
}

// TestPageOfAStore: a web page's day stands outside its text; the entry is explained all the same.
func TestPageOfAStore(t *testing.T) {
	tree(t, map[string]string{"p.html": `<html><head><title>汤加国王会见萨摩亚总理</title><meta name="publishdate" content="2018-05-04"></head><body><p>汤加国王图普六世会见萨摩亚总理图伊拉埃帕。</p></body></html>`})
	if code, _, errs := jishi(t, "", "build", "p.html", "--store", "s"); code != 0 {
		t.Fatalf("exit %d, %s", code, errs)
	}
	code, out, errs := jishi(t, "", "explain", "--entry", "2018-05-04#1", "--store", "s")
	if code != 0 || !strings.Contains(out, "entry 2018-05-04#1") || !strings.Contains(out, "met(") {
		t.Errorf("exit %d\n%s%s", code, out, errs)
	}
}
