package schema_test

import (
	"strings"
	"testing"

	"jishi/schema"
)

func TestPassages(t *testing.T) {
	text := "甲国向乙国\n捐款。无关。丙国也捐了。"
	at := func(part string) schema.Span {
		i := strings.Index(text, part)
		return schema.Span{Start: i, End: i + len(part)}
	}
	for _, c := range []struct {
		evidence []schema.Span
		want     string
	}{
		{nil, ""},
		{[]schema.Span{at("甲国向乙国\n捐款")}, "甲国向乙国捐款"},
		{[]schema.Span{at("甲国向乙国"), at("捐款")}, "甲国向乙国捐款"},
		{[]schema.Span{at("甲国向乙国"), at("捐款"), at("丙国也捐了")}, "甲国向乙国捐款 … 丙国也捐了"},
	} {
		if got := schema.Passages(text, c.evidence); got != c.want {
			t.Errorf("%v: %q, want %q", c.evidence, got, c.want)
		}
	}
}

func TestItemWords(t *testing.T) {
	for _, c := range []struct {
		item schema.Item
		want string
	}{
		{schema.Item{Name: "帐篷", Quantity: "30", Unit: "顶"}, "帐篷 30顶"},
		{schema.Item{Name: "药品"}, "药品"},
		{schema.Item{Name: "10万美元", Quantity: "100000", Unit: "美元"}, "10万美元"},
		{schema.Item{Name: "价值十余万欧元的设备", Quantity: "100000", Unit: "欧元"}, "价值十余万欧元的设备"},
		{schema.Item{Name: "美元", Quantity: "100000", Unit: "美元"}, "美元 100000美元"},
		{schema.Item{Name: "个人防护用品", Quantity: "5", Unit: "个"}, "个人防护用品 5个"},
		{schema.Item{Name: "N95口罩", Quantity: "5", Unit: ""}, "N95口罩 5"},
		{schema.Item{Quantity: "5", Unit: "吨"}, "5吨"},
	} {
		if got := schema.ItemWords([]schema.Item{c.item}); got != c.want {
			t.Errorf("%+v: %q, want %q", c.item, got, c.want)
		}
	}
	if got := schema.ItemWords([]schema.Item{{Name: "帐篷", Quantity: "2", Unit: "顶"}, {Name: "药品"}}); got != "帐篷 2顶, 药品" {
		t.Errorf("two items: %q", got)
	}
}
