package correction

import (
	"slices"

	"jishi/schema"
	"jishi/schema/datafile"
)

// applier is the work on all documents.
type applier struct {
	ontology *schema.Ontology
	desks    []*desk
	byID     map[string]*desk // of facts as they were read
	problems datafile.Problems
}

// target is what a record is about: a fact of a document, or a sentence of which no such fact is read.
type target struct {
	desk  *desk // nil: nothing was found, and state says why
	fact  int   // index in the facts; -1 for none
	place place
	state State // how it was found
}

// find looks for the fact by its id; then for the sentence, in its own document or, where that is not there, in any; then for
// the fact of that sentence that says most of what the record's fact said.
func (a *applier) find(r *Record) target {
	if d := a.byID[r.Fact]; d != nil {
		if i := slices.IndexFunc(d.result.Facts, func(f schema.Fact) bool { return f.ID == r.Fact && f.Correction == nil }); i >= 0 {
			return target{desk: d, fact: i, place: place{passages: d.result.Facts[i].Evidence}}
		}
	}
	best, most := target{fact: -1, state: Absent}, 0
	for _, d := range a.searched(r) {
		if best.desk == nil && (d.result.Document.ID == r.Doc || r.Doc == "") {
			best.state = Gone
		}
		for _, p := range d.find(r.Sentence) {
			if best.desk == nil {
				best = target{desk: d, fact: -1, place: p, state: Restored}
			}
			for i := range d.result.Facts {
				f := &d.result.Facts[i]
				if n := a.likeness(r, f); n > most && f.Correction == nil && p.touches(f) {
					most, best = n, target{desk: d, fact: i, place: p, state: Moved}
					if n == whole {
						best.state = Applied
					}
				}
			}
		}
	}
	return best
}

// searched are the documents in which a record's sentence may stand.
func (a *applier) searched(r *Record) []*desk {
	for _, d := range a.desks {
		if d.result.Document.ID == r.Doc {
			return []*desk{d}
		}
	}
	return a.desks
}

// whole is the likeness of a fact that says all that the record has of it.
const whole = 4

// likeness is how much of what a record is about a fact says: 0, that it is another one. What is to be amended may have another
// party by now.
func (a *applier) likeness(r *Record, f *schema.Fact) int {
	if r.Verdict == schema.Add || f.Relation != r.Was.Relation {
		return 0
	}
	if f.Relation == schema.HoldsOffice && !slices.Equal(f.Attribute("office"), r.Was.Attributes["office"]) { // one person has several
		return 0
	}
	subject, object := a.sides(r, f)
	switch {
	case subject && object && (r.Was.Modality == "" || f.Modality == r.Was.Modality) && (r.Was.Date == "" || f.Date.First.String() == r.Was.Date):
		return whole
	case subject && object && f.Modality == r.Was.Modality:
		return 3
	case subject && object:
		return 2
	case (subject || object) && r.Verdict == schema.Amend:
		return 1
	}
	return 0
}

// sides reports which of the parties that a record names a fact has, each on its own side, or both on the other one's where
// the relation allows it and more of them fit there.
func (a *applier) sides(r *Record, f *schema.Fact) (subject, object bool) {
	if a.turned(r, f) {
		f = &schema.Fact{Subject: f.Object, Object: f.Subject}
	}
	return r.Was.Subject == nameOf(f.Subject), r.Was.Object == nameOf(f.Object)
}

// turned reports whether a fact of a symmetric relation has the sides of a record the other way round.
func (a *applier) turned(r *Record, f *schema.Fact) bool {
	if !a.symmetric(f.Relation) || f.Relation != r.Was.Relation || r.Was.Subject == nameOf(f.Subject) || r.Was.Object == nameOf(f.Object) {
		return false
	}
	return r.Was.Subject == nameOf(f.Object) || r.Was.Object == nameOf(f.Subject)
}

func (a *applier) symmetric(relation string) bool {
	r, _ := a.ontology.Relation(relation)
	return r.Symmetric
}

// alike gives the index of another fact of an entry that says the same, or -1. except is the index of the fact itself.
func (a *applier) alike(d *desk, f schema.Fact, except int) int {
	return slices.IndexFunc(d.result.Facts, func(g schema.Fact) bool {
		same := nameOf(f.Subject) == nameOf(g.Subject) && nameOf(f.Object) == nameOf(g.Object) ||
			a.symmetric(f.Relation) && nameOf(f.Subject) == nameOf(g.Object) && nameOf(f.Object) == nameOf(g.Subject)
		if except >= 0 && g.ID == d.result.Facts[except].ID {
			return false
		}
		if f.Relation == schema.HoldsOffice && !slices.Equal(f.Attribute("office"), g.Attribute("office")) {
			return false
		}
		return same && g.EntryHash == f.EntryHash && g.Relation == f.Relation && g.Modality == f.Modality && g.Date.String() == f.Date.String()
	})
}
