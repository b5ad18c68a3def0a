package main

import (
	"cmp"
	"fmt"
	"iter"
	"maps"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/rivo/uniseg"

	"jishi/extract/source"
	"jishi/schema"
)

// inspected is what `jishi inspect` tells of a file.
type inspected struct {
	path   string
	fault  error // it cannot be read: all else is empty
	doc    schema.Document
	origin source.Origin
	copyOf string   // the file with the same text
	twins  []string // what is said of entries that other texts hold too
}

func (s *inspected) look(doc schema.Document, o source.Origin) { s.doc, s.origin = doc, o }

// without gives the entries that have no day, or none with a year.
func (s inspected) without() iter.Seq[schema.Entry] {
	return func(yield func(schema.Entry) bool) {
		for _, e := range s.doc.Entries {
			if e.Date.First.Year == 0 && !yield(e) {
				return
			}
		}
	}
}

// days is the first and the last day of the entries.
func (s inspected) days(w phrasebook) string {
	first, last := "", ""
	for _, e := range s.doc.Entries {
		if e.Date.First.IsZero() {
			continue
		}
		day := cmp.Or(e.Date.Last, e.Date.First).String()
		if from := e.Date.First.String(); first == "" || from < first {
			first = from
		}
		last = max(last, day)
	}
	if first == last {
		return first
	}
	return first + " " + w.title("to") + " " + last
}

// layout counts what of the text is no part of a sentence.
func (s inspected) layout(w phrasebook) string {
	counts := map[string]int{}
	for _, a := range s.doc.Asides {
		counts[a.Kind]++
	}
	kinds := slices.SortedFunc(maps.Keys(counts), func(a, b string) int {
		return cmp.Or(cmp.Compare(counts[b], counts[a]), cmp.Compare(a, b))
	})
	for i, kind := range kinds {
		kinds[i] = count(counts[kind], kind)
		if title := w.title(kind); title != kind {
			kinds[i] = fmt.Sprintf("%s %d", title, counts[kind])
		}
	}
	return strings.Join(kinds, ", ")
}

func (s inspected) encoding() string {
	if s.origin.Encoding == "" || s.origin.Sure {
		return string(s.origin.Encoding)
	}
	return fmt.Sprintf("%s, not sure", s.origin.Encoding)
}

// pages is how many a file has that has pages; "" else.
func (s inspected) pages() string {
	if s.origin.Parts.Unit != schema.Page {
		return ""
	}
	return count(len(s.origin.Parts.Starts), "page")
}

// help says what would let the text be read better.
func (s inspected) help() []string {
	if s.fault != nil {
		return nil
	}
	if s.copyOf != "" {
		return []string{fmt.Sprintf("the same text as %s: it is read once", s.copyOf)}
	}
	var out []string
	if !s.origin.Sure {
		out = append(out, fmt.Sprintf("look how it begins; if that is wrong, say --encoding %s=NAME", s.path))
	}
	if len(s.doc.Entries) == 0 {
		out = append(out, "it has no sentence: see that it holds more than headings")
	}
	out = append(out, s.dateHelp()...)
	if !isChinese(s.doc.Text) {
		out = append(out, "hardly any of it is Chinese: jishi reads Chinese alone")
	}
	out = append(out, s.twins[:min(len(s.twins), shownNames)]...)
	if n := len(s.twins) - shownNames; n > 0 {
		out = append(out, fmt.Sprintf("%s more in several texts", count(n, "item")))
	}
	return out
}

func (s inspected) dateHelp() []string {
	undated, yearless, unclear := 0, 0, 0
	for _, e := range s.doc.Entries {
		switch d := e.Date.First; {
		case d.IsZero():
			undated++
		case d.Year == 0:
			yearless++
		case d.Month == 0 && s.doc.Dated == "headings":
			unclear++
		}
	}
	var out []string
	switch {
	case isUndated(s.doc):
		out = append(out, fmt.Sprintf("no day is told: say --date %s=2020-03-26, or put it into the file's name", s.path))
	case undated > 0:
		out = append(out, fmt.Sprintf("%s before the first heading without a day: see whether a heading is missing", count(undated, "entry")))
	}
	if yearless > 0 {
		out = append(out, fmt.Sprintf("no year is told: say --year %s=2020, or put it into the title", s.path))
	}
	if unclear > 0 {
		out = append(out, fmt.Sprintf("%s under a heading of which the year alone is certain: write 2018-05-04, not 5/4/2018", count(unclear, "entry")))
	}
	return out
}

// isChinese reports whether a text is for the most part in Chinese characters.
func isChinese(text string) bool {
	han, letters := 0, 0
	for _, r := range text {
		switch {
		case unicode.Is(unicode.Han, r):
			han++
		case unicode.IsLetter(r):
			letters++
		}
	}
	return han*2 >= letters
}

// text is what is printed of a file.
func (s inspected) text(w phrasebook) string {
	var b strings.Builder
	fmt.Fprintln(&b, s.path)
	line := func(name, value string) {
		if value != "" {
			title := w.title(name)
			fmt.Fprintf(&b, "  %s%s %s\n", title, strings.Repeat(" ", max(0, 9-uniseg.StringWidth(title))), value)
		}
	}
	if s.fault != nil {
		line("fault", strings.TrimPrefix(w.say(s.fault.Error()), s.path+": "))
		return b.String()
	}
	line("kind", filled(", ", w.title(string(s.origin.Kind)), w.say(s.encoding()), w.say(s.pages()), w.say(fmt.Sprintf("%d characters", utf8.RuneCountInString(s.doc.Text)))))
	line("title", s.doc.Title)
	line("days", filled(", ", s.days(w), w.title(s.doc.Dated)))
	line("entries", s.entries(w))
	line("layout", s.layout(w))
	left := slices.Clone(s.origin.Left)
	for i, what := range left {
		left[i] = w.title(w.say(what))
	}
	line("left out", strings.Join(left, ", "))
	if !s.origin.Sure {
		line("begins", beginning(s.doc.Text))
	}
	for _, h := range s.help() {
		line("help", w.say(h))
	}
	return b.String()
}

func (s inspected) entries(w phrasebook) string {
	sentences := 0
	for _, e := range s.doc.Entries {
		sentences += len(e.Sentences)
	}
	return w.say(count(len(s.doc.Entries), "entry")) + ", " + w.say(count(sentences, "sentence"))
}

// beginning is enough of a text to see whether its encoding is right.
func beginning(text string) string {
	const most = 40 // characters
	line := []rune(strings.Join(strings.Fields(text[:min(len(text), 8*most)]), " "))
	return string(line[:min(len(line), most)])
}

// filled joins what is not empty.
func filled(sign string, parts ...string) string {
	return strings.Join(slices.DeleteFunc(parts, func(s string) bool { return s == "" }), sign)
}

func inspectedColumns() []string {
	return []string{"file", "kind", "encoding", "days", "from", "entries", "layout", "left out", "help", "fault"}
}

func (s inspected) row() []any {
	if s.fault != nil {
		return []any{s.path, "", "", "", "", 0, "", "", "", s.fault.Error()}
	}
	return []any{s.path, string(s.origin.Kind), s.encoding(), s.days(phrasebook{}), s.doc.Dated, len(s.doc.Entries), s.layout(phrasebook{}), strings.Join(s.origin.Left, ", "), strings.Join(s.help(), "; "), ""}
}
