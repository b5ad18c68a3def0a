package main

import (
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"jishi/graph"
	"jishi/schema"
)

func showCommand(e *env) *cobra.Command {
	var page, paragraph int
	cmd := &cobra.Command{
		Use:   "show DOC",
		Short: "Print the text of a document, as it was read",
		Long: `Print the text of a document of a graph store, as it was read from its file: the columns start
and end of tables, and the offsets in JSON and in the graph, count its characters from 0.
With --page or --paragraph only that part of the file is printed, as the columns page and
paragraph number it.`,
		Example: "  jishi show 2020-03-23--31 --store graph\n  jishi show report --page 3",
		Args:    exactly(1, "a DOC: the name of a document, as `jishi docs` lists them"),
		RunE: func(cmd *cobra.Command, args []string) error {
			c, err := configure(cmd)
			if err != nil {
				return err
			}
			if err := allThere(c.store, args); err != nil {
				return err
			}
			unit, n := schema.Page, page
			if cmd.Flags().Changed("paragraph") {
				unit, n = schema.Paragraph, paragraph
			}
			whole := !cmd.Flags().Changed("page") && !cmd.Flags().Changed("paragraph")
			return printText(e, c.store, args[0], func(text string, parts schema.Parts) (string, error) {
				if whole {
					return text, nil
				}
				return partOf(args[0], text, parts, unit, n)
			})
		},
	}
	cmd.Flags().IntVar(&page, "page", 0, "only this page, counted from 1")
	cmd.Flags().IntVar(&paragraph, "paragraph", 0, "only this paragraph, counted from 1")
	cmd.MarkFlagsMutuallyExclusive("page", "paragraph")
	addSettings(cmd, "store")
	return cmd
}

// printText prints what choose takes of a document's text.
func printText(e *env, dir, doc string, choose func(text string, parts schema.Parts) (string, error)) (err error) {
	s, err := graph.Open(dir)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, s.Close()) }()
	if s.Withheld(doc) {
		return fmt.Errorf("%s: its text was left out of the pack that the store came from; build it from its file", doc)
	}
	text, err := s.Text(doc)
	if err != nil {
		return err
	}
	parts, err := s.Parts(doc)
	if err != nil {
		return err
	}
	if text, err = choose(text, parts); err != nil {
		return err
	}
	if !strings.HasSuffix(text, "\n") {
		text += "\n"
	}
	_, err = io.WriteString(e.out, text)
	return err
}

// partOf is a page or a paragraph of a document.
func partOf(doc, text string, parts schema.Parts, unit string, n int) (string, error) {
	size := count(len(parts.Starts), "page")
	if parts.Unit == schema.Paragraph {
		size = count(len(parts.Starts), "paragraph")
	}
	switch {
	case parts.Unit == "":
		return "", fmt.Errorf("%s: is not divided into pages or paragraphs: it was plain text; leave --%s out", doc, unit)
	case parts.Unit != unit:
		return "", fmt.Errorf("%s: has %s; say --%s", doc, size, parts.Unit)
	case n < 1 || n > len(parts.Starts):
		return "", fmt.Errorf("%s: has %s, no number %d", doc, size, n)
	}
	end := len(text)
	if n < len(parts.Starts) {
		end = parts.Starts[n]
	}
	return strings.Trim(text[parts.Starts[n-1]:end], "\n"), nil
}
