package main

import "testing"

func TestParseMeminfo(t *testing.T) {
	total, free := parseMeminfo("MemTotal:       16318268 kB\nMemFree:          100 kB\nMemAvailable:    8159134 kB\nHugePages_Total:       0\nnonsense\n")
	if total != 16318268<<10 || free != 8159134<<10 {
		t.Error(total, free)
	}
	if total, free := parseMeminfo("MemTotal: much\n"); total != 0 || free != 0 {
		t.Error(total, free)
	}
}
