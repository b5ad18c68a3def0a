package main

import (
	"regexp"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// dataKind is a kind of record that `jishi data add` writes.
type dataKind struct {
	name, file, short string
	fields            []dataField
	example           string
}

// dataField is a key of a record: a flag and a question.
type dataField struct {
	key, flag, ask string
	required       bool
	list           bool
	entity         string // of which type the value is; it is written as an id
}

// dataKinds are the kinds of record that a scholar's work brings up; countries are there, all of them.
func dataKinds() []dataKind {
	name := func(what string) dataField {
		return dataField{key: "zh", flag: "zh", ask: "the Chinese name, " + what, required: true}
	}
	english := dataField{key: "en", flag: "en", ask: "the English name, which gives the id", required: true}
	aliases := dataField{key: "aliases", flag: "alias", ask: "other forms of the name, in simplified characters", list: true}
	wikidata := dataField{key: "wikidata", flag: "wikidata", ask: "the id in Wikidata (Q…), from a table"}
	country := func(ask string, required bool) dataField {
		return dataField{key: "country", flag: "country", ask: ask, required: required, entity: "country"}
	}
	return []dataKind{
		{"leader", "leaders", "Add a person who holds or held an office", []dataField{name("as news has it behind the office"), english, aliases, country("the country that he or she serves", true),
			{key: "offices", flag: "office", ask: "the offices, each as OF OFFICE SINCE UNTIL: 法国 总统 2017-05-14", list: true}, wikidata},
			"jishi data add leader --zh 瑟雷德 --en 'Ine Søreide' --country 挪威 --office '挪威 外交大臣 2017-10-20 2021-10-14' --data mine"},
		{"organization", "organizations", "Add an organization or a state organ", []dataField{name("the full form that news has"), english, aliases, country("its country, of a national body", false),
			{key: "char", flag: "char", ask: "a form of one character, as 欧 in 欧方"}, wikidata},
			"jishi data add organization --zh 东非地质学会 --en 'East African Geological Society' --alias 东非地质会 --data mine"},
		{"place", "places", "Add a city, a province or a site", []dataField{name("of the city, province or site"), english, aliases, country("the country to which the press puts it", true),
			{key: "kind", flag: "kind", ask: "capital, province, city or site", required: true}},
			"jishi data add place --zh 纳库鲁 --en Nakuru --country 肯尼亚 --kind city --data mine"},
		{"group", "groups", "Add a group of countries", []dataField{name("as 中亚五国"), english, aliases, {key: "members", flag: "member", ask: "its countries, where that is beyond doubt", list: true, entity: "country"}},
			"jishi data add group --zh 大湖三国 --en 'Three countries of the Great Lakes' --member 肯尼亚,乌干达,坦桑尼亚 --data mine"},
		{"supply", "supplies", "Add a thing that is given", []dataField{name("the word itself"), english, aliases, {key: "broader", flag: "broader", ask: "the thing that it is a kind of", entity: "supply"},
			{key: "hs", flag: "hs", ask: "its customs code (HS), where a source has it"}, {key: "hsSource", flag: "hs-source", ask: "the source of that code"}},
			"jishi data add supply --zh 打井机 --en 'well drilling rig' --broader 机械设备 --data mine"},
		{"office", "offices", "Add the word for an office", []dataField{name("without the name of country or organization"), {key: "en", flag: "en", ask: "the English name", required: true}, aliases,
			{key: "rank", flag: "rank", ask: "state, government, foreign, minister, parliament, party, military, organization, envoy or other", required: true}},
			"jishi data add office --zh 大执政 --en 'grand regent' --rank state --data mine"},
	}
}

// idOfRecord is the id of a new record by FORMAT.md; "" where its kind has none.
func (k dataKind) idOfRecord(value map[string][]string) string {
	first := func(key string) string { return strings.Join(value[key], "") }
	switch {
	case k.name == "office":
		return ""
	case k.name == "place":
		return first("country") + "/" + first("zh")
	}
	if id := slug(first("en")); id != "" {
		return id
	}
	return first("country") + "/" + first("zh")
}

// slug is an English name as an id: small Latin letters and digits, hyphens between words.
func slug(english string) string {
	plain := strings.NewReplacer("ø", "o", "Ø", "O", "å", "a", "Å", "A", "æ", "ae", "ß", "ss", "ł", "l", "Ł", "L", "đ", "d", "ı", "i", "'", "", "’", "", ".", "").Replace(english)
	return strings.Trim(regexp.MustCompile(`[^a-z0-9]+`).ReplaceAllString(strings.ToLower(strings.Map(letter, norm.NFD.String(plain))), "-"), "-")
}

// letter leaves accents out.
func letter(r rune) rune {
	if unicode.Is(unicode.Mn, r) {
		return -1
	}
	return r
}
