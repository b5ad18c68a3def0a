package chronicle

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"jishi/extract/timex"
)

// dateLine reads the date line at the beginning of a paragraph: 新华社北京3月26日电（记者某某）. size is 0 where there is
// none; d is nil where it names no day.
func dateLine(text string) (d *dated, size int) {
	const longest = 400 // bytes
	head := text[:min(len(text), longest)]
	i, shut := opening(head)
	for _, w := range []string{"据", "综合"} {
		if strings.HasPrefix(head[i:], w) {
			i += len(w)
		}
	}
	from := agency(head[i:])
	if from == 0 {
		return nil, 0
	}
	head = strings.ToValidUTF8(head, "") // its end may cut a character
	end, d := datedEnd(head, i+from)
	if end == 0 {
		return nil, 0
	}
	if shut != "" {
		n := strings.Index(head[end:], shut)
		if n < 0 || n > 120 {
			return nil, 0
		}
		end += n + len(shut)
	}
	return d, afterDateLine(head, end)
}

// opening passes over the bracket that a date line may stand in, and says what closes it.
func opening(head string) (size int, shut string) {
	for _, pair := range [][2]string{{"（", "）"}, {"(", ")"}, {"【", "】"}, {"[", "]"}} {
		if strings.HasPrefix(head, pair[0]) {
			return len(pair[0]), pair[1]
		}
	}
	return 0, ""
}

// agency is the length of the name of a news agency or paper, or 0: one of the well-known ones, or a short name that ends
// as theirs do.
func agency(s string) int {
	best := 0
	for _, name := range [...]string{"新华社", "新华网", "新华每日电讯", "中新社", "中新网", "中国新闻网", "人民网", "人民日报", "光明日报", "光明网", "央视网", "央视新闻",
		"央广网", "国际在线", "本报", "本刊", "本台", "本网", "本社", "中国日报", "中国网", "环球时报", "环球网", "参考消息", "参考消息网", "海外网", "经济日报",
		"解放军报", "科技日报", "法新社", "路透社", "美联社", "塔斯社", "俄新社", "共同社", "韩联社", "埃菲社", "德新社", "朝中社", "安莎社", "越通社", "马新社", "中央社", "澎湃新闻"} {
		if strings.HasPrefix(s, name) && len(name) > best {
			best = len(name)
		}
	}
	if best > 0 {
		return best
	}
	const longest = 9 // characters
	n := 0
	for i, r := range s {
		if (r < 0x4E00 || r > 0x9FFF) && !unicode.Is(unicode.Han, r) || n > longest {
			return 0
		}
		n++
		if n > 1 && (r == '社' || r == '网' || r == '报' || r == '台') {
			return i + utf8.RuneLen(r)
		}
	}
	return 0
}

// datedEnd finds where 电, 讯 or 消息 ends behind place and date, or directly behind the agency.
func datedEnd(head string, from int) (end int, d *dated) {
	const place = 14 // characters
	window := head[from:]
	if i := strings.IndexAny(window, "。，；！？：\n"); i >= 0 {
		window = window[:i]
	}
	for _, t := range timex.Find(window) {
		if t.Kind != timex.Day && t.Kind != timex.Range || runes(window[:t.At.Start]) > place {
			continue
		}
		rest := window[t.At.End:]
		for _, w := range []string{"专电", "电", "讯", "消息"} {
			if strings.HasPrefix(rest, w) && !strings.HasPrefix(rest, "电话") && !strings.HasPrefix(rest, "电视") {
				return from + t.At.End + len(w), headingDate(t)
			}
		}
		return 0, nil
	}
	for _, w := range []string{"讯", "消息", "专电", "电"} {
		if rest, found := strings.CutPrefix(head[from:], w); found && (w == "讯" || strings.HasPrefix(rest, "（") || strings.HasPrefix(rest, "(") || strings.HasPrefix(rest, "：") || strings.HasPrefix(rest, " ")) {
			return from + len(w), nil
		}
	}
	if rest, found := strings.CutPrefix(head[from:], "报道"); found && strings.HasPrefix(rest, "（") {
		return from + len("报道"), nil
	}
	return 0, nil
}

// afterDateLine passes over the reporters in brackets and the signs before the text.
func afterDateLine(head string, end int) int {
	separators := func(i int) int {
		return len(head) - len(strings.TrimLeft(head[i:], " \t：:，"))
	}
	end = separators(end)
	for _, pair := range [][2]string{{"（", "）"}, {"(", ")"}, {"（", "）"}} {
		if !strings.HasPrefix(head[end:], pair[0]) {
			continue
		}
		if n := strings.Index(head[end:], pair[1]); n > 0 && n < 200 {
			end = separators(end + n + len(pair[1]))
		}
	}
	return end
}

// closingDateLine finds a date line in brackets at the end of a paragraph: …。（新华社北京3月26日电）. It returns where it
// begins, or -1.
func closingDateLine(text string) (d *dated, start int) {
	if !strings.HasSuffix(text, "）") && !strings.HasSuffix(text, ")") {
		return nil, -1
	}
	const longest = 160 // bytes
	from := max(0, len(text)-longest)
	start = strings.LastIndexAny(text[from:], "（(")
	if start < 0 {
		return nil, -1
	}
	start += from
	d, size := dateLine(text[start:])
	if size == 0 || start+size != len(text) {
		return nil, -1
	}
	return d, start
}
