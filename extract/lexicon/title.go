package lexicon

import (
	"jishi/schema"
	"strings"
	"unicode/utf8"
)

// chain is a run of titles: nodes[start:end], read left to right.
type chain struct {
	start, end int
	titles     []schema.Title
	status     string         // of all its titles, when a prefix stands before the holder
	holder     schema.Mention // of the last title
	hosts      []string       // ids of the countries where the first is held, if abroad
}

// titled reads the chain of titles whose first office is node o, and the name behind it; the result is the last node read.
func (p *parse) titled(o int) int {
	c := p.firstTitle(o)
	for p.nextTitle(&c) {
	}
	if stately(p.nodes[o].term(isOffice)) && p.strange(c.start, o) { // 马里诺总统: no country, an unknown name before the office
		p.nodes[c.start].m, p.nodes[c.start].pos = nil, posUnknown
		return o
	}
	if p.chairs(&c) {
		m := p.nodes[c.end].m[0]
		m.Titles = c.titles
		p.merge(c.start, c.end+1, node{m: p.one(m)})
		return c.start
	}
	if m, end, ok := p.nameAfter(&c); ok {
		m.Titles, m.Hosts = c.titles, c.hosts
		p.merge(c.start, end, node{m: p.one(m)})
		return c.start
	}
	if p.nodes[c.end-1].term(isOffice).status == "person" {
		return o
	}
	if c.start == o && o > 0 && p.nodes[o-1].is("leader") && len(p.nodes[o-1].m) == 1 && p.nodes[o-1].at.End == p.nodes[o].at.Start {
		m := p.nodes[o-1].m[0]
		p.heldThen(&c, &m)
		p.merge(o-1, c.end, node{m: p.one(m)})
		return o - 1
	}
	return p.untitled(c)
}

// chairs reports whether the office is one of countries, and a country stands behind it: 北极理事会轮值主席国芬兰.
func (p *parse) chairs(c *chain) bool {
	return strings.HasSuffix(c.titles[len(c.titles)-1].Office, "主席国") && p.countryAt(c.end) && !p.isSideWord(c.end)
}

// heldThen gives a person the office of a state that stands behind his name, without saying which, if the gazetteer knows him to
// have held it on the entry's day, where it has one: 马克里总统. 主席 alone can be that of many things.
func (p *parse) heldThen(c *chain, m *schema.Mention) {
	e := p.lex.entities[m.Entity]
	if e == nil || len(m.Titles) > 0 || len(c.titles) != 1 || c.titles[0].Status != "" || c.titles[0].Of.Type != "" {
		return
	}
	for _, o := range e.Offices {
		if of := p.lex.entities[o.Of]; of != nil && of.Type == "country" && (p.ctx.Day.IsZero() || o.Held(p.ctx.Day)) && (o.Title == c.titles[0].Office || p.lex.sameOffice(o.Title, c.titles[0].Office)) {
			c.titles[0].Of = p.lex.mention(of, schema.Local{})
			m.Titles = c.titles
			return
		}
	}
}

// firstTitle finds what the office at o is of: the nearest country, organization or place to its left, with nothing but
// the office's own words between (农业, 外交与侨务, 前, 候任).
func (p *parse) firstTitle(o int) chain {
	c := chain{start: o, end: o + 1}
	k, hosts := p.posted(o)
	c.hosts = hosts
	for k > 0 && p.nodes[o].at.Start-p.nodes[k-1].at.Start <= 36 && p.nodes[k-1].at.End == p.nodes[k].at.Start && (p.plain(k-1) || p.between(k-1) || p.nodes[k-1].term(isPrefix) != nil && !p.nodes[k-1].named() || p.aboutCountry(k-1) || k > o-3 && p.numbered(k-1) || p.wordAt(k-1) == "驻" || p.wordAt(k-1) == "常驻") {
		k--
	}
	if k > 0 && p.isHolder(k-1) && p.nodes[k-1].at.End == p.nodes[k].at.Start {
		c.start, c.holder = k-1, p.nodes[k-1].m[0]
		c.holder = p.outer(&c)
		if c.start > 0 && p.nodes[c.start-1].at.End == p.nodes[c.start].at.Start && !p.nodes[c.start-1].named() {
			if t := p.nodes[c.start-1].term(isPrefix); t != nil && (t.status != "current" || p.nodes[c.start-1].word == "时任") { // 前法国总统, 时任法国总统
				c.start--
				if t.status != "current" {
					c.status = t.status
				}
			}
		}
	} else {
		k = p.officeWords(k, o)
		c.start = k
	}
	p.addTitle(&c, k, o)
	return c
}

// numbered reports whether a node is a part of 第一, 第二 or 第三: 第二财政部长.
func (p *parse) numbered(k int) bool {
	switch p.wordAt(k) {
	case "一", "二", "三":
		return p.wordAt(k-1) == "第"
	case "第":
		return p.wordAt(k+1) == "一" || p.wordAt(k+1) == "二" || p.wordAt(k+1) == "三"
	}
	return false
}

// aboutCountry reports whether a country at k is what an office is about, not whose it is: 驻瓦努阿图大使, 叙利亚问题特使.
func (p *parse) aboutCountry(k int) bool {
	if k == 0 || !p.nodes[k].is("country", "organization", "group", "place", schema.TypeRefer) || len(p.nodes[k].m) != 1 {
		return false
	}
	before := p.wordAt(k - 1)
	after := p.wordAt(k + 1)
	return before == "驻" || before == "常驻" || (strings.HasPrefix(after, "事务") || strings.HasPrefix(after, "问题")) && p.isHolder(k-1)
}

// officeWords is where an office without a holder begins: at a prefix or a word that makes it one (卫生 + 部长).
func (p *parse) officeWords(k, o int) int {
	j := o
	if first, _ := utf8.DecodeRuneInString(p.nodes[o].word); o > k && p.nodes[o-1].word == string(first) && (k == 0 || p.nodes[k-1].pos == posPunct) { // 行政法务司司长
		return k
	}
	for j > k && (p.nodes[j-1].term(isPrefix) != nil || p.nodes[j-1].pos == posNoun && utf8.RuneCountInString(p.nodes[j-1].word) <= 4) {
		j--
	}
	return j
}

// addTitle records the office whose words are nodes[k:o+1].
func (p *parse) addTitle(c *chain, k, o int) {
	status := c.status
	for k < o {
		t := p.nodes[k].term(isPrefix)
		if t == nil {
			break
		}
		if t.status != "current" {
			if status = t.status; status == "designate" || status == "acting" { // 当选总统, 代总统 is what he is
				break
			}
			k++
			continue
		}
		if w := p.nodes[k].word; w == "时任" || w == "新任" || w == "现任" || w == "连任" {
			k++
			continue
		}
		break
	}
	holder := c.holder
	if holder.Type == "place" {
		var ok bool
		if k, ok = p.officeOfPlace(k, o); !ok {
			holder = schema.Mention{}
		}
	}
	office := p.slice(k, o) + p.nodes[o].word
	if holder.Type == "" && k+1 < o && (p.wordAt(k) == "驻" || p.wordAt(k) == "常驻") {
		if home := p.lex.entities[schema.Home]; home != nil { // 驻科摩罗大使: the home country's
			holder = p.lex.mention(home, schema.Local{})
		}
	}
	if holder.Type == "" {
		holder = p.impliedHolder(o)
	}
	c.titles = append(c.titles, schema.Title{Of: holder, Office: office, Status: status,
		At: schema.Local{Start: p.nodes[k].at.Start, End: p.nodes[o].at.End}})
}

// nextTitle reads a further office of the same person: 、国家主席, 兼外长, or the country that holds a chair: 轮值主席国克罗地亚总理.
func (p *parse) nextTitle(c *chain) bool {
	k, joined := c.end, false
	if w := p.wordAt(k); w == "、" || w == "兼" || w == "暨" || w == "和" {
		k, joined = k+1, true
	}
	holder, k := p.nextHolder(c, k)
	named := holder.Type != ""
	if w := p.wordAt(k); named && !joined && (strings.HasPrefix(w, "问题") || strings.HasPrefix(w, "事务")) { // 秘书长也门问题特使: the country is a topic
		named, holder = false, schema.Mention{}
	}
	o := p.officeFrom(k)
	if o < 0 || !joined && !named && o > k+1 || joined && named && !p.oneBearer(c, holder) {
		return false
	}
	last := &c.titles[len(c.titles)-1]
	switch {
	case !joined && !named && p.serves(p.nodes[o].word): // 秘书长特使 is no 秘书长
		last.Office = p.text[last.At.Start:p.nodes[o].at.End]
		last.At.End, c.end = p.nodes[o].at.End, o+1
		return true
	case named && !joined && strings.HasSuffix(last.Office, "国") && holder.Type == "country":
		holder.Titles = []schema.Title{*last} // the office is the country's, not the person's
		c.titles = c.titles[:len(c.titles)-1]
	case !named:
		holder = p.sameHolder(c, last.Of, k, o)
	}
	c.holder, c.end = holder, o+1
	p.addTitle(c, k, o)
	return true
}

// nextHolder is whose the office is that begins at node k, if somebody stands there, and the node behind him.
func (p *parse) nextHolder(c *chain, k int) (schema.Mention, int) {
	if k >= len(p.nodes) || !p.isHolder(k) {
		return schema.Mention{}, k
	}
	holder := p.nodes[k].m[0]
	k++
	if k < len(p.nodes) && p.nodes[k].is("organization") && holder.Type == "country" && len(p.nodes[k].m) == 1 {
		country := holder.Entity
		holder = p.nodes[k].m[0]
		if holder.Country == "" {
			holder.Country = country
		}
		k++
	}
	return p.foreignParty(c, holder, k-1), k
}

// officeFrom is the office whose words begin at node k, or -1.
func (p *parse) officeFrom(k int) int {
	o := k
	for o < len(p.nodes) && p.nodes[o].at.End-p.nodes[k].at.Start <= 45 && p.nodes[o].term(isOffice) == nil && (p.plain(o) || p.between(o) || p.nodes[o].term(isPrefix) != nil) {
		o++
	}
	if o >= len(p.nodes) || p.nodes[o].term(isOffice) == nil || p.nodes[o].named() {
		return -1
	}
	return o
}

// oneBearer reports whether an office of another holder behind a joining word can be of the same person: A国总统和B国总理 are
// two.
func (p *parse) oneBearer(c *chain, holder schema.Mention) bool {
	switch p.wordAt(c.end) {
	case "和":
		return false
	case "、":
		return p.sameBearer(c, holder)
	}
	return true
}

// sameHolder is whose the office in nodes[k:o+1] is where the chain names nobody anew: the one before, but what is of the state
// is not of the party.
func (p *parse) sameHolder(c *chain, last schema.Mention, k, o int) schema.Mention {
	holder, office := c.holder, p.nodes[o].term(isOffice)
	if holder.Type == "" {
		holder = last
	}
	if party := partyOf(holder); party != "" && holder.Country != schema.Home { // 中央政治局委员、国际部部长: of the party
		holder = p.partyOrgan(party, "", holder.Country, schema.Local{})
	}
	if state := p.lex.entities[holder.Country]; state != nil && holder.Type == "organization" && holder.Country != schema.Home && stately(office) && !ofParty(p.slice(k, o)+p.nodes[o].word) {
		holder = p.lex.mention(state, schema.Local{}) // 老挝人民革命党中央总书记、国家主席: the latter is of the country
	}
	if holder.Country == schema.Home && strings.HasPrefix(holder.Name, "中共") && (office.status == "foreign" || office.status == "minister") {
		holder = schema.Mention{} // 中共中央政治局委员、外交部长: the gazetteer knows whose minister he is
	}
	if own := p.impliedHolder(o); own.Type != "" && (holder.Country == "" || holder.Country == own.Country) {
		holder = own
	}
	return holder
}

// serves reports whether an office is that of somebody who acts for the bearer of another.
func (p *parse) serves(office string) bool {
	for _, w := range []string{"特使", "特别代表", "私人代表", "助理", "顾问", "发言人", "新闻秘书"} {
		if strings.HasSuffix(office, w) {
			return true
		}
	}
	return false
}

// stately reports whether an office is one of a state, not of a party.
func stately(t *term) bool {
	return t != nil && (t.status == "state" || t.status == "government" || t.status == "parliament")
}

// strange reports whether characters that no word has stand between a holder at i and its office at o.
func (p *parse) strange(i, o int) bool {
	if !p.nodes[i].is("country", "place") || i+1 >= o {
		return false
	}
	for k := i + 1; k < o; k++ {
		if p.nodes[k].pos != posUnknown || p.nodes[k].term(isPrefix) != nil || p.nodes[k].terms != nil {
			return false
		}
	}
	return true
}

// sameBearer reports whether a holder behind 、 can be of the same person: state organs and parties of one country can,
// two countries cannot.
func (p *parse) sameBearer(c *chain, holder schema.Mention) bool {
	a, b := c.holder, holder
	if a.Type == "country" && b.Type == "country" {
		return a.Entity == b.Entity
	}
	return a.Country == "" || b.Country == "" || a.Country == b.Country
}

// countryAt reports whether node i is a country, right behind the node before it.
func (p *parse) countryAt(i int) bool {
	return i > 0 && i < len(p.nodes) && p.nodes[i].is("country") && len(p.nodes[i].m) == 1 && p.nodes[i].at.Start == p.nodes[i-1].at.End
}

// untitled turns titles without a name into a mention of what they are of: 法国总统 acts for 法国, 外交部发言人 for 外交部.
func (p *parse) untitled(c chain) int {
	if c.holder.Type == "leader" && p.nodes[c.start].is("leader") { // a leader's envoy without a name is not the leader
		p.merge(c.start, c.end, node{})
		return c.start
	}
	if c.holder.Type == "" || !p.isHolder(c.start) && !p.isHolder(c.start+1) {
		return c.end - 1
	}
	m := c.holder
	if len(c.titles) > 0 {
		if strings.HasSuffix(c.titles[len(c.titles)-1].Office, "成员国") {
			return c.end - 1
		}
	}
	if c.end-c.start > 1 {
		m.Inside = append(m.Inside, c.holder)
		m.Office, m.Hosts = p.slice(c.start, c.end), c.hosts
		p.merge(c.start, c.end, node{m: p.one(m)})
	}
	return c.start
}
