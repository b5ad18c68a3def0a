package graph

import (
	"cmp"
	"slices"

	"jishi/schema"
)

// partTerms are the predicates that lead from a place in a text to the page or paragraph of the file where it begins, and to the
// one where it ends, if that is another.
func (n names) partTerms(unit string) (first, last term) {
	if unit == schema.Page {
		return iri(schemas + "pageStart"), iri(schemas + "pageEnd")
	}
	return n.term(termParagraph), n.term(termParagraphEnd)
}

// part reads back in which part of the file places stand.
func (d *decoder) part(nodes []term) schema.Part {
	var out schema.Part
	for _, unit := range []string{schema.Page, schema.Paragraph} {
		from, to := d.partTerms(unit)
		for _, node := range nodes {
			first := d.number(node, from.value)
			if first == 0 {
				continue
			}
			last := cmp.Or(d.number(node, to.value), first)
			if out.Unit == "" {
				out = schema.Part{Unit: unit, First: first, Last: last}
			}
			out.First, out.Last = min(out.First, first), max(out.Last, last)
		}
	}
	return out
}

// partsKept are the parts of a document as they are kept: where each begins in code points, which stay right when the text is
// withheld.
func partsKept(doc schema.Document) *schema.Parts {
	if len(doc.Parts.Starts) == 0 {
		return nil
	}
	index := schema.NewRuneIndex(doc.Text)
	kept := schema.Parts{Unit: doc.Parts.Unit}
	for _, b := range doc.Parts.Starts {
		kept.Starts = append(kept.Starts, index.At(b))
	}
	return &kept
}

// Parts are the pages or paragraphs of a document's file; the zero Parts where it is not divided.
func (s *Store) Parts(doc string) (schema.Parts, error) {
	for _, d := range s.m.Documents {
		if d.ID == doc && d.Parts != nil {
			text, err := s.Text(doc)
			return partsIn(d, text), err
		}
	}
	return schema.Parts{}, nil
}

// dividedBy reports whether a document's file is divided into parts of a unit.
func (s *Store) dividedBy(unit string) bool {
	return slices.ContainsFunc(s.m.Documents, func(d documentRecord) bool { return d.Parts != nil && d.Parts.Unit == unit })
}

// partsIn are the parts of a document whose text is given.
func partsIn(d documentRecord, text string) schema.Parts {
	if d.Parts == nil {
		return schema.Parts{}
	}
	offsets := newRuneOffsets(text)
	out := schema.Parts{Unit: d.Parts.Unit}
	for _, n := range d.Parts.Starts {
		out.Starts = append(out.Starts, offsets.at(n))
	}
	return out
}
