// Package token cuts text into words. It stands between the project and gse: the dictionary is what the caller gives
// (the rules' words, function words, common words), never gse's own, which takes seconds to load.
//
// gse loads and weighs the dictionary, and its shortest path through a text is what Cut gives. The path itself is found
// here, over a trie made once of gse's dictionary: gse's own search makes several objects of every character, which
// took more time than all else that is done with a sentence. A test holds the two to one cost.
package token

import (
	"math"
	"strconv"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/go-ego/gse"

	"jishi/schema"
)

// Segmenter cuts text by one dictionary. It is safe for concurrent use.
type Segmenter struct {
	words  []Word
	trie   trie
	costs  []float64        // of the words
	others map[string]int32 // words that differ from an earlier one by capitals alone
	work   sync.Pool        // of *path, for their room
}

// Word is an entry of the dictionary. A name weighs more than a word of its length, a long one the more: 中方向 is 中方 and
// 向, not 方向; 韩国国会议长 is 韩国国会 and 议长, not 国会议长.
type Word struct {
	Text string
	Name bool
}

// Piece is a word of a text, or a character that no word is made of.
type Piece struct {
	At   schema.Local
	Word int // its place in the list that the segmenter was made of, or Unknown
}

// Unknown is no word of the dictionary.
const Unknown = -1

// New makes a segmenter that knows words. Longer words weigh more, so that 共同 is found before 同.
func New(words []Word) (*Segmenter, error) {
	dict, err := load(words)
	if err != nil {
		return nil, err
	}
	s := &Segmenter{words: words, trie: newTrie(len(words)), costs: make([]float64, len(words)), others: map[string]int32{}}
	cost := costs(dict)
	var p path
	for i, w := range words {
		if !w.fits() {
			continue
		}
		freq, _, ok := dict.Find([]byte(lower(w.Text)))
		if !ok {
			continue
		}
		p.units = units(p.units[:0], w.Text, &s.trie, true)
		if !s.trie.add(p.units, int32(i)) {
			s.others[w.Text] = int32(i)
		}
		s.costs[i] = cost(freq)
	}
	return s, nil
}

// fits reports whether a word can stand in gse's dictionary.
func (w Word) fits() bool {
	return w.Text != "" && !strings.ContainsAny(w.Text, " \t\n") && utf8.ValidString(w.Text)
}

// load lets gse make a dictionary of the words.
func load(words []Word) (*gse.Dictionary, error) {
	var dict strings.Builder
	for _, w := range words {
		if !w.fits() {
			continue
		}
		// A frequency below 2 drops the word. Weight grows with length, as the cost of a path is a sum over its words.
		length := min(utf8.RuneCountInString(w.Text), 4)
		weight := []int{10, 100, 1000, 5000}[length-1]
		if w.Name {
			weight *= []int{3, 3, 3, 4}[length-1]
		}
		dict.WriteString(w.Text + " " + strconv.Itoa(weight) + " n\n")
	}
	if dict.Len() == 0 {
		dict.WriteString("的 10 n\n")
	}
	g := gse.Segmenter{SkipLog: true, NotLoadHMM: true}
	if err := g.LoadDictStr(dict.String()); err != nil {
		return nil, err
	}
	return g.Dict, nil
}

// costs gives gse's cost of a word of a frequency: the shortest path is that of the least sum.
func costs(d *gse.Dictionary) func(freq float64) float64 {
	all := math.Log2(d.TotalFreq())
	return func(freq float64) float64 { return all - math.Log2(freq) }
}

// Cut gives the words of text in order, behind those that are in out, without white space: every other byte lies in one
// piece. A run of Latin letters and digits that no word is made of is one piece.
func (s *Segmenter) Cut(out []Piece, text string) []Piece {
	p, _ := s.work.Get().(*path)
	if p == nil {
		p = &path{}
	}
	p.units = units(p.units[:0], text, &s.trie, false)
	p.find(s)
	from := len(out)
	for i := len(p.units) - 1; i >= 0; {
		b := p.best[i]
		first := i - int(b.units) + 1
		piece := Piece{At: schema.Local{Start: int(p.units[first].start), End: len(text)}, Word: int(b.word)}
		if i+1 < len(p.units) {
			piece.At.End = int(p.units[i+1].start)
		}
		if w := text[piece.At.Start:piece.At.End]; b.word >= 0 && w != s.words[b.word].Text { // other capitals
			piece.Word = s.spelled(w)
		}
		if b.word >= 0 || !isSpace(p.units[first].code) {
			out = append(out, piece)
		}
		i = first - 1
	}
	for i, j := from, len(out)-1; i < j; i, j = i+1, j-1 {
		out[i], out[j] = out[j], out[i]
	}
	s.work.Put(p)
	return out
}

func isSpace(r rune) bool { return r <= '\u3000' && unicode.IsSpace(r) }

// spelled is the word that is spelled just so.
func (s *Segmenter) spelled(w string) int {
	if i, ok := s.others[w]; ok {
		return int(i)
	}
	return Unknown
}
