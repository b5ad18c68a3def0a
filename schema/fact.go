package schema

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"strconv"
)

// The modalities of a fact.
const (
	Actual    = "actual"    // reported as having happened
	Pledged   = "pledged"   // willingness or commitment
	Planned   = "planned"   // decided, scheduled or intended
	Requested = "requested" // asked of somebody else
	Negated   = "negated"   // said not to have happened
)

// HoldsOffice is the one relation that the program itself knows: it is read from a name's title, has no event, and
// takes its entry's date.
const HoldsOffice = "holdsOffice"

// Party is one side of a fact. The zero Party stands for somebody the text does not name.
type Party struct {
	Type, Entity, Name string
	OnBehalfOf         string // id of the country or organization for which a leader acts by his office, or ""
	At                 []Span // where the text names the party; empty when it is understood
}

// IsZero reports whether the party is left open.
func (p Party) IsZero() bool { return p.Entity == "" && p.Name == "" }

// Item is one thing given.
type Item struct {
	Name     string // the text's word, simplified
	Entity   string // id of the supply, or ""
	Quantity string // Arabic decimal, or "" when the text gives none
	Unit     string
}

// Attribute is one key of a fact with its values.
type Attribute struct {
	Key    string
	Values []string
}

// Fact is a statement read from one entry.
type Fact struct {
	ID         string
	Doc        string // Document.ID
	Entry      string // Entry.Label
	EntryHash  string // Entry.Hash
	Event      string // shared by the facts of one event in an entry; "" for holdsOffice
	SameEvent  string // id of the event's first telling elsewhere, or ""
	Relation   string
	Subject    Party
	Object     Party
	Modality   string
	Date       Date
	Items      []Item
	Attributes []Attribute // sorted by key
	Said       Party       // who said so
	Evidence   []Span      // the clause or sentence that says it
	Part       Part        `json:",omitzero"` // page or paragraph of the file where that stands
	Rule       string
	Correction *Correction `json:",omitempty"` // what a person has said of it; nil as it was read
}

// Statement is the fact in words, as called(甲, 乙) actual; who is not named is -.
func (f Fact) Statement() string {
	return f.Relation + "(" + f.Subject.words() + ", " + f.Object.words() + ") " + f.Modality
}

func (p Party) words() string { return cmp.Or(p.Name, p.Entity, "-") }

// Attribute gives the values of a key.
func (f Fact) Attribute(key string) []string {
	for _, a := range f.Attributes {
		if a.Key == key {
			return a.Values
		}
	}
	return nil
}

// Identify is the fact's id: a hash of its entry, relation, modality, date, parties and place in the entry, never of the
// rule that read it. offset counts bytes of the entry's mended text before the fact.
func (f Fact) Identify(offset int) string {
	return Hash(f.EntryHash, f.Relation, f.Modality, f.Date.String(), f.Subject.Entity, f.Object.Entity, strconv.Itoa(offset))
}

// EventOf is the id that the facts of one event of an entry share; "" of an office. r is the relation of f, which has its id.
func (r Relation) EventOf(f Fact) string {
	switch {
	case f.Relation == HoldsOffice:
		return ""
	case r.Meeting:
		return Hash(f.EntryHash, "meeting", f.Object.Entity)
	case r.Shared && len(f.Attribute("meeting")) > 0:
		return Hash(f.EntryHash, "meeting", "-/"+f.Attribute("meeting")[0]) // as a meeting that no gazetteer has
	case r.Shared:
		return Hash(f.EntryHash, "shared", f.Relation, f.Subject.Entity, f.Date.String())
	}
	return Hash(f.EntryHash, "event", f.ID)
}

// Hash is a short stable identifier of the parts, in order: the first 16 hex digits of their SHA-256. Lengths go in, so
// that no two lists of parts run together.
func Hash(parts ...string) string {
	var room [256]byte // for the parts of a fact
	b := room[:0]
	for _, p := range parts {
		b = strconv.AppendInt(b, int64(len(p)), 10)
		b = append(b, ':')
		b = append(b, p...)
	}
	sum := sha256.Sum256(b)
	return string(hex.AppendEncode(room[:0], sum[:8]))
}

// Rule is what the graph says of a rule: enough to find it again and to see whether it has changed.
type Rule struct {
	Name, Relation, File, Hash string
}

// Result is all that one document gave.
type Result struct {
	Document Document
	Facts    []Fact
	Mentions []EntryMention
	Entities []Entity // of every party, office, item and mention, sorted by id
}

// EntryMention is a mention with its place in the document.
type EntryMention struct {
	Entry, EntryHash   string
	Type, Entity, Name string
	At                 []Span
}
