package graph

import (
	"bufio"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// busy is what a second writer gets.
func busy(dir string) error {
	return &StoreError{dir, "another process is writing to this store", "wait until it has finished and run the command again", nil}
}

// generation is what is to be written.
type generation struct {
	manifest manifest
	lines    []string // of the graph
	texts    []string // of manifest.Documents, in the same order
	fixes    string   // the file of corrections; "" where there is none
}

// write makes g the store's current generation. Nothing counts until the pointer is renamed; what a killed process leaves
// behind is cleared away by the next one.
func write(dir string, g generation) (err error) {
	n := g.manifest.Generation
	clear(dir, n)
	place := generationDir(dir, n) + temporary
	defer func() {
		if err != nil {
			takeAway(place)
			err = explain(dir, err)
		}
	}()
	if err := os.Mkdir(place, 0o755); err != nil {
		return err
	}
	if g.manifest.Graph, err = writeFile(filepath.Join(place, graphFile), g.lines, "\n"); err != nil {
		return err
	}
	if g.manifest.Texts, err = writeFile(filepath.Join(place, textsFile), g.texts, ""); err != nil {
		return err
	}
	g.manifest.Fixes = fileSum{}
	if g.fixes != "" {
		if g.manifest.Fixes, err = writeFile(filepath.Join(place, fixesFile), []string{g.fixes}, ""); err != nil {
			return err
		}
	}
	raw, err := json.MarshalIndent(g.manifest, "", " ")
	if err != nil {
		return err
	}
	raw = append(raw, '\n')
	if _, err := writeFile(filepath.Join(place, manifestFile), []string{string(raw)}, ""); err != nil {
		return err
	}
	if err := syncDir(place); err != nil {
		return err
	}
	first := filepath.Join(dir, firstFile)
	if n == 1 { // synced with the folder before the pointer is
		if _, err := writeFile(first, nil, ""); err != nil {
			return err
		}
	}
	if err := rename(place, generationDir(dir, n)); err != nil {
		return err
	}
	if err := replace(dir, currentFile, fmt.Sprintf("%d %s\n", n, hashOf(raw))); err != nil {
		return err
	}
	os.Remove(first) // where it stays, it means nothing beside a pointer
	prune(dir)
	return nil
}

// writeFile writes the parts, each followed by end, and syncs the file.
func writeFile(name string, parts []string, end string) (sum fileSum, err error) {
	f, err := os.Create(name)
	if err != nil {
		return sum, err
	}
	defer f.Close()
	h := sha256.New()
	w := bufio.NewWriterSize(io.MultiWriter(f, h), 1<<18)
	for _, p := range parts {
		w.WriteString(p)
		w.WriteString(end)
		sum.Size += int64(len(p) + len(end))
	}
	if err := w.Flush(); err != nil {
		return sum, err
	}
	sum.SHA256 = hex.EncodeToString(h.Sum(nil))
	if err := f.Sync(); err != nil {
		return sum, err
	}
	return sum, f.Close()
}

// replace puts a small file in another's place, at once and for good.
func replace(dir, name, content string) error {
	if err := syncDir(dir); err != nil { // the new generation's name first
		return err
	}
	place := filepath.Join(dir, name+temporary)
	if _, err := writeFile(place, []string{content}, ""); err != nil {
		os.Remove(place)
		return err
	}
	if err := rename(place, filepath.Join(dir, name)); err != nil {
		return err
	}
	return syncDir(dir)
}

// clear takes away unfinished files, and generations from n on, to which no pointer leads.
func clear(dir string, n int) {
	files, _ := os.ReadDir(dir)
	for _, f := range files {
		if strings.HasSuffix(f.Name(), temporary) {
			takeAway(filepath.Join(dir, f.Name()))
		}
	}
	all, _ := generations(dir)
	for _, old := range all {
		if old >= n {
			takeAway(generationDir(dir, old))
		}
	}
}

// prune takes away all but the last generations. What cannot be taken away now, since somebody reads it, goes next time.
func prune(dir string) {
	all, _ := generations(dir)
	for _, old := range outlived(all, func(n int) bool { return isCorrected(dir, n) }) {
		takeAway(generationDir(dir, old))
	}
}

// outlived gives those of all generations that are not to be kept. The last ones stay, whatever they are. Of those before, so
// many stay as make the same number of builds when generations in a row that differ by corrections alone count as one, of
// which the last is kept: whoever corrects a hundred facts, one after the other, has his builds still.
func outlived(all []int, corrected func(int) bool) (gone []int) {
	all = slices.Sorted(slices.Values(all))
	slices.Reverse(all)
	builds := 0
	for i, n := range all {
		inRow := i > 0 && corrected(n) && corrected(all[i-1])
		if !inRow {
			builds++
		}
		if i >= keptGenerations && (inRow || builds > keptGenerations) {
			gone = append(gone, n)
		}
	}
	return gone
}

// isCorrected reports whether a generation differs from the one before by corrections alone. It reads no more than the head
// of the manifest.
func isCorrected(dir string, n int) bool {
	f, err := os.Open(filepath.Join(generationDir(dir, n), manifestFile))
	if err != nil {
		return false
	}
	defer f.Close()
	d := json.NewDecoder(f)
	for {
		switch token, err := d.Token(); {
		case err != nil || token == "base":
			return false
		case token == "corrected":
			var is bool
			return d.Decode(&is) == nil && is
		}
	}
}

// prepare makes the folder, takes the lock and marks the folder as ours.
func prepare(dir string) (unlock func(), err error) {
	if err := checkMarker(dir); err != nil && !isNoStore(err) {
		return nil, err
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return nil, explain(dir, err)
	}
	unlock, err = lock(dir)
	if err != nil {
		return nil, err
	}
	if err := checkMarker(dir); err != nil {
		raw, _ := json.Marshal(marker{"jishi", formatVersion}) // strings and numbers always marshal
		if isNoStore(err) {
			err = explain(dir, replace(dir, markerFile, string(raw)+"\n"))
		}
		if err != nil {
			unlock()
			return nil, err
		}
	}
	return unlock, nil
}
