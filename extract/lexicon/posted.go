package lexicon

import (
	"slices"

	"jishi/schema"
)

// posted finds where the office at o is held, if abroad: the ids of the countries, and the node of the word that says so:
// 驻汤加大使, 驻汤加和斐济临时代办. Without such a word it is o.
func (p *parse) posted(o int) (first int, hosts []string) {
	k := o
	for k > 0 && k > o-3 && p.plain(k-1) && p.nodes[k-1].at.End == p.nodes[k].at.Start {
		k--
	}
	for k > 0 && p.nodes[k-1].is("country", schema.TypeRefer) && len(p.nodes[k-1].m) == 1 {
		k--
		if m := &p.nodes[k].m[0]; m.Type == "country" {
			hosts = append(hosts, m.Entity)
		}
		switch p.wordAt(k - 1) {
		case "驻", "常驻":
			slices.Reverse(hosts)
			return k - 1, hosts
		case "、", "和", "及", "以及", "与":
			k--
		default:
			return o, nil
		}
	}
	return o, nil
}
