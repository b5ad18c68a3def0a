package arena_test

import (
	"testing"

	"jishi/extract/arena"
)

func TestWhatIsGivenOutStaysApart(t *testing.T) {
	var a arena.Of[int]
	var lists [][]int
	for n := range 40 {
		s := a.Slice(n * 7)
		for i := range s {
			if s[i] != 0 {
				t.Fatalf("slice %d: value %d is %d, want zero values", n, i, s[i])
			}
			s[i] = n
		}
		lists = append(lists, append(s, n)) // which must not reach into the next
	}
	for n, s := range lists {
		for i, v := range s {
			if v != n {
				t.Fatalf("slice %d: value %d became %d", n, i, v)
			}
		}
	}
}

func TestOneAndListKeepTheirValue(t *testing.T) {
	var a arena.Of[string]
	one, list := a.One("甲"), a.List("乙")
	if *one != "甲" || len(list) != 1 || list[0] != "乙" {
		t.Errorf("got %q, %q", *one, list)
	}
}

func TestResetGivesZeroValuesAgain(t *testing.T) {
	var a arena.Of[int]
	for _, n := range []int{3, 64, 5000, 10, 100000, 1} {
		for i := range a.Slice(n) {
			a.Slice(1)[0] = i + 1
		}
		a.Reset()
		for _, v := range a.Slice(n) {
			if v != 0 {
				t.Fatalf("after %d values: got %d", n, v)
			}
		}
		a.Reset()
	}
}

func TestWorkLikeTheLastTakesNoMemory(t *testing.T) {
	var a arena.Of[int]
	work := func() {
		for range 50 {
			a.Slice(20)
		}
		a.Reset()
	}
	for range 8 {
		work()
	}
	if n := testing.AllocsPerRun(10, work); n > 0 {
		t.Errorf("%v allocations", n)
	}
}
