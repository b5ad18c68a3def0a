package main

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// spokenPackages are those whose messages must all be in the catalogues: what a user meets who writes no rules. Faults of
// rules and gazetteers, and what explain prints, are English.
func spokenPackages() []string {
	return []string{".", "../../graph", "../../graph/export", "../../extract/source", "../../schema/find"}
}

// sinks are the functions that messages are given to, and which of their arguments is the message.
func sinks() map[string]int {
	return map[string]int{"fmt.Errorf": 0, "errors.New": 0, "fmt.Fprintf": 1, "fmt.Fprintln": 1, "usageError": 1, "atLeast": 1, "exactly": 1, "atMost": 1,
		"count": 1, "noStore": 1, "damaged": 1, ".damaged": 0, "wrong": 0}
}

// holdsMessages reports whether the fields of a struct are messages.
func holdsMessages(name string) bool {
	return strings.HasSuffix(name, "Error") || slices.Contains([]string{"diagnosis", "fault", "question", "Left"}, name)
}

// codeTexts are the texts in the code of spokenPackages.
type codeTexts struct {
	messages map[string]string // what is given to sinks → where
	texts    map[string]bool   // every string there is, as a format
	titles   []string
}

func readCode(t *testing.T) codeTexts {
	t.Helper()
	c := codeTexts{messages: map[string]string{}, texts: map[string]bool{}}
	for _, dir := range spokenPackages() {
		files, err := filepath.Glob(filepath.Join(dir, "*.go"))
		if err != nil || len(files) == 0 {
			t.Fatal(dir, err)
		}
		fset := token.NewFileSet()
		for _, name := range files {
			if strings.HasSuffix(name, "_test.go") {
				continue
			}
			f, err := parser.ParseFile(fset, name, nil, 0)
			if err != nil {
				t.Fatal(err)
			}
			ast.Inspect(f, func(n ast.Node) bool { c.visit(fset, n); c.visitTitles(n); return true })
		}
	}
	if len(c.messages) < 100 {
		t.Fatalf("%d messages in the code", len(c.messages))
	}
	return c
}

func (c *codeTexts) visit(fset *token.FileSet, n ast.Node) {
	if e, ok := n.(ast.Expr); ok {
		if text, ok := formatOf(e); ok {
			c.texts[strings.Trim(text, "\n")] = true
		}
	}
	add := func(e ast.Expr) {
		if text, ok := formatOf(e); ok && isMessage(text) {
			c.messages[strings.Trim(text, "\n")] = fset.Position(e.Pos()).String()
		}
	}
	switch n := n.(type) {
	case *ast.CallExpr:
		name := nameOf(n.Fun)
		if at, ok := sinks()[name]; ok && at < len(n.Args) {
			if text, ok := formatOf(n.Args[at]); ok && name == "count" {
				c.messages["%d "+plural(text)] = fset.Position(n.Pos()).String()
				c.texts["%d "+plural(text)] = true
				return
			}
			add(n.Args[at])
		}
	case *ast.CompositeLit:
		if holdsMessages(nameOf(n.Type)) {
			for _, field := range n.Elts {
				if kv, ok := field.(*ast.KeyValueExpr); ok {
					field = kv.Value
				}
				add(field)
			}
		}
	}
}

// visitTitles finds lists that are the columns of a table, and what doctor calls its checks and states.
func (c *codeTexts) visitTitles(n ast.Node) {
	list := func(e ast.Expr) {
		if lit, ok := e.(*ast.CompositeLit); ok {
			for _, x := range lit.Elts {
				if title, ok := formatOf(x); ok {
					c.titles = append(c.titles, title)
				}
			}
		}
	}
	switch n := n.(type) {
	case *ast.KeyValueExpr:
		if key := nameOf(n.Key); key == "Columns" || key == "columns" {
			list(n.Value)
		}
	case *ast.AssignStmt:
		if nameOf(n.Lhs[0]) == ".Columns" {
			list(n.Rhs[0])
		}
	case *ast.CallExpr:
		if name := nameOf(n.Fun); name == ".writeSteps" || name == "writable" {
			list(&ast.CompositeLit{Elts: n.Args[:1]})
		}
	case *ast.CompositeLit:
		if nameOf(n.Type) == "diagnosis" {
			list(&ast.CompositeLit{Elts: n.Elts[:1]})
		}
	}
}

// plural is what count makes of a word for many.
func plural(word string) string { return strings.TrimPrefix(count(2, word), "2 ") }

// nameOf is the name of what is called or made: fmt.Errorf, usageError, StoreError, .damaged for a method.
func nameOf(e ast.Expr) string {
	switch e := e.(type) {
	case *ast.Ident:
		return e.Name
	case *ast.SelectorExpr:
		if x, ok := e.X.(*ast.Ident); ok && (x.Name == "fmt" || x.Name == "errors") {
			return x.Name + "." + e.Sel.Name
		}
		return "." + e.Sel.Name
	}
	return ""
}

// formatOf is a text of the code as a format: what is joined to it is a verb.
func formatOf(e ast.Expr) (string, bool) {
	switch e := e.(type) {
	case *ast.BasicLit:
		text, err := strconv.Unquote(e.Value)
		return text, err == nil && e.Kind == token.STRING
	case *ast.BinaryExpr:
		left, okLeft := formatOf(e.X)
		right, okRight := formatOf(e.Y)
		if !okLeft {
			left = "%s"
		}
		if !okRight {
			right = "%s"
		}
		return left + right, e.Op == token.ADD && (okLeft || okRight)
	case *ast.CallExpr:
		if nameOf(e.Fun) == "fmt.Sprintf" {
			return formatOf(e.Args[0])
		}
	}
	return "", false
}

// isMessage tells words from signs between verbs and names of flags.
func isMessage(text string) bool {
	rest := regexp.MustCompile(verb+"|--[a-z-]+").ReplaceAllString(text, "")
	return regexp.MustCompile(`[A-Za-z]{2,}`).MatchString(rest) && strings.Contains(text, " ")
}
