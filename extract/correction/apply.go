package correction

import (
	"reflect"
	"slices"

	"jishi/schema"
)

// Apply lays corrections on the results of documents, in their order, and says of each what became of it. It changes neither
// results nor records; results without a correction are given as they are. The error is a datafile.Problems: corrections that
// make of a fact what the ontology refuses.
func Apply(results []schema.Result, records []Record, o *schema.Ontology) ([]schema.Result, []Outcome, error) {
	a := applier{ontology: o, desks: make([]*desk, len(results)), byID: map[string]*desk{}}
	for i := range results {
		a.desks[i] = &desk{result: results[i]}
		for k := range results[i].Facts {
			a.byID[results[i].Facts[k].ID] = a.desks[i]
		}
	}
	var outcomes []Outcome
	for i := range records {
		r := records[i]
		out := Outcome{Record: &r}
		a.apply(&out)
		outcomes = append(outcomes, out)
	}
	out := make([]schema.Result, len(results))
	for i, d := range a.desks {
		out[i] = d.result
	}
	return out, outcomes, a.problems.Err()
}

// Told are the corrections that have come to something: those that the graph is to tell of.
func Told(outcomes []Outcome) []schema.Correction {
	var out []schema.Correction
	for _, o := range outcomes {
		if o.State < Lost {
			out = append(out, o.Correction)
		}
	}
	return out
}

// desk is a document that is worked on.
type desk struct {
	result schema.Result
	own    bool    // the facts are a copy
	finder *finder // made at first need
}

func (d *desk) find(sentence string) []place {
	if d.finder == nil {
		d.finder = newFinder(&d.result.Document)
	}
	return d.finder.find(sentence)
}

// facts is the list to be changed.
func (d *desk) facts() []schema.Fact {
	if !d.own {
		d.result.Facts, d.own = slices.Clone(d.result.Facts), true
	}
	return d.result.Facts
}

// knows adds an entity to those that the document names.
func (d *desk) knows(e *schema.Entity) {
	if !slices.ContainsFunc(d.result.Entities, func(x schema.Entity) bool { return x.ID == e.ID }) {
		d.result.Entities = append(slices.Clone(d.result.Entities), *e)
	}
}

// insert puts a fact behind those that stand before it in the document, and gives its index.
func (d *desk) insert(f schema.Fact) int {
	order := map[string]int{}
	for i, e := range d.result.Document.Entries {
		order[e.Hash] = i
	}
	at := 0
	for i, g := range d.facts() {
		if order[g.EntryHash] < order[f.EntryHash] || g.EntryHash == f.EntryHash && begin(&g) <= begin(&f) {
			at = i + 1
		}
	}
	d.result.Facts = slices.Insert(d.facts(), at, f)
	return at
}

func begin(f *schema.Fact) int {
	if len(f.Evidence) == 0 {
		return 0
	}
	return f.Evidence[0].Start
}

// apply finds the fact and does what the record says.
func (a *applier) apply(out *Outcome) {
	r := out.Record
	t := a.find(r)
	if t.desk == nil {
		out.State = t.state
		return
	}
	r.Doc = t.desk.result.Document.ID
	switch {
	case t.fact < 0 && r.Verdict == schema.Reject:
		out.State, r.Read = Agrees, r.Was.words(r.from)
	case t.fact < 0:
		a.restore(out, t)
	default:
		a.settle(out, t)
	}
}

// settle does what the record says to the fact that was found.
func (a *applier) settle(out *Outcome, t target) {
	r, facts := out.Record, t.desk.facts()
	f := &facts[t.fact]
	out.State, r.Fact, r.Read = t.state, f.ID, statement(f)
	if r.Verdict == schema.Amend && a.turned(r, f) { // to tells of the sides as they were
		f.Subject, f.Object = f.Object, f.Subject
	}
	before := StatementOf(*f)
	if t.state != Applied {
		out.Now, r.Read = r.Read, r.Was.words(r.from)
	}
	switch r.Verdict {
	case schema.Reject:
		t.desk.result.Facts = slices.Delete(facts, t.fact, t.fact+1)
		return
	case schema.Accept:
		if t.state == Moved {
			a.put(t.desk, f, t.place, r.Was, r.from)
		}
	case schema.Amend:
		a.put(t.desk, f, t.place, r.To, r.to)
	}
	a.check(f, r)
	if t.state == Moved && reflect.DeepEqual(before, StatementOf(*f)) {
		out.State = Agrees
	}
	if i := a.alike(t.desk, *f, t.fact); i >= 0 { // another fact of the entry says it already
		facts[i].Correction, r.Fact = &r.Correction, facts[i].ID
		t.desk.result.Facts = slices.Delete(facts, t.fact, t.fact+1)
		return
	}
	f.Correction = &r.Correction
}

// restore makes the fact that the record tells of, at its sentence.
func (a *applier) restore(out *Outcome, t target) {
	r := out.Record
	entry := t.desk.result.Document.Entries[t.place.entry]
	f := schema.Fact{Doc: r.Doc, Entry: entry.Label, EntryHash: entry.Hash, Date: entry.Date, Evidence: t.place.passages}
	f.Date.Basis = schema.FromHeading
	out.State = Restored
	if r.Verdict == schema.Add {
		out.State = Applied
	} else {
		if r.from.subject == nil || r.Was.Object != "" && r.from.object == nil {
			out.State = Lost
			return
		}
		r.Read = r.Was.words(r.from)
		a.put(t.desk, &f, t.place, r.Was, r.from)
	}
	a.put(t.desk, &f, t.place, r.To, r.to)
	a.check(&f, r)
	f.ID = r.Fact
	if r.Verdict == schema.Add {
		f.ID = schema.Hash("added", f.EntryHash, f.Relation, f.Modality, f.Date.String(), f.Subject.Entity, f.Object.Entity)
	}
	relation, _ := a.ontology.Relation(f.Relation)
	f.Event = relation.EventOf(f)
	if i := a.alike(t.desk, f, -1); i >= 0 {
		facts := t.desk.facts()
		facts[i].Correction, r.Fact, out.State = &r.Correction, facts[i].ID, Agrees
		return
	}
	r.Fact, f.Correction = f.ID, &r.Correction
	t.desk.insert(f)
}

// statement is a fact in words, with its day.
func statement(f *schema.Fact) string { return f.Statement() + dated(f.Date.String()) }

func dated(day string) string {
	if day == "" {
		return ""
	}
	return " " + day
}

// words is a statement in words; those it names are called as they are known.
func (s Statement) words(known sides) string {
	f := schema.Fact{Relation: s.Relation, Modality: s.Modality, Subject: schema.Party{Name: s.Subject}, Object: schema.Party{Name: s.Object}}
	if known.subject != nil {
		f.Subject.Name = known.subject.Name
	}
	if known.object != nil {
		f.Object.Name = known.object.Name
	}
	return f.Statement() + dated(s.Date)
}
