package eval

import (
	"errors"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
)

// Columns of a marked table that are read; all others are for people. Only the first two must be there.
const (
	ColumnMark     = "mark"
	ColumnRelation = "relation"
	ColumnID       = "id"
	ColumnStratum  = "stratum"
	ColumnOf       = "stratum_facts"
	ColumnSample   = "sample"
)

// Marked is what a person found out about a sample.
type Marked struct {
	Total     Precision
	Relations []Precision // sorted by relation
	Unmarked  int         // rows without a mark
	Weighted  bool        // the strata were not drawn from at one rate, so that rows weigh differently
	Unseen    []string    // strata of which nothing was decided: the total says nothing of them
	Sample    string      // how it was drawn, in Describe's words, of either language; "" when the table does not say
}

// Precision is the share of right facts among those decided, with its 95 % interval by Wilson.
type Precision struct {
	Key              string
	Right, Wrong     int
	Undecided        int     // marked with ?
	Share, Low, High float64 // 0 to 1; where nothing was decided 0, 0, 1
	Effective        float64 // decided facts, as many as they are worth when they weigh differently (Kish)
}

// markedRow is one row of the table.
type markedRow struct {
	relation, stratum string
	of                int
	mark              mark
}

type mark int

const (
	unmarked mark = iota
	right
	wrong
	undecided
)

// parseMark reads what people write into a cell.
func parseMark(cell string) (mark, bool) {
	switch strings.ToLower(strings.TrimSpace(cell)) {
	case "":
		return unmarked, true
	case "1", "y", "yes", "t", "true", "right", "correct", "ok", "对", "對", "是", "正确", "正確", "√", "✓", "✔":
		return right, true
	case "0", "n", "no", "f", "false", "wrong", "incorrect", "错", "錯", "否", "误", "错误", "錯誤", "x", "×", "✗", "✘":
		return wrong, true
	case "?", "？", "unsure", "不确定", "不確定", "存疑":
		return undecided, true
	}
	return 0, false
}

// ReadMarked scores a table that `jishi sample` wrote and somebody marked: its first row names the columns. name is what
// errors call it; they tell all faults at once, with row and column counted from 1.
func ReadMarked(name string, table [][]string) (Marked, error) {
	if len(table) == 0 {
		return Marked{}, fmt.Errorf("%s: is empty; give a table that `jishi sample` wrote, with marks", name)
	}
	at := map[string]int{}
	for i, column := range table[0] {
		at[strings.ToLower(strings.TrimSpace(column))] = i
	}
	for _, column := range []string{ColumnMark, ColumnRelation} {
		if _, ok := at[column]; !ok {
			return Marked{}, fmt.Errorf("%s:1:1: there is no column %q; keep the first row of the table that `jishi sample` wrote", name, column)
		}
	}
	var m Marked
	var rows []markedRow
	var faults []error
	seen := map[string]int{}
	for i, cells := range table[1:] {
		line := i + 2
		cell := func(column string) string {
			if j, ok := at[column]; ok && j < len(cells) {
				return strings.TrimSpace(cells[j])
			}
			return ""
		}
		if strings.TrimSpace(strings.Join(cells, "")) == "" {
			continue
		}
		row := markedRow{relation: cell(ColumnRelation), stratum: cell(ColumnStratum)}
		fault := func(column, what string) {
			faults = append(faults, fmt.Errorf("%s:%d:%d: %s", name, line, at[column]+1, what))
		}
		var ok bool
		if row.mark, ok = parseMark(cell(ColumnMark)); !ok {
			fault(ColumnMark, fmt.Sprintf("%q is no mark; write 1 (right), 0 (wrong), ? (cannot be decided), or leave it empty", cell(ColumnMark)))
		}
		if row.relation == "" {
			fault(ColumnRelation, "the relation is missing; copy it from the sample")
		}
		if of := cell(ColumnOf); of != "" {
			var err error
			if row.of, err = strconv.Atoi(of); err != nil || row.of < 1 {
				fault(ColumnOf, fmt.Sprintf("%q is no number of facts; copy it from the sample", of))
			}
		}
		if id := cell(ColumnID); id != "" {
			if seen[id] > 0 {
				fault(ColumnID, fmt.Sprintf("the fact %s stands in row %d too; keep one", id, seen[id]))
			}
			seen[id] = line
		}
		if m.Sample == "" {
			m.Sample = cell(ColumnSample)
		}
		rows = append(rows, row)
	}
	if len(faults) > 0 {
		return Marked{}, errors.Join(faults...)
	}
	return m, m.score(name, rows)
}

// score weighs each decided row by how many facts of its stratum it stands for.
func (m *Marked) score(name string, rows []markedRow) error {
	decided, sizes := map[string]int{}, map[string]int{}
	for _, r := range rows {
		sizes[r.stratum] = max(sizes[r.stratum], r.of)
		if r.mark == right || r.mark == wrong {
			decided[r.stratum]++
		}
	}
	total, relations := sum{Precision: Precision{Key: allFacts}}, map[string]*sum{}
	for _, r := range rows {
		if r.mark == unmarked {
			m.Unmarked++
			continue
		}
		if relations[r.relation] == nil {
			relations[r.relation] = &sum{Precision: Precision{Key: r.relation}}
		}
		weight := 1.0
		if n := decided[r.stratum]; n > 0 && sizes[r.stratum] > 0 {
			weight = float64(sizes[r.stratum]) / float64(n)
		}
		total.add(r.mark, weight)
		relations[r.relation].add(r.mark, weight)
	}
	if len(decided) == 0 {
		return fmt.Errorf("%s: nothing is decided in its column %q; write 1 (right) or 0 (wrong) there", name, ColumnMark)
	}
	for stratum := range sizes {
		if decided[stratum] == 0 {
			m.Unseen = append(m.Unseen, stratum)
		}
	}
	slices.Sort(m.Unseen)
	m.Total = total.precision()
	m.Weighted = total.Effective < float64(m.Total.Right+m.Total.Wrong)-1e-6
	for _, s := range relations {
		m.Relations = append(m.Relations, s.precision())
	}
	slices.SortFunc(m.Relations, func(a, b Precision) int { return strings.Compare(a.Key, b.Key) })
	return nil
}

// sum gathers weighted rows.
type sum struct {
	Precision
	weight, squares, right float64
}

func (s *sum) add(m mark, weight float64) {
	switch m {
	case undecided:
		s.Undecided++
		return
	case right:
		s.Right++
		s.right += weight
	default:
		s.Wrong++
	}
	s.weight += weight
	s.squares += weight * weight
}

func (s *sum) precision() Precision {
	s.High = 1
	if s.weight > 0 {
		s.Share, s.Effective = s.right/s.weight, s.weight*s.weight/s.squares
		s.Low, s.High = Wilson(s.Share, s.Effective)
	}
	return s.Precision
}

// Wilson is the 95 % score interval of a share that was found among n.
func Wilson(share, n float64) (low, high float64) {
	const z = 1.959963984540054
	middle := share + z*z/(2*n)
	half := z * math.Sqrt(share*(1-share)/n+z*z/(4*n*n))
	scale := 1 + z*z/n
	return max(0, (middle-half)/scale), min(1, (middle+half)/scale)
}
