package extract

import (
	"strings"
	"unicode/utf8"

	"jishi/schema"
)

// titleRule is the one reading that is no rule of a file: an office stands in a name's title.
func titleRule() schema.Rule {
	return schema.Rule{Name: "title", Relation: schema.HoldsOffice, File: "extract/title.go", Hash: schema.Hash("title", "1")}
}

// titles tells who holds which office, from the titles of a sentence.
func (r *reading) titles(s *sentence) {
	var tell func(m schema.Mention)
	tell = func(m schema.Mention) {
		for _, t := range m.Titles {
			tell(t.Of)
			if t.Of.Entity == "" || t.Status != "" && t.Status != "acting" && t.Status != "designate" || !isOffice(t.Office) {
				continue
			}
			f := schema.Fact{Doc: r.doc.ID, Entry: r.entry.Label, EntryHash: r.entry.Hash, Relation: schema.HoldsOffice,
				Subject: r.party(actor{m, s}), Object: r.party(actor{t.Of, s}), Modality: schema.Actual, Date: r.entry.Date,
				Attributes: []schema.Attribute{{Key: "office", Values: []string{t.Office}}},
				Evidence:   s.Spans(cover(t.Of.At, t.At, m.At)), Rule: "title"}
			f.Subject.OnBehalfOf = ""
			f.Date.Basis = schema.FromHeading
			if r.x.ontology.Check(f) == "" {
				r.trace.named(s, r.add(f, s.base+m.At.Start))
			}
		}
	}
	for _, t := range s.tokens {
		for _, m := range t.Mentions {
			tell(m)
		}
	}
}

// isOffice leaves out words that say what somebody is, not which office he holds.
func isOffice(office string) bool {
	for _, w := range []string{"专家", "教授", "领导人", "领袖", "夫人", "科学家", "创始人", "公主", "王子", "王后"} {
		if strings.HasSuffix(office, w) {
			return false
		}
	}
	return true
}

// namesHolder reports whether an office can be told of somebody, as far as its word and what stands behind it say: a name,
// or another office of the same person.
func namesHolder(office, rest string) bool {
	r, _ := utf8.DecodeRuneInString(rest)
	return rest != "" && isOffice(office) && !strings.ContainsRune("，。；：！？”’）》", r)
}

// cover is the least stretch that holds all parts; empty parts do not count.
func cover(parts ...schema.Local) schema.Local {
	out := schema.Local{Start: -1}
	for _, p := range parts {
		if p.Len() == 0 {
			continue
		}
		if out.Start < 0 || p.Start < out.Start {
			out.Start = p.Start
		}
		out.End = max(out.End, p.End)
	}
	return out
}
