package extract_test

import (
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"

	"jishi/extract"
	"jishi/schema"
)

// Who wants neither mentions nor entities gets the same facts, however many workers read.
func TestFactsOnly(t *testing.T) {
	x := extractor(t)
	doc := read(t, bigger(t))
	whole := x.Extract(doc, 1)
	for _, jobs := range []int{1, 3} {
		bare := x.FactsOnly().Extract(doc, jobs)
		if len(bare.Mentions) > 0 || len(bare.Entities) > 0 {
			t.Errorf("%d jobs: %d mentions and %d entities, want none", jobs, len(bare.Mentions), len(bare.Entities))
		}
		if !reflect.DeepEqual(bare.Facts, whole.Facts) {
			t.Errorf("%d jobs: other facts", jobs)
		}
	}
	if again := x.Extract(doc, 1); len(again.Mentions) != len(whole.Mentions) || len(again.Entities) != len(whole.Entities) {
		t.Error("the extractor itself has lost its mentions or entities")
	}
}

// sayings are sentences of every kind: the examples of all rules, their counter-examples, and some that name nobody or little.
func sayings(x *extract.Extractor) []string {
	var out []string
	for _, r := range x.RulesInFull() {
		for _, e := range r.Examples {
			out = append(out, e.Text)
		}
		out = append(out, r.Not...)
	}
	return append(out, "加纳中央银行行长安德森抵达。", "院士、专家安德森来自加纳。", "加纳公共卫生部长安德森说，天气很好。", "文莱苏丹哈桑昨天回国。",
		"今年的苹果卖得很好。", "海边刮起大风，气温下降。", "专家建议多种树。", "安德森今年三十岁。", "他很高兴。", "双方都很满意。", "智利中部连日暴雨。",
		"他说，这是好事。", "老人每天都去河边。", "挪威人爱滑雪。", "这座桥全长两百米。", "“我们都来了。”村民说。", "各方表示欢迎。", "5月3日，天晴。",
		"黑龙江的大豆丰收了。", "河内的水库已经放满。", "日内瓦和河内都下了雨。", "帐篷和药品都用完了。", "新医院盖到了第三层。", "北京的三座体育馆今天开门。", "副食品涨价了。")
}

// Where facts alone are wanted, most sentences are passed over: none that tells a fact, nor one by which another is understood.
func TestNothingTellingIsPassedOver(t *testing.T) {
	x := extractor(t)
	all := sayings(x)
	random := rand.New(rand.NewPCG(3, 4))
	var text strings.Builder
	text.WriteString("2018年5月2日\n")
	for range 2000 {
		text.WriteString("\n◆")
		for range 1 + random.IntN(7) {
			text.WriteString(all[random.IntN(len(all))])
			if random.IntN(3) == 0 {
				text.WriteString("\n")
			}
		}
	}
	doc := read(t, text.String())
	whole, bare := x.Extract(doc, 1).Facts, x.FactsOnly().Extract(doc, 1).Facts
	if len(whole) < 2000 {
		t.Errorf("only %d facts", len(whole))
	}
	for i := range min(len(whole), len(bare)) {
		if !reflect.DeepEqual(bare[i], whole[i]) {
			t.Fatalf("fact %d: %+v, want %+v\n%s", i, bare[i], whole[i], schema.Passages(doc.Text, whole[i].Evidence))
		}
	}
	if len(bare) != len(whole) {
		t.Errorf("%d facts, want %d", len(bare), len(whole))
	}
}
