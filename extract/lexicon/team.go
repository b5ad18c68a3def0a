package lexicon

import (
	"strings"

	"jishi/schema"
)

// findTeams reads teams of experts and delegations: a country, a batch, modifiers and the head.
func findTeams(p *parse) {
	for i := 0; p.sees(isTeam) && i < len(p.nodes); i++ {
		h := p.headAt(i, "team")
		if h == nil {
			continue
		}
		j, toward := p.teamBegin(i)
		if j == i && !h.Bare && !p.sent(i) && !p.countedBehind(i) {
			continue
		}
		p.teamTo(j, i+1, toward)
		i = j
	}
	if p.sees(isSending) {
		p.dispatched()
	}
	if p.sees(isNumber) {
		p.crews()
	}
}

// teamBegin is the first node of the name of a team whose head is node i, and the country that the name says it goes to.
func (p *parse) teamBegin(i int) (j int, toward string) {
	j = p.begin(i, func(j int) bool {
		n := &p.nodes[j]
		return p.plain(j) && n.word != "安排" || p.between(j) || n.is("country", "organization", "place", "group") && len(n.m) == 1 ||
			n.is(schema.TypeAmount) || n.is("team") && n.m[0].Country == "" || j == i-1 && n.is("supply") && (strings.HasSuffix(n.word, "医院") || strings.HasPrefix(p.wordAt(i), "专家") || strings.HasPrefix(p.wordAt(i), "技师") || strings.HasPrefix(p.wordAt(i), "工程师") || strings.HasPrefix(p.wordAt(i), "技术员")) // 疫苗专家
	})
	j = p.trimLeft(j, i)
	for k := i - 1; k >= j; k-- {
		if p.nodes[k].is("country", "organization", "group") {
			j = k
			break
		}
	}
	if k := i - 1; k > 0 && p.wordAt(k-1) == "援" && p.nodes[k].is(schema.TypeRefer) && len(p.nodes[k].m) == 1 { // 援科医疗队
		if c := p.sideOf(p.nodes[k].m[0]); c != nil {
			p.nodes[k].m = []schema.Mention{*c}
			j = k
		}
	}
	if j > 0 && p.nodes[j].is("country") && (p.wordAt(j-1) == "援" || p.wordAt(j-1) == "援助" || p.wordAt(j-1) == "赴" || p.wordAt(j-1) == "驻") {
		toward = p.nodes[j].m[0].Entity
		for j--; j > 0 && (p.plain(j-1) || p.nodes[j-1].is(schema.TypeAmount) || p.nodes[j-1].is("country", "organization", "place")); j-- {
			if p.nodes[j].is("country", "organization", "place") {
				break
			}
		}
	}
	return j, toward
}

// sent reports whether a general word for persons stands where only those who are sent can stand: 派医生, 15名医生.
func (p *parse) sent(i int) bool {
	switch p.wordAt(i - 1) {
	case "派", "派出", "派遣", "选派", "增派", "组派", "安排":
		return true
	case "的": // 派往加纳的教官
		for k := i - 2; k > 0 && k >= i-3 && p.nodes[k].is("country", "place"); k-- {
			if w := p.wordAt(k - 1); w == "派往" || w == "派赴" || w == "派驻" || w == "派到" || w == "派去" {
				return true
			}
		}
	}
	return i > 0 && p.nodes[i-1].is(schema.TypeAmount) && personUnit(p.nodes[i-1].m[0].Amount.Unit)
}

// countedBehind reports whether the number of the persons at i stands behind them: 工兵30人.
func (p *parse) countedBehind(i int) bool {
	return i+1 < len(p.nodes) && p.nodes[i+1].is(schema.TypeAmount) && personUnit(p.nodes[i+1].m[0].Amount.Unit) && p.nodes[i+1].at.Start == p.nodes[i].at.End
}

// team makes a team of nodes[i:j].
func (p *parse) team(i, j int) { p.teamTo(i, j, "") }

// teamTo makes a team of nodes[i:j], whose name says to which country it goes.
func (p *parse) teamTo(i, j int, toward string) {
	at := schema.Local{Start: p.nodes[i].at.Start, End: p.nodes[j-1].at.End}
	m := schema.Mention{Type: "team", At: at, By: "team", Toward: toward}
	for k := i; k < j; k++ {
		n := &p.nodes[k]
		switch {
		case n.is(schema.TypeAmount) && n.m[0].Batch != "":
			m.Batch = n.m[0].Batch

		case n.is(schema.TypeAmount) && personUnit(n.m[0].Amount.Unit):
			m.Amount = n.m[0].Amount
		case k == i && n.is("country", "organization", "group"):
			m.Country, m.Inside = n.m[0].Country, n.m
		case k == i && toward != "" && n.is("place"): // 福建省援马拉维医疗队
			m.Country = n.m[0].Country
		}
	}
	for i < j-1 && p.nodes[i].is(schema.TypeAmount) && p.nodes[i].m[0].Batch == "" { // the number is no part of the name
		i++
		at.Start = p.nodes[i].at.Start
	}
	m.Name = p.slice(i, j)
	m.At = at
	m.Entity = unknownID(m.Country, m.Name)
	p.merge(i, j, node{m: p.one(m)})
}

func personUnit(u string) bool { return u == "名" || u == "人" || u == "位" }
