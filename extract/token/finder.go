package token

import "unicode/utf8"

// Finder finds words in a text wherever their characters stand, whatever words the text is cut into: a look in passing
// that says where nothing can be. It is safe for concurrent use.
type Finder struct {
	trie   trie
	begins [1 << 10]uint64 // characters of the basic plane with which a word begins
}

// NewFinder makes a finder of words. Empty ones are left out.
func NewFinder(words []string) *Finder {
	f := &Finder{trie: newTrie(len(words))}
	var units []unit
	for i, w := range words {
		if w == "" {
			continue
		}
		units = units[:0]
		for _, r := range w {
			units = append(units, unit{code: r})
		}
		f.trie.add(units, int32(i))
		if r := units[0].code; r < 0x10000 {
			f.begins[r>>6] |= 1 << (r & 63)
		}
	}
	return f
}

// Find calls found with each word that stands in text, by its place in the list, and the byte at which it ends, until
// found returns false. Of two equal words of the list the first is meant.
func (f *Finder) Find(text string, found func(word, end int) bool) {
	for i := 0; i < len(text); {
		r, size := rune(text[i]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(text[i:])
		}
		if r >= 0x10000 || f.begins[r>>6]>>(r&63)&1 == 1 {
			if !f.at(text, i+size, f.trie.first(r), found) {
				return
			}
		}
		i += size
	}
}

// at tells of the words that begin with the character of a node, behind which the text goes on at byte i. It reports whether
// more is wanted.
func (f *Finder) at(text string, i int, at int32, found func(word, end int) bool) bool {
	for at > 0 {
		n := f.trie.nodes[at]
		if n.word >= 0 && !found(int(n.word), i) {
			return false
		}
		if !n.more || i >= len(text) {
			break
		}
		r, size := utf8.DecodeRuneInString(text[i:])
		at = f.trie.next(at, r)
		i += size
	}
	return true
}
