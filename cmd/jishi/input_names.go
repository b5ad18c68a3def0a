package main

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// shown is a path as messages name it: quoted where it would not stay in its line.
func shown(path string) string {
	if !utf8.ValidString(path) || strings.ContainsFunc(path, unicode.IsControl) {
		return strconv.Quote(path)
	}
	return path
}

// withoutExtension cuts .txt off, but neither the whole of a hidden name nor the day of 2020.03.26.
func withoutExtension(name string) string {
	base := name[strings.LastIndexByte(name, '/')+1:]
	dot := strings.LastIndexByte(base, '.')
	if dot <= 0 || strings.Trim(base[dot+1:], "0123456789") == "" && dot < len(base)-1 {
		return name
	}
	return name[:len(name)-len(base)+dot]
}

// docFault says what keeps a name from being a document's id, or "".
func docFault(doc string) string {
	switch {
	case doc == "":
		return "is empty"
	case !utf8.ValidString(doc):
		return "is no UTF-8"
	case strings.ContainsFunc(doc, func(r rune) bool { return r < ' ' || r == 0x7f }):
		return "holds a control character"
	}
	return ""
}
