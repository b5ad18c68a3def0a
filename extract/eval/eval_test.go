package eval_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"jishi/extract/eval"
	"jishi/schema"
)

const (
	goldDir   = "../../testdata/gold"
	chronicle = "../../testdata/chronicle/2020-03-23--31.txt"
)

// line is one result as JSON has it; damage changes it at will.
type line = map[string]any

// damage spoils perfect results in one way.
type damage struct {
	name string
	do   func(lines []line) []line
}

func damages() []damage {
	each := func(step int, change func(l line)) func([]line) []line {
		return func(lines []line) []line {
			for i := 0; i < len(lines); i += step {
				change(lines[i])
			}
			return lines
		}
	}
	return []damage{
		{"none", func(lines []line) []line { return lines }},
		{"wrong modality", each(3, func(l line) { l["modality"] = schema.Requested })},
		{"swapped parties", each(2, func(l line) { l["subject"], l["object"] = l["object"], l["subject"] })},
		{"missing rows", func(lines []line) []line { return lines[len(lines)/3:] }},
		{"repeated rows", func(lines []line) []line { return append(lines, lines[:len(lines)/2]...) }},
		{"wrong spans", each(2, func(l line) {
			if e, ok := l["evidence"].(line); ok {
				e["start"] = e["start"].(int) + 1
			}
			l["start"], l["end"] = -3, 4.5
		})},
		{"missing attributes", each(2, func(l line) { l["attributes"] = nil })},
		{"wrong attributes", each(2, func(l line) {
			l["attributes"] = line{"batch": "7", "initiative": []any{"object"}, "items": []any{line{"name": "骆驼"}, "马"}}
		})},
		{"wrong dates", each(2, func(l line) { l["date"] = "1999-01-01" })},
		{"unknown dates", each(1, func(l line) { l["date"] = nil })},
		{"names only by mention", each(2, func(l line) {
			for _, side := range []string{"subject", "object"} {
				if p, ok := l[side].(line); ok {
					p["mention"], p["name"] = p["name"], "某人"
				}
			}
			l["mention"], l["name"] = l["name"], "某人"
		})},
		{"extra wrong facts", func(lines []line) []line {
			for i := range 20 {
				extra := clone(lines[i])
				extra["relation"], extra["type"] = fmt.Sprint("relation", i%3), "supply"
				extra["name"], extra["id"] = "骆驼", fmt.Sprint(i)
				lines = append(lines, extra)
			}
			return lines
		}},
		{"null parties", each(3, func(l line) { l["subject"] = nil })},
		{"other entries", each(4, func(l line) { l["entry"] = "2020-03-30#99" })},
		{"one fact many times", func(lines []line) []line {
			for range 5 {
				lines = append(lines, lines[1], lines[7])
			}
			return lines
		}},
		{"long evidence", each(5, func(l line) { l["evidence"] = line{"text": strings.Repeat("长", 301), "start": 0, "end": 301} })},
		{"several spans", each(2, func(l line) {
			if e, ok := l["evidence"].(line); ok {
				at, end := e["start"].(int), e["end"].(int)
				e["spans"] = []any{line{"start": at, "end": at + 1}, line{"start": at + 1, "end": end}}
			}
		})},
		{"nothing", func([]line) []line { return nil }},
	}
}

// TestSameAsScorer runs both programs on the gold rendered as results, whole and spoiled.
func TestSameAsScorer(t *testing.T) {
	golds := []struct{ kind, gold, source string }{
		{"facts", "facts.tsv", chronicle},
		{"facts", "second.facts.tsv", filepath.Join(goldDir, "second.txt")},
		{"entities", "entities.tsv", chronicle},
	}
	options := []struct {
		name  string
		flags []string
		o     eval.Options
	}{
		{name: "strict"},
		{name: "loose", flags: []string{"--loose"}, o: eval.Options{Loose: true}},
		{name: "canonical", flags: []string{"--canonical"}, o: eval.Options{Canonical: true}},
		{name: "only", flags: []string{"--only", "called,donatedTo,holdsOffice"}, o: eval.Options{Only: []string{"called", "donatedTo", "holdsOffice"}}},
	}
	for _, g := range golds {
		for _, d := range damages() {
			for _, o := range options {
				if g.kind == "entities" && o.name == "only" {
					continue // the scorer knows no --only of entities
				}
				t.Run(g.gold+"/"+d.name+"/"+o.name, func(t *testing.T) {
					t.Parallel()
					results := encode(t, d.do(render(t, g.kind, g.gold, g.source)))
					want := runScorer(t, results, append([]string{g.kind, filepath.Join(goldDir, g.gold), "-", "--source", g.source}, o.flags...))
					got := runEval(t, g.kind, g.gold, g.source, results, o.o)
					if got != want {
						t.Errorf("eval:\n%s\nscore.py:\n%s", got, want)
					}
				})
			}
		}
	}
}

func runScorer(t *testing.T, results []byte, args []string) string {
	t.Helper()
	cmd := exec.Command("python3", append([]string{filepath.Join(goldDir, "score.py")}, args...)...)
	cmd.Stdin = bytes.NewReader(results)
	cmd.Env = append(os.Environ(), "PYTHONIOENCODING=utf-8")
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("score.py: %v\n%s", err, stderr.Bytes())
	}
	return string(out)
}

func runEval(t *testing.T, kind, gold, source string, results []byte, o eval.Options) string {
	t.Helper()
	got, err := eval.ReadResults("results", bytes.NewReader(results))
	if err != nil {
		t.Fatal(err)
	}
	f, err := os.Open(filepath.Join(goldDir, gold))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	text := readFile(t, source)
	ontology, err := schema.LoadOntology(nil, "")
	if err != nil {
		t.Fatal(err)
	}
	o.Symmetric, o.Meeting = map[string]bool{}, map[string]bool{}
	for _, r := range ontology.Relations {
		o.Symmetric[r.ID], o.Meeting[r.ID] = r.Symmetric, r.Meeting
	}
	o.Source = &text
	var rep eval.Report
	if kind == "facts" {
		rows, err := eval.ReadFactGold(gold, f)
		if err != nil {
			t.Fatal(err)
		}
		if rep, err = eval.Facts(rows, got, o); err != nil {
			t.Fatal(err)
		}
	} else {
		rows, err := eval.ReadEntityGold(gold, f)
		if err != nil {
			t.Fatal(err)
		}
		rep = eval.Entities(rows, got, o)
	}
	var b strings.Builder
	if err := rep.WriteText(&b, nil); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// render turns a gold file into the results that would be perfect.
func render(t *testing.T, kind, gold, source string) []line {
	t.Helper()
	text := strings.TrimPrefix(readFile(t, source), "\ufeff")
	var out []line
	for n, row := range strings.Split(readFile(t, filepath.Join(goldDir, gold)), "\n") {
		if row == "" || row[0] == '#' {
			continue
		}
		c := strings.Split(row, "\t")
		if kind == "entities" {
			l := place(text, first(c[2]), "mention")
			l["entry"], l["type"], l["name"], l["id"] = c[0], c[1], first(c[2]), first(c[2])
			out = append(out, l)
			continue
		}
		entry := strings.NewReplacer("*", "1").Replace(strings.Replace(c[0], "#*", "#1", 1))
		l := line{"id": fmt.Sprint(n), "entry": entry, "date": date(c[1]), "relation": c[3], "modality": c[5], "attributes": attributes(c[6])}
		l["subject"], l["object"] = party(text, c[2]), party(text, c[4])
		l["evidence"] = place(text, text[:strings.IndexByte(text[9:], '\n')+9], "text")
		out = append(out, l)
	}
	return out
}

func party(text, cell string) any {
	name := first(cell)
	if name == "?" {
		return nil
	}
	p := place(text, name, "mention")
	p["name"] = name
	return p
}

func first(cell string) string {
	names := strings.Split(cell, "|")
	for _, n := range names {
		if !strings.HasSuffix(n, "方") {
			return n
		}
	}
	return names[0]
}

func date(cell string) string {
	switch cell {
	case "?", "!", "*":
		return ""
	}
	return cell
}

func attributes(cell string) line {
	out := line{}
	for _, pair := range strings.Split(cell, ";") {
		key, values, ok := strings.Cut(pair, "=")
		if !ok {
			continue
		}
		var list []any
		for _, v := range strings.Split(values, ",") {
			if key == "items" {
				list = append(list, line{"name": first(v), "quantity": 3})
				continue
			}
			list = append(list, first(v))
		}
		out[key] = list
	}
	return out
}

// place quotes a name with its offsets in code points, where the text has it.
func place(text, name, key string) line {
	at := strings.Index(text, name)
	if at < 0 {
		return line{key: name, "start": nil, "end": nil}
	}
	start := utf8.RuneCountInString(text[:at])
	return line{key: name, "start": start, "end": start + utf8.RuneCountInString(name)}
}

func encode(t *testing.T, lines []line) []byte {
	t.Helper()
	var b bytes.Buffer
	for _, l := range lines {
		raw, err := json.Marshal(l)
		if err != nil {
			t.Fatal(err)
		}
		b.Write(append(raw, '\n'))
	}
	return b.Bytes()
}

func clone(l line) line {
	out := line{}
	for k, v := range l {
		out[k] = v
	}
	return out
}

func readFile(t *testing.T, path string) string {
	t.Helper()
	raw, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(raw)
}
