package graph

import (
	"cmp"
	"encoding/json"
	"errors"
	"maps"
	"slices"
	"strconv"
	"strings"

	"jishi/schema"
)

// Update brings a store up to date with what a run read; the folder is made when it is not there. Documents that the run
// does not bring stay as they are. Where nothing changes, nothing is written. Until it returns nil, whoever opens the
// store sees it as it was; errors are *StoreError where the folder is at fault.
func Update(dir string, b Build) (Change, error) {
	if b.Base != "" {
		if err := checkBase(b.Base); err != nil {
			return Change{}, err
		}
	}
	if b.Ontology == nil {
		o, err := schema.LoadOntology(nil, "")
		if err != nil {
			return Change{}, err
		}
		b.Ontology = o
	}
	if !b.DryRun && len(b.Remove) > 0 && len(b.Results) == 0 {
		if err := exists(dir); err != nil { // nothing to remove from: make no folder
			return Change{}, err
		}
	}
	if !b.DryRun {
		unlock, err := prepare(dir)
		if err != nil {
			return Change{}, err
		}
		defer unlock()
	}
	u := &update{build: b, dir: dir}
	return u.run()
}

// exists reports whether dir holds a store that can be opened.
func exists(dir string) error {
	if err := checkMarker(dir); err != nil {
		return err
	}
	_, _, err := readCurrent(dir)
	return err
}

func isNoStore(err error) bool { return errors.Is(err, ErrNoStore) }

// update is the making of one generation out of the one before and a build.
type update struct {
	build Build
	dir   string
	names
	old    *Store // nil: the first
	change Change
	next   generation
	qs     []statement // of all entries
}

func (u *update) run() (Change, error) {
	if err := u.open(); err != nil {
		return Change{}, err
	}
	if u.old != nil {
		defer u.old.Close()
	}
	if err := u.missing(); err != nil {
		return Change{}, err
	}
	if err := u.documents(); err != nil {
		return Change{}, err
	}
	if err := u.derive(); err != nil {
		return Change{}, err
	}
	same := u.old != nil && u.unchanged()
	if same {
		u.next.manifest.Generation--
	}
	u.change.Generation = u.next.manifest.Generation
	u.change.Quads = len(u.next.lines)
	if same || u.build.DryRun {
		return u.change, nil
	}
	return u.change, write(u.dir, u.next)
}

// open reads the generation before, if there is one.
func (u *update) open() error {
	old, err := Open(u.dir)
	if err != nil && !isNoStore(err) {
		return err
	}
	u.base = cmp.Or(u.build.Base, DefaultBase)
	u.next.manifest = manifest{Format: formatVersion, Generation: 1, Entities: map[string]schema.Entity{}, Rules: map[string]schema.Rule{}}
	if err == nil {
		u.old = old
		if u.base = old.m.Base; u.build.Base != "" && u.build.Base != old.m.Base {
			old.Close()
			return &StoreError{u.dir, "the store was built under the base IRI " + old.m.Base + ", not " + u.build.Base,
				"set the base back, or build into a new folder", nil}
		}
		u.next.manifest.Generation = old.m.Generation + 1
	}
	u.next.manifest.Base = u.base
	return nil
}

// missing finds documents that vanished, and those that are to be removed but are not there.
func (u *update) missing() error {
	given := map[string]bool{}
	for _, r := range u.build.Results {
		given[r.Document.ID] = true
	}
	known := map[string]bool{}
	if u.old != nil {
		for _, d := range u.old.m.Documents {
			known[d.ID] = true
			if d.Origin != "" && slices.Contains(u.build.Roots, d.Origin) && !given[d.ID] && !u.build.Present[d.ID] {
				u.change.Missing = append(u.change.Missing, d.ID)
			}
		}
	}
	var unknown []string
	for _, id := range u.build.Remove {
		if !known[id] {
			unknown = append(unknown, strconv.Quote(id))
		}
	}
	if len(unknown) > 0 {
		return &StoreError{u.dir, "there is no document " + strings.Join(unknown, ", "),
			"name documents as the column document of a query shows them", nil}
	}
	return nil
}

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
	replaced := map[string]schema.Result{}
	for _, r := range u.build.Results {
		replaced[r.Document.ID] = r
	}
	old := map[string]documentRecord{}
	if u.old != nil {
		for _, d := range u.old.m.Documents {
			old[d.ID] = d
			if _, ok := replaced[d.ID]; !ok && !gone[d.ID] {
				if err := u.keep(d); err != nil {
					return err
				}
			}
		}
		qs, err := u.old.statements()
		if err != nil {
			return err
		}
		for _, q := range qs {
			if doc, ok := u.documentOf(q.g.value); ok && !gone[doc] {
				if _, ok := replaced[doc]; !ok {
					u.qs = append(u.qs, q)
				}
			}
		}
	}
	for _, id := range slices.Sorted(maps.Keys(replaced)) {
		if err := u.bring(replaced[id], old); err != nil {
			return err
		}
	}
	return nil
}

func (u *update) keep(d documentRecord) error {
	t, err := u.old.Text(d.ID)
	if err != nil {
		return err
	}
	for _, key := range d.Entities {
		u.next.manifest.Entities[key] = u.old.m.Entities[key]
	}
	u.place(d, t)
	return nil
}

func (u *update) place(d documentRecord, text string) {
	u.next.manifest.Documents = append(u.next.manifest.Documents, d)
	u.next.texts = append(u.next.texts, text)
}

// bring adds a document that was read, and finds out whether that changes anything.
func (u *update) bring(r schema.Result, old map[string]documentRecord) error {
	qs, repeated, err := encode(u.names, r, u.build.Rules)
	if err != nil {
		return err
	}
	u.change.Repeated = append(u.change.Repeated, repeated...)
	doc := r.Document
	d := documentRecord{Built: u.next.manifest.Generation, DocumentInfo: DocumentInfo{ID: doc.ID, Title: doc.Title,
		Hash: hashOf([]byte(doc.Text)), Origin: u.build.Origin[doc.ID], Entries: len(doc.Entries), Facts: len(r.Facts) - len(repeated)}}
	for _, x := range r.Entities {
		raw, err := json.Marshal(x)
		if err != nil {
			return err
		}
		key := schema.Hash(string(raw))
		u.next.manifest.Entities[key] = x
		d.Entities = append(d.Entities, key)
	}
	switch before, ok := old[doc.ID]; {
	case !ok:
		u.change.Added = append(u.change.Added, doc.ID)
	case before.Hash == d.Hash && u.sameQuads(doc.ID, qs) && slices.Equal(before.Entities, d.Entities):
		u.change.Unchanged = append(u.change.Unchanged, doc.ID)
		d.Built = before.Built
	default:
		u.change.Replaced = append(u.change.Replaced, doc.ID)
		if before.Origin != d.Origin && before.Origin != "" && before.Hash != d.Hash {
			if u.change.Displaced == nil {
				u.change.Displaced = map[string]string{}
			}
			u.change.Displaced[doc.ID] = before.Origin
		}
	}
	u.qs = append(u.qs, qs...)
	u.place(d, doc.Text)
	return nil
}

// sameQuads reports whether a document's entries say what they said before.
func (u *update) sameQuads(doc string, qs []statement) bool {
	return slices.Equal(canonical(qs), canonical(u.old.quadsOf(doc)))
}
