package extract

import (
	"slices"
	"strings"

	"jishi/extract/rule"
	"jishi/schema"
)

// twoBefore are the two who alone are named before m in its sentence, for 后者 and 前者: 加纳卫生部同世卫组织签署备忘录，后者….
func (r *reading) twoBefore(m schema.Mention) []schema.Mention {
	s := r.scene.now
	if s == nil {
		return nil
	}
	var out []schema.Mention
	for _, t := range s.tokens {
		if t.At.Start >= m.At.Start {
			break
		}
		for _, o := range t.Mentions {
			switch {
			case !isParty(o):
			case slices.ContainsFunc(out, func(a schema.Mention) bool { return a.Entity == o.Entity }):
			default:
				out = append(out, actor{o, s}.bare())
			}
		}
	}
	if len(out) > 2 { // 会见斐济总理A和汤加外长B，邀请前者: the only two of a list
		out = nil
		for _, t := range s.tokens {
			if t.At.Start >= m.At.Start || len(t.Mentions) < 2 || !isParty(t.Mentions[0]) {
				continue
			}
			if out != nil || len(t.Mentions) > 2 {
				return nil
			}
			out = []schema.Mention{actor{t.Mentions[0], s}.bare(), actor{t.Mentions[1], s}.bare()}
		}
	}
	if len(out) != 2 {
		return nil
	}
	return out
}

func isParty(m schema.Mention) bool {
	return m.Type == "leader" || m.Type == "organization" || m.Type == "country"
}

// listBefore are the two countries of a list before m, where m stands behind a preposition or a word of asking: 中国同老挝、缅甸签署…，向两国通报.
func (r *reading) listBefore(m schema.Mention) []schema.Mention {
	s := r.scene.now
	if s == nil {
		return nil
	}
	at := slices.IndexFunc(s.tokens, func(t schema.Token) bool { return t.At == m.At })
	cues := r.x.rules.Cues
	if at < 1 || len(s.tokens[at-1].Mentions) > 0 || !cues.Has(s.tokens[at-1].Word, "oblique") && !cues.Has(s.tokens[at-1].Word, schema.Requested) {
		return nil
	}
	for i := at - 1; i > 0; i-- {
		list := s.tokens[i].Mentions
		if len(list) != 2 || list[0].Type != list[1].Type || list[0].Type != "country" && list[0].Type != "leader" || !cues.Has(s.tokens[i-1].Word, "oblique") {
			continue
		}
		one, other := r.countryOf(actor{list[0], s}), r.countryOf(actor{list[1], s}) // 同汤加首相、斐济总理通电话，希望两国提供帮助
		if len(one) == 1 && len(other) == 1 && one[0].Entity != other[0].Entity {
			return []schema.Mention{actor{one[0], s}.bare(), actor{other[0], s}.bare()}
		}
	}
	return nil
}

// begins reports whether a clause of the present sentence begins with m.
func (r *reading) begins(m schema.Mention) bool {
	s := r.scene.now
	return s != nil && slices.ContainsFunc(s.clauses, func(c rule.Clause) bool {
		return c.Subject >= 0 && s.tokens[c.Subject].At == m.At
	})
}

// countedAt puts in place of the word 三国 at token i, with which a clause begins or which a preposition governs, the countries that
// it stands for, and reports whether it did.
func (r *reading) countedAt(s *sentence, i int) bool {
	t := &s.tokens[i]
	if len(t.Mentions) > 0 || !strings.HasSuffix(s.Text[t.At.Start:t.At.End], "国") || i+1 < len(s.tokens) && s.tokens[i+1].Noun && s.tokens[i+1].At.Start == t.At.End {
		return false
	}
	m := schema.Mention{Type: "group", Name: s.Text[t.At.Start:t.At.End], At: t.At}
	n := counted(m)
	if n == 0 || i > 0 && (len(s.tokens[i-1].Mentions) > 0 || !r.x.rules.Cues.Has(s.tokens[i-1].Word, "oblique") && i != s.clauses0(i)) {
		return false
	}
	all := r.severalNamed(m, n)
	if all == nil {
		return false
	}
	for k := range all {
		all[k].At, all[k].By = m.At, "reference"
	}
	r.trace.refer(s, i, m, all, origin{how: "all countries that the entry names before it, just as many"})
	t.Mentions = all
	return true
}

// counted is the number of countries that 三国, 四国 or 五国 stands for, where that is all of a mention; else 0.
func counted(m schema.Mention) int {
	if m.Type != "group" {
		return 0
	}
	switch m.Name {
	case "三国":
		return 3
	case "四国":
		return 4
	case "五国":
		return 5
	}
	return 0
}

// severalNamed are the countries of those whom the sentence names before m, or for more than two the entry, if they are n: 甲国外交部同乙、丙两国外交部举行会议。三国商定….
func (r *reading) severalNamed(m schema.Mention, n int) []schema.Mention {
	var out []schema.Mention
	for _, s := range r.sentences {
		if s != r.scene.now && n == 2 {
			continue
		}
		for _, t := range s.tokens {
			if s == r.scene.now && t.At.Start >= m.At.Start {
				break
			}
			for _, o := range t.Mentions {
				if before := s.Text[:o.At.Start]; strings.HasSuffix(before, "两国") || strings.HasSuffix(before, "三国") { // 芬兰、挪威两国外交部
					continue
				}
				for _, of := range r.statesOf(actor{o, s}) {
					if !slices.ContainsFunc(out, func(a schema.Mention) bool { return a.Entity == of.Entity }) {
						out = append(out, of)
					}
				}
			}
		}
		if s == r.scene.now {
			break
		}
	}
	if len(out) != n {
		return nil
	}
	return out
}

// statesOf is the country that somebody who is named is, or acts for.
func (r *reading) statesOf(a actor) []schema.Mention {
	if !isParty(a.Mention) {
		return nil
	}
	of := r.countryOf(a)
	if len(of) != 1 || of[0].Type != "country" {
		return nil
	}
	return []schema.Mention{actor{of[0], a.in}.bare()}
}
