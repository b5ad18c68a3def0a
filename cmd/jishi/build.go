package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"jishi/graph"
	"jishi/schema"
)

func buildCommand(e *env) *cobra.Command {
	var files inputFlags
	var prune, dryRun bool
	cmd := &cobra.Command{
		Use:   "build INPUT…",
		Short: "Read texts into a graph store",
		Long: `Read texts into a graph store.

An INPUT is a file, a folder or a .zip or .tar.gz with all below it, or - for
standard input. A document is called by its path below the INPUT, without
extension. Built again, a changed text replaces its own document; the others stay
as they are. What --date, --encoding and --year said of a document holds at later builds
too, until one says otherwise; an empty value (--date FILE=) takes it back. The file of corrections (jishi correct) is applied to all documents of the
store.`,
		Example: "  jishi build chronicle.txt --store graph --year 2020\n  jishi build texts/ news/\n  cat text.txt | jishi build - --doc text",
		Args:    atLeast(1, "an INPUT: files, folders, or - for standard input"),
		RunE: func(cmd *cobra.Command, args []string) error {
			c, err := configure(cmd)
			if err != nil {
				return err
			}
			files.yearSaid = c.origin["year"] != "default"
			return build(e, c.values, args, files, graph.Build{Base: c.base, Prune: prune, DryRun: dryRun})
		},
	}
	files.add(cmd)
	files.addYear(cmd)
	cmd.Flags().BoolVar(&prune, "prune", false, "drop the documents that are no longer below a folder given again")
	cmd.Flags().BoolVar(&dryRun, "dry-run", false, "only say what would change, fact by fact")
	addSettings(cmd, "store", "data", "corrections", "jobs", "base")
	return cmd
}

func build(e *env, v values, args []string, files inputFlags, b graph.Build) error {
	began := time.Now()
	if err := storeLooksWritable(v.store); err != nil {
		return err
	}
	var err error
	if files.before, err = toldBefore(v.store, files.yearSaid); err != nil {
		return err
	}
	r, err := readInputs(e, compile(v), v, args, files)
	if err != nil {
		return err
	}
	b.Ontology, b.Results, b.Rules, b.Present = r.x.Ontology(), r.results, r.x.Rules(), r.unread
	if b.Roots, b.Origin, err = r.origins(v.store); err != nil {
		return err
	}
	b.Said = r.said()
	fix, err := loadCorrections(v, r.x, r.results)
	if err != nil {
		return err
	}
	b.Correct, b.CorrectionsFile = fix.hook(), fix.text()
	change, err := graph.Update(v.store, b)
	if err != nil {
		return err
	}
	if b.DryRun {
		if err := showPlan(e, v.store, b.Ontology, change, fix.results(r.results)); err != nil {
			return err
		}
	}
	showMissing(e.err, v.store, change, b.Prune)
	showReplaced(e.err, r.inputs, change)
	showRepeated(e.err, change)
	showTwins(e.err, r.inputs, r.results)
	showUndated(e.err, r.inputs, r.results)
	showYearless(e.err, r.results)
	fix.show(e.err, v.store)
	showClosing(e.err, r.results, change, b.DryRun, time.Since(began))
	return r.partly()
}

// storeLooksWritable finds out before the work that a store cannot be written, so that an error comes at once.
func storeLooksWritable(dir string) error {
	info, err := os.Stat(dir)
	switch {
	case err == nil && !info.IsDir():
		return fmt.Errorf("%s: is a file; name a folder with --store", dir)
	case err == nil || os.IsNotExist(err):
		return nil
	}
	return fmt.Errorf("%s: %w; name another folder with --store", dir, reason(err))
}

// ontology is the shipped one, overlaid by the user's.
func ontology(data string) (*schema.Ontology, error) {
	if data == "" {
		return schema.LoadOntology(nil, "")
	}
	if err := isDataFolder(data); err != nil {
		return nil, err
	}
	dir := filepath.Join(data, "schema")
	return schema.LoadOntology(os.DirFS(dir), dir)
}

// isDataFolder refuses a folder of --data that is not there: without it, nothing would be overlaid, and nobody told.
func isDataFolder(data string) error {
	info, err := os.Stat(data)
	switch {
	case err != nil:
		return fmt.Errorf("%s: %w; --data takes a folder that holds schema, lexicon or rules", data, reason(err))
	case !info.IsDir():
		return fmt.Errorf("%s: is no folder; --data takes a folder that holds schema, lexicon or rules", data)
	}
	return nil
}

func count(n int, what string) string {
	switch {
	case n == 1:
		return "1 " + what
	case strings.HasSuffix(what, "y"):
		what = strings.TrimSuffix(what, "y") + "ie"
	}
	return fmt.Sprintf("%d %ss", n, what)
}
