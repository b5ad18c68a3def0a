package extract

import (
	"jishi/extract/lexicon"
	"jishi/extract/rule"
	"jishi/extract/timex"
	"jishi/schema"
)

// reading is the work on one entry.
type reading struct {
	x            *Extractor
	doc          *schema.Document
	entry        *schema.Entry
	context      *lexicon.Context
	sentences    []*sentence
	scene        scene
	meeting      *actor // named last, while references are resolved
	organization *actor // likewise
	facts        []schema.Fact
	places       map[string]int // statement → its place in facts
	mentions     []schema.EntryMention
	entities     map[string]schema.Entity
	trace        *trace // nil unless somebody asks why
}

// sentence is a sentence with what is known of it.
type sentence struct {
	*schema.Sentence
	tokens  []schema.Token
	clauses []rule.Clause
	base    int // bytes of the entry's mended text before it
}

// actor is a mention with the sentence that it stands in.
type actor struct {
	schema.Mention
	in *sentence
}

func (a *actor) spans() []schema.Span {
	if a.in == nil || a.At.Len() == 0 {
		return nil
	}
	return a.in.Spans(a.At)
}

// reading is the work on an entry, before it begins.
func (x *Extractor) reading(doc *schema.Document, entry *schema.Entry) *reading {
	return &reading{x: x, doc: doc, entry: entry, context: lexicon.NewContext(entry.Date.First),
		places: map[string]int{}, entities: map[string]schema.Entity{}}
}

// read reads the entry: first all its names, since a side (阿方) can be named before its country, then its facts.
func (r *reading) read() {
	r.parse()
	for _, s := range r.sentences {
		r.scene.begin(s)
		s.clauses = r.x.rules.Cues.Clauses(s.tokens)
		r.speeches(s)
		r.resolve(s)
		s.clauses = r.x.rules.Cues.Clauses(s.tokens)
		r.titles(s)
		r.apply(s)
		r.trace.heard(s, r.scene.speeches)
		r.note(s)
		r.scene.end(s)
	}
}

// readTraced reads an entry and notes every step.
func (x *Extractor) readTraced(doc *schema.Document, entry *schema.Entry) *reading {
	r := x.reading(doc, entry)
	r.trace = &trace{}
	r.read()
	return r
}

func (r *reading) parse() {
	base := 0
	for i := range r.entry.Sentences {
		s := &sentence{Sentence: &r.entry.Sentences[i], base: base}
		s.tokens = r.x.lexicon.Parse(s.Text, r.dates(s.Text), r.context)
		r.sentences = append(r.sentences, s)
		base += len(s.Text)
	}
}

// dates are the date expressions of a sentence, against the entry's date.
func (r *reading) dates(text string) []schema.Mention {
	var out []schema.Mention
	for _, t := range timex.Find(text) {
		if t.Kind == timex.Clock {
			continue
		}
		m := schema.Mention{Type: schema.TypeDate, Name: text[t.At.Start:t.At.End], At: t.At, By: "date"}
		d := t.Resolve(r.entry.Date)
		m.Time = &d
		m.Vague = t.Kind == timex.Vague || t.Kind == timex.Cumulative || d.First.IsZero()
		m.Continues = t.Until
		out = append(out, m)
	}
	return out
}

// note records the mentions of a sentence.
func (r *reading) note(s *sentence) {
	seen := map[string]bool{}
	var add func(m schema.Mention)
	add = func(m schema.Mention) {
		for _, t := range m.Titles {
			add(t.Of)
		}
		for _, i := range m.Inside {
			add(i)
		}
		if m.Type == "" || m.Type == schema.TypeDate || m.Type == schema.TypeAmount || m.Type == schema.TypeRefer || m.At.Len() == 0 {
			return
		}
		r.know(m)
		if r.x.bare {
			return
		}
		key := m.Entity + "\x00" + m.Type + "\x00" + s.Text[m.At.Start:m.At.End]
		if seen[key] {
			return
		}
		seen[key] = true
		r.mentions = append(r.mentions, schema.EntryMention{Entry: r.entry.Label, EntryHash: r.entry.Hash, Type: m.Type,
			Entity: m.Entity, Name: m.Name, At: s.Spans(m.At)})
	}
	for _, t := range s.tokens {
		for _, m := range t.Mentions {
			add(m)
		}
	}
}

// know records an entity that the result must describe.
func (r *reading) know(m schema.Mention) {
	if m.Entity == "" {
		return
	}
	if _, ok := r.entities[m.Entity]; ok {
		return
	}
	e, ok := r.x.lexicon.Entity(m.Entity)
	if !ok {
		e = schema.Entity{ID: m.Entity, Type: m.Type, Name: m.Name, Country: m.Country}
	}
	r.entities[m.Entity] = e
}
