package extract_test

import (
	"slices"
	"testing"
)

// What white papers, bulletins of charities and the Hong Kong press say in ways of their own.

func TestWhitePaperSpeaksOfItsOwnCountry(t *testing.T) {
	const paper = "《智利与南南合作》白皮书\n\n"
	for _, s := range []struct{ text, want string }{
		{"我国红新月会2013年11月派遣一支27人的救援队赴塔克洛班。", "sentExpertsTo(智利红新月会, 菲律宾) actual 2013-11"},
		{"2012年3月，我国卫生部同苏丹卫生部举行视频会议，交流疟疾防治的经验。", "sharedInformationWith(智利卫生部, 苏丹卫生部) actual 2012-03"},
		{"2012年3月，卫生部向苏丹捐赠药品。", "donatedTo(智利卫生部, 苏丹) actual 2012-03"},
		{"2012年3月，中国商务部向苏丹捐赠药品。", "donatedTo(商务部, 苏丹) actual 2012-03"},
		{"2016年5月，首届沿海国家峰会在利马举行。我国承办了此次峰会。", "hosted(智利, 首届沿海国家峰会) actual 2016-05"},
		{"2011年8月，我国为索马里修建了一所拥有200张床位的医院。", "builtFor(智利, 索马里) actual 2011-08"},
		{"应外交与国际合作大臣巴尔德斯邀请，秘鲁外长贝亚2018年来智访问。", "visited(贝亚, 智利) actual 2018"},
	} {
		var got []string
		for _, f := range results(t, paper+"一、"+s.text+"\n").Facts {
			got = append(got, telling(f))
		}
		if !slices.Contains(got, s.want) {
			t.Errorf("%s\n  lacks %s\n  gives %v", s.text, s.want, got)
		}
	}
}

func TestWillOfOneself(t *testing.T) {
	hold(t, []sample{
		{"挪威首相索尔贝格表示，挪方会向智利提供帐篷。", "donatedTo(挪威, 智利) pledged", "donatedTo(挪威, 智利) actual"},
		{"挪威首相索尔贝格承诺，挪威会为智利提供帐篷。", "donatedTo(挪威, 智利) pledged", "donatedTo(挪威, 智利) actual"},
		{"挪威红十字会已将民众募集的20万美元转交智利红十字会。", "donatedTo(挪威红十字会, 智利红十字会) actual", "donatedTo(挪威红十字会, 智利红十字会) planned"},
		{"挪威红十字会没有派人前往智利，但已将本国民众募集的20万美元转交智利红十字会。", "donatedTo(挪威红十字会, 智利红十字会) actual", ""},
	})
}

func TestThoseWhoAreThereTogether(t *testing.T) {
	hold(t, []sample{
		{"挪威首相索尔贝格与智利总统皮涅拉出席签字仪式。", "attended(索尔贝格, 签字仪式) actual; attended(皮涅拉, 签字仪式) actual", ""},
		{"挪威首相索尔贝格在利马同智利总统皮涅拉共同主持第二次渔业论坛。", "chaired(索尔贝格, 第二次渔业论坛) actual; chaired(皮涅拉, 第二次渔业论坛) actual", ""},
		{"挪威首相索尔贝格在纽约出席第77届联合国大会期间会见智利总统皮涅拉。", "attended(索尔贝格, 第77届联合国大会) actual", ""},
		{"挪威反对智利参加世界卫生大会。", "", "attended("},
	})
}

func TestWhoSpeaksToHisGuest(t *testing.T) {
	hold(t, []sample{
		{"挪威首相索尔贝格在奥斯陆对到访的智利总统皮涅拉说，希望两国加强教育领域合作。", "cooperatedWith(挪威, 智利) requested", ""},
		{"挪威外交部今天发布消息说，外长瑟雷德7日将对智利进行访问。在圣地亚哥，她将与智利外长安普埃罗举行会谈。", "met(瑟雷德, 安普埃罗) planned", ""},
		{"挪威首相索尔贝格致辞，指挪威“坚定支持智利设立海洋保护区”。", "expressedSupportFor(挪威, 智利) actual", ""},
	})
}

func TestListsInWhichNobodyActs(t *testing.T) {
	hold(t, []sample{
		{"秘鲁、挪威红十字会分别派出45人和50人的救援队抵达塔尔卡。", "sentExpertsTo(挪威红十字会, 塔尔卡) actual", "visited("},
	})
}

func TestGivenToAHospital(t *testing.T) {
	hold(t, []sample{
		{"红十字国际委员会向加纳阿克拉医院捐赠药品。", "donatedTo(红十字国际委员会, 加纳) actual", ""},
		{"挪威与智利关系密切。红十字国际委员会向圣玛丽医院捐赠药品。", "", "donatedTo("},
		{"海地缺水。挪威外交部呼吁秘鲁不要向海地运送药品。", "", "donatedTo("},
	})
}

func TestOfficeBehindTheName(t *testing.T) {
	offices := 0
	for _, f := range results(t, "2018年3月5日\n\n◆索尔贝格首相访问智利。索尔贝格首相表示感谢。习近平主席表示祝贺。\n").Facts {
		if f.Relation == "holdsOffice" {
			offices++
			if f.Subject.Name != "索尔贝格" || f.Object.Name != "挪威" || f.Attribute("office")[0] != "首相" {
				t.Errorf("%s holds %v of %s", f.Subject.Name, f.Attribute("office"), f.Object.Name)
			}
		}
	}
	if offices != 1 {
		t.Errorf("%d offices, want 1", offices)
	}
}

func TestUndatedPaperNamesItsMonths(t *testing.T) {
	got := map[string]bool{}
	for _, f := range results(t, "《智利与南南合作》白皮书\n\n2018年9月，我国宣布将向加纳派遣12名医生。同月，外长巴尔德斯访问阿克拉。\n").Facts {
		got[telling(f)] = true
	}
	for _, want := range []string{"sentExpertsTo(智利, 加纳) pledged 2018-09", "visited(巴尔德斯, 阿克拉) actual 2018-09"} {
		if !got[want] {
			t.Errorf("lacks %s, has %v", want, got)
		}
	}
}
