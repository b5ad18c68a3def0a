package lexicon

import (
	"strings"
	"unicode/utf8"

	"jishi/schema"
)

// findOrganizations reads names of organizations by their last word. The name begins with the leftmost country or place
// among its modifiers where there is one; 政府 and the like need one.
func findOrganizations(p *parse) {
	if !p.sees(isOrgan|isClosing|isMeant|isForm) && p.ctx.ownWord == "" {
		return
	}
	p.foreignOrgans()
	p.ownOrgans()
	for i := 0; i < len(p.nodes); i++ {
		h := p.headAt(i, "organization")
		if h == nil {
			continue
		}
		j := p.begin(i, func(j int) bool {
			return p.plain(j) || p.between(j) || p.nodes[j].is("country", "place", "organization", "group", "supply") && len(p.nodes[j].m) == 1 && !p.isSideWord(j) || p.isCharacter(j) || p.isWriters(j) || j == i-1 && p.officeOrgan(j) || p.joinsSupply(j)
		})
		j = p.trimLeft(j, i)
		start := -1
		for k := i - 1; k >= j; k-- { // what lies before an unrelated chain of names is not part of this one
			if p.nodes[k].is("country", "place", "organization", "group") || p.isCharacter(k) || p.isWriters(k) {
				start = k
				if p.nodes[k].is("country") || p.isCharacter(k) || p.isWriters(k) {
					break
				}
			}
		}
		if start < 0 && h.Along && p.ledOrgan(i) {
			start = p.knownWords(j, i)
		}
		if start < 0 {
			start = p.ownProvince(j, i)
		}
		if start < 0 && (h.Along || h.Alone) {
			continue
		}
		if start < 0 {
			start = p.trimWords(j, i)
		}
		if start == i && !h.Bare {
			continue
		}
		if h.Alone && start >= 0 && start < i-1 && !p.allPlain(start+1, i) {
			continue
		}
		start = p.stationed(start)
		p.organization(start, i+1)
		i = start
	}
	p.ofCountry()
}

// ofCountry joins a country and an organization of that country behind it: 中国全国人大.
func (p *parse) ofCountry() {
	for i := 0; i+1 < len(p.nodes); i++ {
		a, b := &p.nodes[i], &p.nodes[i+1]
		if a.is("country") && b.is("organization") && len(a.m) == 1 && len(b.m) == 1 && a.at.End == b.at.Start && b.m[0].Country == a.m[0].Entity && !p.isSideWord(i) {
			m := b.m[0]
			m.At.Start = a.at.Start
			p.merge(i, i+2, node{m: []schema.Mention{m}})
		}
	}
	p.papers()
	p.shortForms()
}

func endsAny(s string, ends ...string) bool {
	for _, e := range ends {
		if strings.HasSuffix(s, e) {
			return true
		}
	}
	return false
}

// stationed lets a mission begin with the country that sends it: 中国驻斐济使馆.
func (p *parse) stationed(i int) int {
	if i > 1 && (p.wordAt(i-1) == "驻" || p.wordAt(i-1) == "常驻") && p.nodes[i-2].is("country", "organization") && len(p.nodes[i-2].m) == 1 {
		return i - 2
	}
	if i > 1 && p.wordAt(i-1) == "驻" && p.nodes[i-2].is(schema.TypeRefer) && p.nodes[i-2].m[0].Refer.Kind == schema.ReferThatOrganization {
		return i - 2
	}
	return i
}

// foreignOrgans reads 伊拉克外交部: the gazetteer's 外交部 is the home country's only when no other country stands before it.
func (p *parse) foreignOrgans() {
	for i := 1; i < len(p.nodes); i++ {
		if n := &p.nodes[i]; !n.is("organization") || n.m[0].Country != schema.Home || strings.Contains(n.word, "中国") {
			continue
		}
		k := i - 1
		for k > 0 && i-k < 4 && p.nodes[k].pos == posNoun && !p.nodes[k].named() && p.nodes[k].at.End == p.nodes[k+1].at.Start {
			k-- // 古巴公共卫生部
		}
		before := &p.nodes[k]
		if k == i-1 && before.at.End == p.nodes[i].at.Start && (p.isCharacter(k) && p.sideOf(before.m[0]) != nil || p.isForeignOrgan(k) && strings.HasPrefix(p.nodes[i].word, "中央")) { // 塞外交部, 越南共产党中央政治局
			p.organization(k, i+1)
			i = k
			continue
		}
		if before.is("country") && len(before.m) == 1 && before.m[0].Entity != schema.Home && before.at.End == p.nodes[k+1].at.Start && !p.isSideWord(k) || p.isWriters(k) && before.at.End == p.nodes[k+1].at.Start {
			if k == i-1 && p.isWriters(k) && p.writers().ID == schema.Home { // 我国解放军 is 解放军
				p.merge(k, i+1, node{m: p.nodes[i].m})
				i = k
				continue
			}
			p.organization(k, i+1)
			i = k
			continue
		}
	}
}

// ownOrgans reads in the document of an organization the last word of its name as that name, and in the white paper of another
// state 外交部 as that state's.
func (p *parse) ownOrgans() {
	state := p.lex.entities[p.ctx.state]
	for i := range p.nodes {
		n := &p.nodes[i]
		if p.ctx.ownWord != "" && n.word == p.ctx.ownWord && !n.named() && (i == 0 || p.nodes[i-1].at.End != n.at.Start || !p.plain(i-1) && !p.nodes[i-1].named()) {
			m := p.ctx.own
			m.At = n.at
			n.m, n.pos = p.one(m), posName
		}
		if state != nil && n.is("organization") && n.m[0].Country == schema.Home && endsAny(n.word, "部", "署", "局", "委员会") && !strings.Contains(n.word, "中") && p.lex.entities[n.m[0].Entity] != nil {
			name := state.Name + n.word
			m := schema.Mention{Type: "organization", Entity: unknownID(state.ID, name), Name: name, Country: state.ID, By: "organization", At: n.at}
			n.m, n.pos = p.one(m), posName
		}
	}
}

// isForeignOrgan reports whether node j is an organization of another country than the writers'.
func (p *parse) isForeignOrgan(j int) bool {
	n := &p.nodes[j]
	return n.is("organization") && n.m[0].Country != "" && n.m[0].Country != schema.Home
}

// isCharacter reports whether node j is a country's character before an organ of state, not yet settled whose.
func (p *parse) isCharacter(j int) bool {
	n := &p.nodes[j]
	return n.is(schema.TypeRefer) && n.m[0].Refer.Kind == schema.ReferSide && utf8.RuneCountInString(n.word) == 1
}

// ownProvince is where 省 or 市 begins the name of an organ that ends at node i, not before j: 省外办 in a province's own
// chronicle; -1 where there is none.
func (p *parse) ownProvince(j, i int) int {
	for k := i - 1; k >= j && k >= i-3; k-- {
		if w := p.wordAt(k); (w == "省" || w == "市") && (k == 0 || !p.plain(k-1) && !p.nodes[k-1].named()) {
			return k
		}
	}
	return -1
}

// ledOrgan reports whether the organ whose last character is node i stands before the office of who leads it: 卫生署署长.
func (p *parse) ledOrgan(i int) bool {
	if i+1 >= len(p.nodes) || p.nodes[i+1].at.Start != p.nodes[i].at.End || p.nodes[i+1].term(isOffice) == nil {
		return false
	}
	w := strings.TrimPrefix(p.wordAt(i+1), "副")
	return (w == "署长" || w == "局长") && strings.HasPrefix(w, p.wordAt(i))
}

// knownWords is where the nouns before node i begin, not before j; -1 where there is none.
func (p *parse) knownWords(j, i int) int {
	k := i
	for k > j && p.nodes[k-1].pos != posUnknown {
		k--
	}
	if k == i {
		return -1
	}
	return k
}

// officeOrgan reports whether the office at j begins the name of an organ behind it: 总统办公室, 总统委员会.
func (p *parse) officeOrgan(j int) bool {
	if p.nodes[j].named() || !stately(p.nodes[j].term(isOffice)) || j == 0 || !p.nodes[j-1].is("country") {
		return false
	}
	switch p.wordAt(j + 1) {
	case "办公室", "办公厅", "委员会", "府":
		return true
	}
	return false
}

// joinsSupply reports whether node j joins a noun and a thing within an organ's name: 国家电力与饮用水办公室.
func (p *parse) joinsSupply(j int) bool {
	w := p.wordAt(j)
	return (w == "与" || w == "和") && j > 0 && j+2 < len(p.nodes) && p.nodes[j-1].pos == posNoun && p.nodes[j+1].is("supply") && p.headAt(j+2, "organization") != nil
}

// writers is the country of those who write: the state whose own document it is, else that of the press.
func (p *parse) writers() *schema.Entity {
	if state := p.lex.entities[p.ctx.state]; state != nil {
		return state
	}
	return p.lex.entities[schema.Home]
}

// isWriters reports whether node j is 我国: the country of those who write.
func (p *parse) isWriters(j int) bool {
	n := &p.nodes[j]
	return n.is(schema.TypeRefer) && n.word == "我国" && p.writers() != nil
}

// isSideWord reports whether a country is named by a side: 法方 begins no organization's name.
func (p *parse) isSideWord(j int) bool { return p.nodes[j].term(isSide) != nil }

func (p *parse) allPlain(i, j int) bool {
	for ; i < j; i++ {
		if !p.plain(i) && !p.between(i) && !p.nodes[i].is("supply") {
			return false
		}
	}
	return true
}

// trimWords keeps at most the last twelve characters of a chain without a place, beginning at a known noun or at the
// chain's begin.
func (p *parse) trimWords(j, i int) int {
	for j < i && p.nodes[i].at.Start-p.nodes[j].at.Start > 36 {
		j++
	}
	return j
}

// spelled is a name whose first part is a country's character, with the country's name: 叙政府 is 叙利亚政府, 卢红会 卢旺达红十字会.
func (p *parse) spelled(i, j int) (name, country string) {
	n := &p.nodes[i]
	if p.isWriters(i) && j > i+1 { // 我国红新月会
		e := p.writers()
		return e.Name + p.slice(i+1, j), e.ID
	}
	if utf8.RuneCountInString(n.word) != 1 || !n.named() || j <= i+1 {
		return "", ""
	}
	m := n.m[0]
	if m.Type == schema.TypeRefer {
		c := p.sideOf(m)
		if c == nil {
			return "", ""
		}
		m = *c
	}
	rest := p.slice(i+1, j)
	if rest == "红会" {
		rest = "红十字会"
	}
	return m.Name + rest, m.Entity
}

// organization makes one mention of nodes[i:j]: a gazetteer's when the words are one of its names.
func (p *parse) organization(i, j int) {
	name := p.slice(i, j)
	at := schema.Local{Start: p.nodes[i].at.Start, End: p.nodes[j-1].at.End}
	long, of := p.spelled(i, j)
	if long != "" {
		name = long
	}
	for _, t := range p.lex.terms[name] {
		if e := p.lex.entities[t.id]; t.kind == isEntity && e != nil && e.Type == "organization" {
			p.merge(i, j, node{m: p.one(p.lex.mention(e, at))})
			return
		}
	}
	country := ""
	if p.nodes[i].is("country", "place", "organization", "leader") {
		country = p.nodes[i].m[0].Country
	}
	if of != "" {
		country = of
	}
	m := schema.Mention{Type: "organization", Entity: unknownID(country, name), Name: name, At: at, By: "organization", Country: country}
	p.merge(i, j, node{m: p.one(m)})
}

// unknownID names what no gazetteer has: its Chinese name under its country.
func unknownID(country, name string) string {
	if country == "" {
		return "-/" + name
	}
	return country + "/" + name
}
