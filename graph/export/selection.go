package export

import (
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"jishi/graph"
	"jishi/schema"
)

// Selection says which facts are wanted: of any of the values of each field, and by all fields that have one.
type Selection struct {
	Relations, Modalities []string

	// Since and Until are YYYY, YYYY-MM or YYYY-MM-DD, both included: 2020-03 takes in all of March. A fact that lasts
	// some days is wanted when one of them is; one whose year is not known is not wanted by either.
	Since, Until string

	// Entities are ids or names of a subject or an object, as graph.Store.Find takes them. What a leader does by his office
	// counts for his country or organization too, and what organizations, teams and places of a country do, for it.
	Entities []string

	// Between are two or more such names: wanted is what one of them does towards another. A name given twice is one.
	Between []string
}

// IsZero reports whether everything is selected.
func (s Selection) IsZero() bool {
	return len(s.Relations) == 0 && len(s.Modalities) == 0 && s.Since == "" && s.Until == "" && len(s.Entities) == 0 && len(s.Between) == 0
}

// Load reads what a selection wants from a store. o may be nil: the shipped ontology. An entity that no document names is
// an error.
func Load(st *graph.Store, o *schema.Ontology, s Selection) (Data, error) {
	if o == nil {
		var err error
		if o, err = schema.LoadOntology(nil, ""); err != nil {
			return Data{}, err
		}
	}
	d := Data{Texts: map[string]string{}, Ontology: o, Corrections: st.Corrections()}
	all, err := st.Facts()
	if err != nil {
		return d, err
	}
	if d.Entities, err = st.Entities(); err != nil {
		return d, err
	}
	who, err := s.find(st)
	if err != nil {
		return d, err
	}
	for _, f := range all {
		if !s.wants(f, who, d.Entities) {
			continue
		}
		d.Facts = append(d.Facts, f)
		if _, ok := d.Texts[f.Doc]; !ok {
			if d.Texts[f.Doc], err = st.Text(f.Doc); err != nil {
				return d, err
			}
		}
	}
	d.Quads = st.WriteQuads
	if !s.IsZero() {
		d.Quads = func(w io.Writer) error { return st.WriteFacts(w, d.Facts) }
	}
	return d, nil
}

// wanted is whom a selection asks for, by id.
type wanted struct {
	any     map[string]bool   // one side is of these
	between []map[string]bool // the sides are of two of these
}

// find looks up whom the names mean; its error tells of all names that lead nowhere.
func (s Selection) find(st *graph.Store) (wanted, error) {
	w := wanted{any: map[string]bool{}}
	var faults []error
	for _, name := range s.Entities {
		ids, err := st.Find(name)
		faults = append(faults, err)
		for _, id := range ids {
			w.any[id] = true
		}
	}
	for _, name := range s.Between {
		ids, err := st.Find(name)
		faults = append(faults, err)
		set := map[string]bool{}
		for _, id := range ids {
			set[id] = true
		}
		if !slices.ContainsFunc(w.between, func(other map[string]bool) bool { return maps.Equal(other, set) }) {
			w.between = append(w.between, set)
		}
	}
	err := errors.Join(faults...)
	if err == nil && len(s.Between) > 0 && len(w.between) < 2 {
		err = fmt.Errorf("between %s there is no pair; name two or more", strings.Join(s.Between, ", "))
	}
	return w, err
}

func (s Selection) wants(f schema.Fact, who wanted, all map[string]schema.Entity) bool {
	if len(s.Relations) > 0 && !slices.Contains(s.Relations, f.Relation) || len(s.Modalities) > 0 && !slices.Contains(s.Modalities, f.Modality) {
		return false
	}
	if len(s.Entities) > 0 && !takesPart(f.Subject, who.any, all) && !takesPart(f.Object, who.any, all) {
		return false
	}
	if len(s.Between) > 0 && !who.joins(f, all) {
		return false
	}
	return s.wantsDate(f.Date)
}

// joins reports whether the sides of a fact are, or count for, two of those between whom something is wanted.
func (w wanted) joins(f schema.Fact, all map[string]schema.Entity) bool {
	for i, a := range w.between {
		for j, b := range w.between {
			if i != j && takesPart(f.Subject, a, all) && takesPart(f.Object, b, all) {
				return true
			}
		}
	}
	return false
}

// takesPart reports whether a party is one of ids or counts for one. Gizmo's factsAbout says the same.
func takesPart(p schema.Party, ids map[string]bool, all map[string]schema.Entity) bool {
	if p.Entity == "" {
		return ids[p.Name] && p.Name != ""
	}
	if p.OnBehalfOf != "" { // for a person, his country counts only where he acts for nobody
		return ids[p.Entity] || ids[p.OnBehalfOf] || belongs(all[p.OnBehalfOf], ids) || all[p.Entity].Type != "leader" && belongs(all[p.Entity], ids)
	}
	return ids[p.Entity] || belongs(all[p.Entity], ids)
}

func belongs(e schema.Entity, ids map[string]bool) bool { return e.Country != "" && ids[e.Country] }

// wantsDate compares as far as both sides know: a fact of 2020 may be one of March.
func (s Selection) wantsDate(d schema.Date) bool {
	if s.Since == "" && s.Until == "" {
		return true
	}
	first, last := d.First.String(), d.Last.String()
	if d.First.Year == 0 {
		return false
	}
	if d.Last.IsZero() {
		last = first
	}
	return (s.Since == "" || !before(last, s.Since)) && (s.Until == "" || !before(s.Until, first))
}

// before compares two days, or months, or years, by the shorter of them.
func before(a, b string) bool {
	n := min(len(a), len(b))
	return a[:n] < b[:n]
}
