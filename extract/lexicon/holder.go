package lexicon

import (
	"slices"
	"strings"

	"jishi/schema"
)

// splitOffices reads 公众服务部长: the organization's last character makes the office together with 长.
func (p *parse) splitOffices() {
	for i := 1; i < len(p.nodes); i++ {
		if p.nodes[i].word != "长" || p.nodes[i].named() || !p.nodes[i-1].is("organization") || p.nodes[i-1].at.End != p.nodes[i].at.Start {
			continue
		}
		name := p.nodes[i-1].word
		for _, office := range joinedOffices() {
			if strings.HasSuffix(name, strings.TrimSuffix(office, "长")) {
				p.nodes[i].word = office
				p.nodes[i].terms = []term{{kind: isOffice, id: office}}
			}
		}
	}
}

// joinedOffices are the offices of which the first character belongs to the organization before them.
func joinedOffices() []string {
	return []string{"部长", "局长", "署长", "院长", "厅长", "会长"}
}

// isHolder reports whether node i is somebody, or something, that an office can be of.
func (p *parse) isHolder(i int) bool {
	n := &p.nodes[i]
	if n.is("leader") && i+1 < len(p.nodes) && len(n.m) == 1 {
		if w := p.nodes[i+1].word; strings.HasSuffix(w, "特使") || strings.HasSuffix(w, "代表") {
			return true
		}
	}
	return n.is("country", "organization", "group", "place", "team") && len(n.m) == 1 ||
		n.is(schema.TypeRefer) && slices.Contains([]string{schema.ReferSide, schema.ReferThat, schema.ReferStricken, schema.ReferThatOrganization, schema.ReferAddressee, schema.ReferSpeaker, schema.ReferRegion, schema.ReferOwn}, n.m[0].Refer.Kind)
}

// outer lets a country before the holder's own name belong to the chain: 美国国务院 is one organization, but in 老挝人民革命党
// the country is part of what the press names.
func (p *parse) outer(c *chain) schema.Mention {
	holder := p.nodes[c.start].m[0]
	if c.start > 0 && (holder.Type == "organization" || holder.Type == "place") && p.nodes[c.start-1].is("country") && len(p.nodes[c.start-1].m) == 1 &&
		p.nodes[c.start-1].at.End == p.nodes[c.start].at.Start && p.nodes[c.start-1].term(isSide) == nil {
		country := p.nodes[c.start-1].m[0]
		if holder.Country == "" {
			holder.Country = country.Entity
		}
		c.start--
	}
	return holder
}

// impliedHolder is whose an office is that the press writes without its country.
func (p *parse) impliedHolder(o int) schema.Mention {
	t := p.nodes[o].term(isOffice)
	if t == nil || t.of == "" {
		return schema.Mention{}
	}
	return p.lex.mention(p.lex.entities[t.of], schema.Local{})
}

// officeOfPlace reports whether the office with the words nodes[k:o+1] is one of a whole place, and where its own words
// begin: 汉堡市市长 is 市长, 北京分院院长 is no office of 北京.
func (p *parse) officeOfPlace(k, o int) (int, bool) {
	if k < o {
		switch p.wordAt(k) {
		case "省", "市", "州", "县", "区":
			k++
		}
	}
	switch t := p.nodes[o].term(isOffice); {
	case t == nil, t.status != "state" && t.status != "government" && t.status != "party" && t.status != "other":
		return k, false // 迪拜大会主席
	case k == o:
		return k, true
	}
	switch p.wordAt(k) {
	case "省委", "市委", "州委", "第一", "常务":
		return k, true
	}
	return k, false
}

// crewOffices are the offices that a team has.
func crewOffices() []string {
	return []string{"队长", "副队长", "领队", "副领队", "组长", "副组长"}
}

// ledTeams makes a mention of the team that an office is of: 中国第八批援加纳医疗队队长.
func (p *parse) ledTeams() {
	for i := 1; i < len(p.nodes); i++ {
		n := &p.nodes[i]
		if n.named() || n.term(isOffice) == nil || p.nodes[i-1].at.End != n.at.Start || !slices.Contains(crewOffices(), n.word) {
			continue
		}
		if h := p.headAt(i-1, "team"); h != nil && h.Bare {
			if first, toward := p.teamBegin(i - 1); p.leadsTeam(first, i-1) {
				p.team(first, i)
				p.nodes[first].m[0].Toward = toward
				i = first + 1
			}
		}
	}
}

// leadsTeam reports whether the name of a team, nodes[first:head+1], says of whom it is.
func (p *parse) leadsTeam(first, head int) bool {
	return first < head && p.nodes[first].is("country", "organization", "group")
}

// stationedDelegates takes 代表 for an office where an organization has one somewhere: 世卫组织驻马里代表.
func (p *parse) stationedDelegates() {
	for i := 3; i < len(p.nodes); i++ {
		if p.wordAt(i) != "代表" || p.nodes[i].term(isOffice) != nil {
			continue
		}
		for k := i - 2; k >= i-3 && k > 0; k-- { // 驻苏丹代表, 驻非洲区域代表
			if w := p.wordAt(k); (w == "驻" || w == "常驻") && p.nodes[k-1].is("organization") && p.nodes[k-1].at.End == p.nodes[k].at.Start {
				p.nodes[i].terms = append(slices.Clone(p.nodes[i].terms), term{kind: isOffice, id: "代表", status: "envoy"})
			}
		}
	}
}
