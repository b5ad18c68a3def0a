package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"strings"
	"sync"

	"github.com/spf13/cobra"

	"jishi/extract"
	"jishi/extract/source"
	"jishi/graph"
	"jishi/schema"
)

// inputFlags are the flags of the commands that read texts.
type inputFlags struct {
	docs      []string
	encodings []string
	dates     []string
	years     []string // of single texts: PATH=YEAR
	strict    bool

	// of the store that is built:
	before   before // what it was told of its documents
	yearSaid bool   // this run has a year of its own, or none
}

func (f *inputFlags) add(cmd *cobra.Command) {
	cmd.Flags().StringArrayVar(&f.docs, "doc", nil, "name of the document, in place of the file's: NAME, or PATH=NAME where there are several")
	cmd.Flags().StringArrayVar(&f.encodings, "encoding", nil, "encoding of the texts, where it is not to be found from them: NAME, or PATH=NAME for one text; "+source.EncodingNames)
	cmd.Flags().StringArrayVar(&f.dates, "date", nil, "day of a text that tells none: 2020-03-26, 2020-03 or 2020; or PATH=DATE for one text")
	cmd.Flags().BoolVar(&f.strict, "strict", false, "refuse all when one text of a folder cannot be read")
}

// reading is what the inputs are and gave.
type reading struct {
	x       *extract.Extractor
	inputs  []input         // that can be read
	lone    schema.Document // the text that was read when it was looked at; without an id there is none
	results []schema.Result // beside them
	roots   []string
	unread  map[string]bool // documents that are there but could not be read
	faults  []error         // of texts in folders: the rest was read
}

// openInputs finds all texts and looks whether they can be read, so that every fault is told at once, and soon; meanwhile
// the gazetteers compile. An error means that nothing may be written.
func openInputs(e *env, compiled func() (*extract.Extractor, error), v values, args []string, f inputFlags) (*reading, error) {
	in := collect(args, f, v.year, e.in)
	for _, p := range in.passed {
		fmt.Fprintf(e.err, "passed over %s\n", p)
	}
	errs := make([]error, len(in.texts))
	origins := make([]source.Origin, len(in.texts))
	keys := make([]string, len(in.texts))
	var lone schema.Document
	if len(in.texts) == 1 { // there is time to read it: the gazetteers are not ready
		lone, origins[0], errs[0] = readOrigin(in.texts[0])
	} else {
		inTurn(len(in.texts), v.jobs, func(i int) { origins[i], keys[i], errs[i] = checkOne(in.texts[i]) })
	}
	showRecalled(e.err, in.texts)
	showUnsure(e.err, in.texts, origins)
	copies := copiesOf(in.texts, keys)
	showCopies(e.err, in.texts, copies)
	x, err := compiled()
	if err != nil {
		return nil, err
	}
	r := &reading{roots: in.roots, x: x, lone: lone}
	named := r.sortOut(in, errs, copies)
	if len(named) > 0 || f.strict && len(r.faults) > 0 {
		return nil, errors.Join(append(named, r.faults...)...)
	}
	if len(r.inputs) == 0 && len(f.before.docs) == 0 {
		return nil, errors.Join(append(r.faults, nothingToRead(args))...)
	}
	return r, nil
}

// nothingToRead is the error of inputs that hold no text.
func nothingToRead(args []string) error {
	return fmt.Errorf("%s: there is no text that can be read, and nothing was written; see that texts lie there: plain text, DOCX, ODT, PDF, EPUB, HTML, Markdown, or a .zip of them", strings.Join(args, ", "))
}

// readInputs reads and extracts all inputs, and keeps all that they gave.
func readInputs(e *env, compiled func() (*extract.Extractor, error), v values, args []string, f inputFlags) (*reading, error) {
	r, err := openInputs(e, compiled, v, args, f)
	if err != nil {
		return nil, err
	}
	r.keeping()
	r.results = make([]schema.Result, len(r.inputs))
	return r, r.each(e, v, func(i int, doc schema.Document) { r.results[i] = r.x.Extract(doc, v.jobs) })
}

// each reads the texts, as many at a time as there are jobs, and hands them on.
func (r *reading) each(e *env, v values, do func(i int, doc schema.Document)) error {
	errs := make([]error, len(r.inputs))
	bar := newProgress(e.err, len(r.inputs))
	inTurn(len(r.inputs), v.jobs, func(i int) {
		var doc schema.Document
		if doc, errs[i] = r.document(i); errs[i] == nil {
			do(i, doc)
		}
		bar.done()
	})
	bar.end()
	return errors.Join(errs...)
}

// document reads a text, or hands on the one that is read already, once.
func (r *reading) document(i int) (schema.Document, error) {
	if doc := r.lone; doc.ID != "" {
		r.lone = schema.Document{}
		return doc, nil
	}
	doc, _, err := readOrigin(r.inputs[i])
	return doc, err
}

// sortOut keeps the texts that can be read, and gives the faults of what the user named himself.
func (r *reading) sortOut(in inputs, errs []error, copies map[int]int) (lone []error) {
	lone, r.faults, r.unread = in.lone, in.found, map[string]bool{}
	for _, doc := range in.unread {
		r.unread[doc] = true
	}
	for i, text := range in.texts {
		switch {
		case isCopy(copies, i):
		case errs[i] == nil:
			r.inputs = append(r.inputs, text)
		case text.isLone():
			lone = append(lone, errs[i])
		default:
			r.faults = append(r.faults, errs[i])
			r.unread[text.doc] = true
		}
	}
	return lone
}

// partly gives the error of a reading that left texts out, or nil.
func (r *reading) partly() error {
	if len(r.faults) == 0 {
		return nil
	}
	return partly{errors.Join(r.faults...)}
}

// inTurn calls do for 0 to n-1, as many at a time as there are jobs. It never matters which was done first.
func inTurn(n, jobs int, do func(i int)) {
	turns := make(chan int)
	var workers sync.WaitGroup
	for range min(jobs, n) {
		workers.Go(func() {
			for i := range turns {
				do(i)
			}
		})
	}
	for i := range n {
		turns <- i
	}
	close(turns)
	workers.Wait()
}

// readOrigin reads a text, and says what the file tells of it.
func readOrigin(in input) (schema.Document, source.Origin, error) {
	text, err := in.open()
	if err != nil {
		return schema.Document{}, source.Origin{}, err
	}
	return extract.ReadOrigin(text, in.year)
}

// checkOne looks whether a text can be read, in which encoding, and by what key its copies are known.
func checkOne(in input) (o source.Origin, key string, err error) {
	text, err := in.open()
	if err != nil {
		return o, "", err
	}
	return extract.Check(text)
}

// showUnsure tells of the texts whose encoding is a guess.
func showUnsure(w io.Writer, texts []input, origins []source.Origin) {
	for i, g := range origins {
		if g.Encoding != "" && !g.Sure {
			fmt.Fprintf(w, "%s: read as %s, but it is too short or too mixed to be sure; look at it, and if it is wrong say --encoding %s=NAME\n", texts[i].path, g.Encoding, texts[i].path)
		}
	}
}

func (in input) open() (extract.Input, error) {
	out := extract.Input{ID: in.doc, Name: in.path, Raw: in.raw, Encoding: in.encoding, Day: in.day}
	if in.raw == nil {
		var err error
		if out.Raw, err = readFile(in.path); err != nil {
			return out, fmt.Errorf("%s: cannot be read: %w", in.path, reason(err))
		}
	}
	if in.path == "-" {
		out.Name = "standard input"
	}
	return out, nil
}

// largestFile is how many bytes a file may have: what is larger is no text that anybody reads.
const largestFile = 256 << 20

// readFile reads a whole file.
func readFile(path string) ([]byte, error) {
	info, err := os.Stat(path)
	if err == nil && info.Size() > largestFile {
		return nil, fmt.Errorf("it has %d MB, and no more than %d are read; divide it", info.Size()>>20, largestFile>>20)
	}
	return os.ReadFile(path)
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

// said is what the user says of each document, now or before.
func (r *reading) said() map[string]graph.Said {
	out := map[string]graph.Said{}
	for _, in := range r.inputs {
		out[in.doc] = in.said()
	}
	return out
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

// compile begins to make the extractor and gives the way to wait for it.
func compile(v values) func() (*extract.Extractor, error) {
	runtime.GOMAXPROCS(v.jobs) // however many goroutines there are
	var x *extract.Extractor
	var err error
	done := make(chan struct{})
	go func() {
		defer close(done)
		x, err = newExtractor(v)
	}()
	return func() (*extract.Extractor, error) {
		<-done
		return x, err
	}
}

// newExtractor compiles gazetteers and rules, and runs the examples of the user's own rules.
func newExtractor(v values) (*extract.Extractor, error) {
	defer debug.SetGCPercent(debug.SetGCPercent(400)) // all that is made here stays: looking for garbage is lost time
	const most = 104 << 20                            // bytes: texts are looked at meanwhile; more would be the most that is ever in use
	defer debug.SetMemoryLimit(debug.SetMemoryLimit(most))
	x, err := extract.New(extract.Options{Data: v.data, Year: v.year})
	if err != nil {
		return nil, err
	}
	if v.data == "" {
		return x, nil
	}
	return x, x.RunExamples(true).Err()
}

// factsOnly lets the extractor leave mentions out.
func factsOnly(compiled func() (*extract.Extractor, error)) func() (*extract.Extractor, error) {
	return func() (*extract.Extractor, error) {
		x, err := compiled()
		if err != nil {
			return nil, err
		}
		return x.FactsOnly(), nil
	}
}
