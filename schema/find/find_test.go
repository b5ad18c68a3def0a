package find

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"jishi/schema"
)

// people is a small world: two of one surname, two of one name, names of several words, a party that has only a name.
func people() *Index {
	all := map[string]schema.Entity{}
	for _, e := range []schema.Entity{
		{ID: "NO", Name: "挪威", English: "Norway", ISO3: "NOR", Aliases: []string{"挪威王国"}},
		{ID: "CI", Name: "科特迪瓦", English: "Côte d'Ivoire", ISO3: "CIV", Aliases: []string{"象牙海岸"}},
		{ID: "NZ", Name: "新西兰", English: "New Zealand", Aliases: []string{"纽西兰"}},
		{ID: "erna-solberg", Name: "索尔贝格", English: "Erna Solberg", Aliases: []string{"埃尔娜·索尔贝格"}},
		{ID: "jan-lund", Name: "隆德", English: "Jan Lund", Aliases: []string{"扬·隆德"}},
		{ID: "eva-lund", Name: "伦德", English: "Eva Lund", Aliases: []string{"埃娃·隆德"}},
		{ID: "NO/张重", Name: "张重"}, {ID: "CN/张重", Name: "张重"}, {ID: "CN/吕绿", Name: "吕绿"}, {ID: "unknown"},
	} {
		all[e.ID] = e
	}
	return New(all, []string{"", "89个国家"})
}

func TestFind(t *testing.T) {
	x := people()
	for name, want := range map[string]string{
		"NO": "NO", "挪威": "NO", "norway": "NO", "nor": "NO", "挪威王国": "NO", " Norway ": "NO", "89个国家": "89个国家",
		"挪威王國": "NO", "紐西蘭": "NZ", "索爾貝格": "erna-solberg", "埃尔娜索尔贝格": "erna-solberg", "埃爾娜‧索爾貝格": "erna-solberg",
		"cote d’ivoire": "CI", "COTE DIVOIRE": "CI", "NewZealand": "NZ", "Ｎｏｒｗａｙ": "NO",
		"nuowei": "NO", "Nuo Wei": "NO", "nuówēi": "NO", "suoerbeige": "erna-solberg", "xiangyahaian": "CI",
		"lvlv": "CN/吕绿", "lülü": "CN/吕绿", "lulu": "CN/吕绿",
		"Solberg": "erna-solberg", "solberg erna": "erna-solberg", "埃尔娜": "erna-solberg", "Zealand": "NZ",
		"张重": "CN/张重 NO/张重", "隆德": "jan-lund",
	} {
		ids, err := x.Find(name)
		if got := strings.Join(ids, " "); got != want || err != nil {
			t.Errorf("%s: %s, %v; want %s", name, got, err, want)
		}
	}
}

func TestFindNothing(t *testing.T) {
	x := people()
	for name, want := range map[string]string{
		"Lund":       "Lund may be 伦德 (eva-lund), 隆德 (jan-lund); give one of the ids",
		"zhangzhong": "zhangzhong may be 张重 (CN/张重), 张重 (NO/张重); give one of the ids",
		"Solbreg":    "nothing in this store is called Solbreg; did you mean 索尔贝格 (erna-solberg)?",
		"nuowie":     "nothing in this store is called nuowie; did you mean 挪威 (NO)?",
		"索尔贝各":       "nothing in this store is called 索尔贝各; did you mean 索尔贝格 (erna-solberg)?",
		"糯味":         "nothing in this store is called 糯味; did you mean 挪威 (NO)?",
		"Brazil":     "nothing in this store is called Brazil; `jishi query --name entities` lists the names",
		"…":          "nothing in this store is called …; `jishi query --name entities` lists the names",
	} {
		ids, err := x.Find(name)
		var fault *Error
		if len(ids) > 0 || !errors.As(err, &fault) || err.Error() != want {
			t.Errorf("%s: %v, %v; want %s", name, ids, err, want)
		}
	}
	if _, err := x.Find(" "); err == nil || !strings.Contains(err.Error(), "is empty") {
		t.Error(err)
	}
}

func TestPinyin(t *testing.T) {
	var s script
	for form, want := range map[string]string{"重庆": "chongqing", "Norway": "", "": "", "N95口罩": "", "埃尔娜·索尔贝格": "aiernasuoerbeige"} {
		if got := s.pinyin(form); want == "" && got != nil || want != "" && !slices.Contains(got, want) {
			t.Errorf("%s: %v, want %s", form, got, want)
		}
	}
	if n := len(s.pinyin(strings.Repeat("行", longestPinyin))); n == 0 || n > mostReadings {
		t.Errorf("%d readings", n)
	}
}

// FuzzFind: no name ends the program, and what is found is in the index.
func FuzzFind(f *testing.F) {
	for _, name := range []string{"挪威", "nuowei", "Côte", "\xff", "ﷺ", strings.Repeat("行", 40)} {
		f.Add(name)
	}
	x := people()
	f.Fuzz(func(t *testing.T, name string) {
		ids, err := x.Find(name)
		if (len(ids) == 0) != (err != nil) {
			t.Errorf("%q: %v, %v", name, ids, err)
		}
		for _, id := range ids {
			if !slices.ContainsFunc(x.entries, func(e entry) bool { return e.id == id }) {
				t.Errorf("%q: %s", name, id)
			}
		}
	})
}
