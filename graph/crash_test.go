package graph

import (
	"bufio"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	"jishi/schema"
)

// helper is what the test binary does when it is run as a process of its own.
func helper(task string) int {
	dir := os.Getenv("JISHI_TEST_STORE")
	switch task {
	case "write":
		from, _ := strconv.Atoi(os.Getenv("JISHI_TEST_FROM"))
		for i := from; ; i++ {
			if _, err := Update(dir, version(i)); err != nil {
				fmt.Fprintln(os.Stderr, err)
				return 1
			}
			fmt.Println(i)
		}
	default:
		return systemHelper(task, dir)
	}
}

// version is the i-th state of a store: three documents that all say i.
func version(i int) Build {
	var b Build
	for _, id := range []string{"甲", "乙", "丙"} {
		b.Results = append(b.Results, one(id, fmt.Sprintf("挪威第%d次同秘鲁通电话。%s", i, strings.Repeat("此后无事。", 2000))))
	}
	return b
}

// run starts the test binary for a task on a store.
func run(task, dir string, env ...string) *exec.Cmd {
	cmd := exec.Command(os.Args[0])
	cmd.Env = append(append(os.Environ(), "JISHI_TEST_HELPER="+task, "JISHI_TEST_STORE="+dir), env...)
	return cmd
}

// TestKill kills a process that builds without end, 50 times at random moments. What it leaves is one whole state, and
// never an older one than it said it had written.
func TestKill(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "store")
	r := rand.New(rand.NewPCG(uint64(time.Now().UnixNano()), 1))
	last := -1 // the state that is known to be there
	for kill := range 50 {
		cmd := run("write", dir, fmt.Sprint("JISHI_TEST_FROM=", last+1))
		var stderr strings.Builder
		cmd.Stderr = &stderr
		out, err := cmd.StdoutPipe()
		if err != nil {
			t.Fatal(err)
		}
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		lines := bufio.NewScanner(out)
		for range r.IntN(3) { // sometimes before anything is written
			if lines.Scan() {
				last, _ = strconv.Atoi(lines.Text())
			}
		}
		time.Sleep(time.Duration(r.IntN(30_000)) * time.Microsecond)
		if err := cmd.Process.Kill(); err != nil {
			t.Fatal(err)
		}
		for lines.Scan() {
			last, _ = strconv.Atoi(lines.Text())
		}
		if err := cmd.Wait(); err == nil || stderr.Len() > 0 {
			t.Fatalf("kill %d: the writer was not killed: %v %s", kill, err, stderr.String())
		}
		found, err := whichVersion(dir)
		if err != nil && !(errors.Is(err, ErrNoStore) && last == -1) {
			t.Fatalf("kill %d: %v", kill, err)
		}
		if found < last {
			t.Fatalf("kill %d: state %d was written, state %d is there", kill, last, found)
		}
		last = max(last, found)
	}
	if last < 5 {
		t.Errorf("only %d states were written: the kills came too early to mean anything", last)
	}
	mustUpdate(t, dir, version(last+1))
	left, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range left {
		if strings.HasSuffix(f.Name(), temporary) {
			t.Errorf("%s is left behind", f.Name())
		}
	}
}

// whichVersion says which state a store holds; an error when it is none.
func whichVersion(dir string) (int, error) {
	s, err := Open(dir)
	if err != nil {
		return -1, err
	}
	defer s.Close()
	facts, err := s.Facts()
	if err != nil {
		return -1, err
	}
	docs := s.Documents()
	if len(facts) != 3 || len(docs) != 3 {
		return -1, fmt.Errorf("%d documents, %d facts", len(docs), len(facts))
	}
	number := -1
	for i, f := range facts {
		text, err := s.Text(f.Doc)
		if err != nil {
			return -1, err
		}
		said := regexp.MustCompile(`第(\d+)次`).FindStringSubmatch(schema.Quote(text, f.Evidence))
		if said == nil {
			return -1, fmt.Errorf("the evidence of %s is %q", f.Doc, schema.Quote(text, f.Evidence))
		}
		n, _ := strconv.Atoi(said[1])
		if i > 0 && n != number {
			return -1, fmt.Errorf("a mixture of states %d and %d", number, n)
		}
		number = n
	}
	return number, nil
}
