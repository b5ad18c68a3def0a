package source

import (
	"bytes"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
	utf "golang.org/x/text/encoding/unicode"
)

// Encoding is one of those in which Chinese texts are kept.
type Encoding string

// The encodings that are read. GBK and GB2312 are parts of GB18030.
const (
	UTF8    Encoding = "UTF-8"
	UTF16LE Encoding = "UTF-16LE"
	UTF16BE Encoding = "UTF-16BE"
	GB18030 Encoding = "GB18030"
	Big5    Encoding = "Big5"
)

// EncodingNames are what ParseEncoding takes, as users are told.
const EncodingNames = "UTF-8, UTF-16, UTF-16LE, UTF-16BE, GB18030, GBK, GB2312 or Big5"

// ParseEncoding reads the name of an encoding as people write it. UTF-16 without a byte order is that of Windows, unless
// the text has a byte order mark.
func ParseEncoding(name string) (Encoding, bool) {
	switch strings.NewReplacer("-", "", "_", "", " ", "").Replace(strings.ToLower(strings.TrimSpace(name))) {
	case "utf8", "utf8sig", "unicode11utf8":
		return UTF8, true
	case "utf16", "utf16le", "unicode":
		return UTF16LE, true
	case "utf16be":
		return UTF16BE, true
	case "gb18030", "gbk", "gb2312", "cp936", "gb", "euccn", "xgbk":
		return GB18030, true
	case "big5", "big5hkscs", "cp950", "big5eten":
		return Big5, true
	}
	return "", false
}

func (e Encoding) codec() encoding.Encoding {
	switch e {
	case UTF16LE:
		return utf.UTF16(utf.LittleEndian, utf.IgnoreBOM)
	case UTF16BE:
		return utf.UTF16(utf.BigEndian, utf.IgnoreBOM)
	case GB18030:
		return simplifiedchinese.GB18030
	case Big5:
		return traditionalchinese.Big5
	}
	return encoding.Nop
}

const (
	mark        = "\uFEFF"
	replacement = "\uFFFD" // what stands in a decoded text where the bytes are none of the encoding
)

// decode gives the text of the bytes from the first to the one before the first that the encoding has not; bad is the
// offset of that byte, or -1. A byte order mark is not part of the text.
func (e Encoding) decode(raw []byte) (text string, bad int) {
	body, before := e.unmarked(raw)
	if e == UTF8 {
		if bad = invalid(body); bad >= 0 {
			return string(body[:bad]), before + bad
		}
		return string(body), -1
	}
	decoded, err := e.codec().NewDecoder().Bytes(body)
	if err != nil {
		return "", before
	}
	text = string(decoded)
	i := strings.Index(text, replacement)
	if e == UTF16LE || e == UTF16BE {
		if len(body)%2 != 0 && i < 0 {
			return text, len(raw) - 1
		}
		for ; i >= 0 && isWide(body, text[:i]); i = after(text, i) {
		}
	}
	if i < 0 {
		return text, -1
	}
	encoded, err := e.codec().NewEncoder().Bytes([]byte(text[:i]))
	if err != nil {
		return text[:i], before
	}
	return text[:i], before + len(encoded)
}

// isWide reports whether the replacement character behind some text stands in the UTF-16 bytes themselves.
func isWide(body []byte, before string) bool {
	at := 0
	for _, r := range before {
		at += 2
		if r > 0xFFFF {
			at += 2
		}
	}
	return at+2 <= len(body) && (body[at] == 0xFD && body[at+1] == 0xFF || body[at] == 0xFF && body[at+1] == 0xFD)
}

func after(text string, i int) int {
	from := i + len(replacement)
	if next := strings.Index(text[from:], replacement); next >= 0 {
		return from + next
	}
	return -1
}

// unmarked cuts the encoding's own byte order mark off, and says how long it was.
func (e Encoding) unmarked(raw []byte) (body []byte, size int) {
	m := map[Encoding]string{UTF8: mark, UTF16LE: "\xFF\xFE", UTF16BE: "\xFE\xFF"}[e]
	body = bytes.TrimPrefix(raw, []byte(m))
	return body, len(raw) - len(body)
}

// invalid is the offset of the first byte that is not UTF-8, or -1.
func invalid(raw []byte) int {
	if utf8.Valid(raw) {
		return -1
	}
	for i := 0; i < len(raw); {
		r, size := utf8.DecodeRune(raw[i:])
		if r == utf8.RuneError && size == 1 {
			return i
		}
		i += size
	}
	return -1
}

// decode finds the encoding, unless one is wanted, and gives the text without its byte order mark.
func decode(name string, raw []byte, wanted Encoding) (text string, found Guess, err error) {
	if len(raw) == 0 {
		return "", found, faultAt(name, "", 0, "the file is empty", "give a file with text, or leave it out")
	}
	if found = (Guess{Encoding: wanted, Sure: true}); wanted == "" {
		if kind, remedy := signature(raw); kind != "" {
			return "", found, faultAt(name, "", 0, "the file is binary ("+kind+")", remedy)
		}
		found = Detect(raw)
	} else if wanted == UTF16LE && bytes.HasPrefix(raw, []byte("\xFE\xFF")) {
		found.Encoding = UTF16BE
	}
	if found.Encoding == "" {
		return "", found, undecodable(name, raw)
	}
	text, bad := found.Encoding.decode(raw)
	if bad >= 0 {
		return "", found, broken(name, raw, text, bad, found.Encoding, wanted != "")
	}
	for _, i := range []int{strings.IndexByte(text, 0), control(text)} {
		if i >= 0 {
			at := i
			if before, err := found.Encoding.codec().NewEncoder().Bytes([]byte(text[:i])); err == nil {
				_, bom := found.Encoding.unmarked(raw)
				at = bom + len(before)
			}
			return "", found, faultAt(name, text[:i], at, "the file is binary (control characters)", "give a text file")
		}
	}
	if strings.TrimLeftFunc(text, func(r rune) bool { return r == '\uFEFF' || unicode.IsSpace(r) }) == "" {
		return "", found, faultAt(name, "", 0, "the file is empty (white space alone)", "give a file with text, or leave it out")
	}
	return text, found, nil
}

// broken is the error of bytes that their encoding has not.
func broken(name string, raw []byte, before string, bad int, e Encoding, wanted bool) error {
	if tail := raw[bad:]; len(tail) < utf8.UTFMax && (e != UTF8 || !utf8.FullRune(tail)) {
		return faultAt(name, before, bad, "the text ends inside a character of "+string(e), "the file seems cut off: copy it again in full")
	}
	if wanted {
		return faultAt(name, before, bad, "the bytes here are not "+string(e), fmt.Sprintf("mend them, or name another --encoding (%s), or none: then it is found", EncodingNames))
	}
	return faultAt(name, before, bad, "the text is "+string(e)+", but not the bytes here", "mend them; or name the encoding with --encoding")
}

// undecodable is the error of bytes that no encoding has, at the place up to which UTF-8 or, in most files that are not
// UTF-8, GB18030 goes.
func undecodable(name string, raw []byte) error {
	if i := bytes.IndexByte(raw, 0); i >= 0 {
		return faultAt(name, strings.ToValidUTF8(string(raw[:i]), replacement), i, "the file is binary (a NUL byte)", "give a text file")
	}
	text, bad := UTF8.decode(raw)
	for _, e := range []Encoding{GB18030, Big5} {
		if t, further := e.decode(raw); further > bad {
			text, bad = t, further
		}
	}
	return faultAt(name, text, bad, "the text is none of UTF-8, UTF-16, GB18030 and Big5", "save it as UTF-8; or mend the bytes there and name the encoding with --encoding")
}
