package extract

import (
	"jishi/extract/rule"
	"jishi/schema"
)

// entry takes in what was noted while an entry was read.
func (c *Coverage) entry(r *reading) {
	c.Entries++
	c.Sentences += len(r.sentences)
	for _, s := range r.sentences {
		n := r.trace.at(s)
		speaks := false
		whys := map[int]string{} // trigger → why the match there gives nothing
		for _, m := range n.matches {
			use := c.rules[m.Rule.Name]
			use.Facts += len(m.facts)
			if len(m.facts) > 0 {
				speaks = true
			} else if len(m.why) > 0 && whys[m.Trigger] == "" {
				whys[m.Trigger] = m.Rule.Name + ": " + m.why[0].String()
			}
		}
		for _, t := range n.tries {
			switch use := c.rules[t.Rule.Name]; {
			case t.Found && t.Behind == nil:
				use.Taken++
			case t.Found:
				use.Behind[t.Behind.Name]++
			}
		}
		if len(n.tries) > 0 {
			c.sentence(r, s, n.tries, whys, speaks)
		}
	}
	for _, x := range r.conflicts() {
		k := c.conflict(x.rules)
		k.Places++
		k.Examples = c.keep(k.Examples, r.passage(x.s, x.facts[0]+" / "+x.facts[1]))
	}
}

// sentence takes in a sentence that holds triggers.
func (c *Coverage) sentence(r *reading, s *sentence, tries []rule.Try, whys map[int]string, speaks bool) {
	c.Waiting++
	if !speaks {
		c.Silent++
	}
	seen := map[string]bool{}
	for _, t := range tries {
		word := s.tokens[t.Trigger].Word
		if seen[word] {
			continue
		}
		seen[word] = true
		use := c.trigger(word)
		use.Sentences++
		if speaks {
			continue
		}
		use.Silent++
		why := whys[t.Trigger]
		if why == "" {
			use.NoPattern++
			why = "no pattern fits"
		}
		if len(use.Examples) < c.examples {
			use.Examples = c.keep(use.Examples, r.passage(s, why))
		}
	}
}

func (r *reading) passage(s *sentence, why string) Passage {
	start := 0
	if at := s.Spans(schema.Local{End: len(s.Text)}); len(at) > 0 {
		start = at[0].Start
	}
	return Passage{Document: r.doc.ID, Text: s.Text, Why: why, at: start}
}

// odds is a place that two rules read into different facts.
type odds struct {
	s     *sentence
	rules [2]string // by name
	facts [2]string // as examples write them, of each rule one
	at    [2]int    // likewise, in the entry's list
}

// conflicts are the places where two rules are at odds: they give facts about the same two parties, and either read
// them off one and the same trigger word as different relations, or off stretches that overlap as one relation with the
// parties exchanged or with another modality. Facts of several relations off several words of a sentence are no
// conflict: 出席论坛并致辞 tells both.
func (r *reading) conflicts() []odds {
	var out []odds
	for _, s := range r.sentences {
		matches := r.trace.at(s).matches
		for i, a := range matches {
			for _, b := range matches[i+1:] {
				if a.Rule == b.Rule {
					continue
				}
				first, second := a, b
				if a.Rule.Name > b.Rule.Name {
					first, second = b, a
				}
				if p, q, ok := r.atOdds(first, second); ok {
					out = append(out, odds{s, [2]string{first.Rule.Name, second.Rule.Name},
						[2]string{rule.Telling(r.facts[p]), rule.Telling(r.facts[q])}, [2]int{p, q}})
				}
			}
		}
	}
	return out
}

// atOdds gives the first facts of two matches that are at odds.
func (r *reading) atOdds(a, b matched) (p, q int, ok bool) {
	for _, p := range a.facts {
		for _, q := range b.facts {
			f, g := r.facts[p], r.facts[q]
			along := f.Subject.Entity == g.Subject.Entity && f.Object.Entity == g.Object.Entity
			against := f.Subject.Entity == g.Object.Entity && f.Object.Entity == g.Subject.Entity
			if f.Subject.Entity == "" || f.Object.Entity == "" || !along && !against {
				continue
			}
			overlap := a.Match.Start < b.Match.End && b.Match.Start < a.Match.End
			if f.Relation != g.Relation && a.Trigger == b.Trigger ||
				f.Relation == g.Relation && overlap && (f.Modality != g.Modality || against && !a.relation.Symmetric) {
				return p, q, true
			}
		}
	}
	return 0, 0, false
}
