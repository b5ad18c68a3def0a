package graph

import (
	"errors"
	"path/filepath"
	"syscall"
)

// The numbers of Windows that package syscall does not name.
const (
	errorSharingViolation = syscall.Errno(32)
	errorHandleDiskFull   = syscall.Errno(39)
	errorDiskFull         = syscall.Errno(112)
)

// lock keeps other writers away until the returned function is called: the file is opened for this process alone. The
// system lets go of it when the process dies.
func lock(dir string) (unlock func(), err error) {
	name, err := syscall.UTF16PtrFromString(filepath.Join(dir, lockFile))
	if err != nil {
		return nil, explain(dir, err)
	}
	h, err := syscall.CreateFile(name, syscall.GENERIC_READ|syscall.GENERIC_WRITE, 0, nil, syscall.OPEN_ALWAYS, syscall.FILE_ATTRIBUTE_NORMAL, 0)
	if errors.Is(err, errorSharingViolation) {
		return nil, busy(dir)
	}
	if err != nil {
		return nil, explain(dir, err)
	}
	return func() { syscall.CloseHandle(h) }, nil
}

// full reports whether err says that no more can be written.
func full(err error) bool {
	return errors.Is(err, errorDiskFull) || errors.Is(err, errorHandleDiskFull)
}

// syncDir does nothing: Windows writes names with the file.
func syncDir(string) error { return nil }
