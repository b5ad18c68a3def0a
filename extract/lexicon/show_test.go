package lexicon_test

import (
	"strings"
	"testing"

	"jishi/extract/lexicon"
	"jishi/extract/timex"
	"jishi/schema"
)

// load compiles the shipped gazetteers with the words of a few rules.
func load(t testing.TB) *lexicon.Lexicon {
	t.Helper()
	l, err := lexicon.Load(options())
	if err != nil {
		t.Fatal(err)
	}
	return l
}

func options() lexicon.Options {
	return lexicon.Options{
		Words:  strings.Fields("通电话 捐赠 派遣 抵达 会见 举行 表示 致信 出席 签署 合作 运抵 收到 提供 主持 邀请 访问 援建 愿 将 同 向"),
		Number: timex.Number,
	}
}

// show prints the chunks of a sentence: [type name], with what else a test may want in braces, | between the members of a
// list. Words are left out.
func show(tokens []schema.Token) string {
	var out []string
	for _, t := range tokens {
		if len(t.Mentions) == 0 {
			continue
		}
		parts := make([]string, len(t.Mentions))
		for i, m := range t.Mentions {
			parts[i] = showMention(m)
		}
		chunk := "[" + strings.Join(parts, " | ") + "]"
		if t.Partial {
			chunk += "…"
		}
		out = append(out, chunk)
	}
	return strings.Join(out, " ")
}

func showMention(m schema.Mention) string {
	s := m.Type
	switch m.Type {
	case schema.TypeAmount:
		s += " " + m.Amount.Value
	case schema.TypeRefer:
		s += " " + m.Refer.Kind
		if len(m.Refer.Among) > 0 {
			s += "(" + strings.Join(m.Refer.Among, ",") + ")"
		}
	default:
		s += " " + m.Name
		if m.Amount.Value != "" {
			s += " " + m.Amount.Value
		}
	}
	s += m.Amount.Unit
	if m.Amount.About {
		s += "~"
	}
	if m.Amount.Money {
		s += "$"
	}
	if m.Batch != "" {
		s += " batch=" + m.Batch
	}
	for _, title := range m.Titles {
		s += " {" + title.Of.Name
		for _, of := range title.Of.Titles {
			s += "(" + of.Of.Name + ":" + of.Office + ")"
		}
		s += ":" + title.Office
		if title.Status != "" {
			s += ":" + title.Status
		}
		s += "}"
	}
	for _, inside := range m.Inside {
		s += " in=" + inside.Name
	}
	if m.Office != "" {
		s += " as=" + m.Office
	}
	for _, id := range m.Hosts {
		s += " at=" + id
	}
	if m.Among != "" {
		s += " among=" + m.Among
	}
	return s
}

func parse(l *lexicon.Lexicon, text string) []schema.Token {
	return l.Parse(text, nil, lexicon.NewContext(schema.Day{Year: 2018, Month: 5, Day: 2}))
}
