package extract

import (
	"jishi/extract/rule"
	"jishi/schema"
	"slices"
)

// value is a sum of money that the clause puts on what is given.
func (d *draft) value() string {
	clause := d.s.clauses[d.clause]
	for i := clause.Start; i < clause.End; i++ {
		for _, m := range d.s.tokens[i].Mentions {
			if m.Type == schema.TypeAmount && m.Amount.Money {
				return m.Amount.Value + " " + m.Amount.Unit
			}
		}
	}
	return ""
}

// items are the supplies of the match and of the rest of its clause, each name once; nil when there are none.
func (r *reading) items(d *draft, out []schema.Item) []schema.Item {
	clause := d.s.clauses[d.clause]
	last := clause.End
	for _, b := range d.Match.Bindings {
		if b.Role == "items" {
			last = max(last, d.s.clauses[rule.ClauseOf(d.s.clauses, b.Token)].End)
		}
	}
	first := min(clause.Start, d.Match.Start)
	if d.Rule.ItemsBefore {
		first = 0
	}
	for i := first; i < last; i++ {
		if len(d.s.tokens[i].Mentions) == 1 && r.cash(d, i) {
			m := d.s.tokens[i].Mentions[0]
			out = append(out, schema.Item{Name: d.s.Text[m.At.Start:m.At.End], Quantity: m.Amount.Value, Unit: m.Amount.Unit})
		}
		for _, m := range d.s.tokens[i].Mentions {
			if m.Type != "supply" || slices.ContainsFunc(out, func(o schema.Item) bool { return o.Name == m.Name }) {
				continue
			}
			unit := m.Amount.Unit
			if m.Amount.Value == "" {
				unit = ""
			}
			out = append(out, schema.Item{Name: m.Name, Entity: m.Entity, Quantity: m.Amount.Value, Unit: unit})
		}
	}
	return out
}

// goodsBatch is the number of the batch that is given: 第二批物资.
func (d *draft) goodsBatch() string {
	for _, m := range d.Mentions("items", d.s.tokens) {
		if m.Batch != "" {
			return m.Batch
		}
	}
	if i := d.Token("items"); i >= 0 && d.Token("team") < 0 { // 首批援助叙利亚的物资
		for k := d.s.clauses[rule.ClauseOf(d.s.clauses, i)].Start; k < i; k++ {
			if m := d.s.tokens[k].Mentions; len(m) == 1 && m[0].Type == schema.TypeAmount && m[0].Batch != "" {
				return m[0].Batch
			}
		}
	}
	return ""
}

// cash reports whether the sum at token i is itself given, not the worth of something: 捐出50万港元及帐篷.
func (r *reading) cash(d *draft, i int) bool {
	m := d.s.tokens[i].Mentions[0]
	if m.Type != schema.TypeAmount || !m.Amount.Money || i == 0 || i < d.Trigger {
		return false
	}
	if r.x.rules.Cues.Has(d.s.tokens[i-1].Word, "worth") {
		return false
	}
	return i+1 >= len(d.s.tokens) || d.s.tokens[i+1].Word != "的"
}

func (r *reading) itemsOf(d *draft) []schema.Item {
	if i := d.Token("sum"); i >= 0 {
		m := d.s.tokens[i].Mentions[0]
		return []schema.Item{{Name: d.s.Text[m.At.Start:m.At.End], Entity: "", Quantity: m.Amount.Value, Unit: m.Amount.Unit}}
	}
	if !d.Rule.Items {
		return nil
	}
	return r.items(d, nil)
}
