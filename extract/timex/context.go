package timex

import (
	"strings"
	"unicode/utf8"

	"jishi/schema"
)

// noDate reports whether figures with 年, 月, 日 are no date where they stand: a period (5日内), a name (“6月协议”), a
// decade, a recurring day.
func (s scanner) noDate(start, end int, d schema.Day) bool {
	before, after := s.text[max(0, start-24):start], s.text[end:]
	if s.named(start, end) {
		return true
	}
	switch {
	case d.Day > 0 && d.Month == 0:
		return hasAnyPrefix(after, "内", "后", "之内", "以内", "之后", "游", "均", "来", "前", "期", "元") && !hasAnyPrefix(after, "元首", "元旦", "元老", "前往", "前来", "前去", "内阁", "内政", "后援") ||
			hasAnySuffix(before, "连续", "为期", "历时", "近", "逾", "第", "每", "共", "长达", "满", "隔", "最后", "头", "首", "超过", "仅", "间隔", "农历") ||
			utf8.RuneCountInString(s.text[start:end]) == 2 && s.text[start] >= utf8.RuneSelf
	case d.Day > 0:
		return hasAnyPrefix(after, "前后") || hasAnySuffix(before, "每年", "农历")
	case d.Month > 0:
		return hasAnyPrefix(after, "间", "龄", "前", "后", "内", "革命", "刊", "号") && !hasAnyPrefix(after, "前往", "间接", "内阁") ||
			d.Year == 0 && (hasAnySuffix(before, "每年", "为期", "历时", "第", "农历") || hasAnySuffix(before, "前") && !hasAnySuffix(before, "目前", "此前", "日前", "之前"))
	}
	return hasAnyPrefix(after, "代", "度", "议程", "可持续", "愿景", "目标", "前", "后", "计划", "规划", "期间预算", "级", "版") && !hasAnyPrefix(after, "前往", "度假") ||
		hasAnySuffix(before, "公元前", "到") // 到2030年 is an aim
}

// named reports whether a date in quotation marks is the beginning of a short name.
func (s scanner) named(start, end int) bool {
	const longest = 8 // characters of the name behind the date
	if !hasAnySuffix(s.text[:start], "“", "‘", "\"") {
		return false
	}
	n := 0
	for _, r := range s.text[end:min(len(s.text), end+longest*utf8.UTFMax)] {
		switch {
		case r == '”' || r == '’' || r == '"':
			return n > 0
		case r == '，' || r == '。' || r == '；' || n >= longest:
			return false
		}
		n++
	}
	return false
}

// timeOfDay passes over 晚, 上午, 10时30分 behind a day.
func (s scanner) timeOfDay(i int) int {
	for _, w := range []string{"凌晨", "清晨", "早晨", "早上", "上午", "中午", "下午", "午后", "傍晚", "晚上", "晚间", "深夜", "夜间", "晚", "夜", "晨"} {
		if strings.HasPrefix(s.text[i:], w) && !hasAnyPrefix(s.text[i:], "晚宴", "晚会", "晚餐", "晚些", "夜宴", "晚报", "晨报") {
			return s.clock(i + len(w))
		}
	}
	return s.clock(i)
}

// clock passes over 10时30分, 8点, 20:05.
func (s scanner) clock(i int) int {
	hour, digits, end := s.numeral(i)
	if digits == 0 || digits > 2 || hour > 24 {
		return i
	}
	switch rest := s.text[end:]; {
	case strings.HasPrefix(rest, "时") && !hasAnyPrefix(rest, "时许"):
		end += len("时")
	case hasAnyPrefix(rest, "时许"):
		return end + len("时许")
	case strings.HasPrefix(rest, "点"):
		end += len("点")
	case strings.HasPrefix(rest, ":"), strings.HasPrefix(rest, "："):
		minute, digits, after := s.numeral(end + utf8.RuneLen(firstRune(rest)))
		if digits != 2 || minute > 59 {
			return i
		}
		return after
	default:
		return i
	}
	for _, w := range []string{"整", "半", "许"} {
		if strings.HasPrefix(s.text[end:], w) {
			return end + len(w)
		}
	}
	if _, digits, after := s.numeral(end); digits > 0 && strings.HasPrefix(s.text[after:], "分") {
		return after + len("分")
	}
	return end
}

func firstRune(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}

// weekdayNote passes over （星期一） or (周一) behind a day.
func (s scanner) weekdayNote(i int) int {
	rest := s.text[i:]
	for _, open := range []string{"（", "(", ""} {
		inner, found := strings.CutPrefix(rest, open)
		if !found {
			continue
		}
		for _, w := range []string{"星期", "周", "礼拜"} {
			name, found := strings.CutPrefix(inner, w)
			_, n := weekdayName(name)
			if !found || n == 0 || open == "" && w == "周" {
				continue
			}
			end := i + len(open) + len(w) + n
			if open == "" {
				return end
			}
			for _, shut := range []string{"）", ")"} {
				if strings.HasPrefix(s.text[end:], shut) {
					return end + len(shut)
				}
			}
		}
	}
	return i
}

// monthPart passes over 份, 上旬, 底 behind a month.
func (s scanner) monthPart(i int) int {
	for _, w := range []string{"份"} {
		if strings.HasPrefix(s.text[i:], w) {
			i += len(w)
		}
	}
	for _, w := range []string{"上旬", "中旬", "下旬", "初", "底", "末"} {
		if strings.HasPrefix(s.text[i:], w) && !hasAnyPrefix(s.text[i:], "初步", "初审", "底气", "初次") {
			return i + len(w)
		}
	}
	return i
}

// yearPart passes over 底, 上半年, 第一季度 behind a year.
func (s scanner) yearPart(i int) int {
	for _, w := range []string{"年底", "年初", "年末", "上半年", "下半年", "第一季度", "第二季度", "第三季度", "第四季度", "一季度", "二季度", "三季度", "四季度",
		"春季", "夏季", "秋季", "冬季", "春天", "夏天", "秋天", "冬天", "底", "初", "末", "内"} {
		if strings.HasPrefix(s.text[i:], w) && !hasAnyPrefix(s.text[i:], "初步", "内阁", "内政", "底气", "初次") {
			return i + len(w)
		}
	}
	return i
}

func hasAnyPrefix(s string, list ...string) bool {
	for _, w := range list {
		if strings.HasPrefix(s, w) {
			return true
		}
	}
	return false
}

func hasAnySuffix(s string, list ...string) bool {
	for _, w := range list {
		if strings.HasSuffix(s, w) {
			return true
		}
	}
	return false
}
