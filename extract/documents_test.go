package extract_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"jishi/extract"
	"jishi/schema"
)

const documents = "testdata/documents"

// toldByFile is what must be the same whatever file a text stands in: its entries with their days and words, and its facts with
// parties, day and evidence.
func toldByFile(x *extract.Extractor, file string) ([]string, schema.Document, error) {
	raw, err := os.ReadFile(file)
	if err != nil {
		return nil, schema.Document{}, err
	}
	doc, err := x.Read(extract.Input{ID: "d", Name: filepath.ToSlash(file), Raw: raw})
	if err != nil {
		return nil, doc, err
	}
	var out []string
	for _, e := range doc.Entries {
		words := e.Label
		for _, s := range e.Sentences {
			words += " " + s.Text
		}
		out = append(out, words)
	}
	for _, f := range x.Extract(doc, 1).Facts {
		out = append(out, fmt.Sprintf("%s(%s, %s) %s %s: %s", f.Relation, f.Subject.Entity, f.Object.Entity, f.Modality, f.Date, schema.Quote(doc.Text, f.Evidence)))
	}
	return out, doc, nil
}

// difference names the first line that is not as in the plain text, "" for none.
func difference(got, want []string) string {
	for i := range max(len(got), len(want)) {
		switch {
		case i >= len(got):
			return "lacks " + want[i]
		case i >= len(want):
			return "has " + got[i]
		case got[i] != want[i]:
			return fmt.Sprintf("has %s, not %s", got[i], want[i])
		}
	}
	return ""
}

// TestDocuments: a text gives the same entries, days and facts from each of the files that programs make of it, and of what
// is damaged a line says why it cannot be read. What comes of each file is a table in the docs.
func TestDocuments(t *testing.T) {
	x := extractor(t)
	folders, err := filepath.Glob(documents + "/*/plain.txt")
	if err != nil || len(folders) < 6 {
		t.Fatal(folders, err)
	}
	table := documentsHead
	files := 0
	for _, plain := range folders {
		want, _, err := toldByFile(x, plain)
		if err != nil || len(want) < 4 {
			t.Fatal(plain, want, err)
		}
		all, err := filepath.Glob(filepath.Join(filepath.Dir(plain), "*"))
		if err != nil {
			t.Fatal(err)
		}
		for _, file := range all {
			if file == plain {
				continue
			}
			files++
			got, doc, err := toldByFile(x, file)
			outcome := difference(got, want)
			if err != nil {
				outcome = err.Error()
			}
			if outcome != "" {
				t.Errorf("%s %s", file, outcome)
			}
			table += row(file, outcomeOf(outcome, doc))
		}
	}
	if files < 60 {
		t.Errorf("%d files, want 60 at least", files)
	}
	table += documentsDamaged + damagedTable(t, x)
	golden(t, "../docs/documents.md", table) // go test ./extract -run TestDocuments -update writes it anew
}

func row(file, outcome string) string {
	return fmt.Sprintf("| %s | %s |\n", strings.TrimPrefix(filepath.ToSlash(file), documents+"/"), outcome)
}

func outcomeOf(difference string, doc schema.Document) string {
	if difference != "" {
		return difference
	}
	return fmt.Sprintf("as the plain text: entries %d; days from %s", len(doc.Entries), doc.Dated)
}

// damagedTable reads the damaged files; one that a reader can make sense of tells what the sound one tells.
func damagedTable(t *testing.T, x *extract.Extractor) (table string) {
	sound, _, err := toldByFile(x, documents+"/chronicle/plain.txt")
	if err != nil {
		t.Fatal(err)
	}
	files, err := filepath.Glob(documents + "/damaged/*")
	if err != nil || len(files) < 10 {
		t.Fatal(files, err)
	}
	for _, file := range files {
		got, doc, err := toldByFile(x, file)
		if err == nil {
			if diff := difference(got, sound); diff != "" {
				t.Errorf("%s is read, but %s", file, diff)
			}
			table += row(file, outcomeOf("", doc))
			continue
		}
		message := strings.ReplaceAll(err.Error(), filepath.ToSlash(file), filepath.Base(file))
		if strings.ContainsAny(message, "\n|") || !strings.HasPrefix(message, filepath.Base(file)+":") {
			t.Errorf("%s: the message %q", file, message)
		}
		table += row(file, message)
	}
	return table
}

const documentsHead = `# Documents: file by file

What comes of a text when an office, a browser or a converter has written it. A test (extract/documents_test.go) writes this page: it reads
the files of extract/testdata/documents, which its make.py has made of six invented texts with LibreOffice, pandoc, chromium and iconv, and compares
entries, days, words and facts with those of the plain text.

- **office**: LibreOffice, on small pages, with a header and a page number on each.
- **pandoc**, **book**: pandoc. **saved**: a page with menu and footer, as chromium saves it.
- **wrapped**: lines of 34 characters, a header and a page number on each page, form feeds.

| file | outcome |
|---|---|
`

const documentsDamaged = `
## Damaged, or of another kind

| file | what is said |
|---|---|
`
