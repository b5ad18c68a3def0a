package extract

import (
	"slices"

	"jishi/schema"
)

// ExplainedSentence is a sentence as it was mended and normalised, and all that was found in it.
type ExplainedSentence struct {
	Number     int                  `json:"number"` // within its entry
	Text       string               `json:"text"`
	Spans      []schema.SpanRecord  `json:"spans"` // of the document
	Tokens     []ExplainedToken     `json:"tokens"`
	Clauses    []ExplainedClause    `json:"clauses"`
	Mentions   []ExplainedMention   `json:"mentions"` // of names, quantities and dates, after references are resolved
	References []ExplainedReference `json:"references"`
	Speeches   []ExplainedSpeech    `json:"speeches"`
	Tries      []ExplainedTry       `json:"tries"` // each rule at each trigger, in the order of the text and of priority
	Facts      []string             `json:"facts"` // ids, in the order in which they were read
	Evidence   []ExplainedEvidence  `json:"evidence"`
}

// ExplainedEvidence is the tokens of a sentence that say a fact.
type ExplainedEvidence struct {
	Fact   string `json:"fact"`
	Tokens []int  `json:"tokens"`
}

// ExplainedToken is what a pattern sees of a sentence, one element each.
type ExplainedToken struct {
	Text  string `json:"text"`
	Start int    `json:"start"`
	End   int    `json:"end"`
	Word  bool   `json:"word"` // the dictionary has it, or it is a mark
	Type  string `json:"type"` // of what it mentions first, or ""
	List  bool   `json:"list"` // it mentions several
}

// ExplainedClause is a range of tokens between two marks, and the token of the actor that it begins with, or null.
type ExplainedClause struct {
	From    int  `json:"from"`
	To      int  `json:"to"`
	Subject *int `json:"subject"`
}

// ExplainedMention is what a token, or a part of it, names, with its source: the gazetteer's FILE:LINE, or the name of the
// recogniser that found it; "reference" for whom a referring expression stands for.
type ExplainedMention struct {
	Token   int              `json:"token"`
	Type    string           `json:"type"`
	ID      string           `json:"id"`
	Name    string           `json:"name"`
	Text    string           `json:"text"`
	Start   int              `json:"start"`
	End     int              `json:"end"`
	Source  string           `json:"source"`
	Record  string           `json:"record"`  // FILE:LINE of the gazetteer's record of its entity, or ""
	Country string           `json:"country"` // id
	Titles  []ExplainedTitle `json:"titles"`
}

// byReference is the source of those for whom a referring expression stands.
const byReference = "reference"

// ExplainedTitle is an office read before or after a name.
type ExplainedTitle struct {
	Office string `json:"office"`
	Of     string `json:"of"`   // name of the country or organization
	OfID   string `json:"ofId"` // its id
	Status string `json:"status"`
}

// ExplainedReference is a referring expression: who is meant (nobody: it could not be resolved), and why. A party of a match
// that its pattern does not name is one too, of the kind "dropped subject" or "dropped object", at its trigger.
type ExplainedReference struct {
	Token int              `json:"token"`
	Text  string           `json:"text"` // of a dropped party, the trigger
	Start int              `json:"start"`
	End   int              `json:"end"`
	Kind  string           `json:"kind"` // side, both, other, that, person …
	To    []ExplainedParty `json:"to"`
	How   string           `json:"how"`
	From  []ExplainedParty `json:"from"` // the mentions that it leads back to
}

// ExplainedParty is somebody or something with the place that names him: sentence counts within the entry, null when no
// sentence does.
type ExplainedParty struct {
	ID       string `json:"id"`
	Type     string `json:"type"`
	Name     string `json:"name"`
	Text     string `json:"text"`
	Sentence *int   `json:"sentence"`
}

// ExplainedSpeech is what somebody says in a sentence: tokens.
type ExplainedSpeech struct {
	From int             `json:"from"`
	To   int             `json:"to"`
	By   *ExplainedParty `json:"by"`
}

func (b *explainer) sentence(r *reading, s *sentence, number int) ExplainedSentence {
	v := sentenceView{explainer: b, r: r, s: s, notes: r.trace.at(s), index: schema.NewRuneIndex(s.Text)}
	out := ExplainedSentence{Number: number, Text: s.Text, Spans: b.spans(s.Spans(schema.Local{End: len(s.Text)})),
		Tokens: []ExplainedToken{}, Clauses: []ExplainedClause{}, Mentions: []ExplainedMention{},
		References: []ExplainedReference{}, Speeches: []ExplainedSpeech{}, Facts: []string{}}
	for i, t := range s.tokens {
		token := ExplainedToken{Text: s.Text[t.At.Start:t.At.End], Start: v.index.At(t.At.Start), End: v.index.At(t.At.End),
			Word: t.Word != "", List: len(t.Mentions) > 1}
		if len(t.Mentions) > 0 {
			token.Type = t.Mentions[0].Type
		}
		out.Tokens = append(out.Tokens, token)
		for _, m := range t.Mentions {
			out.Mentions = append(out.Mentions, v.mention(i, m))
		}
	}
	for _, c := range s.clauses {
		clause := ExplainedClause{From: c.Start, To: c.End}
		if c.Subject >= 0 {
			clause.Subject = &c.Subject
		}
		out.Clauses = append(out.Clauses, clause)
	}
	for _, x := range v.notes.refers {
		out.References = append(out.References, v.reference(x))
	}
	for _, m := range v.notes.matches {
		out.References = append(out.References, v.dropped(m)...)
	}
	for _, sp := range v.notes.speeches {
		speech := ExplainedSpeech{From: sp.verb + 1, To: sp.end}
		if sp.speaker != nil {
			speech.By = new(v.party(*sp.speaker))
		}
		out.Speeches = append(out.Speeches, speech)
	}
	out.Tries = v.tries()
	out.Facts, out.Evidence = v.facts()
	return out
}

func (b *explainer) spans(spans []schema.Span) []schema.SpanRecord {
	out := []schema.SpanRecord{}
	for _, s := range schema.Join(b.doc.Text, spans) {
		out = append(out, schema.SpanRecord{Start: b.index.At(s.Start), End: b.index.At(s.End)})
	}
	return out
}

// sentenceView makes the records of one sentence.
type sentenceView struct {
	*explainer
	r     *reading
	s     *sentence
	notes *notes
	index *schema.RuneIndex // of the sentence
}

func (v sentenceView) mention(token int, m schema.Mention) ExplainedMention {
	out := ExplainedMention{Token: token, Type: m.Type, ID: m.Entity, Name: m.Name, Text: v.s.Text[m.At.Start:m.At.End],
		Start: v.index.At(m.At.Start), End: v.index.At(m.At.End), Source: m.By, Record: v.x.lexicon.Place(m.Entity), Country: m.Country, Titles: []ExplainedTitle{}}
	for _, t := range m.Titles {
		out.Titles = append(out.Titles, ExplainedTitle{t.Office, t.Of.Name, t.Of.Entity, t.Status})
	}
	return out
}

func (v sentenceView) reference(x referred) ExplainedReference {
	out := ExplainedReference{Token: x.token, Text: v.s.Text[x.m.At.Start:x.m.At.End], Start: v.index.At(x.m.At.Start), End: v.index.At(x.m.At.End),
		Kind: x.m.Refer.Kind, To: []ExplainedParty{}, How: x.how, From: []ExplainedParty{}}
	for _, m := range x.found {
		out.To = append(out.To, ExplainedParty{ID: m.Entity, Type: m.Type, Name: m.Name})
	}
	if len(out.To) == 0 {
		out.How = "nobody of this kind has been named"
	}
	for _, a := range []*actor{x.one, x.more} {
		if a != nil {
			out.From = append(out.From, v.party(*a))
		}
	}
	return out
}

// dropped are the parties of a match that the pattern does not name.
func (v sentenceView) dropped(m matched) []ExplainedReference {
	var out []ExplainedReference
	t := v.s.tokens[m.Trigger]
	for _, side := range []struct {
		kind, how string
		actors    []actor
	}{{"dropped subject", m.subjectBy, m.subjects}, {"dropped object", m.objectBy, m.objects}} {
		if side.how == byPattern || len(side.actors) == 0 {
			continue
		}
		r := ExplainedReference{Token: m.Trigger, Text: t.Word, Start: v.index.At(t.At.Start), End: v.index.At(t.At.End), Kind: side.kind,
			To: []ExplainedParty{}, How: side.how, From: []ExplainedParty{}}
		for _, a := range side.actors {
			r.To = append(r.To, ExplainedParty{ID: a.Entity, Type: a.Type, Name: a.Name})
			if p := v.party(a); p.Text != "" {
				r.From = append(r.From, p)
			}
		}
		out = append(out, r)
	}
	return out
}

// party is an actor with the words and the sentence that name him.
func (v sentenceView) party(a actor) ExplainedParty {
	p := ExplainedParty{ID: a.Entity, Type: a.Type, Name: a.Name}
	if a.in != nil && a.At.Len() > 0 {
		p.Text = a.in.Text[a.At.Start:a.At.End]
		if i, ok := v.numbers[a.in]; ok {
			p.Sentence = &i
		}
	}
	return p
}

func (v sentenceView) parties(list []actor) []ExplainedParty {
	out := []ExplainedParty{}
	for _, a := range list {
		out = append(out, v.party(a))
	}
	return out
}

// facts are the ids of the facts that the sentence tells, each once, and which of its tokens say them.
func (v sentenceView) facts() ([]string, []ExplainedEvidence) {
	at := slices.Clone(v.notes.offices)
	for _, m := range v.notes.matches {
		at = append(at, m.facts...)
	}
	slices.Sort(at)
	ids, evidence := []string{}, []ExplainedEvidence{}
	for _, i := range slices.Compact(at) {
		f := v.r.facts[i]
		ids = append(ids, f.ID)
		evidence = append(evidence, ExplainedEvidence{f.ID, v.tokensIn(f.Evidence)})
	}
	return ids, evidence
}

// tokensIn are the tokens that stand in spans of the document.
func (v sentenceView) tokensIn(spans []schema.Span) []int {
	out := []int{}
	for i, t := range v.s.tokens {
		if slices.ContainsFunc(v.s.Spans(t.At), func(own schema.Span) bool {
			return slices.ContainsFunc(spans, func(s schema.Span) bool { return own.Start < s.End && s.Start < own.End })
		}) {
			out = append(out, i)
		}
	}
	return out
}
