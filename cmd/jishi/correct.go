package main

import (
	"errors"
	"fmt"
	"regexp"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"jishi/extract/correction"
	"jishi/schema"
)

// correctFlags are what the user says of a fact.
type correctFlags struct {
	accept, reject, amend, add bool
	list, apply, dryRun        bool
	why, on, doc, sentence     string
	to                         correction.Statement
	items, attributes          []string
	format                     *choice // of --list
}

func correctCommand(e *env) *cobra.Command {
	var f correctFlags
	f.format = newChoice("table", rowFormats())
	cmd := &cobra.Command{
		Use:   "correct FACT… --accept|--reject|--amend --why WHY | --add --why WHY | --list | --apply",
		Short: "Say that a fact is right, wrong, right but for a part, or missing",
		Long: `Say that a fact is right, wrong, right but for a part, or missing.

FACT is an id, as the column id of queries and tables has it. What is said is written to the
end of the file of corrections (STORE.corrections.yaml beside the store, or --corrections
FILE), with who says it and when, and applied to the store at once. Every build applies the
file again, to whatever the rules read by then: a correction holds on to its fact by the id,
and by the sentence. To take one back, remove it from the file and run jishi correct --apply,
or go back to an earlier state by jishi restore.`,
		Example: `  jishi correct 8da0e4fc2a6dcaa6 --reject --why '捐赠的是另一国' --author 'Li Hua'
  jishi correct 8da0e4fc2a6dcaa6 --amend --modality pledged --why '愿 is willingness'
  jishi correct --add --doc diary --sentence 挪威首相在奥斯陆会见智利总统 --relation met --subject 挪威 --object 智利 --attribute place=奥斯陆 --why missing
  jishi correct --list`,
		RunE: func(cmd *cobra.Command, args []string) error {
			c, err := configure(cmd)
			if err != nil {
				return err
			}
			if err := f.check(cmd, args); err != nil {
				return err
			}
			return correct(e, c.values, f, args)
		},
	}
	flags := cmd.Flags()
	flags.BoolVar(&f.accept, "accept", false, "the fact is right")
	flags.BoolVar(&f.reject, "reject", false, "the text does not say it")
	flags.BoolVar(&f.amend, "amend", false, "it is right but for what the flags below say")
	flags.BoolVar(&f.add, "add", false, "a fact is missing, which the flags below tell")
	flags.StringVar(&f.why, "why", "", "the reason, for those who come after you")
	flags.StringVar(&f.on, "on", "", "day of the correction, YYYY-MM-DD (default today)")
	flags.StringVar(&f.doc, "doc", "", "of an added fact, its document")
	flags.StringVar(&f.sentence, "sentence", "", "of an added fact, the words that say it")
	flags.StringVar(&f.to.Relation, "relation", "", "the right relation")
	flags.StringVar(&f.to.Subject, "subject", "", "who acts: an id or a name")
	flags.StringVar(&f.to.Object, "object", "", "the other party; - for nobody")
	flags.StringVar(&f.to.Modality, "modality", "", "the right modality")
	flags.StringVar(&f.to.Date, "date", "", "the right day: YYYY-MM-DD, YYYY-MM or YYYY")
	flags.StringVar(&f.to.Until, "until", "", "the last day")
	flags.StringVar(&f.to.Said, "said", "", "who said so; - for nobody")
	flags.StringArrayVar(&f.items, "item", nil, "all that is given, each as 'NAME', 'NAME QUANTITY' or 'NAME QUANTITY UNIT'; - for nothing")
	flags.StringArrayVar(&f.attributes, "attribute", nil, "KEY=VALUE, or KEY= to take it away")
	flags.BoolVar(&f.list, "list", false, "list the corrections and what became of them")
	flags.BoolVar(&f.apply, "apply", false, "apply the file as it stands to the store, without reading texts again")
	flags.BoolVar(&f.dryRun, "dry-run", false, "only print what would be written, and what would change")
	addChoice(cmd, "format", f.format, "how to print the list")
	addSettings(cmd, "store", "data", "corrections", "author", "jobs")
	return cmd
}

// verdict is the one that is given, or "".
func (f *correctFlags) verdict() string {
	for i, given := range []bool{f.accept, f.reject, f.amend, f.add} {
		if given {
			return schema.Verdicts()[i]
		}
	}
	return ""
}

// check compares the flags with each other.
func (f *correctFlags) check(cmd *cobra.Command, facts []string) error {
	n := 0
	for _, given := range []bool{f.accept, f.reject, f.amend, f.add, f.list, f.apply} {
		if given {
			n++
		}
	}
	var told bool
	for _, flag := range []string{"relation", "subject", "object", "modality", "date", "until", "said", "item", "attribute"} {
		told = told || cmd.Flags().Changed(flag)
	}
	place := f.doc != "" || f.sentence != ""
	switch {
	case n != 1:
		return usageError(cmd, "takes one of --accept, --reject, --amend, --add, --list and --apply")
	case f.list || f.apply:
		if len(facts) > 0 || told || place || f.why != "" {
			return usageError(cmd, "--list and --apply take no FACT and nothing of a correction")
		}
		return nil
	case f.add && len(facts) > 0:
		return usageError(cmd, "--add takes no FACT: the fact is not there yet")
	case f.add && (f.doc == "" || f.sentence == ""):
		return usageError(cmd, "--add takes --doc and --sentence: where the text says it")
	case !f.add && len(facts) == 0:
		return usageError(cmd, "give a FACT: its id, as the column id of queries and tables has it")
	case !f.add && place:
		return usageError(cmd, "--doc and --sentence go with --add")
	case f.amend && len(facts) > 1:
		return usageError(cmd, "--amend takes one FACT")
	case f.amend && !told:
		return usageError(cmd, "--amend takes what is otherwise: --modality, --subject, --date …")
	case (f.accept || f.reject) && told:
		return usageError(cmd, "--"+f.verdict()+" takes nothing that is otherwise; do you mean --amend?")
	case strings.TrimSpace(f.why) == "":
		return usageError(cmd, "say why, for those who come after you: --why WHY")
	}
	return nil
}

// statement is what the flags tell of the fact.
func (f *correctFlags) statement() (correction.Statement, error) {
	s := f.to
	var faults []error
	for _, item := range f.items {
		if item == correction.Nobody && len(f.items) == 1 {
			s.Items = []correction.Item{}
			break
		}
		one, ok := itemOf(item)
		if !ok {
			faults = append(faults, fmt.Errorf("--item %q: write 'NAME', 'NAME QUANTITY' or 'NAME QUANTITY UNIT', the quantity in Arabic figures: '帐篷 40顶'", item))
			continue
		}
		s.Items = append(s.Items, one)
	}
	for _, a := range f.attributes {
		key, value, ok := strings.Cut(a, "=")
		if !ok || key == "" {
			faults = append(faults, fmt.Errorf("--attribute %q: write KEY=VALUE: place=内罗毕", a))
			continue
		}
		if s.Attributes == nil {
			s.Attributes = map[string][]string{}
		}
		if value != "" {
			s.Attributes[key] = append(s.Attributes[key], value)
		} else {
			s.Attributes[key] = []string{}
		}
	}
	return s, errors.Join(faults...)
}

// itemOf reads what is given as tables write it: 帐篷 40顶; a space may stand before the unit.
func itemOf(text string) (correction.Item, bool) {
	m := regexp.MustCompile(`^(\S+)(?:\s+([0-9]+(?:\.[0-9]+)?)(?:\s*(\pL\S*))?)?$`).FindStringSubmatch(strings.TrimSpace(text))
	if m == nil {
		return correction.Item{}, false
	}
	return correction.Item{Name: m[1], Quantity: m[2], Unit: m[3]}, true
}

// day is the one of the correction.
func (f *correctFlags) day() (schema.Day, error) {
	if f.on == "" {
		now := time.Now()
		return schema.Day{Year: now.Year(), Month: int(now.Month()), Day: now.Day()}, nil
	}
	if !isDay(f.on) {
		return schema.Day{}, fmt.Errorf("--on %s: is no date; write YYYY-MM-DD", f.on)
	}
	d, _ := schema.ParseDay(f.on)
	return d, nil
}

// correct does what the flags say.
func correct(e *env, v values, f correctFlags, facts []string) error {
	x, err := compile(v)()
	if err != nil {
		return err
	}
	file, err := findCorrections(v, nil)
	if err != nil {
		return err
	}
	w := &correcting{env: e, values: v, x: x, file: file}
	switch {
	case f.list:
		return w.list(f.format.value)
	case f.apply:
		return w.applyFile(f.dryRun)
	}
	if v.author == "" {
		return errors.New("say who corrects: --author NAME, or author: NAME in the configuration")
	}
	on, err := f.day()
	if err != nil {
		return err
	}
	to, err := f.statement()
	if err != nil {
		return err
	}
	to.Relation, to.Modality = idOr(to.Relation, relationTerms(x.Ontology())), idOr(to.Modality, x.Ontology().Modalities)
	var wishes []wish
	given := map[string]bool{}
	for _, arg := range facts {
		id := idOf(arg)
		if given[id] {
			continue
		}
		given[id] = true
		wishes = append(wishes, wish{Correction: schema.Correction{Verdict: f.verdict(), Fact: id, Why: f.why, By: v.author, On: on}, to: to})
	}
	if f.add {
		wishes = []wish{{Correction: schema.Correction{Verdict: schema.Add, Doc: f.doc, Sentence: f.sentence, Why: f.why, By: v.author, On: on}, to: to}}
	}
	return w.write(wishes, f.dryRun)
}
