package extract

import (
	"strings"

	"jishi/extract/arena"
	"jishi/extract/rule"
	"jishi/schema"
)

// scene is what the entry has told so far: who talks with whom, who speaks, who acted last, which country and meeting
// were named last.
type scene struct {
	present  bool         // the sides have met, face to face
	mood     string       // how the speech that goes on has promised or asked so far
	bearers  []actor      // persons named with their offices, in order
	pair     []actor      // the two of the agreement or cooperation told last, where nobody talks
	sides    []actor      // the two parties of a call, a meeting or a letter
	speaker  *actor       // of the speech that goes on
	spoken   *schema.Date // the day of that speech, where the text names it
	voice    *actor       // who has last spoken in the paragraph, and on which day
	voiceDay *schema.Date
	speeches []speech
	subject  *actor // who acted in the sentence before
	person   *actor
	country  *actor
	meeting  *actor                 // named last as one that takes place
	assembly *actor                 // likewise, but no ceremony: what 与会 is about
	held     map[string]where       // meetings → when and where they take place
	meetings []*actor               // all that take place, in order
	coming   map[string]schema.Date // meetings → the days on which they will be held
	team     *actor
	talk     *schema.Date // the day of the call or meeting of the sides, where the text names it
	day      *schema.Date // the day that a sentence before has named for what it tells
	item     itemDay      // when the piece of news that is being told happened
	vague    bool         // the paragraph opens with 日前 or the like: nobody knows the day of what goes on from there
	past     bool         // the paragraph tells of what was in another month or year
	para     int
	asked    bool              // the paragraph is somebody's question
	homes    map[string]string // persons whose office names no country → the country of who was named before them
	now      *sentence
	goal     *actor  // the country that something was last sent or given to
	goalBy   []actor // who sent it

	actors arena.Of[actor]
}

// where is when and where a meeting takes place, as far as the entry has told.
type where struct {
	day   *schema.Date
	place string
}

// isQuestion reports whether a paragraph that begins so is a journalist's question: it tells nothing.
func isQuestion(text string) bool {
	for _, begin := range []string{"问：", "记者：", "记者问：", "提问：", "法新社记者：", "路透社记者："} {
		if strings.HasPrefix(text, begin) {
			return true
		}
	}
	return false
}

// reset forgets the entry.
func (c *scene) reset() {
	c.actors.Reset()
	*c = scene{actors: c.actors}
}

// keep is a mention of the sentence, to be remembered.
func (c *scene) keep(m schema.Mention, s *sentence) *actor { return c.actors.One(actor{m, s}) }

// begin prepares for a sentence: a new paragraph goes on with the same sides but not with the same speech or day.
func (c *scene) begin(s *sentence) {
	c.speeches, c.now = nil, s
	if s.Paragraph != c.para || c.asked || c.para == 0 {
		c.asked = isQuestion(s.Text) || c.asked && s.Paragraph == c.para && !strings.HasPrefix(s.Text, "答：")
	}
	if s.Paragraph != c.para {
		c.speaker, c.spoken, c.day, c.para = nil, nil, nil, s.Paragraph
		c.voice, c.voiceDay, c.vague, c.past = nil, nil, false, false
	}
}

// opens reports whether the meeting at token i is told as something that takes place, not as a time (开幕式后) or a topic
// (落实峰会成果): its clause says that it is held or that somebody is there.
func (s *sentence) opens(i int) bool {
	clause := s.clauses[rule.ClauseOf(s.clauses, i)]
	if i > clause.Start && !s.holds(clause.Start, i) {
		switch s.tokens[i-1].Word {
		case "设立", "成立", "创立", "创办", "申办", "筹办", "筹备", "倡议", "提议": // it is still to come
			return false
		}
	}
	if i+1 < clause.End {
		switch s.tokens[i+1].Word {
		case "后", "之后", "前", "期间", "成果", "精神", "共识":
			return false
		}
	}
	if of := s.of(i+1, clause.End); of >= 0 && s.receives(clause.Start, i) && !isMeeting(s.tokens[min(of+1, len(s.tokens)-1)]) { // 会见来华出席论坛的客人: not what others attend
		return false
	}
	for k := clause.Start; k < i; k++ {
		if m := s.tokens[k].Mentions; len(m) > 0 && m[0].Type == schema.TypeDate && (strings.HasPrefix(m[0].Name, "去年") || strings.HasPrefix(m[0].Name, "前年")) {
			return false
		}
	}
	for k := clause.Start; k < clause.End; k++ {
		switch s.tokens[k].Word {
		case "举行", "召开", "举办", "开幕", "闭幕", "揭幕", "主持", "主持召开", "共同主持", "出席", "参加", "列席", "应邀出席", "共同出席", "在线出席", "在线参加", "联合发起", "联合举办", "在":
			return true
		}
	}
	return len(s.clauses) == 1 && clause.End-clause.Start <= 3
}

// holds reports whether somebody holds the meeting behind tokens [from:to), or is there: 主持三海倡议外长会议.
func (s *sentence) holds(from, to int) bool {
	for k := from; k < to; k++ {
		switch s.tokens[k].Word {
		case "主持", "主持召开", "出席", "举行", "召开":
			return true
		}
	}
	return false
}

// end remembers what a sentence leaves behind.
func (c *scene) end(s *sentence) {
	var country, meeting, assembly, team *schema.Mention // the last of each
	for i, t := range s.tokens {
		for k := range t.Mentions {
			switch m := &t.Mentions[k]; {
			case m.Type == "meeting" && c.speechAt(i) == nil && s.opens(i):
				meeting = m
				c.meetings = append(c.meetings, c.keep(*m, s))
				if !isCeremony(m.Name) {
					assembly = m
				}
			case m.Type == "team" && m.Country != "":
				team = m
			case (m.Type == "country" || m.Type == "organization" || m.Type == "leader") && m.Country != "":
				country = m
			}
		}
	}
	if country != nil {
		c.country = c.keep(*country, s)
	}
	if meeting != nil {
		c.meeting = c.keep(*meeting, s)
	}
	if assembly != nil {
		c.assembly = c.keep(*assembly, s)
	}
	if team != nil {
		c.team = c.keep(*team, s)
	}
	for _, clause := range s.clauses {
		if clause.Subject < 0 {
			continue
		}
		m := s.tokens[clause.Subject].Mentions[0]
		if m.Type == schema.TypeRefer {
			continue
		}
		if c.speechAt(clause.Subject) == nil || c.subject == nil {
			c.subject = c.keep(m, s)
			if m.Type == "leader" {
				c.person = c.subject
			}
			break
		}
	}
	c.announced(s)
}

// announced remembers the person of whom an organ's announcement tells, for who is then 他: 外交部宣布，外长将访问挪威.
func (c *scene) announced(s *sentence) {
	for _, clause := range s.clauses {
		if clause.Subject < 0 || s.tokens[clause.Subject].Mentions[0].Type != "leader" {
			continue
		}
		sp := c.speechAt(clause.Subject)
		if sp == nil || sp.speaker == nil || sp.speaker.Type == "leader" || len(s.tokens[clause.Subject].Mentions) > 1 {
			return
		}
		c.person = c.keep(s.tokens[clause.Subject].Mentions[0], s)
		return
	}
}
