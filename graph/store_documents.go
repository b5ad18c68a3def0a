package graph

import (
	"encoding/json"
	"maps"
	"slices"

	"jishi/schema"
)

// documents puts the next generation's documents together: those that stay, then those that the build brings.
func (u *update) documents() error {
	gone := map[string]bool{}
	for _, id := range u.build.Remove {
		gone[id] = true
	}
	if u.build.Prune {
		for _, id := range u.change.Missing {
			gone[id] = true
		}
	}
	u.change.Removed = slices.Sorted(maps.Keys(gone))
	run, old := map[string]schema.Result{}, map[string]documentRecord{}
	for _, r := range u.build.Results {
		run[r.Document.ID] = r
	}
	var stay []documentRecord
	if u.old != nil {
		for _, d := range u.old.m.Documents {
			old[d.ID] = d
			if _, ok := run[d.ID]; !ok && !gone[d.ID] {
				stay = append(stay, d)
			}
		}
	}
	brought, err := u.brought(run, stay)
	if err != nil {
		return err
	}
	told := map[string]bool{}
	for _, c := range brought {
		told[c.Document.ID] = true
	}
	if err := u.keepAll(slices.DeleteFunc(stay, func(d documentRecord) bool { return told[d.ID] })); err != nil {
		return err
	}
	for _, c := range brought {
		if err := u.bring(c, old); err != nil {
			return err
		}
	}
	return nil
}

// brought gives the documents to be told anew, by id.
func (u *update) brought(run map[string]schema.Result, stay []documentRecord) ([]corrected, error) {
	if u.build.Correct != nil {
		return u.correct(run, stay)
	}
	for _, d := range stay {
		u.next.manifest.Corrections = append(u.next.manifest.Corrections, correctionsOf(u.old.m, d.ID)...)
	}
	var out []corrected
	for _, id := range slices.Sorted(maps.Keys(run)) {
		out = append(out, corrected{Result: run[id], rules: u.build.Rules})
	}
	return out, nil
}

// keepAll takes over documents as they are.
func (u *update) keepAll(stay []documentRecord) error {
	if u.old == nil {
		return nil
	}
	kept := map[string]bool{}
	for _, d := range stay {
		kept[d.ID] = true
		if err := u.keep(d); err != nil {
			return err
		}
	}
	qs, err := u.old.statements()
	if err != nil {
		return err
	}
	for _, q := range qs {
		if doc, ok := u.documentOf(q.g.value); ok && kept[doc] {
			u.qs = append(u.qs, q)
		}
	}
	return nil
}

func (u *update) keep(d documentRecord) error {
	t, err := u.old.Text(d.ID)
	if err != nil {
		return err
	}
	keys := d.Entities
	if d.Read != nil {
		keys = slices.Concat(keys, d.Read.Entities)
	}
	for _, key := range keys {
		u.next.manifest.Entities[key] = u.old.m.Entities[key]
	}
	u.place(d, t)
	return nil
}

func (u *update) place(d documentRecord, text string) {
	u.next.manifest.Documents = append(u.next.manifest.Documents, d)
	u.next.texts = append(u.next.texts, text)
}

// bring adds a document that is told anew, and finds out whether that changes anything.
func (u *update) bring(c corrected, old map[string]documentRecord) error {
	qs, repeated, err := encode(u.names, c.Result, c.rules)
	if err != nil {
		return err
	}
	u.change.Repeated = append(u.change.Repeated, repeated...)
	doc := c.Document
	d := documentRecord{Built: u.next.manifest.Generation, DocumentInfo: DocumentInfo{ID: doc.ID, Title: doc.Title,
		Hash: hashOf([]byte(doc.Text)), Origin: u.build.Origin[doc.ID], Entries: len(doc.Entries), Facts: len(c.Facts) - len(repeated), Said: u.build.Said[doc.ID]}}
	d.Parts = partsKept(doc)
	if c.kept != nil {
		d.Built, d.Origin, d.Said = c.kept.Built, c.kept.Origin, c.kept.Said
		u.again = append(u.again, c.rules...)
	}
	if d.Entities, err = u.entities(c.Entities); err != nil {
		return err
	}
	if d.Read, err = u.asRead(c); err != nil {
		return err
	}
	u.note(c, &d, qs, old)
	u.qs = append(u.qs, qs...)
	u.place(d, doc.Text)
	return nil
}

// entities adds descriptions, and gives their keys.
func (u *update) entities(list []schema.Entity) ([]string, error) {
	var keys []string
	for _, x := range list {
		raw, err := json.Marshal(x)
		if err != nil {
			return nil, err
		}
		key := schema.Hash(string(raw))
		u.next.manifest.Entities[key] = x
		keys = append(keys, key)
	}
	return keys, nil
}

// note says what becomes of a document.
func (u *update) note(c corrected, d *documentRecord, qs []statement, old map[string]documentRecord) {
	switch before, ok := old[d.ID]; {
	case !ok:
		u.change.Added = append(u.change.Added, d.ID)
	case before.Hash == d.Hash && u.sameQuads(d.ID, qs) && slices.Equal(before.Entities, d.Entities):
		if c.kept == nil {
			u.change.Unchanged = append(u.change.Unchanged, d.ID)
		}
		d.Built = before.Built
	default:
		u.change.Replaced = append(u.change.Replaced, d.ID)
		if before.Origin != d.Origin && before.Origin != "" && before.Hash != d.Hash {
			if u.change.Displaced == nil {
				u.change.Displaced = map[string]string{}
			}
			u.change.Displaced[d.ID] = before.Origin
		}
	}
}

// sameQuads reports whether a document's entries say what they said before.
func (u *update) sameQuads(doc string, qs []statement) bool {
	return slices.Equal(canonical(qs), canonical(u.old.quadsOf(doc)))
}
