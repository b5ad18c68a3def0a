package lexicon_test

import (
	"bufio"
	"fmt"
	"os"
	"testing"
)

func TestProbe(t *testing.T) {
	l := load(t)
	f, err := os.Open("/tmp/probe.txt")
	if err != nil {
		t.Fatal(err)
	}
	sc := bufio.NewScanner(f)
	for sc.Scan() {
		fmt.Printf("%s\n    %s\n", sc.Text(), show(parse(l, sc.Text())))
	}
}
