package extract_test

import "testing"

// Whoever does something together with somebody named before the verb is one of those who do it.
func TestWhoActsTogether(t *testing.T) {
	hold(t, []sample{
		{"智利外长范克拉韦伦访问利马，同秘鲁外长贝亚共同出席领事馆揭牌仪式。", "attended(范克拉韦伦, 领事馆揭牌仪式) actual; attended(贝亚, 领事馆揭牌仪式) actual", ""},
		{"智利总统皮涅拉与秘鲁总统比斯卡拉，昨在利马共同主持渔业会议。", "chaired(皮涅拉, 渔业会议) actual 2018-03-04; chaired(比斯卡拉, 渔业会议) actual 2018-03-04", ""},
		{"智利总统皮涅拉与秘鲁总统比斯卡拉在利马共同主持两国政府联席会议。双方还签署了港口协议。", "signedAgreementWith(智利, 秘鲁) actual", ""},
	})
}

// 三国 are the countries that the entry has named before it, if they are three; 两国 those of the sentence.
func TestCountedCountries(t *testing.T) {
	hold(t, []sample{
		{"丹麦外交部同芬兰、挪威两国外交部举行电话会议。三国商定，年底前向南苏丹增派后勤专家。", "sentExpertsTo(丹麦, 南苏丹) planned; sentExpertsTo(芬兰, 南苏丹) planned; sentExpertsTo(挪威, 南苏丹) planned", ""},
		{"智利外交部宣布，应秘鲁总统比斯卡拉邀请，总统皮涅拉下月访问利马，届时两国将签署渔业协定。", "signedAgreementWith(智利, 秘鲁) planned", ""},
	})
}

// What somebody tells behind a talk is for the other of the two; at a conference of more, for nobody named.
func TestWhoHears(t *testing.T) {
	hold(t, []sample{
		{"挪威首相索尔贝格同智利总统皮涅拉通电话。皮涅拉介绍了灾民安置进展。", "sharedInformationWith(皮涅拉, 索尔贝格) actual", "sharedInformationWith(索尔贝格"},
		{"卢旺达总统卡加梅会见加纳外长博奇韦。博奇韦转交了加纳总统马哈马的亲笔信。", "wroteTo(马哈马, 卡加梅) actual", "wroteTo(马哈马, 博奇韦)"},
		{"挪威红十字会向智利红十字会捐款20万美元。智利红十字会随后复函，表示感谢。", "wroteTo(智利红十字会, 挪威红十字会) actual", ""},
	})
}

// Who asks somebody for 该国 means his own.
func TestWhoAsksIsMeant(t *testing.T) {
	hold(t, []sample{
		{"汤加外交部吁请挪威政府为该国医院调拨一批氧气瓶。", "donatedTo(挪威政府, 汤加) requested", "donatedTo(挪威政府, 挪威)"},
	})
}

// A stance is taken, whatever the clause before it promises; what is told of a later month is planned.
func TestStanceAndLaterMonths(t *testing.T) {
	hold(t, []sample{
		{"挪威首相索尔贝格说，挪方将继续向智利提供帮助，坚定支持智利维护主权。", "aided(挪威, 智利) pledged; expressedSupportFor(挪威, 智利) actual", ""},
		{"挪威5名防疫专家于下月前往汤加。", "sentExpertsTo(挪威, 汤加) planned", ""},
	})
}

// A town that stands where a minister's name must stand is he.
func TestNamesake(t *testing.T) {
	hold(t, []sample{
		{"哥伦比亚外长奥尔金3日在波哥大会见智利外长范克拉韦伦。", "met(奥尔金, 范克拉韦伦) actual 2018-03-03", "met(哥伦比亚"},
	})
}
