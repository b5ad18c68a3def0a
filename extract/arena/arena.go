// Package arena gives out memory by the block to work that ends as a whole. The tokens and mentions of an entry are many
// and large, and none of them outlives its reading: to make each by itself, and to let the garbage collector find out
// that it is no longer needed, took as long as all the reading.
package arena

// Of gives out values of one type. The zero value is ready. It is not safe for concurrent use.
type Of[T any] struct {
	block []T
	used  int // of the block
}

// Sizes of a block, in values.
const (
	smallest = 64
	kept     = 1 << 12 // what is larger is not kept beyond Reset: one long entry must not hold memory for ever
)

// Slice gives n zero values. Appending to them moves them, as nobody knows what stands behind.
func (a *Of[T]) Slice(n int) []T {
	if a.used+n > len(a.block) { // those who were given a part of the old block hold it
		a.block, a.used = make([]T, max(n, 2*len(a.block), smallest)), 0
	}
	a.used += n
	return a.block[a.used-n : a.used : a.used]
}

// One keeps a value.
func (a *Of[T]) One(v T) *T {
	s := a.Slice(1)
	s[0] = v
	return &s[0]
}

// List keeps a value, as a list of one.
func (a *Of[T]) List(v T) []T {
	s := a.Slice(1)
	s[0] = v
	return s
}

// Reset takes back all that was given out: nobody may use it any more.
func (a *Of[T]) Reset() {
	if len(a.block) > kept {
		a.block = nil
	}
	clear(a.block[:min(a.used, len(a.block))])
	a.used = 0
}
