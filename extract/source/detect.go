package source

import (
	"bytes"
	"encoding/binary"
	"unicode"
	"unicode/utf8"

	"github.com/saintfish/chardet"
)

// Guess is the encoding that a text seems to have: "" where none decodes it.
type Guess struct {
	Encoding Encoding
	Sure     bool // not sure: another encoding decodes it too, or there is too little text to tell
}

// Detect finds the encoding of a text: by its byte order mark; as UTF-8, since nothing else is by chance; as UTF-16, by
// the blocks of its characters; else as the one of GB18030 and Big5 that decodes it, or where both do, whose frequent
// characters it has. Where bytes are broken, it is the encoding that all else has.
func Detect(raw []byte) Guess {
	for _, e := range []Encoding{UTF8, UTF16LE, UTF16BE} {
		if _, size := e.unmarked(raw); size > 0 {
			return Guess{e, true}
		}
	}
	if utf8.Valid(raw) && bytes.IndexByte(raw, 0) < 0 {
		return Guess{UTF8, len(raw) >= enough || aboveASCII(raw) == 0 || wide(raw) == ""}
	}
	if e := wide(raw); e != "" {
		return Guess{e, len(raw) >= enough}
	}
	if bytes.IndexByte(raw, 0) >= 0 {
		return Guess{}
	}
	if mostlyUTF8(raw) {
		return Guess{UTF8, false}
	}
	return doubleByte(raw)
}

const (
	enough = 40      // bytes of text above ASCII that are enough to tell encodings by
	sample = 1 << 16 // bytes that are looked at
)

// mostlyUTF8 reports whether a text is UTF-8 with a few broken bytes: nearly all bytes above ASCII are whole characters.
func mostlyUTF8(raw []byte) bool {
	raw = raw[:min(len(raw), sample)]
	whole, bad := 0, 0
	for i := 0; i < len(raw); {
		r, size := utf8.DecodeRune(raw[i:])
		switch {
		case size > 2 && (unicode.Is(unicode.Han, r) || r >= 0x2000 && r < 0x3100 || r >= 0xFF00 && r < 0xFFF0):
			whole += size
		case r == utf8.RuneError && size == 1:
			bad++
		}
		i += size
	}
	return whole > 0 && bad*4 <= whole
}

// doubleByte tells GB18030 from Big5.
func doubleByte(raw []byte) Guess {
	_, gb := GB18030.decode(raw)
	_, big := Big5.decode(raw)
	likelier, margin := frequent(raw)
	sure := aboveASCII(raw[:min(len(raw), sample)]) >= enough && margin >= clear
	switch {
	case gb >= 0 && big >= 0:
		switch {
		case cutOff(raw, gb) && cutOff(raw, big):
			return Guess{likelier, false}
		case cutOff(raw, gb):
			return Guess{GB18030, false}
		case cutOff(raw, big):
			return Guess{Big5, false}
		}
		return Guess{}
	case gb >= 0:
		return Guess{Big5, sure && likelier == Big5}
	case big >= 0:
		return Guess{GB18030, sure && likelier == GB18030}
	}
	return Guess{likelier, sure}
}

// clear is how much more confident the detector must be of one encoding than of the other.
const clear = 20

// cutOff reports whether the only fault of a text is its last byte.
func cutOff(raw []byte, bad int) bool { return bad > enough && bad >= len(raw)-3 }

// frequent asks the detector which of the two has frequent characters where the text has its own, and by how much it is
// surer of it (of 100).
func frequent(raw []byte) (Encoding, int) {
	all, err := chardet.NewTextDetector().DetectAll(raw[:min(len(raw), sample)])
	if err != nil {
		return GB18030, 0
	}
	gb, big, other := 0, 0, 0
	for _, r := range all {
		switch r.Charset {
		case "GB-18030":
			gb = r.Confidence
		case "Big5":
			big = r.Confidence
		default:
			other = max(other, r.Confidence)
		}
	}
	if big > gb {
		return Big5, big - max(gb, other)
	}
	return GB18030, gb - max(big, other)
}

func aboveASCII(raw []byte) int {
	n := 0
	for _, c := range raw {
		if c >= utf8.RuneSelf {
			n++
		}
	}
	return n
}

// wide names the UTF-16 encoding that a text without byte order mark has, or "": in one byte order nearly all of it is
// Chinese, its punctuation, or ASCII, and in the other it is not.
func wide(raw []byte) Encoding {
	if len(raw)%2 != 0 || len(raw) < 4 {
		return ""
	}
	le, be := usual(raw, binary.LittleEndian), usual(raw, binary.BigEndian)
	const most = 95 // percent
	switch {
	case le >= most && le > be:
		return UTF16LE
	case be >= most && be > le:
		return UTF16BE
	}
	return ""
}

// usual is the percentage of UTF-16 units that a Chinese text has; 0 where one is impossible.
func usual(raw []byte, order binary.ByteOrder) int {
	raw = raw[:min(len(raw), sample)]
	n := 0
	for i := 0; i+1 < len(raw); i += 2 {
		switch r := rune(order.Uint16(raw[i:])); {
		case r == 0:
			return 0
		case r >= 0x4E00 && r <= 0x9FFF, r >= 0x3000 && r <= 0x303F, r >= 0xFF00 && r <= 0xFFEF, r >= 0x2010 && r <= 0x2030,
			r >= ' ' && r < 0x7F, r == '\n' || r == '\r' || r == '\t', r == '·':
			n++
		}
	}
	return n * 100 / (len(raw) / 2)
}
