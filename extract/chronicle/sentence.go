package chronicle

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Limits in bytes. A bracket that spans more than bracketLimit, or a quotation in mid-sentence more than quoteLimit, holds
// no sentence together: its partner is probably another one's. Beyond longSentence a sentence is cut at the next clause,
// beyond longestSentence anywhere: a text without punctuation must not become one sentence.
const (
	bracketLimit    = 1500
	quoteLimit      = 900
	longSentence    = 6000
	longestSentence = 12000
)

// pair is a bracket or quotation: the bytes where its two signs begin.
type pair struct {
	open, shut int
	quote      bool
}

// sentences cuts a mended paragraph. It returns half-open byte ranges without white space at their ends; between them
// there is nothing but white space.
func sentences(text string) [][2]int {
	c := cutter{text: text, pairs: pairs(text)}
	c.run()
	return c.out
}

type cutter struct {
	text  string
	pairs []pair // by opening sign
	next  int    // the first pair that may begin at or after the place reached
	start int    // of the sentence that is open
	out   [][2]int
}

func (c *cutter) run() {
	for i := 0; i < len(c.text); {
		if isCommon(c.text, i) {
			i = c.step(i, commonSize, 0)
			continue
		}
		b := c.text[i]
		if b < utf8.RuneSelf && b != '!' && b != '?' && b != '(' && b != '[' && b != '"' {
			i = c.step(i, 1, rune(b))
			continue
		}
		r, size := utf8.DecodeRuneInString(c.text[i:])
		if p, ok := c.opened(i); ok {
			if to := c.jump(p); to > i {
				i = to
				continue
			}
		}
		switch r {
		case '。', '！', '？', '!', '?':
			i = c.end(i, r)
		case '…':
			i = c.ellipsis(i)
		default:
			i = c.step(i, size, r)
		}
	}
	c.emit(len(c.text))
}

// step passes over a character that ends no sentence, but cuts one that has grown too long.
func (c *cutter) step(i, size int, r rune) int {
	i += size
	if long := i - c.start; long > longSentence && (r == '；' || r == '，' || r == ';') || long > longestSentence {
		c.emit(i)
	}
	return i
}

// emit closes the open sentence.
func (c *cutter) emit(to int) {
	part := c.text[c.start:to]
	left := strings.TrimLeftFunc(part, unicode.IsSpace)
	from := c.start + len(part) - len(left)
	if trimmed := strings.TrimRightFunc(left, unicode.IsSpace); trimmed != "" {
		c.out = append(c.out, [2]int{from, from + len(trimmed)})
	}
	c.start = to
}

// opened gives the pair that opens at i.
func (c *cutter) opened(i int) (pair, bool) {
	for c.next < len(c.pairs) && c.pairs[c.next].open < i {
		c.next++
	}
	if c.next < len(c.pairs) && c.pairs[c.next].open == i {
		return c.pairs[c.next], true
	}
	return pair{}, false
}

// jump is the byte behind a pair that holds its sentence together, or 0 when sentences may end inside.
func (c *cutter) jump(p pair) int {
	_, size := utf8.DecodeRuneInString(c.text[p.shut:])
	if !p.quote {
		if p.shut-p.open > bracketLimit {
			return 0
		}
		return p.shut + size
	}
	if p.shut-p.open > quoteLimit || c.isSpeech(p) {
		return 0
	}
	return p.shut + size
}

// isSpeech reports whether a quotation is full reported speech, whose sentences stand for themselves: introduced by a
// colon or a verb of saying, or beginning the sentence, and with nothing of the same sentence behind it.
func (c *cutter) isSpeech(p pair) bool {
	_, size := utf8.DecodeRuneInString(c.text[p.open:])
	inner := c.text[p.open+size : p.shut]
	_, size = utf8.DecodeRuneInString(c.text[p.shut:])
	after := strings.TrimLeft(c.text[p.shut+size:], " ")
	before := strings.TrimRight(c.text[c.start:p.open], " ")
	if !strings.ContainsAny(inner, "。！？!?…") || continues(after) {
		return false
	}
	if before == "" {
		return after == "" || endsSentence(inner) && !saysWho(after)
	}
	if strings.HasSuffix(before, "：") || strings.HasSuffix(before, ":") {
		return true
	}
	said, found := strings.CutSuffix(before, "，")
	return found && hasAnySuffix(said, "说", "表示", "指出", "强调", "称", "认为", "道")
}

// saysWho reports whether what follows a quotation names the speaker: “…。”部长说。
func saysWho(after string) bool {
	const longest = 40 // characters before the verb
	n := 0
	for i, r := range after {
		if n++; n > longest || strings.ContainsRune("。！？；“", r) {
			return false
		}
		if strings.ContainsRune("说称道", r) || hasAnyPrefix(after[i:], "表示", "指出", "强调", "认为") {
			return true
		}
	}
	return false
}

// continues reports whether text goes on with the sentence before it.
func continues(after string) bool {
	return hasAnyPrefix(after, "，", "、", "；", "：", ",", "的", "等", "并", "而", "和", "与", "及", "这", "为")
}

// end closes the sentence behind final punctuation and the signs that close with it.
func (c *cutter) end(i int, r rune) int {
	to := c.closing(i)
	quoted := to > i && strings.ContainsAny(c.text[i:to], "”’\"")
	if quoted && continues(c.text[to:]) {
		return to
	}
	if r < utf8.RuneSelf && to < len(c.text) && isWordByte(c.text[to]) {
		return to // inside an address: a.b/?q=1
	}
	c.emit(to)
	return to
}

// closing is the byte behind a run of final punctuation and of quotes and brackets that close.
func (c *cutter) closing(i int) int {
	shut := false
	for i < len(c.text) {
		r, size := utf8.DecodeRuneInString(c.text[i:])
		switch r {
		case '”', '’', '）', ')', '」', '』', '》', '】':
			shut = true
		case '。', '！', '？', '!', '?', '…':
			if shut {
				return i
			}
		case '"':
			if _, opens := c.opened(i); opens {
				return i
			}
			shut = true
		default:
			return i
		}
		i += size
	}
	return i
}

// ellipsis ends a sentence only with a closing quote behind it, or with the paragraph.
func (c *cutter) ellipsis(i int) int {
	to := i
	for strings.HasPrefix(c.text[to:], "…") {
		to += len("…")
	}
	if r, _ := utf8.DecodeRuneInString(c.text[to:]); r == '”' || r == '’' {
		return c.end(i, '…')
	}
	return to
}

// pairs finds the brackets and quotations that close, by their opening sign. A sign without partner is passed over.
func pairs(text string) []pair {
	const deep = 8 // open signs that one closing sign looks back over
	var out, open []pair
	kinds := []rune{}
	for i, size := 0, 0; i < len(text); i += size {
		if isCommon(text, i) {
			size = commonSize
			continue
		}
		want, r := rune(0), rune(0)
		r, size = utf8.DecodeRuneInString(text[i:])
		switch r {
		case '“', '‘', '（', '(', '《', '〈', '【', '[':
			open, kinds = append(open, pair{open: i, quote: r == '“' || r == '‘'}), append(kinds, r)
			continue
		case '"':
			if k := len(kinds) - 1; k < 0 || !slices.Contains(kinds[max(0, k-deep):], '"') {
				open, kinds = append(open, pair{open: i, quote: true}), append(kinds, r)
				continue
			}
			want = '"'
		case '”':
			want = '“'
		case '’':
			want = '‘'
		case '）', ')':
			want = '（'
		case '》':
			want = '《'
		case '〉':
			want = '〈'
		case '】', ']':
			want = '【'
		default:
			continue
		}
		for k := len(kinds) - 1; k >= max(0, len(kinds)-deep); k-- {
			if kinds[k] == want || want == '（' && kinds[k] == '(' || want == '【' && kinds[k] == '[' {
				p := open[k]
				p.shut = i
				out = append(out, p)
				open, kinds = open[:k], kinds[:k]
				break
			}
		}
	}
	slices.SortFunc(out, func(a, b pair) int { return a.open - b.open })
	return out
}

func isWordByte(c byte) bool {
	return isFigure(c) || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '=' || c == '/'
}

func hasAnyPrefix(s string, list ...string) bool {
	return slices.ContainsFunc(list, func(w string) bool { return strings.HasPrefix(s, w) })
}

func hasAnySuffix(s string, list ...string) bool {
	return slices.ContainsFunc(list, func(w string) bool { return strings.HasSuffix(s, w) })
}
