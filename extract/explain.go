package extract

import (
	"slices"

	"jishi/schema"
)

// Explanation says of a document, or of some of its entries, what was read and why. Encoded as JSON it is what `jishi
// explain --json` prints. Every key is always there; lists may be empty. Offsets named start and end are half-open and count
// code points: of the sentence in tokens, mentions and references, of the document elsewhere. Tokens and sentences are
// counted from 0.
type Explanation struct {
	Document string           `json:"document"`
	Asides   []ExplainedAside `json:"asides"` // what the layout keeps out of all sentences
	Entries  []ExplainedEntry `json:"entries"`
	WhyNot   *WhyNot          `json:"whyNot"` // the answer where one was asked for, else null

	ofDoc schema.Document
}

// ExplainedAside is a part of the document that is no sentence: a heading, a bullet, a pull quote.
type ExplainedAside struct {
	Kind  string `json:"kind"`
	Text  string `json:"text"`
	Start int    `json:"start"`
	End   int    `json:"end"`
}

// ExplainedEntry is one dated record of the document.
type ExplainedEntry struct {
	Label     string              `json:"label"`
	Hash      string              `json:"hash"`
	Date      string              `json:"date"` // of its heading
	Start     int                 `json:"start"`
	End       int                 `json:"end"`
	Sentences []ExplainedSentence `json:"sentences"`
	Facts     []ExplainedFact     `json:"facts"` // in the order of the text
}

// ExplainedFact is a fact as `jishi extract` prints it, with the same in one line.
type ExplainedFact struct {
	schema.FactRecord
	DateFrom string `json:"dateFrom"` // heading, sentence or none
	Written  string `json:"written"`  // RELATION(SUBJECT, OBJECT) MODALITY DATE key=value

	fact schema.Fact
}

// Explain reads a document, or those of its entries that have one of the hashes, and keeps every step.
func (x *Extractor) Explain(doc schema.Document, entries ...string) *Explanation {
	e := &Explanation{Document: doc.ID, Asides: []ExplainedAside{}, Entries: []ExplainedEntry{}, ofDoc: doc}
	b := explainer{x: x, doc: &doc, index: schema.NewRuneIndex(doc.Text)}
	for _, a := range doc.Asides {
		e.Asides = append(e.Asides, ExplainedAside{a.Kind, schema.Quote(doc.Text, []schema.Span{a.At}), b.index.At(a.At.Start), b.index.At(a.At.End)})
	}
	for i := range doc.Entries {
		if len(entries) == 0 || slices.Contains(entries, doc.Entries[i].Hash) {
			e.Entries = append(e.Entries, b.entry(x.readTraced(&doc, &doc.Entries[i])))
		}
	}
	return e
}

// ExplainText reads a text as it stands (a lone sentence is one entry without a date) and keeps every step.
func (x *Extractor) ExplainText(text string) (*Explanation, error) {
	doc, err := x.Read(Input{ID: "text", Name: "text", Raw: []byte(text)})
	if err != nil {
		return nil, err
	}
	return x.Explain(doc), nil
}

// Only leaves of an explanation the sentences that tell of a fact, and the fact. It reports whether the fact was there.
func (e *Explanation) Only(fact string) bool {
	var kept []ExplainedEntry
	for _, entry := range e.Entries {
		entry.Facts = slices.DeleteFunc(slices.Clone(entry.Facts), func(f ExplainedFact) bool { return f.ID != fact })
		entry.Sentences = slices.DeleteFunc(slices.Clone(entry.Sentences), func(s ExplainedSentence) bool { return !slices.Contains(s.Facts, fact) })
		if len(entry.Facts) > 0 {
			kept = append(kept, entry)
		}
	}
	if len(kept) == 0 {
		return false
	}
	e.Entries, e.Asides = kept, []ExplainedAside{}
	return true
}

// explainer makes records of readings.
type explainer struct {
	x     *Extractor
	doc   *schema.Document
	index *schema.RuneIndex // of the document

	numbers map[*sentence]int // of the entry's sentences
}

func (b *explainer) entry(r *reading) ExplainedEntry {
	e := ExplainedEntry{Label: r.entry.Label, Hash: r.entry.Hash, Date: r.entry.Date.First.String(),
		Start: b.index.At(r.entry.At.Start), End: b.index.At(r.entry.At.End), Sentences: []ExplainedSentence{}, Facts: []ExplainedFact{}}
	b.numbers = map[*sentence]int{}
	for i, s := range r.sentences {
		b.numbers[s] = i
	}
	for i, s := range r.sentences {
		e.Sentences = append(e.Sentences, b.sentence(r, s, i))
	}
	for _, f := range r.facts {
		e.Facts = append(e.Facts, ExplainedFact{f.Record(b.doc.Text, b.index), string(f.Date.Basis), Written(f), f})
	}
	return e
}
