package lexicon

import (
	"strings"
	"unicode/utf8"

	"jishi/schema"
)

const (
	digits     = "0123456789"
	magnitudes = "百千万亿"
)

// findAmounts joins a number and its measure word: 30顶, 80多个, 近10万只, 50万新西兰元, and 第三批.
func findAmounts(p *parse) {
	if !p.sees(isNumber) {
		return
	}
	for i := 0; i < len(p.nodes); i++ {
		if p.nodes[i].word == "首批" {
			p.nodes[i].m = []schema.Mention{{Type: schema.TypeAmount, By: "amount", At: p.nodes[i].at, Amount: schema.Amount{Unit: "第批"}, Batch: "1"}}
			p.nodes[i].pos = posName
			continue
		}
		if p.nodes[i].word == "届" && i > 0 && p.nodes[i-1].is(schema.TypeAmount) && p.nodes[i-1].m[0].Amount.Unit == "" { // 十三届
			m := p.nodes[i-1].m[0]
			m.Amount = schema.Amount{Unit: "第届"}
			m.At.End = p.nodes[i].at.End
			p.merge(i-1, i+1, node{m: p.one(m)})
			i--
			continue
		}
		if p.nodes[i].named() || p.nodes[i].marks&isNumber == 0 {
			continue
		}
		if j := p.ordinal(i); j > i {
			continue
		}
		i = max(i, p.amount(i))
	}
}

func startsNumber(w string) bool {
	for _, r := range w {
		if !isNumeral(r) {
			return false
		}
	}
	return w != ""
}

func isNumeral(r rune) bool {
	switch r {
	case '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '零', '〇', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '百', '千', '万', '亿', '两':
		return true
	}
	return false
}

// ordinal reads 第三批, 首批, 第3批 and leaves the number with the node that follows.
func (p *parse) ordinal(i int) int {
	if p.wordAt(i) != "第" {
		return i
	}
	j := i + 1
	for j < len(p.nodes) && startsNumber(p.wordAt(j)) {
		j++
	}
	if j == i+1 || j >= len(p.nodes) {
		return i
	}
	value, _ := p.lex.number(p.slice(i+1, j))
	word := p.wordAt(j)
	if word != "批" && word != "届" && word != "次" && word != "个" && word != "轮" && word != "支" {
		return i
	}
	m := schema.Mention{Type: schema.TypeAmount, By: "amount", Amount: schema.Amount{Unit: "第" + word}}
	if word == "批" {
		m.Batch = value
	}
	m.At = schema.Local{Start: p.nodes[i].at.Start, End: p.nodes[j].at.End}
	p.merge(i, j+1, node{m: p.one(m)})
	return i + 1
}

// amount reads a number at i, with 多, 余 and the unit behind it and 近, 约 before it. The result is the last node that
// needs no further look.
func (p *parse) amount(i int) int {
	j := i
	for j < len(p.nodes) && !p.nodes[j].named() && (startsNumber(p.nodes[j].word) || p.isPoint(j)) {
		j++
	}
	number := p.slice(i, j)
	about := false
	if w := p.wordAt(j); w == "多" || w == "余" || w == "来" || w == "几" {
		about = true
		j++
		for j < len(p.nodes) && p.wordAt(j) != "" && strings.Trim(p.wordAt(j), magnitudes) == "" {
			number += p.nodes[j].word
			j++
		}
	}
	value, ok := p.lex.number(number)
	if !ok {
		return j - 1
	}
	m := schema.Mention{Type: schema.TypeAmount, By: "amount", Amount: schema.Amount{Value: value, About: about}}
	if j < len(p.nodes) {
		if t := p.nodes[j].term(isUnit); t != nil && (!p.nodes[j].named() || t.unit.Currency != "") {
			m.Amount.Unit, m.Amount.Money = t.unit.Zh, t.unit.Currency != ""
			j++
		} else if m.Amount.Unit = p.bareUnit(j); m.Amount.Unit != "" {
			j++
		}
	}
	if m.Amount.Unit == "" && utf8.RuneCountInString(number) == 1 && !strings.Contains(digits, number) {
		return j - 1 // 一, 两: too common to be a quantity by themselves
	}
	start := i
	if w := p.wordAt(i - 1); w == "数" || w == "上" && strings.Trim(number, "百千万亿十") == "" { // 数百万: nobody says how many
		start, m.Amount.About, m.Amount.Value = i-1, true, ""
	} else if w == "近" || w == "约" || w == "逾" || w == "超" || w == "超过" {
		start, m.Amount.About = i-1, true
	}
	m.At = schema.Local{Start: p.nodes[start].at.Start, End: p.nodes[j-1].at.End}
	p.merge(start, j, node{m: p.one(m)})
	return start
}

// bareUnit is a measure word that is a single unknown character.
func (p *parse) bareUnit(j int) string {
	switch w := p.wordAt(j); w {
	case "名", "位", "人", "国":
		return w
	}
	return ""
}

// isPoint reports whether node j is a decimal point or a thousands separator between two numbers.
func (p *parse) isPoint(j int) bool {
	w := p.nodes[j].word
	return (w == "." || w == "点" || w == ",") && j > 0 && startsNumber(p.wordAt(j-1)) && startsNumber(p.wordAt(j+1)) &&
		p.nodes[j-1].at.End == p.nodes[j].at.Start && p.nodes[j].at.End == p.nodes[j+1].at.Start
}
