package export

import (
	"cmp"
	"fmt"
	"slices"

	"jishi/schema"
)

// The stretches of time by which dyads are counted, and the sides that they join.
const (
	ByMonth   = "month"
	ByQuarter = "quarter"
	ByYear    = "year"

	ByActor   = "actor"   // each side as the text names it
	ByCountry = "country" // each side's country as of that date
)

// Units lists the stretches of time.
func Units() []string { return []string{ByMonth, ByQuarter, ByYear} }

// Left is how many facts a table leaves out, and why.
type Left struct {
	Why   string
	Facts int
}

// Dyads counts events between two sides, one row a stretch of time, pair, relation and modality. n counts events, one told
// twice once; facts counts tellings. The sides of a symmetric relation stand in the order of their codes, so that a pair is
// one row. An event that lasts counts where it begins. Offices are no events. What cannot be counted is told in left.
func Dyads(d Data, unit, by string) (t Table, left []Left) {
	t = Table{Name: "dyad-" + unit + "s", Columns: dyadColumns()}
	counts := map[dyad]*tally{}
	skipped := map[string]int{}
	for _, f := range d.Facts {
		if f.Event == "" {
			continue
		}
		key, why := pair(d, f, unit, by)
		if why != "" {
			skipped[why]++
			continue
		}
		if counts[key] == nil {
			counts[key] = &tally{events: map[string]bool{}}
		}
		counts[key].facts++
		counts[key].events[cmp.Or(f.SameEvent, f.Event)] = true
	}
	keys := make([]dyad, 0, len(counts))
	for k := range counts {
		keys = append(keys, k)
	}
	slices.SortFunc(keys, dyad.compare)
	for _, k := range keys {
		directed := "yes"
		if symmetric(d, k.relation) {
			directed = "no"
		}
		t.Rows = append(t.Rows, []any{k.period, k.a.id, k.a.iso3, "", k.a.label, k.b.id, k.b.iso3, "", k.b.label,
			d.term(k.relation), d.term(k.modality), directed, len(counts[k].events), counts[k].facts})
	}
	for _, why := range leavings() {
		if skipped[why] > 0 {
			left = append(left, Left{why, skipped[why]})
		}
	}
	return t, left
}

func dyadColumns() []Column {
	return []Column{
		{"period", "month, quarter or year in which the event begins", "事件开始的月、季或年"},
		{"source_id", "id of the side that acts", "行为方的标识"},
		{"source_iso3", "ISO 3166-1 alpha-3 code of the country for which it counts", "行为方计入的国家（ISO 3166-1 三位代码）"},
		{"source_cow", "Correlates of War code: empty, no table has it yet", "行为方的 COW 代码（暂无数据，留空）"},
		{"source", "its label", "行为方名称"},
		{"target_id", "id of the other side", "对象方的标识"},
		{"target_iso3", "ISO 3166-1 alpha-3 code of the country for which it counts", "对象方计入的国家（ISO 3166-1 三位代码）"},
		{"target_cow", "Correlates of War code: empty, no table has it yet", "对象方的 COW 代码（暂无数据，留空）"},
		{"target", "its label", "对象方名称"},
		{"relation", "relation", "关系"},
		{"modality", "modality: promises and deeds are rows of their own", "情态：承诺与已发生的行为分行"},
		{"directed", "no: between equals; the sides stand in the order of their codes", "no 表示双方对等，按代码排序"},
		{"n", "events; one told twice is one", "事件数；同一事件多次报道只计一次"},
		{"facts", "facts, which are tellings", "事实数（每次报道各计一次）"},
	}
}

// Why a fact is in no dyad.
const (
	noSide    = "the text names one side only, or the other is a meeting"
	noCountry = "one side counts for no country (an international body, a group)"
	oneSide   = "both sides count for the same country"
	noPeriod  = "the date is unknown, or too rough for the unit"
)

func leavings() []string { return []string{noSide, noCountry, oneSide, noPeriod} }

type dyad struct {
	period, relation, modality string
	a, b                       side
}

type side struct{ iso3, id, label string }

type tally struct {
	events map[string]bool
	facts  int
}

func (x dyad) compare(y dyad) int {
	return cmp.Or(cmp.Compare(x.period, y.period), x.a.compare(y.a), x.b.compare(y.b), cmp.Compare(x.relation, y.relation), cmp.Compare(x.modality, y.modality))
}

func (x side) compare(y side) int {
	return cmp.Or(cmp.Compare(x.iso3, y.iso3), cmp.Compare(x.id, y.id), cmp.Compare(x.label, y.label))
}

// pair says where a fact is counted, or why it is not.
func pair(d Data, f schema.Fact, unit, by string) (key dyad, why string) {
	if f.Subject.IsZero() || f.Object.IsZero() || f.Object.Type == "meeting" || f.Subject.Type == "meeting" {
		return key, noSide
	}
	a, b := sideOf(d, f.Subject, f.Date.First, by), sideOf(d, f.Object, f.Date.First, by)
	if by == ByCountry {
		if a.id == "" || b.id == "" {
			return key, noCountry
		}
		if a.id == b.id {
			return key, oneSide
		}
	}
	period := periodOf(f.Date.First, unit)
	if period == "" {
		return key, noPeriod
	}
	if symmetric(d, f.Relation) && a.compare(b) > 0 {
		a, b = b, a
	}
	return dyad{period: period, relation: f.Relation, modality: f.Modality, a: a, b: b}, ""
}

func symmetric(d Data, id string) bool {
	r, _ := d.Ontology.Relation(id)
	return r.Symmetric
}

func sideOf(d Data, p schema.Party, on schema.Day, by string) side {
	country := schema.CountryOf(p, on, d.Entities)
	s := side{iso3: d.Entities[country].ISO3, id: p.Entity, label: p.Name}
	if by == ByCountry {
		s.id, s.label = country, ""
	}
	if e, ok := d.Entities[s.id]; ok {
		s.label = cmp.Or(d.label(e), s.label)
	}
	return s
}

// periodOf names the stretch of time of a day: 2020-03, 2020-Q1 or 2020; "" when the day is not known well enough.
func periodOf(day schema.Day, unit string) string {
	switch {
	case day.Year == 0 || unit != ByYear && day.Month == 0:
		return ""
	case unit == ByMonth:
		return fmt.Sprintf("%04d-%02d", day.Year, day.Month)
	case unit == ByQuarter:
		return fmt.Sprintf("%04d-Q%d", day.Year, (day.Month+2)/3)
	}
	return fmt.Sprintf("%04d", day.Year)
}
