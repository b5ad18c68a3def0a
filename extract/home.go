package extract

import (
	"strings"

	"jishi/extract/lexicon"
	"jishi/schema"
)

// home is whose document it is, by its title: 阿曼外交部大事记 is of Oman, 太平洋岛国论坛秘书处大事记 of the forum.
type home struct {
	schema.Mention          // the first country or organization of the title
	countries      []string // ids of the countries that the title names
	own            bool     // it is a paper of that country, by the title's words
}

// homeOf reads the title of a document. It is nil where the title names nobody.
func (x *Extractor) homeOf(doc *schema.Document) *home {
	if doc.Title == "" {
		return nil
	}
	var h *home
	parts := []string{doc.Title}
	if at := strings.Index(doc.Title, "驻"); at >= 0 { // 中国驻科摩罗大使馆: of both
		parts = append(parts, doc.Title[at+len("驻"):])
	}
	for _, part := range parts {
		for _, t := range x.lexicon.Parse(part, nil, lexicon.NewContext(schema.Day{})) {
			for _, m := range t.Mentions {
				if m.Type != "country" && m.Type != "organization" {
					continue
				}
				if h == nil {
					h = &home{Mention: m}
				}
				if m.Country != "" {
					h.countries = append(h.countries, m.Country)
				}
			}
		}
	}
	for _, w := range x.rules.Cues.Words("paper") {
		if h != nil && strings.Contains(doc.Title, w) {
			h.own = true
		}
	}
	return h
}

// whose is the organization whose document it is, or the state whose own paper.
func (h *home) whose() schema.Mention {
	if h.Type == "country" && !h.own {
		return schema.Mention{}
	}
	return h.Mention
}

// short is the last word of an organization's name by which its own papers call it (联合会), or empty.
func (h *home) short() string {
	for _, w := range []string{"联合会", "委员会", "基金会", "理事会", "联盟", "协会", "红十字会", "红新月会", "秘书处", "银行", "共同体", "总署"} {
		if h.Type == "organization" && h.Name != w && strings.HasSuffix(h.Name, w) {
			return w
		}
	}
	return ""
}

func endsIn(s string, ends ...string) bool {
	for _, e := range ends {
		if strings.HasSuffix(s, e) {
			return true
		}
	}
	return false
}

// writers is the country of those who write the document: of the state whose white paper or chronicle it is by its title, else
// that of the press.
func (r *reading) writers() string {
	if r.home != nil && r.home.own && r.home.Country != "" {
		return r.home.Country
	}
	return schema.Home
}

// office is whose office a title without a holder is in this document: that of the country, or of the organization that no
// country has.
func (r *reading) office(title string) *schema.Mention {
	if r.home == nil || !endsIn(title, "秘书长", "总干事", "副秘书长", "主席", "总裁", "行长") && r.home.Country == "" ||
		r.home.Country != "" && !endsIn(title, "长", "大臣", "总统", "总理", "首相", "大使", "参赞", "代办", "领事", "武官", "发言人") || endsIn(title, "院长", "队长", "会长", "校长", "站长", "社长", "团长") {
		return nil
	}
	if r.home.Country == "" {
		m := r.home.Mention
		m.At, m.By = schema.Local{}, "title of the document"
		return &m
	}
	if found := r.country(r.home.Country); found != nil {
		return &found[0]
	}
	return nil
}
