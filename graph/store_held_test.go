package graph

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// TestPatience: on Windows what another program has open is tried again, for two seconds and no longer; all other errors,
// and those of other systems that bear the same number, are told at once.
func TestPatience(t *testing.T) {
	const accessDenied, sharing, notFound = syscall.Errno(5), syscall.Errno(32), syscall.Errno(2)
	for _, c := range []struct {
		name, system string
		err          error
		fails, tries int // how often the action fails at first; how often it is done
		lasts        bool
	}{
		{"free", "windows", sharing, 0, 1, false},
		{"held for a moment", "windows", sharing, 3, 4, false},
		{"a scanner looks at it", "windows", accessDenied, 5, 6, false},
		{"held for good", "windows", sharing, 99, 12, true},
		{"not there", "windows", notFound, 99, 1, true},
		{"another system", "linux", sharing, 99, 1, true},
	} {
		t.Run(c.name, func(t *testing.T) {
			var waited time.Duration
			p := patience{c.system, func(d time.Duration) { waited += d }}
			tries := 0
			err := p.try(func() error {
				if tries++; tries <= c.fails {
					return &os.LinkError{Op: "rename", Old: "a", New: "b", Err: c.err}
				}
				return nil
			})
			if tries != c.tries || (err != nil) != c.lasts || waited > 3*time.Second {
				t.Errorf("%d tries, %v, waited %v", tries, err, waited)
			}
		})
	}
}

// TestHeldRemedy: what is still held says who may hold it, not that rights are missing.
func TestHeldRemedy(t *testing.T) {
	err := explainOn("windows", "graph", fmt.Errorf("rename: %w", syscall.Errno(32)))
	if err == nil || !strings.Contains(err.Error(), "another program has a file of the store open") || !strings.Contains(err.Error(), "virus scanner") {
		t.Error(err)
	}
}

func TestTakeAway(t *testing.T) {
	dir := t.TempDir()
	inner := filepath.Join(dir, "gen", "deep")
	if err := os.MkdirAll(inner, 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(inner, "texts"), []byte("x"), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(t.TempDir(), filepath.Join(inner, "elsewhere")); err != nil {
		t.Fatal(err)
	}
	if err := takeAway(filepath.Join(dir, "gen")); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(filepath.Join(dir, "gen")); !errors.Is(err, os.ErrNotExist) {
		t.Error(err)
	}
	if err := takeAway(filepath.Join(dir, "gen")); err != nil {
		t.Errorf("what is gone: %v", err)
	}
}
