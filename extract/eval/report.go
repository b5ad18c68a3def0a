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

// WriteText prints the table and the lines below it.
func (r Report) WriteText(w io.Writer) error {
	var b strings.Builder
	fmt.Fprintf(&b, "%28s%6s%7s%7s%7s%8s%8s%8s\n", "", "gold", "found", "option", "wrong", "P", "R", "F1")
	for _, row := range append(slices.Clone(r.Rows), r.Total()) {
		fmt.Fprintf(&b, "%-28s%6d%7d%7d%7d%8.3f%8.3f%8.3f\n",
			row.Key, row.Gold, row.Found, row.Optional, row.Wrong, row.Precision(), row.Recall(), row.F1())
	}
	if f := r.Facts; f != nil {
		var parts []string
		for _, m := range f.Modalities {
			parts = append(parts, fmt.Sprintf("%s %d of %d", m.Key, m.Found, m.Gold))
		}
		fmt.Fprintf(&b, "found by modality: %s\n", strings.Join(parts, ", "))
		fmt.Fprintf(&b, "attributes of matched facts: %d of %d found; %d of %d given are wrong\n", f.AttributesFound, f.AttributesWanted, f.AttributesWrong, f.AttributesGiven)
		fmt.Fprintf(&b, "parties known by the mention only, their canonical name another: %d\n", f.ByMention)
		fmt.Fprintf(&b, "the same fact told again in its entry: %d\n", f.Repeats)
	}
	if s := r.Spans; s != nil {
		fmt.Fprintf(&b, "spans that do not give back their text: %d of %d\n", s.Bad, s.Checked)
		if s.Evidence {
			fmt.Fprintf(&b, "evidence longer than %d code points: %d of %d\n", longEvidence, s.Long, s.Results)
		}
	}
	_, err := io.WriteString(w, b.String())
	return err
}
