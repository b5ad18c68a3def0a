package graph

import (
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"
)

// Health is what Examine finds of a store.
type Health struct {
	Generation       int // the current one; 0 where none can be read
	Documents, Facts int
	Whole            []int    // the generations that can be had back, the current one among them, in order
	Faults           []error  // what is wrong; each says what to do
	Unfinished       []string // what a build that was cut short left behind; the next one clears it away
	Locked           error    // why nothing can be written now: another process writes, or rights are missing; else nil
}

// Examine reads all that a store holds, every generation, and says what is wrong with it. Of a folder in which nothing
// was built, the one fault wraps ErrNoStore.
func Examine(dir string) Health {
	var h Health
	if err := checkMarker(dir); err != nil {
		h.Faults = []error{err}
		return h
	}
	current, _, _ := readCurrent(dir)
	s, err := Open(dir)
	if err == nil {
		h.Documents = len(s.m.Documents)
		h.Facts, err = s.verify()
		err = errors.Join(err, s.Close())
	}
	if err == nil {
		h.Generation = current
	} else {
		h.Faults = append(h.Faults, err)
	}
	h.examineGenerations(dir, current, err == nil)
	unlock, err := lock(dir)
	if h.Locked = err; err == nil {
		unlock()
	}
	return h
}

// verify reads everything, and gives the number of facts.
func (s *Store) verify() (facts int, err error) {
	all, err := s.Facts()
	if err != nil {
		return 0, err
	}
	for _, d := range s.m.Documents {
		if _, err := s.Text(d.ID); err != nil {
			return 0, err
		}
	}
	_, _, err = s.CorrectionsFile()
	return len(all), err
}

// examineGenerations looks at what lies beside the current generation.
func (h *Health) examineGenerations(dir string, current int, sound bool) {
	all, err := generations(dir)
	if err != nil {
		h.Faults = append(h.Faults, explain(dir, err))
	}
	slices.Sort(all)
	for _, n := range all {
		switch {
		case current == 0: // nobody knows which one counts
		case n > current:
			h.Unfinished = append(h.Unfinished, fmt.Sprintf("gen-%06d", n))
		case n == current && sound:
			h.Whole = append(h.Whole, n)
		case n == current: // its fault is told already
		default:
			if err := verifyGeneration(dir, n); err != nil {
				h.Faults = append(h.Faults, &StoreError{dir, fmt.Sprintf("state %d cannot be had back: %v", n, err), "nothing need be done, if you do not want it", err})
				continue
			}
			h.Whole = append(h.Whole, n)
		}
	}
	files, _ := os.ReadDir(dir) // generations has told its fault
	for _, f := range files {
		if strings.HasSuffix(f.Name(), temporary) {
			h.Unfinished = append(h.Unfinished, f.Name())
		}
	}
}

// verifyGeneration compares an earlier generation's files with what was written.
func verifyGeneration(dir string, n int) error {
	m, _, err := readManifest(dir, n)
	if err != nil {
		return err
	}
	s, err := openGeneration(dir, n, m)
	if err != nil {
		return err
	}
	_, graph := s.whole(s.graph, m.Graph)
	_, texts := s.whole(s.texts, m.Texts)
	_, _, fixes := s.CorrectionsFile()
	return errors.Join(graph, texts, fixes, s.Close())
}
