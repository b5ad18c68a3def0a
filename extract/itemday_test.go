package extract_test

import "testing"

// A piece of news names its day once, in its first sentences.
func TestDayOfAPieceOfNews(t *testing.T) {
	hold(t, []sample{
		{"挪威首相索尔贝格3日在利马出席渔业峰会。\n\n索尔贝格表示，挪威愿同智利加强渔业合作。", "cooperatedWith(挪威, 智利) pledged 2018-03-03", ""},
		{"渔业峰会4日晚在利马开幕。挪威首相索尔贝格出席开幕式。\n\n智利总统皮涅拉等出席开幕式。", "attended(索尔贝格, 开幕式) actual 2018-03-04; attended(皮涅拉, 开幕式) actual 2018-03-04", ""},
		{"挪威首相索尔贝格3日访问秘鲁。\n智利总统会见外宾\n智利总统皮涅拉会见瑞典首相勒文。", "met(皮涅拉, 勒文) actual", ""},
		{"挪威首相索尔贝格3日访问秘鲁。\n\n智利总统皮涅拉今天会见瑞典首相勒文。勒文说，瑞典愿同智利加强合作。", "met(皮涅拉, 勒文) actual; cooperatedWith(瑞典, 智利) pledged", ""},
		{"智利总统皮涅拉会见瑞典首相勒文。勒文是2日抵达智利的。瑞典愿同智利加强合作。", "cooperatedWith(瑞典, 智利) pledged", ""},
		{"智利获挪威赠送两台仪器，仪器昨日运抵圣地亚哥。", "", "donatedTo(挪威, 智利) actual 2018-03-04"},
	})
}

// One that names days and no one of them tells of those: a visit and what was done on it.
func TestDaysOfAPieceOfNews(t *testing.T) {
	hold(t, []sample{
		{"挪威首相索尔贝格2月27日至3月2日访问智利。在圣地亚哥期间，索尔贝格会见了秘鲁外长波波利西奥。", "met(索尔贝格, 波波利西奥) actual 2018-02-27--2018-03-02", ""},
		{"2018年2月20日到22日，12国使节在利马参观访问。访问期间，挪威、丹麦等国使节会见了秘鲁总统库琴斯基。\n\n库琴斯基3日会见了智利总统皮涅拉。", "met(库琴斯基, 皮涅拉) actual 2018-03-03", ""},
		{"应智利议长埃斯皮诺萨邀请，挪威首相索尔贝格1日至3日访问智利。", "invited(埃斯皮诺萨, 索尔贝格) actual", "invited(埃斯皮诺萨, 索尔贝格) actual 2018"},
		{"挪威首相索尔贝格将于7日至9日访问智利。索尔贝格今天会见了秘鲁外长波波利西奥。", "met(索尔贝格, 波波利西奥) actual", "met(索尔贝格, 波波利西奥) actual 2018"},
	})
}
