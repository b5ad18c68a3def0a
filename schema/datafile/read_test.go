package datafile_test

import (
	"reflect"
	"strings"
	"testing"
	"testing/fstest"

	"jishi/schema/datafile"
)

// thing is a record as an owner of data would declare it.
type thing struct {
	ID    string   `yaml:"id"`
	Zh    string   `yaml:"zh"`
	Names []string `yaml:"names"`
	Size  int      `yaml:"size"`
	Parts []part   `yaml:"parts"`
}

type part struct {
	Of    string `yaml:"of"`
	Count int    `yaml:"count"`
}

func layer(shown string, user bool, files map[string]string) datafile.Layer {
	m := fstest.MapFS{}
	for name, text := range files {
		m[name] = &fstest.MapFile{Data: []byte(text)}
	}
	return datafile.Layer{FS: m, Shown: shown, User: user}
}

// decodeAll reads layers to the end and gives all their problems.
func decodeAll(layers ...datafile.Layer) ([]thing, []datafile.Record, datafile.Problems) {
	records, problems := datafile.Read(layers, "id")
	var out []thing
	for _, r := range records {
		var v thing
		problems = append(problems, r.Decode(&v)...)
		out = append(out, v)
	}
	return out, records, problems
}

func TestReadOneLayer(t *testing.T) {
	got, records, problems := decodeAll(layer("d", false, map[string]string{
		"things-b.yaml": "# only a comment\n",
		"things.yaml":   "- {id: a, zh: 甲, names: [x, y], size: 3}\n-\n  id: b\n  parts:\n    - {of: a, count: 2}\n",
		"notes.txt":     "not: [read",
		"empty.yaml":    "",
	}))
	if err := problems.Err(); err != nil {
		t.Fatal(err)
	}
	want := []thing{{ID: "a", Zh: "甲", Names: []string{"x", "y"}, Size: 3}, {ID: "b", Parts: []part{{"a", 2}}}}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got %+v, want %+v", got, want)
	}
	if records[1].Place() != "d/things.yaml:3" || records[1].Line() != 3 || records[1].Kind != "things" || records[0].User {
		t.Errorf("the second record: %s, line %d, kind %s; user's: %v", records[1].Place(), records[1].Line(), records[1].Kind, records[0].User)
	}
}

func TestReadKindIsTheNameUpToTheFirstMark(t *testing.T) {
	_, records, _ := decodeAll(layer("d", false, map[string]string{"leaders-cn.yaml": "- {id: a}\n", "leaders.old.yaml": "- {id: b}\n"}))
	for _, r := range records {
		if r.Kind != "leaders" {
			t.Errorf("%s is of kind %q", r.Place(), r.Kind)
		}
	}
	if len(records) != 2 {
		t.Errorf("%d records", len(records))
	}
}

func TestReadMissingFolderIsEmpty(t *testing.T) {
	records, problems := datafile.Read([]datafile.Layer{{FS: fstest.MapFS{}, Shown: "nowhere"}}, "id")
	if len(records) != 0 || len(problems) != 0 {
		t.Errorf("%v, %v", records, problems)
	}
}

func TestOverlay(t *testing.T) {
	got, records, problems := decodeAll(
		layer("ours", false, map[string]string{
			"things.yaml": "- {id: a, zh: 甲, names: [x, y], size: 3}\n- {id: b, zh: 乙}\n- {id: c, zh: 丙}\n",
			"others.yaml": "- {id: o, zh: 另}\n",
		}),
		layer("mine", true, map[string]string{
			"things-mine.yaml": "- {id: c, disabled: true}\n- {id: a, zh: 改, names: [z]}\n- {id: d, zh: 丁}\n",
		}),
	)
	if err := problems.Err(); err != nil {
		t.Fatal(err)
	}
	want := []thing{
		{ID: "o", Zh: "另"}, // untouched
		{ID: "a", Zh: "改", Names: []string{"z"}, Size: 3},
		{ID: "b", Zh: "乙"},
		{ID: "d", Zh: "丁"},
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got %+v, want %+v", got, want)
	}
	var users []bool
	for _, r := range records {
		users = append(users, r.User)
	}
	if !reflect.DeepEqual(users, []bool{false, true, false, true}) {
		t.Errorf("whose they are: %v", users)
	}
	if records[1].Place() != "mine/things-mine.yaml:2" {
		t.Errorf("a changed record stands at %s", records[1].Place())
	}
}

func TestDisabledFalseIsNothing(t *testing.T) {
	got, _, problems := decodeAll(
		layer("ours", false, map[string]string{"things.yaml": "- {id: a, zh: 甲}\n"}),
		layer("mine", true, map[string]string{"things.yaml": "- {id: a, disabled: false}\n"}),
	)
	if len(problems) > 0 || len(got) != 1 || got[0].Zh != "甲" {
		t.Errorf("%+v, %v", got, problems)
	}
}

// An id stands for one record, whatever the file: others refer to it by its id alone.
func TestIDsAreUniqueOverAllFiles(t *testing.T) {
	_, _, problems := decodeAll(layer("ours", false, map[string]string{"others.yaml": "- {id: a}\n", "things.yaml": "- {id: b}\n- {id: a}\n"}))
	if want := `ours/things.yaml:2:8: the id "a" stands already at ours/others.yaml:1; give one of them another id`; problems.Error() != want {
		t.Errorf("got %v, want %s", problems, want)
	}
}

func TestRecordsWithoutIDAreNeverMerged(t *testing.T) {
	got, _, problems := decodeAll(
		layer("ours", false, map[string]string{"things.yaml": "- {zh: 甲}\n- {zh: 乙}\n"}),
		layer("mine", true, map[string]string{"things.yaml": "- {zh: 丙}\n"}),
	)
	if len(problems) > 0 || len(got) != 3 {
		t.Errorf("%+v, %v", got, problems)
	}
}

func TestProblems(t *testing.T) {
	for _, c := range []struct {
		name, file string
		want       []string
	}{
		{"unknown key, with a suggestion", "- id: a\n  zhh: 甲\n", []string{`d/things.yaml:2:3: unknown key "zhh"; did you mean "zh"?`}},
		{"unknown key, far from all", "- {id: a, wikidata: Q1}\n", []string{`d/things.yaml:1:11: unknown key "wikidata"; known keys: id, names, parts, size, zh`}},
		{"columns count characters", "- {zh: 甲乙丙, wikidata: 1, id: a}\n", []string{`d/things.yaml:1:13: unknown key "wikidata"; known keys: id, names, parts, size, zh`}},
		{"unknown key in a part", "- id: a\n  parts:\n    - {of: b, cuont: 2}\n    - {off: b}\n", []string{
			`d/things.yaml:3:15: unknown key "cuont"; did you mean "count"?`, `d/things.yaml:4:8: unknown key "off"; did you mean "of"?`}},
		{"key twice", "- id: a\n  zh: 甲\n  zh: 乙\n", []string{`d/things.yaml:3:3: the key "zh" stands twice; remove one`}},
		{"number wanted", "- id: a\n  size: large\n", []string{`d/things.yaml:2:9: want a whole number, not "large"; write size: VALUE`}},
		{"two values wanted, all told", "- id: [a]\n  size: 1.5\n  names: {x: y}\n", []string{
			"d/things.yaml:1:7: want one value, not a list; write id: VALUE, and put a text that begins with { or [ into quotation marks",
			`d/things.yaml:2:9: want a whole number, not "1.5"; write size: VALUE`, "d/things.yaml:3:10: want a list; write names: […]"}},
		{"a comma inside a text", "- {id: a, zh: 甲, 乙}\n", []string{`d/things.yaml:1:18: unknown key "乙"; put a text that holds a comma into quotation marks; known keys: id, names, parts, size, zh`}},
		{"nothing under a key", "- id: a\n  names:\n  zh:\n", nil},
		{"list wanted", "- id: a\n  names: x\n", []string{"d/things.yaml:2:10: want a list; write names: [x]"}},
		{"same id twice", "- {id: a}\n- {id: b}\n- {zh: 甲, id: a}\n", []string{`d/things.yaml:3:15: the id "a" stands already at d/things.yaml:1; give one of them another id`}},
		{"no list", "id: a\n", []string{"d/things.yaml:1:1: want a list of records; begin each record with '- '"}},
		{"no record", "- a\n- [b]\n- {id: c}\n", []string{
			"d/things.yaml:1:3: want a record (key: value); see FORMAT.md beside the data", "d/things.yaml:2:3: want a record (key: value); see FORMAT.md beside the data"}},
		{"disabled inside a part is no key", "- {id: a, parts: [{of: b, disabled: true}]}\n", []string{`d/things.yaml:1:27: unknown key "disabled"; known keys: count, of`}},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, _, problems := decodeAll(layer("d", false, map[string]string{"things.yaml": c.file}))
			if got := problems.Error(); got != strings.Join(c.want, "\n") {
				t.Errorf("got\n%s\nwant\n%s", got, strings.Join(c.want, "\n"))
			}
		})
	}
}

func TestBrokenYAML(t *testing.T) {
	for _, c := range []struct{ name, file, place string }{
		{"unclosed list", "- {id: a}\n- {id: b, names: [x\n", "d/things.yaml:"},
		{"tab", "- id: a\n\tzh: 甲\n", "d/things.yaml:2:"},
		{"bad indent", "- id: a\n   zh: 甲\n", "d/things.yaml:"},
		{"unclosed string", "- id: \"a\n", "d/things.yaml:"},
		{"not UTF-8", "- id: \xff\xfe\n", "d/things.yaml:"},
		{"control character", "- id: a\x01\n", "d/things.yaml:"},
		{"unknown anchor", "- id: *x\n", "d/things.yaml:"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, _, problems := decodeAll(layer("d", false, map[string]string{"things.yaml": c.file}))
			if len(problems) == 0 || !strings.HasPrefix(problems.Error(), c.place) {
				t.Fatalf("got %q, want the place %s", problems.Error(), c.place)
			}
			if p := problems[0]; p.Line < 1 || p.Column < 1 || p.Remedy == "" {
				t.Errorf("no place or no remedy: %+v", p)
			}
		})
	}
}

// What the reader does not read must not vanish in silence.
func TestASecondDocumentIsNotDropped(t *testing.T) {
	got, _, problems := decodeAll(layer("d", false, map[string]string{"things.yaml": "- {id: a}\n---\n- {id: b}\n"}))
	if len(problems) == 0 && len(got) != 2 {
		t.Errorf("the records behind --- are dropped without a word: %+v", got)
	}
}

func TestAllProblemsAtOnceInOrder(t *testing.T) {
	_, _, problems := decodeAll(
		layer("ours", false, map[string]string{"things.yaml": "- {id: a, size: x}\n- {id: a}\n", "a.yaml": "- {id: q, zz: 1}\n"}),
		layer("mine", true, map[string]string{"things.yaml": "- {id: b, foo: 1}\n", "broken.yaml": "- [\n"}),
	)
	var places []string
	for _, line := range strings.Split(problems.Error(), "\n") {
		file, rest, _ := strings.Cut(line, ":")
		number, _, _ := strings.Cut(rest, ":")
		places = append(places, file+":"+number)
	}
	got := strings.Join(places, " ")
	if !strings.HasPrefix(got, "mine/broken.yaml:") || !strings.HasSuffix(got, " mine/things.yaml:1 ours/a.yaml:1 ours/things.yaml:1 ours/things.yaml:2") {
		t.Errorf("places are %s\n%v", got, problems)
	}
}

func TestErrIsNilWithoutProblems(t *testing.T) {
	var none datafile.Problems
	if err := none.Err(); err != nil {
		t.Errorf("%v", err)
	}
}

func TestRecordProblem(t *testing.T) {
	records, problems := datafile.Parse("f.yaml", []byte("- id: a\n  names: [x, yy, z]\n"))
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	r := records[0]
	for _, c := range []struct {
		key    string
		deeper []any
		want   string
	}{
		{"names", nil, "f.yaml:2:10: bad; mend it"},
		{"names", []any{1}, "f.yaml:2:14: bad; mend it"},
		{"names", []any{9}, "f.yaml:2:10: bad; mend it"},
		{"zh", nil, "f.yaml:1:3: bad; mend it"},
	} {
		if got := r.Problem(c.key, "bad", "mend it", c.deeper...).Error(); got != c.want {
			t.Errorf("%s %v: %s, want %s", c.key, c.deeper, got, c.want)
		}
	}
	if r.Value("names") != "" || r.Value("id") != "a" || r.Value("zh") != "" {
		t.Errorf("values are %q, %q, %q", r.Value("names"), r.Value("id"), r.Value("zh"))
	}
}

// The hash of a rule is made of Raw: layout and comments must not change it, a value must.
func TestRawIsCanonical(t *testing.T) {
	raw := func(text string) string {
		records, problems := datafile.Parse("f.yaml", []byte(text))
		if len(problems) > 0 || len(records) != 1 {
			t.Fatalf("%q: %v", text, problems)
		}
		return records[0].Raw()
	}
	base := raw("- id: a\n  names: [x, y]\n")
	if raw("- id: a\n  names: [x, z]\n") == base {
		t.Error("another value gives the same YAML")
	}
	for _, same := range []string{"# head\n- id: a\n  names: [x, y]\n", "-   id:   a\n    names: [ x,  y ]\n", "- {id: a, names: [x, y]}\n", "- id: a # why\n  names: [x, y]\n"} {
		if got := raw(same); got != base {
			t.Errorf("%q gives %q, want %q", same, got, base)
		}
	}
}

func TestNearest(t *testing.T) {
	names := []string{"trigger", "pattern", "patterns", "priority"}
	for word, want := range map[string]string{"triger": "trigger", "patern": "pattern", "priorities": "priority", "zzz": "", "": "", "pat": ""} {
		if got := datafile.Nearest(word, names); got != want {
			t.Errorf("Nearest(%q) is %q, want %q", word, got, want)
		}
	}
}
