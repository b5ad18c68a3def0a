package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"time"

	"github.com/spf13/cobra"

	carried "jishi"
	"jishi/graph"
)

// question is one that `jishi try` asks: in words, and as a shipped query.
type question struct {
	words   string
	query   string
	args    []string
	columns []string
}

// tried is what the chronicle is asked.
func tried() []question {
	return []question{
		{"Whom did Xi Jinping call, and when?", "calls", []string{"习近平"}, []string{"date", "subject", "object", "sentence"}},
		{"Which countries received experts?", "experts", nil, []string{"date", "object", "subject", "sentence"}},
		{"What was promised to Egypt, which is no deed?", "promised", []string{"埃及"}, []string{"date", "subject", "relation", "items", "sentence"}},
	}
}

func tryCommand(e *env) *cobra.Command {
	return &cobra.Command{
		Use:   "try [FOLDER]",
		Short: "See what jishi gives: read a chronicle that it carries, and ask it three questions",
		Long: `See what jishi gives: read a chronicle of March 2020 that the program carries into a
graph store, and ask it three questions. No file is needed.

Without a FOLDER all is done in a temporary one and taken away. A FOLDER, which must be
new or empty, keeps chronicle.txt and the store, to be looked at and asked further.`,
		Example: "  jishi try\n  jishi try first-steps",
		Args:    atMost(1, "one FOLDER at most"),
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) == 1 {
				return tryIn(e, args[0], true)
			}
			dir, err := os.MkdirTemp("", "jishi-try-")
			if err != nil {
				return fmt.Errorf("%s: no temporary folder can be made: %w; name a folder: jishi try FOLDER", os.TempDir(), reason(err))
			}
			return errors.Join(tryIn(e, dir, false), os.RemoveAll(dir))
		},
	}
}

// tryIn reads the chronicle and asks it. It heeds no configuration: a beginner gets what everybody gets.
func tryIn(e *env, dir string, stays bool) error {
	text, err := putChronicle(dir)
	if err != nil {
		return err
	}
	v := values{store: filepath.Join(dir, "store"), year: carried.ChronicleYear, jobs: runtime.NumCPU(), timeout: time.Minute}
	shown, place := v, text
	if !stays {
		shown.store, place = "store", "chronicle.txt"
	}
	fmt.Fprintf(e.spoken(), "A chronicle of March 2020 by Xinhua (新华社), read into a graph; its text names no year, so we do:\n$ jishi build %s --store %s --year %d\n",
		shellWord(place), shellWord(shown.store), v.year)
	if err := e.out.Flush(); err != nil { // before what build says on standard error
		return err
	}
	if err := build(e, v, []string{text}, inputFlags{}, graph.Build{}); err != nil {
		return err
	}
	for _, q := range tried() {
		if err := q.ask(e, v, shown.store); err != nil {
			return err
		}
	}
	return tellNext(e, shown.store, stays)
}

// putChronicle writes the chronicle into a folder that is new or empty.
func putChronicle(dir string) (text string, err error) {
	files, err := os.ReadDir(dir)
	switch {
	case len(files) > 0:
		return "", fmt.Errorf("%s: is not empty; name a new folder, or none", dir)
	case err != nil && !errors.Is(err, os.ErrNotExist):
		return "", fmt.Errorf("%s: %w; name a new folder, or none", dir, reason(err))
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return "", fmt.Errorf("%s: %w; name another folder, or none", dir, reason(err))
	}
	text = filepath.Join(dir, "chronicle.txt")
	if err := os.WriteFile(text, []byte(carried.Chronicle()), 0o644); err != nil {
		return "", fmt.Errorf("%s: %w; name another folder, or none", text, reason(err))
	}
	return text, nil
}

// ask prints a question, how it is typed, and its answer.
func (q question) ask(e *env, v values, store string) error {
	typed := []string{"jishi query --name", q.query}
	typed = append(append(typed, q.args...), "--columns", strings.Join(q.columns, ","), "--store", shellWord(store))
	fmt.Fprintf(e.out, "\n%s\n$ %s\n", e.words.say(q.words), strings.Join(typed, " "))
	named, err := shippedQuery(&cobra.Command{Use: "query"}, q.query, q.args)
	if err != nil {
		return err
	}
	rows, err := ask(v, named)
	if err != nil {
		return err
	}
	if rows, err = pick(rows, q.columns, e.words.titled); err != nil {
		return err
	}
	return writeRows(e.out, "table", rows)
}

// tellNext says what to type now.
func tellNext(e *env, store string, stays bool) error {
	next := [][]string{
		{"jishi query --list", "what else can be asked"},
		{"jishi build YOUR-FOLDER --store mine", "read texts of your own"},
	}
	if stays {
		next = append([][]string{{"jishi query --name engaged 法国 --store " + shellWord(store), "all that France did, and all that was done to it"}}, next...)
	} else {
		next = append([][]string{{"jishi try FOLDER", "the same, and text and store stay in FOLDER to be asked further"}}, next...)
	}
	fmt.Fprintln(e.out)
	return e.writeSteps("for", next)
}

// shellWord writes a path as it is typed on a command line: in quotes where blanks or signs of a shell stand in it.
func shellWord(path string) string {
	if path == "" || strings.ContainsAny(path, " \t'\"&()$`;|<>*?!") {
		return `"` + path + `"`
	}
	return path
}
