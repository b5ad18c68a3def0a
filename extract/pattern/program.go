package pattern

// program is one side of a pattern, to be followed from the trigger outwards. It finds what a regular expression of the same
// elements finds, the first way in the order of its alternatives, of a gap the shortest first; and as a place is tried but
// once for each step, in time linear in the sentence.
type program struct {
	steps []step
	first int    // step to begin with
	slots []slot // in the order in which the side meets them
}

// step is an element of a program. Those that follow it stand before it in the list.
type step struct {
	op   op
	set  set   // of take and edge: what is taken; of gap: what ends it
	most int   // of gap: tokens that it takes
	slot int   // of take: what it fills, or -1
	next []int // where to go on: of a fork in this order, else one
}

type op uint8

const (
	done op = iota
	take
	edge // a symbol of the set, or the end
	gapOf
	fork
)

func (p *program) compile(a *Alphabet, row []element, reverse bool) {
	b := builder{program: p, alphabet: a, reverse: reverse}
	p.steps = []step{{op: done}}
	slots := b.count(row)
	p.slots = make([]slot, slots)
	p.first = b.row(row, 0, slots)
}

type builder struct {
	*program
	alphabet *Alphabet
	reverse  bool
}

// count is the number of roles in a row.
func (b *builder) count(es []element) int {
	n := 0
	for _, e := range es {
		switch e.kind {
		case capture, wordCapture:
			n++
		case group:
			for _, row := range e.rows {
				n += b.count(row)
			}
		}
	}
	return n
}

// row puts the steps of a row before step next, from its end to its beginning; slots is the number of roles up to its end.
func (b *builder) row(es []element, next, slots int) int {
	for i := range es {
		e := es[i]
		if !b.reverse {
			e = es[len(es)-1-i]
		}
		at := b.element(e, next, slots)
		slots -= b.count([]element{e})
		if e.optional {
			at = b.add(step{op: fork, next: []int{at, next}})
		}
		next = at
	}
	return next
}

func (b *builder) element(e element, next, slots int) int {
	one := []int{next}
	switch e.kind {
	case words:
		return b.add(step{op: take, set: b.alphabet.takes(e), slot: -1, next: one})
	case capture, wordCapture:
		b.slots[slots-1] = slot{role: e.role, types: e.types, word: e.kind == wordCapture}
		return b.add(step{op: take, set: b.alphabet.takes(e), slot: slots - 1, next: one})
	case clauseBegin, clauseEnd:
		return b.add(step{op: edge, set: b.alphabet.edges, next: one})
	case gap:
		return b.add(step{op: gapOf, set: b.alphabet.marks, most: longestGap, next: one})
	case shortGap:
		return b.add(step{op: gapOf, set: b.alphabet.marks, most: longestShortGap, next: one})
	case longGap:
		return b.add(step{op: gapOf, most: longestLongGap, next: one})
	}
	var ways []int // of a group
	for i := range e.rows {
		row := e.rows[len(e.rows)-1-i]
		ways = append(ways, b.row(row, next, slots))
		slots -= b.count(row)
	}
	for i, j := 0, len(ways)-1; i < j; i, j = i+1, j-1 {
		ways[i], ways[j] = ways[j], ways[i]
	}
	return b.add(step{op: fork, next: ways})
}

func (b *builder) add(s step) int {
	b.steps = append(b.steps, s)
	return len(b.steps) - 1
}

// run is a program at work on one side of a trigger: symbol p of the side is that of token from+p*by of the sentence.
type run struct {
	*program
	s        *Sentence
	from, by int
	n        int   // symbols of the side
	filled   []int // by slot: symbol of the side, or -1
}

// find gives the number of symbols that the side takes.
func (r *run) find() (end int, ok bool) {
	words := (len(r.steps)*(r.n+1) + 63) / 64
	if cap(r.s.tried) < words {
		r.s.tried = make([]uint64, words*2)
	}
	r.s.tried = r.s.tried[:words]
	clear(r.s.tried)
	return r.at(r.first, 0)
}

// at follows the program from a step at a symbol. What failed there once fails again, whatever came before.
func (r *run) at(k, p int) (end int, ok bool) {
	s := &r.steps[k]
	if s.op == done {
		return p, true
	}
	bit := k*(r.n+1) + p
	if r.s.tried[bit/64]>>(bit%64)&1 == 1 {
		return 0, false
	}
	r.s.tried[bit/64] |= 1 << (bit % 64)
	switch s.op {
	case take:
		if p < r.n && s.set.has(r.symbol(p)) {
			if end, ok = r.at(s.next[0], p+1); ok && s.slot >= 0 {
				r.filled[s.slot] = p
			}
		}
	case edge:
		if p == r.n {
			return r.at(s.next[0], p)
		} else if s.set.has(r.symbol(p)) {
			return r.at(s.next[0], p+1)
		}
	case gapOf:
		for q := p; q <= r.n && q <= p+s.most; q++ {
			if end, ok = r.at(s.next[0], q); ok {
				return end, true
			}
			if q < r.n && s.set.has(r.symbol(q)) {
				break
			}
		}
	case fork:
		for _, next := range s.next {
			if end, ok = r.at(next, p); ok {
				return end, true
			}
		}
	}
	return end, ok
}

func (r *run) symbol(p int) symbol { return r.s.symbols[r.from+p*r.by] }
