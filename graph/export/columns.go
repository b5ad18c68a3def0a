package export

import (
	"slices"
	"strconv"
	"strings"

	"jishi/schema"
)

// column is one column of the facts.
type column struct {
	Column
	number bool // in a workbook
	cell   func(d Data, f schema.Fact, r schema.FactRecord) string
}

// columns are those of the facts; what people have said of them has its own where the store has corrections,
// and so have the pages and paragraphs of files that have them.
func columns(d Data) []column {
	out := []column{
		{Column{"id", "id of the fact; stays when other entries come", "事实编号，增加其他条目时不变"}, false, func(_ Data, f schema.Fact, _ schema.FactRecord) string { return f.ID }},
		{Column{"date", "day, or its first day; as much of YYYY-MM-DD as is known", "日期或起始日，按所知精度"}, false, func(_ Data, f schema.Fact, _ schema.FactRecord) string { return f.Date.First.String() }},
		{Column{"until", "last day of a range", "时段的最后一日"}, false, func(_ Data, f schema.Fact, _ schema.FactRecord) string { return f.Date.Last.String() }},
		{Column{"date_basis", "where the date comes from: sentence, heading, none", "日期来源：sentence（句中）、heading（标题）、none（无）"}, false, func(_ Data, f schema.Fact, _ schema.FactRecord) string { return string(f.Date.Basis) }},
		{Column{"modality", "reported as done, or pledged, planned, requested, negated", "情态"}, false, func(d Data, f schema.Fact, _ schema.FactRecord) string { return d.term(f.Modality) }},
		{Column{"relation", "relation", "关系"}, false, func(d Data, f schema.Fact, _ schema.FactRecord) string { return d.term(f.Relation) }},
		{Column{"plover", "PLOVER code of the relation", "PLOVER 代码"}, false, func(d Data, f schema.Fact, _ schema.FactRecord) string { return relation(d, f).PLOVER }},
		{Column{"cameo", "CAMEO code of the relation", "CAMEO 代码"}, false, func(d Data, f schema.Fact, _ schema.FactRecord) string { return relation(d, f).CAMEO }},
		{Column{"subject_id", "id of who acts", "行为方的标识"}, false, func(_ Data, f schema.Fact, _ schema.FactRecord) string { return f.Subject.Entity }},
		{Column{"subject", "who acts", "行为方"}, false, func(_ Data, f schema.Fact, _ schema.FactRecord) string { return f.Subject.Name }},
		{Column{"subject_type", "entity type", "行为方类型"}, false, func(_ Data, f schema.Fact, _ schema.FactRecord) string { return f.Subject.Type }},
		{Column{"subject_on_behalf_of", "id of the country or organization for whose office a leader acts", "领导人所代表的国家或组织"}, false, func(_ Data, f schema.Fact, _ schema.FactRecord) string { return f.Subject.OnBehalfOf }},
		{Column{"object_id", "id of the other side; empty where the text does not say", "对象方的标识，文中未说则空"}, false, func(_ Data, f schema.Fact, _ schema.FactRecord) string { return f.Object.Entity }},
		{Column{"object", "the other side", "对象方"}, false, func(_ Data, f schema.Fact, _ schema.FactRecord) string { return f.Object.Name }},
		{Column{"object_type", "entity type", "对象方类型"}, false, func(_ Data, f schema.Fact, _ schema.FactRecord) string { return f.Object.Type }},
		{Column{"object_on_behalf_of", "as subject_on_behalf_of", "对象方为领导人时：其所代表的国家或组织"}, false, func(_ Data, f schema.Fact, _ schema.FactRecord) string { return f.Object.OnBehalfOf }},
		{Column{"items", "what is given, with quantity and unit", "所赠物资、数量、单位"}, false, func(_ Data, f schema.Fact, _ schema.FactRecord) string { return schema.ItemWords(f.Items) }},
		{Column{"attributes", "key=value,value;key=value", "其他属性"}, false, func(_ Data, f schema.Fact, _ schema.FactRecord) string { return schema.AttributeWords(f.Attributes) }},
		{Column{"said_id", "id of who said so", "说话人的标识"}, false, func(_ Data, f schema.Fact, _ schema.FactRecord) string { return f.Said.Entity }},
		{Column{"said", "who said so", "说话人"}, false, func(_ Data, f schema.Fact, _ schema.FactRecord) string { return f.Said.Name }},
		{Column{"event", "id of the event; the facts of one event share it", "事件编号，同一事件的事实共用"}, false, func(_ Data, f schema.Fact, _ schema.FactRecord) string { return f.Event }},
		{Column{"same_event", "id of the event's first telling, where this is a later one", "若为再次报道：首次报道的事件编号"}, false, func(_ Data, f schema.Fact, _ schema.FactRecord) string { return f.SameEvent }},
		{Column{"document", "document", "文献"}, false, func(_ Data, f schema.Fact, _ schema.FactRecord) string { return f.Doc }},
		{Column{"entry", "label of the entry", "条目标签"}, false, func(_ Data, f schema.Fact, _ schema.FactRecord) string { return f.Entry }},
		{Column{"start", "place of the sentence in the text, in characters from 0", "原句起点（字符，从 0 起）"}, true, func(_ Data, _ schema.Fact, r schema.FactRecord) string { return number(r.Evidence.Start) }},
		{Column{"end", "end of it, excluded", "原句终点（不含）"}, true, func(_ Data, _ schema.Fact, r schema.FactRecord) string { return number(r.Evidence.End) }},
		{Column{"spans", "place of each passage of the sentence", "各段引文的位置"}, false, func(_ Data, _ schema.Fact, r schema.FactRecord) string { return spans(r.Evidence) }},
		{Column{"sentence", "the words that say it, as they stand", "原文"}, false, func(d Data, f schema.Fact, _ schema.FactRecord) string {
			return schema.Passages(d.Texts[f.Doc], f.Evidence)
		}},
		{Column{"rule", "rule that read it", "所用规则"}, false, func(_ Data, f schema.Fact, _ schema.FactRecord) string { return f.Rule }},
		{Column{"subject_iso3", "ISO 3166-1 alpha-3 code of the country for which the subject counts at the date", "行为方当时计入的国家（ISO 3166-1 三位代码）"}, false, func(d Data, f schema.Fact, _ schema.FactRecord) string { return iso3(d, f.Subject, f.Date) }},
		{Column{"object_iso3", "the same of the object", "对象方当时计入的国家"}, false, func(d Data, f schema.Fact, _ schema.FactRecord) string { return iso3(d, f.Object, f.Date) }},
	}
	if len(d.Corrections) > 0 {
		out = append(out, correctionColumns()...)
	}
	return append(out, partColumns(d)...)
}

// partColumns say in which part of the file a sentence stands; there is one for each way in which the files are divided.
func partColumns(d Data) []column {
	in := func(unit string) func(Data, schema.Fact, schema.FactRecord) string {
		return func(_ Data, f schema.Fact, _ schema.FactRecord) string { return f.Part.In(unit) }
	}
	all := []column{
		{Column{schema.Page, "page of the file on which the sentence stands, counted from 1; 3-4 where it runs over", "原句所在页（从 1 起；跨页作 3-4）"}, true, in(schema.Page)},
		{Column{schema.Paragraph, "paragraph of the file's text, counted from 1, where the file has no pages", "无页码的文件：原句所在段落（从 1 起）"}, true, in(schema.Paragraph)},
	}
	units := d.Units()
	return slices.DeleteFunc(all, func(c column) bool { return !slices.Contains(units, c.Name) })
}

// Units are the ways in which the files of the facts are divided: pages, paragraphs.
func (d Data) Units() []string {
	var units []string
	for _, unit := range []string{schema.Page, schema.Paragraph} {
		if slices.ContainsFunc(d.Facts, func(f schema.Fact) bool { return f.Part.Unit == unit }) {
			units = append(units, unit)
		}
	}
	return units
}

// correctionColumns say what a person has said of a fact; they are empty where nobody has said anything.
func correctionColumns() []column {
	said := func(of func(c *schema.Correction) string) func(Data, schema.Fact, schema.FactRecord) string {
		return func(_ Data, f schema.Fact, _ schema.FactRecord) string {
			if f.Correction == nil {
				return ""
			}
			return of(f.Correction)
		}
	}
	return []column{
		{Column{"correction", "what a person has said of the fact: accept, amend, add", "人工更正：确认、修改、补充"}, false, said(func(c *schema.Correction) string { return c.Verdict })},
		{Column{"read_as", "the statement as it was read, where it is corrected", "更正前的读法"}, false, said(func(c *schema.Correction) string { return c.Read })},
		{Column{"correction_why", "the reason", "更正理由"}, false, said(func(c *schema.Correction) string { return c.Why })},
		{Column{"corrected_by", "who corrected it", "更正者"}, false, said(func(c *schema.Correction) string { return c.By })},
		{Column{"corrected_on", "the day of the correction", "更正日期"}, false, said(func(c *schema.Correction) string { return c.On.String() })},
	}
}

// corrections is a row each, the rejected facts' too, which stand nowhere else.
func corrections(d Data) Table {
	t := Table{Name: "corrections", Columns: []Column{{"verdict", "accept, reject, amend or add", "确认、否定、修改或补充"}, {"fact", "id of the fact", "事实编号"},
		{"read_as", "the statement as it was read", "更正前的读法"}, {"why", "the reason", "理由"}, {"by", "who corrected it", "更正者"},
		{"on", "the day of the correction", "更正日期"}, {"document", "document", "文献"}, {"sentence", "the words that it is about", "原文"}}}
	for _, c := range d.Corrections {
		t.Rows = append(t.Rows, []any{c.Verdict, c.Fact, c.Read, c.Why, c.By, c.On.String(), c.Doc, c.Sentence})
	}
	return t
}

// spans says where each passage of the sentence stands: 12-29 40-52.
func spans(e schema.EvidenceRecord) string {
	if len(e.Spans) == 0 && e.Start != nil {
		return number(e.Start) + "-" + number(e.End)
	}
	parts := make([]string, len(e.Spans))
	for i, s := range e.Spans {
		parts[i] = number(&s.Start) + "-" + number(&s.End)
	}
	return strings.Join(parts, " ")
}

func number(n *int) string {
	if n == nil {
		return ""
	}
	return strconv.Itoa(*n)
}

// iso3 is the code of the country for which a party counts.
func iso3(d Data, p schema.Party, on schema.Date) string {
	return d.Entities[schema.CountryOf(p, on.First, d.Entities)].ISO3
}

func relation(d Data, f schema.Fact) schema.Relation {
	if d.Ontology == nil {
		return schema.Relation{}
	}
	r, _ := d.Ontology.Relation(f.Relation)
	return r
}
