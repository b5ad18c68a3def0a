package chronicle

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"jishi/extract/timex"
	"jishi/schema"
)

// dated is a date as a heading or a date line writes it: parts may be missing.
type dated struct {
	first, last schema.Day
}

// String is the date as written, in the form of a label: it enters an entry's hash.
func (d *dated) String() string {
	if d == nil {
		return ""
	}
	return schema.Date{First: d.first, Last: d.last}.String()
}

const decoration = "（(【[〔〖<《#*=~-—–·•◆◇●○■□▲△▼★☆※ "

// readHeading reads a line that is a date and nothing else, but for brackets, signs, a number, the weekday and closing
// punctuation. It is nil when the line is no heading.
func readHeading(text string) *dated {
	const longest = 100 // bytes
	if len(text) > longest || !strings.ContainsAny(text, "年月日0123456789") {
		return nil
	}
	core := strings.TrimLeft(text, decoration)
	if n := numberBullet(core); n.size > 0 && strings.ContainsAny(core[n.size:], "月日") {
		core = strings.TrimSpace(core[n.size:])
	} else if closesOther(text) {
		return nil
	}
	core = strings.TrimRight(core, "：:，,。.、；;|#*=~-—–● ")
	if y, ok := bareYear(core); ok {
		return &dated{first: schema.Day{Year: y}}
	}
	found := timex.Find(core)
	if len(found) == 0 || found[0].At.Start != 0 {
		return nil
	}
	d := headingDate(found[0])
	if d == nil {
		return nil
	}
	end := found[0].At.End
	for _, t := range found[1:] { // 3月23日、24日
		next := headingDate(t)
		if next == nil || !isJoint(core[end:t.At.Start]) || next.first.Day == 0 {
			break
		}
		d.last, end = *inherit(next, d), t.At.End
	}
	if !isNote(core[end:]) {
		return nil
	}
	return d
}

// closesOther reports whether a bracket is closed that was opened in another line: the date is the end of a sentence.
func closesOther(text string) bool {
	open := 0
	for _, r := range text {
		switch r {
		case '（', '(':
			open++
		case '）', ')':
			if open--; open < 0 {
				return true
			}
		}
	}
	return false
}

// headingDate gives the date of an expression that can stand as a heading, or nil.
func headingDate(t timex.Timex) *dated {
	switch t.Kind {
	case timex.Day, timex.Month, timex.Year:
		return &dated{first: t.First}
	case timex.Range:
		if !t.Until {
			return &dated{first: t.First, last: t.Last}
		}
	}
	return nil
}

func isJoint(s string) bool {
	switch strings.TrimSpace(s) {
	case "、", "和", "，", "及", ",":
		return true
	}
	return false
}

// inherit gives a later day of a heading the parts that only the first one writes.
func inherit(later, d *dated) *schema.Day {
	day := later.first
	if day.Month == 0 {
		day.Month = d.first.Month
	}
	if day.Year == 0 {
		day.Year = d.first.Year
	}
	return &day
}

// isNote reports whether what stands behind a heading's date says no more than the weekday, or the lunar date.
func isNote(s string) bool {
	const longest = 14 // characters
	s = strings.Trim(s, "（）()【】[]〔〕〖〗<>》 ，,")
	if s == "" {
		return true
	}
	if runes(s) > longest {
		return false
	}
	for _, w := range []string{"星期", "周", "礼拜", "农历", "正月", "腊月"} {
		if strings.HasPrefix(s, w) {
			return true
		}
	}
	return false
}

// runIn reads a line that begins with a date and goes on, after white space or a colon, with text: 3月23日　…. It
// returns where the text begins.
func runIn(text string) (d *dated, size int) {
	const longest = 90 // bytes of the date
	head := text[:min(len(text), longest)]
	if !strings.ContainsAny(head, "月日-/.") {
		return nil, 0
	}
	lead := len(head) - len(strings.TrimLeft(head, "（(【["))
	found := timex.Find(strings.ToValidUTF8(head[lead:], ""))
	if len(found) == 0 || found[0].At.Start != 0 {
		return nil, 0
	}
	if d = headingDate(found[0]); d == nil || d.first.Day == 0 {
		return nil, 0
	}
	end := lead + found[0].At.End
	if lead > 0 {
		_, n := utf8.DecodeRuneInString(text[end:])
		if !strings.ContainsAny(text[end:end+n], "）)】]") {
			return nil, 0
		}
		end += n
	}
	rest := strings.TrimLeftFunc(text[end:], func(r rune) bool { return unicode.IsSpace(r) || r == '：' || r == ':' || r == '|' })
	if rest == "" || len(rest) == len(text)-end && lead == 0 {
		return nil, 0
	}
	return d, len(text) - len(rest)
}

// calendar gives the headings of a document their years and months.
type calendar struct {
	year int        // for headings before any with a year
	last schema.Day // the latest day of the heading above
}

// settle fills in what a heading leaves out, from the heading above: its year, one more from December to January; and
// for a bare day its month.
func (c *calendar) settle(d *dated) schema.Date {
	first := d.first
	if first.Month == 0 && first.Day > 0 {
		first.Month = c.last.Month
	}
	if first.Year == 0 {
		switch {
		case c.last.Year == 0:
			first.Year = c.year
		case c.last.Month == 12 && first.Month == 1:
			first.Year = c.last.Year + 1
		default:
			first.Year = c.last.Year
		}
	}
	last := d.last
	if !last.IsZero() {
		if last.Month == 0 && last.Day > 0 {
			last.Month = first.Month
		}
		if last.Year == 0 && first.Year > 0 {
			last.Year = first.Year
			if last.Month < first.Month {
				last.Year++
			}
		}
	}
	if !first.Valid() || !last.Valid() {
		first, last = clamp(first), clamp(last)
	}
	c.last = first
	if !last.IsZero() {
		c.last = last
	}
	return schema.Date{First: first, Last: last, Basis: schema.FromHeading}
}

// clamp drops the day of an impossible date: 2月29日 of a common year.
func clamp(d schema.Day) schema.Day {
	if !d.Valid() {
		d.Day = 0
	}
	if !d.Valid() {
		return schema.Day{}
	}
	return d
}
