// Package schema holds the records that pass between the stages (document, entry, sentence, mention, fact), the
// ontology they obey (entity types, relations with their domain and range, modalities) and the check of a fact against
// it. It knows nothing of how facts are read or stored.
package schema
