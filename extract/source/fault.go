package source

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf8"
)

// Error says why a file is no text that can be read, where, and what to do.
type Error struct {
	Name         string
	Line, Column int // counted from 1, columns in characters; 0 where the fault is the whole file's
	Offset       int // bytes before the fault, a byte order mark counted
	Fault        string
	Remedy       string
}

func (e *Error) Error() string {
	if e.Line == 0 {
		return fmt.Sprintf("%s: %s: %s", e.Name, e.Fault, e.Remedy)
	}
	return fmt.Sprintf("%s:%d:%d: %s (byte offset %d): %s", e.Name, e.Line, e.Column, e.Fault, e.Offset, e.Remedy)
}

// faultAt is the error of a fault behind some text, which lies offset bytes from the file's beginning.
func faultAt(name, before string, offset int, fault, remedy string) *Error {
	line := strings.Count(before, "\n") + 1
	column := utf8.RuneCountInString(strings.TrimPrefix(before[strings.LastIndexByte(before, '\n')+1:], mark)) + 1
	return &Error{Name: name, Line: line, Column: column, Offset: offset, Fault: fault, Remedy: remedy}
}

// signature names the file type that the first bytes tell of, where it may lack NUL bytes, and says what to do with it.
func signature(raw []byte) (kind, remedy string) {
	const plain = "give a text file"
	for _, s := range []struct{ magic, name, remedy string }{
		{"%PDF-", "PDF", convertPDF},
		{"\x89PNG", "PNG image", plain}, {"\xFF\xD8\xFF", "JPEG image", plain}, {"GIF8", "GIF image", plain},
		{"PK\x03\x04", "an Office document that is no text", "save what is to be read as DOCX or text"}, {"\x1F\x8B", "gzip", plain},
		{"\xD0\xCF\x11\xE0", "old Office document", "open it in Word, WPS or LibreOffice and save it as DOCX or text"},
		{"{\\rtf", "RTF", "open it in Word, WPS or LibreOffice and save it as DOCX or text"},
	} {
		if bytes.HasPrefix(raw, []byte(s.magic)) {
			return s.name, s.remedy
		}
	}
	return "", ""
}

// control is the offset of the first control character of a text that has too many of them for one, or -1. A stray
// form feed, or the end mark of old systems, is none.
func control(text string) int {
	first, n := -1, 0
	for i := range len(text) {
		c := text[i]
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
	if n*200 > len(text) {
		return first
	}
	return -1
}
