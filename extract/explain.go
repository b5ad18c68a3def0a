package extract

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"

	"jishi/schema"
)

// Explanation says for a text what was read and why.
type Explanation struct {
	doc   schema.Document
	read  []*reading
	facts []schema.Fact
}

// Explain reads a text as it stands (a lone sentence is one entry without a date) and keeps every step.
func (x *Extractor) Explain(text string) (*Explanation, error) {
	doc, err := x.Read(Input{ID: "text", Name: "text", Raw: []byte(text)})
	if err != nil {
		return nil, err
	}
	e := &Explanation{doc: doc}
	for i := range doc.Entries {
		r := x.readTraced(&doc, &doc.Entries[i])
		e.read = append(e.read, r)
		e.facts = append(e.facts, r.facts...)
	}
	return e, nil
}

// WriteText prints the explanation for people.
func (e *Explanation) WriteText(w io.Writer) error {
	var b strings.Builder
	for _, a := range e.doc.Asides {
		if a.Kind == "bullet" && len(e.read) == 1 {
			continue // a lone entry's is nothing to tell of
		}
		fmt.Fprintf(&b, "left out, %s: %s\n", a.Kind, schema.Quote(e.doc.Text, []schema.Span{a.At}))
	}
	for _, r := range e.read {
		fmt.Fprintf(&b, "entry %s\n", r.entry.Label)
		for _, s := range r.sentences {
			e.sentence(&b, r, s)
			if !explained(r, s) && !tells(r.facts, s) {
				b.WriteString("  no fact\n")
			}
		}
		for _, f := range r.facts {
			e.fact(&b, f)
		}
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// explained reports whether a rule said why it gave no fact of a sentence.
func explained(r *reading, s *sentence) bool {
	return slices.ContainsFunc(r.trace.matches, func(m matched) bool { return m.s == s && len(m.why) > 0 })
}

// tells reports whether any of the facts is read from a sentence.
func tells(facts []schema.Fact, s *sentence) bool {
	at := s.Spans(schema.Local{End: len(s.Text)})
	return slices.ContainsFunc(facts, func(f schema.Fact) bool {
		return slices.ContainsFunc(f.Evidence, func(x schema.Span) bool {
			return slices.ContainsFunc(at, func(y schema.Span) bool { return x.Start < y.End && y.Start < x.End })
		})
	})
}

func (e *Explanation) fact(b *strings.Builder, f schema.Fact) {
	words := []string{fmt.Sprintf("%s(%s, %s)", f.Relation, cmp.Or(f.Subject.Name, "?"), cmp.Or(f.Object.Name, "?")), f.Modality}
	if day := f.Date.First.String(); day != "" {
		words = append(words, day)
	}
	if len(f.Items) > 0 {
		words = append(words, "items="+schema.ItemWords(f.Items))
	}
	for _, a := range f.Attributes {
		words = append(words, a.Key+"="+strings.Join(a.Values, ","))
	}
	fmt.Fprintf(b, "  fact      %s\n            by %s from %s\n", strings.Join(words, " "), f.Rule, schema.Passages(e.doc.Text, f.Evidence))
}

// mention prints what a mention names, and leaves out what it has not.
func mention(b *strings.Builder, s *sentence, m schema.Mention) {
	fmt.Fprintf(b, "  mention   %s %s", m.Type, s.Text[m.At.Start:m.At.End])
	if m.Name != "" && (m.Entity != "" || m.Name != s.Text[m.At.Start:m.At.End]) {
		b.WriteString(" = " + m.Name)
	}
	if m.Entity != "" {
		b.WriteString(" (" + m.Entity + ")")
	}
	if m.By != "" {
		b.WriteString(", found by " + m.By)
	}
	b.WriteString("\n")
	for _, title := range m.Titles {
		b.WriteString("            " + title.Office)
		if title.Of.Name != "" {
			b.WriteString(" of " + title.Of.Name)
		}
		b.WriteString("\n")
	}
}

func (e *Explanation) sentence(b *strings.Builder, r *reading, s *sentence) {
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
			mention(b, s, m)
		}
	}
	for _, x := range r.trace.refers {
		if x.s == s {
			names := []string{}
			for _, f := range x.found {
				names = append(names, f.Name)
			}
			fmt.Fprintf(b, "  reference %s = %s\n", x.m.Name, strings.Join(names, ", "))
		}
	}
	for _, t := range r.trace.tries {
		if t.s == s && t.Behind == nil {
			verdict := "no pattern fits"
			if t.Found {
				verdict = "matches"
			}
			fmt.Fprintf(b, "  rule      %s at %s: %s\n", t.Rule.Name, s.tokens[t.Trigger].Word, verdict)
		}
	}
	for _, m := range r.trace.matches {
		for _, why := range m.why {
			if m.s == s {
				fmt.Fprintf(b, "  no fact   %s: %s\n", m.Rule.Name, why)
			}
		}
	}
}
