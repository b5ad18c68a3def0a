package source

import (
	"regexp"
	"strconv"
	"strings"
	"sync"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"jishi/schema"
)

// published is the day on which a page says it was published, and where it says so: among what it tells machines, else
// in a line of 发布时间 or the like. Zero where it says nothing.
func published(doc *html.Node) (schema.Day, string) {
	for n := range doc.Descendants() {
		if n.DataAtom != atom.Meta {
			continue
		}
		key, value := "", ""
		for _, a := range n.Attr {
			switch a.Key {
			case "name", "property", "itemprop":
				key = strings.ToLower(a.Val)
			case "content":
				value = a.Val
			}
		}
		switch key {
		case "publishdate", "pubdate", "publish_time", "publishtime", "article:published_time", "datepublished", "og:release_date", "apub:time", "date", "dc.date", "dcterms.issued":
			if d := firstDay(value); !d.IsZero() {
				return d, "the page's <meta " + key + ">"
			}
		}
	}
	for n := range doc.Descendants() {
		if n.Type != html.TextNode || n.Parent == nil || n.Parent.DataAtom == atom.Script || n.Parent.DataAtom == atom.Style {
			continue
		}
		for _, word := range []string{"发布时间", "發布時間", "发布日期", "發佈時間", "发表时间", "發表時間", "刊发日期", "日期：", "时间：", "時間："} {
			i := strings.Index(n.Data, word)
			if i < 0 || strings.HasSuffix(word, "：") && strings.TrimSpace(n.Data[:i]) != "" { // 会议时间： is another's
				continue
			}
			line := n.Data[i+len(word):]
			next := n.NextSibling // 发布时间：<span>2020-03-26</span>
			if next == nil {
				next = n.Parent.NextSibling // <span>发布时间：</span><span>2020-03-26</span>
			}
			if next != nil {
				line += beginning(next)
				if next.Type == html.TextNode {
					line += next.Data
				}
			}
			if d := firstDay(line[:min(len(line), 60)]); !d.IsZero() {
				return d, "the page's line " + strings.TrimRight(word, "：")
			}
		}
	}
	return schema.Day{}, ""
}

// dayPattern finds a full date as machines and web pages write it.
var dayPattern = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`((?:19|20)[0-9]{2})[-/.年]([0-9]{1,2})[-/.月]([0-9]{1,2})`)
})

func firstDay(s string) schema.Day {
	m := dayPattern().FindStringSubmatch(s)
	if m == nil {
		return schema.Day{}
	}
	number := func(s string) int { n, _ := strconv.Atoi(s); return n }
	d := schema.Day{Year: number(m[1]), Month: number(m[2]), Day: number(m[3])}
	if !d.Valid() || d.Month == 0 || d.Day == 0 {
		return schema.Day{}
	}
	return d
}
