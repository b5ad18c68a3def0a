package graph

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"syscall"
	"time"
)

// On Windows a file that another program has open (a reader of ours, a virus scanner, an indexer, a folder that is
// synchronised) can for that moment be neither renamed nor removed, nor opened while it is replaced. What is refused for
// that reason is tried again.

// isHeld reports whether err is a refusal of the kind that passes. system is what runtime.GOOS says; elsewhere an open
// file stands in nobody's way.
func isHeld(system string, err error) bool {
	const accessDenied, sharingViolation, lockViolation = syscall.Errno(5), syscall.Errno(32), syscall.Errno(33) // as Windows numbers them
	var number syscall.Errno
	return system == "windows" && errors.As(err, &number) &&
		(number == accessDenied || number == sharingViolation || number == lockViolation)
}

// patience is how an action is tried again.
type patience struct {
	system string              // as runtime.GOOS
	wait   func(time.Duration) // time.Sleep
}

func patient() patience { return patience{runtime.GOOS, time.Sleep} }

// try does an action until it is no longer refused for the moment; after two seconds it gives the refusal.
func (p patience) try(action func() error) error {
	err := action()
	for pause := time.Millisecond; pause < 2*time.Second && isHeld(p.system, err); pause *= 2 {
		p.wait(pause)
		err = action()
	}
	return err
}

func rename(from, to string) error {
	return patient().try(func() error { return os.Rename(from, to) })
}

// takeAway removes a file or a folder with all in it. os.RemoveAll asks of the file system what not every one of those that
// Windows can use knows; to remove name by name is enough for us.
func takeAway(path string) error {
	info, err := os.Lstat(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err == nil && info.IsDir() {
		var files []os.DirEntry
		files, err = os.ReadDir(path)
		for _, f := range files {
			err = errors.Join(err, takeAway(filepath.Join(path, f.Name())))
		}
	}
	if err != nil {
		return err
	}
	return patient().try(func() error { return os.Remove(path) })
}

// readWhole reads a file that a writer may be replacing.
func readWhole(path string) (raw []byte, err error) {
	err = patient().try(func() error { raw, err = os.ReadFile(path); return err })
	return raw, err
}
