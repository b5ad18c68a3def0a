//go:build unix

package main

import (
	_ "embed"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strconv"
	"strings"
)

//go:embed coined.yaml
var coinedRule string

// coined gives n words of two characters that no text has: triggers of generated rules.
func coined(n int) []string {
	const first, second = "甪亶兕凫匜厍叆呙嗉噀囫垞埯堉墀夬妺娵嫄孥宓尕岊嵎巯帡庤弇彳忮", "惎慥戕扃扢挦掞揳搌摅攒敉斝昃晷朓枘柷梾棨楗榱槊橐欹殳毖氆泖洄浼"
	var out []string
	for _, a := range first {
		for _, b := range second {
			if len(out) < n {
				out = append(out, string(a)+string(b))
			}
		}
	}
	return out
}

// rules compares extraction by a thousand rules more, a tenth of whose triggers the text has, with extraction without them,
// what it takes to start taken off.
func (b bench) rules() error {
	triggers := coined(1000)
	dir := filepath.Join(b.dir, "thousand")
	if err := os.MkdirAll(filepath.Join(dir, "rules"), 0o700); err != nil {
		return err
	}
	_, rule, _ := strings.Cut(coinedRule, "\n") // without the comment
	var file strings.Builder
	for i, t := range triggers {
		file.WriteString(strings.NewReplacer("N", strconv.Itoa(i), "T", t).Replace(rule))
	}
	if _, err := b.write(filepath.Join("thousand", "rules", "coined.yaml"), file.String()); err != nil {
		return err
	}
	path, err := b.write("coined.txt", sprinkled(news(10*megabyte, 2), triggers[:len(triggers)/10]))
	if err != nil {
		return err
	}
	var took []float64
	for _, args := range [][]string{nil, {"--data", dir}} {
		start, err := b.startAlone(args...)
		if err != nil {
			return err
		}
		all, err := b.least(3, 1, append([]string{"extract", path}, args...)...)
		if err != nil {
			return err
		}
		took = append(took, (all.cpu - start.cpu).Seconds())
	}
	fmt.Printf("a thousand rules more (want < 1.5)        %.2f times the time: %.2f s, without %.2f s\n", took[1]/took[0], took[1], took[0])
	return nil
}

// sprinkled puts a sentence with one of the triggers behind one paragraph in ten.
func sprinkled(text string, triggers []string) string {
	random := rand.New(rand.NewPCG(3, 10))
	var b strings.Builder
	b.Grow(len(text) + len(text)/8)
	for line := range strings.Lines(text) {
		bare, found := strings.CutSuffix(line, "。\n")
		b.WriteString(bare)
		if !found {
			continue
		}
		b.WriteString("。")
		if random.IntN(10) == 0 {
			b.WriteString("挪威同智利" + triggers[random.IntN(len(triggers))] + "。")
		}
		b.WriteString("\n")
	}
	return b.String()
}
