package extract

import (
	_ "embed"
	"fmt"
	"html/template"
	"io"
	"slices"
	"strings"
)

//go:embed explain.gohtml
var pageTemplate string

// WriteHTML prints the explanation as a web page that stands alone: it loads nothing.
func (e *Explanation) WriteHTML(w io.Writer) error {
	t, err := template.New("explain").Parse(pageTemplate)
	if err != nil {
		return err
	}
	return t.Execute(w, e.page())
}

// page is what the template shows.
type page struct {
	Title   string
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

// run is a stretch of a sentence that is evidence or is none.
type run struct {
	Evidence bool
	Parts    []part
}

// part is a token, or what stands between two: plain where it has no class.
type part struct{ Text, Class, Title string }

func (e *Explanation) page() page {
	p := page{Title: e.Document, WhyNot: e.WhyNot, Asides: e.Asides}
	for i, entry := range e.Entries {
		pe := pageEntry{ID: fmt.Sprintf("e%d", i+1), ExplainedEntry: entry}
		for k := range entry.Sentences {
			pe.Sentences = append(pe.Sentences, entry.Sentences[k].page(fmt.Sprintf("%ss%d", pe.ID, k+1), entry.Facts))
		}
		p.Entries = append(p.Entries, pe)
	}
	if e.WhyNot != nil {
		for i, t := range e.WhyNot.Nearest {
			p.Tries = append(p.Tries, pageTry{ID: fmt.Sprintf("n%d", i+1), ExplainedTry: t.Try, Marked: t.at.mark([]ExplainedTry{t.Try}, nil),
				At: fmt.Sprintf("%s of %s sentence %d", t.at.trigger(t.Try), t.Entry, t.Sentence+1)})
		}
	}
	return p
}

func (s *ExplainedSentence) page(id string, facts []ExplainedFact) pageSentence {
	out := pageSentence{ID: id, ExplainedSentence: *s}
	var all []int
	for _, e := range s.Evidence {
		all = append(all, e.Tokens...)
	}
	out.Marked = s.mark(s.Tries, all)
	for i, t := range s.Tries {
		out.Tries = append(out.Tries, pageTry{ID: fmt.Sprintf("%st%d", id, i+1), ExplainedTry: t, At: s.trigger(t)})
	}
	for i, e := range s.Evidence {
		at := slices.IndexFunc(facts, func(f ExplainedFact) bool { return f.ID == e.Fact })
		if at < 0 {
			continue
		}
		f := pageFact{ID: fmt.Sprintf("%sf%d", id, i+1), ExplainedFact: facts[at]}
		var by []ExplainedTry
		for _, t := range out.Tries {
			if t.Match != nil && slices.Contains(t.Match.Facts, e.Fact) && f.By == "" {
				f.By, f.Match, by = t.ID, t.Match, []ExplainedTry{t.ExplainedTry}
			}
		}
		f.Marked = s.mark(by, e.Tokens)
		out.Facts = append(out.Facts, f)
	}
	return out
}

// mark cuts the sentence into runs of evidence and of what is none, and these into its tokens: what they mention, the
// triggers and cues of the tries.
func (s *ExplainedSentence) mark(tries []ExplainedTry, evidence []int) []run {
	text := []rune(s.Text)
	var out []run
	put := func(in bool, p part) {
		if n := len(out); n == 0 || out[n-1].Evidence != in {
			out = append(out, run{Evidence: in})
		}
		last := &out[len(out)-1]
		last.Parts = append(last.Parts, p)
	}
	at, before := 0, false
	for i, t := range s.Tokens {
		in := slices.Contains(evidence, i)
		if t.Start > at { // white space
			put(in && before, part{Text: string(text[at:t.Start])})
		}
		put(in, s.part(i, tries))
		at, before = t.End, in
	}
	if at < len(text) {
		put(false, part{Text: string(text[at:])})
	}
	return out
}

func (s *ExplainedSentence) part(i int, tries []ExplainedTry) part {
	t := s.Tokens[i]
	p := part{Text: t.Text}
	if t.Type != "" {
		p.Class = "mention " + t.Type
		var says []string
		for _, m := range s.Mentions {
			if m.Token == i {
				says = append(says, m.String())
			}
		}
		p.Title = strings.Join(says, "; ")
		return p
	}
	for _, try := range tries {
		switch {
		case try.Trigger == i:
			p.Class, p.Title = "trigger", "trigger of "+try.Relation
		case try.Match != nil && try.Match.Modality != nil && try.Match.Modality.Cue != nil && try.Match.Modality.Cue.Token == i:
			p.Class, p.Title = "cue", "cue: "+strings.Join(try.Match.Modality.Cue.Records, ", ")
		default:
			continue
		}
		return p
	}
	return p
}

// People counts sentences from 1.
func (s ExplainedSentence) People() int { return s.Number + 1 }
