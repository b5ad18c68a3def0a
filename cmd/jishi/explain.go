package main

import (
	"cmp"
	"fmt"
	"regexp"
	"strings"

	"github.com/spf13/cobra"

	"jishi/extract"
	"jishi/schema"
	"jishi/schema/find"
)

// explainFlags say what is to be explained, and how it is shown.
type explainFlags struct {
	file, doc, entry, fact string
	whyNot                 string
	json, html             bool
}

func explainCommand(e *env) *cobra.Command {
	var f explainFlags
	cmd := &cobra.Command{
		Use:   "explain TEXT | -f FILE | --entry ID | --fact ID",
		Short: "Show how a text is read and why, or why a fact is not given",
		Long: `Show how a text is read and why: tokens, mentions with their source, who is meant by
references, the rules tried and the element at which each stopped, modality with its
cue, facts.

TEXT is a sentence or more, - is standard input; -f reads a whole document, with the
days of its headings. --entry (a label such as 2020-03-26#5, or a hash) and --fact (an
id) choose an entry or a fact of FILE, or, without -f, of a store; an entry of a store
is read again by the rules at hand.

--why-not asks for a fact, written as in the examples of rules, with its modality and
attributes or without: RELATION(SUBJECT, OBJECT) MODALITY key=value. The answer says
whether it is given, else which rule came nearest and what it lacked. The exit status
is 0 when an answer is given, whatever it says. docs/explain.md tells how to read all
this.`,
		Example: "  jishi explain 甲国总统某某同乙国总理某某通电话。\n  jishi explain - < sentence.txt\n  jishi explain -f chronicle.txt --year 2020 --entry 2020-03-26#5\n" +
			"  jishi explain --fact 1f0c9a2b3c4d5e6f --store graph --html > fact.html\n  jishi explain --why-not 'called(李克强, 默克尔)' -f chronicle.txt",
		Args: cobra.ArbitraryArgs,
		RunE: func(cmd *cobra.Command, args []string) error {
			c, err := configure(cmd)
			if err != nil {
				return err
			}
			if f.json && f.html {
				return usageError(cmd, "takes --json or --html, not both")
			}
			from, err := f.source(cmd, args)
			if err != nil {
				return err
			}
			return explain(e, c.values, f, from)
		},
	}
	cmd.Flags().StringVarP(&f.file, "file", "f", "", "document to read, - for standard input")
	cmd.Flags().StringVar(&f.doc, "doc", "", "name of the document: of FILE in place of the file's own, or which of the store's")
	cmd.Flags().StringVar(&f.entry, "entry", "", "only this entry: its label or hash")
	cmd.Flags().StringVar(&f.fact, "fact", "", "only this fact: its id")
	cmd.Flags().StringVar(&f.whyNot, "why-not", "", "say why this fact is not given: RELATION(SUBJECT, OBJECT) MODALITY key=value")
	cmd.Flags().BoolVar(&f.json, "json", false, "print JSON")
	cmd.Flags().BoolVar(&f.html, "html", false, "print a web page that stands alone")
	addSettings(cmd, "store", "data", "year")
	return cmd
}

// explain reads what is wanted, and prints why it was read so.
func explain(e *env, v values, f explainFlags, from explained) error {
	x, err := extract.New(extract.Options{Data: v.data, Year: v.year}) // whose examples fail is to be explained, too
	if err != nil {
		return err
	}
	doc, hashes, err := from.find(e, x, v)
	if err != nil {
		return err
	}
	explanation := x.Explain(doc, hashes...)
	switch {
	case f.whyNot != "":
		want, err := x.ParseWanted(wantedByID(f.whyNot, x.Ontology()))
		if err != nil {
			return fmt.Errorf("--why-not: %w", err)
		}
		entities := x.Extract(doc, v.jobs).Entities
		want.Subject, want.Object = spelt(want.Subject, entities), spelt(want.Object, entities)
		explanation.WhyNot = x.WhyNot(explanation, want)
		explanation.Narrow()
	case f.fact != "" && !explanation.Only(idOf(f.fact)):
		fmt.Fprintf(e.err, "the entry is told as it stands in the store: by the rules at hand it does not give the fact %s\n", f.fact)
	}
	return show(e, explanation, f)
}

// wantedByID writes a fact that is asked for with the ids of its relation and its modality; what leads to none stays.
func wantedByID(text string, o *schema.Ontology) string {
	m := regexp.MustCompile(`^\s*([^(（]+?)\s*([(（][^)）]*[)）]\s*)(\S*)(.*)$`).FindStringSubmatch(text)
	if m == nil {
		return text
	}
	return strings.TrimSpace(idOr(m[1], relationTerms(o)) + strings.TrimSpace(m[2]) + " " + idOr(m[3], o.Modalities) + m[4])
}

// spelt is the name by which the text's reading knows whoever is called so; a name that leads to nobody stays.
func spelt(name string, entities []schema.Entity) string {
	all := map[string]schema.Entity{}
	for _, x := range entities {
		all[x.ID] = x
	}
	ids, err := find.New(all, nil).Find(name)
	if err != nil || len(ids) != 1 {
		return name
	}
	return cmp.Or(all[ids[0]].Name, name)
}

func show(e *env, explanation *extract.Explanation, f explainFlags) error {
	switch {
	case f.json:
		return explanation.WriteJSON(e.out)
	case f.html:
		return explanation.WriteHTML(e.out, e.language, e.words.titleOrText)
	}
	return explanation.WriteText(e.out, e.words.titleOrText)
}
