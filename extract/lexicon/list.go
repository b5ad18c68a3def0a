package lexicon

import "jishi/schema"

// findLists joins parties of a row, or things of a row, to one token: A、B和C, A、B等16国以及D, 包括A在内的B.
func findLists(p *parse) {
	for i := 0; i < len(p.nodes); i++ {
		if p.wordAt(i) == "包括" || p.wordAt(i) == "含" {
			p.including(i)
		}
	}
	for i := 0; i < len(p.nodes); i++ {
		if !p.listable(i) {
			continue
		}
		for p.join(i) {
		}
	}
}

func (p *parse) listable(i int) bool {
	return p.nodes[i].is("leader", "country", "organization", "group", "team", "supply", "place", "meeting") ||
		p.nodes[i].is(schema.TypeRefer) && p.nodes[i].m[0].Refer.Kind == schema.ReferSide
}

func isActor(n *node) bool {
	return n.is("leader", "country", "organization", "group", "team") || n.is(schema.TypeRefer) && n.m[0].Refer.Kind == schema.ReferSide
}

// join extends the list at i by what follows it, if that belongs to it.
func (p *parse) join(i int) bool {
	w := p.wordAt(i + 1)
	j := i + 2
	if w == "等" {
		p.nodes[i].partial = true
		if i+2 < len(p.nodes) && p.nodes[i+2].is("group") && len(p.nodes[i].m) > 0 && isActor(&p.nodes[i]) { // 等16国: the number sums the list up
			members, of := p.nodes[i].m, p.nodes[i+2].m[0]
			members[0].Among = of.Name
			p.merge(i, i+3, node{m: members, partial: true})
			return true
		}
		w2 := p.wordAt(i + 2)
		if w2 != "和" && w2 != "及" && w2 != "以及" && w2 != "、" {
			if p.nodes[i].is("supply") && i+2 < len(p.nodes) && p.nodes[i+2].is("supply") { // 口罩等医疗物资
				p.merge(i, i+3, node{m: append(p.nodes[i].m, p.nodes[i+2].m...)})
				return true
			}
			return false
		}
		w, j = w2, i+3
	}
	if w == "，" && (p.wordAt(i+2) == "以及" || p.wordAt(i+2) == "和" && p.nodes[i].is("supply")) {
		w, j = "以及", i+3
	}
	switch w {
	case "、", "及", "以及", "或", "或者":
	case "和":
	case "与":
		if !p.nodes[i].is("supply") && len(p.nodes[i].m) < 2 {
			return false
		}
	default:
		return false
	}
	if j >= len(p.nodes) || !p.listable(j) || !p.sameSort(i, j) {
		return false
	}
	m := append(p.nodes[i].m, p.nodes[j].m...) // a node's mentions are its own
	partial := p.nodes[i].partial || p.nodes[j].partial
	p.merge(i, j+1, node{m: m, partial: partial})
	return true
}

// sameSort reports whether two nodes can stand in one list: both act, or both are of one type.
func (p *parse) sameSort(i, j int) bool {
	a, b := &p.nodes[i], &p.nodes[j]
	if a.is("supply", "place", "meeting") || b.is("supply", "place", "meeting") {
		return a.m[0].Type == b.m[0].Type
	}
	return isActor(a) && isActor(b)
}

// including reads 包括A、B在内的C at i: the named ones and the group, as one list.
func (p *parse) including(i int) {
	j := i + 1
	if j >= len(p.nodes) || !p.listable(j) {
		return
	}
	for p.join(j) {
	}
	if p.wordAt(j+1) != "在内" || p.wordAt(j+2) != "的" {
		return
	}
	m := append([]schema.Mention(nil), p.nodes[j].m...)
	end := j + 3
	if end < len(p.nodes) && p.listable(end) {
		m = append(m, p.nodes[end].m...)
		end++
	}
	p.merge(i, end, node{m: m})
}
