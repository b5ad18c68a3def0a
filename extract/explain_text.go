package extract

import (
	"cmp"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"
)

// WriteJSON prints the explanation as one indented JSON object.
func (e *Explanation) WriteJSON(w io.Writer) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(e)
}

// WriteText prints the explanation for people, in the language of say; the answer to why not, where one was asked for, alone.
func (e *Explanation) WriteText(w io.Writer, say Say) error {
	l := &lines{Say: say}
	if e.WhyNot != nil {
		e.WhyNot.text(l)
		_, err := io.WriteString(w, l.String())
		return err
	}
	for _, a := range e.Asides {
		if a.Kind == "bullet" && len(e.Entries) == 1 {
			continue // a lone entry's is nothing to tell of
		}
		l.line("", l.f("left out, %s: %s", l.text(a.Kind), a.Text))
	}
	for _, entry := range e.Entries {
		l.line("", l.f("entry %s", entry.Label))
		for _, s := range entry.Sentences {
			sentenceText(l, entry, s)
		}
	}
	_, err := io.WriteString(w, l.String())
	return err
}

func sentenceText(l *lines, entry ExplainedEntry, s ExplainedSentence) {
	l.line("sentence", s.Text)
	l.line("tokens", s.tokenLine())
	for _, m := range s.Mentions {
		l.line("mention", l.text(m.String()))
		for _, t := range m.Titles {
			l.under(l.text(t.String()))
		}
	}
	for _, r := range s.References {
		l.line("reference", r.said(l.Say))
		l.under(r.why(l.Say))
	}
	for _, sp := range s.Speeches {
		l.line("speech", l.f("%s says: %s", l.text(sp.Speaker()), strings.TrimLeft(s.Words(sp.From, sp.To), "，：“")))
	}
	for _, t := range s.Tries {
		s.tryText(l, t)
	}
	for _, f := range entry.Facts {
		if slices.Contains(s.Facts, f.ID) {
			l.fact(f)
		}
	}
	if len(s.Facts) == 0 && !slices.ContainsFunc(s.Tries, func(t ExplainedTry) bool { return t.Outcome == OutcomeRefused }) {
		l.line("", "  "+l.text("no fact"))
	}
}

func (l *lines) fact(f ExplainedFact) {
	l.line("fact", f.Written)
	under := l.f("by %s from %s", f.Rule, f.Passages())
	if at := f.InFile(); at != "" {
		under += ", " + l.text(at)
	}
	l.under(under)
}

// tokenLine shows what patterns see: mentions with their type stand in [ ].
func (s ExplainedSentence) tokenLine() string {
	words := make([]string, len(s.Tokens))
	for i, t := range s.Tokens {
		words[i] = t.Text
		if t.Type != "" {
			words[i] = "[" + t.Text + " " + t.Type + t.plus() + "]"
		}
	}
	return strings.Join(words, " ")
}

func (t ExplainedToken) plus() string {
	if t.List {
		return "+"
	}
	return ""
}

// Words are the characters of tokens from one up to another.
func (s ExplainedSentence) Words(from, to int) string {
	if from < 0 || from >= to || to > len(s.Tokens) {
		return ""
	}
	return string([]rune(s.Text)[s.Tokens[from].Start:s.Tokens[to-1].End])
}

// String is TYPE WORDS = NAME (ID), from SOURCE, without what the mention has not.
func (m ExplainedMention) String() string {
	out := m.Type + " " + m.Text
	if m.Name != "" && (m.ID != "" || m.Name != m.Text) {
		out += " = " + m.Name
	}
	if m.ID != "" {
		out += " (" + m.ID + ")"
	}
	if m.Source != "" {
		out = fmt.Sprintf("%s, found by %s", out, m.Source)
	}
	if m.Record != "" && m.Record != m.Source {
		out = fmt.Sprintf("%s, described at %s", out, m.Record)
	}
	return out
}

// String is office OFFICE of WHOM (STATUS).
func (t ExplainedTitle) String() string {
	switch {
	case t.Of != "" && t.Status != "":
		return fmt.Sprintf("office %s of %s (%s)", t.Office, t.Of, t.Status)
	case t.Of != "":
		return fmt.Sprintf("office %s of %s", t.Office, t.Of)
	case t.Status != "":
		return fmt.Sprintf("office %s (%s)", t.Office, t.Status)
	}
	return fmt.Sprintf("office %s", t.Office)
}

// said is WORD = NAME, NAME.
func (r ExplainedReference) said(say Say) string {
	return say.text(r.Expression()) + " = " + cmp.Or(names(r.To), say.text("nobody"))
}

// Expression is the referring expression, or which party is left out at which trigger.
func (r ExplainedReference) Expression() string {
	if strings.HasPrefix(r.Kind, "dropped") {
		return r.Kind + " at " + r.Text
	}
	return r.Text
}

// Why says how the reference was resolved, and which words it leads back to.
func (r ExplainedReference) Why() string { return r.why(nil) }

func (r ExplainedReference) why(say Say) string {
	var words []string
	for _, p := range r.From {
		if p.Text != "" && p.Sentence != nil {
			words = append(words, fmt.Sprintf("%s in sentence %d", p.Text, *p.Sentence+1))
		}
	}
	if len(words) == 0 {
		return say.text(r.How)
	}
	return say.text(r.How) + ": " + say.list(words)
}

func names(parties []ExplainedParty) string {
	out := make([]string, len(parties))
	for i, p := range parties {
		out[i] = p.Name
	}
	return strings.Join(out, ", ")
}

// Speaker names who says it.
func (s ExplainedSpeech) Speaker() string {
	if s.By == nil {
		return "somebody"
	}
	return s.By.Name
}

// Passages quotes the fact's evidence.
func (f ExplainedFact) Passages() string { return f.Evidence.Text }

// InFile says on which page or in which paragraph of the file that stands: "page 3"; "" where that is not known.
func (f ExplainedFact) InFile() string {
	if f.fact.Part.Unit == "" {
		return ""
	}
	return f.fact.Part.Words()
}
