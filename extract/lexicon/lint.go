package lexicon

import (
	"slices"
	"strconv"
	"strings"

	"jishi/schema"
	"jishi/schema/datafile"
)

// Lint gives every fault of the gazetteers: what Load refuses, and what loads but is wrong or will never be found.
func Lint(o Options) datafile.Problems {
	l, records, problems := read(o)
	for _, c := range lints() {
		problems = append(problems, c.find(l, records, o)...)
	}
	return problems
}

// lint is one kind of fault.
type lint struct {
	name, doc string
	find      func(l *Lexicon, records []datafile.Record, o Options) datafile.Problems
}

// lints is everything that Lint looks for beyond what Load refuses.
func lints() []lint {
	return []lint{
		{"labels", "a record without a Chinese or an English label", each(lintLabels)},
		{"kinds", "a reference to a record of another kind: a country that is no country", each((*Lexicon).lintKinds)},
		{"ids", "an id of Wikidata, or an ISO code, that is none or stands twice; a customs code without its source", lintCodes},
		{"names", "a name or one-character form that another record claims too, undeclared; a declaration that nothing needs", lintClaims},
		{"characters", "a name that no text can hold: of one character, or in traditional characters", lintCharacters},
		{"offices", "a person without an office or country, an office no file knows, days out of order", each((*Lexicon).lintOffices)},
		{"terms", "two persons who hold one office at the same time", lintTerms},
	}
}

// each makes a check of all records out of one of a record that names an entity.
func each(find func(*Lexicon, datafile.Record) datafile.Problems) func(*Lexicon, []datafile.Record, Options) datafile.Problems {
	return func(l *Lexicon, records []datafile.Record, _ Options) datafile.Problems {
		var out datafile.Problems
		for _, r := range records {
			out = append(out, find(l, r)...)
		}
		return out
	}
}

// lintLabels leaves the Chinese names of entities to Load, which refuses a record without.
func lintLabels(_ *Lexicon, r datafile.Record) datafile.Problems {
	if !slices.Contains(entityKinds(), r.Kind) && r.Kind != "offices" && r.Kind != "units" {
		return nil
	}
	if r.Value("en") == "" {
		return datafile.Problems{r.Problem("en", "the record has no English label", "give it a key en")}
	}
	return nil
}

// lintKinds compares what records refer to with what the keys mean.
func (l *Lexicon) lintKinds(r datafile.Record) datafile.Problems {
	var out datafile.Problems
	want := func(key string, i []any, id string, types ...string) {
		if e := l.entities[id]; e != nil && !slices.Contains(types, e.Type) {
			out = append(out, r.Problem(key, strconv.Quote(id)+" is of kind "+e.Type+", at "+l.places[id], "name a "+strings.Join(types, " or a "), i...))
		}
	}
	want("country", nil, r.Value("country"), "country")
	want("broader", nil, r.Value("broader"), "supply")
	for i, id := range r.Values("members") {
		want("members", []any{i}, id, "country")
	}
	if e := l.entities[r.Value("id")]; e != nil && r.Kind == "leaders" {
		for i, o := range e.Offices {
			want("offices", []any{i}, o.Of, "country", "organization")
		}
	}
	if word := r.Value("sameAs"); r.Kind == "offices" && word != "" && !l.isOffice(word) {
		out = append(out, r.Problem("sameAs", "no record is the office "+word, "add it, or mend the word"))
	}
	return out
}

func (l *Lexicon) isOffice(word string) bool {
	return slices.ContainsFunc(l.terms[word], func(t term) bool { return t.kind == isOffice })
}

// lintCodes looks at what outside tables know a record by.
func lintCodes(_ *Lexicon, records []datafile.Record, _ Options) datafile.Problems {
	var out datafile.Problems
	seen := map[string]datafile.Record{}
	for _, r := range records {
		for _, c := range codes() {
			code := r.Value(c.key)
			if code == "" {
				continue
			}
			if !c.is(code) {
				out = append(out, r.Problem(c.key, strconv.Quote(code)+" is no such code", "want one like "+c.like))
			}
			if before, ok := seen[c.key+code]; ok && c.unique {
				out = append(out, r.Problem(c.key, code+" stands already at "+before.Place(), "take it from one, or make one record of both"))
			}
			seen[c.key+code] = r
		}
		if (r.Value("hs") == "") != (r.Value("hsSource") == "") {
			out = append(out, r.Problem("hs", "hs and hsSource go together", "give both: a code without a source stays out"))
		}
	}
	return out
}

// code is a key whose values stand in an outside table.
type code struct {
	key, like string
	unique    bool
	is        func(string) bool
}

func codes() []code {
	return []code{
		{"wikidata", "Q142", true, func(s string) bool { return s[0] == 'Q' && allDigits(s[1:]) }},
		{"iso3", "FRA", true, func(s string) bool { return len(s) == 3 && strings.ToUpper(s) == s }},
		{"hs", "6307.90", false, func(s string) bool {
			chapter, rest, deep := strings.Cut(s, ".")
			return allDigits(chapter) && (len(chapter) == 4 && (!deep || len(rest) == 2 && allDigits(rest)) || len(chapter) == 2 && !deep)
		}},
	}
}

func allDigits(s string) bool {
	return s != "" && strings.Trim(s, "0123456789") == ""
}

// lintOffices looks at what a person holds.
func (l *Lexicon) lintOffices(r datafile.Record) datafile.Problems {
	e := l.entities[r.Value("id")]
	if r.Kind != "leaders" || e == nil || e.Type != "leader" {
		return nil
	}
	var out datafile.Problems
	if len(e.Offices) == 0 {
		out = append(out, r.Problem("offices", "the person holds no office", "give one, with seen, or since and until"))
	}
	if e.Country == "" {
		out = append(out, r.Problem("country", "the person has no country", "give it a key country"))
	}
	for i, o := range e.Offices {
		fault := func(fault, remedy string) { out = append(out, r.Problem("offices", fault, remedy, i)) }
		if o.Of == "" {
			fault("the office is of nobody", "give it a key of: a country or organization")
		}
		if !l.isOffice(o.Title) {
			fault("offices.yaml does not know the office "+strconv.Quote(o.Title), "write a word that stands there, or add it")
		}
		if o.Since.IsZero() && o.Until.IsZero() && o.Seen[0].IsZero() {
			fault("the office has no day", "give it seen, since or until")
		}
		for _, p := range [][2]schema.Day{{o.Since, o.Until}, o.Seen, {o.Since, o.Seen[1]}, {o.Seen[0], o.Until}} {
			if !p[0].IsZero() && !p[1].IsZero() && p[1].Latest() < p[0].Earliest() {
				fault(p[1].String()+" is before "+p[0].String(), "mend the days: since is not after until or the last seen, until not before the first seen")
				break
			}
		}
	}
	return out
}
