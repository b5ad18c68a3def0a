package graph

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"path"
	"slices"
	"strings"
	"unicode/utf8"

	"jishi/schema"
)

// A pack is one file that holds one generation of a store, to be sent: a zip archive of
//
//	jishi-pack.json   what it is, the version of this layout, the hash of manifest.json
//	manifest.json     as in a store; it has the hashes of graph and texts
//	graph.nq          as in a store
//	texts             the texts of the documents that bring theirs, one after the other
//
// The same facts give the same bytes, whatever the store's history was. The sender's folders, and what he said of his files, are left out.
const (
	packFile     = "jishi-pack.json"
	packFormat   = 1
	shippedRules = "extract/rule/data/" // the folder of shipped rules, in schema.Rule.File
)

type packHead struct {
	Pack     string `json:"pack"`
	Format   int    `json:"format"`
	Manifest string `json:"manifest"` // SHA-256
}

// Pack writes the store as one file to send. Without texts, offsets, the hash of each text and the hash of each passage
// are all that is left of them; a document whose text was withheld before has none to give.
func (s *Store) Pack(w io.Writer, texts bool) error {
	g, err := s.packed(texts)
	if err != nil {
		return err
	}
	graph := joinLines(g.lines)
	all := strings.Join(g.texts, "")
	g.manifest.Graph, g.manifest.Texts = sumOf(graph), sumOf(all)
	raw, err := json.MarshalIndent(g.manifest, "", " ")
	if err != nil {
		return err
	}
	raw = append(raw, '\n')
	head, err := json.Marshal(packHead{"jishi", packFormat, hashOf(raw)})
	if err != nil {
		return err
	}
	var sent strings.Builder
	for i, d := range g.manifest.Documents {
		if !d.Withheld {
			sent.WriteString(g.texts[i])
		}
	}
	out := zip.NewWriter(w)
	for _, f := range []struct{ name, content string }{{packFile, string(head) + "\n"}, {manifestFile, string(raw)}, {graphFile, graph}, {textsFile, sent.String()}} {
		part, err := out.CreateHeader(&zip.FileHeader{Name: f.name, Method: zip.Deflate})
		if err != nil {
			return err
		}
		if _, err := io.WriteString(part, f.content); err != nil {
			return err
		}
	}
	return out.Close()
}

// Digest is the hex SHA-256 of what the store says: of its N-Quads, each passage replaced by its hash. A store that was
// packed with or without texts has it too, and so has one built again from the same texts by the same rules.
func (s *Store) Digest() (string, error) {
	g, err := s.packed(false)
	return hashOf([]byte(joinLines(g.lines))), err
}

// Withheld reports whether a document's text was left out of the pack that the store came from.
func (s *Store) Withheld(doc string) bool {
	return slices.ContainsFunc(s.m.Documents, func(d documentRecord) bool { return d.ID == doc && d.Withheld })
}

// packed is the generation as it is sent.
func (s *Store) packed(texts bool) (generation, error) {
	g, err := s.again()
	if err != nil {
		return g, err
	}
	m := &g.manifest
	m.Generation, m.Corrected, m.Fixes, g.fixes = 1, false, fileSum{}, "" // the file is the sender's own
	m.Documents, m.Rules = slices.Clone(m.Documents), maps.Clone(m.Rules)
	age := ages(m.Documents)
	var at int64
	for i := range m.Documents {
		d := &m.Documents[i]
		d.Origin, d.Said, d.Built = "", Said{}, age[d.Built]
		if !texts && !d.Withheld {
			d.Withheld = true
			g.texts[i] = strings.Repeat(schema.Withheld, utf8.RuneCountInString(g.texts[i]))
		}
		d.Start = at
		at += int64(len(g.texts[i]))
		d.End = at
	}
	for id, r := range m.Rules {
		r.File = withoutFolder(r.File)
		m.Rules[id] = r
	}
	m.sendCorrections(texts)
	qs, err := s.statements()
	if err != nil {
		return g, err
	}
	g.lines = canonical(s.sendable(qs, texts))
	return g, nil
}

// sendCorrections leaves folders out of what corrected documents keep, and passages where texts are withheld.
func (m *manifest) sendCorrections(texts bool) {
	for i, d := range m.Documents {
		if d.Read == nil {
			continue
		}
		read := *d.Read
		read.Rules = slices.Clone(read.Rules)
		for k, r := range read.Rules {
			read.Rules[k].File = withoutFolder(r.File)
		}
		m.Documents[i].Read = &read
	}
	if texts {
		return
	}
	m.Corrections = slices.Clone(m.Corrections)
	for i := range m.Corrections {
		if c := &m.Corrections[i]; c.Sentence != "" {
			c.Sentence, c.Hash = "", hashOf([]byte(c.Sentence))
		}
	}
}

// ages numbers the builds that documents came from, as a store of one generation can have them: the newest is 1, those
// before 0, -1 and so on. How often the sender built is nobody's affair; which description is newer is kept.
func ages(docs []documentRecord) map[int]int {
	var builds []int
	for _, d := range docs {
		builds = append(builds, d.Built)
	}
	slices.Sort(builds)
	builds = slices.Compact(builds)
	out := map[int]int{}
	for i, b := range builds {
		out[b] = i + 2 - len(builds)
	}
	return out
}

// sendable leaves the sender's folders out of the statements, and where texts are withheld puts hashes for passages.
func (s *Store) sendable(qs []statement, texts bool) []statement {
	out := slices.Clone(qs)
	rules := s.names.graph("rules")
	for i, q := range out {
		switch {
		case (q.p.value == nif+"anchorOf" || q.p == s.term(termSentence)) && !texts:
			out[i].p, out[i].o = s.term(termHash), text(hashOf([]byte(q.o.value)))
		case q.g == rules && q.p == s.term(termFile):
			out[i].o = text(withoutFolder(q.o.value))
		}
	}
	return out
}

// withoutFolder is the bare name of a rule file of the sender's own; those that ship keep their folder.
func withoutFolder(file string) string {
	if strings.HasPrefix(file, shippedRules) || file == "" {
		return file
	}
	return path.Base(strings.ReplaceAll(file, `\`, "/"))
}

func joinLines(lines []string) string {
	var b bytes.Buffer
	_ = writeLines(&b, lines) // a buffer takes all
	return b.String()
}

func sumOf(content string) fileSum {
	return fileSum{int64(len(content)), hashOf([]byte(content))}
}

// textOf gives the texts of documents by id.
func (g generation) textOf(doc string) (string, error) {
	for i, d := range g.manifest.Documents {
		if d.ID == doc {
			return g.texts[i], nil
		}
	}
	return "", fmt.Errorf("the graph names a document %q that the pack does not have", doc)
}
