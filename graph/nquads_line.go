package graph

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// lineReader reads one line of N-Quads. The first fault stays, with its place.
type lineReader struct {
	line  string
	at    int
	fault string
	where int // of the fault
}

func (r *lineReader) fail(at int, fault string) {
	if r.fault == "" {
		r.where, r.fault = at, fault
	}
}

func (r *lineReader) space() {
	for r.at < len(r.line) && (r.line[r.at] == ' ' || r.line[r.at] == '\t') {
		r.at++
	}
}

// end reports whether only white space and a comment are left.
func (r *lineReader) end() bool {
	r.space()
	return r.at >= len(r.line) || r.line[r.at] == '#'
}

// statement reads the line; some is false when it is empty.
func (r *lineReader) statement() (q statement, some bool) {
	if r.end() {
		r.comment()
		return q, false
	}
	q.s = r.term("a subject", isIRI, isBlank)
	q.p = r.term("a predicate", isIRI)
	q.o = r.term("an object", isIRI, isBlank, isLiteral)
	if r.space(); r.fault == "" && r.at < len(r.line) && r.line[r.at] != '.' {
		q.g = r.term("a graph or a dot", isIRI, isBlank)
	}
	if r.fault != "" {
		return q, false
	}
	r.space()
	if r.at >= len(r.line) || r.line[r.at] != '.' {
		r.fail(r.at, "want a dot at the end of the statement")
		return q, false
	}
	r.at++
	if !r.end() {
		r.fail(r.at, "nothing but a comment may follow the dot")
	}
	r.comment()
	return q, true
}

// comment checks that what is left is text.
func (r *lineReader) comment() {
	if r.fault == "" && r.at < len(r.line) && !utf8.ValidString(r.line[r.at:]) {
		r.fail(r.at, "broken UTF-8")
	}
}

func (r *lineReader) term(want string, kinds ...termKind) term {
	if r.fault != "" {
		return term{}
	}
	r.space()
	start := r.at
	var t term
	switch rest := r.line[r.at:]; {
	case strings.HasPrefix(rest, "<"):
		t = term{kind: isIRI, value: r.iri()}
	case strings.HasPrefix(rest, "_:"):
		t = term{kind: isBlank, value: r.blank()}
	case strings.HasPrefix(rest, `"`):
		t = r.literal()
	default:
		r.fail(start, "want "+want)
		return t
	}
	for _, k := range kinds {
		if t.kind == k {
			return t
		}
	}
	r.fail(start, "want "+want)
	return t
}

func (r *lineReader) iri() string {
	start := r.at
	r.at++
	stop := strings.IndexByte(r.line[r.at:], '>')
	if stop < 0 {
		r.fail(start, "an IRI without its >")
		return ""
	}
	raw := r.line[r.at : r.at+stop]
	for i, c := range raw {
		if c != '\\' && forbidden(c) || c == utf8.RuneError && !strings.HasPrefix(raw[i:], "\uFFFD") {
			r.fail(r.at+i, "a character that no IRI may hold")
			return ""
		}
	}
	value := raw
	if strings.Contains(raw, `\`) {
		value = r.unescape(raw, r.at, false)
		if r.fault == "" && strings.IndexFunc(value, forbidden) >= 0 {
			r.fail(start, "an escaped character that no IRI may hold")
		}
	}
	if r.fault != "" {
		return ""
	}
	if !absolute(value) {
		r.fail(start, "an IRI must be absolute here")
		return ""
	}
	r.at += stop + 1
	return value
}

func (r *lineReader) literal() term {
	start := r.at
	r.at++
	end := r.at
	for end < len(r.line) && r.line[end] != '"' {
		if r.line[end] == '\\' {
			end++
		}
		end++
	}
	if end >= len(r.line) {
		r.fail(start, `a literal without its closing "`)
		return term{}
	}
	t := term{kind: isLiteral, value: r.unescape(r.line[r.at:end], r.at, true)}
	if r.fault != "" {
		return t
	}
	r.at = end + 1
	switch rest := r.line[r.at:]; {
	case strings.HasPrefix(rest, "^^<"):
		r.at += 2
		if t.tag = r.iri(); t.tag == xsdString {
			t.tag = ""
		}
	case strings.HasPrefix(rest, "^^"):
		r.fail(r.at+2, "want the IRI of a datatype")
	case strings.HasPrefix(rest, "@"):
		t.tag = r.language()
	}
	return t
}

// language reads a tag: letters, then parts of letters and digits.
func (r *lineReader) language() string {
	start := r.at
	r.at++
	part := 0 // length of the part
	first := true
	for ; r.at < len(r.line); r.at++ {
		c := r.line[r.at] | 0x20
		switch {
		case 'a' <= c && c <= 'z', !first && '0' <= r.line[r.at] && r.line[r.at] <= '9':
			part++
			continue
		case r.line[r.at] == '-' && part > 0:
			first, part = false, 0
			continue
		}
		break
	}
	if part == 0 {
		r.fail(r.at, "a language tag is letters, then parts of letters and digits after hyphens")
	}
	return r.line[start:r.at]
}

// blank reads the label of a blank node. Dots at its end belong to the statement.
func (r *lineReader) blank() string {
	r.at += 2
	start := r.at
	end := len(r.line)
	for i, c := range r.line[start:] {
		if labelStart(c) || '0' <= c && c <= '9' || i > 0 && labelPart(c) {
			continue
		}
		end = start + i
		break
	}
	label := strings.TrimRight(r.line[start:end], ".")
	if label == "" {
		r.fail(start, "a blank node without a label")
	}
	r.at = start + len(label)
	return label
}

// labelPart is what may stand in a label after its first character.
func labelPart(c rune) bool {
	return c == '-' || c == '.' || c == 0xB7 || 0x300 <= c && c <= 0x36F || c == 0x203F || c == 0x2040
}

// labelStart is PN_CHARS_U of the grammar.
func labelStart(c rune) bool {
	switch {
	case 'a' <= c|0x20 && c|0x20 <= 'z' && c < utf8.RuneSelf, c == '_', c == ':':
		return true
	case c == utf8.RuneError || c < 0xC0 || c == 0xD7 || c == 0xF7:
		return false
	case c <= 0x2FF, 0x370 <= c && c <= 0x1FFF && c != 0x37E, c == 0x200C, c == 0x200D, 0x2070 <= c && c <= 0x218F:
		return true
	case 0x2C00 <= c && c <= 0x2FEF, 0x3001 <= c && c <= 0xD7FF, 0xF900 <= c && c <= 0xFDCF, 0xFDF0 <= c && c <= 0xFFFC:
		return true
	}
	return 0x10000 <= c && c <= 0xEFFFF
}

const echars = "t\tb\bn\nr\rf\f\"\"''\\\\" // pairs: what follows the backslash, what it stands for

// unescape resolves \uXXXX and \UXXXXXXXX, and in literals the short forms. base is where raw begins in the line.
func (r *lineReader) unescape(raw string, base int, literal bool) string {
	if !utf8.ValidString(raw) {
		r.fail(base, "broken UTF-8")
		return ""
	}
	if !strings.Contains(raw, `\`) {
		return raw
	}
	var b strings.Builder
	for i := 0; i < len(raw); i++ {
		if raw[i] != '\\' {
			b.WriteByte(raw[i])
			continue
		}
		i++
		if i == len(raw) {
			r.fail(base+i-1, "an escape without its character")
			return ""
		}
		digits := map[byte]int{'u': 4, 'U': 8}[raw[i]]
		if digits == 0 {
			k := strings.IndexByte(echars, raw[i])
			if !literal || k < 0 || k%2 != 0 {
				r.fail(base+i-1, "an unknown escape")
				return ""
			}
			b.WriteByte(echars[k+1])
			continue
		}
		code, err := strconv.ParseUint(raw[i+1:min(i+1+digits, len(raw))], 16, 32)
		if err != nil || i+1+digits > len(raw) || code > utf8.MaxRune || 0xD800 <= code && code < 0xE000 {
			r.fail(base+i-1, "an escape that names no character")
			return ""
		}
		b.WriteRune(rune(code))
		i += digits
	}
	return b.String()
}
