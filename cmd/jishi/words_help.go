package main

import (
	"regexp"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// helpIn puts the help of a command and of all below it into the language.
func (w phrasebook) helpIn(cmd *cobra.Command) {
	if w.whole == nil {
		return
	}
	cmd.InitDefaultHelpFlag()
	if cmd.HasAvailableLocalFlags() && !cmd.DisableFlagsInUseLine {
		cmd.Use, cmd.DisableFlagsInUseLine = cmd.Use+" [选项]", true
	}
	cmd.Short, cmd.Long = w.helpText(cmd.Short), w.helpText(cmd.Long)
	for _, set := range []*pflag.FlagSet{cmd.LocalFlags(), cmd.PersistentFlags()} {
		set.VisitAll(func(f *pflag.Flag) {
			if _, said := f.Value.(flagValue); said { // a flag of several sets
				return
			}
			f.Usage = w.usage(f) + standard(f)
			valueName(f)
		})
	}
	for _, sub := range cmd.Commands() {
		w.helpIn(sub)
	}
	if !cmd.HasParent() {
		cmd.SetUsageTemplate(w.usageTemplate(cmd.UsageTemplate()))
	}
}

// helpText says a text paragraph by paragraph, and of a list each line: lists are put together of what they list.
func (w phrasebook) helpText(text string) string {
	paragraphs := strings.Split(text, "\n\n")
	for i, p := range paragraphs {
		if !isList(p) {
			paragraphs[i] = w.title(w.say(p))
			continue
		}
		lines := strings.Split(p, "\n")
		for j, l := range lines {
			name, doc := listLine(l)
			lines[j] = name + w.title(w.say(doc))
		}
		paragraphs[i] = strings.Join(lines, "\n")
	}
	return strings.Join(paragraphs, "\n\n")
}

// isList reports whether all lines but the first are indented.
func isList(paragraph string) bool {
	_, rest, more := strings.Cut(paragraph, "\n")
	for more {
		var line string
		line, rest, more = strings.Cut(rest, "\n")
		if !strings.HasPrefix(line, "  ") {
			return false
		}
	}
	return strings.Contains(paragraph, "\n")
}

// listLine cuts the name off a line such as "  csv      one fact a row".
func listLine(line string) (name, doc string) {
	m := regexp.MustCompile(`^( {2}[a-z]\S* +| *)(.*)$`).FindStringSubmatch(line)
	return m[1], m[2]
}

// usage says what a flag is for. What it may be, a choice says itself: month（月）、quarter（季）.
func (w phrasebook) usage(f *pflag.Flag) string {
	c, ok := f.Value.(*choice)
	if !ok {
		return w.title(w.say(f.Usage))
	}
	chinese, err := choiceWords()
	doc, list := strings.CutSuffix(f.Usage, ": "+joined(c.words))
	if !list || err != nil {
		return w.title(w.say(f.Usage))
	}
	shown := slices.Clone(c.words)
	for i, word := range shown {
		if names := chinese[word]; len(names) > 0 {
			shown[i] = word + "（" + names[0] + "）"
		}
	}
	return w.title(w.say(doc)) + "：" + strings.Join(shown, "、")
}

// standard says what a flag is where nobody sets it, and takes it from the library, which would say it in English.
func standard(f *pflag.Flag) string {
	if slices.Contains([]string{"", "0", "false", "[]"}, f.DefValue) {
		return ""
	}
	said := "（默认 " + f.DefValue + "）"
	f.DefValue = map[string]string{"int": "0"}[f.Value.Type()]
	return said
}

// flagValue is the value of a flag under the name by which Chinese help calls it.
type flagValue struct {
	pflag.Value
	name string
}

// Type is the name in help.
func (v flagValue) Type() string { return v.name }

// valueName names the value of a flag as our own are named, where the library calls it by its kind of variable. The name is
// Latin: the library aligns by characters, not by their width.
func valueName(f *pflag.Flag) {
	if name := map[string]string{"string": "TEXT", "stringSlice": "TEXT,…", "stringArray": "TEXT", "int": "N"}[f.Value.Type()]; name != "" {
		if f.DefValue == "[]" {
			f.DefValue = ""
		}
		f.Value = flagValue{f.Value, name}
	}
}

// frame are the words that cobra sets about the help of a command.
func frame() []string {
	return []string{"Usage:", "Aliases:", "Examples:", "Available Commands:", "Flags:", "Global Flags:",
		`Use "{{.CommandPath}} [command] --help" for more information about a command.`}
}

func (w phrasebook) usageTemplate(template string) string {
	var pairs []string
	for _, f := range frame() {
		pairs = append(pairs, "\n"+f, "\n"+w.say(f))
	}
	pairs = append(pairs, "[command]", "[命令]")
	return strings.TrimPrefix(strings.NewReplacer(pairs...).Replace("\n"+template), "\n")
}
