package lexicon

import (
	"unicode/utf8"

	"jishi/schema"
)

// findPlaces reads places that no gazetteer has: written like a foreign name and ending in 省, 州 or the like behind a
// country or a word of place (莫桑比克楠普拉省, 在塔巴采卡山区), or behind a verb of arriving (抵达科罗尔).
func findPlaces(p *parse) {
	p.cities()
	p.islands()
	for i := 1; i < len(p.nodes); i++ {
		if p.nodes[i].pos != posUnknown || p.nodes[i].named() || p.nodes[i-1].at.End != p.nodes[i].at.Start {
			continue
		}
		before := &p.nodes[i-1]
		inCountry := before.is("country") && len(before.m) == 1 && !p.isSideWord(i-1)
		if !inCountry && !p.leadsTo(i-1) {
			continue
		}
		foreign := func(j int) bool {
			return j < len(p.nodes) && p.nodes[j].pos == posUnknown && !p.nodes[j].named() && p.nodes[j-1].at.End == p.nodes[j].at.Start && isHan(p.nodes[j].word) && (inCountry || p.allSyllables(p.nodes[j].word)) && p.headAt(j, "place") == nil
		}
		j := i
		for foreign(j) || j > i && p.wordAt(j) == "-" && foreign(j+1) { // 戈尔诺-巴达赫尚州
			j++
		}
		end := j
		if j < len(p.nodes) && j > i && p.nodes[j-1].at.End == p.nodes[j].at.Start && p.headAt(j, "place") != nil {
			end = j + 1
		} else if inCountry && !p.arrives(i-2) || !inCountry && !p.arrives(i-1) || !p.endsPlace(j) || !p.allSyllables(p.slice(i, j)) {
			continue
		}
		if n := utf8.RuneCountInString(p.slice(i, j)); n < 2 || n > 8 {
			continue
		}
		country := ""
		if inCountry {
			country = before.m[0].Entity
		}
		name := p.slice(i, end)
		m := schema.Mention{Type: "place", Entity: unknownID(country, name), Name: name, Country: country, By: "place",
			At: schema.Local{Start: p.nodes[i].at.Start, End: p.nodes[end-1].at.End}}
		p.merge(i, end, node{m: []schema.Mention{m}})
	}
}

// cities makes one mention of a city and the 市 behind it: 洛美市 is written where the gazetteer has 洛美.
func (p *parse) cities() {
	for i := 0; i+1 < len(p.nodes); i++ {
		n := &p.nodes[i]
		if !n.is("place") || len(n.m) != 1 || p.wordAt(i+1) != "市" || n.at.End != p.nodes[i+1].at.Start {
			continue
		}
		m := n.m[0]
		m.At.End = p.nodes[i+1].at.End
		p.merge(i, i+2, node{m: p.one(m)})
	}
}

// islands makes of a country's short name with 岛 behind it an island, which is not that country: 安巴岛.
func (p *parse) islands() {
	const short = 2 // characters
	for i := 0; i+1 < len(p.nodes); i++ {
		n := &p.nodes[i]
		if !n.is("country") || len(n.m) != 1 || p.wordAt(i+1) != "岛" || n.word == n.m[0].Name || utf8.RuneCountInString(n.word) != short || n.at.End != p.nodes[i+1].at.Start {
			continue
		}
		name := p.slice(i, i+2)
		m := schema.Mention{Type: "place", Entity: unknownID("", name), Name: name, By: "place", At: schema.Local{Start: n.at.Start, End: p.nodes[i+1].at.End}}
		p.merge(i, i+2, node{m: []schema.Mention{m}})
	}
}

// leadsTo reports whether the word at i has a place behind it.
func (p *parse) leadsTo(i int) bool {
	switch p.wordAt(i) {
	case "在", "于", "位于", "向", "为", "到", "至", "经", "首都", "港口", "城市", "北部", "南部", "东部", "西部", "中部":
		return true
	}
	return p.arrives(i)
}

// arrives reports whether the word at i is a verb that a place must follow.
func (p *parse) arrives(i int) bool {
	switch p.wordAt(i) {
	case "赴", "抵", "抵达", "飞抵", "到达", "前往", "前去", "飞赴", "赶赴", "奔赴", "开赴", "运抵", "送抵", "飞往", "运往", "首都", "在", "向":
		return true
	}
	return false
}

// endsPlace reports whether a place's name may end before node j: at a mark, the end, or a verb.
func (p *parse) endsPlace(j int) bool {
	if j == len(p.nodes) {
		return true
	}
	switch n := &p.nodes[j]; n.pos {
	case posPunct, posVerb, posConj, posModal:
		return true
	case posFunc:
		return n.word == "等"
	}
	return false
}
