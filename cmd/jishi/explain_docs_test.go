package main

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// TestExplainManual makes the files of docs/explain.md, runs its commands and compares what they print with the manual. The
// lines of the gazetteers may move. With UPDATE_SCRIPTS=1 it writes what the commands print into the manual.
func TestExplainManual(t *testing.T) {
	manual, err := filepath.Abs("../../docs/explain.md")
	if err != nil {
		t.Fatal(err)
	}
	raw, err := os.ReadFile(manual)
	if err != nil {
		t.Fatal(err)
	}
	t.Chdir(t.TempDir())
	for _, m := range regexp.MustCompile("(?s)`([a-z./]+)`\n```(?:yaml)?\n(.*?)```").FindAllStringSubmatch(string(raw), -1) {
		if err := os.MkdirAll(filepath.Dir(m[1]), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(m[1], []byte(m[2]), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	ran := 0
	got := regexp.MustCompile("(?s)```console\n(.*?)```").ReplaceAllStringFunc(string(raw), func(block string) string {
		var b strings.Builder
		b.WriteString("```console\n")
		for line := range strings.Lines(block) {
			if command, ok := strings.CutPrefix(line, "$ jishi "); ok {
				ran++
				b.WriteString(line)
				_, stdout, stderr := jishi(t, "", words(command)...)
				b.WriteString(stdout + stderr)
			}
		}
		return b.String() + "```"
	})
	if ran < 4 {
		t.Fatalf("%d commands", ran)
	}
	if os.Getenv("UPDATE_SCRIPTS") != "" {
		if err := os.WriteFile(manual, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	lines := regexp.MustCompile(`(/data/[a-z-]+\.yaml):[0-9]+`)
	a, b := strings.Split(lines.ReplaceAllString(got, "$1"), "\n"), strings.Split(lines.ReplaceAllString(string(raw), "$1"), "\n")
	for i := range a {
		if i >= len(b) || a[i] != b[i] {
			t.Fatalf("docs/explain.md:%d differs (UPDATE_SCRIPTS=1 writes it anew): the commands print\n%s", i+1, a[i])
		}
	}
}

// words cuts a command as a shell does, as far as the manual needs it.
func words(command string) []string {
	var out []string
	for i, part := range strings.Split(strings.TrimSpace(command), "'") {
		if i%2 == 1 {
			out = append(out, part)
			continue
		}
		out = append(out, strings.Fields(part)...)
	}
	return out
}
