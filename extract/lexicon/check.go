package lexicon

import (
	"slices"
	"strconv"

	"jishi/schema"
	"jishi/schema/datafile"
)

// check finds what makes a set of records unusable and no record shows by itself: references to records that are not there, circles, names that two
// records claim, words of a closed list that are not in it.
func (l *Lexicon) check(records []datafile.Record) datafile.Problems {
	var out datafile.Problems
	names := map[string]datafile.Record{}
	for _, r := range records {
		out = append(out, l.checkWords(r)...)
		if of := r.Value("of"); of != "" && l.entities[of] == nil {
			out = append(out, r.Problem("of", "no record has the id "+strconv.Quote(of), "add the record, or mend the id"))
		}
		e := l.entities[r.Value("id")]
		if !slices.Contains(entityKinds(), r.Kind) {
			continue
		}
		if r.Value("id") == "" {
			out = append(out, r.Problem("id", "the record has no id", "give it one"))
		}
		if e == nil || r.Value("id") == "" {
			continue // it could not be read
		}
		if e.Name == "" {
			out = append(out, r.Problem("zh", "the record has no Chinese name", "give it a key zh"))
		}
		out = append(out, l.checkReferences(r, e)...)
		out = append(out, claims(names, r, e)...)
	}
	return out
}

func entityKinds() []string {
	return []string{"countries", "leaders", "organizations", "groups", "places", "supplies"}
}

func (l *Lexicon) checkReferences(r datafile.Record, e *schema.Entity) datafile.Problems {
	var out datafile.Problems
	missing := func(key, id string) {
		if id != "" && l.entities[id] == nil {
			out = append(out, r.Problem(key, "no record has the id "+strconv.Quote(id), "add the record, or mend the id"))
		}
	}
	missing("country", e.Country)
	missing("broader", e.Broader)
	for _, id := range e.Members {
		missing("members", id)
	}
	for _, o := range e.Offices {
		missing("offices", o.Of)
	}
	at := e.Broader
	for range 20 {
		if up := l.entities[at]; up != nil {
			at = up.Broader
		}
	}
	if at != "" && l.entities[at] != nil && l.entities[at].Broader != "" {
		out = append(out, r.Problem("broader", "the broader terms run in a circle", "let one of them have none"))
	}
	return out
}

// claims tells of a name that two records of one kind have. Leaders may share names: the title decides.
func claims(names map[string]datafile.Record, r datafile.Record, e *schema.Entity) datafile.Problems {
	if e.Type == "leader" {
		return nil
	}
	var out datafile.Problems
	for _, name := range append([]string{e.Name}, e.Aliases...) {
		key := e.Type + " " + name
		before, taken := names[key]
		if taken && before.Value("id") != e.ID && !(declares(r, name) && declares(before, name)) {
			out = append(out, r.Problem("zh", "the name "+name+" is also of "+strconv.Quote(before.Value("id"))+", at "+before.Place(), remedyOfClaim(name)))
		}
		names[key] = r
	}
	return out
}

// declares reports whether a record says of a name that others have it too.
func declares(r datafile.Record, name string) bool {
	return slices.Contains(r.Values("ambiguous"), name)
}

func remedyOfClaim(name string) string {
	return "write ambiguous: [" + name + "] in both, or take the name from one"
}

// checkWords compares the words of closed lists.
func (l *Lexicon) checkWords(r datafile.Record) datafile.Problems {
	closed := map[string]map[string][]string{
		"words":      {"pos": {posVerb, posNoun, posAbstract, posBoth, posAdverb, posPrep, posConj, posFunc, posModal, posPerson}},
		"heads":      {"type": {"organization", "meeting", "team", "facility", "supply", "group", "place"}},
		"names":      {"form": {"surname", "syllable"}},
		"references": {"refer": {schema.ReferBoth, schema.ReferBothLeaders, schema.ReferOther, schema.ReferThat, schema.ReferStricken, schema.ReferThatOrganization, schema.ReferPerson, schema.ReferSpeaker, schema.ReferAddressee, schema.ReferFormer, schema.ReferLatter, schema.ReferOwn, schema.ReferRegion, schema.ReferMeeting}},
	}
	var out datafile.Problems
	for key, list := range closed[r.Kind] {
		out = append(out, r.Unknown(key, key, r.Value(key), list)...)
	}
	return out
}
