package graph

// Terms of standard vocabularies.
const (
	xsd     = "http://www.w3.org/2001/XMLSchema#"
	rdf     = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
	rdfs    = "http://www.w3.org/2000/01/rdf-schema#"
	owl     = "http://www.w3.org/2002/07/owl#"
	sem     = "http://semanticweb.cs.vu.nl/2009/11/sem/"
	prov    = "http://www.w3.org/ns/prov#"
	nif     = "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#"
	org     = "http://www.w3.org/ns/org#"
	owltime = "http://www.w3.org/2006/time#"
	skos    = "http://www.w3.org/2004/02/skos/core#"
	schemas = "http://schema.org/"
	void    = "http://rdfs.org/ns/void#"
	dcat    = "http://www.w3.org/ns/dcat#"
	dcterms = "http://purl.org/dc/terms/"

	wikidata  = "http://www.wikidata.org/entity/"
	xsdString = xsd + "string"
)

// prefixes are the short forms that scripts may use in place of full IRIs; "j" stands for the store's base.
func prefixes(base string) map[string]string {
	return map[string]string{
		"j": base, "xsd": xsd, "rdf": rdf, "rdfs": rdfs, "owl": owl, "sem": sem, "prov": prov, "nif": nif, "org": org,
		"time": owltime, "skos": skos, "schema": schemas, "void": void, "dcat": dcat, "dcterms": dcterms,
	}
}

// The names of own terms. Predicates of relations and attributes stand beside them under the base; a test holds the
// ontology's relations apart from these.
const (
	termFact       = "Fact"
	termEntry      = "Entry"
	termDocument   = "Document"
	termEntryOf    = "entry"
	termEvent      = "event"
	termDocumentOf = "document"
	termRelation   = "relation"
	termModality   = "modality"
	termSubject    = "subject"
	termObject     = "object"
	termSaid       = "said"
	termRole       = "role"
	termName       = "name"
	termType       = "type"
	termOnBehalfOf = "onBehalfOf"
	termMention    = "mention"
	termMentions   = "mentions"
	termDate       = "date"
	termUntil      = "until"
	termBasis      = "dateBasis"
	termItem       = "item"
	termSupply     = "supply"
	termQuantity   = "quantity"
	termUnit       = "unit"
	termOrder      = "valueOrder"
	termPosition   = "position"
	termSameEvent  = "sameEvent"
	termID         = "id"
	termLabel      = "label"
	termEnglish    = "english"
	termTypeName   = "kind"
	termISO2       = "iso2"
	termISO3       = "iso3"
	termHS         = "hs"
	termCountry    = "country"
	termTitle      = "title"
	termFirstSeen  = "firstSeen"
	termLastSeen   = "lastSeen"
	termHash       = "hash"
	termFile       = "file"
	termPLOVER     = "plover"
	termCAMEO      = "cameo"
	termSymmetric  = "symmetric"
	termCorrection = "correction"
	termCorrected  = "Correction"
	termVerdict    = "verdict"
	termSentence   = "sentence"
	termReadAs     = "readAs"
	termFactID     = "factID"

	termParagraph    = "paragraph"
	termParagraphEnd = "paragraphEnd"
)
