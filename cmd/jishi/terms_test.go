package main

import (
	"bufio"
	"io"
	"slices"
	"strings"
	"testing"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"jishi/schema"
)

// TestTermID: a relation and a modality go by id, by label in either language and script, in pinyin, and for short.
func TestTermID(t *testing.T) {
	o, err := schema.LoadOntology(nil, "")
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range o.Relations { // each by its own labels
		for _, word := range []string{r.ID, r.Zh, r.En} {
			if got, err := termID("relation", word, relationTerms(o)); got != r.ID || err != nil {
				t.Errorf("%s: %s %v, want %s", word, got, err, r.ID)
			}
		}
	}
	for _, c := range []struct{ word, want, fault string }{
		{"會見", "met", ""},
		{"huijian", "met", ""},
		{"Donated To", "donatedTo", ""},
		{"experts", "sentExpertsTo", ""},
		{"caled", "", `--relation caled: unknown; did you mean "called"?`},
		{"捐赠物资", "", "--relation 捐赠物资: unknown; did you mean 捐赠 (donatedTo)?"},
		{"吵架", "", "--relation 吵架: unknown; want one of: 通电话 (called), 会见 (met)"},
		{"to", "", "--relation: to may be "},
		{"", "", "--relation : unknown"},
	} {
		got, err := termID("relation", c.word, relationTerms(o))
		if c.want != "" && (got != c.want || err != nil) || c.want == "" && (err == nil || !strings.HasPrefix(err.Error(), c.fault)) {
			t.Errorf("%q: %s %v, want %s %s", c.word, got, err, c.want, c.fault)
		}
	}
}

// TestWantedByID: what somebody misses may be written with labels; what they do not lead from is left for others to refuse.
func TestWantedByID(t *testing.T) {
	o, err := schema.LoadOntology(nil, "")
	if err != nil {
		t.Fatal(err)
	}
	for text, want := range map[string]string{
		"通电话(李克强, 默克尔) 已发生":               "called(李克强, 默克尔) actual",
		"捐赠（挪威，智利）承诺 items=帐篷":            "donatedTo（挪威，智利） pledged items=帐篷",
		"met(挪威, 智利)":                     "met(挪威, 智利)",
		"called(Kenyatta, 烏干達) place=内罗毕": "called(Kenyatta, 烏干達) place=内罗毕",
		"吵架(挪威, 智利)":                      "吵架(挪威, 智利)",
		"会见":                              "会见",
	} {
		if got := wantedByID(text, o); got != want {
			t.Errorf("%s: %q, want %q", text, got, want)
		}
	}
}

// TestChoice: a flag takes its words and what the catalogue calls them, and keeps the word.
func TestChoice(t *testing.T) {
	for given, want := range map[string]string{"month": "month", "月": "month", "季度": "quarter", "按年": "year"} {
		c := newChoice("", []string{"month", "quarter", "year"})
		if err := c.Set(given); err != nil || c.value != want {
			t.Errorf("%s: %q %v", given, c.value, err)
		}
	}
	for given, fault := range map[string]string{
		"国家":     "want one of month, quarter or year",
		"monht":  "want one of month, quarter or year; did you mean month?",
		"季度度":    "want one of month, quarter or year; did you mean 季度?",
		"":       "want one of month, quarter or year",
		"Months": "want one of month, quarter or year; did you mean month?",
	} {
		c := newChoice("", []string{"month", "quarter", "year"})
		if err := c.Set(given); err == nil || err.Error() != fault || c.value != "" {
			t.Errorf("%q: %q %v", given, c.value, err)
		}
	}
}

// TestChoicesAreNamed: every word that a flag takes has a Chinese name, but for those that name a format of files, and the
// catalogue has no others.
func TestChoicesAreNamed(t *testing.T) {
	named, err := choiceWords()
	if err != nil {
		t.Fatal(err)
	}
	used := map[string]bool{}
	eachChoice(rootCommand(&env{out: &results{Writer: bufio.NewWriter(io.Discard)}, err: io.Discard}), func(where string, c *choice) {
		for _, word := range c.words {
			used[word] = true
			if len(named[word]) == 0 && !strings.HasSuffix(where, "--format") {
				t.Errorf("%s: the word %s has no Chinese name in words/%s", where, word, choicesFile)
			}
			for _, other := range c.words {
				if other != word && slices.ContainsFunc(named[word], func(n string) bool { return slices.Contains(named[other], n) }) {
					t.Errorf("%s: %s and %s have a name in common", where, word, other)
				}
			}
		}
	})
	for word := range named {
		if !used[word] {
			t.Errorf("words/%s: no flag takes %q", choicesFile, word)
		}
	}
}

// eachChoice calls do for every flag of choice below a command.
func eachChoice(cmd *cobra.Command, do func(where string, c *choice)) {
	cmd.LocalFlags().VisitAll(func(f *pflag.Flag) {
		if c, ok := f.Value.(*choice); ok {
			do(cmd.CommandPath()+" --"+f.Name, c)
		}
	})
	for _, sub := range cmd.Commands() {
		eachChoice(sub, do)
	}
}
