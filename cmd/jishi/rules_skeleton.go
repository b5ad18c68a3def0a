package main

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"jishi/schema"
	"jishi/schema/datafile"
)

// skeleton is what the templates of a new rule are filled with.
type skeleton struct {
	Data, Name, Doc, Relation  string
	From, To                   string
	Triggers, Trigger, English string // all trigger words, the first, the relation's English label
	Patterns                   []string
	Examples                   []skeletonExample
	Symmetric                  bool
	Open                       bool // something is to be filled in
	isNew                      bool // the relation is not in the ontology
}

type skeletonExample struct{ Text, Fact string }

// newSkeleton makes a rule of what the user has said. A new relation without types is one of countries; it is one of equals if he
// says so, if its name ends in With, or if its parties are of one kind that cannot act upon each other.
func newSkeleton(data, name string, wish newRuleFlags, known *schema.Ontology) skeleton {
	relation, triggers := wish.relation, wish.triggers
	s := skeleton{Data: data, Name: name, Relation: cmp.Or(relation, datafile.ToFill), Triggers: strings.Join(triggers, ", "), Trigger: datafile.ToFill}
	if len(triggers) > 0 {
		s.Trigger = triggers[0]
	}
	s.Triggers = cmp.Or(s.Triggers, datafile.ToFill)
	s.Open = relation == "" || len(triggers) == 0
	r, found := known.Relation(relation)
	if s.isNew = relation != "" && !found; s.isNew {
		s.English = spaced(relation)
		r = schema.Relation{ID: relation, From: orCountry(wish.from), To: orCountry(wish.to)}
		r.Symmetric = wish.symmetric || slices.Equal(r.From, r.To) && (strings.HasSuffix(relation, "With") || !acts(r.From))
	}
	s.Symmetric, s.From, s.To = r.Symmetric, strings.Join(r.From, ", "), strings.Join(r.To, ", ")
	s.shape(r)
	return s
}

// acts reports whether one of the types can act.
func acts(types []string) bool {
	return slices.ContainsFunc(types, func(t string) bool { return t == "actor" || schema.IsActor(t) })
}

func orCountry(types []string) []string {
	if len(types) == 0 {
		return []string{"country"}
	}
	return types
}

// spaced is a relation's name as words: tradedWith is traded with.
func spaced(name string) string {
	var b strings.Builder
	for _, r := range name {
		if unicode.IsUpper(r) {
			b.WriteByte(' ')
		}
		b.WriteRune(unicode.ToLower(r))
	}
	return b.String()
}

// party is a mention for an example: as the text has it, and its canonical name.
type party struct{ text, name string }

// parties gives for a type of entity two mentions that the shipped gazetteers and recognisers know.
func parties(types []string) (typ string, a, b party) {
	for _, known := range []struct {
		typ  string
		a, b party
	}{
		{"country", party{"加纳", "加纳"}, party{"汤加", "汤加"}},
		{"leader", party{"加纳总统马哈马", "马哈马"}, party{"挪威首相斯特勒", "斯特勒"}},
		{"organization", party{"世界卫生组织", "世界卫生组织"}, party{"非洲联盟", "非洲联盟"}},
		{"meeting", party{"全球减贫论坛", "全球减贫论坛"}, party{"非洲联盟峰会", "非洲联盟峰会"}},
		{"place", party{"安曼", "安曼"}, party{"内罗毕", "内罗毕"}},
		{"group", party{"非洲国家", "非洲国家"}, party{"阿拉伯国家", "阿拉伯国家"}},
		{"team", party{"挪威医疗队", "挪威医疗队"}, party{"智利救援队", "智利救援队"}},
		{"supply", party{"帐篷", "帐篷"}, party{"药品", "药品"}},
		{"facility", party{"儿童医院", "儿童医院"}, party{"眼科医院", "眼科医院"}},
	} {
		if schema.Accepts(types, known.typ) {
			return known.typ, known.a, known.b
		}
	}
	return "", party{datafile.ToFill, datafile.ToFill}, party{datafile.ToFill, datafile.ToFill}
}

// shape gives patterns and examples that suit a relation: between equals, to a party, or to something else.
func (s *skeleton) shape(r schema.Relation) {
	r.From, r.To = orCountry(r.From), orCountry(r.To)
	_, subject, _ := parties(r.From)
	to, _, object := parties(r.To)
	subjects, objects := role("subject", r.From), role("object", r.To)
	before, verb := "", s.Trigger
	if acts(r.From) {
		subjects = "(" + subjects + " ...)?"
	} else { // the engine looks for nobody else; and what cannot act, is or becomes something: 成为友好城市
		subjects += " ..."
		verb = "成为" + s.Trigger
	}
	told := [][2]string{{"", schema.Actual}, {"愿", schema.Pledged}, {"没有", schema.Negated}}
	if s.Open {
		told = told[:1]
	}
	switch {
	case r.Symmetric:
		before, s.Doc = "同", "A同B"+verb+"."
		s.Patterns = []string{subjects + " 同|与|和|跟 " + objects + " ... @", "{both: " + strings.Join(r.From, "|") + "+} ... @"}
	case slices.Contains([]string{"meeting", "place", "supply", "facility", ""}, to):
		s.Doc = "A" + s.Trigger + "B."
		s.Patterns = []string{subjects + " @ ... " + objects}
	default:
		before, s.Doc = "向", "A向B"+s.Trigger+"."
		s.Patterns = []string{subjects + " 向|对|给|为 " + objects + " ... @", subjects + " @ ... " + objects}
	}
	if s.Open {
		s.Doc = "what the rule reads, in one line"
	}
	for _, way := range told {
		text := subject.text + way[0] + before + object.text + verb + "。"
		if before == "" {
			text = subject.text + way[0] + s.Trigger + object.text + "。"
		}
		s.Examples = append(s.Examples, skeletonExample{text, s.Relation + "(" + subject.name + ", " + object.name + ") " + way[1]})
	}
}

// role is the element of a pattern for a party.
func role(name string, types []string) string {
	if slices.Contains(types, "actor") && len(types) == 1 {
		return "{" + name + "}"
	}
	return "{" + name + ": " + strings.Join(types, "|") + "}"
}
