package extract

import (
	"slices"

	"jishi/schema"
)

// receiver is who acts in a clause of receiving: 海地收到挪威捐赠的大米和丹麦捐赠的药品.
func (r *reading) receiver(d *draft) []actor {
	clause := d.s.clauses[d.clause]
	if clause.Subject < 0 {
		return nil
	}
	for i := clause.Subject + 1; i < d.Trigger; i++ {
		if len(d.s.tokens[i].Mentions) == 0 && r.x.rules.Cues.Has(d.s.tokens[i].Word, "receives") && !d.acts(actor{d.s.tokens[clause.Subject].Mentions[0], d.s}) {
			return d.actors(d.s.tokens[clause.Subject].Mentions)
		}
	}
	return nil
}

// asker is who asks for what the subject is to do: 智利请求挪威提供帐篷.
func (r *reading) asker(d *draft) []actor {
	if at := d.requestOf(); at >= 0 {
		return d.sideOf(r, actor{d.s.tokens[at].Mentions[0], d.s})
	}
	first := d.s.clauses[d.clause].Subject
	named := d.Token("subject")
	if first >= 0 && d.Token("team") >= 0 && d.s.tokens[first].Mentions[0].Type == "organization" && d.s.tokens[first].Mentions[0].Country == "" {
		return nil // 联合国请求各国派出医疗队: not to the United Nations
	}
	if d.speech != nil && d.speech.speaker != nil && named > 0 && r.x.rules.Cues.Has(d.s.tokens[named-1].Word, schema.Requested) {
		return d.sideOf(r, *d.speech.speaker) // X说，希望对方提供…: for his own side
	}
	if first == named && named > d.s.clauses[d.clause].Start && d.speech == nil && r.x.rules.Cues.Has(d.s.tokens[named-1].Word, schema.Requested) {
		for k := d.clause - 1; k >= 0; k-- { // 挪威首相同两国领导人通电话，希望两国协助
			if at := d.s.clauses[k].Subject; at >= 0 && len(d.s.tokens[at].Mentions) == 1 {
				return d.sideOf(r, actor{d.s.tokens[at].Mentions[0], d.s})
			}
		}
	}
	if first < 0 || named <= first {
		return nil
	}
	for i := first + 1; i < named; i++ {
		if len(d.s.tokens[i].Mentions) == 0 && r.x.rules.Cues.Has(d.s.tokens[i].Word, schema.Requested) {
			var out []actor
			for _, a := range d.actors(d.s.tokens[first].Mentions) {
				out = append(out, d.sideOf(r, a)...)
			}
			return out
		}
	}
	return nil
}

// requestOf is the token of those at whose request the team is sent, 应智利政府请求派出, or -1.
func (d *draft) requestOf() int {
	if d.Token("team") < 0 {
		return -1
	}
	for i := d.Trigger - 1; i > 0; i-- {
		if w := d.s.tokens[i-1].Word; w != "应" && w != "受" || len(d.s.tokens[i].Mentions) == 0 || d.s.tokens[i].Mentions[0].Country == "" { // 应联合国请求: not to the United Nations
			continue
		}
		for k := i + 1; k < d.Trigger && k <= i+3; k++ {
			switch d.s.tokens[k].Word {
			case "请求", "要求", "委托", "之请", "邀请", "之邀":
				return i
			}
		}
	}
	return -1
}

// listener is the side of the one who is spoken to.
func (r *reading) listener(d *draft) []actor {
	sides := r.scene.sides
	if len(sides) != 2 || len(d.subjects) != 1 {
		return nil
	}
	for i := range sides {
		if sides[i].Country == d.subjects[0].Country && sides[i].Country != "" || sides[i].Entity == d.subjects[0].Entity {
			return d.sideOf(r, sides[1-i])
		}
	}
	return nil
}

// otherSide is the one of the two parties of the letter or meeting told before who does not act here, by himself.
func (r *reading) otherSide(d *draft) []actor {
	sides := r.scene.sides
	if len(sides) != 2 || len(d.subjects) != 1 {
		return nil
	}
	for i := range sides {
		if sides[i].Entity == d.subjects[0].Entity {
			return []actor{sides[1-i]}
		}
	}
	if c := d.subjects[0].Country; c != "" && (sides[0].Country == c) != (sides[1].Country == c) { // 转交本国总统的亲笔信
		if sides[0].Country == c {
			return sides[1:]
		}
		return sides[:1:1]
	}
	if sides[1].Type == "organization" && sides[0].Type == "leader" && r.leads(d.subjects[0]) != nil { // its head answers for it
		return sides[:1:1]
	}
	return nil
}

// helper is who the entry has last told gave or sent something to the one who writes: 甲向乙捐款。乙随后复函.
func (r *reading) helper(d *draft) []actor {
	if len(d.subjects) != 1 || !d.relation.Dialogue {
		return nil
	}
	for i := len(r.facts) - 1; i >= 0; i-- {
		f := &r.facts[i]
		rel, _ := r.x.ontology.Relation(f.Relation)
		if !rel.Open || f.Modality != schema.Actual || f.Object.Entity != d.subjects[0].Entity && f.Object.Entity != d.subjects[0].Country || f.Object.Entity == "" {
			continue
		}
		m := schema.Mention{Type: f.Subject.Type, Entity: f.Subject.Entity, Name: f.Subject.Name, By: "reference"}
		return []actor{{m, nil}}
	}
	return nil
}

// giver is who the entry has last told did the same to the subject: A赠送书法，B回赠瓷器.
func (r *reading) giver(d *draft) []actor {
	if len(d.subjects) != 1 {
		return nil
	}
	for i := len(r.facts) - 1; i >= 0; i-- {
		f := &r.facts[i]
		if f.Relation != d.relation.ID || f.Object.Entity != d.subjects[0].Entity {
			continue
		}
		m := schema.Mention{Type: f.Subject.Type, Entity: f.Subject.Entity, Name: f.Subject.Name, By: "reference"}
		if m.Type == "country" {
			m.Country = m.Entity
		}
		return []actor{{m, nil}}
	}
	return nil
}

// goal is where the entry has last told that the same side sent or gave something.
func (r *reading) goal(d *draft) []actor {
	g := r.scene.goal
	if g == nil || len(d.subjects) == 0 || !slices.ContainsFunc(r.scene.goalBy, func(a actor) bool {
		return a.Entity == d.subjects[0].Entity || r.own(d) && d.subjects[0].ofSide(a)
	}) && (!d.also() || g.Entity == schema.Home) {
		return nil
	}
	return []actor{*g}
}

// ofSide reports whether two are one, or one of them is the country of the other: 汤加, 汤加红十字会.
func (a actor) ofSide(b actor) bool {
	return a.Entity == b.Entity || a.Country != "" && a.Country == b.Country && (a.Type == "country" || b.Type == "country")
}

// also reports whether the clause says that somebody does so too: 斐济也派了救援队.
func (d *draft) also() bool {
	for i := d.s.clauses[d.clause].Start; i < d.Trigger; i++ {
		if w := d.s.tokens[i].Word; w == "也" || w == "亦" || w == "同样" {
			return true
		}
	}
	return false
}
