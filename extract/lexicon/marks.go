package lexicon

import "strings"

// marks say what a word can be there for. Those of all words of a sentence say which recognisers have anything to look for in
// it: most have not, and do not look.
type marks uint32

const (
	isNamed    marks = 1 << iota // a gazetteer has the name
	isTrigger                    // of a rule
	isTitle                      // an office
	isTaught                     // the entry may learn a name from it
	isSaying                     // a verb of saying
	isTrace                      // it names somebody, or a recogniser may find somebody by it
	isNumber                     // it begins an amount
	isForm                       // a country by one character
	isMeant                      // a side, a pair or a reference
	isOrgan                      // an organization, or the head of one
	isMeeting                    // likewise
	isTeam                       // likewise
	isFacility                   // likewise
	isGoods                      // likewise, of supplies
	isGroup                      // likewise
	isRole                       // with others it makes an office, or somebody by another's
	isJoint                      // of a name of several parts
	isClosing                    // a mark behind a title
	isSending                    // a verb of sending
	isBuilding                   // a verb of building
	isGiving                     // a verb of giving, or what stands before what is given
)

// everything is where nobody knows the words.
const everything = ^marks(0)

// typed are the marks of names of a type and of its heads.
func typed(typ string) marks {
	switch typ {
	case "organization":
		return isOrgan
	case "meeting":
		return isMeeting
	case "team":
		return isTeam
	case "facility":
		return isFacility
	case "supply":
		return isGoods
	case "group":
		return isGroup
	}
	return 0
}

// signs are the marks of words that recognisers look for by their spelling.
func (l *Lexicon) signs() map[string]marks {
	out := map[string]marks{}
	for m, words := range map[marks][]string{
		isNumber:   {"第", "首批"},
		isRole:     {"长", "代表", "夫人"},
		isJoint:    {"·"},
		isClosing:  {"”", "》"},
		isSending:  {"派", "增", "抽调"},
		isBuilding: buildingVerbs(),
		isGiving:   append(givingVerbs(), "把", "将"),
	} {
		for _, w := range words {
			out[w] |= m
		}
	}
	for c := range l.chars {
		out[c] |= isForm
	}
	return out
}

// marksOf are the marks that a word has by its spelling.
func (l *Lexicon) marksOf(word string) marks {
	m := l.marked[word]
	if startsNumber(word) {
		m |= isNumber
	}
	return m
}

// marksIn are the marks of a word of the dictionary, by its spelling and by what it means.
func (l *Lexicon) marksIn(word string) marks {
	m := l.marksOf(word)
	if strings.Contains(word, "派") {
		m |= isSending
	}
	for _, t := range l.terms[word] {
		switch t.kind {
		case isOffice:
			m |= isTitle
		case isEntity:
			m |= isNamed | typed(l.entities[t.id].Type)
			switch e := l.entities[t.id]; {
			case e.Type == "leader":
				m |= isTaught
			case e.Type == "organization" && strings.HasSuffix(word, assembly):
				m |= isMeeting
			}
		case isHead:
			m |= typed(t.head.Type)
		case isSide, isPair, isReference:
			m |= isMeant
		}
		if l.leavesTrace(&t) {
			m |= isTrace
		}
	}
	if l.placeOnly(word) != "" {
		m &^= isTrace
	}
	return m
}

// leavesTrace reports whether a sentence with a word that is read so can tell something that another sentence needs: whom it
// names, or of which country. Goods, buildings, and what only begins an office's name are of no use to others.
func (l *Lexicon) leavesTrace(t *term) bool {
	switch t.kind {
	case isWord, isUnit, isPrefix:
		return false
	case isEntity:
		return l.entities[t.id].Type != "supply"
	case isHead:
		return t.head.Type != "supply" && t.head.Type != "facility" && t.head.Type != "place"
	}
	return true
}

// placeOnly is the country of a place whose name is nothing else, or "".
func (l *Lexicon) placeOnly(word string) string {
	if terms := l.terms[word]; len(terms) == 1 && terms[0].kind == isEntity && l.entities[terms[0].id].Type == "place" {
		return l.entities[terms[0].id].Country
	}
	return ""
}

// sees reports whether the sentence holds a word with one of the marks.
func (p *parse) sees(m marks) bool { return p.seen&m != 0 }
