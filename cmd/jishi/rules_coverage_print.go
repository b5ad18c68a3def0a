package main

import (
	"encoding/json"
	"fmt"
	"io"
	"strconv"
	"strings"

	"jishi/extract"
	"jishi/graph"
)

func writeCoverageText(e *env, all extract.Coverage, found []finding, show coverageFlags) error {
	w := e.spoken()
	fmt.Fprintf(w, "%s, %s: %d hold a trigger, and %d of these give no fact\n",
		count(all.Entries, "entry"), count(all.Sentences, "sentence"), all.Waiting, all.Silent)
	for _, part := range []struct{ kind, title string }{
		{neverFires, "rules that never fire"},
		{isShadowed, "shadowed rules"},
		{atOdds, "one place, two readings"},
		{noFact, "sentences with a trigger and no fact"},
	} {
		if part.kind != noFact && len(show.triggers) > 0 {
			continue
		}
		fmt.Fprintf(w, "\n%s\n", part.title)
		none := true
		for _, f := range found {
			if f.Kind == part.kind {
				writeFinding(e, f)
				none = false
			}
		}
		if none {
			fmt.Fprintln(w, "  none")
		}
	}
	return nil
}

func writeFinding(e *env, f finding) {
	w, say := e.out, e.words
	places := say.say(count(f.Count, "place"))
	switch f.Kind {
	case neverFires:
		fmt.Fprintf(w, "  %s: %s (%s)\n", f.Name, say.say(f.Note), f.Source)
	case isShadowed:
		fmt.Fprintln(w, say.f("  %s: fits %s, and each time %s is taken (%s)", f.Name, places, joined(f.Rules), f.Source))
	case atOdds:
		fmt.Fprintf(w, "  %s: %s\n", f.Name, places)
	case noFact:
		fmt.Fprintln(w, say.f("  %s: %d of %s; %s; waited for by %s", f.Name, f.Count, say.say(count(f.Of, "sentence")), say.say(f.Note), strings.Join(f.Rules, ", ")))
	}
	for _, x := range f.Examples {
		fmt.Fprintf(w, "    %s:%d: %s\n      %s\n", x.File, x.Line, oneLine(x.Sentence), say.say(x.Why))
	}
}

// coverageRows has a row for each example of a finding, and one for a finding without.
func coverageRows(found []finding) graph.Rows {
	rows := graph.Rows{Columns: []string{"kind", "name", "count", "of", "note", "rules", "source", "file", "line", "sentence", "why"}}
	for _, f := range found {
		of := ""
		if f.Of > 0 {
			of = strconv.Itoa(f.Of)
		}
		start := []any{f.Kind, f.Name, float64(f.Count), of, f.Note, strings.Join(f.Rules, " "), f.Source}
		if len(f.Examples) == 0 {
			rows.Rows = append(rows.Rows, append(start, "", "", "", ""))
		}
		for _, x := range f.Examples {
			rows.Rows = append(rows.Rows, append(start[:len(start):len(start)], x.File, float64(x.Line), x.Sentence, x.Why))
		}
	}
	return rows
}

func writeCoverageJSON(w io.Writer, all extract.Coverage, found []finding) error {
	if found == nil {
		found = []finding{}
	}
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(struct {
		Entries   int       `json:"entries"`
		Sentences int       `json:"sentences"`
		Waiting   int       `json:"waiting"`
		Silent    int       `json:"silent"`
		Findings  []finding `json:"findings"`
	}{all.Entries, all.Sentences, all.Waiting, all.Silent, found})
}
