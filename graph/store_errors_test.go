package graph

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"jishi/schema"
)

// TestOpenErrors: each names the folder and says what to do; Update refuses the folder too, and writes nothing there.
func TestOpenErrors(t *testing.T) {
	write := func(t *testing.T, path, content string) {
		t.Helper()
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	gone := func(t *testing.T, path string) {
		t.Helper()
		if err := os.RemoveAll(path); err != nil {
			t.Fatal(err)
		}
	}
	for _, c := range []struct {
		name  string
		spoil func(t *testing.T, dir string)
		want  string
		fresh bool // a first build may be made there
	}{
		{"no folder", func(t *testing.T, dir string) { gone(t, dir) }, "there is no such folder; build one with `jishi build", true},
		{"empty", func(t *testing.T, dir string) { gone(t, dir); write(t, dir+"/LOCK", "") }, "the folder is empty; build one", true},
		{"not ours", func(t *testing.T, dir string) { gone(t, dir+"/"+markerFile) }, "this folder is no jishi store (it has no jishi-store.json); name a folder", false},
		{"a file", func(t *testing.T, dir string) { gone(t, dir); write(t, dir, "x") }, "this is no folder; name a folder", false},
		{"marker of somebody", func(t *testing.T, dir string) { write(t, dir+"/"+markerFile, `{"a":1}`) }, "is not as jishi writes it", false},
		{"marker broken", func(t *testing.T, dir string) { write(t, dir+"/"+markerFile, `{`) }, "is not as jishi writes it", false},
		{"newer", func(t *testing.T, dir string) { write(t, dir+"/"+markerFile, `{"store":"jishi","format":2}`) }, "a newer jishi wrote this store (layout 2, this one knows 1); use that version", false},
		{"no pointer", func(t *testing.T, dir string) { gone(t, dir+"/CURRENT") }, "half of the store is missing: its pointer CURRENT is gone; restore", false},
		{"no pointer, one generation", func(t *testing.T, dir string) { gone(t, dir+"/CURRENT"); gone(t, dir+"/gen-000002") }, "half of the store is missing: its pointer CURRENT is gone; restore", false},
		{"no pointer, first build cut short", func(t *testing.T, dir string) {
			gone(t, dir+"/CURRENT")
			gone(t, dir+"/gen-000002")
			write(t, dir+"/FIRST", "")
		}, "the first build of this store was not finished", true},
		{"no pointer, no generation", func(t *testing.T, dir string) {
			gone(t, dir+"/CURRENT")
			gone(t, dir+"/gen-000001")
			gone(t, dir+"/gen-000002")
		}, "the first build of this store was not finished", true},
		{"pointer broken", func(t *testing.T, dir string) { write(t, dir+"/CURRENT", "two\n") }, "the store is damaged: CURRENT is not as jishi writes it", false},
		{"no generation", func(t *testing.T, dir string) { gone(t, dir+"/gen-000002") }, "half of it is missing: generation 2 has no manifest.json", false},
		{"no graph", func(t *testing.T, dir string) { gone(t, dir+"/gen-000002/graph.nq") }, "half of it is missing: generation 2 has no file graph.nq", false},
		{"no texts", func(t *testing.T, dir string) { gone(t, dir+"/gen-000002/texts") }, "half of it is missing: generation 2 has no file texts", false},
		{"another manifest", func(t *testing.T, dir string) { write(t, dir+"/gen-000002/manifest.json", "{}") }, "the manifest.json of generation 2 is not what was written", false},
		{"graph cut short", func(t *testing.T, dir string) { write(t, dir+"/gen-000002/graph.nq", "x") }, "graph.nq of generation 2 has 1 bytes, want", false},
	} {
		t.Run(c.name, func(t *testing.T) {
			dir := filepath.Join(t.TempDir(), "store")
			mustUpdate(t, dir, Build{Results: []schema.Result{one("甲", "挪威同秘鲁通电话。")}})
			mustUpdate(t, dir, Build{Results: []schema.Result{one("甲", "挪威再同秘鲁通电话。")}})
			c.spoil(t, dir)
			_, err := Open(dir)
			var e *StoreError
			if !errors.As(err, &e) || !strings.HasPrefix(err.Error(), dir+": ") || !strings.Contains(err.Error(), c.want) {
				t.Errorf("Open: %v, want %s", err, c.want)
			}
			if errors.Is(err, ErrNoStore) != c.fresh {
				t.Errorf("ErrNoStore: %v", err)
			}
			if _, err := Update(dir, Build{Remove: []string{"甲"}}); err == nil {
				t.Error("a document is removed from no store")
			}
			_, err = Update(dir, Build{Results: []schema.Result{one("乙", "挪威同秘鲁通电话。")}})
			if (err == nil) != c.fresh {
				t.Errorf("Update: %v", err)
			}
			if c.fresh {
				state(t, dir)
			}
		})
	}
}

// TestDamagedContent: what was changed behind the store's back, without changing its size, is found when it is read.
func TestDamagedContent(t *testing.T) {
	for _, name := range []string{graphFile, textsFile} {
		dir := filepath.Join(t.TempDir(), "store")
		mustUpdate(t, dir, Build{Results: []schema.Result{one("甲", "挪威同秘鲁通电话。")}})
		path := filepath.Join(generationDir(dir, 1), name)
		raw, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		raw[len(raw)/2] ^= 1
		if err := os.WriteFile(path, raw, 0o644); err != nil {
			t.Fatal(err)
		}
		if _, err := readState(dir); err == nil || !strings.Contains(err.Error(), name+" is not what was written") {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestUnknownDocument(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "store")
	mustUpdate(t, dir, Build{Results: []schema.Result{one("甲", "挪威同秘鲁通电话。")}})
	before := files(t, dir)
	_, err := Update(dir, Build{Remove: []string{"甲", "乙", "丙"}})
	if err == nil || !strings.Contains(err.Error(), `there is no document "乙", "丙"`) {
		t.Error(err)
	}
	if after := files(t, dir); len(after) != len(before) {
		t.Error("a refused removal writes")
	}
	s, err := Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	if _, err := s.Text("乙"); err == nil {
		t.Error("the text of a document that is not there")
	}
}

// TestLock: of two writers the second is refused, and can write when the first has finished.
func TestLock(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "store")
	mustUpdate(t, dir, Build{Results: []schema.Result{one("甲", "挪威同秘鲁通电话。")}})
	unlock, err := lock(dir)
	if err != nil {
		t.Fatal(err)
	}
	next := Build{Results: []schema.Result{one("乙", "挪威同秘鲁通电话。")}}
	if _, err := Update(dir, next); err == nil || !strings.Contains(err.Error(), "another process is writing to this store; wait") {
		t.Error(err)
	}
	state(t, dir)
	unlock()
	mustUpdate(t, dir, next)
}
