package extract

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"jishi/extract/rule"
	"jishi/schema"
	"jishi/schema/datafile"
)

// WhyNot is the answer to why a fact is not given. Answer is one of the answers below; Text says it in words.
type WhyNot struct {
	Asked   string          `json:"asked"`
	Answer  string          `json:"answer"`
	Text    string          `json:"text"`
	Facts   []ExplainedFact `json:"facts"`   // those that come nearest to what was asked, or are it
	Parties []WhyNotParty   `json:"parties"` // how the parties asked for are named in the text
	Nearest []WhyNotTry     `json:"nearest"` // rules of the relation, the one that came furthest first
}

// The answers.
const (
	AnswerGiven         = "given"          // the fact is there
	AnswerModality      = "modality"       // it is there with another modality
	AnswerAttribute     = "attribute"      // it is there with another date, or other attributes
	AnswerReversed      = "reversed"       // it is there the other way round
	AnswerOnBehalf      = "on-behalf"      // it is there for persons who act for the countries or organizations asked for
	AnswerForWhom       = "for-whom"       // it is there for the countries or organizations for which the persons asked for act
	AnswerNotNamed      = "not-named"      // the text does not name a party
	AnswerNotRecognised = "not-recognised" // the text has a party's name, but it was not read as one
	AnswerNoTrigger     = "no-trigger"     // no sentence that names a party has a trigger of the relation
	AnswerTriggerHidden = "trigger-hidden" // the trigger's characters are part of another word or of a name
	AnswerNoRule        = "no-rule"        // no rule reads the relation
	AnswerNoTitle       = "no-title"       // an office is read from titles, and there is none
	AnswerStopped       = "stopped"        // the nearest rule stopped at an element
	AnswerRefused       = "refused"        // the nearest rule fits, but a condition forbids the fact
	AnswerBehind        = "behind"         // the nearest rule fits, but another of the relation came first
	AnswerOtherParty    = "other-party"    // the nearest rule gives a fact, about somebody else
)

// WhyNotParty is a party as it was asked for, and the sentences in which it was found.
type WhyNotParty struct {
	Role      string   `json:"role"` // subject or object
	Asked     string   `json:"asked"`
	IDs       []string `json:"ids"` // of the gazetteers' entities of that name
	Sentences []string `json:"sentences"`
	Text      string   `json:"text"` // how it is named, or why it was not found
	Found     bool     `json:"found"`
}

// WhyNotTry is a rule's attempt with the sentence that it was made in.
type WhyNotTry struct {
	Entry    string       `json:"entry"`
	Sentence int          `json:"sentence"`
	Text     string       `json:"text"`
	Try      ExplainedTry `json:"try"`

	at *ExplainedSentence
}

// Wanted is a fact that somebody misses. An empty modality is any.
type Wanted struct {
	rule.Expectation
	asked string
}

// ParseWanted reads RELATION(SUBJECT, OBJECT) MODALITY key=value; modality and attributes may be left out, and brackets and
// commas may be full-width.
func (x *Extractor) ParseWanted(text string) (Wanted, error) {
	plain := strings.NewReplacer("（", "(", "）", ")", "，", ",", "＝", "=").Replace(text)
	w := Wanted{asked: strings.TrimSpace(plain)}
	var err error
	if w.Expectation, err = rule.ParseExpectation(plain); err != nil {
		anyModality, again := rule.ParseExpectation(strings.Replace(plain, ")", ") any ", 1))
		if again != nil {
			return w, fmt.Errorf("%q is no fact; write RELATION(SUBJECT, OBJECT), and behind it, if you like, MODALITY key=value", text)
		}
		w.Expectation, w.Modality = anyModality, ""
	}
	var relations, modalities []string
	for _, r := range x.ontology.Relations {
		relations = append(relations, r.ID)
	}
	for _, m := range x.ontology.Modalities {
		modalities = append(modalities, m.ID)
	}
	return w, errors.Join(unknown("relation", w.Relation, relations), unknown("modality", w.Modality, append(modalities, "")))
}

func unknown(what, word string, known []string) error {
	if slices.Contains(known, word) {
		return nil
	}
	if near := datafile.Nearest(word, known); near != "" {
		return fmt.Errorf("unknown %s %s; did you mean %s?", what, strconv.Quote(word), near)
	}
	return fmt.Errorf("unknown %s %s; there are %s", what, strconv.Quote(word), strings.Join(slices.DeleteFunc(slices.Clone(known), func(s string) bool { return s == "" }), ", "))
}

// WhyNot says why what is explained does not give a fact, or that it does.
func (x *Extractor) WhyNot(e *Explanation, w Wanted) *WhyNot {
	q := question{x: x, e: e, Wanted: w, subject: x.asked("subject", w.Subject), object: x.asked("object", w.Object)}
	q.relation, _ = x.ontology.Relation(w.Relation)
	out := &WhyNot{Asked: w.asked, Facts: []ExplainedFact{}, Parties: []WhyNotParty{}, Nearest: []WhyNotTry{}}
	q.look()
	for _, p := range []*askedParty{&q.subject, &q.object} {
		if !p.open {
			out.Parties = append(out.Parties, p.WhyNotParty)
		}
	}
	q.rank()
	if !q.facts(out) {
		q.answer(out)
	}
	return out
}

// Narrow leaves of an explanation the entries of which its answer speaks: of the nearest rules, of facts, and those that
// name all parties asked for.
func (e *Explanation) Narrow() {
	if e.WhyNot == nil {
		return
	}
	e.Asides = []ExplainedAside{}
	e.Entries = slices.DeleteFunc(e.Entries, func(entry ExplainedEntry) bool {
		return !slices.ContainsFunc(e.WhyNot.Nearest, func(t WhyNotTry) bool { return t.Entry == entry.Label }) &&
			!slices.ContainsFunc(e.WhyNot.Facts, func(f ExplainedFact) bool { return f.fact.EntryHash == entry.Hash }) &&
			slices.ContainsFunc(e.WhyNot.Parties, func(p WhyNotParty) bool {
				return !slices.ContainsFunc(p.Sentences, func(s string) bool { return strings.HasPrefix(s, entry.Label+" ") })
			})
	})
}

// question is what is looked for in an explanation.
type question struct {
	Wanted
	x               *Extractor
	e               *Explanation
	relation        schema.Relation
	subject, object askedParty
	tries           []candidate // of the relation's rules, the nearest first
}

// each calls do for every sentence with its entry.
func (e *Explanation) each(do func(entry *ExplainedEntry, s *ExplainedSentence)) {
	for i := range e.Entries {
		for k := range e.Entries[i].Sentences {
			do(&e.Entries[i], &e.Entries[i].Sentences[k])
		}
	}
}
