package extract

import "strings"

// inPlace reports whether the place that somebody goes to is only where what he goes to see stands, whose name goes on behind it:
// 参观利马水利图片展, 前往圣地亚哥北岸街道. The airport of a city is where one arrives there.
func (r *reading) inPlace(d *draft) bool {
	i := d.Token("object")
	if !d.relation.Journey || i < 0 || len(d.s.tokens[i].Mentions) != 1 || d.s.tokens[i].Mentions[0].Type != "place" {
		return false
	}
	end := i + 1
	for end < len(d.s.tokens) && len(d.s.tokens[end].Mentions) == 0 && d.s.tokens[end].At.Start == d.s.tokens[end-1].At.End && !strings.ContainsAny(d.s.tokens[end].Word, "，。、；的") && !r.x.rules.Cues.Has(d.s.tokens[end].Word, "verb") {
		end++
	}
	rest := d.s.Text[d.s.tokens[i].At.End:d.s.tokens[end-1].At.End]
	return endsIn(rest, "馆", "港", "宫", "社", "军区", "街道", "大楼", "大院", "展", "展览", "项目", "园区", "寺", "塔", "剧院", "厅", "教堂", "中心", "总部", "公司", "大学", "学院")
}
