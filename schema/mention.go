package schema

import (
	"slices"
	"strings"
)

// Token is what a rule sees of a sentence, one symbol each: a word, a punctuation mark, or a chunk that names something
// (a person with all his titles, a list of countries, thirty tents).
type Token struct {
	At       Local
	Word     string    // of a word the dictionary has, or a punctuation mark; "" for a chunk and for unknown characters
	Mentions []Mention // of a chunk: what it names; several when it is a list
	Noun     bool      // of a word: it is nothing but a noun
	Partial  bool      // 等: the list names only some of those meant
}

// Mention is one place of a sentence that names an entity, a date, a quantity, or somebody by a referring expression.
type Mention struct {
	Type      string // an entity type of the ontology, or one of the types below
	Entity    string // id of the entity
	Name      string // canonical name, simplified characters
	At        Local  // the naming characters alone
	By        string // what found it: gazetteer FILE:LINE, or the recogniser's name
	Country   string // id of the country that a leader, an organization or a team belongs to, where the text or a table says so
	Titles    []Title
	Inside    []Mention // named within it: the organization in a meeting's name, the country before a team
	Office    string    // of a country or organization for which an unnamed office-holder stands: 外交部发言人
	Among     string    // of the first of a list: the group that the list belongs to (等16国)
	Refer     Reference
	Amount    Amount
	Batch     string   // Arabic numeral: 第三批 is 3
	Hosts     []string // of one who holds an office abroad: ids of the countries that it is in (加纳驻汤加大使)
	Toward    string   // of a team: id of the country that its name says it goes to (援马里医疗队)
	Time      *Date    // of a date
	Vague     bool     // of a date: not the heading's day, and no other known
	Continues bool     // of a range: it begins on the heading's day (至4月1日)
}

// The types of mentions that are no entities.
const (
	TypeDate   = "date"
	TypeAmount = "amount"
	TypeRefer  = "reference"
)

// Home is the country whose press and ministry write the texts that jishi is made for: 我国 told by the writer, an embassy of
// no named country and a ministry of no named country are its.
const Home = "CN"

// ByRegion in By says that a place acts through its government: the mention is an organization, and Inside it is the place.
const ByRegion = "region"

// As is the mention as one of the entity types that a role takes; the place, where a region fills a role for places.
func (m Mention) As(types []string) (as Mention, ok bool) {
	if !Accepts(types, m.Type) && m.By == ByRegion && Accepts(types, m.Inside[0].Type) {
		return m.Inside[0], true
	}
	return m, Accepts(types, m.Type)
}

// Title is an office read before or after a name.
type Title struct {
	Of     Mention // the country or organization
	Office string  // the text's words without the name of Of, simplified
	Status string  // former, elect, acting …; "" for one who is in office
	At     Local
}

// Amount is a number with its measure word: 30顶, 80多个, 价值50万新西兰元.
type Amount struct {
	Value string // Arabic decimal, "" when there is none
	Unit  string
	Money bool
	About bool // 多, 余, 近, 约
}

// Reference says how a referring expression is to be resolved.
type Reference struct {
	Kind    string   // one of the kinds below, "" for a mention that names
	Among   []string // ids of the countries that a one-character form can stand for
	Default string   // the one that it stands for when the entry names none of them, or ""
}

// The kinds of reference.
const (
	ReferSide             = "side"              // 法方: the country of that character among those of the entry
	ReferBoth             = "both"              // 双方, 两国: the two sides of the entry
	ReferBothLeaders      = "both-leaders"      // 两国元首: the two persons
	ReferOther            = "other"             // 对方: the other side
	ReferThat             = "that"              // 该国, 当地: the country named last
	ReferStricken         = "stricken"          // 灾区, 疫区: the country named last, not the writers' own
	ReferThatOrganization = "that-organization" // 该组织: the organization named last
	ReferPerson           = "person"            // 他, 她: the person who acted last
	ReferSpeaker          = "speaker"           // 我, 我们, 我国: who speaks, or his country
	ReferAddressee        = "addressee"         // 您, 贵国, 总统先生: who is spoken to, or his country
	ReferFormer           = "former"            // 前者: the first of the two named last
	ReferOwn              = "own"               // 本会: the organization whose document it is
	ReferRegion           = "region"            // 特区政府: of 香港, unless the entry speaks of 澳门
	ReferLatter           = "latter"            // 后者: the second of the two named last
	ReferMeeting          = "meeting"           // 会议, 此次会议: the meeting named last
)

// Entity is what the graph says of a node of its own: a gazetteer's record, or what a text tells of somebody unknown.
type Entity struct {
	ID       string // ISO 3166-1 alpha-2 for a country; slug of the English label; else COUNTRY/中文名
	Type     string
	Name     string // canonical Chinese name
	English  string
	Aliases  []string
	Country  string // id of its country: of a leader, an organization, a place
	ISO3     string
	Wikidata string // Q…, from a table, never guessed
	Broader  string // id of the broader supply
	HS       string // Harmonized System heading, where verified
	Members  []string
	Offices  []Office
	Former   []string // ids under which earlier builds may have named it
}

// Office is one tenure. Since and Until are set only where a table has a term; Seen are the first and last mention.
type Office struct {
	Of           string // entity id of the country or organization
	Title        string // as the press writes it, without the name of the country or organization
	Since, Until Day
	Seen         [2]Day
}

// Held reports whether the office can have been held on a day: by its term, which has no end where Until is unknown, else in
// the years of mention. Of an unknown year nothing is known.
func (o Office) Held(day Day) bool {
	if day.Year == 0 {
		return false
	}
	if o.Since.IsZero() && o.Until.IsZero() {
		return o.Seen[0].Year > 0 && o.Seen[0].Year <= day.Year && day.Year <= o.Seen[1].Year
	}
	return (o.Since.IsZero() || o.Since.Earliest() <= day.Latest()) && (o.Until.IsZero() || day.Earliest() <= o.Until.Latest())
}

// InOffice is whose office somebody can have held on a day, or "": a country or an organization.
func (e Entity) InOffice(day Day) string {
	for _, o := range e.Offices {
		if o.Held(day) {
			return o.Of
		}
	}
	return ""
}

// Called reports whether a name, or an id, is one of an entity's.
func (e Entity) Called(name string) bool {
	return name != "" && (e.ID == name || e.Name == name || strings.EqualFold(e.English, name) || slices.Contains(e.Aliases, name))
}
