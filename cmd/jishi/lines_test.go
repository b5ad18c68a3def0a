package main

import (
	"bytes"
	"errors"
	"strconv"
	"sync/atomic"
	"testing"
)

// numbers is work that makes the numbers from 0 to n-1, and counts how much of it was done.
func numbers(n int, done *atomic.Int64) []func() ([]byte, error) {
	var work []func() ([]byte, error)
	for i := range n {
		work = append(work, func() ([]byte, error) {
			done.Add(1)
			return []byte(strconv.Itoa(i) + "\n"), nil
		})
	}
	return work
}

func TestWriteInOrder(t *testing.T) {
	var want bytes.Buffer
	for i := range 500 {
		want.WriteString(strconv.Itoa(i) + "\n")
	}
	for _, jobs := range []int{1, 2, 16} {
		var got bytes.Buffer
		var done atomic.Int64
		if err := writeInOrder(&got, jobs, numbers(500, &done)); err != nil {
			t.Fatal(err)
		}
		if got.String() != want.String() {
			t.Errorf("%d jobs: another order", jobs)
		}
	}
}

var errGone = errors.New("gone")

type goneWriter struct{}

func (goneWriter) Write([]byte) (int, error) { return 0, errGone }

func TestWriteInOrderEndsWithTheFirstError(t *testing.T) {
	var done atomic.Int64
	const jobs = 2
	if err := writeInOrder(goneWriter{}, jobs, numbers(10000, &done)); !errors.Is(err, errGone) {
		t.Errorf("error %v, want that of the writer", err)
	}
	if n := done.Load(); n > 100 {
		t.Errorf("%d pieces of work done for a reader who has gone", n)
	}
	fails := []func() ([]byte, error){
		func() ([]byte, error) { return []byte("a"), nil },
		func() ([]byte, error) { return nil, errGone },
		func() ([]byte, error) { return []byte("c"), nil },
	}
	var out bytes.Buffer
	if err := writeInOrder(&out, jobs, fails); !errors.Is(err, errGone) || out.String() != "a" {
		t.Errorf("error %v, written %q", err, out.String())
	}
}
