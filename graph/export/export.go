// Package export writes the facts of a store in the formats that other programs read. Each format is a value in one list.
package export

import (
	"errors"
	"io"

	"jishi/graph"
	"jishi/schema"
)

// Data is what there is to write: facts with what is needed to show them.
type Data struct {
	Facts    []schema.Fact
	Texts    map[string]string // doc id -> decoded text
	Entities map[string]schema.Entity
	Ontology *schema.Ontology
	Quads    func(w io.Writer) error // the N-Quads of these facts
}

// Format is one way to write Data.
type Format struct {
	Name, Doc, MediaType, Extension string
	Write                           func(w io.Writer, d Data) error
}

// Formats lists the formats in the order in which help shows them.
func Formats() []Format { return nil }

// Selection says which facts are wanted; an empty field selects all.
type Selection struct {
	Relations, Modalities []string
	Since, Until          string // YYYY, YYYY-MM or YYYY-MM-DD, both inclusive
	Entities              []string
}

// IsZero reports whether everything is selected.
func (s Selection) IsZero() bool { return false }

// Load reads what a selection wants from a store. o may be nil: the shipped ontology.
func Load(st *graph.Store, o *schema.Ontology, s Selection) (Data, error) {
	return Data{}, errors.New("not yet")
}
