package rule

import (
	"regexp"
	"slices"
	"sort"
	"strconv"
	"strings"
	"unicode/utf8"

	"jishi/extract/pattern"
	"jishi/schema"
	"jishi/schema/datafile"
)

// read makes a rule of its record, as far as it can, and gives all its faults. What is missing is not told of a record
// that has misspelt or broken keys: it may stand under them.
func read(r datafile.Record, ontology *schema.Ontology) (*Rule, datafile.Problems) {
	rule := &Rule{Line: r.Line(), User: r.User, record: r}
	if r.Value("kind") != "" && len(r.Values("words")) > 0 && r.Value("relation") == "" {
		return rule, datafile.Problems{r.Problem("kind", "a cue stands among the rules", "put it into cues.yaml, or into a file named cues-ANYTHING.yaml")}
	}
	problems := r.Decode(&rule.Body)
	whole := len(problems) == 0
	rec := rule.Body
	rule.Rule = schema.Rule{Name: rec.ID, Relation: rec.Of, File: r.File, Hash: schema.Hash(r.Raw())}
	rule.Triggers = rec.Trigger
	relation, _ := ontology.Relation(rec.Of)
	if rec.Of != "" && rec.Of != datafile.ToFill && !ontology.Broken {
		for _, p := range r.Unknown("relation", "relation", rec.Of, relations(ontology)) {
			if datafile.Nearest(rec.Of, relations(ontology)) == "" {
				p.Remedy += "; or describe your own in the folder schema, as `jishi rules new` does"
			}
			problems = append(problems, p)
		}
	}
	problems = append(problems, rule.readPatterns(r, relation, ontology)...)
	problems = append(problems, rule.checkModalities(r, ontology)...)
	problems = append(problems, rule.checkFields(r)...)
	problems = append(problems, rule.checkObject(r, relation)...)
	problems = append(problems, rule.checkExamples(r, ontology)...)
	if whole {
		problems = append(problems, rule.missing(r)...)
	}
	return rule, problems
}

// missing tells of the keys that every rule must have.
func (rule *Rule) missing(r datafile.Record) datafile.Problems {
	var out datafile.Problems
	for _, m := range []struct {
		missing            bool
		key, fault, remedy string
	}{
		{rule.Name == "", "name", "the rule has no name", "give it one: name: some-words"},
		{rule.Relation == "", "relation", "the rule has no relation", "name a relation of the ontology: relation: called"},
		{len(rule.Triggers) == 0, "trigger", "the rule has no trigger", "name the words it waits for: trigger: [通电话]"},
		{rule.Pattern == "" && len(rule.Body.Patterns) == 0, "patterns", "the rule has no pattern", `add patterns: ["{subject} ... @ ... {object}"]`},
		{len(rule.Examples) == 0, "examples", "the rule has no example", "add examples: [{text: …, facts: […]}]"},
	} {
		if m.missing {
			out = append(out, r.Problem(m.key, m.fault, m.remedy))
		}
	}
	return out
}

func relations(ontology *schema.Ontology) []string {
	var ids []string
	for _, x := range ontology.Relations {
		ids = append(ids, x.ID)
	}
	return ids
}

func modalities(ontology *schema.Ontology) []string {
	var ids []string
	for _, x := range ontology.Modalities {
		ids = append(ids, x.ID)
	}
	return ids
}

func (rule *Rule) checkModalities(r datafile.Record, ontology *schema.Ontology) datafile.Problems {
	var out datafile.Problems
	known := modalities(ontology)
	for key, m := range map[string]string{"modality": rule.Modality, "always": rule.Always} {
		if m != "" {
			out = append(out, r.Unknown(key, "modality", m, known)...)
		}
	}
	for word, m := range rule.Body.Cues {
		out = append(out, r.Unknown("cues", "modality", m, known, word)...)
	}
	return out
}

// typesOf are the types that a mention can have.
func typesOf(ontology *schema.Ontology) []string {
	types := []string{schema.TypeDate, schema.TypeAmount, schema.TypeRefer}
	for _, t := range ontology.Entities {
		types = append(types, t.ID)
	}
	return types
}

// patternKey leads to the ith pattern of the record.
func (rule *Rule) patternKey(i int) (key string, deeper []any) {
	switch {
	case rule.Pattern == "":
		return "patterns", []any{i}
	case i == 0:
		return "pattern", nil
	}
	return "patterns", []any{i - 1}
}

func (rule *Rule) readPatterns(r datafile.Record, relation schema.Relation, ontology *schema.Ontology) datafile.Problems {
	var problems datafile.Problems
	types := typesOf(ontology)
	texts := rule.Body.Patterns
	if rule.Pattern != "" {
		texts = append([]string{rule.Pattern}, texts...)
	}
	for i, text := range texts {
		key, deeper := rule.patternKey(i)
		if strings.HasPrefix(text, "“") && strings.HasSuffix(text, "”") {
			problems = append(problems, r.Problem(key, "“ ” are no quotation marks of YAML", `write "…"`, deeper...))
			continue
		}
		p, err := pattern.Parse(text)
		if e, ok := err.(*pattern.Error); ok {
			problems = append(problems, r.ProblemInside(e.At, key, "pattern: "+e.Fault, e.Remedy, deeper...))
			continue
		}
		rule.Patterns = append(rule.Patterns, p)
		problems = append(problems, rule.checkRoles(p, rule.narrowable(relation, ontology), types, func(part, fault, remedy string) datafile.Problem {
			at, length := whereIn(text, part)
			p := r.ProblemInside(at, key, fault, remedy, deeper...)
			p.Length = length
			return p
		})...)
	}
	return problems
}

// narrowable is the relation without those of its sides of which others are to blame for what they do not take: the ontology has
// types there that are none, or the relation of a shipped rule is a user's.
func (rule *Rule) narrowable(relation schema.Relation, ontology *schema.Ontology) schema.Relation {
	if _, changed := ontology.Changed(relation.ID); changed && !rule.User {
		relation.From, relation.To = nil, nil
	}
	types := typesOf(ontology)
	unknown := func(t string) bool { return t != "actor" && !slices.Contains(types, t) }
	if slices.ContainsFunc(relation.From, unknown) {
		relation.From = nil
	}
	if slices.ContainsFunc(relation.To, unknown) {
		relation.To = nil
	}
	return relation
}

// checkRoles tells of types that no mention has, of parties that the relation does not take, and of a role that is nearly
// one with a meaning of its own: any other would become an attribute of its name, in silence. at makes a fault at the first place of a role, or of ROLE:TYPE.
func (rule *Rule) checkRoles(p *pattern.Pattern, relation schema.Relation, types []string, at func(part, fault, remedy string) datafile.Problem) datafile.Problems {
	var out datafile.Problems
	roles := p.Roles()
	names := make([]string, 0, len(roles))
	for role := range roles {
		names = append(names, role)
	}
	sort.Strings(names)
	for _, role := range names {
		side := map[string][]string{"subject": relation.From, "object": relation.To}[role]
		if near := datafile.Nearest(role, []string{"subject", "object", "items"}); near != "" && near != role && len(roles[role]) > 0 {
			out = append(out, at(role, "the role "+strconv.Quote(role)+" has no meaning", "did you mean "+strconv.Quote(near)+"?"))
		}
		for _, t := range roles[role] {
			switch {
			case t == "actor":
			case !slices.Contains(types, t):
				out = append(out, at(role+":"+t, "unknown type of mention "+strconv.Quote(t), datafile.Suggest(t, append([]string{"actor"}, types...))))
			case rule.States && schema.Accepts(side, "country") && slices.Contains([]string{"leader", "organization", "team"}, t):
			case side != nil && !schema.Accepts(side, t):
				out = append(out, at(role+":"+t, "the relation "+relation.ID+" takes no "+t+" as its "+role, "its "+role+" is one of: "+strings.Join(side, ", ")))
			}
		}
	}
	return out
}

// whereIn is the character at which a role, or the type of ROLE:TYPE, first stands in a pattern, and how long it is.
func whereIn(text, part string) (at, length int) {
	role, word, typed := strings.Cut(part, ":")
	before := `\{\s*`
	if typed {
		before += regexp.QuoteMeta(role) + `\s*:[^}]*?`
	} else {
		word = role
	}
	m := regexp.MustCompile(before + `\b(` + regexp.QuoteMeta(word) + `)\b`).FindStringSubmatchIndex(text)
	if m == nil {
		return 0, 1
	}
	return utf8.RuneCountInString(text[:m[2]]), utf8.RuneCountInString(word)
}
