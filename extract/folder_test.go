package extract_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"jishi/extract"
)

// What stands where nothing reads it is told: its writer would look for the fault in what it says.
func TestMisplacedFiles(t *testing.T) {
	const rule = "- name: trades\n  relation: cooperatedWith\n  trigger: [通商]\n  pattern: \"({subject} ...)? 同 {object} @\"\n" +
		"  examples: [{text: 挪威同智利通商。, facts: [\"cooperatedWith(挪威, 智利) actual\"]}]\n"
	const relation = "relations:\n  - {id: tradedWith, from: [country], to: [country]}\n"
	for _, c := range []struct{ name, file, text, want string }{
		{"in its place", "rules/mine.yaml", rule, ""},
		{"beside the folders", "mine.yaml", rule, "mine.yaml: nothing reads a file that stands here; put it into "},
		{"a relation beside the folders", "mine.yml", relation, "mine.yml: nothing reads a file that stands here"},
		{"a person beside the folders", "leaders.yaml", "- {id: x, zh: 甲乙, country: \"NO\"}\n", "leaders.yaml: nothing reads a file"},
		{"another program's file", "compose.yaml", "services:\n  web: {image: x}\n", ""},
		{"another program's list", "play.yaml", "- hosts: all\n", ""},
		{"our settings", "config.yaml", "jishi:\n  data: .\n", ""},
		{"a text", "notes.txt", "- name: x\n", ""},
		{"a folder misspelt", "ruels/mine.yaml", rule, "ruels: nothing reads this folder; did you mean \"rules\"?"},
		{"a folder in capitals", "Rules/mine.yaml", rule, "Rules: nothing reads this folder; did you mean \"rules\"?"},
		{"a folder of another kind", "texts/mine.yaml", rule, ""},
		{"another end", "rules/mine.yml", rule, "rules/mine.yml: is not read; let its name end in .yaml"},
		{"an editor's end", "lexicon/leaders.yaml.txt", "", "lexicon/leaders.yaml.txt: is not read"},
		{"capitals at the end", "schema/mine.YAML", relation, "schema/mine.YAML: is not read"},
		{"too deep", "rules/more/mine.yaml", rule, "rules/more/mine.yaml: is not read; let its name end in .yaml, and put it into rules itself"},
		{"a rule in a text file", "rules/mine.txt", rule, "rules/mine.txt: is not read; let its name end in .yaml"},
		{"notes in a text file", "rules/notes.txt", "- to do: more rules\n", ""},
		{"nothing in it", "rules/mine.yaml", " \n", "rules/mine.yaml: is empty; write what it is to hold and save it, or remove it"},
		{"remarks alone", "rules/mine.yaml", "# later\n", ""},
		{"notes among the rules", "rules/README.md", "", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			dir := t.TempDir()
			path := filepath.Join(dir, filepath.FromSlash(c.file))
			if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(path, []byte(c.text), 0o666); err != nil {
				t.Fatal(err)
			}
			_, err := extract.New(extract.Options{Data: dir})
			switch {
			case c.want == "" && err != nil:
				t.Errorf("%v", err)
			case c.want != "" && (err == nil || !strings.Contains(err.Error(), "/"+c.want)):
				t.Errorf("got %v, want %s", err, c.want)
			}
		})
	}
}

// Whoever names a part of the folder, or a file, is told which folder is wanted.
func TestFolderThatIsNone(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "rules")
	if err := os.Mkdir(dir, 0o777); err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(dir, "mine.yaml")
	if err := os.WriteFile(file, []byte("- {name: meets, relation: met, disabled: true}\n"), 0o666); err != nil {
		t.Fatal(err)
	}
	for data, want := range map[string]string{
		dir:        "mine.yaml: nothing reads a file that stands here; name the folder above ",
		file:       "is a file; name the folder that holds schema, lexicon or rules",
		dir + "/x": "no such folder",
	} {
		if _, err := extract.New(extract.Options{Data: data}); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: got %v, want %s", data, err, want)
		}
	}
}
