package graph

import (
	"fmt"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// names makes the IRIs of own terms and things. All of them are functions of what they name, never of a run or of a
// counter, so that two builds can be compared line by line. docs/iri.md says what each is made of.
type names struct{ base string }

// checkBase refuses a base that is no absolute IRI or does not end where a name can be added.
func checkBase(base string) error {
	if !absolute(base) || strings.IndexFunc(base, forbidden) >= 0 || !utf8.ValidString(base) {
		return fmt.Errorf("base IRI %q: it is no absolute IRI; write one like %q or \"https://example.org/graph/\"", base, DefaultBase)
	}
	if !strings.HasSuffix(base, "/") && !strings.HasSuffix(base, "#") && !strings.HasSuffix(base, ":") {
		return fmt.Errorf("base IRI %q: let it end in /, # or :, since names are added to it", base)
	}
	return nil
}

func (n names) term(id string) term { return iri(n.base + id) }

// relation is the predicate of a relation's facts of one modality: the bare name is kept for what has happened.
func (n names) relation(id, modality, actual string) term {
	if modality == actual {
		return n.term(escape(id))
	}
	return n.term(escape(modality) + "-" + escape(id))
}

func (n names) modality(id string) term   { return n.term("modality/" + escape(id)) }
func (n names) kind(id string) term       { return n.term("type/" + escape(id)) }
func (n names) attribute(key string) term { return n.term("attribute/" + escape(key)) }
func (n names) entity(id string) term     { return n.term("entity/" + escapePath(id)) }
func (n names) document(id string) term   { return n.term("doc/" + escapePath(id)) }
func (n names) event(id string) term      { return n.term("event/" + escape(id)) }
func (n names) fact(id string) term       { return n.term("fact/" + escape(id)) }
func (n names) correction(id string) term { return n.term("correction/" + escape(id)) }
func (n names) agent(name string) term    { return n.term("agent/" + escape(name)) }
func (n names) graph(name string) term    { return n.term("graph/" + name) }

// entry is the named graph of an entry. An entry without a date stands under "undated".
func (n names) entry(doc, date, hash string) term {
	if date == "" {
		date = "undated"
	}
	return n.term("entry/" + escapePath(doc) + "/" + escape(date) + "/" + escape(hash))
}

// span is a place in an entry. It counts code points from the entry's first, so that an entry inserted before this one
// renames nothing; nif:beginIndex counts from the document's.
func (n names) span(hash string, start, end int) term {
	return n.term("span/" + escape(hash) + "/" + strconv.Itoa(start) + "-" + strconv.Itoa(end))
}

// rule carries the hash of the rule's content: the fact stays, the rule that read it may change.
func (n names) rule(name, hash string) term {
	segment := strings.ReplaceAll(escapePath(name), "@", "%40")
	if hash != "" {
		segment += "@" + escape(hash)
	}
	return n.term("rule/" + segment)
}

// ruleOf takes a rule's name out of its IRI.
func (n names) ruleOf(t term) string {
	rest, _ := n.cut(t, "rule/")
	name, _, _ := strings.Cut(rest, "@")
	return unescape(name)
}

func (n names) item(fact term, i int) term { return iri(fact.value + "/item/" + strconv.Itoa(i+1)) }

func (n names) role(fact term, role string) term { return iri(fact.value + "/" + role) }

// cut takes a prefix below the base off an IRI.
func (n names) cut(t term, prefix string) (string, bool) {
	rest, ok := strings.CutPrefix(t.value, n.base)
	if !ok || t.kind != isIRI {
		return "", false
	}
	return strings.CutPrefix(rest, prefix)
}

// documentOf reads a document's id back from the named graph of one of its entries.
func (n names) documentOf(entry string) (string, bool) {
	rest, ok := strings.CutPrefix(entry, n.base+"entry/")
	if !ok {
		return "", false
	}
	for range 2 { // hash and date
		i := strings.LastIndexByte(rest, '/')
		if i < 0 {
			return "", false
		}
		rest = rest[:i]
	}
	return unescape(rest), true
}

// entryHash reads an entry's hash back from its named graph.
func (n names) entryHash(entry term) string {
	return unescape(entry.value[strings.LastIndexByte(entry.value, '/')+1:])
}

const kept = "-._~!$&'()*+,;=:@"

// escape makes one segment of an IRI. Chinese stays as it is, for these are IRIs and not URIs; what N-Quads or the
// grammar of IRIs forbids in a segment is percent-encoded, and so are white space and what cannot be seen.
func escape(s string) string {
	clean := s != "." && s != ".." // a resolver would take these away
	for i := 0; clean && i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		clean = plain(r, size)
		i += size
	}
	if clean {
		return s
	}
	var b strings.Builder
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		if plain(r, size) && s != "." && s != ".." {
			b.WriteString(s[i : i+size])
		} else {
			for _, c := range []byte(s[i : i+size]) {
				fmt.Fprintf(&b, "%%%02X", c)
			}
		}
		i += size
	}
	return b.String()
}

// escapePath is escape for each segment between slashes.
func escapePath(s string) string {
	parts := strings.Split(s, "/")
	for i := range parts {
		parts[i] = escape(parts[i])
	}
	return strings.Join(parts, "/")
}

func plain(r rune, size int) bool {
	switch {
	case r == utf8.RuneError && size <= 1:
		return false
	case r < utf8.RuneSelf:
		return '0' <= r && r <= '9' || 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || strings.ContainsRune(kept, r)
	}
	return ucschar(r) && unicode.IsGraphic(r) && !unicode.IsSpace(r)
}

// ucschar is what RFC 3987 allows beyond ASCII.
func ucschar(r rune) bool {
	switch {
	case r < 0xA0, r >= 0xD800 && r < 0xF900, r > 0xFDCF && r < 0xFDF0, r > 0xFFEF && r < 0x10000:
		return false
	case r >= 0xE0000:
		return false
	}
	return r&0xFFFF < 0xFFFE
}

// unescape undoes escape. What is no escape stays.
func unescape(s string) string {
	if !strings.Contains(s, "%") {
		return s
	}
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		if s[i] == '%' && i+2 < len(s) {
			if c, err := strconv.ParseUint(s[i+1:i+3], 16, 8); err == nil {
				b.WriteByte(byte(c))
				i += 2
				continue
			}
		}
		b.WriteByte(s[i])
	}
	return b.String()
}

// forbidden is what N-Quads does not let stand between < and >.
func forbidden(r rune) bool {
	switch r {
	case '<', '>', '"', '{', '}', '|', '^', '`', '\\':
		return true
	}
	return r <= ' '
}

// absolute reports whether s begins with a scheme.
func absolute(s string) bool {
	for i := 0; i < len(s); i++ {
		c := s[i]
		switch {
		case c == ':':
			return i > 0
		case 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z':
		case i > 0 && ('0' <= c && c <= '9' || c == '+' || c == '-' || c == '.'):
		default:
			return false
		}
	}
	return false
}
