package lexicon

import (
	"slices"
	"sort"
	"strings"
	"unicode/utf8"

	"jishi/schema"
)

// addSides puts into the dictionary what one-character forms make: 法方, 中法. The latter only for forms that a table has.
func (l *Lexicon) addSides() {
	chars := make([]string, 0, len(l.chars))
	for c := range l.chars {
		chars = append(chars, c)
	}
	sort.Strings(chars)
	for _, c := range chars {
		l.addTerm(c+"方", term{kind: isSide, id: c})
		if word := c + "国"; l.sure(c) && len(l.terms[word]) == 0 && !strings.Contains("新老爱立华保建大", c) { // 洪国, as Hong Kong writes
			l.addTerm(word, term{kind: isSide, id: c})
		}
		if l.sure(c) && c != home {
			l.addTerm(home+c, term{kind: isPair, id: c})
		}
	}
}

// home is the form of the country whose press this is.
const home = "中"

func (l *Lexicon) sure(char string) bool {
	for _, s := range l.chars[char] {
		if !s.guess {
			return true
		}
	}
	return false
}

// findSides reads 法方 and 中法 and the words that refer: 双方, 该国, 他.
func findSides(p *parse) {
	if !p.sees(isMeant | isForm) {
		return
	}
	for i := range p.nodes {
		n := &p.nodes[i]
		if n.named() || n.marks&isMeant == 0 {
			continue
		}
		if t := n.term(isSide); t != nil {
			n.m, n.pos = p.one(p.side(t.id, n.at)), posName
		} else if t := n.term(isPair); t != nil && !p.region(i) {
			first := schema.Local{Start: n.at.Start, End: n.at.Start + len(home)}
			second := schema.Local{Start: first.End, End: n.at.End}
			n.m, n.pos = []schema.Mention{p.side(home, first), p.side(t.id, second)}, posName
		} else if t := n.term(isReference); t != nil && !(strings.HasSuffix(n.word, "区") && i > 0 && (p.nodes[i-1].named() || p.plain(i-1))) { // 厄瓜多尔地震灾区 says whose
			n.m = p.one(schema.Mention{Type: schema.TypeRefer, Name: n.word, At: n.at, By: "reference", Refer: schema.Reference{Kind: t.id}})
			n.pos = posName
		}
	}
	for i := 0; i+1 < len(p.nodes); i++ {
		if p.nodes[i].marks&isForm != 0 && (p.officeOfSide(i) || p.destination(i)) {
			p.nodes[i].m, p.nodes[i].pos = []schema.Mention{p.side(p.nodes[i].word, p.nodes[i].at)}, posName
		}
		if t := p.nodes[i].term(isPair); t != nil && len(p.nodes[i].m) == 2 {
			p.thirdSide(i)
		}
	}
}

// region reports whether 中亚 at i is the part of Asia, as it is but before a word for two countries.
func (p *parse) region(i int) bool {
	if p.nodes[i].word != "中亚" {
		return false
	}
	switch p.wordAt(i + 1) {
	case "两国", "双方", "双边", "关系", "友好", "建交":
		return false
	}
	return true
}

// officeOfSide reports whether a country's character at i stands before an office of state: 俄外长, 法总统. 新 and 老 are
// adjectives there.
func (p *parse) officeOfSide(i int) bool {
	n, next := &p.nodes[i], &p.nodes[i+1]
	if n.named() || n.at.End != next.at.Start || n.word == "新" || n.word == "老" || n.word == home {
		return false
	}
	if next.named() && (n.word == "以" || !next.is("organization") || next.m[0].Country != schema.Home) { // 外交部 is the home country's, unless 塞 stands before it
		return false
	}
	if h := next.term(isHead); h != nil && h.head.Type == "organization" && (h.head.Along || h.head.Alone || h.head.ID == "red-cross") && utf8.RuneCountInString(next.word) > 1 {
		return true // 科政府, 塔外交部, 卢红会
	}
	if next.named() {
		return false
	}
	t := next.term(isOffice)
	return t != nil && (stately(t) || t.status == "foreign" || t.status == "minister")
}

// destination reports whether a country's character at i stands behind a verb that must have a country: 赴巴, 访菲.
func (p *parse) destination(i int) bool {
	n := &p.nodes[i]
	if n.named() || n.word == home {
		return false
	}
	switch p.wordAt(i - 1) {
	case "驻":
		next := &p.nodes[i+1]
		return p.plain(i+1) || next.term(isOffice) != nil
	case "来":
		w := p.wordAt(i + 1)
		return w == "访问" || w == "考察" || w == "出席" || w == "进行"
	case "对":
		w := p.wordAt(i + 1)
		return (w == "进行" || w == "展开" || w == "开始" || w == "作" || strings.HasSuffix(w, "访问")) && p.visitBehind(i+1)
	case "赴", "访", "抵", "援":
		next := &p.nodes[i+1]
		return next.pos == posPunct || next.pos == posVerb || next.is("team") || next.term(isHead) != nil && next.term(isHead).head.Type != "place" || next.pos == posFunc
	}
	return false
}

// visitBehind reports whether one of the words from i on is a visit: 对希进行国事访问.
func (p *parse) visitBehind(i int) bool {
	for k := i; k < len(p.nodes) && k < i+5 && p.nodes[k].pos != posPunct; k++ {
		if strings.HasSuffix(p.nodes[k].word, "访问") {
			return true
		}
	}
	return false
}

// thirdSide reads 中日韩: a pair and one more form before 三国, 三方 or 领导人.
func (p *parse) thirdSide(i int) {
	next := p.wordAt(i + 1)
	if !p.lex.sure(next) || !strings.HasPrefix(p.text[p.nodes[i+1].at.End:], "三") && !strings.HasPrefix(p.text[p.nodes[i+1].at.End:], "领导人") {
		return
	}
	m := append(p.nodes[i].m, p.side(next, p.nodes[i+1].at))
	p.merge(i, i+2, node{m: m})
}

// side is the country of a form where there is only one, else a reference that the entry decides.
func (p *parse) side(char string, at schema.Local) schema.Mention {
	all := p.lex.chars[char]
	var among []string
	for _, s := range all {
		if !s.guess {
			among = append(among, s.id)
		}
	}
	if len(all) == 1 && len(among) == 1 {
		return p.lex.mention(p.lex.entities[among[0]], at)
	}
	sureOne := ""
	if len(among) == 1 && !all[0].guess {
		sureOne = among[0]
	}
	for _, s := range all {
		if s.guess {
			among = append(among, s.id)
		}
	}
	return schema.Mention{Type: schema.TypeRefer, Name: p.text[at.Start:at.End], At: at, By: "side",
		Refer: schema.Reference{Kind: schema.ReferSide, Among: among, Default: sureOne}}
}

// sideOf is the country that a one-character form stands for, by those that the entry has named, or
// the sentence before it, or nil.
func (p *parse) sideOf(m schema.Mention) *schema.Mention {
	best, order := m.Refer.Default, -1
	for _, id := range m.Refer.Among {
		if n, ok := p.ctx.countries[id]; ok && (order < 0 || n < order) {
			best, order = id, n
		}
	}
	if order < 0 {
		best = p.sideBefore(m, best)
	}
	e := p.lex.entities[best]
	if e == nil {
		return nil
	}
	found := p.lex.mention(e, m.At)
	return &found
}

// sideBefore is the id of the country among those that m can stand for that the sentence names before it, else usual.
func (p *parse) sideBefore(m schema.Mention, usual string) string {
	for i := range p.nodes {
		if p.nodes[i].at.Start >= m.At.Start {
			break
		}
		for k := range p.nodes[i].m {
			if c := p.nodes[i].m[k].Country; c != "" && slices.Contains(m.Refer.Among, c) {
				return c
			}
		}
	}
	return usual
}
