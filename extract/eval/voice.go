package eval

import (
	"fmt"
	"strings"
)

// Say puts a text of a report, or a format of one of its lines, into its reader's language; nil leaves it in English.
type Say func(text string) string

// f fills a format that is said first.
func (say Say) f(format string, args ...any) string { return fmt.Sprintf(say.text(format), args...) }

func (say Say) text(text string) string {
	if say == nil {
		return text
	}
	return say(text)
}

// right is a title that ends where a column of so many places of a terminal ends; a Chinese character takes two places.
func (say Say) right(title string, width int) string {
	title = say.text(title)
	return strings.Repeat(" ", max(width-places(title), 0)) + title
}

// left is a title that begins where the column begins.
func (say Say) left(title string, width int) string {
	title = say.text(title)
	return title + strings.Repeat(" ", max(width-places(title), 0))
}

func places(text string) int {
	n := 0
	for _, r := range text {
		n++
		if r > 0x2e7f {
			n++
		}
	}
	return n
}
