package correction

import (
	"slices"
	"strconv"
	"strings"

	"jishi/schema"
	"jishi/schema/datafile"
)

// Options are what a file of corrections is checked against.
type Options struct {
	Ontology *schema.Ontology
	Find     func(word string) []schema.Entity // those that are called so: by id, or name, or alias
	Docs     map[string]bool                   // the documents about which corrections are wanted: others are passed over unread; nil for all
}

// written is a record as the file has it.
type written struct {
	Verdict  string    `yaml:"verdict"`
	Fact     string    `yaml:"fact"`
	Document string    `yaml:"document"`
	Sentence string    `yaml:"sentence"`
	Read     Statement `yaml:"read"`
	To       Statement `yaml:"to"`
	Why      string    `yaml:"why"`
	By       string    `yaml:"by"`
	Date     string    `yaml:"date"`
}

// Read reads a file of corrections. shown is what messages call it. The error is a datafile.Problems: all faults, each with
// its place.
func Read(shown string, raw []byte, o Options) ([]Record, error) {
	records, problems := datafile.Parse(shown, raw)
	var out []Record
	places := map[string]string{}
	for _, source := range records {
		if !isAbout(source, o.Docs) {
			continue
		}
		var w written
		if faults := source.Decode(&w); len(faults) > 0 {
			problems = append(problems, faults...)
			continue
		}
		c := checker{Options: o, source: source, w: w}
		out = append(out, c.record())
		if before, twice := places[w.Fact]; twice && w.Fact != "" {
			c.fault("fact", "the fact "+w.Fact+" is corrected already at "+before, "keep one of the two")
		}
		places[w.Fact] = source.Place()
		problems = append(problems, c.problems...)
	}
	return out, problems.Err()
}

// About reports whether a file holds a correction about one of some documents; nil stands for any. A file that cannot be read
// may hold one.
func About(raw []byte, docs map[string]bool) bool {
	records, problems := datafile.Parse("", raw)
	return len(problems) > 0 || slices.ContainsFunc(records, func(r datafile.Record) bool { return isAbout(r, docs) })
}

// isAbout reports whether a record is about one of some documents: it names one of them, or none.
func isAbout(r datafile.Record, docs map[string]bool) bool {
	doc := r.Value("document")
	return docs == nil || doc == "" || docs[doc]
}

// checker looks through one record.
type checker struct {
	Options
	source   datafile.Record
	w        written
	problems datafile.Problems
}

func (c *checker) fault(key, fault, remedy string, deeper ...any) {
	c.problems = append(c.problems, c.source.Problem(key, fault, remedy, deeper...))
}

func (c *checker) record() Record {
	w := &c.w
	r := Record{source: c.source, Was: w.Read, To: w.To}
	r.Correction = schema.Correction{ID: schema.Hash("correction", c.source.Raw()), Verdict: w.Verdict, Fact: w.Fact, Doc: w.Document,
		Sentence: w.Sentence, Why: w.Why, By: w.By}
	c.problems = append(c.problems, c.source.Unknown("verdict", "verdict", w.Verdict, schema.Verdicts())...)
	c.words()
	r.On = c.day("date", w.Date)
	c.shape()
	c.statement(&r)
	return r
}

// words are those that every correction needs.
func (c *checker) words() {
	for _, k := range [...]struct{ key, value, remedy string }{
		{"sentence", c.w.Sentence, "write the words of the text that the correction is about: by them it is found again"},
		{"why", c.w.Why, "say why, for those who come after you"},
		{"by", c.w.By, "say who corrects"},
		{"date", c.w.Date, "write the day on which it was made, YYYY-MM-DD"},
	} {
		if strings.TrimSpace(k.value) == "" {
			c.fault(k.key, "the correction has no "+k.key, k.remedy)
		}
	}
}

// shape compares the verdict with what the record has.
func (c *checker) shape() {
	w := &c.w
	if w.Verdict == schema.Add {
		for _, k := range [...]struct{ key, value string }{{"relation", w.To.Relation}, {"subject", w.To.Subject}} {
			if k.value == "" {
				c.fault("to", "the fact to be added has no "+k.key, "write to: {relation: …, subject: …, object: …}")
			}
		}
		if w.Fact != "" {
			c.fault("fact", "a fact that is added has no id yet", "remove the key fact, or write another verdict")
		}
		return
	}
	if w.Fact == "" {
		c.fault("verdict", "the correction does not say which fact it is about", "write fact: ID, as the column id of a query has it")
	}
	if w.Read.Relation == "" || w.Read.Subject == "" {
		c.fault("read", "the correction does not say how the fact was read", "write read: {relation: …, subject: …, object: …, modality: …}, or let `jishi correct` write it")
	}
	switch {
	case w.Verdict == schema.Amend && w.To.isZero():
		c.fault("verdict", "the correction does not say what is to be amended", "write to: {modality: …}, or whatever is otherwise")
	case w.Verdict != schema.Amend && !w.To.isZero():
		c.fault("to", "to stands in a correction that changes nothing", "remove it, or write verdict: amend")
	}
}

// statement checks what the fact was and is to be.
func (c *checker) statement(r *Record) {
	if c.w.To.Modality == "" && c.w.Verdict == schema.Add {
		r.To.Modality = schema.Actual
	}
	if m := c.w.To.Modality; m != "" {
		c.problems = append(c.problems, c.source.Unknown("to", "modality", m, c.modalities(), "modality")...)
	}
	was := c.days("read", c.w.Read, schema.Day{})
	c.days("to", c.w.To, was)
	for i, it := range c.w.To.Items {
		r.to.items = append(r.to.items, c.supply(it.Name))
		if it.Name == "" {
			c.fault("to", "an item has no name", "write {name: 帐篷, quantity: 40, unit: 顶}", "items", i)
		}
		if it.Quantity != "" && !isDecimal(it.Quantity) {
			c.fault("to", strconv.Quote(it.Quantity)+" is no quantity", "write an Arabic number: 40, 1.5", "items", i, "quantity")
		}
	}
	r.from = sides{subject: c.known(r.Was.Subject), object: c.known(r.Was.Object), said: c.known(r.Was.Said)}
	for _, it := range r.Was.Items {
		r.from.items = append(r.from.items, c.supply(it.Name))
	}
	relation := c.relation()
	r.to.subject = c.party("subject", r.To.Subject, relation.From)
	r.to.object = c.party("object", r.To.Object, relation.To)
	r.to.said = c.party("said", r.To.Said, nil)
	if c.w.Verdict == schema.Add && relation.ID != "" && !relation.Open && (r.To.Object == "" || r.To.Object == Nobody) {
		c.fault("to", relation.ID+" needs an object", "write object: …")
	}
}

// relation is the one that the fact is to have.
func (c *checker) relation() schema.Relation {
	id := c.w.Read.Relation
	if c.w.To.Relation != "" {
		id = c.w.To.Relation
		c.problems = append(c.problems, c.source.Unknown("to", "relation", id, c.relations(), "relation")...)
	}
	r, _ := c.Ontology.Relation(id)
	return r
}

// party finds the one whom a word names. types are those that the relation takes; nil: any.
func (c *checker) party(key, word string, types []string) *schema.Entity {
	if word == "" || word == Nobody && key != "subject" {
		return nil
	}
	found := c.Find(word)
	switch {
	case len(found) == 0:
		c.fault("to", "nobody is called "+strconv.Quote(word), "write an id or a name that the gazetteers or the texts have; `jishi data add` adds to the gazetteers", key)
		return nil
	case len(found) > 1:
		ids := make([]string, len(found))
		for i, e := range found {
			ids[i] = e.ID
		}
		slices.Sort(ids)
		c.fault("to", strconv.Quote(word)+" may be any of "+strings.Join(ids, ", "), "write the id of the one that is meant", key)
		return nil
	case types != nil && !schema.Accepts(types, found[0].Type):
		c.fault("to", word+" is of the type "+found[0].Type+", which the relation does not take as "+key, "it takes "+strings.Join(types, ", "), key)
		return nil
	}
	return &found[0]
}

// known finds an entity, if just one is called so.
func (c *checker) known(word string) *schema.Entity {
	if word == "" {
		return nil
	}
	if found := c.Find(word); len(found) == 1 {
		return &found[0]
	}
	return nil
}

// supply finds the thing that is called so; nil where there is none.
func (c *checker) supply(name string) *schema.Entity {
	for _, e := range c.Find(name) {
		if e.Type == "supply" {
			return &e
		}
	}
	return nil
}

func (c *checker) day(key, s string, deeper ...any) schema.Day {
	d, ok := schema.ParseDay(s)
	if s != "" && !ok {
		c.fault(key, strconv.Quote(s)+" is no day", "write YYYY-MM-DD, YYYY-MM or YYYY", deeper...)
	}
	return d
}

// days checks the range of days of a statement, and gives its first one. was is the day of a fact of which the statement names
// none.
func (c *checker) days(key string, s Statement, was schema.Day) schema.Day {
	first, last := c.day(key, s.Date, "date"), c.day(key, s.Until, "until")
	if s.Date == "" {
		first = was
	}
	if why := reversed(first, last); why != "" {
		c.fault(key, why, keepOrder, "until")
	}
	return first
}

const keepOrder = "write the last day of the range, or leave until out"

// reversed says that a range ends before it begins, "" where it does not, or nobody can tell.
func reversed(first, last schema.Day) string {
	if first.IsZero() || last.IsZero() || (first.Year == 0) != (last.Year == 0) || last.Latest() >= first.Earliest() {
		return ""
	}
	return "until is " + last.String() + ", which is before the day " + first.String()
}

func (c *checker) relations() []string {
	var ids []string
	for _, r := range c.Ontology.Relations {
		ids = append(ids, r.ID)
	}
	return ids
}

func (c *checker) modalities() []string {
	var ids []string
	for _, m := range c.Ontology.Modalities {
		ids = append(ids, m.ID)
	}
	return ids
}

func isDecimal(s string) bool {
	whole, fraction, point := strings.Cut(s, ".")
	digits := func(s string) bool { return s != "" && strings.Trim(s, "0123456789") == "" }
	return digits(whole) && (!point || digits(fraction))
}
