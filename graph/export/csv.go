package export

import (
	"io"

	"jishi/schema"
)

// writeCSV writes RFC 4180 with a header, UTF-8 without a mark, every row ended by a line feed. An apostrophe goes before
// free text that begins like a formula (= + - @); where d.Excel is set, the file is as that program reads it whole.
func writeCSV(w io.Writer, d Data) error {
	guard, out, buf, err := newCSV(w, d.Excel)
	if err != nil {
		return err
	}
	cols := columns()
	row := make([]string, len(cols))
	for i, c := range cols {
		row[i] = c.Name
	}
	if err := out.Write(row); err != nil {
		return err
	}
	err = eachRecord(d, func(f schema.Fact, r schema.FactRecord) error {
		for i, c := range cols {
			row[i] = c.cell(d, f, r)
			if c.free || d.Excel {
				row[i] = guard(row[i])
			}
		}
		return out.Write(row)
	})
	if err != nil {
		return err
	}
	out.Flush()
	if err := out.Error(); err != nil {
		return err
	}
	return buf.Flush()
}
