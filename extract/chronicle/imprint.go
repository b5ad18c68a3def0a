package chronicle

import (
	"strings"

	"jishi/extract/timex"
	"jishi/schema"
)

// isByline reports whether a line tells of the text's origin: author, source, editor.
func isByline(s string) bool {
	const longest = 60 // characters
	return runes(s) <= longest && (isImprint(s) || hasAnyPrefix(s, "（") && hasAnySuffix(s, "）") && !hasSentence(s))
}

// isImprint reports whether a line names author, source, editor or day of publication, as those above and below an item do.
func isImprint(s string) bool {
	return hasAnyPrefix(s, "来源：", "来源:", "作者：", "作者:", "记者：", "编辑：", "责任编辑", "责编", "文/", "图/", "摄影", "日期：", "日期:") || publishedIn(s) >= 0
}

// publishedIn is the byte behind the words for the day of publication that a line begins with, or -1.
func publishedIn(s string) int {
	for _, w := range [...]string{"发布时间", "发布日期", "发表时间", "发表日期", "发稿时间", "刊发日期"} {
		if strings.HasPrefix(s, w) {
			return len(w)
		}
	}
	return -1
}

// markImprint finds the lines below the text that tell of its origin.
func (d *document) markImprint(lines []line) {
	const most = 4
	for i := len(lines) - 1; i > 0 && i >= len(lines)-most; i-- {
		l := &lines[i]
		s := d.normal[l.start:l.end]
		if l.role != plain || runes(s) > 80 || !isImprint(s) || l.final && !strings.HasSuffix(s, "）") {
			return
		}
		l.role, l.aside = kept, "byline"
		d.imprint = s + "\n" + d.imprint
	}
}

// period is the time that a title says its document covers: 2018年大事记, 太平洋纪事（2018年5月）; zero where it says none, or
// where the year may be another thing's (纪念1945年的…).
func period(title string) (day, last schema.Day) {
	for _, t := range timex.Find(title) {
		if t.First.Year == 0 || t.Kind != timex.Year && t.Kind != timex.Month && t.Kind != timex.Range {
			continue
		}
		rest := strings.TrimLeft(title[t.At.End:], "度 ")
		if t.At.Start == 0 || strings.Trim(rest, "）)】]》") == "" || isReview(title) {
			return t.First, t.Last
		}
	}
	if y := yearIn(title); y > 0 && isReview(title) {
		return schema.Day{Year: y}, schema.Day{}
	}
	return schema.Day{}, schema.Day{}
}

// isReview reports whether a title is that of a record of a time.
func isReview(title string) bool {
	for _, w := range [...]string{"大事", "纪事", "记事", "回顾", "年表", "年报", "年鉴", "综述", "日志", "月报", "周报", "简报", "汇编", "总结"} {
		if strings.Contains(title, w) {
			return true
		}
	}
	return false
}
