package main

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"jishi/extract"
	"jishi/graph"
	"jishi/schema"
)

func inspectCommand(e *env) *cobra.Command {
	var files inputFlags
	format := newChoice("text", append([]string{"text"}, rowFormats()...))
	cmd := &cobra.Command{
		Use:   "inspect INPUT…",
		Short: "Say how texts would be read, without reading their facts",
		Long: `Say how texts would be read, file by file, without reading their facts: encoding and
kind, days and where they were found, entries, what is no text of its own (headings,
bullets, running headers …), what of the file is left out, what was passed over and why,
and what would help.

An INPUT is a file, a folder or a .zip or .tar.gz with all below it, or - for standard
input. Exit status 1 when a file cannot be read.`,
		Example: "  jishi inspect texts/\n  jishi inspect chronicle.docx\n  jishi inspect texts/ --format csv > texts.csv",
		Args:    atLeast(1, "an INPUT: files, folders, or - for standard input"),
		RunE: func(cmd *cobra.Command, args []string) error {
			c, err := configure(cmd)
			if err != nil {
				return err
			}
			return inspect(e, c.values, args, files, format.value)
		},
	}
	files.add(cmd)
	files.addYear(cmd)
	addChoice(cmd, "format", format, "how to print")
	addSettings(cmd, "jobs")
	return cmd
}

func inspect(e *env, v values, args []string, f inputFlags, format string) error {
	in := collect(args, f, v.year, e.in)
	for _, p := range in.passed {
		fmt.Fprintf(e.err, "passed over %s\n", p)
	}
	seen := make([]inspected, len(in.texts))
	keys := make([]string, len(in.texts))
	inTurn(len(in.texts), v.jobs, func(i int) { seen[i], keys[i] = inspectOne(in.texts[i]) })
	for i, first := range copiesOf(in.texts, keys) {
		seen[i].copyOf = shown(in.texts[first].path)
	}
	tellTwins(seen)
	if err := showInspected(e, format, seen); err != nil {
		return err
	}
	r := reading{faults: append(in.lone, in.found...)}
	for _, s := range seen {
		if s.fault != nil {
			r.faults = append(r.faults, s.fault)
		}
	}
	fmt.Fprintln(e.err, inspectionTotals(e.words, seen, len(in.passed), len(r.faults)))
	return r.partly()
}

// inspectOne reads a text, and gives the key by which its copies are known.
func inspectOne(in input) (s inspected, key string) {
	s.path = shown(in.path)
	text, err := in.open()
	if err != nil {
		s.fault = err
		return s, ""
	}
	doc, origin, err := extract.ReadOrigin(text, in.year)
	if s.fault = err; err != nil {
		return s, ""
	}
	_, key, _ = extract.Check(text)
	s.look(doc, origin)
	return s, key
}

// tellTwins tells each text which of its entries another text holds too.
func tellTwins(seen []inspected) {
	byDoc := map[string]*inspected{}
	var docs []schema.Document
	for i := range seen {
		if s := &seen[i]; s.fault == nil && s.copyOf == "" {
			byDoc[s.doc.ID] = s
			docs = append(docs, s.doc)
		}
	}
	for _, t := range twinsOf(docs) {
		for _, id := range t.docs {
			byDoc[id].twins = append(byDoc[id].twins, t.sameItem())
		}
	}
	for _, h := range halfDatedOf(docs) {
		s := byDoc[h.doc]
		s.twins = append(s.twins, fmt.Sprintf("without a day, and the same item as %s: leave one out, or say --date %s=%s", h.other, s.path, h.day))
	}
}

func showInspected(e *env, format string, seen []inspected) error {
	if format != "text" {
		rows := graph.Rows{Columns: inspectedColumns()}
		for _, s := range seen {
			rows.Rows = append(rows.Rows, s.row())
		}
		return writeRows(e.out, format, rows)
	}
	for _, s := range seen {
		if _, err := io.WriteString(e.out, s.text(e.words)); err != nil {
			return err
		}
	}
	return nil
}

func inspectionTotals(w phrasebook, seen []inspected, passed, faults int) string {
	entries, undated, copies := 0, 0, 0
	for _, s := range seen {
		switch {
		case s.fault != nil:
		case s.copyOf != "":
			copies++
		default:
			entries += len(s.doc.Entries)
			undated += len(slices.Collect(s.without()))
		}
	}
	parts := []string{w.say(count(len(seen), "file")), w.say(count(entries, "entry"))}
	for _, p := range []struct {
		n    int
		what string
	}{{undated, "%d without a day"}, {copies, "%d told twice"}, {passed, "%d passed over"}, {faults, "%d not to be read"}} {
		if p.n > 0 {
			parts = append(parts, w.say(fmt.Sprintf(p.what, p.n)))
		}
	}
	return strings.Join(parts, ", ")
}
