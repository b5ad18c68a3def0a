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
