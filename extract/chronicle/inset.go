package chronicle

import "unicode"

// Limits of a pull quote in a text whose lines are broken at a fixed width, where nothing need set it off.
const (
	shortestInset = 8 // characters
	longestInset  = 6 // lines
	rounds        = 2 // one pull quote may break the sentence that another one repeats
)

// markInsets finds the pull quotes that stand in the midst of the lines of a paragraph: some lines, from the beginning of
// the first to the end of the last, are clauses that stand elsewhere word for word, and what stands before and behind them
// goes together without them.
func markInsets(text string, lines []line) {
	w := wrap(text, lines)
	for range rounds {
		if w == 0 {
			return
		}
		x, any := newClauses(text, lines), false
		for i := 1; i < len(lines); i++ {
			to := x.repeated(i, func(to int) bool { return stands(text, lines, i, to, w) })
			for ; i < to; i++ {
				if lines[i].role == plain {
					lines[i].role, lines[i].aside, any = kept, pullQuote, true
				}
			}
		}
		if !any {
			return
		}
	}
}

// stands reports whether lines from i up to another one may be left out: what is left has all that a sentence needs.
func stands(text string, lines []line, i, to, w int) bool {
	prev, next := i-1, to
	for prev >= 0 && endsPage(lines[prev]) {
		prev--
	}
	for next < len(lines) && endsPage(lines[next]) {
		next++
	}
	if prev < 0 || lines[prev].role != plain && lines[prev].role != bulleted {
		return false
	}
	followed := next < len(lines) && lines[next].role == plain && !lines[next].gap && !lines[next].indent
	isFull := func(l line) bool { return full(text, l, w) }
	switch last := lines[to-1]; {
	case endsOpen(text[last.start:last.end]): // nobody lifts half of a sentence out with its comma
		return false
	case !lines[prev].final:
		return followed
	case !last.final:
		return true
	default: // a sentence told twice, unless it ends its line in the midst of a paragraph
		return followed && isFull(lines[prev]) && !isFull(last)
	}
}

func endsPage(l line) bool {
	return l.role == kept && (l.aside == pageNumber || l.aside == runningHeader)
}

// clauses is the running text of a document, white space aside, with the places where clauses begin as lines do.
type clauses struct {
	words  []rune
	at     [][2]int           // where each line begins and ends in words
	text   []bool             // lines of text
	joins  []bool             // lines that may be the next of an inset, or stand between two pages of it
	begins map[uint64][]int32 // by what clauseKeys gives
}

const apart = rune(0) // between lines that do not go together

func newClauses(text string, lines []line) *clauses {
	x := &clauses{at: make([][2]int, len(lines)), text: make([]bool, len(lines)), joins: make([]bool, len(lines)), begins: map[uint64][]int32{}}
	for i, l := range lines {
		if l.role == bulleted || l.role == heading {
			x.words = append(x.words, apart)
		}
		x.at[i] = [2]int{len(x.words), len(x.words)}
		x.joins[i] = endsPage(l)
		if l.role != plain && l.role != bulleted {
			continue
		}
		x.text[i], x.joins[i] = l.role == plain, l.role == plain && !l.gap && !l.indent
		for _, r := range text[l.text:l.end] {
			if !unicode.IsSpace(r) {
				x.words = append(x.words, r)
			}
		}
		x.at[i][1] = len(x.words)
	}
	x.words = append(x.words, apart)
	for i := range lines {
		for _, key := range x.keys(i) {
			x.begins[key] = nil
		}
	}
	x.fill()
	return x
}

// fill notes where clauses begin.
func (x *clauses) fill() {
	key, begin := hashBasis, 0
	for i, r := range x.words {
		if !isStop(r) {
			key = hashed(key, r)
			continue
		}
		if at, ok := x.begins[key]; ok && len(at) < places {
			x.begins[key] = append(at, int32(begin))
		}
		key, begin = hashBasis, i+1
	}
}

// keys hashes what may be the first clause of an inset that begins with line i: up to the first stop, or to the end of any
// line before it.
func (x *clauses) keys(i int) []uint64 {
	if !x.text[i] {
		return nil
	}
	var out []uint64
	key := hashBasis
	for to := i; to < len(x.text) && to < i+longestInset && (to == i || x.joins[to]); to++ {
		for _, r := range x.words[x.at[to][0]:x.at[to][1]] {
			if isStop(r) {
				return append(out, key)
			}
			key = hashed(key, r)
		}
		out = append(out, key)
	}
	return out
}

// repeated is the line behind the longest inset that begins with line i and may be left out, or 0.
func (x *clauses) repeated(i int, leave func(to int) bool) int {
	best, tried := 0, 0
	for _, key := range x.keys(i) {
		for _, at := range x.begins[key] {
			if tried++; tried > places {
				return best
			}
			if to := x.longestAt(i, int(at), leave); to > best {
				best = to
			}
		}
	}
	return best
}

// longestAt compares the lines from i on with the words at a place.
func (x *clauses) longestAt(i, at int, leave func(to int) bool) int {
	best, from := 0, x.at[i][0]
	if at == from {
		return 0
	}
	n := 0
	for to := i; to < len(x.text) && to < i+longestInset && (to == i || x.joins[to]); to++ {
		if !x.text[to] { // the end of a page
			continue
		}
		end := x.at[to][1] - from
		for n < end && at+n < len(x.words) && x.words[at+n] == x.words[from+n] && x.words[at+n] != apart {
			n++
		}
		if n < end || at < from && at+n > from || at > from && from+n > at {
			return best
		}
		if n >= shortestInset && (isStop(x.words[at+n]) || isStop(x.words[at+n-1])) && leave(to+1) {
			best = to + 1
		}
	}
	return best
}

// isStop reports whether a character ends a clause.
func isStop(r rune) bool {
	switch r {
	case apart, '，', '。', '；', '：', '！', '？', '“', '”':
		return true
	}
	return false
}
