package graph

import (
	"context"
	"errors"
)

// Query is a Gizmo script with what it is given. Its deadline comes with the context.
type Query struct {
	Name   string // shown in errors; "" is "query"
	Script string
	Args   []string // the script's array `args`
	Limit  int      // rows at most; 0 none
}

// Rows is a table: one cell a column in every row. A cell is nil, string, bool, float64, json.Number, or a []any or
// map[string]any of these.
type Rows struct {
	Columns   []string
	Rows      [][]any
	Truncated bool // the limit cut it short
}

// GizmoError is a fault in a script: Line and Column count from 1, Column in code points; 0 when no place is known.
type GizmoError struct {
	Name          string
	Line, Column  int
	Fault, Remedy string
}

// Error is NAME:LINE:COLUMN: FAULT: REMEDY.
func (e *GizmoError) Error() string { return e.Fault }

// Run executes a query.
func (s *Store) Run(ctx context.Context, q Query) (Rows, error) { return Rows{}, errors.New("not yet") }

// NamedQuery is one of the shipped queries.
type NamedQuery struct {
	Name, Doc string
	Args      []Arg
	Script    string
}

// Arg is a named argument of a shipped query.
type Arg struct {
	Name     string
	Optional bool
}

// Queries lists the shipped queries by name.
func Queries() []NamedQuery { return nil }
