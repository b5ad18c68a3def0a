package chronicle

import (
	"strings"
	"testing"

	"jishi/extract/source"
	"jishi/schema"
)

func TestReadHeading(t *testing.T) {
	tests := []struct{ line, want string }{
		{"3月23日", "--03-23"}, {"2020年3月23日", "2020-03-23"}, {"（3月23日）", "--03-23"}, {"【3月23日】", "--03-23"}, {"3月23日：", "--03-23"}, {"3月23日，", "--03-23"},
		{"2020年3月23日 星期一", "2020-03-23"}, {"3月23日（星期一）", "--03-23"}, {"3月23日（周一）", "--03-23"}, {"3月23日（农历二月三十）", "--03-23"},
		{"3 月 23 日", "--03-23"}, {"■3月23日", "--03-23"}, {"## 3月23日", "--03-23"}, {"**3月23日**", "--03-23"}, {"一、3月23日", "--03-23"}, {"2. 3月23日", "--03-23"},
		{"2014年10月", "2014-10"}, {"10月", "--10"}, {"10月份", "--10"}, {"2014年", "2014"}, {"2014", "2014"}, {"二〇一四年十月八日", "2014-10-08"}, {"三月八日", "--03-08"},
		{"3月1日至3日", "--03-01----03-03"}, {"3月1日—4月2日", "--03-01----04-02"}, {"2020年3月1日-3日", "2020-03-01--2020-03-03"}, {"3月1日、2日", "--03-01----03-02"},
		{"2019年12月30日至2020年1月2日", "2019-12-30--2020-01-02"}, {"2020-03-23", "2020-03-23"}, {"23日", "--00-23"}, {"3月至5月", "--03----05"},
		{"3月23日，斐济总理访问汤加。", ""}, {"3月23日 斐济", ""}, {"昨天", ""}, {"截至3月23日", ""}, {"至4月1日", ""}, {"13月1日", ""}, {"2月30日", ""}, {"3天", ""}, {"12", ""},
		{"1. 2. 3.", ""}, {"", ""}, {"第3日", ""}, {"上午", ""}, {"“3月协议”", ""},
	}
	for _, tt := range tests {
		if got := readHeading(tt.line).String(); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.line, got, tt.want)
		}
	}
}

func TestDateLine(t *testing.T) {
	tests := []struct{ text, date, line string }{
		{"新华社苏瓦3月26日电 斐济总理", "--03-26", "新华社苏瓦3月26日电 "},
		{"新华社苏瓦2018年3月26日电（记者某甲）斐济", "2018-03-26", "新华社苏瓦2018年3月26日电（记者某甲）"},
		{"据新华社苏瓦3月26日电，斐济", "--03-26", "据新华社苏瓦3月26日电，"},
		{"（新华社苏瓦3月26日电）斐济", "--03-26", "（新华社苏瓦3月26日电）"},
		{"【中新社苏瓦3月26日电】斐济", "--03-26", "【中新社苏瓦3月26日电】"},
		{"中新网3月26日电 (记者 某甲)斐济", "--03-26", "中新网3月26日电 (记者 某甲)"},
		{"海岛日报苏瓦三月二十六日电 斐济", "--03-26", "海岛日报苏瓦三月二十六日电 "},
		{"新华社苏瓦3月26日至27日电 斐济", "--03-26----03-27", "新华社苏瓦3月26日至27日电 "},
		{"人民网苏瓦3月26日专电：斐济", "--03-26", "人民网苏瓦3月26日专电："},
		{"本报讯（记者某甲）斐济", "", "本报讯（记者某甲）"},
		{"央视网消息（新闻联播）：斐济", "", "央视网消息（新闻联播）："},
		{"新华社报道，斐济总理", "", ""}, {"新华社3月26日报道，斐济", "", ""}, {"斐济总理3月26日电话会", "", ""}, {"斐济电视台3月26日电视讲话", "", ""}, {"新华社", "", ""},
		{"3月26日电", "", ""}, {"社会各界3月26日电贺", "", ""},
	}
	for _, tt := range tests {
		d, size := dateLine(tt.text)
		if d.String() != tt.date || tt.text[:size] != tt.line {
			t.Errorf("%s: %q %q, want %q %q", tt.text, d, tt.text[:size], tt.date, tt.line)
		}
	}
}

// TestYears reads the labels of documents made of headings alone, with one entry each.
func TestYears(t *testing.T) {
	tests := []struct {
		name, title, headings string
		options               Options
		want                  string
	}{
		{"none", "纪事", "3月2日 3月3日", Options{}, "--03-02 --03-03"},
		{"given", "纪事", "3月2日", Options{Year: 2019}, "2019-03-02"},
		{"title before given", "2017年纪事", "3月2日", Options{Year: 2019}, "2017-03-02"},
		{"heading before title", "2017年纪事", "2016年3月2日 3月3日", Options{Year: 2019}, "2016-03-02 2016-03-03"},
		{"file gives nothing to a heading", "纪事", "3月2日", Options{File: schema.Day{Year: 2018, Month: 3, Day: 2}}, "--03-02"},
		{"rollover", "纪事", "12月31日 1月1日 12月30日", Options{Year: 2019}, "2019-12-31 2020-01-01 2020-12-30"},
		{"steps back", "纪事", "2019年11月5日 1月3日", Options{}, "2019-11-05 2019-01-03"},
		{"months", "纪事", "2019年12月 1月 2月", Options{}, "2019-12 2020-01 2020-02"},
		{"bare days", "纪事", "2019年5月 3日 4日 6月 1日", Options{}, "2019-05 2019-05-03 2019-05-04 2019-06 2019-06-01"},
		{"ranges over the year", "纪事", "2019年12月30日至1月2日 1月3日", Options{}, "2019-12-30--2020-01-02 2020-01-03"},
		{"leap day", "纪事", "2019年2月28日 2月29日", Options{}, "2019-02-28 2019-02"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			text := tt.title + "\n\n前言。\n"
			for _, h := range strings.Fields(tt.headings) {
				text += h + "\n甲国总理访问乙国。\n"
			}
			x, err := source.Normalise("t", text)
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, e := range Split("t", x, tt.options).Entries {
				got = append(got, strings.TrimSuffix(e.Label, "#1"))
			}
			if s := strings.Join(got, " "); s != "undated "+tt.want {
				t.Errorf("got %s, want undated %s", s, tt.want)
			}
		})
	}
}

func TestDocumentWithoutHeadings(t *testing.T) {
	file := schema.Day{Year: 2018, Month: 1, Day: 5}
	tests := []struct {
		name, text string
		options    Options
		want       string
	}{
		{"date line before file", "标题\n\n新华社苏瓦1月4日电 甲国总理抵达。", Options{File: file}, "2018-01-04#1"},
		{"December in a January file", "标题\n\n新华社苏瓦12月31日电 甲国总理抵达。", Options{File: file}, "2017-12-31#1"},
		{"file", "标题\n\n甲国总理抵达。\n\n乙国外长离开。", Options{File: file}, "2018-01-05#1"},
		{"file, bulleted", "标题\n\n◆甲国总理抵达。\n◆乙国外长离开。", Options{File: file}, "2018-01-05#1 2018-01-05#2"},
		{"title's year", "2016年要闻\n\n新华社苏瓦1月4日电 甲国总理抵达。", Options{File: file}, "2016-01-04#1"},
		{"title's day", "要闻（2016年5月6日）\n\n甲国总理抵达。", Options{}, "2016-05-06#1"},
		{"year given", "标题\n\n新华社苏瓦1月4日电 甲国总理抵达。", Options{Year: 2015}, "2015-01-04#1"},
		{"nothing", "标题\n\n甲国总理抵达。", Options{}, "undated#1"},
		{"nothing but the year given", "标题\n\n甲国总理抵达。", Options{Year: 2015}, "2015#1"},
		{"one line alone", "甲国总理抵达乙国", Options{}, "undated#1"},
		{"closing date line", "甲国总理抵达。（新华社苏瓦1月4日电）", Options{File: file}, "2018-01-04#1"},
		{"month of the file", "甲国总理抵达。", Options{File: schema.Day{Year: 2018, Month: 6}}, "2018-06#1"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			x, err := source.Normalise("t", tt.text)
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, e := range Split("t", x, tt.options).Entries {
				got = append(got, e.Label)
			}
			if s := strings.Join(got, " "); s != tt.want {
				t.Errorf("got %s, want %s", s, tt.want)
			}
		})
	}
}

func TestFileDay(t *testing.T) {
	for name, want := range map[string]string{
		"2018-06-05.txt": "2018-06-05", "a/2018_06_05-news.txt": "2018-06-05", "20180605.txt": "2018-06-05", "news20180605x.txt": "2018-06-05", "2018年6月5日.txt": "2018-06-05",
		"2020-03-23--31.txt": "2020-03-23", "2018-06.txt": "2018-06", "201806.txt": "2018-06", "2018.txt": "2018", "苏瓦快讯_2016-05-25.txt": "2016-05-25",
		"2018.6.5.txt": "2018-06-05", "2018-13-40.txt": "2018", "12345678.txt": "", "page3.txt": "", "2018/x.txt": "", `c:\x\2018-06-05.txt`: "2018-06-05", "": "", "9999-01-01": "",
		"2018-6-5.txt": "2018-06-05", "2018-02-30.txt": "2018-02",
	} {
		if got := FileDay(name).String(); got != want {
			t.Errorf("%s: %q, want %q", name, got, want)
		}
	}
}

// TestIdentity holds what keeps an entry's hash and what changes it.
func TestIdentity(t *testing.T) {
	hash := func(id, text string, o Options) []string {
		x, err := source.Normalise("t", text)
		if err != nil {
			t.Fatal(err)
		}
		var out []string
		for _, e := range Split(id, x, o).Entries {
			out = append(out, e.Hash)
		}
		return out
	}
	base := hash("d", "3月2日\n\n◆甲国总理抵达乙国，随后会见外长。\n", Options{})[0]
	same := map[string]string{
		"year given":      hash("d", "3月2日\n\n◆甲国总理抵达乙国，随后会见外长。\n", Options{Year: 2019})[0],
		"broken line":     hash("d", "3月2日\n\n◆甲国总理抵达乙\n\n国，随后会见外长。\n", Options{})[0],
		"other bullet":    hash("d", "（3月2日）\n● 甲国总理抵达乙国，随后会见外长。", Options{})[0],
		"entry before it": hash("d", "3月2日\n\n◆别的。\n\n◆甲国总理抵达乙国，随后会见外长。\n", Options{})[1],
	}
	for name, h := range same {
		if h != base {
			t.Errorf("%s: the hash changes", name)
		}
	}
	other := map[string]string{
		"document": hash("e", "3月2日\n\n◆甲国总理抵达乙国，随后会见外长。\n", Options{})[0],
		"day":      hash("d", "3月3日\n\n◆甲国总理抵达乙国，随后会见外长。\n", Options{})[0],
		"text":     hash("d", "3月2日\n\n◆甲国总理抵达丙国，随后会见外长。\n", Options{})[0],
		"twin":     hash("d", "3月2日\n\n◆甲国总理抵达乙国，随后会见外长。\n◆甲国总理抵达乙国，随后会见外长。\n", Options{})[1],
	}
	for name, h := range other {
		if h == base {
			t.Errorf("%s: the hash stays", name)
		}
	}
}

// TestPeriodUnderTitle holds that the time a document covers is no heading.
func TestPeriodUnderTitle(t *testing.T) {
	for text, want := range map[string]string{
		"纪事\n（2019年上半年）\n前言。\n3月2日\n甲国总理抵达。":        "undated#1 2019-03-02#1",
		"纪事\n2019年3月1日至9日\n前言。\n3月2日\n甲国总理抵达。":      "undated#1 2019-03-02#1",
		"纪事\n2019年3月1日至9日\n前言。\n3月12日\n甲国总理抵达。":     "2019-03-01--2019-03-09#1 2019-03-12#1",
		"纪事\n2019年3月\n前言。\n2日\n甲国总理抵达。":             "2019-03#1 2019-03-02#1",
		"纪事\n（2019年3月2日）\n甲国总理抵达。\n3月3日\n乙国外长抵达。":   "2019-03-02#1 2019-03-03#1",
		"纪事\n（2019年2月28日—3月9日）\n前言。\n3月2日\n甲国总理抵达。": "undated#1 2019-03-02#1",
	} {
		x, err := source.Normalise("t", text)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, e := range Split("t", x, Options{}).Entries {
			got = append(got, e.Label)
		}
		if s := strings.Join(got, " "); s != want {
			t.Errorf("%q: %s, want %s", text, s, want)
		}
	}
}

// BenchmarkSplit shows that the time grows with the text: each shape at two sizes, in MB/s.
func BenchmarkSplit(b *testing.B) {
	for _, shape := range []struct{ name, head, unit string }{
		{"entries", "3月2日\n", "◆甲国总理会见乙国外长，双方签署协议。\n"},
		{"line", "", "甲国总理会见乙国外长，双方签署协议。"},
		{"unpunctuated", "", "甲国总理会见乙国外长"},
		{"inline", "", "3月2日◆甲国总理会见乙国外长。"},
		{"pull quotes", "3月2日\n", "◆甲国总理会见乙国外长，双方签署协议。\n\n甲国总理会见乙国外长双方\n\n"},
		{"brackets", "", "（“《"},
	} {
		for _, mb := range []int{1, 8} {
			raw := shape.head + strings.Repeat(shape.unit, mb<<20/len(shape.unit))
			x, err := source.Normalise("b", raw)
			if err != nil {
				b.Fatal(err)
			}
			b.Run(shape.name+"/"+string(rune('0'+mb))+"MB", func(b *testing.B) {
				b.SetBytes(int64(len(raw)))
				for b.Loop() {
					Split("b", x, Options{})
				}
			})
		}
	}
}
