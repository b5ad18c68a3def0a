package lexicon_test

import (
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"jishi/extract/lexicon"
)

// lint looks at the shipped gazetteers with a user's files over them.
func lint(files map[string]string) []string {
	m := fstest.MapFS{}
	for name, text := range files {
		m[name] = &fstest.MapFile{Data: []byte(text)}
	}
	o := options()
	o.User, o.UserShown = m, "mine"
	o.Simplify = func(s string) (string, error) { return strings.ReplaceAll(s, "國", "国"), nil }
	var out []string
	for _, p := range lexicon.Lint(o).Sorted() {
		out = append(out, p.Error())
	}
	return out
}

// Each row is a line of a file: in it @ is a number of its own, and %name an office that only this row knows. What lint
// says of that line begins with want, behind the place; nothing where want is empty.
func TestLint(t *testing.T) {
	rows := []struct{ what, file, text, want string }{
		{"nothing", "leaders", "{id: a@, zh: 泽布@, en: X, country: CL, offices: [{of: CL, office: %, seen: [2018-01-01, 2018-12-31]}]}", ""},
		{"what a load refuses", "leaders", "{id: a@, zh: 泽布@, en: X, contry: CL}", `unknown key "contry"; did you mean "country"?`},
		{"no label", "supplies", "{id: a@, zh: 泽布@}", "the record has no English label"},
		{"office without a label", "offices", "{zh: 泽布@}", "the record has no English label"},
		{"country that is none", "places", "{id: a@, zh: 泽布@, en: X, country: tent}", `"tent" is of kind supply`},
		{"broader that is no supply", "supplies", "{id: a@, zh: 泽布@, en: X, broader: FR}", `"FR" is of kind country`},
		{"member that is no country", "groups", "{id: a@, zh: 泽布@, en: X, members: [FR, tent]}", `"tent" is of kind supply`},
		{"office of a supply", "leaders", "{id: a@, zh: 泽布@, en: X, country: CL, offices: [{of: tent, office: %, until: 2018}]}", `"tent" is of kind supply`},
		{"same as no office", "offices", "{zh: 泽布@, en: X, sameAs: 泽布长}", "no record is the office 泽布长"},
		{"no Wikidata id", "places", "{id: a@, zh: 泽布@, en: X, country: CL, wikidata: 142}", `"142" is no such code; want one like Q142`},
		{"Wikidata id of another", "places", "{id: a@, zh: 泽布@, en: X, country: CL, wikidata: Q142}", "Q142 stands already at extract/lexicon/data/countries.yaml:"},
		{"customs code without source", "supplies", `{id: a@, zh: 泽布@, en: X, hs: "1006"}`, "hs and hsSource go together"},
		{"no customs code", "supplies", "{id: a@, zh: 泽布@, en: X, hs: 10.06, hsSource: nobody}", `"10.06" is no such code`},
		{"name of another kind", "supplies", "{id: a@, zh: 泽布@, en: X, aliases: [泽布粉@, 挪威]}", `the name 挪威 is also of "NO", at extract/lexicon/data/countries.yaml:`},
		{"name of another leader", "leaders", "{id: a@, zh: 马克龙, en: X, country: CL, offices: [{of: CL, office: %, until: 2018}]}", `the name 马克龙 is also of "emmanuel-macron"`},
		{"name of an office", "places", "{id: a@, zh: 首相, en: X, country: CL}", "the name 首相 is an office too"},
		{"name twice", "places", "{id: a@, zh: 泽布@, en: X, country: CL, aliases: [泽布城@, 泽布@]}", "the record has the name 泽布16 already"},
		{"declared for nothing", "places", "{id: a@, zh: 泽布@, en: X, country: CL, ambiguous: [泽布@]}", "no two records have the name 泽布17"},
		{"one character", "places", "{id: a@, zh: 泽, en: X, country: CL}", "the name 泽 is one character"},
		{"traditional characters", "places", "{id: a@, zh: 泽布@, en: X, country: CL, aliases: [泽布@國]}", "the name 泽布19國 is in traditional characters; write 泽布19国"},
		{"person without office", "leaders", "{id: a@, zh: 泽布@, en: X, country: CL}", "the person holds no office"},
		{"person without country", "leaders", "{id: a@, zh: 泽布@, en: X, offices: [{of: CL, office: %, until: 2018}]}", "the person has no country"},
		{"unknown office", "leaders", "{id: a@, zh: 泽布@, en: X, country: CL, offices: [{of: CL, office: 大泽布, until: 2018}]}", `offices.yaml does not know the office "大泽布"`},
		{"office without a day", "leaders", "{id: a@, zh: 泽布@, en: X, country: CL, offices: [{of: CL, office: %}]}", "the office has no day"},
		{"since after until", "leaders", "{id: a@, zh: 泽布@, en: X, country: CL, offices: [{of: CL, office: %, since: 2018-05, until: 2017}]}", "2017 is before 2018-05"},
		{"since and until in one year", "leaders", "{id: a@, zh: 泽布@, en: X, country: CL, offices: [{of: CL, office: %, since: 2018-05, until: 2018}]}", ""},
		{"last seen before first seen", "leaders", "{id: a@, zh: 泽布@, en: X, country: CL, offices: [{of: CL, office: %, seen: [2018-02-01, 2018-01-01]}]}", "2018-01-01 is before 2018-02-01"},
		{"last seen before since", "leaders", "{id: a@, zh: 泽布@, en: X, country: CL, offices: [{of: CL, office: %, since: 2019, seen: [2018-01-01, 2018-02-01]}]}", "2018-02-01 is before 2019"},
	}
	files, line, offices := map[string]string{}, map[string]int{}, ""
	places := make([]string, len(rows))
	for i, r := range rows {
		n := strconv.Itoa(i)
		offices += "- {zh: 第" + n + "泽布长, en: X}\n"
		line[r.file]++
		places[i] = "mine/" + r.file + ".yaml:" + strconv.Itoa(line[r.file]) + ":"
		files[r.file+".yaml"] += "- " + strings.NewReplacer("@", n, "%", "第"+n+"泽布长").Replace(r.text) + "\n"
	}
	files["offices-of-the-rows.yaml"] = offices
	faults := lint(files)
	for i, r := range rows {
		t.Run(r.what, func(t *testing.T) {
			var got []string
			for _, f := range faults {
				if rest, ok := strings.CutPrefix(f, places[i]); ok {
					_, message, _ := strings.Cut(rest, ": ")
					got = append(got, message)
				}
			}
			if r.want == "" && len(got) > 0 || r.want != "" && (len(got) != 1 || !strings.HasPrefix(got[0], r.want)) {
				t.Errorf("%q, want %q", got, r.want)
			}
		})
	}
}

// A fault stands at the very value that is wrong, in every record that is part of it.
func TestLintPlaces(t *testing.T) {
	got := lint(map[string]string{
		"supplies.yaml": "- {id: a, zh: 泽布粉, en: X, aliases: [泽布粉末, 挪威]}\n",
	})
	if len(got) != 2 || !strings.HasPrefix(got[0], "extract/lexicon/data/countries.yaml:") || !strings.Contains(got[0], `the name 挪威 is also of "a", at mine/supplies.yaml:1; write ambiguous: [挪威] in both`) ||
		!strings.HasPrefix(got[1], "mine/supplies.yaml:1:43: the name 挪威") {
		t.Errorf("%q", got)
	}
}

// What a declaration allows.
func TestLintDeclared(t *testing.T) {
	files := map[string]string{
		"places.yaml":   "- {id: a, zh: 泽布, en: X, country: CL, ambiguous: [泽布]}\n",
		"supplies.yaml": "- {id: b, zh: 泽布粉, en: X, aliases: [泽布], ambiguous: [泽布]}\n",
	}
	if got := lint(files); len(got) > 0 {
		t.Errorf("a name that both declare gives %q", got)
	}
	files["supplies.yaml"] = "- {id: b, zh: 泽布粉, en: X, aliases: [泽布]}\n"
	if got := lint(files); len(got) != 1 || !strings.Contains(got[0], `mine/supplies.yaml:1:37: the name 泽布 is also of "a"`) {
		t.Errorf("a name that one declares gives %q", got)
	}
}

// Persons of one office, one after another, by the days that are known of them.
func TestLintTerms(t *testing.T) {
	for _, c := range []struct{ what, word, first, second, want string }{
		{"overlap", "", "since: 2014, until: 2018", "since: 2017-06-01", "the term ends in 2018, but b has the office since 2017-06-01, at mine/leaders.yaml:2"},
		{"no end", "", "since: 2014", "since: 2017", "the term has no end, but b has the office since 2017"},
		{"no end, but a mention", "", "since: 2014", "seen: [2017-01-01, 2017-02-01]", "the term has no end, but b is first named in the office on 2017-01-01"},
		{"two words for one office", ", sameAs: 泽布长", "since: 2014, until: 2018", "since: 2016", "b has the office since 2016"},
		{"handed over in one year", "", "since: 2014, until: 2017", "since: 2017", ""},
		{"handed over on a day", "", "since: 2014, until: 2017-06-01", "since: 2017-06-01", ""},
		{"two in one year", "", "since: 2017, until: 2020", "since: 2017, until: 2017", ""},
		{"named in retrospect", "", "seen: [2014-01-01, 2019-01-01]", "since: 2017", ""},
		{"an office of several", ", several: true", "since: 2014", "since: 2017", ""},
		{"claimed by two", "", "since: 2014, disputed: true", "since: 2017, disputed: true", ""},
	} {
		t.Run(c.what, func(t *testing.T) {
			second, word := "泽布长", strings.TrimPrefix(c.word, ", sameAs: 泽布长")
			offices := "- {zh: 泽布长, en: X" + word + "}\n"
			if word != c.word {
				second = "泽布总长"
				offices += "- {zh: 泽布总长, en: X" + c.word + "}\n"
			}
			got := lint(map[string]string{"offices.yaml": offices, "leaders.yaml": "" +
				"- {id: a, zh: 泽布甲, en: X, country: CL, offices: [{of: CL, office: 泽布长, " + c.first + "}]}\n" +
				"- {id: b, zh: 泽布乙, en: X, country: CL, offices: [{of: CL, office: " + second + ", " + c.second + "}]}\n"})
			if c.want == "" && len(got) > 0 || c.want != "" && (len(got) != 1 || !strings.Contains(got[0], "mine/leaders.yaml:1:50: ") || !strings.Contains(got[0], c.want)) {
				t.Errorf("%q, want %q", got, c.want)
			}
		})
	}
}
