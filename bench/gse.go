//go:build unix

package main

import (
	"fmt"
	"os"
	"os/exec"
	"strings"
	"time"

	"github.com/go-ego/gse"
)

// segmented are the two texts on which extraction is compared with segmentation, and how fast it wants to be.
func segmented() ([]struct {
	name, text string
	want       float64
}, error) {
	raw, err := os.ReadFile(chronicle)
	if err != nil {
		return nil, err
	}
	return []struct {
		name, text string
		want       float64
	}{
		{"10 MB of news", news(10*megabyte, 1), 1},
		{"chronicle, to 10 MB", strings.Repeat(string(raw), 10*megabyte/len(raw)+1), 0.5},
	}, nil
}

// segmentation compares the whole of extraction, from the start of the process to its end, with gse's bare segmentation of the
// same text by its default dictionary, the loading of which is not counted.
func (b bench) segmentation() error {
	texts, err := segmented()
	if err != nil {
		return err
	}
	for _, t := range texts {
		path, err := b.write("segmented.txt", t.text)
		if err != nil {
			return err
		}
		ours, err := b.least(3, 1, "extract", "--year", "2020", path)
		if err != nil {
			return err
		}
		segment, cut, err := ask(path)
		if err != nil {
			return err
		}
		fmt.Printf("%-41s extraction %.2f s, Segment %.2f s, Cut %.2f s\n", t.name, ours.cpu.Seconds(), segment.Seconds(), cut.Seconds())
		fmt.Printf("  against Segment (want ≥ %.1f)             %.2f times as fast; against Cut %.2f\n", t.want,
			segment.Seconds()/ours.cpu.Seconds(), cut.Seconds()/ours.cpu.Seconds())
	}
	return nil
}

// ask lets another process of ours segment a file: gse's dictionary in this one would count as memory of the processes it begins.
func ask(path string) (segment, cut time.Duration, err error) {
	program, err := os.Executable()
	if err != nil {
		return 0, 0, err
	}
	cmd := exec.Command(program, segmentOnly, path)
	cmd.Env = append(os.Environ(), "GOMAXPROCS=1")
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	if err != nil {
		return 0, 0, err
	}
	var a, b int64
	_, err = fmt.Sscan(string(out), &a, &b)
	return time.Duration(a), time.Duration(b), err
}

// segmentOnly is the argument with which bench only segments a file and prints what Segment and Cut took, in nanoseconds.
const segmentOnly = "segment-only"

func segmentFile(path string) error {
	raw, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	var seg gse.Segmenter
	seg.SkipLog = true
	if err := seg.LoadDictEmbed(); err != nil {
		return err
	}
	segment := leastOf(3, string(raw), func(line string) { seg.Segment([]byte(line)) })
	cut := leastOf(3, string(raw), func(line string) { seg.Cut(line) })
	fmt.Println(int64(segment), int64(cut))
	return nil
}

// leastOf is the processor's time for all lines of a text, the least of n rounds: what else the machine does can only add to it.
func leastOf(n int, text string, do func(line string)) time.Duration {
	var least time.Duration
	for range n {
		began := processorTime()
		for line := range strings.Lines(text) {
			do(line)
		}
		if took := processorTime() - began; least == 0 || took < least {
			least = took
		}
	}
	return least
}
