package eval

import (
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
)

// Report is what a comparison found.
type Report struct {
	Rows  []Row // a relation or entity type each, sorted by name
	Facts *FactReport
	Spans *SpanReport
}

// Row counts one relation or entity type.
type Row struct {
	Key      string
	Gold     int // required rows of the gold
	Found    int // of these, found
	Optional int // results that match an optional row: neither right nor wrong
	Wrong    int // results that match no row at all
}

// Precision is the share of right results among those that count: 1 where nothing was to be found, 0 where nothing was.
func (r Row) Precision() float64 {
	switch {
	case r.Found+r.Wrong > 0:
		return float64(r.Found) / float64(r.Found+r.Wrong)
	case r.Gold == 0:
		return 1
	}
	return 0
}

// Recall is the share of required rows that were found.
func (r Row) Recall() float64 {
	if r.Gold == 0 {
		return 1
	}
	return float64(r.Found) / float64(r.Gold)
}

// F1 is the harmonic mean of precision and recall.
func (r Row) F1() float64 {
	p, q := r.Precision(), r.Recall()
	if p+q == 0 {
		return 0
	}
	return 2 * p * q / (p + q)
}

// Total adds the rows up.
func (r Report) Total() Row {
	total := Row{Key: "TOTAL"}
	for _, row := range r.Rows {
		total.Gold += row.Gold
		total.Found += row.Found
		total.Optional += row.Optional
		total.Wrong += row.Wrong
	}
	return total
}

// Row finds the row of a relation or entity type; a key that occurs nowhere has nothing to find and nothing wrong.
func (r Report) Row(key string) Row {
	for _, row := range r.Rows {
		if row.Key == key {
			return row
		}
	}
	return Row{Key: key}
}

func newReport(rows []row, got []Result, p pairing, keyOf func(Result) string, notes io.Writer) Report {
	table := map[string]*Row{}
	at := func(key string) *Row {
		if table[key] == nil {
			table[key] = &Row{Key: key}
		}
		return table[key]
	}
	for i, r := range got {
		switch j := p.ofResult[i]; {
		case j >= 0 && rows[j].required:
			at(keyOf(r)).Found++
		case j >= 0:
			at(keyOf(r)).Optional++
		case len(p.hits[i]) == 0: // what another result was credited with is neither right nor wrong
			at(keyOf(r)).Wrong++
			note(notes, "WRONG   %s", r)
		}
	}
	for j, g := range rows {
		if !g.required {
			continue
		}
		at(g.key).Gold++
		if p.ofRow[j] < 0 {
			note(notes, "MISSING %s", g)
		}
	}
	var rep Report
	for _, key := range slices.Sorted(maps.Keys(table)) {
		rep.Rows = append(rep.Rows, *table[key])
	}
	return rep
}

func note(w io.Writer, format string, args ...any) {
	if w != nil {
		fmt.Fprintf(w, format+"\n", args...)
	}
}

// WriteText prints the table and the lines below it, in the language of say.
func (r Report) WriteText(w io.Writer, say Say) error {
	var b strings.Builder
	line := func(format string, args ...any) { b.WriteString(say.f(format, args...) + "\n") }
	b.WriteString(strings.Repeat(" ", 28) + say.right("gold", 6) + say.right("found", 7) + say.right("option", 7) + say.right("wrong", 7) +
		say.right("P", 8) + say.right("R", 8) + say.right("F1", 8) + "\n")
	for _, row := range append(slices.Clone(r.Rows), r.Total()) {
		fmt.Fprintf(&b, "%s%6d%7d%7d%7d%8.3f%8.3f%8.3f\n",
			say.left(row.Key, 28), row.Gold, row.Found, row.Optional, row.Wrong, row.Precision(), row.Recall(), row.F1())
	}
	if f := r.Facts; f != nil {
		var parts []string
		for _, m := range f.Modalities {
			parts = append(parts, say.f("%s %d of %d", m.Key, m.Found, m.Gold))
		}
		line("found by modality: %s", strings.Join(parts, ", "))
		line("attributes of matched facts: %d of %d found; %d of %d given are wrong", f.AttributesFound, f.AttributesWanted, f.AttributesWrong, f.AttributesGiven)
		line("parties known by the mention only, their canonical name another: %d", f.ByMention)
		line("the same fact told again in its entry: %d", f.Repeats)
	}
	if s := r.Spans; s != nil {
		line("spans that do not give back their text: %d of %d", s.Bad, s.Checked)
		if s.Evidence {
			line("evidence longer than %d code points: %d of %d", longEvidence, s.Long, s.Results)
		}
	}
	_, err := io.WriteString(w, b.String())
	return err
}
