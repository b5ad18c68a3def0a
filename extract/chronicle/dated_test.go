package chronicle

import (
	"strings"
	"testing"

	"jishi/extract/source"
	"jishi/schema"
)

func TestReadWestern(t *testing.T) {
	tests := []struct {
		line  string
		order slashOrder
		want  string
	}{
		{"4 May 2018", unclear, "2018-05-04"}, {"May 4, 2018", unclear, "2018-05-04"}, {"Friday, 4 May 2018", unclear, "2018-05-04"}, {"4th May", unclear, "--05-04"}, {"Sept. 21st, 2018", unclear, "2018-09-21"},
		{"(Dec 1, 2018)", unclear, "2018-12-01"}, {"May 2018", unclear, "2018-05"},
		{"24/04/2018", dayFirst, "2018-04-24"}, {"04/24/2018", monthFirst, "2018-04-24"}, {"5.4.2018", dayFirst, "2018-04-05"}, {"05-04-2018", monthFirst, "2018-05-04"},
		{"05/04/2018", unclear, "2018"}, {"05/05/2018", unclear, "2018-05-05"},
		{"May", unclear, ""}, {"2018", unclear, ""}, {"4 2018", unclear, ""}, {"May Day 2018", unclear, ""}, {"31 February 2018", unclear, ""}, {"13/13/2018", dayFirst, ""}, {"1/2/3", dayFirst, ""}, {"192.168.2018", unclear, ""}, {"", unclear, ""},
	}
	for _, tt := range tests {
		if got := readWestern(tt.line, tt.order).String(); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.line, got, tt.want)
		}
	}
}

// TestDated: where a document that is one item tells its day, and what is told of it.
func TestDated(t *testing.T) {
	const item = "甲国总理访问乙国，同乙国总统会谈。\n"
	file := Options{File: schema.Day{Year: 2017, Month: 1, Day: 2}}
	tests := []struct {
		name, text string
		options    Options
		want       string // label of the first entry, and where it is from
	}{
		{"headings", "5月4日\n" + item + "5月5日\n" + item, Options{Year: 2018}, "2018-05-04#1 headings"},
		{"English headings", "要闻\n\n4 May 2018\n" + item + "\n5 May 2018\n" + item, Options{}, "2018-05-04#1 headings"},
		{"slashes", "要闻\n\n04/05/2018\n" + item + "\n21/05/2018\n" + item, Options{}, "2018-05-04#1 headings"},
		{"dates with figures before items", "(2018-05-04)" + item + "(2018-05-05)" + item, Options{}, "2018-05-04#1 headings"},
		{"a date line", "新华社苏瓦2018年5月4日电 " + item, file, "2018-05-04#1 a date line"},
		{"a date line without a year", "新华社苏瓦1月1日电 " + item, file, "2017-01-01#1 a date line"},
		{"a date line of last year", "新华社苏瓦12月31日电 " + item, file, "2016-12-31#1 a date line"},
		{"a date line of last year, under the title", "甲国总理访问乙国\n发布时间：2018-01-01\n新华社苏瓦12月31日电 " + item, Options{}, "2017-12-31#1 a date line"},
		{"a date line of a day", "新华社苏瓦2日电 " + item, file, "2017-01-02#1 a date line"},
		{"a traditional date line of a day", "（中央社蘇瓦1日電）" + item, file, "2017-01-01#1 a date line"},
		{"a date line of a day of the month before", "本报苏瓦31日电 " + item, file, "2016-12-31#1 a date line"},
		{"a date line of tomorrow", "本报苏瓦3日电 " + item, file, "2017-01-03#1 a date line"},
		{"a date line of a day that the month before lacks", "本报苏瓦31日电 " + item, Options{File: schema.Day{Year: 2018, Month: 3, Day: 1}}, "2018-01-31#1 a date line"},
		{"a date line of a day, under the title", "甲国总理访问乙国\n发布时间：2018-05-05\n新华社苏瓦4日电 " + item, file, "2018-05-04#1 a date line"},
		{"a date line of a day, below the text", "甲国总理访问乙国\n新华社苏瓦4日电 " + item + "发布时间：2018-05-05\n", file, "2018-05-04#1 a date line"},
		{"a date line of a day, page", "新华社苏瓦1日电 " + item, Options{File: file.File, From: "the page's <meta date>"}, "2017-01-01#1 a date line"},
		{"a date line of a day, month in the name", "新华社苏瓦4日电 " + item, Options{File: schema.Day{Year: 2018, Month: 5}}, "2018-05-04#1 a date line"},
		{"a date line of a day, period", "海岛大事（2018年5月）\n新华社苏瓦4日电 " + item, Options{}, "2018-05-04#1 a date line"},
		{"a date line of a day, period of months", "海岛大事（2018年5月至7月）\n新华社苏瓦4日电 " + item, Options{}, "2018-05--2018-07#1 the title"},
		{"a date line of a day, year said", "新华社苏瓦4日电 " + item, Options{Year: 2018}, "2018#1 what you said"},
		{"a date line of a day and nothing else", "新华社苏瓦4日电 " + item, Options{}, "undated#1 "},
		{"under the title", "甲国总理访问乙国\n发布时间：2018-05-04 09:10\n" + item, file, "2018-05-04#1 a line under the title"},
		{"a traditional line above all", "發佈時間：2018/5/4\n" + item, Options{}, "2018-05-04#1 the title"},
		{"below the text", "甲国总理访问乙国\n" + item + "来源：海岛日报 发布时间：2018-05-04\n责任编辑：某甲\n", file, "2018-05-04#1 a line below the text"},
		{"at the end", "甲国和乙国联合公报\n" + item + "2018年5月4日\n", file, "2018-05-04#1 the date at its end"},
		{"a date at the end of a report with another", "新华社苏瓦2018年5月3日电 " + item + "2018年5月4日\n", Options{}, "2018-05-03#1 a date line"},
		{"file's name", item, file, "2017-01-02#1 the file's name"},
		{"page", item, Options{File: file.File, From: "the page's <meta date>"}, "2017-01-02#1 the page's <meta date>"},
		{"period", "海岛大事（2018年5月）\n" + item, Options{}, "2018-05#1 the title"},
		{"year in the title", "海岛2018回顾\n" + item, Options{}, "2018#1 the title"},
		{"year of another thing", "纪念1945年海岛解放的活动\n" + item, Options{}, "undated#1 "},
		{"update", item + "更新时间：2018年5月4日\n", Options{}, "undated#1 "},
		{"nothing", item, Options{}, "undated#1 "},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			text, err := source.Normalise("t", tt.text)
			if err != nil {
				t.Fatal(err)
			}
			d := Split("t", text, tt.options)
			checkDocument(t, text, d)
			if len(d.Entries) == 0 {
				t.Fatal("no entry")
			}
			if got := d.Entries[0].Label + " " + d.Dated; got != tt.want {
				t.Errorf("%q, want %q", got, tt.want)
			}
			for _, e := range d.Entries {
				for _, s := range e.Sentences {
					if strings.Contains(s.Text, "来源") || strings.Contains(s.Text, "发布") {
						t.Errorf("the sentence %q is none", s.Text)
					}
				}
			}
		})
	}
}

// TestDateLines: date lines of a bare day are of the days around the one before.
func TestDateLines(t *testing.T) {
	tests := []struct {
		name  string
		lines []string
		want  string
	}{
		{"on", []string{"5日", "6日"}, "2018-05-05 2018-05-06"},
		{"back", []string{"6日", "5日"}, "2018-05-06 2018-05-05"},
		{"over the end of a month", []string{"4月30日", "1日"}, "2018-04-30 2018-05-01"},
		{"and back", []string{"1日", "30日"}, "2018-05-01 2018-04-30"},
		{"over the end of a year", []string{"2017年12月31日", "1日"}, "2017-12-31 2018-01-01"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var b strings.Builder
			for _, day := range tt.lines {
				b.WriteString("新华社苏瓦" + day + "电 甲国总理访问乙国，同乙国总统会谈。\n\n")
			}
			text, err := source.Normalise("t", b.String())
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, e := range Split("t", text, Options{File: schema.Day{Year: 2018, Month: 5, Day: 7}}).Entries {
				got = append(got, e.Date.String())
			}
			if days := strings.Join(got, " "); days != tt.want {
				t.Errorf("%s, want %s", days, tt.want)
			}
		})
	}
}
