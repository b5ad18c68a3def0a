package extract

import (
	"jishi/extract/rule"
	"jishi/schema"
)

// askedBefore puts who is asked for something in the place of the one who asks, where a clause before the trigger's names both:
// 加纳请挪威派遣专家，并提供帐篷; 加纳希望各国履行承诺，向智利提供援助. What would go to the one who is asked is for the one who asks.
func (r *reading) askedBefore(d *draft) {
	cue := d.verdict.Cue
	if d.verdict.Modality != schema.Requested || cue < 0 || !d.carried || len(d.subjects) != 1 || d.relation.Symmetric || d.relation.Said || d.relation.Meeting || d.relation.Journey {
		return
	}
	k := rule.ClauseOf(d.s.clauses, cue)
	if k >= d.clause || !r.x.rules.Cues.Has(d.s.tokens[cue].Word, schema.Requested) || cue+2 >= d.s.clauses[k].End {
		return
	}
	asker, m := d.subjects[0], d.s.tokens[cue+1].Mentions
	if len(m) == 0 || !schema.IsActor(m[0].Type) || d.s.tokens[cue+2].Word == "的" || m[0].Entity == asker.Entity {
		return
	}
	asked := d.actors(m)
	if len(d.objects) == 1 && d.objects[0].Entity == asked[0].Entity {
		d.objects = d.sideOf(r, asker)
	}
	d.subjects = asked
}
