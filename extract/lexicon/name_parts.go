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

// insideName reports whether 因 at j stands inside a name, of which no more than two syllables come before it and a name that
// the gazetteers know behind: 施泰因巴赫.
func (p *parse) insideName(j, i int) bool {
	return j > i && utf8.RuneCountInString(p.slice(i, j)) == 2 && !p.nodes[i].named() && j+1 < len(p.nodes) && p.nodes[j+1].at.Start == p.nodes[j].at.End &&
		p.nodes[j+1].is("leader") && utf8.RuneCountInString(p.nodes[j+1].word) == 2
}
