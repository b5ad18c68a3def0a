package lexicon

import (
	"strings"
	"unicode/utf8"

	"jishi/schema"
)

// reach is how many bytes a name's modifiers may take up: 24 characters.
const reach = 72

// headAt is the head that the node is, of a type, or nil. A gazetteer's name that ends in a head is none.
func (p *parse) headAt(i int, typ string) *head {
	for _, t := range p.nodes[i].terms {
		if t.kind == isHead && t.head.Type == typ && !p.nodes[i].named() {
			return t.head
		}
	}
	return nil
}

// begin walks left from a head over what may stand inside a name of its kind and gives the first node of the name.
func (p *parse) begin(i int, inside func(j int) bool) int {
	j := i
	for j > 0 && p.nodes[i].at.Start-p.nodes[j-1].at.Start <= reach && inside(j-1) {
		j--
	}
	return j
}

// plain reports whether a node is a word that may stand inside a name.
func (p *parse) plain(j int) bool {
	switch p.nodes[j].pos {
	case posUnknown, posNoun, posBoth:
		return !p.nodes[j].named() && (p.nodes[j].term(isOffice) == nil || p.nodes[j].pos != posUnknown)
	}
	return false
}

// between reports whether node j joins two plain words: 卫生与公众服务部.
func (p *parse) between(j int) bool {
	switch p.wordAt(j) {
	case "与", "和", "及", "、":
		return j > 0 && j+1 < len(p.nodes) && p.plain(j-1) && p.plain(j+1)
	}
	return false
}

// quoteBegin is the node of the opening mark when j closes a quotation of at most 24 characters, else -1.
func (p *parse) quoteBegin(j int) int {
	if p.nodes[j].word != "”" && p.nodes[j].word != "》" {
		return -1
	}
	for k := j - 1; k >= 0 && p.nodes[j].at.Start-p.nodes[k].at.Start <= reach; k-- {
		if p.nodes[k].word == "“" || p.nodes[k].word == "《" {
			return k
		}
	}
	return -1
}

// trimLeft drops words at the begin of nodes[j:i] that no name begins with.
func (p *parse) trimLeft(j, i int) int {
	for j < i && !p.nodes[j].named() && (p.between(j) || p.nodes[j].word == "、" || strings.Contains("其该此各本", p.nodes[j].word)) {
		j++
	}
	return j
}

// findOrganizations reads names of organizations by their last word. The name begins with the leftmost country or place
// among its modifiers where there is one; 政府 and the like need one.
func findOrganizations(p *parse) {
	p.foreignOrgans()
	for i := 0; i < len(p.nodes); i++ {
		h := p.headAt(i, "organization")
		if h == nil {
			continue
		}
		j := p.begin(i, func(j int) bool {
			return p.plain(j) || p.between(j) || p.nodes[j].is("country", "place", "organization", "group", "supply") && len(p.nodes[j].m) == 1 && !p.isSideWord(j)
		})
		j = p.trimLeft(j, i)
		start := -1
		for k := i - 1; k >= j; k-- { // what lies before an unrelated chain of names is not part of this one
			if p.nodes[k].is("country", "place", "organization", "group") {
				start = k
				if p.nodes[k].is("country") {
					break
				}
			}
		}
		if start < 0 && (h.Along || h.Alone) {
			continue
		}
		if start < 0 {
			start = p.trimWords(j, i)
		}
		if start == i && !h.Bare {
			continue
		}
		if h.Alone && start >= 0 && start < i-1 && !p.allPlain(start+1, i) {
			continue
		}
		start = p.stationed(start)
		p.organization(start, i+1)
		i = start
	}
}

// stationed lets a mission begin with the country that sends it: 中国驻斐济使馆.
func (p *parse) stationed(i int) int {
	if i > 1 && (p.wordAt(i-1) == "驻" || p.wordAt(i-1) == "常驻") && p.nodes[i-2].is("country", "organization") && len(p.nodes[i-2].m) == 1 {
		return i - 2
	}
	return i
}

// foreignOrgans reads 伊拉克外交部: the gazetteer's 外交部 is the home country's only when no other country stands before it.
func (p *parse) foreignOrgans() {
	for i := 1; i < len(p.nodes); i++ {
		n, before := &p.nodes[i], &p.nodes[i-1]
		if n.is("organization") && n.m[0].Country == "CN" && before.is("country") && len(before.m) == 1 && before.m[0].Entity != "CN" &&
			before.at.End == n.at.Start && !p.isSideWord(i-1) && !strings.Contains(n.word, "中国") {
			p.organization(i-1, i+1)
			i--
		}
	}
}

// isSideWord reports whether a country is named by a side: 法方 begins no organization's name.
func (p *parse) isSideWord(j int) bool { return p.nodes[j].term(isSide) != nil }

func (p *parse) allPlain(i, j int) bool {
	for ; i < j; i++ {
		if !p.plain(i) && !p.between(i) {
			return false
		}
	}
	return true
}

// trimWords keeps at most the last twelve characters of a chain without a place, beginning at a known noun or at the
// chain's begin.
func (p *parse) trimWords(j, i int) int {
	for j < i && p.nodes[i].at.Start-p.nodes[j].at.Start > 36 {
		j++
	}
	return j
}

// organization makes one mention of nodes[i:j]: a gazetteer's when the words are one of its names.
func (p *parse) organization(i, j int) {
	name := p.slice(i, j)
	at := schema.Local{Start: p.nodes[i].at.Start, End: p.nodes[j-1].at.End}
	for _, t := range p.lex.terms[name] {
		if e := p.lex.entities[t.id]; t.kind == isEntity && e != nil && e.Type == "organization" {
			p.merge(i, j, node{m: []schema.Mention{p.lex.mention(e, at)}})
			return
		}
	}
	country := ""
	if p.nodes[i].is("country", "place", "organization", "leader") {
		country = p.nodes[i].m[0].Country
	}
	m := schema.Mention{Type: "organization", Entity: unknownID(country, name), Name: name, At: at, By: "organization", Country: country}
	p.merge(i, j, node{m: []schema.Mention{m}})
}

// unknownID names what no gazetteer has: its Chinese name under its country.
func unknownID(country, name string) string {
	if country == "" {
		return "-/" + name
	}
	return country + "/" + name
}

// findMeetings reads names of meetings by their last word. An organization that begins the name stays a mention inside it.
func findMeetings(p *parse) {
	for i := 0; i < len(p.nodes); i++ {
		h := p.headAt(i, "meeting")
		if h == nil {
			continue
		}
		quoted := -1
		j := p.begin(i, func(j int) bool {
			if q := p.quoteBegin(j); q >= 0 {
				quoted = q
				return true
			}
			if quoted >= 0 && j >= quoted {
				return true
			}
			n := &p.nodes[j]
			return p.plain(j) || n.pos == posPerson || n.is("organization", "group", "country", "place", "team") && !p.isSideWord(j) || n.is("supply") && !strings.HasSuffix(p.nodes[i].word, "仪式") || n.pos == posPunct && n.word == "—" ||
				n.term(isOffice) != nil && !n.named() || n.is(schema.TypeAmount) && strings.HasPrefix(n.m[0].Amount.Unit, "第")
		})
		if quoted > j {
			j = quoted
		}
		j = p.trimLeft(j, i)
		if j == i && !h.Bare {
			p.pointer(i)
			continue
		}
		p.meeting(j, i+1)
		i = j
	}
	p.quotedMeetings()
}

// pointer reads 论坛 and 此次会议 at the begin of a clause, or behind a word that points: the meeting named before.
func (p *parse) pointer(i int) {
	if !p.points(i) {
		return
	}
	n := &p.nodes[i]
	n.m = []schema.Mention{{Type: schema.TypeRefer, Name: n.word, At: n.at, By: "reference", Refer: schema.Reference{Kind: schema.ReferMeeting}}}
	n.pos = posName
}

func (p *parse) points(i int) bool {
	if i == 0 || p.nodes[i-1].pos == posPunct && p.nodes[i-1].word != "、" {
		return true
	}
	switch p.nodes[i-1].word {
	case "此次", "本次", "这次", "该", "本届", "上述", "出席", "参加", "列席", "向", "此", "主持", "主持召开":
		return true
	}
	return false
}

// quotedMeetings reads “新冠肺炎网络论坛”: a name whose head closes a quotation takes the marks' content alone.
func (p *parse) quotedMeetings() {
	for i := range p.nodes {
		n := &p.nodes[i]
		if !n.is("meeting") {
			continue
		}
		name := n.m[0].Name
		if strings.HasPrefix(name, "“") && strings.HasSuffix(name, "”") {
			n.m[0].Name = strings.Trim(name, "“”")
		}
	}
}

func (p *parse) meeting(i, j int) {
	name := p.slice(i, j)
	m := schema.Mention{Type: "meeting", Entity: unknownID("", name), Name: name, By: "meeting",
		At: schema.Local{Start: p.nodes[i].at.Start, End: p.nodes[j-1].at.End}}
	for k := i; k < j; k++ {
		for _, inside := range p.nodes[k].m {
			if inside.Type == "organization" || inside.Type == "country" && k == i {
				m.Inside = append(m.Inside, inside)
			}
			m.Inside = append(m.Inside, inside.Inside...)
		}
	}
	if len(m.Inside) > 0 {
		m.Country = m.Inside[0].Country
	}
	p.merge(i, j, node{m: []schema.Mention{m}})
}

// findTeams reads teams of experts and delegations: a country, a batch, modifiers and the head.
func findTeams(p *parse) {
	for i := 0; i < len(p.nodes); i++ {
		h := p.headAt(i, "team")
		if h == nil {
			continue
		}
		j := p.begin(i, func(j int) bool {
			n := &p.nodes[j]
			return p.plain(j) || p.between(j) || n.is("country", "organization", "place", "group") && len(n.m) == 1 ||
				n.is(schema.TypeAmount) || n.is("team") && n.m[0].Country == ""
		})
		j = p.trimLeft(j, i)
		toward := ""
		for k := i - 1; k >= j; k-- {
			if p.nodes[k].is("country", "organization", "group") {
				j = k
				break
			}
		}
		if j > 0 && p.nodes[j].is("country") && (p.wordAt(j-1) == "援" || p.wordAt(j-1) == "赴" || p.wordAt(j-1) == "驻") {
			toward = p.nodes[j].m[0].Entity
			for j--; j > 0 && (p.plain(j-1) || p.nodes[j-1].is(schema.TypeAmount) || p.nodes[j-1].is("country", "organization")); j-- {
				if p.nodes[j].is("country", "organization") {
					break
				}
			}
		}
		if j == i && !h.Bare && !p.sent(i) {
			continue
		}
		p.team(j, i+1)
		p.nodes[j].m[0].Toward = toward
		i = j
	}
}

// sent reports whether a general word for persons stands where only those who are sent can stand: 派医生, 15名医生.
func (p *parse) sent(i int) bool {
	switch p.wordAt(i - 1) {
	case "派", "派出", "派遣", "选派", "增派", "组派":
		return true
	}
	return i > 0 && p.nodes[i-1].is(schema.TypeAmount) && personUnit(p.nodes[i-1].m[0].Amount.Unit)
}

func (p *parse) team(i, j int) {
	at := schema.Local{Start: p.nodes[i].at.Start, End: p.nodes[j-1].at.End}
	m := schema.Mention{Type: "team", At: at, By: "team"}
	for k := i; k < j; k++ {
		n := &p.nodes[k]
		switch {
		case n.is(schema.TypeAmount) && n.m[0].Batch != "":
			m.Batch = n.m[0].Batch
		case n.is(schema.TypeAmount) && personUnit(n.m[0].Amount.Unit):
			m.Amount = n.m[0].Amount
		case k == i && n.is("country", "organization", "group"):
			m.Country, m.Inside = n.m[0].Country, n.m
		}
	}
	for i < j-1 && p.nodes[i].is(schema.TypeAmount) && p.nodes[i].m[0].Batch == "" { // the number is no part of the name
		i++
		at.Start = p.nodes[i].at.Start
	}
	m.Name = p.slice(i, j)
	m.At = at
	m.Entity = unknownID(m.Country, m.Name)
	if m.Country == "" {
		m.Batch = p.batchBefore(i, m.Batch)
	}
	p.merge(i, j, node{m: []schema.Mention{m}})
}

// batchBefore reads the batch of 首批 and 第二批 that stand as words of their own.
func (p *parse) batchBefore(i int, batch string) string {
	if batch == "" && p.wordAt(i-1) == "首批" {
		return "1"
	}
	return batch
}

func personUnit(u string) bool { return u == "名" || u == "人" || u == "位" }

// findFacilities reads what is built.
func findFacilities(p *parse) {
	for i := 0; i < len(p.nodes); i++ {
		h := p.headAt(i, "facility")
		if h == nil {
			continue
		}
		j := p.begin(i, func(j int) bool {
			n := &p.nodes[j]
			return p.plain(j) || n.is("place", "country", "organization", "supply") && len(n.m) == 1 && !p.isSideWord(j)
		})
		j = p.trimLeft(j, i)
		if j == i && !h.Bare {
			continue
		}
		country := ""
		var inside []schema.Mention
		for k := i - 1; k >= j; k-- {
			if p.nodes[k].is("country") { // 日本援建的老挝琅勃拉邦供水厂: the country is named beside it
				country, inside = p.nodes[k].m[0].Entity, p.nodes[k].m
				j = k + 1
				break
			}
			if country == "" && p.nodes[k].is("place") {
				country = p.nodes[k].m[0].Country
			}
		}
		name := p.slice(j, i+1)
		if utf8.RuneCountInString(name) < 2 {
			continue
		}
		m := schema.Mention{Type: "facility", Entity: unknownID(country, name), Name: name, Country: country, Inside: inside, By: "facility",
			At: schema.Local{Start: p.nodes[j].at.Start, End: p.nodes[i].at.End}}
		p.merge(j, i+1, node{m: []schema.Mention{m}})
		i = j
		if i > 0 && p.nodes[i-1].is("facility") && p.nodes[i-1].at.End == p.nodes[i].at.Start {
			p.apposition(i - 1)
			i--
		}
	}
}

// apposition makes one of two facilities that follow each other: 定点医院威尔金斯医院 is the latter, 供水厂改造项目 the former.
func (p *parse) apposition(i int) {
	first, second := p.nodes[i].m[0], p.nodes[i+1].m[0]
	keep := second
	if strings.HasSuffix(second.Name, "项目") || strings.HasSuffix(second.Name, "工程") {
		keep = first
	}
	if keep.Country == "" {
		keep.Country, keep.Inside = first.Country, first.Inside
	}
	p.merge(i, i+2, node{m: []schema.Mention{keep}})
}
