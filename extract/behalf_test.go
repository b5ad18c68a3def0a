package extract_test

import "testing"

// A person acts for whom he held an office of on that day, not for his country.
func TestBehalf(t *testing.T) {
	for _, c := range []struct{ what, text, relation, name, behalf string }{
		{"by the title", "2020年5月4日\n\n◆挪威首相索尔贝格会见世界银行行长马尔帕斯。", "met", "马尔帕斯", "world-bank"},
		{"by the title told before", "2020年5月4日\n\n◆世界银行行长林德奎斯特抵达奥斯陆。林德奎斯特会见挪威首相索尔贝格。", "met", "林德奎斯特", "world-bank"},
		{"by his term", "2013年5月4日\n\n◆斯托尔滕贝格会见挪威外交大臣艾德。", "met", "斯托尔滕贝格", "NO"},
		{"by a later term", "2016年5月4日\n\n◆斯托尔滕贝格会见挪威外交大臣布伦德。", "met", "斯托尔滕贝格", "north-atlantic-treaty-organisation"},
	} {
		t.Run(c.what, func(t *testing.T) {
			got := ""
			for _, f := range results(t, c.text).Facts {
				for _, p := range []string{f.Subject.Name + " " + f.Subject.OnBehalfOf, f.Object.Name + " " + f.Object.OnBehalfOf} {
					if f.Relation == c.relation && len(p) > len(c.name) && p[:len(c.name)] == c.name {
						got = p[len(c.name)+1:]
					}
				}
			}
			if got != c.behalf {
				t.Errorf("%s acts for %q, want %q", c.name, got, c.behalf)
			}
		})
	}
}
