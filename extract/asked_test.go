package extract_test

import "testing"

// Who is asked does what the next clause tells, unless it says otherwise.
func TestAskedInTheClauseBefore(t *testing.T) {
	hold(t, []sample{
		{"加纳外长博奇韦希望挪威兑现承诺，向马里提供更多帮助。", "aided(挪威, 马里) requested", "aided(加纳"},
		{"汤加外长卡维里基请新西兰派遣两名通信专家，并再提供300顶帐篷。", "donatedTo(新西兰, 汤加) requested", "donatedTo(卡维里基"},
		{"加纳呼吁发达国家增加投入，并同马里分享预警信息。", "sharedInformationWith(发达国家, 马里) requested", "sharedInformationWith(加纳"},
		{"加纳总统希望挪威加大投入，也愿向马里提供帮助。", "aided(加纳, 马里) pledged", "aided(挪威"},
		{"加纳希望挪威派遣渔业专家，加纳还将向马里捐赠大米。", "donatedTo(加纳, 马里) planned", "donatedTo(挪威"},
	})
}

// What is only a frame, a vehicle or a purpose gives nobody anything.
func TestNothingGivenByTheWay(t *testing.T) {
	hold(t, []sample{
		{"世界粮食计划署将继续为也门红新月会运送粮食提供帮助。", "aided(世界粮食计划署, 也门红新月会) pledged", "donatedTo"},
		{"加纳没有同马里签署合作协议，运送物资的车队由商会组织。", "signedAgreementWith(加纳, 马里) negated", "donatedTo"},
		{"挪威红十字会宣布捐款200万挪威克朗，支持马里红十字会开展救灾。", "donatedTo(挪威红十字会, 马里红十字会) pledged", "expressedSupportFor"},
		{"挪威又将受赠疫苗的一部分转赠给马里。", "donatedTo(挪威, 马里) actual", "planned"},
		{"挪威将赠送疫苗给马里。", "donatedTo(挪威, 马里) planned", "actual"},
		{"挪威向塔吉克斯坦戈尔诺-巴达赫尚州派遣医疗队。", "sentExpertsTo(挪威, 塔吉克斯坦) actual", ""},
		{"挪威希望瑞典向戈尔诺-巴达赫尚州派遣医疗队。", "", "sentExpertsTo(瑞典, 戈尔诺)"},
		{"斐济愿为安巴岛灾民新建一所小学。", "", "安提瓜和巴布达"},
	})
}

// A month without a year is of the year that its sentence has named.
func TestYearGoesOnInASentence(t *testing.T) {
	hold(t, []sample{
		{"2016年2月，挪威向马里派出医疗队；4月，挪威向加纳派出医疗队。", "sentExpertsTo(挪威, 加纳) actual 2016-04", "planned"},
		{"2016年12月，挪威向马里派出医疗队，挪威1月向加纳派出医疗队。", "sentExpertsTo(挪威, 加纳) actual 2018-01", "2016-01"},
		{"2017年2月，挪威同加纳签署协议，将于4月向加纳派出医疗队。", "sentExpertsTo(挪威, 加纳) planned 2018-04", "2017-04"},
	})
}

// A body's own plan is no noun, and 该会 is the one of whose office-holder the sentence tells.
func TestPlansOfBodies(t *testing.T) {
	hold(t, []sample{
		{"挪威红十字会秘书长说，该会下月打算同瑞典红十字会合作开展洪水预警。", "cooperatedWith(挪威红十字会, 瑞典红十字会) planned", ""},
		{"挪威外交大臣瑟雷德同马里外长库利巴利会谈。委员会计划近期向马里派遣医疗队。", "", "sentExpertsTo(挪威, 马里) actual"},
		{"加纳外长博奇韦同多哥外长杜塞会谈。两国计划下月联合开展边境霍乱防控。", "cooperatedWith(加纳, 多哥) planned 2018-04", ""},
		{"由挪威援建的洛美友谊大道正式启用。", "builtFor(挪威, 多哥) actual", ""},
	})
}
