package eval

import (
	"encoding/json"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// longEvidence is the number of code points beyond which nobody can see what says it.
const longEvidence = 300

// SpanReport says whether offsets lead back to the text.
type SpanReport struct {
	Checked, Bad int
	Evidence     bool // whether Long and Results were counted: of facts alone
	Long         int  // evidence of more than 300 code points
	Results      int
}

func checkFactSpans(text string, got []Result) *SpanReport {
	c := newSpanCheck(text)
	c.Evidence, c.Results = true, len(got)
	for _, r := range got {
		evidence := r.node("evidence")
		if evidence == nil {
			evidence = &Result{}
		}
		quoted := evidence.text("text")
		c.check(*evidence, quoted)
		if utf8.RuneCountInString(quoted) > longEvidence {
			c.Long++
		}
		for _, key := range []string{"subject", "object"} {
			if n := r.node(key); n != nil && n.text("mention") != "" {
				c.check(*n, n.text("mention"))
			}
		}
	}
	return &c.SpanReport
}

func checkMentionSpans(text string, got []Result) *SpanReport {
	c := newSpanCheck(text)
	for _, r := range got {
		c.check(r, r.text("mention"))
	}
	return &c.SpanReport
}

type spanCheck struct {
	SpanReport
	text   string
	points codePoints
}

func newSpanCheck(text string) *spanCheck {
	text = strings.TrimPrefix(text, "\ufeff")
	return &spanCheck{text: text, points: newCodePoints(text)}
}

// check counts a node whose span, or list of spans in order, does not give back the quoted text. White space, where the
// layout breaks a line, does not count.
func (c *spanCheck) check(node Result, want string) {
	c.Checked++
	if got, ok := c.quote(node); !ok || want == "" || squeeze(got) != squeeze(want) {
		c.Bad++
	}
}

func (c *spanCheck) quote(node Result) (string, bool) {
	spans := []any{node.fields}
	if list, ok := node.fields["spans"].([]any); ok && len(list) > 0 {
		spans = list
	}
	var b strings.Builder
	for _, s := range spans {
		m, _ := s.(map[string]any)
		start, ok1 := whole(m["start"])
		end, ok2 := whole(m["end"])
		if !ok1 || !ok2 {
			return "", false
		}
		b.WriteString(c.points.slice(c.text, start, end))
	}
	return b.String(), true
}

func whole(v any) (int, bool) {
	n, ok := v.(json.Number)
	if !ok {
		return 0, false
	}
	i, err := strconv.Atoi(n.String())
	return i, err == nil
}

func squeeze(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || r >= 0x1c && r <= 0x1f {
			return -1
		}
		return r
	}, text)
}

// codePoints leads from code points to bytes.
type codePoints []int

// every is how many code points lie between two that are noted.
const every = 256

func newCodePoints(text string) codePoints {
	var p codePoints
	n := 0
	for i := range text {
		if n%every == 0 {
			p = append(p, i)
		}
		n++
	}
	return append(p, len(text), n)
}

// slice gives text[start:end] in code points; a negative offset counts from the end, one outside ends at the end.
func (p codePoints) slice(text string, start, end int) string {
	n := p[len(p)-1]
	start, end = clamp(start, n), clamp(end, n)
	if start >= end {
		return ""
	}
	return text[p.byteAt(text, start):p.byteAt(text, end)]
}

func clamp(i, n int) int {
	if i < 0 {
		i += n
	}
	return min(max(i, 0), n)
}

func (p codePoints) byteAt(text string, point int) int {
	if point >= p[len(p)-1] {
		return len(text)
	}
	at := p[point/every]
	for range point % every {
		_, size := utf8.DecodeRuneInString(text[at:])
		at += size
	}
	return at
}
