package rule

import "jishi/schema"

// Clause is a half-open range of tokens between two marks of punctuation.
type Clause struct {
	Start, End int
	Subject    int // token of the actor that the clause begins with, or -1
}

// Clauses cuts a sentence at its clause marks and finds for each clause who acts. The clauses stand behind those in out,
// of another sentence or none.
func (c *Cues) Clauses(out []Clause, tokens []schema.Token) []Clause {
	start, from := 0, len(out)
	for i := range tokens {
		t := &tokens[i]
		if len(t.Mentions) == 0 && isClauseMark(t.Word) && i == start {
			start = i + 1 // a sentence may begin with a mark
			continue
		}
		if len(t.Mentions) == 0 && isClauseMark(t.Word) {
			out = append(out, Clause{Start: start, End: i})
			start = i + 1
		}
	}
	if start < len(tokens) || len(out) == from {
		out = append(out, Clause{Start: start, End: len(tokens)})
	}
	for i := from; i < len(out); i++ {
		out[i].Subject = c.subject(tokens, out[i])
	}
	return out
}

func isClauseMark(w string) bool {
	switch w {
	case "，", "；", "。", "：", "！", "？", ",", ";", ":", "?", "!":
		return true
	}
	return false
}

// subject is the first actor of a clause that no preposition governs. A verb before any actor means that the clause has
// none of its own.
func (c *Cues) subject(tokens []schema.Token, clause Clause) int {
	governed, unknown := false, 0
	for i := imprint(tokens, clause); i < clause.End; i++ {
		t := &tokens[i]
		if len(t.Mentions) > 0 {
			m := &t.Mentions[0]
			if m.Type == schema.TypeRefer && m.Name == "本国" { // 已将本国民众的捐款转交: whose it is acts
				continue
			}
			if schema.IsActor(m.Type) || m.Type == schema.TypeRefer {
				if governed { // 把两党两国领导人的共识
					governed = i+1 < clause.End && m.Type == "country" && len(tokens[i+1].Mentions) > 0 && tokens[i+1].Mentions[0].Type == "country"
					continue
				}
				if unknown > 1 { // 抓住两国…: what no word is made of was a verb
					return -1
				}
				if i+1 < clause.End && c.has(tokens[i+1].Word, "source") {
					return -1
				}
				if end := broughtBy(tokens, clause, i); end > 0 {
					i = end
					continue
				}
				if i+1 < clause.End && tokens[i+1].Word == "的" { // 中国的发展: the possessor does not act
					return -1
				}
				return i
			}
			continue
		}
		if t.Word == "" {
			unknown++
			continue
		}
		switch kinds := c.words[t.Word]; {
		case t.Word == "由" && madeOf(tokens, clause, i) > 0:
			i = madeOf(tokens, clause, i)
		case of(kinds, "preposition"):
			governed = true
		case of(kinds, "saying"):
			return -1
		case of(kinds, verbal):
			at := relative(tokens, clause, i)
			if at < 0 || !governed {
				return at
			}
			i, governed = at, false // 又同到访的智利外长会谈
		}
	}
	return -1
}

// imprint is where a clause begins behind a bracket that only says whose text it is: 【明报专讯】, （转载）.
func imprint(tokens []schema.Token, clause Clause) int {
	const longest = 12 // tokens
	if clause.Start >= clause.End {
		return clause.Start
	}
	end := closing(tokens[clause.Start].Word)
	if end == "" {
		return clause.Start
	}
	for i := clause.Start + 1; i < clause.End-1 && i <= clause.Start+longest; i++ {
		if len(tokens[i].Mentions) == 0 && tokens[i].Word == end {
			return i + 1
		}
	}
	return clause.Start
}

// closing is the bracket that closes one, or "".
func closing(bracket string) string {
	switch bracket {
	case "（":
		return "）"
	case "(":
		return ")"
	case "【":
		return "】"
	case "［":
		return "］"
	case "[":
		return "]"
	case "〔":
		return "〕"
	}
	return ""
}

// broughtBy is the 的 of a clause 由A组织的 about those who act, or 0.
func broughtBy(tokens []schema.Token, clause Clause, i int) int {
	if i == clause.Start || tokens[i-1].Word != "由" {
		return 0
	}
	if i+2 < clause.End && tokens[i+1].Word == "组织" && tokens[i+2].Word == "的" {
		return i + 2
	}
	return 0
}

// madeOf is the 的 of a clause 由10人组成的 about who acts, or 0.
func madeOf(tokens []schema.Token, clause Clause, i int) int {
	for k := i + 1; k+1 < clause.End && k <= i+4; k++ {
		if m := tokens[k].Mentions; len(m) > 0 && m[0].Type != schema.TypeAmount { // 由两部组成的工作组: they are who it is of
			return 0
		}
		if tokens[k].Word == "组成" && tokens[k+1].Word == "的" {
			return k + 1
		}
	}
	return 0
}

// relative is the person at the end of a clause about him that a verb of being somewhere begins: 出席会议的智利外长说; -1 where
// there is none.
func relative(tokens []schema.Token, clause Clause, verb int) int {
	switch tokens[verb].Word {
	case "出席", "参加", "列席", "访问", "到访", "来访", "来华", "访华", "前来", "应邀", "参与":
	default:
		return -1
	}
	for i := verb + 1; i+1 < clause.End; i++ {
		if tokens[i].Word == "的" && len(tokens[i+1].Mentions) > 0 && tokens[i+1].Mentions[0].Type == "leader" {
			return i + 1
		}
	}
	return -1
}

// ClauseOf is the index of the clause that holds a token.
func ClauseOf(clauses []Clause, token int) int {
	for i, c := range clauses {
		if token < c.End || i == len(clauses)-1 {
			return i
		}
	}
	return 0
}
