package extract

import (
	"jishi/extract/rule"
	"jishi/schema"
	"unicode/utf8"
)

// longest is how many code points of evidence a reader can take in.
const longest = 300

// evidence is the clauses from the first word that the match needs to the last; when that is too long, the trigger's
// clause; when that is too long, its part around the trigger.
func (d *draft) evidence() []schema.Span {
	from, to := d.clause, d.clause
	take := func(token int) {
		k := rule.ClauseOf(d.s.clauses, token)
		from, to = min(from, k), max(to, k)
	}
	for _, b := range d.Match.Bindings {
		take(b.Token)
	}
	if d.carried {
		for k := d.clause; k >= 0; k-- {
			if d.s.clauses[k].Subject >= 0 {
				from = min(from, k)
				break
			}
		}
	}
	at := d.between(from, to)
	if utf8.RuneCountInString(d.s.Text[at.Start:at.End]) > longest {
		at = d.between(d.clause, d.clause)
	}
	if text := d.s.Text[at.Start:at.End]; utf8.RuneCountInString(text) > longest {
		at = around(d.s.Text, at, d.s.tokens[d.Trigger].At)
	}
	return d.s.Spans(at)
}

func (d *draft) between(from, to int) schema.Local {
	first, last := d.s.clauses[from], d.s.clauses[to]
	return schema.Local{Start: d.s.tokens[first.Start].At.Start, End: d.s.tokens[max(last.End-1, last.Start)].At.End}
}

// around is at most longest code points of at, half of them on each side of the trigger.
func around(text string, at, trigger schema.Local) schema.Local {
	out := trigger
	for n := 0; n < longest/2-10; n++ {
		if out.Start > at.Start {
			_, size := utf8.DecodeLastRuneInString(text[:out.Start])
			out.Start -= size
		}
		if out.End < at.End {
			_, size := utf8.DecodeRuneInString(text[out.End:])
			out.End += size
		}
	}
	return out
}
