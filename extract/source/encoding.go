package source

import (
	"bytes"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Error says why a file is no text that can be read, where, and what to do.
type Error struct {
	Name         string
	Line, Column int // counted from 1, columns in characters
	Offset       int // bytes before the fault, a byte order mark counted
	Fault        string
	Remedy       string
}

func (e *Error) Error() string {
	return fmt.Sprintf("%s:%d:%d: %s (byte offset %d): %s", e.Name, e.Line, e.Column, e.Fault, e.Offset, e.Remedy)
}

const mark = "\uFEFF"

// Check reports what keeps the bytes of a file from being read: an *Error, or nil.
func Check(name string, raw []byte) error {
	_, err := decode(name, raw)
	return err
}

// decode checks the bytes and removes the byte order mark.
func decode(name string, raw []byte) (string, error) {
	fault := func(offset int, what, remedy string) error {
		line, column := place(raw, offset)
		return &Error{Name: name, Line: line, Column: column, Offset: offset, Fault: what, Remedy: remedy}
	}
	body := bytes.TrimPrefix(raw, []byte(mark))
	switch {
	case len(raw) == 0:
		return "", fault(0, "the file is empty", "give a file with text, or leave it out")
	case bytes.HasPrefix(raw, []byte{0xFF, 0xFE}), bytes.HasPrefix(raw, []byte{0xFE, 0xFF}):
		return "", fault(0, "the encoding is UTF-16, not UTF-8", iconv("UTF-16", name))
	}
	if what := signature(raw); what != "" {
		return "", fault(0, "the file is binary ("+what+")", "give a plain text file in UTF-8")
	}
	if i := bytes.IndexByte(raw, 0); i >= 0 {
		if charset := wide(raw); charset != "" {
			return "", fault(i, "the encoding is UTF-16, not UTF-8", iconv(charset, name))
		}
		return "", fault(i, "the file is binary (a NUL byte)", "give a plain text file in UTF-8")
	}
	if i := invalid(raw); i >= 0 {
		what, remedy := diagnose(raw, i, name)
		return "", fault(i, what, remedy)
	}
	if i := control(raw); i >= 0 {
		return "", fault(i, "the file is binary (control characters)", "give a plain text file in UTF-8")
	}
	text := string(body)
	if strings.TrimLeftFunc(text, func(r rune) bool { return r == '\uFEFF' || unicode.IsSpace(r) }) == "" {
		return "", fault(0, "the file is empty (white space alone)", "give a file with text, or leave it out")
	}
	return text, nil
}

// place is the line and column of a byte, both from 1; the column counts characters, a byte order mark none.
func place(raw []byte, offset int) (line, column int) {
	before := raw[:min(offset, len(raw))]
	line = bytes.Count(before, []byte{'\n'}) + 1
	rest := before[bytes.LastIndexByte(before, '\n')+1:]
	return line, utf8.RuneCount(bytes.TrimPrefix(rest, []byte(mark))) + 1
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

// signature names the file type that the first bytes tell of, where it may lack NUL bytes.
func signature(raw []byte) string {
	for _, s := range []struct{ magic, name string }{
		{"%PDF-", "PDF"}, {"\x89PNG", "PNG image"}, {"\xFF\xD8\xFF", "JPEG image"}, {"GIF8", "GIF image"},
		{"PK\x03\x04", "ZIP archive, perhaps DOCX"}, {"\x1F\x8B", "gzip"}, {"\xD0\xCF\x11\xE0", "old Office document"}, {"{\\rtf", "RTF"},
	} {
		if bytes.HasPrefix(raw, []byte(s.magic)) {
			return s.name
		}
	}
	return ""
}

// wide names the UTF-16 encoding that a text without byte order mark seems to have, or "": every other byte of ASCII is
// NUL there, line ends above all.
func wide(raw []byte) string {
	head := raw[:min(len(raw), 4096)]
	var le, be, nul int
	for i := 0; i+1 < len(head); i += 2 {
		switch {
		case head[i] == 0:
			nul++
			be += count(head[i+1] < 0x80)
		case head[i+1] == 0:
			nul++
			le += count(head[i] < 0x80)
		}
	}
	switch {
	case nul == 0 || len(raw)%2 != 0:
		return ""
	case le == nul && printable(head, 0):
		return "UTF-16LE"
	case be == nul && printable(head, 1):
		return "UTF-16BE"
	}
	return ""
}

// printable reports whether the ASCII characters of a UTF-16 text are ones of a text: low is the place of their byte.
func printable(head []byte, low int) bool {
	for i := 0; i+1 < len(head); i += 2 {
		if c := head[i+low]; head[i+1-low] == 0 && c < ' ' && c != '\n' && c != '\r' && c != '\t' {
			return false
		}
	}
	return true
}

func count(b bool) int {
	if b {
		return 1
	}
	return 0
}

// control is the offset of the first control character of a file that has too many of them for a text, or -1. A stray
// form feed, or the end mark of old systems, is none.
func control(raw []byte) int {
	first, n := -1, 0
	for i, c := range raw {
		if c >= ' ' {
			continue
		}
		if (c < '\t' || c > '\r') && c != 0x1A && c != 0x1B {
			if first < 0 {
				first = i
			}
			n++
		}
	}
	if n*200 > len(raw) {
		return first
	}
	return -1
}

// diagnose guesses what the broken text is, to say what helps.
func diagnose(raw []byte, i int, name string) (fault, remedy string) {
	if i > 0 && len(raw)-i < utf8.UTFMax && !utf8.FullRune(raw[i:]) {
		return "the text ends inside a character", "the file seems cut off: copy it again in full"
	}
	line := bytes.LastIndexByte(raw[:i], '\n') + 1 // where characters of two bytes are known to begin
	if charset := legacy(raw[line:]); charset != "" {
		return "the text is not UTF-8, it looks like " + charset, iconv(charset, name)
	}
	return "the text is not UTF-8", "mend the bytes there; or, since a Chinese text that is not UTF-8 is mostly GB18030, " + iconv("GB18030", name)
}

// legacy tells the double-byte encodings of Chinese apart: GB2312's common characters have both bytes high, Big5's
// second byte is low in a third of the cases.
func legacy(raw []byte) string {
	high, low, bad := 0, 0, 0
	sample := raw[:min(len(raw), 1<<16)]
	for i := 0; i+1 < len(sample); i++ {
		if sample[i] < 0x80 {
			continue
		}
		switch second := sample[i+1]; {
		case sample[i] > 0x80 && sample[i] < 0xFF && second >= 0xA1 && second < 0xFF:
			high++
			i++
		case sample[i] > 0x80 && sample[i] < 0xFF && second >= 0x40 && second < 0x7F:
			low++
			i++
		default:
			bad++
		}
	}
	switch {
	case high+low < 4 || bad*10 > high+low:
		return ""
	case low*6 > high+low:
		return "BIG5"
	}
	return "GB18030"
}

func iconv(charset, name string) string {
	return fmt.Sprintf("convert it: iconv -f %s -t UTF-8 %s > %s.utf8.txt", charset, shell(name), shell(strings.TrimSuffix(name, ".txt")))
}

// shell quotes a name where a shell would split it.
func shell(name string) string {
	if strings.ContainsAny(name, " '\"$&;()*?|<>`\\") {
		return "'" + strings.ReplaceAll(name, "'", `'\''`) + "'"
	}
	return name
}
