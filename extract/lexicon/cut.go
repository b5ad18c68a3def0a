package lexicon

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"jishi/extract/token"
	"jishi/schema"
)

// lexeme is a word of the dictionary, as far as it is the same wherever it stands.
type lexeme struct {
	terms      []term
	pos        string
	intangible bool
	marks      marks
	country    string // of a place that is nothing else
}

// lexeme gathers what is known of a word.
func (l *Lexicon) lexeme(w string, m marks) lexeme {
	x := lexeme{terms: l.terms[w], pos: posUnknown, marks: m | l.marksIn(w), country: l.placeOnly(w)}
	n := node{terms: x.terms}
	if t := n.term(isWord); t != nil {
		x.pos = t.pos
		if t.pos == posAbstract {
			x.pos, x.intangible = posNoun, true
		}
	}
	if n.term(isReference) != nil {
		x.pos = posFunc
	}
	if n.term(isEntity) != nil {
		x.pos = posName
	}
	return x
}

// Words are a sentence cut into words, before it is known what they name. Most sentences tell nothing, and of them no more is
// ever made than this.
type Words struct {
	lex    *Lexicon
	text   string
	dates  []schema.Mention
	pieces []token.Piece // nil: to be cut

	country string // of all places that are named, if it is one
}

// aDate is the word of a piece that is a date expression.
const aDate = token.Unknown - 1

// Cut cuts a sentence into words, as Parse does as long as the entry has taught no name. The words last as long as the
// context.
func (l *Lexicon) Cut(text string, dates []schema.Mention, ctx *Context) Words {
	w := Words{lex: l, text: text, dates: ctx.mentions.Slice(len(dates))}
	copy(w.dates, dates)
	p := l.parse(text, ctx)
	p.pieces = p.pieces[:0]
	between(dates, len(text), p.cut, func(d *schema.Mention) { p.pieces = append(p.pieces, token.Piece{At: d.At, Word: aDate}) })
	w.pieces = ctx.pieces.Slice(len(p.pieces))
	copy(w.pieces, p.pieces)
	p.leave(0)
	return w
}

// word is how a piece is spelled.
func (w *Words) word(i int) string { return w.text[w.pieces[i].At.Start:w.pieces[i].At.End] }

// lexeme is what the dictionary has of a piece, or nil.
func (w *Words) lexeme(i int) *lexeme {
	if n := w.pieces[i].Word; n >= 0 {
		return &w.lex.words[n]
	}
	return nil
}

// Weight is what a sentence's words can be there for.
type Weight uint8

// The weights.
const (
	Plain   Weight = iota // for nothing beyond themselves: nobody is named, nobody speaks
	Naming                // to understand another sentence
	Saying                // likewise; what follows may be somebody's words
	Telling               // to tell a fact, or to teach the entry a name; what follows may be somebody's words
)

// Weight finds whether a fact can be read from the words, or a name learnt: from a trigger, a leader's name, a name of
// several parts, or an office that counts, of which it is given the word and what stands behind it.
func (w *Words) Weight(counts func(office, rest string) bool) Weight {
	weight := Plain
	for i := range w.pieces {
		var marks marks
		if x := w.lexeme(i); x != nil {
			marks = x.marks
			if x.country != "" && w.country != "" && x.country != w.country {
				weight = max(weight, Naming)
			} else if x.country != "" {
				w.country = x.country
			}
		}
		word := w.word(i)
		if marks&(isTrigger|isTaught) != 0 || word == "·" {
			return Telling
		}
		if office := w.office(i, marks); office != "" && counts(office, w.text[w.pieces[i].At.End:]) {
			return Telling
		}
		switch {
		case marks&isSaying != 0 || opensSpeech(word):
			weight = Saying
		case marks&isTrace != 0 || hasTrace(word):
			weight = max(weight, Naming)
		}
	}
	return weight
}

// Country is the country of all places that Plain words name, or "". It is all that they leave to other sentences.
func (w *Words) Country() string { return w.country }

// office is the office that ends at piece i, or "".
func (w *Words) office(i int, m marks) string {
	word := w.word(i)
	if m&isTitle != 0 {
		return word
	}
	if i > 0 && word == "长" { // 公共服务部 + 长
		before := w.word(i - 1)
		_, size := utf8.DecodeLastRuneInString(before)
		if office := before[len(before)-size:] + word; slices.Contains(joinedOffices(), office) {
			return office
		}
	}
	return ""
}

// HaveOffice reports whether the words may hold an office, by which somebody is named.
func (w *Words) HaveOffice() bool {
	for i := range w.pieces {
		if x := w.lexeme(i); x != nil && x.marks&isTitle != 0 {
			return true
		}
		if word := w.word(i); word == "长" || word == "代表" { // see splitOffices, stationedDelegates
			return true
		}
	}
	return false
}

// hasTrace reports whether a recogniser may find somebody by a word that names nobody itself: 16国, 赴巴.
func hasTrace(word string) bool {
	return word == "国" || word == "赴" || word == "访" || word == "抵" || word == "援"
}

func opensSpeech(word string) bool { return word == "：" || word == "“" || word == "”" }

// Knows reports whether a sentence holds a name that the entry has taught.
func (c *Context) Knows(text string) bool {
	for name := range c.Known {
		if strings.Contains(text, name) {
			return true
		}
	}
	return false
}

// between walks over a text of size bytes: stretches between dates, and the dates.
func between(dates []schema.Mention, size int, stretch func(from, to int), date func(*schema.Mention)) {
	from := 0
	for i := range dates {
		d := &dates[i]
		if d.At.Start < from {
			continue
		}
		stretch(from, d.At.Start)
		date(d)
		from = d.At.End
	}
	stretch(from, size)
}

// cut segments a stretch.
func (p *parse) cut(from, to int) {
	if from >= to {
		return
	}
	first := len(p.pieces)
	p.pieces = p.lex.cut.Cut(p.pieces, p.text[from:to])
	for i := first; i < len(p.pieces); i++ {
		at := &p.pieces[i].At
		at.Start, at.End = at.Start+from, at.End+from
	}
}

// cutAround makes nodes of what lies between the dates, and of the dates.
func (p *parse) cutAround(dates []schema.Mention) { between(dates, len(p.text), p.cutKnown, p.date) }

func (p *parse) date(d *schema.Mention) {
	p.nodes = append(p.nodes, node{at: d.At, word: p.text[d.At.Start:d.At.End], pos: posName, m: p.one(*d)})
}

// cutKnown segments a stretch; names that the entry has taught are taken out of it first.
func (p *parse) cutKnown(from, to int) {
	if from >= to {
		return
	}
	if at, m, ok := p.known(from, to); ok {
		p.cutKnown(from, at.Start)
		m.At, p.seen = at, everything
		p.nodes = append(p.nodes, node{at: at, word: p.text[at.Start:at.End], pos: posName, m: p.one(m)})
		p.cutKnown(at.End, to)
		return
	}
	p.pieces = p.pieces[:0]
	p.cut(from, to)
	p.classify(p.pieces)
}

// reuse makes nodes of words that have been cut.
func (p *parse) reuse(w Words) {
	next := 0 // of the dates
	for i, from := 0, 0; i <= len(w.pieces); i++ {
		if i < len(w.pieces) && w.pieces[i].Word != aDate {
			continue
		}
		p.classify(w.pieces[from:i])
		if from = i + 1; i < len(w.pieces) {
			for w.dates[next].At != w.pieces[i].At {
				next++
			}
			p.date(&w.dates[next])
		}
	}
}

// known finds the leftmost, then longest, name that the entry has taught.
func (p *parse) known(from, to int) (at schema.Local, m schema.Mention, ok bool) {
	best := ""
	for name := range p.ctx.Known {
		i := strings.Index(p.text[from:to], name)
		if i < 0 {
			continue
		}
		found := schema.Local{Start: from + i, End: from + i + len(name)}
		if best == "" || found.Start < at.Start || found.Start == at.Start && found.End > at.End {
			at, best = found, name
		}
	}
	if best == "" {
		return at, m, false
	}
	return at, p.ctx.Known[best], true
}

// classify makes nodes of pieces: it looks the words up. What they name is decided when the sentences before have been read.
func (p *parse) classify(pieces []token.Piece) {
	p.nodes = slices.Grow(p.nodes, len(pieces))
	for _, t := range pieces {
		p.nodes = p.nodes[:len(p.nodes)+1]
		n := &p.nodes[len(p.nodes)-1] // empty: see leave
		n.at, n.word, n.pos = t.At, p.text[t.At.Start:t.At.End], posUnknown
		if t.Word == token.Unknown {
			if isPunct(n.word) {
				n.pos = posPunct
			}
			n.marks = p.lex.marksOf(n.word)
		} else {
			x := &p.lex.words[t.Word]
			n.terms, n.pos, n.intangible, n.marks = x.terms, x.pos, x.intangible, x.marks
		}
		p.seen |= n.marks
	}
}

// isPunct reports whether a word is a mark or a sign.
func isPunct(word string) bool {
	r, size := utf8.DecodeRuneInString(word)
	return size == len(word) && isMarkOrSign(r)
}

func isMarkOrSign(r rune) bool {
	if r >= 0x4E00 && r <= 0x9FFF { // as most are
		return false
	}
	return unicode.IsPunct(r) || unicode.IsSymbol(r)
}

// readings gives the entity that a name stands for. Of leaders of one name the title decides later; until then the
// candidate who was in the news at the entry's day stands.
func (p *parse) readings(n *node) []schema.Mention {
	var best *schema.Entity
	bestScore := -1
	for i := range n.terms {
		if n.terms[i].kind != isEntity {
			continue
		}
		e := p.lex.entities[n.terms[i].id]
		if len(n.terms) == 1 { // as most names have it
			best = e
			break
		}
		score := p.fit(e, "")
		if score > bestScore {
			best, bestScore = e, score
		}
	}
	m := p.lex.mention(best, n.at)
	if best.Type == "group" || best.Type == "supply" { // 各国 and 世界各国 are one group, but a text's word for it is its name
		m.Name = n.word
	}
	return p.one(m)
}
