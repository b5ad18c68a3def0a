package source

import (
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/longbridgeapp/opencc"
)

// marks are the most frequent characters that only traditional writing has: they make up nineteen in twenty of the
// characters that differ in news of the genre. Characters that simplified texts keep in names (於, 乾, 著, 鍾, 昇) are none.
const marks = "" +
	"國會發髮衕關進對爲係兩繫強齣動傢習錶總實領開經蓆來將時務議長與區問戰員亞統機業麵剋雙體個箇設願際現聯協噹當軍嚮曏導這濟爾黨內舉達組續製見訪後" +
	"帶調題堅間們過併場參佈應極裏團糰資邊產産維歐護書視號東羅檯臺颱運貿義敘說説馬華積決織隊創記電繼談夥學點侷緻廣勢穩項門還覈結報論斷從傳構韓別約" +
	"規礎話眾衆辦擊識厤曆歷萬確處歡屆級奧層計張據陞責車揮週獻氣蘭裝劃認簽籤島變數農選綫線難鮮誼專權環迴擴興風術優條網驗復複壇壜觀親轉則標貢聲節誌" +
	"贏響準請災遠啓啟薩備頻證唸熱羣幹榦給襲貧稱終遊緊頭態執圖溝營衛況烏講無飛納讓醫賀檢鐵賽蘇讚贊類該範聞離紀榮種連嚴質獲穫誠駐採監麗陸億沒隨顯圍" +
	"階價樂潔楊負賓爭預館傷睏寧滿單謝豐評職魯彈庫脫幾試攜幫輪臨園賞龍懞濛矇偉剛邁纔縣貫磚鄉稅盧慶針紹隻紮脩審討鄰險樣療揚紅順沖衝灣鞏徵擔換綜鬥鉅" +
	"鑑鑒絡藝獨載雲許徹戶僅聽覽汎減財愛奮倫補貨錄録潛諾韆費儘盡鎮貴廳屬銀禮訓橋溫閱閲碩兒輸絲勞劉測萊勵寶養綠緑劇闆違謀鍵練匯彙滙頗夢宮語閉軌勝緬" +
	"擁艦歲餘齊摯籌繞紐陽樹獎陳圓幣憲腦綢適競藍編須鬚辭貝擇夠築師損蓋額毀為於並吳呂郵憂縮銷閣齡衞敍"

// isMark looks a character up among the marks.
var isMark = sync.OnceValue(func() *[1 << 10]uint64 {
	set := new([1 << 10]uint64)
	for _, r := range marks {
		set[r>>6] |= 1 << (r & 63)
	}
	return set
})

// converter is loaded only when a text needs it: that takes as long as reading a short text.
var converter = sync.OnceValues(func() (*opencc.OpenCC, error) { return opencc.New("t2s") })

const (
	stretch = 2048 // bytes converted at a time; a phrase of the converter never spans punctuation
	share   = 50   // one mark in so many characters makes the whole text a traditional one
)

// conversion gives the function that simplifies the text stretch by stretch: from a byte on it returns the simplified
// characters, as many as the stretch has, up to the byte where to ask again, or "" when the stretch stays as it is.
// A text in traditional characters is converted throughout, another one in the paragraphs that hold a mark.
func conversion(text string) (func(from int) (string, int), error) {
	n, runes := countMarks(text)
	if n == 0 {
		return func(int) (string, int) { return "", len(text) }, nil
	}
	cc, err := converter()
	if err != nil {
		return nil, err
	}
	whole := n*share > runes
	paragraph, marked := 0, false // the paragraph that ends at this byte, and whether it is to be converted
	return func(from int) (string, int) {
		if from >= paragraph {
			paragraph = lineEnd(text, from)
			k, _ := countMarks(text[from:paragraph])
			marked = whole || k > 0
		}
		if !marked {
			return "", paragraph
		}
		to := from + cutStretch(text[from:paragraph])
		return simplify(cc, text[from:to]), to
	}, nil
}

func countMarks(text string) (marks, runes int) {
	set := isMark()
	for _, r := range text {
		if r >= 0x4E00 && r < 0x10000 {
			runes++
			marks += int(set[r>>6] >> (r & 63) & 1)
		}
	}
	return marks, runes
}

// lineEnd is the byte after the line's end.
func lineEnd(text string, from int) int {
	for i := from; i < len(text); i++ {
		if text[i] == '\n' || text[i] == '\r' {
			return i + 1
		}
	}
	return len(text)
}

// cutStretch is the length of a stretch to convert: up to the last punctuation within the limit, and whole characters.
func cutStretch(text string) int {
	if len(text) <= stretch {
		return len(text)
	}
	last := 0
	for i, r := range text {
		size := utf8.RuneLen(r)
		if i+size > stretch {
			if last == 0 {
				return i
			}
			return last
		}
		if !isHan(r) {
			last = i + size
		}
	}
	return len(text)
}

// Simplified gives a name as it stands in a decoded text: in simplified characters.
func Simplified(name string) (string, error) {
	cc, err := converter()
	if err != nil {
		return "", err
	}
	return simplify(cc, name), nil
}

// simplify converts one stretch. The way back needs as many characters as there were: where a phrase has not, its
// stretch is converted character by character.
func simplify(cc *opencc.OpenCC, text string) string {
	out, err := cc.Convert(text)
	if err == nil && utf8.RuneCountInString(out) == utf8.RuneCountInString(text) {
		return regional(out)
	}
	var b []byte
	for _, r := range text {
		one, err := cc.Convert(string(r))
		if err != nil || utf8.RuneCountInString(one) != 1 {
			one = string(r)
		}
		b = append(b, one...)
	}
	return regional(string(b))
}

// regional converts the forms of Hong Kong and Taiwan that the converter leaves as they are.
func regional(text string) string {
	if strings.IndexFunc(text, func(r rune) bool { return form(r) != r || r == '著' || r == '覆' || r == '画' || r == '份' }) < 0 {
		return text
	}
	var b strings.Builder
	b.Grow(len(text))
	last := rune(0)
	for i, r := range text {
		last = inWord(last, form(r), text[i+utf8.RuneLen(r):])
		b.WriteRune(last)
	}
	return b.String()
}

// inWord gives the simplified form of a character that has several, by the words in which it has another than its own:
// 隨著, but 著名; 覆函, 答覆, but 覆蓋; 計畫; 部份.
func inWord(before, r rune, after string) rune {
	next, _ := utf8.DecodeRuneInString(after)
	switch {
	case r == '著' && !isWritten(before, next):
		return '着'
	case r == '覆' && (strings.ContainsRune("函信电", next) || strings.ContainsRune("答回批", before)):
		return '复'
	case r == '画' && strings.ContainsRune("计规策筹", before):
		return '划'
	case r == '份' && before == '部' && next != '额':
		return '分'
	}
	return r
}

// form gives the simplified character of a regional one, any other as it is.
func form(r rune) rune {
	switch r {
	case '衞':
		return '卫'
	case '敍':
		return '叙'
	case '枱':
		return '台'
	case '粧':
		return '妆'
	case '糭':
		return '粽'
	case '衹':
		return '只'
	case '痺':
		return '痹'
	case '簷':
		return '檐'
	}
	return r
}

// isWritten reports whether 著 stands in a word of writing or fame (著名, 显著); else it is the particle 着, as in 随着.
func isWritten(before, after rune) bool {
	return strings.ContainsRune("显昭卓名专原编论巨合译遗土", before) || strings.ContainsRune("名作称述书录者", after)
}
