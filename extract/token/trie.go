package token

// trie holds the words of a dictionary, unit by unit. Node 0 is the root; no edge leads to it.
type trie struct {
	nodes []node
	han   []int32          // nodes of the common Chinese characters that begin a word
	edges []edge           // a hash table of the other edges; its length is a power of two
	used  int              // edges in the table
	runs  map[string]int32 // numbers of the runs of Latin letters and digits, small letters
}

type node struct {
	word int32  // that ends here, or Unknown
	on   uint64 // a bit for each unit with which words go on: what has none here needs no look into the table
}

// leads reports whether words may go on from the node with a unit.
func (n *node) leads(code rune) bool { return n.on>>(code&63)&1 == 1 }

// edge leads from a node over a unit to a node.
type edge struct {
	from int32
	code rune
	to   int32 // 0: no edge
}

const (
	hanFirst, hanLast = 0x4E00, 0x9FFF
	firstRun          = 0x110000 // runs are numbered beyond all characters
)

func newTrie(words int) trie {
	size := 1024
	for size < words*8 { // a word has some two or three nodes of its own: the table stays half empty
		size *= 2
	}
	return trie{nodes: append(make([]node, 0, words*3), node{word: Unknown}), han: make([]int32, hanLast-hanFirst+1),
		edges: make([]edge, size), runs: map[string]int32{}}
}

// run is the code of a run.
func (t *trie) run(s string, add bool) rune {
	if len(t.runs) == 0 && !add {
		return foreign
	}
	s = lower(s)
	n, ok := t.runs[s]
	switch {
	case !ok && !add:
		return foreign
	case !ok:
		n = int32(firstRun + len(t.runs))
		t.runs[s] = n
	}
	return n
}

// add puts a word in; it reports whether there was none of those units.
func (t *trie) add(units []unit, word int32) bool {
	at := int32(0)
	for i, u := range units {
		to := t.next(at, u.code)
		if i == 0 {
			to = t.first(u.code)
		}
		if to == 0 {
			to = int32(len(t.nodes))
			t.nodes = append(t.nodes, node{word: Unknown})
			t.nodes[at].on |= 1 << (u.code & 63)
			t.link(at, u.code, to)
		}
		at = to
	}
	if t.nodes[at].word >= 0 {
		return false
	}
	t.nodes[at].word = word
	return true
}

func (t *trie) link(from int32, code rune, to int32) {
	if from == 0 && code >= hanFirst && code <= hanLast {
		t.han[code-hanFirst] = to
		return
	}
	if t.used++; t.used*2 > len(t.edges) {
		old := t.edges
		t.edges = make([]edge, 2*len(old))
		for _, e := range old {
			if e.to > 0 {
				t.put(e)
			}
		}
	}
	t.put(edge{from, code, to})
}

func (t *trie) put(e edge) {
	i := t.slot(e.from, e.code)
	for t.edges[i].to > 0 {
		i = (i + 1) & (len(t.edges) - 1)
	}
	t.edges[i] = e
}

func (t *trie) slot(from int32, code rune) int {
	h := (uint64(from)<<21 ^ uint64(code)) * 0x9E3779B97F4A7C15
	return int(h>>32) & (len(t.edges) - 1)
}

// first is the node of a unit that begins a word, or 0.
func (t *trie) first(code rune) int32 {
	if code >= hanFirst && code <= hanLast {
		return t.han[code-hanFirst]
	}
	return t.next(0, code)
}

// next is the node behind a node and a unit, or 0.
func (t *trie) next(from int32, code rune) int32 {
	for i := t.slot(from, code); ; i = (i + 1) & (len(t.edges) - 1) {
		if e := &t.edges[i]; e.to == 0 || e.from == from && e.code == code {
			return e.to
		}
	}
}
