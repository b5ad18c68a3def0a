package lexicon

import (
	"strings"
)

// reach is how many bytes a name's modifiers may take up: 24 characters.
const reach = 72

// headAt is the head that the node is, of a type, or nil. A gazetteer's name that ends in a head is none.
func (p *parse) headAt(i int, typ string) *head {
	for _, t := range p.nodes[i].terms {
		if t.kind == isHead && t.head.Type == typ && !p.nodes[i].named() {
			return t.head
		}
	}
	return nil
}

// begin walks left from a head over what may stand inside a name of its kind and gives the first node of the name.
func (p *parse) begin(i int, inside func(j int) bool) int {
	j := i
	for j > 0 && p.nodes[i].at.Start-p.nodes[j-1].at.Start <= reach && inside(j-1) {
		j--
	}
	return j
}

// plain reports whether a node is a word that may stand inside a name.
func (p *parse) plain(j int) bool {
	switch p.nodes[j].pos {
	case posUnknown, posNoun, posBoth:
		return !p.nodes[j].named() && (p.nodes[j].term(isOffice) == nil || p.nodes[j].pos != posUnknown)
	}
	return false
}

// between reports whether node j joins two plain words: 卫生与公众服务部.
func (p *parse) between(j int) bool {
	switch p.wordAt(j) {
	case "、":
		return j > 0 && j+1 < len(p.nodes) && p.plain(j-1) && p.nodes[j-1].pos != posUnknown && p.plain(j+1) // no end of a person's name
	case "与", "和", "及":
		return j > 0 && j+1 < len(p.nodes) && p.plain(j-1) && (p.plain(j+1) || p.nodes[j+1].term(isOffice) != nil && !p.nodes[j+1].named())
	}
	return false
}

// quoteBegin is the node of the opening mark when j closes a quotation of at most 24 characters, else -1.
func (p *parse) quoteBegin(j int) int {
	if p.nodes[j].word != "”" && p.nodes[j].word != "》" {
		return -1
	}
	for k := j - 1; k >= 0 && p.nodes[j].at.Start-p.nodes[k].at.Start <= reach; k-- {
		if p.nodes[k].word == "“" || p.nodes[k].word == "《" {
			return k
		}
	}
	return -1
}

// trimLeft drops words at the begin of nodes[j:i] that no name begins with.
func (p *parse) trimLeft(j, i int) int {
	for j < i && !p.nodes[j].named() && (p.between(j) || p.nodes[j].word == "、" || p.nodes[j].word == "暨" || strings.Contains("其该此各本", p.nodes[j].word)) {
		j++
	}
	return j
}
