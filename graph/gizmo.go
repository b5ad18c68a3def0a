package graph

import (
	"bytes"
	"context"
	_ "embed"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/cayleygraph/cayley/query"
	"github.com/cayleygraph/cayley/query/gizmo"
	"github.com/dop251/goja"
	"github.com/dop251/goja/parser"
)

//go:embed gizmo_prelude.js
var prelude string

// Query is a Gizmo script with what it is given. Its deadline comes with the context.
type Query struct {
	Name    string // shown in errors; "" is "query"
	Script  string
	Args    []string // the script's array `args`
	Limit   int      // rows at most; 0 none
	Shipped bool     // one of Queries: what it refuses is its arguments, and its errors have no place in the script
	// ByCountry gives rows of facts each party as the country for which it counts at the fact's date, and two columns more
	// with its code, subject_iso3 and object_iso3. Offices, which are no deeds, are left out.
	ByCountry bool
	Labels    string // language of the names in rows of facts: zh, en; "": as the texts have them
}

// GizmoError is a fault in a script: Line and Column count from 1, Column in code points; 0 when no place is known.
type GizmoError struct {
	Name          string
	Line, Column  int
	Fault, Remedy string
	Err           error // context.DeadlineExceeded or context.Canceled when the query was stopped, else nil
}

// Error is NAME:LINE:COLUMN: FAULT; REMEDY.
func (e *GizmoError) Error() string {
	where := e.Name
	if e.Line > 0 {
		where = fmt.Sprintf("%s:%d:%d", e.Name, e.Line, e.Column)
	}
	return where + ": " + e.Fault + "; " + e.Remedy
}

// Unwrap gives the cause.
func (e *GizmoError) Unwrap() error { return e.Err }

// Run executes a query. Its fault is a *GizmoError; when the context ends it, the rows so far come with the error.
func (s *Store) Run(ctx context.Context, q Query) (Rows, error) {
	if q.Name == "" {
		q.Name = "query"
	}
	if err := checkSyntax(q); err != nil {
		return Rows{}, err
	}
	ctx, cancel := context.WithCancel(ctx) // ends the walks of a script that goes on after its limit
	defer cancel()
	qs, err := s.quadStore(ctx)
	if err != nil {
		return Rows{}, err
	}
	session := gizmo.NewSession(qs)
	start, err := s.prelude(q)
	if err != nil {
		return Rows{}, err
	}
	if err := execute(ctx, session, start, func(*gizmo.Result) (bool, error) { return true, nil }); err != nil {
		if ctx.Err() != nil {
			return Rows{}, fault(ctx, q, err)
		}
		return Rows{}, fmt.Errorf("the prelude of Gizmo: %w", err)
	}
	t := &table{store: s, byCountry: q.ByCountry, labels: q.Labels, name: func(r *gizmo.Result) (map[string]any, error) { return tags(qs, r) }, limit: q.Limit}
	// The value of a script's last line is no result; Gizmo would copy it however deep it is.
	err = execute(ctx, session, q.Script+"\n;undefined", t.add)
	return t.rows(), fault(ctx, q, err)
}

// prelude is what runs before a script: guards, short forms of IRIs, arguments.
func (s *Store) prelude(q Query) (string, error) {
	short, err := json.Marshal(prefixes(s.base))
	if err != nil {
		return "", err
	}
	args := q.Args
	if args == nil {
		args = []string{}
	}
	given, err := json.Marshal(args)
	if err != nil {
		return "", err
	}
	meanings, err := json.Marshal(s.meanings(q))
	if err != nil {
		return "", err
	}
	return strings.TrimSpace(prelude) + "(" + string(short) + ", " + string(meanings) + ");\nglobalThis.args = " + string(given) + ";\nundefined", nil
}

// execute runs a script to its end, or until each says that it has enough.
func execute(ctx context.Context, session *gizmo.Session, script string, each func(*gizmo.Result) (bool, error)) error {
	it, err := session.Execute(ctx, script, query.Options{Collation: query.Raw, Limit: -1})
	if err != nil {
		return err
	}
	for it.Next(ctx) {
		r, ok := it.Result().(*gizmo.Result)
		if !ok || r.Meta {
			continue
		}
		if more, err := each(r); err != nil || !more {
			it.Close()
			return err
		}
	}
	if err := it.Err(); err != nil {
		return err
	}
	return ctx.Err()
}

// longestScript keeps the parser from running out of stack, which ends the process: it nests as deep as brackets do.
const longestScript = 100_000

// checkSyntax reads a script before anything runs, for the first fault's place.
func checkSyntax(q Query) error {
	if len(q.Script) > longestScript {
		return &GizmoError{Name: q.Name, Fault: fmt.Sprintf("the script has %d bytes, more than %d", len(q.Script), longestScript),
			Remedy: "give what is long as an argument or ask in parts"}
	}
	_, err := parser.ParseFile(nil, "", q.Script, 0)
	var list parser.ErrorList
	if errors.As(err, &list) && len(list) > 0 {
		e := list[0]
		return &GizmoError{Name: q.Name, Line: e.Position.Line, Column: column(q.Script, e.Position.Line, e.Position.Column),
			Fault: "syntax error: " + lowerFirst(e.Message), Remedy: "mend the script here"}
	}
	if err == nil {
		_, err = goja.Compile("", q.Script, false)
	}
	if err != nil {
		e := &GizmoError{Name: q.Name, Fault: "syntax error: " + strings.TrimPrefix(err.Error(), "SyntaxError: "), Remedy: "mend the script"}
		var compiler *goja.CompilerSyntaxError
		if errors.As(err, &compiler) && compiler.File != nil {
			p := compiler.File.Position(compiler.Offset)
			e.Line, e.Column, e.Fault = p.Line, column(q.Script, p.Line, p.Column), "syntax error: "+lowerFirst(compiler.Message)
		}
		return e
	}
	return nil
}

func lowerFirst(s string) string {
	if s == "" {
		return s
	}
	return strings.ToLower(s[:1]) + s[1:]
}

// column turns the parser's column, which counts bytes, into one of code points.
func column(script string, line, col int) int {
	lines := strings.SplitAfter(script, "\n")
	if line < 1 || line > len(lines) {
		return col
	}
	l := lines[line-1]
	return utf8.RuneCountInString(l[:min(max(col-1, 0), len(l))]) + 1
}

// fault gives an error of a run its place and its remedy.
func fault(ctx context.Context, q Query, err error) error {
	if err == nil {
		return nil
	}
	e := &GizmoError{Name: q.Name, Fault: err.Error(), Remedy: "mend the script"}
	var (
		thrown      *goja.Exception
		interrupted *goja.InterruptedError
	)
	switch {
	case ctx.Err() != nil && (errors.Is(err, ctx.Err()) || errors.As(err, &interrupted)):
		e.Err = ctx.Err()
		e.Fault, e.Remedy = "the query was stopped", "run it again"
		if errors.Is(e.Err, context.DeadlineExceeded) {
			e.Fault, e.Remedy = "the query was not done in time", "raise --timeout, or begin the path at a node and not at all of them"
		}
	case errors.As(err, &thrown):
		e.Fault, e.Remedy = strings.TrimPrefix(thrown.Value().String(), "TypeError: "), "mend the script here"
		refused, remedy, ok := strings.Cut(e.Fault, "; ")
		if ok {
			e.Fault, e.Remedy = refused, remedy // it says itself what to do
		}
		if ok && q.Shipped {
			break
		}
		for _, f := range thrown.Stack() {
			if p := f.Position(); p.Line > 0 && !strings.HasPrefix(f.FuncName(), "guard$") {
				e.Line, e.Column = p.Line, column(q.Script, p.Line, p.Column)
				break
			}
		}
	}
	return e
}

// ordered reads a JSON object with the order of its keys.
func ordered(raw []byte) (keys []string, cells map[string]any, err error) {
	d := json.NewDecoder(bytes.NewReader(raw))
	d.UseNumber()
	if _, err := d.Token(); err != nil { // {
		return nil, nil, err
	}
	cells = map[string]any{}
	for d.More() {
		t, err := d.Token()
		if err != nil {
			return nil, nil, err
		}
		key, _ := t.(string)
		var v any
		if err := d.Decode(&v); err != nil {
			return nil, nil, err
		}
		keys = append(keys, key)
		cells[key] = v
	}
	return keys, cells, nil
}
