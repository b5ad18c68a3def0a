package main

import (
	"archive/zip"
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// zipOf packs files, given by name and content in turn.
func zipOf(t *testing.T, files ...string) string {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for i := 0; i < len(files); i += 2 {
		w, err := z.Create(files[i])
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write([]byte(files[i+1])); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

const meeting = "汤加国王图普六世会见萨摩亚总理图伊拉埃帕。"

// TestArchive: an archive counts as the folder that it would unpack to.
func TestArchive(t *testing.T) {
	word, err := os.ReadFile("testdata/documents/chronicle.docx")
	if err != nil {
		t.Fatal(err)
	}
	tree(t, map[string]string{
		"t/news.zip": zipOf(t, "2018-05-04.txt", meeting, "office/a.docx", string(word), "__MACOSX/._a", "x", "photo.png", "\x89PNG\r\n\x1a\n", "../out.txt", meeting, "in.zip", zipOf(t, "a", "b")),
		"t/cut.zip":  zipOf(t, "a.txt", meeting)[:60],
	})
	code, out, errs := jishi(t, "", "extract", "t")
	for _, want := range []string{`"doc":"news/2018-05-04"`, `"date":"2018-05-04"`, `"doc":"news/office/a"`} {
		if !strings.Contains(out, want) {
			t.Errorf("no %s in\n%s", want, out)
		}
	}
	for _, line := range []string{
		"passed over t/news.zip/__MACOSX/._a: hidden", "passed over t/news.zip/photo.png: an image", "t/news.zip/../out.txt: cannot be read: its name leads out of the archive",
		"t/news.zip/in.zip: cannot be read: it is an archive in an archive", "t/cut.zip: cannot be read: it is cut off or broken",
	} {
		if !strings.Contains("\n"+filepath.ToSlash(errs), "\n"+line) {
			t.Errorf("nothing says %q in\n%s", line, errs)
		}
	}
	if code != exitPart || strings.Contains(out, "out") {
		t.Errorf("exit %d", code)
	}
}

// TestArchivePrune: a text that is no longer in an archive given again is missing, as from a folder.
func TestArchivePrune(t *testing.T) {
	tree(t, map[string]string{"n.zip": zipOf(t, "2018-05-04.txt", meeting, "2018-05-05.txt", meeting)})
	if code, _, errs := jishi(t, "", "build", "n.zip", "--store", "s"); code != exitDone {
		t.Fatal(code, errs)
	}
	write(t, "n.zip", zipOf(t, "2018-05-05.txt", meeting))
	code, _, errs := jishi(t, "", "build", "n.zip", "--store", "s", "--prune")
	if code != exitDone || !strings.Contains(errs, "1 removed") {
		t.Errorf("exit %d, %s", code, errs)
	}
	if code, out, errs := jishi(t, "", "docs", "--store", "s", "--format", "csv"); code != exitDone || strings.Contains(out, "n/2018-05-04") || !strings.Contains(out, "n/2018-05-05") {
		t.Errorf("exit %d, %s%s", code, out, errs)
	}
	if code, out, errs := jishi(t, zipOf(t, "2018-05-06.txt", meeting), "extract", "-"); code != exitDone || !strings.Contains(out, `"doc":"stdin/2018-05-06"`) {
		t.Errorf("exit %d, %s%s", code, out, errs)
	}
	if code, _, errs := jishi(t, "", "extract", "n.zip", "--doc", "n.zip/2018-05-05.txt=x", "--encoding", "n.zip/2018-05-05.txt=utf-8"); code != exitDone || errs != "" {
		t.Errorf("exit %d, %s", code, errs)
	}
}
