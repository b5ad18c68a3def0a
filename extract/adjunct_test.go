package extract_test

import "testing"

// What stands beside the deed that a sentence tells: whose something is, what is taken as an occasion, when something is to be.

func TestAdjunctsTellNothing(t *testing.T) {
	hold(t, []sample{
		{"智利外长穆尼奥斯说，秘鲁的发展将给予智利巨大支持。", "", "aided("},
		{"挪威方面对同智利签署渔业协定表示欢迎。", "", "signedAgreementWith("},
		{"挪威愿以同智利签署渔业协定为契机，扩大贸易。", "", "signedAgreementWith("},
		{"挪威首相索尔贝格和智利总统皮涅拉认可双方自利马会晤以来所作努力。", "", "met("},
		{"智利就秘鲁加入国际捕鲸委员会同挪威签署协议。", "signedAgreementWith(智利, 挪威) actual", "signedAgreementWith(国际捕鲸委员会"},
		{"智利总统皮涅拉对挪威给予智方的大量帮助表示衷心感谢。", "", "aided(皮涅拉; aided(智利"},
	})
}

func TestVisitsOfOthers(t *testing.T) {
	hold(t, []sample{
		{"智利总统皮涅拉在圣地亚哥会见参加渔业论坛的外方主要代表。", "", "attended(皮涅拉"},
		{"智利总统皮涅拉在圣地亚哥会见前来智利出席渔业论坛的挪威首相索尔贝格。外长安普埃罗参加。", "attended(索尔贝格, 渔业论坛) actual", "attended(安普埃罗"},
		{"智利总统皮涅拉愉快地回忆起索尔贝格首相访问智利的经历。", "", "visited(皮涅拉, 智利)"},
		{"挪威首相索尔贝格将启程。访问智利期间，索尔贝格将会见皮涅拉总统。", "visited(索尔贝格, 智利) planned", "visited(索尔贝格, 智利) actual"},
		{"挪威外交部说，瑞典不能与会。", "", "attended(瑞典, 渔业论坛) actual"},
	})
}

func TestWhoseMakeGoodsAre(t *testing.T) {
	hold(t, []sample{
		{"智利水泥陆续运抵秘鲁、巴拉圭。", "", "donatedTo("},
		{"智利捐赠的水泥运抵秘鲁。", "donatedTo(智利, 秘鲁) actual", ""},
	})
}

func TestSupportForWhatTwoHaveTogether(t *testing.T) {
	hold(t, []sample{
		{"正在秘鲁访问的伊朗总统鲁哈尼表示，支持中巴经济走廊建设。", "", "expressedSupportFor("},
		{"挪威外长同智利外长举行会谈。挪威外长表示，挪方支持智方维护渔业权益。", "expressedSupportFor(挪威, 智利) actual", ""},
	})
}
