package lexicon_test

import (
	"io/fs"
	"path"
	"strings"
	"testing"
	"testing/fstest"

	"jishi/extract/lexicon"
	"jishi/schema/datafile"
)

// One subtest a file: it is read strictly, and has records.
func TestShippedFiles(t *testing.T) {
	files, err := fs.Glob(lexicon.Shipped(), "*")
	if err != nil || len(files) == 0 {
		t.Fatalf("%v, %v", files, err)
	}
	for _, name := range files {
		if name == "FORMAT.md" { // describes the others
			continue
		}
		t.Run(name, func(t *testing.T) {
			raw, err := fs.ReadFile(lexicon.Shipped(), name)
			if err != nil {
				t.Fatal(err)
			}
			records, problems := datafile.Parse(name, raw)
			if err := problems.Err(); err != nil {
				t.Fatal(err)
			}
			if len(records) == 0 {
				t.Error("no record")
			}
			if strings.Contains(string(raw), "\t") || path.Ext(name) != ".yaml" {
				t.Error("a tab, or another ending than .yaml")
			}
		})
	}
	load(t)
}

// FORMAT.md: an id is unique over all files.
func TestShippedIDsAreUniqueOverAllFiles(t *testing.T) {
	records, problems := datafile.Read([]datafile.Layer{{FS: lexicon.Shipped(), Shown: "data"}}, "id")
	if err := problems.Err(); err != nil {
		t.Fatal(err)
	}
	seen := map[string]datafile.Record{}
	for _, r := range records {
		id := r.Value("id")
		if id == "" || !ofEntities(r.Kind) {
			continue
		}
		if before, ok := seen[id]; ok {
			t.Errorf("%s: the id %s stands at %s too", r.Place(), id, before.Place())
		}
		seen[id] = r
	}
}

func ofEntities(kind string) bool {
	switch kind {
	case "countries", "leaders", "organizations", "groups", "places", "supplies":
		return true
	}
	return false
}

func TestShippedRecordsAreWhole(t *testing.T) {
	l := load(t)
	count := map[string]int{}
	for _, e := range l.Entities() {
		count[e.Type]++
		if e.ID == "" || e.Name == "" {
			t.Errorf("a record without id or name: %+v", e)
		}
		if e.Type == "country" && (len(e.ID) != 2 || strings.ToUpper(e.ID) != e.ID) {
			t.Errorf("%s: a country's id is ISO alpha-2", e.ID)
		}
		if e.Wikidata != "" && (e.Wikidata[0] != 'Q' || strings.Trim(e.Wikidata[1:], "0123456789") != "") {
			t.Errorf("%s has the Wikidata id %q", e.ID, e.Wikidata)
		}
		for _, ref := range append(append([]string{}, e.Members...), e.Country, e.Broader) {
			if _, ok := l.Entity(ref); ref != "" && !ok {
				t.Errorf("%s refers to %s, which is not there", e.ID, ref)
			}
		}
		for _, o := range e.Offices {
			if o.Title == "" {
				t.Errorf("%s holds an office without a name", e.ID)
			}
			if !o.Since.Valid() || !o.Until.Valid() || !o.Seen[0].Valid() || !o.Seen[1].Valid() || o.Seen[1].String() < o.Seen[0].String() {
				t.Errorf("%s: the days of %s are %v", e.ID, o.Title, o)
			}
		}
		for at, n := e.Broader, 0; at != ""; n++ {
			if n > 20 {
				t.Fatalf("%s: the broader terms run in a circle", e.ID)
			}
			up, _ := l.Entity(at)
			at = up.Broader
		}
	}
	if count["country"] < 195 || count["leader"] < 300 || count["organization"] < 100 || count["supply"] < 50 {
		t.Errorf("the gazetteers hold %v", count)
	}
}

// FORMAT.md: three levels at least, what it is for, its class, the thing; and every thing leads up to one of the tops.
func TestShippedSuppliesAreATaxonomy(t *testing.T) {
	l := load(t)
	path := func(id string) string {
		var up []string
		for id != "" {
			e, _ := l.Entity(id)
			up = append([]string{id}, up...)
			id = e.Broader
		}
		return strings.Join(up, " > ")
	}
	levels := map[int]int{}
	for _, e := range l.Entities() {
		if e.Type == "supply" {
			levels[strings.Count(path(e.ID), " > ")+1]++
		}
	}
	if levels[1] > 25 || levels[2] < 100 || levels[3] < 150 {
		t.Errorf("the levels hold %v", levels)
	}
	for name, want := range map[string]string{
		"N95口罩": "medical-supplies > protective-equipment > face-mask > n95-mask",
		"大米":    "food > grain > rice",
		"救护车":   "machinery > vehicle > ambulance",
		"帐篷":    "relief-supplies > shelter-supplies > tent",
		"收割机":   "agricultural-supplies > agricultural-machinery > harvester",
		"太阳能路灯": "power-equipment > solar-equipment > solar-lamp",
		"净水器":   "water-equipment > water-purification-equipment > water-purifier",
		"笔记本电脑": "ict-equipment > computer > laptop",
	} {
		got := ""
		for _, token := range parse(l, "挪威向智利捐赠"+name+"。") {
			for _, m := range token.Mentions {
				if m.Type == "supply" {
					got = path(m.Entity)
				}
			}
		}
		if got != want {
			t.Errorf("%s is %q, want %q", name, got, want)
		}
	}
}

// overlay loads the shipped gazetteers with a user's files over them.
func overlay(files map[string]string) (*lexicon.Lexicon, error) {
	m := fstest.MapFS{}
	for name, text := range files {
		m[name] = &fstest.MapFile{Data: []byte(text)}
	}
	o := options()
	o.User, o.UserShown = m, "mine/lexicon"
	return lexicon.Load(o)
}

func TestOneRecordAddsALeader(t *testing.T) {
	text := "挪威首相韦特勒森会见泽布伦。"
	if got := show(parse(load(t), text)); strings.Contains(got, "泽布伦") {
		t.Fatalf("the name is known already: %s", got)
	}
	l, err := overlay(map[string]string{"leaders-mine.yaml": "- {id: zebulon-example, zh: 泽布伦, en: Zebulon Example, country: CL, offices: [{of: CL, office: 外长, seen: [2018-01-01, 2018-12-31]}]}\n"})
	if err != nil {
		t.Fatal(err)
	}
	tokens := parse(l, text)
	last := tokens[len(tokens)-2]
	if len(last.Mentions) != 1 || last.Mentions[0].Entity != "zebulon-example" || last.Mentions[0].Country != "CL" {
		t.Errorf("gives %s", show(tokens))
	}
	if e, ok := l.Entity("zebulon-example"); !ok || e.English != "Zebulon Example" || len(e.Offices) != 1 {
		t.Errorf("the entity is %+v", e)
	}
	if by := last.Mentions[0].By; by != "mine/lexicon/leaders-mine.yaml:1" {
		t.Errorf("found by %q: want the user's file and line", by)
	}
}

func TestOneRecordChangesAndDisables(t *testing.T) {
	l, err := overlay(map[string]string{
		"countries.yaml": "- {id: LR, aliases: [胡椒海岸国]}\n",
		"supplies.yaml":  "- {id: stationery, disabled: true}\n",
	})
	if err != nil {
		t.Fatal(err)
	}
	if got := show(parse(l, "胡椒海岸国同利比里亚")); got != "[country 利比里亚] [country 利比里亚]" {
		t.Errorf("an alias of the user's gives %s", got)
	}
	if e, _ := l.Entity("LR"); e.Name != "利比里亚" || e.ISO3 != "LBR" {
		t.Errorf("the record is not laid over key by key: %+v", e)
	}
	if _, ok := l.Entity("stationery"); ok {
		t.Error("a disabled record is still there")
	}
	if got := show(parse(l, "文具")); got != "" {
		t.Errorf("the name of a disabled record gives %s", got)
	}
	if got := show(parse(load(t), "文具")); got != "[supply 文具]" {
		t.Errorf("the shipped gazetteer gives %s", got)
	}
}

func TestFaultsOfGazetteers(t *testing.T) {
	for _, c := range []struct{ name, file, text, want string }{
		{"unknown key", "leaders.yaml", "- {id: x-y, zh: 泽布伦, contry: CL}\n", `mine/lexicon/leaders.yaml:1:22: unknown key "contry"; did you mean "country"?`},
		{"id twice", "leaders.yaml", "- {id: x-y, zh: 泽布伦}\n- {id: x-y, zh: 泽布}\n", `mine/lexicon/leaders.yaml:2:8: the id "x-y" stands already at mine/lexicon/leaders.yaml:1`},
		{"id of another kind", "organizations.yaml", "- {id: emmanuel-macron, zh: 泽布伦协会}\n", `mine/lexicon/organizations.yaml:1:`},
		{"no id", "leaders.yaml", "- {zh: 泽布伦, country: CL}\n", `mine/lexicon/leaders.yaml:1:`},
		{"no name", "leaders.yaml", "- {id: x-y, country: CL}\n", `mine/lexicon/leaders.yaml:1:3: the record has no Chinese name`},
		{"country not there", "leaders.yaml", "- {id: x-y, zh: 泽布伦, country: ZZ}\n", `mine/lexicon/leaders.yaml:1:31: no record has the id "ZZ"`},
		{"office of nobody", "leaders.yaml", "- {id: x-y, zh: 泽布伦, offices: [{of: nowhere, office: 总统}]}\n", `mine/lexicon/leaders.yaml:1:`},
		{"broader not there", "supplies.yaml", "- {id: x-y, zh: 泽布, broader: nothing}\n", `mine/lexicon/supplies.yaml:1:30: no record has the id "nothing"`},
		{"member not there", "groups.yaml", "- {id: x-y, zh: 泽布集团, members: [FR, ZZ]}\n", `mine/lexicon/groups.yaml:1:`},
		{"circle of broader", "supplies.yaml", "- {id: x-y, zh: 泽布, broader: x-z}\n- {id: x-z, zh: 泽伦, broader: x-y}\n", `mine/lexicon/supplies.yaml:`},
		{"no day", "leaders.yaml", "- {id: x-y, zh: 泽布伦, offices: [{of: CL, office: 总统, since: 2018-13-45}]}\n", `mine/lexicon/leaders.yaml:1:`},
		{"no gazetteer of that name", "kings.yaml", "- {id: x-y, zh: 泽布伦}\n", `mine/lexicon/kings.yaml:1:3: no gazetteer is called "kings"`},
		{"name of two records", "places.yaml", "- {id: CL/一, zh: 泽布城, country: CL}\n- {id: CL/二, zh: 泽布城, country: CL}\n", `mine/lexicon/places.yaml:2:`},
		{"unknown part of speech", "words.yaml", "- {id: x-y, pos: verb, words: [泽布]}\n", `mine/lexicon/words.yaml:1:`},
		{"unknown reference", "references.yaml", "- {id: x-y, refer: nobody, words: [泽布]}\n", `mine/lexicon/references.yaml:1:`},
		{"unknown type of head", "heads.yaml", "- {id: x-y, type: orgnization, words: [泽布]}\n", `mine/lexicon/heads.yaml:1:`},
		{"unknown form of names", "names.yaml", "- {id: x-y, form: surnames, words: [泽]}\n", `mine/lexicon/names.yaml:1:`},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := overlay(map[string]string{c.file: c.text})
			if err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("the error is\n%v\nwant it to hold\n%s", err, c.want)
			}
		})
	}
}

func TestFaultsAreReportedAllAtOnce(t *testing.T) {
	_, err := overlay(map[string]string{
		"leaders.yaml":   "- {id: x-y, zh: 泽布伦, contry: CL}\n- {id: x-z, zh: 泽布, country: ZZ}\n",
		"supplies.yaml":  "- {id: x-q, zh: 泽, broader: nothing}\n",
		"countries.yaml": "- [\n",
	})
	if err == nil {
		t.Fatal("no error")
	}
	for _, want := range []string{"mine/lexicon/leaders.yaml:1:", "mine/lexicon/leaders.yaml:2:", "mine/lexicon/supplies.yaml:1:", "mine/lexicon/countries.yaml:"} {
		if !strings.Contains(err.Error(), want) {
			t.Errorf("the error lacks %s:\n%v", want, err)
		}
	}
}

// Whoever switches off a country learns what still refers to it, or the references go with it; nothing breaks.
func TestDisabledCountry(t *testing.T) {
	l, err := overlay(map[string]string{"countries.yaml": "- {id: BQ, disabled: true}\n"})
	if err == nil {
		if got := show(parse(l, "荷属加勒比区表示感谢。")); strings.Contains(got, "荷属加勒比区") {
			t.Errorf("a disabled country gives %s", got)
		}
		return
	}
	if !strings.Contains(err.Error(), `"BQ"`) {
		t.Errorf("the error does not say what is missing: %v", err)
	}
}
