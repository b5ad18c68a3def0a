package extract

import (
	"slices"

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
			case o.Type != "leader" && o.Type != "organization" && o.Type != "country":
			case slices.ContainsFunc(out, func(a schema.Mention) bool { return a.Entity == o.Entity }):
			default:
				out = append(out, actor{o, s}.bare())
			}
		}
	}
	if len(out) != 2 {
		return nil
	}
	return out
}

// listBefore are the two countries of a list before m, where m stands behind a preposition: 中国同老挝、缅甸签署…，向两国通报.
func (r *reading) listBefore(m schema.Mention) []schema.Mention {
	s := r.scene.now
	if s == nil {
		return nil
	}
	at := slices.IndexFunc(s.tokens, func(t schema.Token) bool { return t.At == m.At })
	if at < 1 || len(s.tokens[at-1].Mentions) > 0 || !r.x.rules.Cues.Has(s.tokens[at-1].Word, "oblique") {
		return nil
	}
	for i := at - 1; i > 0; i-- {
		list := s.tokens[i].Mentions
		if len(list) == 2 && list[0].Type == "country" && list[1].Type == "country" && r.x.rules.Cues.Has(s.tokens[i-1].Word, "oblique") {
			return []schema.Mention{actor{list[0], s}.bare(), actor{list[1], s}.bare()}
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
