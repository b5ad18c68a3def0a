package main

import (
	"fmt"
	"slices"

	"github.com/spf13/cobra"

	"jishi/graph"
	"jishi/graph/export"
	"jishi/schema"
)

// byChoice is whether parties stand as the text names them, or as their countries.
func byChoice() *choice {
	return newChoice(export.ByActor, []string{export.ByActor, export.ByCountry})
}

// addLabels gives a command the flag that says in which language results name things.
func addLabels(cmd *cobra.Command) *choice {
	labels := newChoice("", []string{schema.Chinese, schema.English})
	addChoice(cmd, "labels", labels, "language of names, relations and modalities in the results (default: names as in the texts, the others by id)")
	return labels
}

// labelsOf is the language of the results: of --labels; in what people read, else of --lang where somebody typed it. The
// locale does not count, so that the same command gives the same results everywhere.
func labelsOf(cmd *cobra.Command, labels *choice, format string) string {
	if lang := cmd.Flag("lang"); labels.value == "" && lang.Changed && (format == "table" || format == "xlsx") {
		return lang.Value.String()
	}
	return labels.value
}

// sheetWords says the titles and the codebook of a workbook in the language of its names, whatever jishi speaks; nil is
// English.
func sheetWords(labels string) (func(string) string, error) {
	if labels != chinese {
		return nil, nil
	}
	w, err := wordsOf(chinese)
	return func(text string) string { return w.title(w.say(text)) }, err
}

// checkView refuses formats that are the store itself.
func checkView(format, by, labels string) error {
	if format == "nquads" && (by == export.ByCountry || labels != "") {
		return fmt.Errorf("--format nquads writes the graph as it is; --by country and --labels go with the other formats")
	}
	return nil
}

// labelled shows relations, modalities and types of entities of a query's rows in a language.
func labelled(rows graph.Rows, o *schema.Ontology, language string) graph.Rows {
	if language == "" {
		return rows
	}
	relationOrModality := func(id string) string { return o.TermLabel(id, language) }
	typeOf := func(id string) string {
		if at := slices.IndexFunc(o.Entities, func(t schema.Term) bool { return t.ID == id }); at >= 0 {
			return o.Entities[at].Label(language)
		}
		return id
	}
	labels := map[string]func(id string) string{"relation": relationOrModality, "modality": relationOrModality, "type": typeOf}
	for at, title := range rows.Columns {
		label := labels[title]
		for _, row := range rows.Rows {
			if id, ok := row[at].(string); ok && label != nil {
				row[at] = label(id)
			}
		}
	}
	return rows
}
