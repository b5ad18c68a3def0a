package lexicon_test

import (
	"strings"
	"testing"

	"jishi/extract/lexicon"
	"jishi/schema"
)

// Each table holds sentences and the chunks that one recogniser must make of them, as show prints them.
type row struct{ text, want string }

func recognise(t *testing.T, l *lexicon.Lexicon, rows []row) {
	t.Helper()
	for _, r := range rows {
		tokens := parse(l, r.text)
		if got := show(tokens); got != r.want {
			t.Errorf("%s\n gives %s\n  want %s", r.text, got, r.want)
		}
		wellFormed(t, r.text, tokens)
	}
}

func TestEveryRecogniserHasATable(t *testing.T) {
	l := load(t)
	for _, r := range lexicon.Recognisers() {
		t.Run(r.Name, func(t *testing.T) {
			rows := tables()[r.Name]
			if len(rows) == 0 {
				t.Fatal("no table")
			}
			recognise(t, l, rows)
		})
	}
	t.Run("gazetteer", func(t *testing.T) { recognise(t, l, tables()["gazetteer"]) })
}

func tables() map[string][]row {
	return map[string][]row{
		"gazetteer": {
			{"沿海地区受灾严重。", ""},
			{"他向海地提供援助。", "[reference person] [country 海地]"},
			{"上海地区、内地和当地", "[reference that]"},
			{"东海地质调查开始。", ""},
			{"刚果（金）同刚果（布）接壤。", "[country 刚果（金）] [country 刚果（布）]"},
			{"多米尼克和多米尼加都受灾。", "[country 多米尼克 | country 多米尼加]"},
			{"几内亚、几内亚比绍、赤道几内亚同巴布亚新几内亚", "[country 几内亚 | country 几内亚比绍 | country 赤道几内亚] [country 巴布亚新几内亚]"},
			{"尼日尔河流经尼日利亚。", "[country 尼日尔] [country 尼日利亚]"},
			{"世卫组织和欧盟发表声明。", "[organization 世界卫生组织 | organization 欧盟]"},
			{"拉美和加勒比国家", "[group 拉美和加勒比国家]"},
		},
		"amount": {
			{"一批价值200万美元的药品", "[amount 1批] [amount 2000000美元$] [supply 药品]"},
			{"价值50万新西兰元的药品", "[amount 500000新西兰元$] [supply 药品]"},
			{"约15名游客", "[amount 15名~]"},
			{"近300人受伤", "[amount 300人~]"},
			{"2000余人受伤", "[amount 2000人~]"},
			{"第三批抵达", "[amount 第批 batch=3]"},
			{"第12批抵达", "[amount 第批 batch=12]"},
			{"第三届开幕", "[amount 第届]"},
			{"1.5万人受伤", "[amount 15000人]"},
			{"12,500人受伤", "[amount 12500人]"},
			{"一起努力，一定成功", ""},
			{"三个和尚", "[amount 3个]"},
		},
		"side": {
			{"法方表示感谢。", "[country 法国]"},
			{"中方和德方愿同双方合作。", "[country 中国 | country 德国] [reference both]"},
			{"阿方同巴方举行会谈。", "[reference side(AE,AF,AL,AR,AZ,DZ,OM)] [reference side(BB,BH,BR,BS,PA,PK,PS,PY)]"},
			{"印尼方和波黑方", "[country 印度尼西亚 | country 波黑]"},
			{"欧方表示感谢。", "[organization 欧盟]"},
			{"中方同南方、东方、西方、对方、各方", "[country 中国] [reference other] [group 各方]"},
			{"中法合作", "[country 中国 | country 法国]"},
			{"中俄双方", "[country 中国 | country 俄罗斯] [reference both]"},
			{"中日韩三国外长会晤。", "[country 中国 | country 日本 | country 韩国]"},
			{"中欧合作、中非合作", "[country 中国 | organization 欧盟] [country 中国 | organization 非洲联盟]"},
			{"贵国和我国", "[reference addressee] [reference speaker]"},
			{"该国政府", "[reference that]"},
			{"他同她", "[reference person] [reference person]"},
		},
		"organization": {
			{"肯尼亚卫生部同希腊红十字会签署协议。", "[organization 肯尼亚卫生部] [organization 希腊红十字会]"},
			{"新西兰初级产业部表示感谢。", "[organization 新西兰初级产业部]"},
			{"坦桑尼亚国家灾害管理局捐赠药品。", "[organization 坦桑尼亚国家灾害管理局] [supply 药品]"},
			{"巴拉圭政府提供帮助。", "[organization 巴拉圭政府]"},
			{"政府提供帮助。", ""},
			{"我国红新月会和我国外交部", "[organization 中国红新月会 | organization 外交部]"},
			{"国家电力与饮用水办公室表示", "[organization 国家电力与饮用水办公室]"},
			{"同哥伦比亚卫生与社会保障部签署", "[organization 哥伦比亚卫生与社会保障部]"},
			{"美国国务院表示", "[organization 美国国务院]"},
			{"法国外交部发言人表示", "[organization 法国外交部 in=法国外交部 as=法国外交部发言人]"},
		},
		"meeting": {
			{"霍乱防治视频会议在安曼举行。", "[meeting 霍乱防治视频会议] [place 安曼]"},
			{"冰岛外交部举行例行记者会。", "[organization 冰岛外交部] [meeting 例行记者会]"},
			{"出席第五届海洋可持续渔业论坛", "[meeting 第五届海洋可持续渔业论坛]"},
			{"国际民航组织大会开幕。", "[meeting 国际民航组织大会 in=国际民航组织]"},
			{"举行“蓝色海洋”国际论坛", "[meeting “蓝色海洋”国际论坛]"},
			{"委员会同意", ""},
			{"出席三国防长会晤。", "[meeting 三国防长会晤]"},
			{"三国防长会晤取得进展。", ""},
			{"官员参加会谈。", ""},
			{"出席建交纪念招待会。", "[meeting 建交纪念招待会]"},
			{"主持合作条约组织峰会。", "[meeting 合作条约组织峰会]"},
			{"安理会召开紧急会议。", "[organization 联合国安理会] [meeting 紧急会议]"},
			{"第77届联合国大会举行。", "[amount 第届] [organization 联合国大会]"},
			{"出席第77届联合国大会", "[meeting 第77届联合国大会 in=联合国大会]"},
			{"参加世界卫生大会", "[organization 世界卫生大会]"},
		},
		"person": {
			{"挪威外交大臣同秘鲁外长奥尔金会谈。", "[country 挪威 in=挪威 as=挪威外交大臣] [leader 奥尔金 {秘鲁:外长}]"},
			{"最高元首阿尔特会见秘鲁副总统、圣城酋长卡尔曼。", "[leader 阿尔特 {马来西亚:最高元首}] [leader 卡尔曼 {秘鲁:副总统} {秘鲁:圣城酋长}]"},
			{"秘鲁总统夫人阿尔特娜访问智利。", "[leader 阿尔特娜] [country 智利]"},
			{"秘鲁总统阿尔特夫人、大使莱昂娜访问智利。", "[leader 莱昂娜 {:大使}] [country 智利]"},
			{"德国外长克莱因斯米特访问秘鲁。", "[leader 克莱因斯米特 {德国:外长}] [country 秘鲁]"},
			{"秘书长查尔斯因说，秘鲁感谢。", "[leader 查尔斯因 {:秘书长}] [country 秘鲁]"},
			{"秘鲁外长阿尔特因病缺席。", "[leader 阿尔特 {秘鲁:外长}]"},
			{"时任秘鲁总统阿尔特访问智利。", "[leader 阿尔特 {秘鲁:总统}] [country 智利]"},
			{"北极理事会轮值主席国冰岛主办论坛。", "[country 冰岛 {北极理事会:轮值主席国}] [reference meeting]"},
			{"欧盟中亚事务特别代表阿尔特说", "[leader 阿尔特 {欧盟:中亚事务特别代表}]"},
			{"加纳外长理查德会见挪威首相索尔贝格。", "[leader 理查德 {加纳:外长}] [leader 索尔贝格 {挪威:首相}]"},
			{"智利总统米格尔·皮涅拉会见客人。", "[leader 皮涅拉 {智利:总统}]"},     // more names than the gazetteer has
			{"秘鲁总统米格尔·皮涅拉会见客人。", "[leader 米格尔·皮涅拉 {秘鲁:总统}]"}, // another's
			{"哈萨克和纽西兰", "[country 哈萨克斯坦 | country 新西兰]"},
			{"哈萨克族和大马力发动机", ""},
			{"法国总统马克龙同挪威首相索尔贝格通电话。", "[leader 马克龙 {法国:总统}] [leader 索尔贝格 {挪威:首相}]"},
			{"约旦农业大臣哈桑·图拉比会见客人。", "[leader 哈桑·图拉比 {约旦:农业大臣}]"},
			{"瑞典外交大臣林德奎斯特–贝里抵达里加。", "[leader 林德奎斯特–贝里 {瑞典:外交大臣}] [place 里加]"},
			{"埃塞俄比亚财政部长阿卜迪-瓦利·哈桑同客人会见", "[leader 阿卜迪-瓦利·哈桑 {埃塞俄比亚:财政部长}]"},
			{"巴拿马外交部副部长索利斯·德拉加尔萨访问", "[leader 索利斯·德拉加尔萨 {巴拿马外交部:副部长}]"},
			{"塔吉克斯坦卫生部长马赫马多夫表示感谢。", "[leader 马赫马多夫 {塔吉克斯坦:卫生部长}]"},
			{"中国农业部部长苏明远访问智利。", "[leader 苏明远 {农业部:部长}] [country 智利]"},
			{"韩国外交部长官朴成焕同越南外长黎文雄会见。", "[leader 朴成焕 {韩国:外交部长官}] [leader 黎文雄 {越南:外长}]"},
			{"越南卫生部副部长阮德海抵达万象。", "[leader 阮德海 {越南卫生部:副部长}] [place 万象]"},
			{"日本农林水产大臣佐藤健太郎访问文莱。", "[leader 佐藤健太郎 {日本:农林水产大臣}] [country 文莱]"},
			{"日本环境大臣中岛健太郎访问文莱。", "[leader 中岛健太郎 {日本:环境大臣}] [country 文莱]"},
			{"日本财务大臣吉田一会见客人。", "[leader 吉田一 {日本:财务大臣}]"},
			{"新加坡教育部长陈国荣表示感谢。", "[leader 陈国荣 {新加坡:教育部长}]"},
			{"肯尼亚国家灾害管理局局长奥廷加表示", "[leader 奥廷加 {肯尼亚国家灾害管理局:局长}]"},
			{"荷兰副首相兼卫生大臣德永–维瑟尔表示", "[leader 德永–维瑟尔 {荷兰:副首相} {荷兰:卫生大臣}]"},
			{"中共中央总书记、国家主席、中央军委主席习近平抵达", "[leader 习近平 {中共中央:总书记} {中国:国家主席} {中央军委:主席}]"},
			{"古巴第八批援加纳医疗队队长佩雷斯表示", "[leader 佩雷斯 {古巴第八批援加纳医疗队:队长}]"},
			{"汉堡市市长费舍尔表示，汉堡分院院长不在。", "[leader 费舍尔 {汉堡:市长}] [place 汉堡 in=汉堡 as=汉堡分院院长]"},
			{"世界粮食计划署执行干事卡曾说", "[leader 卡曾 {世界粮食计划署:执行干事}]"},
			{"墨西哥红十字会会长苏因阿加表示", "[leader 苏因阿加 {墨西哥红十字会:会长}]"},
			{"卫生署署长周国良表示", "[leader 周国良 {香港卫生署:署长}]"},
			{"世卫组织驻马里代表塞科感谢加纳总统办公室。", "[leader 塞科 {世界卫生组织:驻马里代表} at=ML] [organization 加纳总统办公室]"},
			{"塞内加尔红十字会会长、塞外交部", "[organization 塞内加尔红十字会 in=塞内加尔红十字会 as=塞内加尔红十字会会长 | organization 塞内加尔外交部]"},
			{"老挝人民革命党中央总书记、国家主席本扬表示", "[leader 本扬 {老挝人民革命党中央委员会:总书记} {老挝:国家主席}]"},
			{"越共中央总书记、国家主席阮富仲表示", "[leader 阮富仲 {越共中央:总书记} {越南:国家主席}]"},
			{"新西兰总理阿德恩、澳大利亚总理特恩布尔表示", "[leader 阿德恩 {新西兰:总理} | leader 特恩布尔 {澳大利亚:总理}]"},
			{"智利外长穆尼奥斯和秘鲁外长波波利西奥举行会谈", "[leader 穆尼奥斯 {智利:外长} | leader 波波利西奥 {秘鲁:外长}]"},
			{"欧盟轮值主席国保加利亚总理鲍里索夫表示", "[leader 博里索夫 {保加利亚(欧盟:轮值主席国):总理}]"},
			{"东盟轮值主席国新加坡总理李显龙表示", "[leader 李显龙 {新加坡(东盟:轮值主席国):总理}]"},
			{"美国国务院发言人诺尔特表示", "[leader 诺尔特 {美国国务院:发言人}]"},
			{"法国前总统奥朗德访问中国。", "[leader 奥朗德 {法国:总统:former}] [country 中国]"},
			{"前法国总统奥朗德访问中国。", "[leader 奥朗德 {法国:总统:former}] [country 中国]"},
			{"挪威候任首相松德–哈根表示", "[leader 松德–哈根 {挪威:候任首相:designate}]"},
			{"挪威当选首相松德–哈根表示", "[leader 松德–哈根 {挪威:当选首相:designate}]"},
			{"挪威代理首相松德–哈根表示", "[leader 松德–哈根 {挪威:代理首相:acting}]"},
			{"中国驻挪威大使钱望舒表示感谢。", "[leader 钱望舒 {中国:驻挪威大使} at=NO]"},
			{"马里诺总统会见客人。", ""}, // nobody has named him before, and 马里 does not act
		},
		"team": {
			{"派出4名心理支持顾问", "[amount 4名] [team 心理支持顾问 4名]"},
			{"派出一个18人野战医院小组", "[amount 1个] [amount 18人] [team 野战医院小组 18人]"},
			{"挪威第三批地震救援队抵达基多。", "[team 挪威第三批地震救援队 batch=3 in=挪威] [place 基多]"},
			{"由20名医生组成的医疗专家组", "[amount 20名] [team 医生 20名] [team 医疗专家组]"},
			{"德国专家和法国医生抵达", "[team 德国专家 in=德国 | team 法国医生 in=法国]"},
			{"12人医疗队抵达", "[amount 12人] [team 医疗队 12人]"},
			{"挪威考古队和医疗队抵达。", "[team 挪威考古队 in=挪威 | team 医疗队]"},
			{"首批医疗队抵达", "[team 首批医疗队 batch=1]"},
		},
		"facility": {
			{"日本援建的老挝琅勃拉邦供水厂落成。", "[country 日本] [country 老挝] [facility 琅勃拉邦供水厂 in=老挝]"},
			{"中国援建的科特迪瓦阿比让体育场", "[country 中国] [country 科特迪瓦] [facility 阿比让体育场 in=科特迪瓦]"},
			{"修建了一所拥有200张床位的医院", "[amount 1所] [amount 200张] [facility 医院]"},
			{"他去了医院。", "[reference person]"},
			{"援建一所假肢中心", "[amount 1所] [facility 假肢中心]"},
			{"加纳首都阿克拉的眼科医院", "[country 加纳] [place 阿克拉] [facility 眼科医院]"},
		},
		"place": {
			{"挪威专家组抵达莫桑比克楠普拉省。", "[team 挪威专家组 in=挪威] [country 莫桑比克] [place 楠普拉省]"},
			{"丹麦工程师飞抵科罗尔，", "[team 丹麦工程师 in=丹麦] [place 科罗尔]"},
			{"芬兰在塔巴采卡山区打井", "[country 芬兰] [place 塔巴采卡山区]"},
			{"洛美市、苏瓦市同昆明市合作", "[place 洛美 | place 苏瓦] [place 昆明]"},
			{"洛美市与圣多美市结成友好城市。", "[place 洛美] [place 圣多美]"},
			{"洛美市长同苏瓦市场合作", "[place 洛美 in=洛美 as=洛美市长] [place 苏瓦]"},
		},
		"region": {
			{"云南省向老挝捐赠口罩。", "[organization 云南省 in=云南] [country 老挝] [supply 口罩]"},
			{"云南愿同老挝合作。", "[organization 云南省 in=云南] [country 老挝]"},
			{"海南方面没有答复。", "[organization 海南省 in=海南]"},
			{"印度喀拉拉邦同上海市签署协议。", "[organization 喀拉拉邦 in=喀拉拉邦] [place 上海]"},
			{"在北京、河北考察。", "[place 北京 | place 河北]"},
			{"上海举行论坛。", "[place 上海] [reference meeting]"},
			{"云南发生地震。", "[place 云南]"},
			{"驻上海总领事", "[place 上海]"},
		},
		"supply": {
			{"秘鲁向海地捐赠1.5吨口服补液盐。", "[country 秘鲁] [country 海地] [supply 口服补液盐 1.5吨]"},
			{"30辆皮卡和一批防水布运抵", "[supply 皮卡 30辆 | supply 防水布 1批]"},
			{"挪威提供药品和医疗服务。", "[country 挪威] [supply 药品]"},
			{"挪威向加纳捐赠30顶帐篷。", "[country 挪威] [country 加纳] [supply 帐篷 30顶]"},
			{"近10万只口罩和两万件防护服运抵阿克拉。", "[supply 口罩 100000只~ | supply 防护服 20000件] [place 阿克拉]"},
			{"地震监测设备和净水设备", "[supply 地震监测设备 | supply 净水设备]"},
			{"口罩10万只、帐篷20顶", "[supply 口罩 100000只 | supply 帐篷 20顶]"},
			{"医疗救治、防护物资运抵", "[supply 医疗救治物资 | supply 防护物资]"},
			{"口罩、防护服等医疗物资", "[supply 口罩 | supply 防护服 | supply 医疗物资]"},
			{"N95口罩5000只", "[supply N95口罩 5000只]"},
			{"1,200吨大米", "[supply 大米 1200吨]"},
			{"3.5万份试剂", "[supply 试剂 35000份]"},
			{"首批物资抵达", "[supply 物资 batch=1]"},
			{"捐赠20台打豆机、300箱火腿肠。", "[supply 打豆机 20台 | supply 火腿肠 300箱]"},
			{"50辆警用沙滩车运抵阿克拉。", "[supply 警用沙滩车 50辆] [place 阿克拉]"},
			{"三支救灾队伍和两部电影", "[amount 3支] [team 救灾队伍] [amount 2部]"},
			{"重视食品安全和大米种植。", ""},
			{"捐赠大米种植设备和口罩。", "[supply 大米种植设备 | supply 口罩]"},
			{"紧急物资全部运抵。", "[supply 紧急物资]"},
			{"中国疫苗企业同秘鲁卫生部合作。", "[organization 中国疫苗企业] [organization 秘鲁卫生部]"},
			{"数百顶帐篷", "[supply 帐篷顶~]"}, // 数百 is no number
		},
		"group": {
			{"16个西亚北非地区国家", "[group 16个西亚北非地区国家 16个]"},
			{"80多个国家表示感谢。", "[group 80多个国家 80]"},
			{"25国表示感谢。", "[group 25国 25国]"},
			{"其他国家和4个国际组织", "[group 其他国家 | group 4个国际组织 4个]"},
			{"发展中国家和其他有需要的国家", "[group 发展中国家 | group 其他有需要的国家]"},
			{"广大发展中国家", "[group 广大发展中国家]"},
		},
		"representatives": {
			{"16个西亚北非地区国家的代表表示感谢。", "[group 16个西亚北非地区国家 16个]"},
			{"埃及和黎巴嫩的卫生官员和专家抵达", "[country 埃及 | country 黎巴嫩]"},
			{"老挝的三名官员和专家抵达", "[country 老挝]"},
			{"世卫组织代表表示感谢。", "[organization 世界卫生组织]"},
			{"希腊红十字会的两位官员抵达", "[organization 希腊红十字会]"},
		},
		"list": {
			{"挪威、瑞典、丹麦以及芬兰", "[country 挪威 | country 瑞典 | country 丹麦 | country 芬兰]"},
			{"埃及、黎巴嫩等16国和海合会", "[country 埃及 among=16国 | country 黎巴嫩 | organization 海湾阿拉伯国家合作委员会]…"},
			{"挪威、瑞典等国表示感谢。", "[country 挪威 | country 瑞典]…"},
			{"挪威、瑞典等北欧国家", "[country 挪威 among=北欧国家 | country 瑞典]…"},
			{"包括挪威、瑞典在内的北欧国家", "[country 挪威 | country 瑞典 | group 北欧国家]"},
			{"包括挪威在内的30个国家", "[country 挪威 | group 30个国家 30个]"},
			{"试剂、呼吸机和口罩等", "[supply 试剂 | supply 呼吸机 | supply 口罩]…"},
			{"挪威和口罩", "[country 挪威] [supply 口罩]"}, // parties and things make no list
			{"阿克拉和口罩、基多", "[place 阿克拉] [supply 口罩] [place 基多]"},
		},
	}
}

// The characters of a mention are those of the name alone, without titles and quantities.
func TestMentionsStandAtTheirNames(t *testing.T) {
	l := load(t)
	text := "约旦农业大臣哈桑·图拉比和挪威首相索尔贝格向加纳捐赠30顶帐篷、两万只口罩。"
	var got []string
	for _, tok := range parse(l, text) {
		for _, m := range tok.Mentions {
			got = append(got, text[m.At.Start:m.At.End])
			for _, title := range m.Titles {
				got = append(got, "<"+text[title.Of.At.Start:title.Of.At.End]+">", "("+text[title.At.Start:title.At.End]+")")
			}
		}
	}
	if want := "哈桑·图拉比 <约旦> (农业大臣) 索尔贝格 <挪威> (首相) 加纳 帐篷 口罩"; strings.Join(got, " ") != want {
		t.Errorf("got  %s\nwant %s", strings.Join(got, " "), want)
	}
}

// A sentence teaches its entry the unknown names; the next sentence may drop the title, or give the last part alone.
func TestNamesAreKnownForTheRestOfTheEntry(t *testing.T) {
	l := load(t)
	ctx := lexicon.NewContext(schema.Day{Year: 2018})
	l.Parse("约旦农业大臣哈桑·图拉比会见瑞典外交大臣林德奎斯特。", nil, ctx)
	for _, r := range []row{
		{"图拉比表示感谢。", "[leader 哈桑·图拉比]"},
		{"林德奎斯特对哈桑·图拉比表示感谢。", "[leader 林德奎斯特] [leader 哈桑·图拉比]"},
	} {
		if got := show(l.Parse(r.text, nil, ctx)); got != r.want {
			t.Errorf("%s\n gives %s\n  want %s", r.text, got, r.want)
		}
	}
	if got := show(parse(l, "图拉比表示感谢。")); got != "" {
		t.Errorf("another entry knows the name: %s", got)
	}
}

// Of two leaders of one name the title's country decides, then the day.
func TestTitleChoosesAmongLeadersOfOneName(t *testing.T) {
	l := load(t)
	byName := map[string][]schema.Entity{}
	for _, e := range l.Entities() {
		if e.Type == "leader" && len(e.Offices) > 0 {
			byName[e.Name] = append(byName[e.Name], e)
		}
	}
	tried := 0
	for name, all := range byName {
		if len(all) < 2 || all[0].Country == all[1].Country {
			continue
		}
		for _, e := range all[:2] {
			of, ok := l.Entity(e.Offices[0].Of)
			if !ok || of.Type != "country" || strings.ContainsAny(e.Offices[0].Title, "、") {
				continue
			}
			tried++
			text := of.Name + e.Offices[0].Title + name + "表示感谢。"
			tokens := l.Parse(text, nil, lexicon.NewContext(schema.Day{}))
			if len(tokens) == 0 || len(tokens[0].Mentions) == 0 || tokens[0].Mentions[0].Entity != e.ID {
				t.Errorf("%s gives %s, want %s", text, show(tokens), e.ID)
			}
		}
	}
	if tried == 0 {
		t.Error("the gazetteers hold no two leaders of one name: the test needs another way")
	}
}
