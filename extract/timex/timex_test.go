package timex

import (
	"strings"
	"testing"
	"unicode/utf8"

	"jishi/schema"
)

func TestFind(t *testing.T) {
	heading := schema.Date{First: schema.Day{Year: 2020, Month: 3, Day: 26}, Basis: schema.FromHeading}
	tests := []struct{ text, want string }{
		// written dates
		{"代表团2019年5月3日抵达。", "2019年5月3日 day 2019-05-03"},
		{"3月25日，双方会谈。", "3月25日 day 2020-03-25"},
		{"部长23日在首都说", "23日 day 2020-03-23"},
		{"总理23日晚抵达", "23日晚 day 2020-03-23"},
		{"总理当地时间23日上午10时30分抵达", "当地时间23日上午10时30分 day 2020-03-23"},
		{"2014年10月签署", "2014年10月 month 2014-10"},
		{"10月签署", "10月 month 2019-10"},
		{"2019年签署", "2019年 year 2019"},
		{"二〇二〇年三月二十四日，", "二〇二〇年三月二十四日 day 2020-03-24"},
		{"三月二十四日，", "三月二十四日 day 2020-03-24"},
		{"二十四日，", "二十四日 day 2020-03-24"},
		{"十月签署", "十月 month 2019-10"},
		{"3月23日（星期一）上午", "3月23日（星期一）上午 day 2020-03-23"},
		{"2020-03-23发布", "2020-03-23 day 2020-03-23"},
		{"1月底完成", "1月底 month 2020-01"},
		{"3 月 23 日举行", "3 月 23 日 day 2020-03-23"},
		{"3月23号举行", "3月23号 day 2020-03-23"},
		// ranges
		{"8日至9日访问", "8日至9日 range 2020-03-08--2020-03-09"},
		{"3月1日至3日访问", "3月1日至3日 range 2020-03-01--2020-03-03"},
		{"3月30日—4月2日访问", "3月30日—4月2日 range 2020-03-30--2020-04-02"},
		{"8至9日访问", "8至9日 range 2020-03-08--2020-03-09"},
		{"3月8-10日访问", "3月8-10日 range 2020-03-08--2020-03-10"},
		{"2014—2016年担任", "2014—2016年 range 2014--2016"},
		{"3月至5月", "3月至5月 range 2020-03--2020-05"},
		{"2019年12月30日至1月2日", "2019年12月30日至1月2日 range 2019-12-30--2020-01-02"},
		{"考察（至4月1日）。", "至4月1日 range 2020-03-26--2020-04-01"},
		{"会议推迟至4月1日。", "4月1日 day 2020-04-01"},
		{"23日晚至24日凌晨", "23日晚至24日凌晨 range 2020-03-23--2020-03-24"},
		// relative
		{"昨天抵达", "昨天 relative 2020-03-25"}, {"昨晚抵达", "昨晚 relative 2020-03-25"}, {"前天抵达", "前天 relative 2020-03-24"},
		{"当日晚，部长", "当日晚 relative 2020-03-26"}, {"今天上午", "今天上午 relative 2020-03-26"}, {"次日离开", "次日 relative 2020-03-27"},
		{"明天启程", "明天 relative 2020-03-27"},
		{"去年签署", "去年 relative 2019"}, {"去年5月签署", "去年5月 relative 2019-05"}, {"今年3月2日签署", "今年3月2日 relative 2020-03-02"},
		{"上月底签署", "上月底 relative 2020-02"}, {"上月23日签署", "上月23日 relative 2020-02-23"}, {"本月签署", "本月 relative 2020-03"},
		{"下周启程", "下周 relative 2020-03-30--2020-04-05"}, {"总统周一在首都", "周一 relative 2020-03-23"}, {"上周三启程", "上周三 relative 2020-03-18"}, {"星期二启程", "星期二 relative 2020-03-24"},
		{"年内访问", "年内 relative 2020"}, {"今年年底前", "今年年底 relative 2020"}, {"3天前抵达", "3天前 relative 2020-03-23"}, {"两周前抵达", "两周前 relative 2020-03-12"},
		{"两个月前抵达", "两个月前 relative 2020-01"}, {"五年前签署", "五年前 relative 2015"},
		{"本月8日至9日访问", "本月8日至9日 relative 2020-03-08--2020-03-09"}, {"今年2月27日至3月3日访问", "今年2月27日至3月3日 relative 2020-02-27--2020-03-03"},
		{"去年5月至7月", "去年5月至7月 relative 2019-05--2019-07"}, {"同年10月", "同年10月 relative 2020-10"}, {"10日元首会晤", "10日 day 2020-03-10"},
		{"今年3月14至15日访问", "今年3月14至15日 relative 2020-03-14--2020-03-15"}, {"本月8至9日访问", "本月8至9日 relative 2020-03-08--2020-03-09"},
		{"2018年春晚", "2018年 year 2018"},
		// no day
		{"日前，双方", "日前 vague "}, {"近日，双方", "近日 vague "}, {"不久前双方", "不久前 vague "}, {"早些时候说", "早些时候 vague "}, {"几天前说", "几天前 vague "},
		{"截至3月25日，", "截至3月25日 cumulative "}, {"截至当日，", "截至当日 cumulative "}, {"今年以来，", "今年以来 cumulative "}, {"2015年以来，", "2015年以来 cumulative "},
		{"2014年至今", "2014年至今 cumulative "}, {"上午举行", "上午 clock 2020-03-26"},
		// no date
		{"连续3天下雨", ""}, {"5年来增长", ""}, {"第28届会议", ""}, {"5日内完成", ""}, {"建交25周年", ""}, {"21世纪", ""}, {"达成“6月协议”", ""}, {"五四运动", ""},
		{"9·11事件", ""}, {"3月间到访", ""}, {"为期3日", ""}, {"近10日", ""}, {"90年代", ""}, {"《2030年可持续发展议程》", ""}, {"落实2030年议程", ""}, {"1.5日元", ""}, {"30日元", ""}, {"到2030年实现", ""}, {"2030年前实现", ""}, {"两日后启程", ""}, {"在日内瓦会谈", ""}, {"前7月贸易额", ""}, {"2020年后的合作", ""},
		{"13月", ""}, {"2月30日", ""}, {"更加美好的明天", ""}, {"第5日", ""}, {"5年内", ""}, {"两国总统", ""}, {"三国外长", ""}, {"十月革命", ""}, {"比去年同期", ""}, {"一日三餐", ""},
	}
	for _, tt := range tests {
		var got []string
		for _, x := range Find(tt.text) {
			got = append(got, tt.text[x.At.Start:x.At.End]+" "+string(x.Kind)+" "+x.Resolve(heading).String())
		}
		if s := strings.Join(got, "|"); s != tt.want {
			t.Errorf("%s: got %q, want %q", tt.text, s, tt.want)
		}
	}
}

func TestJapanIsNoDay(t *testing.T) {
	for text, want := range map[string]int{"10月8日同日本首相通电话": 1, "总统同日本外相会谈": 0, "当日本届论坛闭幕": 1, "同日，本届论坛闭幕": 1} {
		if got := Find(text); len(got) != want {
			t.Errorf("%s: %d dates, want %d", text, len(got), want)
		}
	}
}

func TestResolve(t *testing.T) {
	day := func(y, m, d int) schema.Date {
		return schema.Date{First: schema.Day{Year: y, Month: m, Day: d}, Basis: schema.FromHeading}
	}
	tests := []struct {
		text    string
		heading schema.Date
		past    string
		ahead   string
	}{
		{"28日", day(2020, 3, 2), "2020-02-28", "2020-03-28"},
		{"3日", day(2020, 3, 28), "2020-03-03", "2020-04-03"},
		{"31日", day(2020, 3, 2), "2020-03-31", "2020-03-31"},
		{"12月", day(2020, 1, 5), "2019-12", "2020-12"},
		{"1月15日", day(2020, 12, 28), "2020-01-15", "2021-01-15"},
		{"23日", day(0, 3, 26), "--03-23", "--04-23"},
		{"3月27日", day(0, 0, 0), "--03-27", "--03-27"},
		{"23日", day(0, 0, 0), "", ""},
		{"昨天", day(0, 3, 23), "--03-22", "--03-22"},
		{"昨天", day(0, 3, 1), "--02", "--02"},
		{"昨天", day(2020, 1, 1), "2019-12-31", "2019-12-31"},
		{"昨天", day(2014, 10, 0), "", ""},
		{"8日", day(2014, 10, 0), "2014-10-08", "2014-10-08"},
		{"去年5月", day(0, 3, 23), "--05", "--05"},
		{"去年", day(0, 3, 23), "", ""},
		{"上月", day(0, 1, 3), "--12", "--12"},
		{"下周", day(0, 3, 23), "", ""},
		{"28日至3日", day(2020, 3, 2), "2020-02-28--2020-03-03", "2020-03-28--2020-04-03"},
		{"2月29日", day(2019, 3, 2), "", ""},
	}
	for _, tt := range tests {
		found := Find(tt.text)
		if len(found) != 1 {
			t.Fatalf("%s: %d expressions, want 1", tt.text, len(found))
		}
		if got := found[0].Resolve(tt.heading).String(); got != tt.past {
			t.Errorf("%s under %s: %q, want %q", tt.text, tt.heading, got, tt.past)
		}
		if got := found[0].ResolveAhead(tt.heading).String(); got != tt.ahead {
			t.Errorf("%s under %s, ahead: %q, want %q", tt.text, tt.heading, got, tt.ahead)
		}
	}
}

func TestNumber(t *testing.T) {
	tests := []struct {
		text, want string
		ok         bool
	}{
		{"24", "24", true}, {"2.7", "2.7", true}, {"三", "3", true}, {"二十四", "24", true}, {"三千", "3000", true}, {"10万", "100000", true}, {"200万", "2000000", true}, {"1.5亿", "150000000", true},
		{"两", "2", true}, {"80多", "80", true}, {"500余", "500", true}, {"十余", "10", true}, {"近百", "100", true}, {"约200", "200", true}, {"两百万", "2000000", true},
		{"百万", "1000000", true}, {"千余", "1000", true}, {"1,000", "1000", true}, {"1万2千", "12000", true}, {"三十多万", "300000", true}, {"一百零五", "105", true},
		{"一百五", "150", true}, {"一千零五十", "1050", true}, {"十五", "15", true}, {"十", "10", true}, {"二〇二〇", "2020", true}, {"3亿5000万", "350000000", true},
		{"0.25", "0.25", true}, {"零", "0", true}, {"半", "0.5", true}, {"廿四", "24", true}, {"一万零三百", "10300", true}, {"万", "10000", true}, {"3.14159万", "31415.9", true},
		{"几", "", false}, {"数十", "", false}, {"第三", "", false}, {"", "", false}, {"多", "", false}, {"5万亿", "5000000000000", true}, {"1千1万", "", false}, {"abc", "", false},
		{"一二三四五六七八九", "", false}, {"2万8千5百", "28500", true}, {"三万五", "35000", true},
	}
	for _, tt := range tests {
		if got, ok := Number(tt.text); got != tt.want || ok != tt.ok {
			t.Errorf("Number(%s) = %q, %v; want %q, %v", tt.text, got, ok, tt.want, tt.ok)
		}
	}
}

func FuzzFind(f *testing.F) {
	for _, s := range []string{"2019年12月30日至2020年1月2日", "3月8-10日、去年5月底以来", "截至二〇二〇年三月", "《2030年", "“6月”", "十十日 9999月", "星期", "至至至4月1日", "廿八日\xff"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		at := 0
		for _, x := range Find(s) {
			if x.At.Start < at || x.At.End <= x.At.Start || x.At.End > len(s) {
				t.Fatalf("%q: %+v is out of order or bounds", s, x)
			}
			if utf8.ValidString(s) && !utf8.ValidString(s[x.At.Start:x.At.End]) {
				t.Fatalf("%q: %+v cuts a character", s, x)
			}
			at = x.At.End
			for _, h := range []schema.Date{{}, {First: schema.Day{Month: 3, Day: 1}}, {First: schema.Day{Year: 2020, Month: 1, Day: 31}}, {First: schema.Day{Year: 1, Month: 1, Day: 1}}} {
				for _, d := range []schema.Date{x.Resolve(h), x.ResolveAhead(h)} {
					if !d.First.Valid() || !d.Last.Valid() {
						t.Fatalf("%q: %+v resolves to %+v", s, x, d)
					}
				}
			}
		}
		Number(s)
	})
}

func BenchmarkFind(b *testing.B) {
	text := "萨摩亚总理23日同汤加国王会谈，双方签署2019年5月达成的协议。此前，斐济派出10人专家组。"
	for _, kb := range []int{256, 2048} {
		s := strings.Repeat(text, kb<<10/len(text))
		b.Run(strings.Repeat("I", kb/256)+"", func(b *testing.B) {
			b.SetBytes(int64(len(s)))
			for b.Loop() {
				Find(s)
			}
		})
	}
}
