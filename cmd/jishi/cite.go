package main

import (
	"errors"
	"fmt"
	"io"
	"net/url"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"jishi/graph"
	"jishi/graph/export"
)

// citeFlags are what a store does not know of itself.
type citeFlags struct {
	title, version, date, publisher, license, doi, url string
	authors                                            []string
}

func citeCommand(e *env) *cobra.Command {
	var f citeFlags
	var o outputFlags
	formats := listFormats(export.CitationFormats(), func(f export.CitationFormat) (name, ending, doc string) { return f.Name, f.Extension, f.Doc })
	format := newChoice("bibtex", formats.names)
	cmd := &cobra.Command{
		Use:   "cite",
		Short: "Say how to cite the data set that a store is",
		Long:  "Say how to cite the data set that a store is: how many facts, of which days, its hash (as\n`jishi pack` prints it) and this version of jishi. The flags say what a store does not know.\n\nFormats:" + formats.help,
		Example: "  jishi cite --author 'Wang, Xiaoming' --title 'Calls and meetings, 2020' --version 1.0 --date 2026-05-01\n" +
			"  jishi cite --author 王小明 -o CITATION.cff",
		Args: exactly(0, "no arguments"),
		RunE: func(cmd *cobra.Command, _ []string) error {
			c, err := o.configure(cmd, format, formats.endings)
			if err != nil {
				return err
			}
			citation, err := f.citation()
			if err != nil {
				return err
			}
			if err := describe(c.store, &citation); err != nil {
				return err
			}
			if len(citation.Authors) == 0 {
				fmt.Fprintln(e.err, "no author is named; give one with --author 'FAMILY, GIVEN', or several")
			}
			i := slices.Index(formats.names, format.value)
			return o.write(e, func(w io.Writer) error { return export.CitationFormats()[i].Write(w, citation) })
		},
	}
	addChoice(cmd, "format", format, "how to write")
	cmd.Flags().StringArrayVar(&f.authors, "author", nil, "FAMILY, GIVEN or one name; give it several times for several")
	cmd.Flags().StringVar(&f.title, "title", "Facts from Chinese diplomatic chronicles and news, read by jishi", "title")
	cmd.Flags().StringVar(&f.version, "version", "", "version of the data set (default: the first 12 signs of its hash)")
	cmd.Flags().StringVar(&f.date, "date", "", "when it was published: YYYY, YYYY-MM or YYYY-MM-DD")
	cmd.Flags().StringVar(&f.publisher, "publisher", "", "who publishes it")
	cmd.Flags().StringVar(&f.license, "license", "", "its licence, as SPDX calls it: CC-BY-4.0")
	cmd.Flags().StringVar(&f.doi, "doi", "", "its DOI")
	cmd.Flags().StringVar(&f.url, "url", "", "where it can be had")
	o.addFile(cmd)
	addSettings(cmd, "store")
	return cmd
}

// citation checks the flags, all at once.
func (f citeFlags) citation() (export.Citation, error) {
	line := func(s string) string { return strings.Join(strings.Fields(s), " ") }
	c := export.Citation{Title: line(f.title), Version: line(f.version), Publisher: line(f.publisher), License: line(f.license), URL: f.url, Software: buildVersion()}
	var faults []error
	if c.Title == "" {
		faults = append(faults, errors.New("--title: is empty; give the data set a title"))
	}
	for _, a := range f.authors {
		author := export.ParseAuthor(a)
		if author.Name == "" && (author.Family == "" || author.Given == "") {
			faults = append(faults, fmt.Errorf("--author %q: is no name; write FAMILY, GIVEN or one name", a))
		}
		c.Authors = append(c.Authors, author)
	}
	if f.date != "" && !isDay(f.date) {
		faults = append(faults, fmt.Errorf("--date %s: is no date; write YYYY, YYYY-MM or YYYY-MM-DD", f.date))
	}
	c.Released = dayOf(f.date)
	if u, err := url.Parse(f.url); f.url != "" && (err != nil || u.Host == "" || strings.ContainsAny(f.url, "{} \\\r\n")) {
		faults = append(faults, fmt.Errorf("--url %s: is no address; write https://…", f.url))
	}
	c.DOI = f.doi
	for _, before := range []string{"https://doi.org/", "http://doi.org/", "https://dx.doi.org/", "doi:"} {
		c.DOI = strings.TrimPrefix(c.DOI, before)
	}
	if c.DOI != "" && (!strings.HasPrefix(c.DOI, "10.") || !strings.Contains(c.DOI, "/") || strings.ContainsAny(c.DOI, "{} \\\r\n")) {
		faults = append(faults, fmt.Errorf("--doi %s: is no DOI; write it like 10.5281/zenodo.1234", f.doi))
	}
	return c, errors.Join(faults...)
}

// describe adds what the store knows.
func describe(dir string, c *export.Citation) (err error) {
	s, err := graph.Open(dir)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, s.Close()) }()
	if c.Digest, err = s.Digest(); err != nil {
		return err
	}
	if c.Version == "" {
		c.Version = c.Digest[:12]
	}
	for _, d := range s.Documents() {
		c.Documents++
		c.Entries += d.Entries
		c.Facts += d.Facts
	}
	days, err := daysOf(s)
	if err != nil {
		return err
	}
	var all []string
	for _, of := range days {
		for _, day := range of {
			if !strings.HasPrefix(day, "-") { // of a known year
				all = append(all, day)
			}
		}
	}
	if len(all) > 0 {
		c.First, c.Last = slices.Min(all), slices.Max(all)
	}
	return nil
}
