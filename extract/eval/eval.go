// Package eval compares facts and mentions with a gold annotation: how much of the gold was found (recall), how much of
// what was found is right (precision), and what those two numbers cannot show (attributes, canonical names, repeats,
// spans). Its numbers are those of testdata/gold/score.py, which a test runs beside it; the formats of both sides are
// described in testdata/gold/README.md.
package eval

import (
	"errors"
	"io"
	"strings"

	"jishi/schema"
)

// Options says what counts as equal. The zero Options compares strictly, and no relation in either direction.
type Options struct {
	Symmetric map[string]bool // relations that are right in either direction
	Meeting   map[string]bool // relations whose object may be named by the end of its name
	Only      []string        // score these relations alone; none: all
	Loose     bool            // ignore modality
	Canonical bool            // match by canonical name alone, not by the mention
	Source    *string         // decoded text of the document, to check spans against; nil: do not check
	Notes     io.Writer       // a line for each result that is wrong and each row that is missing; nil: none
}

// closed are the attributes that the gold gives wherever the text does: one that the gold has not is wrong.
func closed() []string { return []string{attrBatch, attrInitiative} }

const (
	attrBatch      = "batch"
	attrInitiative = "initiative"
	attrOffice     = "office" // part of an office fact: without it right, the fact is another fact
)

// foldedType gives the type under which the gold counts entities of a finer one.
func foldedType(typ string) string {
	if typ == "team" || typ == "facility" {
		return "organization"
	}
	return typ
}

// Facts scores facts, one result each. An error says that a result is no fact.
func Facts(gold FactGold, got []Result, o Options) (Report, error) {
	for _, r := range got {
		if !r.has("relation") {
			return Report{}, errors.New("holds lines that are not facts (a line without \"relation\"): give the output of `jishi extract --format jsonl` without --mentions")
		}
	}
	rows := gold.rows
	if len(o.Only) > 0 {
		rows, got = only(rows, got, o.Only)
	}
	m := matcher{o}
	pairs := pairUp(len(got), required(rows), hits(rows, got, Result.relation, m.fact))
	rep := newReport(rows, got, pairs, Result.relation, o.Notes)
	if len(got) > 0 {
		s := statistics(rows, got, pairs, m, o.Notes)
		rep.Facts = &s
	}
	if o.Source != nil {
		rep.Spans = checkFactSpans(*o.Source, got)
	}
	return rep, nil
}

// Entities scores mentions: of each entity of an entry the first one.
func Entities(gold EntityGold, got []Result, o Options) Report {
	wanted := map[string]bool{}
	for _, g := range gold.rows {
		wanted[g.key] = true
	}
	type identity struct{ entry, typ, id string }
	seen := map[identity]bool{}
	var kept []Result
	for _, r := range got {
		id := r.raw("id")
		if !truthy(r.fields["id"]) {
			id = r.raw("name")
		}
		key := identity{r.raw("entry"), r.raw("type"), id}
		if !seen[key] && wanted[foldedType(r.text("type"))] {
			kept = append(kept, r)
		}
		seen[key] = true
	}
	m := matcher{o}
	pairs := pairUp(len(kept), required(gold.rows), hits(gold.rows, kept, Result.foldedType, m.entity))
	rep := newReport(gold.rows, kept, pairs, Result.foldedType, o.Notes)
	if o.Source != nil {
		rep.Spans = checkMentionSpans(*o.Source, got)
	}
	return rep
}

func only(rows []row, got []Result, keys []string) ([]row, []Result) {
	keep := map[string]bool{}
	for _, k := range keys {
		keep[k] = true
	}
	var keptRows []row
	for _, g := range rows {
		if keep[g.key] {
			keptRows = append(keptRows, g)
		}
	}
	var kept []Result
	for _, r := range got {
		if keep[r.text("relation")] {
			kept = append(kept, r)
		}
	}
	return keptRows, kept
}

func required(rows []row) []bool {
	out := make([]bool, len(rows))
	for j, g := range rows {
		out[j] = g.required
	}
	return out
}

// hits lists for each result the rows that it may be credited with. keyOf is what table row a result belongs to.
func hits(rows []row, got []Result, keyOf func(Result) string, match func(row, Result) fit) [][]int {
	byKey := map[string][]int{}
	for j, g := range rows {
		byKey[g.key] = append(byKey[g.key], j)
	}
	out := make([][]int, len(got))
	for i, r := range got {
		for _, j := range byKey[keyOf(r)] {
			if match(rows[j], r) != noFit {
				out[i] = append(out[i], j)
			}
		}
	}
	return out
}

// fit says how a result agrees with a row.
type fit int

const (
	noFit fit = iota
	straight
	swapped // the parties of a symmetric relation stand the other way round
)

// matcher decides whether a result says what a row says.
type matcher struct{ o Options }

func (m matcher) fact(g row, r Result) fit {
	if g.key != r.text("relation") || !m.o.Loose && g.modality != r.text("modality") {
		return noFit
	}
	if !sameDate(g, r.text("date")) || !sameEntry(g.entry, r.text("entry")) {
		return noFit
	}
	if g.key == schema.HoldsOffice && !holdsAll(g.attribute(attrOffice), r.attribute(attrOffice)) {
		return noFit
	}
	subject, object := r.node("subject"), r.node("object")
	byEnd := m.o.Meeting[g.key]
	switch {
	case m.sameParty(g.subject, subject, false) && m.sameParty(g.object, object, byEnd):
		return straight
	case m.o.Symmetric[g.key] && m.sameParty(g.subject, object, false) && m.sameParty(g.object, subject, false):
		return swapped
	}
	return noFit
}

func (m matcher) entity(g row, r Result) fit {
	if g.key != foldedType(r.text("type")) || !sameEntry(g.entry, r.text("entry")) {
		return noFit
	}
	if !m.sameParty(g.names, &r, false) {
		return noFit
	}
	return straight
}

// sameParty reports whether a name of the node is among those wanted; nobody at all is `?`. byEnd takes also a name of
// two characters or more that the other one ends with.
func (m matcher) sameParty(wanted names, node *Result, byEnd bool) bool {
	if node == nil {
		return wanted.has("?")
	}
	have := []string{node.text("name")}
	if !m.o.Canonical {
		have = append(have, node.text("mention"))
	}
	for _, h := range have {
		if h == "" || h == "?" {
			continue
		}
		if wanted.has(h) {
			return true
		}
		for _, w := range wanted {
			if byEnd && atLeastTwo(h) && atLeastTwo(w) && (strings.HasSuffix(w, h) || strings.HasSuffix(h, w)) {
				return true
			}
		}
	}
	return false
}

func atLeastTwo(s string) bool {
	n := 0
	for range s {
		if n++; n == 2 {
			return true
		}
	}
	return false
}

// sameEntry: `*` is any entry, `DATE#*` any under that heading.
func sameEntry(want, got string) bool {
	if want == "*" || want == got {
		return true
	}
	return strings.HasSuffix(want, "#*") && strings.HasPrefix(got, want[:len(want)-1])
}

// sameDate: `*` is not scored, `?` must be empty, `!` is anything but the heading's day.
func sameDate(g row, got string) bool {
	switch g.date {
	case "*":
		return true
	case "?":
		return got == ""
	case "!":
		heading, _, _ := strings.Cut(g.entry, "#")
		return got != heading
	}
	return got == g.date
}

// holdsAll reports whether each wanted value, in one of its forms, is among those given.
func holdsAll(want []names, have []string) bool {
	for _, w := range want {
		if !w.hasAny(have) {
			return false
		}
	}
	return true
}
