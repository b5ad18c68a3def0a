package extract

import (
	"cmp"
	_ "embed"
	"fmt"
	"html/template"
	"io"
	"slices"
	"strings"

	"jishi/schema"
)

//go:embed explain.gohtml
var pageTemplate string

// WriteHTML prints the explanation as a web page that stands alone: it loads nothing. It is in a language, en or zh, into
// which say puts its words.
func (e *Explanation) WriteHTML(w io.Writer, language string, say Say) error {
	t, err := template.New("explain").Funcs(template.FuncMap{"say": say.text, "f": say.f, "list": say.list}).Parse(pageTemplate)
	if err != nil {
		return err
	}
	return t.Execute(w, e.page(language, say))
}

// page is what the template shows.
type page struct {
	Language, Title string

	Asides  []ExplainedAside
	Entries []pageEntry
	WhyNot  *WhyNot
	Tries   []pageTry // of the answer
}

type pageEntry struct {
	ID string
	ExplainedEntry
	Sentences []pageSentence
}

type pageSentence struct {
	ID string
	ExplainedSentence
	Marked []run
	Tries  []pageTry
	Facts  []pageFact

	say Say
}

type pageFact struct {
	ID string // of the element
	ExplainedFact
	Marked []run
	By     string // id of the try that gave it
	Match  *ExplainedMatch
}

type pageTry struct {
	ID string
	ExplainedTry
	At     string // the trigger with its place, and of an answer its sentence
	Marked []run  // of an answer: its sentence
}

type pageToken struct {
	ExplainedToken
	As []string
}

// run is a stretch of a sentence that is evidence or is none.
type run struct {
	Evidence bool
	Parts    []part
}

// part is a token, or what stands between two: plain where it has no class.
type part struct{ Text, Class, Title string }

func (e *Explanation) page(language string, say Say) page {
	p := page{Language: cmp.Or(language, schema.English), Title: e.Document, WhyNot: e.WhyNot, Asides: e.Asides}
	for i, entry := range e.Entries {
		pe := pageEntry{ID: fmt.Sprintf("e%d", i+1), ExplainedEntry: entry}
		for k := range entry.Sentences {
			pe.Sentences = append(pe.Sentences, entry.Sentences[k].page(fmt.Sprintf("%ss%d", pe.ID, k+1), entry.Facts, say))
		}
		p.Entries = append(p.Entries, pe)
	}
	if e.WhyNot != nil {
		for i, t := range e.WhyNot.Nearest {
			p.Tries = append(p.Tries, pageTry{ID: fmt.Sprintf("n%d", i+1), ExplainedTry: t.Try, Marked: t.at.mark([]ExplainedTry{t.Try}, nil, say),
				At: say.f("%s of %s sentence %d", say.text(t.at.trigger(t.Try)), t.Entry, t.Sentence+1)})
		}
	}
	return p
}

func (s *ExplainedSentence) page(id string, facts []ExplainedFact, say Say) pageSentence {
	out := pageSentence{ID: id, ExplainedSentence: *s, say: say}
	var all []int
	for _, e := range s.Evidence {
		all = append(all, e.Tokens...)
	}
	out.Marked = s.mark(s.Tries, all, say)
	for i, t := range s.Tries {
		out.Tries = append(out.Tries, pageTry{ID: fmt.Sprintf("%st%d", id, i+1), ExplainedTry: t, At: say.text(s.trigger(t))})
	}
	for i, e := range s.Evidence {
		if at := slices.IndexFunc(facts, func(f ExplainedFact) bool { return f.ID == e.Fact }); at >= 0 {
			out.Facts = append(out.Facts, s.pageFact(fmt.Sprintf("%sf%d", id, i+1), facts[at], e, out.Tries, say))
		}
	}
	return out
}

// pageFact is a fact with the sentence marked for it alone.
func (s *ExplainedSentence) pageFact(id string, fact ExplainedFact, e ExplainedEvidence, tries []pageTry, say Say) pageFact {
	out := pageFact{ID: id, ExplainedFact: fact}
	var by []ExplainedTry
	for _, t := range tries {
		if t.Match != nil && slices.Contains(t.Match.Facts, e.Fact) {
			out.By, out.Match, by = t.ID, t.Match, []ExplainedTry{t.ExplainedTry}
			break
		}
	}
	out.Marked = s.mark(by, e.Tokens, say)
	return out
}

// mark cuts the sentence into runs of evidence and of what is none, and these into its tokens: what they mention, the
// triggers and cues of the tries.
func (s *ExplainedSentence) mark(tries []ExplainedTry, evidence []int, say Say) []run {
	text, marks := []rune(s.Text), s.marks(tries, say)
	said := map[int]bool{}
	for _, i := range evidence {
		said[i] = true
	}
	var out []run
	put := func(in bool, p part) {
		if n := len(out); n == 0 || out[n-1].Evidence != in {
			out = append(out, run{Evidence: in})
		}
		last := &out[len(out)-1]
		last.Parts = append(last.Parts, p)
	}
	at := 0
	for i, t := range s.Tokens {
		if t.Start > at { // white space
			put(said[i] && said[i-1], part{Text: string(text[at:t.Start])})
		}
		p := marks[i]
		p.Text = t.Text
		put(said[i], p)
		at = t.End
	}
	if at < len(text) {
		put(false, part{Text: string(text[at:])})
	}
	return out
}

// marks says by token what is marked, and what its tooltip says.
func (s *ExplainedSentence) marks(tries []ExplainedTry, say Say) map[int]part {
	out := map[int]part{}
	for _, m := range s.Mentions {
		p := out[m.Token]
		if p.Class, p.Title = "mention "+s.Tokens[m.Token].Type, p.Title+"; "+say.text(m.String()); p.Title[:2] == "; " {
			p.Title = p.Title[2:]
		}
		out[m.Token] = p
	}
	for _, try := range tries {
		if m := try.Match; m != nil && m.Modality != nil && m.Modality.Cue != nil {
			out[m.Modality.Cue.Token] = part{Class: "cue", Title: say.f("cue: %s", strings.Join(m.Modality.Cue.Records, ", "))}
		}
	}
	for _, try := range tries { // a trigger may be the cue of another
		if out[try.Trigger].Class != "trigger" {
			out[try.Trigger] = part{Class: "trigger", Title: say.f("trigger of %s", try.Relation)}
		}
	}
	return out
}

// People counts sentences from 1.
func (s ExplainedSentence) People() int { return s.Number + 1 }

// Read says of each token what it was read as.
func (s pageSentence) Read() []pageToken {
	out := make([]pageToken, len(s.Tokens))
	for i, t := range s.Tokens {
		out[i] = pageToken{ExplainedToken: t, As: []string{s.say.text("unknown")}}
		switch {
		case t.Type != "":
			out[i].As = nil
		case t.Word:
			out[i].As = []string{s.say.text("word")}
		}
	}
	for _, m := range s.Mentions {
		as := append(out[m.Token].As, s.say.text(m.String()))
		for _, title := range m.Titles {
			as = append(as, s.say.text(title.String()))
		}
		out[m.Token].As = as
	}
	return out
}
