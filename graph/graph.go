// Package graph turns facts into RDF quads and back, keeps them in a store on disk, and answers Gizmo queries over it.
//
// A store is a folder. What lies in it is the package's own affair: callers give Update what one run read, and ask an
// open Store for documents, facts, entities and rows.
package graph

import (
	"jishi/schema"
)

// DefaultBase is the IRI under which all own terms and things stand, unless a configuration names another.
const DefaultBase = "urn:jishi:"

// Build is what one run of `jishi build` or `jishi remove` brings to a store.
type Build struct {
	Base     string            // base IRI; "" keeps the store's own, or DefaultBase in a new store
	Ontology *schema.Ontology  // nil: the shipped one
	Results  []schema.Result   // one a document
	Rules    []schema.Rule     // the rules of the run; only those that gave a fact enter the graph
	Roots    []string          // folders given as inputs, to report documents that vanished below them
	Origin   map[string]string // doc id -> the root it was found below ("" for a lone file or stdin)
	Said     map[string]Said   // doc id -> what the user said of it
	Present  map[string]bool   // doc ids found but not readable this time: never reported as vanished
	Prune    bool              // drop the documents that vanished
	DryRun   bool              // only say what would change
	Remove   []string          // doc ids to drop

	// Correct is given all documents as they were read, the run's and those that stay, by id, and gives them corrected, with
	// the corrections that the graph is to tell of; nil leaves those that stay as they are. An error ends the update.
	Correct func([]schema.Result) ([]schema.Result, []schema.Correction, error)

	// CorrectionsFile is the file from which Correct has them, kept with the generation so that Restore can give it back; without
	// Correct, the one of the generation before stays.
	CorrectionsFile string
}

// Change is what an Update did, or would do. The lists hold doc ids, sorted.
type Change struct {
	Added, Replaced, Unchanged, Removed []string
	Missing                             []string          // once built from below a root that is given again, and no longer there
	Displaced                           map[string]string // of Replaced: the root it was built from before, where that is another
	Repeated                            []string          // "DOC: FACT": facts whose id the document gave twice; the first stays
	Documents, Entries, Facts, Quads    int               // of the whole store afterwards
	Generation                          int               // of the store afterwards; it grows only when something changed
}

// DocumentInfo is one document of a store.
type DocumentInfo struct {
	ID, Title string
	Hash      string // hex SHA-256 of the decoded text
	Origin    string // the folder it was found below, "" for a lone file
	Entries   int
	Facts     int
	Said      Said `json:",omitzero"`
}

// Said is what a user said of a document that its text does not tell, so that the next build need not be told again.
type Said struct {
	Encoding string `json:",omitempty"`
	Date     string `json:",omitempty"` // YYYY-MM-DD, YYYY-MM or YYYY
	Year     int    `json:",omitempty"`
}
