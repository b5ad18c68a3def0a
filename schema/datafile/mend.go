package datafile

import (
	"regexp"
	"strings"
	"unicode/utf8"
)

// A line that breaks the YAML hides what is wrong behind it. Where it is plain what its writer meant, the fault is told and the
// text read on as if he had written it.

// mendable is how many broken lines of a text are mended to find those behind them.
const mendable = 10

// broken is a fault of a line that is known by how the line looks, and the line as it was meant; "" where nobody knows.
type broken struct {
	line, column, length  int
	fault, remedy, mended string
}

// looks finds what is wrong with a line, or the one before it, by their looks. message is what the library says.
func (f *file) looks(line int, message string) (broken, bool) {
	if n, column := f.wideColon(line); n > 0 {
		text := []rune(f.line(n))
		return broken{n, column, 1, "a full-width colon stands behind the key", "write : and a blank", string(text[:column-1]) + ": " + string(text[column:])}, true
	}
	text := f.line(line)
	indent := text[:len(text)-len(strings.TrimLeft(text, " \t"))]
	rest := text[len(indent):]
	if tab := strings.IndexByte(indent, '\t'); tab >= 0 {
		return broken{line, tab + 1, 1, "a tab stands before the text", "indent with blanks", f.column(line, rest) + rest}, true
	}
	for _, n := range []int{line - 1, line} {
		before, key, ok := strings.Cut(f.line(n), "-")
		if ok && strings.Trim(before, " ") == "" && isKey(key) {
			return broken{n, len(before) + 1, 1, "a blank is missing behind the -", "write - and a blank", before + "- " + key}, true
		}
	}
	if at, closed := openQuote(text); at >= 0 {
		return broken{line, utf8.RuneCountInString(text[:at]) + 1, utf8.RuneCountInString(text[at:]), "a quotation mark is not closed", `add " at the end of the text`, closed}, true
	}
	if isKey(rest) && f.column(line, rest) != indent && !strings.Contains(message, "','") { // whatever the library makes of it
		message = ""
	}
	for _, w := range wordings() {
		if w.message != message && (message != "" || w.fault != noColumn) {
			continue
		}
		b := broken{line, utf8.RuneCountInString(indent) + 1, utf8.RuneCountInString(rest), w.fault, w.remedy, ""}
		switch key, value, ok := strings.Cut(rest, ":"); {
		case w.fault == noColon && ok && value != "" && value[0] != ' ':
			b.mended = indent + key + ": " + value
		case w.fault == noColumn && ok && !strings.HasPrefix(rest, "-") && f.column(line, rest) != indent:
			b.mended = f.column(line, rest) + rest
		}
		return b, true
	}
	return broken{}, false
}

// column is the blanks that stand before what a line holds, by the record in which it stands: a key begins below the keys above
// it, an element of a list two places behind its key.
func (f *file) column(line int, rest string) string {
	for n := line - 1; n > 0; n-- {
		above := f.line(n)
		text := strings.TrimLeft(above, " ")
		indent := above[:len(above)-len(text)]
		element, isElement := strings.CutPrefix(text, "- ")
		switch {
		case text == "" || strings.HasPrefix(text, "#") || strings.HasPrefix(text, "\t"):
		case strings.HasPrefix(rest, "-") && isElement && n > 1 && indent != "":
			return indent
		case strings.HasPrefix(rest, "-"):
			return indent + "  "
		case !isElement:
			return indent
		case isKey(element): // the first key of the record
			return indent + "  "
		}
	}
	return ""
}

// isKey reports whether a text begins with a key.
func isKey(text string) bool { return regexp.MustCompile(`^[A-Za-z]+:( |$)`).MatchString(text) }

// openQuote is where a quotation mark opens a line's text and no other closes it, or -1, and the line with the other one.
func openQuote(text string) (at int, closed string) {
	at = -1
	open := false
	for i := 0; i < len(text); i++ {
		switch {
		case text[i] == '\\' && open:
			i++
		case text[i] == '"' && open:
			open = false
		case text[i] == '"' && strings.HasSuffix(strings.TrimRight(text[:i], " "), ":"),
			text[i] == '"' && strings.ContainsAny(lastByte(strings.TrimRight(text[:i], " ")), "-[{,"):
			open, at = true, i
		case text[i] == '#' && !open && i > 0 && text[i-1] == ' ':
			return -1, ""
		}
	}
	if !open {
		return -1, ""
	}
	if strings.ContainsAny(text[:at], "[{") { // where the text ends, nobody knows
		return at, ""
	}
	return at, text + `"`
}

func lastByte(s string) string { return s[max(len(s)-1, 0):] }
