package chronicle

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"jishi/extract/source"
	"jishi/schema"
)

var update = flag.Bool("update", false, "write the golden files anew")

// TestGolden compares what is read from the texts of testdata with the golden files beside them. Lines end in carriage
// return and line feed in a second run, which may change nothing.
func TestGolden(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal("no texts", err)
	}
	for _, file := range files {
		id := strings.TrimSuffix(filepath.Base(file), ".txt")
		t.Run(id, func(t *testing.T) {
			raw, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			d := split(t, id, raw)
			got, golden := print(d), strings.TrimSuffix(file, ".txt")+".golden"
			if *update {
				if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			if got != string(want) {
				t.Errorf("%s differs (go test -update writes it anew):\n%s", golden, got)
			}
			crlf := split(t, id, []byte("\uFEFF"+strings.ReplaceAll(string(raw), "\n", "\r\n")))
			if again := print(crlf); again != got {
				t.Errorf("with carriage returns:\n%s", again)
			}
		})
	}
}

func split(t *testing.T, id string, raw []byte) schema.Document {
	t.Helper()
	text, _, err := source.Decode(id, raw, "")
	if err != nil {
		t.Fatal(err)
	}
	d := Split(id, text, Options{File: FileDay(id)})
	checkDocument(t, text, d)
	return d
}

// print writes a document in lines: title, asides but bullets, entries with their sentences by paragraph.
func print(d schema.Document) string {
	var b strings.Builder
	fmt.Fprintf(&b, "title %s\n", d.Title)
	for _, a := range d.Asides {
		if a.Kind != "bullet" {
			fmt.Fprintf(&b, "%s | %s\n", a.Kind, d.Text[a.At.Start:a.At.End])
		}
	}
	for _, e := range d.Entries {
		fmt.Fprintf(&b, "%s %s\n", e.Label, e.Hash)
		for _, s := range e.Sentences {
			fmt.Fprintf(&b, "  %d %s\n", s.Paragraph, s.Text)
		}
	}
	return b.String()
}
