package extract

import (
	"cmp"
	"maps"
	"slices"
	"sort"
	"strings"
	"sync"

	"jishi/extract/rule"
	"jishi/schema"
)

// Coverage is what the rules do on texts: which of them fire, and which sentences hold a trigger and give nothing.
type Coverage struct {
	Entries   int
	Sentences int
	Waiting   int // sentences that hold a trigger
	Silent    int // of those, the ones of which no rule gives a fact

	rules     map[string]*RuleUse
	triggers  map[string]*TriggerUse
	conflicts map[[2]string]*Conflict
	examples  int // how many passages are kept of each kind
}

// RuleUse is what became of one rule.
type RuleUse struct {
	*rule.Rule
	Taken  int            // places where one of its patterns fits and no rule of its relation was taken before it
	Facts  int            // facts that it gave
	Behind map[string]int // rules that were taken in its stead where it fits, and how often
}

// Shadowed reports whether the rule fits, but another one is taken wherever it does.
func (u RuleUse) Shadowed() bool { return u.Taken == 0 && len(u.Behind) > 0 }

// TriggerUse is what became of the sentences that hold a trigger word.
type TriggerUse struct {
	Word      string
	Sentences int       // that hold it
	Silent    int       // of those, the ones of which no rule gives a fact
	NoPattern int       // of those, the ones in which no pattern fits at the word
	Rules     []string  // that wait for it
	Examples  []Passage // silent ones, from the first on
}

// Passage is a sentence and what is to be said of it.
type Passage struct {
	Document string // its id
	Line     int    // of the document, from 1
	Text     string
	Why      string // it gives no fact; or the facts that are at odds

	at int // byte of the document's text
}

// Conflict is two rules that read one place into different facts about the same two parties.
type Conflict struct {
	Rules    [2]string
	Places   int
	Examples []Passage
}

// Cover reads a document, with up to jobs workers, and tells what the rules did. Of each trigger and each conflict it
// keeps so many examples. The result does not depend on jobs.
func (x *Extractor) Cover(doc schema.Document, jobs, examples int) Coverage {
	const batch = 64 // entries a turn: fewer would not be worth it
	parts := make([]Coverage, (len(doc.Entries)+batch-1)/batch)
	turns := make(chan int)
	var workers sync.WaitGroup
	for range max(1, min(jobs, len(parts))) {
		workers.Go(func() {
			for i := range turns {
				c := newCoverage(x.rules.Rules, examples)
				for k := i * batch; k < min((i+1)*batch, len(doc.Entries)); k++ {
					c.entry(x.readTraced(&doc, &doc.Entries[k]))
				}
				parts[i] = c
			}
		})
	}
	for i := range parts {
		turns <- i
	}
	close(turns)
	workers.Wait()
	all := newCoverage(x.rules.Rules, examples)
	for _, c := range parts {
		all.Add(c)
	}
	all.number(doc.Text)
	return all
}

// number gives the passages of a text their lines.
func (c *Coverage) number(text string) {
	var ends []int
	for i := range len(text) {
		if text[i] == '\n' {
			ends = append(ends, i)
		}
	}
	number := func(list []Passage) {
		for i := range list {
			list[i].Line = sort.SearchInts(ends, list[i].at) + 1
		}
	}
	for _, u := range c.triggers {
		number(u.Examples)
	}
	for _, k := range c.conflicts {
		number(k.Examples)
	}
}

// newCoverage is that of no text.
func newCoverage(rules []*rule.Rule, examples int) Coverage {
	c := Coverage{rules: map[string]*RuleUse{}, triggers: map[string]*TriggerUse{}, conflicts: map[[2]string]*Conflict{}, examples: examples}
	for _, r := range rules {
		c.rules[r.Name] = &RuleUse{Rule: r, Behind: map[string]int{}}
	}
	return c
}

// Add takes in the coverage of a further text, by the same extractor.
func (c *Coverage) Add(d Coverage) {
	if c.rules == nil {
		rules := make([]*rule.Rule, 0, len(d.rules))
		for _, u := range d.rules {
			rules = append(rules, u.Rule)
		}
		*c = newCoverage(rules, d.examples)
	}
	c.Entries, c.Sentences, c.Waiting, c.Silent = c.Entries+d.Entries, c.Sentences+d.Sentences, c.Waiting+d.Waiting, c.Silent+d.Silent
	for name, u := range d.rules {
		mine := c.rules[name]
		mine.Taken, mine.Facts = mine.Taken+u.Taken, mine.Facts+u.Facts
		for other, n := range u.Behind {
			mine.Behind[other] += n
		}
	}
	for word, u := range d.triggers {
		mine := c.trigger(word)
		mine.Sentences, mine.Silent, mine.NoPattern = mine.Sentences+u.Sentences, mine.Silent+u.Silent, mine.NoPattern+u.NoPattern
		mine.Examples = c.keep(mine.Examples, u.Examples...)
	}
	for pair, k := range d.conflicts {
		mine := c.conflict(pair)
		mine.Places += k.Places
		mine.Examples = c.keep(mine.Examples, k.Examples...)
	}
}

func (c *Coverage) keep(list []Passage, more ...Passage) []Passage {
	return append(list, more[:min(len(more), max(0, c.examples-len(list)))]...)
}

func (c *Coverage) trigger(word string) *TriggerUse {
	if c.triggers[word] == nil {
		c.triggers[word] = &TriggerUse{Word: word}
	}
	return c.triggers[word]
}

func (c *Coverage) conflict(pair [2]string) *Conflict {
	if c.conflicts[pair] == nil {
		c.conflicts[pair] = &Conflict{Rules: pair}
	}
	return c.conflicts[pair]
}

// Rules are all rules, by name.
func (c *Coverage) Rules() []RuleUse {
	var out []RuleUse
	for _, name := range slices.Sorted(maps.Keys(c.rules)) {
		out = append(out, *c.rules[name])
	}
	return out
}

// Triggers are the trigger words of silent sentences, those with most of them first.
func (c *Coverage) Triggers() []TriggerUse {
	waits := map[string][]string{}
	for _, u := range c.Rules() {
		for _, w := range u.Triggers {
			waits[w] = append(waits[w], u.Name)
		}
	}
	var out []TriggerUse
	for _, u := range c.triggers {
		if u.Silent > 0 {
			u.Rules = waits[u.Word]
			out = append(out, *u)
		}
	}
	slices.SortFunc(out, func(a, b TriggerUse) int {
		return cmp.Or(cmp.Compare(b.Silent, a.Silent), strings.Compare(a.Word, b.Word))
	})
	return out
}

// Conflicts are the pairs of rules that are at odds, those that are so most often first.
func (c *Coverage) Conflicts() []Conflict {
	var out []Conflict
	for _, k := range c.conflicts {
		out = append(out, *k)
	}
	slices.SortFunc(out, func(a, b Conflict) int {
		return cmp.Or(cmp.Compare(b.Places, a.Places), strings.Compare(a.Rules[0], b.Rules[0]), strings.Compare(a.Rules[1], b.Rules[1]))
	})
	return out
}
