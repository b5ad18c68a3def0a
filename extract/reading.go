package extract

import (
	"iter"
	"slices"

	"jishi/extract/arena"
	"jishi/extract/lexicon"
	"jishi/extract/rule"
	"jishi/extract/timex"
	"jishi/schema"
)

// reading is the work on one entry.
type reading struct {
	x             *Extractor
	doc           *schema.Document
	entry         *schema.Entry
	context       *lexicon.Context
	earlier       *lexicon.Context // of a sentence before the entry, for who it says somebody is
	sentences     []*sentence
	scene         scene
	days          days
	home          *home    // what the document's title says whose it is, or nil
	meeting       *actor   // named last, while references are resolved
	organizations []*actor // named so far, likewise
	facts         []schema.Fact
	seen          map[string]bool // countries that the sentences before number counted have named
	counted       int
	places        map[saying]int // → its place in facts
	mentions      []schema.EntryMention
	entities      map[string]schema.Entity
	trace         *trace                   // nil unless somebody asks why
	bearers       map[place]schema.Mention // who bears a name there, of no type where nobody does; see recall
	memory        memory
}

// memory is what the work on an entry takes, given back as a whole when the next one begins.
type memory struct {
	sentences arena.Of[sentence]
	clauses   arena.Of[rule.Clause]
	dates     arena.Of[schema.Date]
	drafts    arena.Of[draft]
	words     []lexicon.Words  // of the sentences
	weights   []lexicon.Weight // beside them
	dated     []schema.Mention // the dates of one sentence
	cut       []rule.Clause    // the clauses of one sentence
}

func (m *memory) reset() {
	m.sentences.Reset()
	m.clauses.Reset()
	m.dates.Reset()
	m.drafts.Reset()
}

// sentence is a sentence with what is known of it.
type sentence struct {
	*schema.Sentence
	tokens  []schema.Token
	clauses []rule.Clause
	base    int             // bytes of the entry's mended text before it
	plain   bool            // it says nothing that counts, and has no tokens
	opening *schema.Date    // the day with which it opens: 当地时间3日下午，…
	day     *schema.Mention // the first date that names one day; or nil
	country string          // of the places that it names, where it is plain
}

// tokenAt is the token that covers a mention's place, or -1.
func (s *sentence) tokenAt(at schema.Local) int {
	return slices.IndexFunc(s.tokens, func(t schema.Token) bool { return t.At.Start <= at.Start && at.End <= t.At.End })
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

// reading is room for the work on entries, one after the other.
func (x *Extractor) reading() *reading {
	return &reading{x: x, context: lexicon.NewContext(schema.Day{}), earlier: lexicon.NewContext(schema.Day{}), places: map[saying]int{}, seen: map[string]bool{}}
}

// begin makes ready for another entry, whose entities are to join those given. Facts and mentions of the last one are not
// touched: they hold nothing of this memory.
func (r *reading) begin(doc *schema.Document, entry *schema.Entry, entities map[string]schema.Entity) {
	if r.doc != doc {
		r.home, r.bearers = r.x.homeOf(doc), nil
	}
	r.doc, r.entry, r.entities = doc, entry, entities
	r.context.Reset(entry.Date.First)
	if r.home != nil && r.home.Country != "" { // 科方 in the chronicle of an embassy in 科摩罗
		for _, c := range r.home.countries {
			r.context.Name(c)
		}
	}
	if r.home != nil {
		r.context.Own(r.home.whose(), r.home.short())
	} else {
		r.context.Own(schema.Mention{}, "")
	}
	r.scene.reset()
	r.memory.reset()
	r.sentences, r.meeting, r.organizations, r.days = r.sentences[:0], nil, r.organizations[:0], days{}
	r.facts, r.mentions = nil, nil
	clear(r.places)
	clear(r.seen)
	r.counted = 0
}

// read reads the entry: first all its names, since a side (阿方) can be named before its country, then its facts.
func (r *reading) read() {
	for _, s := range r.sentences[:r.parse()] {
		r.scene.begin(s)
		if s.plain {
			r.opens(s)
			r.dayOfItem(s)
			continue
		}
		r.clauses(s)
		r.speeches(s)
		changed := r.resolve(s)
		if r.unresolved(s) && r.prestage(s) {
			changed = r.resolve(s) || changed
		}
		if changed { // who is meant may act
			r.clauses(s)
		}
		r.dayOfItem(s)
		r.titles(s)
		if !r.scene.asked {
			r.apply(s)
			r.takesPlace(s)
			r.opens(s)
		}
		r.trace.heard(s, r.scene.speeches)
		r.note(s)
		r.scene.end(s)
		r.afar(s)
	}
	for i := range r.facts {
		r.facts[i].Part = r.doc.Parts.Of(r.facts[i].Evidence)
	}
}

// readTraced reads an entry and notes every step.
func (x *Extractor) readTraced(doc *schema.Document, entry *schema.Entry) *reading {
	r := x.reading()
	r.begin(doc, entry, map[string]schema.Entity{})
	r.trace = &trace{}
	r.read()
	return r
}

// clauses cuts a sentence into clauses.
func (r *reading) clauses(s *sentence) {
	m := &r.memory
	m.cut = r.x.rules.Cues.Clauses(m.cut[:0], s.tokens)
	s.clauses = m.clauses.Slice(len(m.cut))
	copy(s.clauses, m.cut)
}

// parse finds what the sentences of the entry name, and gives the number of those that are to be read. Where facts alone are
// wanted that is the last one that can tell a fact: of most of the news, none.
func (r *reading) parse() int {
	const most = 300 // sentences: the words of a whole book as one entry take too much memory
	if r.x.bare && r.trace == nil && len(r.entry.Sentences) <= most {
		return r.parseTelling()
	}
	if len(r.entry.Sentences) > most {
		for s := range r.eachSentence() {
			s.tokens = r.x.lexicon.Parse(s.Text, r.datesOf(s), r.context)
		}
		return len(r.sentences)
	}
	m := &r.memory
	m.words = m.words[:0]
	for s := range r.eachSentence() {
		m.words = append(m.words, r.x.lexicon.Cut(s.Text, r.datesOf(s), r.context))
	}
	r.recall(m.words)
	for i, s := range r.sentences {
		s.tokens = r.x.lexicon.Recognise(m.words[i], r.context)
	}
	return len(r.sentences)
}

// parseTelling cuts all sentences into words, and finds what they name up to the last one that can tell a fact. Those before
// it that leave no trace in others are plain. What stands behind it counts only if somebody asks which countries are named.
func (r *reading) parseTelling() int {
	m := &r.memory
	m.words, m.weights = m.words[:0], m.weights[:0]
	last := 0
	for s := range r.eachSentence() {
		w := r.x.lexicon.Cut(s.Text, r.datesOf(s), r.context)
		m.weights = append(m.weights, w.Weight(namesHolder))
		m.words = append(m.words, w)
		if m.weights[len(m.words)-1] == lexicon.Telling {
			last = len(m.words)
		}
	}
	if last == 0 {
		return 0
	}
	r.recall(m.words)
	said, para, nth := false, -1, 0 // somebody may go on speaking in the paragraph; the sentence's number in its piece of news
	for i, s := range r.sentences[:last] {
		said = said && s.Paragraph == para
		para, nth = s.Paragraph, nth+1
		if r.headline(s) {
			nth = 1
		}
		mayDate := i == 0 || s.day != nil && nth <= openings // or say where
		if m.weights[i] == lexicon.Plain && !mayDate && !said && !r.context.Knows(s.Text) {
			s.plain, s.country = true, m.words[i].Country()
			if s.country != "" {
				r.context.Name(s.country)
			}
			continue
		}
		said = said || m.weights[i] >= lexicon.Saying
		s.tokens = r.x.lexicon.Recognise(m.words[i], r.context)
	}
	r.context.Later(func() {
		for i, s := range r.sentences[last:] {
			s.tokens = r.x.lexicon.Recognise(m.words[last+i], r.context)
		}
	})
	return last
}

// eachSentence begins the sentences one after the other.
func (r *reading) eachSentence() iter.Seq[*sentence] {
	return func(yield func(*sentence) bool) {
		base := 0
		for i := range r.entry.Sentences {
			s := r.memory.sentences.One(sentence{Sentence: &r.entry.Sentences[i], base: base})
			r.sentences = append(r.sentences, s)
			if !yield(s) {
				return
			}
			base += len(s.Text)
		}
	}
}

// datesOf are the date expressions of a sentence, which keeps the day with which it opens, and the first that one of them names.
func (r *reading) datesOf(s *sentence) []schema.Mention {
	dates := r.dates(s.Text)
	if len(dates) > 0 && onDay(&dates[0]) {
		if before := s.Text[:dates[0].At.Start]; before == "" || before == "当地时间" || before == "当地" {
			s.opening = dates[0].Time
		}
	}
	for i := range dates {
		if onDay(&dates[i]) {
			day := dates[i]
			s.day = &day
			break
		}
	}
	return dates
}

// dates are the date expressions of a sentence, against the entry's date.
func (r *reading) dates(text string) []schema.Mention {
	out := r.memory.dated[:0]
	for _, t := range timex.Find(text) {
		if t.Kind == timex.Clock {
			continue
		}
		m := schema.Mention{Type: schema.TypeDate, Name: text[t.At.Start:t.At.End], At: t.At, By: "date"}
		d := r.days.resolve(text, t, r.entry.Date)
		m.Time = r.memory.dates.One(d)
		m.Vague = t.Kind == timex.Vague || t.Kind == timex.Cumulative || d.First.IsZero()
		m.Continues = t.Until
		out = append(out, m)
	}
	r.memory.dated = out
	return out
}

// note records the mentions of a sentence.
func (r *reading) note(s *sentence) {
	if r.x.bare {
		return
	}
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
	if m.Entity == "" || r.x.bare {
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
