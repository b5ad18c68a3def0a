package correction

import (
	"maps"
	"slices"

	"jishi/schema"
	"jishi/schema/datafile"
)

// Head begins a new file of corrections.
const Head = "# Corrections of what jishi reads, applied at each build. What the keys mean: docs/corrections.md.\n\n"

// Write adds a correction to the end of a file, as it stands in raw, and gives the file and the line on which it begins. was is
// how the fact was read, to what is to be otherwise; either may be zero. Errors are those of a file to which nothing can be
// added.
func Write(shown string, raw []byte, c schema.Correction, was, to Statement) (out []byte, line int, err error) {
	entry, err := datafile.Entry(datafile.Pairs{{Key: "verdict", Value: c.Verdict}, {Key: "fact", Value: c.Fact}, {Key: "document", Value: c.Doc},
		{Key: "sentence", Value: c.Sentence}, {Key: "read", Value: was.pairs()}, {Key: "to", Value: to.pairs()},
		{Key: "why", Value: c.Why}, {Key: "by", Value: c.By}, {Key: "date", Value: c.On.String()}})
	if err != nil {
		return nil, 0, err
	}
	if len(raw) == 0 {
		raw = []byte(Head)
	}
	return datafile.Append(shown, raw, entry)
}

func (s Statement) pairs() datafile.Pairs {
	if s.isZero() {
		return nil
	}
	var items []datafile.Pairs
	if s.Items != nil {
		items = []datafile.Pairs{}
	}
	for _, it := range s.Items {
		items = append(items, datafile.Pairs{{Key: "name", Value: it.Name}, {Key: "quantity", Value: it.Quantity}, {Key: "unit", Value: it.Unit}})
	}
	var attributes datafile.Pairs
	for _, key := range slices.Sorted(maps.Keys(s.Attributes)) {
		values := s.Attributes[key]
		if values == nil {
			values = []string{}
		}
		attributes = append(attributes, datafile.Pair{Key: key, Value: values})
	}
	return datafile.Pairs{{Key: "relation", Value: s.Relation}, {Key: "subject", Value: s.Subject}, {Key: "object", Value: s.Object},
		{Key: "modality", Value: s.Modality}, {Key: "date", Value: s.Date}, {Key: "until", Value: s.Until}, {Key: "said", Value: s.Said},
		{Key: "items", Value: items}, {Key: "attributes", Value: attributes}}
}
