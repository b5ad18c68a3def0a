package main

import (
	"cmp"
	"fmt"
	"io"
	"os"
	"strings"
	"unicode/utf8"

	"github.com/spf13/cobra"

	"jishi/extract/eval"
	"jishi/schema"
)

func evalCommand(e *env) *cobra.Command {
	var o eval.Options
	var source, marked string
	var verbose bool
	cmd := &cobra.Command{
		Use:   "eval facts|entities GOLD FILE | --marked FILE",
		Short: "Score facts against a gold annotation, or a sample that somebody has marked",
		Long: `Score facts or mentions against a gold annotation, or a sample that somebody has marked.

FILE is what "jishi extract" printed, with --mentions for entities; - is standard
input. One row for each relation or entity type: required rows of the gold, those
found, results that match an optional row, wrong results, precision, recall, F1.

With --marked, FILE is a table of "jishi sample" (CSV or XLSX) with marks in its first
column. Each relation's precision comes with its 95 % interval by Wilson, and all of it in
words for a paper. Where the sample was drawn by relation, modality or year, the total
weighs each fact by how many of the store it stands for.`,
		Example: "  jishi extract text.txt > facts.jsonl\n  jishi eval facts gold.tsv facts.jsonl --source text.txt\n  jishi eval --marked sample.xlsx",
		RunE: func(cmd *cobra.Command, args []string) error {
			if cmd.Flags().Changed("marked") {
				if len(args) > 0 {
					return usageError(cmd, "takes no arguments beside --marked")
				}
				c, err := configure(cmd)
				if err != nil {
					return err
				}
				return scoreMarked(e, c.values, marked)
			}
			if err := exactly(3, "facts or entities, a GOLD file and a FILE of results")(cmd, args); err != nil {
				return err
			}
			c, err := configure(cmd)
			if err != nil {
				return err
			}
			ont, err := ontology(c.data)
			if err != nil {
				return err
			}
			if o.Only, err = termIDs("only", o.Only, relationTerms(ont)); err != nil {
				return err
			}
			o = scoring(ont, o)
			if verbose {
				o.Notes = e.err
			}
			if source != "" {
				text, err := readText(source)
				if err != nil {
					return err
				}
				o.Source = &text
			}
			rep, err := score(e, args[0], args[1], args[2], o)
			if err != nil {
				return err
			}
			return rep.WriteText(e.out, e.words.titleOrText)
		},
	}
	cmd.Flags().StringVar(&marked, "marked", "", "sample that somebody has marked, CSV or XLSX")
	cmd.Flags().StringVar(&source, "source", "", "text that was read: check that the spans give back their words")
	cmd.Flags().BoolVar(&verbose, "verbose", false, "tell each wrong result and each missing row")
	cmd.Flags().BoolVar(&o.Loose, "loose", false, "ignore modality")
	cmd.Flags().BoolVar(&o.Canonical, "canonical", false, "match by canonical name alone, not by the mention")
	cmd.Flags().StringSliceVar(&o.Only, "only", nil, "score these relations, leave the others out on both sides")
	addSettings(cmd, "data")
	return cmd
}

// scoreMarked scores a marked sample.
func scoreMarked(e *env, v values, path string) error {
	table, err := readSheet(path)
	if err != nil {
		return err
	}
	ont, err := ontology(v.data)
	if err != nil {
		return err
	}
	if err := sampleIDs(table, ont); err != nil {
		return err
	}
	m, err := eval.ReadMarked(path, table)
	if err != nil {
		return err
	}
	if m.Unmarked > 0 {
		fmt.Fprintf(e.err, "%s: %s without a mark left out\n", path, count(m.Unmarked, "row"))
	}
	zh := func(id string) string { return sampleWords{terms: sampleTerms(ont), language: chinese}.term(id) }
	say := e.words.titleOrText
	if e.words.whole != nil {
		say = func(text string) string { return cmp.Or(e.words.titles[text], zh(e.words.say(text))) }
	}
	return m.WriteText(e.out, say, zh)
}

// sampleIDs puts back, in a sample that was drawn in a language, the names of the columns and the ids of relations and strata.
func sampleIDs(table [][]string, ont *schema.Ontology) error {
	w, err := wordsOf(chinese)
	if err != nil || len(table) == 0 {
		return err
	}
	terms := sampleTerms(ont)
	for i, title := range table[0] {
		for _, c := range sampleColumns([]string{schema.Page, schema.Paragraph}) {
			if w.title("sample."+c.Name) == strings.TrimSpace(title) || w.title(c.Name) == strings.TrimSpace(title) {
				table[0][i] = c.Name
			}
		}
		if name := table[0][i]; name != eval.ColumnRelation && name != eval.ColumnStratum {
			continue
		}
		for _, row := range table[1:] {
			if i < len(row) && strings.TrimSpace(row[i]) != "" {
				row[i] = idOr(strings.TrimSpace(row[i]), terms)
			}
		}
	}
	return nil
}

// scoring lets the ontology say which relations are right in either direction, and which are towards a meeting.
func scoring(ont *schema.Ontology, o eval.Options) eval.Options {
	o.Symmetric, o.Meeting = map[string]bool{}, map[string]bool{}
	for _, r := range ont.Relations {
		o.Symmetric[r.ID], o.Meeting[r.ID] = r.Symmetric, r.Meeting
	}
	return o
}

func score(e *env, kind, goldPath, path string, o eval.Options) (eval.Report, error) {
	if kind != "facts" && kind != "entities" {
		return eval.Report{}, fmt.Errorf("jishi eval: %q: want facts or entities", kind)
	}
	gold, err := readText(goldPath)
	if err != nil {
		return eval.Report{}, err
	}
	results := e.in
	if path != "-" {
		text, err := readText(path)
		if err != nil {
			return eval.Report{}, err
		}
		results = strings.NewReader(text)
	}
	got, err := eval.ReadResults(path, results)
	if err != nil {
		return eval.Report{}, err
	}
	if kind == "entities" {
		rows, err := eval.ReadEntityGold(goldPath, strings.NewReader(gold))
		if err != nil {
			return eval.Report{}, err
		}
		return eval.Entities(rows, got, o), nil
	}
	rows, err := eval.ReadFactGold(goldPath, strings.NewReader(gold))
	if err != nil {
		return eval.Report{}, err
	}
	rep, err := eval.Facts(rows, got, o)
	if err != nil {
		return rep, fmt.Errorf("%s: %w", path, err)
	}
	return rep, nil
}

// readText reads a file that must be UTF-8.
func readText(path string) (string, error) {
	f, err := os.Open(path)
	if err != nil {
		return "", fmt.Errorf("%s: cannot be read: %w", path, reason(err))
	}
	defer f.Close()
	raw, err := io.ReadAll(f)
	if err != nil {
		return "", fmt.Errorf("%s: cannot be read: %w", path, reason(err))
	}
	if !utf8.Valid(raw) {
		return "", fmt.Errorf("%s: is no UTF-8; save it as UTF-8", path)
	}
	return string(raw), nil
}
