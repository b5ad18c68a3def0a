package extract

import (
	"slices"
	"strings"
)

// nearestPattern is the pattern of a try that is nearest to what is asked for: one that wants the parties on those sides of
// the trigger where the sentence names them, and of these the one that came furthest.
func (q *question) nearestPattern(s *ExplainedSentence, t *ExplainedTry) *ExplainedPattern {
	var best *ExplainedPattern
	least := 0
	for i := range t.Patterns {
		p := &t.Patterns[i]
		n := 0
		for _, party := range q.named() {
			left, right := party.stands(s, t.Trigger)
			if before, behind := p.wants(party.Role); (left || right) && (before || behind) && !(left && before) && !(right && behind) {
				n++
			}
		}
		if best == nil || n < least || n == least && p.further(best) {
			best, least = p, n
		}
	}
	return best
}

// wants says on which sides of the trigger a pattern looks for a role.
func (p *ExplainedPattern) wants(role string) (before, behind bool) {
	left, right, _ := strings.Cut(p.Pattern, "@")
	names := func(side string) bool {
		return slices.ContainsFunc([]string{role, "both"}, func(r string) bool {
			return strings.Contains(side, "{"+r+":") || strings.Contains(side, "{"+r+"}")
		})
	}
	return names(left), names(right)
}
