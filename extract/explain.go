package extract

import (
	"fmt"
	"io"
	"strings"

	"jishi/extract/rule"
	"jishi/schema"
)

// Explanation says for a text what was read and why.
type Explanation struct {
	doc    schema.Document
	read   []*reading
	tries  []tryAt
	whys   []why
	refers []referred
	facts  []schema.Fact
}

type tryAt struct {
	s *sentence
	rule.Try
}

type why struct {
	s     *sentence
	found rule.Found
	why   string
}

type referred struct {
	s     *sentence
	word  string
	names []string
}

func (e *Explanation) refer(s *sentence, m schema.Mention, found []schema.Mention) {
	names := []string{}
	for _, f := range found {
		names = append(names, f.Name)
	}
	e.refers = append(e.refers, referred{s, m.Name, names})
}

func (e *Explanation) because(s *sentence, f rule.Found, reason string) {
	e.whys = append(e.whys, why{s, f, reason})
}

// Explain reads a text as it stands (a lone sentence is one entry without a date) and keeps every step.
func (x *Extractor) Explain(text string) (*Explanation, error) {
	doc, err := x.Read(Input{ID: "text", Name: "text", Raw: []byte(text)})
	if err != nil {
		return nil, err
	}
	e := &Explanation{doc: doc}
	for i := range doc.Entries {
		r := x.readTraced(&doc, &doc.Entries[i], e)
		e.read = append(e.read, r)
		e.facts = append(e.facts, r.facts...)
	}
	return e, nil
}

// WriteText prints the explanation for people.
func (e *Explanation) WriteText(w io.Writer) error {
	var b strings.Builder
	for _, a := range e.doc.Asides {
		fmt.Fprintf(&b, "left out, %s: %s\n", a.Kind, schema.Quote(e.doc.Text, []schema.Span{a.At}))
	}
	for _, r := range e.read {
		fmt.Fprintf(&b, "entry %s\n", r.entry.Label)
		for _, s := range r.sentences {
			e.sentence(&b, s)
		}
		index := schema.NewRuneIndex(e.doc.Text)
		for _, f := range r.facts {
			rec := f.Record(e.doc.Text, index)
			object := "?"
			if rec.Object != nil {
				object = rec.Object.Name
			}
			fmt.Fprintf(&b, "  fact      %s(%s, %s) %s %s %v\n            by %s from %s\n", f.Relation, f.Subject.Name, object, f.Modality, rec.Date, rec.Attributes, f.Rule, rec.Evidence.Text)
		}
	}
	_, err := io.WriteString(w, b.String())
	return err
}

func (e *Explanation) sentence(b *strings.Builder, s *sentence) {
	fmt.Fprintf(b, "  sentence  %s\n  tokens   ", s.Text)
	for _, t := range s.tokens {
		word := s.Text[t.At.Start:t.At.End]
		if len(t.Mentions) > 0 {
			fmt.Fprintf(b, " [%s %s]", word, t.Mentions[0].Type)
			continue
		}
		b.WriteString(" " + word)
	}
	b.WriteString("\n")
	for _, t := range s.tokens {
		for _, m := range t.Mentions {
			fmt.Fprintf(b, "  mention   %s %s = %s (%s), found by %s\n", m.Type, s.Text[m.At.Start:m.At.End], m.Name, m.Entity, m.By)
			for _, title := range m.Titles {
				fmt.Fprintf(b, "            %s of %s\n", title.Office, title.Of.Name)
			}
		}
	}
	for _, x := range e.refers {
		if x.s == s {
			fmt.Fprintf(b, "  reference %s = %s\n", x.word, strings.Join(x.names, ", "))
		}
	}
	for _, t := range e.tries {
		if t.s == s {
			verdict := "no pattern fits"
			if t.Matched {
				verdict = "matches"
			}
			fmt.Fprintf(b, "  rule      %s at %s: %s\n", t.Rule, s.tokens[t.Trigger].Word, verdict)
		}
	}
	for _, x := range e.whys {
		if x.s == s {
			fmt.Fprintf(b, "  no fact   %s: %s\n", x.found.Rule.Name, x.why)
		}
	}
}
