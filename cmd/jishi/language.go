package main

import (
	"cmp"
	"strings"
)

// The languages in which jishi speaks. Results are the same in both, but for the titles of tables.
const (
	english = "en"
	chinese = "zh"
)

// languageOf says in which language to speak: the one of --lang, else of JISHI_LANG, else of the locale. It reads the
// arguments itself, since help must be in that language before they are parsed.
func languageOf(args []string, m machine) string {
	asked := cmp.Or(flagIn(args, "--lang"), m.env("JISHI_LANG"), m.env("LC_ALL"), m.env("LC_MESSAGES"), m.env("LANG"), m.display)
	if strings.HasPrefix(strings.ToLower(asked), chinese) || asked == "中文" {
		return chinese
	}
	return english
}

// flagIn finds the value of a flag among arguments, as --flag VALUE or --flag=VALUE, up to --.
func flagIn(args []string, flag string) string {
	value := ""
	for i, arg := range args {
		switch rest, ok := strings.CutPrefix(arg, flag); {
		case arg == "--":
			return value
		case ok && rest == "" && i+1 < len(args):
			value = args[i+1]
		case ok && strings.HasPrefix(rest, "="):
			value = rest[1:]
		}
	}
	return value
}
