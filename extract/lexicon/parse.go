package lexicon

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"jishi/extract/arena"
	"jishi/extract/token"
	"jishi/schema"
)

// Parts of speech, as far as finding the ends of names needs them. FORMAT.md lists them for words.yaml.
const (
	posVerb     = "v"
	posNoun     = "n"  // may stand inside a name
	posBoth     = "nv" // a verb that may stand inside a name: 合作, 应对
	posAdverb   = "a"
	posPrep     = "p"
	posConj     = "c"
	posFunc     = "f"
	posModal    = "m"
	posPerson   = "r"  // a word for persons who represent: 官员, 代表
	posAbstract = "na" // a noun for what nobody can hand over: 服务, 经验
	posPunct    = "punct"
	posName     = "name"
	posUnknown  = "x"
)

// node is a token in the making.
type node struct {
	at         schema.Local
	word       string
	pos        string
	terms      []term
	m          []schema.Mention
	partial    bool
	intangible bool // a noun for what nobody can hand over
}

func (n *node) named() bool { return len(n.m) > 0 }

// is reports whether the node is a mention (or list of mentions) of one of the types.
func (n *node) is(types ...string) bool {
	if len(n.m) == 0 {
		return false
	}
	for _, t := range types {
		if n.m[0].Type == t {
			return true
		}
	}
	return false
}

func (n *node) term(k kind) *term {
	for i := range n.terms {
		if n.terms[i].kind == k {
			return &n.terms[i]
		}
	}
	return nil
}

// Context is what a sentence's entry has told so far, and the memory for what is found in its sentences.
type Context struct {
	Day       schema.Day                // of the entry, to choose among those who held an office
	Known     map[string]schema.Mention // persons and organizations that no gazetteer has, by the names they go by
	Countries map[string]int            // ids of countries named so far, with their order

	tokens   arena.Of[schema.Token]
	mentions arena.Of[schema.Mention]
}

// NewContext begins an entry.
func NewContext(day schema.Day) *Context {
	return &Context{Day: day, Known: map[string]schema.Mention{}, Countries: map[string]int{}}
}

// Reset begins another entry in the room of this one, whose tokens and mentions are lost.
func (c *Context) Reset(day schema.Day) {
	c.Day = day
	clear(c.Known)
	clear(c.Countries)
	c.tokens.Reset()
	c.mentions.Reset()
}

// Name makes a country known to the entry.
func (c *Context) Name(country string) {
	if _, ok := c.Countries[country]; !ok {
		c.Countries[country] = len(c.Countries)
	}
}

// parse is the work on one sentence.
type parse struct {
	lex   *Lexicon
	text  string
	nodes []node
	ctx   *Context

	pieces []token.Piece // of the stretch that is being cut
}

// Parse turns a normalised sentence into tokens. dates are the date expressions in it, in order. The context learns the
// unknown names of the sentence, and the tokens last as long as it does.
func (l *Lexicon) Parse(text string, dates []schema.Mention, ctx *Context) []schema.Token {
	p, _ := l.work.Get().(*parse)
	if p == nil {
		p = &parse{lex: l}
	}
	p.text, p.ctx = text, ctx
	p.cutAround(dates)
	defer p.leave(len(p.nodes)) // recognisers only join nodes
	for _, r := range Recognisers() {
		r.Find(p)
	}
	out := ctx.tokens.Slice(len(p.nodes))
	for i := range p.nodes {
		n := &p.nodes[i]
		out[i] = schema.Token{At: n.at, Word: n.word, Mentions: n.m, Partial: n.partial}
		if n.named() || n.terms == nil && n.pos == posUnknown {
			out[i].Word = ""
		}
		for k := range n.m {
			p.learn(&n.m[k])
		}
	}
	return out
}

// one is a list of one mention, in the entry's memory.
func (p *parse) one(m schema.Mention) []schema.Mention { return p.ctx.mentions.List(m) }

// leave gives the room for nodes back to the lexicon, empty: what the tokens hold is not in it.
func (p *parse) leave(used int) {
	clear(p.nodes[:used])
	p.nodes, p.text, p.ctx = p.nodes[:0], "", nil
	p.lex.work.Put(p)
}

func (p *parse) learn(m *schema.Mention) {
	if m.Type == "country" {
		if _, ok := p.ctx.Countries[m.Entity]; !ok {
			p.ctx.Countries[m.Entity] = len(p.ctx.Countries)
		}
	}
	if m.Country != "" {
		if _, ok := p.ctx.Countries[m.Country]; !ok {
			p.ctx.Countries[m.Country] = len(p.ctx.Countries)
		}
	}
	for i := range m.Titles {
		p.learn(&m.Titles[i].Of)
	}
	for i := range m.Inside {
		p.learn(&m.Inside[i])
	}
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

// classify looks a word up.
func (p *parse) classify(t token.Piece) node {
	n := node{at: t.At, word: p.text[t.At.Start:t.At.End], pos: posUnknown}
	if t.Word == token.Unknown {
		r, size := utf8.DecodeRuneInString(n.word)
		if size == len(n.word) && (unicode.IsPunct(r) || unicode.IsSymbol(r)) {
			n.pos = posPunct
		}
		return n
	}
	n.terms = p.lex.words[t.Word]
	if w := n.term(isWord); w != nil {
		n.pos = w.pos
		if w.pos == posAbstract {
			n.pos, n.intangible = posNoun, true
		}
	}
	if n.term(isReference) != nil {
		n.pos = posFunc
	}
	if n.term(isEntity) != nil {
		n.m = p.readings(n)
		if n.named() {
			n.pos = posName
		}
	}
	return n
}

// readings gives the entity that a name stands for. Of leaders of one name the title decides later; until then the
// candidate who was in the news at the entry's day stands.
func (p *parse) readings(n node) []schema.Mention {
	var best *schema.Entity
	bestScore := -1
	for _, t := range n.terms {
		if t.kind != isEntity {
			continue
		}
		e := p.lex.entities[t.id]
		score := p.fit(e, "")
		if score > bestScore {
			best, bestScore = e, score
		}
	}
	if best == nil {
		return nil
	}
	m := p.lex.mention(best, n.at)
	if best.Type == "group" || best.Type == "supply" { // 各国 and 世界各国 are one group, but a text's word for it is its name
		m.Name = n.word
	}
	return p.one(m)
}

func (l *Lexicon) mention(e *schema.Entity, at schema.Local) schema.Mention {
	m := schema.Mention{Type: e.Type, Entity: e.ID, Name: e.Name, At: at, By: l.places[e.ID], Country: e.Country}
	if e.Type == "country" {
		m.Country = e.ID
	}
	return m
}

// merge makes one node of nodes[i:j].
func (p *parse) merge(i, j int, n node) {
	n.at = schema.Local{Start: p.nodes[i].at.Start, End: p.nodes[j-1].at.End}
	n.word, n.pos, n.terms = p.text[n.at.Start:n.at.End], posName, nil
	p.nodes = append(p.nodes[:i+1], p.nodes[j:]...)
	p.nodes[i] = n
}

// wordAt is the word at i, "" out of bounds or for a mention.
func (p *parse) wordAt(i int) string {
	if i < 0 || i >= len(p.nodes) || p.nodes[i].named() {
		return ""
	}
	return p.nodes[i].word
}

func (p *parse) slice(i, j int) string {
	if i >= j {
		return ""
	}
	return p.text[p.nodes[i].at.Start:p.nodes[j-1].at.End]
}
