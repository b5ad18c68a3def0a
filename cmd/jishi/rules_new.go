package main

import (
	"bytes"
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"text/template"
	"unicode/utf8"

	"github.com/spf13/cobra"

	"jishi/extract"
	"jishi/extract/rule"
	"jishi/schema"
	"jishi/schema/datafile"
)

//go:embed skeleton/*.yaml
var skeletons embed.FS

func rulesNewCommand(e *env) *cobra.Command {
	var wish newRuleFlags
	cmd := &cobra.Command{
		Use:   "new NAME",
		Short: "Write a rule to begin with, with examples, into a folder of your own",
		Long: `Write a rule to begin with, with examples, into a folder of your own: rules/NAME.yaml in
the folder that --data names, which is made if it is not there. A relation that the
ontology does not have is written beside it, into schema/RELATION.yaml. What is there
stays as it is.

Where --relation or --trigger is not given, TODO stands in the file, and "jishi rules
check" says what to fill in.`,
		Example: "  jishi rules new trades --relation tradedWith --trigger 通商,互市 --data mine\n  jishi rules check mine",
		Args:    exactly(1, "the NAME of the rule"),
		RunE: func(cmd *cobra.Command, args []string) error {
			c, err := configure(cmd)
			if err != nil {
				return err
			}
			if c.data == "" {
				return usageError(cmd, "name a folder of your own: --data DIR")
			}
			return newRule(e, c.data, args[0], wish)
		},
	}
	cmd.Flags().StringVar(&wish.relation, "relation", "", "the relation that the rule reads, of the ontology or a new one")
	cmd.Flags().StringSliceVar(&wish.triggers, "trigger", nil, "the words that it waits for, with commas between them")
	cmd.Flags().StringSliceVar(&wish.from, "from", nil, "of a new relation, the types of who acts (default country)")
	cmd.Flags().StringSliceVar(&wish.to, "to", nil, "of a new relation, the types of the other party (default country)")
	cmd.Flags().BoolVar(&wish.symmetric, "symmetric", false, "of a new relation: the two are equals, as when they talk with each other")
	addSettings(cmd, "data")
	return cmd
}

// newRuleFlags are what the user has said of a new rule.
type newRuleFlags struct {
	relation           string
	triggers, from, to []string
	symmetric          bool
}

func newRule(e *env, data, name string, wish newRuleFlags) error {
	schemas, rules := filepath.ToSlash(filepath.Join(data, "schema")), filepath.ToSlash(filepath.Join(data, "rules"))
	known, _ := schema.LoadOntology(os.DirFS(schemas), schemas) // its faults are told below
	wish.relation = idOr(wish.relation, relationTerms(known))
	faults := append(nameFaults(name, wish.relation), triggerFaults(wish.triggers)...)
	faults = append(faults, typeFaults(wish, known)...)
	if place := rule.Where(os.DirFS(rules), rules, name); place != "" {
		faults = append(faults, fmt.Errorf("the name %s is taken, at %s; take another", name, place))
	}
	if len(faults) > 0 {
		return errors.Join(faults...)
	}
	s := newSkeleton(data, name, wish, known)
	files := []skeletonFile{{filepath.Join(data, "rules", name+".yaml"), "skeleton/rule.yaml"}}
	if s.isNew {
		files = append(files, skeletonFile{filepath.Join(data, "schema", wish.relation+".yaml"), "skeleton/relation.yaml"})
	}
	if err := writeSkeleton(e, files, s); err != nil {
		return err
	}
	if err := e.out.Flush(); err != nil {
		return err
	}
	if near := datafile.Nearest(wish.relation, relationNames(known)); s.isNew && near != "" {
		fmt.Fprintf(e.err, "the relation %s is new; did you mean %s? Then delete both files and begin again\n", wish.relation, near)
	}
	return whatIsLeft(e, data)
}

// whatIsLeft tells what the check of a folder will say: the skeleton is written whatever it is.
func whatIsLeft(e *env, data string) error {
	x, err := extract.New(extract.Options{Data: data})
	if err == nil {
		err = x.CheckRules().Err()
	}
	if err != nil {
		fmt.Fprintln(e.err, "to be mended before it is used:")
		tellError(e.err, err)
		return nil
	}
	fmt.Fprintf(e.err, "its examples hold; write your own sentences, then `jishi rules check %s`\n", data)
	return nil
}

func nameFaults(name, relation string) []error {
	var out []error
	if !regexp.MustCompile(`^[a-z][a-z0-9]*(-[a-z0-9]+)*$`).MatchString(name) {
		out = append(out, fmt.Errorf("%q is no name for a rule; write small Latin letters and digits, with hyphens between words: trades-with", name))
	}
	if relation != "" && !regexp.MustCompile(`^[a-z][A-Za-z0-9]*$`).MatchString(relation) {
		out = append(out, fmt.Errorf("--relation: %q is no name for a relation; write Latin letters without blanks, the first one small: tradedWith", relation))
	}
	return out
}

func triggerFaults(triggers []string) []error {
	for _, w := range triggers {
		if w == "" || !utf8.ValidString(w) || strings.ContainsAny(w, " \t\n，、,|\"'[]{}#:") {
			return []error{fmt.Errorf("--trigger: %q is no word; write words without blanks, with half-width commas between them", w)}
		}
	}
	return nil
}

func typeFaults(wish newRuleFlags, known *schema.Ontology) []error {
	var out []error
	types := []string{"actor"}
	for _, t := range known.Entities {
		types = append(types, t.ID)
	}
	for _, t := range slices.Concat(wish.from, wish.to) {
		if !slices.Contains(types, t) {
			out = append(out, fmt.Errorf("unknown type %q; %s", t, datafile.Suggest(t, types)))
		}
	}
	if _, old := known.Relation(wish.relation); (old || wish.relation == "") && (len(wish.from)+len(wish.to) > 0 || wish.symmetric) {
		out = append(out, errors.New("--from, --to and --symmetric are for a new relation: name it by --relation"))
	}
	if slices.Equal(wish.from, []string{"team"}) {
		out = append(out, errors.New("--from: a team acts for its country; give country,team"))
	}
	if wish.symmetric && !slices.Equal(orCountry(wish.from), orCountry(wish.to)) {
		out = append(out, errors.New("--symmetric: equals are of the same types; give --from and --to the same"))
	}
	return out
}

func relationNames(o *schema.Ontology) []string {
	var out []string
	for _, r := range o.Relations {
		out = append(out, r.ID)
	}
	return out
}

// skeletonFile is a file to write, and the template for it.
type skeletonFile struct{ path, template string }

// writeSkeleton writes all files or none, and none over one that is there.
func writeSkeleton(e *env, files []skeletonFile, s skeleton) error {
	var taken []error
	for _, f := range files {
		if _, err := os.Lstat(f.path); !errors.Is(err, fs.ErrNotExist) {
			taken = append(taken, fmt.Errorf("%s: is there already; it stays as it is: take another name, or edit it", f.path))
		}
	}
	if len(taken) > 0 {
		return errors.Join(taken...)
	}
	templates, err := template.ParseFS(skeletons, "skeleton/*.yaml")
	if err != nil {
		return err
	}
	for i, f := range files {
		var text bytes.Buffer
		if err := templates.ExecuteTemplate(&text, filepath.Base(f.template), s); err != nil {
			return err
		}
		err := os.MkdirAll(filepath.Dir(f.path), 0o777)
		if err == nil {
			err = writeNew(f.path, text.Bytes())
		}
		if err != nil {
			for _, before := range files[:i] {
				err = errors.Join(err, os.Remove(before.path))
			}
			return fmt.Errorf("%s: cannot be written: %w", f.path, reason(err))
		}
	}
	for _, f := range files {
		fmt.Fprintln(e.out, f.path)
	}
	return nil
}
