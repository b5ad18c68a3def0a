package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"jishi/extract/correction"
	"jishi/graph"
	"jishi/schema"
)

// A store's file of corrections lies beside it under its name: graph.corrections.yaml. All stores of a folder once had one
// together, which is called ourCorrections; where it lies and a store has none of its own, that store takes from it what is of
// its own documents.
const (
	correctionsEnd = ".corrections.yaml"
	ourCorrections = "corrections.yaml"
)

// isCorrections reports whether a file is one of corrections by its name.
func isCorrections(name string) bool {
	return name == ourCorrections || strings.HasSuffix(name, correctionsEnd)
}

// correctionsFile is a file of corrections.
type correctionsFile struct {
	path   string
	raw    []byte          // nil: there is no such file
	named  bool            // by the settings
	shared map[string]bool // documents of the store, where the file serves its neighbours too; nil for a file of its own
}

// findCorrections finds the file of a store: the one that the settings name, else the one beside it. run are documents that
// are being built.
func findCorrections(v values, run []schema.Result) (f correctionsFile, err error) {
	if v.corrections != "" {
		f.path, f.named = v.corrections, true
		return f, f.read()
	}
	if f.path, err = ownCorrections(v.store); err != nil {
		return f, err
	}
	if err := f.read(); err != nil || f.raw != nil {
		return f, err
	}
	old := correctionsFile{path: filepath.Join(filepath.Dir(f.path), ourCorrections)}
	if err := old.read(); err != nil || old.raw == nil {
		return f, err
	}
	if old.shared = documentsOf(v.store, run); !correction.About(old.raw, old.shared) {
		return f, nil
	}
	return old, nil
}

// ownCorrections is the path of the file that is a store's own.
func ownCorrections(store string) (string, error) {
	whole, err := filepath.Abs(store)
	if err != nil {
		return "", err
	}
	return filepath.Join(filepath.Clean(store), "..", filepath.Base(whole)+correctionsEnd), nil
}

func (f *correctionsFile) read() error {
	raw, err := os.ReadFile(f.path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil
	case err != nil:
		return fmt.Errorf("%s: cannot be read: %w", f.path, reason(err))
	}
	f.raw = append([]byte{}, raw...) // an empty file is one
	return nil
}

// documentsOf gives the documents of a store and of a run.
func documentsOf(store string, run []schema.Result) map[string]bool {
	docs := map[string]bool{}
	for _, r := range run {
		docs[r.Document.ID] = true
	}
	s, err := graph.Open(store)
	if err != nil {
		return docs // whoever needs the store tells of its fault
	}
	defer s.Close()
	for _, d := range s.Documents() {
		docs[d.ID] = true
	}
	return docs
}

// save puts text in the file's place, unless somebody has written to it since it was read.
func (f correctionsFile) save(text []byte) error {
	now := correctionsFile{path: f.path}
	if err := now.read(); err != nil {
		return err
	}
	if !bytes.Equal(now.raw, f.raw) {
		return fmt.Errorf("%s: somebody else has just written to it; run the command again", f.path)
	}
	return replace(f.path, func(w io.Writer) error { _, err := w.Write(text); return err })
}

// showShared tells what to do about a file that serves several stores.
func (f correctionsFile) showShared(w io.Writer, store string) {
	if f.shared == nil {
		return
	}
	own, err := ownCorrections(store)
	if err != nil {
		return // it was found before
	}
	fmt.Fprintf(w, "%s: serves all stores of its folder; if this is the only one, rename it %s, else move there what is of this one\n", f.path, own)
}

// holds reports whether there is a correction in the file.
func (f correctionsFile) holds() bool { return correction.About(f.raw, nil) }

// differs reports whether the file is another one than a text: nothing where neither holds a correction.
func (f correctionsFile) differs(text string) bool {
	there := f.raw != nil && f.holds()
	return string(f.raw) != text && (there || text != "")
}

// keepAside copies the file, as it stands, under a name that says before which state was brought back it was so; "" where
// nothing is in it but what is in next, too, which is to take its place.
func (f correctionsFile) keepAside(state int, next string) (string, error) {
	if !f.holds() || strings.HasPrefix(next, string(f.raw)) {
		return "", nil
	}
	stem := strings.TrimSuffix(strings.TrimSuffix(f.path, correctionsEnd), ".yaml")
	for n := 1; ; n++ {
		copied := correctionsFile{path: fmt.Sprintf("%s.before-%d%s", stem, state, correctionsEnd)}
		if n > 1 {
			copied.path = fmt.Sprintf("%s.before-%d-%d%s", stem, state, n, correctionsEnd)
		}
		if err := copied.read(); err != nil {
			return "", err
		}
		switch {
		case copied.raw == nil:
			return copied.path, copied.save(f.raw)
		case bytes.Equal(copied.raw, f.raw):
			return copied.path, nil
		}
	}
}
