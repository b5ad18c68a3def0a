package main

import (
	"errors"
	"fmt"
	"runtime"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"
)

// setting is one key of the configuration: what it is called in the file, on the command line (--KEY) and in the
// environment (JISHI_KEY), and what it may be.
type setting struct {
	key, doc string
	value    string // what help calls its value
	standard string // the default
	path     bool   // in a file it counts from the file's folder
	check    func(string) error
}

// settings is every key, in the order of `jishi config` and of config.yaml.
func settings() []setting {
	return []setting{
		{"store", "folder of the graph store", "DIR", "jishi-store", true, notEmpty},
		{"data", "folder whose schema, lexicon and rules overlay the shipped ones", "DIR", "", true, anything},
		{"corrections", "file of corrections (empty: STORE.corrections.yaml beside the store)", "FILE", "", true, anything},
		{"author", "who corrects: the name that jishi correct writes", "NAME", "", false, anything},
		{"year", "year of a text that has none (0: its dates stay without year)", "YEAR", "0", false, wholeUpTo(9999)},
		{"jobs", "processors to use (0: all)", "N", "0", false, wholeUpTo(1024)},
		{"base", "IRI under which own names stand (empty: the store's own, urn:jishi: in a new one)", "IRI", "", false, anything},
		{"timeout", "how long a query may run", "TIME", "30s", false, duration},
		{"limit", "rows a query may give (0: no limit)", "N", "10000", false, wholeUpTo(1 << 30)},
	}
}

func findSetting(key string) (setting, bool) {
	for _, s := range settings() {
		if s.key == key {
			return s, true
		}
	}
	return setting{}, false
}

func (s setting) environment() string { return "JISHI_" + strings.ToUpper(s.key) }

func anything(string) error { return nil }

func notEmpty(v string) error {
	if v == "" {
		return errors.New("is empty; name a folder")
	}
	return nil
}

func wholeUpTo(most int) func(string) error {
	return func(v string) error {
		if n, err := strconv.Atoi(v); err != nil || n < 0 || n > most {
			return fmt.Errorf("is %q; want a whole number from 0 to %d", v, most)
		}
		return nil
	}
}

func duration(v string) error {
	if d, err := time.ParseDuration(v); err != nil || d <= 0 {
		return fmt.Errorf("is %q; want a time like 30s or 2m", v)
	}
	return nil
}

// settingFlag is a setting as a flag.
type settingFlag struct {
	setting
	text  string
	given bool      // a value for all
	pairs *[]string // PATH=VALUE, each for one text; nil: the setting is one for all
}

func (f *settingFlag) String() string { return f.text }

func (f *settingFlag) Type() string { return f.value }

// Set refuses what the setting cannot be.
func (f *settingFlag) Set(v string) error {
	if _, value := valueFor(v); f.pairs != nil && value != v {
		if value != "" {
			if err := f.check(value); err != nil {
				return err
			}
		}
		*f.pairs = append(*f.pairs, v)
		return nil
	}
	if err := f.check(v); err != nil {
		return err
	}
	f.text, f.given = v, true
	return nil
}

// addSettings gives a command the flags of some settings.
func addSettings(cmd *cobra.Command, keys ...string) {
	for _, key := range keys {
		s, ok := findSetting(key)
		if !ok {
			panic("no setting " + key) // a mistake in a command: found by any test that makes it
		}
		cmd.Flags().Var(&settingFlag{setting: s, text: s.standard}, s.key, s.doc)
	}
}

// addYear gives a command that reads texts the flag --year: YEAR, which is a setting, or PATH=YEAR.
func (f *inputFlags) addYear(cmd *cobra.Command) {
	addSettings(cmd, "year")
	flag := cmd.Flags().Lookup("year")
	flag.Usage += "; or PATH=YEAR for one text"
	if s, ok := flag.Value.(*settingFlag); ok {
		s.pairs = &f.years
	}
}

// values are the settings as commands use them.
type values struct {
	store, data, base   string
	corrections, author string
	year, jobs, limit   int
	timeout             time.Duration
}

// typed reads values that have passed their checks.
func typed(get func(string) string) values {
	number := func(key string) int { n, _ := strconv.Atoi(get(key)); return n }
	v := values{store: get("store"), data: get("data"), base: get("base"), corrections: get("corrections"), author: get("author"), year: number("year"), jobs: number("jobs"), limit: number("limit")}
	v.timeout, _ = time.ParseDuration(get("timeout"))
	if v.jobs == 0 {
		v.jobs = runtime.NumCPU()
	}
	return v
}
