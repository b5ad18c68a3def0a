package lexicon

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"jishi/schema"
)

// nameForms is what the recognisers of unknown names go by.
type nameForms struct {
	syllables map[rune]bool   // characters of transliterated names
	surnames  map[string]bool // Chinese, Korean and Vietnamese
}

// eastern are the countries whose names are written with a surname of one or two characters first.
const eastern = " CN TW HK MO KR KP VN SG JP MY "

func (l *Lexicon) formsOfNames() nameForms {
	f := nameForms{syllables: map[rune]bool{}, surnames: map[string]bool{}}
	for _, r := range l.nameRecords {
		for _, s := range r.Words {
			if r.Form == "surname" {
				f.surnames[s] = true
				continue
			}
			for _, c := range s {
				f.syllables[c] = true
			}
		}
	}
	return f
}

// nameForm is one way in which the press writes names.
type nameForm struct {
	Name string
	Doc  string
	Find func(p *parse, i int, country string) int // the node after the name that begins at i, or i
}

// forms are tried in this order at the place where a title ends.
func forms() []nameForm {
	return []nameForm{
		{"transliteration", "哈桑·图拉比, 林德奎斯特", (*parse).transliterated},
		{"surname", "黎文雄, 朴成焕, 马晓伟", (*parse).surnamed},
		{"unknown characters", "a run of characters that are no words, up to the next word", (*parse).unknownRun},
	}
}

// transliterated takes a run of syllables, with the marks that join parts of a name. Words of the dictionary end it,
// unless they are names of the gazetteers within a run (马里 in 马里诺).
func (p *parse) transliterated(i int, country string) int {
	if strings.Contains(eastern, " "+country+" ") && country != "SG" && country != "MY" {
		return i
	}
	if p.namesake(i, country) {
		return i + 1
	}
	j := i
	for j < len(p.nodes) && p.syllabic(j, i) {
		j++
	}
	if j == i+1 && j < len(p.nodes) && strings.Contains("曾多内里", p.nodes[j].word) && p.nodes[j].at.Start == p.nodes[i].at.End && utf8.RuneCountInString(p.slice(i, j)) == 1 {
		j++ // 卡曾: nobody's name is one syllable
	}
	for j > i && isMark(p.nodes[j-1].word) {
		j--
	}
	if j > i && j+1 < len(p.nodes) && p.nodes[j].pos == posUnknown && p.nodes[j].at.Start == p.nodes[j-1].at.End && !p.nodes[j].named() &&
		isHan(p.nodes[j].word) {
		j = p.rest(j)
	}
	if j > i+1 && j < len(p.nodes) && p.nodes[j-1].word == "发" && endsAny(p.wordAt(j), "电", "信", "函") { // 曼菲发慰问电
		j--
	}
	n := utf8.RuneCountInString(p.slice(i, j))
	if n < 2 || n > 24 || p.nodes[j-1].at.End-p.nodes[i].at.Start == len(p.nodes[i].word) && p.nodes[i].named() && !p.nodes[i].is("leader") {
		return i
	}
	return j
}

// namesake reports whether a place of another country than the title's stands where the name must stand, and no more of a name behind
// it: 哥伦比亚外长奥尔金 is no town in Cuba.
func (p *parse) namesake(i int, country string) bool {
	n := &p.nodes[i]
	if country == "" || !n.is("place") || len(n.m) != 1 || n.m[0].Country == country || n.m[0].Country == "" || n.m[0].Country == schema.Home || !p.allSyllables(n.word) || p.moreFollows(i) {
		return false
	}
	return i+1 >= len(p.nodes) || p.nodes[i+1].at.Start != n.at.End || !p.nodes[i+1].named() || p.nodes[i+1].is(schema.TypeDate)
}

// japanese takes a name whose surname is not known: three to five single characters, up to the next word of several, a
// verb or a mark.
func (p *parse) japanese(i int) int {
	j := i
	for j < len(p.nodes) && j-i < 5 && isHan(p.nodes[j].word) && utf8.RuneCountInString(p.nodes[j].word) == 1 && !p.nodes[j].named() &&
		(j == i && p.nodes[j].pos != posPrep || p.nodes[j].at.Start == p.nodes[max(j-1, 0)].at.End && p.nodes[j].pos != posPrep && p.nodes[j].pos != posVerb && p.nodes[j].pos != posConj && !strings.Contains(particles, p.nodes[j].word)) {
		j++
	}
	if j-i < 3 {
		return i
	}
	return j
}

// loneVerbs are verbs of one character that end a name: 杜克访墨.
const loneVerbs = "访赴抵晤谈称致贺唁邀率答使"

// particles end a Japanese name, which may hold other function words (吉田一).
const particles = "的了等也都又还已不着过并"

// rest lets a name end in characters that no known name has: one, or up to three of which the last is a syllable.
func (p *parse) rest(j int) int {
	k := j
	if strings.Contains(loneVerbs, p.nodes[j].word) {
		return j
	}
	for k < len(p.nodes) && k-j < 4 && p.nodes[k].pos == posUnknown && isHan(p.nodes[k].word) && p.nodes[k].at.Start == p.nodes[k-1].at.End {
		k++
	}
	if k < len(p.nodes) && (k-j == 1 || k-j <= 3 && p.allSyllables(p.nodes[k-1].word)) {
		return k
	}
	return j
}

// unknownRun takes two to eight characters, of which no word is made, when a word or a mark follows.
func (p *parse) unknownRun(i int, _ string) int {
	j := i
	for j < len(p.nodes) && p.nodes[j].pos == posUnknown && isHan(p.nodes[j].word) && (j == i || p.nodes[j].at.Start == p.nodes[j-1].at.End) {
		j++
	}
	if j-i < 2 || j-i > 8 || !p.allSyllables(p.nodes[i].word) {
		return i
	}
	return j
}

func isMark(w string) bool {
	return w == "·" || w == "–" || w == "•" || w == "-" || w == "—" || w == "・" || w == "．" || w == "‧"
}

func (p *parse) syllabic(j, i int) bool {
	n := &p.nodes[j]
	if j > i && p.nodes[j-1].at.End != n.at.Start {
		return false
	}
	if n.term(isOffice) != nil && !n.named() && utf8.RuneCountInString(n.word) > 1 {
		return false
	}
	if j == i && utf8.RuneCountInString(n.word) == 1 && isHan(n.word) && j+1 < len(p.nodes) && p.nodes[j+1].at.Start == n.at.End &&
		(isMark(p.nodes[j+1].word) || strings.Contains("他她约", n.word) && p.moreFollows(j) || p.beginsMarked(j)) {
		return true // 让-克洛德, 他那萨, 致电约翰·…
	}
	if j > i+1 && isMark(p.nodes[j-2].word) && utf8.RuneCountInString(p.nodes[j-1].word) == 1 && utf8.RuneCountInString(n.word) == 1 && isHan(n.word) && !strings.Contains("的在等同与和将对向说称了", n.word) {
		return true // 茨万吉拉伊·莫约: no part of a name is a single character
	}
	if j == i && p.beginsMarked(j) || n.word == "因" && p.insideName(j, i) {
		return true
	}
	if isMark(n.word) {
		return j > i && j+1 < len(p.nodes) && p.nodes[j+1].at.Start == n.at.End
	}
	switch {
	case n.pos == posUnknown:
		if j > i && utf8.RuneCountInString(n.word) == 1 && !p.allSyllables(n.word) && !strings.Contains(loneVerbs, n.word) && p.moreFollows(j) {
			return true // one character that no known name has, inside a name
		}
	case n.is("country", "place", "leader", "supply", "group") && n.term(isSide) == nil:
		// part of a longer name only if more of it follows, or it has begun after a mark
		if j > i && n.is("leader", "supply", "place") {
			return p.allSyllables(n.word)
		}
		if j == i+1 && utf8.RuneCountInString(p.nodes[i].word) == 1 && utf8.RuneCountInString(n.word) == 2 { // 理查德: one syllable is no name
			return p.allSyllables(n.word)
		}
		if j == i || !isMark(p.nodes[j-1].word) {
			return n.is("leader") && j == i || p.moreFollows(j)
		}
	case n.pos == posNoun || n.pos == posBoth || n.term(isUnit) != nil && n.pos == posUnknown:
		if utf8.RuneCountInString(n.word) > 1 && j == i {
			return false
		}
	default: // 里 is a word, but not in 苏普里扬托
		if j == i && (n.pos == posFunc || n.word == "肯") && utf8.RuneCountInString(n.word) == 1 {
			return p.allSyllables(n.word) && p.moreFollows(j) // 约翰内森
		}
		return j > i && n.pos != posPunct && p.allSyllables(n.word) && (isMark(p.nodes[j-1].word) && utf8.RuneCountInString(n.word) > 1 ||
			utf8.RuneCountInString(n.word) == 1 && n.pos != posPrep && n.pos != posConj && (p.moreFollows(j) || n.word == "里" || (n.word == "多" || n.word == "内") && p.nodes[j-1].at.End-p.nodes[i].at.Start >= 6))
	}
	return p.allSyllables(n.word)
}

func (p *parse) allSyllables(w string) bool {
	for _, r := range w {
		if !p.lex.names.syllables[r] {
			return false
		}
	}
	return true
}

// moreFollows reports whether an unknown syllable or a joining mark stands directly behind node j.
func (p *parse) moreFollows(j int) bool {
	if j+1 >= len(p.nodes) || p.nodes[j+1].at.Start != p.nodes[j].at.End {
		return false
	}
	n := &p.nodes[j+1]
	return isMark(n.word) || (n.pos == posUnknown || n.is("leader")) && p.allSyllables(n.word)
}

func firstRunes(s string, n int) string {
	for i := range s {
		if n == 0 {
			return s[:i]
		}
		n--
	}
	return s
}

// unknownName finds a name that no gazetteer has at node i.
func (p *parse) unknownName(i int, country string) (j int, form string) {
	if i >= len(p.nodes) {
		return i, ""
	}
	for _, f := range forms() {
		if j := f.Find(p, i, country); j > i {
			return j, f.Name
		}
	}
	return i, ""
}

// remember teaches the entry an unknown person's names: the whole, and the part behind the last mark.
func (p *parse) remember(m schema.Mention) {
	keep := m
	keep.Titles, keep.Inside = nil, nil
	p.ctx.Known[m.Name] = keep
	parts := strings.FieldsFunc(m.Name, func(r rune) bool { return isMark(string(r)) })
	if len(parts) > 1 {
		if last := parts[len(parts)-1]; utf8.RuneCountInString(last) > 1 {
			p.ctx.Known[last] = keep
		}
	}
}

func isHan(w string) bool {
	r, _ := utf8.DecodeRuneInString(w)
	return r >= 0x4E00 && r <= 0x9FFF || unicode.Is(unicode.Han, r)
}
