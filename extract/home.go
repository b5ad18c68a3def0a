package extract

import (
	"jishi/extract/lexicon"
	"jishi/schema"
)

// home is whose document it is, by its title: 阿曼外交部大事记 is of Oman, 太平洋岛国论坛秘书处大事记 of the forum.
type home struct {
	schema.Mention          // the first country or organization of the title
	countries      []string // ids of the countries that the title names
}

// homeOf reads the title of a document. It is nil where the title names nobody.
func (x *Extractor) homeOf(doc *schema.Document) *home {
	if doc.Title == "" {
		return nil
	}
	var h *home
	for _, t := range x.lexicon.Parse(doc.Title, nil, lexicon.NewContext(schema.Day{})) {
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
	return h
}

// office is whose office a title without a holder is in this document: that of the country, or of the organization that no
// country has.
func (r *reading) office() *schema.Mention {
	if r.home == nil {
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
