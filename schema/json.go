package schema

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// AppendJSON appends to b the fact as a line of JSON, byte for byte what encoding/json makes of Record (without its care for
// HTML), and gives the place where the line says which event it tells again: text to be inserted at same. It makes no
// objects on the way, which was most of the time that facts took from their sentence to the file. text is the decoded
// document, index its code points.
func (f *Fact) AppendJSON(b []byte, text string, index *RuneIndex) (line []byte, same int) {
	w := jsonLine{b: b, text: text, index: index}
	w.key(`{"id":`).string(f.ID)
	w.key(`,"doc":`).string(f.Doc)
	w.key(`,"event":`).string(f.Event)
	w.key(`,"entry":`).string(f.Entry)
	w.key(`,"date":`).string(f.Date.First.String())
	w.key(`,"subject":`).party(&f.Subject)
	w.key(`,"relation":`).string(f.Relation)
	w.key(`,"object":`).party(&f.Object)
	w.key(`,"modality":`).string(f.Modality)
	w.key(`,"attributes":`).attributes(f)
	w.key(`,"evidence":`).evidence(f.Evidence, f.Part)
	w.key(`,"rule":`).string(f.Rule)
	w.key(`,"sameEvent":`).string(f.SameEvent)
	same = len(w.b) - 1
	w.key(`,"said":`).party(&f.Said)
	w.correction(f.Correction)
	w.key("}\n")
	return w.b, same
}

// AppendJSON appends to b the mention as a line of JSON, as encoding/json makes it of Record.
func (m *EntryMention) AppendJSON(b []byte, doc, text string, index *RuneIndex) []byte {
	w := jsonLine{b: b, text: text, index: index}
	w.key(`{"doc":`).string(doc)
	w.key(`,"entry":`).string(m.Entry)
	w.key(`,"type":`).string(m.Type)
	w.key(`,"id":`).string(m.Entity)
	w.key(`,"name":`).string(m.Name)
	spans := joined(text, m.At)
	w.key(`,"mention":`).quote(spans)
	w.bounds(spans)
	w.spans(spans)
	w.key("}\n")
	return w.b
}

// jsonLine is a line in the making.
type jsonLine struct {
	b     []byte
	text  string
	index *RuneIndex
}

// key appends text as it stands.
func (w *jsonLine) key(s string) *jsonLine {
	w.b = append(w.b, s...)
	return w
}

func (w *jsonLine) string(s string) {
	w.b = append(w.b, '"')
	w.escaped(s)
	w.b = append(w.b, '"')
}

// escaped appends the characters of a string.
func (w *jsonLine) escaped(s string) {
	const hex = "0123456789abcdef"
	from := 0
	for i := 0; i < len(s); {
		c := s[i]
		if c >= ' ' && c < utf8.RuneSelf && c != '"' && c != '\\' {
			i++
			continue
		}
		if c >= utf8.RuneSelf {
			r, size := utf8.DecodeRuneInString(s[i:])
			switch {
			case r == utf8.RuneError && size == 1:
				w.b = append(append(w.b, s[from:i]...), `\ufffd`...)
				from = i + size
			case r == '\u2028' || r == '\u2029': // line ends to JavaScript
				w.b = append(append(w.b, s[from:i]...), `\u202`...)
				w.b = append(w.b, hex[r&0xF])
				from = i + size
			}
			i += size
			continue
		}
		w.b = append(w.b, s[from:i]...)
		if k := strings.IndexByte("\"\\\b\f\n\r\t", c); k >= 0 {
			w.b = append(w.b, '\\', `"\bfnrt`[k])
		} else {
			w.b = append(w.b, `\u00`...)
			w.b = append(w.b, hex[c>>4], hex[c&0xF])
		}
		i++
		from = i
	}
	w.b = append(w.b, s[from:]...)
}

func (w *jsonLine) party(p *Party) {
	if p.IsZero() {
		w.key("null")
		return
	}
	w.key(`{"id":`).string(p.Entity)
	w.key(`,"type":`).string(p.Type)
	w.key(`,"name":`).string(p.Name)
	w.key(`,"mention":`)
	if len(p.At) == 0 {
		w.key(`"","start":null,"end":null`)
	} else {
		spans := joined(w.text, p.At)
		w.quote(spans)
		w.bounds(spans)
		w.spans(spans)
	}
	w.key(`,"onBehalfOf":`).string(p.OnBehalfOf)
	w.key("}")
}

func (w *jsonLine) correction(c *Correction) {
	if c == nil {
		return
	}
	w.key(`,"correction":{"verdict":`).string(c.Verdict)
	w.key(`,"read":`).string(c.Read)
	w.key(`,"why":`).string(c.Why)
	w.key(`,"by":`).string(c.By)
	w.key(`,"on":`).string(c.On.String())
	w.key("}")
}

// attributes appends the attributes by their keys, items among them.
func (w *jsonLine) attributes(f *Fact) {
	list := f.Attributes
	if !slices.IsSortedFunc(list, byKey) {
		list = slices.Clone(list)
		slices.SortFunc(list, byKey)
	}
	w.b = append(w.b, '{')
	items := len(f.Items) == 0 // are written
	for _, a := range list {
		if !items && a.Key >= "items" {
			w.items(f.Items)
			items = true
		}
		w.comma('{')
		w.string(a.Key)
		w.b = append(w.b, ':')
		w.strings(a.Values)
	}
	if !items {
		w.items(f.Items)
	}
	w.b = append(w.b, '}')
}

func byKey(a, b Attribute) int { return strings.Compare(a.Key, b.Key) }

// comma appends a comma unless something has just been opened.
func (w *jsonLine) comma(open byte) {
	if w.b[len(w.b)-1] != open {
		w.b = append(w.b, ',')
	}
}

func (w *jsonLine) strings(list []string) {
	if list == nil {
		w.key("null")
		return
	}
	w.b = append(w.b, '[')
	for i, s := range list {
		if i > 0 {
			w.b = append(w.b, ',')
		}
		w.string(s)
	}
	w.b = append(w.b, ']')
}

func (w *jsonLine) items(list []Item) {
	w.comma('{')
	w.key(`"items":[`)
	for i, it := range list {
		if i > 0 {
			w.b = append(w.b, ',')
		}
		w.key(`{"name":`).string(it.Name)
		w.key(`,"id":`).string(it.Entity)
		w.key(`,"quantity":`)
		if it.Quantity == "" {
			w.key("null")
		} else {
			w.key(it.Quantity) // a decimal: JSON's own
		}
		w.key(`,"unit":`).string(it.Unit)
		w.key("}")
	}
	w.b = append(w.b, ']')
}

func (w *jsonLine) evidence(at []Span, in Part) {
	if len(at) == 0 {
		w.key(`{"text":"","start":null,"end":null}`)
		return
	}
	spans := joined(w.text, at)
	w.key(`{"text":`).quote(spans)
	w.bounds(spans)
	w.spans(spans)
	if in.Unit == Page || in.Unit == Paragraph {
		w.key(`,"` + in.Unit + `":`)
		w.b = strconv.AppendInt(w.b, int64(in.First), 10)
		if in.Last != in.First {
			w.key(`,"` + in.Unit + `End":`)
			w.b = strconv.AppendInt(w.b, int64(in.Last), 10)
		}
	}
	w.key("}")
}

// quote appends the characters of the spans as Quote gives them.
func (w *jsonLine) quote(spans []Span) {
	w.b = append(w.b, '"')
	for part := range quoted(w.text, spans) {
		w.escaped(part)
	}
	w.b = append(w.b, '"')
}

// joined is Join; most often there is nothing to join.
func joined(text string, spans []Span) []Span {
	if len(spans) == 1 {
		return spans
	}
	return Join(text, spans)
}

func (w *jsonLine) bounds(spans []Span) {
	w.key(`,"start":`).number(w.index.At(spans[0].Start))
	w.key(`,"end":`).number(w.index.At(spans[len(spans)-1].End))
}

// spans appends the spans when more than white space stands between them.
func (w *jsonLine) spans(spans []Span) {
	if len(spans) < 2 {
		return
	}
	w.key(`,"spans":[`)
	for i, s := range spans {
		if i > 0 {
			w.b = append(w.b, ',')
		}
		w.key(`{"start":`).number(w.index.At(s.Start))
		w.key(`,"end":`).number(w.index.At(s.End))
		w.key("}")
	}
	w.b = append(w.b, ']')
}

func (w *jsonLine) number(n int) { w.b = strconv.AppendInt(w.b, int64(n), 10) }
