package extract

import (
	"strings"

	"jishi/schema"
)

// teamCountry is the country that a team is of: the one in its name, the one that the team named before is of.
func (r *reading) teamCountry(m schema.Mention) *actor {
	if len(m.Inside) > 0 {
		return &actor{m.Inside[0], r.scene.now}
	}
	if m.Country != "" {
		if found := r.country(m.Country); found != nil {
			found[0].At = m.At
			return &actor{found[0], r.scene.now}
		}
	}
	for _, t := range r.scene.now.tokens {
		for _, o := range t.Mentions {
			if o.Type == "team" && o.Country != "" && o.At.Start < m.At.Start {
				return r.teamCountry(o)
			}
		}
	}
	if r.scene.team != nil && r.scene.team.Country != "" {
		if found := r.country(r.scene.team.Country); found != nil {
			return &actor{found[0], nil}
		}
	}
	return nil
}

// teamOf are those who have sent a team: the country in its name, those whom it stands behind, else whose team was named last.
func (r *reading) teamOf(m schema.Mention) []actor {
	if len(m.Inside) == 0 && m.Country == "" {
		var out []actor
		for _, of := range r.before(r.scene.now, m) {
			if of.Type == "place" {
				found := r.country(of.Country)
				if found == nil {
					return nil
				}
				found[0].At = of.At
				of = found[0]
			}
			out = append(out, actor{of, r.scene.now})
		}
		if out != nil {
			return out
		}
	}
	if found := r.teamCountry(m); found != nil {
		return []actor{*found}
	}
	return nil
}

// goesTo is the id of the country where a team, or the one who leads it, has been sent, or "".
func goesTo(m schema.Mention) string {
	for _, t := range m.Titles {
		if t.Of.Type == "team" {
			return t.Of.Toward
		}
	}
	if m.Type == "team" {
		return m.Toward
	}
	return ""
}

// afar lets 当地 mean, in the sentences that follow, the country where a team has been sent.
func (r *reading) afar(s *sentence) {
	for _, t := range s.tokens {
		for _, m := range t.Mentions {
			if there := r.country(goesTo(m)); there != nil {
				r.scene.country = r.scene.keep(there[0], s)
			}
		}
	}
}

// before are those whom a team is of by what stands before it: 埃方的25个救援小组, 该局87名救援人员, 来自加纳和汤加的医疗队,
// 挪威“海豹”救援队. A verb or preposition before them (访问挪威的专家组) governs them; 来自 and 由 do not.
func (r *reading) before(s *sentence, team schema.Mention) []schema.Mention {
	i := 0
	for i < len(s.tokens) && s.tokens[i].At.Start < team.At.Start {
		i++
	}
	joined := false
	for i--; i >= 0; i-- {
		t := s.tokens[i]
		switch {
		case len(t.Mentions) > 0 && t.Mentions[0].Type == schema.TypeAmount, len(t.Mentions) == 0 && t.Word == "的":
			joined = true
		case len(t.Mentions) == 0 && t.Word == "组成":
			for i > 0 && s.tokens[i].Word != "由" {
				i--
			}
		case joined && len(t.Mentions) == 0 && (t.Word == "组建" || t.Word == "组派" || t.Word == "选派" || t.Word == "派出" || t.Word == "派遣"): // 卫生部组建的医疗队
		case len(t.Mentions) == 0 && (t.Word == "" || t.Noun || t.Word == "“" || t.Word == "”" || r.x.rules.Cues.Has(t.Word, "disaster")):
		case len(t.Mentions) > 0 && r.canSend(s, i, joined):
			return t.Mentions
		default:
			return nil
		}
	}
	return nil
}

// canSend reports whether a team can be of those at token i, who stand before it.
func (r *reading) canSend(s *sentence, i int, joined bool) bool {
	from := i > 0 && len(s.tokens[i-1].Mentions) == 0 && s.tokens[i-1].Word == "来自"
	switch s.tokens[i].Mentions[0].Type {
	case "country", "organization":
	case "place":
		if !from {
			return false
		}
	default:
		return false
	}
	if !joined && len(s.tokens[i].Mentions) > 1 {
		return false
	}
	if from || i == 0 || len(s.tokens[i-1].Mentions) > 0 {
		return true
	}
	w := s.tokens[i-1].Word
	cues := r.x.rules.Cues
	return w == "由" || strings.Contains("，；：。、“", w) || !cues.Has(w, "preposition") && !cues.Has(w, "verb") && !cues.Has(w, "oblique") && !cues.Has(w, "takes-object")
}
