package schema

import (
	"iter"
	"sort"
	"strings"
	"unicode/utf8"
)

// Span is a half-open range of bytes of Document.Text, the decoded text.
type Span struct{ Start, End int }

// Local is a half-open range of bytes of Sentence.Text. It is a type of its own so that offsets into a mended sentence
// and offsets into the document never mix.
type Local struct{ Start, End int }

// Len is the number of bytes covered.
func (l Local) Len() int { return l.End - l.Start }

// Contains reports whether o lies within l.
func (l Local) Contains(o Local) bool { return l.Start <= o.Start && o.End <= l.End }

// Overlaps reports whether l and o share a byte.
func (l Local) Overlaps(o Local) bool { return l.Start < o.End && o.Start < l.End }

// Piece says where one stretch of a normalised text stands in the decoded document. A stretch whose length differs from
// its origin's (a full-width digit read as an ASCII one, a traditional character whose simplified form has other bytes)
// is never cut: any part of it leads back to the whole.
type Piece struct {
	At  Local
	Doc Span
}

// linear reports whether bytes correspond one to one.
func (p Piece) linear() bool { return p.At.Len() == p.Doc.End-p.Doc.Start }

// Text is what a source yields: the decoded text, and the same text normalised for matching (simplified characters,
// half-width digits and letters) with the way back. Pieces cover Normal from its first byte to its last, in order.
type Text struct {
	Decoded string
	Normal  string
	Pieces  []Piece
	Parts   Parts // of Decoded
}

// Document is one text cut into entries.
type Document struct {
	ID      string // path below the input without extension
	Title   string // first line without final punctuation, when it is no heading and no entry
	Text    string // decoded text, BOM removed
	Hash    string // hex SHA-256 of Text
	Dated   string // where the days of its entries were found: "headings", "a date line", "the file's name" …; "" where there are none
	Entries []Entry
	Asides  []Aside
	Parts   Parts // of the file
}

// Aside is a part of the document that is kept out of all sentences.
type Aside struct {
	Kind string // "pull quote", "running header", "title", "heading", "bullet"
	At   Span
}

// Entry is one dated record of a document.
type Entry struct {
	Label     string // DATE#N: what people cite; renumbered when an entry is inserted
	Hash      string // stable identity: of doc, the heading's date as written and the mended text
	Date      Date   // the heading's day, or range of days
	At        Span   // from its first character to its last
	Sentences []Sentence
}

// Sentence is a mended sentence: line breaks, pull quotes and running headers taken out, characters normalised.
type Sentence struct {
	Text      string
	Pieces    []Piece
	Paragraph int // counted from 0 within its entry
}

// Spans leads a part of the sentence back to the document: the stretches in order, adjoining ones joined.
func (s Sentence) Spans(at Local) []Span {
	var out []Span
	i := sort.Search(len(s.Pieces), func(i int) bool { return s.Pieces[i].At.End > at.Start })
	for ; i < len(s.Pieces) && s.Pieces[i].At.Start < at.End; i++ {
		p := s.Pieces[i]
		span := p.Doc
		if p.linear() {
			span.Start += max(0, at.Start-p.At.Start)
			span.End -= max(0, p.At.End-at.End)
		}
		if n := len(out); n > 0 && out[n-1].End == span.Start {
			out[n-1].End = span.End
			continue
		}
		out = append(out, span)
	}
	return out
}

// Join merges spans that only white space of the document separates, as a broken line does.
func Join(text string, spans []Span) []Span {
	var out []Span
	for _, s := range spans {
		if n := len(out); n > 0 && out[n-1].End <= s.Start && strings.TrimSpace(text[out[n-1].End:s.Start]) == "" {
			out[n-1].End = s.End
			continue
		}
		out = append(out, s)
	}
	return out
}

// Quote gives the characters of the spans as they stand in the document, without the white space of broken lines.
func Quote(text string, spans []Span) string {
	var b strings.Builder
	for part := range quoted(text, spans) {
		b.WriteString(part)
	}
	return b.String()
}

// Withheld stands for each character of a text that its owner keeps to himself: places in it can be told, its words not.
const Withheld = "□"

// quoted gives the parts of which Quote is made: nothing of a text that was withheld.
func quoted(text string, spans []Span) iter.Seq[string] {
	return func(yield func(string) bool) {
		for _, s := range spans {
			for rest := text[s.Start:s.End]; rest != ""; {
				end := strings.IndexAny(rest, "\n\r")
				if end < 0 {
					end = len(rest)
				}
				part := strings.Trim(rest[:end], " \t\u3000")
				if strings.HasPrefix(part, Withheld) && strings.Trim(part, Withheld) == "" {
					part = ""
				}
				if !yield(part) {
					return
				}
				rest = rest[min(end+1, len(rest)):]
			}
		}
	}
}

// RuneIndex turns byte offsets of one text into code point offsets, in constant time and a 16th of the text's memory.
type RuneIndex struct {
	text  string
	marks []int32 // code points before byte i*stride
}

const stride = 64

// NewRuneIndex reads text once. A text of more than 2 GB is too long for it.
func NewRuneIndex(text string) *RuneIndex {
	x := &RuneIndex{text: text, marks: make([]int32, 0, len(text)/stride+1)}
	n := 0
	for i := 0; i < len(text); i += stride {
		x.marks = append(x.marks, int32(n))
		n += starts(text[i:min(i+stride, len(text))])
	}
	return x
}

// starts is the number of code points that begin in a part of a text.
func starts(part string) int {
	n := 0
	for i := range len(part) {
		if utf8.RuneStart(part[i]) {
			n++
		}
	}
	return n
}

// At is the number of code points that begin before byte offset b.
func (x *RuneIndex) At(b int) int {
	b = min(max(b, 0), len(x.text))
	block := b / stride
	if block >= len(x.marks) {
		block = len(x.marks) - 1
	}
	if block < 0 {
		return 0
	}
	return int(x.marks[block]) + starts(x.text[block*stride:b])
}
