package rule

import (
	"slices"
	"strconv"
	"strings"

	"jishi/schema"
	"jishi/schema/datafile"
)

// checkFields compares the fields that take words of a closed list with it, and looks for words that can never stand in a
// text.
func (rule *Rule) checkFields(r datafile.Record) datafile.Problems {
	var out datafile.Problems
	want := func(key, value string, list ...string) {
		if value != "" {
			out = append(out, r.Unknown(key, key, value, list)...)
		}
	}
	want("within", rule.Within, "speech", "telling")
	want("subject", rule.Subject, "team", "named")
	if !strings.HasPrefix(rule.Object, "=") {
		want("object", rule.Object, objectWays()...)
	}
	roles := rule.roles()
	for i, need := range rule.Needs {
		out = append(out, r.Unknown("needs", "role", need, roles, i)...)
	}
	for key, parts := range map[string]map[string]string{"contains": rule.Contains, "lacks": rule.Lacks} {
		for role := range parts {
			out = append(out, r.Unknown(key, "role", role, roles, role)...)
		}
	}
	out = append(out, checkWords(r, "trigger", rule.Triggers)...)
	out = append(out, checkWords(r, "unless", rule.Unless)...)
	for word, pair := range rule.When {
		if key, value, ok := strings.Cut(pair, "="); !ok || key == "" || value == "" {
			out = append(out, r.Problem("when", "the word "+word+" gives "+strconv.Quote(pair), "write WORD: attribute=value", word))
		}
	}
	return out
}

// objectWays are the ways to find an object that no pattern names.
func objectWays() []string {
	return []string{"carried", "oblique", "partner", "other-side", "audience", "acting", "giver", "speaker", "meeting", "facility", "toward", "host", "open"}
}

// roles are those that the patterns fill, and those that are found without them.
func (rule *Rule) roles() []string {
	roles := []string{"items", "subject", "object", "sum"}
	for _, p := range rule.Patterns {
		for role := range p.Roles() {
			roles = append(roles, role)
		}
	}
	slices.Sort(roles)
	return slices.Compact(roles)
}

// checkWords tells of words that no token is.
func checkWords(r datafile.Record, key string, list []string) datafile.Problems {
	var out datafile.Problems
	for i, w := range list {
		switch {
		case w == "" || strings.ContainsAny(w, " \t\n"):
			out = append(out, r.Problem(key, "the word "+strconv.Quote(w)+" can never stand in a text", "write one word without blanks", i))
		case len([]rune(w)) > 1 && strings.ContainsAny(w, "，、；,;|"):
			out = append(out, r.Problem(key, "the word "+strconv.Quote(w)+" can never stand in a text", "write several words as "+key+": [甲, 乙], with half-width commas", i))
		}
	}
	return out
}

// checkObject tells of a pattern that can give no fact, because it names no other party and nothing says where to look.
// Of a relation between equals, those who act may be the two parties.
func (rule *Rule) checkObject(r datafile.Record, relation schema.Relation) datafile.Problems {
	var out datafile.Problems
	if rule.Object != "" || relation.Symmetric || relation.ID == "" {
		return nil
	}
	for i, p := range rule.Patterns {
		roles := p.Roles()
		if _, object := roles["object"]; object || roles["both"] != nil || len(rule.Patterns) != rule.written() {
			continue
		}
		key, deeper := rule.patternKey(i)
		out = append(out, r.Problem(key, "the pattern names no {object}, and the rule does not say where to look for it: it can give no fact",
			"add {object}, or {both: actor+}, or one of: object: "+strings.Join(objectWays(), ", "), deeper...))
	}
	return out
}

// written is how many patterns the record has.
func (rule *Rule) written() int {
	if rule.Pattern == "" {
		return len(rule.Body.Patterns)
	}
	return len(rule.Body.Patterns) + 1
}

func (rule *Rule) checkExamples(r datafile.Record, ontology *schema.Ontology) datafile.Problems {
	var out datafile.Problems
	known, ways := relations(ontology), modalities(ontology)
	for i, example := range rule.Examples {
		if strings.TrimSpace(example.Text) == "" {
			out = append(out, r.Problem("examples", "the example has no text", "write text: …", i))
		}
		if len(example.Facts) == 0 {
			out = append(out, r.Problem("examples", "the example expects no fact", `write facts: ["RELATION(SUBJECT, OBJECT) MODALITY"], or put the text under not`, i))
		}
		for j, f := range example.Facts {
			if strings.Contains(f, datafile.ToFill) {
				continue
			}
			e, err := ParseExpectation(f)
			if err != nil {
				out = append(out, r.Problem("examples", err.Error(), howToWrite(f), i, "facts", j))
				continue
			}
			if !ontology.Broken && e.Relation != rule.Relation { // of which it is told already
				out = append(out, r.Unknown("examples", "relation", e.Relation, known, i, "facts", j)...)
			}
			for _, p := range r.Unknown("examples", "modality", e.Modality, ways, i, "facts", j) {
				before, _, _ := strings.Cut(f, ")")
				at := len([]rune(before)) + 1
				at += strings.Index(string([]rune(f)[at:]), e.Modality) // blanks alone stand between
				word := r.ProblemInside(at, "examples", p.Fault, p.Remedy, i, "facts", j)
				word.Length = len([]rune(e.Modality))
				out = append(out, word)
			}
		}
	}
	for i, text := range rule.Not {
		if strings.TrimSpace(text) == "" {
			out = append(out, r.Problem("not", "the counter-example has no text", "write a text, or remove it", i))
		}
	}
	return out
}

// howToWrite says what to do about an expected fact that is not understood.
func howToWrite(fact string) string {
	const form = `RELATION(SUBJECT, OBJECT) MODALITY key=value`
	switch {
	case strings.ContainsAny(fact, "（），＝“”"):
		return "write ( ) , = and quotation marks half-width: " + form
	case strings.Contains(fact, "(") != strings.Contains(fact, ")"):
		return `put each fact into quotation marks, since it holds a comma: facts: ["` + form + `"]`
	}
	return "write " + form
}
