package lexicon

import (
	"strings"
	"unicode/utf8"

	"jishi/schema"
)

// shortForms reads what stands in brackets behind an organization's name as another name of it: 亚洲开发银行（亚行）.
func (p *parse) shortForms() {
	for i := 0; i+3 < len(p.nodes); i++ {
		if !p.nodes[i].is("organization") || len(p.nodes[i].m) != 1 || p.wordAt(i+1) != "（" || p.nodes[i+1].at.Start != p.nodes[i].at.End {
			continue
		}
		j := i + 2
		for j < len(p.nodes) && j < i+10 && p.nodes[j].word != "）" && p.nodes[j].pos != posPunct {
			j++
		}
		name := p.slice(i+2, j)
		m := p.nodes[i].m[0]
		if j >= len(p.nodes) || p.nodes[j].word != "）" || utf8.RuneCountInString(name) > 8 || !abbreviates(name, m.Name) {
			continue
		}
		if utf8.RuneCountInString(name) > 1 && len(p.lex.terms[name]) == 0 {
			p.ctx.Known[name] = m
		}
		p.merge(i, j+1, node{m: []schema.Mention{m}})
	}
}

// abbreviates reports whether a short form is made of characters of the long one, in its order, or of capitals alone: 亚行, ADB.
func abbreviates(short, long string) bool {
	if strings.Trim(short, "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789") == "" {
		return true
	}
	for _, r := range short {
		at := strings.IndexRune(long, r)
		if at < 0 {
			return false
		}
		long = long[at+utf8.RuneLen(r):]
	}
	return true
}

// papers reads newspapers by their title: 《每日观察报》, with the country before it.
func (p *parse) papers() {
	for i := 0; i < len(p.nodes); i++ {
		q := p.quoteBegin(i)
		if q < 0 || p.nodes[i].word != "》" || i-q < 2 {
			continue
		}
		name := p.slice(q+1, i)
		if !endsAny(name, "报", "周刊", "杂志", "邮报") {
			continue
		}
		first, country := q, ""
		if q > 0 && p.nodes[q-1].is("country") && len(p.nodes[q-1].m) == 1 && p.nodes[q-1].at.End == p.nodes[q].at.Start {
			first, country = q-1, p.nodes[q-1].m[0].Entity
		}
		m := schema.Mention{Type: "organization", Entity: unknownID(country, name), Name: name, Country: country, By: "organization",
			At: schema.Local{Start: p.nodes[first].at.Start, End: p.nodes[i].at.End}}
		p.merge(first, i+1, node{m: []schema.Mention{m}})
		i = first
	}
}
