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
