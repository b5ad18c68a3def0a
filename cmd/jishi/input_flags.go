package main

import (
	"fmt"
	"path/filepath"
	"strconv"
	"strings"

	"jishi/extract/source"
	"jishi/schema"
)

// unmet tells of a flag whose input is not there.
func (c *collector) unmet(flag, path string) {
	if !c.used[path] && len(c.lone) == 0 {
		c.lone = append(c.lone, fmt.Errorf("%s: no input is called %s", flag, path))
	}
}

// valueFor reads VALUE, which is for all texts, or PATH=VALUE.
func valueFor(flag string) (path, value string) {
	path, value, pair := strings.Cut(flag, "=")
	if !pair {
		return "", flag
	}
	return filepath.Clean(path), value
}

func (c *collector) readDays(flags []string) {
	for _, f := range flags {
		path, date := valueFor(f)
		day, ok := schema.ParseDay(date)
		if date != "" && (!ok || day.Year == 0) {
			c.lone = append(c.lone, fmt.Errorf("--date %s: no such day; write 2020-03-26, 2020-03 or 2020", f))
			continue
		}
		c.days[path] = day
	}
}

// readYears takes years that have passed the check of the flag; all is that of the setting.
func (c *collector) readYears(flags []string, all int) {
	if all != 0 {
		c.years[""] = all
	}
	for _, f := range flags {
		path, year := valueFor(f)
		c.years[path], _ = strconv.Atoi(year)
	}
}

func (c *collector) readEncodings(flags []string) {
	for _, f := range flags {
		path, name := valueFor(f)
		e, known := source.ParseEncoding(name)
		if !known && name != "" {
			c.lone = append(c.lone, fmt.Errorf("--encoding %s: no such encoding; it takes %s", f, source.EncodingNames))
			continue
		}
		c.encodings[path] = e
	}
}

func (c *collector) readRenames(args, docs []string) {
	for _, d := range docs {
		path, name, pair := strings.Cut(d, "=")
		switch {
		case !pair && len(args) == 1 && len(docs) == 1 && !isFolder(args[0]):
			path, name = args[0], d
		case !pair:
			c.lone = append(c.lone, fmt.Errorf("--doc %s: there are several inputs; write --doc PATH=NAME", d))
			continue
		}
		if fault := docFault(name); fault != "" {
			c.lone = append(c.lone, fmt.Errorf("--doc %s: the name %s", d, fault))
		}
		c.renames[filepath.Clean(path)] = name
	}
}
