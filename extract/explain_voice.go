package extract

import (
	"fmt"
	"strings"
)

// Say puts a text of an explanation, or a format of one of its lines, into its reader's language. Code and JSON are English:
// nil leaves texts as they are.
type Say func(text string) string

// f fills a format that is said first; texts among its values are said by whoever gives them.
func (say Say) f(format string, args ...any) string { return fmt.Sprintf(say.text(format), args...) }

func (say Say) text(text string) string {
	if say == nil {
		return text
	}
	return say(text)
}

// list joins texts, each said.
func (say Say) list(texts []string) string {
	out := make([]string, len(texts))
	for i, t := range texts {
		out[i] = say.text(t)
	}
	return strings.Join(out, ", ")
}

// lines is text for people, each under a label in a column of its own.
type lines struct {
	strings.Builder
	Say
}

// labelWidth is how many places of a terminal a label takes; a Chinese character takes two.
const labelWidth = 9

// line prints one line under a label, which is said; "" is none.
func (l *lines) line(label, text string) {
	if label != "" {
		label = l.text(label)
		width := 0
		for _, r := range label {
			width++
			if r > 0x2e7f {
				width++
			}
		}
		l.WriteString("  " + label + strings.Repeat(" ", max(labelWidth-width, 0)+1))
	}
	l.WriteString(text + "\n")
}

// under goes on below a line.
func (l *lines) under(text string) { l.WriteString("            " + text + "\n") }
