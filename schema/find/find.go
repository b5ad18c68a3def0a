// Package find leads from what people call somebody to the entity of a store: by id, Chinese or English name, alias, in
// simplified or traditional characters, in pinyin, or by a part of the name that nobody else has.
package find

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"jishi/schema"
	"jishi/schema/datafile"
)

// Index has the names of a store's entities.
type Index struct {
	entries []entry
	script  script
}

// entry is an entity, or a party without identity, which goes by its name alone.
type entry struct {
	id, label, iso3 string
	forms           []string // names as they stand
}

// New makes an index of entities by id, and of parties that have only a name.
func New(entities map[string]schema.Entity, bare []string) *Index {
	x := &Index{}
	for id, e := range entities {
		y := entry{id: id, label: cmp.Or(e.Name, e.English, id), iso3: e.ISO3}
		for _, form := range append([]string{e.Name, e.English}, e.Aliases...) {
			if form != "" && !slices.Contains(y.forms, form) {
				y.forms = append(y.forms, form)
			}
		}
		x.entries = append(x.entries, y)
	}
	for _, name := range bare {
		if name != "" {
			x.entries = append(x.entries, entry{id: name, label: name, forms: []string{name}})
		}
	}
	slices.SortFunc(x.entries, func(a, b entry) int { return cmp.Compare(a.id, b.id) })
	x.entries = slices.CompactFunc(x.entries, func(a, b entry) bool { return a.id == b.id })
	return x
}

// Error is a name that leads nowhere, or to several.
type Error struct {
	Name   string
	Like   []string // NAME (ID), as people are shown them
	Unsure bool     // each of Like may be meant
}

// Error is FAULT; REMEDY.
func (e *Error) Error() string {
	switch {
	case e.Unsure:
		return fmt.Sprintf("%s may be %s; give one of the ids", e.Name, strings.Join(e.Like, ", "))
	case len(e.Like) > 0:
		return fmt.Sprintf("nothing in this store is called %s; did you mean %s?", e.Name, e.Like[0])
	}
	return fmt.Sprintf("nothing in this store is called %s; `jishi query --name entities` lists the names", e.Name)
}

// Find gives the ids of whoever is called so. A name as it stands may be of several; a form that is derived from names must
// be of one alone. Else the error is an *Error.
func (x *Index) Find(name string) ([]string, error) {
	name = strings.TrimSpace(name)
	if name == "" {
		return nil, fmt.Errorf("the name is empty; give a name or an id")
	}
	if ids := x.exact(name); len(ids) > 0 {
		return ids, nil
	}
	key := x.script.key(name)
	for _, alike := range []func(form string) bool{
		func(form string) bool { return x.script.key(form) == key },
		func(form string) bool { return slices.Contains(x.script.pinyin(form), key) },
		func(form string) bool { return x.script.isPart(key, name, form) },
	} {
		switch found := x.where(alike); {
		case key == "" || len(found) == 0:
		case len(found) == 1:
			return []string{found[0].id}, nil
		default:
			return nil, &Error{Name: name, Like: shown(found), Unsure: true}
		}
	}
	return nil, &Error{Name: name, Like: x.near(append([]string{key}, x.script.pinyin(name)...))}
}

func (x *Index) exact(name string) []string {
	var ids []string
	for _, e := range x.entries {
		if e.id == name || e.iso3 != "" && strings.EqualFold(e.iso3, name) || slices.ContainsFunc(e.forms, func(form string) bool { return strings.EqualFold(form, name) }) {
			ids = append(ids, e.id)
		}
	}
	return ids
}

func (x *Index) where(alike func(form string) bool) []entry {
	var out []entry
	for _, e := range x.entries {
		if slices.ContainsFunc(append([]string{e.id}, e.forms...), alike) {
			out = append(out, e)
		}
	}
	return out
}

// shortest is how many letters a word of a name must have to be taken for another that was mistyped: Lund is not Fund.
const shortest = 5

// near gives the entity whose name, or a word of it, is written most like one of the keys, in its own script or in pinyin.
func (x *Index) near(given []string) []string {
	var keys []string
	of := map[string]entry{}
	for _, e := range x.entries {
		for _, form := range e.forms {
			words := slices.DeleteFunc(x.script.words(form), func(w string) bool { return len(w) < shortest })
			for _, k := range slices.Concat(x.script.pinyin(form), words, []string{x.script.key(form)}) {
				if _, ok := of[k]; !ok {
					of[k], keys = e, append(keys, k)
				}
			}
		}
	}
	for _, key := range given {
		if best := datafile.Nearest(key, keys); best != "" {
			return shown([]entry{of[best]})
		}
	}
	return nil
}

// shown is how the first of several are shown to people.
func shown(entries []entry) []string {
	const most = 8
	var out []string
	for _, e := range entries[:min(len(entries), most)] {
		out = append(out, fmt.Sprintf("%s (%s)", e.label, e.id))
	}
	return out
}
