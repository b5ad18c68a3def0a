package extract

import (
	"slices"
	"strings"

	"jishi/extract/pattern"
	"jishi/extract/rule"
	"jishi/schema"
)

// attributes gathers what the text says beyond the parties.
func (r *reading) attributes(d *draft, subject, object actor) []schema.Attribute {
	var out []schema.Attribute
	for key, value := range d.Rule.Set {
		if value == "@" {
			value = d.s.tokens[d.Trigger].Word
		}
		out = setAttribute(out, key, value)
	}
	for _, b := range d.Match.Bindings {
		out = d.bound(out, b)
	}
	out = d.when(out)
	out = setAttribute(out, "place", d.city(object))
	if object.Type == "group" && object.Amount.Value != "" {
		out = setAttribute(out, "count", object.Amount.Value)
	}
	for _, m := range d.Mentions("team", d.s.tokens) {
		out = r.teamAttributes(d, out, m)
	}
	if d.Rule.Items {
		out = setAttribute(out, "batch", d.goodsBatch())
	}
	out = r.where(d, out, subject)
	if w := r.heldAt(d); w.place != "" && !slices.ContainsFunc(out, func(a schema.Attribute) bool { return a.Key == "place" || a.Key == "from" }) {
		out = setAttribute(out, "place", w.place)
	}
	out = d.until(out, r.date(d))
	if title := d.title(); d.Rule.Verbal && title != "" {
		out = setAttribute(out, "title", title)
	}
	if value := d.value(); value != "" && len(r.itemsOf(d)) > 0 && d.Token("sum") < 0 {
		out = setAttribute(out, "value", value)
	}
	return out
}

// bound records the words and mentions that the pattern keeps under names of its own.
func (d *draft) bound(out []schema.Attribute, b pattern.Binding) []schema.Attribute {
	t := d.s.tokens[b.Token]
	switch b.Role {
	case "subject", "object", "both", "items", "team", "sum", "with", "date":
		return out
	}
	if b.Word {
		return setAttribute(out, b.Role, t.Word)
	}
	var names []string
	for _, m := range t.Mentions {
		names = append(names, m.Name)
	}
	return setAttribute(out, b.Role, names...)
}

// when sets the attributes that a word of the trigger's clause, or of the next, gives.
func (d *draft) when(out []schema.Attribute) []schema.Attribute {
	end := d.s.clauses[min(d.clause+1, len(d.s.clauses)-1)].End
	for i := d.s.clauses[d.clause].Start; i < end; i++ {
		if len(d.s.tokens[i].Mentions) > 0 {
			continue
		}
		if pair := d.Rule.When[d.s.tokens[i].Word]; pair != "" {
			key, value, _ := strings.Cut(pair, "=")
			out = setAttribute(out, key, value)
		}
	}
	return out
}

func (r *reading) teamAttributes(d *draft, out []schema.Attribute, m schema.Mention) []schema.Attribute {
	out = setAttribute(out, "team", m.Name)
	out = setAttribute(out, "batch", m.Batch)
	count := m.Amount.Value
	if count == "" {
		count = d.persons(m)
	}
	return setAttribute(out, "count", count)
}

// persons is the number of persons that stands before a team in its clause (由15名医生组成的医疗队) or behind it (一行12人).
func (d *draft) persons(team schema.Mention) string {
	at := -1
	for i, t := range d.s.tokens {
		if len(t.Mentions) > 0 && t.Mentions[0].At == team.At {
			at = i
		}
	}
	if at < 0 {
		return ""
	}
	clause := d.s.clauses[rule.ClauseOf(d.s.clauses, at)]
	found := d.s.composed(at)
	for i := max(clause.Start, d.Match.Start); i < min(clause.End, at+7); i++ {
		if i > at+3 && d.text(i-1) != "共" && d.text(i-1) != "一行" {
			continue
		}
		for _, m := range d.s.tokens[i].Mentions {
			if m.Type == schema.TypeAmount && (m.Amount.Unit == "名" || m.Amount.Unit == "人" || m.Amount.Unit == "位") && m.Amount.Value != "" {
				found = m.Amount.Value
			}
		}
	}
	return found
}

// composed is the number of persons of whom the team at token i is made by the words before it, 由53名队员组成的, or empty.
func (s *sentence) composed(i int) string {
	if i < 2 || s.tokens[i-1].Word != "的" || s.tokens[i-2].Word != "组成" {
		return ""
	}
	for k := i - 3; k >= 0 && k >= i-9 && s.tokens[k].Word != "由"; k-- {
		for _, m := range s.tokens[k].Mentions {
			if n := m.Amount; n.Value != "" && (m.Type == "team" || n.Unit == "名" || n.Unit == "人" || n.Unit == "位") {
				return n.Value
			}
		}
	}
	return ""
}

// where sets the place: the one in the match, else 在 and a place before the trigger. Whoever attends from his own country
// took part from there.
func (r *reading) where(d *draft, out []schema.Attribute, subject actor) []schema.Attribute {
	clause := d.s.clauses[d.clause]
	start := min(clause.Start, d.Match.Start)
	for i := max(clause.End, d.Match.End) - 1; i > start; i-- {
		t := d.s.tokens[i]
		if len(t.Mentions) == 0 || t.Mentions[0].Type != "place" {
			continue
		}
		if i < d.Trigger && d.Token("subject") > d.Trigger { // 在北京会见出席论坛的客人: he does not attend in 北京
			break
		}
		if w := d.s.tokens[i-1].Word; w != "在" && w != "于" && !(i > 1 && d.s.tokens[i-2].Word == "在") {
			continue
		}
		if r.ofAnother(d, i) {
			continue
		}
		place := t.Mentions[0]
		if i < d.Trigger && d.Rule.Remote && place.Country != "" && place.Country == subject.Country {
			return setAttribute(out, "from", place.Name)
		}
		if slices.ContainsFunc(out, func(a schema.Attribute) bool { return a.Key == "place" }) {
			continue
		}
		out = setAttribute(out, "place", place.Name)
	}
	if at := d.setting(); at >= 0 && d.relation.Dialogue && !slices.ContainsFunc(out, func(a schema.Attribute) bool { return a.Key == "place" }) {
		out = setAttribute(out, "place", d.s.tokens[at].Mentions[0].Name)
	}
	return out
}

// setting is the place that a clause of its own, just before the trigger's, names: 在利马，总统会见了…; -1 where there is none.
func (d *draft) setting() int {
	if d.clause == 0 {
		return -1
	}
	c := d.s.clauses[d.clause-1]
	if c.End-c.Start != 2 || d.s.tokens[c.Start].Word != "在" {
		return -1
	}
	if m := d.s.tokens[c.Start+1].Mentions; len(m) != 1 || m[0].Type != "place" {
		return -1
	}
	return c.Start + 1
}

// ofAnother reports whether the place at i is where something else is done than a visit: what is held there, before the visit
// is named (在人民大会堂举行仪式欢迎他访华) or behind it (访问该国并出席在果阿举行的峰会).
func (r *reading) ofAnother(d *draft, i int) bool {
	if !d.relation.Journey {
		return false
	}
	from, to := i+1, d.Trigger
	if i > d.Trigger {
		from, to = d.Trigger+1, i
	}
	for k := from; k < to; k++ {
		if w := d.s.tokens[k]; len(w.Mentions) == 0 && r.x.rules.Cues.Has(w.Word, "verb") && w.Word != "进行" {
			return true
		}
	}
	return false
}

// until is the last day of a fact whose date is a range of days, or begins one that the sentence names.
func (d *draft) until(out []schema.Attribute, date schema.Date) []schema.Attribute {
	if d.Rule.Always != "" { // what is fixed to have happened does not last as long as what it leads to
		return out
	}
	if date.Last.Day > 0 {
		return setAttribute(out, "until", date.Last.String())
	}
	for _, t := range d.s.tokens {
		for _, m := range t.Mentions {
			if m.Type == schema.TypeDate && m.Time != nil && m.Time.Last.Day > 0 && m.Time.First == date.First && m.Time.Last != m.Time.First {
				return setAttribute(out, "until", m.Time.Last.String())
			}
		}
	}
	return out
}

// title is what stands in 《》 behind the trigger of a speech.
func (d *draft) title() string {
	if !d.relation.Meeting {
		return ""
	}
	rest := d.s.Text[d.s.tokens[d.Trigger].At.Start:]
	_, rest, ok := strings.Cut(rest, "《")
	title, after, ok2 := strings.Cut(rest, "》")
	if !ok || !ok2 || !strings.HasPrefix(strings.TrimPrefix(after, "的"), "重要讲话") && !strings.Contains(firstClause(after), "讲话") && !strings.Contains(firstClause(after), "演讲") && !strings.Contains(firstClause(after), "致辞") && !strings.Contains(firstClause(after), "发言") {
		return ""
	}
	return title
}

func firstClause(s string) string {
	if i := strings.IndexAny(s, "，。；"); i >= 0 {
		return s[:i]
	}
	return s
}
