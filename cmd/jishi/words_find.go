package main

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
)

// find says a text: as a whole, by its format, or by its parts: "PLACE: fault; remedy". A format that would take in more
// parts than one comes last.
func (w phrasebook) find(text string) (string, bool) {
	if out, ok := w.known(text, oneClause); ok {
		return out, true
	}
	out, some, all := w.parts(text)
	if !all {
		if whole, ok := w.known(text, anyClauses); ok {
			return whole, true
		}
	}
	return out, some
}

// parts says what stands on the two sides of the first colon or semicolon; of several colons, of the one behind which all is
// known. It reports whether some of it is known, and all: what stands before a colon may be a place.
func (w phrasebook) parts(text string) (out string, some, all bool) {
	colon, semicolon := strings.Index(text, ": "), strings.Index(text, "; ")
	if semicolon >= 0 && (colon < 0 || semicolon < colon) {
		if out, some, _ = w.apart(text, w.find); some {
			return out, true, true
		}
	}
	for at := colon; at >= 0; {
		rest, known, whole := w.fault(text[at+2:])
		if known && (whole || !some) {
			place, colon := w.say(text[:at]), ": "
			if place != text[:at] { // it is no place, but words
				colon = "："
			}
			out, some, all = place+colon+rest, true, whole
		}
		next := strings.Index(text[at+2:], ": ")
		if whole || next < 0 {
			break
		}
		at += 2 + next
	}
	if some {
		return out, some, all
	}
	return w.apart(text, w.find)
}

// paragraph says a text of several lines that one phrase of several lines is.
func (w phrasebook) paragraph(text string) (string, bool) {
	if !strings.Contains(text, "\n") {
		return "", false
	}
	if out, ok := w.whole[text]; ok {
		return out, true
	}
	for _, p := range w.patterns {
		if !strings.Contains(strings.Join(p.literals, ""), "\n") || !p.mayBe(text) {
			continue
		}
		if m := p.shape().FindStringSubmatch(text); m != nil {
			return w.fill(p.zh, m[1:]), true
		}
	}
	return "", false
}

// known says a text as a whole or by its format.
func (w phrasebook) known(text string, clause bool) (string, bool) {
	if out, ok := w.whole[text]; ok {
		return out, true
	}
	for _, p := range w.patterns {
		if !p.mayBe(text) {
			continue
		}
		if m := p.shape().FindStringSubmatch(text); m != nil && !(clause && p.overruns(text, m[1:])) {
			return w.fill(p.zh, m[1:]), true
		}
	}
	return "", false
}

// overruns reports whether a verb of the format stands for parts of several.
func (p *pattern) overruns(text string, values []string) bool {
	for i, v := range values {
		if p.spans {
			return false
		}
		last := i == len(values)-1 && strings.HasSuffix(text, v) && p.literals[len(p.literals)-1] == ""
		if (strings.Contains(v, ": ") || strings.Contains(v, "; ")) && !(last && p.endsAlike(len(values))) {
			return true
		}
	}
	return false
}

// endsAlike reports whether the Chinese ends with the last of so many values.
func (p *pattern) endsAlike(values int) bool {
	return strings.HasSuffix(p.zh, fmt.Sprintf("%%[%d]s", values)) || strings.HasSuffix(p.zh, "%s")
}

// fault says "fault; remedy" behind a place, and looks for no further place in it: that would try every part of every part.
// It reports whether some of it is known, and all.
func (w phrasebook) fault(text string) (out string, some, all bool) {
	if out, all = w.known(text, oneClause); all {
		return out, true, true
	}
	out, some, all = w.apart(text, func(part string) (string, bool) {
		out, _, all := w.fault(part)
		return out, all
	})
	if all {
		return out, true, true
	}
	if whole, ok := w.known(text, anyClauses); ok {
		return whole, true, true
	}
	return out, some, false
}

// apart says what stands on the two sides of a semicolon, and reports whether one of them is known, and both.
func (w phrasebook) apart(text string, say func(string) (string, bool)) (out string, some, all bool) {
	left, right, ok := strings.Cut(text, "; ")
	if !ok {
		return "", false, false
	}
	l, known := say(left)
	r, also := say(right)
	if !known {
		l = left
	}
	if !also {
		r = right
	}
	return l + "；" + r, known || also, known && also
}

// mayBe looks for the words of the format, which costs less than its shape.
func (p *pattern) mayBe(text string) bool {
	for _, l := range p.literals {
		_, rest, ok := strings.Cut(text, l)
		if !ok {
			return false
		}
		text = rest
	}
	return true
}

// fill puts values, each said, for the verbs of a format: in their order, or as %[2]s says.
func (w phrasebook) fill(format string, values []string) string {
	verbs, next := regexp.MustCompile(verb), 0
	return verbs.ReplaceAllStringFunc(format, func(v string) string {
		if m := verbs.FindStringSubmatch(v); m[1] != "" {
			next, _ = strconv.Atoi(m[1])
			next--
		}
		next++
		if next > len(values) {
			return v
		}
		return w.listed(w.say(values[next-1]))
	})
}

// listed puts the words that joined has put together as Chinese lists are: "month, quarter or year".
func (w phrasebook) listed(text string) string {
	if !regexp.MustCompile(`^[\w.-]+(, [\w.-]+)*( or [\w.-]+)+$`).MatchString(text) {
		return text
	}
	return strings.NewReplacer(", ", "、", " or ", "、").Replace(text)
}
