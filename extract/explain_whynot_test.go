package extract_test

import (
	"strings"
	"testing"

	"jishi/extract"
)

// whyNotSample is a text, a fact that is asked for, the answer, and words of it.
type whyNotSample struct{ text, asked, answer, says string }

func whyNotSamples() []whyNotSample {
	const cup = "挪威首相索尔贝格同智利总统皮涅拉碰杯。"
	return []whyNotSample{
		{cup, "clinkedGlassesWith(索尔贝格, 皮涅拉)", extract.AnswerGiven, "the fact is given, by clinks"},
		{cup, "clinkedGlassesWith(索尔贝格, 皮涅拉) actual", extract.AnswerGiven, "by clinks"},
		{cup, "clinkedGlassesWith(皮涅拉，索尔贝格)", extract.AnswerGiven, "by clinks"}, // either is right of a symmetric relation
		{cup, "clinkedGlassesWith（NO, 皮涅拉）", extract.AnswerOnBehalf, "act on behalf"},
		{cup, "clinkedGlassesWith(挪威, 智利)", extract.AnswerOnBehalf, "act on behalf"},
		{cup, "clinkedGlassesWith(索尔贝格, 皮涅拉) planned", extract.AnswerModality, "it is actual, not planned: no cue reaches the trigger"},
		{"挪威愿向智利租借帐篷。", "lentTo(挪威, 智利) actual", extract.AnswerModality, "it is pledged, not actual: 愿, willing (pledged), stands before the trigger in its clause"},
		{"挪威没有向智利租借帐篷。", "lentTo(挪威, 智利) actual", extract.AnswerModality, "it is negated, not actual: 没有"},
		{"挪威愿加油，向智利租借帐篷。", "lentTo(挪威, 智利) actual", extract.AnswerModality, "stands in the clause before, and nothing closes its scope"},
		{"挪威向智利租借帐篷。", "lentTo(挪威, 智利) actual items=水泵", extract.AnswerAttribute, "items is 帐篷, not 水泵"},
		{"5月4日\n\n◆挪威向智利租借帐篷。", "lentTo(挪威, 智利) date=2021-05-05", extract.AnswerAttribute, "date is --05-04, not 2021-05-05, the day of the heading"},
		{"挪威向智利租借帐篷。", "lentTo(挪威, 智利) place=奥斯陆", extract.AnswerAttribute, "place is missing, not 奥斯陆"},
		{"挪威向智利租借帐篷。", "lentTo(智利, 挪威)", extract.AnswerReversed, "the other way round, by lends-things"},
		{"挪威向智利租借帐篷。智利租借了什么给挪威？", "lentTo(智利, 挪威)", extract.AnswerStopped, "sentence 2"}, // a sentence with both comes before the fact the other way round
		{"挪威向智利租借帐篷。", "lentTo(挪威, 秘鲁)", extract.AnswerNotNamed, "秘鲁 is not found: no sentence holds"},
		{"挪威向智利租借帐篷。", "lentTo(老王, 智利)", extract.AnswerNotNamed, "and no gazetteer knows the name"},
		{"老王向智利租借帐篷。", "lentTo(老王, 智利)", extract.AnswerNotRecognised, "老王 stands in undated#1 sentence 1, but was read as the unknown word 老; the unknown word 王"},
		{"挪威同智利聊天。", "lentTo(挪威, 智利)", extract.AnswerNoTrigger, "no sentence that names a party has a trigger of lentTo: 租借"},
		{"挪威同智利聊天。秘鲁租借帐篷。", "lentTo(挪威, 智利)", extract.AnswerNoTrigger, "租借"},
		{"挪威同智利的帐篷。", "settledWith(挪威, 智利)", extract.AnswerTriggerHidden, "the trigger 帐 stands in undated#1 sentence 1, but was read as the supply mention 帐篷"},
		{"挪威向智利挥手。", "wavedTo(挪威, 智利)", extract.AnswerNoRule, "no rule reads wavedTo"},
		{cup, "lentTo(索尔贝格, 皮涅拉)", extract.AnswerNoTrigger, "; of the two the text tells clinkedGlassesWith(索尔贝格, 皮涅拉) actual"},
		{"索尔贝格访问智利。", "holdsOffice(索尔贝格, 挪威)", extract.AnswerNoTitle, "read from a title"},
		{"挪威租借。智利很高兴。", "lentTo(挪威, 智利)", extract.AnswerStopped, "no sentence with a trigger of lentTo names both parties; the rule that comes nearest is lends"},
		{"挪威向智利租借大象。", "lentTo(挪威, 智利)", extract.AnswerStopped, "the rule that comes nearest is lends-things (testdata/explain/rules/mine.yaml:"},
		{"挪威向智利租借大象。", "lentTo(挪威, 智利)", extract.AnswerStopped, "right of the trigger, wants a mention of type supply, as items: there is none in 大象。 (characters 8–10)"},
		{"挪威租借帐篷。智利没有。", "lentTo(挪威, 智利)", extract.AnswerRefused, "its pattern fits, but the other party is not found"},
		{"挪威雨天向智利租借帐篷。", "lentTo(挪威, 智利)", extract.AnswerRefused, "lends-things (testdata/explain/rules/mine.yaml:6), at 租借 of undated#1 sentence 1: its pattern fits, but the clause holds 雨天"},
		{"如果挪威向智利租借帐篷，雨就不怕了。", "lentTo(挪威, 智利)", extract.AnswerRefused, "it is a question or a condition: 如果 in the trigger's clause"},
		{"挪威向秘鲁租借给智利的帐篷。", "lentTo(秘鲁, 智利)", extract.AnswerBehind, "its pattern fits, but lends-things of higher priority was taken"},
		{"挪威首相索尔贝格同智利总统皮涅拉碰杯。秘鲁来了。该国向斐济租借帐篷。", "lentTo(智利, 斐济)", extract.AnswerOtherParty, "its subject is 秘鲁, named in the pattern (该国 is resolved to 秘鲁: the country named last: 秘鲁 in sentence 2)"},
		{"挪威来了。智利向斐济租借帐篷。", "lentTo(挪威, 斐济)", extract.AnswerOtherParty, "its subject is 智利, named in the pattern"},
		{"挪威向智利租借帐篷。", "lentTo(挪威, ?)", extract.AnswerOtherParty, "its object is 智利"},
	}
}

func TestWhyNot(t *testing.T) {
	for _, c := range whyNotSamples() {
		x := lender(t)
		e, err := x.ExplainText(c.text)
		if err != nil {
			t.Fatal(err)
		}
		want, err := x.ParseWanted(c.asked)
		if err != nil {
			t.Errorf("%s: %v", c.asked, err)
			continue
		}
		got := x.WhyNot(e, want)
		if got.Answer != c.answer || !strings.Contains(got.Text, c.says) {
			t.Errorf("%q, %s:\n%s: %s\nwant %s: … %s …", c.text, c.asked, got.Answer, got.Text, c.answer, c.says)
		}
	}
}

// Of a whole document, the answer keeps the entries that it speaks of.
func TestAnswerIsNarrow(t *testing.T) {
	x := lender(t)
	for asked, want := range map[string]string{
		"lentTo(汤加, 瑙鲁)":            "2021-05-04#2",
		"lentTo(挪威, 肯尼亚) actual":    "2021-05-04#1",
		"wavedTo(汤加, 斐济)":           "2021-05-04#2 2021-05-04#3",
		"lentTo(老王, 老李)":            "",
		"clinkedGlassesWith(挪威, ?)": "2021-05-04#1",
	} {
		e := x.Explain(lent(t))
		w, err := x.ParseWanted(asked)
		if err != nil {
			t.Fatal(err)
		}
		e.WhyNot = x.WhyNot(e, w)
		e.Narrow()
		var got []string
		for _, entry := range e.Entries {
			got = append(got, entry.Label)
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%s leaves %v, want %s: %s", asked, got, want, e.WhyNot.Text)
		}
	}
}

// A fact that is given is never said to be missing, and one that is not given never to be there.
func TestWhyNotAgreesWithWhatIsGiven(t *testing.T) {
	x := extractor(t)
	for _, r := range writtenRules(t) {
		for _, example := range r.Examples {
			e, err := x.ExplainText("3月1日\n\n◆" + example.Text)
			if err != nil {
				t.Fatal(err)
			}
			for _, f := range e.Entries[0].Facts {
				name := f.Relation + "(" + f.Subject.Name + ", "
				if f.Object != nil {
					name += f.Object.Name
				} else {
					name += "?"
				}
				for modality, want := range map[string]string{"": extract.AnswerGiven, f.Modality: extract.AnswerGiven} {
					w, err := x.ParseWanted(name + ") " + modality)
					if err != nil {
						t.Fatal(err)
					}
					if got := x.WhyNot(e, w); got.Answer != want {
						t.Errorf("%q, %s) %s: %s: %s", example.Text, name, modality, got.Answer, got.Text)
					}
				}
			}
		}
	}
}

func TestParseWanted(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"lentTo", "is no fact; write RELATION(SUBJECT, OBJECT)"},
		{"lentTo(挪威)", "is no fact"},
		{"lentTo(挪威, 智利) pledged what", "is no fact"},
		{"lendTo(挪威, 智利)", `unknown relation "lendTo"; did you mean lentTo?`},
		{"lentTo(挪威, 智利) pleged", `unknown modality "pleged"; did you mean pledged?`},
		{"lentTo(挪威, 智利) zzz", `unknown modality "zzz"; there are actual, pledged`},
	} {
		if _, err := lender(t).ParseWanted(c.text); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v, want %s", c.text, err, c.want)
		}
	}
}

// Each of these facts is missing for a reason that we know, among other rules and triggers that are farther from it.
func TestWhyNotIsNear(t *testing.T) {
	const hides = "no sentence that names a party has a trigger of "
	for _, c := range []whyNotSample{
		{"挪威外交大臣瑟雷德没有会见智利外长。", "met(挪威, 智利)", extract.AnswerStopped, "wants a mention of type leader, as object: there is none in 智利外长"},
		{"挪威向肯尼亚搬去了40顶帐篷。", "donatedTo(挪威, 肯尼亚)", extract.AnswerNoTrigger, hides + "donatedTo"},
		{"挪威向肯尼亚搬去了40顶帐篷。", "donatedTo(挪威, 肯尼亚)", extract.AnswerNoTrigger, "which `jishi rules list --relation donatedTo` lists"},
		{"老王同德国总理默克尔通电话。", "called(老王, 默克尔)", extract.AnswerNotRecognised, "老王 is not found"},
		{"挪威向肯尼亚捐赠40顶帐篷。", "donatedTo(肯尼亚, 挪威)", extract.AnswerReversed, "the other way round, by gives-to"},
		{"应挪威首相索尔贝格邀请，智利总统皮涅拉访问挪威。", "invited(智利, 挪威)", extract.AnswerReversed, "the other way round, for those who act on behalf of the parties"},
		{"皮涅拉表示，智方坚定支持葡方抗击山火。", "expressedSupportFor(皮涅拉, 葡萄牙)", extract.AnswerForWhom, "for those for whom the parties act, by supports"},
		{"法国总统马克龙是否访问智利？", "visited(马克龙, 智利)", extract.AnswerRefused, "是否 in the trigger's clause makes it a question"},
		{"如有需要，挪威将向智利捐赠净水设备。", "donatedTo(挪威, 智利)", extract.AnswerRefused, "in a clause before makes it a question or a condition"},
		{"李克强可能会见德国总理默克尔。", "met(李克强, 默克尔)", extract.AnswerRefused, "可能 in the trigger's clause"},
		{"中方愿向埃及提供援助。", "aided(中国, 埃及) actual", extract.AnswerModality, "it is pledged, not actual: 愿"},
		{"索尔贝格表示，希望同智利加强合作。", "cooperatedWith(挪威, 智利) actual", extract.AnswerModality, "it is requested, not actual: 希望"},
		{"日本向智利捐赠帐篷，并向秘鲁提供医疗设备清单。", "donatedTo(日本, 秘鲁)", extract.AnswerStopped, "at 提供 of undated#1 sentence 1: its pattern stops right of the trigger, wants a mention of type supply"},
		{"挪威外交大臣瑟雷德会见智利外长。挪威外交大臣瑟雷德和肯尼亚外交部长朱马参观学校。", "met(瑟雷德, 朱马)", extract.AnswerNoTrigger, "undated#1 sentence 2 names both parties, but has no trigger of met"},
		{"习近平致电慰问西班牙国王费利佩六世。习近平同德国总理默克尔讨论了局势。", "wroteTo(习近平, 默克尔)", extract.AnswerNoTrigger, "sentence 2 names both parties, but has no trigger of wroteTo"},
		{"挪威捐赠了40顶帐篷。肯尼亚外长表示感谢。", "donatedTo(挪威, 肯尼亚)", extract.AnswerRefused, "no sentence with a trigger of donatedTo names both parties"},
		{"中国国家主席习近平同法国总统马克龙通电话，并谈到德国。", "called(中国, 德国)", extract.AnswerOtherParty, "its object is 马克龙"},
		{"李克强应邀访问法国。", "invited(马克龙, 李克强)", extract.AnswerNotNamed, "马克龙 is not found: no sentence holds"},
		{"默克尔在柏林发表讲话。", "holdsOffice(默克尔, 德国)", extract.AnswerNoTitle, "read from a title"},
		{"2019年5月7日，挪威首相索尔贝格同智利总统皮涅拉通电话。", "called(索尔贝格, 皮涅拉) date=2019-05-06", extract.AnswerAttribute, "date is 2019-05-07, not 2019-05-06"},
	} {
		x := extractor(t)
		e, err := x.ExplainText(c.text)
		if err != nil {
			t.Fatal(err)
		}
		want, err := x.ParseWanted(c.asked)
		if err != nil {
			t.Fatal(err)
		}
		if got := x.WhyNot(e, want); got.Answer != c.answer || !strings.Contains(got.Text, c.says) {
			t.Errorf("%q, %s:\n%s: %s\nwant %s: … %s …", c.text, c.asked, got.Answer, got.Text, c.answer, c.says)
		}
	}
}
