package graph

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"testing"
	"time"

	"jishi/schema"
)

// built makes a store of documents and opens it.
func built(t *testing.T, results ...schema.Result) *Store {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "store")
	if _, err := Update(dir, Build{Results: results, Rules: testRules()}); err != nil {
		t.Fatal(err)
	}
	s, err := Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

// show is a table as text: columns, then a row a line, cells parted by |.
func show(r Rows) string {
	var b strings.Builder
	b.WriteString(strings.Join(r.Columns, "|") + "\n")
	for _, row := range r.Rows {
		cells := make([]string, len(row))
		for i, c := range row {
			cells[i] = fmt.Sprint(c)
		}
		b.WriteString(strings.Join(cells, "|") + "\n")
	}
	return b.String()
}

func TestShippedQueries(t *testing.T) {
	s := built(t, spring("春").result())
	golden := filepath.Join("testdata", "queries")
	for _, q := range Queries() {
		for _, args := range [][]string{nil, {"挪威"}, {"lin-hai"}, {"Peru"}, {"2017-05-06"}, {"2017-05"}, {"2017-05-04#1"}, {"supply"}} {
			required := 0
			for _, a := range q.Args {
				if !a.Optional {
					required++
				}
			}
			if len(args) < required || len(args) > len(q.Args) || !fits(q, args) {
				continue
			}
			name := strings.Join(append([]string{q.Name}, args...), " ")
			t.Run(name, func(t *testing.T) {
				rows, err := s.Run(context.Background(), q.With(args...))
				if err != nil {
					t.Fatal(err)
				}
				checkGolden(t, filepath.Join(golden, name+".txt"), show(rows))
			})
		}
	}
}

// fits reports whether an argument is of the kind that a query takes.
func fits(q NamedQuery, args []string) bool {
	for i, a := range args {
		kind := map[string]string{"2017-05-06": "SINCE", "2017-05": "SINCE", "2017-05-04#1": "ID", "supply": "TYPE"}[a]
		if kind == "" {
			kind = "NAME"
		}
		if q.Args[i].Name != kind {
			return false
		}
	}
	return true
}

func checkGolden(t *testing.T, file, got string) {
	t.Helper()
	if *writeGolden {
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("%s: got\n%s\nwant\n%s\n(go test -update writes it)", file, got, want)
	}
}

// TestGuards: each of these ends the process, or never ends, in Gizmo as it is.
func TestGuards(t *testing.T) {
	s := built(t, spring("春").result())
	for _, c := range []struct{ script, want string }{
		{"iri(1)", "query:1:4: iri: want a string, got a number"},
		{"\n  str({})", "query:2:6: str: want a string, got an object"},
		{"g.V('甲').Out({})", "query:1:13: Out: want a string"},
		{"g.V().out(['<j:a>', {}])", "query:1:10: out: want a string"},
		{"g.V().LabelContext({})", "query:1:19: LabelContext: want a string"},
		{"var o = {}; o.o = o; g.emit(o)", "query:1:28: the value is nested too deeply or contains itself"},
		{"var a = []; a.push(a); g.V(a)", "query:1:27: g.V: a list within lists"},
		{"var a = []; a.push(a); g.V().out(a)", "query:1:33: out: a list within lists"},
		{"var o = {}; for (var i = 0; i < 1e5; i++) o = {o: o}; g.emit(o)", "nested too deeply"},
		{"g.V().tag({})", "tag: want a string"},
		{"g.V().save({}, 'x')", "save: want a string"},
		{"g.V().followRecursive({})", "followRecursive: want a string"},
		{"g.V().both(function () {})", "both: want a string, a value such as iri(…) or str(…), a path or a list of these, got a function"},
		{"g.V('')", "g.V: an empty string names no node"},
		{"g.V().has('<j:a>', NaN)", "has: NaN is no number"},
		{"g.V().limit(-1).all()", "limit: want a number of results"},
		{"g.V().skip({}).all()", "skip: want a number of results"},
		{"g.V().getLimit('x')", "getLimit: want a number of results"},
		{"g.V().forEach(1)", "forEach: want a function, got a number"},
		{"g.V().all().all()", "query:1:"},
		{"g.V().nothing()", "a path has no step called nothing"},
		{"g.emit(g.V())", "a path is no result"},
		{"emitFacts({})", "emitFacts: want a path"},
		{"emitFacts(g)", "emitFacts: want a path"},
		{"lt({})", "lt: want a string"},
		{"regex('(')", "regex: error parsing regexp"},
		{"typed('x')", "typed: want 2 arguments, got 1"},
		{"lang('x', {})", "lang: want a string, got an object"},
		{"g.addNamespace(1, 2)", "g.addNamespace: want two strings"},
		{"entity('无人')", "query:1:7: nothing in this store is called 无人; `jishi query --name entities` lists the names"},
		{"day('2017-02-29')", "query:1:4: 2017-02-29 is no date; write YYYY, YYYY-MM or YYYY-MM-DD"},
		{"refuse('甲', '乙')", "query:1:7: 甲; 乙"},
		{"\n\nthrow new Error('甲')", "query:3:7: Error: 甲"},
		{"var x = ;", "query:1:9: syntax error: unexpected token ;"},
		{"'甲甲'; )", "query:1:7: syntax error: unexpected token )"},
		{"g.V(", "query:1:5: syntax error: unexpected end of input"},
		{"let a; let a;", "query:1:12: syntax error: identifier 'a' has already been declared"},
		{"g.emit(Symbol('x'))", "query:1:7: a symbol is no result"},
		{"g.emit({a: function () {}})", "a function is no result"},
		{"g.emit([10n])", "a bigint is no result"},
		{"g.emit('" + strings.Repeat("x", longestScript) + "')", "query: the script has 100010 bytes, more than 100000"},
		{"Array.from = function () { return [{}] }; g.V().out(['<j:x>', {}]).all()", "out: want a string"},
		{"WeakMap.prototype.has = function () { return true }; g.V().out({}).all()", "out: want a string"},
		{"g.V().tag({toString: function () { return 'x' }})", "tag: want a string"},
		{"return 1", "query:1:1: syntax error: illegal return statement"},
	} {
		_, err := s.Run(context.Background(), Query{Script: c.script})
		var e *GizmoError
		if !errors.As(err, &e) || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: got %v, want %s", c.script, err, c.want)
		}
	}
}

func TestRunValues(t *testing.T) {
	s := built(t, spring("春").result())
	for _, c := range []struct{ script, want string }{
		{"g.emit(args)", "value\n[甲 \"]\n"},
		{"g.emit({b: 1, a: 'x', '2': null})", "2|b|a\n<nil>|1|x\n"},
		{"g.emit(7); g.emit('V'); g.emit(null); 1 + 1", "value\n7\nV\n"},
		{"g.emit(iri('j:called'))", "value\n<urn:jishi:called>\n"},
		{"g.emit(g.V('<j:entity/NO>').out('<rdfs:label>').toArray().sort())", "value\n[Norway 挪威]\n"},
		{"g.V('<j:entity/NO>').out('<rdfs:label>').order().all()", "id\nNorway\n挪威\n"},
		{"g.V(lang('挪威', 'zh')).in('<rdfs:label>').tag('x').out('<j:iso2>').all()", "id|x\nNO|<urn:jishi:entity/NO>\n"},
		{"g.emit(g.V('<j:entity/NO>').In('<j:subject>').Out('<j:date>').Unique().ToArray())", "value\n[2017-05-04 2017-05-06]\n"},
		{"g.V('<j:entity/NO>').in('<j:subject>').save('<j:date>', 'd').tagArray().forEach(function (r) { g.emit(r.d) })", "value\n2017-05-04\n2017-05-06\n"},
		{"g.V('<j:Entry>').in('<rdf:type>').out('<nif:beginIndex>').order().all()", "id\n2\n33\n"},
		{"g.V().has('<j:date>', typed('2017-05-04', 'xsd:date')).has('<rdf:type>', '<j:Entry>').out('<rdfs:label>').all()", "id\n2017-05-04#1\n"},
		{"g.V('\"2017-05-04\"^^<xsd:date>').in('<j:date>').has('<rdf:type>', '<j:Entry>').out('<rdfs:label>').all()", "id\n2017-05-04#1\n"},
		{"g.emit(g.V().has('<j:quantity>').count())", "value\n1\n"},
		{"g.V('<j:entity/NO>').labelContext(g.V('2017-05-06#1').in('<rdfs:label>')).out('<j:donatedTo>').all()", "id\n<urn:jishi:entity/PE>\n"},
		{"g.V('<j:entity/NO>').labelContext(g.V('2017-05-04#1').in('<rdfs:label>')).out('<j:donatedTo>').all()", "\n"},
		{"g.V('<j:entity/NO>').out('<j:pledged-donatedTo>').all()", "id\n<urn:jishi:entity/PE>\n"},
		{"g.addNamespace('e', 'urn:jishi:entity/'); g.V('<e:NO>').out('<j:label>').all()", "id\n挪威\n"},
		{"g.V('<j:entity/NO>').forEach(function (d) { try { iri(1) } catch (e) { g.emit(e.message) } })", "value\niri: want a string, got a number\n"},
		{"var m = g.M().out('<j:label>'); g.V('<j:entity/PE>').follow(m).all()", "id\n秘鲁\n"},
		{"g.V('<j:event/x>').all(); 1;", "\n"},
		{"g.emit(new Date(0))", "value\n1970-01-01T00:00:00.000Z\n"},
		{"g.emit({a: NaN, b: undefined})", "a\n<nil>\n"},
		{"g.V('<j:entity/NO>').forEach(function (d) { g.emit(this === globalThis) })", "value\ntrue\n"},
		{"function f() { return f() + 1 } try { iri({}) } catch (e) { g.emit(e.message) }", "value\niri: want a string, got an object\n"},
	} {
		rows, err := s.Run(context.Background(), Query{Script: c.script, Args: []string{"甲", `"`}})
		if got := show(rows); err != nil || got != c.want {
			t.Errorf("%s: got %q %v, want %q", c.script, got, err, c.want)
		}
	}
}

// TestLimit: a limit ends a script, even one that would not end, and says so only where something is left out.
func TestLimit(t *testing.T) {
	s := built(t, spring("春").result())
	for _, script := range []string{"g.V().all()", "g.V().getLimit(100)", "while (true) g.emit(1)", "emitFacts(g.V())"} {
		rows, err := s.Run(context.Background(), Query{Script: script, Limit: 3})
		if err != nil || len(rows.Rows) != 3 || !rows.Truncated {
			t.Errorf("%s: %d rows, truncated %v, %v", script, len(rows.Rows), rows.Truncated, err)
		}
	}
	rows, err := s.Run(context.Background(), Query{Script: "g.emit(1); g.emit(2); g.emit(3)", Limit: 3})
	if err != nil || rows.Truncated || len(rows.Rows) != 3 {
		t.Errorf("three of three: %v %v", rows, err)
	}
}

// TestDeadline: whatever a script does, Run comes back with an error that says so. The walks end too: no goroutine is
// left with the graph.
func TestDeadline(t *testing.T) {
	var results []schema.Result
	for i := range 20 {
		results = append(results, spring(fmt.Sprint(i)).result())
	}
	s := built(t, results...)
	if _, err := s.Run(context.Background(), Query{Script: "g.V().limit(1).all()"}); err != nil {
		t.Fatal(err)
	}
	before := runtime.NumGoroutine()
	for _, script := range []string{
		"while (true) {}",
		"g.V().both().both().both().both().both().order().all()",
		"g.V().both().both().both().both().both().unique().count()",
		"g.V().both().both().both().both().both().skip(1000000000).all()",
		"try { while (true) {} } catch (e) { g.emit(1) }",
		"g.V().both().both().both().both().both().forEach(function () {})",
	} {
		ctx, cancel := context.WithTimeout(context.Background(), 50*time.Millisecond)
		_, err := s.Run(ctx, Query{Script: script})
		cancel()
		if !errors.Is(err, context.DeadlineExceeded) || !strings.Contains(err.Error(), "not done in time") {
			t.Errorf("%s: %v", script, err)
		}
	}
	for runtime.NumGoroutine() > before { // fails by the test's own time limit
		runtime.Gosched()
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := s.Run(ctx, Query{Script: "g.emit(1)"}); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: %v", err)
	}
}

func TestRunConcurrently(t *testing.T) {
	s := built(t, spring("春").result())
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			for _, script := range []string{"g.V().both().count()", "emitFacts(g.V())", "g.V().all()"} {
				if _, err := s.Run(context.Background(), Query{Script: script}); err != nil {
					t.Error(err)
				}
			}
		})
	}
	wg.Wait()
}

// TestCountsEvents: an event told by two documents is one, told by two facts.
func TestCountsEvents(t *testing.T) {
	s := built(t, one("甲", "挪威同秘鲁通电话。"), one("乙", "秘鲁同挪威通电话。"))
	for _, q := range Queries() {
		if q.Name != "counts" {
			continue
		}
		rows, err := s.Run(context.Background(), Query{Script: q.Script})
		if want := "relation|modality|facts|events\ncalled|actual|2|1\n"; err != nil || show(rows) != want {
			t.Errorf("%v\n%s", err, show(rows))
		}
	}
}
