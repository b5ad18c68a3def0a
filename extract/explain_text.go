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

// WriteText prints the explanation for people; the answer to why not, where one was asked for, alone.
func (e *Explanation) WriteText(w io.Writer) error {
	var b strings.Builder
	if e.WhyNot != nil {
		e.WhyNot.text(&b)
		_, err := io.WriteString(w, b.String())
		return err
	}
	for _, a := range e.Asides {
		if a.Kind == "bullet" && len(e.Entries) == 1 {
			continue // a lone entry's is nothing to tell of
		}
		line(&b, "", "left out, %s: %s", a.Kind, a.Text)
	}
	for _, entry := range e.Entries {
		line(&b, "", "entry %s", entry.Label)
		for _, s := range entry.Sentences {
			sentenceText(&b, entry, s)
		}
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// line prints one line under a label of a column of its own.
func line(b *strings.Builder, label, format string, args ...any) {
	if label != "" {
		fmt.Fprintf(b, "  %-9s ", label)
	}
	fmt.Fprintf(b, format+"\n", args...)
}

// under goes on below a line.
func under(b *strings.Builder, format string, args ...any) {
	fmt.Fprintf(b, "            "+format+"\n", args...)
}

func sentenceText(b *strings.Builder, entry ExplainedEntry, s ExplainedSentence) {
	line(b, "sentence", "%s", s.Text)
	line(b, "tokens", "%s", s.tokenLine())
	for _, m := range s.Mentions {
		line(b, "mention", "%s", m)
		for _, t := range m.Titles {
			under(b, "%s", t)
		}
	}
	for _, r := range s.References {
		line(b, "reference", "%s", r)
		under(b, "%s", r.Why())
	}
	for _, sp := range s.Speeches {
		line(b, "speech", "%s says: %s", sp.Speaker(), strings.TrimLeft(s.Words(sp.From, sp.To), "，：“"))
	}
	for _, t := range s.Tries {
		s.tryText(b, t)
	}
	for _, f := range entry.Facts {
		if slices.Contains(s.Facts, f.ID) {
			line(b, "fact", "%s", f.Written)
			under(b, "by %s from %s%s", f.Rule, f.Passages(), f.InFile())
		}
	}
	if len(s.Facts) == 0 && !slices.ContainsFunc(s.Tries, func(t ExplainedTry) bool { return t.Outcome == OutcomeRefused }) {
		b.WriteString("  no fact\n")
	}
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
		out += ", found by " + m.Source
	}
	if m.Record != "" && m.Record != m.Source {
		out += ", described at " + m.Record
	}
	return out
}

// String is OFFICE of WHOM (STATUS).
func (t ExplainedTitle) String() string {
	out := t.Office
	if t.Of != "" {
		out += " of " + t.Of
	}
	if t.Status != "" {
		out += " (" + t.Status + ")"
	}
	return out
}

// String is WORD = NAME, NAME.
func (r ExplainedReference) String() string {
	return r.Expression() + " = " + cmp.Or(names(r.To), "nobody")
}

// Expression is the referring expression, or which party is left out at which trigger.
func (r ExplainedReference) Expression() string {
	if strings.HasPrefix(r.Kind, "dropped") {
		return r.Kind + " at " + r.Text
	}
	return r.Text
}

// Why says how the reference was resolved, and which words it leads back to.
func (r ExplainedReference) Why() string {
	var words []string
	for _, p := range r.From {
		if p.Text != "" && p.Sentence != nil {
			words = append(words, fmt.Sprintf("%s in sentence %d", p.Text, *p.Sentence+1))
		}
	}
	if len(words) == 0 {
		return r.How
	}
	return r.How + ": " + strings.Join(words, ", ")
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

// InFile says on which page or in which paragraph of the file that stands: ", page 3"; "" where that is not known.
func (f ExplainedFact) InFile() string {
	if f.fact.Part.Unit == "" {
		return ""
	}
	return ", " + f.fact.Part.Words()
}
