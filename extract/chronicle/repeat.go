package chronicle

import (
	"slices"
	"strings"
	"unicode"
)

// A candidate is compared by its stretches of gram characters: which of them stand together elsewhere, within a window of
// the running text. All lists are bounded, so that the time is linear.
const (
	gram         = 4   // characters
	block        = 256 // characters; a window is two
	places       = 8   // blocks remembered of one gram
	agreeing     = 50  // percent of a candidate's grams
	windowsTried = 5   // among them those of the candidate itself
)

// What stands before a paragraph in the running text.
const (
	afterLine   = rune(0)
	afterBullet = rune(1)
)

// index is the running text of a document, white space aside, with the blocks in which the candidates' grams stand.
type index struct {
	words  []rune
	starts []int32            // words with which a sentence begins
	blocks map[uint64][]int32 // where an unfinished candidate's words stand
	begins map[uint64][]int32 // where a finished candidate's first sentence stands
	own    map[int][2]int     // where the paragraph of a candidate begins and ends itself
}

// newIndex indexes a document's text. Unfinished candidates are left out; with halves, those alone that can be no half of
// a broken sentence.
func newIndex(text string, paras []paragraph, found []candidate, halves bool) *index {
	size := len(text)/3 + len(paras) // a Chinese character has three bytes
	x := &index{words: make([]rune, 0, size), blocks: map[uint64][]int32{}, begins: map[uint64][]int32{}, own: map[int][2]int{}}
	skip := map[int]bool{}
	for _, c := range found {
		for i := c.from; i < c.to; i++ {
			x.own[i] = [2]int{}
			skip[i] = !c.final && !(halves && placeOf(paras, c) != alone)
		}
		if c.final {
			x.begins[sentenceKey(c.words)] = nil
			continue
		}
		for i := 0; i+gram <= len(c.words); i++ {
			x.blocks[gramKey(c.words[i:])] = nil
		}
	}
	final := true
	for i, p := range paras {
		if p.role != plain && p.role != bulleted || skip[i] {
			final = final || p.role == heading
			continue
		}
		switch { // a broken sentence is one again
		case p.role == bulleted:
			x.words = append(x.words, afterBullet)
		case final:
			x.words = append(x.words, afterLine)
		}
		from := len(x.words)
		begins := p.role == bulleted || final
		final = p.final
		for _, s := range p.spans() {
			begins = x.add(text[s.start:s.end], begins)
		}
		if _, ok := x.own[i]; ok {
			x.own[i] = [2]int{from, len(x.words)}
		}
	}
	x.words = append(x.words, afterLine)
	x.fill()
	return x
}

// add puts text behind the words. begins says whether a sentence begins with it, and then with what stands behind it.
func (x *index) add(text string, begins bool) bool {
	for _, r := range text {
		han := r >= hanFirst && r <= hanLast
		if !han && unicode.IsSpace(r) {
			continue
		}
		if begins {
			x.starts = append(x.starts, int32(len(x.words)))
		}
		x.words = append(x.words, r)
		begins = !han && strings.ContainsRune("。！？：“；", r)
	}
	return begins
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
	if len(x.begins) == 0 {
		return
	}
	for _, i := range x.starts {
		key := sentenceKey(x.words[i:])
		if at, ok := x.begins[key]; ok && len(at) < places {
			x.begins[key] = append(at, i)
		}
	}
}

// sentenceKey hashes the words up to the first end of a sentence.
func sentenceKey(words []rune) uint64 {
	key := hashBasis
	for _, r := range words[:min(len(words), longest)] {
		key = hashed(key, r)
		if r == '。' || r == '！' || r == '？' {
			break
		}
	}
	return key
}

// hashBasis and hashed are FNV-1a over characters.
const hashBasis uint64 = 14695981039346656037

func hashed(key uint64, r rune) uint64 { return (key ^ uint64(r)) * 1099511628211 }

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

// repeatsWords reports whether half of an unfinished candidate's grams stand together elsewhere. Where it may be a part of
// a broken sentence they must besides reach from its beginning to its end, and end there as a clause does: the formulas
// with which sentences begin stand elsewhere too.
func (x *index) repeatsWords(c candidate, clause bool) bool {
	for _, w := range x.windows(c) {
		if x.agreement(c, w) >= agreeing && (!clause || x.holdsClause(c, w)) {
			return true
		}
	}
	return false
}

// agreement is the share, in percent, of a candidate's grams that stand in a window.
func (x *index) agreement(c candidate, w [2]int) int {
	all := len(c.words) - gram + 1
	missing := make(map[uint64]int, all)
	for i := range all {
		missing[gramKey(c.words[i:])]++
	}
	found := 0
	for i := w[0]; i+gram <= w[1]; i++ {
		if x.isOwn(c, i) {
			continue
		}
		if n := missing[gramKey(x.words[i:])]; n > 0 {
			found += n
			missing[gramKey(x.words[i:])] = 0
		}
	}
	return found * 100 / all
}

// isOwn reports whether the gram at i reaches into the candidate itself.
func (x *index) isOwn(c candidate, i int) bool {
	return i+gram > x.own[c.from][0] && i < x.own[c.to-1][1]
}

// holdsClause reports whether a candidate's first gram stands in a window, and its last one behind it, at the end of a clause.
func (x *index) holdsClause(c candidate, w [2]int) bool {
	first, last := gramKey(c.words), gramKey(c.words[len(c.words)-gram:])
	begin := -1
	for i := w[0]; i+gram < w[1]; i++ {
		if x.isOwn(c, i) {
			continue
		}
		switch gramKey(x.words[i:]) {
		case first:
			begin = i
		case last:
			if begin >= 0 && i-begin < 2*len(c.words) && strings.ContainsRune("，。；：、！？”’）", x.words[i+gram]) {
				return true
			}
		}
	}
	return false
}

// repeatsSentence reports whether a finished paragraph stands, as whole sentences, elsewhere: inside a longer paragraph, behind
// a bullet, or, where it breaks a sentence in two, anywhere.
func (x *index) repeatsSentence(c candidate, breaks bool) bool {
	if len(c.words) <= shortestSentence {
		return false
	}
	for _, at := range x.begins[sentenceKey(c.words)] {
		i, end := int(at), int(at)+len(c.words)
		if i == x.own[c.from][0] || end >= len(x.words) || !slices.Equal(x.words[i:end], c.words) {
			continue
		}
		if alone := x.words[i-1] == afterLine && x.words[end] <= afterBullet; !alone || breaks {
			return true
		}
	}
	return false
}
