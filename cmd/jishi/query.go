package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"jishi/graph"
	"jishi/graph/export"
	"jishi/schema"
	"jishi/schema/datafile"
)

// queryFlags say where the script comes from.
type queryFlags struct {
	file, name string
	list       bool
	columns    []string
}

func queryCommand(e *env) *cobra.Command {
	var q queryFlags
	var o outputFlags
	format, by := newChoice("table", sheetFormats()), byChoice()
	var labels *choice
	cmd := &cobra.Command{
		Use:   "query GIZMO | -f FILE [ARG…] | --name QUERY [ARG…]",
		Short: "Ask a graph store, in Gizmo or by a shipped query",
		Long: `Ask a graph store, in Gizmo or by a shipped query (--list names them).

A script finds the ARGs in its array args. Rows are printed as a table, as JSON or
as CSV, or written as a workbook (-o FILE.xlsx).`,
		Example: `  jishi query --name calls --store graph
  jishi query --name engaged 法国 --format csv > france.csv
  jishi query 'g.V("<j:entity/FR>").in().all()'`,
		RunE: func(cmd *cobra.Command, args []string) error {
			if q.list {
				return listQueries(e)
			}
			c, err := o.configure(cmd, format, rowEndings())
			if err != nil {
				return err
			}
			ont, err := ontology("")
			if err != nil {
				return err
			}
			script, err := q.script(cmd, typesByID(q.name, args, ont))
			if err != nil {
				return err
			}
			script.Limit, script.ByCountry = c.limit, by.value == export.ByCountry
			script.Labels = labelsOf(cmd, labels, format.value)
			rows, err := ask(c.values, script)
			if err != nil {
				return err
			}
			rows = labelled(rows, ont, script.Labels)
			sayIfNone(e, rows, script.Shipped)
			if script.ByCountry && !slices.Contains(rows.Columns, "subject_iso3") && len(rows.Rows) > 0 {
				fmt.Fprintln(e.err, "--by country changes rows of facts, and these are of another kind")
			}
			if rows, err = pick(rows, q.columns, e.words.titled); err != nil {
				return err
			}
			if rows.Truncated {
				fmt.Fprintf(e.err, "cut short at %d rows; --limit 0 gives all\n", len(rows.Rows))
			}
			return o.rows(e, format.value, "rows", script.Labels, rows)
		},
	}
	cmd.Flags().StringVarP(&q.file, "file", "f", "", "file with the script")
	cmd.Flags().StringVar(&q.name, "name", "", "a shipped query")
	cmd.Flags().BoolVar(&q.list, "list", false, "list the shipped queries")
	cmd.Flags().StringSliceVar(&q.columns, "columns", nil, "columns to print, in this order (default: all)")
	addChoice(cmd, "by", by, "in rows of facts, parties as the text names them, or as the countries for which they count, with their ISO 3166 codes")
	addChoice(cmd, "format", format, "how to print")
	labels = addLabels(cmd)
	o.add(cmd)
	addSettings(cmd, "store", "timeout", "limit")
	completeWith(cmd, "name", queryNames())
	return cmd
}

// script finds what to run.
func (q queryFlags) script(cmd *cobra.Command, args []string) (graph.Query, error) {
	switch {
	case q.name != "" && q.file != "":
		return graph.Query{}, usageError(cmd, "takes --name or --file, not both")
	case q.name != "":
		return shippedQuery(cmd, q.name, args)
	case q.file != "":
		raw, err := os.ReadFile(q.file)
		if err != nil {
			return graph.Query{}, fmt.Errorf("%s: cannot be read: %w", q.file, reason(err))
		}
		return graph.Query{Name: q.file, Script: string(raw), Args: args}, nil
	case len(args) == 0:
		return graph.Query{}, usageError(cmd, "give a script, -f FILE or --name QUERY")
	}
	return graph.Query{Script: args[0], Args: args[1:]}, nil
}

func shippedQuery(cmd *cobra.Command, name string, args []string) (graph.Query, error) {
	for _, n := range graph.Queries() {
		if n.Name != name {
			continue
		}
		least := 0
		for _, a := range n.Args {
			if !a.Optional {
				least++
			}
		}
		if len(args) < least || len(args) > len(n.Args) {
			return graph.Query{}, usageError(cmd, fmt.Sprintf("--name %s takes %s, got %s", name, argWords(n), count(len(args), "argument")))
		}
		return n.With(args...), nil
	}
	return graph.Query{}, fmt.Errorf("%s: no shipped query is called %q; %s", cmd.CommandPath(), name, datafile.Suggest(name, queryNames()))
}

func queryNames() []string {
	var names []string
	for _, n := range graph.Queries() {
		names = append(names, n.Name)
	}
	return names
}

func argWords(n graph.NamedQuery) string {
	if len(n.Args) == 0 {
		return "no arguments"
	}
	words := make([]string, len(n.Args))
	for i, a := range n.Args {
		words[i] = strings.ToUpper(a.Name)
		if a.Optional {
			words[i] = "[" + words[i] + "]"
		}
	}
	return strings.Join(words, " ")
}

func listQueries(e *env) error {
	t := table{columns: []string{"query", "arguments", "what it gives"}}
	for _, n := range graph.Queries() {
		words := argWords(n)
		if len(n.Args) == 0 {
			words = ""
		}
		t.rows = append(t.rows, []string{n.Name, words, e.words.say(n.Doc)})
	}
	return t.write(e.out)
}

// typesByID gives the arguments of a query with the id of a type of entity for its label.
func typesByID(name string, args []string, o *schema.Ontology) []string {
	out := slices.Clone(args)
	for _, n := range graph.Queries() {
		for i, a := range n.Args {
			if n.Name == name && a.Name == "TYPE" && i < len(args) {
				out[i] = idOr(args[i], o.Entities)
			}
		}
	}
	return out
}

// ask runs a query against the store, within the time that is set.
func ask(v values, q graph.Query) (rows graph.Rows, err error) {
	s, err := graph.Open(v.store)
	if err != nil {
		return rows, err
	}
	defer func() { err = errors.Join(err, s.Close()) }()
	ctx, cancel := context.WithTimeout(context.Background(), v.timeout)
	defer cancel()
	rows, err = s.Run(ctx, q)
	if errors.Is(err, context.DeadlineExceeded) {
		err = fmt.Errorf("the query ran longer than %v; ask for less, or give it more time with --timeout", v.timeout)
	}
	return rows, err
}

// sayIfNone tells an answer without rows from one that was lost.
func sayIfNone(e *env, rows graph.Rows, shipped bool) {
	switch {
	case len(rows.Rows) > 0:
	case shipped || len(rows.Columns) > 0: // columns come from emitFacts
		fmt.Fprintln(e.err, "no rows")
	default:
		fmt.Fprintln(e.err, "no rows: the script emitted nothing; a path ends with .all(), values go to g.emit(…), facts to emitFacts(…)")
	}
}

// pick leaves the columns that are wanted, in the order wanted: by name, or by the Chinese title that a table has. titled gives
// the titles that its reader sees.
func pick(rows graph.Rows, columns []string, titled func([]string) []string) (graph.Rows, error) {
	if len(columns) == 0 || len(rows.Columns) == 0 {
		return rows, nil
	}
	w, err := wordsOf(chinese)
	if err != nil {
		return rows, err
	}
	titles := w.titled(rows.Columns)
	at := make([]int, len(columns))
	out := graph.Rows{Truncated: rows.Truncated}
	for i, want := range columns {
		if at[i] = slices.Index(rows.Columns, want); at[i] < 0 {
			at[i] = slices.Index(titles, want)
		}
		if at[i] < 0 {
			return rows, fmt.Errorf("--columns: there is no column %q; there are %s", want, strings.Join(titled(rows.Columns), ", "))
		}
		out.Columns = append(out.Columns, rows.Columns[at[i]])
	}
	for _, row := range rows.Rows {
		picked := make([]any, len(at))
		for i, j := range at {
			picked[i] = row[j]
		}
		out.Rows = append(out.Rows, picked)
	}
	return out, nil
}
