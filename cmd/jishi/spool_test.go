package main

import (
	"bytes"
	"strings"
	"testing"

	"jishi/schema"
)

// What was put in by any order comes out in the one that is asked for, from memory and from a file.
func TestSpool(t *testing.T) {
	for _, c := range []struct {
		name string
		size int // bytes of each part
		file bool
	}{
		{"in memory", 100, false},
		{"in a file", spoolSize/3 + 1, true},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := newSpool()
			defer s.close()
			for i, r := range "abcde" {
				number, err := s.put(lines{bytes: bytes.Repeat([]byte(string(r)), c.size), gaps: []gap{{at: i, telling: -1}, {at: c.size, telling: -1}}})
				if err != nil || number != i {
					t.Fatalf("part %d: number %d, %v", i, number, err)
				}
			}
			if (s.file != nil) != c.file {
				t.Fatalf("a file: %v", s.file != nil)
			}
			var out bytes.Buffer
			if err := s.print(&out, []int{3, 0, 4, 1, 2}, schema.Links{}); err != nil {
				t.Fatal(err)
			}
			want := ""
			for _, r := range "daebc" {
				want += strings.Repeat(string(r), c.size)
			}
			if out.String() != want {
				t.Errorf("%d bytes, want %d in another order", out.Len(), len(want))
			}
		})
	}
}
