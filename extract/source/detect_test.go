package source

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/longbridgeapp/opencc"
)

// sentences of news and chronicles, in simplified characters.
const sentences = `斐济总统孔罗特在苏瓦会见来访的汤加议长，双方就渔业资源保护和海上搜救交换意见。
冰岛外交大臣同马耳他外长通电话，讨论避免双重征税协定的谈判进展。
应不丹首相邀请，卢森堡大公将于9月12日至15日对不丹进行国事访问。
蒙古国向乌拉圭捐赠了两千件羊毛毯和一批奶粉，用于安置受洪水影响的居民。
巴拉圭外交部发言人表示，该国没有计划召回驻立陶宛大使。
第七届内陆国家交通部长会议在乌兰巴托开幕，来自31个国家的代表出席。
纳米比亚和爱沙尼亚签署数字政务谅解备忘录，将互派工程师开展为期两年的培训。
摩纳哥亲王在贺信中说，两国建交以来始终相互尊重、平等相待，合作成果丰硕。
加蓬国民议会议员团一行9人结束对葡萄牙的友好访问，启程回国。
据当地媒体报道，这座由挪威援建的医院设有120张床位，预计明年春天投入使用。
塞舌尔海岸警卫队与毛里求斯海军举行了为期三天的联合演习，共有6艘舰艇参加。
尼泊尔气象部门提醒登山者注意天气变化，山区道路因积雪暂时封闭。
老挝、文莱、东帝汶三国专家讨论了稻米贸易和粮食储备问题，没有达成协议。
亚美尼亚教育部长强调，留学生奖学金名额将由每年40名增加到65名。
他说：“我们愿意倾听各方的意见，也希望对方拿出诚意。”现场响起热烈掌声。
瑙鲁政府感谢帕劳派出医疗队，并请求提供更多疫苗和检测试剂。
会谈后，两位领导人共同会见记者，回答了关于签证便利化的提问。
安道尔邮政发行了一套纪念邮票，图案选自中世纪教堂的壁画。
受台风影响，原定周四举行的外长会晤推迟到下月上旬，地点不变。
玻利维亚矿业代表团考察了智利北部的锂盐湖，对环境保护技术表示浓厚兴趣。
`

// sampled gives n texts of size characters and more, each a stretch of shuffled sentences that begins anywhere.
func sampled(n, size int) []string {
	r := rand.New(rand.NewPCG(20200326, uint64(size)))
	lines := strings.SplitAfter(strings.TrimSpace(sentences), "\n")
	var out []string
	for len(out) < n {
		r.Shuffle(len(lines), func(i, j int) { lines[i], lines[j] = lines[j], lines[i] })
		all := []rune(strings.Join(lines, ""))
		from := r.IntN(200)
		out = append(out, string(all[from:from+size+r.IntN(1+size)]))
	}
	return out
}

// encoded gives the texts in an encoding; in Big5 they are written in traditional characters. A text that Big5 has not is
// left out.
func encoded(t *testing.T, e Encoding, texts []string) (raws [][]byte, plain []string) {
	t.Helper()
	cc, err := opencc.New("s2twp")
	if err != nil {
		t.Fatal(err)
	}
	for _, text := range texts {
		if e == Big5 {
			if text, err = cc.Convert(text); err != nil {
				t.Fatal(err)
			}
		}
		raw, err := e.codec().NewEncoder().Bytes([]byte(text))
		if err != nil {
			t.Fatalf("%s in %s: %v", text, e, err)
		}
		raws, plain = append(raws, raw), append(plain, text)
	}
	return raws, plain
}

// TestDetect: of 200 texts in each encoding 98 in a hundred are found, and none is another one for sure.
func TestDetect(t *testing.T) {
	for _, e := range []Encoding{UTF8, UTF16LE, UTF16BE, GB18030, Big5} {
		for _, size := range []int{5, 10, 20, 40, 200} {
			t.Run(fmt.Sprintf("%s/%d", e, size), func(t *testing.T) {
				raws, plain := encoded(t, e, sampled(200, size))
				right, sure := 0, 0
				for i, raw := range raws {
					g := Detect(raw)
					text, bad := g.Encoding.decode(raw)
					if g.Encoding != e && g.Sure {
						t.Errorf("%q is %s for sure, want %s", plain[i], g.Encoding, e)
					}
					if g.Encoding == e && bad < 0 && text == plain[i] {
						right++
					}
					if g.Sure {
						sure++
					}
				}
				t.Logf("%d right, %d sure of %d", right, sure, len(raws))
				if size >= 40 && (right < 196 || sure < 190) {
					t.Errorf("%d right, want 196; %d sure, want 190", right, sure)
				}
			})
		}
	}
}

// TestDetectTraditional: traditional characters in GB18030 are not taken for Big5.
func TestDetectTraditional(t *testing.T) {
	_, plain := encoded(t, Big5, sampled(200, 40))
	right := 0
	for _, text := range plain {
		raw, err := GB18030.codec().NewEncoder().Bytes([]byte(text))
		if err != nil {
			t.Fatal(err)
		}
		switch g := Detect(raw); {
		case g.Encoding == GB18030:
			right++
		case g.Sure:
			t.Errorf("%q is %s for sure", text, g.Encoding)
		}
	}
	if t.Logf("%d right of %d", right, len(plain)); right < 196 {
		t.Errorf("%d right, want 196", right)
	}
}

// TestDetectMark: a byte order mark decides, and is no part of the text.
func TestDetectMark(t *testing.T) {
	for e, m := range map[Encoding]string{UTF8: mark, UTF16LE: "\xFF\xFE", UTF16BE: "\xFE\xFF"} {
		raws, plain := encoded(t, e, []string{"汤"})
		x, g, err := Decode("x", append([]byte(m), raws[0]...), "")
		if err != nil || g != (Guess{e, true}) || x.Decoded != plain[0] {
			t.Errorf("%s: %+v %q %v", e, g, x.Decoded, err)
		}
	}
}

// TestWanted: the encoding that is asked for is taken, whatever the bytes look like, or is refused with the place.
func TestWanted(t *testing.T) {
	for _, e := range []Encoding{UTF8, UTF16LE, UTF16BE, GB18030, Big5} {
		raws, plain := encoded(t, e, sampled(20, 3))
		for i, raw := range raws {
			if x, g, err := Decode("x", raw, e); err != nil || x.Decoded != plain[i] || !g.Sure {
				t.Errorf("%s: %q %+v %v, want %q", e, x.Decoded, g, err, plain[i])
			}
		}
	}
	raws, _ := encoded(t, GB18030, []string{"汤加\n国王\uE000"})
	_, _, err := Decode("x", append(raws[0], 0xFF, 'a', 'b', 'c', 'd'), GB18030)
	if e, ok := err.(*Error); !ok || e.Line != 2 || e.Column != 4 || e.Offset != len(raws[0]) {
		t.Errorf("%v, want line 2, column 4", err)
	}
	for name, want := range map[string]Encoding{"utf8": UTF8, "GBK": GB18030, " gb2312": GB18030, "BIG-5": Big5, "UTF-16": UTF16LE, "utf16be": UTF16BE, "cp936": GB18030} {
		if got, ok := ParseEncoding(name); !ok || got != want {
			t.Errorf("%s is %s", name, got)
		}
	}
	if _, ok := ParseEncoding("latin1"); ok {
		t.Error("latin1 is none of them")
	}
}

// TestBrokenIsUTF8: a few broken bytes make no text of another encoding of one in UTF-8.
func TestBrokenIsUTF8(t *testing.T) {
	for _, text := range sampled(100, 20) {
		for _, cut := range []int{1, 2, len(text) / 2, len(text) - 1} {
			raw := []byte(text[:cut] + "\xE5" + text[cut:])
			x, g, err := Decode("x", raw, "")
			if err == nil && utf8.Valid([]byte(text[:cut])) {
				t.Fatalf("%q broken at %d is read as %s: %q", text, cut, g.Encoding, x.Decoded)
			}
		}
	}
}
