package extract_test

import "testing"

// A team is of those whom it stands behind, several of them too; a verb or preposition before them governs them.
func TestSendersBeforeTheirTeam(t *testing.T) {
	hold(t, []sample{
		{"来自加纳和汤加的两支测绘队正在赶往秘鲁。", "sentExpertsTo(加纳, 秘鲁) actual; sentExpertsTo(汤加, 秘鲁) actual", ""},
		{"智利紧急情况部的两支滑坡监测小组飞往秘鲁。", "sentExpertsTo(智利紧急情况部, 秘鲁) actual", ""},
		{"挪威“海豹”救援队主动请缨，前往秘鲁。", "sentExpertsTo(挪威, 秘鲁) actual", ""},
		{"访问挪威的一支技术小组抵达秘鲁。", "", "sentExpertsTo(挪威, 秘鲁) actual"},
	})
}

// Persons of a trade make a team where they are counted or sent, whatever no word knows before them; of how many it is, the
// words around it say.
func TestCrews(t *testing.T) {
	hold(t, []sample{
		{"秘鲁决定向智利派出溢油清理队。", "sentExpertsTo(秘鲁, 智利) planned", ""},
		{"秘鲁期望智利派更多农业技术员前来。", "sentExpertsTo(智利, 秘鲁) requested", ""},
		{"秘鲁民防局一支由53名队员组成的搜救队飞抵智利。", "sentExpertsTo(秘鲁民防局, 智利) actual", ""},
		{"秘鲁谢绝了智利派防疫人员入境协助的提议。", "sentExpertsTo(智利, 秘鲁) negated", ""},
		{"秘鲁派出车队前往智利。", "", "sentExpertsTo(秘鲁, 智利) actual"},
	})
}

// How many a team is of stands in what it is made of, or behind it.
func TestHowManyInATeam(t *testing.T) {
	hold(t, []sample{
		{"秘鲁民防局一支由53名队员组成的搜救队飞抵智利。", "sentExpertsTo(秘鲁民防局, 智利) actual count=53", ""},
		{"挪威工兵分队轮换部队共218人抵达智利。", "sentExpertsTo(挪威, 智利) actual count=218", ""},
		{"应秘鲁卫生部请求，挪威派出一个三人后勤组。", "sentExpertsTo(挪威, 秘鲁) actual count=3", ""},
	}, "count")
}

// At whose request a team is sent, there it goes.
func TestSentAtRequest(t *testing.T) {
	hold(t, []sample{
		{"挪威红十字会表示，将应秘鲁卫生部请求派出一个三人后勤组。", "sentExpertsTo(挪威, 秘鲁) pledged", ""},
		{"应联合国请求，挪威派出工兵分队。", "", "sentExpertsTo(挪威, 联合国) actual"},
	})
}

// What has been put off has not been; what is for next month is planned; who takes a letter is who acts.
func TestPutOffAndStillToCome(t *testing.T) {
	hold(t, []sample{
		{"加纳总统马哈马与挪威首相斯特勒的视频会晤改期。", "met(马哈马, 斯特勒) negated", "met(马哈马, 斯特勒) actual"},
		{"加纳总统马哈马下月访问利马。", "visited(马哈马, 利马) planned", "visited(马哈马, 利马) actual"},
		{"挪威首相斯特勒会见加纳外长博奇韦，收下了加纳总统马哈马的亲笔信。", "wroteTo(马哈马, 斯特勒) actual", ""},
		{"加纳总统马哈马委托特使博奇韦将亲笔信面交挪威首相斯特勒。", "wroteTo(马哈马, 斯特勒) actual", "wroteTo(马哈马, 斯特勒) planned"},
	})
}
