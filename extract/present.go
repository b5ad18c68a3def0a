package extract

import (
	"strings"

	"jishi/schema"
)

// thisVisit reports whether the trigger's clause tells of the visit that goes on or that the entry is about: 我这次访问智利, 这是他第三次访问智利.
func (d *draft) thisVisit() bool {
	if !d.relation.Journey || d.verdict.Modality != schema.Actual {
		return false
	}
	c := d.s.clauses[d.clause]
	start, trigger := d.s.tokens[c.Start].At.Start, d.s.tokens[d.Trigger].At
	for _, w := range []string{"此次", "这次", "此访", "此行", "此时", "这是", "这也是", "本次"} {
		if strings.Contains(d.s.Text[start:d.s.tokens[c.End-1].At.End], w) {
			return true
		}
	}
	return strings.Contains(d.s.Text[start:trigger.Start], "欢迎")
}

// visitTold reports whether the entry has told, whatever its modality, of the visit that a sentence speaks of as the present one.
func (r *reading) visitTold(d *draft, p pair) bool {
	if !d.thisVisit() {
		return false
	}
	if m := r.named(d); m != nil && m.Time != nil && !m.Vague { // 这是我2016年首次访问智利以来: another visit
		return false
	}
	for i := range r.facts {
		f := &r.facts[i]
		if f.Relation == d.relation.ID && f.Modality != schema.Negated && f.Subject.Entity == p.subject.Entity && f.Object.Entity == p.object.Entity {
			return true
		}
	}
	return false
}

// thereNow reports whether one of two who talk speaks of the visit as the present one, and it is to the other's country: the day of the
// talk is one of its days.
func (r *reading) thereNow(d *draft) bool {
	if d.speech == nil || len(r.scene.sides) != 2 || !r.scene.present || !d.thisVisit() || len(d.subjects) != 1 || len(d.objects) != 1 {
		return false
	}
	for i := range r.scene.sides {
		guest, host := &r.scene.sides[i], &r.scene.sides[1-i]
		if guest.Entity == d.subjects[0].Entity && host.Country != "" && host.Country == d.objects[0].Entity {
			return true
		}
	}
	return false
}
