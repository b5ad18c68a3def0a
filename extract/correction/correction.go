// Package correction applies what a person has said of facts: that one is right, wrong, right but for a part, or missing. The
// corrections stand in a YAML file; docs/corrections.md describes it. They lie between reading and graph: results go in,
// corrected results come out, and what was given stays as it is.
//
// A correction holds on to its fact by the id, and by the sentence: texts move, and rules are rewritten, but the words of the
// sentence stay. What it cannot find it tells.
package correction

import (
	"jishi/schema"
	"jishi/schema/datafile"
)

// Record is one correction of a file.
type Record struct {
	schema.Correction           // Fact is "" of an addition; Read is filled where it is applied
	Was               Statement // as it was read when somebody corrected it; of an addition zero
	To                Statement // what is otherwise; of an addition all

	from, to sides           // those whom Was and To name, as far as they are known
	source   datafile.Record // for messages
}

// Place is where the record stands, FILE:LINE.
func (r *Record) Place() string { return r.source.Place() }

// Statement is what a fact says, or a part of it: "" and nil are what is left open. Parties are ids or names.
type Statement struct {
	Relation   string              `yaml:"relation"`
	Subject    string              `yaml:"subject"`
	Object     string              `yaml:"object"` // Nobody takes it away
	Modality   string              `yaml:"modality"`
	Date       string              `yaml:"date"` // YYYY-MM-DD, YYYY-MM or YYYY
	Until      string              `yaml:"until"`
	Said       string              `yaml:"said"`       // who said so
	Items      []Item              `yaml:"items"`      // all of them; an empty list takes them away
	Attributes map[string][]string `yaml:"attributes"` // key by key; an empty list takes one away
}

// Item is one thing given.
type Item struct {
	Name     string `yaml:"name"`
	Quantity string `yaml:"quantity"` // an Arabic decimal
	Unit     string `yaml:"unit"`
}

// Nobody stands for a party that the text does not name.
const Nobody = "-"

// isZero reports whether nothing is said.
func (s Statement) isZero() bool {
	return s.Relation+s.Subject+s.Object+s.Modality+s.Date+s.Until+s.Said == "" && s.Items == nil && s.Attributes == nil
}

// StatementOf is what a fact says.
func StatementOf(f schema.Fact) Statement {
	s := Statement{Relation: f.Relation, Subject: nameOf(f.Subject), Object: nameOf(f.Object), Modality: f.Modality, Said: nameOf(f.Said),
		Date: f.Date.First.String()}
	if f.Date.Last != f.Date.First {
		s.Until = f.Date.Last.String()
	}
	for _, it := range f.Items {
		s.Items = append(s.Items, Item{it.Name, it.Quantity, it.Unit})
	}
	for _, a := range f.Attributes {
		if s.Attributes == nil {
			s.Attributes = map[string][]string{}
		}
		s.Attributes[a.Key] = a.Values
	}
	return s
}

// nameOf is a party's id, else its name.
func nameOf(p schema.Party) string {
	if p.Entity != "" {
		return p.Entity
	}
	return p.Name
}

// sides are the entities that a statement names; nil where it names nobody, or nobody known.
type sides struct {
	subject, object, said *schema.Entity
	items                 []*schema.Entity // beside Items
}

// State is what became of a correction.
type State int

// The states of a correction.
const (
	Applied  State = iota // to the fact of its id, or to its sentence
	Moved                 // to a fact of its sentence that is read otherwise than before
	Agrees                // the rules read by now what it says
	Restored              // the rules no longer read the fact: it is put back as the correction has it
	Lost                  // the rules no longer read the fact, and it cannot be put back
	Gone                  // the sentence is in its document no longer
	Absent                // its document is not there
)

// String is the state in a word.
func (s State) String() string {
	return [...]string{"applied", "moved", "agrees", "restored", "lost", "gone", "absent"}[s]
}

// Outcome is what became of a record.
type Outcome struct {
	*Record
	State State
	Now   string // the statement that was found, in words, where it is read otherwise
}
