package graph

// Entry is an entry of a stored document: its identity and what people call it.
type Entry struct{ Doc, Hash, Label string }

// Entries gives the entries of all documents, in no order.
func (s *Store) Entries() ([]Entry, error) {
	qs, err := s.statements()
	if err != nil {
		return nil, err
	}
	entry := s.term(termEntry)
	is := map[string]bool{}
	for _, q := range qs {
		if q.o == entry && q.p.value == rdf+"type" {
			is[q.s.value] = true
		}
	}
	var out []Entry
	for _, q := range qs {
		if q.p.value != rdfs+"label" || !is[q.s.value] {
			continue
		}
		if doc, ok := s.documentOf(q.s.value); ok {
			out = append(out, Entry{doc, s.entryHash(q.s), q.o.value})
		}
	}
	return out, nil
}
