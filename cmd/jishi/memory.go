package main

import (
	"os"
	"runtime/debug"
	"runtime/metrics"
)

// What the garbage collector is told. What stays of a text is little beside what its reading throws away, so looking seldom
// saves time, as long as the texts are not so large that memory becomes scarce.
const (
	program  = 30 << 20 // bytes in use before any text is read
	streamed = 5        // bytes in use for each of a text whose lines alone are kept
	kept     = 25       // the same where all is kept

	streamedRoom = 56 << 20 // bytes of garbage beside texts whose lines alone are kept
)

// roomFor lets garbage fill about so many bytes before it is looked for, at least half as many and at most four times as
// many as are in use.
func roomFor(room, inUse int) {
	debug.SetGCPercent(min(max(50, room/(inUse/100+1)), 400))
}

// size is how many bytes a text has, as far as can be told without reading it.
func (in input) size() int {
	if in.raw != nil {
		return len(in.raw)
	}
	if info, err := os.Stat(in.path); err == nil {
		return int(info.Size())
	}
	return 0
}

// roomAgain makes room again when a text has been read: what is remembered of all of them has grown.
func roomAgain() {
	live := []metrics.Sample{{Name: "/gc/heap/live:bytes"}} // at the last look for garbage
	if metrics.Read(live); live[0].Value.Kind() == metrics.KindUint64 {
		roomFor(streamedRoom, int(live[0].Value.Uint64()))
	}
}

// streaming makes room for texts of which no more than jobs are read at a time.
func (r *reading) streaming(jobs int) {
	largest := 0
	for _, in := range r.inputs {
		largest = max(largest, in.size())
	}
	roomFor(streamedRoom, program+streamed*min(jobs, len(r.inputs))*largest)
}

// keeping makes room for texts that are kept with all that they gave.
func (r *reading) keeping() {
	all := 0
	for _, in := range r.inputs {
		all += in.size()
	}
	roomFor(768<<20, program+kept*all)
}
