package extract_test

import (
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"jishi/extract"
)

// with is an extractor with rules of the user's.
func with(t *testing.T, rules string) *extract.Extractor {
	t.Helper()
	dir := t.TempDir()
	if err := os.Mkdir(filepath.Join(dir, "rules"), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "rules", "mine.yaml"), []byte(rules), 0o666); err != nil {
		t.Fatal(err)
	}
	x, err := extract.New(extract.Options{Data: dir})
	if err != nil {
		t.Fatal(err)
	}
	return x
}

const coveredText = `2021年3月4日

◆挪威首相斯特勒同智利总统博里奇通电话。

◆两家公司通电话。市民纷纷致电。

◆挪威首相斯特勒是否同智利总统博里奇通电话，不得而知。

◆天气晴朗。
`

func cover(t *testing.T, x *extract.Extractor, text string, jobs, examples int) extract.Coverage {
	t.Helper()
	doc, err := x.Read(extract.Input{ID: "d", Name: "d.txt", Raw: []byte(text)})
	if err != nil {
		t.Fatal(err)
	}
	return x.Cover(doc, jobs, examples)
}

func TestCoverage(t *testing.T) {
	c := cover(t, extractor(t), coveredText, 1, 1)
	if c.Entries != 4 || c.Sentences != 5 || c.Waiting != 4 || c.Silent != 3 {
		t.Errorf("%d entries, %d sentences, %d with a trigger, %d silent", c.Entries, c.Sentences, c.Waiting, c.Silent)
	}
	var got []string
	for _, u := range c.Triggers() {
		got = append(got, fmt.Sprintf("%s %d of %d, %d without a pattern, by %s", u.Word, u.Silent, u.Sentences, u.NoPattern, strings.Join(u.Rules, "+")))
		if len(u.Examples) != 1 {
			t.Errorf("%s: examples %v", u.Word, u.Examples)
		}
	}
	want := []string{"通电话 2 of 3, 1 without a pattern, by telephone-call", "致电 1 of 1, 1 without a pattern, by telegraphs"}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
	if p := c.Triggers()[0].Examples[0]; p.Line != 5 || p.Document != "d" || p.Text != "两家公司通电话。" || p.Why != "no pattern fits" {
		t.Errorf("%+v", p)
	}
	fired := map[string]int{}
	for _, u := range c.Rules() {
		fired[u.Name] = u.Facts
	}
	if fired["telephone-call"] != 1 || fired["meets"] != 0 || len(fired) < 40 {
		t.Errorf("facts by rule: %v", fired)
	}
	c = cover(t, extractor(t), coveredText, 1, 2)
	if why := c.Triggers()[0].Examples[1].Why; why != "telephone-call: it is a question or a condition" {
		t.Errorf("the reason is %q", why)
	}
}

// However many workers there are, and whether texts are read one by one or as one, the coverage is the same.
func TestCoverageDoesNotDependOnJobs(t *testing.T) {
	raw, err := os.ReadFile("../testdata/chronicle/2020-03-23--31.txt")
	if err != nil {
		t.Fatal(err)
	}
	one, four := cover(t, extractor(t), string(raw), 1, 3), cover(t, extractor(t), string(raw), 4, 3)
	if !reflect.DeepEqual(one.Triggers(), four.Triggers()) || !reflect.DeepEqual(one.Rules(), four.Rules()) || !reflect.DeepEqual(one.Conflicts(), four.Conflicts()) {
		t.Error("one job and four give different coverages")
	}
	var twice extract.Coverage
	twice.Add(one)
	twice.Add(cover(t, extractor(t), string(raw), 2, 3))
	if twice.Waiting != 2*one.Waiting || twice.Silent != 2*one.Silent || len(twice.Triggers()) != len(one.Triggers()) ||
		twice.Triggers()[0].Silent != 2*one.Triggers()[0].Silent || len(twice.Triggers()[0].Examples) != 3 {
		t.Error("two texts do not add up")
	}
}

const rivals = `- name: trades
  relation: cooperatedWith
  trigger: [通商]
  patterns: ["({subject} ...)? 同 {object} ... @"]
  examples: [{text: 挪威同智利通商。, facts: ["cooperatedWith(挪威, 智利) actual"]}]
- name: trades-too
  relation: %s
  trigger: [%s]
  patterns: ["({subject} ...)? %s {object} %s"]
  priority: %d
  examples: [{text: %s, facts: [%s]}]
`

// What stands in each other's way is told; what does not is not.
func TestCheckRulesTellsOfConflictsAndShadows(t *testing.T) {
	for _, c := range []struct {
		name, relation, trigger, before, behind string
		priority                                int
		text, facts, want                       string
	}{
		{"another relation of the same word and parties", "aided", "通商", "同", "... @", 0, "加纳同汤加通商。", `"aided(加纳, 汤加) actual"`,
			"the rules trades and trades-too read one place into different facts: cooperatedWith(加纳, 汤加) actual; aided(加纳, 汤加) actual"},
		{"both expected", "aided", "通商", "同", "... @", 0, "加纳同汤加通商。", `"aided(加纳, 汤加) actual", "cooperatedWith(加纳, 汤加) actual"`,
			"mine.yaml:5:21: the rules trades and trades-too read one place"}, // of the other's example, which does not expect both
		{"the same relation, lower", "cooperatedWith", "通商", "同", "... @", -5, "加纳同汤加通商。", `"cooperatedWith(加纳, 汤加) actual"`,
			"the rule trades-too is never taken: in each example that it fits, trades is, of higher priority"},
		{"the same relation, behind", "cooperatedWith", "通商", "同", "... @", 0, "加纳同汤加通商。", `"cooperatedWith(加纳, 汤加) actual"`,
			"the rule trades-too is never taken: in each example that it fits, trades is, of the same priority, but read before it"},
		{"the same relation, higher", "cooperatedWith", "通商", "同", "... @", 5, "加纳同汤加通商。", `"cooperatedWith(加纳, 汤加) actual"`,
			"the rule trades is never taken"},
		{"lower, with an example of its own", "cooperatedWith", "通商", "与", "... @", -5, "加纳与汤加通商。", `"cooperatedWith(加纳, 汤加) actual"`, ""},
		{"another relation off another word", "aided", "援贸", "同", "... @", 0, "加纳同汤加通商，又同汤加援贸。", `"aided(加纳, 汤加) actual"`, ""},
		{"read by another", "cooperatedWith", "互市", "同", "... @", 0, "加纳同汤加通商。", `"cooperatedWith(加纳, 汤加) actual"`,
			"no example is read by the rule trades-too"},
		{"an example that fails says enough", "cooperatedWith", "互市", "同", "... @", 0, "加纳同汤加通商。", `"cooperatedWith(汤加, 挪威) actual"`,
			`does not give cooperatedWith(汤加, 挪威) actual; it gives cooperatedWith(加纳, 汤加) actual [trades]`},
	} {
		t.Run(c.name, func(t *testing.T) {
			x := with(t, fmt.Sprintf(rivals, c.relation, c.trigger, c.before, c.behind, c.priority, c.text, c.facts))
			problems := x.CheckRules()
			switch {
			case c.want == "" && len(problems) > 0:
				t.Errorf("told for nothing: %v", problems)
			case c.want != "" && (len(problems) == 0 || !strings.Contains(problems.Error(), c.want)):
				t.Errorf("got\n%v\nwant\n%s", problems, c.want)
			}
		})
	}
}

// A word that is always read as a name can do nothing.
func TestCheckRulesTellsOfWordsThatAreNames(t *testing.T) {
	x := with(t, `- name: trades
  relation: cooperatedWith
  trigger: [通商, 技术人员]
  patterns: ["({subject} ...)? 同 {object} ... <way: 陆路|帐篷>? @"]
  unless: [代表团, 周年]
  examples: [{text: 挪威同智利通商。, facts: ["cooperatedWith(挪威, 智利) actual"]}]
`)
	problems := x.CheckRules()
	for _, want := range []string{
		"mine.yaml:3:17: the word 技术人员 is read as a name (team)", "mine.yaml:4:14: the word 帐篷 is read as a name (supply)", "mine.yaml:5:12: the word 代表团 is read as a name (team)",
	} {
		if !strings.Contains(problems.Error(), want) {
			t.Errorf("not told: %s", want)
		}
	}
	if len(problems) != 3 {
		t.Errorf("%v", problems)
	}
}

// A relation read twice off stretches that overlap, with the parties exchanged.
func TestConflictOfExchangedParties(t *testing.T) {
	x := with(t, `- name: gives-thing
  relation: donatedTo
  trigger: [赠商]
  patterns: ["{subject} @ {object}"]
  examples: [{text: 斐济赠商秘鲁。, facts: ["donatedTo(斐济, 秘鲁) actual"]}]
- name: gets-thing
  relation: donatedTo
  trigger: [收商]
  patterns: ["{subject} @ {object}"]
  examples: [{text: 汤加收商加纳赠商汤加。, facts: ["donatedTo(汤加, 加纳) actual"]}]
`)
	want := "the rules gets-thing and gives-thing read one place into different facts: donatedTo(汤加, 加纳) actual; donatedTo(加纳, 汤加) actual"
	if problems := x.CheckRules(); len(problems) != 1 || !strings.Contains(problems.Error(), want) {
		t.Errorf("got\n%v\nwant\n%s", problems, want)
	}
	c := cover(t, x, "◆汤加收商加纳赠商汤加。\n\n◆秘鲁收商加纳赠商秘鲁。\n", 2, 1)
	if k := c.Conflicts(); len(k) != 1 || k[0].Places != 2 || k[0].Rules != [2]string{"gets-thing", "gives-thing"} || len(k[0].Examples) != 1 {
		t.Errorf("conflicts: %+v", k)
	}
}

// Coverage tells of a rule that another one always precedes.
func TestCoverageTellsOfShadows(t *testing.T) {
	x := with(t, fmt.Sprintf(rivals, "cooperatedWith", "通商", "同", "... @", -5, "加纳同汤加通商。", `"cooperatedWith(加纳, 汤加) actual"`))
	c := cover(t, x, "◆加纳同汤加通商。\n\n◆斐济同秘鲁通商。\n", 1, 3)
	for _, u := range c.Rules() {
		if want := u.Name == "trades-too"; u.Shadowed() != want {
			t.Errorf("%s is shadowed: %v, %+v", u.Name, u.Shadowed(), u.Behind)
		}
		if u.Name == "trades-too" && u.Behind["trades"] != 2 {
			t.Errorf("behind %v", u.Behind)
		}
	}
}

// What ships stands in nobody's way.
func TestShippedRulesStandInNobodysWay(t *testing.T) {
	if problems := extractor(t).CheckRules(); len(problems) > 0 {
		t.Errorf("%v", problems)
	}
}
