package main

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"

	"jishi/schema"
)

// copiesOf finds the texts that are the same as one before them, of the same day: the place of each, and that of the first. Of
// two that the user gave names of their own both stay. The key of a text that cannot be read is "".
func copiesOf(texts []input, keys []string) map[int]int {
	first, out := map[string]int{}, map[int]int{}
	for i, key := range keys {
		if key == "" {
			continue
		}
		if j, found := first[key]; !found {
			first[key] = i
		} else if !texts[i].named {
			out[i] = j
		}
	}
	return out
}

func isCopy(copies map[int]int, i int) bool {
	_, found := copies[i]
	return found
}

// showCopies tells of the texts that are read once for several files.
func showCopies(w io.Writer, texts []input, copies map[int]int) {
	for i, in := range texts {
		if first, found := copies[i]; found {
			fmt.Fprintf(w, "passed over %s: the same text as %s\n", shown(in.path), shown(texts[first].path))
		}
	}
}

// twin is an entry that several documents hold.
type twin struct {
	docs   []string // in their order
	labels []string // of the entry in each
}

// twinsOf finds the entries of the same day and text in several documents, in the order of the first ones.
func twinsOf(docs []schema.Document) []twin {
	var found []*twin
	byText := map[string]*twin{}
	for _, doc := range docs {
		for _, e := range doc.Entries {
			text := itemText(e)
			if text == "" {
				continue
			}
			key := e.Date.String() + "\n" + text
			t := byText[key]
			if t == nil {
				t = &twin{}
				byText[key] = t
				found = append(found, t)
			}
			if len(t.docs) == 0 || t.docs[len(t.docs)-1] != doc.ID {
				t.docs, t.labels = append(t.docs, doc.ID), append(t.labels, e.Label)
			}
		}
	}
	var out []twin
	for _, t := range found {
		if len(t.docs) > 1 {
			out = append(out, *t)
		}
	}
	return out
}

// sameItem says that several documents hold one item.
func (t twin) sameItem() string {
	parts := make([]string, min(len(t.docs), shownNames))
	for i := range parts {
		parts[i] = t.docs[i] + " " + t.labels[i]
	}
	names := strings.Join(parts, " = ")
	if n := len(t.docs) - shownNames; n > 0 {
		return fmt.Sprintf("the same item in several texts, its events counted once: %s, and %d more", names, n)
	}
	return fmt.Sprintf("the same item in several texts, its events counted once: %s", names)
}

// halfDated is a document of one item without a day that another one holds with a day.
type halfDated struct {
	doc, other string
	day        string
}

// halfDatedOf finds them, in the order of the documents.
func halfDatedOf(docs []schema.Document) []halfDated {
	first := map[string]halfDated{} // with a day, by text
	for _, doc := range docs {
		for _, e := range doc.Entries {
			if text := itemText(e); text != "" && e.Date.First.Year > 0 && first[text].other == "" {
				first[text] = halfDated{other: doc.ID + " " + e.Label, day: e.Date.First.String()}
			}
		}
	}
	var out []halfDated
	for _, doc := range docs {
		if !isUndated(doc) || len(doc.Entries) != 1 {
			continue
		}
		if h, found := first[itemText(doc.Entries[0])]; found {
			h.doc = doc.ID
			out = append(out, h)
		}
	}
	return out
}

// itemText is the text of an entry, or "" where it is no item: 无, 略.
func itemText(e schema.Entry) string {
	const fewest = 20 // bytes
	var b strings.Builder
	for _, s := range e.Sentences {
		b.WriteString(s.Text)
	}
	if b.Len() < fewest {
		return ""
	}
	return b.String()
}

// showTwins tells of items that stand in several documents.
func showTwins(w io.Writer, texts []input, results []schema.Result) {
	docs := make([]schema.Document, len(results))
	paths := map[string]string{}
	for i, r := range results {
		docs[i] = r.Document
		paths[r.Document.ID] = shown(texts[i].path)
	}
	slices.SortFunc(docs, func(a, b schema.Document) int { return cmp.Compare(a.ID, b.ID) })
	twins := twinsOf(docs)
	for _, t := range twins[:min(len(twins), shownNames)] {
		fmt.Fprintln(w, t.sameItem())
	}
	if n := len(twins) - shownNames; n > 0 {
		fmt.Fprintf(w, "and %s more in several texts; `jishi inspect` lists them\n", count(n, "item"))
	}
	for _, h := range halfDatedOf(docs) {
		path := paths[h.doc]
		fmt.Fprintf(w, "%s: without a day, and the same item as %s; its events are counted once, but lists have its facts twice: leave one out, or say --date %s=%s\n", path, h.other, path, h.day)
	}
}
