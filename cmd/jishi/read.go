package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"sync"

	"github.com/spf13/cobra"

	"jishi/extract"
	"jishi/schema"
)

// inputFlags are the flags of the commands that read texts.
type inputFlags struct {
	docs   []string
	strict bool
}

func (f *inputFlags) add(cmd *cobra.Command) {
	cmd.Flags().StringArrayVar(&f.docs, "doc", nil, "name of the document, in place of the file's: NAME, or PATH=NAME where there are several")
	cmd.Flags().BoolVar(&f.strict, "strict", false, "refuse all when one text of a folder cannot be read")
}

// reading is what the inputs gave.
type reading struct {
	results []schema.Result // one a document, in the order of the inputs
	inputs  []input         // beside them
	roots   []string
	unread  map[string]bool // documents that are there but could not be read
	faults  []error         // of texts in folders: the rest was read
}

// readInputs reads and extracts all inputs. An error means that nothing may be written.
func readInputs(e *env, x *extract.Extractor, v values, args []string, f inputFlags) (*reading, error) {
	runtime.GOMAXPROCS(v.jobs)
	in := collect(args, f.docs, e.in)
	if len(in.lone) > 0 { // no need to work through the rest
		return nil, errors.Join(append(in.lone, in.found...)...)
	}
	r := &reading{results: make([]schema.Result, len(in.texts)), roots: in.roots, unread: map[string]bool{}}
	errs := extractAll(x, in.texts, v.jobs, r.results, newProgress(e.err, len(in.texts)))
	lone := r.sortOut(in, errs)
	for _, p := range in.passed {
		fmt.Fprintf(e.err, "passed over %s\n", p)
	}
	if len(lone) > 0 || f.strict && len(r.faults) > 0 {
		return nil, errors.Join(append(lone, r.faults...)...)
	}
	if len(r.results) == 0 && len(r.faults) == 0 && len(in.roots) == 0 {
		return nil, errors.New("there is no text to read; give files, folders, or - for standard input")
	}
	return r, nil
}

// sortOut keeps what could be read, and gives the faults of files that the user named himself.
func (r *reading) sortOut(in inputs, errs []error) (lone []error) {
	r.faults = in.found
	for _, doc := range in.unread {
		r.unread[doc] = true
	}
	kept := r.results[:0]
	for i, text := range in.texts {
		switch {
		case errs[i] == nil:
			kept = append(kept, r.results[i])
			r.inputs = append(r.inputs, text)
		case text.isLone():
			lone = append(lone, errs[i])
		default:
			r.faults = append(r.faults, errs[i])
			r.unread[text.doc] = true
		}
	}
	r.results = kept
	return lone
}

// partly gives the error of a reading that left texts out, or nil.
func (r *reading) partly() error {
	if len(r.faults) == 0 {
		return nil
	}
	return partly{errors.Join(r.faults...)}
}

// extractAll works through the texts, several at a time, and each with several jobs: the runtime lets no more than jobs
// processors run. It never matters for the results which text was done first.
func extractAll(x *extract.Extractor, texts []input, jobs int, results []schema.Result, done func(string)) []error {
	errs := make([]error, len(texts))
	turns := make(chan int)
	var workers sync.WaitGroup
	for range min(jobs, len(texts)) {
		workers.Go(func() {
			for i := range turns {
				results[i], errs[i] = extractOne(x, texts[i], jobs)
				done(texts[i].path)
			}
		})
	}
	for i := range texts {
		turns <- i
	}
	close(turns)
	workers.Wait()
	done("")
	return errs
}

func extractOne(x *extract.Extractor, in input, jobs int) (schema.Result, error) {
	raw := in.raw
	if raw == nil {
		var err error
		if raw, err = os.ReadFile(in.path); err != nil {
			return schema.Result{}, fmt.Errorf("%s: cannot be read: %w", in.path, reason(err))
		}
	}
	name := in.path
	if name == "-" {
		name = "standard input"
	}
	doc, err := x.Read(extract.Input{ID: in.doc, Name: name, Raw: raw})
	if err != nil {
		return schema.Result{}, err
	}
	return x.Extract(doc, jobs), nil
}

// origins says which folder each document was found below, seen from the store's own folder: so that it holds from
// whatever folder jishi is run, and goes on holding when store and texts are moved together.
func (r *reading) origins(store string) (roots []string, origin map[string]string, err error) {
	relative := map[string]string{"": ""}
	for _, root := range r.roots {
		if relative[root], err = seenFrom(store, root); err != nil {
			return nil, nil, err
		}
		roots = append(roots, relative[root])
	}
	origin = map[string]string{}
	for i, in := range r.inputs {
		origin[r.results[i].Document.ID] = relative[in.root]
	}
	return roots, origin, nil
}

func seenFrom(store, root string) (string, error) {
	from, err := filepath.Abs(store)
	if err != nil {
		return "", err
	}
	to, err := filepath.Abs(root)
	if err != nil {
		return "", err
	}
	if rel, err := filepath.Rel(from, to); err == nil {
		to = rel // on Windows there is none between two drives
	}
	return filepath.ToSlash(to), nil
}

// newExtractor compiles gazetteers and rules, and runs the examples of the user's own rules.
func newExtractor(v values) (*extract.Extractor, error) {
	x, err := extract.New(extract.Options{Data: v.data, Year: v.year})
	if err != nil {
		return nil, err
	}
	if v.data == "" {
		return x, nil
	}
	failures, err := x.RunExamples(true)
	if err != nil {
		return nil, err
	}
	var faults []error
	for _, f := range failures {
		faults = append(faults, f)
	}
	return x, errors.Join(faults...)
}
