package lexicon

import (
	"slices"
	"strings"
	"unicode/utf8"

	"jishi/schema"
)

// measured takes for supplies what no gazetteer lists but a measure word counts, as only goods are counted: 1.5吨口服补液盐,
// 30辆皮卡; and what stands in a row with supplies: 帐篷和防水布.
func (p *parse) measured() {
	for i := 0; i+1 < len(p.nodes); i++ {
		switch {
		case p.nodes[i].is(schema.TypeAmount) && p.countsThings(p.nodes[i].m[0].Amount, p.given(i)):
			j := p.goods(i + 1)
			if j > i+1 && p.endsGoods(j) {
				p.supply(i+1, j)
				p.quantify(i)
			}
		case i > 0 && (p.wordAt(i-1) == "把" || p.wordAt(i-1) == "将") && p.plain(i):
			j := p.goods(i)
			if j > i && j < len(p.nodes) && strings.HasSuffix(p.wordAt(j), "给") || j > i && j < len(p.nodes) && (p.wordAt(j) == "赠予" || p.wordAt(j) == "赠与" || p.wordAt(j) == "送交") {
				p.supply(i, j)
			}
		case i > 0 && p.gives(i-1) && p.plain(i) && !p.nodes[i].named():
			j := p.goods(i)
			if j > i && (j == len(p.nodes) || p.nodes[j].pos == posPunct || p.wordAt(j) == "等" || p.wordAt(j) == "和" || p.wordAt(j) == "及") {
				p.supply(i, j)
			}
		case i > 1 && p.wordAt(i-1) == "的" && p.gives(i-2) && p.plain(i): // 捐赠的登陆艇
			if j := p.goods(i); j > i && p.endsGift(j) {
				p.supply(i, j)
			}
		case i > 0 && p.nodes[i-1].is("supply") && !p.nodes[i].named() && (p.nodes[i].word == "和" || p.nodes[i].word == "及" || p.nodes[i].word == "以及"):
			j := p.goods(i + 1)
			if j > i+1 && (j == len(p.nodes) || p.nodes[j].pos == posPunct || p.wordAt(j) == "等") {
				p.supply(i+1, j)
			}
		}
	}
}

// endsGift reports whether the name of what was given may end before node j: at a mark, the end, a date, an adverb, or a word for
// what becomes of it.
func (p *parse) endsGift(j int) bool {
	if j == len(p.nodes) || p.nodes[j].is(schema.TypeDate) {
		return true
	}
	switch n := &p.nodes[j]; n.pos {
	case posPunct, posAdverb, posModal, posVerb:
		return !n.named()
	}
	return slices.Contains([]string{"已", "已经", "将", "于", "在", "由", "等", "和", "及"}, p.wordAt(j))
}

// gives reports whether the word at i, or the one before 了 there, is a verb of giving things away.
func (p *parse) gives(i int) bool {
	if p.wordAt(i) == "了" {
		i--
	}
	return slices.Contains(givingVerbs(), p.wordAt(i))
}

func givingVerbs() []string {
	return []string{"捐赠", "赠送", "赠予", "捐出", "援赠", "捐助", "捐献", "转让", "赠与", "捐来", "送来", "运来", "所赠", "所捐"}
}

// given reports whether a verb of giving stands shortly before i: 个 counts anything.
func (p *parse) given(i int) bool {
	for k := i - 1; k >= 0 && k >= i-4; k-- {
		if w := p.wordAt(k); strings.ContainsAny(w, "捐赠送") || w == "援助" {
			return true
		}
	}
	return false
}

// countsThings reports whether an amount's measure word counts what can be given; behind a verb of giving (given) any does
// that counts no persons.
func (p *parse) countsThings(a schema.Amount, given bool) bool {
	if a.Money || a.Value == "" || strings.HasPrefix(a.Unit, "第") || personUnit(a.Unit) || a.Unit == "国" {
		return false
	}
	for _, t := range p.lex.terms[a.Unit] {
		if t.kind == isUnit && (t.unit.Thing || given) {
			return true
		}
	}
	return false
}

// goods is the node after a run of two to ten characters, from i on, that may be the name of a thing.
func (p *parse) goods(i int) int {
	j := i
	if j < len(p.nodes) && p.nodes[j].pos == posVerb && utf8.RuneCountInString(p.nodes[j].word) == 1 { // 打谷机
		j++
	}
	for j < len(p.nodes) && p.plain(j) && (j == i || p.nodes[j-1].at.End == p.nodes[j].at.Start) {
		j++
	}
	if n := utf8.RuneCountInString(p.slice(i, j)); n < 2 || n > 10 || p.nodes[j-1].intangible {
		return i
	}
	for k := i; k < j; k++ {
		device := k < j-1 && p.nodes[k].pos == posBoth && strings.Contains("器机车艇船仪剂素炉灯泵", lastRune(p.nodes[j-1].word)) // 加速器
		if p.nodes[k].term(isHead) != nil || p.nodes[k].term(isOffice) != nil || p.nodes[k].pos == posBoth && !device {
			return i // 120个国家, 3个合作论坛
		}
	}
	return j
}

// endsGoods reports whether the name of a thing may end before node j: not where 的 makes it a modifier, nor where a name
// or a word for persons goes on.
func (p *parse) endsGoods(j int) bool {
	if j == len(p.nodes) {
		return true
	}
	n := &p.nodes[j]
	return !n.named() && n.word != "的" && n.pos != posPerson && n.term(isHead) == nil && !strings.Contains("—·-", n.word)
}
