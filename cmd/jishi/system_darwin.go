package main

import "golang.org/x/sys/unix"

// physicalMemory gives the bytes of memory that the machine has; of those that are free a Mac says nothing useful: 0.
func physicalMemory() (total, free uint64) {
	total, err := unix.SysctlUint64("hw.memsize")
	if err != nil {
		return 0, 0
	}
	return total, 0
}

// consoleCodePage is a matter of Windows.
func consoleCodePage() uint32 { return 0 }

// displayLanguage is a matter of Windows.
func displayLanguage() string { return "" }
