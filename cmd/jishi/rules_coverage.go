package main

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"jishi/extract"
	"jishi/schema"
)

// coverageFlags say what of a coverage is printed.
type coverageFlags struct {
	triggers []string
	examples int
}

func rulesCoverageCommand(e *env) *cobra.Command {
	var files inputFlags
	var show coverageFlags
	format := newChoice("table", rowFormats())
	cmd := &cobra.Command{
		Use:   "coverage CORPUS…",
		Short: "Say what the rules miss on texts: rules that never fire, sentences with a trigger and no fact",
		Long: `Say what the rules miss on texts: rules that never fire; rules in whose stead another one
is always taken; places that two rules read into different facts; and the sentences that
hold a trigger word and of which no rule gives a fact, by trigger, the most frequent
first. Many of them hold no fact at all: it is for you to read.

A CORPUS is a file, a folder or a .zip or .tar.gz with all below it, or - for standard input.`,
		Example: "  jishi rules coverage texts/ --data mine\n  jishi rules coverage 2024.txt --trigger 援助 --examples 50\n  jishi rules coverage 2024.txt --format csv > missed.csv",
		Args:    atLeast(1, "a CORPUS: files, folders, or - for standard input"),
		RunE: func(cmd *cobra.Command, args []string) error {
			if show.examples < 0 {
				return usageError(cmd, "--examples takes a number from 0")
			}
			c, err := configure(cmd)
			if err != nil {
				return err
			}
			r, err := openInputs(e, compile(c.values), c.values, args, files)
			if err != nil {
				return err
			}
			covered := make([]extract.Coverage, len(r.inputs))
			err = r.each(e, c.values, func(i int, doc schema.Document) { covered[i] = r.x.Cover(doc, c.jobs, show.examples) })
			if err != nil {
				return err
			}
			var all extract.Coverage
			for _, one := range covered {
				all.Add(one)
			}
			if err := printCoverage(e, format.value, all, show, r.paths()); err != nil {
				return err
			}
			return r.partly()
		},
	}
	files.add(cmd)
	addChoice(cmd, "format", format, "how to print")
	cmd.Flags().StringSliceVar(&show.triggers, "trigger", nil, "only the sentences with these words")
	cmd.Flags().IntVar(&show.examples, "examples", 3, "sentences to show of each kind")
	files.addYear(cmd)
	addSettings(cmd, "data", "jobs")
	return cmd
}

// paths are the files of the documents, as the user named them.
func (r *reading) paths() map[string]string {
	out := map[string]string{}
	for _, in := range r.inputs {
		out[in.doc] = in.path
	}
	return out
}

func printCoverage(e *env, format string, all extract.Coverage, show coverageFlags, paths map[string]string) error {
	found := findings(all, show, paths)
	switch format {
	case "json":
		return writeCoverageJSON(e.out, all, found)
	case "csv":
		return writeRows(e.out, "csv", coverageRows(found))
	}
	return writeCoverageText(e, all, found, show)
}

// finding is one thing to look at: a rule, a pair of rules, or a trigger word.
type finding struct {
	Kind      string    `json:"kind"`
	Name      string    `json:"name"`
	Count     int       `json:"count"`     // sentences or places; of a rule, those where it fits
	Of        int       `json:"of"`        // of a trigger word, all sentences that hold it
	NoPattern int       `json:"noPattern"` // of a trigger word, those of count in which no pattern fits
	Note      string    `json:"note"`
	Rules     []string  `json:"rules"` // of a trigger word, those that wait for it; of a shadowed rule, those taken before it
	Source    string    `json:"source"`
	Examples  []example `json:"examples"`
}

// example is a sentence of a finding.
type example struct {
	File     string `json:"file"`
	Line     int    `json:"line"`
	Sentence string `json:"sentence"`
	Why      string `json:"why"`
}

// The kinds of findings, in the order in which they are printed.
const (
	neverFires = "never fires"
	isShadowed = "shadowed"
	atOdds     = "conflict"
	noFact     = "no fact"
)

func findings(all extract.Coverage, show coverageFlags, paths map[string]string) []finding {
	var out []finding
	wanted := func(word string) bool { return len(show.triggers) == 0 || slices.Contains(show.triggers, word) }
	passages := func(list []extract.Passage) []example {
		shown := make([]example, len(list))
		for i, p := range list {
			shown[i] = example{File: paths[p.Document], Line: p.Line, Sentence: p.Text, Why: p.Why}
		}
		return shown
	}
	if len(show.triggers) == 0 {
		out = append(out, idleRules(all)...)
		for _, k := range all.Conflicts() {
			out = append(out, finding{Kind: atOdds, Name: strings.Join(k.Rules[:], " and "), Count: k.Places, Rules: k.Rules[:], Examples: passages(k.Examples)})
		}
	}
	for _, u := range all.Triggers() {
		if wanted(u.Word) {
			out = append(out, finding{Kind: noFact, Name: u.Word, Count: u.Silent, Of: u.Sentences, NoPattern: u.NoPattern, Rules: u.Rules,
				Note: fmt.Sprintf("in %d no pattern fits", u.NoPattern), Examples: passages(u.Examples)})
		}
	}
	return out
}

// idleRules are those that give no fact, and of these the shadowed ones.
func idleRules(all extract.Coverage) []finding {
	var idle, shadowed []finding
	for _, u := range all.Rules() {
		f := finding{Kind: neverFires, Name: u.Name, Count: u.Taken, Rules: []string{}, Source: u.File + ":" + strconv.Itoa(u.Line), Examples: []example{}}
		switch {
		case u.Shadowed():
			f.Kind = isShadowed
			for _, other := range slices.Sorted(maps.Keys(u.Behind)) {
				f.Rules = append(f.Rules, other)
				f.Count += u.Behind[other]
			}
			f.Note = "another rule is taken wherever it fits"
			shadowed = append(shadowed, f)
		case u.Facts == 0 && u.Taken == 0:
			f.Note = "no pattern of it fits"
			idle = append(idle, f)
		case u.Facts == 0:
			f.Note = "it fits, and gives no fact"
			idle = append(idle, f)
		}
	}
	return append(idle, shadowed...)
}
