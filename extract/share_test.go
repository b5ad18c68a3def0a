package extract_test

import "testing"

// 分别 parts numbers of persons, goods and sums among as many parties, in their order; where the numbers do not agree all have all.
func TestEachHisShare(t *testing.T) {
	hold(t, []sample{
		{"芬兰、瑞典分别向摩尔多瓦捐赠了4台和7台消防车。", "donatedTo(芬兰, 摩尔多瓦) actual items=消防车4台; donatedTo(瑞典, 摩尔多瓦) actual items=消防车7台", ""},
		{"挪威分别向马里和多哥捐赠3台救护车和5吨大米。", "donatedTo(挪威, 马里) actual items=救护车3台; donatedTo(挪威, 多哥) actual items=大米5吨", ""},
		{"芬兰和瑞典分别向摩尔多瓦捐款40万欧元和70万欧元。", "donatedTo(瑞典, 摩尔多瓦) actual items=70万欧元700000欧元", ""},
		{"芬兰、瑞典分别向摩尔多瓦派出4名和7名专家。", "sentExpertsTo(芬兰, 摩尔多瓦) actual count=4; sentExpertsTo(瑞典, 摩尔多瓦) actual count=7", ""},
		{"芬兰、瑞典分别向摩尔多瓦捐赠4台消防车。", "donatedTo(芬兰, 摩尔多瓦) actual items=消防车4台; donatedTo(瑞典, 摩尔多瓦) actual items=消防车4台", ""},
		{"芬兰、瑞典、挪威分别向摩尔多瓦捐赠4台消防车和7吨大米。", "donatedTo(挪威, 摩尔多瓦) actual items=消防车4台,大米7吨", ""},
	}, "items", "count")
}
