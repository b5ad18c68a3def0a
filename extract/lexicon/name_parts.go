package lexicon

import (
	"strings"
	"unicode/utf8"
)

// beginsMarked reports whether a word at j is the first part of a name of several: 若泽·卡尔德拉, 西亚奥西·芬努亚.
func (p *parse) beginsMarked(j int) bool {
	n := &p.nodes[j]
	if strings.Contains("他她", n.word) { // 他那萨·猜耶
		return p.wordAt(j+1) == "那" && j+3 < len(p.nodes) && isMark(p.nodes[j+3].word)
	}
	if n.pos == posPunct || n.pos == posPrep || n.pos == posVerb || utf8.RuneCountInString(n.word) > 2 || n.term(isSide) != nil || !isHan(n.word) ||
		strings.Contains("的和及与", n.word) || !p.allSyllables(n.word) {
		return false
	}
	for k := j + 1; k < len(p.nodes) && k <= j+4 && p.nodes[k].at.Start == p.nodes[k-1].at.End; k++ {
		if isMark(p.nodes[k].word) {
			return k > j+1 && k+1 < len(p.nodes)
		}
		if p.nodes[k].pos != posUnknown && utf8.RuneCountInString(p.nodes[k].word) > 1 && !p.nodes[k].is("leader") {
			return false
		}
	}
	return false
}

// insideName reports whether 因 at j belongs to a name: no more than two syllables come before it and a name that the
// gazetteers know behind (施泰因巴赫), no more than three and two of no word (斯韦因斯沃尔, 苏因阿加), or what follows gives no reason (查帕盖因说).
func (p *parse) insideName(j, i int) bool {
	if j == i || j+1 >= len(p.nodes) || p.nodes[i].named() {
		return false
	}
	before, next := utf8.RuneCountInString(p.slice(i, j)), &p.nodes[j+1]
	if next.at.Start != p.nodes[j].at.End || before < 1 {
		return false
	}
	switch {
	case before == 2 && next.is("leader") && utf8.RuneCountInString(next.word) == 2:
		return true
	case before <= 3 && p.syllablesOfNoWord(j+1) >= 2:
		return true
	}
	switch next.word {
	case "，", "。", "；", "：", "、", "说", "称", "表示", "指出", "强调", "认为", "宣布", "呼吁", "重申", "通电话", "举行", "会谈", "会晤", "会见", "举行会谈", "举行会晤", "共同", "致信", "致函", "出席":
		return before >= 3
	}
	return false
}

// syllablesOfNoWord counts the characters from node i on, up to the next word, that are syllables of names.
func (p *parse) syllablesOfNoWord(i int) int {
	n := 0
	for k := i; k < len(p.nodes) && p.nodes[k].pos == posUnknown && !p.nodes[k].named() && p.nodes[k].at.Start == p.nodes[k-1].at.End && p.allSyllables(p.nodes[k].word); k++ {
		n += utf8.RuneCountInString(p.nodes[k].word)
	}
	return n
}
