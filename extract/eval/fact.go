package eval

import (
	"io"
	"maps"
	"slices"
	"strings"

	"jishi/schema"
)

// FactReport is what the table cannot show of facts.
type FactReport struct {
	Modalities       []Row // Gold and Found by modality, sorted
	AttributesWanted int   // attribute values that the gold has for matched facts
	AttributesFound  int
	AttributesGiven  int // attribute values of matched facts, of keys that the gold gives
	AttributesWrong  int
	ByMention        int // parties that only their mention makes right: the canonical name is another
	Repeats          int // facts that say again what another of the same entry says
}

// statistics looks into the pairs.
func statistics(rows []row, got []Result, p pairing, m matcher, notes io.Writer) FactReport {
	var f FactReport
	for i, r := range got {
		if p.ofResult[i] < 0 {
			continue
		}
		g := rows[p.ofResult[i]]
		isSwapped := m.fact(g, r) == swapped
		f.countNames(g, r, isSwapped, m.o.Meeting[g.key], notes)
		f.countAttributes(g, r, isSwapped, notes)
	}
	f.Modalities = byModality(rows, p)
	f.Repeats = repeats(got)
	return f
}

func (f *FactReport) countNames(g row, r Result, isSwapped, meeting bool, notes io.Writer) {
	subject, object := r.node("subject"), r.node("object")
	if isSwapped {
		subject, object = object, subject
	}
	check := func(wanted names, node *Result) {
		if node == nil || node.has("name") && wanted.has(node.text("name")) {
			return
		}
		f.ByMention++
		note(notes, "NAME    %s for %s: %s", node.text("name"), wanted, r)
	}
	check(g.subject, subject)
	if !meeting { // a meeting may be named by the end of its name
		check(g.object, object)
	}
}

func (f *FactReport) countAttributes(g row, r Result, isSwapped bool, notes io.Writer) {
	keys := closed()
	for _, a := range g.attributes {
		if !slices.Contains(keys, a.key) {
			keys = append(keys, a.key)
		}
	}
	slices.Sort(keys)
	for _, key := range keys {
		want, have := g.attribute(key), r.attribute(key)
		if isSwapped && key == attrInitiative {
			have = otherSide(have)
		}
		hit, right := 0, 0
		for _, w := range want {
			if w.hasAny(have) {
				hit++
			}
		}
		for _, h := range have {
			if slices.ContainsFunc(want, func(w names) bool { return w.has(h) }) {
				right++
			}
		}
		f.AttributesWanted += len(want)
		f.AttributesFound += hit
		f.AttributesGiven += len(have)
		f.AttributesWrong += len(have) - right
		if hit < len(want) || right < len(have) {
			note(notes, "ATTR    %s=%s for %v: %s", key, strings.Join(have, ","), want, r)
		}
	}
}

// otherSide turns an initiative round, for parties that stand the other way round.
func otherSide(values []string) []string {
	out := slices.Clone(values)
	for i, v := range out {
		switch v {
		case "object":
			out[i] = "subject"
		case "subject":
			out[i] = "object"
		}
	}
	return out
}

func byModality(rows []row, p pairing) []Row {
	tally := map[string]*Row{}
	for j, g := range rows {
		if !g.required {
			continue
		}
		if tally[g.modality] == nil {
			tally[g.modality] = &Row{Key: g.modality}
		}
		tally[g.modality].Gold++
		if p.ofRow[j] >= 0 {
			tally[g.modality].Found++
		}
	}
	var out []Row
	for _, key := range slices.Sorted(maps.Keys(tally)) {
		out = append(out, *tally[key])
	}
	return out
}

// repeats counts the facts that another of the same entry, date, parties, relation and modality has told already.
// Offices may be told with every mention of a person.
func repeats(got []Result) int {
	type statement struct{ entry, date, subject, relation, object, modality string }
	party := func(r Result, key string) string {
		if n := r.node(key); n != nil {
			return n.raw("name")
		}
		return Result{}.raw("name")
	}
	told := map[statement]bool{}
	n := 0
	for _, r := range got {
		if r.text("relation") == schema.HoldsOffice {
			continue
		}
		s := statement{r.raw("entry"), r.raw("date"), party(r, "subject"), r.raw("relation"), party(r, "object"), r.raw("modality")}
		if told[s] {
			n++
		}
		told[s] = true
	}
	return n
}
