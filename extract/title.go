package extract

import (
	"slices"
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
			if t.Of.Entity == "" || t.Status != "" && t.Status != "acting" && t.Status != "designate" || !isOffice(t.Office) || r.looksBack(s, t) {
				continue
			}
			if t.At.Start > m.At.Start && t.Of.At.Len() == 0 && r.heldAlready(m, t) { // 马克龙总统, again and again
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
	for i, t := range s.tokens {
		for _, m := range t.Mentions {
			tell(s.chairs(i, m))
		}
	}
}

// chairs completes a country by the chair that it holds, where that stands apart: 担任东盟轮值主席国的新加坡, and without the
// organization that the sentence has named before (轮值主席国智利).
func (s *sentence) chairs(i int, m schema.Mention) schema.Mention {
	if m.Type != "country" || len(s.tokens[i].Mentions) != 1 {
		return m
	}
	if len(m.Titles) == 1 && m.Titles[0].Of.Type == "" && strings.HasSuffix(m.Titles[0].Office, "主席国") {
		for k := i - 1; k >= 0; k-- {
			if o := s.tokens[k].Mentions; len(o) == 1 && o[0].Type == "organization" && o[0].Country == "" {
				m.Titles = []schema.Title{{Of: o[0], Office: m.Titles[0].Office, At: m.Titles[0].At}}
				return m
			}
		}
	}
	if i < 3 || len(m.Titles) > 0 || s.tokens[i-1].Word != "的" || len(s.tokens[i-2].Mentions) != 1 {
		return m
	}
	of := s.tokens[i-2].Mentions[0]
	if w := s.tokens[i-3].Word; of.Type == "organization" && strings.HasSuffix(of.Office, "主席国") && (w == "担任" || w == "出任" || w == "任" || w == "作为") && len(of.Inside) > 0 {
		office := strings.TrimPrefix(of.Office, s.Text[of.Inside[0].At.Start:of.Inside[0].At.End])
		m.Titles = []schema.Title{{Of: of.Inside[0], Office: office, At: of.At}}
	}
	return m
}

// heldAlready reports whether the entry has told that somebody holds an office.
func (r *reading) heldAlready(m schema.Mention, t schema.Title) bool {
	for i := range r.facts {
		f := &r.facts[i]
		if f.Relation == schema.HoldsOffice && f.Subject.Entity == m.Entity && f.Object.Entity == t.Of.Entity && slices.Equal(f.Attribute("office"), []string{t.Office}) {
			return true
		}
	}
	return false
}

// looksBack reports whether an entry of a day only looks back at an office: 时任法国总统萨科齐.
func (r *reading) looksBack(s *sentence, t schema.Title) bool {
	at := cover(t.Of.At, t.At)
	if r.entry.Date.First.Day == 0 || at.Start < 0 {
		return false
	}
	return strings.HasSuffix(s.Text[:at.Start], "时任") || strings.HasPrefix(s.Text[at.Start:], "时任")
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
