package lexicon

import (
	"strings"
	"unicode/utf8"

	"jishi/schema"
)

// dispatched takes for a team whoever is counted, or is of a trade, behind a verb of sending: 派出8名农艺师, 派遣军医.
func (p *parse) dispatched() {
	for i := 0; i+1 < len(p.nodes); i++ {
		if w := p.wordAt(i); w == "" || !strings.Contains(w, "派") && w != "增" && w != "抽调" {
			continue
		}
		j := i + 1
		if w := p.wordAt(j); w == "了" || w == "过" || w == "的" {
			j++
		}
		first := j
		for j < len(p.nodes) && (p.nodes[j].is(schema.TypeAmount) || p.someMore(j)) {
			j++
		}
		counted := j > first && p.nodes[j-1].is(schema.TypeAmount) && personUnit(p.nodes[j-1].m[0].Amount.Unit)
		crew := p.crew(j)
		end := crew
		for end < len(p.nodes) && !p.nodes[end].named() && (p.plain(end) || p.nodes[end].pos == posPerson) && p.nodes[end].at.End-p.nodes[j].at.Start <= 36 && (end == j || p.nodes[end-1].at.End == p.nodes[end].at.Start) {
			end++
		}
		for end > crew && crew > j && !p.ofTrade(p.nodes[end-1].word) { // 防疫人员入境
			end--
		}
		if end == j || !counted && !p.ofTrade(p.nodes[end-1].word) || p.nodes[end-1].pos == posPerson && !counted && !strings.HasSuffix(p.nodes[end-1].word, "人员") {
			continue
		}
		if utf8.RuneCountInString(p.slice(j, end)) < 2 {
			continue
		}
		p.team(first, end)
	}
}

// someMore reports whether node j says how many without a number: 派更多医生, 派若干名教员.
func (p *parse) someMore(j int) bool {
	switch p.wordAt(j) {
	case "更多", "若干", "一些", "数名", "多名", "几名":
		return true
	}
	return false
}

// crew is the node after what ends in 人员 or the like within eight words from j, whatever stands before it (心理援助人员); j
// where there is none.
func (p *parse) crew(j int) int {
	for k := j; k < len(p.nodes) && k < j+8; k++ {
		if p.nodes[k].named() || p.nodes[k].pos == posPunct || p.nodes[k].pos == posPrep || p.nodes[k].pos == posFunc {
			return j
		}
		if w := p.nodes[k].word; k > j && (strings.HasSuffix(w, "人员") || strings.HasSuffix(w, "专家") || strings.HasSuffix(w, "小组") || strings.HasSuffix(w, "顾问")) {
			return k + 1
		}
		if k > j && p.band(k) && (p.plain(k-1) || k > j+1 && p.plain(k-2) || k == j+1) { // 溢油清理队
			return k + 1
		}
	}
	return j
}

// band reports whether node k is the last character of what a body of men is called, which nothing behind it makes another
// word: 清理队, 后勤组, 接生员; no 车队, 球队, 组织.
func (p *parse) band(k int) bool {
	switch p.wordAt(k) {
	case "队", "组", "员", "师":
	default:
		return false
	}
	for _, thing := range []string{"车", "球", "舰", "船", "乐", "国家", "代表"} {
		if strings.HasSuffix(p.wordAt(k-1), thing) {
			return false
		}
	}
	return k+1 >= len(p.nodes) || p.nodes[k+1].pos != posUnknown || p.nodes[k+1].named() || p.nodes[k+1].at.Start != p.nodes[k].at.End
}

// crews takes for a team persons of a trade whose number stands before them, 18名潜水员, and a body of men that is counted
// as such: 两支滑坡监测队.
func (p *parse) crews() {
	for i := 0; i+1 < len(p.nodes); i++ {
		if !p.nodes[i].is(schema.TypeAmount) || len(p.nodes[i].m) != 1 {
			continue
		}
		unit := p.nodes[i].m[0].Amount.Unit
		if unit != "支" && unit != "第批" && !personUnit(unit) {
			continue
		}
		end := i + 1
		for end < len(p.nodes) && end < i+9 && p.plain(end) && p.nodes[end].at.Start == p.nodes[end-1].at.End {
			end++
		}
		for end > i+1 && !p.men(i+1, end, unit) {
			end--
		}
		if end > i+1 {
			p.team(i, end)
		}
	}
}

// men reports whether nodes[i:j] end as what is counted by a unit of measure, and can be sent somewhere, is called.
func (p *parse) men(i, j int, unit string) bool {
	w := p.slice(i, j)
	if unit == "支" {
		return j > i+1 && p.band(j-1)
	}
	if w == "队员" {
		return true
	}
	for _, last := range []string{"潜水员", "消防员", "观察员", "飞行员", "技术员", "农技员", "护理员", "检疫员", "防疫员", "教员", "接生员", "助产士", "营养师", "麻醉师", "检验师", "设计师", "教师", "学家", "机组人员", "后勤人员", "救护员", "翻译", "技工", "电工", "焊工", "木匠"} {
		if strings.HasSuffix(w, last) {
			return true
		}
	}
	return false
}

// ofTrade reports whether a word ends as the names of trades do.
func (p *parse) ofTrade(w string) bool {
	for _, last := range []string{"员", "师", "医", "兵", "专家", "顾问", "教官", "教练", "护士", "技工", "教授", "教师", "讲师", "小组", "分队", "医组", "检验组", "护理队", "助产士", "学家"} {
		if strings.HasSuffix(w, last) {
			return true
		}
	}
	return false
}
