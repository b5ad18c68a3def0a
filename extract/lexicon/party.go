package lexicon

import (
	"strings"

	"jishi/schema"
)

// partyOf is the party's name at the begin of the name of one of its central organs, or empty: 越南共产党中央政治局.
func partyOf(m schema.Mention) string {
	party, _, ok := strings.Cut(m.Name, "党中央")
	if m.Type != "organization" || !ok {
		return ""
	}
	return party + "党"
}

// foreignParty reads 中央书记处 behind an office in a foreign party as that party's own, not the one at home.
func (p *parse) foreignParty(c *chain, holder schema.Mention, k int) schema.Mention {
	w := p.nodes[k].word
	if len(c.titles) == 0 || !strings.HasPrefix(w, "中央") || holder.Type != "organization" || holder.Country != "" && holder.Country != schema.Home {
		return holder
	}
	first := c.titles[0].Of
	party := partyOf(first)
	if party == "" && strings.HasSuffix(first.Name, "党") {
		party = first.Name
	}
	if party == "" || first.Country == "" || first.Country == schema.Home {
		return holder
	}
	return p.partyOrgan(party, w, first.Country, p.nodes[k].at)
}

// ofParty reports whether an office in a chain that began with a party is of the party, by its words: 中央副委员长, 国际部部长.
func ofParty(office string) bool {
	return strings.HasPrefix(office, "中央") || strings.HasSuffix(office, "部部长")
}

// partyOrgan is a party, or what an organ of it is called behind its name.
func (p *parse) partyOrgan(party, organ, country string, at schema.Local) schema.Mention {
	name := party + organ
	for _, t := range p.lex.terms[name] {
		if e := p.lex.entities[t.id]; t.kind == isEntity && e != nil && e.Type == "organization" {
			return p.lex.mention(e, at)
		}
	}
	return schema.Mention{Type: "organization", Entity: unknownID(country, name), Name: name, Country: country, By: "organization", At: at}
}
