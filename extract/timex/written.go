package timex

import (
	"strings"
	"unicode/utf8"

	"jishi/schema"
)

// written reads a date with figures at i: a day, month, year, or a range of them. Where there is none, end is the byte
// after the figures and the unit they count, so that nothing is read into them again.
func (s scanner) written(i int, r rune) (t Timex, end int, ok bool) {
	if digitOf(r) < 0 && r != '十' && r != '廿' {
		return t, i, false
	}
	if end, ok = s.count(i); ok {
		return t, end, false
	}
	if t, end, ok = s.iso(i); ok {
		return s.finish(t, i, end)
	}
	if t, end, ok = s.ago(i); ok {
		return s.finish(t, i, end)
	}
	if first, last, end, ok := s.sharedUnit(i); ok {
		return s.finish(Timex{Kind: Range, First: first, Last: last}, i, s.tail(last, end))
	}
	first, end, ok := s.point(i)
	if !ok {
		return t, max(end, s.figures(i)), false
	}
	if last, end, ok := s.rangeEnd(end, first); ok {
		return s.finish(Timex{Kind: Range, First: first, Last: last}, i, s.tail(last, end))
	}
	t.First = first
	switch {
	case first.Day > 0:
		t.Kind = Day
	case first.Month > 0:
		t.Kind = Month
	default:
		t.Kind = Year
	}
	if s.noDate(i, end, t.First) {
		return Timex{}, end, false
	}
	return s.finish(t, i, s.tail(first, end))
}

// count reports whether Arabic figures at i are the number of something that no date counts, as most are, and where it ends.
func (s scanner) count(i int) (end int, ok bool) {
	for end = i; end < len(s.text) && isFigure(s.text[end]); {
		end++
	}
	if end == i {
		return i, false
	}
	r, _ := utf8.DecodeRuneInString(s.text[s.space(end):])
	if strings.ContainsRune("年月日号天周个两一至到旬-/.—–~～－", r) || digitOf(r) >= 0 || r == '十' {
		return i, false
	}
	return s.figures(i), true
}

// tail reads what may follow a written date: time of day, 上旬, 底, 上半年.
func (s scanner) tail(d schema.Day, end int) int {
	switch {
	case d.Day > 0:
		return s.timeOfDay(s.weekdayNote(end))
	case d.Month > 0:
		return s.monthPart(end)
	}
	return s.yearPart(end)
}

// point reads one date with figures: years, months and days in that order, each of which may be missing.
func (s scanner) point(i int) (d schema.Day, end int, ok bool) {
	end = i
	for last := 0; ; {
		n, digits, after := s.numeral(s.space(end))
		if digits == 0 {
			break
		}
		at := s.space(after)
		r, size := utf8.DecodeRuneInString(s.text[at:])
		switch {
		case r == '年' && last < 1 && digits == 4 && n >= 1000 && n < 3000:
			d.Year, last = n, 1
		case r == '月' && last < 2 && digits <= 2 && n >= 1 && n <= 12:
			d.Month, last = n, 2
		case (r == '日' || r == '号' && (last == 2 || s.dayByNumber(i, at+size))) && last < 3 && digits <= 2 && n >= 1 && n <= 31 && (d.Year == 0 || d.Month > 0):
			d.Day, last = n, 3
		default:
			return d, end, last > 0
		}
		end = at + size
		if last == 3 {
			break
		}
	}
	if d.Month > 0 && d.Day > 0 && !d.Valid() {
		d.Day, ok = 0, false
		return d, end, false
	}
	return d, end, end > i
}

// dayByNumber reports whether 10号 from begin to end is a day, as broadcasts say it, and not a house or a line: nothing
// that is numbered stands before it, and a mark, a time of day or what somebody does that day behind it.
func (s scanner) dayByNumber(begin, end int) bool {
	if !isFigure(s.text[begin]) || begin > 0 && (s.text[begin-1] < utf8.RuneSelf || strings.HasSuffix(s.text[:begin], "第")) {
		return false
	}
	next, _ := utf8.DecodeRuneInString(s.text[end:])
	return next != utf8.RuneError && !strings.ContainsRune("楼线井馆院台机病公令文舰舱房桥车门店室桌选种柴汽字码员洞坑厂仓航、文件。", next)
}

// space passes over one space, as some layouts set it around figures.
func (s scanner) space(i int) int {
	if i < len(s.text) && s.text[i] == ' ' {
		return i + 1
	}
	return i
}

// numeral reads a whole number of up to four figures, Arabic or Chinese; digits is how many figures it has, in its
// Arabic form, 0 where there is none.
func (s scanner) numeral(i int) (n, digits, end int) {
	for end = i; end < len(s.text) && isFigure(s.text[end]); end++ {
		if end-i >= 4 {
			return 0, 0, i
		}
		n = n*10 + int(s.text[end]-'0')
	}
	if end > i {
		return n, end - i, end
	}
	return s.chineseNumeral(i)
}

// chineseNumeral reads 二〇二〇, 二十四, 十, 三 below 100, or a row of four digits.
func (s scanner) chineseNumeral(i int) (n, digits, end int) {
	row, tens := 0, false
	end = i
	for count := 0; count < 5; count++ {
		r, size := utf8.DecodeRuneInString(s.text[end:])
		d := digitOf(r)
		switch {
		case r == '十' && !tens && row <= 1:
			tens = true
			n = max(n, 1) * 10
			row = 0
		case r == '廿' && !tens && row == 0:
			tens, n = true, 20
		case d >= 0 && r > '9' && tens && row == 0:
			n, row = n+d, 1
		case d >= 0 && r > '9' && !tens:
			n, row = n*10+d, row+1
		default:
			if tens {
				return n, 2, end
			}
			return n, row, end
		}
		end += size
	}
	return 0, 0, i
}

// figures is the byte after the figures at i and after the unit of time that they count.
func (s scanner) figures(i int) int {
	end := i
	for end < len(s.text) {
		r, size := utf8.DecodeRuneInString(s.text[end:])
		if digitOf(r) < 0 && powerOf(r) == 0 && r != '.' && r != ',' {
			break
		}
		end += size
	}
	for _, w := range []string{"周年", "年代", "个月", "年", "月", "日", "天", "周"} {
		if strings.HasPrefix(s.text[end:], w) {
			return end + len(w)
		}
	}
	return end
}

// connector is the length of what joins the two ends of a range at i, or 0.
func (s scanner) connector(i int) int {
	for _, w := range []string{"至", "到", "——", "—", "–", "-", "~", "～", "－", "一直到"} {
		if strings.HasPrefix(s.text[i:], w) {
			return len(w)
		}
	}
	return 0
}

// rangeEnd reads the second end of a range whose first ends at i.
func (s scanner) rangeEnd(i int, first schema.Day) (last schema.Day, end int, ok bool) {
	i = s.timeOfDay(s.weekdayNote(i))
	n := s.connector(s.space(i))
	if n == 0 {
		return last, 0, false
	}
	last, end, ok = s.point(s.space(s.space(i) + n))
	if !ok || (last.Day > 0) != (first.Day > 0) || last.Day == 0 && (last.Month > 0) != (first.Month > 0) {
		return last, 0, false
	}
	return inherit(last, first), end, true
}

// inherit gives the second end of a range the parts that only the first one writes.
func inherit(last, first schema.Day) schema.Day {
	if last.Month == 0 && last.Day > 0 {
		last.Month = first.Month
		last.Year = first.Year
	}
	if last.Year == 0 && first.Year > 0 {
		last.Year = first.Year
		if last.Month < first.Month {
			last.Year++
		}
	}
	return last
}

// sharedUnit reads a range whose ends share the unit: 8至9日, 3月8-10日, 2014—2016年.
func (s scanner) sharedUnit(i int) (first, last schema.Day, end int, ok bool) {
	prefix, at, _ := s.point(i)
	if prefix.Day > 0 || at > i && prefix.Month == 0 {
		return first, last, 0, false
	}
	n, digits, after := s.numeral(s.space(at))
	joint := s.connector(after)
	if digits == 0 || joint == 0 {
		return first, last, 0, false
	}
	last, end, ok = s.point(after + joint)
	first = prefix
	switch {
	case !ok || last.Day > 0 && (last.Month > 0 || digits > 2) || prefix.Month > 0 && last.Day == 0:
		return first, last, 0, false
	case last.Day > 0:
		first.Day = n
		last.Month, last.Year = prefix.Month, prefix.Year
	case last.Month > 0 && last.Year == 0 && digits <= 2:
		first.Month = n
	case last.Year > 0 && last.Month == 0 && digits == 4:
		first.Year = n
	default:
		return first, last, 0, false
	}
	return first, last, end, first.Month <= 12 && first.Day <= 31 && n > 0
}

// iso reads 2020-03-23, 2020/3/23 or 2020.3.23.
func (s scanner) iso(i int) (t Timex, end int, ok bool) {
	var parts [3]int
	var sep byte
	end = i
	for k := range parts {
		n, digits, after := 0, 0, end
		for after < len(s.text) && isFigure(s.text[after]) && digits < 5 {
			n, digits, after = n*10+int(s.text[after]-'0'), digits+1, after+1
		}
		if k == 0 && digits != 4 || digits == 0 || k > 0 && digits > 2 {
			return t, i, false
		}
		parts[k] = n
		if end = after; k == 2 {
			break
		}
		if end >= len(s.text) || !strings.ContainsRune("-/.", rune(s.text[end])) || k == 1 && s.text[end] != sep {
			return t, i, false
		}
		sep = s.text[end]
		end++
	}
	d := schema.Day{Year: parts[0], Month: parts[1], Day: parts[2]}
	if d.Year < 1000 || d.Year >= 3000 || d.Month == 0 || d.Day == 0 || !d.Valid() {
		return t, i, false
	}
	return Timex{Kind: Day, First: d}, end, true
}
