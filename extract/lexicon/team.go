package lexicon

import (
	"strings"
	"unicode/utf8"

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
		p.team(j, i+1)
		p.nodes[j].m[0].Toward = toward
		i = j
	}
	if p.sees(isSending) {
		p.dispatched()
	}
}

// teamBegin is the first node of the name of a team whose head is node i, and the country that the name says it goes to.
func (p *parse) teamBegin(i int) (j int, toward string) {
	j = p.begin(i, func(j int) bool {
		n := &p.nodes[j]
		return p.plain(j) && n.word != "安排" || p.between(j) || n.is("country", "organization", "place", "group") && len(n.m) == 1 ||
			n.is(schema.TypeAmount) || n.is("team") && n.m[0].Country == "" || j == i-1 && n.is("supply") && (strings.HasSuffix(n.word, "医院") || strings.HasPrefix(p.wordAt(i), "专家")) // 疫苗专家
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
	if j > 0 && p.nodes[j].is("country") && (p.wordAt(j-1) == "援" || p.wordAt(j-1) == "赴" || p.wordAt(j-1) == "驻") {
		toward = p.nodes[j].m[0].Entity
		for j--; j > 0 && (p.plain(j-1) || p.nodes[j-1].is(schema.TypeAmount) || p.nodes[j-1].is("country", "organization")); j-- {
			if p.nodes[j].is("country", "organization") {
				break
			}
		}
	}
	return j, toward
}

// dispatched takes for a team whoever is counted, or is of a trade, behind a verb of sending: 派出8名农艺师, 派遣军医.
func (p *parse) dispatched() {
	for i := 0; i+1 < len(p.nodes); i++ {
		if w := p.wordAt(i); w == "" || !strings.Contains(w, "派") && w != "增" && w != "抽调" {
			continue
		}
		j := i + 1
		if w := p.wordAt(j); w == "了" || w == "过" || w == "的" {
			j++
		}
		first := j
		for j < len(p.nodes) && p.nodes[j].is(schema.TypeAmount) {
			j++
		}
		counted := j > first && personUnit(p.nodes[j-1].m[0].Amount.Unit)
		end := p.crew(j)
		for end < len(p.nodes) && !p.nodes[end].named() && (p.plain(end) || p.nodes[end].pos == posPerson) && p.nodes[end].at.End-p.nodes[j].at.Start <= 36 && (end == j || p.nodes[end-1].at.End == p.nodes[end].at.Start) {
			end++
		}
		if end == j || !counted && !p.ofTrade(p.nodes[end-1].word) || p.nodes[end-1].pos == posPerson && !counted && !strings.HasSuffix(p.nodes[end-1].word, "人员") {
			continue
		}
		if utf8.RuneCountInString(p.slice(j, end)) < 2 {
			continue
		}
		p.team(first, end)
	}
}

// crew is the node after what ends in 人员 or the like within eight words from j, whatever stands before it (心理援助人员); j
// where there is none.
func (p *parse) crew(j int) int {
	for k := j; k < len(p.nodes) && k < j+8; k++ {
		if p.nodes[k].named() || p.nodes[k].pos == posPunct || p.nodes[k].pos == posPrep || p.nodes[k].pos == posFunc {
			return j
		}
		if w := p.nodes[k].word; k > j && (strings.HasSuffix(w, "人员") || strings.HasSuffix(w, "专家") || strings.HasSuffix(w, "小组") || strings.HasSuffix(w, "顾问")) {
			return k + 1
		}
	}
	return j
}

// ofTrade reports whether a word ends as the names of trades do.
func (p *parse) ofTrade(w string) bool {
	for _, last := range []string{"员", "师", "医", "兵", "专家", "顾问", "教官", "教练", "护士", "技工", "教授", "教师", "讲师", "小组", "分队", "医组", "检验组", "护理队"} {
		if strings.HasSuffix(w, last) {
			return true
		}
	}
	return false
}

// sent reports whether a general word for persons stands where only those who are sent can stand: 派医生, 15名医生.
func (p *parse) sent(i int) bool {
	switch p.wordAt(i - 1) {
	case "派", "派出", "派遣", "选派", "增派", "组派", "安排":
		return true
	}
	return i > 0 && p.nodes[i-1].is(schema.TypeAmount) && personUnit(p.nodes[i-1].m[0].Amount.Unit)
}

// countedBehind reports whether the number of the persons at i stands behind them: 工兵30人.
func (p *parse) countedBehind(i int) bool {
	return i+1 < len(p.nodes) && p.nodes[i+1].is(schema.TypeAmount) && personUnit(p.nodes[i+1].m[0].Amount.Unit) && p.nodes[i+1].at.Start == p.nodes[i].at.End
}

func (p *parse) team(i, j int) {
	at := schema.Local{Start: p.nodes[i].at.Start, End: p.nodes[j-1].at.End}
	m := schema.Mention{Type: "team", At: at, By: "team"}
	for k := i; k < j; k++ {
		n := &p.nodes[k]
		switch {
		case n.is(schema.TypeAmount) && n.m[0].Batch != "":
			m.Batch = n.m[0].Batch

		case n.is(schema.TypeAmount) && personUnit(n.m[0].Amount.Unit):
			m.Amount = n.m[0].Amount
		case k == i && n.is("country", "organization", "group"):
			m.Country, m.Inside = n.m[0].Country, n.m
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
