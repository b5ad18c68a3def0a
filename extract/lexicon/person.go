package lexicon

import (
	"strings"
	"unicode/utf8"

	"jishi/schema"
)

// findPersons reads titles and the names of those who bear them, and makes one mention of both.
func findPersons(p *parse) {
	if p.sees(isTitle | isRole) {
		p.splitOffices()
		p.ledTeams()
		p.stationedDelegates()
		p.rulers()
		for i := 0; i < len(p.nodes); i++ {
			if p.nodes[i].term(isOffice) == nil || p.nodes[i].named() {
				continue
			}
			i = p.titled(i)
		}
		p.spouses()
	}
	if p.sees(isJoint) {
		p.joinedNames()
	}
	if p.sees(isTaught | isTitle | isRole | isJoint) {
		for i := range p.nodes {
			p.dropDoubtful(i)
		}
	}
}

// spouses reads 卢拉夫人罗桑热拉: who is named behind 夫人 is meant, or nobody.
func (p *parse) spouses() {
	for i := 1; i < len(p.nodes); i++ {
		if p.nodes[i].word != "夫人" || p.nodes[i].named() || !p.nodes[i-1].is("leader", "country", "organization") || p.nodes[i-1].at.End != p.nodes[i].at.Start {
			continue
		}
		j, form := p.unknownName(i+1, p.nodes[i-1].m[0].Country)
		if i+1 < len(p.nodes) && p.nodes[i+1].is("leader") && len(p.nodes[i+1].m) == 1 && j <= i+2 {
			p.merge(i-1, i+2, node{m: p.nodes[i+1].m})
			continue
		}
		if i+2 < len(p.nodes) && p.nodes[i+1].word == "、" && p.nodes[i+2].is("leader") && len(p.nodes[i+2].m) == 1 && len(p.nodes[i+2].m[0].Titles) > 0 {
			p.merge(i-1, i+3, node{m: p.nodes[i+2].m}) // 总统夫人、亲善大使罗桑热拉
			continue
		}
		if j > i+1 {
			m := p.unknown(i+1, j, p.nodes[i-1].m[0].Country, form)
			p.merge(i-1, j, node{m: []schema.Mention{m}})
			continue
		}
		p.merge(i-1, i+1, node{})
	}
}

// joinedNames finds names of several parts without a title: 萨米尔·卡德尔.
func (p *parse) joinedNames() {
	for k := 1; k+1 < len(p.nodes); k++ {
		if p.nodes[k].word != "·" || p.nodes[k].named() {
			continue
		}
		i := k
		for i > 0 && p.nodes[i-1].at.End == p.nodes[i].at.Start && (p.nodes[i-1].pos == posUnknown || p.nodes[i-1].is("leader")) && p.allSyllables(p.nodes[i-1].word) {
			i--
		}
		if i == k {
			continue
		}
		if i > 1 && p.nodes[i-1].word == "约" && p.nodes[i-2].pos == posVerb && p.nodes[i-1].at.End == p.nodes[i].at.Start {
			i-- // 致电约翰·马哈马
		}
		if j := p.transliterated(i, ""); j > k+1 {
			m := p.unknown(i, j, "", "transliteration")
			p.merge(i, j, node{m: p.one(m)})
			k = i
		}
	}
}

// nameAfter reads the name behind a chain: a gazetteer's leader of that country or organization, else an unknown name.
func (p *parse) nameAfter(c *chain) (schema.Mention, int, bool) {
	i := c.end
	if i >= len(p.nodes) || p.nodes[i].at.Start != p.nodes[i-1].at.End {
		return schema.Mention{}, i, false
	}
	if p.headAt(i, "team") != nil { // 县议员代表团
		return schema.Mention{}, i, false
	}
	if w := p.nodes[i].word; w == "兼" || w == "暨" || w == "女士" || w == "先生" {
		return schema.Mention{}, i, false
	}
	country := c.holder.Country
	for k := len(c.titles) - 1; k >= 0 && country == ""; k-- {
		country = c.titles[k].Of.Country
	}
	if strings.HasPrefix(p.text[p.nodes[i].at.Start:], "夫人") { // 总理夫人程虹 does not hold the office
		return schema.Mention{}, i, false
	}
	j, form := p.unknownName(i, country)
	if j > i+1 && p.knownThere(i, j, c, country) { // 王晨|作说明
		j = i + 1
	}
	if j == i && p.namedAsPlace(i, country) {
		return p.unknown(i, i+1, country, "name of a place"), i + 1, true
	}
	if j <= i+1 && p.nodes[i].is("leader") {
		at := p.nodes[i].at
		if e := p.bearer(&p.nodes[i], c, country); e != nil {
			m := p.lex.mention(e, at)
			p.ctx.Known[p.nodes[i].word] = m
			p.ownHolder(c, e)
			return m, i + 1, true
		}
		if known := p.nodes[i].m[0]; known.By != "" && p.ctx.Known[p.nodes[i].word].Entity == known.Entity && known.Entity != "" {
			return known, i + 1, true
		}
		return p.unknown(i, i+1, country, "gazetteer name, another's office"), i + 1, true
	}
	if j == i {
		return schema.Mention{}, i, false
	}
	name := p.slice(i, j)
	if m, ok := p.ctx.Known[name]; ok {
		m.At = schema.Local{Start: p.nodes[i].at.Start, End: p.nodes[j-1].at.End}
		return m, j, true
	}
	for _, t := range p.lex.terms[name] {
		if e := p.lex.entities[t.id]; t.kind == isEntity && e != nil && e.Type == "leader" && p.fit(e, country) >= 4 {
			return p.lex.mention(e, schema.Local{Start: p.nodes[i].at.Start, End: p.nodes[j-1].at.End}), j, true
		}
	}
	if e := p.bySurname(name, country); e != nil {
		m := p.lex.mention(e, schema.Local{Start: p.nodes[i].at.Start, End: p.nodes[j-1].at.End})
		p.ctx.Known[name] = m
		return m, j, true
	}
	p.partyMember(c)
	return p.unknown(i, j, country, form), j, true
}

// namedAsPlace reports whether the place at i, behind an office of another country, is the name of who holds it: 哥伦比亚外长奥尔金.
func (p *parse) namedAsPlace(i int, country string) bool {
	n := &p.nodes[i]
	return n.is("place") && len(n.m) == 1 && country != "" && n.m[0].Country != country && n.m[0].Country != schema.Home && p.allSyllables(n.word) &&
		(i+1 >= len(p.nodes) || !p.nodes[i+1].named() && p.nodes[i+1].pos != posNoun && p.nodes[i+1].pos != posUnknown)
}

// knownThere reports whether node i alone is a leader of the gazetteer who is in the news in the entry's year as somebody of that
// country, and what a longer name would take besides, up to node j, is nothing that foreign names are written with.
func (p *parse) knownThere(i, j int, c *chain, country string) bool {
	if !p.nodes[i].is("leader") || country == "" || isMark(p.nodes[i+1].word) || len(p.lex.terms[p.slice(i, j)]) > 0 {
		return false
	}
	rest := p.slice(i+1, j)
	if p.allSyllables(rest) || strings.HasPrefix(rest, "夫人") || strings.HasPrefix(rest, "丈夫") {
		return false
	}
	e := p.bearer(&p.nodes[i], c, country)
	return e != nil && p.fit(e, country) >= 6
}

// bySurname is the gazetteer's leader of a country who is written with more names than it has of him, if his last ones are
// his and he is in the news in the entry's year: 赛义德·易卜拉欣·莱希.
func (p *parse) bySurname(name, country string) *schema.Entity {
	for i, r := range name {
		if !isMark(string(r)) {
			continue
		}
		for _, t := range p.lex.terms[name[i+utf8.RuneLen(r):]] {
			if e := p.lex.entities[t.id]; t.kind == isEntity && e != nil && e.Type == "leader" && country != "" && p.fit(e, country) >= 6 {
				return e
			}
		}
	}
	return nil
}

// partyMember completes an office without a holder by the country whose party its bearer leads: 中共中央政治局委员、外交部长.
func (p *parse) partyMember(c *chain) {
	home := p.lex.entities[schema.Home]
	if begin := p.text[p.nodes[c.start].at.Start:]; home == nil || !strings.HasPrefix(begin, "中共") && !strings.HasPrefix(begin, "中国") {
		return
	}
	for i := 1; i < len(c.titles); i++ {
		if t := &c.titles[i]; t.Of.Type == "" && strings.HasPrefix(c.titles[0].Of.Name, "中共") {
			t.Of = p.lex.mention(home, schema.Local{})
		}
	}
}

// ownHolder completes a title without a holder by what the gazetteer says of its bearer: 外长恰武什奥卢.
func (p *parse) ownHolder(c *chain, e *schema.Entity) {
	for i := range c.titles {
		if c.titles[i].Of.Type != "" {
			continue
		}
		for _, o := range e.Offices {
			if of := p.lex.entities[o.Of]; of != nil && (o.Title == c.titles[i].Office || p.lex.sameOffice(o.Title, c.titles[i].Office)) {
				c.titles[i].Of = p.lex.mention(of, schema.Local{})
			}
		}
	}
}

// sameOffice reports whether two words stand for one office: 外交部长 is 外长.
func (l *Lexicon) sameOffice(a, b string) bool {
	return l.same[a] == b || l.same[b] == a
}

func (p *parse) unknown(i, j int, country, form string) schema.Mention {
	name := p.slice(i, j)
	m := schema.Mention{Type: "leader", Entity: unknownID(country, name), Name: name, Country: country, By: form,
		At: schema.Local{Start: p.nodes[i].at.Start, End: p.nodes[j-1].at.End}}
	p.remember(m)
	return m
}

// bearer chooses among the leaders of one name the one whose country or organization the titles name.
func (p *parse) bearer(n *node, c *chain, country string) *schema.Entity {
	var best *schema.Entity
	bestScore := -1
	for _, t := range n.terms {
		e := p.lex.entities[t.id]
		if t.kind != isEntity || e == nil || e.Type != "leader" {
			continue
		}
		score := p.fit(e, country)
		for _, title := range c.titles {
			for _, o := range e.Offices {
				if o.Of == title.Of.Entity {
					score += 4
				}
			}
		}
		if p.lex.shared[n.word] && p.another(e, c) {
			continue
		}
		if (country == "" && len(c.titles) > 0 && c.titles[0].Of.Type == "" || score >= 4) && score > bestScore {
			best, bestScore = e, score
		}
	}
	return best
}

// another reports whether the titles give an office that the leader is not known to have held, on a day at which he is not known
// to have been in any: the Portuguese foreign minister of 2018 is not the president of 2014 of the same name.
func (p *parse) another(e *schema.Entity, c *chain) bool {
	if p.ctx.Day.Year == 0 || len(e.Offices) == 0 || len(c.titles) == 0 {
		return false
	}
	for _, o := range e.Offices {
		if o.Held(p.ctx.Day) || !o.Since.IsZero() && o.Seen[0].Year > 0 && o.Seen[0].Year <= p.ctx.Day.Year && p.ctx.Day.Year <= o.Seen[1].Year {
			return false
		}
		for _, t := range c.titles {
			if t.Status != "" || t.Of.Type != "country" || o.Title == t.Office || p.lex.sameOffice(o.Title, t.Office) || strings.HasSuffix(t.Office, o.Title) || strings.HasSuffix(o.Title, t.Office) {
				return false
			}
		}
	}
	return true
}

// fit says how well a candidate suits the entry: 4 for the country, 2 for a day at which he was in the news, 1 for a
// country that the entry has named.
func (p *parse) fit(e *schema.Entity, country string) int {
	score := 0
	if country != "" && e.Country == country {
		score += 4
	}
	for _, o := range e.Offices {
		if country != "" && o.Of == country {
			score |= 4
		}
		from, to := o.Seen[0].Year, o.Seen[1].Year
		if !o.Since.IsZero() {
			from = o.Since.Year
		}
		if o.Until.Year > 0 {
			to = o.Until.Year
		}
		if p.ctx.Day.Year > 0 && from > 0 && p.ctx.Day.Year >= from-1 && (to == 0 || p.ctx.Day.Year <= to+1) {
			score |= 2
		}
	}
	if _, ok := p.ctx.countries[e.Country]; ok && e.Country != "" {
		score++
	}
	return score
}

// dropDoubtful takes back a two-character leader's name that stands without a title and is more likely part of something
// else: unknown characters stand beside it, or the entry's day does not fit.
func (p *parse) dropDoubtful(i int) {
	n := &p.nodes[i]
	if !n.is("leader") || len(n.m[0].Titles) > 0 || n.m[0].Office != "" {
		return
	}
	name := p.text[n.m[0].At.Start:n.m[0].At.End]
	if known, ok := p.ctx.Known[name]; ok { // the one whom the entry has introduced, not another of that name
		known.At = n.m[0].At
		n.m[0] = known
		return
	}
	e := p.lex.entities[n.m[0].Entity]
	if e == nil {
		return
	}
	beside := i > 0 && p.nodes[i-1].pos == posUnknown && p.nodes[i-1].at.End == n.at.Start || i+1 < len(p.nodes) && p.nodes[i+1].pos == posUnknown && p.nodes[i+1].at.Start == n.at.End
	fit := p.fit(e, "")
	if utf8.RuneCountInString(name) <= 2 && (beside || fit < 2) || beside && fit == 0 {
		n.m, n.pos = nil, posUnknown
		return
	}
	keep := n.m[0]
	keep.Titles, keep.Inside = nil, nil
	p.ctx.Known[name] = keep
}

// rulers reads 文莱苏丹: behind another country the name of a country that is also an office is the office.
func (p *parse) rulers() {
	for i := 1; i < len(p.nodes); i++ {
		n, before := &p.nodes[i], &p.nodes[i-1]
		if n.is("country") && n.term(isOffice) != nil && before.is("country") && before.at.End == n.at.Start {
			n.m, n.pos = nil, posUnknown
		}
	}
}
