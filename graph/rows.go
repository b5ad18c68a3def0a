package graph

import (
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	cayley "github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/cayley/query/gizmo"
	"github.com/cayleygraph/quad"

	"jishi/schema"
)

// Rows is a table: one cell a column in every row. A cell is nil, string, bool, json.Number, or a []any or
// map[string]any of these. IRIs stand between < and >.
type Rows struct {
	Columns   []string
	Rows      [][]any
	Truncated bool // the limit cut it short
}

// factColumns are the columns of a fact's row. What people have said of it stands before the sentence, where the store has
// corrections at all; the page or paragraph, where files have them, behind the entry.
func (t *table) factColumns() []string {
	out := []string{"date", "modality", "subject", "relation", "object", "items", "document", "entry", "id", "sentence"}
	if t.byCountry {
		out = []string{"date", "modality", "subject", "subject_iso3", "relation", "object", "object_iso3", "items", "document", "entry", "id", "sentence"}
	}
	if len(t.store.Corrections()) > 0 {
		out = slices.Insert(out, len(out)-1, "correction")
	}
	for _, unit := range []string{schema.Page, schema.Paragraph} {
		if t.store.dividedBy(unit) {
			out = slices.Insert(out, slices.Index(out, "id"), unit)
		}
	}
	return out
}

// table gathers what a script gives. Columns come in the order in which results first have them.
type table struct {
	store   *Store
	name    func(*gizmo.Result) (map[string]any, error) // of a result that is a path's tags
	limit   int
	columns []string
	list    []map[string]any
	cut     bool
	facts   map[string]schema.Fact // by IRI between < and >

	byCountry bool
	labels    string
	entities  map[string]schema.Entity // read where either is set
}

// add takes one result; more is false once the limit is passed.
func (t *table) add(r *gizmo.Result) (more bool, err error) {
	if r.Tags != nil {
		cells, err := t.name(r)
		if err != nil {
			return false, err
		}
		keys := make([]string, 0, len(cells))
		for k := range cells {
			keys = append(keys, k)
		}
		slices.SortFunc(keys, func(a, b string) int { // the path's end first
			return cmp.Or(-compareBool(a == gizmo.TopResultTag, b == gizmo.TopResultTag), cmp.Compare(a, b))
		})
		return t.row(keys, cells), nil
	}
	s, _ := r.Val.(string)
	switch {
	case strings.HasPrefix(s, "V"):
		return t.value([]byte(s[1:]))
	case strings.HasPrefix(s, "F"):
		return t.factRows([]byte(s[1:]))
	}
	return false, fmt.Errorf("a result of an unknown kind %T", r.Val)
}

func compareBool(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return 1
	}
	return -1
}

func (t *table) row(keys []string, cells map[string]any) (more bool) {
	if t.limit > 0 && len(t.list) == t.limit {
		t.cut = true
		return false
	}
	for _, k := range keys {
		if !slices.Contains(t.columns, k) {
			t.columns = append(t.columns, k)
		}
	}
	t.list = append(t.list, cells)
	return true
}

// value takes what g.emit was given.
func (t *table) value(raw []byte) (more bool, err error) {
	if bytes.HasPrefix(raw, []byte("{")) {
		keys, cells, err := ordered(raw)
		return err == nil && t.row(keys, cells), err
	}
	d := json.NewDecoder(bytes.NewReader(raw))
	d.UseNumber()
	var v any
	if err := d.Decode(&v); err != nil {
		return false, err
	}
	return t.row([]string{"value"}, map[string]any{"value": v}), nil
}

// factRows takes what emitFacts was given: IRIs of facts. What is no fact is passed over.
func (t *table) factRows(raw []byte) (more bool, err error) {
	var ids []string
	if err := json.Unmarshal(raw, &ids); err != nil {
		return false, err
	}
	if t.facts == nil {
		list, err := t.store.Facts()
		if err != nil {
			return false, err
		}
		t.facts = make(map[string]schema.Fact, len(list))
		for _, f := range list {
			t.facts["<"+t.store.fact(f.ID).value+">"] = f
		}
	}
	var facts []schema.Fact
	for _, id := range ids {
		if f, ok := t.facts[id]; ok && !(t.byCountry && f.Relation == schema.HoldsOffice) { // an office is no deed of a country
			facts = append(facts, f)
		}
	}
	rank, err := t.store.places()
	if err != nil {
		return false, err
	}
	slices.SortStableFunc(facts, func(a, b schema.Fact) int {
		return cmp.Or(cmp.Compare(dateOrder(a.Date), dateOrder(b.Date)), rank[a.ID]-rank[b.ID])
	})
	for _, f := range facts {
		cells, err := t.cells(f)
		if err != nil {
			return false, err
		}
		if !t.row(t.factColumns(), cells) {
			return false, nil
		}
	}
	if len(facts) == 0 && t.columns == nil {
		t.columns = t.factColumns()
	}
	return true, nil
}

// dateOrder sorts days of unknown year after the others, and what has no date last.
func dateOrder(d schema.Date) string {
	switch s := d.String(); {
	case s == "":
		return "~~"
	case s[0] == '-':
		return "~" + s
	default:
		return s
	}
}

// places numbers the facts in the order of documents and of places in them.
func (s *Store) places() (map[string]int, error) {
	list, err := s.Facts()
	rank := make(map[string]int, len(list))
	for i, f := range list {
		rank[f.ID] = i
	}
	return rank, err
}

// factCells is a fact as a row shows it.
func (s *Store) factCells(f schema.Fact) (map[string]any, error) {
	text, err := s.Text(f.Doc)
	if err != nil {
		return nil, err
	}
	return map[string]any{
		"date": f.Date.First.String(), "modality": f.Modality, "subject": f.Subject.Name, "relation": f.Relation,
		"object": f.Object.Name, "items": schema.ItemWords(f.Items), "document": f.Doc, "entry": f.Entry, "id": f.ID,
		"sentence": schema.Passages(text, f.Evidence), "correction": f.Correction.Words(),
		schema.Page: f.Part.In(schema.Page), schema.Paragraph: f.Part.In(schema.Paragraph),
	}, nil
}

// cells is a fact as the row is wanted: in a language; by country each party as the country for which it counts at the
// fact's date, with its code, as export.View has it.
func (t *table) cells(f schema.Fact) (cells map[string]any, err error) {
	if t.entities == nil && (t.byCountry || t.labels != "") {
		if t.entities, err = t.store.Entities(); err != nil {
			return nil, err
		}
	}
	if t.byCountry {
		f = f.ForCountries(t.entities)
	}
	if t.labels != "" {
		f = f.InLanguage(t.labels, t.entities)
	}
	if cells, err = t.store.factCells(f); err != nil || !t.byCountry {
		return cells, err
	}
	cells["subject_iso3"] = t.entities[schema.CountryOf(f.Subject, f.Date.First, t.entities)].ISO3
	cells["object_iso3"] = t.entities[schema.CountryOf(f.Object, f.Date.First, t.entities)].ISO3
	return cells, nil
}

func (t *table) rows() Rows {
	r := Rows{Columns: t.columns, Truncated: t.cut, Rows: make([][]any, len(t.list))}
	for i, cells := range t.list {
		r.Rows[i] = make([]any, len(t.columns))
		for j, c := range t.columns {
			r.Rows[i][j] = cells[c]
		}
	}
	return r
}

// tags gives what a path tagged.
func tags(qs cayley.Namer, r *gizmo.Result) (map[string]any, error) {
	cells := make(map[string]any, len(r.Tags))
	for k, ref := range r.Tags {
		cells[k] = cell(qs.NameOf(ref))
	}
	return cells, nil
}

func cell(v quad.Value) any {
	switch v := v.(type) {
	case nil:
		return nil
	case quad.String:
		return string(v)
	case quad.LangString:
		return string(v.Value)
	case quad.TypedString:
		if v.Type == xsd+"integer" {
			return json.Number(v.Value)
		}
		return string(v.Value)
	}
	return v.String()
}
