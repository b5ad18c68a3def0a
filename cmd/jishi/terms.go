package main

import (
	"errors"
	"fmt"
	"strings"
	"unicode"

	"jishi/schema"
	"jishi/schema/datafile"
	"jishi/schema/find"
)

// Relations, modalities and types of entities are taken by their labels too: `--relation 会见` is `--relation met`. What the
// program goes on with, and what it writes, are the ids.

// relationTerms are the relations with their labels.
func relationTerms(o *schema.Ontology) []schema.Term {
	var out []schema.Term
	for _, r := range o.Relations {
		out = append(out, schema.Term{ID: r.ID, Zh: r.Zh, En: r.En})
	}
	return out
}

// termIDs gives the ids of what a flag was given, in its order; its error tells of every word that leads nowhere.
func termIDs(flag string, given []string, terms []schema.Term) ([]string, error) {
	var out []string
	var faults []error
	for _, word := range given {
		id, err := termID(flag, word, terms)
		out, faults = append(out, id), append(faults, err)
	}
	return out, errors.Join(faults...)
}

// termID gives the id of the term that somebody calls so: an id, or a label in Chinese or English, as schema/find reads
// names. A word that leads to none, or to several, is an error that names the flag; the word then stays.
func termID(flag, word string, terms []schema.Term) (string, error) {
	var ids []string
	all := map[string]schema.Entity{}
	for _, t := range terms {
		if t.ID == word {
			return word, nil
		}
		ids = append(ids, t.ID)
		all[t.ID] = schema.Entity{ID: t.ID, Name: t.Zh, English: t.En}
	}
	found, err := find.New(all, nil).Find(word)
	var unknown *find.Error
	switch {
	case err == nil && len(found) == 1:
		return found[0], nil
	case errors.As(err, &unknown) && unknown.Unsure:
		return word, fmt.Errorf("--%s: %w", flag, err)
	}
	suggestion := datafile.Suggest(word, ids)
	if strings.ContainsFunc(word, func(r rune) bool { return unicode.Is(unicode.Han, r) }) {
		suggestion = suggestLabel(word, terms)
	}
	return word, fmt.Errorf("--%s %s: unknown; %s", flag, word, suggestion)
}

// idOr is the id that a word leads to, else the word: for what is refused further on, with its place.
func idOr(word string, terms []schema.Term) string {
	id, _ := termID("", word, terms)
	return id
}

// suggestLabel is the remedy for a Chinese word that no term bears: the label most like it, or else all.
func suggestLabel(word string, terms []schema.Term) string {
	var labels, shown []string
	for _, t := range terms {
		labels, shown = append(labels, t.Zh), append(shown, t.Zh+" ("+t.ID+")")
	}
	near := datafile.Nearest(word, labels)
	for i, label := range labels {
		if near != "" && label == near || near == "" && shares(word, label) {
			return "did you mean " + shown[i] + "?"
		}
	}
	return "want one of: " + strings.Join(shown, ", ")
}

// shares reports whether two words have two characters in a row in common: 会见了 and 会见. Nearest counts single
// characters, of which most labels have two.
func shares(a, b string) bool {
	characters := []rune(a)
	for i := 0; i+2 <= len(characters); i++ {
		if strings.Contains(b, string(characters[i:i+2])) {
			return true
		}
	}
	return false
}
