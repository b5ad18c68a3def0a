package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"jishi/extract"
	"jishi/schema"
	"jishi/schema/datafile"
)

func dataAddCommand(e *env) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "add",
		Short: "Add a record to the gazetteers of a folder of your own",
		Long: `Add a record to the gazetteers of a folder of your own, the one that --data names. Without
--zh it asks, one question after the other; an empty answer leaves a key out.

The record is written to the end of the file of its kind, lexicon/KIND.yaml, which keeps its
comments and its order. Before that it is checked together with all others, and what it
changes in the facts of the store (--store) is listed; a build puts that into the store.`,
		Args: noSuchCommand,
		RunE: func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	for _, k := range dataKinds() {
		cmd.AddCommand(addKindCommand(e, k))
	}
	return cmd
}

func addKindCommand(e *env, k dataKind) *cobra.Command {
	given := map[string]*[]string{}
	var id string
	var dryRun bool
	cmd := &cobra.Command{
		Use:     k.name,
		Short:   k.short,
		Example: "  " + k.example,
		Args:    exactly(0, "no arguments"),
		RunE: func(cmd *cobra.Command, _ []string) error {
			c, err := configure(cmd)
			if err != nil {
				return err
			}
			if c.data == "" {
				return usageError(cmd, "name a folder of your own: --data DIR")
			}
			values := map[string][]string{}
			for key, list := range given {
				values[key] = *list
			}
			if len(values["zh"]) == 0 {
				if err := askFor(e, k, values); err != nil {
					return err
				}
			}
			if id != "" {
				values["id"] = []string{id}
			}
			return addRecord(e, c.values, k, values, dryRun)
		},
	}
	for _, f := range k.fields {
		given[f.key] = new([]string)
		switch {
		case f.key == "offices":
			cmd.Flags().StringArrayVar(given[f.key], f.flag, nil, f.ask)
		case f.list:
			cmd.Flags().StringSliceVar(given[f.key], f.flag, nil, f.ask)
		default:
			cmd.Flags().Var(&oneValue{given[f.key]}, f.flag, f.ask)
		}
	}
	if k.name != "office" {
		cmd.Flags().StringVar(&id, "id", "", "the id (default: from the English name; of a place, from country and name)")
	}
	cmd.Flags().BoolVar(&dryRun, "dry-run", false, "only print what would be written, and what would change")
	addSettings(cmd, "data", "store", "jobs")
	return cmd
}

// oneValue is a flag of one text, kept as a list of one.
type oneValue struct{ list *[]string }

func (v *oneValue) String() string {
	if v.list == nil {
		return ""
	}
	return strings.Join(*v.list, "")
}

func (v *oneValue) Type() string { return "TEXT" }

// Set takes any text; an empty one is none.
func (v *oneValue) Set(s string) error {
	if *v.list = nil; s != "" {
		*v.list = []string{s}
	}
	return nil
}

// askFor asks for what no flag has given.
func askFor(e *env, k dataKind, values map[string][]string) error {
	in := bufio.NewScanner(e.in)
	for _, f := range k.fields {
		for len(values[f.key]) == 0 {
			fmt.Fprint(e.err, e.words.say(f.ask)+": ")
			if !in.Scan() {
				if err := errors.Join(in.Err(), missing(k, values)); err != nil {
					return err
				}
				return nil
			}
			if answer := strings.TrimSpace(in.Text()); answer != "" {
				values[f.key] = answers(f, answer)
			}
			if !f.required {
				break
			}
		}
	}
	return nil
}

// answers cuts the answer to a question of which several are possible.
func answers(f dataField, line string) []string {
	if !f.list {
		return []string{line}
	}
	var out []string
	for _, part := range strings.FieldsFunc(line, func(r rune) bool { return strings.ContainsRune(",，、;；", r) }) {
		if part = strings.TrimSpace(part); part != "" {
			out = append(out, part)
		}
	}
	return out
}

// missing tells of all that a record of the kind needs and has not.
func missing(k dataKind, values map[string][]string) error {
	var faults []error
	for _, f := range k.fields {
		if f.required && len(values[f.key]) == 0 {
			faults = append(faults, fmt.Errorf("--%s is missing", f.flag))
		}
	}
	return errors.Join(faults...)
}

// addRecord writes a record, once it is known to be without fault, and lists what it changes.
func addRecord(e *env, v values, k dataKind, values map[string][]string, dryRun bool) error {
	if err := missing(k, values); err != nil {
		return err
	}
	before, err := extractorOf(v)
	if err != nil {
		return err
	}
	entry, err := k.entry(values, before.Entities())
	if err != nil {
		return err
	}
	path := filepath.Join(v.data, "lexicon", k.file+".yaml")
	shown := filepath.ToSlash(path)
	raw, err := os.ReadFile(path)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("%s: cannot be read: %w", path, reason(err))
	}
	next, line, err := datafile.Append(shown, raw, entry)
	if err != nil {
		return err
	}
	after, err := tryData(v, shown, next, line)
	if err != nil {
		return err
	}
	if err := showEffect(e, v, before, after, values); err != nil {
		return err
	}
	if dryRun {
		_, err := io.WriteString(e.out, entry)
		return err
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
		return fmt.Errorf("%s: cannot be made: %w", filepath.Dir(path), reason(err))
	}
	if err := replace(path, func(w io.Writer) error { _, err := w.Write(next); return err }); err != nil {
		return err
	}
	fmt.Fprintf(e.err, "%s:%d: written\n", shown, line)
	return nil
}

// extractorOf reads by the user's folder as it stands; without one, by what ships.
func extractorOf(v values) (*extract.Extractor, error) {
	if _, err := os.Stat(v.data); errors.Is(err, fs.ErrNotExist) {
		v.data = ""
	}
	return extract.New(extract.Options{Data: v.data})
}

// entry is the record as the file has it.
func (k dataKind) entry(values map[string][]string, all []schema.Entity) (string, error) {
	var faults []error
	pairs := datafile.Pairs{}
	for _, f := range k.fields {
		list := values[f.key]
		if f.entity != "" {
			ids := make([]string, len(list))
			for i, word := range list {
				var err error
				if ids[i], err = idCalled(f.flag, word, f.entity, all); err != nil {
					faults = append(faults, err)
				}
			}
			list = ids
			values[f.key] = ids
		}
		switch {
		case f.key == "offices":
			offices, err := officePairs(list, all)
			faults = append(faults, err)
			pairs = append(pairs, datafile.Pair{Key: f.key, Value: offices})
		case f.list:
			pairs = append(pairs, datafile.Pair{Key: f.key, Value: list})
		default:
			pairs = append(pairs, datafile.Pair{Key: f.key, Value: strings.Join(list, "")})
		}
	}
	id := strings.Join(values["id"], "")
	if id == "" {
		id = k.idOfRecord(values)
	}
	if i := slices.IndexFunc(all, func(x schema.Entity) bool { return x.ID == id }); i >= 0 && id != "" {
		faults = append(faults, fmt.Errorf("%s (%s) is there already; to change it, write the record {id: %s, …} with the keys that are otherwise, or take another --id", id, all[i].Name, id))
	}
	if err := errors.Join(faults...); err != nil {
		return "", err
	}
	return datafile.Entry(append(datafile.Pairs{{Key: "id", Value: id}}, pairs...))
}

// idCalled finds the one entity of a type that is called so.
func idCalled(flag, word, typ string, all []schema.Entity) (string, error) {
	var ids []string
	for _, x := range called(word, all) {
		if typ == "" && (x.Type == "country" || x.Type == "organization") || x.Type == typ {
			ids = append(ids, x.ID)
		}
	}
	switch len(ids) {
	case 1:
		return ids[0], nil
	case 0:
		return "", fmt.Errorf("--%s %s: the gazetteers have nothing of this kind that is called so; write an id, a Chinese or an English name", flag, word)
	}
	return "", fmt.Errorf("--%s %s: may be any of %s; write the id of the one that is meant", flag, word, strings.Join(ids, ", "))
}

// officePairs reads offices, each written OF OFFICE [SINCE [UNTIL]].
func officePairs(list []string, all []schema.Entity) ([]datafile.Pairs, error) {
	var out []datafile.Pairs
	var faults []error
	for _, text := range list {
		words := strings.Fields(text)
		if len(words) < 2 || len(words) > 4 {
			faults = append(faults, fmt.Errorf("--office %q: write OF OFFICE SINCE UNTIL, as '法国 总统 2017-05-14'; the days may be left out", text))
			continue
		}
		of, err := idCalled("office", words[0], "", all)
		faults = append(faults, err)
		words = append(words, "", "")
		for _, day := range words[2:4] {
			if day != "" && !isDay(day) {
				faults = append(faults, fmt.Errorf("--office %q: %s is no date; write YYYY-MM-DD, YYYY-MM or YYYY", text, day))
			}
		}
		out = append(out, datafile.Pairs{{Key: "of", Value: of}, {Key: "office", Value: words[1]}, {Key: "since", Value: words[2]}, {Key: "until", Value: words[3]}})
	}
	return out, errors.Join(faults...)
}
