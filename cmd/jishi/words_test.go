package main

import (
	"bufio"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
	"gopkg.in/yaml.v3"

	"jishi/graph"
	"jishi/graph/export"
	"jishi/schema"
)

// TestCatalogueIsWhole: all that jishi says to people is in the catalogues, and nothing else is. What it prints when it
// fails can be pasted into a catalogue.
func TestCatalogueIsWhole(t *testing.T) {
	w := chineseWords(t)
	said := map[string]string{} // text → where it stands
	maps.Copy(said, helpTexts())
	code := readCode(t)
	maps.Copy(said, code.messages)
	for _, q := range graph.Queries() {
		said[q.Doc] = "jishi query --list"
	}
	maps.Copy(said, ontologyDocs(t))
	for _, text := range slices.Sorted(maps.Keys(said)) {
		if !w.covers(text) {
			t.Errorf("%s: no Chinese for it; add to cmd/jishi/words (a verb such as %%s stays a verb):\n%s", said[text], stub(text))
		}
	}
	for _, title := range tableTitles(t, code) {
		if w.titleOrText(title) == title {
			t.Errorf("no Chinese for the title; add to cmd/jishi/words/%s:\n%s", titlesFile, stub(title))
		}
	}
	for file, phrases := range allPhrases(t) {
		if file == titlesFile || file == "foreign.yaml" { // of other programs: no code of ours has it
			continue
		}
		for _, p := range phrases {
			if _, ok := said[p.En]; !ok && !code.texts[p.En] {
				t.Errorf("words/%s: nothing says %q any more; take it out", file, p.En)
			}
		}
	}
}

// ontologyDocs are what the shipped ontology says of its words: a codebook has it.
func ontologyDocs(t *testing.T) map[string]string {
	t.Helper()
	o, err := schema.LoadOntology(nil, "")
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]string{}
	for _, r := range o.Relations {
		out[r.Doc] = "schema/data/ontology.yaml"
	}
	for _, x := range slices.Concat(o.Entities, o.Modalities) {
		out[x.Doc] = "schema/data/ontology.yaml"
	}
	delete(out, "")
	return out
}

// TestSheetsKeepTheirColumnsApart: no two columns of a Chinese workbook, and no two sheets, have one title.
func TestSheetsKeepTheirColumnsApart(t *testing.T) {
	o, err := schema.LoadOntology(nil, "")
	if err != nil {
		t.Fatal(err)
	}
	say, err := sheetWords(chinese)
	if err != nil {
		t.Fatal(err)
	}
	sheets, err := export.Tables(export.Data{Ontology: o, Corrections: []schema.Correction{{}}, Labels: chinese, Say: say})
	if err != nil {
		t.Fatal(err)
	}
	names := map[string]bool{}
	for _, s := range sheets {
		columns := map[string]bool{}
		for _, c := range s.Columns {
			if columns[c.Name] {
				t.Errorf("%s: two columns %s", s.Name, c.Name)
			}
			columns[c.Name] = true
		}
		if names[s.Name] || len([]rune(s.Name)) > 31 {
			t.Errorf("sheet %s", s.Name)
		}
		names[s.Name] = true
	}
}

// covers reports whether the catalogues have a text, or each of its parts: "%s: FAULT; REMEDY".
func (w phrasebook) covers(text string) bool {
	if w.whole[text] != "" || w.titles[text] != "" || strings.HasPrefix(text, "encoding of the texts") || !isMessage(text) && !strings.Contains(text, " ") {
		return true
	}
	if regexp.MustCompile("^(" + verb + `|[ :()/–→#-])*$`).MatchString(text) {
		return true
	}
	for _, mark := range []string{"; ", ": "} {
		if left, right, ok := strings.Cut(text, mark); ok && w.covers(left) && w.covers(right) {
			return true
		}
	}
	return false
}

func stub(text string) string {
	raw, _ := yaml.Marshal([]map[string]string{{"en": text}}) // text always marshals
	return string(raw) + "  zh: "
}

func chineseWords(t *testing.T) phrasebook {
	t.Helper()
	w, err := wordsOf(chinese)
	if err != nil {
		t.Fatal(err)
	}
	return w
}

func allPhrases(t *testing.T) map[string][]phrase {
	t.Helper()
	out := map[string][]phrase{}
	files, err := fs.Glob(catalogues, "words/*.yaml")
	if err != nil || len(files) < 3 {
		t.Fatal(files, err)
	}
	for _, f := range files {
		name := strings.TrimPrefix(f, "words/")
		if name == choicesFile { // words of flags, which nobody says: TestChoicesAreNamed
			continue
		}
		if out[name], err = readCatalogue(name); err != nil {
			t.Fatal(err)
		}
	}
	return out
}

// TestPhrases: each phrase is Chinese, takes what its English takes, stands once, and is recognised among all others.
func TestPhrases(t *testing.T) {
	w := chineseWords(t)
	verbs := regexp.MustCompile(verb)
	seen := map[string]bool{}
	for file, phrases := range allPhrases(t) {
		for _, p := range phrases {
			if p.En == "" || !regexp.MustCompile(`\p{Han}`).MatchString(p.Zh) {
				t.Errorf("words/%s: %q has no Chinese", file, p.En)
			}
			if seen[p.En] && file != titlesFile {
				t.Errorf("words/%s: %q stands twice", file, p.En)
			}
			seen[p.En] = seen[p.En] || file != titlesFile // a title may be said otherwise in a line
			if n := len(verbs.FindAllString(p.En, -1)); n != len(verbs.FindAllString(p.Zh, -1)) {
				t.Errorf("words/%s: %q takes other values than %q", file, p.Zh, p.En)
			} else if file != titlesFile && file != linesFile {
				en, zh := sampleOf(p.En, nil), sampleOf(p.Zh, verbs.FindAllString(p.En, -1))
				if got := w.say(en); got != zh {
					t.Errorf("words/%s: %q is taken for another phrase: %q, want %q", file, en, got, zh)
				}
			}
		}
	}
}

// sampleOf puts values for the verbs of a format; of Chinese, verbs in another order are those of the English.
func sampleOf(format string, english []string) string {
	verbs, n := regexp.MustCompile(verb), 0
	return verbs.ReplaceAllStringFunc(format, func(v string) string {
		if m := verbs.FindStringSubmatch(v); m[1] != "" {
			n, _ = strconv.Atoi(m[1])
			n--
		}
		if n++; n <= len(english) {
			v = english[n-1]
		}
		switch v[len(v)-1] {
		case 'd':
			return strconv.Itoa(n + 10)
		case 'f':
			return fmt.Sprintf("%d.5", n)
		case 'q':
			return fmt.Sprintf(`"值%d"`, n)
		}
		return fmt.Sprintf("值%c", 'a'+n)
	})
}

// helpTexts are the texts of help, as commands have them, each with the command it belongs to.
func helpTexts() map[string]string {
	out := map[string]string{}
	for _, f := range frame() {
		out[f] = "the frame of help"
	}
	root := rootCommand(&env{out: &results{Writer: bufio.NewWriter(io.Discard)}, err: io.Discard})
	addHelp(root, out)
	return out
}

func addHelp(cmd *cobra.Command, out map[string]string) {
	where := cmd.CommandPath() + " --help"
	add := func(text string) {
		for _, part := range partsOf(text) {
			out[part] = where
		}
	}
	add(cmd.Short)
	if cmd.Name() == "completion" || cmd.HasParent() && cmd.Parent().Name() == "completion" {
		return // cobra's own
	}
	add(cmd.Long)
	for _, set := range []*pflag.FlagSet{cmd.LocalFlags(), cmd.PersistentFlags()} {
		set.VisitAll(func(f *pflag.Flag) {
			usage := f.Usage
			if c, ok := f.Value.(*choice); ok {
				usage = strings.TrimSuffix(usage, ": "+joined(c.words))
			}
			add(usage)
		})
	}
	for _, sub := range cmd.Commands() {
		addHelp(sub, out)
	}
}

// partsOf gives the paragraphs of a text, and the lines of lists.
func partsOf(text string) (parts []string) {
	for _, p := range strings.Split(text, "\n\n") {
		if !isList(p) {
			parts = append(parts, p)
			continue
		}
		for _, line := range strings.Split(p, "\n") {
			_, doc := listLine(line)
			parts = append(parts, doc)
		}
	}
	return slices.DeleteFunc(parts, func(p string) bool { return p == "" })
}

// tableTitles are the titles of all tables: those that stand in the code, and those of the answers to shipped queries.
func tableTitles(t *testing.T, code codeTexts) []string {
	t.Helper()
	out := code.titles
	dir := t.TempDir()
	e, err := newEnv([]string{"--lang", english}, nil, io.Discard, io.Discard)
	if err != nil {
		t.Fatal(err)
	}
	if err := tryIn(e, dir, true); err != nil {
		t.Fatal(err)
	}
	v := values{store: dir + "/store", timeout: time.Minute}
	for _, q := range graph.Queries() {
		args := []string{"法国", "", ""}[:len(q.Args)]
		switch q.Name {
		case "evidence":
			args = []string{"2020-03-23#1"}
		case "entities", "timeline":
			args = nil
		case "corrections": // the chronicle has none
			out = append(out, "verdict", "fact", "read", "why", "by", "on", "document", "sentence", "correction")
			continue
		}
		rows, err := ask(v, q.With(args...))
		if err != nil || len(rows.Columns) == 0 {
			t.Fatalf("%s: %v %v", q.Name, rows.Columns, err)
		}
		out = append(out, rows.Columns...)
	}
	data, err := selectionFlags{}.load(v)
	if err != nil {
		t.Fatal(err)
	}
	data.Corrections = []schema.Correction{{}}
	sheets, err := export.Tables(data)
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range sheets {
		out = append(out, "sheet "+s.Name)
		for _, c := range s.Columns {
			out = append(out, c.Name)
		}
	}
	out = append(out, "sheet sample")
	for _, c := range sampleColumns([]string{schema.Page, schema.Paragraph}) {
		out = append(out, c.Name)
	}
	for _, unit := range export.Units() {
		dyads, _ := export.Dyads(data, unit, export.ByCountry)
		out = append(out, "sheet "+dyads.Name)
	}
	return slices.Compact(slices.Sorted(slices.Values(out)))
}

// TestScriptsOfQueriesAreSaid: what the scripts of queries refuse has its Chinese too.
func TestScriptsOfQueriesAreSaid(t *testing.T) {
	w := chineseWords(t)
	files, err := filepath.Glob("../../graph/queries/*.js")
	if err != nil || len(files) == 0 {
		t.Fatal(files, err)
	}
	texts := 0
	for _, name := range append(files, "../../graph/gizmo_prelude.js") {
		raw, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for line := range strings.Lines(string(raw)) {
			_, call, ok := strings.Cut(line, "refuse(")
			if !ok {
				continue
			}
			for _, m := range regexp.MustCompile(`(\w+ \+ )?"([^"]{2,})"( \+ \w+)?`).FindAllStringSubmatch(call, -1) {
				text := strings.Repeat("值", min(len(m[1]), 1)) + m[2] + strings.Repeat("值", min(len(m[3]), 1))
				if texts++; m[2] != ", " && m[2] != "; " && m[2] != "there are " && w.say(text) == text {
					t.Errorf("%s: no Chinese for %q; add it to words/foreign.yaml", name, text)
				}
			}
		}
	}
	if texts < 8 {
		t.Errorf("%d texts", texts)
	}
}
