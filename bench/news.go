//go:build unix

package main

import (
	"fmt"
	"math/rand/v2"
	"strings"
)

// telling are sentences that a rule waits for: each holds a trigger. A and B stand for countries, P and Q for people, N for
// a number.
func telling() []string {
	return []string{
		"A总统P同B总理Q通电话，双方就边境口岸重新开放交换意见。",
		"A外长P在首都会见来访的B外长Q，谈到明年的水稻论坛。",
		"A政府向B捐赠N顶帐篷、N箱饮用水和一批急救药品，首批物资当日运抵。",
		"由N人组成的A地质专家组抵达B，将在山区测量两周。",
		"P向Q致慰问电，对B遭受洪灾表示慰问。",
		"A和B签署渔业资源养护协定，有效期为N年。",
		"A驻B大使P出席中学新校舍的揭牌仪式并致辞。",
		"A将于下月派遣医疗队赴B，为偏远地区的N名患者做手术。",
		"应P邀请，B总统Q将对A进行国事访问。",
		"A红十字会向B提供N万美元紧急援助。",
		"P愿同Q一道努力，加强A同B在港口和铁路方面的合作。",
		"B议长Q在会议上发表演讲，感谢A多年来的支持。",
	}
}

// quiet are sentences without a trigger, of which most news consists: D stands for a place at home, S for a thing of which
// there is more or less, and the other letters for what they stand for above.
func quiet() []string {
	return []string{
		"今年前三季度，D的S产量比去年同期增长百分之N，价格保持平稳。",
		"受冷空气影响，未来三天D大部分地区气温将下降N摄氏度，山区有小到中雪。",
		"D沿江的N个码头昨天恢复通航，积压的货船正在有序离港。",
		"在D的田间地头，农民抢抓晴好天气播种，今年的种植面积预计超过N万亩。",
		"记者在D看到，新铺的柏油路一直通到村口，路旁的太阳能灯整整齐齐。",
		"这座桥全长N米，建成后两岸往来的时间将由一小时缩短到十分钟。",
		"据统计，节日期间全国铁路客流为N万人次，比上年同期略高。",
		"专家建议，老年人早晚要注意保暖，外出时最好戴上帽子和围巾。",
		"D博物馆的青铜器展今天开幕，N件展品中有三分之一是头一回让人看到。",
		"新修订的条例明年一月一日起施行，对S的生产和销售作出明确规定。",
		"A首都昨天发生N级地震，目前没有人员伤亡的报告。",
		"A中部连日暴雨，多条河流水位上涨，N户居民被转移到安全地带。",
		"受油价下跌拖累，A股市当天收盘下跌百分之N。",
		"A议会选举的投票昨天结束，初步结果预计周末公布。",
		"A总统P说，政府将把明年的财政赤字控制在百分之N以内。",
		"B警方在边境地区查获N公斤毒品，抓获八名嫌疑人。",
		"在昨晚结束的一场足球赛中，A队以二比一战胜B队，排名升到第三。",
		"D的夜市越来越热闹，小吃摊从街头摆到街尾，常常到深夜还有人排队。",
		"这项研究的成果刊登在最新一期的学术期刊上，为S的保存找到了新办法。",
		"老人今年N岁，每天清早都到河边打太极拳，几十年没有间断。",
		"从D开往海边的高速列车今天上路，全程运行时间不到四小时。",
		"林区的工人在雪地里走了大半天，才把最后一批树苗栽完。",
		"市场监管部门抽查了N批次的S，合格率为百分之九十八。",
		"去年入冬以来，D已有N名志愿者加入清雪队，居民出门再也不怕路滑。",
		"A中央银行宣布把基准利率上调N个基点，以遏制通货膨胀。",
		"B南部一家化工厂清晨起火，火势两小时后被扑灭。",
		"图书馆里座无虚席，孩子们围在一起听故事，笑声不时传到窗外。",
		"由于连续干旱，D水库的蓄水量只有往年的一半，灌溉用水十分紧张。",
		"公司负责人说，新生产线投产后，S的日产量能翻一番。",
		"S的价格连续N周回落，集市里的摊贩说生意比上个月好做多了。",
		"考古人员在D城外清理出一处古代窑址，出土陶片N多片。",
		"A航天部门说，新一代气象卫星已进入预定轨道，各项指标正常。",
		"夏粮收购已经过半，各地粮库昼夜不停，保证农民卖粮不用等。",
		"“以前下雨天孩子上学要绕十几里山路，现在出门就有校车。”村民老赵说。",
		"台风中心今天傍晚在D沿海登陆，风力N级，渔船已全部回港避风。",
		"D的冰雪节吸引游客N万人，宾馆和民宿早早订满。",
		"经过三年治理，这条穿城而过的小河重新变清，岸边又见白鹭。",
		"B东部的铁路工人从今天起罢工两天，N趟列车停开。",
	}
}

func places() []string {
	return []string{"黑龙江", "云南", "宁夏", "甘肃", "厦门", "洛阳", "青海", "徐州", "柳州", "海南", "鞍山", "赣州", "绍兴", "陕西"}
}

func things() []string {
	return []string{"大豆", "苹果", "茶叶", "棉花", "水产品", "家具", "自行车", "玻璃", "中药材", "电子元件", "水稻", "丝绸"}
}

// news is evening news of at least size bytes: a heading a day, items of one to four paragraphs, one sentence in ten with a
// trigger. The same seed gives the same text.
func news(size int, seed uint64) string {
	n := newsroom{random: rand.New(rand.NewPCG(seed, 10)), telling: telling(), quiet: quiet()}
	var b strings.Builder
	b.Grow(size + 1<<12)
	for day := int(seed) * 400; b.Len() < size; day++ {
		fmt.Fprintf(&b, "%d年%d月%d日\n\n", 1950+day/336%70, day/28%12+1, day%28+1)
		for item := 0; item < 16 && b.Len() < size; item++ {
			b.WriteString("◆")
			for range 1 + n.random.IntN(4) {
				for range 1 + n.random.IntN(4) {
					n.sentence(&b)
				}
				b.WriteString("\n")
			}
			b.WriteString("\n")
		}
	}
	return b.String()
}

type newsroom struct {
	random         *rand.Rand
	telling, quiet []string
}

// sentence writes one sentence, one in ten with a trigger.
func (n *newsroom) sentence(b *strings.Builder) {
	from := n.quiet
	if n.random.IntN(10) == 0 {
		from = n.telling
	}
	pick := func(list []string) string { return list[n.random.IntN(len(list))] }
	for _, c := range pick(from) {
		switch c {
		case 'A', 'B':
			b.WriteString(pick(countries()))
		case 'P', 'Q':
			b.WriteString(pick(people()))
		case 'D':
			b.WriteString(pick(places()))
		case 'S':
			b.WriteString(pick(things()))
		case 'N':
			fmt.Fprint(b, n.random.IntN(90)+2)
		default:
			b.WriteRune(c)
		}
	}
}
