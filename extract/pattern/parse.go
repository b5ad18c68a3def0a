package pattern

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Parse reads a pattern. The error is an *Error.
func Parse(text string) (*Pattern, error) {
	p := &parser{text: text}
	rows, err := p.rows(0)
	if err != nil {
		return nil, err
	}
	if p.at < len(p.text) {
		return nil, p.fault("a closing bracket without an opening one", "remove it")
	}
	if len(rows) != 1 {
		return nil, &Error{At: p.bars[0], Fault: "alternatives stand outside brackets", Remedy: "put them in ( … | … )"}
	}
	return p.split(rows[0])
}

// split cuts the row at its trigger.
func (p *parser) split(es []element) (*Pattern, error) {
	at := -1
	for i, e := range es {
		if e.kind == trigger {
			if at >= 0 {
				return nil, &Error{At: p.triggers[1], Fault: "the trigger @ stands twice", Remedy: "keep one"}
			}
			at = i
		}
	}
	if at < 0 {
		return nil, &Error{Fault: "the trigger @ is missing", Remedy: "write @ where the trigger word stands, outside brackets"}
	}
	return &Pattern{left: es[:at], right: es[at+1:]}, nil
}

type parser struct {
	text     string
	at       int
	bars     []int // where the bars outside brackets stand, in characters
	triggers []int // likewise the triggers
	open     []int // where the brackets ( stand that are open, in bytes
}

func (p *parser) fault(fault, remedy string) *Error { return p.faultAt(p.at, fault, remedy) }

// faultAt is a fault at a byte of the pattern.
func (p *parser) faultAt(at int, fault, remedy string) *Error {
	return &Error{At: p.character(at), Fault: fault, Remedy: remedy}
}

func (p *parser) character(at int) int { return utf8.RuneCountInString(p.text[:min(at, len(p.text))]) }

func (p *parser) space() {
	for p.at < len(p.text) {
		r, n := utf8.DecodeRuneInString(p.text[p.at:])
		if !unicode.IsSpace(r) {
			return
		}
		p.at += n
	}
}

// deepest is how many brackets may stand in brackets.
const deepest = 20

// rows reads alternatives up to a closing bracket or the end.
func (p *parser) rows(depth int) ([][]element, error) {
	if depth > deepest {
		return nil, p.fault("brackets are nested too deep", "write two patterns")
	}
	var out [][]element
	var row []element
	for {
		p.space()
		if p.at >= len(p.text) || p.text[p.at] == ')' {
			if len(row) == 0 && (depth > 0 || len(out) > 0) {
				return nil, p.fault("an alternative is empty", "make the group optional with ? instead")
			}
			return append(out, row), nil
		}
		if p.text[p.at] == '|' {
			if len(row) == 0 {
				return nil, p.fault("an alternative is empty", "make the group optional with ? instead")
			}
			if depth == 0 {
				p.bars = append(p.bars, p.character(p.at))
			}
			p.at++
			out, row = append(out, row), nil
			continue
		}
		e, err := p.element(depth)
		if err != nil {
			return nil, err
		}
		row = append(row, e)
	}
}

func (p *parser) element(depth int) (element, error) {
	var e element
	rest := p.text[p.at:]
	switch {
	case rest[0] == '(':
		p.open = append(p.open, p.at)
		p.at++
		rows, err := p.rows(depth + 1)
		if err != nil {
			return e, err
		}
		if p.at >= len(p.text) {
			return e, p.unclosed()
		}
		p.open = p.open[:len(p.open)-1]
		p.at++
		e = element{kind: group, rows: rows}
	case rest[0] == '{':
		c, err := p.capture()
		if err != nil {
			return e, err
		}
		e = c
	case rest[0] == '<':
		c, err := p.wordCapture()
		if err != nil {
			return e, err
		}
		e = c
	case strings.HasPrefix(rest, "..."):
		p.at += 3
		return element{kind: gap}, nil
	case strings.HasPrefix(rest, ".."):
		p.at += 2
		return element{kind: shortGap}, nil
	case strings.HasPrefix(rest, ">>"):
		p.at += 2
		return element{kind: longGap}, nil
	case rest[0] == '^':
		p.at++
		return element{kind: clauseBegin}, nil
	case rest[0] == '$':
		p.at++
		return element{kind: clauseEnd}, nil
	case rest[0] == '@':
		p.triggers = append(p.triggers, p.character(p.at))
		p.at++
		if depth > 0 && strings.Count(p.text, "(") > strings.Count(p.text, ")") {
			return e, p.unclosed()
		}
		if depth > 0 {
			return e, p.fault("the trigger @ stands in brackets", "write it outside")
		}
		return element{kind: trigger}, nil
	default:
		list, err := p.words(" ()|{}<>?@^$\t\n")
		if err != nil {
			return e, err
		}
		e = element{kind: words, words: list}
	}
	if p.at < len(p.text) && p.text[p.at] == '?' {
		p.at++
		e.optional = true
	}
	return e, nil
}

// unclosed is a fault of the bracket opened last.
func (p *parser) unclosed() *Error {
	return p.faultAt(p.open[len(p.open)-1], "a bracket is not closed", "add )")
}

// words reads word|word up to one of the stops.
func (p *parser) words(stops string) ([]string, error) {
	var out []string
	for {
		start := p.at
		for p.at < len(p.text) && !strings.ContainsRune(stops, rune(p.text[p.at])) {
			p.at++
		}
		word := strings.TrimSpace(p.text[start:p.at])
		if word == "" {
			return nil, p.fault("a word is missing", "write words with | between them, without spaces")
		}
		if at, sign := wideSign(word); sign != 0 {
			return nil, p.faultAt(start+at, "a full-width "+string(sign)+" is no sign of a pattern", "write it half-width")
		}
		if at := strings.Index(word, "…"); at >= 0 {
			return nil, p.faultAt(start+at, "… is no sign of a pattern", "write ... for what may stand between")
		}
		out = append(out, word)
		if p.at >= len(p.text) || p.text[p.at] != '|' {
			return out, nil
		}
		p.at++
	}
}

// wideSign finds a sign of the language that was written full-width: alone it may be a mark of the text, but not ｜ or ＠.
func wideSign(word string) (at int, sign rune) {
	for i, r := range word {
		if strings.ContainsRune("｜＠＜＞｛｝", r) || strings.ContainsRune("（）？：，、", r) && len(word) > utf8.RuneLen(r) {
			return i, r
		}
	}
	return 0, 0
}

// wideColon finds a full-width colon between an opening mark at a byte and its closing one.
func (p *parser) wideColon(start int, body string) *Error {
	if i := strings.IndexRune(body, '：'); i >= 0 && !strings.Contains(body, ":") {
		return p.faultAt(start+1+i, "a full-width ： is no sign of a pattern", "write it half-width")
	}
	return nil
}

func (p *parser) capture() (element, error) {
	start := p.at
	body, err := p.body('}')
	if err != nil {
		return element{}, err
	}
	if e := p.wideColon(start, body); e != nil {
		return element{}, e
	}
	role, types, typed := strings.Cut(body, ":")
	e := element{kind: capture, role: strings.TrimSpace(role), types: []string{"actor"}}
	if !isName(e.role) {
		return e, p.faultAt(start, "a role's name is "+strconv.Quote(e.role), "use Latin letters: {subject}, {place: place}")
	}
	if typed {
		types = strings.TrimSpace(types)
		if t, ok := strings.CutSuffix(types, "+"); ok {
			e.list, types = true, t
		}
		e.types = nil
		for _, t := range strings.Split(types, "|") {
			t = strings.TrimSpace(t)
			if !isName(t) {
				return e, p.faultAt(start, "an entity type is "+strconv.Quote(t), "write {role: type|type}")
			}
			e.types = append(e.types, t)
		}
	}
	return e, nil
}

func (p *parser) wordCapture() (element, error) {
	start := p.at
	body, err := p.body('>')
	if err != nil {
		return element{}, err
	}
	if e := p.wideColon(start, body); e != nil {
		return element{}, e
	}
	key, list, ok := strings.Cut(body, ":")
	e := element{kind: wordCapture, role: strings.TrimSpace(key)}
	if !ok || !isName(e.role) {
		return e, p.faultAt(start, "want <key: word|word>", "name the attribute, then its words")
	}
	for _, w := range strings.Split(list, "|") {
		if w = strings.TrimSpace(w); w == "" {
			return e, p.faultAt(start, "a word is missing", "write <key: word|word>")
		}
		e.words = append(e.words, w)
	}
	return e, nil
}

// body reads from an opening mark to its closing one.
func (p *parser) body(closing byte) (string, error) {
	end := strings.IndexByte(p.text[p.at:], closing)
	if end < 0 {
		return "", p.fault("a bracket is not closed", "add "+string(closing))
	}
	body := p.text[p.at+1 : p.at+end]
	if strings.ContainsAny(body, "{<@") { // the mark that was found closes another
		return "", p.fault("a bracket is not closed", "add "+string(closing))
	}
	p.at += end + 1
	return body, nil
}

func isName(s string) bool {
	if s == "" {
		return false
	}
	for _, r := range s {
		if r > 'z' || !unicode.IsLetter(r) {
			return false
		}
	}
	return true
}
