package extract

import (
	"jishi/schema"
)

// unresolved reports whether a sentence refers to one of two sides that are not known yet.
func (r *reading) unresolved(s *sentence) bool {
	for _, t := range s.tokens {
		if len(t.Mentions) == 0 || t.Mentions[0].Type != schema.TypeRefer {
			continue
		}
		switch t.Mentions[0].Refer.Kind {
		case schema.ReferBoth, schema.ReferBothLeaders, schema.ReferOther, schema.ReferAddressee, schema.ReferLatter:
			return true
		}
	}
	return false
}

// prestage lets the calls, meetings and letters of a sentence set the sides before its own references are resolved:
// 致信基尔森，请对方派代表参加. It reports whether there was one.
func (r *reading) prestage(s *sentence) bool {
	set := false
	for _, f := range r.x.rules.Apply(s.tokens, nil) {
		d := r.draft(s, f)
		if !d.relation.Dialogue || d.speech != nil {
			continue
		}
		if r.complete(d) == (refusal{}) && d.verdict.Modality == schema.Actual {
			r.stage(d)
			set = true
		}
	}
	return set
}
