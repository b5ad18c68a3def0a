package rule

import (
	"slices"
	"strings"

	"jishi/schema"
)

// cueAt is the modality that the word at i gives to the trigger, or "".
func (c *Cues) cueAt(s Scope, i int, own map[string]string) string {
	t := s.Tokens[i]
	if len(t.Mentions) > 0 || t.Word == "" || titled(s.Tokens, i) || c.has(t.Word, "noun-too") && isNoun(s.Tokens, i) {
		return ""
	}
	if m := own[t.Word]; m != "" && !c.atInvitation(s, i) {
		return m
	}
	for _, v := range c.words[t.Word] {
		switch v.Kind {
		case schema.Pledged, schema.Planned:
			if i+1 < s.Trigger && s.Tokens[i+1].Word == "的" && (t.Word == "商定" || t.Word == "同意") { // 推进商定的合作
				continue
			}
			return v.Kind
		case schema.Requested:
			if t.Word == "鼓励" && i > 0 && len(s.Tokens[i-1].Mentions) == 0 && c.has(s.Tokens[i-1].Word, schema.Pledged) { // 愿鼓励企业投资
				continue
			}
			if c.atInvitation(s, i) || whatIsAsked(s.Tokens, i) {
				continue
			}
			return schema.Requested
		case "invites":
			if i > 1 && (s.Tokens[i-1].Word == "仪式" || s.Tokens[i-2].Word == "仪式") { // 举行仪式，欢迎他来访: he is there
				continue
			}
			if i+1 < len(s.Tokens) && len(s.Tokens[i+1].Mentions) > 0 {
				return schema.Requested
			}
		case "will":
			if i+1 < len(s.Tokens) && takes(t.Word, s.Tokens[i+1]) || t.Word == "将" && (c.takesQualified(s.Tokens, i) || s.disposes(i)) || t.Word == "会" && !promises(s.Tokens, i) {
				continue
			}
			if i > 0 && len(s.Tokens[i-1].Mentions) == 0 && (c.Ahead(s.Tokens[i-1].Word) || c.has(s.Tokens[i-1].Word, "done")) { // 应将双边合作与…结合, 已将捐款转交
				continue
			}
			if s.Said && i > s.Speech && s.Own || c.promisedBefore(s, i) {
				return schema.Pledged
			}
			return schema.Planned
		case "ought":
			if t.Word == "应" && i+1 < len(s.Tokens) && (len(s.Tokens[i+1].Mentions) > 0 || s.invited(i)) { // 应…邀请
				continue
			}
			if t.Word == "可以" && s.Said && s.Own && !c.wishedBefore(s, i) { // 芬兰可以提供: what somebody can do he offers
				return schema.Pledged
			}
			if s.Own && s.Subject < 0 && !s.Talk {
				return schema.Planned
			}
			return schema.Requested
		}
	}
	return ""
}

// carriedOut reports whether a word of planning at i says nothing of the trigger: it is a noun (该国的决定), it tells of those for
// whom something is done (为智利人民争取独立提供帮助), or the trigger, in its clause, has 了 behind it.
func (s Scope) carriedOut(own bool, i int) bool {
	if own && s.Trigger+1 < len(s.Tokens) && s.Tokens[s.Trigger+1].Word == "了" {
		return true
	}
	if s.Tokens[i].Word == "批准" && i > 0 && slices.Contains([]string{"经", "获", "报", "由", "得到", "获得", "被"}, s.Tokens[i-1].Word) { // 经议会批准，派出了
		return true
	}
	if s.Tokens[i].Word == "决定" && i > 0 && (s.Tokens[i-1].Word == "的" || s.Tokens[i+1].Word == "的" || s.Tokens[i+1].Word == "、") {
		return true
	}
	for k := i - 1; k >= 0 && k >= i-3; k-- { // 落实减贫计划
		switch w := s.Tokens[k].Word; {
		case s.Tokens[i].Word != "计划":
		case w == "落实", w == "实施", w == "执行", w == "推进", w == "完成":
			return true
		}
	}
	for k := i - 1; k > 0 && k >= i-3; k-- {
		if s.Tokens[k-1].Word == "为" && len(s.Tokens[k].Mentions) > 0 {
			return i+1 < s.Trigger
		}
	}
	return false
}

// promises reports whether the 会 at i is the verb that speaks of what is to come, and no meeting or society: somebody who acts
// stands before it, or an adverb.
func promises(tokens []schema.Token, i int) bool {
	if i == 0 {
		return false
	}
	switch before := tokens[i-1]; {
	case len(before.Mentions) > 0:
		return schema.IsActor(before.Mentions[0].Type) || before.Mentions[0].Type == schema.TypeRefer
	case isClauseMark(before.Word): // 表示，会向该国提供
		return true
	default:
		return slices.Contains([]string{"并", "也", "亦", "还", "都", "将", "仍", "仍然", "继续", "一定", "必", "必定", "便", "就", "只", "才", "但", "但是", "今后", "届时", "不日", "年内", "，"}, before.Word)
	}
}

// promisedBefore reports whether a word of promising stands before the 将 at i, in its sentence and speech: 承诺印度将援建.
func (c *Cues) promisedBefore(s Scope, i int) bool {
	for k := i - 1; k >= 0 && k > s.Speech; k-- {
		if len(s.Tokens[k].Mentions) == 0 && c.has(s.Tokens[k].Word, schema.Pledged) {
			return true
		}
	}
	return false
}

// wishedBefore reports whether a word of asking stands before i in its clause: 希望未来可以合作.
func (c *Cues) wishedBefore(s Scope, i int) bool {
	for k := i - 1; k >= s.Clauses[ClauseOf(s.Clauses, i)].Start; k-- {
		if len(s.Tokens[k].Mentions) == 0 && c.has(s.Tokens[k].Word, schema.Requested) {
			return true
		}
	}
	return false
}

// takes reports whether 将 before a token is the 将 of 将物资送往 and 将两国关系提升为, not of the future.
func takes(will string, t schema.Token) bool {
	if len(t.Mentions) == 0 {
		switch t.Word { // 将亲笔信送交
		case "亲笔信", "亲笔函", "口信", "信函", "信件", "贺信", "感谢信", "慰问信", "邀请函":
			return true
		}
		return false
	}
	m := t.Mentions[0]
	return m.Type == "supply" || m.Type == schema.TypeAmount || will == "将" && (schema.IsActor(m.Type) || m.Type == schema.TypeRefer)
}

// AsNoun is the last word of tokens [from:to) that would be a cue, were it no noun there, or "": of 洛美 市 计划 同 … it is 计划.
func (c *Cues) AsNoun(tokens []schema.Token, from, to int) string {
	for i := to - 1; i >= from; i-- {
		if w := tokens[i].Word; len(tokens[i].Mentions) == 0 && c.has(w, "noun-too") && isNoun(tokens, i) {
			return w
		}
	}
	return ""
}

// takesQualified reports whether 将 at i takes a thing behind a few words that qualify it: 将新落成的医院交付该国.
func (c *Cues) takesQualified(tokens []schema.Token, i int) bool {
	for k := i + 1; k+1 < len(tokens) && k <= i+6 && len(tokens[k].Mentions) == 0 && !isClauseMark(tokens[k].Word) && !c.has(tokens[k].Word, "preposition"); k++ {
		if m := tokens[k+1].Mentions; tokens[k].Word == "的" && k > i+1 && len(m) > 0 {
			return m[0].Type == "supply" || m[0].Type == "facility"
		}
	}
	return false
}

// disposes reports whether 将 at i takes goods that a word says are left or were received, before the trigger: 将剩余疫苗转赠.
func (s Scope) disposes(i int) bool {
	k := i + 1
	for k < s.Trigger && len(s.Tokens[k].Mentions) == 0 && slices.Contains([]string{"剩余", "剩", "余", "余下", "多余", "富余", "过剩", "闲置", "库存", "受赠", "获赠", "受", "获", "赠", "所", "的", "部分", "一部分", "全部", "首批", "上述", "其"}, s.Tokens[k].Word) {
		k++
	}
	return k > i+1 && k < s.Trigger && len(s.Tokens[k].Mentions) > 0 && s.Tokens[k].Mentions[0].Type == "supply"
}

// isNoun reports whether the word at i, which may be a noun, is one: 落实行动计划，深化合作; “蓝海”计划对接.
func isNoun(tokens []schema.Token, i int) bool {
	if i > 0 && len(tokens[i-1].Mentions) == 0 {
		if w := tokens[i-1].Word; tokens[i-1].Noun && !(i == 1 && acting(w)) || w == "的" || w == "”" || w == "》" {
			return true
		}
	}
	if i+1 >= len(tokens) {
		return true
	}
	switch w := tokens[i+1].Word; w {
	case "、", "”", "》", "）", "的", "等", "和", "对接", "框架":
		return true
	default:
		return isClauseMark(w) && w != "：" && w != ":"
	}
}

// acting reports whether a noun that begins a sentence is a body that may plan something: 委员会计划近期派遣.
func acting(noun string) bool {
	return slices.ContainsFunc([]string{"委员会", "理事会", "秘书处", "政府", "机构", "部门", "当局"}, func(w string) bool { return strings.HasSuffix(noun, w) })
}

// whatIsAsked reports whether the word at i names what somebody has asked for, with no more behind it: 回应该国的要求，提供帮助.
func whatIsAsked(tokens []schema.Token, i int) bool {
	switch tokens[i].Word {
	case "要求", "请求", "建议", "提议":
	default:
		return false
	}
	return i > 0 && tokens[i-1].Word == "的" || i+1 < len(tokens) && (tokens[i+1].Word == "，" || tokens[i+1].Word == "、")
}

// titled reports whether token i stands in 《》: a word of a title says nothing of what is told.
func titled(tokens []schema.Token, i int) bool {
	for k := i - 1; k >= 0 && k >= i-40; k-- {
		switch tokens[k].Word {
		case "》":
			return false
		case "《":
			return true
		}
	}
	return false
}

// invited reports whether an invitation stands between the 应 at i and the trigger: 应陛下邀请访问.
func (s Scope) invited(i int) bool {
	return slices.ContainsFunc(s.Tokens[i:s.Trigger], func(t schema.Token) bool {
		return t.Word == "邀请" || t.Word == "盛情邀请" || t.Word == "的邀请"
	})
}

// atInvitation reports whether the word at i belongs to 应…邀请, 应…请求: who comes at an invitation has come.
func (c *Cues) atInvitation(s Scope, i int) bool {
	for k := i - 1; k >= s.Clauses[ClauseOf(s.Clauses, i)].Start; k-- {
		if len(s.Tokens[k].Mentions) == 0 && s.Tokens[k].Word == "应" {
			return true
		}
	}
	return false
}
