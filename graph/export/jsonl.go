package export

import (
	"encoding/json"
	"io"

	"jishi/schema"
)

// writeJSONL prints what `jishi extract --format jsonl` prints, byte for byte.
func writeJSONL(w io.Writer, d Data) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	return eachRecord(d, func(_ schema.Fact, r schema.FactRecord) error { return enc.Encode(r) })
}

// eachRecord gives each fact as users see it.
func eachRecord(d Data, each func(schema.Fact, schema.FactRecord) error) error {
	indexes := map[string]*schema.RuneIndex{}
	for _, f := range d.Facts {
		text := d.Texts[f.Doc]
		if indexes[f.Doc] == nil {
			indexes[f.Doc] = schema.NewRuneIndex(text)
		}
		if err := each(f, f.Record(text, indexes[f.Doc])); err != nil {
			return err
		}
	}
	return nil
}
