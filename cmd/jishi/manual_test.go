package main

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// TestManuals does what a manual tells its reader to do, in its order, and compares what the commands print with what it
// says they print. Lines of the gazetteers and rules that ship may move. With UPDATE_SCRIPTS=1 it writes what the commands
// print into the manuals.
func TestManuals(t *testing.T) {
	for name, least := range map[string]int{"check.md": 8, "corrections.md": 11, "data.md": 8, "explain.md": 4, "rules.md": 15, "share.md": 8} {
		t.Run(name, func(t *testing.T) {
			path, err := filepath.Abs("../../docs/" + name)
			if err != nil {
				t.Fatal(err)
			}
			raw, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			t.Chdir(t.TempDir())
			got, ran := follow(t, string(raw))
			if ran < least {
				t.Fatalf("%d commands", ran)
			}
			upToDate(t, path, string(raw), got)
		})
	}
}

// upToDate compares a manual with what it would say were it written now; with UPDATE_SCRIPTS=1 it writes that.
func upToDate(t *testing.T, path, manual, now string) {
	t.Helper()
	if os.Getenv("UPDATE_SCRIPTS") != "" {
		if err := os.WriteFile(path, []byte(now), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	a, b := strings.Split(settled(now), "\n"), strings.Split(settled(manual), "\n")
	for i := range a {
		if i >= len(b) || a[i] != b[i] {
			t.Fatalf("%s:%d differs (UPDATE_SCRIPTS=1 writes it anew): the commands print\n%s", filepath.Base(path), i+1, a[i])
		}
	}
}

// settled leaves out of a manual what changes with the data that ships, and with the time; hashes among it.
func settled(manual string) string {
	lines := regexp.MustCompile(`(/data/[a-z-]+\.yaml):[0-9]+`)
	hashes := regexp.MustCompile(`[0-9a-f]{64}|jishi-[0-9a-f]{12}`)
	times := regexp.MustCompile(`(?:; |；用时 )[0-9.]+ (?:s|秒)\n|[0-9-]+ [0-9]+:[0-9]+:[0-9]+`)
	manual = lines.ReplaceAllString(manual, "$1")
	return times.ReplaceAllString(hashes.ReplaceAllString(manual, "a hash"), "\n")
}

// follow makes the files of a manual, changes them as it says, and runs its commands. It gives the manual with what they
// print, and how many they are. What it knows:
//
//	`FILE` and a fence below: the file
//	In `FILE`, below `LINE`, … and a fence: the lines stand below that line
//	In `FILE`, instead of `LINE`, … and a fence: the lines stand in its place
//	a fence of console: commands behind $, and what they print
func follow(t *testing.T, manual string) (got string, ran int) {
	t.Helper()
	const file, edit, console = "(?m:^)`([a-z./-]+)`\n```(?:yaml)?\n(.*?)```", "In\\s+`([a-z./-]+)`,\\s+(below|instead of)\\s+`([^`]+)`[^`]*\n+```yaml\n(.*?)```", "```console\n(.*?)```"
	steps := regexp.MustCompile("(?s)" + edit + "|" + file + "|" + console)
	got = steps.ReplaceAllStringFunc(manual, func(step string) string {
		m := steps.FindStringSubmatch(step)
		switch {
		case m[1] != "":
			change(t, m[1], m[2], m[3], m[4])
		case m[5] != "":
			writeFile(t, m[5], m[6])
		default:
			out, n := commandsOf(t, m[7])
			ran += n
			return "```console\n" + out + "```"
		}
		return step
	})
	return got, ran
}

func writeFile(t *testing.T, path, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

// change puts text below the first line that is the one given, blanks aside, or in its stead.
func change(t *testing.T, path, how, line, text string) {
	t.Helper()
	raw, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	found := false
	for l := range strings.Lines(string(raw)) {
		here := !found && strings.TrimSpace(l) == line
		if !here || how == "below" {
			b.WriteString(l)
		}
		if here {
			b.WriteString(text)
			found = true
		}
	}
	if !found {
		t.Fatalf("%s has no line %s", path, line)
	}
	writeFile(t, path, b.String())
}

// commandsOf runs the commands of a fence.
func commandsOf(t *testing.T, block string) (got string, ran int) {
	t.Helper()
	var b strings.Builder
	for line := range strings.Lines(block) {
		command, ok := strings.CutPrefix(line, "$ ")
		if !ok {
			continue
		}
		stdin := ""
		if said, piped, ok := strings.Cut(command, "|"); ok && strings.HasPrefix(said, "echo ") {
			stdin, command = strings.TrimSpace(strings.TrimPrefix(said, "echo "))+"\n", strings.TrimSpace(piped)
		}
		program := words(command)
		if name := program[0]; name != "jishi" && name != "bin/jishi" {
			t.Fatalf("no command of ours: %s", line)
		}
		ran++
		arguments, then := piped(program[1:])
		_, stdout, stderr := jishi(t, stdin, arguments...)
		b.WriteString(line + passedOn(t, then, stdout) + stderr)
	}
	return b.String(), ran
}

// piped cuts off what is done with the output: | PROGRAM or > FILE.
func piped(command []string) (arguments, then []string) {
	at := slices.IndexFunc(command, func(word string) bool { return word == "|" || word == ">" })
	if at < 0 {
		return command, nil
	}
	return command[:at], command[at:]
}

// passedOn does with an output what a shell would, as far as the manuals need it: > FILE, | head -N, | sed -n Np.
func passedOn(t *testing.T, then []string, output string) string {
	t.Helper()
	if len(then) == 0 {
		return output
	}
	lines := strings.SplitAfter(output, "\n")
	number := func(word, before, after string) int {
		n, err := strconv.Atoi(strings.TrimSuffix(strings.TrimPrefix(word, before), after))
		if err != nil || n < 1 || n > len(lines) {
			t.Fatalf("%q of %d lines", then, len(lines))
		}
		return n
	}
	switch {
	case then[0] == ">" && len(then) == 2:
		writeFile(t, then[1], output)
		return ""
	case len(then) == 3 && then[1] == "head":
		return strings.Join(lines[:number(then[2], "-", "")], "")
	case len(then) == 4 && then[1] == "sed" && then[2] == "-n":
		return lines[number(then[3], "", "p")-1]
	}
	t.Fatalf("unknown: %q", then)
	return ""
}

// words cuts a command as a shell does, as far as the manuals need it.
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
