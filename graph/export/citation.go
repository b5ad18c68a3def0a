package export

import (
	"encoding/json"
	"fmt"
	"io"
	"strconv"
	"strings"

	"jishi/schema"
)

// Citation is what a paper says of a data set. Texts stand on one line; what is not known is empty.
type Citation struct {
	Title, Version, URL, DOI, Publisher, License string
	Authors                                      []Author
	Released                                     schema.Day
	Digest                                       string // hex SHA-256 of what the data set says
	First, Last                                  string // YYYY-MM-DD: days of the first and the last entry
	Documents, Entries, Facts                    int
	Software                                     string // version of jishi
}

// Author is a person with a family name, or whoever goes by one name: a group, 王小明.
type Author struct{ Family, Given, Name string }

// ParseAuthor reads FAMILY, GIVEN or one name.
func ParseAuthor(s string) Author {
	family, given, ok := strings.Cut(s, ",")
	if !ok {
		return Author{Name: oneLine(s)}
	}
	return Author{Family: oneLine(family), Given: oneLine(given)}
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// CitationFormat is one way to write a citation.
type CitationFormat struct {
	Name, Doc, Extension string
	Write                func(w io.Writer, c Citation) error
}

// CitationFormats lists them in the order in which help shows them.
func CitationFormats() []CitationFormat {
	return []CitationFormat{
		{"bibtex", "for LaTeX, JabRef, Zotero", ".bib", writeBibTeX},
		{"ris", "for EndNote, Zotero, NoteExpress", ".ris", writeRIS},
		{"csl-json", "for Zotero, pandoc and other programs", ".json", writeCSL},
		{"cff", "CITATION.cff, to lie beside the data", ".cff", writeCFF},
	}
}

// Key is by what a citation is called within a text.
func (c Citation) Key() string { return "jishi-" + c.Digest[:min(len(c.Digest), 12)] }

// Note is what no field has: how much it is, of when, read by what, and the hash by which it is known.
func (c Citation) Note() string {
	period := ""
	if c.First != "" {
		period = fmt.Sprintf("; %s to %s", c.First, c.Last)
	}
	return fmt.Sprintf("Facts: %d; entries: %d; documents: %d%s; read by jishi %s; data set SHA-256 %s", c.Facts, c.Entries, c.Documents, period, c.Software, c.Digest)
}

func year(d schema.Day) string {
	if d.Year == 0 {
		return ""
	}
	return strconv.Itoa(d.Year)
}

// writeBibTeX writes @misc, which every style knows; names and title keep their capitals.
func writeBibTeX(w io.Writer, c Citation) error {
	var authors []string
	for _, a := range c.Authors {
		name := "{" + inTeX(a.Name) + "}"
		if a.Family != "" {
			name = inTeX(a.Family) + ", " + inTeX(a.Given)
		}
		authors = append(authors, name)
	}
	var b strings.Builder
	fmt.Fprintf(&b, "@misc{%s,\n", c.Key())
	for _, f := range [][2]string{{"author", strings.Join(authors, " and ")}, {"title", "{" + inTeX(c.Title) + "}"}, {"year", year(c.Released)},
		{"version", inTeX(c.Version)}, {"publisher", inTeX(c.Publisher)}, {"howpublished", "Data set"}, {"doi", c.DOI}, {"url", c.URL}, {"note", inTeX(c.Note())}} {
		if f[1] != "" {
			fmt.Fprintf(&b, "  %-12s = {%s},\n", f[0], f[1])
		}
	}
	b.WriteString("}\n")
	_, err := io.WriteString(w, b.String())
	return err
}

// inTeX escapes what TeX would take for a command.
func inTeX(s string) string {
	return strings.NewReplacer(`\`, `\textbackslash{}`, `{`, `\{`, `}`, `\}`, `$`, `\$`, `&`, `\&`, `#`, `\#`, `%`, `\%`, `_`, `\_`,
		`^`, `\textasciicircum{}`, `~`, `\textasciitilde{}`).Replace(s)
}

// writeRIS ends its lines as the format wants it.
func writeRIS(w io.Writer, c Citation) error {
	lines := [][2]string{{"TY", "DATA"}, {"ID", c.Key()}, {"TI", c.Title}}
	for _, a := range c.Authors {
		name := a.Name
		if a.Family != "" {
			name = a.Family + ", " + a.Given
		}
		lines = append(lines, [2]string{"AU", name})
	}
	date := ""
	if d := c.Released; d.Year > 0 {
		date = strings.ReplaceAll(d.String(), "-", "/")
		date += strings.Repeat("/", 3-strings.Count(date, "/"))
	}
	lines = append(lines, [][2]string{{"PY", year(c.Released)}, {"DA", date}, {"ET", c.Version}, {"PB", c.Publisher}, {"DO", c.DOI}, {"UR", c.URL}, {"N1", c.Note()}}...)
	var b strings.Builder
	for _, l := range lines {
		if l[1] != "" {
			b.WriteString(l[0] + "  - " + l[1] + "\r\n")
		}
	}
	b.WriteString("ER  - \r\n")
	_, err := io.WriteString(w, b.String())
	return err
}

type cslName struct {
	Family  string `json:"family,omitempty"`
	Given   string `json:"given,omitempty"`
	Literal string `json:"literal,omitempty"`
}

type cslDate struct {
	Parts [1][]int `json:"date-parts"`
}

func writeCSL(w io.Writer, c Citation) error {
	item := struct {
		ID        string    `json:"id"`
		Type      string    `json:"type"`
		Title     string    `json:"title"`
		Author    []cslName `json:"author,omitempty"`
		Issued    *cslDate  `json:"issued,omitempty"`
		Version   string    `json:"version,omitempty"`
		Publisher string    `json:"publisher,omitempty"`
		DOI       string    `json:"DOI,omitempty"`
		URL       string    `json:"URL,omitempty"`
		Note      string    `json:"note"`
	}{ID: c.Key(), Type: "dataset", Title: c.Title, Version: c.Version, Publisher: c.Publisher, DOI: c.DOI, URL: c.URL, Note: c.Note()}
	for _, a := range c.Authors {
		item.Author = append(item.Author, cslName{a.Family, a.Given, a.Name})
	}
	if c.Released.Year > 0 {
		item.Issued = &cslDate{}
		for _, part := range [...]int{c.Released.Year, c.Released.Month, c.Released.Day} {
			if part > 0 {
				item.Issued.Parts[0] = append(item.Issued.Parts[0], part)
			}
		}
	}
	out := json.NewEncoder(w)
	out.SetEscapeHTML(false)
	out.SetIndent("", "  ")
	return out.Encode([]any{item})
}

// writeCFF writes the Citation File Format 1.2.0, which wants an author: where none is given, Anonymous.
func writeCFF(w io.Writer, c Citation) error {
	var b strings.Builder
	b.WriteString("cff-version: 1.2.0\nmessage: If you use this data set, please cite it as below.\ntype: dataset\n")
	field := func(indent, key, value string) {
		if value != "" {
			b.WriteString(indent + key + ": " + inYAML(value) + "\n")
		}
	}
	field("", "title", c.Title)
	b.WriteString("authors:\n")
	authors := c.Authors
	if len(authors) == 0 {
		authors = []Author{{Name: "Anonymous"}}
	}
	for _, a := range authors {
		if a.Family == "" {
			field("  - ", "name", a.Name)
			continue
		}
		field("  - ", "family-names", a.Family)
		field("    ", "given-names", a.Given)
	}
	field("", "version", c.Version)
	if c.Released.Day > 0 {
		field("", "date-released", c.Released.String())
	}
	field("", "doi", c.DOI)
	field("", "url", c.URL)
	field("", "license", c.License)
	b.WriteString("identifiers:\n  - type: other\n")
	field("    ", "value", "sha256:"+c.Digest)
	field("    ", "description", "SHA-256 of what the data set says, as `jishi pack` prints it")
	field("", "abstract", c.Note())
	_, err := io.WriteString(w, b.String())
	return err
}

// inYAML quotes a text: a JSON string is one of YAML too.
func inYAML(s string) string {
	var b strings.Builder
	out := json.NewEncoder(&b)
	out.SetEscapeHTML(false)
	if out.Encode(s) != nil {
		return `""` // a string always encodes
	}
	return strings.TrimSpace(b.String())
}
