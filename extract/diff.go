package extract

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"jishi/schema"
)

// Telling is the facts of some documents, with their decoded texts by document.
type Telling struct {
	Facts []schema.Fact
	Texts map[string]string
}

// Difference is a fact that only one of two tellings has, or that both have but not alike.
type Difference struct {
	Kind    string // gained, lost or changed
	A, B    *schema.Fact
	Changes []Change // of a changed fact, sorted by field
	Words   string   // the evidence: of B, where it has the fact
}

// Change is a field of a fact in which two tellings differ. Field is modality, date, until, items, evidence, said, subject,
// object (their names), subject.onBehalfOf, object.onBehalfOf, or the key of an attribute. A field that is not there is "".
type Change struct {
	Field string `json:"field"`
	Old   string `json:"old"`
	New   string `json:"new"`
}

// The kinds of difference.
const (
	Gained  = "gained"
	Lost    = "lost"
	Changed = "changed"
)

// Diff compares what two tellings say, fact by fact, and counts the facts that are alike. A fact of A and one of B are the
// same statement when they stand in one document and have the same relation, the same parties (either way round where o says
// that the relation is symmetric) and evidence of the same words, or one's within the other's where the entry is the same.
// The rule that read a fact is not compared, nor are ids and places, which move with the text.
func Diff(a, b Telling, o *schema.Ontology) (differences []Difference, alike int) {
	d := differ{a: a, b: b, symmetric: map[string]bool{}}
	for _, r := range o.Relations {
		d.symmetric[r.ID] = r.Symmetric
	}
	groups := map[statement]*[2][]*schema.Fact{}
	for side, t := range []Telling{a, b} {
		for i := range t.Facts {
			key := d.statement(&t.Facts[i])
			if groups[key] == nil {
				groups[key] = &[2][]*schema.Fact{}
			}
			groups[key][side] = append(groups[key][side], &t.Facts[i])
		}
	}
	for _, g := range groups {
		d.pair(g[0], g[1])
	}
	slices.SortFunc(d.out, Difference.compare)
	return d.out, d.alike
}

// statement is what two facts have in common that can be the same one.
type statement struct{ doc, relation, one, other string }

type differ struct {
	a, b      Telling
	symmetric map[string]bool
	out       []Difference
	alike     int
}

func (d *differ) statement(f *schema.Fact) statement {
	one, other := partyKey(f.Subject), partyKey(f.Object)
	if d.symmetric[f.Relation] && other < one {
		one, other = other, one
	}
	return statement{f.Doc, f.Relation, one, other}
}

// partyKey is a party's identity, else its name.
func partyKey(p schema.Party) string { return cmp.Or(p.Entity, "\x00"+p.Name) }

// pair finds for each fact of A its like among those of B: first one of the same id, then by its words.
func (d *differ) pair(as, bs []*schema.Fact) {
	for _, same := range []func(a, b *schema.Fact) bool{
		func(a, b *schema.Fact) bool { return a.ID == b.ID },
		func(a, b *schema.Fact) bool { return a.EntryHash == b.EntryHash && d.quoteA(a) == d.quoteB(b) },
		func(a, b *schema.Fact) bool { return a.EntryHash == b.EntryHash && within(d.quoteA(a), d.quoteB(b)) },
		func(a, b *schema.Fact) bool { return d.quoteA(a) == d.quoteB(b) },
	} {
		as = slices.DeleteFunc(slices.Clone(as), func(a *schema.Fact) bool {
			i := slices.IndexFunc(bs, func(b *schema.Fact) bool { return same(a, b) })
			if i < 0 {
				return false
			}
			d.compare(a, bs[i])
			bs = slices.Delete(slices.Clone(bs), i, i+1)
			return true
		})
	}
	for _, a := range as {
		d.out = append(d.out, Difference{Kind: Lost, A: a, Words: d.quoteA(a)})
	}
	for _, b := range bs {
		d.out = append(d.out, Difference{Kind: Gained, B: b, Words: d.quoteB(b)})
	}
}

func (d *differ) quoteA(f *schema.Fact) string { return schema.Passages(d.a.Texts[f.Doc], f.Evidence) }

func (d *differ) quoteB(f *schema.Fact) string { return schema.Passages(d.b.Texts[f.Doc], f.Evidence) }

func within(a, b string) bool { return strings.Contains(a, b) || strings.Contains(b, a) }

// compare tells two tellings of one statement apart.
func (d *differ) compare(a, b *schema.Fact) {
	old, now := fields(a, d.quoteA(a)), fields(b, d.quoteB(b))
	if d.symmetric[a.Relation] && partyKey(a.Subject) == partyKey(b.Object) && partyKey(a.Subject) != partyKey(b.Subject) {
		old["subject"], old["object"] = old["object"], old["subject"]
		old["subject.onBehalfOf"], old["object.onBehalfOf"] = old["object.onBehalfOf"], old["subject.onBehalfOf"]
	}
	var changes []Change
	keys := maps.Clone(old)
	maps.Copy(keys, now)
	for _, key := range slices.Sorted(maps.Keys(keys)) {
		if old[key] != now[key] {
			changes = append(changes, Change{key, old[key], now[key]})
		}
	}
	if len(changes) == 0 {
		d.alike++
		return
	}
	d.out = append(d.out, Difference{Kind: Changed, A: a, B: b, Changes: changes, Words: d.quoteB(b)})
}

// fields are what is compared of a fact.
func fields(f *schema.Fact, words string) map[string]string {
	out := map[string]string{}
	for _, a := range f.Attributes {
		out[a.Key] = strings.Join(a.Values, ",")
	}
	for key, value := range map[string]string{
		"modality": f.Modality, "date": f.Date.First.String(), "until": cmp.Or(out["until"], f.Date.Last.String()),
		"items": schema.ItemWords(f.Items), "said": f.Said.Name, "evidence": words,
		"subject": f.Subject.Name, "object": f.Object.Name,
		"subject.onBehalfOf": f.Subject.OnBehalfOf, "object.onBehalfOf": f.Object.OnBehalfOf,
	} {
		out[key] = value
	}
	return out
}

// Fact is the fact as it is now, or was.
func (d Difference) Fact() *schema.Fact {
	if d.B != nil {
		return d.B
	}
	return d.A
}

// compare puts differences in the order of documents and of places in them.
func (d Difference) compare(e Difference) int {
	f, g := d.Fact(), e.Fact()
	return cmp.Or(cmp.Compare(f.Doc, g.Doc), cmp.Compare(begin(f), begin(g)), -cmp.Compare(d.Kind, e.Kind),
		cmp.Compare(f.Relation, g.Relation), cmp.Compare(f.Subject.Name, g.Subject.Name), cmp.Compare(f.Object.Name, g.Object.Name), cmp.Compare(f.ID, g.ID))
}

func begin(f *schema.Fact) int {
	if len(f.Evidence) == 0 {
		return 0
	}
	return f.Evidence[0].Start
}
