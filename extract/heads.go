package extract

import (
	"slices"
	"strings"

	"jishi/schema"
)

// headsOf is how the offices end that a word for two persons names (两国元首, 两国总理), nil where it may be any (两国领导人).
func headsOf(word string) []string {
	switch {
	case endsIn(word, "元首", "总统"):
		return []string{"总统", "国家主席", "国务委员会主席", "国王", "女王", "天皇", "苏丹", "大公", "亲王", "埃米尔", "元首", "委员长"}
	case endsIn(word, "总理", "首相"):
		return []string{"总理", "首相", "部长会议主席"}
	}
	return nil
}

// holds reports whether a person has one of the offices, by the entry or else by the gazetteer, and whether any of his is known.
func (r *reading) holds(m schema.Mention, offices []string) (has, known bool) {
	one := func(office string, of schema.Mention) bool {
		known = true
		if strings.Contains(office, "副") {
			return false
		}
		return endsIn(office, offices...) || office == "主席" && (m.Country != "" && of.Entity == m.Country || endsIn(of.Name, "国务委员会")) && slices.Contains(offices, "总统")
	}
	for _, b := range append([]actor{{m, nil}}, r.scene.bearers...) {
		if b.Entity != m.Entity {
			continue
		}
		for _, t := range b.Titles {
			if t.Status == "" && one(t.Office, t.Of) {
				return true, true
			}
		}
	}
	if e, ok := r.x.lexicon.Entity(m.Entity); ok && !known {
		for _, o := range e.Offices {
			if o.Held(r.entry.Date.First) && one(o.Title, schema.Mention{Entity: o.Of}) {
				return true, true
			}
		}
	}
	return false, known
}

// canBe reports whether a person can be one of those whom a word names by their office: he holds such a one, or none that is known.
func (r *reading) canBe(m schema.Mention, word string) bool {
	offices := headsOf(word)
	if offices == nil {
		return true
	}
	has, known := r.holds(m, offices)
	return has || !known
}

// twoHeads are the only two of different countries whom the entry has named with an office that a word names, or nil.
func (r *reading) twoHeads(word string) []schema.Mention {
	offices := headsOf(word)
	if offices == nil {
		return nil
	}
	var out []schema.Mention
	for _, b := range r.scene.bearers {
		if slices.ContainsFunc(out, func(m schema.Mention) bool { return m.Entity == b.Entity }) {
			continue
		}
		if has, _ := r.holds(b.Mention, offices); has {
			out = append(out, b.bare())
		}
	}
	if len(out) != 2 || out[0].Country == out[1].Country || out[0].Country == "" || out[1].Country == "" {
		return nil
	}
	return out
}
