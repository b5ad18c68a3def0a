package graph

import (
	"bytes"
	"cmp"
	"encoding/json"
	"reflect"
	"slices"
	"strings"

	"jishi/schema"
)

// asRead is what a document gave before it was corrected: with it the corrections can be laid on anew, or taken back.
type asRead struct {
	Facts    []schema.Fact
	Rules    []schema.Rule
	Entities []string // keys of manifest.Entities
}

// result gives a document of the store as it was read, with the rules that read it.
func (s *Store) result(d documentRecord) (schema.Result, []schema.Rule, error) {
	text, err := s.Text(d.ID)
	if err != nil {
		return schema.Result{}, nil, err
	}
	r := schema.Result{Document: schema.Document{ID: d.ID, Title: d.Title, Text: text, Hash: d.Hash, Parts: partsIn(d, text)}}
	s.entriesOf(&r)
	keys, facts, rules := d.Entities, []schema.Fact(nil), s.rulesOf(d.ID)
	if d.Read != nil {
		keys, facts, rules = d.Read.Entities, slices.Clone(d.Read.Facts), d.Read.Rules
	} else {
		all, err := s.Facts()
		if err != nil {
			return r, nil, err
		}
		for _, f := range all {
			if f.Doc == d.ID {
				facts = append(facts, f)
			}
		}
	}
	r.Facts = facts
	for i := range r.Facts {
		r.Facts[i].SameEvent = "" // it follows from all documents together
	}
	for _, key := range keys {
		r.Entities = append(r.Entities, s.m.Entities[key])
	}
	return r, rules, nil
}

// entriesOf reads a document's entries and what they name back from its statements. Their sentences are not kept.
func (s *Store) entriesOf(r *schema.Result) {
	d := &decoder{names: s.names, at: map[string][]statement{}}
	var nodes []term
	for _, q := range s.quadsOf(r.Document.ID) {
		d.at[q.s.value] = append(d.at[q.s.value], q)
		if q.p.value == rdf+"type" && q.o == s.term(termEntry) {
			nodes = append(nodes, q.s)
		}
	}
	offsets := newRuneOffsets(r.Document.Text)
	for _, node := range nodes {
		begin := d.number(node, nif+"beginIndex")
		x := schema.Entry{Label: d.get(node, rdfs+"label").value, Hash: s.entryHash(node), Date: d.date(node),
			At: schema.Span{Start: offsets.at(begin), End: offsets.at(max(begin, d.number(node, nif+"endIndex")))}}
		r.Document.Entries = append(r.Document.Entries, x)
		for _, o := range d.all(node, d.base+termMentions) {
			r.Mentions = append(r.Mentions, schema.EntryMention{Entry: x.Label, EntryHash: x.Hash, Entity: d.id(o, "entity/")})
		}
	}
	slices.SortStableFunc(r.Document.Entries, func(a, b schema.Entry) int {
		return cmp.Or(a.At.Start-b.At.Start, cmp.Compare(a.Hash, b.Hash))
	})
}

// rulesOf gives the rules that read the facts of a document.
func (s *Store) rulesOf(doc string) []schema.Rule {
	var out []schema.Rule
	seen := map[string]bool{}
	for _, q := range s.quadsOf(doc) {
		if q.p.value == prov+"wasGeneratedBy" && !seen[q.o.value] {
			seen[q.o.value] = true
			rule := s.m.Rules[q.o.value]
			rule.Name = s.ruleOf(q.o)
			out = append(out, rule)
		}
	}
	return out
}

// corrected is a document to be brought: as it is to be told, and as it was read where that differs.
type corrected struct {
	schema.Result
	rules []schema.Rule
	read  *schema.Result  // nil: as it is told
	kept  *documentRecord // of one that stays, and is told otherwise than before; nil for one of the run
}

// correct asks for the corrections of all documents, and gives those that are to be brought: the run's, and of those that
// stay the ones of which something is, or was, corrected.
func (u *update) correct(run map[string]schema.Result, stay []documentRecord) ([]corrected, error) {
	var all []corrected
	for _, r := range run {
		all = append(all, corrected{Result: r, rules: u.build.Rules})
	}
	var left []schema.Correction
	for _, d := range stay {
		if d.Withheld { // nothing can be read in it: it stays as it is
			left = append(left, correctionsOf(u.old.m, d.ID)...)
			continue
		}
		r, rules, err := u.old.result(d)
		if err != nil {
			return nil, err
		}
		all = append(all, corrected{Result: r, rules: rules, kept: &d})
	}
	slices.SortFunc(all, func(a, b corrected) int { return cmp.Compare(a.Document.ID, b.Document.ID) })
	read := make([]schema.Result, len(all))
	for i, c := range all {
		read[i] = c.Result
	}
	told, list, err := u.build.Correct(slices.Clone(read))
	if err != nil {
		return nil, err
	}
	u.next.manifest.Corrections = append(list, left...)
	out := all[:0]
	for i, c := range all {
		if c.Result = told[i]; !reflect.DeepEqual(read[i].Facts, told[i].Facts) {
			c.read = &read[i]
		}
		if c.kept == nil || c.read != nil || c.kept.Read != nil {
			out = append(out, c)
		}
	}
	return out, nil
}

// correctionsOf gives those of a document.
func correctionsOf(m *manifest, doc string) []schema.Correction {
	var out []schema.Correction
	for _, c := range m.Corrections {
		if c.Doc == doc {
			out = append(out, c)
		}
	}
	return out
}

// asRead is how a corrected document is kept as it was read.
func (u *update) asRead(c corrected) (*asRead, error) {
	if c.read == nil {
		return nil, nil
	}
	keys, err := u.entities(c.read.Entities)
	if err != nil {
		return nil, err
	}
	used := map[string]bool{}
	for _, f := range c.read.Facts {
		used[f.Rule] = true
	}
	out := &asRead{Facts: c.read.Facts, Entities: keys}
	for _, r := range c.rules {
		if used[r.Name] {
			out.Rules = append(out.Rules, r)
		}
	}
	slices.SortFunc(out.Rules, func(a, b schema.Rule) int { return strings.Compare(a.Name, b.Name) })
	return out, nil
}

// equal compares what would be written.
func (r *asRead) equal(o *asRead) bool {
	a, errA := json.Marshal(r)
	b, errB := json.Marshal(o)
	return errA == nil && errB == nil && bytes.Equal(a, b)
}
