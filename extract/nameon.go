package extract

import "strings"

// nameGoesOn reports whether three characters or more that no word has stand directly behind a country or organization that
// is to act: 中国海军和平方舟医院船 is neither.
func (d *draft) nameGoesOn() bool {
	i := d.Token("subject")
	if i < 0 || i >= d.Trigger || len(d.s.tokens[i].Mentions) != 1 || d.s.tokens[i].Mentions[0].Type != "country" && d.s.tokens[i].Mentions[0].Type != "organization" || d.s.tokens[i].Mentions[0].Office != "" {
		return false
	}
	n := 0
	for k := i + 1; k < d.Trigger && len(d.s.tokens[k].Mentions) == 0 && d.s.tokens[k].Word == "" && d.s.tokens[k].At.Start == d.s.tokens[k-1].At.End; k++ {
		n++
	}
	return n >= 3
}

// goesOn is the noun that stands directly behind the country or organization in a role, so that somebody of it is meant whom
// no list has (挪威海军舰队), or "". A word that says how something is done is none (加纳紧急会见), nor is the trigger.
func (d *draft) goesOn(r *reading, role string) string {
	i := d.Token(role)
	if i < 0 || i+1 >= len(d.s.tokens) || len(d.s.tokens[i].Mentions) != 1 {
		return ""
	}
	m, next := d.s.tokens[i].Mentions[0], d.s.tokens[i+1]
	if m.Type != "country" && m.Type != "organization" && m.Type != "group" || m.By == "reference" || next.At.Start != d.s.tokens[i].At.End {
		return ""
	}
	if !next.Noun || i+1 == d.Trigger || r.x.rules.Cues.Has(next.Word, "whole") || r.manner(d, i+1) {
		return ""
	}
	return next.Word
}

// manner reports whether the word at token i, which may be a noun, says how something is done: no noun follows.
func (r *reading) manner(d *draft, i int) bool {
	if !r.x.rules.Cues.Has(d.s.tokens[i].Word, "manner") || i+1 >= len(d.s.tokens) {
		return false
	}
	next := d.s.tokens[i+1]
	return len(next.Mentions) == 0 && !next.Noun && next.Word != "" && next.Word != "的"
}

// partnerGoesOn reports whether the name of who signs with somebody goes on behind it, and is not that of a government:
// 同智利渔业与港口联合会签署协议.
func (d *draft) partnerGoesOn(r *reading) bool {
	i := d.Token("object")
	if i < 0 || strings.HasSuffix(d.text(i), "方") || d.goesOn(r, "object") == "" && !d.s.unknownBehind(i) {
		return false
	}
	end := i + 1
	for end < len(d.s.tokens) && len(d.s.tokens[end].Mentions) == 0 && (d.s.tokens[end].Noun || d.s.tokens[end].Word == "") && d.s.tokens[end].At.Start == d.s.tokens[end-1].At.End {
		end++
	}
	return !endsIn(d.s.Text[d.s.tokens[i].At.End:d.s.tokens[end-1].At.End], "政府", "当局", "双方", "之间")
}

// unknownBehind reports whether at least two characters of which no word is made stand directly behind the one country at token i.
func (s *sentence) unknownBehind(i int) bool {
	if m := s.tokens[i].Mentions; len(m) != 1 || m[0].Type != "country" || m[0].By == "reference" || i+3 >= len(s.tokens) {
		return false
	}
	for k := i + 1; k <= i+2; k++ {
		if t := s.tokens[k]; len(t.Mentions) > 0 || t.Word != "" || t.At.Start != s.tokens[k-1].At.End {
			return false
		}
	}
	return true
}
