package main

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/viper"
	"gopkg.in/yaml.v3"

	"jishi/schema/datafile"
)

// section is the one key at the top of a configuration file: it tells ours from another program's config.yaml.
const section = "jishi"

// configuration is the settings with where each comes from.
type configuration struct {
	values
	text   map[string]string // as written
	origin map[string]string // "--year", "JISHI_YEAR", "config.yaml:3:9", "default"
	file   string            // "" where there is none
}

// configure settles every setting: flag over environment over file over default.
func configure(cmd *cobra.Command) (*configuration, error) {
	c := &configuration{text: map[string]string{}, origin: map[string]string{}}
	var err error
	if c.file, err = configFile(cmd); err != nil {
		return nil, err
	}
	var inFile map[string]fileValue
	if c.file != "" {
		raw, err := os.ReadFile(c.file)
		if err != nil {
			return nil, fmt.Errorf("%s: %w; name another file with --config or JISHI_CONFIG", c.file, reason(err))
		}
		if inFile, err = parseConfig(c.file, raw); err != nil {
			return nil, err
		}
	}
	v := viper.New()
	var faults []error
	for _, s := range settings() {
		if err := c.settle(v, cmd, s, inFile); err != nil {
			faults = append(faults, err)
		}
	}
	c.values = typed(v.GetString)
	return c, errors.Join(faults...)
}

// settle leaves precedence to viper, and notes which of the four it chose.
func (c *configuration) settle(v *viper.Viper, cmd *cobra.Command, s setting, inFile map[string]fileValue) error {
	v.SetDefault(s.key, s.standard)
	if err := v.BindEnv(s.key, s.environment()); err != nil {
		return err
	}
	origin := "default"
	if f, ok := inFile[s.key]; ok {
		origin = f.place
		if err := v.MergeConfigMap(map[string]any{s.key: f.text}); err != nil {
			return err
		}
	}
	if os.Getenv(s.environment()) != "" {
		origin = s.environment()
	}
	flag := cmd.Flags().Lookup(s.key)
	if flag != nil {
		if s, ok := flag.Value.(*settingFlag); ok && flag.Changed && !s.given {
			flag = nil // it speaks of some texts alone
		}
	}
	if flag != nil {
		if err := v.BindPFlag(s.key, flag); err != nil {
			return err
		}
		if flag.Changed {
			origin = "--" + s.key
		}
	}
	c.text[s.key], c.origin[s.key] = v.GetString(s.key), origin
	if err := s.check(c.text[s.key]); err != nil {
		return fmt.Errorf("%s: %s %w", origin, s.key, err)
	}
	return nil
}

// configFile is the file to read, or "".
func configFile(cmd *cobra.Command) (string, error) {
	if f := cmd.Flags().Lookup("config"); f != nil && f.Changed {
		return f.Value.String(), nil
	}
	if name := os.Getenv("JISHI_CONFIG"); name != "" {
		return name, nil
	}
	const here = "config.yaml"
	raw, err := os.ReadFile(here)
	switch {
	case errors.Is(err, os.ErrNotExist):
		return "", nil
	case err != nil:
		return "", fmt.Errorf("%s: %w; name another file with --config", here, reason(err))
	case !isOurs(raw):
		return "", nil
	}
	return here, nil
}

// isOurs reports whether the first key is ours. It looks at the line alone: another program's file need not be YAML.
func isOurs(raw []byte) bool {
	for line := range strings.Lines(string(bytes.TrimPrefix(raw, []byte("\ufeff")))) {
		line = strings.TrimRight(line, " \t\r\n")
		if line == "" || line[0] == '#' || line == "---" || line[0] == '%' {
			continue
		}
		key, _, ok := strings.Cut(line, ":")
		return ok && strings.Trim(key, `"' `) == section
	}
	return false
}

// fileValue is a setting as a file gives it.
type fileValue struct{ text, place string }

// parseConfig reads a configuration file; name is what errors call it, and paths in it count from its folder. All its
// faults are told at once.
func parseConfig(name string, raw []byte) (map[string]fileValue, error) {
	var root yaml.Node
	if err := yaml.Unmarshal(raw, &root); err != nil {
		return nil, yamlProblem(name, err)
	}
	p := configParser{name: name, values: map[string]fileValue{}}
	if len(root.Content) > 0 {
		p.top(root.Content[0])
	}
	return p.values, p.problems.Err()
}

type configParser struct {
	name     string
	values   map[string]fileValue
	problems datafile.Problems
}

func (p *configParser) problem(n *yaml.Node, fault, remedy string) {
	p.problems = append(p.problems, datafile.Problem{File: p.name, Line: n.Line, Column: n.Column, Fault: fault, Remedy: remedy})
}

func (p *configParser) top(n *yaml.Node) {
	if n.Kind != yaml.MappingNode {
		p.problem(n, "is no configuration", "begin with the key jishi, and put the settings below it")
		return
	}
	for i := 0; i < len(n.Content); i += 2 {
		key, value := n.Content[i], n.Content[i+1]
		switch {
		case key.Value != section:
			p.problem(key, fmt.Sprintf("unknown key %q", key.Value), "all settings stand below the one key jishi")
		case i > 0:
			p.problem(key, "the key jishi stands twice", "put all settings below one")
		case value.Kind == yaml.MappingNode:
			p.settings(value)
		case value.Tag != "!!null":
			p.problem(value, "the key jishi holds no list of settings", "write each as KEY: VALUE, indented, below it")
		}
	}
}

func (p *configParser) settings(n *yaml.Node) {
	seen := map[string]bool{}
	for i := 0; i < len(n.Content); i += 2 {
		key, value := n.Content[i], n.Content[i+1]
		s, ok := findSetting(key.Value)
		switch {
		case !ok:
			p.problem(key, fmt.Sprintf("unknown key %q", key.Value), "known keys: "+strings.Join(settingKeys(), ", "))
		case seen[s.key]:
			p.problem(key, "the key "+s.key+" is set twice", "keep one")
		case value.Kind != yaml.ScalarNode:
			p.problem(value, "the key "+s.key+" has no plain value", "write "+s.key+": "+s.value)
		case value.Tag == "!!null": // as if it were not there
		default:
			p.set(s, value)
		}
		seen[key.Value] = true
	}
}

func (p *configParser) set(s setting, value *yaml.Node) {
	if err := s.check(value.Value); err != nil {
		p.problem(value, s.key+" "+err.Error(), "")
		return
	}
	text := value.Value
	if s.path && text != "" && !filepath.IsAbs(text) {
		text = filepath.Join(filepath.Dir(p.name), text)
	}
	p.values[s.key] = fileValue{text, fmt.Sprintf("%s:%d", p.name, value.Line)}
}

func settingKeys() []string {
	var keys []string
	for _, s := range settings() {
		keys = append(keys, s.key)
	}
	return keys
}

// yamlProblem gives a syntax error its place: the library writes the line into its text.
func yamlProblem(name string, err error) error {
	fault := strings.TrimPrefix(err.Error(), "yaml: ")
	if rest, ok := strings.CutPrefix(fault, "line "); ok {
		number, text, _ := strings.Cut(rest, ": ")
		if line, err := strconv.Atoi(number); err == nil {
			return datafile.Problems{{File: name, Line: line, Column: 1, Fault: text, Remedy: "write YAML, settings indented below the key jishi"}}
		}
	}
	return datafile.Problems{{File: name, Fault: fault, Remedy: "write YAML, settings indented below the key jishi"}}
}

// reason takes the operation and the path off a file error, which messages name themselves.
func reason(err error) error {
	var path *os.PathError
	var link *os.LinkError
	switch {
	case errors.As(err, &path):
		return path.Err
	case errors.As(err, &link):
		return link.Err
	}
	return err
}
