package extract

import (
	"slices"
	"strings"

	"jishi/extract/rule"
	"jishi/schema"
)

// owned reports whether the one taken for who acts only owns who or what does: 中国的发展将给予该国支持.
func (d *draft) owned() bool {
	i := d.Token("subject")
	if i < 0 || i+2 >= d.Trigger || d.Rule.Always == schema.Actual || d.relation.Meeting || d.s.tokens[i].Mentions[0].Type == "team" || d.behind(i, "由") || len(d.s.tokens[i+1].Mentions) > 0 || d.s.tokens[i+1].Word != "的" {
		return false
	}
	next := d.s.tokens[i+2]
	return len(next.Mentions) == 0 && next.Noun && d.s.of(i+2, d.Trigger) < 0
}

// adverbial reports whether the trigger belongs to an adjunct that tells nothing itself: 对同该国达成协议表示欢迎, 以签署协议为契机,
// 自上次会晤以来.
func (d *draft) adverbial() bool {
	c := d.s.clauses[d.clause]
	for i := d.Trigger - 1; i >= c.Start && i >= d.Trigger-3; i-- {
		if len(d.s.tokens[i].Mentions) > 0 {
			continue
		}
		switch d.s.tokens[i].Word {
		case "以":
			as := d.wordIn(d.Trigger+1, c.End, "为")
			return as >= 0 && d.s.tokens[as-1].Word != "题"
		case "对":
			w := d.s.tokens[i+1].Word
			return (i == d.Trigger-1 || w == "同" || w == "与") && d.wordIn(d.Trigger+1, c.End, "表示", "感到") >= 0
		case "自":
			return d.Trigger+1 < c.End && d.s.tokens[d.Trigger+1].Word == "以来"
		}
	}
	return false
}

// remark reports whether a clause only says of what was told the which it was: 这是两人首次会面.
func (d *draft) remark() bool {
	c := d.s.clauses[d.clause]
	if next := d.s.wordAt(d.Trigger + 1); d.relation.Dialogue && d.relation.Symmetric && (next == "将" || next == "必将") && d.Trigger+1 < c.End { // 两国元首会晤将推动合作
		return true
	}
	return d.relation.Dialogue && c.Start+1 < d.Trigger && strings.HasPrefix(d.s.tokens[c.Start].Word, "这") && (d.s.tokens[c.Start].Word == "这是" || d.s.tokens[c.Start+1].Word == "是")
}

// wordIn is the first of tokens [from:to) that is one of the words, or -1.
func (d *draft) wordIn(from, to int, words ...string) int {
	for i := from; i < to; i++ {
		if len(d.s.tokens[i].Mentions) == 0 && slices.Contains(words, d.s.tokens[i].Word) {
			return i
		}
	}
	return -1
}

// amidst reports whether the meeting only says where its clause takes place: 欧盟将在利马举行的峰会上签署宣言.
func (d *draft) amidst() bool {
	o, c := d.Token("object"), d.s.clauses[d.clause]
	if !d.relation.Meeting || o < d.Trigger || d.Trigger+1 >= len(d.s.tokens) || d.s.tokens[d.Trigger+1].Word != "的" || d.Token("subject") < 0 {
		return false
	}
	return d.wordIn(max(d.Token("subject"), c.Start), d.Trigger, "在", "于") >= 0 && d.wordIn(o+1, min(o+3, c.End), "上", "中", "期间") >= 0
}

// contradicted reports whether the news, not a party, has it, and somebody denies it, in the sentence or the next: 据报道，A向B提供武器。
// A对此予以否认.
func (r *reading) contradicted(d *draft) bool {
	if d.word(r, "source", 0, d.Trigger, "") < 0 {
		return false
	}
	for i, s := range r.sentences {
		if s != d.s {
			continue
		}
		if denies(s.Text[d.s.tokens[d.Trigger].At.End:]) {
			return true
		}
		return i+1 < len(r.sentences) && r.sentences[i+1].Paragraph == s.Paragraph && denies(r.sentences[i+1].Text)
	}
	return false
}

// denies reports whether a text denies what has been told before it.
func denies(text string) bool {
	i := strings.Index(text, "否认")
	if i < 0 {
		return false
	}
	for _, w := range []string{"此", "这一", "该报道", "该消息", "该说法", "有关报道", "相关报道", "上述", "传闻", "予以否认"} {
		if k := strings.Index(text, w); k >= 0 && k < i+len("否认了有关说法") {
			return true
		}
	}
	return false
}

// madeBy reports whether the country taken for who gives only says whose make the goods behind it are, and nothing says that
// somebody gives them: 智利水泥运抵该国 may be bought.
func (d *draft) madeBy() bool {
	i, items := d.Token("subject"), d.Token("items")
	if i < 0 || items != i+1 || items > d.Trigger || d.s.tokens[i].Mentions[0].Type != "country" || d.s.tokens[items].At.Start != d.s.tokens[i].At.End {
		return false
	}
	switch d.s.tokens[d.Trigger].Word {
	case "运抵", "驶抵", "送抵", "运至", "运往", "送达", "发往", "运入", "运进":
	default:
		return false
	}
	return d.wordIn(0, d.Trigger, "援助", "捐赠", "赠送", "捐助", "提供", "无偿") < 0
}

// jointly reports whether the one spoken for is a word for two together, with something of theirs behind it: 支持中巴经济走廊建设,
// 支持双方关系发展.
func (d *draft) jointly() bool {
	i := d.Token("object")
	if !d.relation.Said || i < 0 || i < d.Trigger {
		return false
	}
	if c := d.s.clauses[d.clause]; i+2 < c.End { // 支持智利与秘鲁建立良好关系
		if w := d.s.tokens[i+1].Word; (w == "与" || w == "同" || w == "和") && len(d.s.tokens[i+2].Mentions) > 0 && d.wordIn(i+3, c.End, "关系", "对话", "谈判") >= 0 {
			return true
		}
	}
	if len(d.s.tokens[i].Mentions) != 2 {
		return false
	}
	m := d.s.tokens[i].Mentions
	if m[0].At != m[1].At && m[0].At.End != m[1].At.Start {
		return false
	}
	return d.s.Text[m[0].At.Start:m[1].At.End] != "彼此"
}

// received reports whether the organization or country behind a trigger of meeting is not who is met, but only says who or what those are
// whose name a 的 brings, or it acts itself: 会见该组织年会的外方代表, 会见国务院派驻当地的同志.
func (d *draft) received(r *reading) bool {
	o, c := d.Token("object"), d.s.clauses[d.clause]
	if d.relation.Dialogue && d.relation.Symmetric && o == d.Trigger+2 && d.s.tokens[d.Trigger+1].Word == "中" { // 会见中卡斯特罗思路清晰
		return true
	}
	if !d.relation.Dialogue || !d.relation.Symmetric || o <= d.Trigger || o+1 >= c.End || len(d.s.tokens[o].Mentions) == 0 {
		return false
	}
	if m := d.s.tokens[o].Mentions[0]; m.Type != "organization" && m.Type != "country" && m.Type != "group" || m.Office != "" {
		return false
	}
	next := d.s.tokens[o+1]
	if len(next.Mentions) > 0 && next.Mentions[0].Type == schema.TypeAmount && next.At.Start == d.s.tokens[o].At.End { // 会见该论坛第四届理事会成员
		return true
	}
	if len(next.Mentions) == 0 && (next.Word == "等" || next.Word == "的") {
		return false
	}
	return d.s.of(o+2, c.End) >= 0 || len(next.Mentions) == 0 && next.At.Start == d.s.tokens[o].At.End && r.x.rules.Cues.Has(next.Word, "verb")
}

// homeward reports whether one of the countries that somebody would visit is his own: of 习近平首次访问两国 two others are meant.
func (d *draft) homeward() bool {
	return d.relation.Journey && slices.ContainsFunc(d.objects, func(o actor) bool {
		return o.Type == "country" && slices.ContainsFunc(d.subjects, func(s actor) bool { return s.Type != "country" && s.Country == o.Entity })
	})
}

// countryGoes reports whether who visits is a country that only an earlier sentence names: 当地政府重视教育。参观者超过千人.
func (d *draft) countryGoes() bool {
	return d.relation.Journey && d.carried && d.speech == nil && slices.ContainsFunc(d.subjects, func(s actor) bool { return s.Type == "country" && s.in != d.s && s.Office == "" && len(s.Titles) == 0 })
}

// during reports whether the trigger only says when something else is, in a clause of time without a day, and the next clause
// tells of that as to come: 访问该国期间，他将出席仪式.
func (d *draft) during(r *reading) bool {
	c := d.s.clauses[d.clause]
	if d.speech != nil || d.clause+1 >= len(d.s.clauses) || c.End-d.Trigger > 5 || d.s.tokens[c.End-1].Word != "期间" || d.datedIn(c) {
		return false
	}
	next := d.s.clauses[d.clause+1]
	will := d.word(r, "will", next.Start, next.End, "")
	return will >= 0 && rule.ClauseOf(d.s.clauses, will) == d.clause+1
}
