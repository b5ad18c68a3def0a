package chronicle

import (
	"strings"

	"jishi/schema"
)

// slashOrder says which of two numbers before a year is the day: a document writes all its dates alike.
type slashOrder uint8

const (
	unclear slashOrder = iota // no date of the document tells: of 5/4/2018 the year is certain
	dayFirst
	monthFirst
)

// readWestern reads a line that is a date in English, or one of two numbers and a year, and nothing else: 4 May 2018, May 4,
// 2018, Friday, 4 May, 04/05/2018. It is nil where the line is none.
func readWestern(text string, order slashOrder) *dated {
	const longest = 40 // bytes
	if len(text) > longest {
		return nil
	}
	core := strings.Trim(text, "()（）[]【】#*=~-—–•·◆●■▲： :,.;|")
	if d := slashed(core, order); d != nil {
		return d
	}
	var day schema.Day
	for i, word := range strings.FieldsFunc(core, func(r rune) bool { return r == ' ' || r == ',' || r == '.' || r == '，' }) {
		n, figures := figuresOf(word)
		switch {
		case i == 0 && isWeekday(word):
		case figures == 4 && day.Year == 0 && day.Month > 0 && n >= 1000 && n < 3000:
			day.Year = n
		case figures > 0 && figures < 3 && day.Day == 0 && day.Year == 0 && n >= 1 && n <= 31:
			day.Day = n
		case day.Month == 0 && day.Year == 0 && month(word) > 0:
			day.Month = month(word)
		default:
			return nil
		}
	}
	if day.Month == 0 || day.Day == 0 && day.Year == 0 || !day.Valid() {
		return nil
	}
	return &dated{first: day}
}

// slashes reads the three numbers of 04/05/2018, 4.5.2018 or 4-5-2018.
func slashes(text string) (a, b, year int, ok bool) {
	for _, sign := range []string{"/", ".", "-"} {
		parts := strings.Split(text, sign)
		if len(parts) != 3 || len(parts[0]) > 2 || len(parts[1]) > 2 || len(parts[2]) != 4 {
			continue
		}
		var n [3]int
		for i, part := range parts {
			value, figures := figuresOf(part)
			if figures != len(part) {
				return 0, 0, 0, false
			}
			n[i] = value
		}
		return n[0], n[1], n[2], n[0] >= 1 && n[0] <= 31 && n[1] >= 1 && n[1] <= 31 && min(n[0], n[1]) <= 12 && n[2] >= 1000 && n[2] < 3000
	}
	return 0, 0, 0, false
}

func slashed(text string, order slashOrder) *dated {
	a, b, year, ok := slashes(text)
	if !ok {
		return nil
	}
	if order == unclear && a != b {
		return &dated{first: schema.Day{Year: year}}
	}
	day := schema.Day{Year: year, Month: b, Day: a}
	if order == monthFirst {
		day.Month, day.Day = a, b
	}
	if !day.Valid() {
		return nil
	}
	return &dated{first: day}
}

// slashOrderOf finds the order in which a document writes day and month: one of its dates has a number over 12.
func slashOrderOf(text string, lines []line) slashOrder {
	const longest = 16 // bytes
	for _, l := range lines {
		if l.end-l.start > longest {
			continue
		}
		if a, b, _, ok := slashes(text[l.start:l.end]); ok && a > 12 {
			return dayFirst
		} else if ok && b > 12 {
			return monthFirst
		}
	}
	return unclear
}

// figuresOf reads 4, 4th, 21st; figures is how many of its characters are figures, 0 where it is none.
func figuresOf(word string) (n, figures int) {
	for figures < len(word) && isFigure(word[figures]) && figures < 5 {
		n = n*10 + int(word[figures]-'0')
		figures++
	}
	switch strings.ToLower(word[figures:]) {
	case "", "st", "nd", "rd", "th":
		return n, figures
	}
	return 0, 0
}

// month is the number of an English month, in full or by its first letters, or 0.
func month(word string) int {
	word = strings.ToLower(word)
	for i, name := range [...]string{"january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"} {
		if word == name || word == name[:3] || word == "sept" && name == "september" {
			return i + 1
		}
	}
	return 0
}

func isWeekday(word string) bool {
	word = strings.ToLower(word)
	for _, name := range [...]string{"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"} {
		if word == name || word == name[:3] {
			return true
		}
	}
	return false
}
