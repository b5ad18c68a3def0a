package export

import (
	"encoding/json"
	"encoding/xml"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"jishi/schema"
)

// cited has what is hard to write: signs of TeX, YAML and XML, a family name of two words, a name of one.
func cited() Citation {
	return Citation{Title: `Calls & “meetings” {A_b}, 100% <双边> #1`, Version: "1.0", URL: "https://example.org/a_b?c=1&d=2", DOI: "10.5281/zenodo.12",
		Publisher: "A & B", License: "CC-BY-4.0", Authors: []Author{ParseAuthor("van Dam, Eva"), ParseAuthor(" 王小明 ")},
		Released: schema.Day{Year: 2026, Month: 5, Day: 1}, Digest: strings.Repeat("0a", 32), First: "2020-03-23", Last: "2020-03-31",
		Documents: 1, Entries: 2, Facts: 3, Software: "1.0"}
}

// TestCitationGolden keeps each format as it is, with everything known and with nothing.
func TestCitationGolden(t *testing.T) {
	for _, f := range CitationFormats() {
		var b strings.Builder
		for _, c := range []Citation{cited(), {Title: "T", Digest: strings.Repeat("0a", 32), Software: "1.0"}} {
			if err := f.Write(&b, c); err != nil {
				t.Fatal(err)
			}
		}
		path := filepath.Join("testdata", "citation"+f.Extension)
		if *update {
			if err := os.WriteFile(path, []byte(b.String()), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(path)
		if err != nil || b.String() != string(want) {
			t.Errorf("%s (-update writes it anew): %v\n%s", path, err, b.String())
		}
	}
}

// mods is what bibutils makes of a reference.
type mods struct {
	Key    string   `xml:"ID,attr"`
	Title  string   `xml:"titleInfo>title"`
	Names  []string `xml:"name>namePart"`
	Issued string   `xml:"originInfo>dateIssued"`
	Note   string   `xml:"note"`
}

// TestCitationReadBack: other programs read from each format what was written.
func TestCitationReadBack(t *testing.T) {
	c := cited()
	write := func(name string) string {
		for _, f := range CitationFormats() {
			if f.Name == name {
				return file(t, "c"+f.Extension, func(out *os.File) error { return f.Write(out, c) })
			}
		}
		t.Fatalf("no format %s", name)
		return ""
	}
	for name, reader := range map[string]string{"bibtex": "bib2xml", "ris": "ris2xml"} {
		var got struct {
			Mods []mods `xml:"mods"`
		}
		if err := xml.Unmarshal([]byte(outside(t, reader, write(name))), &got); err != nil || len(got.Mods) != 1 {
			t.Fatalf("%s: %v %+v", reader, err, got)
		}
		m := got.Mods[0]
		if m.Key != c.Key() || m.Title != c.Title || strings.Join(m.Names, "|") != "Eva|van Dam|王小明" || !strings.HasPrefix(m.Issued, "2026") || m.Note != c.Note() {
			t.Errorf("%s: %+v", reader, m)
		}
	}
	const yaml = `import json, sys, yaml
print(json.dumps(yaml.safe_load(open(sys.argv[1], encoding="utf-8"))))`
	var cff struct {
		CFF         string `json:"cff-version"`
		Type, Title string
		Authors     []map[string]string
		Date        string `json:"date-released"`
		Identifiers []map[string]string
		DOI, URL    string
	}
	if err := json.Unmarshal([]byte(outside(t, "/usr/bin/python3", "-c", yaml, write("cff"))), &cff); err != nil {
		t.Fatal(err)
	}
	if cff.CFF != "1.2.0" || cff.Type != "dataset" || cff.Title != c.Title || cff.DOI != c.DOI || cff.URL != c.URL || cff.Date != "2026-05-01" ||
		cff.Authors[0]["family-names"] != "van Dam" || cff.Authors[1]["name"] != "王小明" || cff.Identifiers[0]["value"] != "sha256:"+c.Digest {
		t.Errorf("%+v", cff)
	}
}
