package extract

import (
	"fmt"
	"slices"
	"strings"

	"jishi/schema"
)

// askedParty is a party that somebody asks for: by its canonical name, an alias, its English name or its id.
type askedParty struct {
	WhyNotParty
	open    bool // "?": nobody is named
	misread bool // its characters stand in the text, and were read as something else
	names   []string
}

func (x *Extractor) asked(role, name string) askedParty {
	p := askedParty{WhyNotParty: WhyNotParty{Role: role, Asked: name, IDs: []string{}, Sentences: []string{}}, open: name == "?", names: []string{name}}
	for _, e := range x.lexicon.Entities() {
		if e.Called(name) {
			p.IDs = append(p.IDs, e.ID)
			p.names = append(append(p.names, e.Name), e.Aliases...)
		}
	}
	slices.Sort(p.names)
	p.names = slices.Compact(p.names)
	return p
}

// is reports whether an entity, or a name where there is none, is the one who is asked for.
func (p *askedParty) is(id, name string) bool {
	if p.open {
		return id == "" && name == ""
	}
	return name == p.Asked || id != "" && slices.Contains(p.IDs, id)
}

// within reports whether a sentence names the party, in a mention of its own or in somebody's title.
func (p *askedParty) within(s *ExplainedSentence) bool {
	return slices.ContainsFunc(s.Mentions, func(m ExplainedMention) bool {
		return p.is(m.ID, m.Name) || slices.ContainsFunc(m.Titles, func(t ExplainedTitle) bool { return p.is(t.OfID, t.Of) }) ||
			m.Country != "" && slices.Contains(p.IDs, m.Country)
	})
}

// takenBy reports whether a pattern took somebody for the party's role who is as is says.
func (p *askedParty) takenBy(s *ExplainedSentence, t *ExplainedTry, is func(id, name string) bool) bool {
	return p.bound(s, t, func(m ExplainedMention) bool { return is(m.ID, m.Name) })
}

// actsIn reports whether a pattern took somebody for the party's role who acts for it: by his office or his country.
func (p *askedParty) actsIn(s *ExplainedSentence, t *ExplainedTry) bool {
	return p.bound(s, t, func(m ExplainedMention) bool {
		return m.Country != "" && slices.Contains(p.IDs, m.Country) || slices.ContainsFunc(m.Titles, func(t ExplainedTitle) bool { return p.is(t.OfID, t.Of) })
	})
}

func (p *askedParty) bound(s *ExplainedSentence, t *ExplainedTry, is func(ExplainedMention) bool) bool {
	return t.Match != nil && slices.ContainsFunc(t.Match.Roles, func(r ExplainedRole) bool {
		return (r.Role == p.Role || r.Role == "both") && slices.ContainsFunc(s.Mentions, func(m ExplainedMention) bool { return m.Token == r.Token && is(m) })
	})
}

// stands says on which sides of a token a sentence names the party.
func (p *askedParty) stands(s *ExplainedSentence, token int) (left, right bool) {
	for _, m := range s.Mentions {
		one := ExplainedSentence{Mentions: []ExplainedMention{m}}
		left = left || m.Token < token && p.within(&one)
		right = right || m.Token > token && p.within(&one)
	}
	return left, right
}

// look finds the sentences that name the parties, and says of a party that none names whether its characters stand there.
func (q *question) look() {
	for _, p := range []*askedParty{&q.subject, &q.object} {
		if p.open {
			continue
		}
		var first *ExplainedMention
		q.e.each(func(entry *ExplainedEntry, s *ExplainedSentence) {
			if !p.within(s) {
				return
			}
			p.Found = true
			p.Sentences = append(p.Sentences, placeOf(entry, s))
			for i := range s.Mentions { // a name says more than a reference
				if m := &s.Mentions[i]; p.is(m.ID, m.Name) && (first == nil || first.Source == byReference && m.Source != byReference) {
					first = m
				}
			}
		})
		switch {
		case first != nil:
			p.Text = "named as " + first.String()
		case p.Found:
			p.Text = "named only in the title or the country of somebody else"
		default:
			p.Text = q.unread(p)
		}
	}
}

func placeOf(entry *ExplainedEntry, s *ExplainedSentence) string {
	return fmt.Sprintf("%s sentence %d", entry.Label, s.Number+1)
}

// unread says where the characters of a party's name stand, and what was made of them.
func (q *question) unread(p *askedParty) string {
	out := ""
	q.e.each(func(entry *ExplainedEntry, s *ExplainedSentence) {
		for _, name := range p.names {
			i := strings.Index(s.Text, name)
			if out != "" || i < 0 || name == "" {
				continue
			}
			from := len([]rune(s.Text[:i]))
			p.misread = true
			out = fmt.Sprintf("%s stands in %s, but was read as %s", name, placeOf(entry, s), s.covering(from, from+len([]rune(name))))
			if strings.Contains(s.Text[:i], "驻") {
				out += "; where an office is held, a rule finds by object: host"
			}
		}
	})
	if out == "" {
		out = "no sentence holds " + strings.Join(p.names, " or ")
		if len(p.IDs) == 0 {
			out = fmt.Sprintf("%s, and no gazetteer knows the name", out)
		}
	}
	return out
}

// covering shows the tokens that hold some characters.
func (s *ExplainedSentence) covering(from, to int) string {
	var parts []string
	for _, t := range s.Tokens {
		switch {
		case t.End <= from || t.Start >= to:
		case t.Type == schema.TypeRefer:
			parts = append(parts, fmt.Sprintf("the reference %s", t.Text))
		case t.Type != "":
			parts = append(parts, fmt.Sprintf("the %s mention %s", t.Type, t.Text))
		case !t.Word:
			parts = append(parts, "the unknown word "+t.Text)
		default:
			parts = append(parts, "the word "+t.Text)
		}
	}
	return strings.Join(parts, "; ")
}
