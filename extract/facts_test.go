package extract_test

import (
	"slices"
	"strings"
	"testing"

	"jishi/extract"
	"jishi/schema"
)

// facts reads a text under a heading of 5 March 2018 and gives its facts, offices left out, with the attributes named in
// keys.
func facts(t *testing.T, text string, keys ...string) []string {
	t.Helper()
	var out []string
	for _, f := range events(t, text) {
		s := strings.TrimSuffix(telling(f), " 2018-03-05")
		for _, key := range keys {
			values := f.Attribute(key)
			if key == "items" {
				for _, it := range f.Items {
					values = append(values, it.Name+it.Quantity+it.Unit)
				}
			}
			if len(values) > 0 {
				s += " " + key + "=" + strings.Join(values, ",")
			}
		}
		out = append(out, s)
	}
	return out
}

// events reads a text under a heading of 5 March 2018 and gives its facts, offices left out.
func events(t *testing.T, text string) []schema.Fact {
	t.Helper()
	var out []schema.Fact
	for _, f := range results(t, "2018年3月5日\n\n◆"+text).Facts {
		if f.Relation != schema.HoldsOffice {
			out = append(out, f)
		}
	}
	return out
}

func results(t *testing.T, text string) schema.Result {
	t.Helper()
	x := extractor(t)
	doc, err := x.Read(extract.Input{ID: "d", Name: "d.txt", Raw: []byte(text)})
	if err != nil {
		t.Fatal(err)
	}
	return x.Extract(doc, 1)
}

// sample holds a text, facts that it must give and facts that it must not; a fact is written as telling prints it, without
// the heading's own day.
type sample struct {
	text string
	want string // separated by ;
	not  string
}

func hold(t *testing.T, samples []sample, keys ...string) {
	t.Helper()
	for _, s := range samples {
		got := facts(t, s.text, keys...)
		for _, w := range split(s.want) {
			if !slices.Contains(got, w) {
				t.Errorf("%s\n  lacks %s\n  gives %s", s.text, w, strings.Join(got, "; "))
			}
		}
		for _, w := range split(s.not) {
			if slices.ContainsFunc(got, func(g string) bool { return strings.HasPrefix(g, w) }) {
				t.Errorf("%s\n  must not give %s\n  gives %s", s.text, w, strings.Join(got, "; "))
			}
		}
	}
}

func split(s string) []string {
	if s == "" {
		return nil
	}
	return strings.Split(s, "; ")
}

func TestReferences(t *testing.T) {
	const call = "挪威首相索尔贝格同智利总统皮涅拉通电话。"
	hold(t, []sample{
		{"中方愿向加纳提供药品。", "donatedTo(中国, 加纳) pledged", ""},
		{"加纳总统阿库福-阿多同中国国家主席习近平通电话。习近平强调，中方愿向加方提供药品。", "called(阿库福-阿多, 习近平) actual; donatedTo(中国, 加纳) pledged", ""},
		// A form that stands for many: the entry decides.
		{"阿曼外交部长同巴林外交大臣会谈。阿曼外交部表示，阿方愿向巴方提供药品。", "donatedTo(阿曼, 巴林) pledged", "donatedTo(阿曼, 巴基斯坦); donatedTo(阿富汗"},
		{"阿根廷总统马克里同巴西总统特梅尔通电话。马克里表示，阿方愿向巴方提供疫苗。", "called(马克里, 特梅尔) actual; donatedTo(阿根廷, 巴西) pledged", ""},
		{"阿塞拜疆总统阿利耶夫同巴基斯坦总理阿巴西通电话。阿利耶夫表示，阿方愿向巴方提供帐篷。", "donatedTo(阿塞拜疆, 巴基斯坦) pledged", ""},
		{"阿方愿向加纳提供药品。", "", "donatedTo("}, // nothing decides
		// Both, each other, that country.
		{call + "双方同意加强渔业合作。", "cooperatedWith(挪威, 智利) planned", ""},
		{call + "两国签署渔业合作协定。", "signedAgreementWith(挪威, 智利) actual", ""},
		{call + "索尔贝格表示，挪方愿向对方提供救灾物资。", "donatedTo(挪威, 智利) pledged", ""},
		{"飓风袭击海地。挪威红十字会向灾区捐赠帐篷。", "donatedTo(挪威红十字会, 海地) actual", ""},
		{"中国已向西非提供援助。国际社会要向疫区提供更多物资。", "", "donatedTo(国际社会, 中国)"},
		{"挪威救援队抵达智利。挪威还向该国捐赠了帐篷。", "donatedTo(挪威, 智利) actual", ""},
		// Who speaks, and to whom.
		{call + "皮涅拉说，我国愿同贵国分享地震监测经验。", "sharedInformationWith(智利, 挪威) pledged", ""},
		{call + "索尔贝格表示，我们愿向贵国提供药品。", "donatedTo(挪威, 智利) pledged", "donatedTo(智利"},
		{"挪威外长瑟雷德会见智利外长穆尼奥斯。她表示，挪方愿向智方派遣救援队。", "met(瑟雷德, 穆尼奥斯) actual; sentExpertsTo(挪威, 智利) pledged", ""},
	})
}

func TestDroppedSubjects(t *testing.T) {
	hold(t, []sample{
		{"挪威派遣救援队赴智利，并捐赠药品。", "sentExpertsTo(挪威, 智利) actual; donatedTo(挪威, 智利) actual", ""},
		{"挪威首相索尔贝格抵达圣地亚哥，会见智利总统皮涅拉，出席极地研究论坛。", "visited(索尔贝格, 圣地亚哥) actual; met(索尔贝格, 皮涅拉) actual; attended(索尔贝格, 极地研究论坛) actual", ""},
		{"挪威首相索尔贝格访问智利。期间会见智利总统皮涅拉。", "visited(索尔贝格, 智利) actual; met(索尔贝格, 皮涅拉) actual", ""},
		{"挪威外交部宣布，将向智利提供帐篷。", "donatedTo(挪威, 智利) pledged", "donatedTo(智利"},
		{"瑞典同丹麦举行会谈，挪威向智利捐赠药品。", "donatedTo(挪威, 智利) actual", "donatedTo(瑞典; donatedTo(丹麦"},
	})
}

// What is done within one country is no deed between two; a city of the writer's own country stands for it like any other.
func TestCitiesStandForTheirCountry(t *testing.T) {
	hold(t, []sample{
		{"马来西亚派工作组赴北京。", "sentExpertsTo(马来西亚, 中国) actual place=北京", ""},
		{"日本政府向武汉捐赠口罩。", "donatedTo(日本政府, 中国) actual place=武汉", ""},
		{"挪威向阿克拉捐赠药品。", "donatedTo(挪威, 加纳) actual place=阿克拉", ""},
		{"教育部派工作组赶赴河南。", "", "sentExpertsTo("},
		{"民政部向云南调拨帐篷。", "", "donatedTo("},
		{"加纳卫生部向阿克拉提供药品。", "", "donatedTo("},
	}, "place")
}

func TestDirectionAndDistribution(t *testing.T) {
	hold(t, []sample{
		{"挪威首相索尔贝格应约同智利总统皮涅拉通电话。", "called(索尔贝格, 皮涅拉) actual initiative=object", ""},
		{"挪威首相索尔贝格同智利总统皮涅拉通电话。", "called(索尔贝格, 皮涅拉) actual", "called(索尔贝格, 皮涅拉) actual initiative"},
		{"挪威首相索尔贝格分别同智利总统皮涅拉、秘鲁总统比斯卡拉通电话。", "called(索尔贝格, 皮涅拉) actual; called(索尔贝格, 比斯卡拉) actual", "called(皮涅拉"},
		{"挪威、瑞典和丹麦分别向智利捐赠帐篷。", "donatedTo(挪威, 智利) actual items=帐篷; donatedTo(瑞典, 智利) actual items=帐篷; donatedTo(丹麦, 智利) actual items=帐篷", ""},
		{"挪威向智利、秘鲁以及玻利维亚捐赠30顶帐篷和两吨药品。", "donatedTo(挪威, 智利) actual items=帐篷30顶,药品2吨; donatedTo(挪威, 秘鲁) actual items=帐篷30顶,药品2吨; donatedTo(挪威, 玻利维亚) actual items=帐篷30顶,药品2吨", ""},
		{"挪威、瑞典分别向智利派出12人和8人的医疗队。", "sentExpertsTo(挪威, 智利) actual count=12; sentExpertsTo(瑞典, 智利) actual count=8", ""},
		{"挪威首相索尔贝格同智利总统皮涅拉互致贺电。", "wroteTo(索尔贝格, 皮涅拉) actual kind=贺电; wroteTo(皮涅拉, 索尔贝格) actual kind=贺电", ""},
		{"应智利总统皮涅拉邀请，挪威首相索尔贝格访问智利。", "invited(皮涅拉, 索尔贝格) actual; visited(索尔贝格, 智利) actual", ""},
		{"智利收到挪威捐赠的药品。", "donatedTo(挪威, 智利) actual items=药品", "donatedTo(智利"},
		{"由挪威捐赠的药品运抵智利。", "donatedTo(挪威, 智利) actual items=药品", ""},
		{"智利向挪威采购了一批口罩。", "", "donatedTo("},
		{"挪威向智利出售药品。", "", "donatedTo("},
		{"挪威第三批地震救援队抵达智利首都圣地亚哥。", "sentExpertsTo(挪威, 智利) actual batch=3 place=圣地亚哥", ""},
	}, "initiative", "items", "count", "kind", "batch", "place")
}

func TestDates(t *testing.T) {
	hold(t, []sample{
		{"挪威首相索尔贝格同智利总统皮涅拉通电话。", "called(索尔贝格, 皮涅拉) actual", ""},
		{"昨天，挪威首相索尔贝格同智利总统皮涅拉通电话。", "called(索尔贝格, 皮涅拉) actual 2018-03-04", ""},
		{"挪威首相索尔贝格3日同智利总统皮涅拉通电话。", "called(索尔贝格, 皮涅拉) actual 2018-03-03", ""},
		{"2月27日，挪威首相索尔贝格同智利总统皮涅拉通电话。", "called(索尔贝格, 皮涅拉) actual 2018-02-27", ""},
		{"挪威首相索尔贝格当日同智利总统皮涅拉通电话。", "called(索尔贝格, 皮涅拉) actual", ""},
		{"挪威首相索尔贝格同日还同秘鲁总统比斯卡拉通电话。", "called(索尔贝格, 比斯卡拉) actual", ""},
		{"去年12月6日，挪威向智利捐赠药品。", "donatedTo(挪威, 智利) actual 2017-12-06", ""},
		{"挪威首相索尔贝格3日至4日访问智利。", "visited(索尔贝格, 智利) actual 2018-03-03--2018-03-04", ""},
	})
	for _, text := range []string{
		"日前，挪威向智利捐赠药品。", "挪威近日向智利捐赠药品。", "不久前，挪威向智利捐赠药品。", "挪威始终坚定支持智利。", "挪威已向智利捐赠三批药品。",
	} {
		for _, f := range results(t, "2018年3月5日\n\n◆"+text).Facts {
			if f.Relation != schema.HoldsOffice && !f.Date.First.IsZero() {
				t.Errorf("%s: %s: want no day", text, telling(f))
			}
		}
	}
	// Without a year in the text or from the user the year stays unknown.
	for _, f := range results(t, "3月5日\n\n◆挪威首相索尔贝格3日同智利总统皮涅拉通电话。").Facts {
		if f.Relation == "called" && f.Date.String() != "--03-03" {
			t.Errorf("without a year: %s", telling(f))
		}
	}
	for _, f := range results(t, "挪威首相索尔贝格同智利总统皮涅拉通电话。").Facts {
		if !f.Date.First.IsZero() {
			t.Errorf("before the first heading: %s", telling(f))
		}
	}
}

func TestModalities(t *testing.T) {
	hold(t, []sample{
		{"挪威愿向智利捐赠药品。", "donatedTo(挪威, 智利) pledged", "donatedTo(挪威, 智利) actual"},
		{"挪威计划向智利捐赠药品。", "donatedTo(挪威, 智利) planned", ""},
		{"智利希望挪威捐赠药品。", "", "donatedTo(挪威, 智利) actual; donatedTo(挪威, 智利) pledged"},
		{"挪威没有向智利捐赠药品。", "donatedTo(挪威, 智利) negated", ""},
		{"记者问挪威是否向智利捐赠药品。", "", "donatedTo("},
		{"挪威将向智利派遣救援队。", "sentExpertsTo(挪威, 智利) planned", ""},
		{"挪威首相索尔贝格同智利总统皮涅拉通电话。索尔贝格表示，挪方将向智利提供帐篷。", "donatedTo(挪威, 智利) pledged", ""},
		{"挪威首相索尔贝格同智利总统皮涅拉通电话。索尔贝格说，双方应加强渔业合作。", "cooperatedWith(挪威, 智利) requested", ""},
		{"挪威愿同智利一道，加强渔业合作，提供药品。", "cooperatedWith(挪威, 智利) pledged; donatedTo(挪威, 智利) pledged", ""},
	})
}

func TestOneStatementIsOneFact(t *testing.T) {
	got := facts(t, "挪威向智利捐赠帐篷。挪威向智利捐赠药品，挪威还向智利捐赠帐篷。", "items")
	if want := []string{"donatedTo(挪威, 智利) actual items=帐篷,药品"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	got = facts(t, "挪威首相索尔贝格同智利总统皮涅拉会谈。智利总统皮涅拉同挪威首相索尔贝格会谈。")
	if len(got) != 1 {
		t.Errorf("a meeting told from both sides: %q", got)
	}
	r := results(t, "2018年3月5日\n\n◆挪威向智利捐赠帐篷。天气晴好。挪威向智利捐赠药品。")
	for _, f := range r.Facts {
		if q := schema.Quote(r.Document.Text, f.Evidence); !strings.Contains(q, "帐篷") || !strings.Contains(q, "药品") || strings.Contains(q, "天气") {
			t.Errorf("the evidence of both places is %q", q)
		}
	}
	two := results(t, "2018年3月5日\n\n◆挪威向智利捐赠帐篷。\n\n◆挪威向智利捐赠帐篷。")
	if len(two.Facts) != 2 || two.Facts[0].ID == two.Facts[1].ID {
		t.Errorf("two entries give %d facts", len(two.Facts))
	}
}

func TestOffices(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"挪威首相索尔贝格抵达圣地亚哥。", "索尔贝格 首相 挪威"},
		{"约旦农业大臣哈桑·图拉比抵达圣地亚哥。", "哈桑·图拉比 农业大臣 约旦"},
		{"欧盟轮值主席国保加利亚总理鲍里索夫抵达圣地亚哥。", "保加利亚 轮值主席国 欧盟; 博里索夫 总理 保加利亚"},
		{"法国前总统奥朗德抵达圣地亚哥。", ""},
		{"前法国总统奥朗德抵达圣地亚哥。", ""},
		{"挪威候任首相松德–哈根抵达圣地亚哥。", "松德–哈根 候任首相 挪威"},
		{"老挝人民革命党中央总书记、国家主席本扬抵达圣地亚哥。", "本扬 国家主席 老挝; 本扬 总书记 老挝人民革命党中央委员会"},
	} {
		var got []string
		for _, f := range results(t, "2018年3月5日\n\n◆"+c.text).Facts {
			if f.Relation == schema.HoldsOffice {
				got = append(got, f.Subject.Name+" "+strings.Join(f.Attribute("office"), ",")+" "+f.Object.Name)
				if f.Event != "" || f.Date.String() != "2018-03-05" {
					t.Errorf("%s: event %q, date %s", c.text, f.Event, f.Date)
				}
			}
		}
		slices.Sort(got)
		if strings.Join(got, "; ") != c.want {
			t.Errorf("%s: %q, want %q", c.text, strings.Join(got, "; "), c.want)
		}
	}
}
