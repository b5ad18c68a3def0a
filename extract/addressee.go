package extract

import "strings"

// misaddressed reports whether the country, place or organization taken for whom a letter is to is only a part of the phrase that says to
// whom, or for what, it was sent: 复信该国一所中学的学生, 致信祝贺挪威—智利论坛开幕, 致电在利马举行的峰会.
func (r *reading) misaddressed(d *draft) bool {
	i := d.Token("object")
	if !d.Rule.Entire || i < 1 || len(d.s.tokens[i].Mentions) != 1 {
		return false
	}
	m := d.s.tokens[i].Mentions[0]
	if m.Type != "country" && m.Type != "place" && m.Type != "organization" || m.Office != "" || m.By == "reference" {
		return false
	}
	if i > d.Trigger && (d.noun() || d.s.tokens[i-1].Word == "在") {
		return true
	}
	if i > d.Trigger && d.wordIn(d.Trigger+1, i, "祝贺", "热烈祝贺", "庆贺") >= 0 {
		return m.Type != "organization" && !r.x.rules.Cues.Has(d.s.wordAt(i+1), "whole")
	}
	for k := i + 1; k < d.Trigger; k++ { // 向挪威和智利建交50周年纪念活动致贺信
		if isMeeting(d.s.tokens[k]) || strings.HasSuffix(d.s.tokens[k].Word, "活动") {
			return true
		}
	}
	return r.partOfName(d.s, i)
}

// partOfName reports whether what stands directly behind the name at token i belongs to one phrase with it, in which somebody of it is
// meant: another name, persons (留学生), a noun, or characters that no word has.
func (r *reading) partOfName(s *sentence, i int) bool {
	if i+1 >= len(s.tokens) || s.tokens[i+1].At.Start != s.tokens[i].At.End {
		return false
	}
	next := s.tokens[i+1]
	if len(next.Mentions) > 0 {
		switch next.Mentions[0].Type {
		case "country", "place", "organization", "facility", "leader", "group", "team":
			return true
		}
		return false
	}
	cues := r.x.rules.Cues
	if cues.Has(next.Word, "whole") {
		return false
	}
	return next.Noun || cues.Has(next.Word, "persons") || next.Word == "" && s.wordAt(i+2) == "" && i+2 < len(s.tokens)
}

// wordAt is the word at token i, or empty where there is none.
func (s *sentence) wordAt(i int) string {
	if i < 0 || i >= len(s.tokens) {
		return ""
	}
	return s.tokens[i].Word
}
