package lexicon

import (
	"sort"

	"jishi/schema"
	"jishi/schema/datafile"
)

// tenure is a person in an office that one holds at a time.
type tenure struct {
	record datafile.Record
	at     int // position among his offices
	office schema.Office
}

// lintTerms compares the tenures of each office. Days of mention alone are no term: a predecessor is named in retrospect.
// But whoever is named as holder for the first time after a term began that has no end must have ended it.
func lintTerms(l *Lexicon, records []datafile.Record, _ Options) datafile.Problems {
	main, several := officeWords(records)
	held := map[[2]string][]tenure{}
	for _, r := range records {
		e := l.entities[r.Value("id")]
		if r.Kind != "leaders" || e == nil {
			continue
		}
		disputed := disputedOffices(r)
		for i, o := range e.Offices {
			word := o.Title
			if main[word] != "" {
				word = main[word]
			}
			if !several[word] && !disputed[i] {
				held[[2]string{o.Of, word}] = append(held[[2]string{o.Of, word}], tenure{r, i, o})
			}
		}
	}
	var out datafile.Problems
	for _, tenures := range held {
		out = append(out, overlaps(tenures)...)
	}
	return out
}

// disputedOffices says of each office of a person whether another claims it at the same time.
func disputedOffices(r datafile.Record) map[int]bool {
	p := new(leaderRecord)
	if len(r.Decode(p)) > 0 {
		return nil
	}
	out := map[int]bool{}
	for i, o := range p.Offices {
		out[i] = o.Disputed
	}
	return out
}

// officeWords gives the word for which another stands, and the words of offices that several may hold.
func officeWords(records []datafile.Record) (main map[string]string, several map[string]bool) {
	main, several = map[string]string{}, map[string]bool{}
	for _, r := range records {
		if r.Kind != "offices" {
			continue
		}
		for _, word := range append(r.Values("aliases"), r.Value("zh")) {
			main[word] = r.Value("sameAs")
			several[word] = r.Value("several") == "true"
		}
	}
	return main, several
}

func overlaps(tenures []tenure) datafile.Problems {
	var out datafile.Problems
	sort.SliceStable(tenures, func(i, j int) bool { return tenures[i].begin() < tenures[j].begin() })
	for i, a := range tenures {
		if a.office.Since.IsZero() {
			continue // no term
		}
		for _, b := range tenures[i+1:] {
			if fault, remedy := a.beside(b); fault != "" {
				out = append(out, a.record.Problem("offices", fault, remedy, a.at))
				break
			}
		}
	}
	return out
}

// begin is the first day on which the tenure can have begun.
func (t tenure) begin() int {
	if t.office.Since.IsZero() {
		return t.office.Seen[0].Earliest()
	}
	return t.office.Since.Earliest()
}

// beside says what is wrong with a term and a tenure that begins not before it; nothing when one follows the other.
func (t tenure) beside(next tenure) (fault, remedy string) {
	id, at := next.record.Value("id"), next.record.Place()
	since, seen, until := next.office.Since, next.office.Seen[0], t.office.Until
	switch {
	case id == t.record.Value("id"), !next.office.Until.IsZero() && next.office.Until.Earliest() <= t.office.Since.Latest(): // he may have gone before
		return "", ""
	case until.IsZero() && !since.IsZero() && since.Latest() > t.office.Since.Latest():
		return "the term has no end, but " + id + " has the office since " + since.String() + ", at " + at, "give it until"
	case until.IsZero() && since.IsZero() && seen.Latest() > t.office.Since.Latest():
		return "the term has no end, but " + id + " is first named in the office on " + seen.String() + ", at " + at, "give it until"
	case !until.IsZero() && !since.IsZero() && since.Latest() < until.Earliest():
		return "the term ends in " + until.String() + ", but " + id + " has the office since " + since.String() + ", at " + at,
			"mend the days; or write disputed: true in both, where two claim the office, or several: true at the word in offices.yaml"
	}
	return "", ""
}
