package main

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"jishi/graph/export"
	"jishi/schema"
)

// TestReadmes does what the two READMEs tell their readers to do, each in its language, and compares what the commands print
// with what it says they print. With UPDATE_SCRIPTS=1 it writes that into them.
func TestReadmes(t *testing.T) {
	for name, language := range map[string]string{"README.md": english, "README.zh.md": chinese} {
		t.Run(name, func(t *testing.T) {
			path, raw := atRoot(t, name), readReadme(t, name)
			documents := filepath.Join(filepath.Dir(path), "extract", "testdata", "documents")
			t.Chdir(t.TempDir())
			t.Setenv("JISHI_LANG", language)
			folder(t, documents)
			got, ran := followReadme(t, raw)
			if ran < 12 {
				t.Fatalf("%d commands", ran)
			}
			upToDate(t, path, raw, got)
		})
	}
}

// followReadme makes the files of a README, which stand in a fence below the paragraph that names them, and runs its commands.
// It gives the README with what they print, and how many they are.
func followReadme(t *testing.T, readme string) (got string, ran int) {
	t.Helper()
	const file, console = "`([a-z]+\\.txt)`[^`\n]*\n\n```\n(.*?)```", "```console\n(.*?)```"
	steps := regexp.MustCompile("(?s)" + file + "|" + console)
	got = steps.ReplaceAllStringFunc(readme, func(step string) string {
		m := steps.FindStringSubmatch(step)
		if m[1] != "" {
			writeFile(t, m[1], m[2])
			return step
		}
		out, n := commandsOf(t, m[3])
		ran += n
		return "```console\n" + out + "```"
	})
	return got, ran
}

// folder is what the README reads as a folder: a text in GB18030, a DOCX, and a text that tells no day.
func folder(t *testing.T, documents string) {
	t.Helper()
	for name, from := range map[string]string{"会见.txt": "report/gb18030.txt", "大事记.docx": "chronicle/office.docx"} {
		raw, err := os.ReadFile(filepath.Join(documents, from))
		if err != nil {
			t.Fatal(err)
		}
		writeFile(t, filepath.Join("资料", name), string(raw))
	}
	writeFile(t, filepath.Join("资料", "无日期.txt"), "斐济总理同瑙鲁总统上午通电话。\n")
}

// TestReadmeNamesSheets: the Chinese README calls the sheets of a workbook as the workbook does.
func TestReadmeNamesSheets(t *testing.T) {
	readme := readReadme(t, "README.zh.md")
	o, err := schema.LoadOntology(nil, "")
	if err != nil {
		t.Fatal(err)
	}
	say, err := sheetWords(chinese)
	if err != nil {
		t.Fatal(err)
	}
	sheets, err := export.Tables(export.Data{Ontology: o, Labels: chinese, Say: say})
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, s := range sheets {
		names = append(names, s.Name)
	}
	last := len(names) - 1
	if list := strings.Join(names[:last], "、") + "和" + names[last]; !strings.Contains(readme, list) {
		t.Errorf("README.zh.md does not name the sheets: %s", list)
	}
}

func atRoot(t *testing.T, name string) string {
	t.Helper()
	path, err := filepath.Abs(filepath.Join("..", "..", name))
	if err != nil {
		t.Fatal(err)
	}
	return path
}

func readReadme(t *testing.T, name string) string {
	t.Helper()
	raw, err := os.ReadFile(atRoot(t, name))
	if err != nil {
		t.Fatal(err)
	}
	return string(raw)
}
