package timex

import (
	"strings"
	"sync"
	"unicode/utf8"

	"jishi/schema"
)

// word is an expression without figures.
type word struct {
	text      string
	kind      Kind
	unit      Unit
	shift     int
	anaphoric bool
	alone     bool // no part of a longer count: not after a numeral (5年内) or 本, 上 …
}

// wordList are the words by their first character, longer ones first, and the characters with which an expression, or
// what leads to one, can begin: a look at one or two characters passes over nearly all of a text.
type wordList struct {
	words  map[rune][]word
	opens  characters
	alone  characters // of these, the ones that open something whatever follows
	second characters // the second characters of the words
}

// characters is a set of characters of the basic plane.
type characters [1 << 10]uint64

func (c *characters) add(r rune) { c[r>>6] |= 1 << (r & 63) }

func (c *characters) has(r rune) bool { return r < 0x10000 && c[r>>6]>>(r&63)&1 == 1 }

// vocabulary is made once.
var vocabulary = sync.OnceValue(func() *wordList {
	v := &wordList{words: map[rune][]word{}}
	by := v.words
	for _, r := range leads + "《星周两十廿〇○零一二三四五六七八九" {
		v.opens.add(r)
		v.alone.add(r)
	}
	add := func(list string, w word) {
		for _, text := range strings.Fields(list) {
			w.text = text
			r, size := utf8.DecodeRuneInString(text)
			next, _ := utf8.DecodeRuneInString(text[size:])
			if size == len(text) { // 昨
				v.alone.add(r)
			}
			v.opens.add(r)
			v.second.add(next)
			words := append(by[r], w)
			for i := len(words) - 1; i > 0 && len(words[i-1].text) < len(words[i].text); i-- {
				words[i-1], words[i] = words[i], words[i-1]
			}
			by[r] = words
		}
	}
	for shift, list := range map[int]string{
		0:  "今天 今日 今晨 今早 今晚 今夜 本日 即日",
		-1: "昨 昨天 昨日 昨晚 昨夜 昨晨",
		-2: "前天 前日 前晚",
		-3: "大前天",
		1:  "明天 明日 明晚 明早",
		2:  "后天 后日",
		3:  "大后天",
	} {
		add(list, word{kind: Relative, unit: Days, shift: shift})
	}
	add("当天 当日 当晚 当夜 同日 同一天 同天", word{kind: Relative, unit: Days, anaphoric: true})
	add("次日 翌日 第二天 隔日 隔天", word{kind: Relative, unit: Days, shift: 1, anaphoric: true})
	add("本周 这周 本星期 这星期 本周内", word{kind: Relative, unit: Weeks})
	add("上周 上星期 上个星期 上一周", word{kind: Relative, unit: Weeks, shift: -1})
	add("下周 下星期 下个星期 下一周", word{kind: Relative, unit: Weeks, shift: 1})
	add("本月 这个月 本月内", word{kind: Relative, unit: Months})
	add("当月 同月", word{kind: Relative, unit: Months, anaphoric: true})
	add("上月 上个月", word{kind: Relative, unit: Months, shift: -1})
	add("下月 下个月", word{kind: Relative, unit: Months, shift: 1})
	add("月内 月底 月初 月中 月末", word{kind: Relative, unit: Months, alone: true})
	add("今年 本年 本年度 今年内", word{kind: Relative, unit: Years})
	add("去年 上年 上一年", word{kind: Relative, unit: Years, shift: -1})
	add("前年", word{kind: Relative, unit: Years, shift: -2})
	add("明年", word{kind: Relative, unit: Years, shift: 1})
	add("同年", word{kind: Relative, unit: Years, anaphoric: true})
	add("次年 翌年", word{kind: Relative, unit: Years, shift: 1, anaphoric: true})
	add("后年", word{kind: Relative, unit: Years, shift: 2})
	add("年内 年底 年初 年末 年终 年中 岁末", word{kind: Relative, unit: Years, alone: true})
	add("日前 近日 近期 近来 最近 此前 不久前 前不久 此前不久 早些时候 稍早 稍早前 早前 早先 稍早时候 先前 前些天 前些日子 前几天 几天前 数日前 几日前 数天前 "+
		"几周前 数周前 几个月前 数月前 几年前 数年前 多年前 前段时间 前一段时间 前阵子 日内 不日 "+
		"前两天 前几日 这几天 这两天 连日 近段时间 近一段时间 近几天 近几日 过去几天 半年前 半个月前 上世纪 本世纪初", word{kind: Vague, alone: true})
	add("近年来 近些年来 近年 多年来 长期以来 一直以来 迄今为止 迄今 至今 到目前为止 截至目前 截至发稿时 截至发稿 截止目前 连日来 近几年来 近几年 几年来 几十年来 数十年来",
		word{kind: Cumulative})
	add("凌晨 清晨 早晨 早上 上午 中午 下午 午后 傍晚 晚上 晚间 深夜 夜间", word{kind: Clock})
	return v
})

// word reads an expression without figures, and the figures that may follow it (去年5月, 上月23日).
func (s scanner) word(i int, r rune) (t Timex, end int, ok bool) {
	switch r {
	case '星':
		return s.weekday(i, "星期")
	case '周':
		return s.weekday(i, "周")
	case '两':
		if t, end, ok = s.ago(i); ok {
			return s.finish(t, i, end)
		}
	}
	for _, w := range s.words[r] {
		if !strings.HasPrefix(s.text[i:], w.text) {
			continue
		}
		end = i + len(w.text)
		if w.alone && s.counted(i) || s.rhetorical(i, end, w) || s.namesJapan(end) {
			return t, end, false
		}
		t = Timex{Kind: w.kind, Unit: w.unit, Shift: w.shift, Anaphoric: w.anaphoric}
		switch {
		case w.kind == Relative:
			end = s.detail(&t, end)
		case w.kind == Clock:
			end = s.clock(end)
		}
		return s.finish(t, i, end)
	}
	return t, i, false
}

// namesJapan reports whether the 日 before end is the first character of 日本: 同日本首相, not 同日, 本….
func (s scanner) namesJapan(end int) bool {
	if strings.HasSuffix(s.text[:end], "同日") && strings.HasPrefix(s.text[end:], "方") { // 同日方座谈
		return true
	}
	if !strings.HasSuffix(s.text[:end], "日") || !strings.HasPrefix(s.text[end:], "本") {
		return false
	}
	return !hasAnyPrefix(s.text[end+len("本"):], "次", "届", "馆", "院", "报", "刊", "周", "月", "年", "市", "省", "地", "港", "台")
}

// detail reads what follows a relative expression and makes it more exact.
func (s scanner) detail(t *Timex, end int) int {
	rest := s.text[end:]
	switch t.Unit {
	case Days:
		return s.timeOfDay(end)
	case Weeks:
		if d, n := weekdayName(rest); n > 0 {
			t.Weekday = d
			return s.timeOfDay(end + n)
		}
		for _, tail := range []string{"末", "内"} {
			if strings.HasPrefix(rest, tail) {
				return end + len(tail)
			}
		}
	case Months:
		if n, ok := s.shared(t, end); ok && t.First.Day > 0 {
			return s.timeOfDay(n)
		}
		if p, n, ok := s.point(end); ok && p.Day > 0 && p.Month == 0 && p.Year == 0 {
			return s.timeOfDay(s.upTo(t, p, n))
		}
		return s.monthPart(end)
	case Years:
		if n, ok := s.shared(t, end); ok {
			return n
		}
		if p, n, ok := s.point(end); ok && p.Month > 0 && p.Year == 0 {
			n = s.upTo(t, p, n)
			if p.Day > 0 {
				return s.timeOfDay(n)
			}
			return s.monthPart(n)
		}
		return s.yearPart(end)
	}
	return end
}

// shared gives a relative expression a range whose ends share their unit: 今年5月14至15日, 本月8至9日.
func (s scanner) shared(t *Timex, end int) (to int, ok bool) {
	first, last, to, ok := s.sharedUnit(end)
	if !ok || first.Year > 0 || (first.Month > 0) != (t.Unit == Years) {
		return end, false
	}
	t.First, t.Last = first, last
	return to, true
}

// upTo gives a relative expression the parts that follow it, and where they are a range its end.
func (s scanner) upTo(t *Timex, first schema.Day, end int) int {
	t.First = first
	if last, far, ok := s.rangeEnd(end, first); ok && last.Year == 0 {
		t.Last = last
		return far
	}
	return end
}

// ago reads 3天前, 两个月前: a count of units back, or ahead with 后.
func (s scanner) ago(i int) (t Timex, end int, ok bool) {
	n, digits, end := s.numeral(i)
	if rest, found := strings.CutPrefix(s.text[i:], "两"); found {
		n, digits, end = 2, 1, len(s.text)-len(rest)
	}
	if digits == 0 || digits > 2 {
		return t, i, false
	}
	t = Timex{Kind: Relative, Shift: -n}
	unit := ""
	for _, u := range []struct {
		name string
		unit Unit
		days int
	}{{"天", Days, 1}, {"个星期", Days, 7}, {"周", Days, 7}, {"个月", Months, 1}, {"年", Years, 1}} {
		if strings.HasPrefix(s.text[end:], u.name) {
			unit, t.Unit, t.Shift = u.name, u.unit, -n*u.days
			break
		}
	}
	end += len(unit)
	switch rest := s.text[end:]; {
	case unit == "":
		return t, i, false
	case strings.HasPrefix(rest, "前") && !hasAnyPrefix(rest, "前往", "前来", "前去"):
		return t, end + len("前"), true
	case strings.HasPrefix(rest, "后") && t.Unit != Years:
		t.Shift = -t.Shift
		return t, end + len("后"), true
	}
	return t, i, false
}

// weekday reads 星期三 by itself.
func (s scanner) weekday(i int, week string) (t Timex, end int, ok bool) {
	rest, found := strings.CutPrefix(s.text[i:], week)
	if !found {
		return t, i, false
	}
	d, n := weekdayName(rest)
	end = i + len(week) + n
	if n == 0 || week == "周" && (s.counted(i) || hasAnyPrefix(s.text[end:], "次", "年", "岁", "片", "期", "届", "路", "班", "个", "后", "报", "刊")) { // 一周三次
		return t, i, false
	}
	t = Timex{Kind: Relative, Unit: Days, Weekday: d}
	return s.finish(t, i, s.timeOfDay(end))
}

func weekdayName(s string) (day, size int) {
	r, size := utf8.DecodeRuneInString(s)
	switch r {
	case '一', '二', '三', '四', '五', '六':
		return digitOf(r), size
	case '日', '天':
		return 7, size
	}
	return 0, 0
}

// counted reports whether the word at i stands behind a count or a word that makes another one of it: 5年内, 上月底.
func (s scanner) counted(i int) bool {
	before := strings.TrimRight(s.text[max(0, i-8):i], " ")
	r, _ := utf8.DecodeLastRuneInString(before)
	if r == '多' { // 20多周三: a number; 阿尔瓦拉多周三会见: a name
		d, _ := utf8.DecodeLastRuneInString(strings.TrimSuffix(before, "多"))
		return digitOf(d) >= 0 || strings.ContainsRune("十百千万亿", d)
	}
	return digitOf(r) >= 0 || strings.ContainsRune("十百千万亿几数半多个每上下本两整近余", r)
}

// rhetorical reports whether a word is no date where it stands: 更加美好的明天, 比去年同期.
func (s scanner) rhetorical(i, end int, w word) bool {
	before, after := s.text[:i], s.text[end:]
	switch w.text {
	case "明天":
		for _, p := range []string{"好的", "荣的", "好", "创", "向", "的"} {
			if strings.HasSuffix(before, p) {
				return true
			}
		}
	case "去年", "上年", "上月":
		for _, p := range []string{"同期", "同比", "同月"} {
			if strings.HasPrefix(after, p) {
				return true
			}
		}
	case "日内":
		return strings.HasPrefix(after, "瓦")
	case "最近", "先前":
		return strings.HasPrefix(after, "的")
	case "后天":
		return strings.HasSuffix(before, "先")
	case "前日":
		return strings.HasPrefix(after, "本")
	}
	return false
}

// finish closes an expression: behind 以来 it is cumulative, whatever it names.
func (s scanner) finish(t Timex, start, end int) (Timex, int, bool) {
	for _, tail := range []string{"以来", "至今", "来"} {
		if strings.HasPrefix(s.text[end:], tail) && (tail != "来" || t.Kind == Year && end-start < len("2018年")) && t.Kind != Clock {
			t.Kind = Cumulative
			end += len(tail)
			break
		}
	}
	t.At = schema.Local{Start: start, End: end}
	return t, end, true
}
