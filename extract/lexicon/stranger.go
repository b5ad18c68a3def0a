package lexicon

import (
	"strings"
	"unicode/utf8"
)

// Strangers are the runs of characters in a sentence that no word has and that are written as names are, where somebody can
// stand who acts or is spoken to: names that nothing in the sentence introduces.
func (l *Lexicon) Strangers(w Words) []string {
	var out []string
	for i := 0; i < len(w.nodes); i++ {
		if !unknownCharacter(&w.nodes[i]) || i > 0 && unknownCharacter(&w.nodes[i-1]) && w.nodes[i-1].at.End == w.nodes[i].at.Start {
			continue
		}
		j := i + 1
		for j < len(w.nodes) && (unknownCharacter(&w.nodes[j]) || strings.Contains("一二三", w.nodes[j].word)) && w.nodes[j].at.Start == w.nodes[j-1].at.End {
			j++
		}
		if w.standsAlone(i, j) && l.spelledAsName(w.text[w.nodes[i].at.Start:w.nodes[j-1].at.End]) {
			out = append(out, w.text[w.nodes[i].at.Start:w.nodes[j-1].at.End])
		}
		i = j - 1
	}
	return out
}

func unknownCharacter(n *node) bool {
	return n.pos == posUnknown && !n.named() && n.marks&isNamed == 0 && isHan(n.word) && utf8.RuneCountInString(n.word) == 1
}

// standsAlone reports whether nodes[i:j] can be a whole name: it begins a clause, or stands behind a date, a preposition or a
// verb, and no mark joins it to more.
func (w Words) standsAlone(i, j int) bool {
	if j < len(w.nodes) && isMark(w.nodes[j].word) {
		return false
	}
	if i == 0 {
		return true
	}
	before := &w.nodes[i-1]
	switch before.pos {
	case posPunct:
		return !isMark(before.word) && before.word != "《"
	case posPrep, posConj, posVerb, posModal:
		return true
	}
	return before.named() // a date
}

// spelledAsName reports whether characters are a surname with a given name of two, or three to six of those that foreign
// names are written with.
func (l *Lexicon) spelledAsName(s string) bool {
	n := utf8.RuneCountInString(s)
	if n < 3 || n > 6 {
		return false
	}
	if n == 3 && l.names.surnames[firstRunes(s, 1)] || n == 4 && l.names.surnames[firstRunes(s, 2)] {
		return true
	}
	for _, r := range s {
		if !l.names.syllables[r] && !strings.ContainsRune("一二三世", r) {
			return false
		}
	}
	return true
}
