package extract_test

import (
	"reflect"
	"strings"
	"testing"
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

// What is passed over where facts alone are wanted tells none: each example is read by itself, as an entry of its own.
func TestNothingTellingIsPassedOver(t *testing.T) {
	x := extractor(t)
	var text strings.Builder
	text.WriteString("2018年5月2日\n\n")
	for _, r := range x.RulesInFull() {
		for _, e := range r.Examples {
			text.WriteString("◆" + e.Text + "\n")
		}
		for _, s := range r.Not {
			text.WriteString("◆" + s + "\n")
		}
	}
	for _, s := range []string{"加纳中央银行行长安德森抵达。", "院士、专家安德森来自加纳。", "加纳公共卫生部长安德森说，天气很好。", "加纳总统安德森", "文莱苏丹哈桑昨天回国。"} {
		text.WriteString("◆" + s + "\n")
	}
	doc := read(t, text.String())
	whole, bare := x.Extract(doc, 1).Facts, x.FactsOnly().Extract(doc, 1).Facts
	if !reflect.DeepEqual(bare, whole) {
		t.Errorf("%d facts, want %d", len(bare), len(whole))
	}
}
