package extract

import (
	"slices"
	"strings"

	"jishi/extract/rule"
	"jishi/schema"
)

// twoBearers are the persons whom the entry has named with their offices, when they are two, of two countries.
func (r *reading) twoBearers() []schema.Mention {
	var out []schema.Mention
	for _, b := range r.scene.bearers {
		if b.Country == "" || len(out) > 0 && slices.ContainsFunc(out, func(m schema.Mention) bool { return m.Entity == b.Entity }) {
			continue
		}
		out = append(out, b.bare())
	}
	if len(out) != 2 || out[0].Country == out[1].Country {
		return nil
	}
	return out
}

// bearer is the person whom the entry has named as the holder of the office that m names without him, or nil.
func (r *reading) bearer(m schema.Mention) *schema.Mention {
	for k := len(r.scene.bearers) - 1; k >= 0; k-- {
		b := r.scene.bearers[k]
		for _, t := range b.Titles {
			if t.Status == "" && t.Of.Entity == m.Entity && t.Of.Entity != "" && strings.HasSuffix(m.Office, t.Office) {
				who := b.bare()
				who.At, who.By = m.At, "reference"
				return &who
			}
		}
	}
	return nil
}

// settle gives a person whose office names no country the country of who acts in an earlier clause: 冰岛外交部说，外长索尔达松….
func (r *reading) settle(s *sentence, i int) {
	m := &s.tokens[i].Mentions[0]
	if home, ok := r.scene.homes[m.Entity]; ok {
		m.Country = home
		return
	}
	if len(m.Titles) == 0 || len(m.Titles) > 1 && !strings.Contains(s.Text[m.Titles[0].At.Start:m.At.End], "兼") || !strings.HasPrefix(m.Entity, "-/") || slices.ContainsFunc(m.Titles, func(t schema.Title) bool { return t.Of.Type != "" }) {
		return
	}
	settled := func(of schema.Mention) {
		m.Country = of.Country
		for k := range m.Titles { // 副总理兼外长
			m.Titles[k].Of = of
		}
		if r.scene.homes == nil {
			r.scene.homes = map[string]string{}
		}
		r.scene.homes[m.Entity] = m.Country
	}
	from := rule.ClauseOf(s.clauses, i) - 1
	if i > 1 && sends(s.tokens[i-1]) { // 首相决定派副首相
		from++
	}
	for k := from; k >= 0; k-- {
		at := s.clauses[k].Subject
		if at < 0 { // 加纳外交部消息：…外长: the source of the news says whose
			at = r.inClause(s, s.clauses[k], "organization")
		}
		if at < 0 || s.tokens[at].Mentions[0].Country == "" {
			continue
		}
		if o := s.tokens[at].Mentions[0]; o.Type == "organization" && endsIn(o.Name, "红十字会", "红新月会") && endsIn(m.Titles[0].Office, "总干事", "秘书长", "会长", "主席", "理事长", "执行主任") { // 该国红十字会呼吁…，总干事X说
			own := actor{o, s}.bare()
			own.At = schema.Local{}
			settled(own)
			return
		}
		if of := r.country(s.tokens[at].Mentions[0].Country); of != nil {
			settled(of[0])
		}
		return
	}
	if of := r.office(m.Titles[0].Office); of != nil {
		settled(*of)
	}
}

// sends reports whether who stands behind a word is of the same side as who acts: 派, 委派.
func sends(t schema.Token) bool {
	switch t.Word {
	case "派", "派遣", "委派", "指派", "委托", "指示", "责成", "授权", "任命", "特派":
		return len(t.Mentions) == 0
	}
	return false
}

// thatOrganization is who acted in the sentence before, if the word can mean him (该会 is no bank), else the organization named
// last that it can mean; where none can, the one named last. Who acts in the word's own clause is not meant.
func (r *reading) thatOrganization(m schema.Mention) *actor {
	kind := strings.TrimPrefix(m.Name, "该")
	acts := r.actsAt(m)
	means := func(o schema.Mention) bool {
		return o.Type == "organization" && o.Entity != acts && strings.HasSuffix(o.Name, kind)
	}
	if own := r.ofSpeaker(m); own != nil && means(own.Mention) {
		return own
	}
	if a := r.scene.subject; a != nil {
		if means(a.Mention) {
			return a
		}
		for _, t := range a.Titles {
			if means(t.Of) {
				return &actor{t.Of, a.in}
			}
		}
	}
	for _, a := range slices.Backward(r.organizations) {
		if means(a.Mention) {
			return a
		}
	}
	if n := len(r.organizations); n > 0 {
		return r.organizations[n-1]
	}
	return nil
}

// ofSpeaker is the organization that whoever says what m stands in speaks for, or nil.
func (r *reading) ofSpeaker(m schema.Mention) *actor {
	s := r.scene.now
	if s == nil {
		return nil
	}
	at := slices.IndexFunc(s.tokens, func(t schema.Token) bool { return t.At == m.At })
	sp := r.scene.speechAt(at)
	if at < 0 || sp == nil || sp.speaker == nil {
		return nil
	}
	titles := sp.speaker.Titles
	for i := len(r.scene.bearers) - 1; i >= 0 && len(titles) == 0; i-- {
		if r.scene.bearers[i].Entity == sp.speaker.Entity {
			titles = r.scene.bearers[i].Titles
		}
	}
	for _, t := range titles {
		if t.Of.Type == "organization" {
			return &actor{t.Of, sp.speaker.in}
		}
	}
	return nil
}

// actsAt is who the clause in which m stands begins with, if that stands before m; else empty.
func (r *reading) actsAt(m schema.Mention) string {
	s := r.scene.now
	if s == nil {
		return ""
	}
	for _, c := range s.clauses {
		if c.Subject < 0 || s.tokens[c.Subject].At.Start >= m.At.Start || c.End > 0 && s.tokens[c.End-1].At.End <= m.At.Start {
			continue
		}
		return s.tokens[c.Subject].Mentions[0].Entity
	}
	return ""
}

// joined are the countries of two who act together from token i on: 汤加首相同斐济总理联名致信.
func (r *reading) joined(s *sentence, i int) []schema.Mention {
	if i+3 >= len(s.tokens) || len(s.tokens[i].Mentions) != 1 || len(s.tokens[i+2].Mentions) != 1 || len(s.tokens[i+1].Mentions) > 0 || !s.together(i+3) {
		return nil
	}
	one, other := r.countryOf(actor{s.tokens[i].Mentions[0], s}), r.countryOf(actor{s.tokens[i+2].Mentions[0], s})
	if len(one) != 1 || len(other) != 1 || one[0].Entity == other[0].Entity {
		return nil
	}
	return []schema.Mention{actor{one[0], s}.bare(), actor{other[0], s}.bare()}
}

// together reports whether those who are named before token i act together, by a word behind it with nobody else before it: ，昨在首都共同主持.
func (s *sentence) together(i int) bool {
	for k := i; k < len(s.tokens) && k < i+6; k++ {
		if m := s.tokens[k].Mentions; len(m) > 0 && schema.IsActor(m[0].Type) {
			return false
		}
		if isTogether(s.tokens[k]) {
			return true
		}
	}
	return false
}

// isTogether reports whether a word says that several do something together: 共同, 联合举办.
func isTogether(t schema.Token) bool {
	return len(t.Mentions) == 0 && (strings.HasPrefix(t.Word, "联名") || strings.HasPrefix(t.Word, "联合") || strings.HasPrefix(t.Word, "共同"))
}

// twoActing are the two whom an earlier clause of the sentence begins with, or nil.
func (r *reading) twoActing() []schema.Mention {
	s := r.scene.now
	if s == nil {
		return nil
	}
	for k := len(s.clauses) - 1; k >= 0; k-- {
		i := s.clauses[k].Subject
		if i < 0 {
			continue
		}
		if two := r.joined(s, i); two != nil {
			return two
		}
		if m := s.tokens[i].Mentions; len(m) == 2 && m[0].Type != schema.TypeRefer && m[1].Type != schema.TypeRefer {
			return []schema.Mention{actor{m[0], s}.bare(), actor{m[1], s}.bare()}
		}
	}
	return nil
}

// leads is the organization of no country that a person has been named as the head of, or nil: the president of the European
// Council does not act for the country that he is from.
func (r *reading) leads(a actor) *schema.Mention {
	if a.Type != "leader" {
		return nil
	}
	for k := len(r.scene.bearers) - 1; k >= 0; k-- {
		b := r.scene.bearers[k]
		if b.Entity != a.Entity || len(b.Titles) == 0 {
			continue
		}
		if of := b.Titles[0].Of; b.Titles[0].Status == "" && of.Type == "organization" && (of.Country == "" || ofNoState(of.Name)) && of.Entity != "" {
			of.At = schema.Local{}
			return &of
		}
		return nil
	}
	return nil
}

// ofNoState reports whether an organization is a firm, a school or a society by its name: whoever leads it speaks for it, not for the
// country that it is of.
func ofNoState(name string) bool {
	return endsIn(name, "公司", "集团", "企业", "商会", "协会", "基金会", "大学", "学院", "俱乐部", "报社", "通讯社", "电视台", "杂志")
}
