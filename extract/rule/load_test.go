package rule

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"jishi/schema"
)

func ontology(t testing.TB) *schema.Ontology {
	t.Helper()
	o, err := schema.LoadOntology(nil, "")
	if err != nil {
		t.Fatal(err)
	}
	return o
}

func loadWith(t testing.TB, files map[string]string) (*Set, error) {
	t.Helper()
	m := fstest.MapFS{}
	for name, text := range files {
		m[name] = &fstest.MapFile{Data: []byte(text)}
	}
	return Load(m, "mine/rules", ontology(t))
}

const goodRule = `- name: trades
  relation: cooperatedWith
  trigger: [通商]
  pattern: "{subject} 同 {object} @"
  examples:
    - {text: 挪威同智利通商。, facts: ["cooperatedWith(挪威, 智利) actual"]}
`

func TestShippedRulesLoad(t *testing.T) {
	s, err := Load(nil, "", ontology(t))
	if err != nil {
		t.Fatal(err)
	}
	relations := map[string]bool{}
	for _, r := range s.Rules {
		relations[r.Relation] = true
		if r.User || r.Hash == "" || r.Line == 0 || !strings.HasPrefix(r.File, "extract/rule/data/") {
			t.Errorf("rule %s: %+v", r.Name, r.Rule)
		}
		if len(r.Examples) == 0 || len(r.Not) == 0 {
			t.Errorf("%s:%d: rule %s has no example or no counter-example", r.File, r.Line, r.Name)
		}
	}
	for _, r := range ontology(t).Relations {
		if r.ID != schema.HoldsOffice && !relations[r.ID] {
			t.Errorf("no rule reads %s", r.ID)
		}
	}
}

func TestUsersRules(t *testing.T) {
	s, err := loadWith(t, map[string]string{"mine.yaml": goodRule})
	if err != nil {
		t.Fatal(err)
	}
	byName := map[string]*Rule{}
	for _, r := range s.Rules {
		byName[r.Name] = r
	}
	if r := byName["trades"]; r == nil || !r.User || r.File != "mine/rules/mine.yaml" || r.Line != 1 {
		t.Errorf("trades: %+v", r)
	}
}

// A record is merged with the shipped one of its name, in whatever file of the user's it stands: he need not know ours.
func TestUsersRuleIsLaidOverTheShippedOneByName(t *testing.T) {
	for _, file := range []string{"talks.yaml", "mine.yaml"} {
		s, err := loadWith(t, map[string]string{file: "- {name: meets, priority: 7}\n- {name: visits, disabled: true}\n"})
		if err != nil {
			t.Errorf("%s: %v", file, err)
			continue
		}
		n := 0
		for _, r := range s.Rules {
			switch r.Name {
			case "meets":
				n++
				if !r.User || r.Priority != 7 || len(r.Triggers) == 0 {
					t.Errorf("%s: meets is %+v", file, r.Body)
				}
			case "visits":
				t.Errorf("%s: visits is still there", file)
			}
		}
		if n != 1 {
			t.Errorf("%s: %d rules meets", file, n)
		}
	}
}

func TestFaultsOfRules(t *testing.T) {
	change := func(from, to string) string { return strings.Replace(goodRule, from, to, 1) }
	for _, c := range []struct{ name, text, want string }{
		{"unknown relation", change("cooperatedWith", "cooperatedWiht"), `mine/rules/mine.yaml:2:13: unknown relation "cooperatedWiht"; did you mean "cooperatedWith"?`},
		{"unknown relation, like none", change("cooperatedWith", "xyz"), `holdsOffice; or describe your own in the folder schema, as ` + "`jishi rules new`" + ` does`},
		{"a cue among the rules", "- {name: hurry, kind: manner, words: [火速]}\n", `mine/rules/mine.yaml:1:23: a cue stands among the rules; put it into cues.yaml`},
		{"no relation", change("  relation: cooperatedWith\n", ""), `mine/rules/mine.yaml:1:3: the rule has no relation; name a relation of the ontology`},
		{"unknown key", change("trigger:", "triggers:"), `mine/rules/mine.yaml:3:3: unknown key "triggers"; did you mean "trigger"?`},
		{"no trigger", change("  trigger: [通商]\n", ""), `mine/rules/mine.yaml:1:3: the rule has no trigger; name the words it waits for`},
		{"empty trigger", change("[通商]", "[]"), `mine/rules/mine.yaml:3:12: the rule has no trigger`},
		{"no pattern", change("  pattern: \"{subject} 同 {object} @\"\n", ""), `mine/rules/mine.yaml:1:3: the rule has no pattern`},
		{"no example", change("  examples:\n    - {text: 挪威同智利通商。, facts: [\"cooperatedWith(挪威, 智利) actual\"]}\n", ""), `mine/rules/mine.yaml:1:3: the rule has no example`},
		{"bad pattern", change("同 {object} @", "同 {object} @)"), `mine/rules/mine.yaml:4:35: pattern: a closing bracket without an opening one; remove it`},
		{"bad pattern without quotation marks", change("\"{subject} 同 {object} @\"", "同 {object} @ )"), `mine/rules/mine.yaml:4:25: pattern: a closing bracket`},
		{"bad pattern of a list", change("  pattern: \"{subject} 同 {object} @\"", "  patterns:\n    - \"@ {object}\"\n    - \"(同 @\""), `mine/rules/mine.yaml:6:8: pattern: a bracket is not closed; add )`},
		{"no trigger in the pattern", change("} @\"", "}\""), `mine/rules/mine.yaml:4:`},
		{"domain", change("同 {object} @", "同 {object: supply} @"), `mine/rules/mine.yaml:4:34: the relation cooperatedWith takes no supply as its object; its object is one of: actor`},
		{"unknown type", change("同 {object} @", "同 {object} @ {x: plaec}"), `mine/rules/mine.yaml:4:40: unknown type of mention "plaec"; did you mean "place"?`},
		{"unknown type, its name in the role", change("同 {object} @", "同 {object} @ {plaec: plaec}"), `mine/rules/mine.yaml:4:44: unknown type`},
		{"a role that has no meaning", change("同 {object} @", "同 {object} @ {item: supply}"), `mine/rules/mine.yaml:4:37: the role "item" has no meaning; did you mean "items"?`},
		{"full-width bars", change("同 {object}", "同｜与 {object}"), `mine/rules/mine.yaml:4:24: pattern: a full-width ｜ is no sign of a pattern; write it half-width`},
		{"a full-width colon", change("{object}", "{object：country}"), `mine/rules/mine.yaml:4:32: pattern: a full-width ： is no sign`},
		{"a full-width trigger", change("@", "＠"), `mine/rules/mine.yaml:4:34: pattern: a full-width ＠ is no sign`},
		{"full-width quotation marks", change(`"{subject} 同 {object} @"`, `“{subject} 同 {object} @”`), `mine/rules/mine.yaml:4:12: “ ” are no quotation marks of YAML; write "…"`},
		{"no other party", strings.ReplaceAll(change("同 {object} @", "@"), "cooperatedWith", "aided"), `mine/rules/mine.yaml:4:12: the pattern names no {object}, and the rule does not say where to look for it`},
		{"a misspelt pattern is no missing party", change("同 {object} @", "@ )"), ``},
		{"unknown modality", goodRule + "  modality: wished\n", `mine/rules/mine.yaml:7:13: unknown modality "wished"; want one of: actual, pledged, planned, requested, negated`},
		{"unknown modality of a cue", goodRule + "  cues: {盼: pledge}\n", `mine/rules/mine.yaml:7:13: unknown modality "pledge"; did you mean "pledged"?`},
		{"bad expectation", change("(挪威, 智利) actual", "(挪威 智利) actual"), `mine/rules/mine.yaml:6:32: the expected fact "cooperatedWith(挪威 智利) actual" is not understood`},
		{"expectation without modality", change("智利) actual", "智利)"), `has no modality`},
		{"expectation of another relation", change(`["cooperatedWith(`, `["cooperatedWiht(`), `mine/rules/mine.yaml:6:32: unknown relation "cooperatedWiht"; did you mean "cooperatedWith"?`},
		{"priority is no number", goodRule + "  priority: high\n", `mine/rules/mine.yaml:7:13: `},
		{"name twice", goodRule + goodRule, `mine/rules/mine.yaml:7:9: the name "trades" stands already at mine/rules/mine.yaml:1`},
		{"no name", change("- name: trades\n  relation", "- relation"), `mine/rules/mine.yaml:1:3: the rule has no name`},
		{"unknown within", goodRule + "  within: dreams\n", `mine/rules/mine.yaml:7:`},
		{"unknown need", goodRule + "  needs: [objekt]\n", `mine/rules/mine.yaml:7:`},
		{"unknown way to find the object", goodRule + "  object: carryed\n", `mine/rules/mine.yaml:7:`},
		{"unknown way to find the subject", goodRule + "  subject: taem\n", `mine/rules/mine.yaml:7:`},
		{"when sets no attribute", goodRule + "  when: {视频: video}\n", `mine/rules/mine.yaml:7:`},
		{"trigger with a blank", change("[通商]", "[通 商]"), `mine/rules/mine.yaml:3:13: the word "通 商" can never stand`},
		{"trigger with a full-width comma", change("[通商]", "[通商，互市]"), `mine/rules/mine.yaml:3:13: the word "通商，互市" can never stand in a text; write several words as trigger: [甲, 乙], with half-width commas`},
		{"trigger without brackets", change("[通商]", "通商"), `mine/rules/mine.yaml:3:12: want a list; write trigger: [通商]`},
		{"facts without quotation marks", change(`["cooperatedWith(挪威, 智利) actual"]`, `[cooperatedWith(挪威, 智利) actual]`), `put each fact into quotation marks, since it holds a comma`},
		{"a full-width fact", change(`cooperatedWith(挪威, 智利)`, `cooperatedWith（挪威，智利）`), `half-width`},
		{"a misspelt modality", change(") actual", ") actaul"), `mine/rules/mine.yaml:6:56: unknown modality "actaul"; did you mean "actual"?`},
		{"an example without facts", change(`, facts: ["cooperatedWith(挪威, 智利) actual"]`, ``), `mine/rules/mine.yaml:6:7: the example expects no fact`},
		{"an unknown role that must not hold", goodRule + "  lacks: {subjcet: 外长}\n", `mine/rules/mine.yaml:7:20: unknown role "subjcet"; did you mean "subject"?`},
		{"an unknown role that must hold", goodRule + "  contains: {objetc: 外长}\n", `unknown role "objetc"; did you mean "object"?`},
		{"an unknown key hides no missing ones", change("relation:", "relatoin:"), `mine/rules/mine.yaml:2:3: unknown key "relatoin"; did you mean "relation"?`},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := loadWith(t, map[string]string{"mine.yaml": c.text})
			if c.want == "" {
				if err == nil || strings.Contains(err.Error(), "names no {object}") {
					t.Errorf("%v", err)
				}
				return
			}
			if err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("the error is\n%v\nwant it to hold\n%s", err, c.want)
			}
		})
	}
}

// A rule among the cues is one fault, not one for each of its keys.
func TestRuleAmongTheCues(t *testing.T) {
	_, err := loadWith(t, map[string]string{"cues.yaml": goodRule})
	if want := "mine/rules/cues.yaml:2:13: a rule stands among the cues; put it into a file of another name: all but cues.yaml and cues-ANYTHING.yaml hold rules"; err == nil || err.Error() != want {
		t.Errorf("got %v, want %s", err, want)
	}
}

// What a user's ontology has wrong is told where he wrote it, and once.
func TestFaultsOfTheRelationAreNotTheRules(t *testing.T) {
	for _, c := range []struct{ name, schema, rule, want string }{
		{"a shipped relation that no longer takes what its rules name", "relations:\n  - {id: visited, from: [place], to: [place]}\n", goodRule,
			"mine/schema/x.yaml:2:25: the relation visited ships, and rules that ship ("},
		{"the other side", "relations:\n  - {id: aided, zh: 援助, to: [leader, organization, group]}\n", goodRule,
			"mine/schema/x.yaml:2:29: the relation aided ships, and rules that ship ("},
		{"an unknown type", "relations:\n  - {id: tradedWith, from: [city], to: [country]}\n",
			strings.ReplaceAll(strings.Replace(goodRule, "{subject}", "{subject: place}", 1), "cooperatedWith", "tradedWith"),
			"mine/schema/x.yaml:2:29: unknown entity type"},
		{"a name with a capital", "relations:\n  - {id: TradedWith, from: [country], to: [country]}\n", strings.ReplaceAll(goodRule, "cooperatedWith", "TradedWith"),
			`mine/schema/x.yaml:2:10: "TradedWith" is no name for a relation; write Latin letters and digits without blanks, a small letter first: tradedWith`},
	} {
		o, faults := schema.LoadOntology(fstest.MapFS{"x.yaml": {Data: []byte(c.schema)}}, "mine/schema")
		_, more := Load(fstest.MapFS{"mine.yaml": {Data: []byte(c.rule)}}, "mine/rules", o)
		told := strings.Split(strings.TrimSpace(strings.ReplaceAll(fmt.Sprint(errors.Join(faults, more)), "<nil>", "")), "\n")
		for _, line := range told {
			if !strings.HasPrefix(line, "mine/schema/x.yaml:2:") {
				t.Errorf("%s: told elsewhere: %s", c.name, line)
			}
		}
		if !strings.HasPrefix(strings.Join(told, "\n"), c.want) {
			t.Errorf("%s: got\n%s\nwant %s", c.name, strings.Join(told, "\n"), c.want)
		}
	}
}

func TestFaultsOfRulesAllAtOnce(t *testing.T) {
	_, err := loadWith(t, map[string]string{
		"a.yaml": "- name: one\n  relation: calld\n  pattern: \"@ )\"\n",
		"b.yaml": "- {name: two, relation: met, triger: [x]}\n",
		"c.yaml": "- [\n",
	})
	if err == nil {
		t.Fatal("no error")
	}
	for _, want := range []string{
		`mine/rules/a.yaml:2:13: unknown relation "calld"; did you mean "called"?`, "mine/rules/a.yaml:1:3: the rule has no trigger",
		"mine/rules/a.yaml:3:15: pattern: a closing bracket", "mine/rules/a.yaml:1:3: the rule has no example",
		`mine/rules/b.yaml:1:30: unknown key "triger"`, "mine/rules/c.yaml:",
	} {
		if !strings.Contains(err.Error(), want) {
			t.Errorf("the error lacks\n%s\n%v", want, err)
		}
	}
}

func TestFaultsOfCues(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"- {name: x, kind: wished, words: [盼]}\n", `mine/rules/cues.yaml:1:19: unknown kind of cue "wished"`},
		{"- {name: x, kind: pledged, wrods: [盼]}\n", `mine/rules/cues.yaml:1:28: unknown key "wrods"`},
	} {
		_, err := loadWith(t, map[string]string{"cues.yaml": c.text})
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("the error is %v, want %s", err, c.want)
		}
	}
	s, err := loadWith(t, map[string]string{"cues.yaml": "- {name: mine, kind: pledged, words: [盼着]}\n"})
	if err != nil || !s.Cues.Has("盼着", schema.Pledged) {
		t.Errorf("a cue of the user's is not there: %v", err)
	}
}

// The content hash tells whether a rule has changed since a graph was built.
func TestHashOfARule(t *testing.T) {
	hash := func(text string) string {
		s, err := loadWith(t, map[string]string{"mine.yaml": text})
		if err != nil {
			t.Fatal(err)
		}
		for _, r := range s.Rules {
			if r.Name == "trades" {
				return r.Hash
			}
		}
		return ""
	}
	if a, b := hash(goodRule), hash(goodRule+"  priority: 3\n"); a == b || a == "" {
		t.Errorf("a changed rule has the same hash: %s, %s", a, b)
	}
	if a, b := hash(goodRule), hash("# a comment\n\n"+goodRule); a != b {
		t.Errorf("a comment changes the hash: %s, %s", a, b)
	}
}

func TestParseExpectation(t *testing.T) {
	e, err := ParseExpectation("donatedTo(挪威, ?) pledged items=帐篷,药品 place=奥斯陆")
	if err != nil || e.Relation != "donatedTo" || e.Subject != "挪威" || e.Object != "?" || e.Modality != "pledged" ||
		strings.Join(e.Attributes["items"], "+") != "帐篷+药品" || e.Attributes["place"][0] != "奥斯陆" {
		t.Errorf("%+v, %v", e, err)
	}
	f := schema.Fact{Relation: "donatedTo", Modality: "pledged", Subject: schema.Party{Entity: "NO", Name: "挪威"},
		Items:      []schema.Item{{Name: "药品"}, {Name: "帐篷"}, {Name: "口罩"}},
		Attributes: []schema.Attribute{{Key: "place", Values: []string{"奥斯陆"}}}}
	if !e.Meets(f) {
		t.Error("the expected fact is not met")
	}
	for name, change := range map[string]func(*schema.Fact){
		"relation": func(f *schema.Fact) { f.Relation = "aided" },
		"modality": func(f *schema.Fact) { f.Modality = "actual" },
		"subject":  func(f *schema.Fact) { f.Subject.Name = "瑞典" },
		"object":   func(f *schema.Fact) { f.Object = schema.Party{Entity: "CL", Name: "智利"} },
		"items":    func(f *schema.Fact) { f.Items = f.Items[1:] },
		"place":    func(f *schema.Fact) { f.Attributes = nil },
	} {
		g := f
		change(&g)
		if e.Meets(g) {
			t.Errorf("met in spite of another %s", name)
		}
	}
	for _, bad := range []string{"", "donatedTo", "donatedTo(a)", "donatedTo(a, b)", "donatedTo(a, b) actual what", "(", "donatedTo(a, b) place=x"} {
		if e, err := ParseExpectation(bad); err == nil {
			t.Errorf("%q is read as %+v", bad, e)
		}
	}
}

func TestCheckReportsWhatFails(t *testing.T) {
	s, err := loadWith(t, map[string]string{"mine.yaml": goodRule + "  not: [不通商。]\n"})
	if err != nil {
		t.Fatal(err)
	}
	problems := s.Check(true, func(text string) []schema.Fact {
		return []schema.Fact{{Relation: "met", Modality: "actual", Rule: "trades", Subject: schema.Party{Name: "甲"}}}
	})
	want := `mine/rules/mine.yaml:1:1: rule trades: the counter-example "不通商。" gives a fact; it gives met(甲, ?) actual [trades]
mine/rules/mine.yaml:1:1: rule trades: the example "挪威同智利通商。" does not give cooperatedWith(挪威, 智利) actual; it gives met(甲, ?) actual [trades]`
	if len(problems) != 2 || !strings.Contains(problems.Error(), "does not give cooperatedWith(挪威, 智利) actual; it gives met(甲, ?) actual [trades]") ||
		!strings.Contains(problems.Error(), `the counter-example "不通商。" gives a fact`) {
		t.Errorf("got\n%v\nwant, in any order,\n%s", problems, want)
	}
	if problems := s.Check(true, func(string) []schema.Fact { return nil }); len(problems) != 1 {
		t.Errorf("without facts: %v", problems)
	}
}

// FuzzRuleFile: no rule file makes the loader panic, and what it takes it can apply.
func FuzzRuleFile(f *testing.F) {
	for _, seed := range []string{
		"", goodRule, "- {name: x}\n", "- name: x\n  relation: met\n  trigger: [见]\n  patterns: [\"{subject} @ {object: leader+}?\", \"@ >> <kind: a|b>\"]\n  examples: [{text: a}]\n",
		"- name: x\n  relation: met\n  trigger: ['']\n  pattern: '@'\n  examples: [{text: a, facts: ['met(a, b) actual']}]\n",
		"- name: x\n  relation: met\n  trigger: [见]\n  pattern: '@ {x: plaec}'\n  examples: [{}]\n", "- {name: x, patterns: [1, [2]]}\n", "- {name: meets, disabled: true}\n",
		"- name: x\n  relation: met\n  trigger: [见]\n  pattern: '(((((@)))))'\n", "- &a {name: x, examples: [*a]}\n",
	} {
		f.Add(seed)
	}
	o := ontology(f)
	tokens := []schema.Token{
		{At: schema.Local{Start: 0, End: 3}, Mentions: []schema.Mention{{Type: "leader", Entity: "a", Name: "甲"}}},
		{At: schema.Local{Start: 3, End: 6}, Word: "见"}, {At: schema.Local{Start: 6, End: 9}, Word: "，"},
		{At: schema.Local{Start: 9, End: 12}, Word: "同"}, {At: schema.Local{Start: 12, End: 15}, Mentions: []schema.Mention{{Type: "country", Entity: "b"}, {Type: "leader", Entity: "c"}}},
	}
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 4000 {
			return
		}
		for _, name := range []string{"mine.yaml", "cues.yaml"} {
			s, err := Load(fstest.MapFS{name: {Data: []byte(text)}}, "mine", o)
			if err != nil {
				continue
			}
			for _, found := range s.Apply(tokens, nil) {
				if found.Match.Start < 0 || found.Match.End > len(tokens) {
					t.Errorf("%q: a match from %d to %d", text, found.Match.Start, found.Match.End)
				}
			}
		}
	})
}
