package main

import (
	"bytes"
	"regexp"
	"strings"
	"testing"

	"jishi/extract"
)

// TestExplanationsAreChinese: in Chinese, no English sentence is left in what explain and why not print: texts that are put
// together from others are taken apart again. Ids are Latin, and patterns and cues are quoted as the rules have them.
func TestExplanationsAreChinese(t *testing.T) {
	w := chineseWords(t)
	x, err := extract.New(extract.Options{})
	if err != nil {
		t.Fatal(err)
	}
	english := regexp.MustCompile(`\b(the|is|was|are|but|and|of|not|nobody|stands|wants|there|sentence|characters?|named|by|in|or|who|what)\b`)
	ids := regexp.MustCompile(`[A-Za-z0-9/_]+([-.#:][A-Za-z0-9]+)+|"[^"]*"|` + "`[^`]*`")
	for _, c := range []struct{ text, asked string }{
		{"挪威首相索尔贝格同智利总统皮涅拉通电话。双方没有签署协议。她表示，挪方愿同智方加强合作。", "met(索尔贝格, 皮涅拉)"},
		{"挪威外交大臣瑟雷德没有会见智利外长。", "met(挪威, 智利)"},
		{"挪威向肯尼亚搬去了40顶帐篷。", "donatedTo(挪威, 肯尼亚)"},
		{"瑟雷德女士同朱马先生见面。", "met(瑟雷德, 朱马)"},
		{"挪威向肯尼亚捐赠40顶帐篷。", "donatedTo(肯尼亚, 挪威)"},
		{"应挪威首相索尔贝格邀请，智利总统皮涅拉访问挪威。", "invited(智利, 挪威)"},
		{"皮涅拉表示，智方坚定支持葡方抗击山火。", "expressedSupportFor(皮涅拉, 葡萄牙)"},
		{"如有需要，挪威将向智利捐赠净水设备。", "donatedTo(挪威, 智利)"},
		{"中方愿向埃及提供援助。", "aided(中国, 埃及) actual"},
		{"日本向智利捐赠帐篷，并向秘鲁提供医疗设备清单。", "donatedTo(日本, 秘鲁)"},
		{"挪威捐赠了40顶帐篷。肯尼亚外长表示感谢。", "donatedTo(挪威, 肯尼亚)"},
		{"中国国家主席习近平同法国总统马克龙通电话，并谈到德国。该国来了。", "called(中国, 德国)"},
		{"默克尔在柏林发表讲话。", "holdsOffice(默克尔, 德国)"},
		{"2019年5月7日，挪威首相索尔贝格同智利总统皮涅拉通电话。", "called(索尔贝格, 皮涅拉) date=2019-05-06"},
		{"挪威外交大臣瑟雷德会见智利外长。挪威外交大臣瑟雷德和肯尼亚外交部长朱马参观学校。", "met(瑟雷德, 朱马)"},
	} {
		for _, asked := range []string{"", c.asked} {
			e, err := x.ExplainText(c.text)
			if err != nil {
				t.Fatal(err)
			}
			if asked != "" {
				want, err := x.ParseWanted(asked)
				if err != nil {
					t.Fatal(err)
				}
				e.WhyNot = x.WhyNot(e, want)
			}
			var b bytes.Buffer
			if err := e.WriteText(&b, w.titleOrText); err != nil {
				t.Fatal(err)
			}
			for _, line := range strings.Split(b.String(), "\n") {
				if word := english.FindString(ids.ReplaceAllString(line, "")); word != "" && !strings.Contains(line, " @") {
					t.Errorf("%s %s: %q stands in\n%s", c.text, asked, word, line)
				}
			}
		}
	}
}
