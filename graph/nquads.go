package graph

import (
	"bufio"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode/utf8"
)

// termKind tells the three kinds of RDF terms apart.
type termKind byte

const (
	isNothing termKind = iota // the default graph
	isIRI
	isLiteral
	isBlank
)

// term is an RDF term. The tag of a literal is its datatype's IRI, "" for xsd:string, or @ and its language.
type term struct {
	kind       termKind
	value, tag string
}

func iri(s string) term             { return term{kind: isIRI, value: s} }
func text(s string) term            { return term{kind: isLiteral, value: strings.ToValidUTF8(s, "\uFFFD")} }
func inLanguage(s, l string) term   { t := text(s); t.tag = "@" + l; return t }
func typed(s, datatype string) term { t := text(s); t.tag = datatype; return t }

// statement is one quad: subject, predicate, object, graph.
type statement struct{ s, p, o, g term }

// appendTerm writes a term in canonical form: as few escapes as the standard allows, xsd:string left out.
func appendTerm(b []byte, t term) []byte {
	switch t.kind {
	case isIRI:
		b = append(b, '<')
		b = append(b, t.value...)
		return append(b, '>')
	case isBlank:
		return append(append(b, '_', ':'), t.value...)
	}
	b = append(b, '"')
	b = appendEscaped(b, t.value)
	b = append(b, '"')
	switch {
	case t.tag == "":
	case t.tag[0] == '@':
		b = append(b, t.tag...)
	default:
		b = append(append(append(b, '^', '^', '<'), t.tag...), '>')
	}
	return b
}

func appendEscaped(b []byte, s string) []byte {
	for i := 0; i < len(s); i++ {
		switch c := s[i]; c {
		case '"', '\\':
			b = append(b, '\\', c)
		case '\n':
			b = append(b, '\\', 'n')
		case '\r':
			b = append(b, '\\', 'r')
		case '\t':
			b = append(b, '\\', 't')
		case '\b':
			b = append(b, '\\', 'b')
		case '\f':
			b = append(b, '\\', 'f')
		default:
			if c < ' ' || c == 0x7F {
				b = fmt.Appendf(b, "\\u%04X", c)
				continue
			}
			b = append(b, c)
		}
	}
	return b
}

// line is the statement as one line of canonical N-Quads, without the line feed.
func (q statement) line() string {
	b := make([]byte, 0, 256)
	b = append(appendTerm(b, q.s), ' ')
	b = append(appendTerm(b, q.p), ' ')
	b = append(appendTerm(b, q.o), ' ')
	if q.g.kind != isNothing {
		b = append(appendTerm(b, q.g), ' ')
	}
	return string(append(b, '.'))
}

// canonical gives the lines of the statements, sorted by code point and each once.
func canonical(qs []statement) []string {
	lines := make([]string, len(qs))
	for i, q := range qs {
		lines[i] = q.line()
	}
	slices.Sort(lines)
	return slices.Compact(lines)
}

func writeLines(w io.Writer, lines []string) error {
	buf := bufio.NewWriterSize(w, 1<<16)
	for _, l := range lines {
		buf.WriteString(l)
		buf.WriteByte('\n')
	}
	return buf.Flush()
}

// syntaxError is a fault in N-Quads: line and column count from 1, columns in code points.
type syntaxError struct {
	line, column int
	fault        string
}

func (e *syntaxError) Error() string {
	return fmt.Sprintf("%d:%d: %s", e.line, e.column, e.fault)
}

// readQuads reads strict N-Quads 1.1: absolute IRIs, no lone surrogates, nothing after the dot but a comment. It stops
// at the first fault.
func readQuads(doc string, each func(statement)) error {
	number := 0
	for len(doc) > 0 {
		number++
		line := doc
		if i := strings.IndexAny(doc, "\n\r"); i >= 0 {
			line = doc[:i]
			if doc[i] == '\r' && strings.HasPrefix(doc[i:], "\r\n") {
				i++
			}
			doc = doc[i+1:]
		} else {
			doc = ""
		}
		r := lineReader{line: line}
		q, some := r.statement()
		if r.fault != "" {
			return &syntaxError{number, utf8.RuneCountInString(line[:min(r.where, len(line))]) + 1, r.fault}
		}
		if some {
			each(q)
		}
	}
	return nil
}
