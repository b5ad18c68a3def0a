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

func TestWhatIsToldOfAThing(t *testing.T) {
	hold(t, []sample{
		{"智利外长说，挪威和智利应加速推进已推迟数年的渔业合作项目。", "", "cooperatedWith(挪威, 智利) negated"},
		{"智利外长说，挪威和智利应该合作和能够合作的领域很多。", "", "cooperatedWith("},
		{"智利总统皮涅拉会见挪威首相索尔贝格。皮涅拉说，智方将为挪威企业来智投资提供便利，深化渔业合作。", "cooperatedWith(智利, 挪威) pledged", "cooperatedWith(智利, 挪威企业"},
		{"智利总统皮涅拉会见挪威首相索尔贝格。皮涅拉说，双方要继续推进已经商定的合作议程。", "", "cooperatedWith(智利, 挪威) planned"},
		{"智利总统皮涅拉会见挪威首相索尔贝格。皮涅拉说，智方愿鼓励企业投资，帮助挪方改善港口设施。", "aided(智利, 挪威) pledged", "aided(智利, 挪威) requested"},
		{"智利总统皮涅拉会见挪威首相索尔贝格。皮涅拉说，深化智挪合作，对地区稳定具有重要意义。", "", "cooperatedWith("},
		{"智利外长说，智利和挪威要做渔业合作的协作者。", "", "cooperatedWith(智利, 挪威) actual"},
		{"智利总统皮涅拉会见渔业组织第四届理事会成员。", "", "met("},
		{"智利外长说，智方愿同包括渔民党在内的秘鲁各政党加强渔业经验交流。", "", "sharedInformationWith(秘鲁"},
		{"智利外长说，智利愿同各国坚持共商、共建、共享。", "", "sharedInformationWith("},
		{"智利总统皮涅拉会见挪威首相索尔贝格。皮涅拉说，相信挪方将继续支持智利维护渔业权益。", "", "expressedSupportFor("},
		{"智利总统皮涅拉会见挪威首相索尔贝格。皮涅拉说，感谢挪方支持利马举办博览会，希望以此为契机加强渔业合作。", "cooperatedWith(智利, 挪威) requested", "cooperatedWith(挪威, 利马; cooperatedWith(智利, 利马"},
		{"智利总统皮涅拉会见挪威首相索尔贝格。皮涅拉说，双方要推动“蓝海”建设同欧亚经济联盟对接，深化渔业合作。", "cooperatedWith(智利, 挪威) requested", "cooperatedWith(智利, 欧亚经济联盟"},
		{"挪威首相索尔贝格表示，支持智利与秘鲁建立良好关系。", "", "expressedSupportFor("},
		{"智利外长说，相信两国元首利马会晤将推动合作。", "", "met("},
		{"智利外长说，智利只有向智利军队提供帮助的挪威顾问。", "", "aided(智利"},
		{"智利外长说，智方不邀请秘鲁出席渔业峰会。", "", "attended("},
		{"智利广播公司同挪威公共媒体和影视联合会签署协议。", "", "signedAgreementWith(智利广播公司, 挪威)"},
		{"智利总统皮涅拉说，参观利马博物馆的人很多。", "", "visited("},
		{"智利总统皮涅拉说，前不久访问秘鲁很有收获。", "visited(皮涅拉, 秘鲁) actual", "visited(智利"},
	})
}

func TestWhereSomebodyGoes(t *testing.T) {
	hold(t, []sample{
		{"挪威首相索尔贝格参观利马港。", "", "visited(索尔贝格, 利马)"},
		{"挪威首相索尔贝格参观利马水利图片展。", "", "visited(索尔贝格, 利马"},
		{"挪威首相索尔贝格前往利马北岸街道。", "", "visited(索尔贝格, 利马"},
		{"挪威首相索尔贝格抵达利马出席渔业展。", "visited(索尔贝格, 利马) actual", ""},
		{"挪威首相索尔贝格参观利马历史纪念馆。", "visited(索尔贝格, 利马历史纪念馆) actual", "visited(索尔贝格, 利马)"},
		{"挪威重视渔业。参观利马博物馆的人很多。", "", "visited(挪威"},
		{"丹麦、挪威等国使节来到秘鲁，走访了利马。", "visited(挪威, 利马) actual", ""},
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
		{"智利总统皮涅拉说，智利支持包括挪威公司在内的跨国公司扩大投资。", "", "expressedSupportFor("},
		{"挪威外长同智利外长举行会谈。挪威外长表示，挪方支持智方维护渔业权益。", "expressedSupportFor(挪威, 智利) actual", ""},
	})
}

func TestReportedAndDenied(t *testing.T) {
	hold(t, []sample{
		{"据当地媒体报道，挪威向智利提供了50台发电机。挪威外交部对此予以否认。", "", "donatedTo("},
		{"据当地媒体报道，挪威首相索尔贝格将访问智利，挪威政府否认了这一报道。", "", "visited("},
		{"据当地媒体报道，挪威首相索尔贝格3日访问智利。", "visited(索尔贝格, 智利) actual 2018-03-03", ""},
	})
}

func TestWhoIsThankedHasDoneIt(t *testing.T) {
	hold(t, []sample{
		{"挪威首相索尔贝格会见智利总统皮涅拉。皮涅拉说，感谢挪方支持智利抗击洪灾，及时提供药品。", "donatedTo(挪威, 智利) actual", "donatedTo(智利"},
		{"智利感谢挪威为支持智利重建提供的巨大帮助。", "aided(挪威, 智利) actual", "aided(智利"},
		{"智利感谢挪威提供帮助，将向秘鲁提供药品。", "donatedTo(智利, 秘鲁) planned", "donatedTo(挪威"},
		{"挪威为世界上其他国家的发展提供了帮助。", "aided(挪威, 其他国家) actual", ""},
	})
}

func TestPlansThatAreNone(t *testing.T) {
	hold(t, []sample{
		{"智利总统皮涅拉会见挪威首相索尔贝格。皮涅拉说，智方始终将挪威置于外交优先方向，支持挪方发展渔业。", "expressedSupportFor(智利, 挪威) actual", "expressedSupportFor(智利, 挪威) pledged"},
		{"智利总统皮涅拉会见挪威首相索尔贝格。皮涅拉说，愿同索尔贝格首相一道，将双方友谊转化为互信，推动务实合作。", "", "cooperatedWith(挪威, 索尔贝格"},
		{"智利总统皮涅拉会见挪威首相索尔贝格。皮涅拉说，双方应落实我同首相达成的共识，推动渔业合作。", "cooperatedWith(智利, 挪威) requested", "cooperatedWith(挪威, 索尔贝格"},
		{"挪威议会已批准向智利提供1000万美元援助。", "donatedTo(挪威议会, 智利) planned", "donatedTo(挪威议会, 智利) actual"},
		{"智利总统皮涅拉会见挪威首相索尔贝格。皮涅拉说，很高兴应该国议会邀请对挪威进行正式访问。", "visited(皮涅拉, 挪威) actual", "visited(皮涅拉, 挪威) requested; visited(智利"},
		{"智利总统皮涅拉说，我期待着同索尔贝格首相举行会谈。", "met(皮涅拉, 索尔贝格) pledged", ""},
		{"智利总统皮涅拉会见挪威首相索尔贝格。皮涅拉说，希望双方团队按照我同索尔贝格首相会晤达成的共识推进磋商。", "", "met(智利; met(挪威"},
		{"经议会批准，挪威向智利提供了帮助。", "aided(挪威, 智利) actual", ""},
		{"挪威准备回应智利的合作要求，向智方提供帮助。", "aided(挪威, 智利) planned", "aided(挪威, 智利) requested"},
		{"挪威为智利人民争取独立提供了帮助。", "aided(挪威, 智利) actual", "aided(挪威, 智利) planned"},
		{"挪威愿同智利一道，推动“蓝海”计划对接，扩大渔业合作。", "cooperatedWith(挪威, 智利) pledged", ""},
		{"挪威政府作出向智利派遣救援队的决定。", "sentExpertsTo(挪威政府, 智利) planned", "sentExpertsTo(挪威政府, 智利) actual"},
		{"挪威2月作出决定，此后向智利提供了药品。", "donatedTo(挪威, 智利) actual 2018-02", ""},
		{"挪威将在3月8日举行的渔业峰会上同智利签署协定。", "signedAgreementWith(挪威, 智利) planned 2018-03-08", "hosted("},
	})
}

func TestFormsOfOneCharacter(t *testing.T) {
	hold(t, []sample{
		{"北马其顿外长同智利外长举行会谈。马方表示，愿同智方加强合作。", "cooperatedWith(北马其顿, 智利) pledged", "cooperatedWith(马达加斯加"},
		{"马方表示，愿同智利加强合作。", "", "cooperatedWith("},
	})
}

func TestWithWhomSomethingWasAgreed(t *testing.T) {
	hold(t, []sample{
		{"挪威首相索尔贝格会见智利议长努涅斯。索尔贝格说，希望双方落实好我同皮涅拉总统达成的共识，加强立法经验交流。", "", "sharedInformationWith(挪威, 皮涅拉); sharedInformationWith(智利, 皮涅拉)"},
		{"挪威首相索尔贝格就渔业提出两点建议。\n\n一是加强同智利的合作。二是要帮助秘鲁提高能力。", "", "aided("},
		{"挪威政府宣布向智利提供总额200万美元的支持。", "", "aided(挪威政府, 智利) actual"},
	})
}

func TestNamesOfMeetings(t *testing.T) {
	hold(t, []sample{
		{"挪威首相索尔贝格出席智利－中美洲峰会。", "attended(索尔贝格, 智利-中美洲峰会) actual", ""},
		{"挪威首相索尔贝格出席贸易与投资论坛。", "attended(索尔贝格, 贸易与投资论坛) actual", ""},
		{"渔业论坛3日在利马开幕。挪威首相索尔贝格以视频连线方式出席会议。", "attended(索尔贝格, 渔业论坛) actual 2018-03-03", "attended(索尔贝格, 视频连线)"},
		{"挪威首相索尔贝格3日在利马出席渔业论坛。索尔贝格说，在去年洪都拉斯峰会上，各国已有共识。\n\n秘鲁总统比斯卡拉主持会议。", "chaired(比斯卡拉, 渔业论坛) actual 2018-03-03", "chaired(比斯卡拉, 洪都拉斯峰会)"},
	})
}
