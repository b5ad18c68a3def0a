package extract

import (
	"slices"

	"jishi/schema"
)

// shares are what each of several who act, or to whom something is done, has for himself, in their order: 荷兰、比利时分别派出12人和8人,
// 分别捐赠4台和7台消防车. nil where the text does not part it.
type shares struct {
	counts []string
	items  []schema.Item
}

// apart finds the shares of a draft's parties.
func (d *draft) apart() shares {
	clause := d.s.clauses[d.clause]
	words := d.s.tokens[clause.Start:clause.End]
	each := slices.ContainsFunc(words, func(t schema.Token) bool { return t.Word == "各" })
	if !each && !slices.ContainsFunc(words, func(t schema.Token) bool { return t.Word == "分别" }) {
		return shares{}
	}
	n := max(len(d.subjects), len(d.objects))
	if n < 2 {
		return shares{}
	}
	var out shares
	if counts := persons(words); len(counts) == n {
		out.counts = counts
	}
	if (d.Rule.Items || d.Token("sum") >= 0) && !each {
		if items := d.itemShares(); len(items) == n {
			out.items = items
		}
	}
	return out
}

// give lets the ith pair have its share.
func (s shares) give(f *schema.Fact, i int) {
	if i < len(s.counts) {
		f.Attributes = setAttribute(f.Attributes, "count", s.counts[i])
	}
	if i < len(s.items) {
		f.Items = s.items[i : i+1 : i+1]
	}
}

// persons are the numbers of persons that words name; that of a team may be a token of its own before it.
func persons(words []schema.Token) []string {
	var out []string
	before := "" // the number directly before
	for _, t := range words {
		number := ""
		for _, m := range t.Mentions {
			switch {
			case m.Type == schema.TypeAmount && (m.Amount.Unit == "名" || m.Amount.Unit == "人"):
				number = m.Amount.Value
				out = append(out, number)
			case m.Type == "team" && m.Amount.Value != "" && m.Amount.Value != before:
				out = append(out, m.Amount.Value)
			}
		}
		before = number
	}
	return out
}

// itemShares are the quantities behind the trigger, each with the goods that it counts: of 4台和7台消防车 both are fire engines.
func (d *draft) itemShares() []schema.Item {
	var out []schema.Item
	open := 0 // quantities whose goods are still to come
	for i := d.Trigger + 1; i < d.s.clauses[d.clause].End; i++ {
		for _, m := range d.s.tokens[i].Mentions {
			switch {
			case m.Type == schema.TypeAmount && m.Amount.Value != "" && m.Batch == "":
				item := schema.Item{Quantity: m.Amount.Value, Unit: m.Amount.Unit}
				if m.Amount.Money {
					item.Name = d.s.Text[m.At.Start:m.At.End]
				} else {
					open++
				}
				out = append(out, item)
			case m.Type == "supply" && m.Amount.Value == "":
				return nil
			case m.Type == "supply":
				out = append(out, schema.Item{Name: m.Name, Entity: m.Entity, Quantity: m.Amount.Value, Unit: m.Amount.Unit})
				for k := len(out) - 1 - open; k < len(out)-1; k++ {
					out[k].Name, out[k].Entity = m.Name, m.Entity
				}
				open = 0
			}
		}
	}
	if open > 0 {
		return nil
	}
	return out
}
