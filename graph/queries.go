package graph

import (
	"embed"
	"path"
	"strings"
)

//go:embed queries/*.js
var queryFiles embed.FS

// NamedQuery is one of the shipped queries.
type NamedQuery struct {
	Name, Doc string // Doc: the comment at the script's head
	Args      []Arg
	Script    string
}

// With is the query with arguments; Limit is the caller's.
func (n NamedQuery) With(args ...string) Query {
	return Query{Name: n.Name, Script: n.Script, Args: args, Shipped: true}
}

// Arg is an argument of a shipped query.
type Arg struct {
	Name     string
	Optional bool
}

// Queries lists the shipped queries by name. The first line of each says what it takes: `// NAME ARG [ARG]`.
func Queries() []NamedQuery {
	files, err := queryFiles.ReadDir("queries")
	if err != nil {
		return nil // they are part of the binary
	}
	var out []NamedQuery
	for _, f := range files {
		raw, err := queryFiles.ReadFile(path.Join("queries", f.Name()))
		if err != nil {
			return nil
		}
		out = append(out, parseQuery(strings.TrimSuffix(f.Name(), ".js"), string(raw)))
	}
	return out
}

func parseQuery(name, script string) NamedQuery {
	q := NamedQuery{Name: name, Script: script}
	var doc []string
	for i, line := range strings.Split(script, "\n") {
		rest, ok := strings.CutPrefix(line, "//")
		if !ok {
			break
		}
		if i > 0 {
			doc = append(doc, strings.TrimSpace(rest))
			continue
		}
		for _, word := range strings.Fields(rest)[1:] {
			arg := strings.Trim(word, "[]")
			q.Args = append(q.Args, Arg{Name: arg, Optional: arg != word})
		}
	}
	q.Doc = strings.Join(doc, " ")
	return q
}
