package extract_test

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"jishi/schema"
)

// TestMechanisms reads the texts of docs/mechanisms and compares their facts with what the pages say they are; -update
// writes them into the pages. Files that a page names must be there, and the index must have every page.
func TestMechanisms(t *testing.T) {
	pages, err := filepath.Glob("../docs/mechanisms/*.md")
	if err != nil || len(pages) < 10 {
		t.Fatalf("%d pages: %v", len(pages), err)
	}
	index, err := os.ReadFile("../docs/mechanisms/README.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range pages {
		name := filepath.Base(path)
		t.Run(name, func(t *testing.T) {
			raw, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			for _, m := range regexp.MustCompile("`([a-z_/]+\\.(?:go|yaml))`").FindAllStringSubmatch(string(raw), -1) {
				if _, err := os.Stat("../" + m[1]); err != nil {
					t.Errorf("it names a file that is not there: %v", err)
				}
			}
			if name == "README.md" {
				return
			}
			if !strings.Contains(string(index), "("+name+")") {
				t.Errorf("the index does not name it")
			}
			comparePage(t, path, string(raw))
		})
	}
}

// comparePage reads each fence of facts anew: lines of text, and below them one line behind → for each fact, or — for none.
func comparePage(t *testing.T, path, page string) {
	t.Helper()
	read := 0
	got := regexp.MustCompile("(?s)```facts( offices)?\n(.*?)```").ReplaceAllStringFunc(page, func(fence string) string {
		head, rest, _ := strings.Cut(strings.TrimSuffix(fence, "```"), "\n")
		var out, text []string
		tell := func() {
			if len(text) > 0 {
				out = append(append(out, text...), told(t, text, strings.Contains(head, "offices"))...)
				read, text = read+1, nil
			}
		}
		for line := range strings.Lines(rest) {
			line = strings.TrimSpace(line)
			if strings.HasPrefix(line, "→") || line == "—" || line == "" {
				tell()
			} else {
				text = append(text, line)
			}
			if line == "" {
				out = append(out, line)
			}
		}
		tell()
		return head + "\n" + strings.Join(out, "\n") + "\n```"
	})
	switch {
	case read < 3:
		t.Errorf("%d texts are read", read)
	case *update:
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	default:
		a, b := strings.Split(got, "\n"), strings.Split(page, "\n")
		for i := range min(len(a), len(b)) {
			if a[i] != b[i] {
				t.Fatalf("line %d differs (-update writes the page anew): the text gives\n%s", i+1, a[i])
			}
		}
		if len(a) != len(b) {
			t.Errorf("%d lines, want %d", len(b), len(a))
		}
	}
}

// told gives the facts of a text. Lines before the first heading stand under 2018年3月5日; each line is an entry.
func told(t *testing.T, lines []string, offices bool) []string {
	t.Helper()
	text := "2018年3月5日\n"
	for _, line := range lines {
		if regexp.MustCompile(`^2018年\d+月\d+日$`).MatchString(line) {
			text += "\n" + line + "\n"
			continue
		}
		text += "\n◆" + line + "\n"
	}
	results := []schema.Result{results(t, text)}
	schema.LinkEvents(results, extractor(t).Ontology())
	var out []string
	for _, f := range results[0].Facts {
		if offices || f.Relation != schema.HoldsOffice {
			out = append(out, "→ "+inFull(f))
		}
	}
	if out == nil {
		return []string{"—"}
	}
	return out
}

// inFull writes a fact as the pages do: its day only where it is not that of its entry.
func inFull(f schema.Fact) string {
	day := f.Date.String()
	s := strings.TrimSuffix(telling(f), " "+day)
	if len(f.Items) > 0 {
		s += " items=" + schema.ItemWords(f.Items)
	}
	for _, a := range f.Attributes {
		s += " " + a.Key + "=" + strings.Join(a.Values, ",")
	}
	if !f.Said.IsZero() {
		s += ", said by " + f.Said.Name
	}
	switch {
	case day == "":
		s += ", day unknown"
	case f.Date.Basis == schema.FromSentence:
		s += ", on " + day
	}
	if f.SameEvent != "" {
		s += ", told before"
	}
	return s
}
