// Package export writes the facts of a store in the formats that other programs read. Each format is a value in one list.
//
// Left out: Turtle and JSON-LD (any RDF tool makes them from N-Quads), GEXF and GML (Gephi reads GraphML).
package export

import (
	"io"

	"jishi/schema"
)

// Data is what there is to write: facts with what is needed to show them.
type Data struct {
	Facts       []schema.Fact
	Texts       map[string]string        // doc id -> decoded text
	Entities    map[string]schema.Entity // by id; at least those that the facts name
	Corrections []schema.Correction      // of the whole store
	Ontology    *schema.Ontology         // for the codes of relations
	Quads       func(w io.Writer) error  // writes the N-Quads of these facts
	Excel       bool                     // CSV as Excel opens it by a double click
	Labels      string                   // language of relations and modalities: zh, en; "": their ids
	Say         func(text string) string // puts what a workbook itself says into its reader's language; nil: it is English
}

// Format is one way to write Data.
type Format struct {
	Name, Doc, MediaType, Extension string
	Write                           func(w io.Writer, d Data) error // errors are those of w, and of Data.Quads
}

// Formats lists the formats in the order in which help shows them.
func Formats() []Format {
	return []Format{
		{"nquads", "RDF: canonical, sorted N-Quads, one named graph an entry", "application/n-quads", ".nq", writeNQuads},
		{"jsonl", "one fact a line, as `jishi extract` prints it", "application/jsonl", ".jsonl", writeJSONL},
		{"csv", "one fact a row, with PLOVER and CAMEO codes: for programs: every cell\n           as it is (for Excel: --excel, or xlsx)", "text/csv; charset=utf-8", ".csv", writeCSV},
		{"xlsx", "a workbook with a sheet each for facts, events, actors, dyad-months and the codebook", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ".xlsx", writeWorkbook},
		{"graphml", "entities and facts as a graph, for Gephi, networkx, igraph", "application/graphml+xml", ".graphml", writeGraphML},
		{"dot", "the same for Graphviz", "text/vnd.graphviz", ".dot", writeDOT},
	}
}
