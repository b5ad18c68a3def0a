package main

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// spokenPackages are those whose messages must all be in the catalogues: what is given to sinks.
func spokenPackages() []string {
	return []string{".", "../../graph", "../../graph/export", "../../extract/source", "../../schema/find"}
}

// wordyPackages are those in which every text is a message, but for notSaid: faults of rules, gazetteers, ontology and
// corrections, what explain and eval print. They put messages together in too many ways to name them all.
func wordyPackages() []string {
	return []string{".", "../../extract/source", "../../schema", "../../schema/datafile", "../../extract", "../../extract/rule", "../../extract/lexicon", "../../extract/pattern",
		"../../extract/correction", "../../extract/eval"}
}

// notSaid tells of a text in wordyPackages that nobody is shown: tags, texts that are compared with, documentation.
func notSaid(text string) bool {
	for _, part := range []string{`yaml:"`, `json:"`, "^[", "# ", "yaml: ", "line ", " CN TW ", ") any ", "mention %s", "no year", "a run of characters that", "jishi ", "  jishi ", "text/", " kB", "%.1f GB", "<!doctype", "UTF-8, UTF-16",
		"Facts from Chinese", "first ", "last ", "second ", "language of help", "no setting", "%s commit", "what the rule reads", "{both: "} {
		if strings.HasPrefix(text, part) {
			return true
		}
	}
	return text == " or " || text == " and "
}

// silent are the functions in wordyPackages whose texts nobody is shown, or that write in both languages themselves.
func silent() []string {
	return []string{"lints", "Recognisers", "english", "chinese", "described", "interval", "dataKinds"}
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
	inspectCode(t, spokenPackages(), func(fset *token.FileSet, n ast.Node) bool { c.visit(fset, n); c.visitTitles(n); return true })
	inspectCode(t, wordyPackages(), c.visitWordy)
	c.readTemplate(t, "../../extract/explain.gohtml")
	if len(c.messages) < 500 {
		t.Fatalf("%d messages in the code", len(c.messages))
	}
	return c
}

// inspectCode visits every node of the code of packages, tests aside.
func inspectCode(t *testing.T, dirs []string, visit func(*token.FileSet, ast.Node) bool) {
	t.Helper()
	for _, dir := range dirs {
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
			ast.Inspect(f, func(n ast.Node) bool { return visit(fset, n) })
		}
	}
}

// visitWordy takes the longest text at a node, and looks no further into it.
func (c *codeTexts) visitWordy(fset *token.FileSet, n ast.Node) bool {
	add := func(e ast.Expr, text string) {
		text = strings.TrimPrefix(strings.Trim(text, "\n"), "; ")
		c.texts[text] = true
		if isMessage(text) && !notSaid(text) {
			c.messages[text] = fset.Position(e.Pos()).String()
		}
	}
	switch n := n.(type) {
	case *ast.ImportSpec:
		return false
	case *ast.KeyValueExpr: // of commands, whose help has a test of its own
		return !slices.Contains([]string{"Use", "Short", "Long", "Example"}, nameOf(n.Key))
	case *ast.FuncDecl:
		return !slices.Contains(silent(), n.Name.Name)
	case *ast.Field:
		ast.Inspect(n.Type, func(n ast.Node) bool { return n == nil || c.visitWordy(fset, n) })
		return false
	case *ast.CompositeLit:
		if n.Type == nil && len(n.Elts) == 3 && isWording(n) {
			for _, e := range n.Elts[1:] {
				ast.Inspect(e, func(n ast.Node) bool { return n == nil || c.visitWordy(fset, n) })
			}
			return false
		}
		if nameOf(n.Type) == "refusal" && len(n.Elts) == 3 {
			if text, ok := formatOf(n.Elts[1]); ok {
				if on, empty := n.Elts[2].(*ast.BasicLit); !empty || on.Value != `""` {
					text += " %s"
				}
				add(n, text)
			}
			return false
		}
	case *ast.CallExpr:
		if nameOf(n.Fun) == "count" { // one of so many: visit makes the message of it
			return false
		}
		if nameOf(n.Fun) == ".line" && len(n.Args) == 2 {
			if label, ok := formatOf(n.Args[0]); ok && label != "" {
				c.titles = append(c.titles, label)
			}
		}
	}
	e, ok := n.(ast.Expr)
	if !ok {
		return true
	}
	text, ok := formatOf(e)
	if ok {
		add(e, text)
	}
	return !ok || !isMessage(text)
}

// isWording reports whether a list is a message of the YAML library with what people are told instead.
func isWording(n *ast.CompositeLit) bool {
	text, ok := formatOf(n.Elts[0])
	return ok && len(n.Elts) == 3 && regexp.MustCompile(`^(did not|found|mapping|could not)`).MatchString(text)
}

// readTemplate takes what a template of a page says.
func (c *codeTexts) readTemplate(t *testing.T, name string) {
	t.Helper()
	raw, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	for _, m := range regexp.MustCompile(`\{\{(say|f) "([^"]*)"`).FindAllStringSubmatch(string(raw), -1) {
		if c.texts[m[2]] = true; strings.Contains(m[2], " ") || m[1] == "f" {
			c.messages[m[2]] = name
		} else {
			c.titles = append(c.titles, m[2])
		}
	}
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
