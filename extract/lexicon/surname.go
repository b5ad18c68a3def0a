package lexicon

import (
	"strings"
	"unicode/utf8"
)

// surnamed takes a surname of one or two characters and a given name of one or two, or the whole of a Japanese name up to
// the next word.
func (p *parse) surnamed(i int, country string) int {
	if i >= len(p.nodes) {
		return i
	}
	rest := p.text[p.nodes[i].at.Start:]
	surname := ""
	for _, n := range []int{2, 1} {
		if s := firstRunes(rest, n); p.lex.names.surnames[s] {
			surname = s
			break
		}
	}
	if first := &p.nodes[i]; surname != "" && first.pos != posUnknown && !first.named() && utf8.RuneCountInString(first.word) > utf8.RuneCountInString(surname) && first.pos != posNoun {
		return i // 总书记应约: a word, not one 应 by name
	}
	if surname == "向" && i+1 < len(p.nodes) && p.nodes[i].word == surname && p.nodes[i+1].pos != posUnknown && utf8.RuneCountInString(p.nodes[i+1].word) > 1 {
		return i // 负责人向媒体介绍
	}
	if surname == "" && country == "JP" {
		return p.japanese(i)
	}
	if surname == "" {
		return i
	}
	if country != "" && !strings.Contains(eastern, " "+country+" ") { // 澳大利亚总理陆克文
		return p.plainRun(i)
	}
	longest := utf8.RuneCountInString(surname) + 2
	if second := strings.TrimPrefix(firstRunes(rest, 2), surname); country == "HK" && p.lex.names.surnames[second] {
		longest++ // 林郑月娥: a husband's surname before her own
	}
	if country == "JP" {
		longest = 5
	}
	if strings.HasPrefix(rest, surname+"氏") { // 阮氏金银
		longest++
	}
	j, n := i, 0
	for j < len(p.nodes) && n < longest {
		node := &p.nodes[j]
		w := utf8.RuneCountInString(node.word)
		if j > i && p.nodes[j-1].at.End != node.at.Start || n+w > longest || node.pos == posPunct {
			break
		}
		if n-utf8.RuneCountInString(surname) == 1 && w == 1 && p.endsGiven(j) {
			return j + 1 // 李家超公布, 陆景和主持
		}
		if given := n - utf8.RuneCountInString(surname); given == 0 && begunWith(j, i) && w == 1 && node.pos != posUnknown && node.pos != posPunct && !node.named() && !strings.Contains("的了和与同及等", node.word) &&
			j+1 < len(p.nodes) && p.nodes[j+1].pos == posUnknown && utf8.RuneCountInString(p.nodes[j+1].word) == 1 && isHan(p.nodes[j+1].word) && (j+2 >= len(p.nodes) || p.nodes[j+2].pos != posUnknown) {
			n += 2 // 郝一鸣
			j += 2
			break
		}
		begun := n >= utf8.RuneCountInString(surname)
		given := n - utf8.RuneCountInString(surname)
		if begun && country == "JP" && w == 1 && (node.pos == posFunc && !strings.Contains(particles, node.word) || node.pos == posNoun) {
			n += w
			j++
			continue
		}
		if begun && (node.pos != posUnknown && !(given == 0 && w == 1 && node.pos == posPrep && j+1 < len(p.nodes) && p.nodes[j+1].pos == posUnknown) && !(given == 0 && w <= 2 && (node.pos == posNoun || node.pos == posBoth || w == 1 && j+1 < len(p.nodes) && p.nodes[j+1].pos != posUnknown && node.pos != posPrep && node.pos != posFunc && node.pos != posConj && node.pos != posVerb))) {
			break
		}
		n += w
		j++
	}
	if n < 2 {
		return i
	}
	return j
}

// plainRun takes two or three single characters of which no word is made, up to a verb, a preposition or a mark: the name of
// somebody abroad in Chinese form.
func (p *parse) plainRun(i int) int {
	j := i
	for j < len(p.nodes) && p.nodes[j].pos == posUnknown && !p.nodes[j].named() && isHan(p.nodes[j].word) && utf8.RuneCountInString(p.nodes[j].word) == 1 && (j == i || p.nodes[j].at.Start == p.nodes[j-1].at.End) {
		j++
	}
	if j-i < 2 || j-i > 3 || j < len(p.nodes) && p.nodes[j].pos != posVerb && p.nodes[j].pos != posPrep && p.nodes[j].pos != posConj && p.nodes[j].pos != posPunct {
		return i
	}
	return j
}

// endsGiven reports whether the single character at j, a word by itself, ends a given name: what follows is no such
// character, and a conjunction or preposition is a part of the name only before a verb.
func (p *parse) endsGiven(j int) bool {
	n := &p.nodes[j]
	if n.pos == posUnknown || n.pos == posPunct || n.named() && n.term(isSide) == nil || !isHan(n.word) || strings.Contains("的了等将于向由对为从把被已还也都又在就便称说致赴访抵", n.word) {
		return false
	}
	if j+1 >= len(p.nodes) {
		return true
	}
	next := &p.nodes[j+1]
	if strings.Contains("和与同及跟到", n.word) {
		return next.pos == posVerb && !next.named()
	}
	return next.pos != posUnknown || next.term(isHead) != nil
}

// begunWith reports whether a name that begins at node i has its surname before node j.
func begunWith(j, i int) bool { return j > i }
