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
	cmd.Short, cmd.Long = w.helpText(cmd.Short), w.helpText(cmd.Long)
	for _, set := range []*pflag.FlagSet{cmd.LocalFlags(), cmd.PersistentFlags()} {
		set.VisitAll(func(f *pflag.Flag) { f.Usage = w.usage(f) })
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
	return strings.TrimPrefix(strings.NewReplacer(pairs...).Replace("\n"+template), "\n")
}
