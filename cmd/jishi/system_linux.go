package main

import (
	"os"
	"strconv"
	"strings"
)

// physicalMemory gives the bytes of memory that the machine has and those that are free; 0 where that cannot be told.
func physicalMemory() (total, free uint64) {
	raw, err := os.ReadFile("/proc/meminfo")
	if err != nil {
		return 0, 0
	}
	return parseMeminfo(string(raw))
}

// parseMeminfo reads lines like "MemTotal:  16318268 kB".
func parseMeminfo(text string) (total, free uint64) {
	for line := range strings.Lines(text) {
		name, value, _ := strings.Cut(line, ":")
		n, err := strconv.ParseUint(strings.TrimSuffix(strings.TrimSpace(value), " kB"), 10, 64)
		switch {
		case err != nil:
		case name == "MemTotal":
			total = n << 10
		case name == "MemAvailable":
			free = n << 10
		}
	}
	return total, free
}

// consoleCodePage is a matter of Windows.
func consoleCodePage() uint32 { return 0 }

// displayLanguage is a matter of Windows.
func displayLanguage() string { return "" }
