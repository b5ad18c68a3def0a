package lexicon

import (
	"strings"
	"unicode/utf8"

	"jishi/schema"
)

// findSupplies joins a supply with the modifiers that the text gives it and with its quantity: 地震监测设备, 30顶帐篷,
// 两万只医用口罩, 一批价值50万美元的药品.
func findSupplies(p *parse) {
	if p.sees(isGoods) {
		p.goodsByHead()
		p.listed()
		p.summedUp()
	}
	if p.sees(isGoods | isNumber | isGiving) {
		p.measured()
		p.trailingQuantities()
		p.compounds()
		p.sharedHeads()
	}
}

// goodsByHead reads the supplies that a gazetteer has, or the head of which it has.
func (p *parse) goodsByHead() {
	for i := 0; i < len(p.nodes); i++ {
		if !p.nodes[i].is("supply") && p.headAt(i, "supply") == nil {
			continue
		}
		for i+1 < len(p.nodes) && (p.nodes[i+1].is("supply") || p.headAt(i+1, "supply") != nil) && p.nodes[i+1].at.Start == p.nodes[i].at.End {
			p.supply(i, i+2) // 防疫 + 物资
		}
		j := p.begin(i, func(j int) bool {
			return p.plain(j) || p.nodes[j].is("supply")
		})
		if j < i && p.nodes[j].term(isUnit) != nil && strings.Contains("多数几各一两这那该此", lastRune(p.wordAt(j-1))) { // 多批物资
			j++
		}
		if j < i {
			p.supply(j, i+1)
			i = j
		} else if !p.nodes[i].is("supply") {
			if h := p.headAt(i, "supply"); h == nil || !h.Bare {
				continue
			}
			p.supply(i, i+1)
		}
		if i > 0 && p.nodes[i-1].is(schema.TypeAmount) {
			if p.quantify(i - 1) {
				i--
			}
		}
	}
}

// summedUp reads what 等物资 sums up: 食水、床褥等物资.
func (p *parse) summedUp() {
	for e := 1; e+1 < len(p.nodes); e++ {
		if p.wordAt(e) != "等" || !p.nodes[e+1].is("supply") {
			continue
		}
		for end := e; end > 0 && p.plain(end-1); {
			j := end
			for j > 0 && p.plain(j-1) && p.nodes[j-1].at.End == p.nodes[j].at.Start && p.nodes[end-1].at.End-p.nodes[j-1].at.Start <= 24 {
				j--
			}
			if utf8.RuneCountInString(p.slice(j, end)) < 2 || j == 0 || p.nodes[j-1].pos == posFunc && p.nodes[j-1].word == "的" {
				break
			}
			e -= end - j - 1
			p.supply(j, end)
			if p.wordAt(j-1) != "、" {
				break
			}
			end = j - 1
		}
	}
}

// lastRune is the last character of a word, or a character that no word has.
func lastRune(w string) string {
	if w == "" {
		return "\x00"
	}
	_, size := utf8.DecodeLastRuneInString(w)
	return w[len(w)-size:]
}

// compounds takes back a supply that only begins the name of something else: 食品安全, 大米种植技术. Whatever is given ends
// its own name.
func (p *parse) compounds() {
	for i := len(p.nodes) - 2; i >= 0; i-- {
		n, next := &p.nodes[i], &p.nodes[i+1]
		if !n.is("supply") || len(n.m) != 1 || n.m[0].Amount.Value != "" || next.named() || next.at.Start != n.at.End {
			continue
		}
		if t := next.term(isWord); t != nil && (t.pos == posNoun || t.pos == posBoth) && !strings.Contains(aboutSupplies, " "+next.word+" ") {
			n.m, n.pos = nil, posNoun
		}
	}
}

// aboutSupplies are nouns that stand behind a thing without making another thing of it: 物资全部运抵.
const aboutSupplies = " 全部 全体 有关 相关 国内 首都 "

// listed reads what stands in a list with supplies as one of them: 防护服、体温监测仪等物资, 家用储水桶、帐篷.
func (p *parse) listed() {
	for i := 1; i+1 < len(p.nodes); i++ {
		if p.nodes[i].word != "、" || p.nodes[i].named() {
			continue
		}
		if p.nodes[i-1].is("supply") && p.plain(i+1) { // … 、 X 等 | 、 | 和
			j := i + 1
			for j < len(p.nodes) && p.plain(j) && p.nodes[j].at.End-p.nodes[i+1].at.Start <= 24 {
				j++
			}
			if w := p.wordAt(j); j > i+1 && (w == "等" || w == "、" || w == "和" || w == "及" || w == "以及") && p.nodes[j-1].at.End-p.nodes[i+1].at.Start >= 6 {
				p.supply(i+1, j)
			}
		}
	}
}

func (p *parse) supply(i, j int) {
	name := p.slice(i, j)
	at := schema.Local{Start: p.nodes[i].at.Start, End: p.nodes[j-1].at.End}
	var amount schema.Amount
	if p.nodes[i].is("supply") && p.nodes[i].m[0].At.Start > at.Start { // 三套渔船 + 定位设备: the number is no part of the name
		amount, at.Start = p.nodes[i].m[0].Amount, p.nodes[i].m[0].At.Start
		name = p.text[at.Start:at.End]
	}
	m := schema.Mention{Type: "supply", Entity: unknownID("", name), Name: name, At: at, By: "supply"}
	found := false
	for _, t := range p.lex.terms[name] {
		if e := p.lex.entities[t.id]; t.kind == isEntity && e != nil && e.Type == "supply" {
			m, found = p.lex.mention(e, at), true
			m.Name = name
		}
	}
	if !found && p.nodes[j-1].is("supply") { // with modifiers of its own: the id of the general thing
		m.Entity = p.nodes[j-1].m[0].Entity
	}
	m.Amount = amount
	p.merge(i, j, node{m: p.one(m)})
}

// quantify lets the amount at i belong to the supply behind it. 一批 is a quantity without a number worth keeping.
func (p *parse) quantify(i int) bool {
	m := p.nodes[i+1].m[0]
	a := p.nodes[i].m[0].Amount
	if p.nodes[i].m[0].Batch != "" { // 第二批物资
		m.Batch = p.nodes[i].m[0].Batch
		p.merge(i, i+2, node{m: p.one(m)})
		return true
	}
	if a.Money || strings.HasPrefix(a.Unit, "第") || personUnit(a.Unit) || a.Unit == "国" {
		return false
	}
	m.Amount = a
	p.merge(i, i+2, node{m: p.one(m)})
	return true
}

// trailingQuantities reads 口罩10万只.
func (p *parse) trailingQuantities() {
	for i := 0; i+1 < len(p.nodes); i++ {
		if p.nodes[i].is("supply") && p.nodes[i].m[0].Amount.Value == "" && p.nodes[i+1].is(schema.TypeAmount) {
			a := p.nodes[i+1].m[0].Amount
			next := ""
			if i+2 < len(p.nodes) {
				next = p.nodes[i+2].word
			}
			if a.Money || a.Unit == "" || personUnit(a.Unit) || strings.HasPrefix(a.Unit, "第") || next != "" && !strings.Contains("，、；。和及等”）", next) {
				continue
			}
			m := p.nodes[i].m[0]
			m.Amount = a
			p.merge(i, i+2, node{m: p.one(m)})
		}
	}
}

// sharedHeads completes 医疗救治、防护物资: what stands before the mark lacks the head of what follows.
func (p *parse) sharedHeads() {
	for i := len(p.nodes) - 1; i >= 2; i-- {
		if !p.nodes[i].is("supply") || p.nodes[i-1].word != "、" || p.nodes[i-2].named() || !p.plain(i-2) && p.nodes[i-2].pos != posVerb {
			continue
		}
		head := p.headOf(p.nodes[i].m[0].Name)
		if head == "" {
			continue
		}
		j := p.begin(i-1, func(j int) bool { return p.plain(j) || j == i-2 })
		if j == i-1 || p.nodes[i-1].at.Start-p.nodes[j].at.Start > 18 || p.nodes[j].at.Start > 0 && j > 0 && p.nodes[j-1].pos == posPrep {
			continue
		}
		m := schema.Mention{Type: "supply", By: "shared head", At: schema.Local{Start: p.nodes[j].at.Start, End: p.nodes[i-2].at.End}}
		m.Name = p.slice(j, i-1) + head
		m.Entity = unknownID("", m.Name)
		for _, t := range p.lex.terms[m.Name] {
			if t.kind == isEntity {
				m.Entity = t.id
			}
		}
		p.merge(j, i-1, node{m: p.one(m)})
		i = j + 2
	}
}

// headOf is the general word that a supply's name ends in.
func (p *parse) headOf(name string) string {
	for _, h := range []string{"物资", "设备", "用品", "器械", "药品", "疫苗"} {
		if strings.HasSuffix(name, h) && name != h {
			return h
		}
	}
	return ""
}
