package export

import (
	"cmp"
	"slices"
	"strings"

	"jishi/schema"
)

func actorColumns() []Column {
	return []Column{
		{"id", "id, as in the facts", "标识，与事实表一致"},
		{"type", "entity type", "类型"},
		{"name", "Chinese name", "中文名"},
		{"english", "English name, where a table has it", "英文名（词表收录者）"},
		{"aliases", "other names", "别名"},
		{"country", "id of its country", "所属国家的标识"},
		{"iso3", "ISO 3166-1 alpha-3 code of that country", "所属国家的 ISO 3166-1 三位代码"},
		{"cow", "Correlates of War code: empty, no table has it yet", "COW 代码（暂无数据，留空）"},
		{"wikidata", "Wikidata id, from a table", "Wikidata 编号"},
		{"offices", "offices: whose, title, term or days of mention", "职务：所属、职衔、任期或见报时段"},
		{"as_subject", "facts in which it acts", "作为行为方的事实数"},
		{"as_object", "facts in which it is the other side", "作为对象方的事实数"},
	}
}

// actors is one row an entity that is a side of a fact, by type and id.
func actors(d Data) Table {
	t := Table{Name: "actors", Columns: actorColumns()}
	acts, meets := map[string]int{}, map[string]int{}
	ids := map[string]schema.Entity{}
	for _, f := range d.Facts {
		acts[f.Subject.Entity]++
		meets[f.Object.Entity]++
		for _, p := range [...]schema.Party{f.Subject, f.Object} {
			e := d.Entities[p.Entity]
			ids[p.Entity] = schema.Entity{ID: p.Entity, Type: cmp.Or(e.Type, p.Type)}
		}
	}
	delete(ids, "") // a party without identity has only its name
	list := make([]schema.Entity, 0, len(ids))
	for _, e := range ids {
		list = append(list, e)
	}
	slices.SortFunc(list, func(a, b schema.Entity) int { return cmp.Or(cmp.Compare(a.Type, b.Type), cmp.Compare(a.ID, b.ID)) })
	for _, x := range list {
		e := d.Entities[x.ID]
		country := e.Country
		if x.Type == "country" {
			country = x.ID
		}
		t.Rows = append(t.Rows, []any{x.ID, x.Type, e.Name, e.English, strings.Join(e.Aliases, "; "), country, d.Entities[country].ISO3, "",
			e.Wikidata, offices(d, e), acts[x.ID], meets[x.ID]})
	}
	return t
}

// offices is what somebody holds: 挪威 首相 (2017–2019); 挪威 议员 (seen 2012-05-01).
func offices(d Data, e schema.Entity) string {
	var parts []string
	for _, o := range e.Offices {
		of := d.Entities[o.Of]
		words := strings.TrimSpace(cmp.Or(of.Name, of.English, o.Of) + " " + o.Title)
		switch {
		case !o.Since.IsZero() || !o.Until.IsZero():
			words += " (" + o.Since.String() + "–" + o.Until.String() + ")"
		case o.Seen[0].IsZero():
		case o.Seen[0] == o.Seen[1]:
			words += " (seen " + o.Seen[0].String() + ")"
		default:
			words += " (seen " + o.Seen[0].String() + "–" + o.Seen[1].String() + ")"
		}
		parts = append(parts, words)
	}
	return strings.Join(parts, "; ")
}
