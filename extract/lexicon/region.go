package lexicon

import (
	"slices"
	"strings"

	"jishi/schema"
)

// findRegions reads provinces, states and cities that act themselves, through their governments: 海南省向汤加捐赠净水设备,
// 同圣保罗州签署协议. Where something only happens there the place stays one.
func findRegions(p *parse) {
	for i := len(p.nodes) - 1; i >= 0; i-- { // from the end: of a row the last one shows that all act
		if !p.isRegion(i) {
			continue
		}
		if p.wordAt(i+1) == "方面" {
			p.actsItself(i, i+2)
		} else if p.regionMayAct(i) && (p.regionActs(i+1) || p.rowActs(i)) {
			p.actsItself(i, i+1)
		}
	}
}

// isRegion reports whether node i is a place of a known country, and no bare capital, which stands for the state: 同明斯克签署.
func (p *parse) isRegion(i int) bool {
	n := &p.nodes[i]
	if !n.is("place") || len(n.m) != 1 || n.m[0].Country == "" || n.terms == nil && n.m[0].By != "place" { // 宁夏有关负责人 is more than the name
		return false
	}
	return !p.lex.capitals[n.m[0].Entity] || strings.HasSuffix(n.word, "市")
}

// rowActs reports whether behind the region at i another one follows that acts: 四川省、重庆市向….
func (p *parse) rowActs(i int) bool {
	switch p.wordAt(i + 1) {
	case "、", "和", "与", "及", "以及":
		return i+2 < len(p.nodes) && p.nodes[i+2].is("organization") && p.nodes[i+2].m[0].By == schema.ByRegion
	}
	return false
}

// regionActs reports whether the words from node i on are those of a deed: an adverb or a modal, to or with whom, a verb that
// a rule waits for.
func (p *parse) regionActs(i int) bool {
	for k := i; k < len(p.nodes) && k < i+4; k++ {
		n := &p.nodes[k]
		switch {
		case n.is(schema.TypeDate):
			continue
		case n.named():
			return false
		case slices.Contains(takesPlace(), n.word):
			return false
		case n.pos == posModal:
			return true
		case n.marks&isTrigger != 0 && n.pos == posVerb:
			return true
		case n.word == "将" && k+1 < len(p.nodes) && !p.nodes[k+1].named(): // 今年将为老挝新建
			continue
		case n.pos == posPrep:
			return k+1 < len(p.nodes) && (p.nodes[k+1].named() || p.nodes[k+1].word == "其") && slices.Contains(partnerWords(), n.word) && !slices.Contains(takesPlace(), p.wordAt(k+2))
		case n.pos == posAdverb || slices.Contains(beforeVerbs(), n.word):
			continue
		}
		return false
	}
	return false
}

// beforeVerbs are the function words that stand before the verb of who acts.
func beforeVerbs() []string {
	return []string{"将", "已", "已经", "也", "都", "还", "又", "再", "才", "不", "未", "曾", "曾经", "没有", "从未", "并未", "尚未", "未曾", "不会", "仍", "一直", "始终",
		"继续", "即将", "正", "正在", "将要", "也将", "还将", "先后", "随后", "此后", "此前", "当日", "当天", "日前", "近日", "今后", "目前", "方面"}
}

// takesPlace are verbs of what happens at a place, whoever does it, and what follows one in a name: 驻上海总领事, 新疆援鄂医疗队.
func takesPlace() []string {
	return []string{"举行", "召开", "发生", "开幕", "闭幕", "会晤", "会谈", "会见", "访问", "援", "驻", "常驻"}
}

// partnerWords are the prepositions before whom something is done to or with.
func partnerWords() []string { return []string{"向", "给", "对", "为", "同", "与", "和", "跟"} }

// regionMayAct reports whether what stands before node i leaves it who acts, or with whom: a mark, a date, an adverb, a verb of
// saying, asking or receiving, a preposition of partners.
func (p *parse) regionMayAct(i int) bool {
	if i > 0 && p.countryAt(i-1) || i > 0 && p.nodes[i-1].is("country") && p.nodes[i-1].at.End == p.nodes[i].at.Start {
		i--
	}
	if i == 0 {
		return true
	}
	if w := p.wordAt(i - 1); i > 1 && (w == "、" || w == "和" || w == "与" || w == "及" || w == "以及") && p.nodes[i-2].is("place") { // 在北京、河北
		return p.regionMayAct(i - 2)
	}
	n := &p.nodes[i-1]
	switch {
	case n.is(schema.TypeDate), n.marks&isSaying != 0:
		return true
	case n.named():
		return false
	case isPunct(n.word):
		return !strings.Contains("《（(·", n.word)
	}
	switch n.word {
	case "由", "希望", "请", "呼吁", "邀请", "要求", "建议", "支持", "感谢", "收到", "接收", "接受", "获得", "得到", "和", "与", "同", "跟", "及", "以及":
		return true
	}
	return n.pos == posAdverb
}

// actsItself makes nodes[i:j] a government's mention, with the country before it.
func (p *parse) actsItself(i, j int) {
	place := p.nodes[i].m[0]
	m := place
	m.Type, m.Name, m.By, m.Inside = "organization", p.fullRegion(i), schema.ByRegion, p.one(place)
	m.Entity = unknownID(m.Country, m.Name)
	if i > 0 && p.nodes[i-1].is("country") && p.nodes[i-1].m[0].Entity == m.Country && p.nodes[i-1].at.End == p.nodes[i].at.Start {
		i--
		m.At.Start = p.nodes[i].at.Start
	}
	p.merge(i, j, node{m: p.one(m)})
}

// fullRegion is the name of the place at node i with its kind: 海南省 for 海南, 海口市 as the text has it.
func (p *parse) fullRegion(i int) string {
	m, word := p.nodes[i].m[0], p.nodes[i].word
	if endsAny(word, "省", "市", "州", "自治区", "大区") || !strings.HasPrefix(m.By, "extract") {
		return p.slice(i, i+1)
	}
	if e := p.lex.entities[m.Entity]; e != nil {
		for _, a := range e.Aliases {
			if strings.HasPrefix(a, m.Name) && endsAny(a, "省", "市", "自治区") {
				return a
			}
		}
	}
	return m.Name
}
