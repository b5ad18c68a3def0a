package extract

import (
	"slices"
	"strings"

	"jishi/extract/rule"
	"jishi/schema"
)

// sender takes for 代表团 without a name, who is sent to a meeting, the one who sends it: 希望加纳派代表团出席.
func (r *reading) sender(d *draft) {
	t := d.Token("subject")
	if t > 0 && len(d.subjects) == 1 && d.subjects[0].Type == "team" { // 卡瓦尼率代表团访问: who leads it
		if w := d.s.tokens[t-1].Word; w == "率" || w == "率领" || w == "带领" {
			if at := d.s.clauses[rule.ClauseOf(d.s.clauses, t)].Subject; at >= 0 && at < t {
				d.subjects = d.actors(d.s.tokens[at].Mentions)
				if !d.relation.Journey && !d.relation.Meeting && len(d.subjects) == 1 { // 会长率搜救组飞抵: his organization has sent it
					d.subjects = d.sentBy(r, d.subjects[0])
				}
				return
			}
		}
	}
	if t < 1 || !d.relation.Meeting || len(d.subjects) != 1 || d.subjects[0].Type != "team" || d.subjects[0].Country != "" {
		return
	}
	for i := t - 1; i >= d.s.clauses[d.clause].Start && i >= t-3; i-- {
		if !strings.Contains(d.s.tokens[i].Word, "派") {
			continue
		}
		for k := i - 1; k >= d.s.clauses[d.clause].Start && k >= i-2; k-- {
			if m := d.s.tokens[k].Mentions; len(m) > 0 && schema.IsActor(m[0].Type) {
				d.subjects = d.actors(m)
				return
			}
		}
	}
}

// sentBy is for whom the leader of a team acts: the organization whose office he holds, else his side.
func (d *draft) sentBy(r *reading, leader actor) []actor {
	for _, t := range leader.Titles {
		if t.Of.Type == "organization" {
			return []actor{{actor{t.Of, d.s}.bare(), d.s}}
		}
	}
	return d.sideOf(r, leader)
}

// companions adds, where who acts stands in an earlier clause, the one with whom he does it: 访问该国，同总理共同出席仪式.
func (r *reading) companions(d *draft) {
	c := d.s.clauses[d.clause]
	if !d.relation.Meeting || len(d.subjects) != 1 || d.Token("both") >= 0 {
		return
	}
	for i := c.Start; i+2 < d.Trigger+1 && i < c.Start+4; i++ {
		if w := d.s.tokens[i].Word; len(d.s.tokens[i].Mentions) > 0 || w != "同" && w != "与" && w != "和" {
			continue
		}
		m := d.s.tokens[i+1].Mentions
		if len(m) == 0 || m[0].Type != "leader" || m[0].Entity == d.subjects[0].Entity || !d.s.together(i+2) || !isTogether(d.s.tokens[d.Trigger-1]) && !isTogether(d.s.tokens[d.Trigger]) {
			return
		}
		d.subjects = append(slices.Clone(d.subjects), d.actors(m)...)
		return
	}
}
