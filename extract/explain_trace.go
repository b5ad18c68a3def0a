package extract

import (
	"slices"

	"jishi/extract/rule"
	"jishi/schema"
)

// trace is what is noted while an entry is read, for an explanation. In ordinary work it is nil, and its methods do nothing
// and keep nothing: noting costs no time and no memory where nobody asks.
type trace struct{ sentences map[*sentence]*notes }

// notes are what is noted of one sentence.
type notes struct {
	refers   []referred
	tries    []rule.Try
	matches  []matched
	offices  []int // facts read from titles: places in the entry's list
	speeches []speech
}

// at gives the notes of a sentence.
func (t *trace) at(s *sentence) *notes {
	if t.sentences == nil {
		t.sentences = map[*sentence]*notes{}
	}
	if t.sentences[s] == nil {
		t.sentences[s] = &notes{}
	}
	return t.sentences[s]
}

// referred is a referring expression and who is meant.
type referred struct {
	token int
	m     schema.Mention
	found []schema.Mention
	origin
}

// matched is a match on its way to facts: each pair of parties gives a fact, a place in the entry's list, or is refused.
type matched struct {
	*draft
	facts []int
	why   []refusal
}

// The ways in which a party of a match is found.
const (
	byPattern  = "named in the pattern"
	byTeam     = "the country of the team"
	byClause   = "what the clause, or one before it, begins with"
	byBefore   = "who stands before the preposition"
	byThanks   = "who is thanked"
	byNext     = "what the clause behind it begins with"
	bySpeaker  = "the side of the one who speaks"
	byScene    = "who acted in the sentence before"
	byOblique  = "named before the trigger behind 同, 向, 为 or the like"
	byToward   = "where the team's name says it goes"
	byOffice   = "where the office is held"
	byAsker    = "who asks for it"
	byReceiver = "who receives it"
	byDisaster = "the country of which a disaster is told"
	byGiver    = "who has done the same to the subject"
	byTheme    = "the one other country that the entry names"
	byHome     = "the side of who tells of it"
	byListener = "the side of the one who is spoken to"
	byGoal     = "where the same side last sent or gave something"
	byMeeting  = "the meeting named last"
	byFacility = "the country of the facility"
	byRule     = "the rule names it"
)

func (t *trace) refer(s *sentence, token int, m schema.Mention, found []schema.Mention, by origin) {
	if t == nil {
		return
	}
	if by.one != nil { // what it points to goes on to change
		one := *by.one
		by.one = &one
	}
	if by.more != nil {
		more := *by.more
		by.more = &more
	}
	n := t.at(s)
	n.refers = append(n.refers, referred{token, m, slices.Clone(found), by})
}

func (t *trace) heard(s *sentence, speeches []speech) {
	if t == nil || len(speeches) == 0 {
		return
	}
	t.at(s).speeches = slices.Clone(speeches)
}

// of gives the note of a match, which it makes at the first call.
func (t *trace) of(d *draft) *matched {
	s := t.at(d.s)
	if n := len(s.matches); n == 0 || s.matches[n-1].draft != d {
		s.matches = append(s.matches, matched{draft: d})
	}
	return &s.matches[len(s.matches)-1]
}

func (t *trace) refused(d *draft, why refusal) {
	if t == nil {
		return
	}
	m := t.of(d)
	m.why = append(m.why, why)
}

func (t *trace) told(d *draft, fact int) {
	if t == nil {
		return
	}
	m := t.of(d)
	m.facts = append(m.facts, fact)
}

func (t *trace) named(s *sentence, fact int) {
	if t == nil {
		return
	}
	n := t.at(s)
	n.offices = append(n.offices, fact)
}

func (t *trace) tried(s *sentence, try rule.Try) {
	n := t.at(s)
	n.tries = append(n.tries, try)
}
