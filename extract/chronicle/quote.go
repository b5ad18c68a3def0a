package chronicle

import "slices"

// Limits of a pull quote, in characters.
const (
	shortest         = 6
	shortestSentence = 8 // of a finished one
	longest          = 160
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
	if d.loose {
		return
	}
	// One quotation may stand in the sentence that another one repeats, and a half of a broken sentence may be what is
	// repeated: so a second time, with what is left.
	found := candidates(d.normal, d.paras, before)
	isHalf := func(c candidate) bool { return !c.final && placeOf(d.paras, c) != alone }
	if d.markRepeated(found, false) || slices.ContainsFunc(found, isHalf) {
		d.markRepeated(candidates(d.normal, d.paras, before), true)
	}
}

// markRepeated keeps out the candidates that repeat what stands elsewhere, and reports whether there were any.
func (d *document) markRepeated(found []candidate, halves bool) bool {
	if len(found) == 0 {
		return false
	}
	paras, any := d.paras, false
	x := newIndex(d.normal, paras, found, halves)
	for _, c := range found {
		if paras[c.from].role == kept || !x.repeats(c, placeOf(paras, c)) {
			continue
		}
		kind := pullQuote
		if c.to == c.from+1 && c.from > 0 && paras[c.from-1].final && d.tellsAgain(paras, c.from) {
			kind = "headline"
		}
		for i := c.from; i < c.to; i++ {
			if paras[i].role == plain {
				paras[i].role, paras[i].aside = kept, kind
			}
		}
		any = true
	}
	return any
}

// repeats reports whether a candidate that stands at a place repeats what stands elsewhere.
func (x *index) repeats(c candidate, at place) bool {
	if c.final {
		return at != ending && x.repeatsSentence(c, at == breaking)
	}
	return x.repeatsWords(c, at != alone)
}

func punctuated(paras []paragraph) bool {
	lines := make([]line, len(paras))
	for i, p := range paras {
		lines[i] = p.line
	}
	return mostlyFinal(lines, func(line) bool { return false })
}

// place is where a candidate stands.
type place uint8

const (
	alone    place = iota // nothing before or behind it needs it
	leading               // it may begin what stands behind it
	breaking              // it stands between the halves of a broken sentence, or in a sentence broken twice
	ending                // the sentence before it finds no end but this
)

// placeOf looks at the paragraphs around a candidate, those that are kept out aside.
func placeOf(paras []paragraph, c candidate) place {
	prev, next := c.from-1, c.to
	for prev >= 0 && paras[prev].role == kept {
		prev--
	}
	for next < len(paras) && paras[next].role == kept {
		next++
	}
	complete := prev < 0 || paras[prev].role == heading || paras[prev].final
	followed := next < len(paras) && paras[next].role == plain
	switch {
	case complete && !followed:
		return alone
	case complete:
		return leading
	case followed:
		return breaking
	}
	return ending
}

// candidates lists the paragraphs that may be pull quotes: plain, short; runs of unfinished lines first as a whole, also over
// the end of a page, then one by one.
func candidates(text string, paras []paragraph, before int) []candidate {
	var out []candidate
	var room []rune // for the words of many
	add := func(from, to int) {
		const block = 1 << 14
		if cap(room)-len(room) < block/4 { // those who have words in the old block hold it
			room = make([]rune, 0, block)
		}
		first := len(room)
		for _, p := range paras[from:to] {
			for _, s := range p.spans() {
				if p.role == plain {
					room = appendDense(room, text[s.start:s.end])
				}
			}
		}
		words := room[first:]
		if len(words) < shortest || len(words) > longest || endsOpen(string(words[len(words)-1:])) {
			room = room[:first]
			return
		}
		out = append(out, candidate{from, to, words, paras[to-1].final})
	}
	for i := 0; i < len(paras); i++ {
		p := paras[i]
		if p.role != plain || p.end-p.start > longest*4 || p.final && i < before && placeOf(paras, candidate{from: i, to: i + 1}) != breaking {
			continue
		}
		to := runOf(paras, i)
		if to > i+1 {
			add(i, to)
		}
		for k := i; k < to; k++ {
			if paras[k].role == plain {
				add(k, k+1)
			}
		}
		i = to - 1
	}
	return out
}

// runOf is the paragraph behind the run of unfinished ones that begins with i: blank lines part them only within a page.
func runOf(paras []paragraph, i int) int {
	const most = 8 // paragraphs
	to := i + 1
	for !paras[i].final && to-i < most {
		next := to
		for next < len(paras) && endsPage(paras[next].line) {
			next++
		}
		if next == len(paras) || paras[next].role != plain || paras[next].final || paras[next].gap && next == to {
			break
		}
		to = next + 1
	}
	return to
}
