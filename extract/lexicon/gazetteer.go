package lexicon

import (
	"embed"
	"io/fs"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"jishi/schema"
	"jishi/schema/datafile"
)

//go:embed data/*.yaml data/FORMAT.md
var files embed.FS

// Shipped is the data that comes with the program; FORMAT.md beside it describes each file.
func Shipped() fs.FS {
	sub, err := fs.Sub(files, "data")
	if err != nil {
		return files
	}
	return sub
}

// names is one string or a list of them.
type names []string

// UnmarshalYAML reads `char: 法` as well as `char: [法]`.
func (n *names) UnmarshalYAML(unmarshal func(any) error) error {
	var one string
	if err := unmarshal(&one); err == nil {
		*n = names{one}
		return nil
	}
	return unmarshal((*[]string)(n))
}

type countryRecord struct {
	ID        string `yaml:"id"`
	Kind      string `yaml:"kind"`
	Zh        string `yaml:"zh"`
	En        string `yaml:"en"`
	Long      string `yaml:"long"`
	Aliases   names  `yaml:"aliases"`
	Char      names  `yaml:"char"`
	CharGuess names  `yaml:"charGuess"`
	Fang      names  `yaml:"fang"`
	ISO3      string `yaml:"iso3"`
	Wikidata  string `yaml:"wikidata"`
	Ambiguous names  `yaml:"ambiguous"`
}

type leaderRecord struct {
	ID        string         `yaml:"id"`
	Zh        string         `yaml:"zh"`
	En        string         `yaml:"en"`
	Wikidata  string         `yaml:"wikidata"`
	Aliases   names          `yaml:"aliases"`
	Country   string         `yaml:"country"`
	Offices   []officeRecord `yaml:"offices"`
	Ambiguous names          `yaml:"ambiguous"`
}

type officeRecord struct {
	Of     string   `yaml:"of"`
	Office string   `yaml:"office"`
	Since  string   `yaml:"since"`
	Until  string   `yaml:"until"`
	Seen   []string `yaml:"seen"`

	Disputed bool `yaml:"disputed"` // another claims the office at the same time
}

// thingRecord serves organizations, groups, places and supplies.
type thingRecord struct {
	ID        string `yaml:"id"`
	Zh        string `yaml:"zh"`
	En        string `yaml:"en"`
	Long      string `yaml:"long"`
	Aliases   names  `yaml:"aliases"`
	Country   string `yaml:"country"`
	Wikidata  string `yaml:"wikidata"`
	Kind      string `yaml:"kind"`
	Members   names  `yaml:"members"`
	Char      names  `yaml:"char"`
	Broader   string `yaml:"broader"`
	HS        string `yaml:"hs"`
	HSSource  string `yaml:"hsSource"`
	Ambiguous names  `yaml:"ambiguous"`
}

type officeWord struct {
	ID      string `yaml:"id"`
	Zh      string `yaml:"zh"`
	En      string `yaml:"en"`
	Rank    string `yaml:"rank"`
	Aliases names  `yaml:"aliases"`
	SameAs  string `yaml:"sameAs"`
	Prefix  string `yaml:"prefix"`
	Status  string `yaml:"status"`
	Of      string `yaml:"of"`      // whose office it is where the press leaves that out
	Several bool   `yaml:"several"` // more than one may hold it at a time
}

type unit struct {
	ID       string `yaml:"id"`
	Zh       string `yaml:"zh"`
	En       string `yaml:"en"`
	Aliases  names  `yaml:"aliases"`
	Currency string `yaml:"currency"`
	Thing    bool   `yaml:"thing"` // what it counts can be given, whatever it is
}

// head is a noun that ends the names of a kind: 外交部, 医疗队, 论坛.
type head struct {
	ID    string `yaml:"id"`
	Type  string `yaml:"type"`
	Words names  `yaml:"words"`
	Bare  bool   `yaml:"bare"`  // the word alone is a name: 新闻发布会
	Along bool   `yaml:"along"` // it needs a country or place before it: 政府
	Alone bool   `yaml:"alone"` // no modifier but a country belongs to it: 专家
	Gone  bool   `yaml:"gone"`  // it is one only where somebody is said to go there or to preside: 出席三国防长会晤
}

type wordsRecord struct {
	ID    string `yaml:"id"`
	Pos   string `yaml:"pos"`
	Doc   string `yaml:"doc"`
	Words names  `yaml:"words"`
}

// nameRecord lists surnames, or the characters of transliterated names.
type nameRecord struct {
	ID    string `yaml:"id"`
	Form  string `yaml:"form"` // surname or syllable
	Doc   string `yaml:"doc"`
	Words names  `yaml:"words"`
}

type referenceRecord struct {
	ID    string `yaml:"id"`
	Refer string `yaml:"refer"`
	Type  string `yaml:"type"`
	Doc   string `yaml:"doc"`
	Words names  `yaml:"words"`
}

// add reads one record by the kind of its file.
func (l *Lexicon) add(r datafile.Record) datafile.Problems {
	switch r.Kind {
	case "countries":
		return decode(r, l.addCountry)
	case "leaders":
		var days datafile.Problems
		problems := decode(r, func(r datafile.Record, p *leaderRecord) {
			days = p.days(r)
			l.addLeader(r, p)
		})
		return append(problems, days...)
	case "organizations":
		return decode(r, func(r datafile.Record, t *thingRecord) { l.addThing(r, "organization", t) })
	case "groups":
		return decode(r, func(r datafile.Record, t *thingRecord) { l.addThing(r, "group", t) })
	case "places":
		return decode(r, func(r datafile.Record, t *thingRecord) { l.addThing(r, "place", t) })
	case "supplies":
		return decode(r, func(r datafile.Record, t *thingRecord) { l.addThing(r, "supply", t) })
	case "offices":
		return decode(r, l.addOffice)
	case "units":
		return decode(r, func(_ datafile.Record, u *unit) {
			for _, w := range append([]string{u.Zh}, u.Aliases...) {
				l.addTerm(w, term{kind: isUnit, unit: u})
			}
		})
	case "heads":
		return decode(r, func(_ datafile.Record, h *head) {
			for _, w := range h.Words {
				l.addTerm(w, term{kind: isHead, head: h})
			}
		})
	case "words":
		return decode(r, l.addWords)
	case "names":
		return decode(r, func(_ datafile.Record, n *nameRecord) { l.nameRecords = append(l.nameRecords, *n) })
	case "references":
		return decode(r, func(_ datafile.Record, w *referenceRecord) {
			for _, s := range w.Words {
				l.addTerm(s, term{kind: isReference, id: w.Refer, pos: w.Type})
			}
		})
	}
	return datafile.Problems{r.Problem("", "no gazetteer is called "+strconv.Quote(r.Kind),
		"name the file countries, leaders, organizations, groups, places, supplies, offices, units, heads, words, names or references (…-anything.yaml)")}
}

func decode[T any](r datafile.Record, use func(datafile.Record, *T)) datafile.Problems {
	v := new(T)
	problems := r.Decode(v)
	use(r, v) // as far as it goes: what refers to the record finds it, in spite of its faults
	return problems
}

// addWords records common words. Of what kind one is, is what a user says of it, else what stands first.
func (l *Lexicon) addWords(r datafile.Record, w *wordsRecord) {
	for _, s := range w.Words {
		if r.User {
			l.terms[s] = slices.DeleteFunc(l.terms[s], func(t term) bool { return t.kind == isWord && !t.own })
		}
		l.addTerm(s, term{kind: isWord, pos: w.Pos, own: r.User})
	}
}

func (l *Lexicon) addCountry(r datafile.Record, c *countryRecord) {
	aliases := c.Aliases
	if c.Long != "" && c.Long != c.Zh {
		aliases = append(aliases, c.Long)
	}
	l.addEntity(r, &schema.Entity{ID: c.ID, Type: "country", Name: c.Zh, English: c.En, Aliases: aliases, ISO3: c.ISO3, Wikidata: c.Wikidata})
	for _, char := range append(c.Char, c.Fang...) {
		l.chars[char] = append(l.chars[char], side{id: c.ID})
	}
	for _, char := range c.CharGuess {
		l.chars[char] = append(l.chars[char], side{id: c.ID, guess: true})
	}
}

// days tells of dates that are none.
func (p *leaderRecord) days(r datafile.Record) datafile.Problems {
	var out datafile.Problems
	for _, o := range p.Offices {
		for _, s := range append([]string{o.Since, o.Until}, o.Seen...) {
			if d := parseDay(s); s != "" && (d.IsZero() || !d.Valid()) {
				out = append(out, r.Problem("offices", strconv.Quote(s)+" is no day", "write YYYY, YYYY-MM or YYYY-MM-DD"))
			}
		}
		if len(o.Seen) != 0 && len(o.Seen) != 2 {
			out = append(out, r.Problem("offices", "seen has "+strconv.Itoa(len(o.Seen))+" days", "write the first and the last"))
		}
	}
	return out
}

func (l *Lexicon) addLeader(r datafile.Record, p *leaderRecord) {
	e := &schema.Entity{ID: p.ID, Type: "leader", Name: p.Zh, English: p.En, Aliases: p.Aliases, Country: p.Country, Wikidata: p.Wikidata}
	for _, o := range p.Offices {
		office := schema.Office{Of: o.Of, Title: o.Office, Since: parseDay(o.Since), Until: parseDay(o.Until)}
		if len(o.Seen) == 2 {
			office.Seen = [2]schema.Day{parseDay(o.Seen[0]), parseDay(o.Seen[1])}
		}
		e.Offices = append(e.Offices, office)
	}
	for _, name := range p.Ambiguous {
		l.shared[name] = true
	}
	l.addEntity(r, e)
}

func (l *Lexicon) addThing(r datafile.Record, typ string, t *thingRecord) {
	aliases := t.Aliases
	if t.Long != "" && t.Long != t.Zh {
		aliases = append(aliases, t.Long)
	}
	l.addEntity(r, &schema.Entity{ID: t.ID, Type: typ, Name: t.Zh, English: t.En, Aliases: aliases, Country: t.Country,
		Wikidata: t.Wikidata, Members: t.Members, Broader: t.Broader, HS: t.HS})
	if t.Kind == "capital" {
		l.capitals[t.ID] = true
	}
	for _, char := range t.Char {
		l.chars[char] = append(l.chars[char], side{id: t.ID})
	}
}

// addOffice leaves out the words that begin with an organization's name: the organization is found by itself.
func (l *Lexicon) addOffice(_ datafile.Record, o *officeWord) {
	if o.Prefix != "" {
		l.addTerm(o.Prefix, term{kind: isPrefix, status: o.Status})
		return
	}
	if o.SameAs != "" {
		l.same[o.Zh] = o.SameAs
	}
	for _, w := range append([]string{o.Zh}, o.Aliases...) {
		l.addTerm(w, term{kind: isOffice, id: w, status: o.Rank, of: o.Of})
	}
}

func (l *Lexicon) addEntity(r datafile.Record, e *schema.Entity) {
	l.entities[e.ID] = e
	l.places[e.ID] = r.Place()
	for _, name := range append([]string{e.Name}, e.Aliases...) {
		if utf8.RuneCountInString(name) > 1 {
			l.addTerm(name, term{kind: isEntity, id: e.ID})
		}
	}
}

// parseDay reads YYYY, YYYY-MM or YYYY-MM-DD; anything else is unknown.
func parseDay(s string) schema.Day {
	var d schema.Day
	for i, part := range strings.SplitN(s, "-", 3) {
		n, err := strconv.Atoi(part)
		if err != nil {
			return schema.Day{}
		}
		switch i {
		case 0:
			d.Year = n
		case 1:
			d.Month = n
		case 2:
			d.Day = n
		}
	}
	return d
}
