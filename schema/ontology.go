package schema

import (
	"embed"
	"io/fs"
	"maps"
	"path"
	"regexp"
	"slices"
	"strconv"

	"jishi/schema/datafile"
)

//go:embed data/ontology.yaml
var shipped embed.FS

// Shipped is the ontology that comes with the program.
func Shipped() fs.FS {
	sub, err := fs.Sub(shipped, "data")
	if err != nil {
		return shipped
	}
	return sub
}

// Term is a word of the ontology with its labels.
type Term struct {
	ID  string `yaml:"id"`
	Zh  string `yaml:"zh"`
	En  string `yaml:"en"`
	Doc string `yaml:"doc"`
}

// Relation is what may stand between two parties.
type Relation struct {
	ID        string   `yaml:"id"`
	Zh        string   `yaml:"zh"`
	En        string   `yaml:"en"`
	Doc       string   `yaml:"doc"`
	From      []string `yaml:"from"` // entity types; "actor" stands for all that act
	To        []string `yaml:"to"`
	Symmetric bool     `yaml:"symmetric"` // the parties are equals
	Shared    bool     `yaml:"shared"`    // several pairs of one trigger are one event
	Meeting   bool     `yaml:"meeting"`   // the object is a meeting, whose facts of an entry are one event
	Dialogue  bool     `yaml:"dialogue"`  // its two parties are the sides of what the entry goes on to tell
	Journey   bool     `yaml:"journey"`   // who does it goes somewhere: its place is where he goes, not where others receive him
	Open      bool     `yaml:"open"`      // the object may be left unsaid
	Said      bool     `yaml:"said"`      // saying it does it: in reported speech it is of the day of the speech
	PLOVER    string   `yaml:"plover"`
	CAMEO     string   `yaml:"cameo"`
}

// Ontology is the vocabulary that facts are checked against.
type Ontology struct {
	Entities, Modalities []Term
	Relations            []Relation
	Broken               bool // a file could not be read whole: what seems to be missing may stand there

	changed map[string]datafile.Record // the user's records of relations that ship
}

// LoadOntology reads the shipped ontology, overlaid by the files *.yaml of a user's folder (nil: none), in order of name.
func LoadOntology(user fs.FS, shown string) (*Ontology, error) {
	raw, err := shipped.ReadFile("data/ontology.yaml")
	if err != nil {
		return nil, err
	}
	o := &Ontology{}
	places := map[string]datafile.Record{}
	problems := o.add("schema/data/ontology.yaml", raw, places)
	if user != nil {
		problems = append(problems, o.overlay(user, shown, places)...)
	}
	return o, append(problems, o.problems(places)...).Err()
}

// overlay lays the files of a user's folder over what there is.
func (o *Ontology) overlay(user fs.FS, shown string, places map[string]datafile.Record) datafile.Problems {
	names, err := fs.Glob(user, "*.yaml")
	if err != nil {
		return datafile.Problems{{File: shown, Fault: err.Error()}}
	}
	var problems datafile.Problems
	own := map[string]datafile.Record{}
	for _, name := range names {
		raw, err := fs.ReadFile(user, name)
		if err != nil {
			problems = append(problems, datafile.Problem{File: path.Join(shown, name), Fault: err.Error()})
			continue
		}
		problems = append(problems, o.add(path.Join(shown, name), raw, own)...)
	}
	o.changed = map[string]datafile.Record{}
	for id, r := range own {
		if _, ships := places[id]; ships {
			o.changed[id] = r
		}
	}
	maps.Copy(places, own)
	return problems
}

// add lays a file's records over those before. places remembers where each relation stands.
func (o *Ontology) add(shown string, raw []byte, places map[string]datafile.Record) datafile.Problems {
	sections, problems := datafile.Sections(shown, raw)
	o.Broken = o.Broken || len(problems) > 0
	for _, s := range sections {
		switch s.Name {
		case "entities":
			problems = append(problems, overlay(&o.Entities, s.Records, func(t Term) string { return t.ID })...)
		case "modalities":
			problems = append(problems, overlay(&o.Modalities, s.Records, func(t Term) string { return t.ID })...)
		case "relations":
			problems = append(problems, remember(s.Records, places)...)
			problems = append(problems, overlay(&o.Relations, s.Records, func(r Relation) string { return r.ID })...)
		default:
			problems = append(problems, s.Problem("unknown section "+strconv.Quote(s.Name), datafile.Suggest(s.Name, []string{"entities", "modalities", "relations"})))
		}
	}
	return problems
}

// remember keeps where each relation stands. One that two files of a folder have is a fault.
func remember(records []datafile.Record, places map[string]datafile.Record) datafile.Problems {
	var problems datafile.Problems
	for _, r := range records {
		id := r.Value("id")
		if before, ok := places[id]; ok && id != "" {
			problems = append(problems, r.Problem("id", "the relation "+strconv.Quote(id)+" stands already at "+before.Place(), "keep one of the two"))
		}
		places[id] = r
	}
	return problems
}

// overlay adds records to a list, or lays them over those of the same id.
func overlay[T any](list *[]T, records []datafile.Record, id func(T) string) datafile.Problems {
	var problems datafile.Problems
	for _, r := range records {
		i := slices.IndexFunc(*list, func(t T) bool { return id(t) == r.Value("id") })
		if r.Value("disabled") == "true" {
			if i < 0 {
				problems = append(problems, r.Problem("id", strconv.Quote(r.Value("id"))+" is to be disabled, but no record has it", "mend the id"))
				continue
			}
			*list = slices.Delete(*list, i, i+1)
			continue
		}
		var t T
		if i >= 0 {
			t = (*list)[i]
		}
		problems = append(problems, r.Decode(&t)...)
		if id(t) == "" {
			problems = append(problems, r.Problem("id", "the record has no id", "give it one"))
			continue
		}
		if i >= 0 {
			(*list)[i] = t
		} else {
			*list = append(*list, t)
		}
	}
	return problems
}

// problems are the entity types of relations that no entity has.
func (o *Ontology) problems(places map[string]datafile.Record) datafile.Problems {
	types := []string{"actor"}
	for _, e := range o.Entities {
		types = append(types, e.ID)
	}
	var out datafile.Problems
	for _, r := range o.Relations {
		whole := len(places[r.ID].Decode(&Relation{})) == 0 // else what is missing may stand under a misspelt key
		if !regexp.MustCompile(`^[a-z][A-Za-z0-9]*$`).MatchString(r.ID) {
			out = append(out, places[r.ID].Problem("id", strconv.Quote(r.ID)+" is no name for a relation", "write Latin letters and digits without blanks, a small letter first: tradedWith"))
		}
		for key, side := range map[string][]string{"from": r.From, "to": r.To} {
			if len(side) == 0 && whole {
				out = append(out, places[r.ID].Problem("id", "the relation "+r.ID+" has no "+key, "write "+key+": [country], or another type of entity"))
			}
			for i, t := range side {
				out = append(out, places[r.ID].Unknown(key, "entity type", t, types, i)...)
			}
		}
	}
	return out
}

// Changed is the user's record of a relation that ships.
func (o *Ontology) Changed(id string) (datafile.Record, bool) {
	r, ok := o.changed[id]
	return r, ok
}

// Relation finds a relation by id.
func (o *Ontology) Relation(id string) (Relation, bool) {
	for i := range o.Relations {
		if o.Relations[i].ID == id {
			return o.Relations[i], true
		}
	}
	return Relation{}, false
}

// IsActor reports whether an entity of a type can act.
func IsActor(typ string) bool {
	switch typ {
	case "leader", "country", "organization", "group", "team":
		return true
	}
	return false
}

// Accepts reports whether an entity type fits one side of a relation (From or To).
func Accepts(side []string, typ string) bool {
	return slices.Contains(side, typ) || slices.Contains(side, "actor") && IsActor(typ)
}

// Check says what is wrong with a fact by the ontology, or "".
func (o *Ontology) Check(f Fact) string {
	r, ok := o.Relation(f.Relation)
	switch {
	case !ok:
		return "unknown relation " + strconv.Quote(f.Relation)
	case !slices.ContainsFunc(o.Modalities, func(t Term) bool { return t.ID == f.Modality }):
		return "unknown modality " + strconv.Quote(f.Modality)
	case f.Subject.IsZero():
		return "no subject"
	case !Accepts(r.From, f.Subject.Type):
		return f.Relation + " does not go from a " + f.Subject.Type
	case f.Object.IsZero() && !r.Open:
		return "no object"
	case !f.Object.IsZero() && !Accepts(r.To, f.Object.Type):
		return f.Relation + " does not go to a " + f.Object.Type
	case f.Subject.Entity == f.Object.Entity && f.Subject.Entity != "":
		return "subject and object are the same"
	}
	return ""
}
