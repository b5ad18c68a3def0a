package extract

import "jishi/schema"

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
	if of := r.scene.now.before(m); of != nil {
		return &actor{*of, r.scene.now}
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

// before is whom a team is of by what stands before it: 埃方的25个救援小组, 该局87名救援人员.
func (s *sentence) before(team schema.Mention) *schema.Mention {
	i := 0
	for i < len(s.tokens) && s.tokens[i].At.Start < team.At.Start {
		i++
	}
	counted := false
	for i--; i >= 0 && len(s.tokens[i].Mentions) > 0 && s.tokens[i].Mentions[0].Type == schema.TypeAmount; i-- {
		counted = true
	}
	if !counted && (i < 1 || s.tokens[i].Word != "的") {
		return nil
	}
	if i > 0 && s.tokens[i].Word == "的" {
		i--
	}
	if i < 0 || len(s.tokens[i].Mentions) != 1 || s.tokens[i].Mentions[0].Type != "country" && s.tokens[i].Mentions[0].Type != "organization" {
		return nil
	}
	return &s.tokens[i].Mentions[0]
}
