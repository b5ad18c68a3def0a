package schema

import (
	"fmt"
	"sort"
	"strconv"
)

// The units that a file is divided into.
const (
	Page      = "page"
	Paragraph = "paragraph"
)

// Parts are the pages of a file, or where it has none its paragraphs: what a reader of the file can go to. The zero Parts
// divide nothing, as in plain text, which is its own file.
type Parts struct {
	Unit   string `json:",omitempty"`
	Starts []int  `json:",omitempty"` // where each begins: bytes of Document.Text, in order; an empty page begins where the next does
}

// Part is where a passage stands: counted from 1, as a viewer counts, whatever number is printed on a page. The zero Part is
// not known.
type Part struct {
	Unit        string
	First, Last int
}

// Of gives the parts in which spans stand, which are in order.
func (p Parts) Of(spans []Span) Part {
	if len(p.Starts) == 0 || len(spans) == 0 {
		return Part{}
	}
	return Part{p.Unit, p.at(spans[0].Start), p.at(spans[len(spans)-1].End - 1)}
}

// at is the part of a byte.
func (p Parts) at(b int) int {
	return max(1, sort.Search(len(p.Starts), func(i int) bool { return p.Starts[i] > b }))
}

// In is the number of the part, or of the first and the last one, where it is of a unit; "" else: 3, 3-4.
func (p Part) In(unit string) string {
	switch {
	case p.Unit != unit:
		return ""
	case p.First == p.Last:
		return strconv.Itoa(p.First)
	}
	return strconv.Itoa(p.First) + "-" + strconv.Itoa(p.Last)
}

// Words is the part as people read it: page 3; "" where it is not known.
func (p Part) Words() string {
	switch p.Unit {
	case Page:
		return fmt.Sprintf("page %s", p.In(Page))
	case Paragraph:
		return fmt.Sprintf("paragraph %s", p.In(Paragraph))
	}
	return ""
}
