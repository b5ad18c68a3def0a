package chronicle

import (
	"path/filepath"
	"strings"

	"jishi/extract/timex"
	"jishi/schema"
)

// FileDay reads the date in a file's name: 2018-06-05, 2018_06_05, 20180605, 2018年6月5日, 2018-06 (no day), 2018; of a
// range its first day. It is zero where the name holds none.
func FileDay(name string) schema.Day {
	base := filepath.Base(strings.ReplaceAll(name, `\`, "/"))
	if t := timex.Find(base); len(t) > 0 && t[0].First.Year > 0 {
		return t[0].First
	}
	for i := 0; i < len(base); i++ {
		if !isFigure(base[i]) || i > 0 && isFigure(base[i-1]) {
			continue
		}
		if d := fileDay(base[i:]); !d.IsZero() {
			return d
		}
	}
	return schema.Day{}
}

// fileDay reads a date at the beginning of s.
func fileDay(s string) schema.Day {
	size := len(s) - len(strings.TrimLeft(s, "0123456789"))
	switch size {
	case 8, 6:
		y, ok := bareYear(s[:4])
		d := schema.Day{Year: y, Month: two(s[4:6])}
		if size == 8 {
			d.Day = two(s[6:8])
		}
		if ok && d.Month > 0 && d.Valid() && (size == 6 || d.Day > 0) {
			return d
		}
	case 4:
		y, ok := bareYear(s[:4])
		if !ok {
			return schema.Day{}
		}
		d := schema.Day{Year: y}
		month, rest := separated(s[4:])
		if day, _ := separated(rest); month > 0 && month <= 12 {
			d.Month = month
			if with := (schema.Day{Year: y, Month: month, Day: day}); with.Valid() {
				d = with
			}
		}
		return d
	}
	return schema.Day{}
}

// separated reads one or two figures behind a single separator, or 0.
func separated(s string) (n int, rest string) {
	if s == "" || !strings.ContainsRune("-_. ", rune(s[0])) {
		return 0, s
	}
	size := len(s) - 1 - len(strings.TrimLeft(s[1:], "0123456789"))
	switch size {
	case 1:
		return int(s[1] - '0'), s[2:]
	case 2:
		return two(s[1:3]), s[3:]
	}
	return 0, s
}

func two(s string) int { return int(s[0]-'0')*10 + int(s[1]-'0') }
