package correction

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"jishi/schema"
)

// apart stands between passages of a sentence that do not adjoin, as schema.Passages writes them.
const apart = " … "

// place is where a sentence stands: the entry, counted from 0, and the passages.
type place struct {
	entry    int
	passages []schema.Span
}

// finder finds sentences in a document. Blanks and line ends do not count: texts are broken anew.
type finder struct {
	doc     *schema.Document
	entries []squeezed
}

// squeezed is the text of an entry without white space, and where each of its bytes stands in the document.
type squeezed struct {
	text string
	at   []int
}

func newFinder(doc *schema.Document) *finder {
	f := &finder{doc: doc, entries: make([]squeezed, len(doc.Entries))}
	for i, e := range doc.Entries {
		f.entries[i] = squeeze(doc.Text, e.At)
	}
	return f
}

func squeeze(text string, within schema.Span) squeezed {
	var b strings.Builder
	var at []int
	for i, r := range text[within.Start:within.End] {
		if unicode.IsSpace(r) {
			continue
		}
		size := utf8.RuneLen(r)
		if r == utf8.RuneError {
			_, size = utf8.DecodeRuneInString(text[within.Start+i:])
		}
		b.WriteString(text[within.Start+i : within.Start+i+size])
		for k := range size {
			at = append(at, within.Start+i+k)
		}
	}
	return squeezed{b.String(), at}
}

// find gives all places of a sentence.
func (f *finder) find(sentence string) []place {
	var parts []string
	for _, part := range strings.Split(sentence, apart) {
		if part = squeeze(part, schema.Span{End: len(part)}).text; part != "" {
			parts = append(parts, part)
		}
	}
	var out []place
	for i, e := range f.entries {
		for from := 0; len(parts) > 0; {
			passages, next := e.find(parts, from)
			if passages == nil {
				break
			}
			out = append(out, place{i, passages})
			from = next
		}
	}
	return out
}

// find looks for the parts in their order, from a byte on, and gives where the last of them ends.
func (s squeezed) find(parts []string, from int) (passages []schema.Span, next int) {
	for _, part := range parts {
		i := strings.Index(s.text[from:], part)
		if i < 0 {
			return nil, 0
		}
		from += i + len(part)
		passages = append(passages, schema.Span{Start: s.at[from-len(part)], End: s.at[from-1] + 1})
	}
	return passages, from
}

// touches reports whether a fact is read from a place.
func (p place) touches(f *schema.Fact) bool {
	for _, a := range p.passages {
		for _, b := range f.Evidence {
			if a.Start < b.End && b.Start < a.End {
				return true
			}
		}
	}
	return false
}

// named gives where the passages name an entity: by its name, or else by an alias.
func (p place) named(text string, e *schema.Entity) []schema.Span {
	for _, name := range append([]string{e.Name}, e.Aliases...) {
		for _, s := range p.passages {
			if i := strings.Index(text[s.Start:s.End], name); i >= 0 && name != "" {
				return []schema.Span{{Start: s.Start + i, End: s.Start + i + len(name)}}
			}
		}
	}
	return nil
}
