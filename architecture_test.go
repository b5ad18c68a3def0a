// Package jishi_test holds the whole tree to what was decided about it: who imports whom, and what no package does.
package jishi_test

import (
	"encoding/json"
	"errors"
	"go/ast"
	"go/parser"
	"go/token"
	"io"
	"maps"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"jishi/schema"
)

// mayImport is the table: package → the packages of this module that it may import. A package that is not here fails.
func mayImport() map[string][]string {
	return map[string][]string{
		"jishi":              {}, // the root: what the program carries
		"schema/datafile":    {},
		"schema":             {"schema/datafile"},
		"extract/source":     {"schema"},
		"schema/find":        {"schema", "schema/datafile"},
		"extract/timex":      {"schema"},
		"extract/chronicle":  {"schema", "extract/timex"},
		"extract/token":      {"schema"},
		"extract/arena":      {},
		"extract/lexicon":    {"schema", "schema/datafile", "extract/token", "extract/arena"},
		"extract/pattern":    {"schema"},
		"extract/rule":       {"schema", "schema/datafile", "extract/pattern"},
		"extract/eval":       {"schema"},
		"extract/correction": {"schema", "schema/datafile"},
		"extract/damage":     {},
		"extract": {"schema", "schema/datafile", "extract/source", "extract/timex", "extract/chronicle", "extract/token",
			"extract/arena", "extract/lexicon", "extract/pattern", "extract/rule"},
		"graph":        {"schema", "schema/find"},
		"graph/export": {"schema", "graph"},
		"cmd/jishi":    {"schema", "schema/datafile", "schema/find", "extract", "extract/source", "extract/correction", "extract/eval", "extract/rule", "graph", "graph/export"},
		"bench":        {},
		"sbom":         {},
	}
}

// onlyIn says which packages alone may import a module.
func onlyIn() map[string][]string {
	return map[string][]string{
		"github.com/cayleygraph/":  {"graph"},
		"github.com/dop251/goja":   {"graph"},
		"github.com/spf13/viper":   {"cmd/jishi"},
		"github.com/spf13/cobra":   {"cmd/jishi"},
		"github.com/xuri/excelize": {"graph/export", "cmd/jishi"},
		"github.com/mozillazg/":    {"schema/find"},
		"github.com/go-ego/gse":    {"extract/token", "bench"},
		"github.com/saintfish/":    {"extract/source"},
		"github.com/yuin/goldmark": {"extract/source"},
		"github.com/ledongthuc/":   {"extract/source"},
		"codeberg.org/readeck/":    {"extract/source"},
		"gopkg.in/yaml":            {"schema/datafile", "cmd/jishi"},
		"go.yaml.in/yaml":          {"schema/datafile"},
		"github.com/goccy/go-yaml": {"schema/datafile"},
	}
}

// listed is a package as `go list` tells it.
type listed struct {
	ImportPath, Dir  string
	GoFiles, Imports []string
}

func (p listed) name() string { return strings.TrimPrefix(p.ImportPath, "jishi/") }

func packages(t *testing.T) []listed {
	t.Helper()
	cmd := exec.Command("go", "list", "-json=ImportPath,Dir,GoFiles,Imports", "./...")
	out, err := cmd.Output()
	if err != nil {
		var failed *exec.ExitError
		if errors.As(err, &failed) {
			t.Fatalf("go list: %v\n%s", err, failed.Stderr)
		}
		t.Fatal(err)
	}
	var ps []listed
	for d := json.NewDecoder(strings.NewReader(string(out))); ; {
		var p listed
		if err := d.Decode(&p); err == io.EOF {
			break
		} else if err != nil {
			t.Fatal(err)
		}
		if len(p.GoFiles) > 0 {
			ps = append(ps, p)
		}
	}
	if len(ps) < 3 {
		t.Fatalf("go list found %d packages", len(ps))
	}
	return ps
}

func TestImports(t *testing.T) {
	table, reserved := mayImport(), onlyIn()
	for _, p := range packages(t) {
		allowed, known := table[p.name()]
		if !known {
			t.Errorf("%s stands in no table: add it to mayImport, with what it is to import", p.name())
			continue
		}
		for _, path := range p.Imports {
			if own, ok := strings.CutPrefix(path, "jishi/"); ok && !slices.Contains(allowed, own) {
				t.Errorf("%s imports %s; it may import %v", p.name(), own, allowed)
			}
			for module, where := range reserved {
				if strings.HasPrefix(path, module) && !slices.Contains(where, p.name()) {
					t.Errorf("%s imports %s, which is for %v alone", p.name(), path, where)
				}
			}
		}
	}
}

// eachFile parses every Go file of the module that is no test.
func eachFile(t *testing.T, do func(fset *token.FileSet, f *ast.File)) {
	t.Helper()
	for _, p := range packages(t) {
		for _, name := range p.GoFiles {
			fset := token.NewFileSet()
			f, err := parser.ParseFile(fset, filepath.Join(p.Dir, name), nil, parser.ParseComments)
			if err != nil {
				t.Fatal(err)
			}
			do(fset, f)
		}
	}
}

// TestNoHiddenState: no init, no package variable but embedded files, errors and what is computed once from constants, so
// that what a function does follows from what it is given.
func TestNoHiddenState(t *testing.T) {
	eachFile(t, func(fset *token.FileSet, f *ast.File) {
		for _, d := range f.Decls {
			switch d := d.(type) {
			case *ast.FuncDecl:
				if d.Recv == nil && d.Name.Name == "init" {
					t.Errorf("%s: init()", fset.Position(d.Pos()))
				}
			case *ast.GenDecl:
				if d.Tok == token.VAR && !isEmbedded(d) {
					for _, s := range d.Specs {
						checkVariable(t, fset, s.(*ast.ValueSpec))
					}
				}
			}
		}
	})
}

func isEmbedded(d *ast.GenDecl) bool {
	if d.Doc == nil {
		return false
	}
	return slices.ContainsFunc(d.Doc.List, func(c *ast.Comment) bool { return strings.HasPrefix(c.Text, "//go:embed ") })
}

func checkVariable(t *testing.T, fset *token.FileSet, v *ast.ValueSpec) {
	t.Helper()
	for i, name := range v.Names {
		if name.Name == "_" || i < len(v.Values) && isFixed(v.Values[i]) {
			continue
		}
		t.Errorf("%s: package variable %s; make it a constant, a function or a field", fset.Position(name.Pos()), name.Name)
	}
}

// isFixed reports whether a value is a new error, or sync.OnceValue(…) of something.
func isFixed(e ast.Expr) bool {
	call, ok := e.(*ast.CallExpr)
	if !ok {
		return false
	}
	f, ok := call.Fun.(*ast.SelectorExpr)
	if !ok {
		return false
	}
	pkg, ok := f.X.(*ast.Ident)
	return ok && slices.Contains([]string{"errors.New", "fmt.Errorf", "sync.OnceValue", "sync.OnceValues"}, pkg.Name+"."+f.Sel.Name)
}

// TestNoRelationInCode: relations are data. A literal that is a relation's name, or that holds one which is no English
// word, means that adding a relation would take a change of code.
func TestNoRelationInCode(t *testing.T) {
	o, err := schema.LoadOntology(nil, "")
	if err != nil {
		t.Fatal(err)
	}
	whole := map[string]bool{}
	var inside []string
	for _, r := range o.Relations {
		if r.ID == schema.HoldsOffice {
			continue
		}
		whole[r.ID] = true
		if strings.ToLower(r.ID) != r.ID {
			inside = append(inside, r.ID)
		}
	}
	word := regexp.MustCompile(`\b(` + strings.Join(inside, "|") + `)\b`)
	eachFile(t, func(fset *token.FileSet, f *ast.File) {
		ast.Inspect(f, func(n ast.Node) bool {
			lit, ok := n.(*ast.BasicLit)
			if !ok || lit.Kind != token.STRING {
				return true
			}
			text, err := strconv.Unquote(lit.Value)
			if err != nil {
				t.Fatal(err)
			}
			if whole[text] || word.MatchString(text) {
				t.Errorf("%s: names a relation: %s", fset.Position(lit.Pos()), lit.Value)
			}
			return true
		})
	})
}

// TestTableIsWhole: every package of the table is there, so that a renamed one does not keep a right that nobody checks.
func TestTableIsWhole(t *testing.T) {
	var have []string
	for _, p := range packages(t) {
		have = append(have, p.name())
	}
	for _, name := range slices.Sorted(maps.Keys(mayImport())) {
		if !slices.Contains(have, name) {
			t.Errorf("the table has %s, which is no package", name)
		}
	}
}
