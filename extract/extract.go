// Package extract is the pipeline: it reads a document's entries, sentence by sentence, and gives the facts that the
// rules find, with who is meant by 中方 or 他, when it was, whether it was done or only promised, and the characters that
// say it. Entries are independent of each other, so any number of workers gives the same result.
package extract

import (
	"crypto/sha256"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"sort"
	"strings"

	"jishi/extract/chronicle"
	"jishi/extract/lexicon"
	"jishi/extract/rule"
	"jishi/extract/source"
	"jishi/extract/timex"
	"jishi/schema"
	"jishi/schema/datafile"
)

// Options say what an extractor is made of.
type Options struct {
	Data string // folder that overlays ontology (schema/), gazetteers (lexicon/) and rules (rules/); "" for none
	Year int    // the year of texts that have none; 0 when unknown
}

// Extractor is compiled once and then only read; it is safe for concurrent use.
type Extractor struct {
	ontology *schema.Ontology
	lexicon  *lexicon.Lexicon
	rules    *rule.Set
	year     int
	bare     bool // neither mentions nor entities are wanted
}

// layer is a part of the user's folder, and how messages name it; nil when there is none.
func (o Options) layer(name string) (fs.FS, string) {
	if o.Data == "" {
		return nil, ""
	}
	return os.DirFS(filepath.Join(o.Data, name)), filepath.ToSlash(filepath.Join(o.Data, name))
}

// New loads and checks ontology, gazetteers and rules. The error is a datafile.Problems: every fault of every file.
func New(o Options) (*Extractor, error) {
	if err := o.folder(); err != nil {
		return nil, err
	}
	x := &Extractor{year: o.Year}
	problems := o.misplaced()
	failed := func(err error) bool {
		var more datafile.Problems
		if errors.As(err, &more) {
			problems = append(problems, more...)
		} else if err != nil {
			problems = append(problems, datafile.Problem{File: o.Data, Fault: err.Error()})
		}
		return err != nil
	}
	var err error
	user, shown := o.layer("schema")
	x.ontology, err = schema.LoadOntology(user, shown)
	failed(err)
	user, shown = o.layer("rules")
	words := lexicon.Options{Number: timex.Number}
	if x.rules, err = rule.Load(user, shown, x.ontology); !failed(err) {
		words.Words, words.Triggers, words.Says = x.rules.Words(), x.rules.Triggers(), x.rules.Cues.Words("saying")
		problems = append(problems, reserved(x.rules)...)
	}
	words.User, words.UserShown = o.layer("lexicon")
	x.lexicon, err = lexicon.Load(words)
	failed(err)
	if err := problems.Err(); err != nil {
		return nil, err
	}
	x.rules.Cues.Verbs(x.lexicon.Verbs())
	return x, nil
}

// reserved tells of a rule that has the name of the one reading which is no rule of a file.
func reserved(rules *rule.Set) datafile.Problems {
	var out datafile.Problems
	for _, r := range rules.Rules {
		if r.Name == titleRule().Name {
			out = append(out, r.Problem("name", "the reading of offices in titles is called "+r.Name, "take another name"))
		}
	}
	return out
}

// FactsOnly is the same extractor, but its results list neither mentions nor entities, which take time and memory.
func (x *Extractor) FactsOnly() *Extractor {
	bare := *x
	bare.bare = true
	return &bare
}

// Ontology is the vocabulary that the facts obey.
func (x *Extractor) Ontology() *schema.Ontology { return x.ontology }

// Rules are the rules, sorted by name.
func (x *Extractor) Rules() []schema.Rule {
	out := []schema.Rule{titleRule()}
	for _, r := range x.rules.Rules {
		out = append(out, r.Rule)
	}
	sort.Slice(out, func(i, j int) bool { return out[i].Name < out[j].Name })
	return out
}

// RulesInFull are the rules of the files, with all that they say, sorted by name.
func (x *Extractor) RulesInFull() []*rule.Rule {
	out := slices.Clone(x.rules.Rules)
	slices.SortFunc(out, func(a, b *rule.Rule) int { return strings.Compare(a.Name, b.Name) })
	return out
}

// Input is one text to read.
type Input struct {
	ID   string // of the document
	Name string // path, for messages and for a date in the file's name
	Raw  []byte
	Day  schema.Day // of a text that has none of its own; zero: what the file tells
	// Encoding is that of the bytes; "" to find it.
	Encoding source.Encoding
}

// Read decodes a text and cuts it into entries. The error names file, line and byte offset.
func (x *Extractor) Read(in Input) (schema.Document, error) { return Read(in, x.year) }

// Check looks whether a text can be read: it gives what the file tells of it, a key that inputs of the same text and the
// same day share, and the error that Read would.
func Check(in Input) (o source.Origin, key string, err error) {
	text, o, err := source.Open(in.Name, in.Raw, in.Encoding)
	if err != nil {
		return o, "", err
	}
	day, _ := in.day(o)
	sum := sha256.Sum256([]byte(text))
	return o, string(sum[:]) + day.String(), nil
}

// Read does so without an extractor: it needs no gazetteer. year is that of texts that have none; 0 when unknown.
func Read(in Input, year int) (schema.Document, error) {
	doc, _, err := ReadOrigin(in, year)
	return doc, err
}

// ReadOrigin is Read and Check in one.
func ReadOrigin(in Input, year int) (schema.Document, source.Origin, error) {
	text, o, err := source.Read(in.Name, in.Raw, in.Encoding)
	if err != nil {
		return schema.Document{}, o, err
	}
	day, from := in.day(o)
	return chronicle.Split(in.ID, text, chronicle.Options{Year: year, File: day, From: from}), o, nil
}

// day is the day of a text that has none of its own, and where it stands: the one given, the one that the page tells, the
// one in the file's name.
func (in Input) day(o source.Origin) (day schema.Day, from string) {
	switch {
	case !in.Day.IsZero():
		return in.Day, "what you said"
	case !o.Date.IsZero():
		return o.Date, o.From
	}
	return chronicle.FileDay(filepath.Base(in.Name)), "the file's name"
}

// Extract reads the facts of a document with up to jobs workers.
func (x *Extractor) Extract(doc schema.Document, jobs int) schema.Result {
	all := x.gather(&doc, jobs)
	out := schema.Result{Document: doc, Facts: all.Facts, Mentions: all.Mentions}
	if !x.bare {
		out.Entities = x.describe(all.entities)
	}
	return out
}

// Entities are all that the gazetteers know, sorted by id.
func (x *Extractor) Entities() []schema.Entity { return x.lexicon.Entities() }

// Complete adds to entities those of the gazetteers that they refer to, and sorts them by id.
func (x *Extractor) Complete(list []schema.Entity) []schema.Entity {
	entities := map[string]schema.Entity{}
	for _, e := range list {
		entities[e.ID] = e
	}
	return x.describe(entities)
}

// describe completes the entities of a result by those that they refer to, and sorts them by id.
func (x *Extractor) describe(entities map[string]schema.Entity) []schema.Entity {
	var add func(id string)
	add = func(id string) {
		if _, ok := entities[id]; ok || id == "" {
			return
		}
		e, ok := x.lexicon.Entity(id)
		if !ok {
			return
		}
		entities[id] = e
		add(e.Country)
		add(e.Broader)
		for _, o := range e.Offices {
			add(o.Of)
		}
	}
	ids := make([]string, 0, len(entities))
	for id := range entities {
		ids = append(ids, id)
	}
	for _, id := range ids {
		e := entities[id]
		add(e.Country)
		add(e.Broader)
		for _, o := range e.Offices {
			add(o.Of)
		}
	}
	out := make([]schema.Entity, 0, len(entities))
	for _, e := range entities {
		out = append(out, e)
	}
	sort.Slice(out, func(i, j int) bool { return out[i].ID < out[j].ID })
	return out
}

// Facts reads a text as the only one of an entry of 1 March: as an example of a rule is read.
func (x *Extractor) Facts(text string) []schema.Fact {
	doc, err := x.example(text)
	if err != nil {
		return nil
	}
	return x.Extract(doc, 1).Facts
}

// example reads a text without the year of the run: what an example gives is the rule's affair alone.
func (x *Extractor) example(text string) (schema.Document, error) {
	return Read(Input{ID: "text", Raw: []byte("3月1日\n\n◆" + text)}, 0)
}

// RunExamples runs the examples and counter-examples of the rules; user limits it to rules of the user's folder.
func (x *Extractor) RunExamples(user bool) datafile.Problems { return x.rules.Check(user, x.Facts) }
