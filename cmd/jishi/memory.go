package main

import (
	"os"
	"runtime/debug"
	"runtime/metrics"
	"sync/atomic"
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

// room is what is made anew for garbage whenever a look for it has told what is in use: much of what a text takes is needed
// only until its layout is known, and what is remembered of all texts grows.
type room struct{ inUse atomic.Uint64 }

// again is called as often as there is time: it does nothing unless garbage has been looked for.
func (r *room) again() {
	sample := []metrics.Sample{{Name: "/gc/heap/live:bytes"}} // at the last look for garbage
	if metrics.Read(sample); sample[0].Value.Kind() != metrics.KindUint64 {
		return
	}
	if live := sample[0].Value.Uint64(); live > 0 && r.inUse.Swap(live) != live {
		roomFor(streamedRoom, int(live))
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
