package extract_test

import "testing"

// A province, a state or a city acts through its government where a verb of deeds follows; where something only happens there
// it does not, and what is done between two of one country is no event between states.
func TestRegionsThatAct(t *testing.T) {
	hold(t, []sample{
		{"云南省向老挝捐赠10万只口罩。", "donatedTo(云南省, 老挝) actual", ""},
		{"云南向老挝捐赠10万只口罩。", "donatedTo(云南省, 老挝) actual", ""},
		{"海南方面向汤加捐赠帐篷。", "donatedTo(海南省, 汤加) actual", ""},
		{"四川省和重庆市分别向秘鲁捐赠口罩。", "donatedTo(四川省, 秘鲁) actual; donatedTo(重庆市, 秘鲁) actual", ""},
		{"江苏派遣医疗队赴委内瑞拉。", "sentExpertsTo(江苏省, 委内瑞拉) actual", ""},
		{"当天，海南向汤加捐赠帐篷。", "donatedTo(海南省, 汤加) actual", ""},
		{"秘鲁外长说，海南愿同秘鲁在热带农业领域开展合作。", "cooperatedWith(海南省, 秘鲁) pledged", "cooperatedWith(中国, 秘鲁)"},
		{"广东省与云南省举行签约仪式。", "", "hosted(广东省, 签约仪式) actual"},
		{"老挝收到云南省捐赠的口罩。", "donatedTo(云南省, 老挝) actual", ""},
		{"云南省捐赠的口罩将于下月运抵老挝。", "donatedTo(云南省, 老挝) planned 2018-04", "donatedTo(云南省, 老挝) actual"},
		{"广东从未向基里巴斯派遣专家。", "sentExpertsTo(广东省, 基里巴斯) negated", ""},
		{"秘鲁希望海南继续派眼科专家赴秘鲁工作。", "sentExpertsTo(海南省, 秘鲁) requested", ""},
		{"印度喀拉拉邦同上海市签署友好合作备忘录。", "signedAgreementWith(喀拉拉邦, 上海市) actual", ""},
		{"秘鲁总统在上海同智利总统会谈。", "", "met(上海市, 智利) actual"},
		{"秘鲁代表团赴北京、西藏参观访问。", "visited(秘鲁, 西藏) actual", "visited(西藏自治区, 西藏) actual"},
		{"一家公司与湖北省签署协议。", "", "signedAgreementWith(湖北省, 一家公司) actual"},
		{"广东向广西捐赠10万只口罩。", "", "donatedTo(广东省, 中国) actual"},
		{"秘鲁同明斯克签署维修协议。", "", "signedAgreementWith(秘鲁, 明斯克) actual"},
	})
}

// In a province's own chronicle 省 begins the names of its bodies.
func TestBodiesOfAProvince(t *testing.T) {
	hold(t, []sample{
		{"省外办主任王承武会见汤加首相波希瓦。", "met(王承武, 波希瓦) actual", ""},
		{"应省友协邀请，汤加首相波希瓦来访。", "invited(省友协, 波希瓦) actual", ""},
		{"海口市市长符宣德会见汤加首相波希瓦。", "met(符宣德, 波希瓦) actual", ""},
	})
}
