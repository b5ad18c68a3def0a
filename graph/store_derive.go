package graph

import (
	"cmp"
	"maps"
	"slices"
	"strconv"

	"jishi/schema"
)

// derive writes what follows from all documents together: descriptions, links between tellings of one event, lines.
func (u *update) derive() error {
	m := &u.next.manifest
	u.sortDocuments()
	texts := map[string]string{}
	for i, d := range m.Documents {
		texts[d.ID] = u.next.texts[i]
	}
	facts, err := decode(u.names, u.qs, func(doc string) (string, error) { return texts[doc], nil })
	if err != nil {
		return err
	}
	all := mergeEntities(m.descriptions())
	seen(all, facts)
	u.rules()

	d := &describer{names: u.names, out: u.qs}
	d.entities(all)
	d.rules(m.Rules)
	d.ontology(u.build.Ontology)
	infos := make([]DocumentInfo, len(m.Documents))
	for i := range m.Documents {
		infos[i] = m.Documents[i].DocumentInfo
		u.change.Entries += infos[i].Entries
	}
	d.documents(infos)
	d.corrections(m.Corrections)
	d.same(schema.SameEvents(facts, u.items(texts), u.build.Ontology))
	lines := canonical(d.out)
	d.out = nil
	d.dataset(infos, len(all), len(lines))
	u.next.lines = merge(lines, canonical(d.out))
	m.Quads = len(u.next.lines)
	u.change.Documents, u.change.Facts = len(infos), len(facts)
	return nil
}

// items gives the texts of the entries, where the statements say that they stand.
func (u *update) items(texts map[string]string) schema.Items {
	type entry struct{ doc, hash string }
	bounds, offsets := map[entry][2]int{}, map[string]*runeOffsets{}
	for _, q := range u.qs {
		side := slices.Index([]string{nif + "beginIndex", nif + "endIndex"}, q.p.value)
		if doc, ok := u.documentOf(q.s.value); ok && side >= 0 && q.s == q.g {
			at := bounds[entry{doc, u.entryHash(q.s)}]
			at[side], _ = strconv.Atoi(q.o.value)
			bounds[entry{doc, u.entryHash(q.s)}] = at
		}
	}
	return func(doc, hash string) string {
		if offsets[doc] == nil {
			offsets[doc] = newRuneOffsets(texts[doc])
		}
		at := bounds[entry{doc, hash}]
		from := offsets[doc].at(at[0])
		return texts[doc][from:max(from, offsets[doc].at(at[1]))]
	}
}

// descriptions gives all descriptions of entities, the newest build's first, then by document.
func (m *manifest) descriptions() []schema.Entity {
	docs := slices.Clone(m.Documents)
	slices.SortStableFunc(docs, func(a, b documentRecord) int { return cmp.Or(b.Built-a.Built, cmp.Compare(a.ID, b.ID)) })
	var out []schema.Entity
	for _, d := range docs {
		for _, key := range d.Entities {
			out = append(out, m.Entities[key])
		}
	}
	return out
}

// sortDocuments puts documents and texts in the order of ids, and says where each text will stand.
func (u *update) sortDocuments() {
	docs, texts := u.next.manifest.Documents, u.next.texts
	order := make([]int, len(docs))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(a, b int) int { return cmp.Compare(docs[a].ID, docs[b].ID) })
	sortedDocs, sortedTexts := make([]documentRecord, len(docs)), make([]string, len(docs))
	var at int64
	for i, j := range order {
		sortedDocs[i], sortedTexts[i] = docs[j], texts[j]
		sortedDocs[i].Start = at
		at += int64(len(texts[j]))
		sortedDocs[i].End = at
	}
	u.next.manifest.Documents, u.next.texts = sortedDocs, sortedTexts
}

// rules finds the rules that gave a fact: of this run by their IRI, else as the generation before knows them.
func (u *update) rules() {
	known := map[string]schema.Rule{}
	if u.old != nil {
		maps.Copy(known, u.old.m.Rules)
	}
	for _, r := range slices.Concat(u.again, u.build.Rules) {
		known[u.rule(r.Name, r.Hash).value] = r
	}
	for _, q := range u.qs {
		if q.p.value == prov+"wasGeneratedBy" {
			u.next.manifest.Rules[q.o.value] = known[q.o.value]
		}
	}
}

// unchanged reports whether the next generation would say what the one before says.
func (u *update) unchanged() bool {
	if !slices.Equal(u.next.lines, u.old.lines()) || len(u.next.manifest.Documents) != len(u.old.m.Documents) {
		return false
	}
	for i, d := range u.next.manifest.Documents {
		o := u.old.m.Documents[i]
		if d.DocumentInfo != o.DocumentInfo || !slices.Equal(d.Entities, o.Entities) || !d.Read.equal(o.Read) {
			return false
		}
	}
	return true
}

// merge joins two sorted lists.
func merge(a, b []string) []string {
	out := make([]string, 0, len(a)+len(b))
	for len(a) > 0 && len(b) > 0 {
		if a[0] < b[0] {
			out, a = append(out, a[0]), a[1:]
		} else {
			out, b = append(out, b[0]), b[1:]
		}
	}
	return append(append(out, a...), b...)
}
