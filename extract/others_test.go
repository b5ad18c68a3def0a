package extract_test

import (
	"testing"

	"jishi/schema"
)

// 他 and 她 as the object of what somebody does is another than he who does it.
func TestPronounsAsObjects(t *testing.T) {
	hold(t, []sample{
		{"塞尔维亚总统武契奇抵达奥斯陆。下午，挪威首相索尔贝格同他举行会谈。", "met(索尔贝格, 武契奇) actual", ""},
		{"挪威首相索尔贝格没有致函智利总统皮涅拉，也没有邀请他出席渔业峰会。", "wroteTo(索尔贝格, 皮涅拉) negated; invited(索尔贝格, 皮涅拉) negated", "attended(索尔贝格"},
		{"塞尔维亚总统武契奇率团抵达奥斯陆。按照日程，挪威首相索尔贝格将于7日会见他。", "met(索尔贝格, 武契奇) planned 2018-03-07", ""},
		{"挪威首相索尔贝格同智利总统皮涅拉通电话。索尔贝格说，她愿访问智利。", "visited(索尔贝格, 智利) pledged", "visited(皮涅拉"},
		{"智利总统皮涅拉说，他同挪威首相索尔贝格通了电话，对方邀请他访问奥斯陆。", "visited(皮涅拉, 奥斯陆) requested", "visited(索尔贝格"},
	})
}

// 会 is no cue in the name of a society or a meeting.
func TestWillOfSpokenLanguage(t *testing.T) {
	hold(t, []sample{
		{"挪威首相索尔贝格同斐济总理姆拜尼马拉马会谈。索尔贝格承诺，挪方会向斐济派出三名专家。", "sentExpertsTo(挪威, 斐济) pledged", ""},
		{"挪威会与智利签署渔业协定。", "signedAgreementWith(挪威, 智利) planned", "signedAgreementWith(挪威, 智利) actual"},
		{"挪威红十字会向智利捐赠帐篷。", "donatedTo(挪威红十字会, 智利) actual", ""},
	})
}

// Who is named behind what else he is, is meant.
func TestAppositions(t *testing.T) {
	hold(t, []sample{
		{"加纳愿跟邻国多哥交流防治疟疾的经验。", "sharedInformationWith(加纳, 多哥) pledged", ""},
		{"欧盟轮值主席国奥地利在维也纳举行渔业研讨会。", "hosted(奥地利, 渔业研讨会) actual", "hosted(欧盟"},
		{"乌干达总统穆塞韦尼2日同南苏丹总统基尔会晤，次日又与到访的苏丹外长迪尔迪里举行会谈。", "met(穆塞韦尼, 迪尔迪里) actual 2018-03-03", ""},
	})
}

func TestWeekdays(t *testing.T) {
	hold(t, []sample{
		{"智利总统皮涅拉周六在圣地亚哥会见挪威首相索尔贝格。", "met(皮涅拉, 索尔贝格) actual 2018-03-03", ""},
		{"智利总统皮涅拉每周三次会见挪威大使。", "", "met(皮涅拉, 挪威大使) actual 2018-02-28"},
	})
}

// What a clause adds to a wish is done.
func TestAddedDeeds(t *testing.T) {
	hold(t, []sample{
		{"越南总理阮春福同丹麦首相拉斯穆森会谈。阮春福希望丹方与越方加强合作，并邀请拉斯穆森访越。", "cooperatedWith(丹麦, 越南) requested; invited(阮春福, 拉斯穆森) actual", ""},
		{"老挝总理通伦会见东帝汶总理夏纳纳。夏纳纳感谢老方，并且邀请通伦出席渔业论坛。", "invited(夏纳纳, 通伦) actual; attended(通伦, 渔业论坛) requested", ""},
		{"智利总统皮涅拉昨天同秘鲁总统比斯卡拉举行视频会议。比斯卡拉表示，秘方愿与智方紧密合作。", "heldVideoConferenceWith(皮涅拉, 比斯卡拉) actual 2018-03-04; cooperatedWith(秘鲁, 智利) pledged 2018-03-04", ""},
	})
}

// An office behind a name is that of the state whose it was on the day, where the gazetteer knows.
func TestOfficesBehindNames(t *testing.T) {
	const day = "2018年10月16日\n\n◆"
	for text, want := range map[string]string{
		"阿根廷副总统米凯蒂代表马克里总统出席渔业会议。":      "holdsOffice(马克里, 阿根廷)",
		"习近平主席会见挪威首相索尔贝格。":             "",
		"2016年，时任阿根廷总统马克里会见了挪威首相索尔贝格。": "",
	} {
		got := ""
		for _, f := range results(t, day+text).Facts {
			if f.Relation == schema.HoldsOffice && (f.Subject.Name == "马克里" || f.Subject.Name == "习近平") {
				got = f.Relation + "(" + f.Subject.Name + ", " + f.Object.Name + ")"
			}
		}
		if got != want {
			t.Errorf("%s: %q, want %q", text, got, want)
		}
	}
}

func TestThankedSides(t *testing.T) {
	hold(t, []sample{
		{"加纳红十字会致函挪威红十字会，感谢其捐赠的200顶帐篷。", "donatedTo(挪威红十字会, 加纳) actual", "donatedTo(加纳红十字会"},
	})
}

func TestInvitersDoNotCome(t *testing.T) {
	hold(t, []sample{
		{"瑞典外交大臣瓦尔斯特伦在纽约会见利比里亚总统瑟利夫，邀请各方派代表出席和平会议。", "met(瓦尔斯特伦, 瑟利夫) actual", "attended(瓦尔斯特伦"},
		{"保加利亚总理博里索夫和罗马尼亚总理登奇勒在鲁塞共同主持两国政府联席会议。", "chaired(博里索夫, 两国政府联席会议) actual; chaired(登奇勒, 两国政府联席会议) actual", ""},
		{"斐济外交部公布总理姆拜尼马拉马赴摩洛哥的日程。", "", "visited("},
	})
}

// 本会 is the organization by whose name the title of the document begins.
func TestOwnBody(t *testing.T) {
	const entry = "2018年3月5日\n\n◆本会同加纳红十字会签署备灾合作协议，并向其提供20顶帐篷。\n"
	for title, want := range map[string]string{
		"肯尼亚红十字会国际合作通讯\n\n": "signedAgreementWith(肯尼亚红十字会, 加纳红十字会) actual 2018-03-05",
		"": "",
	} {
		got := ""
		for _, f := range results(t, title+entry).Facts {
			if f.Relation == "signedAgreementWith" {
				got = telling(f)
			}
		}
		if got != want {
			t.Errorf("title %q gives %q, want %q", title, got, want)
		}
	}
}

// A leader's name ends where no name goes on.
func TestNamesEnd(t *testing.T) {
	for text, want := range map[string]string{
		"坦桑尼亚总统马古富力逝世。":          "马古富力",
		"全国人大常委会副委员长王晨作关于草案的说明。": "王晨",
	} {
		for _, f := range results(t, "2021年3月18日\n\n◆"+text).Facts {
			if f.Subject.Name != want {
				t.Errorf("%s names %s, want %s", text, f.Subject.Name, want)
			}
		}
	}
}

// What is still on its way has not been given.
func TestGoodsOnTheirWay(t *testing.T) {
	hold(t, []sample{
		{"挪威捐赠的50顶帐篷将于下月运抵海地。", "donatedTo(挪威, 海地) planned 2018-04", "donatedTo(挪威, 海地) actual"},
		{"加纳提供的药品将由挪威军机运往海地。", "donatedTo(加纳, 海地) planned", ""},
		{"挪威援建的医院将于明年移交加纳。", "builtFor(挪威, 加纳) planned 2019", ""},
		{"挪威捐赠的50顶帐篷尚未运抵海地。", "", "donatedTo("},
		{"挪威捐赠的50顶帐篷3日运抵海地。", "donatedTo(挪威, 海地) actual 2018-03-03", ""},
	})
}
