// Package lexicon finds what a sentence names: the gazetteers' countries, leaders, organizations, groups, places and
// supplies, and, by recognisers, the names and chunks that no gazetteer can list (a title with an unknown name, a
// ministry, a team of experts, a meeting, thirty tents). It turns a sentence into the tokens that rules match.
//
// One dictionary holds the gazetteers' names, the rules' words and common words; gse finds the likeliest cut of the
// sentence by it. Names weigh more than words but do not always win: in 沿海地区 there is no 海地 (Haiti).
package lexicon

import (
	"io/fs"
	"slices"
	"sort"
	"sync"

	"jishi/extract/token"
	"jishi/schema"
	"jishi/schema/datafile"
)

// Lexicon is compiled once and then only read.
type Lexicon struct {
	entities map[string]*schema.Entity
	places   map[string]string // entity id → FILE:LINE
	terms    map[string][]term // a name or word → its readings
	chars    map[string][]side // a one-character form → the countries that it can stand for
	capitals map[string]bool   // ids of places
	shared   map[string]bool   // names of leaders that others have too
	same     map[string]string // a word for an office → the word under which the leaders' files hold it
	names    nameForms
	cut      *token.Segmenter
	words    []lexeme // the segmenter's
	marked   map[string]marks

	recognisers []Recogniser

	work sync.Pool // of *parse, for their room

	nameRecords []nameRecord
	number      func(string) (string, bool)
}

// term is one reading of a string of the dictionary.
type term struct {
	kind   kind
	id     string // of an entity
	pos    string // of a word: see FORMAT.md
	own    bool   // of a word: the user's folder says what it is
	head   *head
	unit   *unit
	status string // of an office's prefix; an office's rank
	of     string // id of whose office it is where the press leaves that out
}

// kind says what a term is.
type kind int

const (
	isWord kind = iota
	isEntity
	isOffice
	isPrefix
	isUnit
	isHead
	isReference
	isSide
	isPair
)

// side is a country and whether the tables have its one-character form, or it is a guess from its name.
type side struct {
	id    string
	guess bool
}

// Options say what a lexicon is made of.
type Options struct {
	User      fs.FS                                // a folder that overlays the shipped gazetteers; nil: none
	UserShown string                               // how messages name it
	Words     []string                             // the rules' own
	Triggers  []string                             // those of them for which a rule waits
	Says      []string                             // those of them that are verbs of saying
	Number    func(string) (value string, ok bool) // reads a numeral as an Arabic decimal
	Simplify  func(string) (string, error)         // turns traditional characters into simplified ones; only Lint uses it
}

// Load compiles the gazetteers. Every fault of every file is reported at once.
func Load(o Options) (*Lexicon, error) {
	l, _, problems := read(o)
	if err := problems.Err(); err != nil {
		return nil, err
	}
	for _, w := range o.Words {
		if len(l.terms[w]) == 0 && !isPunct(w) { // a mark that a pattern names is a mark
			l.terms[w] = []term{{kind: isWord, pos: posVerb}}
		}
	}
	l.addSides()
	l.names = l.formsOfNames()
	return l, l.compile(o)
}

// read gives what the files hold, as far as they can be read, with their faults and the records that have none so far:
// what a record with a misspelt key lacks may stand there.
func read(o Options) (*Lexicon, []datafile.Record, datafile.Problems) {
	layers := []datafile.Layer{{FS: Shipped(), Shown: "extract/lexicon/data"}}
	if o.User != nil {
		layers = append(layers, datafile.Layer{FS: o.User, Shown: o.UserShown, User: true})
	}
	records, problems := datafile.Read(layers, "id")
	l := &Lexicon{
		entities: map[string]*schema.Entity{}, places: map[string]string{}, terms: map[string][]term{},
		chars: map[string][]side{}, capitals: map[string]bool{}, shared: map[string]bool{}, same: map[string]string{}, number: o.Number, recognisers: Recognisers(),
	}
	whole := records[:0]
	for _, r := range records {
		faults := l.add(r)
		if problems = append(problems, faults...); len(faults) == 0 {
			whole = append(whole, r)
		}
	}
	return l, whole, append(problems, l.check(whole)...)
}

// compile gives the dictionary to the segmenter, in a fixed order.
func (l *Lexicon) compile(o Options) (err error) {
	l.marked = l.signs()
	marked := map[string]marks{}
	for _, w := range o.Says {
		marked[w] |= isSaying
	}
	for _, w := range o.Triggers {
		marked[w] |= isTrigger
	}
	all := make([]string, 0, len(l.terms))
	for w := range l.terms {
		all = append(all, w)
	}
	sort.Strings(all)
	words := make([]token.Word, len(all))
	l.words = make([]lexeme, len(all))
	for i, w := range all {
		l.words[i] = l.lexeme(w, marked[w])
		words[i] = token.Word{Text: w, Name: slices.ContainsFunc(l.terms[w], func(t term) bool { return t.kind == isEntity || t.kind == isSide })}
	}
	l.cut, err = token.New(words)
	return err
}

// Entity gives what the gazetteers say of an id.
func (l *Lexicon) Entity(id string) (schema.Entity, bool) {
	e, ok := l.entities[id]
	if !ok {
		return schema.Entity{}, false
	}
	return *e, true
}

// Place is the FILE:LINE at which a gazetteer describes an entity, or "".
func (l *Lexicon) Place(id string) string { return l.places[id] }

// Entities gives all that the gazetteers know, sorted by id.
func (l *Lexicon) Entities() []schema.Entity {
	out := make([]schema.Entity, 0, len(l.entities))
	for _, e := range l.entities {
		out = append(out, *e)
	}
	sort.Slice(out, func(i, j int) bool { return out[i].ID < out[j].ID })
	return out
}

// Verbs are the words that are verbs and nothing else, sorted.
func (l *Lexicon) Verbs() []string {
	var out []string
	for w, terms := range l.terms {
		if len(terms) == 1 && terms[0].kind == isWord && terms[0].pos == posVerb {
			out = append(out, w)
		}
	}
	sort.Strings(out)
	return out
}

// addTerm records a reading of a string; the same reading twice is one.
func (l *Lexicon) addTerm(s string, t term) {
	if s == "" || slices.ContainsFunc(l.terms[s], func(o term) bool { return o.kind == t.kind && o.id == t.id && o.pos == t.pos && o.head == t.head }) {
		return
	}
	l.terms[s] = append(l.terms[s], t)
}
