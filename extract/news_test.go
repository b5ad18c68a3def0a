package extract_test

import "testing"

// What the evening news says so that it is easily told as more than it is.

func TestPlannedDays(t *testing.T) {
	hold(t, []sample{
		{"挪威首相索尔贝格将于3月8日至11日出席渔业会议，并对智利进行正式访问。", "attended(索尔贝格, 渔业会议) planned 2018-03-08--2018-03-11; visited(索尔贝格, 智利) planned 2018-03-08--2018-03-11", ""},
		{"3月7日至10日，挪威首相索尔贝格将出席在利马举行的渔业峰会。", "attended(索尔贝格, 渔业峰会) planned 2018-03-07--2018-03-10", ""},
		{"4日，挪威外交部宣布，索尔贝格首相将访问智利。", "visited(索尔贝格, 智利) planned 2018-03-04", ""},
		{"挪威首相索尔贝格4日抵达利马，出席将于6日举行的渔业大会。", "attended(索尔贝格, 渔业大会) planned 2018-03-06", "attended(索尔贝格, 渔业大会) actual"},
		{"渔业论坛将于3月17日至18日在利马举行。挪威首相索尔贝格将出席论坛并发表讲话。", "attended(索尔贝格, 渔业论坛) planned 2018-03-17--2018-03-18; spokeAt(索尔贝格, 渔业论坛) planned 2018-03-17--2018-03-18", ""},
		{"渔业论坛开幕式将于3月17日在利马举行。挪威首相索尔贝格将出席开幕式。", "attended(索尔贝格, 开幕式) planned 2018-03-17", ""},
		{"渔业论坛将在利马举行。挪威首相索尔贝格将出席论坛。", "attended(索尔贝格, 渔业论坛) planned", "attended(索尔贝格, 渔业论坛) planned 2018-03-1"},
		{"挪威首相索尔贝格计划下月访问智利。", "visited(索尔贝格, 智利) planned 2018-04", ""},
		{"挪威决定，2020年向智利派遣3名地质专家。", "sentExpertsTo(挪威, 智利) planned 2020", ""},
		{"挪威计划年内向智利派遣3名地质专家。", "sentExpertsTo(挪威, 智利) planned", "sentExpertsTo(挪威, 智利) planned 2018 "},
	})
}

func TestSumsOfThePastHaveNoDay(t *testing.T) {
	for _, text := range []string{
		"会议审议了索尔贝格首相访问智利、秘鲁情况的书面报告。",
		"今年是挪威派遣援外医疗队30周年，挪威已累计向智利派遣医疗队员300人次。",
		"能源谈判机制建立以来，挪威和智利共举行八次正式会谈。",
		"三年来，挪威同20个国家签署了合作协议。",
		"挪威首相索尔贝格先后7次主持召开渔业座谈会。",
		"如今，挪威与29个国家签署了自由贸易协定。",
		"挪威已经与秘鲁建立渔业对话机制，同智利开展了渔业合作。",
		"挪威首相索尔贝格上个月当选后，访问了智利。",
		"近日，渔业论坛在利马举行。挪威首相索尔贝格出席论坛并讲话。",
		"挪威首相索尔贝格此行会见了智利总统皮涅拉。",
		"挪威首相索尔贝格在结束了对智利的访问之后，于3日抵达利马。",
	} {
		told := false
		for _, f := range events(t, text) {
			if f.Object.Name == "利马" {
				continue
			}
			told = true
			if !f.Date.First.IsZero() {
				t.Errorf("%s: %s: want no day", text, telling(f))
			}
		}
		if !told {
			t.Errorf("%s: no fact", text)
		}
	}
}

func TestWhoIsMeantByAWord(t *testing.T) {
	hold(t, []sample{
		{"秘鲁外长贝亚向智利新任外长范克拉韦伦致贺电，并邀请他年内访问利马。", "invited(贝亚, 范克拉韦伦) actual; visited(范克拉韦伦, 利马) requested", "visited(贝亚"},
		{"加纳外长博奇韦抵达卑尔根，挪威首相索尔贝格到码头迎接，随后同她举行会谈。", "met(索尔贝格, 博奇韦) actual", ""},
		{"挪威首相索尔贝格会见世界粮食计划署执行干事比斯利，宣布向该署捐款2亿克朗。", "donatedTo(挪威, 世界粮食计划署) pledged", ""},
		{"加纳成立加纳国际发展署，归财政部管理。该署计划向多哥派遣兽医。", "sentExpertsTo(加纳国际发展署, 多哥) planned", ""},
		{"挪威首相索尔贝格分别会见斐济总理姆拜尼马拉马和加纳外长博奇韦，邀请前者访问挪威，并同后者签署渔业协定。", "invited(索尔贝格, 姆拜尼马拉马) actual; signedAgreementWith(索尔贝格, 博奇韦) actual", ""},
		{"智利坚定支持非盟维护和平，希望非盟同智方加强粮食合作，也愿同加纳加强渔业合作。", "cooperatedWith(智利, 加纳) pledged", "cooperatedWith(非洲联盟, 加纳)"},
		{"柬埔寨首相洪森决定派副首相贺南洪赴河内吊唁。", "visited(贺南洪, 河内) planned", ""},
		{"智利主持渔业论坛，呼吁各国合作。加纳、多哥和国际移民组织的代表与会。", "attended(加纳, 渔业论坛) actual; attended(国际移民组织, 渔业论坛) actual", ""},
		{"挪威外交大臣瑟雷德会见智利外长安普埃罗。这是两人3月1日以来首次会面。", "met(瑟雷德, 安普埃罗) actual", "met(瑟雷德, 安普埃罗) actual 2018-03-01"},
		{"智利外长安普埃罗应约同秘鲁外长波波利西奥通电话。波波利西奥希望智方参与，并向对方介绍了利马的安保部署。", "sharedInformationWith(波波利西奥, 智利) actual", ""},
		{"秘鲁外长波波利西奥向智利新任外长安普埃罗致贺电。安普埃罗复电感谢，说他计划9月访秘。", "visited(安普埃罗, 秘鲁) planned 2018-09", ""},
		{"斐济首相同挪威首相索尔贝格、智利总统皮涅拉举行电话会，通报楠迪地震后的搜救进展。索尔贝格说，挪方没有向灾区派出救援队。", "sentExpertsTo(挪威, 斐济) negated", "sentExpertsTo(挪威, 智利)"},
	})
}

func TestWhoTakesPartAndWhoGives(t *testing.T) {
	hold(t, []sample{
		{"智利在利马举办渔业论坛，秘鲁、斐济、汤加三个见证国和加纳外长博奇韦参加。", "attended(汤加, 渔业论坛) actual; attended(博奇韦, 渔业论坛) actual", ""},
		{"智利举办渔业论坛，挪威外交大臣瑟雷德到会致辞。", "attended(瑟雷德, 渔业论坛) actual", ""},
		{"挪威外交大臣瑟雷德说，挪方希望秘鲁派代表出席5月在卑尔根举行的筹备会。", "attended(秘鲁, 筹备会) requested", ""},
		{"挪威红十字会没有如外界预期那样向智利提供帐篷。", "donatedTo(挪威红十字会, 智利) negated", ""},
		{"由12人组成的挪威医疗队抵达利马，并带来药品和帐篷。", "donatedTo(挪威, 秘鲁) actual", ""},
		{"挪威将继续为智利落实减灾计划提供帮助。", "aided(挪威, 智利) pledged", ""},
		{"智利红十字会主席阿尔特抵达利马；她对记者说，该会将向秘鲁捐赠药品。", "donatedTo(智利红十字会, 秘鲁) pledged", ""},
		{"加纳说，网上所传挪威红十字会捐赠药品一事并不属实。", "", "donatedTo("},
	})
}

func TestCooperationThatNobodyDoes(t *testing.T) {
	hold(t, []sample{
		{"挪威同智利加强渔业合作，有利于增进互信。", "", "cooperatedWith("},
		{"挪威外长同智利外长讨论加强渔业合作等议题。", "", "cooperatedWith("},
		{"挪威赞赏秘鲁支持瑞典同智利加强合作。", "", "cooperatedWith("},
		{"挪威支持本国企业同智利加强渔业合作。", "", "cooperatedWith("},
		{"挪威推动加强北欧理事会同非洲联盟的合作。", "", "cooperatedWith(挪威"},
		{"该论坛为挪威和智利开展渔业合作提供平台。", "", "cooperatedWith("},
		{"挪威愿同智利落实协议，密切双方交往，不断拓展务实合作的深度和广度。", "cooperatedWith(挪威, 智利) pledged", "cooperatedWith(挪威, 智利) actual"},
		{"挪威同智利深化渔业合作面临新的机遇。", "", "cooperatedWith("},
		{"挪威重申同智利加强渔业合作的决心。", "", "cooperatedWith("},
		{"挪威和智利交往密切、合作成果丰硕。", "", "cooperatedWith("},
		{"挪威和智利将关系提升为战略合作伙伴关系。", "", "cooperatedWith("},
		{"挪威把扩大同智利的务实合作作为优先方向。", "", "cooperatedWith("},
		{"挪威支持本国企业扩大对智利投资，与智方加强能源领域合作。", "", "cooperatedWith("},
		{"挪威愿同智利一道，把两国领导人达成的共识转化为行动，深化渔业合作。", "cooperatedWith(挪威, 智利) pledged", ""},
		{"挪威要提高预警能力，提升向智利提供支持能力。", "", "aided("},
	})
}

func TestThoseNamedWithAnother(t *testing.T) {
	hold(t, []sample{
		{"挪威首相索尔贝格、瑞典首相勒文分别和智利总统皮涅拉、秘鲁总统比斯卡拉通电话。", "called(索尔贝格, 皮涅拉) actual; called(勒文, 比斯卡拉) actual", "called(索尔贝格, 比斯卡拉); called(勒文, 皮涅拉)"},
		{"挪威首相索尔贝格欢迎各国使节来访。", "", "visited(索尔贝格"},
		{"挪威首相索尔贝格当地2日在利马美洲开发银行总部会见智利总统皮涅拉。", "met(索尔贝格, 皮涅拉) actual 2018-03-02", ""},
		{"挪威首相索尔贝格在利马拜会秘鲁总统比斯卡拉，并向秘方移交由挪威援建的利马气象站。", "builtFor(挪威, 秘鲁) actual", "builtFor(索尔贝格"},
		{"挪威卫生部同马耳他、塞浦路斯两国卫生部举行电话会。", "heldVideoConferenceWith(挪威卫生部, 马耳他) actual; heldVideoConferenceWith(挪威卫生部, 塞浦路斯) actual", ""},
		{"由挪威外交部组织的智利考察团2日访问秘鲁。", "visited(智利, 秘鲁) actual 2018-03-02", "visited(挪威"},
		{"挪威首相索尔贝格指出，去年我访问智利期间，和皮涅拉总统共同宣布建立渔业联盟。", "", "visited(皮涅拉"},
		{"挪威首相索尔贝格致电约翰·德拉马尼·布瓦，祝贺他当选。", "wroteTo(索尔贝格, 约翰·德拉马尼·布瓦) actual", ""},
	})
}

func TestNamesThatGoOn(t *testing.T) {
	hold(t, []sample{
		{"挪威海军舰队司令访问智利。", "", "visited(挪威, "},
		{"挪威首相索尔贝格会见智利工商总会理事会成员。", "", "met(索尔贝格, 智利"},
		{"挪威首相索尔贝格应约同澳大利亚总理陆克文通电话。", "called(索尔贝格, 陆克文) actual", "called(索尔贝格, 澳大利亚)"},
		{"挪威人民坚定支持智利。", "expressedSupportFor(挪威, 智利) actual", ""},
		{"渔业论坛闭幕。元首们一致同意，同智利加强合作。", "", "cooperatedWith("},
	})
}

func TestThanksAndAppositions(t *testing.T) {
	hold(t, []sample{
		{"智利总统皮涅拉对挪威在地震后提供的支持表示感谢。", "", "aided(智利; aided(皮涅拉"},
		{"智利总统皮涅拉感谢挪威对智利重建提供的帮助。", "aided(挪威, 智利) actual", "aided(挪威, 智利) actual 2018"},
		{"挪威和智利作为国际社会的成员，应加强合作。", "", "cooperatedWith(挪威, 国际社会)"},
		{"智利总统皮涅拉赞赏挪威首相索尔贝格重视两国关系，坚定支持秘鲁。", "", "expressedSupportFor("},
		{"挪威首相索尔贝格同智利总统皮涅拉会谈。索尔贝格说，双方要加强合作，积极支持两国扩大交流。", "", "expressedSupportFor("},
		{"秘鲁外交部说，秘方将积极参与挪威支持智利发展的计划。", "", "expressedSupportFor("},
		{"智利总统皮涅拉说，双方要落实智利和挪威达成的渔业协定。", "", "signedAgreementWith(智利, 挪威) actual 2018"},
		{"挪威取消与智利1967年签署的协议。", "signedAgreementWith(挪威, 智利) actual 1967", ""},
		{"挪威取消向智利提供的药品援助。", "", "donatedTo(挪威, 智利) actual; aided(挪威, 智利) actual"},
		{"智利总统皮涅拉说，智利永远不会忘记挪威向智利提供的药品。", "donatedTo(挪威, 智利) actual", "donatedTo(智利"},
		{"秘鲁总统比斯卡拉说，秘鲁期盼挪威首相索尔贝格赴利马出席渔业峰会。", "attended(索尔贝格, 渔业峰会) requested", "attended(秘鲁"},
		{"挪威外长同智利外长签署的渔业协定3日生效。", "", "signedAgreementWith(挪威, 智利) actual 2018-03-03"},
		{"挪威2日对外提供药品。", "", "donatedTo(挪威, 智利"},
	})
}

func TestWhoActsForWhom(t *testing.T) {
	hold(t, []sample{
		{"挪威首相索尔贝格会见智利远洋渔业公司董事长皮涅拉。皮涅拉说，愿同挪方扩大合作。", "cooperatedWith(智利远洋渔业公司, 挪威) pledged", "cooperatedWith(智利, 挪威)"},
		{"挪威首相索尔贝格会见智利总统皮涅拉、总理罗哈斯。皮涅拉表示欢迎。在会见罗哈斯时，双方谈到渔业。", "met(索尔贝格, 罗哈斯) actual", "met(皮涅拉"},
		{"挪威首相索尔贝格说，挪方支持挪威企业参与智利渔业建设。", "", "expressedSupportFor(挪威, 挪威企业)"},
		{"挪威副首相索尔贝格会见智利外长罗哈斯。罗哈斯说，两国元首签署了渔业协定。", "", "signedAgreementWith("},
		{"挪威国王哈拉尔五世会见智利总统皮涅拉。两国元首签署了渔业协定。", "signedAgreementWith(哈拉尔五世, 皮涅拉) actual", ""},
		{"挪威国王哈拉尔五世会见智利总统皮涅拉。随后，挪威首相索尔贝格会见智利外长罗哈斯。罗哈斯说，两国元首签署了渔业协定。", "signedAgreementWith(哈拉尔五世, 皮涅拉) actual", ""},
		{"智利外长罗哈斯说，智利推动“大洋航线”倡议同非洲联盟对接，扩大务实合作。", "", "cooperatedWith(智利, 非洲联盟)"},
		{"根据智利渔业局提供的数据，挪威渔业协会调整了计划。", "", "sharedInformationWith("},
		{"渔业论坛3日在利马举行。挪威首相索尔贝格出席论坛。", "attended(索尔贝格, 渔业论坛) actual 2018-03-03", ""},
		{"3日下午，挪威首相索尔贝格主持召开渔业论坛。智利总统皮涅拉出席论坛。", "attended(皮涅拉, 渔业论坛) actual 2018-03-03", ""},
		{"智利地震救灾领导小组组长罗哈斯主持召开救灾工作会议。", "chaired(罗哈斯, 救灾工作会议) actual", "chaired(智利"},
	})
}

func TestToldAgain(t *testing.T) {
	got := facts(t, "挪威首相索尔贝格3日抵达利马。当地时间18时许，索尔贝格乘坐的专机抵达利马国际机场。")
	if len(got) != 1 || got[0] != "visited(索尔贝格, 利马) actual 2018-03-03" {
		t.Errorf("one arrival, told twice: %q", got)
	}
}

func TestPlacesOfVisits(t *testing.T) {
	hold(t, []sample{
		{"智利总统皮涅拉在圣地亚哥举行仪式欢迎挪威首相索尔贝格访问智利。", "visited(索尔贝格, 智利) actual", "visited(索尔贝格, 智利) actual place"},
		{"挪威首相索尔贝格对智利进行国事访问并出席在利马举行的渔业峰会。", "attended(索尔贝格, 渔业峰会) actual place=利马", "visited(索尔贝格, 智利) actual place"},
	}, "place")
}

func TestNamesOfAnniversaries(t *testing.T) {
	hold(t, []sample{
		{"挪威首相索尔贝格出席挪威和智利建交五十周年纪念活动。", "attended(索尔贝格, 挪威和智利建交五十周年纪念活动) actual", ""},
		{"挪威首相索尔贝格出席庆祝挪威红十字会成立95周年大会。", "attended(索尔贝格, 庆祝挪威红十字会成立95周年大会) actual", ""},
	})
}

func TestOfficesInForeignParties(t *testing.T) {
	for text, want := range map[string][]string{
		"越南共产党中央政治局委员、中央书记处书记陈锦文抵达圣地亚哥。":   {"越南共产党中央政治局 委员", "越南共产党中央书记处 书记"},
		"朝鲜劳动党中央政治局委员、国际部部长朴成焕抵达圣地亚哥。":     {"朝鲜劳动党中央政治局 委员", "朝鲜劳动党 国际部部长"},
		"越南共产党中央政治局委员、国会主席阮氏金银抵达圣地亚哥。":     {"越南共产党中央政治局 委员", "越南 国会主席"},
		"挪威外交部长瑟雷德抵达圣地亚哥，法国国民议会议长巴尔塔前往迎接。": {"挪威 外交部长", "法国国民议会 议长"},
	} {
		got := map[string]bool{}
		for _, f := range results(t, "2018年3月5日\n\n◆"+text).Facts {
			if office := f.Attribute("office"); len(office) > 0 {
				got[f.Object.Name+" "+office[0]] = true
			}
		}
		for _, w := range want {
			if !got[w] {
				t.Errorf("%s: lacks %s, has %v", text, w, got)
			}
		}
	}
}

// A white paper has no headings: months and the country are those that its title and its sentences name.
func TestWhitePaperOfAnotherCountry(t *testing.T) {
	r := results(t, "《智利与南南合作》白皮书\n\n一、2014年2月，皮涅拉总统访问秘鲁。在利马，智利总统皮涅拉会见秘鲁总统乌马拉。\n\n二、2014年飓风袭击海地。当年9月，我国向海地捐赠药品。\n")
	got := map[string]bool{}
	for _, f := range r.Facts {
		got[telling(f)] = true
	}
	for _, want := range []string{"met(皮涅拉, 乌马拉) actual 2014-02", "donatedTo(智利, 海地) actual 2014-09"} {
		if !got[want] {
			t.Errorf("lacks %s, has %v", want, got)
		}
	}
}

// A visit of which its guest, or the host, speaks while it goes on is of the day of the talk, and is told once.
func TestVisitsThatGoOn(t *testing.T) {
	const talks = "智利总统皮涅拉会见挪威首相索尔贝格。"
	for text, want := range map[string]string{
		talks + "皮涅拉欢迎索尔贝格访问智利。索尔贝格说，这是我第三次访问智利，我这次访问很成功。": "2018-03-05",
		talks + "索尔贝格说，我这次访问智利很成功。":                        "2018-03-05",
		talks + "索尔贝格说，我曾多次访问智利。":                          "",
		"索尔贝格是在结束对智利的访问后抵达利马的。":                            "",
	} {
		var days []string
		for _, f := range events(t, text) {
			if f.Relation == "visited" && f.Object.Name == "智利" {
				days = append(days, f.Date.String())
			}
		}
		if len(days) > 1 || len(days) == 1 && days[0] != want || len(days) == 0 && want != "" {
			t.Errorf("%s: visits on %q, want %q", text, days, want)
		}
	}
}

func TestWhatTheEntryHasTold(t *testing.T) {
	hold(t, []sample{
		{"挪威首相索尔贝格将于4月访问智利。这是她首次访问智利。", "visited(索尔贝格, 智利) planned 2018-04", "visited(索尔贝格, 智利) actual"},
		{"3月2日下午，天气晴朗。挪威首相索尔贝格会见智利总统皮涅拉。", "met(索尔贝格, 皮涅拉) actual 2018-03-02", ""},
		{"挪威首相索尔贝格会见出席南极研究科学委员会年会的外方代表。", "", "met("},
		{"智利总统皮涅拉表示祝贺。此外，一些国家领导人向挪威首相索尔贝格发来贺电。", "", "wroteTo(皮涅拉"},
		{"挪威首相索尔贝格会见智利总统皮涅拉。索尔贝格希望再次访问智利。", "visited(索尔贝格, 智利) pledged", "visited(索尔贝格, 智利) requested"},
	})
}

// What a paragraph tells behind something of another month is of no known day.
func TestAParagraphOfThePast(t *testing.T) {
	for _, f := range events(t, "今年1月，挪威首相索尔贝格访问智利。在圣地亚哥，索尔贝格会见智利总统皮涅拉。") {
		if f.Relation == "met" && !f.Date.First.IsZero() {
			t.Errorf("%s: want no day", telling(f))
		}
	}
}

// A bracket that only says whose text it is stands before who acts.
func TestImprintBeforeTheText(t *testing.T) {
	hold(t, []sample{
		{"（转载）芬兰总理马林抵达卢森堡访问，并与卢森堡首相贝泰尔会谈。", "met(马林, 贝泰尔) actual", ""},
		{"（本报卢森堡专电）芬兰总理马林抵达卢森堡访问，并与卢森堡首相贝泰尔会谈。", "met(马林, 贝泰尔) actual", "met(卢森堡, 贝泰尔) actual"},
		{"【晚报专讯】芬兰向马里捐赠5台除湿机和3辆除雪车。", "donatedTo(芬兰, 马里) actual", ""},
	})
}

// Authorities behind a clause of several countries are of another one.
func TestAuthoritiesOfOneCountry(t *testing.T) {
	hold(t, []sample{
		{"秘鲁、智利和斐济派出的搜救队已在加纳灾区展开工作，当局没有邀请其他国家派队。", "sentExpertsTo(智利, 加纳) actual", "invited(秘鲁, 其他国家); invited(智利, 其他国家)"},
	})
}

// Those in whose countries missions are do not act.
func TestMissionsInSeveralCountries(t *testing.T) {
	hold(t, []sample{
		{"中国驻加纳、斐济等国使馆举行视频会议。", "", "heldVideoConferenceWith(加纳, 斐济)"},
		{"中国驻加纳和斐济使馆向当地学校捐赠口罩。", "", "donatedTo(加纳, 斐济)"},
	})
}
