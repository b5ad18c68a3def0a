// Package source turns the bytes of a file into text: decoded, so that every offset the user sees leads into it, and
// normalised for matching (half-width digits and letters, simplified characters, one form of quotation mark and of the
// dot inside names), with the exact way back from the one to the other.
package source

import (
	"strings"
	"unicode/utf8"

	"jishi/schema"
)

// Decode reads the bytes of a text file in the wanted encoding, or where that is "", in the one that it seems to have.
// name is shown in errors. Decoded is the text without a byte order mark, line ends as they stand; Normal holds the same
// characters for matching. The error is an *Error: nothing to read, not a text, or none of the encodings.
func Decode(name string, raw []byte, wanted Encoding) (schema.Text, Guess, error) {
	decoded, guess, err := decode(name, raw, wanted)
	if err != nil {
		return schema.Text{}, guess, err
	}
	text, err := Normalise(name, decoded)
	return text, guess, err
}

// Normalise makes of a text the one for matching, and the way back. name is shown in errors.
func Normalise(name, decoded string) (schema.Text, error) {
	n := normaliser{in: decoded}
	convert, err := conversion(decoded)
	if err != nil {
		return schema.Text{}, &Error{Name: name, Line: 1, Column: 1, Fault: "traditional characters cannot be converted: " + err.Error(),
			Remedy: "give the text in simplified characters"}
	}
	n.run(convert)
	return n.text(), nil
}

// normaliser writes Normal and its pieces. As long as nothing has changed it writes nothing at all: most texts are their
// own normal form.
type normaliser struct {
	in     string
	out    strings.Builder
	copied int // bytes of in that are in out
	from   int // start in in of the linear stretch that is open
	at     int // its start in out
	pieces []schema.Piece
}

// run normalises the text rune by rune; convert gives the simplified characters of the stretches that need it.
func (n *normaliser) run(convert func(from int) (simplified string, to int)) {
	simplified, until := "", 0
	prev := rune(0)
	for i := 0; i < len(n.in); {
		if i >= until {
			simplified, until = convert(i)
		}
		if simplified == "" && isIdeograph(n.in, i) {
			prev, i = '一', i+ideographSize // any Chinese character: a dot asks no more of what stands before it
			continue
		}
		if n.in[i] < utf8.RuneSelf {
			prev = rune(n.in[i])
			simplified = simplified[min(1, len(simplified)):]
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(n.in[i:])
		to := r
		if simplified != "" {
			var w int
			to, w = utf8.DecodeRuneInString(simplified)
			simplified = simplified[w:]
		}
		end := i + size
		if invisible(r) {
			n.attach(i, end)
			i = end
			continue
		}
		if to = fold(to); isDot(to) {
			to = n.dot(to, prev, end)
		}
		n.put(i, end, r, to)
		prev, i = to, end
	}
	if n.copied == 0 && len(n.pieces) == 0 && len(n.in) > 0 {
		n.pieces = []schema.Piece{{At: schema.Local{End: len(n.in)}, Doc: schema.Span{End: len(n.in)}}}
		return
	}
	n.flush(len(n.in))
	n.close(len(n.in))
}

// ideographSize is the number of bytes of a character of the largest block of Chinese ones.
const ideographSize = 3

// isIdeograph reports whether a character of U+4E00 to U+9FFF begins at byte i: as long as nothing is converted to
// simplified ones, it stays as it is.
func isIdeograph(text string, i int) bool {
	return text[i] >= 0xE4 && text[i] <= 0xE9 && i+ideographSize <= len(text) && (text[i] > 0xE4 || text[i+1] >= 0xB8)
}

// put records that the rune r at in[start:end] reads to.
func (n *normaliser) put(start, end int, r, to rune) {
	if to == r {
		return
	}
	n.flush(start)
	if utf8.RuneLen(to) == end-start {
		n.out.WriteRune(to)
		n.copied = end
		return
	}
	n.close(start)
	at := n.out.Len()
	n.out.WriteRune(to)
	n.pieces = append(n.pieces, schema.Piece{At: schema.Local{Start: at, End: n.out.Len()}, Doc: schema.Span{Start: start, End: end}})
	n.copied, n.from, n.at = end, end, n.out.Len()
}

// attach leaves an invisible character out and gives its place to the character before it, so that a name with a
// zero-width space inside matches and its quotation has no gap.
func (n *normaliser) attach(start, end int) {
	n.flush(start)
	if n.from < start {
		_, size := utf8.DecodeLastRuneInString(n.in[n.from:start])
		last := n.out.Len() - size // a linear stretch: sizes agree
		n.cut(start-size, last)
		n.pieces = append(n.pieces, schema.Piece{At: schema.Local{Start: last, End: n.out.Len()}, Doc: schema.Span{Start: start - size, End: end}})
	} else if k := len(n.pieces); k > 0 {
		n.pieces[k-1].Doc.End = end
	}
	n.copied, n.from, n.at = end, end, n.out.Len()
}

// flush copies what has not changed up to a byte of the input.
func (n *normaliser) flush(to int) {
	if n.copied < to {
		if n.out.Len() == 0 {
			n.out.Grow(len(n.in))
		}
		n.out.WriteString(n.in[n.copied:to])
		n.copied = to
	}
}

// close ends the open linear stretch.
func (n *normaliser) close(to int) { n.cut(to, n.out.Len()) }

func (n *normaliser) cut(to, at int) {
	if n.at < at {
		n.pieces = append(n.pieces, schema.Piece{At: schema.Local{Start: n.at, End: at}, Doc: schema.Span{Start: n.from, End: to}})
	}
}

func (n *normaliser) text() schema.Text {
	normal := n.in
	if n.copied > 0 || len(n.pieces) == 0 {
		normal = n.out.String()
	}
	return schema.Text{Decoded: n.in, Normal: normal, Pieces: n.pieces}
}

// dot unifies the dots inside foreign names: between two Chinese characters every variant is the middle dot of the
// press; elsewhere the full-width stop is an ASCII one, and the rest stay.
func (n *normaliser) dot(r, prev rune, next int) rune {
	follow, _ := utf8.DecodeRuneInString(n.in[next:])
	if isHan(prev) && isHan(follow) {
		return '·'
	}
	if r == '．' {
		return '.'
	}
	return r
}
