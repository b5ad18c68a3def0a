package graph

import (
	"cmp"
	"errors"
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
	qs     []statement   // of all entries
	again  []schema.Rule // of documents that stay and are told otherwise
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
	if err := u.fixes(); err != nil {
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

// fixes says which file of corrections the next generation is of, and whether corrections alone make it.
func (u *update) fixes() (err error) {
	b := &u.build
	u.next.fixes = b.CorrectionsFile
	if b.Correct == nil && u.old != nil {
		u.next.fixes, _, err = u.old.CorrectionsFile()
	}
	u.next.manifest.Corrected = b.Correct != nil && len(b.Results)+len(u.change.Removed) == 0
	return err
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
