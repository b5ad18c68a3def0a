package lexicon

import (
	"slices"
	"strconv"
	"unicode/utf8"

	"jishi/schema/datafile"
)

// claim is a form that a record says is a name of its own, and where it says so.
type claim struct {
	form, key string
	at        []any // position in the key's list
	record    datafile.Record
}

// claimsOf gives the names and one-character forms of a record.
func claimsOf(r datafile.Record) []claim {
	var out []claim
	for _, key := range []string{"zh", "long", "aliases", "char", "charGuess", "fang"} {
		for i, form := range r.Values(key) {
			out = append(out, claim{form, key, []any{i}, r})
		}
	}
	return out
}

func (c claim) problem(fault, remedy string) datafile.Problem {
	return c.record.Problem(c.key, fault, remedy, c.at...)
}

// lintClaims tells of forms that several records claim, of whatever kind, and of declarations that nothing needs. A form
// in two keys of one record is one claim.
func lintClaims(l *Lexicon, records []datafile.Record, _ Options) datafile.Problems {
	var out datafile.Problems
	holders := map[string][]claim{}
	for _, r := range records {
		if !slices.Contains(entityKinds(), r.Kind) {
			continue
		}
		for _, c := range claimsOf(r) {
			held := holders[c.form]
			if i := slices.IndexFunc(held, func(o claim) bool { return o.record.Place() == r.Place() && o.record.Value("id") == r.Value("id") }); i >= 0 {
				if c.key == "aliases" || c.key == held[i].key {
					out = append(out, c.problem("the record has the name "+c.form+" already", "remove one"))
				}
				continue
			}
			holders[c.form] = append(held, c)
		}
	}
	for form, held := range holders {
		out = append(out, l.undeclared(form, held)...)
	}
	for _, r := range records {
		for i, form := range r.Values("ambiguous") {
			if held := holders[form]; len(held) < 2 && !(len(held) == 1 && l.isOffice(form)) || !slices.ContainsFunc(held, func(c claim) bool { return c.record.Value("id") == r.Value("id") }) {
				out = append(out, r.Problem("ambiguous", "no two records have the name "+form, "remove it: nothing is ambiguous", i))
			}
		}
	}
	return out
}

// undeclared tells of each record that has a form which others, or an office, have too, and does not say so.
func (l *Lexicon) undeclared(form string, held []claim) datafile.Problems {
	var out datafile.Problems
	for i, c := range held {
		if declares(c.record, form) {
			continue
		}
		if len(held) > 1 {
			other := held[(i+1)%len(held)].record
			out = append(out, c.problem("the name "+form+" is also of "+strconv.Quote(other.Value("id"))+", at "+other.Place(), remedyOfClaim(form)))
		} else if l.isOffice(form) {
			out = append(out, c.problem("the name "+form+" is an office too", "write ambiguous: ["+form+"], or take the name away"))
		}
	}
	return out
}

// lintCharacters tells of names that are never found: texts are turned to simplified characters before they are read, and
// one character alone is no name.
func lintCharacters(_ *Lexicon, records []datafile.Record, o Options) datafile.Problems {
	var out datafile.Problems
	for _, r := range records {
		for _, key := range []string{"zh", "long", "aliases", "prefix", "char", "charGuess", "fang", "words"} {
			for i, form := range r.Values(key) {
				c := claim{form, key, []any{i}, r}
				if slices.Contains(entityKinds(), r.Kind) && (key == "zh" || key == "long" || key == "aliases") && utf8.RuneCountInString(form) == 1 {
					out = append(out, c.problem("the name "+form+" is one character", "give a longer one; a country's form stands under char"))
				}
				if o.Simplify == nil {
					continue
				}
				if simple, err := o.Simplify(form); err == nil && simple != form {
					out = append(out, c.problem("the name "+form+" is in traditional characters", "write "+simple+": texts are turned to simplified characters before they are read"))
				}
			}
		}
	}
	return out
}
