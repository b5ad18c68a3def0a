package lexicon

import (
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
	marks      marks
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
	Day   schema.Day                // of the entry, to choose among those who held an office
	Known map[string]schema.Mention // persons and organizations that no gazetteer has, by the names they go by

	own       schema.Mention // the organization whose document it is, which goes by the last word of its name
	ownWord   string
	state     string         // the country whose own document it is: its ministries need no name before them
	countries map[string]int // ids of countries named so far, with their order
	later     func()         // parses the sentences that have not been

	tokens   arena.Of[schema.Token]
	mentions arena.Of[schema.Mention]
	pieces   arena.Of[token.Piece]
}

// NewContext begins an entry.
func NewContext(day schema.Day) *Context {
	return &Context{Day: day, Known: map[string]schema.Mention{}, countries: map[string]int{}}
}

// Reset begins another entry in the room of this one, whose tokens and mentions are lost.
func (c *Context) Reset(day schema.Day) {
	c.Day, c.later = day, nil
	clear(c.Known)
	clear(c.countries)
	c.tokens.Reset()
	c.mentions.Reset()
	c.pieces.Reset()
}

// Name makes a country known to the entry.
func (c *Context) Name(country string) {
	if _, ok := c.countries[country]; !ok {
		c.countries[country] = len(c.countries)
	}
}

// Own says whose document the entry stands in: an organization with the last word of its name (联合会), or a state.
func (c *Context) Own(m schema.Mention, word string) {
	c.own, c.ownWord, c.state = schema.Mention{}, "", ""
	switch {
	case m.Type == "organization":
		m.Titles, m.Inside = nil, nil
		c.own, c.ownWord = m, word
	case m.Type == "country" && m.Entity != schema.Home:
		c.state = m.Entity
	}
}

// Later puts the rest of the entry off until somebody asks which countries it names.
func (c *Context) Later(parse func()) { c.later = parse }

// Countries are the ids of all countries that the entry names, with their order.
func (c *Context) Countries() map[string]int {
	if parse := c.later; parse != nil {
		c.later = nil
		parse()
	}
	return c.countries
}

// parse is the work on one sentence.
type parse struct {
	lex   *Lexicon
	text  string
	nodes []node
	ctx   *Context

	pieces []token.Piece // of what is being cut
	seen   marks         // of all words
}

// Parse turns a normalised sentence into tokens. dates are the date expressions in it, in order. The context learns the
// unknown names of the sentence, and the tokens last as long as it does.
func (l *Lexicon) Parse(text string, dates []schema.Mention, ctx *Context) []schema.Token {
	return l.Recognise(Words{lex: l, text: text, dates: dates}, ctx)
}

// Recognise turns a sentence that has been cut into tokens, as Parse does.
func (l *Lexicon) Recognise(w Words, ctx *Context) []schema.Token {
	p := l.parse(w.text, ctx)
	if w.pieces == nil || ctx.Knows(w.text) {
		p.cutAround(w.dates)
	} else {
		p.reuse(w)
	}
	defer p.leave(len(p.nodes)) // recognisers only join nodes
	for i := range p.nodes {
		if n := &p.nodes[i]; n.marks&isNamed != 0 {
			n.m = p.readings(n)
		}
	}
	for _, r := range p.lex.recognisers {
		r.Find(p)
	}
	out := ctx.tokens.Slice(len(p.nodes))
	for i := range p.nodes {
		n := &p.nodes[i]
		out[i] = schema.Token{At: n.at, Word: n.word, Mentions: n.m, Noun: n.pos == posNoun && n.m == nil, Partial: n.partial}
		if n.named() || n.terms == nil && n.pos == posUnknown {
			out[i].Word = ""
		}
		for k := range n.m {
			p.learn(&n.m[k])
		}
	}
	return out
}

func (l *Lexicon) parse(text string, ctx *Context) *parse {
	p, _ := l.work.Get().(*parse)
	if p == nil {
		p = &parse{lex: l}
	}
	p.text, p.ctx, p.seen = text, ctx, 0
	return p
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
		if _, ok := p.ctx.countries[m.Entity]; !ok {
			p.ctx.countries[m.Entity] = len(p.ctx.countries)
		}
	}
	if m.Country != "" {
		if _, ok := p.ctx.countries[m.Country]; !ok {
			p.ctx.countries[m.Country] = len(p.ctx.countries)
		}
	}
	for i := range m.Titles {
		p.learn(&m.Titles[i].Of)
	}
	for i := range m.Inside {
		p.learn(&m.Inside[i])
	}
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
