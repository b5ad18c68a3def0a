package lexicon

import (
	"strings"
	"unicode/utf8"

	"jishi/extract/token"
)

// Strangers are the runs of characters in a sentence that no word has and that are written as names are, where somebody can
// stand who acts or is spoken to: names that nothing in the sentence introduces.
func (l *Lexicon) Strangers(w Words) []string {
	var out []string
	for i := 0; i < len(w.pieces); i++ {
		if !w.unknownCharacter(i) || i > 0 && w.unknownCharacter(i-1) && w.adjoins(i) {
			continue
		}
		j := i + 1
		for j < len(w.pieces) && (w.unknownCharacter(j) || strings.Contains("一二三", w.word(j))) && w.adjoins(j) {
			j++
		}
		if name := w.text[w.pieces[i].At.Start:w.pieces[j-1].At.End]; w.standsAlone(i, j) && l.spelledAsName(name) {
			out = append(out, name)
		}
		i = j - 1
	}
	return out
}

// adjoins reports whether nothing lies between a piece and the one before it.
func (w *Words) adjoins(i int) bool { return w.pieces[i].At.Start == w.pieces[i-1].At.End }

// unknownCharacter reports whether a piece is a single Chinese character of which no word is made.
func (w *Words) unknownCharacter(i int) bool {
	switch n := w.pieces[i].Word; {
	case n == aDate:
		return false
	case n >= 0 && (w.lex.words[n].pos != posUnknown || w.lex.words[n].marks&isNamed != 0):
		return false
	}
	word := w.word(i)
	return isHan(word) && utf8.RuneCountInString(word) == 1
}

// standsAlone reports whether pieces[i:j] can be a whole name: it begins a clause, or stands behind a date, a preposition or a
// verb, and no mark joins it to more.
func (w *Words) standsAlone(i, j int) bool {
	if j < len(w.pieces) && isMark(w.word(j)) {
		return false
	}
	if i == 0 {
		return true
	}
	switch before := w.word(i - 1); w.pieces[i-1].Word {
	case aDate:
		return true
	case token.Unknown:
		return isPunct(before) && !isMark(before) && before != "《"
	}
	switch w.lexeme(i - 1).pos {
	case posPrep, posConj, posVerb, posModal:
		return true
	}
	return false
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
