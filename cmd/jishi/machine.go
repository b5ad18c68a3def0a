package main

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"os"
	"runtime"
	"strings"
	"syscall"

	"golang.org/x/term"
)

// machine is what of the system matters to us. Its methods tell of any system, whatever the one they run on.
type machine struct {
	system     string // as runtime.GOOS
	env        func(string) string
	onTerminal bool   // whether results go to a terminal
	codePage   uint32 // of the console of Windows; 0: none
	memory     func() (total, free uint64)
	display    string // language of the desktop, where the locale is not the place to say it; else ""
}

func thisMachine(e *env) machine {
	return machine{runtime.GOOS, os.Getenv, e.terminal, consoleCodePage(), physicalMemory, displayLanguage()}
}

// isTerminal reports whether w is a terminal.
func isTerminal(w io.Writer) bool {
	if s, ok := w.(speaker); ok {
		w = s.out
	}
	f, ok := w.(*os.File)
	return ok && term.IsTerminal(int(f.Fd()))
}

const utf8CodePage = 65001

// charset says whether Chinese can be read on the terminal and in what other programs take from us.
func (m machine) charset() diagnosis {
	const sample = "you should see two words: 记事 記事"
	where := "no terminal, results go to a file or another program"
	if m.onTerminal {
		where = "terminal"
	}
	if m.system == "windows" {
		f := diagnosis{"terminal", stateOK, fmt.Sprintf("%s, code page %d; %s", where, m.codePage, sample), ""}
		if m.codePage != utf8CodePage { // what goes to the console itself is Unicode, whatever its code page
			f.state = stateNote
			f.remedy = "the screen is right, but what PowerShell 5 writes into a file by > is not: write files with -o, by > in cmd, or type `chcp 65001` first"
		}
		return f
	}
	charset := m.locale()
	f := diagnosis{"terminal", stateOK, fmt.Sprintf("%s, locale %s; %s", where, charset, sample), ""}
	if folded := strings.ReplaceAll(strings.ToLower(charset), "-", ""); !strings.Contains(folded, "utf8") {
		f.state = stateNote
		f.found = fmt.Sprintf("%s, locale %s, which is not UTF-8; %s", where, cmp.Or(charset, "not set"), sample)
		f.remedy = "results are UTF-8; where they cannot be read, type: export LC_ALL=C.UTF-8"
	}
	return f
}

// locale is the one that says how characters are encoded.
func (m machine) locale() string {
	return cmp.Or(m.env("LC_ALL"), m.env("LC_CTYPE"), m.env("LANG"))
}

// pathRoom tells of a folder whose path is too long for many programs of Windows; jishi itself can use it.
func (m machine) pathRoom(absolute string) []diagnosis {
	const most, below = 259, len(`\gen-000001.tmp\manifest.json`)
	if n := len([]rune(absolute)); m.system == "windows" && n+below > most {
		return []diagnosis{{"path", stateNote, fmt.Sprintf("the path of the store has %d characters", n),
			fmt.Sprintf("many programs of Windows read no path beyond %d: let the store stand nearer to the top of the drive", most)}}
	}
	return nil
}

// temporaryVariable names the variable that says where temporary files go.
func (m machine) temporaryVariable() string {
	if m.system == "windows" {
		return "TMP"
	}
	return "TMPDIR"
}

// isClosedPipeOf reports whether err is one of those by which Windows says that the reader of a pipe has gone.
func isClosedPipeOf(system string, err error) bool {
	const brokenPipe, noData = syscall.Errno(109), syscall.Errno(232) // as Windows numbers them
	var number syscall.Errno
	return system == "windows" && errors.As(err, &number) && (number == brokenPipe || number == noData)
}
