package extract

import (
	"io/fs"
	"path"

	"jishi/extract/lexicon"
	"jishi/extract/rule"
	"jishi/schema"
)

// ShippedFile is a data file that comes with the program.
type ShippedFile struct {
	Name string // as in a user's folder: lexicon/leaders.yaml
	Text []byte
}

// Shipped gives ontology, gazetteers and rules as they ship, with the pages that describe them, as a user's folder lays them
// out.
func Shipped() ([]ShippedFile, error) {
	var out []ShippedFile
	for _, part := range []struct {
		name  string
		files fs.FS
	}{{"schema", schema.Shipped()}, {"lexicon", lexicon.Shipped()}, {"rules", rule.Shipped()}} {
		entries, err := fs.ReadDir(part.files, ".")
		if err != nil {
			return nil, err
		}
		for _, e := range entries {
			text, err := fs.ReadFile(part.files, e.Name())
			if err != nil {
				return nil, err
			}
			out = append(out, ShippedFile{path.Join(part.name, e.Name()), text})
		}
	}
	return out, nil
}
