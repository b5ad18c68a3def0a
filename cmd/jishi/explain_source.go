package main

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"jishi/extract"
	"jishi/graph"
	"jishi/schema"
)

// explained is where the text to explain comes from.
type explained struct {
	text             string // given on the command line
	file             string // or a file, - for standard input
	doc, entry, fact string // what of a file, or of a store
}

// source settles where the text comes from; exactly one of the ways must be taken.
func (f explainFlags) source(cmd *cobra.Command, args []string) (explained, error) {
	out := explained{file: f.file, doc: f.doc, entry: f.entry, fact: idOf(f.fact)}
	text := strings.Join(args, " ")
	switch {
	case f.entry != "" && f.fact != "":
		return out, usageError(cmd, "takes --entry or --fact, not both")
	case len(args) > 0 && (f.file != "" || f.entry != "" || f.fact != ""):
		return out, usageError(cmd, "takes a TEXT, or -f FILE, --entry ID, --fact ID, not both")
	case len(args) == 0 && f.file == "" && f.entry == "" && f.fact == "":
		return out, usageError(cmd, "give a TEXT, - for standard input, -f FILE, --entry ID or --fact ID")
	case text == "-":
		out.file = "-"
	case len(args) > 0 && strings.TrimSpace(text) == "":
		return out, usageError(cmd, "the TEXT is empty")
	}
	out.text = text
	return out, nil
}

// idOf takes an id out of its IRI; an id alone stays.
func idOf(iri string) string { return iri[strings.LastIndexByte(iri, '/')+1:] }

// find reads the document, and gives the hashes of the entries that are wanted; none: all.
func (s explained) find(e *env, x *extract.Extractor, v values) (schema.Document, []string, error) {
	if s.file == "" && s.text == "" {
		return s.inStore(v)
	}
	doc, err := s.read(e, x)
	if err != nil {
		return doc, nil, err
	}
	switch {
	case s.entry != "":
		for _, entry := range doc.Entries {
			if entry.Label == s.entry || entry.Hash == idOf(s.entry) {
				return doc, []string{entry.Hash}, nil
			}
		}
		return doc, nil, fmt.Errorf("%s: has no entry %s; it has %s", s.file, s.entry, entryLabels(doc))
	case s.fact != "":
		facts := x.FactsOnly().Extract(doc, v.jobs).Facts
		i := slices.IndexFunc(facts, func(f schema.Fact) bool { return f.ID == s.fact })
		if i < 0 {
			return doc, nil, fmt.Errorf("%s: gives no fact %s; `jishi extract %s` lists its facts (--doc, --year and --data count)", s.file, s.fact, s.file)
		}
		return doc, []string{facts[i].EntryHash}, nil
	}
	return doc, nil, nil
}

// entryLabels lists the first entries of a document.
func entryLabels(doc schema.Document) string {
	var labels []string
	for _, entry := range doc.Entries {
		labels = append(labels, entry.Label)
	}
	if len(labels) > shownNames {
		return fmt.Sprintf("%s and %d more", strings.Join(labels[:shownNames], ", "), len(labels)-shownNames)
	}
	return cmp.Or(strings.Join(labels, ", "), "none")
}

// read reads the text that stands on the command line, in a file or on standard input.
func (s explained) read(e *env, x *extract.Extractor) (schema.Document, error) {
	in := extract.Input{ID: "text", Name: "text", Raw: []byte(s.text)}
	var err error
	switch {
	case s.file == "-":
		in.Name = "standard input"
		in.Raw, err = io.ReadAll(e.in)
	case s.file != "":
		in.ID, in.Name = withoutExtension(filepath.Base(s.file)), s.file
		in.Raw, err = readFile(s.file)
	}
	if err != nil {
		return schema.Document{}, fmt.Errorf("%s: cannot be read: %w", in.Name, reason(err))
	}
	in.ID = cmp.Or(s.doc, in.ID)
	if fault := docFault(in.ID); fault != "" {
		return schema.Document{}, fmt.Errorf("--doc %s: the name %s", in.ID, fault)
	}
	return x.Read(in)
}

// inStore finds the entry of a store, and reads its document again.
func (s explained) inStore(v values) (doc schema.Document, hashes []string, err error) {
	st, err := graph.Open(v.store)
	if err != nil {
		return doc, nil, err
	}
	defer func() { err = errors.Join(err, st.Close()) }()
	all, err := st.Entries()
	if err != nil {
		return doc, nil, err
	}
	found, err := s.choose(v.store, st, all)
	if err != nil {
		return doc, nil, err
	}
	text, err := st.Text(found.Doc)
	if err != nil {
		return doc, nil, err
	}
	if doc, err = readAgain(found.Doc, text, v.year, all); err != nil {
		return doc, nil, err
	}
	if doc.Parts, err = st.Parts(found.Doc); err != nil {
		return doc, nil, err
	}
	if !slices.ContainsFunc(doc.Entries, func(e schema.Entry) bool { return e.Hash == found.Hash }) {
		return doc, nil, fmt.Errorf("%s: the text of the document %s, read again, has no entry %s; build it again, or explain its file with -f", v.store, found.Doc, found.Label)
	}
	return doc, []string{found.Hash}, nil
}

// choose finds the one entry that is meant by --entry or --fact.
func (s explained) choose(store string, st *graph.Store, all []graph.Entry) (graph.Entry, error) {
	wanted, id := "--entry "+s.entry, idOf(s.entry)
	if s.fact != "" {
		facts, err := st.Facts()
		if err != nil {
			return graph.Entry{}, err
		}
		wanted = "--fact " + s.fact
		i := slices.IndexFunc(facts, func(f schema.Fact) bool { return f.ID == s.fact })
		if i < 0 {
			return graph.Entry{}, fmt.Errorf("%s: the store %s has no such fact; the column id of `jishi export --format csv --store %s` has them", wanted, store, store)
		}
		id = facts[i].EntryHash
	}
	var found []graph.Entry
	for _, e := range all {
		if (e.Hash == id || e.Label == s.entry) && (s.doc == "" || e.Doc == s.doc) {
			found = append(found, e)
		}
	}
	switch len(found) {
	case 0:
		return graph.Entry{}, fmt.Errorf("%s: the store %s has no such entry; the columns entry and id of `jishi export --format csv --store %s` have them", wanted, store, store)
	case 1:
		return found[0], nil
	}
	var docs []string
	for _, e := range found {
		docs = append(docs, e.Doc)
	}
	slices.Sort(docs)
	return graph.Entry{}, fmt.Errorf("%s: the documents %s have such an entry; name one with --doc", wanted, strings.Join(docs, ", "))
}

// readAgain reads a stored text as it was read for the store. Headings without a year had theirs from --year, and a web
// page its day from what is not in its text; unless --year is given again, the labels of the store tell both.
func readAgain(id, text string, year int, stored []graph.Entry) (schema.Document, error) {
	in := extract.Input{ID: id, Name: id + ".txt", Raw: []byte(text)}
	doc, err := extract.Read(in, year)
	if err != nil || year != 0 {
		return doc, err
	}
	labels := map[string]string{}
	for _, e := range stored {
		if e.Doc == id {
			labels[e.Hash] = e.Label
		}
	}
	if in.Day = dayElsewhere(doc, labels); !in.Day.IsZero() {
		return extract.Read(in, year)
	}
	for _, entry := range doc.Entries {
		if entry.Date.First.Year != 0 || entry.Date.First.IsZero() {
			continue
		}
		if _, err := fmt.Sscanf(labels[entry.Hash], "%4d-", &year); err == nil && year > 0 {
			return extract.Read(in, year)
		}
		break
	}
	return doc, nil
}

// dayElsewhere is the day, or the part of one, that the store knows of a document whose text tells none.
func dayElsewhere(doc schema.Document, labels map[string]string) schema.Day {
	for _, entry := range doc.Entries {
		written, _, _ := strings.Cut(labels[entry.Hash], "#")
		if d, ok := schema.ParseDay(written); ok && entry.Date.First.IsZero() {
			return d
		}
	}
	return schema.Day{}
}
