package extract_test

import (
	"slices"
	"strings"
	"sync"
	"testing"

	"jishi/extract"
	"jishi/schema"
)

// scholars is an extractor with relations and rules of a user's own, about what no shipped rule reads: an office abroad,
// cities as equals.
var scholars = sync.OnceValues(func() (*extract.Extractor, error) {
	return extract.New(extract.Options{Data: "testdata/scholar"})
})

// What such rules need of the engine stands in their examples and counter-examples.
func TestRelationsOfAUsersOwn(t *testing.T) {
	x, err := scholars()
	if err != nil {
		t.Fatal(err)
	}
	if err := x.CheckRules().Err(); err != nil {
		t.Error(err)
	}
	own := func(r schema.Rule) bool { return strings.HasPrefix(r.File, "testdata/scholar/") }
	if n := len(slices.DeleteFunc(slices.Clone(x.Rules()), func(r schema.Rule) bool { return !own(r) })); n != 3 {
		t.Errorf("%d rules of their own", n)
	}
}

// Of a match that gives no fact, or one that is meant otherwise than its words seem to say, the word on which it turned is named.
func TestExplanationNamesTheWord(t *testing.T) {
	x, err := scholars()
	if err != nil {
		t.Fatal(err)
	}
	for text, want := range map[string]string{
		"加纳武装召回驻汤加大使。":      "no fact   recalls-ambassador: a noun behind who acts goes on with the name, or does for all jishi knows: 武装",
		"加纳的计划是召回驻汤加大使。":    "actual: no cue reaches the trigger",
		"加纳依据重大计划，召回驻汤加大使。": "actual: no cue reaches the trigger",
		"加纳按重大计划、召回驻汤加大使。":  "actual: no cue reaches the trigger, since 计划 is read as a noun here",
		"加纳外长马哈马被召回国。":      "no fact   ambassador-is-recalled: the other party is not found",
		"冰岛可能召回驻智利大使。":      "unreal: 可能 in the trigger's clause makes it a question or a condition",
	} {
		doc, err := x.Read(extract.Input{ID: "text", Name: "text.txt", Raw: []byte(text)})
		if err != nil {
			t.Fatal(err)
		}
		e := x.Explain(doc)
		var b strings.Builder
		if err := e.WriteText(&b, nil); err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(b.String(), want) {
			t.Errorf("%s: want %s in\n%s", text, want, b.String())
		}
	}
}

// Who misses the host country of an office is told how a rule finds it.
func TestWhyNotTheHost(t *testing.T) {
	x, err := scholars()
	if err != nil {
		t.Fatal(err)
	}
	e, err := x.ExplainText("加纳驻汤加大使出席。")
	if err != nil {
		t.Fatal(err)
	}
	wanted, err := x.ParseWanted("recalledAmbassadorFrom(加纳, 汤加)")
	if err != nil {
		t.Fatal(err)
	}
	if got := x.WhyNot(e, wanted).Text; !strings.Contains(got, "but was read as the country mention 加纳驻汤加大使; where an office is held, a rule finds by object: host") {
		t.Errorf("got %s", got)
	}
}
