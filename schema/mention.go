package schema

// Token is one word of a sentence, or one mention.
type Token struct {
	At Local
}

// Mention is one place of a sentence that names an entity, a date, a quantity or a referring expression.
type Mention struct {
	Type   string // an entity type of the ontology
	Entity string // id of the entity
	Name   string // canonical name, simplified characters
	At     Local
	By     string // what found it: gazetteer FILE:LINE, or the recogniser's name
}

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
