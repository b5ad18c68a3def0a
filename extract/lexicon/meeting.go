package lexicon

import (
	"strings"
	"unicode/utf8"

	"jishi/schema"
)

// findMeetings reads names of meetings by their last word. An organization that begins the name stays a mention inside it.
func findMeetings(p *parse) {
	if !p.sees(isMeeting) {
		return
	}
	for i := 0; i < len(p.nodes); i++ {
		h := p.headAt(i, "meeting")
		if h == nil || p.means(i) || h.Gone && !p.goneTo(i) {
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
			return p.plain(j) || n.word == "特别" || n.word == "线上" || p.festive(j, i) || p.league(j) || n.pos == posPerson || n.is("organization", "group", "country", "place", "team", "meeting") && (!p.isSideWord(j) || p.wordAt(j+1) == "问题") || n.is("supply") && !strings.HasSuffix(p.nodes[i].word, "仪式") || p.dash(j) || p.within(j) || n.word == "两国政府" ||
				n.term(isOffice) != nil && !n.named() || n.is(schema.TypeAmount) && strings.HasPrefix(n.m[0].Amount.Unit, "第")
		})
		if quoted > j {
			j = quoted
		}
		j = p.joinedSides(j, i)
		j = p.withHome(p.anniversary(p.trimLeft(j, i)))
		for j < i && p.nodes[j].word == "阶段" { // 出席两阶段会议
			j++
		}
		for j < i && strings.Contains("届场次轮个", p.nodes[j].word) && !p.nodes[j].named() { // 一场论坛
			j++
		}
		if j == i && !h.Bare && p.wordAt(i-1) == "的" && p.wordAt(i-2) == "主题" { // 以水利为主题的研讨会: it is named here
			p.meeting(i, i+1)
			continue
		}
		if j == i && h.Gone { // 参加会谈 is no meeting of its own
			continue
		}
		if j == i && !h.Bare {
			p.pointer(i)
			continue
		}
		p.meeting(j, i+1)
		i = j
	}
	p.assemblies()
	p.quotedMeetings()
}

// means reports whether the head at i is only a way to be there: 通过卫星视频连线, 以视频会议方式.
func (p *parse) means(i int) bool {
	if !strings.HasPrefix(p.nodes[i].word, "视频") && !strings.HasPrefix(p.nodes[i].word, "电话") {
		return false
	}
	for k := i - 1; k >= 0 && k >= i-2; k-- {
		if w := p.nodes[k].word; w == "以" || w == "通过" {
			return true
		}
	}
	return false
}

// goneTo reports whether the clause says before the head at i that somebody goes there or presides: 出席三国防长会晤.
func (p *parse) goneTo(i int) bool {
	if i > 0 && p.wordAt(i+1) == "由" { // 人文磋商由…主持
		return true
	}
	for k := i - 1; k >= 0 && p.nodes[i].at.Start-p.nodes[k].at.Start <= reach && p.nodes[k].word != "，" && p.nodes[k].word != "。"; k-- {
		switch p.nodes[k].word {
		case "出席", "参加", "列席", "共同出席", "共同参加", "应邀出席", "应邀参加", "缺席", "旁听", "主持", "共同主持", "承办", "主办":
			return true
		}
	}
	return false
}

// festive reports whether node j says what for people come together whom the head at i invites: 纪念招待会, 欢迎晚宴.
func (p *parse) festive(j, i int) bool {
	switch p.nodes[j].word {
	case "纪念", "庆祝", "欢迎", "欢送", "答谢":
		return j == i-1 && strings.ContainsAny(p.nodes[i].word, "宴酒招式礼")
	case "建交", "成立", "独立":
		return j == i-2 && p.festive(i-1, i)
	}
	return false
}

// league reports whether node j is a verb inside the name of a body or plan that meets: 条约组织峰会, 投资倡议大会.
func (p *parse) league(j int) bool {
	return (p.nodes[j].word == "组织" || p.nodes[j].word == "倡议") && j > 0 && p.plain(j-1) && p.nodes[j-1].at.End == p.nodes[j].at.Start
}

// dash reports whether node j joins two sides of a name: 中国—中亚峰会, 智利-秘鲁渔业论坛.
func (p *parse) dash(j int) bool {
	switch p.nodes[j].word {
	case "—", "－", "-", "–":
		return p.nodes[j].pos == posPunct || j > 0 && p.nodes[j-1].is("country", "organization", "group", "place")
	}
	return false
}

// within reports whether 与 at node j joins two plain words of one name: 战略与经济对话.
func (p *parse) within(j int) bool {
	return p.nodes[j].word == "与" && p.between(j) && p.nodes[j-1].at.End == p.nodes[j].at.Start
}

const assembly = "大会" // the end of the name of an organization that is itself a meeting

// assemblies reads an organization that is itself an assembly as the meeting, where it is counted or somebody is at it: 第77届联合国大会,
// 出席世界卫生大会.
func (p *parse) assemblies() {
	for i := 0; i < len(p.nodes); i++ {
		if !p.nodes[i].is("organization") || len(p.nodes[i].m) != 1 || !strings.HasSuffix(p.nodes[i].word, assembly) {
			continue
		}
		j := i
		if i > 0 && p.nodes[i-1].is(schema.TypeAmount) && strings.HasPrefix(p.nodes[i-1].m[0].Amount.Unit, "第") {
			j--
		}
		switch p.wordAt(j - 1) {
		case "参加", "列席", "举行", "召开":
			if j == i { // 反对其参加世卫大会 says of no one meeting
				continue
			}
			fallthrough
		case "出席":
			p.meeting(j, i+1)
			i = j
		}
	}
}

// withHome lets a name begin with 中 before the one character of another country: 中南科学家对话会 is not 南科学家对话会.
func (p *parse) withHome(j int) int {
	if j < 2 || p.nodes[j-1].word != "中" || p.nodes[j-1].at.End != p.nodes[j].at.Start || utf8.RuneCountInString(p.nodes[j].word) != 1 {
		return j
	}
	k := j - 2
	for k > 0 && (p.nodes[k].word == "庆祝" || p.nodes[k].word == "纪念") {
		k--
	}
	if before := p.nodes[k].pos; before == posVerb || before == posPunct || before == posPrep {
		return j - 1
	}
	return j
}

// joinedSides lets the name of a meeting that is counted begin with the first of two whose leaders meet: 第9次海合会与中亚国家领导人会议 is not
// of the latter alone.
func (p *parse) joinedSides(j, i int) int {
	if j < 3 || j == i || !p.nodes[j].is("country", "group", "organization") || !p.nodes[j-2].is("country", "group", "organization") ||
		!p.nodes[j-3].is(schema.TypeAmount) || !strings.HasPrefix(p.nodes[j-3].m[0].Amount.Unit, "第") || p.nodes[j-1].at.End != p.nodes[j].at.Start {
		return j
	}
	if w := p.nodes[j-1].word; w == "与" || w == "和" || w == "同" {
		return j - 3
	}
	return j
}

// anniversary lets a name begin with what happened so many years ago: 中越建交70周年招待会.
func (p *parse) anniversary(j int) int {
	k := j - 1
	if k < 1 || !strings.HasPrefix(p.nodes[j].word, "周年") || !p.nodes[k].is(schema.TypeAmount) {
		return j
	}
	for k > 0 && p.nodes[j].at.Start-p.nodes[k-1].at.Start <= reach && p.nodes[k-1].at.End == p.nodes[k].at.Start && p.ofAnniversary(k-1) {
		k--
	}
	return k
}

// ofAnniversary reports whether node j can belong to what is celebrated, or to its celebration.
func (p *parse) ofAnniversary(j int) bool {
	switch p.nodes[j].word {
	case "建交", "成立", "创建", "诞辰", "独立", "建国", "建军", "建党", "创刊", "签署", "签订", "逝世", "胜利", "战争胜利", "暨", "庆祝", "纪念", "发表", "实施", "建立":
		return true
	}
	if w := p.nodes[j].word; w == "和" || w == "与" || w == "同" {
		return j > 0 && p.nodes[j-1].is("country") && p.nodes[j+1].is("country") // 挪威和智利建交
	}
	return p.plain(j) || p.nodes[j].is("country", "organization", "place", "group", schema.TypeRefer)
}

// pointer reads 论坛 and 此次会议 at the begin of a clause, or behind a word that points: the meeting named before.
func (p *parse) pointer(i int) {
	switch summoned := p.summoned(i); {
	case summoned && !p.whole(i):
		p.meeting(i, i+1)
		return
	case !summoned && !p.points(i):
		return
	}
	if p.wordAt(i-1) == "的" && !p.general(i) { // 在利马举行的筹备会: it is named here
		p.meeting(i, i+1)
		return
	}
	if i+1 < len(p.nodes) && p.nodes[i+1].at.Start == p.nodes[i].at.End {
		if h := p.headAt(i+1, "meeting"); h != nil && !h.Bare && utf8.RuneCountInString(p.nodes[i+1].word) > 2 { // 论坛领导人会议, but not 论坛开幕式
			return
		}
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
	case "在":
		return p.ceremony(i) && p.wordAt(i+1) == "上"
	case "了":
		return (p.ceremony(i) || p.plenary(i)) && (p.wordAt(i-2) == "出席" || p.wordAt(i-2) == "参加" || p.wordAt(i-2) == "主持")
	case "的":
		switch p.wordAt(i - 2) {
		case "举行", "召开", "揭幕", "开幕", "举办":
			return true
		}
	case "此次", "本次", "这次", "该", "本届", "上述", "出席", "参加", "列席", "向", "此", "主持", "主持召开":
		return true
	}
	return false
}

// summoned reports whether the word at i, which says no more than that it is a meeting, is of one that is only now called: 召开紧急会议.
func (p *parse) summoned(i int) bool {
	if p.ceremony(i) || p.wordAt(i) == "活动" { // 举行仪式欢迎总统
		return false
	}
	if p.wordAt(i-1) == "了" {
		i--
	}
	switch p.wordAt(i - 1) {
	case "召开", "举行", "举办", "召集", "紧急召开", "主办", "承办", "联合举办", "共同举办", "主持召开":
		return true
	}
	return false
}

// whole reports whether the word at i is one by which the news goes on to call a meeting that it has named.
func (p *parse) whole(i int) bool {
	switch p.wordAt(i) {
	case "论坛", "峰会", "大会", "年会":
		return true
	}
	return false
}

// general reports whether the word at i can mean any meeting.
func (p *parse) general(i int) bool {
	switch p.wordAt(i) {
	case "会议", "论坛", "峰会", "大会", "年会", "活动", "仪式", "典礼", "研讨会", "座谈会", "国际会议", "对话":
		return true
	}
	return false
}

// plenary reports whether a word for a meeting at i stands behind 参加了, and before that stands who took part: 三国的代表参加了会议.
func (p *parse) plenary(i int) bool {
	switch p.wordAt(i) {
	case "会议", "论坛", "峰会":
		return i > 3 && (p.nodes[i-3].is("leader", "organization") || p.wordAt(i-3) == "代表" && p.wordAt(i-4) == "的")
	}
	return false
}

// ceremony reports whether the word at i is one for ceremonies that does not say which.
func (p *parse) ceremony(i int) bool {
	return p.wordAt(i) == "仪式" || p.wordAt(i) == "典礼"
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
	p.merge(i, j, node{m: p.one(m)})
}
