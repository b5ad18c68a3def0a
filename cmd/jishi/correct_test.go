package main

import (
	"testing"

	"jishi/extract/correction"
)

// TestItemOf: what is given can be typed as the column items shows it.
func TestItemOf(t *testing.T) {
	for text, want := range map[string]correction.Item{
		"消防车":        {Name: "消防车"},
		"消防车 4":      {Name: "消防车", Quantity: "4"},
		"消防车 4台":     {Name: "消防车", Quantity: "4", Unit: "台"},
		" 消防车  4 台 ": {Name: "消防车", Quantity: "4", Unit: "台"},
		"大米 1.5万吨":   {Name: "大米", Quantity: "1.5", Unit: "万吨"},
		"10万美元":      {Name: "10万美元"},
	} {
		if got, ok := itemOf(text); !ok || got != want {
			t.Errorf("%q is %+v, %v; want %+v", text, got, ok, want)
		}
	}
	for _, text := range []string{"", "消防车 四台", "消防车 台", "消防车 1,000台", "消防车 4 台 新", "消防车 4 5"} {
		if got, ok := itemOf(text); ok {
			t.Errorf("%q is %+v; want a fault", text, got)
		}
	}
}
