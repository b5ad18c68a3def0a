package graph

import (
	"errors"
	"regexp"

	"jishi/schema"
	"jishi/schema/find"
)

// Find gives the ids of whoever a name means: an id, a Chinese or English name, an alias, each in any script that
// schema/find knows. A party without identity has its name for an id. An error is a *find.Error.
func (s *Store) Find(name string) ([]string, error) {
	s.index.Do(func() {
		facts, err := s.Facts()
		if err != nil {
			s.index.err = err
			return
		}
		all := mergeEntities(s.m.descriptions())
		var bare []string
		for _, f := range facts {
			for _, p := range [...]schema.Party{f.Subject, f.Object} {
				if p.Entity == "" {
					bare = append(bare, p.Name)
				}
			}
		}
		s.index.names = find.New(all, bare)
	})
	if s.index.err != nil {
		return nil, s.index.err
	}
	return s.index.names.Find(name)
}

// meant is what a name that no node bears stands for: nodes, or what to do.
type meant struct {
	Nodes []string `json:"nodes,omitempty"`
	Fault string   `json:"fault,omitempty"`
}

// meanings looks up what a script may ask entity and factsAbout for: its arguments, and the names that stand in it. Names
// that an entity bears as they are a script finds itself.
func (s *Store) meanings(q Query) map[string]meant {
	asks := regexp.MustCompile(`\b(?:entity|factsAbout)\(\s*(?:"([^"\\]*)"|'([^'\\]*)'|args)`)
	var names []string
	for _, m := range asks.FindAllStringSubmatch(q.Script, -1) {
		names = append(names, m[1]+m[2])
	}
	if len(names) == 0 {
		return nil
	}
	out := map[string]meant{}
	for _, name := range append(names, q.Args...) {
		if name == "" || s.borne(name) {
			continue
		}
		ids, err := s.Find(name)
		var unknown *find.Error
		m := meant{}
		switch {
		case errors.As(err, &unknown):
			m.Fault = unknown.Error()
		case err != nil:
			continue // the graph cannot be read, as the script will find out
		}
		for _, id := range ids {
			m.Nodes = append(m.Nodes, "<"+s.entity(id).value+">")
		}
		out[name] = m
	}
	return out
}

// borne reports whether an entity is called so, letter by letter.
func (s *Store) borne(name string) bool {
	for _, e := range s.m.Entities {
		if e.ID == name || e.Name == name || e.English == name {
			return true
		}
		for _, a := range e.Aliases {
			if a == name {
				return true
			}
		}
	}
	return false
}
