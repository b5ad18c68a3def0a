// Package pattern is the language in which rules say what a sentence must look like. A pattern is a row of elements,
// matched against a sentence's tokens around a trigger word:
//
//	@                 the trigger, exactly once in a pattern
//	同|与|和           one of these words
//	{subject}         an actor (leader, country, organization, group, team), kept under the role subject
//	{place: place}    a mention of that type; {x: country|place} of one of several
//	{both: actor+}    a list of at least two
//	<kind: 贺电|唁电>  one of these words, kept as the attribute kind
//	...               up to 25 tokens of the same clause, as few as possible;  ..  up to 3
//	>>                up to 40 tokens across clauses of the sentence, as few as possible
//	^  $              begin and end of a clause
//	( a b | c )       one of several rows;   x?  an optional element
//
// What stands before the trigger is matched from the trigger leftwards and what follows it rightwards, so that the
// nearest fitting mention fills a role. Both sides compile to Go regular expressions over one symbol a token: matching
// takes time linear in the sentence.
package pattern

import (
	"fmt"
	"strings"
)

// Pattern is a parsed pattern. Its String parses again to the same pattern.
type Pattern struct {
	left, right []element // left in reading order
}

// element is one node of the tree.
type element struct {
	kind     kind
	words    []string    // of words and capture of words
	role     string      // of captures
	types    []string    // of captures of mentions; "actor" stands for all that act
	list     bool        // of captures: a list of at least two
	rows     [][]element // of a group
	optional bool
}

type kind int

const (
	words kind = iota
	capture
	wordCapture
	gap
	shortGap
	longGap
	clauseBegin
	clauseEnd
	group
	trigger
)

// Error is a fault of a pattern at a position counted in characters from 0.
type Error struct {
	At     int
	Fault  string
	Remedy string
}

// Error says the position, the fault and the remedy.
func (e *Error) Error() string {
	return fmt.Sprintf("at character %d of the pattern: %s; %s", e.At+1, e.Fault, e.Remedy)
}

// String prints the pattern.
func (p *Pattern) String() string {
	parts := []string{}
	if len(p.left) > 0 {
		parts = append(parts, row(p.left))
	}
	parts = append(parts, "@")
	if len(p.right) > 0 {
		parts = append(parts, row(p.right))
	}
	return strings.Join(parts, " ")
}

func row(es []element) string {
	parts := make([]string, len(es))
	for i, e := range es {
		parts[i] = e.String()
	}
	return strings.Join(parts, " ")
}

// String prints one element.
func (e element) String() string {
	s := ""
	switch e.kind {
	case words:
		s = strings.Join(e.words, "|")
	case capture:
		s = "{" + e.role
		if len(e.types) != 1 || e.types[0] != "actor" || e.list {
			s += ": " + strings.Join(e.types, "|")
		}
		if e.list {
			s += "+"
		}
		s += "}"
	case wordCapture:
		s = "<" + e.role + ": " + strings.Join(e.words, "|") + ">"
	case gap:
		s = "..."
	case shortGap:
		s = ".."
	case longGap:
		s = ">>"
	case clauseBegin:
		s = "^"
	case clauseEnd:
		s = "$"
	case trigger:
		s = "@"
	case group:
		rows := make([]string, len(e.rows))
		for i, r := range e.rows {
			rows[i] = row(r)
		}
		s = "( " + strings.Join(rows, " | ") + " )"
	}
	if e.optional {
		s += "?"
	}
	return s
}

// Words are all the words that the pattern names, for the dictionary.
func (p *Pattern) Words() []string {
	var out []string
	var walk func(es []element)
	walk = func(es []element) {
		for _, e := range es {
			out = append(out, e.words...)
			for _, r := range e.rows {
				walk(r)
			}
		}
	}
	walk(p.left)
	walk(p.right)
	return out
}

// Roles are the roles that the pattern can fill, and their entity types.
func (p *Pattern) Roles() map[string][]string {
	out := map[string][]string{}
	var walk func(es []element)
	walk = func(es []element) {
		for _, e := range es {
			if e.role != "" {
				out[e.role] = append(out[e.role], e.types...)
			}
			for _, r := range e.rows {
				walk(r)
			}
		}
	}
	walk(p.left)
	walk(p.right)
	return out
}
