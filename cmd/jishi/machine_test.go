package main

import (
	"bytes"
	"io"
	"os"
	"strings"
	"syscall"
	"testing"
)

// TestCharset: whoever cannot read Chinese on his screen, or in a file that his shell writes, is told what to do; whoever
// can is left alone. It tells of every system on any.
func TestCharset(t *testing.T) {
	for _, c := range []struct {
		name, system  string
		env           map[string]string
		page          uint32
		state, remedy string
	}{
		{"a Mac", "darwin", map[string]string{"LANG": "zh_CN.UTF-8"}, 0, stateOK, ""},
		{"utf8 without hyphen", "linux", map[string]string{"LC_CTYPE": "en_US.utf8"}, 0, stateOK, ""},
		{"the stronger variable is of another encoding", "linux", map[string]string{"LC_ALL": "zh_CN.GB18030", "LANG": "zh_CN.UTF-8"}, 0, stateNote, "LC_ALL=C.UTF-8"},
		{"nothing set", "linux", nil, 0, stateNote, "LC_ALL=C.UTF-8"},
		{"Windows in China", "windows", nil, 936, stateNote, "PowerShell 5"},
		{"Windows in the West", "windows", nil, 437, stateNote, "chcp 65001"},
		{"Windows in UTF-8", "windows", nil, 65001, stateOK, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			m := machine{system: c.system, env: func(key string) string { return c.env[key] }, codePage: c.page}
			d := m.charset()
			if d.state != c.state || (d.remedy == "") != (c.remedy == "") || !strings.Contains(d.remedy, c.remedy) || !strings.Contains(d.found, "记事") {
				t.Errorf("%+v", d)
			}
		})
	}
}

func TestPathRoom(t *testing.T) {
	short, long := `C:\Users\li\store`, `C:\Users\li\`+strings.Repeat(`大事记\`, 60)+"store"
	for _, c := range []struct {
		system, path string
		told         bool
	}{{"windows", short, false}, {"windows", long, true}, {"linux", long, false}} {
		if got := (machine{system: c.system}).pathRoom(c.path); (len(got) > 0) != c.told {
			t.Errorf("%s %s: %+v", c.system, c.path, got)
		}
	}
}

func TestIsTerminal(t *testing.T) {
	f, err := os.Create(t.TempDir() + "/x")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	for _, w := range []io.Writer{&bytes.Buffer{}, f} {
		if isTerminal(w) {
			t.Errorf("%T is taken for a terminal", w)
		}
	}
}

// TestMemoryNote: little memory is told before a build fails for want of it.
func TestMemoryNote(t *testing.T) {
	for _, c := range []struct {
		total, free  uint64
		state, found string
	}{
		{16 << 30, 8 << 30, stateOK, "16.0 GB, of which 8.0 GB are free"},
		{16 << 30, 0, stateOK, "16.0 GB"},
		{4 << 30, 100 << 20, stateNote, "4.0 GB, of which 0.1 GB are free"},
		{0, 0, stateNote, "this system does not say how much there is"},
	} {
		x := examined{system: machine{memory: func() (uint64, uint64) { return c.total, c.free }}}
		if d := checkMemory(x)[0]; d.state != c.state || d.found != c.found {
			t.Errorf("%+v", d)
		}
	}
}

func TestClosedPipeOfWindows(t *testing.T) {
	for _, c := range []struct {
		system string
		number syscall.Errno
		closed bool
	}{{"windows", 232, true}, {"windows", 109, true}, {"windows", 112, false}, {"linux", 109, false}} {
		err := &os.PathError{Op: "write", Path: "stdout", Err: c.number}
		if got := isClosedPipeOf(c.system, err); got != c.closed {
			t.Errorf("%s %d: %v", c.system, c.number, got)
		}
	}
}
