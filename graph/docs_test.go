package graph

import (
	"context"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"jishi/schema"
)

func docs(t *testing.T, name string) string {
	t.Helper()
	raw, err := os.ReadFile(filepath.Join("..", "docs", name))
	if err != nil {
		t.Fatal(err)
	}
	return string(raw)
}

// TestDocumentedQueries: the table of docs/gizmo.md has the shipped queries with their arguments, and no others.
func TestDocumentedQueries(t *testing.T) {
	var got, want []string
	for _, m := range regexp.MustCompile("(?m)^\\| `([a-z]+(?: \\[?[A-Z]+\\]?)*)` \\|").FindAllStringSubmatch(docs(t, "gizmo.md"), -1) {
		got = append(got, m[1])
	}
	for _, q := range Queries() {
		words := []string{q.Name}
		for _, a := range q.Args {
			if a.Optional {
				words = append(words, "["+a.Name+"]")
			} else {
				words = append(words, a.Name)
			}
		}
		want = append(want, strings.Join(words, " "))
		if q.Doc == "" {
			t.Errorf("%s says nothing of itself", q.Name)
		}
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("docs/gizmo.md has\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

// TestDocumentedExamples: every script in docs/gizmo.md runs and finds something in the small world.
func TestDocumentedExamples(t *testing.T) {
	s := built(t, spring("春").result())
	examples := regexp.MustCompile("(?s)```js\n(.*?)```").FindAllStringSubmatch(docs(t, "gizmo.md"), -1)
	if len(examples) < 4 {
		t.Fatalf("%d examples", len(examples))
	}
	for _, m := range examples {
		rows, err := s.Run(context.Background(), Query{Script: m[1]})
		if err != nil || len(rows.Rows) == 0 {
			t.Errorf("%d rows, %v:\n%s", len(rows.Rows), err, m[1])
		}
	}
}

// TestTermsApart: own terms and the ontology's relations stand side by side under the base.
func TestTermsApart(t *testing.T) {
	o, err := schema.LoadOntology(nil, "")
	if err != nil {
		t.Fatal(err)
	}
	s := built(t, spring("春").result())
	qs, err := s.statements()
	if err != nil {
		t.Fatal(err)
	}
	relations := map[string]bool{}
	for _, r := range o.Relations {
		relations[s.term(r.ID).value] = true
	}
	for _, q := range qs {
		if !relations[q.p.value] {
			continue
		}
		if _, ok := s.cut(q.s, "entity/"); !ok || q.g == s.names.graph("entities") {
			t.Errorf("%s: a relation and an own term have one name", q.line())
		}
	}
}
