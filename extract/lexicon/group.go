package lexicon

import (
	"strings"

	"jishi/schema"
)

// findGroups reads countries and organizations by number or kind: 80多个国家, 16个西亚北非地区国家, 25国, 4个国际组织, 其他国家.
func findGroups(p *parse) {
	if !p.sees(isGroup | isNumber | isMeant | isForm) {
		return
	}
	for i := 0; i < len(p.nodes); i++ {
		if p.nodes[i].is(schema.TypeAmount) {
			p.countedGroup(i)
			continue
		}
		if p.headAt(i, "group") == nil {
			continue
		}
		j := p.begin(i, func(j int) bool {
			return p.plain(j) || p.between(j) || p.nodes[j].is("place", "group", "organization") && len(p.nodes[j].m) == 1
		})
		j = p.trimLeft(j, i)
		if strings.HasSuffix(p.wordAt(i), "国") && p.countryAt(i+1) { // 邻国马里
			m := p.nodes[i+1].m
			p.merge(i, i+2, node{m: m})
			continue
		}
		if j == i && !p.headAt(i, "group").Bare {
			continue
		}
		p.group(j, i+1, schema.Amount{})
		i = j
		if i > 0 && p.nodes[i-1].is(schema.TypeAmount) {
			before := len(p.nodes)
			p.countedGroup(i - 1)
			i -= before - len(p.nodes)
		}
	}
	p.kindsOfGroup()
}

// countedGroup reads an amount of countries or organizations at i.
func (p *parse) countedGroup(i int) {
	a := p.nodes[i].m[0].Amount
	if a.Money || a.Value == "" {
		return
	}
	if a.Unit == "国" {
		p.group(i, i+1, a)
		return
	}
	if a.Unit != "个" && a.Unit != "" || i+1 >= len(p.nodes) {
		return
	}
	j := i + 1
	for j < len(p.nodes) && p.nodes[j].at.Start-p.nodes[i].at.End <= reach && (p.plain(j) && p.headAt(j, "group") == nil || p.nodes[j].is("place", "organization") && !p.endsGroup(j)) {
		j++
	}
	if j < len(p.nodes) && (p.headAt(j, "group") != nil || p.nodes[j].is("group") && p.nodes[j].m[0].Amount.Value == "" || p.nodes[j].is("country") && j == i+1) {
		p.group(i, j+1, a)
	}
}

func (p *parse) endsGroup(j int) bool {
	w := p.nodes[j].word
	return strings.HasSuffix(w, "国家") || strings.HasSuffix(w, "组织")
}

func (p *parse) group(i, j int, a schema.Amount) {
	name := p.slice(i, j)
	m := schema.Mention{Type: "group", Entity: unknownID("", name), Name: name, By: "group", Amount: a,
		At: schema.Local{Start: p.nodes[i].at.Start, End: p.nodes[j-1].at.End}}
	for _, t := range p.lex.terms[name] {
		if e := p.lex.entities[t.id]; t.kind == isEntity && e != nil && e.Type == "group" {
			m = p.lex.mention(e, m.At)
			m.Amount = a
		}
	}
	m.Name = name
	for k := i; k < j; k++ {
		for _, inside := range p.nodes[k].m {
			if inside.Type == "organization" {
				m.Inside = append(m.Inside, inside)
			}
		}
	}
	p.merge(i, j, node{m: p.one(m)})
}

// kindsOfGroup joins 发展中国家 + 和其他有需要的国家 no further: each stays a group of its own; what is joined here is a group
// with the words of kind that the gazetteer's name lacks: 广大 + 发展中国家.
func (p *parse) kindsOfGroup() {
	for i := 1; i < len(p.nodes); i++ {
		if p.nodes[i].is("group") && p.whose(i) {
			p.group(i-1, i+1, p.nodes[i].m[0].Amount)
			i--
			continue
		}
		if p.nodes[i].is("group") && (p.wordAt(i-1) == "广大" || p.wordAt(i-1) == "其他" || p.wordAt(i-1) == "有关" || p.nodes[i].m[0].Amount.Value == "" && p.nodes[i-1].pos == posNoun && p.nodes[i-1].at.End == p.nodes[i].at.Start) {
			p.group(i-1, i+1, p.nodes[i].m[0].Amount)
		}
	}
}

// whose reports whether the group at i is that of the organization or the country right before it: 西共体各国, 利比亚邻国.
func (p *parse) whose(i int) bool {
	before := &p.nodes[i-1]
	if len(before.m) != 1 || before.at.End != p.nodes[i].at.Start || p.isSideWord(i-1) {
		return false
	}
	switch p.text[p.nodes[i].at.Start:p.nodes[i].at.End] {
	case "各国", "各成员国", "成员国", "各会员国":
		return before.is("organization")
	case "邻国", "周边邻国", "周边国家":
		return before.is("country")
	}
	return false
}

// findRepresentatives lets those who stand for a party be the party: 埃及和黎巴嫩的卫生官员和专家, 世卫组织代表. A number of
// persons goes with them.
func findRepresentatives(p *parse) {
	for i := 0; i < len(p.nodes); i++ {
		if !p.nodes[i].is("country", "organization", "group") {
			continue
		}
		j := i + 1
		if p.wordAt(j) == "的" {
			j++
		}
		if j < len(p.nodes) && p.nodes[j].is(schema.TypeAmount) && (personUnit(p.nodes[j].m[0].Amount.Unit) || p.nodes[j].m[0].Amount.Unit == "位") {
			j++
		}
		end := p.representatives(j)
		if end == j {
			continue
		}
		m := p.nodes[i].m
		if !p.nodes[i].is("group") && j == i+1 && p.nodes[i].is("country") && strings.Contains("专家学者医生", p.nodes[j].word) {
			continue // 德国专家 is a team of its own
		}
		p.merge(i, end, node{m: m})
	}
}

// representatives gives the node after a run of words for persons who represent.
func (p *parse) representatives(i int) int {
	j, last := i, i
	for j < len(p.nodes) && !p.nodes[j].named() {
		t := p.nodes[j].term(isWord)
		switch {
		case t != nil && t.pos == posPerson:
			j++
			last = j
			continue
		case (p.plain(j) && j == i || p.nodes[j].word == "和" || p.nodes[j].word == "、") && j+1 < len(p.nodes) && p.nodes[j+1].term(isWord) != nil && p.nodes[j+1].term(isWord).pos == posPerson:
			j++
			continue
		}
		break
	}
	if last > i && p.wordAt(last) == "等" {
		last++
	}
	return last
}
