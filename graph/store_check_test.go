package graph

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// TestExamine: what is wrong with a store is found wherever it is, and what is not wrong is not told.
func TestExamine(t *testing.T) {
	write := func(path, content string) {
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	flip := func(path string) { // the size stays
		raw, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		raw[len(raw)/2] ^= 1
		write(path, string(raw))
	}
	for _, c := range []struct {
		name       string
		spoil      func(dir string)
		generation int
		whole      []int
		faults     []string // what each says
		unfinished []string
	}{
		{"sound", func(string) {}, 3, []int{1, 2, 3}, nil, nil},
		{"a build was cut short", func(dir string) { write(dir+"/gen-000004.tmp/texts", "x"); write(dir+"/CURRENT.tmp", "4") }, 3, []int{1, 2, 3}, nil, []string{"CURRENT.tmp", "gen-000004.tmp"}},
		{"no pointer led there", func(dir string) { write(dir+"/gen-000004/texts", "x") }, 3, []int{1, 2, 3}, nil, []string{"gen-000004"}},
		{"the graph was changed", func(dir string) { flip(dir + "/gen-000003/graph.nq") }, 0, []int{1, 2}, []string{"graph.nq is not what was written"}, nil},
		{"the texts were changed", func(dir string) { flip(dir + "/gen-000003/texts") }, 0, []int{1, 2}, []string{"texts is not what was written"}, nil},
		{"the manifest was changed", func(dir string) { write(dir+"/gen-000003/manifest.json", "{}") }, 0, []int{1, 2}, []string{"manifest.json of generation 3 is not what was written"}, nil},
		{"an earlier state was changed", func(dir string) { flip(dir + "/gen-000002/texts") }, 3, []int{1, 3}, []string{"state 2 cannot be had back"}, nil},
		{"two earlier states lost a file", func(dir string) {
			os.Remove(dir + "/gen-000001/manifest.json")
			os.Remove(dir + "/gen-000002/graph.nq")
		}, 3, []int{3}, []string{"state 1 cannot be had back", "state 2 cannot be had back"}, nil},
		{"the pointer is broken", func(dir string) { write(dir+"/CURRENT", "x") }, 0, nil, []string{"CURRENT is not as jishi writes it"}, nil},
		{"not ours", func(dir string) { os.Remove(dir + "/" + markerFile) }, 0, nil, []string{"this folder is no jishi store"}, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			dir := filepath.Join(t.TempDir(), "store")
			for i := range 3 {
				mustUpdate(t, dir, version(i))
			}
			c.spoil(dir)
			before := files(t, dir)
			h := Examine(dir)
			if h.Generation != c.generation || !slices.Equal(h.Whole, c.whole) || !slices.Equal(h.Unfinished, c.unfinished) || h.Locked != nil {
				t.Errorf("%+v", h)
			}
			if len(h.Faults) != len(c.faults) {
				t.Fatalf("faults %v", h.Faults)
			}
			for i, want := range c.faults {
				if !strings.Contains(h.Faults[i].Error(), want) || !strings.Contains(h.Faults[i].Error(), "; ") {
					t.Errorf("%v, want %s, and what to do", h.Faults[i], want)
				}
			}
			if c.generation > 0 && (h.Documents != 3 || h.Facts != 3) {
				t.Errorf("%d documents, %d facts", h.Documents, h.Facts)
			}
			if fmt.Sprint(files(t, dir)) != fmt.Sprint(before) {
				t.Error("it writes")
			}
		})
	}
}

func TestExamineNothing(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "none")
	if h := Examine(dir); len(h.Faults) != 1 || !errors.Is(h.Faults[0], ErrNoStore) {
		t.Errorf("%+v", h)
	}
	if _, err := os.Stat(dir); !errors.Is(err, os.ErrNotExist) {
		t.Error("it makes the folder")
	}
}

func TestExamineWhileWritten(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "store")
	mustUpdate(t, dir, version(1))
	unlock, err := lock(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer unlock()
	if h := Examine(dir); h.Locked == nil || !strings.Contains(h.Locked.Error(), "another process is writing") || len(h.Faults) > 0 || h.Generation != 1 {
		t.Errorf("%+v", h)
	}
}
