package extract

import "jishi/schema"

// afflicted is the country of which the sentence, or the first of the entry, has told a disaster.
func (r *reading) afflicted(d *draft) []actor {
	for _, s := range []*sentence{d.s, r.sentences[0]} {
		last := len(s.tokens)
		if s == d.s {
			last = d.Trigger
		}
		for i := 1; i < last; i++ {
			if len(s.tokens[i].Mentions) > 0 || !r.x.rules.Cues.Has(s.tokens[i].Word, "disaster") {
				continue
			}
			for k := i - 1; k >= s.clauses0(i); k-- {
				m := s.tokens[k].Mentions
				if len(m) != 1 || m[0].Type != "country" && m[0].Type != "place" || m[0].Country == "" || d.acts(actor{m[0], s}) {
					continue
				}
				for _, a := range d.subjects {
					if a.Country == m[0].Country {
						return nil
					}
				}
				if m[0].Type == "place" && m[0].Country == schema.Home && d.compatriot() {
					return []actor{{m[0], s}}
				}
				return d.sideOf(r, actor{m[0], s})
			}
		}
	}
	return nil
}

// struck is the country or place that the first sentence of the entry, or the present one, names before a disaster, or nil.
func (r *reading) struck() *actor {
	for _, s := range []*sentence{r.scene.now, r.sentences[0]} {
		if s == nil {
			continue
		}
		for i := range s.tokens {
			if len(s.tokens[i].Mentions) > 0 || !r.x.rules.Cues.Has(s.tokens[i].Word, "disaster") {
				continue
			}
			for k := i - 1; k >= s.clauses0(i); k-- {
				if m := s.tokens[k].Mentions; len(m) == 1 && (m[0].Type == "country" || m[0].Type == "place") && m[0].Country != "" {
					return r.scene.keep(m[0], s)
				}
			}
		}
	}
	return nil
}

// teller is the country of who speaks of something built for it, or sent to it, by others.
func (r *reading) teller(d *draft) []actor {
	if d.speech == nil || d.speech.speaker == nil || len(d.subjects) == 0 || d.speech.speaker.Country == d.subjects[0].Country {
		return nil
	}
	side := d.sideOf(r, *d.speech.speaker)
	if len(side) == 1 && side[0].Type == "leader" { // nobody knows of which country he is
		return nil
	}
	return side
}

// theme is the one country that the entry names besides those of who acts, for goods and teams.
func (r *reading) theme(d *draft) []actor {
	if d.Token("items") < 0 && d.Token("team") < 0 && d.Token("sum") < 0 || len(r.context.Countries()) > 3 {
		return nil
	}
	found := ""
	for id := range r.context.Countries() {
		own := !r.namedBefore(id, d)
		for _, a := range d.subjects {
			own = own || a.Country == id || a.Entity == id
		}
		if own || d.speech != nil && d.speech.speaker != nil && d.speech.speaker.Country == id {
			continue
		}
		if found != "" {
			return nil
		}
		found = id
	}
	if found == "" || found == schema.Home {
		return nil
	}
	return d.actors(r.country(found))
}

// namedBefore reports whether the entry has named a country, or somebody of it, before the trigger.
func (r *reading) namedBefore(id string, d *draft) bool {
	for ; r.counted < len(r.sentences) && r.sentences[r.counted] != d.s; r.counted++ { // those behind, of which nothing changes any more
		r.seen[r.sentences[r.counted].country] = true
		for _, t := range r.sentences[r.counted].tokens {
			for _, m := range t.Mentions {
				r.seen[m.Country] = true
			}
		}
	}
	if r.seen[id] {
		return true
	}
	for _, t := range d.s.tokens[:d.Trigger] {
		for _, m := range t.Mentions {
			if m.Country == id {
				return true
			}
		}
	}
	return false
}

// clauses0 is the first token of the clause that holds token i, by its marks alone.
func (s *sentence) clauses0(i int) int {
	for k := i - 1; k >= 0; k-- {
		if w := s.tokens[k].Word; len(s.tokens[k].Mentions) == 0 && (w == "，" || w == "；" || w == "。" || w == "：") {
			return k + 1
		}
	}
	return 0
}

// ground is the country of the place that a short clause before names: 在布隆迪首都基特加，由中国援建的医院启用.
func (r *reading) ground(d *draft) []actor {
	if d.clause == 0 {
		return nil
	}
	c := d.s.clauses[d.clause-1]
	if c.End-c.Start > 5 || d.s.tokens[c.Start].Word != "在" {
		return nil
	}
	for i := c.Start + 1; i < c.End; i++ {
		for _, m := range d.s.tokens[i].Mentions {
			if m.Country != "" && (m.Type == "country" || m.Type == "place") && !d.acts(actor{m, d.s}) {
				return d.sideOf(r, actor{m, d.s})
			}
		}
	}
	return nil
}
