package extract

import (
	"jishi/extract/arena"
	"jishi/extract/rule"
	"jishi/schema"
)

// draft is a match on its way to facts.
type draft struct {
	rule.Found
	s        *sentence
	room     *arena.Of[actor] // for its parties
	relation schema.Relation
	clause   int
	speech   *speech
	subjects []actor
	objects  []actor
	carried  bool             // the subject is not in the match
	cities   []schema.Mention // of the objects: those that are places, and those by which their countries were named
	verdict  rule.Verdict

	subjectBy, objectBy string // how the parties were found, for explanations
}

// apply runs the rules on a sentence. A match that lacks a party looks for it in earlier clauses, in the speech, in the
// entry.
func (r *reading) apply(s *sentence) {
	var tried func(rule.Try)
	if r.trace != nil {
		tried = func(t rule.Try) { r.trace.tried(s, t) }
	}
	found := r.x.rules.Apply(s.tokens, tried)
	for _, f := range found {
		if rule.Covered(f, found) {
			r.trace.refused(&draft{Found: f, s: s}, refusal{"covered", "a rule of higher priority reads the same things", ""})
			continue
		}
		d := r.draft(s, f)
		if why := r.complete(d); why != (refusal{}) {
			r.trace.refused(d, why)
			continue
		}
		r.tell(d)
	}
}

// draft begins one with a match.
func (r *reading) draft(s *sentence, f rule.Found) *draft {
	d := r.memory.drafts.One(draft{Found: f, s: s, room: &r.scene.actors, clause: rule.ClauseOf(s.clauses, f.Trigger), speech: r.scene.speechAt(f.Trigger)})
	d.relation, _ = r.x.ontology.Relation(f.Rule.Relation)
	return d
}

// complete fills a draft's parties and modality; the result says why there is no fact, or is zero.
func (r *reading) complete(d *draft) refusal {
	if why := r.excluded(d); why != (refusal{}) {
		return why
	}
	if why := r.parties(d); why != (refusal{}) {
		return why
	}
	if d.Rule.States {
		r.states(d)
	}
	d.verdict = r.x.rules.Cues.Modality(rule.Scope{
		Tokens: d.s.tokens, Clauses: d.s.clauses, Trigger: d.Trigger, Subject: d.subjectToken(),
		Always: d.Rule.Always, Said: d.speech != nil, Speech: d.speechVerb(), Noun: d.Rule.Nominal, Settled: d.relation.Symmetric, Own: r.own(d), Talk: r.talks(d),
	}, d.Rule.Cues)
	r.mood(d)
	r.askedBefore(d)
	if m := d.Rule.Wish; m != "" && d.verdict.Modality == schema.Requested && d.wishes(r) {
		d.verdict.Modality = m
	}
	if why := r.unfounded(d); why != (refusal{}) {
		return why
	}
	if d.verdict.Cue < 0 && d.Rule.Modality != "" {
		d.verdict.Modality = d.Rule.Modality
	}
	return refusal{}
}

// parties finds who acts and on whom, or says why nobody does.
func (r *reading) parties(d *draft) refusal {
	both := d.Mentions("both", d.s.tokens)
	if len(both) > 1 {
		if t := d.Token("both"); t+1 < len(d.s.tokens) && len(d.s.tokens[t+1].Mentions) == 0 {
			if w := d.s.tokens[t+1].Word; w == "同" || w == "与" || w == "和" || w == "跟" || w == "会同" { // 芬兰与瑞典同三国合作: not with each other
				return refusal{"members", "the list acts with somebody else", ""}
			}
		}
		if t := d.Token("both"); t+1 < len(d.s.tokens) && d.s.tokens[t+1].Word == "组成" {
			return refusal{"members", "the list only says of whom a group is made", ""}
		}
		if r.governed(d, "both") {
			return refusal{"governed", "the list stands behind a preposition", ""}
		}
		d.subjects, d.objects, d.subjectBy = d.actors(both), nil, byPattern
	} else {
		r.findSubject(d)
		r.findObject(d)
		d.subjects = r.nobodys(d)
		if len(d.subjects) == 0 {
			return refusal{"subject", "nobody is found who acts", ""}
		}
		if len(d.objects) == 0 && d.Rule.Object != "open" && !(d.Rule.Object == "audience" && r.atConference()) && !(d.carried && d.relation.Symmetric && r.together(d)) {
			return refusal{"object", "the other party is not found", ""}
		}
	}
	if d.compatriots() {
		return refusal{"home", "a region acts, and on nobody but its own country", ""}
	}
	return refusal{}
}

// unfounded says why a draft is no fact by its modality: nothing says that it was done, or nobody is named who is asked.
func (r *reading) unfounded(d *draft) refusal {
	if m := d.verdict.Modality; d.Rule.Nominal && (m == schema.Actual || m == schema.Planned) && d.partnership() {
		return refusal{"nominal", "it only names their relations", ""}
	}
	if d.Rule.Nominal && d.verdict.Modality == schema.Actual && !r.borneOut(d) {
		return refusal{"nominal", "nothing says that it was done", ""}
	}
	if d.underWay(r, schema.Negated) >= 0 {
		return refusal{"unarrived", "it has not got there", ""}
	}
	if d.verdict.Unreal {
		return refusal{"unreal", "it is a question or a condition", ""}
	}
	if why := r.asked(d); why != (refusal{}) {
		return why
	}
	if d.subjectBy == byScene && d.speech == nil && d.verdict.Modality == schema.Requested && d.verdict.Cue >= 0 && r.x.rules.Cues.Has(d.s.tokens[d.verdict.Cue].Word, "ought") {
		return refusal{"asked", "nobody is named who ought to", ""}
	}
	if s := d.Token("subject"); d.verdict.Cue > s && s >= 0 && d.verdict.Modality == schema.Requested && d.Rule.Cues[d.s.tokens[d.verdict.Cue].Word] == schema.Requested && d.verdict.Cue < d.Trigger {
		return refusal{"asked", "nobody is named who is invited", ""}
	}
	if d.believed(r) {
		return refusal{"expected", "somebody only believes that others will do it", ""}
	}
	if d.relation.Dialogue && d.relation.Symmetric && d.verdict.Modality == schema.Requested && d.agreedBefore() {
		return refusal{"agreed", "it is only where something was agreed", ""}
	}
	if d.verdict.Modality == schema.Negated && d.relation.Meeting && d.verdict.Cue < d.Trigger && d.wordIn(d.verdict.Cue+1, d.Trigger, "邀请", "邀") >= 0 {
		return refusal{"asked", "who is not invited is not told to have stayed away", ""}
	}
	if d.carried && d.inviterCarried() {
		return refusal{"asked", "nobody is named who is invited", ""}
	}
	return refusal{}
}
