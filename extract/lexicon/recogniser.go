package lexicon

import "jishi/schema"

// Recogniser finds one kind of chunk in a sentence and makes one token of it.
type Recogniser struct {
	Name string
	Doc  string
	Find func(*parse)
}

// Recognisers are run in this order; each sees what those before it have made. Overlaps are settled by the order.
func Recognisers() []Recogniser {
	return []Recogniser{
		{"amount", "a number with its measure word: 30顶, 80多个, 50万美元, 第三批", findAmounts},
		{"side", "a side or a pair by one character each: 法方, 中德, 双方", findSides},
		{"organization", "an organization by its last word: 肯尼亚卫生部, 希腊红十字会", findOrganizations},
		{"meeting", "a meeting by its last word: 霍乱防治视频会议, 例行记者会", findMeetings},
		{"person", "a title with the name of its holder: 法国总统马克龙, 约旦农业大臣哈桑·图拉比", findPersons},
		{"team", "a team by its last word: 第三批抗疫医疗专家组", findTeams},
		{"facility", "something built, by its last word: 琅勃拉邦供水厂", findFacilities},
		{"place", "a place that no gazetteer has: 莫桑比克楠普拉省", findPlaces},
		{"supply", "supplies with their modifiers and quantities: 30顶帐篷, 地震监测设备", findSupplies},
		{"group", "countries or organizations by number or kind: 80多个国家, 其他国家", findGroups},
		{"representatives", "those who stand for a party: 老挝的三名官员和专家", findRepresentatives},
		{schema.ByRegion, "a province, state or city that acts itself: 海南省向汤加捐赠", findRegions},
		{"list", "several parties or things in a row: 埃及、黎巴嫩等16国和海合会", findLists},
	}
}
