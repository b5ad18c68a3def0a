package main

import (
	"bytes"
	"cmp"
	"embed"
	"fmt"
	"io"
	"path"
	"regexp"
	"slices"
	"strings"
	"sync"

	"gopkg.in/yaml.v3"
)

// Code and libraries speak English, in formats such as "%s: cannot be read". What they say passes through words on its way
// to a person. A catalogue in the folder words has each format and the same in Chinese; a text is recognised by its
// format, and what stands for the verbs is said in turn. So whoever writes a message writes it once, in place, and the test
// of the catalogue tells what it lacks.

//go:embed words
var catalogues embed.FS

// phrase is a record of a catalogue.
type phrase struct {
	En  string `yaml:"en"`
	One string `yaml:"one"` // the English for one, where it is another: "1 entry" for "%d entries"
	Zh  string `yaml:"zh"`

	Spans bool `yaml:"spans"` // its verbs stand for whole messages, colons and all
}

// phrasebook says English text in a language; the zero phrasebook leaves it as it is.
type phrasebook struct {
	whole    map[string]string // sentences and formats
	titles   map[string]string // titles of columns, and other single words that stand alone
	patterns []*pattern        // formats, those that say most first
}

// pattern is a format that a text may have been made by.
type pattern struct {
	literals []string              // what stands between the verbs
	shape    func() *regexp.Regexp // compiled at first need
	zh       string
	spans    bool // see phrase
}

// wordsOf reads the catalogues of a language. English needs none.
func wordsOf(language string) (phrasebook, error) {
	if language == english {
		return phrasebook{}, nil
	}
	w := phrasebook{whole: map[string]string{}, titles: map[string]string{}}
	files, err := catalogues.ReadDir("words")
	if err != nil {
		return phrasebook{}, err
	}
	for _, f := range files {
		if f.Name() == choicesFile {
			continue
		}
		all, err := readCatalogue(f.Name())
		if err != nil {
			return phrasebook{}, err
		}
		for _, p := range all {
			w.add(p, f.Name())
		}
	}
	slices.SortStableFunc(w.patterns, func(a, b *pattern) int { return cmp.Compare(b.weight(), a.weight()) })
	return w, nil
}

// titlesFile holds single words, which are said only where they are known to be titles: a document may be called so.
const titlesFile = "titles.yaml"

// linesFile holds formats of lines that are said before they are filled in. They are too short to recognise a text by.
const linesFile = "lines.yaml"

// choicesFile holds the words that flags take, with what they are called in Chinese; the first name is the one shown.
const choicesFile = "choices.yaml"

// choiceWords gives the Chinese names of each word that a flag takes. They are understood in every language.
func choiceWords() (map[string][]string, error) {
	all, err := readCatalogue(choicesFile)
	out := map[string][]string{}
	for _, p := range all {
		out[p.En] = strings.Split(p.Zh, "、")
	}
	return out, err
}

func readCatalogue(name string) ([]phrase, error) {
	raw, err := catalogues.ReadFile(path.Join("words", name))
	if err != nil {
		return nil, err
	}
	d := yaml.NewDecoder(bytes.NewReader(raw))
	d.KnownFields(true)
	var all []phrase
	if err := d.Decode(&all); err != nil {
		return nil, fmt.Errorf("the catalogue words/%s cannot be read: %w", name, err)
	}
	return all, nil
}

func (w *phrasebook) add(p phrase, file string) {
	if file == titlesFile {
		w.titles[p.En] = p.Zh
		return
	}
	if w.whole[p.En] = p.Zh; file == linesFile {
		return
	}
	for _, en := range []string{p.En, p.One} {
		if strings.Contains(en, "%") || en != p.En && en != "" {
			pattern := newPattern(en, p.Zh)
			pattern.spans = p.Spans
			w.patterns = append(w.patterns, pattern)
		}
	}
}

const verb = `%(?:\[(\d+)\])?[-+#0]*\d*(?:\.\d+)?[a-zA-Z]`

// newPattern makes of a format what recognises the texts made by it. In "1 entry" the number is recognised too.
func newPattern(en, zh string) *pattern {
	p := &pattern{zh: zh}
	var shape strings.Builder
	shape.WriteString(`(?s)^`)
	if rest, ok := strings.CutPrefix(en, "1 "); ok {
		shape.WriteString(`(1)`)
		en = " " + rest
	}
	at := 0
	for _, v := range regexp.MustCompile(verb).FindAllStringIndex(en, -1) {
		p.literals = append(p.literals, en[at:v[0]])
		shape.WriteString(regexp.QuoteMeta(en[at:v[0]]) + shapeOf(en[v[1]-1]))
		at = v[1]
	}
	p.literals = append(p.literals, en[at:])
	shape.WriteString(regexp.QuoteMeta(en[at:]) + `$`)
	p.shape = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(shape.String()) })
	return p
}

// shapeOf is what a verb prints.
func shapeOf(verb byte) string {
	switch verb {
	case 'd':
		return `(-?\d+)`
	case 'f':
		return `(-?[\d.]+)`
	case 'q':
		return `("(?:[^"\\]|\\.)*")`
	}
	return `(.*?)`
}

// weight is how much a pattern says beside its verbs.
func (p *pattern) weight() int { return len(strings.Join(p.literals, "")) }

// say gives a text in the language, or as it is where no catalogue knows it.
func (w phrasebook) say(text string) string {
	if out, ok := w.find(text); ok {
		return out
	}
	return text
}

// f says a format, and fills it in: for lines too short to be recognised by. Lists of words are put as Chinese lists are.
func (w phrasebook) f(format string, args ...any) string {
	for i, a := range args {
		if text, ok := a.(string); ok && w.whole != nil {
			args[i] = w.listed(text)
		}
	}
	return fmt.Sprintf(w.say(format), args...)
}

// titleOrText says what stands alone, and may be a single word.
func (w phrasebook) titleOrText(text string) string { return w.title(w.say(text)) }

// title gives the title of a column.
func (w phrasebook) title(text string) string { return cmp.Or(w.titles[text], text) }

// titled gives the titles of columns.
func (w phrasebook) titled(columns []string) []string {
	out := make([]string, len(columns))
	dyad := slices.Contains(columns, "target")
	for i, c := range columns {
		out[i] = w.title(c)
		if title := w.titles["dyad."+c]; dyad && title != "" { // who acts, where source is elsewhere where something stands
			out[i] = title
		}
	}
	return out
}

// What may stand for the verbs of a format: any text, or nothing with a colon or a semicolon, by which parts of a message are
// divided. The last verb may stand for more, if the Chinese ends with it too.
const (
	anyClauses = false
	oneClause  = true
)

// speaker says what is written to it: each write is a message, or several lines of them.
type speaker struct {
	out io.Writer
	phrasebook
}

// to gives a writer that says in the language what is written to it.
func (w phrasebook) to(out io.Writer) io.Writer {
	if w.whole == nil {
		return out
	}
	return speaker{out, w}
}

// Write never tells of more bytes than it was given: the text may be longer or shorter than what is said.
func (s speaker) Write(p []byte) (int, error) {
	text := string(p)
	core := strings.Trim(text, "\n")
	lines := strings.Split(core, "\n")
	for i, l := range lines {
		lines[i] = s.say(l)
	}
	out := strings.Join(lines, "\n")
	if said, known := s.paragraph(core); known {
		out = said
	}
	before, after, _ := strings.Cut(text, core)
	if core == "" {
		before, after = text, ""
	}
	if _, err := io.WriteString(s.out, before+out+after); err != nil {
		return 0, err
	}
	return len(p), nil
}
