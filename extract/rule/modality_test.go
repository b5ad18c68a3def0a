package rule

import (
	"strings"
	"testing"

	"jishi/schema"
)

// scopeOf reads a sentence of words with blanks between. TT is the trigger; SAY the verb of saying behind which the
// speech begins; a word of capital letters A, B, C is an actor, M a thing that does not act.
func scopeOf(cues *Cues, text string) Scope {
	s := Scope{Trigger: -1, Subject: -1, Speech: -1}
	at := 0
	for _, w := range strings.Fields(text) {
		tok := schema.Token{At: schema.Local{Start: at, End: at + len(w)}, Word: w}
		at += len(w)
		switch w {
		case "TT":
			s.Trigger = len(s.Tokens)
		case "SAY":
			tok.Word, s.Said, s.Speech = "表示", true, len(s.Tokens)
		case "A", "B", "C":
			tok.Word, tok.Mentions = "", []schema.Mention{{Type: "country", Entity: w, Name: w}}
		case "M":
			tok.Word, tok.Mentions = "", []schema.Mention{{Type: "supply", Entity: w, Name: w}}
		}
		s.Tokens = append(s.Tokens, tok)
	}
	s.Clauses = cues.Clauses(nil, s.Tokens)
	return s
}

func TestModality(t *testing.T) {
	set, err := Load(nil, "", ontology(t))
	if err != nil {
		t.Fatal(err)
	}
	const own, other = true, false
	for _, c := range []struct {
		text     string
		own      bool
		modality string
		cue      string
	}{
		// The clause's own cue.
		{"A 同 B TT 。", other, schema.Actual, ""},
		{"A 愿 同 B TT 。", other, schema.Pledged, "愿"},
		{"A 计划 同 B TT 。", other, schema.Planned, "计划"},
		{"A 决定 同 B TT 。", other, schema.Planned, "决定"},
		{"A 希望 同 B TT 。", other, schema.Requested, "希望"},
		{"A 呼吁 B TT 。", other, schema.Requested, "呼吁"},
		{"A 没有 同 B TT 。", other, schema.Negated, "没有"},
		{"A 尚未 同 B TT 。", other, schema.Negated, "尚未"},
		{"A 从未 愿 TT 。", other, schema.Negated, "从未"},
		{"A 同 B TT 愿 。", other, schema.Actual, ""}, // a cue behind the trigger has no part in it
		// The nearest of two.
		{"A 希望 B 愿 TT 。", other, schema.Pledged, "愿"},
		{"A 愿 请 B TT 。", other, schema.Requested, "请"},
		// Over clauses.
		{"A 愿 同 B 一道 ， TT M 。", other, schema.Pledged, "愿"},
		{"A 愿 同 B 一道 ， 面向 未来 ， TT M 。", other, schema.Pledged, "愿"},
		{"A 愿 同 B 一道 ， C TT M 。", other, schema.Actual, ""}, // a new subject closes the scope
		{"A 愿 同 B 一道 ， C 面向 未来 ， TT M 。", other, schema.Actual, ""},
		{"A 愿 同 B 一道 ， 已 TT M 。", other, schema.Actual, ""}, // what is done is not wished
		{"A 愿 同 B 一道 ， 曾 面向 未来 ， TT M 。", other, schema.Actual, ""},
		{"A 没有 同 B 一道 ， TT M 。", other, schema.Actual, ""}, // a denial stays in its clause
		// 将, in telling and in speech.
		{"A 将 同 B TT 。", other, schema.Planned, "将"},
		{"A SAY ， B 将 TT M 。", own, schema.Pledged, "将"},
		{"A SAY ， B 将 TT M 。", other, schema.Planned, "将"},
		{"A 将 SAY ， B TT M 。", own, schema.Actual, ""}, // before the verb of saying: not said
		{"A 愿 SAY ， TT M 。", own, schema.Actual, ""},
		{"A SAY ， 愿 TT M 。", own, schema.Pledged, "愿"},
		{"A SAY ， 会 TT M 。", own, schema.Pledged, "会"},
		{"A 将 新 造 的 M TT B 。", other, schema.Actual, ""}, // it only brings the object forward
		// What somebody can do he offers; what is not forgotten was done.
		{"A SAY ， B 可以 TT M 。", own, schema.Pledged, "可以"},
		{"A SAY ， B 可以 TT M 。", other, schema.Requested, "可以"},
		{"A 不会 忘记 B TT M 。", other, schema.Actual, ""},
		// 应 and 要.
		{"A SAY ， B 应 TT M 。", other, schema.Requested, "应"},
		{"A SAY ， 要 TT M 。", own, schema.Planned, "要"},
		{"A 要 TT M 。", other, schema.Requested, "要"},
	} {
		s := scopeOf(set.Cues, c.text)
		s.Own = c.own
		v := set.Cues.Modality(s, nil)
		cue := ""
		if v.Cue >= 0 {
			cue = s.Tokens[v.Cue].Word
		}
		if v.Modality != c.modality || cue != c.cue || v.Unreal {
			t.Errorf("%s (own %v): %s by %q, unreal %v; want %s by %q", c.text, c.own, v.Modality, cue, v.Unreal, c.modality, c.cue)
		}
	}
}

func TestUnreal(t *testing.T) {
	set, err := Load(nil, "", ontology(t))
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		text   string
		unreal bool
	}{
		{"记者 问 A 是否 TT M 。", true},
		{"如果 A TT M 。", true},
		{"A 能否 TT M ？", true},
		{"A TT M 。", false},
		{"A TT M ， 是否 及时 。", false},
	} {
		s := scopeOf(set.Cues, c.text)
		if v := set.Cues.Modality(s, nil); v.Unreal != c.unreal {
			t.Errorf("%s: unreal %v", c.text, v.Unreal)
		}
	}
}

func TestUndated(t *testing.T) {
	set, err := Load(nil, "", ontology(t))
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		text    string
		undated bool
	}{{"A 始终 TT M 。", true}, {"A 已 TT M 。", true}, {"A 累计 TT M 。", true}, {"A TT M 。", false}, {"A 始终 面向 未来 ， B TT M 。", false}} {
		s := scopeOf(set.Cues, c.text)
		if v := set.Cues.Modality(s, nil); v.Undated != c.undated {
			t.Errorf("%s: undated %v", c.text, v.Undated)
		}
	}
}

// A rule's own cues go before the general ones.
func TestARulesOwnCues(t *testing.T) {
	set, err := Load(nil, "", ontology(t))
	if err != nil {
		t.Fatal(err)
	}
	s := scopeOf(set.Cues, "A 宣布 TT M 。")
	if v := set.Cues.Modality(s, map[string]string{"宣布": schema.Pledged}); v.Modality != schema.Pledged {
		t.Errorf("宣布 gives %s", v.Modality)
	}
	if v := set.Cues.Modality(s, nil); v.Modality != schema.Actual {
		t.Errorf("without the rule's cue: %s", v.Modality)
	}
}

func TestClauses(t *testing.T) {
	set, err := Load(nil, "", ontology(t))
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ text, want string }{
		{"A 到 B ， C 来 。", "A C"},
		{"向 A 来 ， B 来 。", "- B"},      // a preposition governs
		{"A 的 发展 ， B 来 。", "- B"},     // the possessor does not act
		{"感谢 A ， 同 B ； C 来", "- - C"}, // behind a verb
		{"M 来 ， A 来 。", "- A"},
	} {
		s := scopeOf(set.Cues, c.text)
		var got []string
		for _, clause := range s.Clauses {
			name := "-"
			if clause.Subject >= 0 {
				name = s.Tokens[clause.Subject].Mentions[0].Name
			}
			got = append(got, name)
			if clause.Start > clause.End || clause.End > len(s.Tokens) {
				t.Errorf("%s: a clause from %d to %d", c.text, clause.Start, clause.End)
			}
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("%s: subjects %q, want %q", c.text, strings.Join(got, " "), c.want)
		}
		for i := range s.Tokens {
			if k := ClauseOf(s.Clauses, i); k < 0 || k >= len(s.Clauses) {
				t.Errorf("%s: token %d is in clause %d of %d", c.text, i, k, len(s.Clauses))
			}
		}
	}
}
