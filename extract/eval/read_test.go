package eval_test

import (
	"strings"
	"testing"

	"jishi/extract/eval"
)

func TestBadFiles(t *testing.T) {
	facts := func(s string) error { _, err := eval.ReadFactGold("g.tsv", strings.NewReader(s)); return err }
	entities := func(s string) error { _, err := eval.ReadEntityGold("g.tsv", strings.NewReader(s)); return err }
	results := func(s string) error { _, err := eval.ReadResults("r.jsonl", strings.NewReader(s)); return err }
	for _, c := range []struct {
		read  func(string) error
		in    string
		wants []string // parts of the error, in order; none: no error
	}{
		{facts, "# entry\n\n", nil},
		{facts, "a\tb\n#\na\tb\tc\n", []string{"g.tsv:1: has 2 columns", "g.tsv:3: has 3 columns"}},
		{entities, "a\tb\tc\toptional\r\na\tb\tc\n", nil},
		{entities, "a\n", []string{"g.tsv:1: has 1 columns", "3 or 4"}},
		{results, "\n{}\n  \n{\"subject\":null}", nil},
		{results, "{\n[1]\n{}{}\n{\"subject\":3}\n", []string{"r.jsonl:1: is not JSON", "r.jsonl:2: is not a JSON object", "r.jsonl:3: has more than one", "r.jsonl:4: subject is not an object"}},
	} {
		err := c.read(c.in)
		if (err == nil) != (c.wants == nil) {
			t.Errorf("%q: error %v, want %q", c.in, err, c.wants)
			continue
		}
		for _, want := range c.wants {
			_, rest, ok := strings.Cut(err.Error(), want)
			if !ok {
				t.Errorf("%q: error %v lacks %q", c.in, err, want)
			}
			_ = rest
		}
	}
}

func TestFactsRefusesMentions(t *testing.T) {
	got, err := eval.ReadResults("r", strings.NewReader(`{"type":"leader"}`))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := eval.Facts(eval.FactGold{}, got, eval.Options{}); err == nil {
		t.Error("a mention was scored as a fact")
	}
}

func TestNotes(t *testing.T) {
	gold, err := eval.ReadFactGold("g", strings.NewReader("1#1\t\t甲\tr\t乙\tactual\t\trequired\n1#1\t\t丙\tr\t丁\tactual\tcount=3\trequired\n"))
	if err != nil {
		t.Fatal(err)
	}
	got, err := eval.ReadResults("r", strings.NewReader(
		`{"entry":"1#1","relation":"r","modality":"actual","subject":{"name":"丙某","mention":"丙"},"object":{"name":"丁"}}`+"\n"+
			`{"entry":"1#1","relation":"q","modality":"actual","subject":null,"object":{"name":"丁"}}`))
	if err != nil {
		t.Fatal(err)
	}
	var notes strings.Builder
	if _, err := eval.Facts(gold, got, eval.Options{Notes: &notes}); err != nil {
		t.Fatal(err)
	}
	want := `WRONG   1#1  – q 丁 [actual] 
MISSING line 1: 1#1  甲 r 乙 [actual]
NAME    丙某 for 丙: 1#1  丙某 r 丁 [actual] 
ATTR    count= for [3]: 1#1  丙某 r 丁 [actual] 
`
	if notes.String() != want {
		t.Errorf("got\n%s\nwant\n%s", notes.String(), want)
	}
}

// FuzzReaders: no input makes the readers panic, and what they read can be scored.
func FuzzReaders(f *testing.F) {
	f.Add("a#1\t*\t甲|乙方\tr\t?\tactual\tk=v,w|x;items\trequired\n", `{"relation":"r","entry":"a#1","modality":"actual","subject":{"name":"甲"},"evidence":{"text":"甲","start":0,"end":1}}`)
	f.Add("*\t?\t各方\tr\t乙\t\t;=\t\n#\n\n", `{"relation":null,"attributes":{"k":[1,null,{"name":2}],"batch":true},"subject":{"spans":[{"start":-1,"end":9},3],"mention":"x"}}`)
	f.Fuzz(func(t *testing.T, gold, results string) {
		rows, err := eval.ReadFactGold("g", strings.NewReader(gold))
		if err != nil {
			return
		}
		got, err := eval.ReadResults("r", strings.NewReader(results))
		if err != nil {
			return
		}
		text := gold
		if rep, err := eval.Facts(rows, got, eval.Options{Source: &text}); err == nil {
			total := rep.Total()
			if total.Found > total.Gold || total.Found+total.Optional+total.Wrong > len(got) {
				t.Errorf("counts more than there is: %+v", total)
			}
		}
	})
}
