package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"jishi/extract/source"
	"jishi/graph"
	"jishi/schema"
)

// input is one text to read.
type input struct {
	doc  string // its id
	path string // what errors call it
	root string // the folder given by the user that it was found below; "" for a lone file and standard input
	raw  []byte // the content of standard input or a pipe; nil for a file, which is read when its turn comes
	// encoding is the one that --encoding says; "" to find it
	encoding source.Encoding
	named    bool // its id is the one that --doc gives
	// day is the one that --date says, of a text that tells none
	day      schema.Day
	year     int        // of days that have none in the text; 0: unknown
	recalled graph.Said // of encoding, day and year, what no flag says but an earlier build was told
}

// isLone reports whether the user named it himself.
func (in input) isLone() bool { return in.root == "" }

// inputs is what the arguments of a command lead to, in the order of the arguments, folders sorted.
type inputs struct {
	texts  []input
	roots  []string
	passed []string // "PATH: why": what a folder holds that is no text
	lone   []error  // faults of what the user named himself
	found  []error  // faults of what a folder holds
	unread []string // documents that a folder holds and that cannot be read
}

// collector fills inputs.
type collector struct {
	inputs
	renames   map[string]string          // path → doc
	encodings map[string]source.Encoding // path, or "" for all others → encoding
	days      map[string]schema.Day      // likewise, of --date
	years     map[string]int             // likewise, of --year; of "" that of the setting, where there is one
	before    before                     // what an earlier build was told
	used      map[string]bool            // flags that met their input, as typed
	byDoc     map[string]input
	visited   map[string]bool // by real path: given twice is taken once
}

// collect finds the texts of INPUT…: files, folders with all below them, and - for standard input, and gives them what
// the flags say of them; year is that of texts which have none.
func collect(args []string, f inputFlags, year int, stdin io.Reader) inputs {
	c := collector{years: map[string]int{}, before: f.before, renames: map[string]string{}, encodings: map[string]source.Encoding{}, days: map[string]schema.Day{}, used: map[string]bool{}, byDoc: map[string]input{}, visited: map[string]bool{}}
	c.readRenames(args, f.docs)
	c.readEncodings(f.encodings)
	c.readDays(f.dates)
	c.readYears(f.years, year)
	for _, arg := range args {
		c.argument(arg, stdin)
	}
	for _, path := range slices.Sorted(maps.Keys(c.renames)) {
		c.unmet(fmt.Sprintf("--doc %s=%s", path, c.renames[path]), path)
	}
	for _, path := range slices.Sorted(maps.Keys(c.encodings)) {
		if path != "" {
			c.unmet(fmt.Sprintf("--encoding %s=%s", path, c.encodings[path]), path)
		}
	}
	for _, path := range slices.Sorted(maps.Keys(c.days)) {
		if path != "" {
			c.unmet(fmt.Sprintf("--date %s=%s", path, c.days[path]), path)
		}
	}
	for _, path := range slices.Sorted(maps.Keys(c.years)) {
		if path != "" {
			c.unmet(fmt.Sprintf("--year %s=%d", path, c.years[path]), path)
		}
	}
	return c.inputs
}

func isFolder(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.IsDir()
}

func (c *collector) argument(arg string, stdin io.Reader) {
	if arg == "-" {
		raw, err := io.ReadAll(stdin)
		if err != nil {
			c.lone = append(c.lone, fmt.Errorf("standard input: %w", err))
			return
		}
		c.loneBytes(input{doc: "stdin", path: "-"}, raw)
		return
	}
	info, err := os.Stat(arg)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		c.lone = append(c.lone, fmt.Errorf("%s: there is no such file or folder; check the name", arg))
	case err != nil:
		c.lone = append(c.lone, fmt.Errorf("%s: %w", arg, reason(err)))
	case info.IsDir():
		c.folder(arg)
	case info.Mode()&fs.ModeDevice != 0:
		c.lone = append(c.lone, fmt.Errorf("%s: is a device; give a text file, a folder, or - for standard input", arg))
	default:
		c.file(arg, info)
	}
}

// file takes in a file that the user named. A pipe is read at once: it can be read only once.
func (c *collector) file(path string, info fs.FileInfo) {
	in := input{doc: withoutExtension(filepath.Base(path)), path: path}
	if info.Mode().IsRegular() {
		if c.seenBefore(path) {
			return
		}
		if !isArchive(path) {
			c.add(in)
			return
		}
		whole, err := c.archiveFile(in, path)
		c.loneArchive(path, whole, err)
		return
	}
	raw, err := os.ReadFile(path)
	if err != nil {
		c.lone = append(c.lone, fmt.Errorf("%s: cannot be read: %w", path, reason(err)))
		return
	}
	if raw == nil {
		raw = []byte{}
	}
	c.loneBytes(in, raw)
}

// loneBytes takes in what the user piped in: a text, or an archive of texts.
func (c *collector) loneBytes(in input, raw []byte) {
	if r := bytes.NewReader(raw); source.IsArchive(r, r.Size()) {
		whole, err := c.archive(in, in.path, r, r.Size())
		c.loneArchive(in.path, whole && in.path != "-", err) // nobody can look again what standard input held
		return
	}
	in.raw = raw
	c.add(in)
}

// loneArchive notes what became of an archive that the user named.
func (c *collector) loneArchive(path string, whole bool, err error) {
	switch {
	case err != nil:
		c.lone = append(c.lone, err)
	case whole:
		c.roots = append(c.roots, path)
	}
}

// folder walks through a folder. It counts as a root only if all of it could be walked: of what could not, nobody knows
// whether it is still there.
func (c *collector) folder(root string) {
	whole := true
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		switch {
		case path == root && err == nil:
			return nil
		case path == root:
			c.lone = append(c.lone, fmt.Errorf("%s: cannot be read: %w", path, reason(err)))
			return fs.SkipDir
		case err != nil:
			whole = false
			c.found = append(c.found, fmt.Errorf("%s: cannot be read: %w", path, reason(err)))
			return nil
		case strings.HasPrefix(d.Name(), "."):
			c.passed = append(c.passed, shown(path)+": hidden")
			if d.IsDir() {
				return fs.SkipDir
			}
			return nil
		case d.IsDir() && graph.IsStore(path): // build . --store mine
			c.passed = append(c.passed, shown(path)+": a graph store")
			return fs.SkipDir
		case d.IsDir():
			return nil
		case isCorrections(d.Name()):
			c.passed = append(c.passed, shown(path)+": corrections")
			return nil
		}
		whole = c.member(root, path) && whole
		return nil
	})
	if err != nil {
		c.lone = append(c.lone, fmt.Errorf("%s: %w", root, reason(err)))
	}
	if whole {
		c.roots = append(c.roots, root)
	}
}

// member looks at a file below a folder. It is false where nobody knows what is in it: an archive that is broken.
func (c *collector) member(root, path string) bool {
	below, err := filepath.Rel(root, path)
	if err != nil {
		below = filepath.Base(path)
	}
	in := input{doc: withoutExtension(filepath.ToSlash(below)), path: path, root: root}
	info, err := os.Stat(path) // follows a link
	switch {
	case err != nil:
		c.cannotRead(in, err)
		return true
	case info.IsDir():
		c.passed = append(c.passed, shown(path)+": a link to a folder")
		return true
	case !info.Mode().IsRegular():
		c.passed = append(c.passed, shown(path)+": no regular file")
		return true
	}
	if isArchiveName(path) && isArchive(path) {
		if c.seenBefore(path) {
			return true
		}
		whole, err := c.archiveFile(in, root)
		if err != nil {
			c.found = append(c.found, err)
		}
		return whole
	}
	why, err := notText(path)
	switch {
	case err != nil:
		c.cannotRead(in, err)
	case why != "":
		c.passed = append(c.passed, shown(path)+": "+why)
	case !c.seenBefore(path):
		c.add(in)
	}
	return true
}

func (c *collector) cannotRead(in input, err error) {
	c.found = append(c.found, fmt.Errorf("%s: cannot be read: %w", shown(in.path), reason(err)))
	c.unread = append(c.unread, in.doc)
}

func (c *collector) seenBefore(path string) bool {
	real, err := filepath.EvalSymlinks(path)
	if err == nil {
		real, err = filepath.Abs(real)
	}
	if err != nil || c.visited[real] {
		return err == nil
	}
	c.visited[real] = true
	return false
}

// add takes a text in, under the name that --doc gives it.
func (c *collector) add(in input) {
	key := filepath.Clean(in.path)
	if name, ok := c.renames[key]; ok {
		in.doc, in.named = name, true
		c.used[key] = true
	}
	if fault := docFault(in.doc); fault != "" {
		c.fault(in, fmt.Errorf("%s: its name %s; rename it, or give --doc %s=NAME", shown(in.path), fault, shown(in.path)))
		return
	}
	if other, taken := c.byDoc[in.doc]; taken && !in.isLone() && !in.named && other.root == in.root {
		in.doc += filepath.Ext(in.path) // a.docx and a.pdf of one folder
	}
	if other, taken := c.byDoc[in.doc]; taken {
		c.fault(in, fmt.Errorf("%s: its document would be called %q, as that of %s; give --doc %s=NAME", in.path, in.doc, other.path, in.path))
		return
	}
	c.settle(&in, key)
	c.byDoc[in.doc] = in
	c.texts = append(c.texts, in)
}

func (c *collector) fault(in input, err error) {
	if in.isLone() {
		c.lone = append(c.lone, err)
	} else {
		c.found = append(c.found, err)
	}
}
