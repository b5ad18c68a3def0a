package extract_test

import "testing"

// Two whom one sentence names are meant by what refers to them behind it; who speaks of a part of 香港 means 香港.
func TestPairsOfOneSentence(t *testing.T) {
	hold(t, []sample{
		{"赞比亚卫生部同红十字国际委员会签署备忘录，后者承诺提供蚊帐。", "donatedTo(红十字国际委员会, 赞比亚) pledged", "donatedTo(赞比亚卫生部, 红十字国际委员会) pledged"},
		{"秘鲁同智利、斐济签署备忘录，此后定期向两国通报监测结果。", "sharedInformationWith(秘鲁, 智利) actual; sharedInformationWith(秘鲁, 斐济) actual", ""},
		{"特区政府向加纳捐赠药品。", "donatedTo(香港, 加纳) actual", ""},
		{"澳门水灾。特区政府向加纳捐赠药品。", "donatedTo(澳门, 加纳) actual", "donatedTo(香港, 加纳) actual"},
		{"王先生勉励青年坚定支持特区政府。", "", "expressedSupportFor(香港, 香港) actual"},
	})
}

// A ceremony that the text does not name is one; who thanks has received; to 香港 a province of the home country is a party.
func TestNamelessCeremonyThanksAndProvince(t *testing.T) {
	hold(t, []sample{
		{"中国驻加纳大使周伟民在仪式上致辞。", "spokeAt(周伟民, 仪式) actual", ""},
		{"加纳外长博奇韦在阿克拉同挪威外长艾德会面，感激挪方运来的药品。", "donatedTo(挪威, 加纳) actual", "donatedTo(挪威, 挪威) actual"},
		{"香港红十字会将200万港元汇往河南。", "donatedTo(香港红十字会, 河南) actual", "donatedTo(香港红十字会, 中国) actual"},
	})
}

// What somebody pays for is no gift, wherever the sentence says so.
func TestNoGiftIsPaidFor(t *testing.T) {
	hold(t, []sample{
		{"不丹说，按照两国签订的合同，不丹向加纳提供40吨大米。", "", "donatedTo(不丹, 加纳) actual"},
		{"不丹每天向加纳提供40吨大米，加方按市价付款。", "", "donatedTo(不丹, 加纳) actual"},
		{"不丹每天向加纳提供40吨大米。", "donatedTo(不丹, 加纳) actual", ""},
	})
}

// A team is of whom its number stands behind; 也 sends it where the one before has been sent.
func TestWhoseTeamAndWhere(t *testing.T) {
	hold(t, []sample{
		{"埃及关注灾情。利比亚德尔纳发生洪灾，埃方的25个救援小组已连夜进入灾区。", "sentExpertsTo(埃及, 利比亚) actual", ""},
		{"秘鲁向智利派出救援队。斐济和汤加也派了工程师。", "sentExpertsTo(斐济, 智利) actual; sentExpertsTo(汤加, 智利) actual", ""},
		{"联合国请求各国派出医疗队。", "", "sentExpertsTo(各国, 联合国) requested"},
	})
}
