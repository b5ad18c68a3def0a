package lexicon

import (
	"slices"
	"strings"
	"unicode/utf8"

	"jishi/schema"
)

// findFacilities reads what is built.
func findFacilities(p *parse) {
	for i := 0; p.sees(isFacility) && i < len(p.nodes); i++ {
		h := p.headAt(i, "facility")
		if h == nil {
			continue
		}
		j := p.begin(i, func(j int) bool { // what is done with it is no part of its name: 建设军用机场
			n := &p.nodes[j]
			return p.plain(j) && !p.builds(j) && n.word != "培养" || n.is("place", "country", "organization", "supply") && len(n.m) == 1 && !p.isSideWord(j)
		})
		j = p.trimLeft(j, i)
		if j == i && !h.Bare && !(i > 0 && p.builds(i-1)) && !(i > 0 && (p.nodes[i-1].is(schema.TypeAmount) || p.building(i-1) || p.counted(i))) {
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
			if country == "" && p.nodes[k].is("place", "organization") { // 佛得角大学新校区
				country = p.nodes[k].m[0].Country
			}
		}
		name := p.slice(j, i+1)
		if utf8.RuneCountInString(name) < 2 {
			continue
		}
		m := schema.Mention{Type: "facility", Entity: unknownID(country, name), Name: name, Country: country, Inside: inside, By: "facility",
			At: schema.Local{Start: p.nodes[j].at.Start, End: p.nodes[i].at.End}}
		p.merge(j, i+1, node{m: p.one(m)})
		i = j
		if i > 0 && p.nodes[i-1].is("facility") && p.nodes[i-1].at.End == p.nodes[i].at.Start {
			p.apposition(i - 1)
			i--
		}
	}
	if p.sees(isBuilding | isNumber) {
		p.built()
	}
}

// builds reports whether the word at j is a verb of building.
func (p *parse) builds(j int) bool {
	return p.wordAt(j) == "建设" || p.nodes[j].marks&isBuilding != 0 && !p.nodes[j].named()
}

// built reads what is counted as buildings are, or stands behind a verb of building, and ends as their names do: 两座雨量
// 观测站, 援建了防洪堤.
func (p *parse) built() {
	for i := 1; i < len(p.nodes); i++ {
		if !p.building(i-1) || p.nodes[i].named() && !p.nodes[i].is("place", "supply") || !p.nodes[i].named() && !p.plain(i) {
			continue
		}
		j := i + 1
		for j < len(p.nodes) && p.plain(j) && p.nodes[j].at.End-p.nodes[i].at.Start <= 36 && (j == i || p.nodes[j-1].at.End == p.nodes[j].at.Start) {
			j++
		}
		if j-i < 1 || utf8.RuneCountInString(p.slice(i, j)) < 2 || utf8.RuneCountInString(p.slice(i, j)) == 2 && !endsAny(p.slice(i, j), "堤", "厂", "库", "站", "塔", "坝", "渠") || !strings.Contains("站塔堤所校院楼馆桥港库场厂坝渠井厦棚池闸", lastRune(p.nodes[j-1].word)) && !endsAny(p.slice(i, j), "中心", "工程", "设施", "基地", "营地", "管线", "屋村", "新村", "社区", "板房", "住房") {
			continue
		}
		if j == i+1 && p.nodes[i].is("supply") { // 一座移动医院 is given
			continue
		}
		name := p.slice(i, j)
		country := ""
		if p.nodes[i].is("place") {
			country = p.nodes[i].m[0].Country
		}
		m := schema.Mention{Type: "facility", Entity: unknownID(country, name), Name: name, Country: country, By: "facility",
			At: schema.Local{Start: p.nodes[i].at.Start, End: p.nodes[j-1].at.End}}
		p.merge(i, j, node{m: []schema.Mention{m}})
	}
}

// counted reports whether a number of buildings, told as built, stands before what qualifies the bare noun at i:
// 修建了一所有200张床位的医院.
func (p *parse) counted(i int) bool {
	if p.wordAt(i-1) != "的" {
		return false
	}
	for k := i - 2; k > 0 && k > i-12 && p.nodes[k].pos != posPunct; k-- {
		if !p.nodes[k].named() && k < i-2 && slices.Contains(buildingVerbs(), p.wordAt(k)) { // 重建了被烧毁的幼儿园
			return true
		}
		if p.nodes[k].is(schema.TypeAmount) && p.building(k) {
			return p.nodes[k].m[0].Amount.Unit == "座" || p.building(k-1) && !p.nodes[k-1].is(schema.TypeAmount) // 一座新落成的医院
		}
	}
	return false
}

// building reports whether the node at i is a number of buildings or a verb of building.
func (p *parse) building(i int) bool {
	if p.nodes[i].is(schema.TypeAmount) {
		switch p.nodes[i].m[0].Amount.Unit {
		case "座", "所", "栋", "口", "间", "处":
			return true
		}
		return false
	}
	if w := p.wordAt(i); (w == "了" || w == "的") && i > 0 {
		i--
	}
	return p.nodes[i].marks&isBuilding != 0 && !p.nodes[i].named()
}

func buildingVerbs() []string {
	return []string{"援建", "捐建", "新建", "修建", "兴建", "建造", "承建", "建成", "建起", "盖起", "修复", "翻修", "修缮", "整修", "重建", "改建", "扩建", "改扩建", "翻新",
		"修葺", "改造", "铺设", "筑起", "修筑", "开凿", "出资修建", "出资兴建", "援助修建"}
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
	p.merge(i, i+2, node{m: p.one(keep)})
}
