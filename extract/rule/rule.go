// Package rule holds the rules that read facts from a sentence's tokens, and the mechanisms that every rule gets for
// nothing: clauses, modality with its scope, lists that distribute. Rules are data (YAML in data/, overlaid from a user's
// folder); each carries examples and counter-examples that run as tests.
package rule

import (
	"embed"
	"io/fs"
	"maps"
	"slices"
	"sort"

	"jishi/extract/pattern"
	"jishi/schema"
	"jishi/schema/datafile"
)

//go:embed data/*.yaml data/FORMAT.md
var files embed.FS

// Shipped is the rules that come with the program; FORMAT.md beside them describes the files.
func Shipped() fs.FS {
	sub, err := fs.Sub(files, "data")
	if err != nil {
		return files
	}
	return sub
}

// Rule reads one relation from one way of saying it.
type Rule struct {
	schema.Rule
	Line     int
	Turn     int  // its place among all rules, in the order in which they are tried
	User     bool // it comes, at least in part, from the user's folder
	Triggers []string
	Patterns []*pattern.Pattern
	Body

	record   datafile.Record
	compiled []*pattern.Compiled
}

// Body is a rule as its file writes it.
type Body struct {
	ID          string            `yaml:"name"`
	Doc         string            `yaml:"doc"`
	Of          string            `yaml:"relation"`
	Trigger     []string          `yaml:"trigger"`
	Pattern     string            `yaml:"pattern"`
	Patterns    []string          `yaml:"patterns"`
	Subject     string            `yaml:"subject"`     // "": named or carried; named; team: the country of the team
	Object      string            `yaml:"object"`      // "": named; carried: named, or an earlier clause's, or the addressee; open
	Modality    string            `yaml:"modality"`    // where no cue says otherwise; actual if empty
	Always      string            `yaml:"always"`      // the modality, whatever the words around it
	Cues        map[string]string `yaml:"cues"`        // word before the trigger → modality, for this rule alone
	Set         map[string]string `yaml:"set"`         // attribute → value; "@" is the trigger word
	When        map[string]string `yaml:"when"`        // word of the clause → attribute=value
	Items       bool              `yaml:"items"`       // supplies named in the match and the rest of its clause are items
	ItemsBefore bool              `yaml:"itemsBefore"` // where the clause names no supplies, those of an earlier clause are meant
	Needs       []string          `yaml:"needs"`       // roles without which there is no fact; items is one
	Unless      []string          `yaml:"unless"`      // words of the clause with which there is no fact; items for named supplies
	Contains    map[string]string `yaml:"contains"`    // role → words, with | between, of which its name must hold one
	Lacks       map[string]string `yaml:"lacks"`       // role → words, of which its name must hold none
	Wish        string            `yaml:"wish"`        // the modality of what the subject wishes or asks for himself
	Nearest     bool              `yaml:"nearest"`     // nobody else who can act stands between the subject and the trigger
	States      bool              `yaml:"states"`      // the parties are the countries that they act for
	Mutual      bool              `yaml:"mutual"`      // each of the two does it to the other
	Verbal      bool              `yaml:"verbal"`      // the trigger is no noun: neither 的 nor 重要 stands before it
	Remote      bool              `yaml:"remote"`      // one who acts from his own country takes part from there
	Nominal     bool              `yaml:"nominal"`     // the trigger is a noun, which may only be judged, discussed or backed
	Entire      bool              `yaml:"entire"`      // no phrase goes on behind the object that says who of it is meant
	Undated     bool              `yaml:"undated"`     // what it tells is not of the heading's day
	Within      string            `yaml:"within"`      // speech: only in what somebody says; telling: only outside
	Priority    int               `yaml:"priority"`
	Examples    []Example         `yaml:"examples"`
	Not         []string          `yaml:"not"`
}

// Example is a text and the facts that it holds, as RELATION(SUBJECT, OBJECT) MODALITY key=value….
type Example struct {
	Text  string   `yaml:"text"`
	Facts []string `yaml:"facts"`
}

// Set is all rules and cues, compiled.
type Set struct {
	Rules    []*Rule
	Cues     *Cues
	alphabet *pattern.Alphabet
	byWord   map[string][]*Rule // trigger word → rules, by priority
}

// Load reads the shipped rules, overlaid by a folder of the user's (nil: none), and checks them against the ontology.
// Every fault of every file is reported at once.
func Load(user fs.FS, userShown string, ontology *schema.Ontology) (*Set, error) {
	records, problems := datafile.ReadAs(layers(user, userShown), "name", kindOf)
	s := &Set{Cues: &Cues{words: map[string][]cue{}}, byWord: map[string][]*Rule{}}
	for _, r := range records {
		if r.Kind == "cues" {
			problems = append(problems, s.Cues.add(r)...)
			continue
		}
		rule, ps := read(r, ontology)
		problems = append(problems, ps...)
		s.Rules = append(s.Rules, rule)
	}
	if problems = append(problems, narrowed(s.Rules, ontology)...); len(problems) > 0 {
		return nil, problems
	}
	sort.SliceStable(s.Rules, func(i, j int) bool { return s.Rules[i].Priority > s.Rules[j].Priority })
	for i, r := range s.Rules {
		r.Turn = i
	}
	s.compile(ontology)
	return s, nil
}

// Where is the place, FILE:LINE, of the shipped or the user's rule or cue of a name; "" when there is none. It needs no
// faultless files.
func Where(user fs.FS, userShown, name string) string {
	records, _ := datafile.ReadAs(layers(user, userShown), "name", kindOf)
	for _, r := range records {
		if r.Value("name") == name {
			return r.Place()
		}
	}
	return ""
}

func layers(user fs.FS, userShown string) []datafile.Layer {
	out := []datafile.Layer{{FS: Shipped(), Shown: "extract/rule/data"}}
	if user != nil {
		out = append(out, datafile.Layer{FS: user, Shown: userShown, User: true})
	}
	return out
}

// kindOf tells cues from rules; a rule's file is only its theme.
func kindOf(r datafile.Record) string {
	if r.Kind == "cues" {
		return "cues"
	}
	return "rule"
}

// Word is a word that a rule names, and where: a key of its record, and what leads deeper.
type Word struct {
	Text, Key string
	Deeper    []any
}

// Words are the words that must stand in a text for the rule, or for one of its keys, to have an effect.
func (r *Rule) Words() []Word {
	var out []Word
	for i, w := range r.Triggers {
		out = append(out, Word{w, "trigger", []any{i}})
	}
	for i, p := range r.Patterns {
		key, deeper := r.patternKey(i)
		for _, w := range p.Words() {
			out = append(out, Word{w, key, deeper})
		}
	}
	for w := range r.When {
		out = append(out, Word{w, "when", []any{w}})
	}
	for w := range r.Body.Cues {
		out = append(out, Word{w, "cues", []any{w}})
	}
	for i, w := range r.Unless {
		if w != "items" && w != "meeting" {
			out = append(out, Word{w, "unless", []any{i}})
		}
	}
	return out
}

// Triggers are the words that some rule waits for, sorted.
func (s *Set) Triggers() []string { return slices.Sorted(maps.Keys(s.byWord)) }

// Words are all words that rules and cues name, sorted: the dictionary must have them.
func (s *Set) Words() []string {
	var out []string
	for _, r := range s.Rules {
		for _, w := range r.Words() {
			out = append(out, w.Text)
		}
	}
	for w := range s.Cues.words {
		out = append(out, w)
	}
	sort.Strings(out)
	return slices.Compact(out)
}

func (s *Set) compile(ontology *schema.Ontology) {
	s.alphabet = pattern.NewAlphabet(s.Words(), typesOf(ontology))
	for _, r := range s.Rules {
		for _, p := range r.Patterns {
			r.compiled = append(r.compiled, s.alphabet.Compile(p))
		}
		for _, w := range r.Triggers {
			s.Cues.verb(w)
			s.byWord[w] = append(s.byWord[w], r)
		}
	}
}
