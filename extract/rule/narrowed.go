package rule

import (
	"fmt"
	"slices"
	"strings"

	"jishi/schema"
	"jishi/schema/datafile"
)

// narrowed tells of a shipped relation that a user's record has made so narrow that shipped rules name parties that it does not
// take: the fault is the record's, not theirs.
func narrowed(rules []*Rule, ontology *schema.Ontology) datafile.Problems {
	var out datafile.Problems
	for _, relation := range ontology.Relations {
		record, ok := ontology.Changed(relation.ID)
		if !ok {
			continue
		}
		for _, side := range []struct {
			key, role string
			takes     []string
		}{{"from", "subject", relation.From}, {"to", "object", relation.To}} {
			var types, names []string
			for _, r := range rules {
				missing := r.beyond(relation.ID, side.role, side.takes)
				if types = append(types, missing...); len(missing) > 0 {
					names = append(names, r.Name)
				}
			}
			if slices.Sort(types); len(types) > 0 {
				out = append(out, record.Problem(side.key,
					fmt.Sprintf("the relation %s ships, and rules that ship (%s) take as its %s: %s", relation.ID, strings.Join(names, ", "), side.role, strings.Join(slices.Compact(types), ", ")),
					"give the relation of your own another id, or keep these types"))
			}
		}
	}
	return out
}

// beyond are the types that a shipped rule of a relation names for a role and the relation does not take.
func (rule *Rule) beyond(relation, role string, takes []string) []string {
	var out []string
	if rule.User || rule.Relation != relation {
		return nil
	}
	for _, p := range rule.Patterns {
		for _, t := range p.Roles()[role] {
			if t != "actor" && !schema.Accepts(takes, t) {
				out = append(out, t)
			}
		}
	}
	return out
}
