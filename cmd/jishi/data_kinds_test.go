package main

import (
	"slices"
	"testing"

	"jishi/extract"
)

func TestSlug(t *testing.T) {
	for english, want := range map[string]string{
		"Ine Eriksen Søreide": "ine-eriksen-soreide", "Recep Tayyip Erdoğan": "recep-tayyip-erdogan", "José dos Santos": "jose-dos-santos",
		"Côte d'Ivoire Red Cross": "cote-divoire-red-cross", "U.S.–China Council": "us-china-council", "  A  (B) ": "a-b", "Işık": "isik", "挪威": "", "": "",
	} {
		if got := slug(english); got != want {
			t.Errorf("%q gives %q, want %q", english, got, want)
		}
	}
}

// Each kind has a file that ships, and keys that the file's records have.
func TestDataKindsAreThoseOfTheGazetteers(t *testing.T) {
	files, err := extract.Shipped()
	if err != nil {
		t.Fatal(err)
	}
	for _, k := range dataKinds() {
		if !slices.ContainsFunc(files, func(f extract.ShippedFile) bool { return f.Name == "lexicon/"+k.file+".yaml" }) {
			t.Errorf("%s: no file %s ships", k.name, k.file)
		}
		if !slices.ContainsFunc(k.fields, func(f dataField) bool { return f.key == "zh" && f.required }) {
			t.Errorf("%s: has no Chinese name", k.name)
		}
	}
}
