package main

import (
	"errors"
	"sync/atomic"
	"testing"
)

func TestInOrder(t *testing.T) {
	for _, jobs := range []int{1, 2, 16} {
		var under, most atomic.Int64
		next := 0
		err := inOrder(500, jobs, func(i int) (int, error) {
			if n := under.Add(1); n > most.Load() {
				most.Store(n)
			}
			return i, nil
		}, func(i int) error {
			under.Add(-1)
			if i != next {
				t.Fatalf("%d jobs: %d taken, want %d", jobs, i, next)
			}
			next++
			return nil
		})
		if err != nil || next != 500 {
			t.Errorf("%d jobs: %d taken, %v", jobs, next, err)
		}
		if int(most.Load()) > jobs {
			t.Errorf("%d jobs: %d under way", jobs, most.Load())
		}
	}
}

var errGone = errors.New("gone")

func TestInOrderEndsWithTheFirstError(t *testing.T) {
	const jobs = 2
	var done atomic.Int64
	count := func(i int) (int, error) {
		done.Add(1)
		return i, nil
	}
	if err := inOrder(10000, jobs, count, func(int) error { return errGone }); !errors.Is(err, errGone) {
		t.Errorf("error %v, want that of the taker", err)
	}
	if n := done.Load(); n > 100 {
		t.Errorf("%d pieces of work done for a taker who has gone", n)
	}
	taken := 0
	err := inOrder(3, jobs, func(i int) (int, error) {
		if i == 1 {
			return 0, errGone
		}
		return i, nil
	}, func(int) error { taken++; return nil })
	if !errors.Is(err, errGone) || taken != 1 {
		t.Errorf("error %v, %d taken", err, taken)
	}
}
