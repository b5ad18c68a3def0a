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
}

// marks say what a word can be there for.
type marks uint8

const (
	isNamed   marks = 1 << iota // a gazetteer has the name
	isTrigger                   // of a rule
	isTitle                     // an office
	isTaught                    // the entry may learn a name from it
	isSaying                    // a verb of saying
	isTrace                     // it names somebody, or a recogniser may find somebody by it
)

// lexeme gathers what is known of a word.
func (l *Lexicon) lexeme(w string, m marks) lexeme {
	x := lexeme{terms: l.terms[w], pos: posUnknown, marks: m}
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
	for _, t := range x.terms {
		switch t.kind {
		case isOffice:
			x.marks |= isTitle
		case isEntity:
			x.pos, x.marks = posName, x.marks|isNamed
			if l.entities[t.id].Type == "leader" {
				x.marks |= isTaught
			}
		}
		if t.kind != isWord && t.kind != isUnit {
			x.marks |= isTrace
		}
	}
	return x
}

// Words are a sentence cut into words, before it is known what they name.
type Words struct {
	text  string
	dates []schema.Mention
	nodes []node // nil: to be cut
}

// Cut cuts a sentence into words, as Parse does as long as the entry has taught no name. The words last as long as the
// context.
func (l *Lexicon) Cut(text string, dates []schema.Mention, ctx *Context) Words {
	w := Words{text: text, dates: ctx.mentions.Slice(len(dates))}
	copy(w.dates, dates)
	p := l.parse(text, ctx)
	p.cutAround(w.dates)
	w.nodes = ctx.nodes.Slice(len(p.nodes))
	copy(w.nodes, p.nodes)
	p.leave(len(p.nodes))
	return w
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
func (w Words) Weight(counts func(office, rest string) bool) Weight {
	weight := Plain
	for i := range w.nodes {
		n := &w.nodes[i]
		if n.marks&(isTrigger|isTaught) != 0 || n.word == "·" {
			return Telling
		}
		if office := w.office(i); office != "" && counts(office, w.text[n.at.End:]) {
			return Telling
		}
		switch {
		case n.marks&isSaying != 0 || opensSpeech(n.word):
			weight = Saying
		case n.marks&isTrace != 0 || hasTrace(n.word):
			weight = max(weight, Naming)
		}
	}
	return weight
}

// office is the office that ends at node i, or "".
func (w Words) office(i int) string {
	n := &w.nodes[i]
	if n.marks&isTitle != 0 {
		return n.word
	}
	if i > 0 && n.word == "长" { // 公共服务部 + 长
		before := w.nodes[i-1].word
		_, size := utf8.DecodeLastRuneInString(before)
		if office := before[len(before)-size:] + n.word; slices.Contains(joinedOffices(), office) {
			return office
		}
	}
	return ""
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

// cutAround segments what lies between the dates.
func (p *parse) cutAround(dates []schema.Mention) {
	from := 0
	for _, d := range dates {
		if d.At.Start < from {
			continue
		}
		p.cut(from, d.At.Start)
		p.nodes = append(p.nodes, node{at: d.At, word: p.text[d.At.Start:d.At.End], pos: posName, m: p.one(d)})
		from = d.At.End
	}
	p.cut(from, len(p.text))
}

// cut segments a stretch; names that the entry has taught are taken out of it first.
func (p *parse) cut(from, to int) {
	if from >= to {
		return
	}
	if at, m, ok := p.known(from, to); ok {
		p.cut(from, at.Start)
		m.At = at
		p.nodes = append(p.nodes, node{at: at, word: p.text[at.Start:at.End], pos: posName, m: p.one(m)})
		p.cut(at.End, to)
		return
	}
	p.pieces = p.lex.cut.Cut(p.pieces[:0], p.text[from:to])
	p.nodes = slices.Grow(p.nodes, len(p.pieces))
	for _, t := range p.pieces {
		t.At.Start, t.At.End = t.At.Start+from, t.At.End+from
		p.nodes = append(p.nodes, p.classify(t))
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

// classify looks a word up. What it names is decided when the sentences before have been read.
func (p *parse) classify(t token.Piece) node {
	n := node{at: t.At, word: p.text[t.At.Start:t.At.End], pos: posUnknown}
	if t.Word == token.Unknown {
		if r, size := utf8.DecodeRuneInString(n.word); size == len(n.word) && isMarkOrSign(r) {
			n.pos = posPunct
		}
		return n
	}
	x := &p.lex.words[t.Word]
	n.terms, n.pos, n.intangible, n.marks = x.terms, x.pos, x.intangible, x.marks
	return n
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
