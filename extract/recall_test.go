package extract_test

import (
	"testing"

	"jishi/extract"
	"jishi/schema"
)

// A chronicle says once who somebody is; the entries after that name him alone.
func TestPersonsOfEarlierEntries(t *testing.T) {
	const first = "2021年3月\n\n◆2日，太平洋岛国论坛秘书长图普拉·法塔洛在苏瓦会见斐济外长。\n\n"
	for _, test := range []struct {
		name, text string
		first      bool // what the first entry tells is looked at, not the last
		want       string
	}{
		{"by the last part of the name", first + "◆5日，法塔洛前往阿皮亚考察。", false, "visited(图普拉·法塔洛, 阿皮亚)"},
		{"behind a preposition", first + "◆5日，汤加首相波希瓦同法塔洛举行会谈。", false, "met(波希瓦, 图普拉·法塔洛)"},
		{"with the office behind", "2021年3月\n\n◆2日，驻汤加大使郝一鸣出席招待会。\n\n◆5日，郝一鸣大使向汤加卫生部转交了一批药品。", false, "donatedTo(郝一鸣, 汤加卫生部)"},
		{"nobody has introduced him", "2021年3月\n\n◆5日，法塔洛前往阿皮亚考察。", false, ""},
		{"who is introduced later", "2021年3月\n\n◆5日，法塔洛前往阿皮亚考察。\n\n" + first, true, ""},
		{"part of another's name", first + "◆5日，法塔洛·图伊拉前往阿皮亚考察。", false, "visited(法塔洛·图伊拉, 阿皮亚)"},
	} {
		t.Run(test.name, func(t *testing.T) {
			x := extractor(t)
			doc, err := x.Read(extract.Input{ID: "text", Raw: []byte(test.text)})
			if err != nil {
				t.Fatal(err)
			}
			last, got := doc.Entries[len(doc.Entries)-1], ""
			for _, f := range x.Extract(doc, 2).Facts {
				if f.Relation != schema.HoldsOffice && (f.EntryHash == last.Hash) == !test.first {
					got += f.Relation + "(" + f.Subject.Name + ", " + f.Object.Name + ")"
				}
			}
			if got != test.want {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}

// A name that several leaders share is not his who held another office at another time.
func TestSharedNameOfAnotherOffice(t *testing.T) {
	for text, want := range map[string]string{
		"2018年3月5日\n\n◆葡萄牙外长席尔瓦访问加纳。":  "PT/席尔瓦",
		"2014年5月15日\n\n◆葡萄牙总统席尔瓦访问加纳。": "anibal-cavaco-silva",
		"2018年3月5日\n\n◆佛得角总理席尔瓦访问加纳。":  "ulisses-correia-e-silva",
	} {
		if got := extractor(t).Extract(read(t, text), 1).Facts[0].Subject.Entity; got != want {
			t.Errorf("%s\n  is %s, want %s", text, got, want)
		}
	}
}
