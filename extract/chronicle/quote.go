package chronicle

import (
	"slices"
	"strings"
	"unicode"
)

// A pull quote repeats words of the text. A candidate is compared by its stretches of gram characters: which of them stand
// together elsewhere, within a window of the running text. All lists are bounded, so that the time is linear.
const (
	gram         = 4   // characters
	block        = 256 // characters; a window is two
	shortest     = 6   // characters of a pull quote
	head         = 8   // characters by which the beginning of a repeated sentence is found
	longest      = 160
	places       = 8  // blocks remembered of one gram
	agreeing     = 50 // percent of a candidate's grams
	windowsTried = 3
)

// candidate is a run of paragraphs that may be a pull quote.
type candidate struct {
	from, to int // paragraphs
	words    []rune
	final    bool // it ends as a sentence does
}

// markQuotes finds the pull quotes among the plain paragraphs. before is the number of paragraphs of the title and the text
// before the first heading, where a finished paragraph is text.
func (d *document) markQuotes(before int) {
	text, paras := d.normal, d.paras
	if d.loose {
		return
	}
	found := candidates(text, paras, before)
	if len(found) == 0 {
		return
	}
	x := newIndex(text, paras, found)
	for _, c := range found {
		if paras[c.from].role == kept {
			continue
		}
		if c.final && !(x.repeatsSentence(c) && restores(paras, c)) || !c.final && x.agreement(c) < agreeing {
			continue
		}
		kind := "pull quote"
		if c.to == c.from+1 && c.from > 0 && paras[c.from-1].final && d.tellsAgain(paras, c.from) {
			kind = "headline"
		}
		for i := c.from; i < c.to; i++ {
			paras[i].role, paras[i].aside = kept, kind
		}
	}
}

func punctuated(paras []paragraph) bool {
	lines := make([]line, len(paras))
	for i, p := range paras {
		lines[i] = p.line
	}
	return mostlyFinal(lines)
}

// restores reports whether a finished paragraph may be left out: what stands before it needs no end, or finds it behind.
func restores(paras []paragraph, c candidate) bool {
	prev, next := c.from-1, c.to
	for prev >= 0 && paras[prev].role == kept {
		prev--
	}
	for next < len(paras) && paras[next].role == kept {
		next++
	}
	if prev < 0 || paras[prev].role == heading || paras[prev].final {
		return true
	}
	return next < len(paras) && paras[next].role == plain
}

// candidates lists the paragraphs that may be pull quotes: plain, short; runs of unfinished lines first as a whole, then
// one by one.
func candidates(text string, paras []paragraph, before int) []candidate {
	var out []candidate
	add := func(from, to int) {
		var b strings.Builder
		for i := from; i < to; i++ {
			b.WriteString(text[paras[i].start:paras[i].end])
		}
		words := []rune(dense(b.String()))
		if len(words) >= shortest && len(words) <= longest {
			out = append(out, candidate{from, to, words, paras[to-1].final})
		}
	}
	for i := 0; i < len(paras); i++ {
		p := paras[i]
		if p.role != plain || p.end-p.start > longest*4 || p.final && i < before {
			continue
		}
		to := i + 1
		for !p.final && to < len(paras) && paras[to].role == plain && !paras[to].gap && !paras[to].final && to-i < 8 {
			to++
		}
		if to > i+1 {
			add(i, to)
		}
		for k := i; k < to; k++ {
			add(k, k+1)
		}
		i = to - 1
	}
	return out
}

// index is the running text of a document, white space aside, with the blocks in which the candidates' grams stand.
type index struct {
	words  []rune
	starts []bool                 // a sentence begins here
	blocks map[uint64][]int32     // where an unfinished candidate's words stand
	begins map[[head]rune][]int32 // where sentences begin as a finished candidate does
}

func newIndex(text string, paras []paragraph, found []candidate) *index {
	size := len(text)/3 + len(paras) // a Chinese character has three bytes
	x := &index{words: make([]rune, 0, size), starts: make([]bool, 0, size), blocks: map[uint64][]int32{}, begins: map[[head]rune][]int32{}}
	skip := map[int]bool{}
	for _, c := range found {
		if c.final {
			if len(c.words) > head {
				x.begins[[head]rune(c.words)] = nil
			}
			continue
		}
		for i := 0; i+gram <= len(c.words); i++ {
			x.blocks[gramKey(c.words[i:])] = nil
		}
		for i := c.from; i < c.to; i++ {
			skip[i] = true
		}
	}
	final := true
	for i, p := range paras {
		if p.role != plain && p.role != bulleted || skip[i] {
			final = final || p.role == heading
			continue
		}
		if p.role == bulleted || final {
			x.words, x.starts = append(x.words, 0), append(x.starts, false) // a broken sentence is one again
		}
		begins := p.role == bulleted || final
		final = p.final
		for _, s := range p.spans() {
			for _, r := range text[s.start:s.end] {
				if unicode.IsSpace(r) {
					continue
				}
				x.words, x.starts = append(x.words, r), append(x.starts, begins)
				begins = strings.ContainsRune("。！？：“；", r)
			}
		}
	}
	x.words, x.starts = append(x.words, 0), append(x.starts, false)
	x.fill()
	return x
}

// fill notes where the candidates' words stand.
func (x *index) fill() {
	for i := 0; i+gram <= len(x.words) && len(x.blocks) > 0; i++ {
		key := gramKey(x.words[i:])
		at, ok := x.blocks[key]
		if b := int32(i / block); ok && len(at) < places && (len(at) == 0 || at[len(at)-1] != b) {
			x.blocks[key] = append(at, b)
		}
	}
	for i := 0; i+head <= len(x.words) && len(x.begins) > 0; i++ {
		if !x.starts[i] {
			continue
		}
		if at, ok := x.begins[[head]rune(x.words[i:])]; ok && len(at) < places {
			x.begins[[head]rune(x.words[i:])] = append(at, int32(i))
		}
	}
}

// gramKey packs the first gram characters; those beyond the basic plane may share a key, which only costs a comparison.
func gramKey(w []rune) uint64 {
	return uint64(uint16(w[0]))<<48 | uint64(uint16(w[1]))<<32 | uint64(uint16(w[2]))<<16 | uint64(uint16(w[3]))
}

// windows gives the stretches of the running text that share most grams with a candidate.
func (x *index) windows(c candidate) [][2]int {
	votes := map[int32]int{}
	for i := 0; i+gram <= len(c.words); i++ {
		for _, b := range x.blocks[gramKey(c.words[i:])] { // of a common gram the first places, of a rare one all
			votes[b]++
			votes[b-1]++
		}
	}
	best := make([]int32, 0, len(votes))
	for b := range votes {
		best = append(best, b)
	}
	slices.SortFunc(best, func(a, b int32) int {
		if votes[a] != votes[b] {
			return votes[b] - votes[a]
		}
		return int(a - b)
	})
	var out [][2]int
	for _, b := range best[:min(len(best), windowsTried)] {
		from := max(0, int(b)*block)
		out = append(out, [2]int{from, min(len(x.words), (int(b)+2)*block)})
	}
	return out
}

// agreement is the share, in percent, of a candidate's grams that stand together elsewhere.
func (x *index) agreement(c candidate) int {
	best, all := 0, len(c.words)-gram+1
	for _, w := range x.windows(c) {
		missing := make(map[uint64]int, all)
		for i := range all {
			missing[gramKey(c.words[i:])]++
		}
		found := 0
		for i := w[0]; i+gram <= w[1]; i++ {
			if n := missing[gramKey(x.words[i:])]; n > 0 {
				found += n
				missing[gramKey(x.words[i:])] = 0
			}
		}
		best = max(best, found*100/all)
	}
	return best
}

// repeatsSentence reports whether a finished paragraph stands, as whole sentences, inside a longer paragraph.
func (x *index) repeatsSentence(c candidate) bool {
	if len(c.words) <= head {
		return false
	}
	for _, at := range x.begins[[head]rune(c.words)] {
		i, end := int(at), int(at)+len(c.words)
		if end >= len(x.words) || !slices.Equal(x.words[i:end], c.words) {
			continue
		}
		if alone := (i == 0 || x.words[i-1] == 0) && x.words[end] == 0; !alone {
			return true
		}
	}
	return false
}
