package rule

import "jishi/schema"

// Topic reports whether the trigger only names what people talk about or work at: 就深化合作达成共识, 在签署协议等方面保持沟通.
func (c *Cues) Topic(tokens []schema.Token, clause Clause, trigger int) bool {
	for i := clause.Start; i < trigger; i++ {
		if len(tokens[i].Mentions) > 0 {
			continue
		}
		switch w := tokens[i].Word; {
		case c.has(w, "about") && hasOf(tokens, clause, trigger):
			return true
		case c.has(w, "topic") && c.follows(tokens, clause, trigger, "talked-over"):
			return true
		case c.has(w, "topic-in") && !c.whereabouts(tokens, i) && c.follows(tokens, clause, trigger, "topic-end"):
			return true
		}
	}
	return false
}

// whereabouts reports whether 在 at i says where, not in what: 在马斯喀特会见….
func (c *Cues) whereabouts(tokens []schema.Token, i int) bool {
	return i+1 < len(tokens) && len(tokens[i+1].Mentions) > 0 && tokens[i+1].Mentions[0].Type == "place"
}

// hasOf reports whether a 的 stands behind the trigger in its clause.
func hasOf(tokens []schema.Token, clause Clause, trigger int) bool {
	for i := trigger + 1; i < clause.End; i++ {
		if len(tokens[i].Mentions) == 0 && tokens[i].Word == "的" {
			return true
		}
	}
	return false
}

// follows reports whether a word of a kind stands behind the trigger in its clause, and no adjunct ends before it: in
// 在会见客人时就安全问题 the meeting is no topic.
func (c *Cues) follows(tokens []schema.Token, clause Clause, trigger int, kind string) bool {
	for i := trigger + 1; i < clause.End; i++ {
		if len(tokens[i].Mentions) > 0 {
			continue
		}
		if c.has(tokens[i].Word, "adjunct") || c.has(tokens[i].Word, "topic") {
			return false
		}
		if c.has(tokens[i].Word, kind) {
			return true
		}
	}
	return false
}
