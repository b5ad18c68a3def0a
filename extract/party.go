package extract

import (
	"slices"

	"jishi/schema"
)

func (d *draft) actors(mentions []schema.Mention) []actor {
	out := d.room.Slice(len(mentions))
	for i := range mentions {
		out[i] = actor{mentions[i], d.s}
	}
	return out
}

func (d *draft) acts(a actor) bool {
	for _, s := range d.subjects {
		if s.Entity == a.Entity {
			return true
		}
	}
	return false
}

// sideOf is the country that somebody acts for, found where he is named.
func (d *draft) sideOf(r *reading, a actor) []actor {
	var out []actor
	for _, m := range r.countryOf(a) {
		m.At = a.At
		out = append(out, actor{m, a.in})
	}
	return out
}

// states puts the countries that the parties act for in place of the parties.
func (r *reading) states(d *draft) {
	for _, list := range [][]actor{d.subjects, d.objects} {
		for i, a := range list {
			if found := d.sideOf(r, a); len(found) == 1 && a.By != schema.ByRegion {
				list[i] = found[0]
			}
		}
	}
}

// together reports whether the subjects are the two sides, whom one word of an earlier clause names: 双方要…，争取签署协议.
func (r *reading) together(d *draft) bool {
	s := d.subjects
	return len(s) == 2 && s[0].in == d.s && s[1].in == d.s && s[0].At == s[1].At && s[0].Entity != s[1].Entity
}

func (r *reading) isSide(a actor) bool {
	for _, s := range r.scene.sides {
		if s.Entity == a.Entity {
			return true
		}
	}
	return false
}

// compatriots reports whether a province or city is among the parties, all of which are of its country: 三峡集团与湖北省签署协议.
func (d *draft) compatriots() bool {
	all := slices.Concat(d.subjects, d.objects)
	at := slices.IndexFunc(all, func(a actor) bool { return a.By == schema.ByRegion })
	if at < 0 || d.relation.Meeting {
		return false
	}
	home := all[at].Country
	return !slices.ContainsFunc(all, func(a actor) bool { return a.Country != home && a.Entity != home })
}
