package main

import (
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"jishi/extract"
	"jishi/graph"
	"jishi/schema"
)

// plan says what a change would do to a store, document by document and fact by fact.
type plan struct {
	before, after extract.Telling // of the documents that the change concerns
	byDoc         map[string][]extract.Difference
	kinds         map[string]int
}

func newPlan(before, after extract.Telling, o *schema.Ontology) plan {
	p := plan{before, after, map[string][]extract.Difference{}, map[string]int{}}
	all, _ := extract.Diff(before, after, o)
	for _, d := range renamed(all) {
		doc := d.Fact().Doc
		p.byDoc[doc] = append(p.byDoc[doc], d)
		p.kinds[d.Kind]++
	}
	return p
}

// renamed makes one change of a fact that is lost and gained again with the same words, since somebody whom it names has another
// id by now.
func renamed(all []extract.Difference) []extract.Difference {
	words := func(d extract.Difference) [3]string {
		return [3]string{d.Fact().Doc, d.Fact().Statement() + d.Fact().Date.String(), d.Words}
	}
	gained := map[[3]string][]int{}
	for i, d := range all {
		if d.Kind == extract.Gained {
			gained[words(d)] = append(gained[words(d)], i)
		}
	}
	paired := map[int]bool{}
	var out []extract.Difference
	for _, d := range all {
		if again := gained[words(d)]; d.Kind == extract.Lost && len(again) > 0 {
			gained[words(d)], paired[again[0]] = again[1:], true
			d.Kind, d.B = extract.Changed, all[again[0]].B
			for _, side := range []struct {
				field    string
				old, now string
			}{{"subject.id", d.A.Subject.Entity, d.B.Subject.Entity}, {"object.id", d.A.Object.Entity, d.B.Object.Entity}} {
				if side.old != side.now {
					d.Changes = append(d.Changes, extract.Change{Field: side.field, Old: side.old, New: side.now})
				}
			}
		}
		out = append(out, d)
	}
	kept := out[:0]
	for i, d := range out {
		if !paired[i] {
			kept = append(kept, d)
		}
	}
	return kept
}

// documents are those that come, go, or change.
func (p plan) documents() []string {
	docs := map[string]bool{}
	for doc := range p.byDoc {
		docs[doc] = true
	}
	for doc, text := range p.before.Texts {
		if after, ok := p.after.Texts[doc]; !ok || after != text {
			docs[doc] = true
		}
	}
	for doc := range p.after.Texts {
		if _, ok := p.before.Texts[doc]; !ok {
			docs[doc] = true
		}
	}
	return slices.Sorted(maps.Keys(docs))
}

// show prints one document: of one that is new or goes, how many facts; of another, each fact that differs.
func (p plan) show(w io.Writer, doc string) {
	differences := p.byDoc[doc]
	_, was := p.before.Texts[doc]
	_, is := p.after.Texts[doc]
	switch {
	case !was:
		fmt.Fprintf(w, "add %s: %s\n", doc, count(len(differences), "fact"))
		return
	case !is:
		fmt.Fprintf(w, "remove %s: %s\n", doc, count(len(differences), "fact"))
		return
	case len(differences) == 0:
		fmt.Fprintf(w, "replace %s: no fact differs\n", doc)
		return
	}
	kinds := map[string]int{}
	for _, d := range differences {
		kinds[d.Kind]++
	}
	fmt.Fprintf(w, "replace %s: %s\n", doc, totals(kinds))
	for _, d := range differences {
		fmt.Fprintln(w, "  "+differenceLine(d))
	}
}

func (p plan) totals() string { return totals(p.kinds) }

func totals(kinds map[string]int) string {
	return fmt.Sprintf("%s gained, %d lost, %d changed", count(kinds[extract.Gained], "fact"), kinds[extract.Lost], kinds[extract.Changed])
}

// differenceLine is a fact as people write it, behind + (gained), - (lost) or ~ (changed).
func differenceLine(d extract.Difference) string {
	sign := map[string]string{extract.Gained: "+", extract.Lost: "-", extract.Changed: "~"}[d.Kind]
	f := d.Fact()
	line := fmt.Sprintf("%s %s %s", sign, f.Statement(), f.Date.First)
	for i, c := range d.Changes {
		between := "; "
		if i == 0 {
			between = ", "
		}
		line += fmt.Sprintf("%s%s: %s → %s", between, c.Field, orNone(c.Old), orNone(c.New))
	}
	return oneLine(strings.TrimSpace(line) + ": " + d.Words)
}

// showPlan tells of the documents that an update would add, replace and remove. results are those of the run.
func showPlan(e *env, dir string, o *schema.Ontology, c graph.Change, results []schema.Result) error {
	before, err := stored(dir)
	if err != nil && !errors.Is(err, graph.ErrNoStore) {
		return err
	}
	docs := map[string]bool{}
	for _, list := range [][]string{c.Added, c.Replaced, c.Removed} {
		for _, doc := range list {
			docs[doc] = true
		}
	}
	p := newPlan(only(before, docs), only(told(results), docs), o)
	for _, list := range [][]string{c.Added, c.Replaced, c.Removed} {
		for _, doc := range list {
			p.show(e.spoken(), doc)
		}
	}
	return nil
}

// only keeps what is told of some documents.
func only(t extract.Telling, docs map[string]bool) extract.Telling {
	out := extract.Telling{Texts: map[string]string{}}
	for _, f := range t.Facts {
		if docs[f.Doc] {
			out.Facts = append(out.Facts, f)
		}
	}
	for doc, text := range t.Texts {
		if docs[doc] {
			out.Texts[doc] = text
		}
	}
	return out
}
