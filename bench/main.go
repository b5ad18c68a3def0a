//go:build unix

// Command bench measures the built program as a user runs it, whole processes from a cold start, and prints the figures
// that the project holds itself to: start, the chronicle, extraction against bare segmentation, two jobs against one, a thousand
// rules more, whether the time grows in step with the text, also within one sentence, and memory. `make bench` runs it.
package main

import (
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"syscall"
	"time"
)

const (
	chronicle = "testdata/chronicle/2020-03-23--31.txt"
	megabyte  = 1 << 20
)

func main() {
	if len(os.Args) == 3 && os.Args[1] == segmentOnly {
		if err := segmentFile(os.Args[2]); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		return
	}
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: bench PROGRAM")
		os.Exit(2)
	}
	if err := run(os.Args[1]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(program string) error {
	dir, err := os.MkdirTemp("", "jishi-bench")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	b := bench{program, dir}
	for _, measure := range []func() error{b.start, b.chronicle, b.segmentation, b.jobs, b.rules, b.linear, b.oneLine, b.endless, b.memory} {
		if err := measure(); err != nil {
			return err
		}
	}
	return nil
}

type bench struct{ program, dir string }

// cost is what one process took.
type cost struct {
	wall, cpu time.Duration
	memory    int64 // bytes at the peak
}

// process runs the program with its output thrown away.
func (b bench) process(jobs int, args ...string) (cost, error) {
	cmd := exec.Command(b.program, args...)
	cmd.Env = append(os.Environ(), "GOMAXPROCS="+strconv.Itoa(jobs), "JISHI_JOBS="+strconv.Itoa(jobs))
	cmd.Stdout = io.Discard
	cmd.Stderr = os.Stderr
	began := time.Now()
	if err := cmd.Run(); err != nil {
		return cost{}, fmt.Errorf("%s %v: %w", b.program, args, err)
	}
	c := cost{wall: time.Since(began), cpu: cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime()}
	if used, ok := cmd.ProcessState.SysUsage().(*syscall.Rusage); ok {
		c.memory = int64(used.Maxrss)
		if runtime.GOOS != "darwin" {
			c.memory <<= 10 // Linux counts kilobytes
		}
	}
	return c, nil
}

// middle is the run of the middle time out of n.
func (b bench) middle(n, jobs int, args ...string) (cost, error) {
	var costs []cost
	for range n {
		c, err := b.process(jobs, args...)
		if err != nil {
			return c, err
		}
		costs = append(costs, c)
	}
	slices.SortFunc(costs, func(a, b cost) int { return int(a.wall - b.wall) })
	return costs[n/2], nil
}

// least is the run of the least time out of n: what else the machine does can only add to it.
func (b bench) least(n, jobs int, args ...string) (cost, error) {
	var least cost
	for range n {
		c, err := b.process(jobs, args...)
		if err != nil {
			return c, err
		}
		if least.wall == 0 || c.wall < least.wall {
			least = c
		}
	}
	return least, nil
}

// processorTime is what this process has taken of the processor.
func processorTime() time.Duration {
	var used syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &used); err != nil {
		return 0
	}
	return time.Duration(used.Utime.Nano() + used.Stime.Nano())
}

func (c cost) String() string {
	return fmt.Sprintf("%.3f s, %.3f s of processor, %d MB at the peak", c.wall.Seconds(), c.cpu.Seconds(), c.memory/megabyte)
}

// start is what it takes to compile the gazetteers and rules: there is next to nothing to read.
func (b bench) start() error {
	if c, err := b.middle(5, runtime.NumCPU(), "version"); err != nil {
		return err
	} else {
		fmt.Printf("process alone (jishi version)             %v\n", c)
	}
	path, err := b.write("short.txt", "2019年5月6日\n\n●无事。\n")
	if err != nil {
		return err
	}
	c, err := b.middle(7, runtime.NumCPU(), "extract", path)
	if err != nil {
		return err
	}
	fmt.Printf("start (jishi extract on three words)      %v\n", c)
	return nil
}

// startAlone is what one job takes that has next to nothing to read.
func (b bench) startAlone(args ...string) (cost, error) {
	short, err := b.write("short.txt", "2019年5月6日\n\n●无事。\n")
	if err != nil {
		return cost{}, err
	}
	return b.least(5, 1, append([]string{"extract", short}, args...)...)
}

func (b bench) chronicle() error {
	c, err := b.middle(7, runtime.NumCPU(), "extract", "--year", "2020", chronicle)
	if err != nil {
		return err
	}
	fmt.Printf("chronicle, cold (want < 0.3 s, < 120 MB)  %v\n", c)
	return nil
}

func (b bench) jobs() error {
	path, err := b.write("ten.txt", text(10*megabyte))
	if err != nil {
		return err
	}
	var took [3]time.Duration
	for _, jobs := range []int{1, 2} {
		c, err := b.least(5, jobs, "extract", path)
		if err != nil {
			return err
		}
		took[jobs] = c.wall
		fmt.Printf("10 MB, jobs %d                             %v\n", jobs, c)
	}
	fmt.Printf("two jobs against one (want ≥ 1.7)         %.2f times as fast\n", took[1].Seconds()/took[2].Seconds())
	return nil
}

// linear compares the time per megabyte, what it takes to start taken off.
func (b bench) linear() error {
	start, err := b.startAlone()
	if err != nil {
		return err
	}
	var rates []rate
	for _, size := range []int{1, 3, 10} {
		path, err := b.write("linear.txt", text(size*megabyte))
		if err != nil {
			return err
		}
		c, err := b.middle(3, 1, "extract", path)
		if err != nil {
			return err
		}
		rates = append(rates, perMegabyte(c, start, size))
		fmt.Printf("%2d MB, one job                            %v; %v\n", size, rates[len(rates)-1], c)
	}
	fmt.Printf("10 MB against 1 MB (want ≤ 1.2)           %s\n", rates[2].against(rates[0]))
	return nil
}

// oneLine is a text of 2 and of 20 MB without a line break.
func (b bench) oneLine() error {
	var rates []rate
	for _, size := range []int{2, 20} {
		path, err := b.write("line.txt", line(size*megabyte))
		if err != nil {
			return err
		}
		c, err := b.process(runtime.NumCPU(), "extract", path)
		if err != nil {
			return err
		}
		rates = append(rates, perMegabyte(c, cost{}, size))
		fmt.Printf("a line of %2d MB                           %v; %v\n", size, rates[len(rates)-1], c)
	}
	fmt.Printf("20 MB against 2 MB (want ≤ 1.2)           %s\n", rates[1].against(rates[0]))
	return nil
}

// memory is what news takes, in files of two megabytes.
func (b bench) memory() error {
	for _, size := range []int{10, 100} {
		dir := filepath.Join(b.dir, "news", strconv.Itoa(size))
		if err := os.MkdirAll(dir, 0o700); err != nil {
			return err
		}
		for seed := range uint64(size / 2) {
			if err := os.WriteFile(filepath.Join(dir, strconv.FormatUint(seed, 10)+".txt"), []byte(news(2*megabyte, seed)), 0o600); err != nil {
				return err
			}
		}
		c, err := b.process(1, "extract", dir)
		if err != nil {
			return err
		}
		fmt.Printf("%3d MB of news, files of 2 MB (want < 150 MB) %v\n", size, c)
	}
	return nil
}

// rate is what a megabyte takes, in seconds. The clock also counts what else the machine does; the processor does not.
type rate struct{ wall, cpu float64 }

func perMegabyte(c, start cost, size int) rate {
	return rate{(c.wall - start.wall).Seconds() / float64(size), (c.cpu - start.cpu).Seconds() / float64(size)}
}

func (r rate) String() string {
	return fmt.Sprintf("%.3f s a MB, of processor %.3f", r.wall, r.cpu)
}

func (r rate) against(first rate) string {
	return fmt.Sprintf("%.2f times the time a MB, of processor %.2f", r.wall/first.wall, r.cpu/first.cpu)
}

func (b bench) write(name, text string) (string, error) {
	path := filepath.Join(b.dir, name)
	return path, os.WriteFile(path, []byte(text), 0o600)
}
