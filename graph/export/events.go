package export

import (
	"cmp"
	"slices"
	"strings"

	"jishi/schema"
)

func eventColumns() []Column {
	return []Column{
		{"event", "id of the event, of its first telling", "事件编号（首次报道）"},
		{"date", "day, or its first day; as much as is known", "日期或起始日"},
		{"until", "last day of a range", "时段的最后一日"},
		{"relations", "relations of its facts", "所含关系"},
		{"modalities", "their modalities", "所含情态"},
		{"subjects", "who acted", "行为方"},
		{"subject_iso3", "codes of their countries", "行为方计入的国家"},
		{"objects", "towards whom", "对象方"},
		{"object_iso3", "codes of their countries", "对象方计入的国家"},
		{"items", "what was given", "所赠物资"},
		{"place", "where", "地点"},
		{"facts", "number of facts", "事实数"},
		{"tellings", "entries that tell it", "报道该事件的条目数"},
		{"documents", "documents that tell it", "报道该事件的文献"},
		{"entry", "entry that tells it first", "首次报道的条目"},
		{"sentence", "words that tell it first", "首次报道的原文"},
	}
}

// events is one row an event: what two texts tell is one. Rows stand in the order in which the store first tells of them;
// several values of a cell are joined by "; ".
func events(d Data) Table {
	t := Table{Name: "events", Columns: eventColumns()}
	told := map[string][]schema.Fact{}
	var order []string
	for _, f := range d.Facts {
		if f.Event == "" {
			continue
		}
		id := cmp.Or(f.SameEvent, f.Event)
		if told[id] == nil {
			order = append(order, id)
		}
		told[id] = append(told[id], f)
	}
	for _, id := range order {
		t.Rows = append(t.Rows, eventRow(d, id, told[id]))
	}
	return t
}

func eventRow(d Data, id string, facts []schema.Fact) []any {
	first := facts[0] // the telling under whose id the event goes, where it is among the facts
	if i := slices.IndexFunc(facts, func(f schema.Fact) bool { return f.Event == id }); i >= 0 {
		first = facts[i]
	}
	entries := all(facts, func(f schema.Fact) string { return f.Doc + "\x00" + f.EntryHash })
	return []any{id, first.Date.First.String(), first.Date.Last.String(),
		joined(facts, func(f schema.Fact) string { return d.term(f.Relation) }),
		joined(facts, func(f schema.Fact) string { return d.term(f.Modality) }),
		joined(facts, func(f schema.Fact) string { return f.Subject.Name }),
		joined(facts, func(f schema.Fact) string { return iso3(d, f.Subject, f.Date) }),
		joined(facts, func(f schema.Fact) string { return f.Object.Name }),
		joined(facts, func(f schema.Fact) string { return iso3(d, f.Object, f.Date) }),
		joined(facts, func(f schema.Fact) string { return schema.ItemWords(f.Items) }),
		joined(facts, func(f schema.Fact) string { return strings.Join(f.Attribute("place"), ", ") }),
		len(facts), len(entries),
		joined(facts, func(f schema.Fact) string { return f.Doc }),
		first.Entry, schema.Passages(d.Texts[first.Doc], first.Evidence)}
}

// all is what facts have, each once, in their order; nothing is left out.
func all(facts []schema.Fact, of func(schema.Fact) string) []string {
	var out []string
	for _, f := range facts {
		if v := of(f); v != "" && !slices.Contains(out, v) {
			out = append(out, v)
		}
	}
	return out
}

func joined(facts []schema.Fact, of func(schema.Fact) string) string {
	return strings.Join(all(facts, of), "; ")
}
