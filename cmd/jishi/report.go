package main

import (
	"cmp"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
	"time"

	"jishi/graph"
	"jishi/schema"
)

func showMissing(w io.Writer, store string, c graph.Change, prune bool) {
	if prune {
		return
	}
	for _, doc := range c.Missing {
		fmt.Fprintf(w, "%s: no longer below the folder it was built from; kept: drop it with --prune, or `jishi remove %s --store %s`\n", doc, doc, store)
	}
}

// showReplaced tells of each text that took the place of another one: two files of one name in two folders are one
// document to the store.
func showReplaced(w io.Writer, texts []input, c graph.Change) {
	for _, in := range texts {
		before, displaced := c.Displaced[in.doc]
		switch {
		case displaced:
			fmt.Fprintf(w, "%s: takes the place of the document %s that was built from the folder %s; to keep both, build the folder that holds both folders\n", in.path, in.doc, before)
		case in.isLone() && slices.Contains(c.Replaced, in.doc):
			fmt.Fprintf(w, "%s: takes the place of the document %s; to keep both, give it another name by --doc\n", in.path, in.doc)
		}
	}
}

func showRepeated(w io.Writer, c graph.Change) {
	for _, fact := range c.Repeated {
		fmt.Fprintf(w, "%s: told twice with one id; the first stays\n", fact)
	}
}

// shownNames is how many documents a message lists.
const shownNames = 5

// showUndated tells of each text in which no day was found, so that its facts have none either.
func showUndated(w io.Writer, texts []input, results []schema.Result) {
	var paths []string
	for i, r := range results {
		if isUndated(r.Document) {
			paths = append(paths, shown(texts[i].path))
		}
	}
	for _, path := range paths[:min(len(paths), shownNames)] {
		fmt.Fprintf(w, "%s: no date was found; give it by --date %s=2020-03-26, or see what was read: jishi inspect %s\n", path, path, path)
	}
	if n := len(paths) - shownNames; n > 0 {
		fmt.Fprintf(w, "and %s more without a date; `jishi inspect` lists them\n", count(n, "text"))
	}
}

// isUndated reports whether no entry of a document has a day; one without entries has nothing to be dated.
func isUndated(doc schema.Document) bool {
	return len(doc.Entries) > 0 && !slices.ContainsFunc(doc.Entries, func(e schema.Entry) bool { return !e.Date.First.IsZero() })
}

// showYearless tells which documents have days without a year, which nobody can sort or count by year.
func showYearless(w io.Writer, results []schema.Result) {
	var docs []string
	for _, r := range results {
		if slices.ContainsFunc(r.Document.Entries, func(e schema.Entry) bool { return !e.Date.First.IsZero() && e.Date.First.Year == 0 }) {
			docs = append(docs, r.Document.ID)
		}
	}
	more := ""
	if len(docs) > shownNames {
		more = fmt.Sprintf(" and %d more", len(docs)-shownNames)
		docs = docs[:shownNames]
	}
	if len(docs) > 0 {
		fmt.Fprintf(w, "dates without a year in %s%s; --year YYYY gives it to all texts, --year PATH=YYYY to one\n", strings.Join(docs, ", "), more)
	}
}

// showClosing says in one line what was read and what became of the store, and in a second one what the facts are.
func showClosing(w io.Writer, results []schema.Result, c graph.Change, dryRun bool, took time.Duration) {
	entries, facts := 0, 0
	relations, modalities := map[string]int{}, map[string]int{}
	for _, r := range results {
		entries += len(r.Document.Entries)
		facts += len(r.Facts)
		for _, f := range r.Facts {
			relations[f.Relation]++
			modalities[f.Modality]++
		}
	}
	would := ""
	if dryRun {
		would = "would be "
	}
	fmt.Fprintf(w, "read %s, %s, %s; %s%d added, %d replaced, %d unchanged, %d removed; %s; %.1f s\n",
		count(len(results), "document"), count(entries, "entry"), count(facts, "fact"),
		would, len(c.Added), len(c.Replaced), len(c.Unchanged), len(c.Removed), holdings(c, dryRun), took.Seconds())
	if facts > 0 {
		fmt.Fprintf(w, "facts: %s; %s\n", tally(modalities), tally(relations))
	}
}

// holdings says what a store holds after a change, or would hold.
func holdings(c graph.Change, dryRun bool) string {
	format := "the store holds %s, %s, %s"
	if dryRun {
		format = "the store would hold %s, %s, %s"
	}
	return fmt.Sprintf(format, count(c.Documents, "document"), count(c.Entries, "entry"), count(c.Facts, "fact"))
}

// tally lists counts, the largest first.
func tally(counts map[string]int) string {
	keys := slices.SortedFunc(maps.Keys(counts), func(a, b string) int {
		return cmp.Or(cmp.Compare(counts[b], counts[a]), cmp.Compare(a, b))
	})
	for i, k := range keys {
		keys[i] = fmt.Sprintf("%s %d", k, counts[k])
	}
	return strings.Join(keys, ", ")
}
