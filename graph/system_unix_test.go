//go:build !windows

package graph

import (
	"fmt"
	"os"
	"os/signal"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// systemHelper does what cannot be undone in a process: it gives up rights, or the room to write.
func systemHelper(task, dir string) int {
	switch task {
	case "full": // no file may grow beyond this, as on a full disk
		signal.Ignore(syscall.SIGXFSZ)
		if err := syscall.Setrlimit(syscall.RLIMIT_FSIZE, &syscall.Rlimit{Cur: 8192, Max: 8192}); err != nil {
			fmt.Fprintln(os.Stderr, "setrlimit:", err)
			return 3
		}
	case "nobody":
		if os.Geteuid() == 0 {
			if err := syscall.Setuid(65534); err != nil {
				fmt.Fprintln(os.Stderr, "setuid:", err)
				return 3
			}
		}
	default:
		fmt.Fprintln(os.Stderr, "no such task", task)
		return 3
	}
	if _, err := Update(dir, version(7)); err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	return 0
}

// TestFullDisk: the error says what to do, the store is as it was, and nothing unfinished stays.
func TestFullDisk(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "store")
	mustUpdate(t, dir, version(1))
	before := files(t, dir)
	out, err := run("full", dir).CombinedOutput()
	if err == nil || !strings.Contains(string(out), dir+": the disk is full: ") || !strings.Contains(string(out), "free some space and run the command again; the store is as it was") {
		t.Errorf("%v: %s", err, out)
	}
	if after := files(t, dir); fmt.Sprint(before) != fmt.Sprint(after) {
		t.Error("the store is not as it was")
	}
	fresh := filepath.Join(t.TempDir(), "fresh")
	if out, err := run("full", fresh).CombinedOutput(); err == nil || !strings.Contains(string(out), "the disk is full") {
		t.Errorf("%v: %s", err, out)
	}
	mustUpdate(t, fresh, version(2))
}

// TestNoPermission: folders that must not be read or written are errors that say so.
func TestNoPermission(t *testing.T) {
	top := t.TempDir()
	if err := os.Chmod(filepath.Dir(top), 0o755); err != nil { // let nobody reach the folder
		t.Fatal(err)
	}
	dir := filepath.Join(top, "store")
	mustUpdate(t, dir, version(1))
	for _, c := range []struct {
		name, dir string
		mode      os.FileMode
	}{{"written", dir, 0o555}, {"read", dir, 0o000}, {"made", filepath.Join(top, "new", "store"), 0o555}} {
		locked := c.dir
		if c.name == "made" {
			locked = top
		}
		if err := os.Chmod(locked, c.mode); err != nil {
			t.Fatal(err)
		}
		out, err := run("nobody", c.dir).CombinedOutput()
		if err == nil || !strings.Contains(string(out), c.dir+": no permission: ") || !strings.Contains(string(out), "give yourself the right") {
			t.Errorf("a folder that must not be %s: %v: %s", c.name, err, out)
		}
		if err := os.Chmod(locked, 0o755); err != nil {
			t.Fatal(err)
		}
	}
	if n, err := whichVersion(dir); n != 1 || err != nil {
		t.Errorf("the store is not as it was: %d %v", n, err)
	}
}
